module

public import Mathlib.Analysis.Complex.Trigonometric
public import Mathlib.Analysis.SpecialFunctions.Log.Basic

public section

/-!
# Trigonometric and hyperbolic functions

`π` is twice the least positive zero of the cosine, as in Mathlib.
-/

-- shomei: preamble

namespace Real

/-! ## Algebraic identities -/

theorem cos_sq_add_sin_sq (x : ℝ) : cos x ^ 2 + sin x ^ 2 = 1 := by grind [sin_sq_add_cos_sq x]

theorem cos_sq' (x : ℝ) : cos x ^ 2 = 1 - sin x ^ 2 := by grind [sin_sq_add_cos_sq x]

theorem sin_sq (x : ℝ) : sin x ^ 2 = 1 - cos x ^ 2 := by grind [sin_sq_add_cos_sq x]

theorem sin_zero : sin 0 = 0 := by grind [sin_sq_add_cos_sq 0, cos_zero]

theorem sin_sub (x y : ℝ) : sin (x - y) = sin x * cos y - cos x * sin y := by
  have e : x - y = x + -y := by grind
  rw [e, sin_add, sin_neg, cos_neg]; grind

theorem cos_sub (x y : ℝ) : cos (x - y) = cos x * cos y + sin x * sin y := by
  have e : x - y = x + -y := by grind
  rw [e, cos_add, sin_neg, cos_neg]; grind

theorem sin_two_mul (x : ℝ) : sin (2 * x) = 2 * sin x * cos x := by
  have e : 2 * x = x + x := by grind
  rw [e, sin_add]; grind

theorem cos_two_mul (x : ℝ) : cos (2 * x) = 2 * cos x ^ 2 - 1 := by
  have e : 2 * x = x + x := by grind
  rw [e, cos_add]; grind [sin_sq_add_cos_sq x]

theorem cos_two_mul' (x : ℝ) : cos (2 * x) = cos x ^ 2 - sin x ^ 2 := by
  grind [cos_two_mul x, sin_sq_add_cos_sq x]

private theorem cos_two_mul_eq_one_sub (x : ℝ) : cos (2 * x) = 1 - 2 * sin x ^ 2 := by
  grind [cos_two_mul x, sin_sq_add_cos_sq x]

theorem cos_sq (x : ℝ) : cos x ^ 2 = 1 / 2 + cos (2 * x) / 2 := by grind [cos_two_mul x]

theorem sin_sq_eq_half_sub (x : ℝ) : sin x ^ 2 = 1 / 2 - cos (2 * x) / 2 := by grind [cos_two_mul_eq_one_sub x]

theorem cos_three_mul (x : ℝ) : cos (3 * x) = 4 * cos x ^ 3 - 3 * cos x := by
  have e : 3 * x = 2 * x + x := by grind
  rw [e, cos_add, cos_two_mul, sin_two_mul]; grind [sin_sq_add_cos_sq x]

theorem sin_three_mul (x : ℝ) : sin (3 * x) = 3 * sin x - 4 * sin x ^ 3 := by
  have e : 3 * x = 2 * x + x := by grind
  rw [e, sin_add, cos_two_mul, sin_two_mul]; grind [sin_sq_add_cos_sq x]

private theorem half_sum (x y : ℝ) : x = (x + y) / 2 + (x - y) / 2 ∧ y = (x + y) / 2 - (x - y) / 2 := by grind

theorem sin_add_sin (x y : ℝ) : sin x + sin y = 2 * sin ((x + y) / 2) * cos ((x - y) / 2) := by
  have h1 := sin_add ((x + y) / 2) ((x - y) / 2)
  have h2 := sin_sub ((x + y) / 2) ((x - y) / 2)
  rw [← (half_sum x y).1] at h1
  rw [← (half_sum x y).2] at h2
  grind

theorem sin_sub_sin (x y : ℝ) : sin x - sin y = 2 * sin ((x - y) / 2) * cos ((x + y) / 2) := by
  have h1 := sin_add ((x + y) / 2) ((x - y) / 2)
  have h2 := sin_sub ((x + y) / 2) ((x - y) / 2)
  rw [← (half_sum x y).1] at h1
  rw [← (half_sum x y).2] at h2
  grind

