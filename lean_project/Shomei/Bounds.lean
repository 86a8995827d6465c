module

public import Mathlib.Analysis.SpecialFunctions.Pow.Real
public import Mathlib.Analysis.SpecialFunctions.Trigonometric.Bounds

public section

/-!
# Bounds of numbers

Bounds of exponentials, cosines and `π` by computation with natural numbers, which the kernel does
quickly: an exponential is a square of an exponential, many times over, and the cosine of twice an
angle is a polynomial in that of the angle. The smallest argument is so small that the tangent
bounds the function well enough.
-/

-- shomei: preamble

namespace Shomei

/-- `a ^ (2 ^ k)` in units of `1 / s`, rounded down at every step. -/
@[expose] def squaresDown (s : ℕ) : ℕ → ℕ → ℕ
  | 0, a => a
  | k + 1, a => squaresDown s k (a ^ 2 / s)

/-- `a ^ (2 ^ k)` in units of `1 / s`, rounded up at every step. -/
@[expose] def squaresUp (s : ℕ) : ℕ → ℕ → ℕ
  | 0, a => a
  | k + 1, a => squaresUp s k (a ^ 2 / s + 1)

/-- The cosine of `2 ^ k` times an angle with the cosine `a`, in units of `1 / s`, rounded down. -/
@[expose] def doublingsDown (s : ℕ) : ℕ → ℕ → ℕ
  | 0, a => a
  | k + 1, a => doublingsDown s k (2 * a ^ 2 / s - s)

/-- The cosine of `2 ^ k` times an angle with the cosine `a`, in units of `1 / s`, rounded up. -/
@[expose] def doublingsUp (s : ℕ) : ℕ → ℕ → ℕ
  | 0, a => a
  | k + 1, a => doublingsUp s k (2 * a ^ 2 / s + 1 - s)

/-! ### The steps, for real numbers -/

private theorem le_of_scaled {a b t : ℝ} (ht : 0 < t) (h : a * t ≤ b * t) : a ≤ b :=
  not_lt.1 fun c => by
    have := mul_pos (show 0 < a - b by grind) ht
    grind

private theorem sq_le {a b : ℝ} (ha : 0 ≤ a) (h : a ≤ b) : a ^ 2 ≤ b ^ 2 := by
  have := mul_nonneg (show 0 ≤ b - a by grind) (show 0 ≤ b + a by grind)
  grind

private theorem square_down {a y z t : ℝ} (ht : 0 < t) (ha : 0 ≤ a) (h : a ≤ t * y)
    (d : z * t ≤ a ^ 2) : z ≤ t * y ^ 2 :=
  le_of_scaled ht (le_trans d (le_trans (sq_le ha h) (by grind)))

private theorem square_up {a y z t : ℝ} (ht : 0 < t) (hy : 0 ≤ y) (h : t * y ≤ a)
    (d : a ^ 2 ≤ z * t) : t * y ^ 2 ≤ z :=
  le_of_scaled ht (le_trans (le_trans (by grind) (sq_le (mul_nonneg ht.le hy) h)) d)

private theorem double_down {a y z w t : ℝ} (ht : 0 < t) (ha : 0 ≤ a) (h : a ≤ t * y)
    (d : z * t ≤ 2 * a ^ 2) (e : 1 + w = 2 * y ^ 2) : z ≤ t + t * w :=
  le_of_scaled ht (by
    have k := sq_le ha h
    have : (t + t * w) * t = 2 * (t * y) ^ 2 := by grind
    rw [this]; clear this e; grind)

private theorem double_up {a y z w t : ℝ} (ht : 0 < t) (hy : 0 ≤ y) (h : t * y ≤ a)
    (d : 2 * a ^ 2 ≤ z * t) (e : 1 + w = 2 * y ^ 2) : t + t * w ≤ z :=
  le_of_scaled ht (by
    have k := sq_le (mul_nonneg ht.le hy) h
    have : (t + t * w) * t = 2 * (t * y) ^ 2 := by grind
    rw [this]; clear this e; grind)

/-! ### Natural numbers as real ones -/

