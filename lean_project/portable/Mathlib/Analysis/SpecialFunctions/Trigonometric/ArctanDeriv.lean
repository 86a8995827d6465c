module

public import Mathlib.Analysis.SpecialFunctions.Trigonometric.InverseDeriv

public section

/-!
# The arctangent

The interface of `Mathlib.Analysis.SpecialFunctions.Trigonometric.Arctan` and of
`Mathlib.Analysis.SpecialFunctions.Trigonometric.ArctanDeriv`. The arctangent is defined by
`Real.arctan_eq_arcsin`; everything else is proved.
-/

open Filter Topology

-- shomei: preamble

namespace Real

/-- The inverse of the tangent with values between `-(π / 2)` and `π / 2`. -/
noncomputable def arctan (x : ℝ) : ℝ := arcsin (x / sqrt (1 + x ^ 2))

theorem arctan_eq_arcsin (x : ℝ) : arctan x = arcsin (x / sqrt (1 + x ^ 2)) := by rw [arctan]

private theorem root (x : ℝ) : 0 < sqrt (1 + x ^ 2) ∧ sqrt (1 + x ^ 2) ^ 2 = 1 + x ^ 2 := by
  have h := sq_nonneg x
  exact ⟨sqrt_pos.2 (by grind), sq_sqrt (by grind)⟩

private theorem inside (x : ℝ) : -1 < x / sqrt (1 + x ^ 2) ∧ x / sqrt (1 + x ^ 2) < 1 := by
  obtain ⟨h, h'⟩ := root x
  rw [lt_div_iff₀ h, div_lt_iff₀ h]
  constructor
  · refine not_le.1 fun c => ?_
    have := mul_nonneg (show 0 ≤ -x - sqrt (1 + x ^ 2) by grind) (show 0 ≤ -x + sqrt (1 + x ^ 2) by grind)
    grind
  · refine not_le.1 fun c => ?_
    have := mul_nonneg (show 0 ≤ x - sqrt (1 + x ^ 2) by grind) (show 0 ≤ x + sqrt (1 + x ^ 2) by grind)
    grind

theorem sin_arctan (x : ℝ) : sin (arctan x) = x / sqrt (1 + x ^ 2) := by
  rw [arctan, sin_arcsin (inside x).1.le (inside x).2.le]

theorem cos_arctan (x : ℝ) : cos (arctan x) = 1 / sqrt (1 + x ^ 2) := by
  obtain ⟨h, h'⟩ := root x
  have e : 1 - (x / sqrt (1 + x ^ 2)) ^ 2 = (1 / sqrt (1 + x ^ 2)) ^ 2 := by grind
  rw [arctan, cos_arcsin, e, sqrt_sq (div_pos one_pos h).le]

theorem cos_arctan_pos (x : ℝ) : 0 < cos (arctan x) := by
  rw [cos_arctan]
  exact div_pos one_pos (root x).1

theorem tan_arctan (x : ℝ) : tan (arctan x) = x := by
  have h := (root x).1
  rw [tan_eq_sin_div_cos, sin_arctan, cos_arctan]; grind

theorem arctan_lt_pi_div_two (x : ℝ) : arctan x < pi / 2 := by
  have h := cos_arctan_pos x
  have k := arcsin_le_pi_div_two (x / sqrt (1 + x ^ 2))
  rw [← arctan_eq_arcsin] at k
  refine lt_of_le_of_ne k fun e => ?_
  rw [e, cos_pi_div_two] at h
  exact lt_irrefl _ h

theorem neg_pi_div_two_lt_arctan (x : ℝ) : -(pi / 2) < arctan x := by
  have h := cos_arctan_pos x
  have k := neg_pi_div_two_le_arcsin (x / sqrt (1 + x ^ 2))
  rw [← arctan_eq_arcsin] at k
  refine lt_of_le_of_ne k fun e => ?_
  rw [← e, cos_neg, cos_pi_div_two] at h
  exact lt_irrefl _ h

theorem arctan_tan {x : ℝ} (hx₁ : -(pi / 2) < x) (hx₂ : x < pi / 2) : arctan (tan x) = x := by
  have hc : 0 < cos x := by
    rw [← sin_add_pi_div_two]
    exact sin_pos_of_pos_of_lt_pi (by grind) (by grind)
  have h := inv_one_add_tan_sq hc.ne'
  obtain ⟨k, k'⟩ := root (tan x)
  have e : sqrt (1 + tan x ^ 2) = 1 / cos x := by
    rw [← inv_inv (1 + tan x ^ 2), h, sqrt_inv, sqrt_sq hc.le, inv_eq_one_div]
  have e' : tan x / (1 / cos x) = sin x := by
    have := tan_mul_cos hc.ne'
    grind
  rw [arctan, e, e', arcsin_sin hx₁.le hx₂.le]

theorem arctan_zero : arctan 0 = 0 := by rw [arctan, zero_div, arcsin_zero]

theorem arctan_neg (x : ℝ) : arctan (-x) = -arctan x := by
  have e : (-x) ^ 2 = x ^ 2 := by grind
  rw [arctan, arctan, e, neg_div, arcsin_neg]

theorem arctan_one : arctan 1 = pi / 4 := by
  have hp := pi_pos
  have h := arctan_tan (x := pi / 4) (by grind) (by grind)
  rwa [tan_pi_div_four] at h

theorem continuousAt_arctan {x : ℝ} : ContinuousAt arctan x := by
  have h₁ : Tendsto (fun y : ℝ => y / sqrt (1 + y ^ 2)) (𝓝 x) (𝓝 (x / sqrt (1 + x ^ 2))) :=
    (tendsto_id (x := 𝓝 x)).div (((tendsto_id (x := 𝓝 x)).pow 2).const_add 1).sqrt (root x).1.ne'
  have h₂ := Tendsto.comp (continuousAt_arcsin (x := x / sqrt (1 + x ^ 2))) h₁
  show Tendsto arctan (𝓝 x) (𝓝 (arctan x))
  rw [arctan_eq_arcsin]
  exact h₂.congr fun y => (arctan_eq_arcsin y).symm

theorem continuous_arctan : Continuous arctan := fun _ => continuousAt_arctan

theorem hasDerivAt_arctan (x : ℝ) : HasDerivAt arctan (1 / (1 + x ^ 2)) x := by
  have hc := cos_arctan_pos x
  have h := (hasDerivAt_tan hc.ne').of_local_left_inverse continuousAt_arctan
    (div_pos one_pos (sq_pos_of_pos hc)).ne' (Eventually.of_forall tan_arctan)
  refine h.congr_deriv ?_
  obtain ⟨k, k'⟩ := root x
  have e : cos (arctan x) ^ 2 = 1 / (1 + x ^ 2) := by
    rw [cos_arctan, ← k']; grind
  rw [e, ← inv_eq_one_div, inv_inv]

end Real

theorem HasDerivAt.arctan {f : ℝ → ℝ} {f' x : ℝ} (hf : HasDerivAt f f' x) :
    HasDerivAt (fun x => Real.arctan (f x)) (1 / (1 + f x ^ 2) * f') x :=
  HasDerivAt.comp x (h₂ := Real.arctan) (Real.hasDerivAt_arctan (f x)) hf