theorem cos_add_cos (x y : ℝ) : cos x + cos y = 2 * cos ((x + y) / 2) * cos ((x - y) / 2) := by
  have h1 := cos_add ((x + y) / 2) ((x - y) / 2)
  have h2 := cos_sub ((x + y) / 2) ((x - y) / 2)
  rw [← (half_sum x y).1] at h1
  rw [← (half_sum x y).2] at h2
  grind

theorem cos_sub_cos (x y : ℝ) : cos x - cos y = -2 * sin ((x + y) / 2) * sin ((x - y) / 2) := by
  have h1 := cos_add ((x + y) / 2) ((x - y) / 2)
  have h2 := cos_sub ((x + y) / 2) ((x - y) / 2)
  rw [← (half_sum x y).1] at h1
  rw [← (half_sum x y).2] at h2
  grind

theorem two_mul_sin_mul_sin (x y : ℝ) : 2 * sin x * sin y = cos (x - y) - cos (x + y) := by
  grind [cos_add x y, cos_sub x y]

theorem two_mul_cos_mul_cos (x y : ℝ) : 2 * cos x * cos y = cos (x - y) + cos (x + y) := by
  grind [cos_add x y, cos_sub x y]

theorem two_mul_sin_mul_cos (x y : ℝ) : 2 * sin x * cos y = sin (x - y) + sin (x + y) := by
  grind [sin_add x y, sin_sub x y]

/-! ## Bounds -/

private theorem le_one_of_sq_le_one {a : ℝ} (h : a ^ 2 ≤ 1) : a ≤ 1 := by
  by_cases c : 1 < a
  · have := mul_pos (a := a - 1) (b := a + 1) (by grind) (by grind)
    grind
  · grind

theorem sin_sq_le_one (x : ℝ) : sin x ^ 2 ≤ 1 := by grind [sin_sq_add_cos_sq x, sq_nonneg (cos x)]

theorem cos_sq_le_one (x : ℝ) : cos x ^ 2 ≤ 1 := by grind [sin_sq_add_cos_sq x, sq_nonneg (sin x)]

theorem sin_le_one (x : ℝ) : sin x ≤ 1 := le_one_of_sq_le_one (sin_sq_le_one x)

theorem cos_le_one (x : ℝ) : cos x ≤ 1 := le_one_of_sq_le_one (cos_sq_le_one x)

theorem neg_one_le_sin (x : ℝ) : -1 ≤ sin x := by
  have := sin_le_one (-x)
  rw [sin_neg] at this
  grind

theorem neg_one_le_cos (x : ℝ) : -1 ≤ cos x := by
  have := le_one_of_sq_le_one (a := -cos x) (by grind [cos_sq_le_one x])
  grind

theorem abs_sin_le_one (x : ℝ) : abs (sin x) ≤ 1 := abs_le.2 ⟨neg_one_le_sin x, sin_le_one x⟩

theorem abs_cos_le_one (x : ℝ) : abs (cos x) ≤ 1 := abs_le.2 ⟨neg_one_le_cos x, cos_le_one x⟩

theorem sin_le {x : ℝ} (hx : 0 ≤ x) : sin x ≤ x := by
  by_cases c : x = 0
  · have := sin_zero
    grind
  · have := sin_lt (x := x) (by grind)
    grind

theorem lt_sin {x : ℝ} (hx : x < 0) : x < sin x := by
  have := sin_lt (x := -x) (by grind)
  rw [sin_neg] at this
  grind

theorem le_sin {x : ℝ} (hx : x ≤ 0) : x ≤ sin x := by
  have := sin_le (x := -x) (by grind)
  rw [sin_neg] at this
  grind

theorem sin_pos_of_pos_of_le_one {x : ℝ} (hx0 : 0 < x) (hx : x ≤ 1) : 0 < sin x := by
  have h := sin_gt_sub_cube hx0 hx
  have h1 := mul_nonneg (a := 1 - x) (b := 1 + x) (by grind) (by grind)
  have h2 := mul_pos (a := x) (b := 1 - x ^ 2 / 4) hx0 (by grind)
  grind

private theorem abs_sin_le_of_nonneg {x : ℝ} (hx : 0 ≤ x) : -x ≤ sin x ∧ sin x ≤ x := by
  refine ⟨?_, sin_le hx⟩
  by_cases c : x ≤ 1
  · by_cases d : x = 0
    · have := sin_zero
      grind
    · have := sin_pos_of_pos_of_le_one (x := x) (by grind) c
      grind
  · grind [neg_one_le_sin x]