private theorem cast_pow (a k : ℕ) : ((a ^ k : ℕ) : ℝ) = (a : ℝ) ^ k := by
  induction k with
  | zero => rw [pow_zero, pow_zero, Nat.cast_one]
  | succ k ih => rw [Nat.pow_succ, Nat.cast_mul, ih, pow_succ]

private theorem cast_div_le (a s : ℕ) : ((a / s : ℕ) : ℝ) * s ≤ a := by
  rw [← Nat.cast_mul]
  exact Nat.cast_le.2 (Nat.div_mul_le_self a s)

private theorem le_cast_div (a s : ℕ) (hs : 0 < s) : (a : ℝ) ≤ (a / s + 1 : ℕ) * s := by
  rw [← Nat.cast_mul]
  exact Nat.cast_le.2 (Nat.le_of_lt (Nat.lt_mul_of_div_lt (Nat.lt_succ_self _) hs))

private theorem cast_two_mul_sq (a : ℕ) : ((2 * a ^ 2 : ℕ) : ℝ) = 2 * (a : ℝ) ^ 2 := by
  rw [Nat.cast_mul, cast_pow, show ((2 : ℕ) : ℝ) = 2 by grind]

private theorem cast_sub_le {a b : ℕ} {c : ℝ} (h₀ : 0 ≤ c) (h : (a : ℝ) ≤ b + c) :
    ((a - b : ℕ) : ℝ) ≤ c := by
  by_cases le : b ≤ a
  · rw [show a = (a - b) + b by omega, Nat.cast_add] at h
    generalize ((a - b : ℕ) : ℝ) = d at *
    generalize (b : ℝ) = e at *
    clear le
    grind
  · rw [show a - b = 0 by omega, Nat.cast_zero]
    exact h₀

private theorem le_cast_sub {a b : ℕ} {c : ℝ} (h : b + c ≤ (a : ℝ)) : c ≤ ((a - b : ℕ) : ℝ) := by
  have k := (Nat.cast_le (α := ℝ)).2 (show a ≤ (a - b) + b by omega)
  rw [Nat.cast_add] at k
  generalize ((a - b : ℕ) : ℝ) = d at *
  generalize (b : ℝ) = e at *
  generalize (a : ℝ) = f at *
  grind

/-! ### Halves of the argument -/

private theorem half_twice (x : ℝ) (k : ℕ) : 2 * (x / 2 ^ (k + 1)) = x / 2 ^ k := by
  rw [pow_succ]
  generalize (2 : ℝ) ^ k = t
  grind

private theorem exp_twice (x : ℝ) (k : ℕ) :
    Real.exp (x / 2 ^ k) = Real.exp (x / 2 ^ (k + 1)) ^ 2 := by
  rw [← half_twice x k, two_mul, Real.exp_add, sq]

private theorem cos_twice (x : ℝ) (k : ℕ) :
    1 + Real.cos (x / 2 ^ k) = 2 * Real.cos (x / 2 ^ (k + 1)) ^ 2 := by
  rw [← half_twice x k, Real.cos_two_mul]
  generalize Real.cos (x / 2 ^ (k + 1)) = t
  grind

private theorem within (x : ℝ) (k : ℕ) (h₀ : 0 ≤ x) (h₁ : x ≤ 1) :
    0 ≤ x / 2 ^ k ∧ x / 2 ^ k ≤ 1 := by
  induction k with
  | zero => rw [pow_zero, div_one]; exact ⟨h₀, h₁⟩
  | succ k ih =>
    have := half_twice x k
    generalize x / 2 ^ k = t at *
    generalize x / 2 ^ (k + 1) = u at *
    grind

private theorem cos_within (x : ℝ) (k : ℕ) (h₀ : 0 ≤ x) (h₁ : x ≤ 1) : 0 < Real.cos (x / 2 ^ k) :=
  Real.cos_pos_of_le_one (by
    rw [abs_of_nonneg (within x k h₀ h₁).1]
    exact (within x k h₀ h₁).2)

