module

public import Mathlib.Analysis.SpecialFunctions.Pow.Real

public section

/-!
# The logarithm to a base

`Real.logb` is defined as in Mathlib; everything else here is proved.
-/

-- shomei: preamble

namespace Real

/-- The logarithm of `x` to the base `b`. -/
@[expose] noncomputable def logb (b x : ℝ) : ℝ := log x / log b

theorem log_div_log {b x : ℝ} : log x / log b = logb b x := (rfl)

theorem logb_zero {b : ℝ} : logb b 0 = 0 := by rw [logb, log_zero]; grind

theorem logb_one {b : ℝ} : logb b 1 = 0 := by rw [logb, log_one]; grind

theorem logb_self_eq_one {b : ℝ} (hb : 1 < b) : logb b b = 1 := by
  have := log_pos hb
  rw [logb]; grind

theorem logb_abs (b x : ℝ) : logb b (abs x) = logb b x := by rw [logb, logb, log_abs]

theorem logb_neg_eq_logb (b x : ℝ) : logb b (-x) = logb b x := by rw [logb, logb, log_neg_eq_log]

theorem logb_mul {b x y : ℝ} (hx : x ≠ 0) (hy : y ≠ 0) : logb b (x * y) = logb b x + logb b y := by
  rw [logb, logb, logb, log_mul hx hy]; grind

theorem logb_div {b x y : ℝ} (hx : x ≠ 0) (hy : y ≠ 0) : logb b (x / y) = logb b x - logb b y := by
  rw [logb, logb, logb, log_div hx hy]; grind

theorem logb_inv (b x : ℝ) : logb b x⁻¹ = -logb b x := by rw [logb, logb, log_inv]; grind

theorem inv_logb (a b : ℝ) : (logb a b)⁻¹ = logb b a := by rw [logb, logb]; grind

theorem logb_rpow_eq_mul_logb_of_pos {b x y : ℝ} (hx : 0 < x) : logb b (x ^ y) = y * logb b x := by
  rw [logb, logb, log_rpow hx]; grind

theorem logb_pow (b x : ℝ) (k : ℕ) : logb b (x ^ k) = k * logb b x := by rw [logb, logb, log_pow]; grind

theorem logb_rpow {b x : ℝ} (b_pos : 0 < b) (b_ne_one : b ≠ 1) : logb b (b ^ x) = x := by
  have := log_ne_zero_of_pos_of_ne_one b_pos b_ne_one
  rw [logb, log_rpow b_pos]; grind

theorem rpow_logb {b x : ℝ} (b_pos : 0 < b) (b_ne_one : b ≠ 1) (hx : 0 < x) : b ^ logb b x = x := by
  have := log_ne_zero_of_pos_of_ne_one b_pos b_ne_one
  have e : log b * logb b x = log x := by rw [logb]; grind
  rw [rpow_def_of_pos b_pos, e, exp_log hx]

theorem logb_lt_logb {b x y : ℝ} (hb : 1 < b) (hx : 0 < x) (hxy : x < y) : logb b x < logb b y := by
  have h := log_lt_log hx hxy
  have := div_pos (a := log y - log x) (b := log b) (by grind) (log_pos hb)
  rw [logb, logb]; grind

theorem logb_le_logb_of_le {b x y : ℝ} (hb : 1 < b) (h : 0 < x) (hxy : x ≤ y) : logb b x ≤ logb b y := by
  by_cases c : x = y
  · rw [c]; grind
  · have := logb_lt_logb hb h (show x < y by grind)
    grind

theorem logb_pos {b x : ℝ} (hb : 1 < b) (hx : 1 < x) : 0 < logb b x := by
  rw [logb]
  exact div_pos (log_pos hx) (log_pos hb)

theorem logb_nonneg {b x : ℝ} (hb : 1 < b) (hx : 1 ≤ x) : 0 ≤ logb b x := by
  have := logb_le_logb_of_le hb (x := 1) (by grind) hx
  rwa [logb_one] at this

end Real
