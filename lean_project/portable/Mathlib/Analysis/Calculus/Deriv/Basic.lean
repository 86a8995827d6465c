module

public import Mathlib.Analysis.Calculus.Deriv.Slope
public import Mathlib.Order.Monotone.Defs

public section

/-!
# Differentiable functions

The interface of `Mathlib.Analysis.Calculus.FDeriv.Defs`, `Mathlib.Analysis.Calculus.FDeriv.Basic`
and `Mathlib.Analysis.Calculus.Deriv.Basic` for functions from `ℝ` to `ℝ`. Mathlib's functions are
differentiable over a field, which is always `ℝ` here.
-/

-- shomei: preamble

/-- `f` is differentiable at the point `x`. -/
@[expose] def DifferentiableAt (_𝕜 : Type) (f : ℝ → ℝ) (x : ℝ) : Prop := ∃ f', HasDerivAt f f' x

/-- `f` is differentiable. -/
@[expose] def Differentiable (𝕜 : Type) (f : ℝ → ℝ) : Prop := ∀ x, DifferentiableAt 𝕜 f x

variable {f : ℝ → ℝ} {f' x : ℝ}

theorem HasDerivAt.differentiableAt (h : HasDerivAt f f' x) : DifferentiableAt ℝ f x := ⟨f', h⟩

theorem DifferentiableAt.hasDerivAt (h : DifferentiableAt ℝ f x) :
    HasDerivAt f (deriv f x) x := by
  obtain ⟨f', hf⟩ := h
  rw [hf.deriv]
  exact hf

theorem DifferentiableAt.continuousAt (h : DifferentiableAt ℝ f x) : ContinuousAt f x :=
  h.hasDerivAt.continuousAt

theorem Differentiable.differentiableAt (h : Differentiable ℝ f) : DifferentiableAt ℝ f x := h x

theorem Differentiable.continuous (h : Differentiable ℝ f) : Continuous f := fun x =>
  (h x).continuousAt
