module

public import Mathlib.MeasureTheory.Integral.IntervalIntegral.FundThmCalculus

public section

/-!
# The mean value theorem

The interface of `Mathlib.Analysis.Calculus.Deriv.MeanValue`. A continuous function on a closed
interval takes its greatest value; where it does so inside, its derivative is 0.
-/

open Filter Set

-- shomei: preamble

/-- A continuous function takes a greatest value on a closed interval. -/
private theorem exists_max {f : ℝ → ℝ} {a b : ℝ} (hab : a ≤ b) (hc : ContinuousOn f (Icc a b)) :
    ∃ c, c ∈ Icc a b ∧ ∀ x, x ∈ Icc a b → f x ≤ f c := by
  obtain ⟨K, hK⟩ := Shomei.Portable.bounded hab hc
  obtain ⟨M, hM, hM'⟩ := Shomei.Portable.exists_isLUB (s := fun y => ∃ x, x ∈ Icc a b ∧ y = f x)
    ⟨f a, a, ⟨le_rfl, hab⟩, rfl⟩ ⟨K, fun y ⟨x, hx, e⟩ => e ▸ hK x hx.1 hx.2⟩
  refine Classical.byContradiction fun hn => ?_
  have below (x : ℝ) (hx : x ∈ Icc a b) : 0 < M - f x := by
    refine sub_pos.2 (not_le.1 fun h => hn ⟨x, hx, fun y hy => ?_⟩)
    exact le_trans (hM _ ⟨y, hy, rfl⟩) h
  obtain ⟨k, hk⟩ := Shomei.Portable.bounded (f := fun x => (M - f x)⁻¹) hab fun x hx =>
    (tendsto_const_nhds.sub (hc x hx)).inv₀ (below x hx).ne'
  have hp : 0 < k := lt_of_lt_of_le (inv_pos.2 (below a ⟨le_rfl, hab⟩)) (hk a le_rfl hab)
  have h₁ : M ≤ M - k⁻¹ := hM' _ fun y ⟨x, hx, e⟩ => by
    have h₂ := mul_le_mul_of_nonneg_right (hk x hx.1 hx.2) (below x hx).le
    rw [inv_mul_cancel₀ (below x hx).ne'] at h₂
    have h₃ := mul_le_mul_of_nonneg_left h₂ (inv_pos.2 hp).le
    rw [← mul_assoc, inv_mul_cancel₀ hp.ne', one_mul, mul_one] at h₃
    grind
  have := inv_pos.2 hp
  grind

/-- Inside an interval, the derivative at a greatest value is 0. -/
private theorem deriv_eq_zero {f : ℝ → ℝ} {a b c L : ℝ} (hac : a < c) (hcb : c < b)
    (hd : HasDerivAt f L c) (hm : ∀ x, x ∈ Icc a b → f x ≤ f c) : L = 0 := by
  have key {ε : ℝ} (hε : 0 < ε) : abs L ≤ ε := by
    obtain ⟨δ, hδ, h⟩ := Shomei.Portable.deriv_bounds hd hε
    have hs : 0 < min (δ / 2) (min (c - a) (b - c)) :=
      lt_min (half_pos hδ) (lt_min (sub_pos.2 hac) (sub_pos.2 hcb))
    have h₁ := min_le_left (δ / 2) (min (c - a) (b - c))
    have h₂ := le_trans (min_le_right (δ / 2) (min (c - a) (b - c))) (min_le_left _ _)
    have h₃ := le_trans (min_le_right (δ / 2) (min (c - a) (b - c))) (min_le_right _ _)
    generalize min (δ / 2) (min (c - a) (b - c)) = s at hs h₁ h₂ h₃
    have up := h (c + s) (by grind) (by grind)
    have down := h (c - s) (by grind) (by grind)
    have m₁ := hm (c + s) ⟨by grind, by grind⟩
    have m₂ := hm (c - s) ⟨by grind, by grind⟩
    rw [show c + s - c = s by grind, abs_of_pos hs] at up
    rw [show c - s - c = -s by grind, abs_neg, abs_of_pos hs] at down
    have up := (abs_le.1 up).1
    have down := (abs_le.1 down).1
    refine abs_le.2 ⟨not_lt.1 fun hl => ?_, not_lt.1 fun hl => ?_⟩
    · have := mul_pos (sub_pos.2 hl) hs
      grind
    · have := mul_pos (sub_pos.2 hl) hs
      grind
  refine Classical.byContradiction fun hn => ?_
  have h₁ := abs_pos.2 hn
  have h₂ := key (half_pos h₁)
  grind

/-- Rolle's theorem. -/
private theorem rolle {f f' : ℝ → ℝ} {a b : ℝ} (hab : a < b) (hfc : ContinuousOn f (Icc a b))
    (hfI : f a = f b) (hff' : ∀ x ∈ Ioo a b, HasDerivAt f (f' x) x) :
    ∃ c ∈ Ioo a b, f' c = 0 := by
  obtain ⟨p, hp, hp'⟩ := exists_max hab.le hfc
  obtain ⟨q, hq, hq'⟩ := exists_max (f := fun x => -f x) hab.le fun x hx => (hfc x hx).neg
  by_cases hpi : p ∈ Ioo a b
  · exact ⟨p, hpi, deriv_eq_zero hpi.1 hpi.2 (hff' p hpi) hp'⟩
  by_cases hqi : q ∈ Ioo a b
  · have := deriv_eq_zero hqi.1 hqi.2 (hff' q hqi).fun_neg hq'
    exact ⟨q, hqi, by grind⟩
  have ends (x : ℝ) (hx : x ∈ Icc a b) (hn : ¬x ∈ Ioo a b) : f x = f a := by
    by_cases e : x = a
    · rw [e]
    · by_cases e' : x = b
      · rw [e', hfI]
      · exact absurd ⟨lt_of_le_of_ne hx.1 fun h => e h.symm, lt_of_le_of_ne hx.2 e'⟩ hn
  have h₁ := ends p hp hpi
  have h₂ := ends q hq hqi
  have hm : (a + b) / 2 ∈ Ioo a b := ⟨by grind, by grind⟩
  refine ⟨_, hm, deriv_eq_zero hm.1 hm.2 (hff' _ hm) fun x hx => ?_⟩
  have h₃ := hp' x hx
  have h₄ := hq' _ (show (a + b) / 2 ∈ Icc a b from ⟨hm.1.le, hm.2.le⟩)
  grind

variable {a b : ℝ}

theorem exists_ratio_hasDerivAt_eq_ratio_slope (f f' : ℝ → ℝ) (hab : a < b)
    (hfc : ContinuousOn f (Icc a b)) (hff' : ∀ x ∈ Ioo a b, HasDerivAt f (f' x) x)
    (g g' : ℝ → ℝ) (hgc : ContinuousOn g (Icc a b)) (hgg' : ∀ x ∈ Ioo a b, HasDerivAt g (g' x) x) :
    ∃ c ∈ Ioo a b, (g b - g a) * f' c = (f b - f a) * g' c := by
  obtain ⟨c, hc, h⟩ := rolle (f := fun x => (g b - g a) * f x - (f b - f a) * g x)
    (f' := fun x => (g b - g a) * f' x - (f b - f a) * g' x) hab
    (fun x hx => ((hfc x hx).const_mul _).sub ((hgc x hx).const_mul _)) (by grind)
    fun x hx => ((hff' x hx).const_mul _).fun_sub ((hgg' x hx).const_mul _)
  exact ⟨c, hc, sub_eq_zero.1 h⟩

theorem exists_hasDerivAt_eq_slope (f f' : ℝ → ℝ) (hab : a < b)
    (hfc : ContinuousOn f (Icc a b)) (hff' : ∀ x ∈ Ioo a b, HasDerivAt f (f' x) x) :
    ∃ c ∈ Ioo a b, f' c = (f b - f a) / (b - a) := by
  obtain ⟨c, hc, h⟩ := exists_ratio_hasDerivAt_eq_ratio_slope f f' hab hfc hff' (fun x => x)
    (fun _ => 1) (fun x _ => nhdsWithin_le_nhds) fun x _ => hasDerivAt_id' x
  have := sub_ne_zero.2 hab.ne'
  exact ⟨c, hc, by grind⟩
