module

public import Mathlib.Analysis.SpecialFunctions.Trigonometric.Basic

public section

/-!
# Real powers and square roots

Both are defined from `Real.exp`, `Real.log`, `Real.cos` and `Real.pi`; the values agree with
Mathlib's everywhere, by `Real.rpow_def_of_pos`, `Real.rpow_def_of_neg` and `Real.zero_rpow`.
-/

-- shomei: preamble

namespace Real

/-- The real power `x ^ y`: `exp (log x * y)` for `x > 0`; `0 ^ 0 = 1`, `0 ^ y = 0`; and
`exp (log x * y) * cos (y * π)` for `x < 0`, as in Mathlib. -/
noncomputable def rpow (x y : ℝ) : ℝ :=
  if x = 0 then if y = 0 then 1 else 0
  else if 0 < x then exp (log x * y) else exp (log x * y) * cos (y * pi)

noncomputable instance : Pow ℝ ℝ := ⟨rpow⟩

/-- A shortcut, as those of `Mathlib.Data.Real.Basic`. -/
@[reducible, expose] noncomputable instance (priority := 5000) instHPow : HPow ℝ ℝ ℝ :=
  inferInstance

private theorem rpow_def (x y : ℝ) : x ^ y = rpow x y := (rfl)

theorem rpow_eq_pow (x y : ℝ) : rpow x y = x ^ y := (rfl)

theorem rpow_def_of_pos {x : ℝ} (hx : 0 < x) (y : ℝ) : x ^ y = exp (log x * y) := by
  have : x ≠ 0 := by grind
  rw [rpow_def, rpow, if_neg this, if_pos hx]