theorem abs_sin_le_abs {x : ℝ} : abs (sin x) ≤ abs x := by
  by_cases c : 0 ≤ x
  · rw [abs_of_nonneg c]
    exact abs_le.2 (abs_sin_le_of_nonneg c)
  · have h := abs_sin_le_of_nonneg (x := -x) (by grind)
    rw [sin_neg] at h
    rw [abs_of_nonpos (show x ≤ 0 by grind)]
    exact abs_le.2 (by grind)

theorem sin_sq_le_sq {x : ℝ} : sin x ^ 2 ≤ x ^ 2 := by
  have key (y : ℝ) (hy : 0 ≤ y) : sin y ^ 2 ≤ y ^ 2 := by
    have h := abs_sin_le_of_nonneg hy
    have := mul_nonneg (a := y - sin y) (b := y + sin y) (by grind) (by grind)
    grind
  by_cases c : 0 ≤ x
  · exact key x c
  · have := key (-x) (by grind)
    rw [sin_neg] at this
    grind

theorem one_sub_sq_div_two_le_cos {x : ℝ} : 1 - x ^ 2 / 2 ≤ cos x := by
  have h := cos_two_mul_eq_one_sub (x / 2)
  have e : 2 * (x / 2) = x := by grind
  rw [e] at h
  have := sin_sq_le_sq (x := x / 2)
  grind

theorem cos_pos_of_le_one {x : ℝ} (hx : abs x ≤ 1) : 0 < cos x := by
  have h := abs_le.1 hx
  have := mul_nonneg (a := 1 - x) (b := 1 + x) (by grind) (by grind)
  have := one_sub_sq_div_two_le_cos (x := x)
  grind

theorem sin_pos_of_pos_of_le_two {x : ℝ} (hx0 : 0 < x) (hx : x ≤ 2) : 0 < sin x := by
  have e : 2 * (x / 2) = x := by grind
  have h := sin_two_mul (x / 2)
  rw [e] at h
  have h1 := sin_pos_of_pos_of_le_one (x := x / 2) (by grind) (by grind)
  have h2 := cos_pos_of_le_one (x := x / 2) (abs_le.2 (by grind))
  have := mul_pos h1 h2
  grind

theorem cos_one_pos : 0 < cos 1 := cos_pos_of_le_one (abs_le.2 (by grind))

theorem cos_two_neg : cos 2 < 0 := by
  have h := cos_two_mul_eq_one_sub 1
  have e : (2 : ℝ) * 1 = 2 := by grind
  rw [e] at h
  have h1 := sin_gt_sub_cube (x := 1) (by grind) (by grind)
  have h2 := mul_pos (a := sin 1 - 3 / 4) (b := sin 1 + 3 / 4) (by grind) (by grind)
  grind

private theorem two_mul_abs_le (s c d : ℝ) (hs : abs s ≤ d) (hc : abs c ≤ 1) : abs (2 * s * c) ≤ 2 * d := by
  have hs := abs_le.1 hs
  have hc := abs_le.1 hc
  have h1 := mul_nonneg (a := d - s) (b := 1 + c) (by grind) (by grind)
  have h2 := mul_nonneg (a := d + s) (b := 1 - c) (by grind) (by grind)
  have h3 := mul_nonneg (a := d - s) (b := 1 - c) (by grind) (by grind)
  have h4 := mul_nonneg (a := d + s) (b := 1 + c) (by grind) (by grind)
  exact abs_le.2 (by grind)

private theorem two_mul_abs_half (d : ℝ) : 2 * abs (d / 2) = abs d := by
  by_cases c : 0 ≤ d
  · rw [abs_of_nonneg c, abs_of_nonneg (by grind)]; grind
  · rw [abs_of_nonpos (by grind), abs_of_nonpos (by grind)]; grind

theorem abs_sin_sub_sin_le (x y : ℝ) : abs (sin x - sin y) ≤ abs (x - y) := by
  rw [sin_sub_sin]
  have h := two_mul_abs_le _ _ _ (abs_sin_le_abs (x := (x - y) / 2)) (abs_cos_le_one ((x + y) / 2))
  rwa [two_mul_abs_half] at h

theorem abs_cos_sub_cos_le (x y : ℝ) : abs (cos x - cos y) ≤ abs (x - y) := by
  rw [cos_sub_cos]
  have h := two_mul_abs_le _ _ _ (abs_sin_le_abs (x := (x - y) / 2)) (abs_sin_le_one ((x + y) / 2))
  have e : -2 * sin ((x + y) / 2) * sin ((x - y) / 2) = -(2 * sin ((x - y) / 2) * sin ((x + y) / 2)) := by grind
  rw [e, abs_neg]
  rwa [two_mul_abs_half] at h

