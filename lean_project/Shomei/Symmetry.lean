module

public import Shomei.Integrals
public import Shomei.MeanValue

public section

/-!
# Integrals over ranges around 0

Those of odd functions are 0, and those of even ones twice the integral over one half.
-/

open Filter Topology

-- shomei: preamble

namespace Shomei

variable {f : ℝ → ℝ}

private theorem hasDerivAt_from_zero (c : ∀ x, Tendsto f (𝓝 x) (𝓝 (f x))) (u : ℝ) :
    HasDerivAt (fun u => intervalIntegral f 0 u MeasureTheory.volume) (f u) u :=
  hasDerivAt_integral (continuousOn_of_tendsto fun x _ => c x) (Eventually.of_forall c)

private theorem hasDerivAt_to_opposite (c : ∀ x, Tendsto f (𝓝 x) (𝓝 (f x))) (u : ℝ) :
    HasDerivAt (fun u => intervalIntegral f 0 (-u) MeasureTheory.volume) (f (-u) * -1) u :=
  hasDerivAt_comp (hasDerivAt_from_zero c (-u)) (hasDerivAt_neg (hasDerivAt_id' u))

private theorem integral_around_zero (c : ∀ x, Tendsto f (𝓝 x) (𝓝 (f x))) (a : ℝ) :
    intervalIntegral f (-a) a MeasureTheory.volume =
      intervalIntegral f 0 a MeasureTheory.volume - intervalIntegral f 0 (-a) MeasureTheory.volume :=
  integral_of_derivative (continuousOn_of_tendsto fun x _ => c x) fun x _ => hasDerivAt_from_zero c x

theorem integral_odd (c : ∀ x, Tendsto f (𝓝 x) (𝓝 (f x))) (h : ∀ x, f (-x) = -f x) (a : ℝ) :
    intervalIntegral f (-a) a MeasureTheory.volume = 0 := by
  have same := eq_of_deriv_zero
    (fun t => hasDerivAt_sub (hasDerivAt_from_zero c t) (hasDerivAt_to_opposite c t))
    (fun t => by rw [h]; grind) a 0
  have none : -(0 : ℝ) = 0 := neg_zero
  rw [none, sub_self] at same
  rw [integral_around_zero c]
  exact same

theorem integral_even (c : ∀ x, Tendsto f (𝓝 x) (𝓝 (f x))) (h : ∀ x, f (-x) = f x) (a : ℝ) :
    intervalIntegral f (-a) a MeasureTheory.volume =
      2 * intervalIntegral f 0 a MeasureTheory.volume := by
  have same := eq_of_deriv_zero
    (fun t => hasDerivAt_add (hasDerivAt_from_zero c t) (hasDerivAt_to_opposite c t))
    (fun t => by rw [h]; grind) a 0
  have none : -(0 : ℝ) = 0 := neg_zero
  rw [none, intervalIntegral.integral_same] at same
  rw [integral_around_zero c]
  grind

end Shomei