theorem squaresDown_le {s : ℕ} (hs : 0 < s) (k : ℕ) : ∀ (a : ℕ) (x : ℝ),
    (a : ℝ) ≤ s * Real.exp (x / 2 ^ k) → (squaresDown s k a : ℝ) ≤ s * Real.exp x := by
  induction k with
  | zero => intro a x h; rw [pow_zero, div_one] at h; exact h
  | succ k ih =>
    intro a x h
    refine ih _ x ?_
    rw [exp_twice]
    exact square_down (Nat.cast_pos.2 hs) (Nat.cast_nonneg a) h
      (by rw [← cast_pow]; exact cast_div_le _ _)

theorem le_squaresUp {s : ℕ} (hs : 0 < s) (k : ℕ) : ∀ (a : ℕ) (x : ℝ),
    s * Real.exp (x / 2 ^ k) ≤ a → s * Real.exp x ≤ (squaresUp s k a : ℝ) := by
  induction k with
  | zero => intro a x h; rw [pow_zero, div_one] at h; exact h
  | succ k ih =>
    intro a x h
    refine ih _ x ?_
    rw [exp_twice]
    exact square_up (Nat.cast_pos.2 hs) (Real.exp_pos _).le h
      (by rw [← cast_pow]; exact le_cast_div _ _ hs)