/-! ## The number π -/

private theorem exists_cos_eq_zero : ∃ x, (1 ≤ x ∧ x ≤ 2) ∧ cos x = 0 := by
  have lip (x y : ℝ) := abs_le.1 (abs_cos_sub_cos_le x y)
  have absd (x y : ℝ) (h : y ≤ x) : abs (x - y) = x - y := abs_of_nonneg (by grind)
  have c1 := cos_one_pos
  have c2 := cos_two_neg
  obtain ⟨l, hl, hmin⟩ := Shomei.Portable.exists_isLUB (s := fun x => 1 ≤ x ∧ x ≤ 2 ∧ 0 ≤ cos x)
    ⟨1, by grind⟩ ⟨2, by grind⟩
  have l1 := hl 1 (by grind)
  have l2 := hmin 2 (by grind)
  refine ⟨l, ⟨l1, l2⟩, ?_⟩
  by_cases c : 0 < cos l
  · exfalso
    by_cases d : l + cos l ≤ 2
    · have h := lip (l + cos l) l
      rw [absd _ _ (by grind)] at h
      have := hl (l + cos l) (by grind)
      grind
    · have h := lip 2 l
      rw [absd _ _ l2] at h
      grind
  · by_cases c' : cos l < 0
    · exfalso
      have := hmin (l + cos l) (fun x hx => by
        have h := lip l x
        have := hl x hx
        rw [absd _ _ this] at h
        grind)
      grind
    · grind

/-- The number π: twice a zero of the cosine in `[1, 2]`. -/
noncomputable def pi : ℝ := 2 * Classical.choose exists_cos_eq_zero

private theorem pi_div_two : (1 ≤ pi / 2 ∧ pi / 2 ≤ 2) ∧ cos (pi / 2) = 0 := by
  have e : pi / 2 = Classical.choose exists_cos_eq_zero := by unfold pi; grind
  rw [e]
  exact Classical.choose_spec exists_cos_eq_zero

theorem cos_pi_div_two : cos (pi / 2) = 0 := pi_div_two.2

theorem one_le_pi_div_two : 1 ≤ pi / 2 := pi_div_two.1.1

theorem pi_div_two_le_two : pi / 2 ≤ 2 := pi_div_two.1.2

theorem two_le_pi : 2 ≤ pi := by have := one_le_pi_div_two; grind

theorem pi_le_four : pi ≤ 4 := by have := pi_div_two_le_two; grind

theorem pi_pos : 0 < pi := by have := two_le_pi; grind

theorem pi_nonneg : 0 ≤ pi := by have := two_le_pi; grind

theorem pi_ne_zero : pi ≠ 0 := by have := two_le_pi; grind

theorem pi_div_two_pos : 0 < pi / 2 := by have := two_le_pi; grind

theorem two_pi_pos : 0 < 2 * pi := by have := two_le_pi; grind

private theorem two_mul_pi_div_two : 2 * (pi / 2) = pi := by grind

theorem sin_pi : sin pi = 0 := by
  rw [← two_mul_pi_div_two, sin_two_mul, cos_pi_div_two]; grind

theorem cos_pi : cos pi = -1 := by
  rw [← two_mul_pi_div_two, cos_two_mul, cos_pi_div_two]; grind

theorem sin_two_pi : sin (2 * pi) = 0 := by rw [sin_two_mul, sin_pi]; grind

theorem cos_two_pi : cos (2 * pi) = 1 := by rw [cos_two_mul, cos_pi]; grind

theorem sin_add_pi (x : ℝ) : sin (x + pi) = -sin x := by rw [sin_add, sin_pi, cos_pi]; grind

theorem sin_add_two_pi (x : ℝ) : sin (x + 2 * pi) = sin x := by rw [sin_add, sin_two_pi, cos_two_pi]; grind

theorem sin_sub_pi (x : ℝ) : sin (x - pi) = -sin x := by rw [sin_sub, sin_pi, cos_pi]; grind

theorem sin_sub_two_pi (x : ℝ) : sin (x - 2 * pi) = sin x := by rw [sin_sub, sin_two_pi, cos_two_pi]; grind

theorem sin_pi_sub (x : ℝ) : sin (pi - x) = sin x := by rw [sin_sub, sin_pi, cos_pi]; grind

