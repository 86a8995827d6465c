module

public import Mathlib.Analysis.Calculus.Deriv.Basic
public import Mathlib.Order.Monotone.Defs
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

variable {f u : ℝ → ℝ} {a c x : ℝ}

/-- The chain rule for a function without a formula. -/
theorem hasDerivAt_call (hf : DifferentiableAt ℝ f (u x)) (hu : HasDerivAt u a x) :
    HasDerivAt (fun y => f (u y)) (deriv f (u x) * a) x :=
  hasDerivAt_comp hf.hasDerivAt hu

/-- The definition of the derivative, where `c` is the value of the function. -/
theorem tendsto_deriv (hf : DifferentiableAt ℝ f x) (e : f x = c) :
    Tendsto (fun h => (f (x + h) - c) / h) (𝓝[≠] 0) (𝓝 (deriv f x)) := by
  rw [← e]
  exact hasDerivAt_iff_limit.1 hf.hasDerivAt

/-- The definition of the derivative, with the terms of the sum the other way round. -/
theorem tendsto_deriv_left (hf : DifferentiableAt ℝ f x) (e : f x = c) :
    Tendsto (fun h => (f (h + x) - c) / h) (𝓝[≠] 0) (𝓝 (deriv f x)) :=
  (tendsto_deriv hf e).congr fun h => by rw [add_comm x h]

/-- The definition of the derivative at 0. -/
theorem tendsto_deriv_zero (hf : DifferentiableAt ℝ f 0) (e : f 0 = c) :
    Tendsto (fun h => (f h - c) / h) (𝓝[≠] 0) (𝓝 (deriv f 0)) :=
  (tendsto_deriv hf e).congr fun h => by rw [zero_add]

/-- The definition of the derivative, with two points. -/
theorem tendsto_deriv_at (hf : DifferentiableAt ℝ f x) (e : f x = c) :
    Tendsto (fun y => (f y - c) / (y - x)) (𝓝[≠] x) (𝓝 (deriv f x)) := by
  rw [← e]
  exact hasDerivAt_iff_limit_at.1 hf.hasDerivAt

/-- A function that is the same as another one has its derivative. -/
theorem hasDerivAt_of_same {g : ℝ → ℝ} (same : ∀ y, f y = g y) (hg : HasDerivAt g a x) :
    HasDerivAt f a x :=
  (hasDerivAt_congr (Eventually.of_forall same)).2 hg

/-! ### Order -/

theorem monotone_of_strictMono {f : ℝ → ℝ} (h : StrictMono f) : Monotone f := fun a b hab => by
  by_cases e : a = b
  · rw [e]
    exact le_refl _
  · exact le_of_lt (h (lt_of_le_of_ne hab e))

theorem antitone_of_strictAnti {f : ℝ → ℝ} (h : StrictAnti f) : Antitone f := fun a b hab => by
  by_cases e : a = b
  · rw [e]
    exact le_refl _
  · exact le_of_lt (h (lt_of_le_of_ne hab e))

end Shomei
