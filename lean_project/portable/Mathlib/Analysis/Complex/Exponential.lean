module

public import Mathlib.Data.Real.Basic

public section

/-!
# The exponential function

The exponential function is the least upper bound of the powers `(1 + x / n) ^ n`; Mathlib defines it as the real part of the complex
power series. Two facts of it, proved first, determine it: `Real.exp_add` and `Real.add_one_le_exp`.
-/

-- shomei: preamble

namespace Real

/-! ## The definition

Of positive numbers, the geometric mean is at most the arithmetic mean: with weights that are natural numbers this takes an induction
only. So a value of `(1 + x / n) ^ n` times one of `(1 + y / m) ^ m` is at most `(1 + (x + y) / (n + m)) ^ (n + m)`: the values for `x` are
bounded, by the inverse of any value for `-x`, and `exp x * exp y ≤ exp (x + y)`. That `1 ≤ exp x * exp (-x)` is Bernoulli's inequality. -/

/-- The mean of `n` numbers `u` and one number, solved for the one number; Bernoulli's inequality where `u = 1`. -/
private theorem pow_mul_sub_le {u w : ℝ} (hu : 0 ≤ u) (hw : 0 ≤ w) (n : ℕ) : u ^ n * ((n + 1) * w - n * u) ≤ w ^ (n + 1) := by
  induction n with
  | zero => grind
  | succ n ih =>
    have h₁ := mul_le_mul_of_nonneg_right ih hw
    have h₂ := mul_nonneg (mul_nonneg (pow_nonneg hu n) (Nat.cast_add_one_pos n).le) (sq_nonneg (w - u))
    rw [pow_succ w (n + 1), pow_succ u n, Nat.cast_add_one]
    grind