theorem sin_two_pi_sub (x : ℝ) : sin (2 * pi - x) = -sin x := by rw [sin_sub, sin_two_pi, cos_two_pi]; grind

theorem cos_add_pi (x : ℝ) : cos (x + pi) = -cos x := by rw [cos_add, sin_pi, cos_pi]; grind

theorem cos_add_two_pi (x : ℝ) : cos (x + 2 * pi) = cos x := by rw [cos_add, sin_two_pi, cos_two_pi]; grind

theorem cos_sub_pi (x : ℝ) : cos (x - pi) = -cos x := by rw [cos_sub, sin_pi, cos_pi]; grind

theorem cos_sub_two_pi (x : ℝ) : cos (x - 2 * pi) = cos x := by rw [cos_sub, sin_two_pi, cos_two_pi]; grind

theorem cos_pi_sub (x : ℝ) : cos (pi - x) = -cos x := by rw [cos_sub, sin_pi, cos_pi]; grind

theorem cos_two_pi_sub (x : ℝ) : cos (2 * pi - x) = cos x := by rw [cos_sub, sin_two_pi, cos_two_pi]; grind

theorem sin_add_nat_mul_two_pi (x : ℝ) (n : ℕ) : sin (x + n * (2 * pi)) = sin x := by
  induction n with
  | zero => rw [show x + (0 : ℕ) * (2 * pi) = x by grind]
  | succ n ih => rw [show x + (n + 1 : ℕ) * (2 * pi) = x + n * (2 * pi) + 2 * pi by grind, sin_add_two_pi, ih]

theorem cos_add_nat_mul_two_pi (x : ℝ) (n : ℕ) : cos (x + n * (2 * pi)) = cos x := by
  induction n with
  | zero => rw [show x + (0 : ℕ) * (2 * pi) = x by grind]
  | succ n ih => rw [show x + (n + 1 : ℕ) * (2 * pi) = x + n * (2 * pi) + 2 * pi by grind, cos_add_two_pi, ih]

theorem sin_nat_mul_pi (n : ℕ) : sin (n * pi) = 0 := by
  induction n with
  | zero =>
    have e : ((0 : ℕ) : ℝ) * pi = 0 := by grind
    rw [e, sin_zero]
  | succ n ih =>
    have e : ((n + 1 : ℕ) : ℝ) * pi = n * pi + pi := by grind
    rw [e, sin_add_pi, ih]; grind

theorem cos_nat_mul_two_pi (n : ℕ) : cos (n * (2 * pi)) = 1 := by
  induction n with
  | zero =>
    have e : ((0 : ℕ) : ℝ) * (2 * pi) = 0 := by grind
    rw [e, cos_zero]
  | succ n ih =>
    have e : ((n + 1 : ℕ) : ℝ) * (2 * pi) = n * (2 * pi) + 2 * pi := by grind
    rw [e, cos_add_two_pi, ih]

theorem sin_pos_of_pos_of_lt_pi {x : ℝ} (h0x : 0 < x) (hxp : x < pi) : 0 < sin x := by
  by_cases c : x ≤ 2
  · exact sin_pos_of_pos_of_le_two h0x c
  · rw [← sin_pi_sub]
    exact sin_pos_of_pos_of_le_two (by grind) (by have := pi_le_four; grind)

theorem sin_nonneg_of_nonneg_of_le_pi {x : ℝ} (h0x : 0 ≤ x) (hxp : x ≤ pi) : 0 ≤ sin x := by
  by_cases c : x = 0
  · have := sin_zero
    grind
  · by_cases d : x = pi
    · have := sin_pi
      grind
    · have := sin_pos_of_pos_of_lt_pi (x := x) (by grind) (by grind)
      grind

theorem sin_neg_of_neg_of_neg_pi_lt {x : ℝ} (hx0 : x < 0) (hpx : -pi < x) : sin x < 0 := by
  have h := sin_pos_of_pos_of_lt_pi (x := -x) (by grind) (by grind)
  rw [sin_neg] at h
  grind

theorem sin_nonpos_of_nonpos_of_neg_pi_le {x : ℝ} (hx0 : x ≤ 0) (hpx : -pi ≤ x) : sin x ≤ 0 := by
  have h := sin_nonneg_of_nonneg_of_le_pi (x := -x) (by grind) (by grind)
  rw [sin_neg] at h
  grind