theorem doublingsDown_le {s : ℕ} (hs : 0 < s) (k : ℕ) : ∀ (a : ℕ) (x : ℝ), 0 ≤ x → x ≤ 1 →
    (a : ℝ) ≤ s * Real.cos (x / 2 ^ k) → (doublingsDown s k a : ℝ) ≤ s * Real.cos x := by
  induction k with
  | zero => intro a x _ _ h; rw [pow_zero, div_one] at h; exact h
  | succ k ih =>
    intro a x h₀ h₁ h
    have hs' : (0 : ℝ) < s := Nat.cast_pos.2 hs
    exact ih _ x h₀ h₁ (cast_sub_le (mul_pos hs' (cos_within x k h₀ h₁)).le
      (double_down hs' (Nat.cast_nonneg a) h (by rw [← cast_two_mul_sq]; exact cast_div_le _ _)
        (cos_twice x k)))

theorem le_doublingsUp {s : ℕ} (hs : 0 < s) (k : ℕ) : ∀ (a : ℕ) (x : ℝ), 0 ≤ x → x ≤ 1 →
    s * Real.cos (x / 2 ^ k) ≤ a → s * Real.cos x ≤ (doublingsUp s k a : ℝ) := by
  induction k with
  | zero => intro a x _ _ h; rw [pow_zero, div_one] at h; exact h
  | succ k ih =>
    intro a x h₀ h₁ h
    exact ih _ x h₀ h₁ (le_cast_sub (double_up (Nat.cast_pos.2 hs) (cos_within x (k + 1) h₀ h₁).le h
      (by rw [← cast_two_mul_sq]; exact le_cast_div _ _ hs) (cos_twice x k)))

/-! ### Bounds that the kernel computes

In each, `x` is `p / q`, the bound `m / n`, `s` the scale of the computation and `k` the number of
its steps. -/

private theorem start_down {x c s p q t e : ℝ} (hq : 0 < q) (ht : 0 < t) (hs : 0 ≤ s)
    (hx : x * q = p) (h : c * (q * t) ≤ s * (q * t + p)) (he : x / t + 1 ≤ e) : c ≤ s * e :=
  le_trans (le_of_scaled (mul_pos hq ht) (le_trans h (le_of_eq (by grind))))
    (mul_le_mul_of_nonneg_left he hs)

private theorem start_up {x c s p q t e : ℝ} (hq : 0 < q) (ht : 0 < t) (hs : 0 ≤ s) (he : 0 < e)
    (hx : x * q = p) (h : s * (q * t) + c * p ≤ c * (q * t)) (hc : 0 ≤ c) (h' : 1 - x / t ≤ 1 / e) :
    s * e ≤ c := by
  have k : s ≤ c * (1 - x / t) := le_of_scaled (mul_pos hq ht) (by
    have e : c * (1 - x / t) * (q * t) = c * (q * t) - c * p := by grind
    rw [e]; clear e hx h'; grind)
  have k' : s ≤ c / e := le_trans k (le_trans (mul_le_mul_of_nonneg_left h' hc) (by grind))
  exact (le_div_iff₀ he).1 k'

private theorem end_down {a e s d m n : ℝ} (hs : 0 < s) (hn : 0 < n) (ha : a * n = m)
    (h : m * s ≤ d * n) (hd : d ≤ s * e) : a ≤ e :=
  le_of_scaled (mul_pos hn hs) (by
    have k := mul_le_mul_of_nonneg_right hd hn.le
    have e₁ : a * (n * s) = m * s := by grind
    rw [e₁]; clear e₁ ha; grind)

private theorem end_up {a e s d m n : ℝ} (hs : 0 < s) (hn : 0 < n) (ha : a * n = m)
    (h : d * n ≤ m * s) (hd : s * e ≤ d) : e ≤ a :=
  le_of_scaled (mul_pos hn hs) (by
    have k := mul_le_mul_of_nonneg_right hd hn.le
    have e₁ : a * (n * s) = m * s := by grind
    rw [e₁]; clear e₁ ha; grind)

private theorem cast_start (c s p q k : ℕ) (h : c * (q * 2 ^ k) ≤ s * (q * 2 ^ k + p)) :
    (c : ℝ) * (q * 2 ^ k) ≤ s * (q * 2 ^ k + p) := by
  have l := (Nat.cast_le (α := ℝ)).2 h
  rwa [Nat.cast_mul, Nat.cast_mul, Nat.cast_mul, Nat.cast_add, Nat.cast_mul, cast_pow,
    show ((2 : ℕ) : ℝ) = 2 by grind] at l

private theorem cast_start' (c s p q k : ℕ) (h : s * (q * 2 ^ k) + c * p ≤ c * (q * 2 ^ k)) :
    (s : ℝ) * (q * 2 ^ k) + c * p ≤ c * (q * 2 ^ k) := by
  have l := (Nat.cast_le (α := ℝ)).2 h
  rwa [Nat.cast_add, Nat.cast_mul, Nat.cast_mul, Nat.cast_mul, Nat.cast_mul, Nat.cast_mul, cast_pow,
    show ((2 : ℕ) : ℝ) = 2 by grind] at l

private theorem cast_le_mul {a b c d : ℕ} (h : a * b ≤ c * d) : (a : ℝ) * b ≤ c * d := by
  rw [← Nat.cast_mul, ← Nat.cast_mul]
  exact Nat.cast_le.2 h

theorem le_exp_of_squares {x a : ℝ} (p q s k c m n : ℕ) (hx : x * q = p) (ha : a * n = m)
    (h : (0 < q ∧ 0 < s ∧ 0 < n) ∧ c * (q * 2 ^ k) ≤ s * (q * 2 ^ k + p) ∧
      m * s ≤ squaresDown s k c * n) : a ≤ Real.exp x :=
  end_down (Nat.cast_pos.2 h.1.2.1) (Nat.cast_pos.2 h.1.2.2) ha (cast_le_mul h.2.2)
    (squaresDown_le h.1.2.1 k c x (start_down (Nat.cast_pos.2 h.1.1) (pow_pos two_pos k)
      (Nat.cast_nonneg s) hx (cast_start c s p q k h.2.1) (Real.add_one_le_exp _)))

theorem exp_le_of_squares {x a : ℝ} (p q s k c m n : ℕ) (hx : x * q = p) (ha : a * n = m)
    (h : (0 < q ∧ 0 < s ∧ 0 < n) ∧ s * (q * 2 ^ k) + c * p ≤ c * (q * 2 ^ k) ∧
      squaresUp s k c * n ≤ m * s) : Real.exp x ≤ a :=
  end_up (Nat.cast_pos.2 h.1.2.1) (Nat.cast_pos.2 h.1.2.2) ha (cast_le_mul h.2.2)
    (le_squaresUp h.1.2.1 k c x (start_up (Nat.cast_pos.2 h.1.1) (pow_pos two_pos k)
      (Nat.cast_nonneg s) (Real.exp_pos _) hx (cast_start' c s p q k h.2.1) (Nat.cast_nonneg c)
      (by rw [one_div, ← Real.exp_neg]; exact Real.one_sub_le_exp_neg _)))


/-! ### Cosines -/

theorem cos_two_mul_eq_one_sub (x : ℝ) : Real.cos (2 * x) = 1 - 2 * Real.sin x ^ 2 := by
  have e := Real.cos_two_mul x
  have k := Real.sin_sq_add_cos_sq x
  grind

private theorem cos_le_quartic {y : ℝ} (h₀ : 0 ≤ y) (h₁ : y ≤ 1) :
    Real.cos y ≤ 1 - y ^ 2 / 2 + y ^ 4 / 16 := by
  have e := cos_two_mul_eq_one_sub (y / 2)
  rw [show 2 * (y / 2) = y by grind] at e
  rw [e]
  rcases (le_total y 0) with n | p
  · rw [show y = 0 by grind, zero_div, Real.sin_zero]; grind
  · by_cases z : y = 0
    · rw [z, zero_div, Real.sin_zero]; grind
    · have g := Real.sin_gt_sub_cube (x := y / 2) (by grind) (by grind)
      have b : 0 ≤ y / 2 - (y / 2) ^ 3 / 4 := by
        have := mul_nonneg h₀ (show 0 ≤ 16 - y ^ 2 by have := sq_le h₀ h₁; grind)
        grind
      have s := sq_le b g.le
      have r := sq_nonneg (y ^ 3)
      clear e g b
      grind

private theorem cos_start {x p q t : ℝ} (hq : 0 < q) (ht : 0 < t) (hx : x * q = p) :
    (x / 2 / t) * (2 * (q * t)) = p := by
  grind

private theorem cos_start_down {y c s p r e : ℝ} (hr : 0 < r) (hs : 0 ≤ s) (hy : y * (2 * r) = p)
    (h : c * (8 * r ^ 2) + s * p ^ 2 ≤ s * (8 * r ^ 2)) (he : 1 - y ^ 2 / 2 ≤ e) : c ≤ s * e :=
  le_trans (le_of_scaled (mul_pos (show (0 : ℝ) < 8 by grind) (pow_pos hr 2)) (by
    have k : s * (1 - y ^ 2 / 2) * (8 * r ^ 2) = s * (8 * r ^ 2) - s * p ^ 2 := by grind
    rw [k]; clear k hy he; grind)) (mul_le_mul_of_nonneg_left he hs)

private theorem cos_start_up {y c s p r e : ℝ} (hr : 0 < r) (hs : 0 ≤ s) (hy : y * (2 * r) = p)
    (h : s * (256 * r ^ 4 + p ^ 4) ≤ c * (256 * r ^ 4) + s * (32 * (r ^ 2 * p ^ 2)))
    (he : e ≤ 1 - y ^ 2 / 2 + y ^ 4 / 16) : s * e ≤ c :=
  le_trans (mul_le_mul_of_nonneg_left he hs)
    (le_of_scaled (mul_pos (show (0 : ℝ) < 256 by grind) (pow_pos hr 4)) (by
      have k : s * (1 - y ^ 2 / 2 + y ^ 4 / 16) * (256 * r ^ 4) =
        s * (256 * r ^ 4 + p ^ 4) - s * (32 * (r ^ 2 * p ^ 2)) := by grind
      rw [k]; clear k hy he; grind))

private theorem cast_cos_down {c s p q k : ℕ}
    (h : c * (8 * (q * 2 ^ k) ^ 2) + s * p ^ 2 ≤ s * (8 * (q * 2 ^ k) ^ 2)) :
    (c : ℝ) * (8 * (q * 2 ^ k) ^ 2) + s * p ^ 2 ≤ s * (8 * (q * 2 ^ k) ^ 2) := by
  have l := (Nat.cast_le (α := ℝ)).2 h
  simp only [Nat.cast_add, Nat.cast_mul, cast_pow, show ((8 : ℕ) : ℝ) = 8 by grind,
    show ((2 : ℕ) : ℝ) = 2 by grind] at l
  exact l

private theorem cast_cos_up {c s p q k : ℕ}
    (h : s * (256 * (q * 2 ^ k) ^ 4 + p ^ 4) ≤
      c * (256 * (q * 2 ^ k) ^ 4) + s * (32 * ((q * 2 ^ k) ^ 2 * p ^ 2))) :
    (s : ℝ) * (256 * (q * 2 ^ k) ^ 4 + p ^ 4) ≤
      c * (256 * (q * 2 ^ k) ^ 4) + s * (32 * ((q * 2 ^ k) ^ 2 * p ^ 2)) := by
  have l := (Nat.cast_le (α := ℝ)).2 h
  simp only [Nat.cast_add, Nat.cast_mul, cast_pow, show ((256 : ℕ) : ℝ) = 256 by grind,
    show ((32 : ℕ) : ℝ) = 32 by grind, show ((2 : ℕ) : ℝ) = 2 by grind] at l
  exact l

private theorem half_within {x : ℝ} {p q : ℕ} (hq : 0 < q) (hx : x * q = p) (hp : p ≤ 2 * q) :
    0 ≤ x / 2 ∧ x / 2 ≤ 1 := by
  have hq' : (0 : ℝ) < q := Nat.cast_pos.2 hq
  have h₀ : (0 : ℝ) ≤ p := Nat.cast_nonneg p
  have h₂ := (Nat.cast_le (α := ℝ)).2 hp
  rw [Nat.cast_mul, show ((2 : ℕ) : ℝ) = 2 by grind] at h₂
  rw [← hx] at h₀ h₂
  clear hx hp hq
  exact ⟨le_of_scaled hq' (by grind), le_of_scaled hq' (by grind)⟩

private theorem end_cos_down {a x s d m n : ℝ} (hs : 0 < s) (hn : 0 < n) (ha : (1 + a) * n = m)
    (h : m * s ^ 2 ≤ 2 * d ^ 2 * n) (h₀ : 0 ≤ d) (hd : d ≤ s * Real.cos (x / 2)) :
    a ≤ Real.cos x := by
  have e := cos_twice x 0
  rw [pow_zero, div_one, pow_one] at e
  have k := mul_le_mul_of_nonneg_right (sq_le h₀ hd) hn.le
  generalize Real.cos (x / 2) = y at *
  generalize Real.cos x = z at *
  refine le_of_scaled (mul_pos hn (pow_pos hs 2)) ?_
  have e₁ : a * (n * s ^ 2) = m * s ^ 2 - n * s ^ 2 := by grind
  have e₂ : z * (n * s ^ 2) = 2 * ((s * y) ^ 2 * n) - n * s ^ 2 := by grind
  rw [e₁, e₂]
  clear e₁ e₂ e ha
  grind

private theorem end_cos_up {a x s d m n : ℝ} (hs : 0 < s) (hn : 0 < n) (ha : (1 + a) * n = m)
    (h : 2 * d ^ 2 * n ≤ m * s ^ 2) (h₀ : 0 ≤ Real.cos (x / 2)) (hd : s * Real.cos (x / 2) ≤ d) :
    Real.cos x ≤ a := by
  have e := cos_twice x 0
  rw [pow_zero, div_one, pow_one] at e
  have k := mul_le_mul_of_nonneg_right (sq_le (mul_nonneg hs.le h₀) hd) hn.le
  generalize Real.cos (x / 2) = y at *
  generalize Real.cos x = z at *
  refine le_of_scaled (mul_pos hn (pow_pos hs 2)) ?_
  have e₁ : a * (n * s ^ 2) = m * s ^ 2 - n * s ^ 2 := by grind
  have e₂ : z * (n * s ^ 2) = 2 * ((s * y) ^ 2 * n) - n * s ^ 2 := by grind
  rw [e₁, e₂]
  clear e₁ e₂ e ha
  grind

private theorem cast_end {m s d n : ℕ} (h : m * s ^ 2 ≤ 2 * d ^ 2 * n) :
    (m : ℝ) * s ^ 2 ≤ 2 * d ^ 2 * n := by
  have l := (Nat.cast_le (α := ℝ)).2 h
  simp only [Nat.cast_mul, cast_pow, show ((2 : ℕ) : ℝ) = 2 by grind] at l
  exact l

private theorem cast_end' {m s d n : ℕ} (h : 2 * d ^ 2 * n ≤ m * s ^ 2) :
    2 * (d : ℝ) ^ 2 * n ≤ m * s ^ 2 := by
  have l := (Nat.cast_le (α := ℝ)).2 h
  simp only [Nat.cast_mul, cast_pow, show ((2 : ℕ) : ℝ) = 2 by grind] at l
  exact l

theorem le_cos_of_doublings {x a : ℝ} (p q s k c m n : ℕ) (hx : x * q = p) (ha : (1 + a) * n = m)
    (h : (0 < q ∧ 0 < s ∧ 0 < n) ∧ p ≤ 2 * q ∧
      c * (8 * (q * 2 ^ k) ^ 2) + s * p ^ 2 ≤ s * (8 * (q * 2 ^ k) ^ 2) ∧
      m * s ^ 2 ≤ 2 * (doublingsDown s k c) ^ 2 * n) : a ≤ Real.cos x :=
  have w := half_within h.1.1 hx h.2.1
  have hq : (0 : ℝ) < q := Nat.cast_pos.2 h.1.1
  have ht : (0 : ℝ) < 2 ^ k := pow_pos two_pos k
  end_cos_down (Nat.cast_pos.2 h.1.2.1) (Nat.cast_pos.2 h.1.2.2) ha (cast_end h.2.2.2)
    (Nat.cast_nonneg _) (doublingsDown_le h.1.2.1 k c (x / 2) w.1 w.2
      (cos_start_down (mul_pos hq ht) (Nat.cast_nonneg s) (cos_start hq ht hx)
        (cast_cos_down h.2.2.1) Real.one_sub_sq_div_two_le_cos))

theorem cos_le_of_doublings {x a : ℝ} (p q s k c m n : ℕ) (hx : x * q = p) (ha : (1 + a) * n = m)
    (h : (0 < q ∧ 0 < s ∧ 0 < n) ∧ p ≤ 2 * q ∧
      s * (256 * (q * 2 ^ k) ^ 4 + p ^ 4) ≤
        c * (256 * (q * 2 ^ k) ^ 4) + s * (32 * ((q * 2 ^ k) ^ 2 * p ^ 2)) ∧
      2 * (doublingsUp s k c) ^ 2 * n ≤ m * s ^ 2) : Real.cos x ≤ a :=
  have w := half_within h.1.1 hx h.2.1
  have hq : (0 : ℝ) < q := Nat.cast_pos.2 h.1.1
  have ht : (0 : ℝ) < 2 ^ k := pow_pos two_pos k
  have v := within (x / 2) k w.1 w.2
  end_cos_up (Nat.cast_pos.2 h.1.2.1) (Nat.cast_pos.2 h.1.2.2) ha (cast_end' h.2.2.2)
    (by have p := cos_within (x / 2) 0 w.1 w.2; rw [pow_zero, div_one] at p; exact p.le)
    (le_doublingsUp h.1.2.1 k c (x / 2) w.1 w.2
      (cos_start_up (mul_pos hq ht) (Nat.cast_nonneg s) (cos_start hq ht hx)
        (cast_cos_up h.2.2.1) (cos_le_quartic v.1 v.2)))

theorem lt_pi_of_cos {a c : ℝ} (h₀ : 0 ≤ a) (h₄ : a ≤ 4) (hc : 0 < c) (h : c ≤ Real.cos (a / 2)) :
    a < Real.pi := not_le.1 fun g => by
  have k := Real.pi_pos
  have k₂ := Real.two_le_pi
  rcases (lt_or_ge (Real.pi / 2) (a / 2)) with l | l
  · have := Real.cos_neg_of_pi_div_two_lt_of_lt l (by grind)
    grind
  · have e : a = Real.pi := by grind
    rw [e, Real.cos_pi_div_two] at h
    exact lt_irrefl 0 (lt_of_lt_of_le hc h)

theorem pi_lt_of_cos {a c : ℝ} (h₀ : 0 ≤ a) (hc : c < 0) (h : Real.cos (a / 2) ≤ c) :
    Real.pi < a := not_le.1 fun g => by
  have k := Real.pi_pos
  have := Real.cos_nonneg_of_neg_pi_div_two_le_of_le (x := a / 2) (by grind) (by grind)
  grind

/-! ### Negative exponents, sines, roots and even powers -/

private theorem abs_of_sq {a b : ℝ} (hb : 0 ≤ b) (h : a ^ 2 ≤ b ^ 2) : a ≤ b := not_lt.1 fun c => by
  have := mul_pos (show 0 < a - b by grind) (show 0 < a + b by grind)
  grind

theorem le_exp_neg {x a b : ℝ} (hb : Real.exp x ≤ b) (ha : 0 ≤ a) (h : a * b ≤ 1) :
    a ≤ Real.exp (-x) := by
  rw [Real.exp_neg, ← one_div]
  exact (le_div_iff₀ (Real.exp_pos x)).2 (le_trans (mul_le_mul_of_nonneg_left hb ha) h)

theorem exp_neg_le {x a b : ℝ} (hb : b ≤ Real.exp x) (ha : 0 ≤ a) (h : 1 ≤ a * b) :
    Real.exp (-x) ≤ a := by
  rw [Real.exp_neg, ← one_div]
  exact (div_le_iff₀ (Real.exp_pos x)).2 (le_trans h (mul_le_mul_of_nonneg_left hb ha))

theorem le_sin_of_cos {x a : ℝ} (h₀ : 0 ≤ x) (h₁ : x ≤ 1) (h : Real.cos (2 * x) ≤ 1 - 2 * a ^ 2) :
    a ≤ Real.sin x := by
  have p := Real.two_le_pi
  refine abs_of_sq (Real.sin_nonneg_of_nonneg_of_le_pi h₀ (by grind)) ?_
  have e := Real.sin_sq_eq_half_sub x
  rw [e]
  generalize Real.cos (2 * x) = c at *
  clear e p
  grind

theorem sin_le_of_cos {x a : ℝ} (ha : 0 ≤ a) (h : 1 - 2 * a ^ 2 ≤ Real.cos (2 * x)) :
    Real.sin x ≤ a := by
  refine abs_of_sq ha ?_
  have e := Real.sin_sq_eq_half_sub x
  rw [e]
  generalize Real.cos (2 * x) = c at *
  clear e
  grind

private theorem pow_root {a y : ℝ} {n : ℕ} (hy : n * y = 1) (ha : 0 ≤ a) : (a ^ n) ^ y = a := by
  rw [← Real.rpow_natCast_mul ha, hy, Real.rpow_one]

private theorem exponent_nonneg {y : ℝ} {n : ℕ} (hy : n * y = 1) : 0 ≤ y := not_lt.1 fun c => by
  have := mul_nonneg (Nat.cast_nonneg n) (show 0 ≤ -y by grind)
  grind

theorem le_root {a x y : ℝ} (n : ℕ) (hy : n * y = 1) (ha : 0 ≤ a) (h : a ^ n ≤ x) : a ≤ x ^ y :=
  le_trans (le_of_eq (pow_root hy ha).symm)
    (Real.rpow_le_rpow (pow_nonneg ha n) h (exponent_nonneg hy))

theorem root_le {a x y : ℝ} (n : ℕ) (hy : n * y = 1) (ha : 0 ≤ a) (hx : 0 ≤ x) (h : x ≤ a ^ n) :
    x ^ y ≤ a :=
  le_trans (Real.rpow_le_rpow hx h (exponent_nonneg hy)) (le_of_eq (pow_root hy ha))

theorem root_eq {a x y : ℝ} (n : ℕ) (hy : n * y = 1) (ha : 0 ≤ a) (h : x = a ^ n) : x ^ y = a := by
  rw [h, pow_root hy ha]

theorem even_pow_nonneg (a : ℝ) (n : ℕ) : 0 ≤ a ^ (2 * n) := by
  rw [Nat.two_mul, pow_add]
  exact mul_self_nonneg _

theorem even_pow_pos {a : ℝ} (ha : a ≠ 0) (n : ℕ) : 0 < a ^ (2 * n) :=
  lt_of_le_of_ne (even_pow_nonneg a n) (Ne.symm (pow_ne_zero _ ha))

end Shomei
