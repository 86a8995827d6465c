module

public import Mathlib.Data.Real.Basic

public section

/-!
# The exponential function and the logarithm

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
    have hm := Nat.cast_add_one_pos m
    have hn := Nat.cast_nonneg n
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
  have hn := Nat.cast_add_one_pos n
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
  exact exists_isLUB' (exists_powers x) ⟨1 / z, fun y hy => powers_le hy hz⟩

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
  have hm := Nat.cast_add_one_pos n
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

theorem exp_lt_exp_of_lt {x y : ℝ} (h : x < y) : exp x < exp y := by
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
    · grind [exp_lt_exp_of_lt c]
    · by_cases d : x = y
      · grind
      · grind
  · exact exp_lt_exp_of_lt

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

/-- The exponential function takes every positive value: the least upper bound of
`{x | exp x ≤ y}` is where it takes `y`. -/
private theorem exists_exp_eq {y : ℝ} (hy : 0 < y) : ∃ x, exp x = y := by
  have inv (x : ℝ) : exp x * exp (-x) = 1 := by
    have h := exp_add x (-x)
    have e : x + -x = 0 := by grind
    rw [e, exp_zero] at h
    grind
  have ne : ∃ x, exp x ≤ y := by
    refine ⟨-(y⁻¹ - 1), ?_⟩
    have h1 := mul_nonneg (a := exp (-(y⁻¹ - 1)) * y) (b := exp (y⁻¹ - 1) - y⁻¹)
      (by grind [mul_pos (exp_pos (-(y⁻¹ - 1))) hy]) (by grind [add_one_le_exp (y⁻¹ - 1)])
    have h2 : exp (-(y⁻¹ - 1)) * y * (exp (y⁻¹ - 1) - y⁻¹) = y - exp (-(y⁻¹ - 1)) := by grind [inv (y⁻¹ - 1)]
    grind
  have bd : ∃ b, ∀ x, exp x ≤ y → x ≤ b := ⟨y, fun x h => by grind [add_one_le_exp x]⟩
  obtain ⟨l, hl, hmin⟩ := exists_isLUB' (s := fun x => exp x ≤ y) ne bd
  refine ⟨l, ?_⟩
  have lpos := exp_pos l
  by_cases c : exp l < y
  · -- then `exp` is still at most `y` a little to the right of `l`
    exfalso
    have d : 0 < 1 - exp l / y := by
      have h := div_pos (a := y - exp l) (b := y) (by grind) hy
      have e : (y - exp l) / y = 1 - exp l / y := by grind
      grind
    have step : exp (l + (1 - exp l / y)) ≤ y := by
      have h1 := add_one_le_exp (-(1 - exp l / y))
      have h2 := mul_nonneg (a := exp (1 - exp l / y) * y) (b := exp (-(1 - exp l / y)) - exp l / y)
        (by grind [mul_pos (exp_pos (1 - exp l / y)) hy]) (by grind)
      have h3 : exp (1 - exp l / y) * y * (exp (-(1 - exp l / y)) - exp l / y) = y - exp l * exp (1 - exp l / y) := by
        grind [inv (1 - exp l / y)]
      rw [exp_add]
      grind
    grind [hl _ step]
  · by_cases c' : y < exp l
    · -- then `exp` is already at least `y` a little to the left of `l`
      exfalso
      have d : 0 < 1 - y / exp l := by
        have h := div_pos (a := exp l - y) (b := exp l) (by grind) lpos
        have e : (exp l - y) / exp l = 1 - y / exp l := by grind
        grind
      have step : y ≤ exp (l + -(1 - y / exp l)) := by
        have h1 := add_one_le_exp (-(1 - y / exp l))
        have h2 := mul_nonneg (a := exp l) (b := exp (-(1 - y / exp l)) - y / exp l) (by grind) (by grind)
        have h3 : exp l * (exp (-(1 - y / exp l)) - y / exp l) = exp l * exp (-(1 - y / exp l)) - y := by grind
        rw [exp_add]
        grind
      have h := hmin (l + -(1 - y / exp l)) (fun x hx => exp_le_exp.1 (by grind))
      grind
    · grind

/-! ## The logarithm -/