theorem sin_pi_div_two : sin (pi / 2) = 1 := by
  have h := sin_sq_add_cos_sq (pi / 2)
  have h1 := sin_pos_of_pos_of_lt_pi pi_div_two_pos (by have := pi_pos; grind)
  rw [cos_pi_div_two] at h
  have : (sin (pi / 2) - 1) * (sin (pi / 2) + 1) = 0 := by grind
  have : sin (pi / 2) + 1 ≠ 0 := by grind
  grind

theorem sin_add_pi_div_two (x : ℝ) : sin (x + pi / 2) = cos x := by
  rw [sin_add, sin_pi_div_two, cos_pi_div_two]; grind

theorem sin_sub_pi_div_two (x : ℝ) : sin (x - pi / 2) = -cos x := by
  rw [sin_sub, sin_pi_div_two, cos_pi_div_two]; grind

theorem sin_pi_div_two_sub (x : ℝ) : sin (pi / 2 - x) = cos x := by
  rw [sin_sub, sin_pi_div_two, cos_pi_div_two]; grind

theorem cos_add_pi_div_two (x : ℝ) : cos (x + pi / 2) = -sin x := by
  rw [cos_add, sin_pi_div_two, cos_pi_div_two]; grind

theorem cos_sub_pi_div_two (x : ℝ) : cos (x - pi / 2) = sin x := by
  rw [cos_sub, sin_pi_div_two, cos_pi_div_two]; grind

theorem cos_pi_div_two_sub (x : ℝ) : cos (pi / 2 - x) = sin x := by
  rw [cos_sub, sin_pi_div_two, cos_pi_div_two]; grind

theorem cos_nonneg_of_neg_pi_div_two_le_of_le {x : ℝ} (hl : -(pi / 2) ≤ x) (hu : x ≤ pi / 2) : 0 ≤ cos x := by
  rw [← sin_add_pi_div_two]
  exact sin_nonneg_of_nonneg_of_le_pi (by grind) (by grind)

private theorem cos_pos {x : ℝ} (hl : -(pi / 2) < x) (hu : x < pi / 2) : 0 < cos x := by
  rw [← sin_add_pi_div_two]
  exact sin_pos_of_pos_of_lt_pi (by grind) (by grind)

theorem cos_neg_of_pi_div_two_lt_of_lt {x : ℝ} (hx₁ : pi / 2 < x) (hx₂ : x < pi + pi / 2) : cos x < 0 := by
  have h := cos_pos (x := pi - x) (by grind) (by grind)
  rw [cos_pi_sub] at h
  grind

/-! ## Tangent and cotangent -/

noncomputable def tan (x : ℝ) : ℝ := sin x / cos x

noncomputable def cot (x : ℝ) : ℝ := cos x / sin x

theorem tan_eq_sin_div_cos (x : ℝ) : tan x = sin x / cos x := by rw [tan]

theorem cot_eq_cos_div_sin (x : ℝ) : cot x = cos x / sin x := by rw [cot]

theorem tan_mul_cos {x : ℝ} (hx : cos x ≠ 0) : tan x * cos x = sin x := by rw [tan]; grind

theorem tan_inv_eq_cot (x : ℝ) : (tan x)⁻¹ = cot x := by rw [tan, cot]; grind

theorem tan_zero : tan 0 = 0 := by rw [tan, sin_zero]; grind

theorem tan_neg (x : ℝ) : tan (-x) = -tan x := by rw [tan, tan, sin_neg, cos_neg]; grind

theorem tan_pi : tan pi = 0 := by rw [tan, sin_pi]; grind

theorem inv_one_add_tan_sq {x : ℝ} (hx : cos x ≠ 0) : (1 + tan x ^ 2)⁻¹ = cos x ^ 2 := by
  have h := sin_sq_add_cos_sq x
  have e : (1 + tan x ^ 2) * cos x ^ 2 = 1 := by rw [tan]; grind
  grind

/-! ## Hyperbolic functions -/

noncomputable def sinh (x : ℝ) : ℝ := (exp x - exp (-x)) / 2

noncomputable def cosh (x : ℝ) : ℝ := (exp x + exp (-x)) / 2

noncomputable def tanh (x : ℝ) : ℝ := sinh x / cosh x

theorem sinh_eq (x : ℝ) : sinh x = (exp x - exp (-x)) / 2 := by rw [sinh]

theorem cosh_eq (x : ℝ) : cosh x = (exp x + exp (-x)) / 2 := by rw [cosh]

