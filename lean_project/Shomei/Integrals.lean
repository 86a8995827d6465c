module

public import Mathlib.MeasureTheory.Integral.IntervalIntegral.FundThmCalculus
public import Shomei.Derivatives

public section

/-!
# Integrals by antiderivatives

The fundamental theorem for integrands that are continuous between the bounds, whichever is the
smaller one, and laws in the form that the emitted proofs use.
-/

open Filter Topology

-- shomei: preamble

namespace Shomei

variable {f g F : ℝ → ℝ} {a b : ℝ}

/-- What holds for each number between two bounds, if their order is known. -/
theorem within_of_le (hab : a ≤ b) {x : ℝ} (h : x ∈ Set.uIcc a b) {p : Prop}
    (k : a ≤ x → x ≤ b → p) : p := by
  rw [Set.uIcc_of_le hab] at h
  exact k h.1 h.2

theorem within_of_ge (hab : b ≤ a) {x : ℝ} (h : x ∈ Set.uIcc a b) {p : Prop}
    (k : b ≤ x → x ≤ a → p) : p := by
  rw [Set.uIcc_of_ge hab] at h
  exact k h.1 h.2

theorem within {x : ℝ} (h : x ∈ Set.uIcc a b) {p : Prop} (k₁ : a ≤ x → x ≤ b → p)
    (k₂ : b ≤ x → x ≤ a → p) : p := by
  rcases Set.mem_uIcc.1 h with h | h
  · exact k₁ h.1 h.2
  · exact k₂ h.1 h.2

/-- Continuity between two bounds from the limit at each number there. -/
theorem continuousOn_of_tendsto {s : Set ℝ} (h : ∀ x, x ∈ s → Tendsto f (𝓝 x) (𝓝 (f x))) :
    ContinuousOn f s :=
  fun x hx => (show ContinuousAt f x from h x hx).continuousWithinAt

/-- The fundamental theorem, where the derivative is known between the bounds and at them. -/
theorem integral_of_derivative (hf : ContinuousOn f (Set.uIcc a b))
    (hd : ∀ x, x ∈ Set.uIcc a b → HasDerivAt F (f x) x) :
    intervalIntegral f a b MeasureTheory.volume = F b - F a :=
  intervalIntegral.integral_eq_sub_of_hasDerivAt hd hf.intervalIntegrable

/-- The fundamental theorem, where the derivative is known only between the bounds. -/
theorem integral_of_derivative_between (hab : a ≤ b) (hf : ContinuousOn f (Set.uIcc a b))
    (hF : ContinuousOn F (Set.uIcc a b)) (hd : ∀ x, a < x ∧ x < b → HasDerivAt F (f x) x) :
    intervalIntegral f a b MeasureTheory.volume = F b - F a := by
  rw [Set.uIcc_of_le hab] at hF
  exact intervalIntegral.integral_eq_sub_of_hasDerivAt_of_le hab hF (fun x hx => hd x hx)
    hf.intervalIntegrable

/-- The fundamental theorem: the derivative of an integral by its upper bound. -/
theorem hasDerivAt_integral (hf : ContinuousOn f (Set.uIcc a b))
    (near : ∀ᶠ u in 𝓝 b, Tendsto f (𝓝 u) (𝓝 (f u))) :
    HasDerivAt (fun u => intervalIntegral f a u MeasureTheory.volume) (f b) b := by
  obtain ⟨t, ht, ho, hb⟩ := mem_nhds_iff.1 near
  exact intervalIntegral.integral_hasDerivAt_right hf.intervalIntegrable
    (ContinuousAt.stronglyMeasurableAtFilter ho (fun u hu => ht hu) b hb) (ht hb)

/-- The same for the lower bound. -/
theorem hasDerivAt_integral_left (hf : ContinuousOn f (Set.uIcc b a))
    (near : ∀ᶠ u in 𝓝 b, Tendsto f (𝓝 u) (𝓝 (f u))) :
    HasDerivAt (fun u => intervalIntegral f u a MeasureTheory.volume) (-f b) b := by
  rw [Set.uIcc_comm] at hf
  exact (hasDerivAt_congr (Eventually.of_forall fun u =>
    intervalIntegral.integral_symm a u)).2 (hasDerivAt_neg (hasDerivAt_integral hf near))

end Shomei