theorem rpow_def_of_neg {x : ℝ} (hx : x < 0) (y : ℝ) : x ^ y = exp (log x * y) * cos (y * pi) := by
  have h : x ≠ 0 := by grind
  have h' : ¬ 0 < x := by grind
  rw [rpow_def, rpow, if_neg h, if_neg h']

theorem zero_rpow {x : ℝ} (h : x ≠ 0) : (0 : ℝ) ^ x = 0 := by
  rw [rpow_def, rpow, if_pos rfl, if_neg h]

theorem rpow_zero (x : ℝ) : x ^ (0 : ℝ) = 1 := by
  by_cases c : x = 0
  · rw [rpow_def, rpow, if_pos c, if_pos rfl]
  · have e : log x * 0 = 0 := by grind
    by_cases d : 0 < x
    · rw [rpow_def_of_pos d, e, exp_zero]
    · have e' : 0 * pi = 0 := by grind
      rw [rpow_def_of_neg (by grind), e, e', exp_zero, cos_zero]; grind

theorem rpow_def_of_nonneg {x : ℝ} (hx : 0 ≤ x) (y : ℝ) :
    x ^ y = if x = 0 then if y = 0 then 1 else 0 else exp (log x * y) := by
  by_cases c : x = 0
  · rw [rpow_def, rpow, if_pos c, if_pos c]
  · rw [rpow_def_of_pos (by grind), if_neg c]

theorem rpow_pos_of_pos {x : ℝ} (hx : 0 < x) (y : ℝ) : 0 < x ^ y := by
  rw [rpow_def_of_pos hx]
  exact exp_pos _

theorem rpow_nonneg {x : ℝ} (hx : 0 ≤ x) (y : ℝ) : 0 ≤ x ^ y := by
  by_cases c : x = 0
  · by_cases d : y = 0
    · rw [d, rpow_zero]; grind
    · rw [c, zero_rpow d]; grind
  · have := rpow_pos_of_pos (x := x) (by grind) y
    grind

theorem exp_mul (x y : ℝ) : exp (x * y) = exp x ^ y := by
  rw [rpow_def_of_pos (exp_pos x), log_exp]

theorem exp_one_rpow (x : ℝ) : exp 1 ^ x = exp x := by
  rw [← exp_mul]
  have : 1 * x = x := by grind
  rw [this]

theorem log_rpow {x : ℝ} (hx : 0 < x) (y : ℝ) : log (x ^ y) = y * log x := by
  rw [rpow_def_of_pos hx, log_exp]; grind

theorem rpow_add {x : ℝ} (hx : 0 < x) (y z : ℝ) : x ^ (y + z) = x ^ y * x ^ z := by
  have e : log x * (y + z) = log x * y + log x * z := by grind
  rw [rpow_def_of_pos hx, rpow_def_of_pos hx, rpow_def_of_pos hx, e, exp_add]

theorem rpow_one (x : ℝ) : x ^ (1 : ℝ) = x := by
  have e : log x * 1 = log x := by grind
  by_cases c : x = 0
  · rw [c, zero_rpow (by grind)]
  · by_cases d : 0 < x
    · rw [rpow_def_of_pos d, e, exp_log d]
    · have e' : 1 * pi = pi := by grind
      rw [rpow_def_of_neg (by grind), e, e', exp_log_of_neg (by grind), cos_pi]; grind

theorem one_rpow (x : ℝ) : (1 : ℝ) ^ x = 1 := by
  have e : (0 : ℝ) * x = 0 := by grind
  rw [rpow_def_of_pos (by grind), log_one, e, exp_zero]

theorem rpow_neg {x : ℝ} (hx : 0 ≤ x) (y : ℝ) : x ^ (-y) = (x ^ y)⁻¹ := by
  by_cases c : x = 0
  · by_cases d : y = 0
    · have e : -y = 0 := by grind
      rw [e, d, rpow_zero]; grind
    · rw [c, zero_rpow d, zero_rpow (by grind)]; grind
  · have hx : 0 < x := by grind
    have e : log x * -y = -(log x * y) := by grind
    rw [rpow_def_of_pos hx, rpow_def_of_pos hx, e, exp_neg]

theorem rpow_sub {x : ℝ} (hx : 0 < x) (y z : ℝ) : x ^ (y - z) = x ^ y / x ^ z := by
  have e : y - z = y + -z := by grind
  rw [e, rpow_add hx, rpow_neg (by grind)]; grind

theorem rpow_mul {x : ℝ} (hx : 0 ≤ x) (y z : ℝ) : x ^ (y * z) = (x ^ y) ^ z := by
  by_cases c : x = 0
  · by_cases d : y = 0
    · have e : y * z = 0 := by grind
      rw [e, d, rpow_zero, one_rpow]
    · rw [c, zero_rpow d]
      by_cases d' : z = 0
      · have e : y * z = 0 := by grind
        rw [e, d', rpow_zero]
      · rw [zero_rpow d', zero_rpow (by grind)]
  · have hx : 0 < x := by grind
    have e : log x * (y * z) = y * log x * z := by grind
    rw [rpow_def_of_pos hx, rpow_def_of_pos (rpow_pos_of_pos hx y), log_rpow hx, e]

private theorem natCast_succ (n : ℕ) : ((n + 1 : ℕ) : ℝ) = n + 1 := by grind

private theorem natCast_succ_ne_zero (n : ℕ) : ((n + 1 : ℕ) : ℝ) ≠ 0 := by
  grind [Nat.cast_nonneg (α := ℝ) n]

private theorem cos_natCast_mul_pi_succ (n : ℕ) : cos ((n + 1 : ℕ) * pi) = -cos (n * pi) := by
  have e : ((n + 1 : ℕ) : ℝ) * pi = n * pi + pi := by grind
  rw [e, cos_add_pi]

theorem rpow_natCast (x : ℝ) (n : ℕ) : x ^ (n : ℝ) = x ^ n := by
  induction n with
  | zero =>
    have e : ((0 : ℕ) : ℝ) = 0 := by grind
    rw [e, rpow_zero]; grind
  | succ n ih =>
    by_cases c : x = 0
    · rw [c, zero_rpow (natCast_succ_ne_zero n)]; grind
    · by_cases d : 0 < x
      · rw [natCast_succ, rpow_add d, rpow_one, ih]; grind
      · have hx : x < 0 := by grind
        rw [rpow_def_of_neg hx] at ih ⊢
        have e : log x * (n + 1 : ℕ) = log x * n + log x := by grind
        rw [e, exp_add, exp_log_of_neg hx, cos_natCast_mul_pi_succ]
        grind

theorem rpow_two (x : ℝ) : x ^ (2 : ℝ) = x ^ 2 := by
  have h := rpow_natCast x 2
  have e : ((2 : ℕ) : ℝ) = 2 := by grind
  rwa [e] at h

theorem rpow_neg_one (x : ℝ) : x ^ (-1 : ℝ) = x⁻¹ := by
  by_cases c : 0 ≤ x
  · rw [rpow_neg c, rpow_one]
  · have hx : x < 0 := by grind
    have e : log x * -1 = -log x := by grind
    have e' : -1 * pi = -pi := by grind
    rw [rpow_def_of_neg hx, e, e', exp_neg, exp_log_of_neg hx, cos_neg, cos_pi]; grind

theorem rpow_add_one {x : ℝ} (hx : x ≠ 0) (y : ℝ) : x ^ (y + 1) = x ^ y * x := by
  by_cases c : 0 < x
  · rw [rpow_add c, rpow_one]
  · have hx : x < 0 := by grind
    have e : log x * (y + 1) = log x * y + log x := by grind
    have e' : (y + 1) * pi = y * pi + pi := by grind
    rw [rpow_def_of_neg hx, rpow_def_of_neg hx, e, e', exp_add, exp_log_of_neg hx, cos_add_pi]; grind

theorem rpow_sub_one {x : ℝ} (hx : x ≠ 0) (y : ℝ) : x ^ (y - 1) = x ^ y / x := by
  have h := rpow_add_one hx (y - 1)
  have e : y - 1 + 1 = y := by grind
  rw [e] at h
  grind

theorem mul_rpow {x y z : ℝ} (hx : 0 ≤ x) (hy : 0 ≤ y) : (x * y) ^ z = x ^ z * y ^ z := by
  by_cases d : z = 0
  · rw [d, rpow_zero, rpow_zero, rpow_zero]; grind
  · by_cases c : x = 0
    · have e : x * y = 0 := by grind
      rw [e, c, zero_rpow d]; grind
    · by_cases c' : y = 0
      · have e : x * y = 0 := by grind
        rw [e, c', zero_rpow d]; grind
      · have hx : 0 < x := by grind
        have hy : 0 < y := by grind
        have e : (log x + log y) * z = log x * z + log y * z := by grind
        rw [rpow_def_of_pos (mul_pos hx hy), rpow_def_of_pos hx, rpow_def_of_pos hy, log_mul c c', e, exp_add]

theorem inv_rpow {x : ℝ} (hx : 0 ≤ x) (y : ℝ) : x⁻¹ ^ y = (x ^ y)⁻¹ := by
  rw [← rpow_neg_one, ← rpow_mul hx, ← rpow_neg hx]
  have e : -1 * y = -y := by grind
  rw [e]

theorem div_rpow {x y : ℝ} (hx : 0 ≤ x) (hy : 0 ≤ y) (z : ℝ) : (x / y) ^ z = x ^ z / y ^ z := by
  have e : x / y = x * y⁻¹ := by grind
  have h : 0 ≤ y⁻¹ := inv_nonneg.2 hy
  rw [e, mul_rpow hx h, inv_rpow hy]; grind

theorem rpow_lt_rpow {x y z : ℝ} (hx : 0 ≤ x) (hxy : x < y) (hz : 0 < z) : x ^ z < y ^ z := by
  by_cases c : x = 0
  · rw [c, zero_rpow (by grind)]
    exact rpow_pos_of_pos (by grind) z
  · rw [rpow_def_of_pos (by grind), rpow_def_of_pos (by grind), exp_lt_exp]
    have h := log_lt_log (x := x) (by grind) hxy
    have := mul_pos (a := log y - log x) (b := z) (by grind) hz
    grind

theorem rpow_le_rpow {x y z : ℝ} (h : 0 ≤ x) (h₁ : x ≤ y) (h₂ : 0 ≤ z) : x ^ z ≤ y ^ z := by
  by_cases c : x = y
  · rw [c]; grind
  · by_cases d : z = 0
    · rw [d, rpow_zero, rpow_zero]; grind
    · have := rpow_lt_rpow h (show x < y by grind) (show 0 < z by grind)
      grind

theorem rpow_lt_rpow_iff {x y z : ℝ} (hx : 0 ≤ x) (hy : 0 ≤ y) (hz : 0 < z) : x ^ z < y ^ z ↔ x < y := by
  constructor
  · intro h
    by_cases c : x < y
    · exact c
    · have := rpow_le_rpow hy (show y ≤ x by grind) (show 0 ≤ z by grind)
      grind
  · intro h
    exact rpow_lt_rpow hx h hz

theorem rpow_le_rpow_iff {x y z : ℝ} (hx : 0 ≤ x) (hy : 0 ≤ y) (hz : 0 < z) : x ^ z ≤ y ^ z ↔ x ≤ y := by
  have := rpow_lt_rpow_iff hy hx hz
  grind

theorem rpow_lt_rpow_of_exponent_lt {x y z : ℝ} (hx : 1 < x) (hyz : y < z) : x ^ y < x ^ z := by
  rw [rpow_def_of_pos (by grind), rpow_def_of_pos (by grind), exp_lt_exp]
  have := mul_pos (a := log x) (b := z - y) (log_pos hx) (by grind)
  grind

theorem rpow_le_rpow_of_exponent_le {x y z : ℝ} (hx : 1 ≤ x) (hyz : y ≤ z) : x ^ y ≤ x ^ z := by
  rw [rpow_def_of_pos (by grind), rpow_def_of_pos (by grind), exp_le_exp]
  have := mul_nonneg (a := log x) (b := z - y) (log_nonneg hx) (by grind)
  grind

theorem rpow_lt_rpow_of_exponent_gt {x y z : ℝ} (hx0 : 0 < x) (hx1 : x < 1) (hyz : z < y) : x ^ y < x ^ z := by
  rw [rpow_def_of_pos hx0, rpow_def_of_pos hx0, exp_lt_exp]
  have := mul_pos (a := -log x) (b := y - z) (by grind [log_neg hx0 hx1]) (by grind)
  grind

theorem one_lt_rpow {x z : ℝ} (hx : 1 < x) (hz : 0 < z) : 1 < x ^ z := by
  have h := rpow_lt_rpow (x := 1) (by grind) hx hz
  rwa [one_rpow] at h

theorem one_le_rpow {x z : ℝ} (hx : 1 ≤ x) (hz : 0 ≤ z) : 1 ≤ x ^ z := by
  have h := rpow_le_rpow (x := 1) (by grind) hx hz
  rwa [one_rpow] at h

theorem rpow_rpow_inv {x y : ℝ} (hx : 0 ≤ x) (hy : y ≠ 0) : (x ^ y) ^ y⁻¹ = x := by
  have e : y * y⁻¹ = 1 := by grind
  rw [← rpow_mul hx, e, rpow_one]

theorem rpow_inv_rpow {x y : ℝ} (hx : 0 ≤ x) (hy : y ≠ 0) : (x ^ y⁻¹) ^ y = x := by
  have e : y⁻¹ * y = 1 := by grind
  rw [← rpow_mul hx, e, rpow_one]

theorem rpow_natCast_mul {x : ℝ} (hx : 0 ≤ x) (n : ℕ) (z : ℝ) : x ^ (n * z) = (x ^ n) ^ z := by
  rw [rpow_mul hx, rpow_natCast]

theorem rpow_mul_natCast {x : ℝ} (hx : 0 ≤ x) (y : ℝ) (n : ℕ) : x ^ (y * n) = (x ^ y) ^ n := by
  rw [rpow_mul hx, rpow_natCast]

/-! ## The square root -/

/-- The square root, 0 for negative arguments as in Mathlib. -/
noncomputable def sqrt (x : ℝ) : ℝ := if 0 < x then exp (log x / 2) else 0

private theorem sqrt_of_pos {x : ℝ} (h : 0 < x) : sqrt x = exp (log x / 2) := by rw [sqrt, if_pos h]

theorem sqrt_eq_zero_of_nonpos {x : ℝ} (h : x ≤ 0) : sqrt x = 0 := by
  have : ¬ 0 < x := by grind
  rw [sqrt, if_neg this]

theorem sqrt_pos {x : ℝ} : 0 < sqrt x ↔ 0 < x := by
  constructor
  · intro h
    by_cases c : 0 < x
    · exact c
    · rw [sqrt_eq_zero_of_nonpos (by grind)] at h; grind
  · intro h
    rw [sqrt_of_pos h]
    exact exp_pos _

theorem sqrt_nonneg (x : ℝ) : 0 ≤ sqrt x := by
  by_cases c : 0 < x
  · have := sqrt_pos.2 c
    grind
  · rw [sqrt_eq_zero_of_nonpos (by grind)]; grind

theorem mul_self_sqrt {x : ℝ} (h : 0 ≤ x) : sqrt x * sqrt x = x := by
  by_cases c : 0 < x
  · have e : log x / 2 + log x / 2 = log x := by grind
    rw [sqrt_of_pos c, ← exp_add, e, exp_log c]
  · rw [sqrt_eq_zero_of_nonpos (by grind)]; grind

theorem sq_sqrt {x : ℝ} (h : 0 ≤ x) : sqrt x ^ 2 = x := by grind [mul_self_sqrt h]

private theorem mul_self_inj {a b : ℝ} (ha : 0 ≤ a) (hb : 0 ≤ b) (h : a * a = b * b) : a = b := by
  have h1 : (a - b) * (a + b) = 0 := by grind
  by_cases c : a = b
  · exact c
  · have h2 : a + b ≠ 0 := by grind
    exact absurd h1 (mul_ne_zero (sub_ne_zero.2 c) h2)

theorem sqrt_mul_self {x : ℝ} (h : 0 ≤ x) : sqrt (x * x) = x :=
  mul_self_inj (sqrt_nonneg _) h (mul_self_sqrt (mul_nonneg h h))

theorem sqrt_sq {x : ℝ} (h : 0 ≤ x) : sqrt (x ^ 2) = x := by
  have e : x ^ 2 = x * x := by grind
  rw [e, sqrt_mul_self h]

theorem sqrt_mul_self_eq_abs (x : ℝ) : sqrt (x * x) = abs x := by
  by_cases c : 0 ≤ x
  · rw [sqrt_mul_self c, abs_of_nonneg c]
  · have e : x * x = -x * -x := by grind
    rw [e, sqrt_mul_self (by grind), abs_of_nonpos (by grind)]

theorem sqrt_sq_eq_abs (x : ℝ) : sqrt (x ^ 2) = abs x := by
  have e : x ^ 2 = x * x := by grind
  rw [e, sqrt_mul_self_eq_abs]

theorem sqrt_zero : sqrt 0 = 0 := sqrt_eq_zero_of_nonpos (by grind)

theorem sqrt_one : sqrt 1 = 1 := by
  have h := sqrt_mul_self (x := 1) (by grind)
  have e : (1 : ℝ) * 1 = 1 := by grind
  rwa [e] at h

theorem sqrt_lt_sqrt {x y : ℝ} (hx : 0 ≤ x) (h : x < y) : sqrt x < sqrt y := by
  by_cases c : 0 < x
  · rw [sqrt_of_pos c, sqrt_of_pos (by grind), exp_lt_exp]
    have := log_lt_log c h
    grind
  · rw [sqrt_eq_zero_of_nonpos (by grind)]
    exact sqrt_pos.2 (by grind)

theorem sqrt_le_sqrt {x y : ℝ} (h : x ≤ y) : sqrt x ≤ sqrt y := by
  by_cases c : 0 < x
  · by_cases d : x = y
    · rw [d]; grind
    · have := sqrt_lt_sqrt (x := x) (y := y) (by grind) (by grind)
      grind
  · rw [sqrt_eq_zero_of_nonpos (by grind)]
    exact sqrt_nonneg y

theorem sqrt_lt_sqrt_iff {x y : ℝ} (hx : 0 ≤ x) : sqrt x < sqrt y ↔ x < y := by
  constructor
  · intro h
    by_cases c : x < y
    · exact c
    · have := sqrt_le_sqrt (x := y) (y := x) (by grind)
      grind
  · exact sqrt_lt_sqrt hx

theorem sqrt_le_sqrt_iff {x y : ℝ} (hy : 0 ≤ y) : sqrt x ≤ sqrt y ↔ x ≤ y := by
  have := sqrt_lt_sqrt_iff (x := y) (y := x) hy
  grind

theorem sqrt_inj {x y : ℝ} (hx : 0 ≤ x) (hy : 0 ≤ y) : sqrt x = sqrt y ↔ x = y := by
  constructor
  · intro h
    have h1 := mul_self_sqrt hx
    have h2 := mul_self_sqrt hy
    grind
  · intro h
    rw [h]

theorem sqrt_eq_zero' {x : ℝ} : sqrt x = 0 ↔ x ≤ 0 := by
  constructor
  · intro h
    by_cases c : x ≤ 0
    · exact c
    · have := sqrt_pos (x := x)
      grind
  · exact sqrt_eq_zero_of_nonpos

theorem sqrt_eq_zero {x : ℝ} (h : 0 ≤ x) : sqrt x = 0 ↔ x = 0 := by
  have := sqrt_eq_zero' (x := x)
  grind

theorem sqrt_ne_zero {x : ℝ} (h : 0 ≤ x) : sqrt x ≠ 0 ↔ x ≠ 0 := by
  have := sqrt_eq_zero' (x := x)
  grind

theorem sqrt_ne_zero' {x : ℝ} : sqrt x ≠ 0 ↔ 0 < x := by
  have := sqrt_eq_zero' (x := x)
  grind

theorem sqrt_eq_iff_mul_self_eq {x y : ℝ} (hx : 0 ≤ x) (hy : 0 ≤ y) : sqrt x = y ↔ x = y * y := by
  constructor
  · intro h
    rw [← h, mul_self_sqrt hx]
  · intro h
    rw [h, sqrt_mul_self hy]

theorem sqrt_eq_iff_eq_sq {x y : ℝ} (hx : 0 ≤ x) (hy : 0 ≤ y) : sqrt x = y ↔ x = y ^ 2 := by
  have := sqrt_eq_iff_mul_self_eq hx hy
  have e : y ^ 2 = y * y := by grind
  rwa [e]

theorem lt_sqrt_of_sq_lt {x y : ℝ} (h : x ^ 2 < y) : x < sqrt y := by
  have := sqrt_lt_sqrt (sq_nonneg x) h
  rw [sqrt_sq_eq_abs] at this
  exact lt_of_le_of_lt (le_abs_self x) this

theorem le_sqrt_of_sq_le {x y : ℝ} (h : x ^ 2 ≤ y) : x ≤ sqrt y := by
  have := sqrt_le_sqrt h
  rw [sqrt_sq_eq_abs] at this
  exact le_trans (le_abs_self x) this

theorem sqrt_lt' {x y : ℝ} (hy : 0 < y) : sqrt x < y ↔ x < y ^ 2 := by
  refine ⟨fun h => not_le.1 fun k => lt_irrefl y (lt_of_le_of_lt (le_sqrt_of_sq_le k) h), fun h => ?_⟩
  rcases (le_total x 0) with n | p
  · rw [sqrt_eq_zero_of_nonpos n]
    exact hy
  · have := sqrt_lt_sqrt p h
    rwa [sqrt_sq hy.le] at this

theorem sqrt_le_left {x y : ℝ} (hy : 0 ≤ y) : sqrt x ≤ y ↔ x ≤ y ^ 2 := by
  refine ⟨fun h => not_lt.1 fun k => lt_irrefl y (lt_of_lt_of_le (lt_sqrt_of_sq_lt k) h), fun h => ?_⟩
  have := sqrt_le_sqrt h
  rwa [sqrt_sq hy] at this

theorem sqrt_mul {x : ℝ} (hx : 0 ≤ x) (y : ℝ) : sqrt (x * y) = sqrt x * sqrt y := by
  by_cases c : x = 0
  · have e : x * y = 0 := by grind
    rw [e, c, sqrt_zero]; grind
  · by_cases d : 0 ≤ y
    · refine mul_self_inj (sqrt_nonneg _) (mul_nonneg (sqrt_nonneg _) (sqrt_nonneg _)) ?_
      rw [mul_self_sqrt (mul_nonneg hx d)]
      grind [mul_self_sqrt hx, mul_self_sqrt d]
    · have := mul_pos (a := x) (b := -y) (by grind) (by grind)
      rw [sqrt_eq_zero_of_nonpos (show x * y ≤ 0 by grind), sqrt_eq_zero_of_nonpos (show y ≤ 0 by grind)]; grind

theorem sqrt_mul' (x : ℝ) {y : ℝ} (hy : 0 ≤ y) : sqrt (x * y) = sqrt x * sqrt y := by
  have e : x * y = y * x := by grind
  rw [e, sqrt_mul hy]; grind

theorem sqrt_inv (x : ℝ) : sqrt x⁻¹ = (sqrt x)⁻¹ := by
  by_cases c : 0 < x
  · have e : -log x / 2 = -(log x / 2) := by grind
    rw [sqrt_of_pos c, sqrt_of_pos (inv_pos.2 c), log_inv, e, exp_neg]
  · have h : x⁻¹ ≤ 0 := by
      by_cases d : 0 < x⁻¹
      · exact absurd (inv_pos.1 d) c
      · grind
    rw [sqrt_eq_zero_of_nonpos h, sqrt_eq_zero_of_nonpos (by grind)]; grind

theorem sqrt_div {x : ℝ} (hx : 0 ≤ x) (y : ℝ) : sqrt (x / y) = sqrt x / sqrt y := by
  have e : x / y = x * y⁻¹ := by grind
  rw [e, sqrt_mul hx, sqrt_inv]; grind

theorem sqrt_div' (x : ℝ) {y : ℝ} (hy : 0 ≤ y) : sqrt (x / y) = sqrt x / sqrt y := by
  have e : x / y = y⁻¹ * x := by grind
  have h : 0 ≤ y⁻¹ := inv_nonneg.2 hy
  rw [e, sqrt_mul h, sqrt_inv]; grind

theorem div_sqrt {x : ℝ} : x / sqrt x = sqrt x := by
  by_cases c : 0 < x
  · have := sqrt_pos.2 c
    grind [mul_self_sqrt (x := x) (by grind)]
  · rw [sqrt_eq_zero_of_nonpos (by grind)]; grind

theorem log_sqrt {x : ℝ} (hx : 0 ≤ x) : log (sqrt x) = log x / 2 := by
  by_cases c : x = 0
  · rw [c, sqrt_zero, log_zero]; grind
  · rw [sqrt_of_pos (by grind), log_exp]

theorem sqrt_eq_rpow (x : ℝ) : sqrt x = x ^ (1 / 2 : ℝ) := by
  by_cases c : 0 < x
  · have e : log x / 2 = log x * (1 / 2) := by grind
    rw [sqrt_of_pos c, rpow_def_of_pos c, e]
  · rw [sqrt_eq_zero_of_nonpos (by grind)]
    by_cases d : x = 0
    · rw [d, zero_rpow (by grind)]
    · have e : 1 / 2 * pi = pi / 2 := by grind
      rw [rpow_def_of_neg (by grind), e, cos_pi_div_two]; grind

/-! ## Values of the trigonometric functions -/

theorem cos_pi_div_four : cos (pi / 4) = sqrt 2 / 2 := by
  have h := cos_two_mul (pi / 4)
  have e : 2 * (pi / 4) = pi / 2 := by grind
  rw [e, cos_pi_div_two] at h
  have h0 := cos_nonneg_of_neg_pi_div_two_le_of_le (x := pi / 4) (by have := pi_pos; grind) (by have := pi_pos; grind)
  have h2 := mul_self_sqrt (x := 2) (by grind)
  exact mul_self_inj h0 (by grind [sqrt_nonneg 2]) (by grind)

theorem sin_pi_div_four : sin (pi / 4) = sqrt 2 / 2 := by
  rw [← cos_pi_div_two_sub]
  have e : pi / 2 - pi / 4 = pi / 4 := by grind
  rw [e, cos_pi_div_four]

theorem cos_pi_div_six : cos (pi / 6) = sqrt 3 / 2 := by
  have h := cos_three_mul (pi / 6)
  have e : 3 * (pi / 6) = pi / 2 := by grind
  rw [e, cos_pi_div_two] at h
  have h0 : 0 < cos (pi / 6) := by
    rw [← sin_add_pi_div_two]
    exact sin_pos_of_pos_of_lt_pi (by have := pi_pos; grind) (by have := pi_pos; grind)
  have h2 := mul_self_sqrt (x := 3) (by grind)
  exact mul_self_inj (by grind) (by grind [sqrt_nonneg 3]) (by grind)

theorem sin_pi_div_six : sin (pi / 6) = 1 / 2 := by
  have h := sin_sq_add_cos_sq (pi / 6)
  rw [cos_pi_div_six] at h
  have h0 := sin_pos_of_pos_of_lt_pi (x := pi / 6) (by have := pi_pos; grind) (by have := pi_pos; grind)
  have h2 := mul_self_sqrt (x := 3) (by grind)
  exact mul_self_inj (by grind) (by grind) (by grind)

theorem cos_pi_div_three : cos (pi / 3) = 1 / 2 := by
  rw [← sin_pi_div_two_sub]
  have e : pi / 2 - pi / 3 = pi / 6 := by grind
  rw [e, sin_pi_div_six]

theorem sin_pi_div_three : sin (pi / 3) = sqrt 3 / 2 := by
  rw [← cos_pi_div_two_sub]
  have e : pi / 2 - pi / 3 = pi / 6 := by grind
  rw [e, cos_pi_div_six]

theorem tan_pi_div_four : tan (pi / 4) = 1 := by
  rw [tan_eq_sin_div_cos, sin_pi_div_four, cos_pi_div_four]
  have := sqrt_pos.2 (show (0 : ℝ) < 2 by grind)
  grind

end Real
