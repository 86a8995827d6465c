module

public import Mathlib.Analysis.Calculus.Deriv.Basic
public import Shomei.Derivatives

public section

/-!
# Functions without a formula

Limits and derivatives of functions of which the text says no more than that they are continuous or
differentiable.
-/

open Filter Topology

-- shomei: preamble

namespace Shomei

variable {f u : ℝ → ℝ} {a x : ℝ}

/-- The chain rule for a function without a formula. -/
theorem hasDerivAt_call (hf : DifferentiableAt ℝ f (u x)) (hu : HasDerivAt u a x) :
    HasDerivAt (fun y => f (u y)) (deriv f (u x) * a) x :=
  hasDerivAt_comp hf.hasDerivAt hu

/-- The definition of the derivative. -/
theorem tendsto_deriv (hf : DifferentiableAt ℝ f x) :
    Tendsto (fun h => (f (x + h) - f x) / h) (𝓝[≠] 0) (𝓝 (deriv f x)) :=
  hasDerivAt_iff_limit.1 hf.hasDerivAt

/-- The definition of the derivative, with two points. -/
theorem tendsto_deriv_at (hf : DifferentiableAt ℝ f x) :
    Tendsto (fun y => (f y - f x) / (y - x)) (𝓝[≠] x) (𝓝 (deriv f x)) :=
  hasDerivAt_iff_limit_at.1 hf.hasDerivAt

/-- The definition of the derivative, with the terms of the sum the other way round. -/
theorem tendsto_deriv_left (hf : DifferentiableAt ℝ f x) :
    Tendsto (fun h => (f (h + x) - f x) / h) (𝓝[≠] 0) (𝓝 (deriv f x)) :=
  (tendsto_deriv hf).congr fun h => by rw [add_comm x h]

end Shomei
