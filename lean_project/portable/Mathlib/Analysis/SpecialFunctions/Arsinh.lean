module

public import Mathlib.Analysis.Calculus.Deriv.Pow
public import Mathlib.Analysis.SpecialFunctions.Pow.Deriv

public section

/-!
# The inverse hyperbolic sine

The interface of `Mathlib.Analysis.SpecialFunctions.Arsinh`: defined as there, everything else is
proved.
-/

open Filter Topology

-- shomei: preamble

namespace Real

/-- The inverse of the hyperbolic sine. -/
noncomputable def arsinh (x : ℝ) : ℝ := log (x + sqrt (1 + x ^ 2))

private theorem arsinh_eq (x : ℝ) : arsinh x = log (x + sqrt (1 + x ^ 2)) := by rw [arsinh]

private theorem root (x : ℝ) : 0 < sqrt (1 + x ^ 2) ∧ sqrt (1 + x ^ 2) ^ 2 = 1 + x ^ 2 := by
  have h := sq_nonneg x
  exact ⟨sqrt_pos.2 (by grind), sq_sqrt (by grind)⟩

private theorem root_pos (x : ℝ) : 0 < x + sqrt (1 + x ^ 2) := by
  obtain ⟨h, k⟩ := root x
  refine not_le.1 fun c => ?_
  have := mul_nonneg (show 0 ≤ -(x + sqrt (1 + x ^ 2)) by grind) (show 0 ≤ sqrt (1 + x ^ 2) - x by grind)
  grind

theorem exp_arsinh (x : ℝ) : exp (arsinh x) = x + sqrt (1 + x ^ 2) := by
  rw [arsinh, exp_log (root_pos x)]

theorem arsinh_neg (x : ℝ) : arsinh (-x) = -arsinh x := by
  obtain ⟨h, k⟩ := root x
  have e : (-x) ^ 2 = x ^ 2 := by grind
  have p := exp_arsinh x
  have q := exp_arsinh (-x)
  rw [e] at q
  have m : exp (arsinh (-x)) * exp (arsinh x) = 1 := by rw [p, q]; grind
  rw [← exp_add] at m
  have z : arsinh (-x) + arsinh x = 0 := by
    rw [← exp_eq_exp, m, exp_zero]
  grind

theorem sinh_arsinh (x : ℝ) : sinh (arsinh x) = x := by
  have e : (-x) ^ 2 = x ^ 2 := by grind
  rw [sinh_eq, ← arsinh_neg, exp_arsinh, exp_arsinh, e]; grind

theorem cosh_arsinh (x : ℝ) : cosh (arsinh x) = sqrt (1 + x ^ 2) := by
  have e : (-x) ^ 2 = x ^ 2 := by grind
  rw [cosh_eq, ← arsinh_neg, exp_arsinh, exp_arsinh, e]; grind

theorem arsinh_sinh (x : ℝ) : arsinh (sinh x) = x := by
  have e : 1 + sinh x ^ 2 = cosh x ^ 2 := by rw [cosh_sq']
  rw [arsinh, e, sqrt_sq (cosh_pos x).le, sinh_add_cosh, log_exp]

theorem arsinh_zero : arsinh 0 = 0 := by
  have h := arsinh_sinh 0
  rwa [sinh_zero] at h

private theorem sinh_lt {x y : ℝ} (h : x < y) : sinh x < sinh y := by
  have p := exp_lt_exp.2 h
  have q := exp_lt_exp.2 (show -y < -x by grind)
  rw [sinh_eq, sinh_eq]; grind

theorem arsinh_lt_arsinh {x y : ℝ} : arsinh x < arsinh y ↔ x < y := by
  constructor
  · intro h
    have := sinh_lt h
    rwa [sinh_arsinh, sinh_arsinh] at this
  · intro h
    refine not_le.1 fun c => ?_
    by_cases d : arsinh y < arsinh x
    · have := sinh_lt d
      rw [sinh_arsinh, sinh_arsinh] at this
      grind
    · have := congrArg sinh (show arsinh y = arsinh x by grind)
      rw [sinh_arsinh, sinh_arsinh] at this
      grind

theorem arsinh_le_arsinh {x y : ℝ} : arsinh x ≤ arsinh y ↔ x ≤ y := by
  have := @arsinh_lt_arsinh y x
  grind

theorem arsinh_pos_iff {x : ℝ} : 0 < arsinh x ↔ 0 < x := by
  have h := @arsinh_lt_arsinh 0 x
  rwa [arsinh_zero] at h

theorem arsinh_neg_iff {x : ℝ} : arsinh x < 0 ↔ x < 0 := by
  have h := @arsinh_lt_arsinh x 0
  rwa [arsinh_zero] at h

theorem arsinh_nonneg_iff {x : ℝ} : 0 ≤ arsinh x ↔ 0 ≤ x := by
  have h := @arsinh_le_arsinh 0 x
  rwa [arsinh_zero] at h

theorem arsinh_eq_zero_iff {x : ℝ} : arsinh x = 0 ↔ x = 0 := by
  have h := @arsinh_pos_iff x
  have k := @arsinh_neg_iff x
  grind

theorem hasDerivAt_arsinh (x : ℝ) : HasDerivAt arsinh (sqrt (1 + x ^ 2))⁻¹ x := by
  obtain ⟨h, k⟩ := root x
  have p := root_pos x
  have inner := (((hasDerivAt_id' x).fun_pow 2).const_add 1).sqrt (show 1 + x ^ 2 ≠ 0 by
    have := sq_nonneg x
    grind)
  have whole := ((hasDerivAt_id' x).fun_add inner).log p.ne'
  refine (whole.congr_of_eventuallyEq (Eventually.of_forall fun y => arsinh_eq y)).congr_deriv ?_
  rw [← one_div]
  grind

theorem continuous_arsinh : Continuous arsinh := fun x => (hasDerivAt_arsinh x).continuousAt

end Real

theorem HasDerivAt.arsinh {f : ℝ → ℝ} {f' x : ℝ} (hf : HasDerivAt f f' x) :
    HasDerivAt (fun x => Real.arsinh (f x)) ((Real.sqrt (1 + f x ^ 2))⁻¹ • f') x :=
  HasDerivAt.comp x (h₂ := Real.arsinh) (Real.hasDerivAt_arsinh (f x)) hf
