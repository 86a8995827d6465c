module

public import Mathlib.Analysis.Complex.Exponential

public section

/-!
# The logarithm

The inverse of the exponential function, which exists by completeness.
-/

-- shomei: preamble

namespace Real

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
  obtain ⟨l, hl, hmin⟩ := Shomei.Portable.exists_isLUB (s := fun x => exp x ≤ y) ne bd
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