/-- `w` is the mean of `m + 1` numbers `u` and `n` numbers `v`. -/
private theorem pow_mul_pow_le {u v : ℝ} (hu : 0 < u) (hv : 0 < v) (m n : ℕ) {w : ℝ} (hw : 0 < w)
    (h : ((m + 1 + n : ℕ) : ℝ) * w = (m + 1) * u + n * v) : u ^ (m + 1) * v ^ n ≤ w ^ (m + 1 + n) := by
  induction n generalizing w with
  | zero =>
    have e : w = u := by
      have h₁ : ((m : ℝ) + 1) * (w - u) = 0 := by grind
      have := (mul_eq_zero.1 h₁).resolve_left (Nat.cast_add_one_pos m).ne'
      grind
    rw [e]; grind
  | succ n ih =>
    have hm := Nat.cast_add_one_pos (α := ℝ) m
    have hn := Nat.cast_nonneg (α := ℝ) n
    have e : ((m + 1 + n : ℕ) : ℝ) = m + 1 + n := by rw [Nat.cast_add, Nat.cast_add_one]
    have hN : 0 < ((m + 1 + n : ℕ) : ℝ) := by grind
    have h₀ := add_pos_of_pos_of_nonneg (mul_pos hm hu) (mul_nonneg hn hv.le)
    have h₁ := mul_le_mul_of_nonneg_right (ih (div_pos h₀ hN) (by rw [mul_comm, div_mul_cancel₀ _ hN.ne'])) hv.le
    have h₂ := pow_mul_sub_le (div_pos h₀ hN).le hw.le (m + 1 + n)
    have e₁ : (((m + 1 + n : ℕ) : ℝ) + 1) * w - (m + 1 + n : ℕ) * ((((m : ℝ) + 1) * u + n * v) / (m + 1 + n : ℕ)) = v := by
      rw [mul_comm ((m + 1 + n : ℕ) : ℝ) (_ / _), div_mul_cancel₀ _ hN.ne']
      grind
    rw [e₁] at h₂
    have h₃ := le_trans h₁ h₂
    rw [mul_assoc, ← pow_succ] at h₃
    exact h₃

/-- The values of `(1 + x / n) ^ n` for positive `n > -x`. -/
private def powers (x y : ℝ) : Prop := ∃ (n : ℕ) (w : ℝ), 0 < w ∧ (n + 1) * (w - 1) = x ∧ y = w ^ (n + 1)

private theorem powers_pos {x y : ℝ} (h : powers x y) : 0 < y := by
  obtain ⟨n, w, hw, -, rfl⟩ := h
  exact pow_pos hw (n + 1)

private theorem exists_base {x : ℝ} {n : ℕ} (h : -x < n + 1) : ∃ w, 0 < w ∧ (n + 1) * (w - 1) = x := by
  have hn := Nat.cast_add_one_pos (α := ℝ) n
  refine ⟨(n + 1 + x) / (n + 1), div_pos (by grind) hn, ?_⟩
  rw [mul_sub, mul_comm, div_mul_cancel₀ _ hn.ne']
  grind

private theorem powers_mul {x x' y y' : ℝ} (h : powers x y) (h' : powers x' y') : ∃ z, powers (x + x') z ∧ y * y' ≤ z := by
  obtain ⟨m, u, hu, rfl, rfl⟩ := h
  obtain ⟨n, v, hv, rfl, rfl⟩ := h'
  have hm := mul_pos (Nat.cast_add_one_pos m) hu
  have hn := mul_pos (Nat.cast_add_one_pos n) hv
  have e : ((m + 1 + n : ℕ) : ℝ) = m + 1 + n := by rw [Nat.cast_add, Nat.cast_add_one]
  obtain ⟨w, hw, hx⟩ := exists_base (x := (m + 1) * (u - 1) + (n + 1) * (v - 1)) (n := m + 1 + n) (by grind)
  refine ⟨_, ⟨m + 1 + n, w, hw, hx, rfl⟩, pow_mul_pow_le hu hv m (n + 1) hw ?_⟩
  grind

private theorem exists_powers (x : ℝ) : ∃ y, powers x y := by
  obtain ⟨n, hn⟩ := exists_nat_gt (-x)
  obtain ⟨w, hw, h⟩ := exists_base (x := x) (n := n) (by grind)
  exact ⟨_, n, w, hw, h, rfl⟩

private theorem powers_zero {y : ℝ} (h : powers 0 y) : y = 1 := by
  obtain ⟨n, w, -, h, rfl⟩ := h
  have e : w = 1 := by
    have := (mul_eq_zero.1 h).resolve_left (Nat.cast_add_one_pos n).ne'
    grind
  rw [e, one_pow]

private theorem powers_le {x y z : ℝ} (h : powers x y) (h' : powers (-x) z) : y ≤ 1 / z := by
  obtain ⟨w, hw, hle⟩ := powers_mul h h'
  have e : x + -x = 0 := by grind
  rw [e] at hw
  rw [powers_zero hw] at hle
  exact (le_div_iff₀ (powers_pos h')).2 hle

private theorem exists_isLUB_powers (x : ℝ) : ∃ l, (∀ y, powers x y → y ≤ l) ∧ ∀ b, (∀ y, powers x y → y ≤ b) → l ≤ b := by
  obtain ⟨z, hz⟩ := exists_powers (-x)
  exact Shomei.Portable.exists_isLUB (exists_powers x) ⟨1 / z, fun y hy => powers_le hy hz⟩

/-- The exponential function: the least upper bound of the values of `(1 + x / n) ^ n` for positive `n > -x`. -/
noncomputable def exp (x : ℝ) : ℝ := Classical.choose (exists_isLUB_powers x)

private theorem le_exp {x y : ℝ} (h : powers x y) : y ≤ exp x := (Classical.choose_spec (exists_isLUB_powers x)).1 y h

private theorem exp_le {x b : ℝ} (h : ∀ y, powers x y → y ≤ b) : exp x ≤ b := (Classical.choose_spec (exists_isLUB_powers x)).2 b h

theorem exp_pos (x : ℝ) : 0 < exp x := by
  obtain ⟨y, hy⟩ := exists_powers x
  exact lt_of_lt_of_le (powers_pos hy) (le_exp hy)

theorem add_one_le_exp (x : ℝ) : x + 1 ≤ exp x := by
  by_cases h : 0 < x + 1
  · exact le_exp ⟨0, x + 1, h, by grind, by grind⟩
  · grind [exp_pos x]

private theorem exp_mul_exp_le (x y : ℝ) : exp x * exp y ≤ exp (x + y) := by
  have h₁ {p q : ℝ} (hp : powers x p) (hq : powers y q) : p * q ≤ exp (x + y) := by
    obtain ⟨z, hz, h⟩ := powers_mul hp hq
    exact le_trans h (le_exp hz)
  have h₂ {q : ℝ} (hq : powers y q) : exp x ≤ exp (x + y) / q :=
    exp_le fun p hp => (le_div_iff₀ (powers_pos hq)).2 (h₁ hp hq)
  have h₃ : exp y ≤ exp (x + y) / exp x := exp_le fun q hq => by
    have := (le_div_iff₀ (powers_pos hq)).1 (h₂ hq)
    rw [le_div_iff₀ (exp_pos x), mul_comm]
    exact this
  have := (le_div_iff₀ (exp_pos x)).1 h₃
  rwa [mul_comm] at this

private theorem one_le_exp_mul_exp_neg (x : ℝ) : 1 ≤ exp x * exp (-x) := by
  refine not_lt.1 fun h => ?_
  have hd : 0 < 1 - exp x * exp (-x) := by grind
  obtain ⟨n, hn⟩ := exists_nat_gt (abs x + x ^ 2 / (1 - exp x * exp (-x)))
  have hx := abs_le.1 (le_refl (abs x))
  have hq := div_nonneg (sq_nonneg x) hd.le
  have hm := Nat.cast_add_one_pos (α := ℝ) n
  have hlt : x ^ 2 / (1 - exp x * exp (-x)) < n + 1 := by
    have := abs_nonneg x
    grind
  rw [div_lt_iff₀ hd] at hlt
  obtain ⟨u, hu, e₁⟩ := exists_base (x := x) (n := n) (by grind)
  obtain ⟨v, hv, e₂⟩ := exists_base (x := -x) (n := n) (by grind)
  have k₁ := mul_le_mul (le_exp ⟨n, u, hu, e₁, rfl⟩) (le_exp ⟨n, v, hv, e₂, rfl⟩) (pow_pos hv (n + 1)).le (exp_pos x).le
  have k₂ := pow_mul_sub_le zero_le_one (mul_pos hu hv).le n
  rw [mul_pow, one_pow] at k₂
  have k₃ := mul_nonneg hm.le (sub_nonneg.2 (le_trans k₂ k₁))
  have e₃ : u + v = 2 := by
    have h₁ : ((n : ℝ) + 1) * (u + v - 2) = 0 := by grind
    have := (mul_eq_zero.1 h₁).resolve_left hm.ne'
    grind
  have e₄ : ((n : ℝ) + 1) * (1 * ((n + 1) * (u * v) - n * 1)) = n + 1 - x ^ 2 := by
    have : v = 2 - u := by grind
    grind
  rw [mul_sub, e₄] at k₃
  grind

theorem exp_add (x y : ℝ) : exp (x + y) = exp x * exp y := by
  refine le_antisymm ?_ (exp_mul_exp_le x y)
  have h₁ := exp_mul_exp_le (x + y) (-y)
  have e : x + y + -y = x := by grind
  rw [e] at h₁
  have h₂ := mul_le_mul_of_nonneg_left (one_le_exp_mul_exp_neg y) (exp_pos (x + y)).le
  have h₃ := mul_le_mul_of_nonneg_right h₁ (exp_pos y).le
  grind

/-! ## Laws of the exponential function -/

theorem exp_zero : exp 0 = 1 := by grind [exp_add 0 0, add_one_le_exp 0]

theorem exp_nonneg (x : ℝ) : 0 ≤ exp x := by grind [exp_pos x]

theorem exp_ne_zero (x : ℝ) : exp x ≠ 0 := by grind [exp_pos x]

theorem exp_neg (x : ℝ) : exp (-x) = (exp x)⁻¹ := by
  have h1 := exp_add x (-x)
  have h2 : x + -x = 0 := by grind
  rw [h2, exp_zero] at h1
  grind [exp_ne_zero x]

theorem exp_sub (x y : ℝ) : exp (x - y) = exp x / exp y := by
  have h : x - y = x + -y := by grind
  rw [h, exp_add, exp_neg]
  grind

theorem exp_nat_mul (x : ℝ) (n : ℕ) : exp (n * x) = exp x ^ n := by
  induction n with
  | zero =>
    have h : ((0 : ℕ) : ℝ) * x = 0 := by grind
    rw [h, exp_zero]; grind
  | succ n ih =>
    have h : ((n + 1 : ℕ) : ℝ) * x = n * x + x := by grind
    rw [h, exp_add, ih]; grind

theorem add_one_lt_exp {x : ℝ} (hx : x ≠ 0) : x + 1 < exp x := by
  have h : exp x = exp (x / 2) ^ 2 := by
    have e : x / 2 + x / 2 = x := by grind
    have := exp_add (x / 2) (x / 2)
    grind
  have h1 := add_one_le_exp (x / 2)
  have h0 := exp_pos (x / 2)
  by_cases c : 0 ≤ x / 2 + 1
  · have h2 := mul_nonneg (a := exp (x / 2) - (x / 2 + 1)) (b := exp (x / 2) + (x / 2 + 1)) (by grind) (by grind)
    have h3 : 0 < x ^ 2 := by
      have := sq_nonneg x
      have : x ^ 2 ≠ 0 := by grind
      grind
    grind
  · grind [exp_pos x]

theorem one_sub_lt_exp_neg {x : ℝ} (hx : x ≠ 0) : 1 - x < exp (-x) := by
  have := add_one_lt_exp (x := -x) (by grind)
  grind

theorem one_sub_le_exp_neg (x : ℝ) : 1 - x ≤ exp (-x) := by
  grind [add_one_le_exp (-x)]

theorem one_le_exp {x : ℝ} (hx : 0 ≤ x) : 1 ≤ exp x := by grind [add_one_le_exp x]

private theorem exp_strict {x y : ℝ} (h : x < y) : exp x < exp y := by
  have e : y = x + (y - x) := by grind
  have h1 := exp_add x (y - x)
  rw [← e] at h1
  have h2 := add_one_le_exp (y - x)
  have h3 := mul_pos (a := exp x) (b := exp (y - x) - 1) (exp_pos x) (by grind)
  grind

theorem exp_lt_exp {x y : ℝ} : exp x < exp y ↔ x < y := by
  constructor
  · intro h
    by_cases c : y < x
    · grind [exp_strict c]
    · by_cases d : x = y
      · grind
      · grind
  · exact exp_strict

theorem exp_le_exp {x y : ℝ} : exp x ≤ exp y ↔ x ≤ y := by
  have := @exp_lt_exp y x
  grind

theorem exp_le_exp_of_le {x y : ℝ} (h : x ≤ y) : exp x ≤ exp y := exp_le_exp.2 h

theorem exp_injective : Function.Injective exp := by
  intro x y h
  have := @exp_le_exp x y
  have := @exp_le_exp y x
  grind

theorem exp_eq_exp {x y : ℝ} : exp x = exp y ↔ x = y :=
  ⟨fun h => exp_injective h, fun h => by rw [h]⟩

theorem exp_eq_one_iff (x : ℝ) : exp x = 1 ↔ x = 0 := by
  have := @exp_eq_exp x 0
  rwa [exp_zero] at this

theorem one_lt_exp_iff {x : ℝ} : 1 < exp x ↔ 0 < x := by
  have := @exp_lt_exp 0 x
  rwa [exp_zero] at this

theorem exp_lt_one_iff {x : ℝ} : exp x < 1 ↔ x < 0 := by
  have := @exp_lt_exp x 0
  rwa [exp_zero] at this

theorem one_le_exp_iff {x : ℝ} : 1 ≤ exp x ↔ 0 ≤ x := by
  have := @exp_le_exp 0 x
  rwa [exp_zero] at this

theorem exp_le_one_iff {x : ℝ} : exp x ≤ 1 ↔ x ≤ 0 := by
  have := @exp_le_exp x 0
  rwa [exp_zero] at this

end Real