theorem tanh_eq_sinh_div_cosh (x : ℝ) : tanh x = sinh x / cosh x := by rw [tanh]

theorem cosh_pos (x : ℝ) : 0 < cosh x := by
  rw [cosh]
  grind [exp_pos x, exp_pos (-x)]

theorem tanh_eq (x : ℝ) : tanh x = (exp x - exp (-x)) / (exp x + exp (-x)) := by
  have h := exp_pos x
  have h' := exp_pos (-x)
  have : exp x + exp (-x) ≠ 0 := by grind
  rw [tanh, sinh, cosh]
  grind

private theorem exp_mul_exp_neg (x : ℝ) : exp x * exp (-x) = 1 := by
  rw [exp_neg]
  grind [exp_ne_zero x]

theorem sinh_zero : sinh 0 = 0 := by
  have e : (-0 : ℝ) = 0 := by grind
  rw [sinh, e]; grind

theorem cosh_zero : cosh 0 = 1 := by
  have e : (-0 : ℝ) = 0 := by grind
  rw [cosh, e, exp_zero]; grind

theorem sinh_neg (x : ℝ) : sinh (-x) = -sinh x := by
  have e : - -x = x := by grind
  rw [sinh, sinh, e]; grind

theorem cosh_neg (x : ℝ) : cosh (-x) = cosh x := by
  have e : - -x = x := by grind
  rw [cosh, cosh, e]; grind

theorem cosh_add_sinh (x : ℝ) : cosh x + sinh x = exp x := by rw [sinh, cosh]; grind

theorem sinh_add_cosh (x : ℝ) : sinh x + cosh x = exp x := by rw [sinh, cosh]; grind

theorem cosh_sub_sinh (x : ℝ) : cosh x - sinh x = exp (-x) := by rw [sinh, cosh]; grind

theorem cosh_sq_sub_sinh_sq (x : ℝ) : cosh x ^ 2 - sinh x ^ 2 = 1 := by
  rw [sinh, cosh]; grind [exp_mul_exp_neg x]

theorem cosh_sq (x : ℝ) : cosh x ^ 2 = sinh x ^ 2 + 1 := by grind [cosh_sq_sub_sinh_sq x]

theorem cosh_sq' (x : ℝ) : cosh x ^ 2 = 1 + sinh x ^ 2 := by grind [cosh_sq_sub_sinh_sq x]

theorem sinh_sq (x : ℝ) : sinh x ^ 2 = cosh x ^ 2 - 1 := by grind [cosh_sq_sub_sinh_sq x]

private theorem exp_neg_add (x y : ℝ) : exp (-(x + y)) = exp (-x) * exp (-y) := by
  have e : -(x + y) = -x + -y := by grind
  rw [e, exp_add]

theorem sinh_add (x y : ℝ) : sinh (x + y) = sinh x * cosh y + cosh x * sinh y := by
  rw [sinh, sinh, sinh, cosh, cosh, exp_add, exp_neg_add]; grind

theorem cosh_add (x y : ℝ) : cosh (x + y) = cosh x * cosh y + sinh x * sinh y := by
  rw [sinh, sinh, cosh, cosh, cosh, exp_add, exp_neg_add]; grind

theorem sinh_sub (x y : ℝ) : sinh (x - y) = sinh x * cosh y - cosh x * sinh y := by
  have e : x - y = x + -y := by grind
  rw [e, sinh_add, sinh_neg, cosh_neg]; grind

theorem cosh_sub (x y : ℝ) : cosh (x - y) = cosh x * cosh y - sinh x * sinh y := by
  have e : x - y = x + -y := by grind
  rw [e, cosh_add, sinh_neg, cosh_neg]; grind

theorem tanh_zero : tanh 0 = 0 := by rw [tanh, sinh_zero]; grind

theorem tanh_neg (x : ℝ) : tanh (-x) = -tanh x := by rw [tanh, tanh, sinh_neg, cosh_neg]; grind

theorem sinh_two_mul (x : ℝ) : sinh (2 * x) = 2 * sinh x * cosh x := by
  have e : 2 * x = x + x := by grind
  rw [e, sinh_add]; grind

theorem cosh_two_mul (x : ℝ) : cosh (2 * x) = cosh x ^ 2 + sinh x ^ 2 := by
  have e : 2 * x = x + x := by grind
  rw [e, cosh_add]; grind

end Real
