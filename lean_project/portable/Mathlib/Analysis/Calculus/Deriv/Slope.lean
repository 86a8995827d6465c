module

public import Mathlib.Topology.Algebra.Order.Field

public section

/-!
# The derivative as the limit of slopes

The interface of `Mathlib.Analysis.Calculus.Deriv.Basic` and `Mathlib.Analysis.Calculus.Deriv.Slope`
for functions from `ℝ` to `ℝ`. Mathlib defines `HasDerivAt` by the Fréchet derivative and proves
`hasDerivAt_iff_tendsto_slope`; here that theorem is the definition.
-/

open Filter

-- shomei: preamble

/-- Scalar multiplication of a real number is multiplication. -/
@[expose] noncomputable instance Shomei.Portable.instSMul : SMul ℝ ℝ := ⟨fun a b => a * b⟩

theorem smul_eq_mul (a b : ℝ) : a • b = a * b := rfl

/-- The slope of `f` between `a` and `b`. -/
@[expose] noncomputable def slope (f : ℝ → ℝ) (a b : ℝ) : ℝ := (b - a)⁻¹ • (f b - f a)

/-- `f` has the derivative `f'` at the point `x`. -/
@[expose] def HasDerivAt (f : ℝ → ℝ) (f' x : ℝ) : Prop := Tendsto (slope f x) (𝓝[≠] x) (𝓝 f')

open Classical in
/-- The derivative of `f` at `x`, or `0` where there is none. -/
@[expose] noncomputable def deriv (f : ℝ → ℝ) (x : ℝ) : ℝ :=
  if h : ∃ f', HasDerivAt f f' x then Classical.choose h else 0

variable {f g : ℝ → ℝ} {f' g' x y a b : ℝ}

theorem slope_def_field (f : ℝ → ℝ) (a b : ℝ) : slope f a b = (f b - f a) / (b - a) := by
  rw [slope, smul_eq_mul, div_eq_inv_mul]

theorem hasDerivAt_iff_tendsto_slope :
    HasDerivAt f f' x ↔ Tendsto (slope f x) (𝓝[≠] x) (𝓝 f') :=
  Iff.rfl

theorem hasDerivAt_iff_tendsto_slope_zero :
    HasDerivAt f f' x ↔ Tendsto (fun t => t⁻¹ • (f (x + t) - f x)) (𝓝[≠] 0) (𝓝 f') := by
  have e₁ (t : ℝ) : slope f x (x + t) = t⁻¹ • (f (x + t) - f x) := by
    rw [slope, add_sub_cancel_left]
  have e₂ (y : ℝ) : (y - x)⁻¹ • (f (x + (y - x)) - f x) = slope f x y := by
    rw [slope, add_sub_cancel]
  have s₁ : Tendsto (fun t => x + t) (𝓝[≠] 0) (𝓝[≠] x) := by
    refine tendsto_nhdsWithin_iff.2 ⟨?_, ?_⟩
    · have h : Tendsto (fun t : ℝ => t) (𝓝[≠] 0) (𝓝 0) := nhdsWithin_le_nhds
      have h' := h.const_add x
      rwa [add_zero] at h'
    · refine Eventually.mono (eventually_mem_nhdsWithin (a := 0)) fun t ht => ?_
      have ht : t ≠ 0 := ht
      show x + t ≠ x
      grind
  have s₂ : Tendsto (fun y => y - x) (𝓝[≠] x) (𝓝[≠] 0) := by
    refine tendsto_nhdsWithin_iff.2 ⟨?_, ?_⟩
    · have h : Tendsto (fun t : ℝ => t) (𝓝[≠] x) (𝓝 x) := nhdsWithin_le_nhds
      have h' := h.sub (tendsto_const_nhds (a := x))
      rwa [sub_self] at h'
    · refine Eventually.mono (eventually_mem_nhdsWithin (a := x)) fun t ht => ?_
      have ht : t ≠ x := ht
      show t - x ≠ 0
      grind
  exact ⟨fun h => (Tendsto.comp h s₁).congr e₁, fun h => (Tendsto.comp h s₂).congr e₂⟩

theorem HasDerivAt.unique (h₀ : HasDerivAt f a x) (h₁ : HasDerivAt f b x) : a = b :=
  tendsto_nhds_unique h₀ h₁

theorem HasDerivAt.deriv (h : HasDerivAt f f' x) : deriv f x = f' := by
  have hex : ∃ f', HasDerivAt f f' x := ⟨f', h⟩
  rw [_root_.deriv, dif_pos hex]
  exact (Classical.choose_spec hex).unique h

theorem HasDerivAt.congr_deriv {f'' : ℝ} (h : HasDerivAt f f' x) (h' : f' = f'') :
    HasDerivAt f f'' x :=
  h' ▸ h

theorem HasDerivAt.continuousAt (h : HasDerivAt f f' x) : ContinuousAt f x := by
  have h₁ : Tendsto (fun y => y - x) (𝓝[≠] x) (𝓝 0) := by
    have h : Tendsto (fun t : ℝ => t) (𝓝[≠] x) (𝓝 x) := nhdsWithin_le_nhds
    have h' := h.sub (tendsto_const_nhds (a := x))
    rwa [sub_self] at h'
  have h₂ : Tendsto (fun y => f x + slope f x y * (y - x)) (𝓝[≠] x) (𝓝 (f x)) := by
    have := (Tendsto.mul h h₁).const_add (f x)
    rwa [mul_zero, add_zero] at this
  have h₃ : Tendsto f (𝓝[≠] x) (𝓝 (f x)) := by
    refine h₂.congr' (Eventually.mono (eventually_mem_nhdsWithin (a := x)) fun y hy => ?_)
    have hy : y ≠ x := hy
    show f x + slope f x y * (y - x) = f y
    rw [slope_def_field, div_mul_cancel₀ _ (sub_ne_zero.2 hy), add_sub_cancel]
  refine Metric.tendsto_nhds.2 fun ε hε => ?_
  refine (eventually_nhdsWithin_iff.1 (Metric.tendsto_nhds.1 h₃ ε hε)).mono fun y hy => ?_
  by_cases e : y = x
  · rw [e, Real.dist_eq, sub_self, abs_zero]
    exact hε
  · exact hy e

theorem HasDerivAt.congr_of_eventuallyEq {f₁ : ℝ → ℝ} (h : HasDerivAt f f' x)
    (h₁ : EventuallyEq (𝓝 x) f₁ f) : HasDerivAt f₁ f' x := by
  refine Tendsto.congr' ?_ h
  have h₀ : f₁ x = f x := Eventually.self_of_nhds (p := fun y => f₁ y = f y) h₁
  refine nhdsWithin_le_nhds (Eventually.mono h₁ fun y hy => ?_)
  show slope f x y = slope f₁ x y
  rw [slope, slope, h₀, hy]