/-- The real logarithm: the inverse of the exponential function for `x > 0`, extended by
`log (-x) = log x` and `log 0 = 0` as in Mathlib. -/
noncomputable def log (x : ℝ) : ℝ :=
  if h : 0 < x then Classical.choose (exists_exp_eq h)
  else if h : 0 < -x then Classical.choose (exists_exp_eq h) else 0

theorem exp_log {x : ℝ} (hx : 0 < x) : exp (log x) = x := by
  rw [log, dif_pos hx]
  exact Classical.choose_spec (exists_exp_eq hx)

theorem log_zero : log 0 = 0 := by
  have h : ¬ (0 : ℝ) < 0 := by grind
  have h' : ¬ (0 : ℝ) < -0 := by grind
  rw [log, dif_neg h, dif_neg h']

theorem log_exp (x : ℝ) : log (exp x) = x := exp_injective (exp_log (exp_pos x))

private theorem exp_log_of_neg' {x : ℝ} (hx : x < 0) : exp (log x) = -x := by
  have h : ¬ 0 < x := by grind
  have h' : 0 < -x := by grind
  rw [log, dif_neg h, dif_pos h']
  exact Classical.choose_spec (exists_exp_eq h')

theorem exp_log_of_neg {x : ℝ} (hx : x < 0) : exp (log x) = -x := exp_log_of_neg' hx

theorem log_neg_eq_log (x : ℝ) : log (-x) = log x := by
  apply exp_injective
  by_cases c : 0 < x
  · rw [exp_log c, exp_log_of_neg (by grind)]; grind
  · by_cases d : x < 0
    · rw [exp_log_of_neg d, exp_log (by grind)]
    · have e : x = 0 := by grind
      have : -x = x := by grind
      rw [this]

theorem exp_log_eq_abs {x : ℝ} (hx : x ≠ 0) : exp (log x) = abs x := by
  by_cases c : 0 < x
  · rw [exp_log c, abs_of_nonneg (by grind)]
  · rw [exp_log_of_neg (by grind), abs_of_nonpos (by grind)]

theorem log_abs (x : ℝ) : log (abs x) = log x := by
  by_cases c : 0 ≤ x
  · rw [abs_of_nonneg c]
  · rw [abs_of_nonpos (by grind), log_neg_eq_log]

theorem log_one : log 1 = 0 := by
  have := log_exp 0
  rwa [exp_zero] at this

theorem log_mul {x y : ℝ} (hx : x ≠ 0) (hy : y ≠ 0) : log (x * y) = log x + log y := by
  have pos (a b : ℝ) (ha : 0 < a) (hb : 0 < b) : log (a * b) = log a + log b := by
    apply exp_injective
    rw [exp_add, exp_log ha, exp_log hb, exp_log (mul_pos ha hb)]
  by_cases c : 0 < x
  · by_cases d : 0 < y
    · exact pos x y c d
    · have h := pos x (-y) c (by grind)
      have e : x * -y = -(x * y) := by grind
      rwa [e, log_neg_eq_log, log_neg_eq_log] at h
  · by_cases d : 0 < y
    · have h := pos (-x) y (by grind) d
      have e : -x * y = -(x * y) := by grind
      rwa [e, log_neg_eq_log, log_neg_eq_log] at h
    · have h := pos (-x) (-y) (by grind) (by grind)
      have e : -x * -y = x * y := by grind
      rwa [e, log_neg_eq_log, log_neg_eq_log] at h

theorem log_inv (x : ℝ) : log x⁻¹ = -log x := by
  by_cases c : x = 0
  · have : x⁻¹ = x := by grind
    rw [this, c, log_zero]; grind
  · have h := log_mul (x := x) (y := x⁻¹) c (by grind)
    have e : x * x⁻¹ = 1 := by grind
    rw [e, log_one] at h
    grind

theorem log_div {x y : ℝ} (hx : x ≠ 0) (hy : y ≠ 0) : log (x / y) = log x - log y := by
  have e : x / y = x * y⁻¹ := by grind
  rw [e, log_mul hx (by grind), log_inv]; grind

theorem log_le_log_iff {x y : ℝ} (h : 0 < x) (h₁ : 0 < y) : log x ≤ log y ↔ x ≤ y := by
  rw [← exp_le_exp, exp_log h, exp_log h₁]

theorem log_le_log {x y : ℝ} (hx : 0 < x) (hxy : x ≤ y) : log x ≤ log y :=
  (log_le_log_iff hx (by grind)).2 hxy

theorem log_lt_log_iff {x y : ℝ} (hx : 0 < x) (hy : 0 < y) : log x < log y ↔ x < y := by
  rw [← exp_lt_exp, exp_log hx, exp_log hy]

theorem log_lt_log {x y : ℝ} (hx : 0 < x) (h : x < y) : log x < log y :=
  (log_lt_log_iff hx (by grind)).2 h

theorem log_le_iff_le_exp {x y : ℝ} (hx : 0 < x) : log x ≤ y ↔ x ≤ exp y := by
  rw [← exp_le_exp, exp_log hx]

theorem log_lt_iff_lt_exp {x y : ℝ} (hx : 0 < x) : log x < y ↔ x < exp y := by
  rw [← exp_lt_exp, exp_log hx]

theorem le_log_iff_exp_le {x y : ℝ} (hy : 0 < y) : x ≤ log y ↔ exp x ≤ y := by
  rw [← exp_le_exp, exp_log hy]

theorem lt_log_iff_exp_lt {x y : ℝ} (hy : 0 < y) : x < log y ↔ exp x < y := by
  rw [← exp_lt_exp, exp_log hy]

theorem log_pos {x : ℝ} (hx : 1 < x) : 0 < log x := by
  have := log_lt_log (x := 1) (by grind) hx
  rwa [log_one] at this

theorem log_neg {x : ℝ} (h0 : 0 < x) (h1 : x < 1) : log x < 0 := by
  have := log_lt_log h0 h1
  rwa [log_one] at this

theorem log_nonneg {x : ℝ} (hx : 1 ≤ x) : 0 ≤ log x := by
  have := log_le_log (x := 1) (by grind) hx
  rwa [log_one] at this

theorem log_nonpos {x : ℝ} (hx : 0 ≤ x) (h'x : x ≤ 1) : log x ≤ 0 := by
  by_cases c : x = 0
  · rw [c, log_zero]; grind
  · have := log_le_log (x := x) (by grind) h'x
    rwa [log_one] at this

theorem log_le_sub_one_of_pos {x : ℝ} (hx : 0 < x) : log x ≤ x - 1 := by
  have := add_one_le_exp (log x)
  rw [exp_log hx] at this
  grind

theorem log_lt_sub_one_of_pos {x : ℝ} (hx1 : 0 < x) (hx2 : x ≠ 1) : log x < x - 1 := by
  have h : log x ≠ 0 := by
    intro h
    have := exp_log hx1
    rw [h, exp_zero] at this
    grind
  have := add_one_lt_exp h
  rw [exp_log hx1] at this
  grind

theorem one_sub_inv_le_log_of_pos {x : ℝ} (hx : 0 < x) : 1 - x⁻¹ ≤ log x := by
  have := log_le_sub_one_of_pos (inv_pos.2 hx)
  rw [log_inv] at this
  grind

theorem eq_one_of_pos_of_log_eq_zero {x : ℝ} (h₁ : 0 < x) (h₂ : log x = 0) : x = 1 := by
  have := exp_log h₁
  rw [h₂, exp_zero] at this
  grind

theorem log_ne_zero_of_pos_of_ne_one {x : ℝ} (hx_pos : 0 < x) (hx : x ≠ 1) : log x ≠ 0 :=
  fun h => hx (eq_one_of_pos_of_log_eq_zero hx_pos h)

theorem log_pow (x : ℝ) (n : ℕ) : log (x ^ n) = n * log x := by
  induction n with
  | zero =>
    have e : x ^ 0 = 1 := by grind
    rw [e, log_one]; grind
  | succ n ih =>
    by_cases c : x = 0
    · have e : x ^ (n + 1) = 0 := by grind
      rw [e, c, log_zero]; grind
    · have e : x ^ (n + 1) = x ^ n * x := by grind
      have ne : x ^ n ≠ 0 := by
        clear ih e
        induction n with
        | zero => grind
        | succ n ih => grind
      rw [e, log_mul ne c, ih]; grind

end Real
