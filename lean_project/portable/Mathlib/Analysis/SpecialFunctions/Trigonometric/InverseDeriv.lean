module

public import Mathlib.Analysis.SpecialFunctions.Pow.Deriv

public section

/-!
# Arcsine and arccosine

The interface of `Mathlib.Analysis.SpecialFunctions.Trigonometric.Inverse` and of
`Mathlib.Analysis.SpecialFunctions.Trigonometric.InverseDeriv`. Everything here is defined or proved.
-/

open Filter Topology

-- shomei: preamble

/-- The derivative of an inverse function. -/
theorem HasDerivAt.of_local_left_inverse {f g : ℝ → ℝ} {f' a : ℝ} (hg : ContinuousAt g a) (hf : HasDerivAt f f' (g a))
    (hf' : f' ≠ 0) (hfg : ∀ᶠ y in 𝓝 a, f (g y) = y) : HasDerivAt g f'⁻¹ a := by
  have hga : f (g a) = a := hfg.self_of_nhds
  have apart : ∀ᶠ y in 𝓝[≠] a, g y ≠ g a := by
    refine eventually_nhdsWithin_iff.2 (hfg.mono fun y hy hya h => ?_)
    rw [h, hga] at hy
    exact hya hy.symm
  have h₁ : Tendsto g (𝓝[≠] a) (𝓝[≠] (g a)) := tendsto_nhdsWithin_iff.2 ⟨tendsto_nhdsWithin_of_tendsto_nhds hg, apart⟩
  have h₂ := (Tendsto.comp (hasDerivAt_iff_tendsto_slope.1 hf) h₁).inv₀ hf'
  refine hasDerivAt_iff_tendsto_slope.2 (Tendsto.congr' ?_ h₂)
  refine Eventually.mp apart (eventually_nhdsWithin_iff.2 (hfg.mono fun y hy hya hg => ?_))
  show (slope f (g a) (g y))⁻¹ = slope g a y
  have hya : y - a ≠ 0 := sub_ne_zero.2 hya
  have hgy : g y - g a ≠ 0 := sub_ne_zero.2 hg
  rw [slope_def_field, slope_def_field, hy, hga]
  grind

namespace Real

/-! ### The sine between `-(π / 2)` and `π / 2` -/

theorem sin_lt_sin_of_lt_of_le_pi_div_two {x y : ℝ} (hx : -(pi / 2) ≤ x) (hy : y ≤ pi / 2) (hxy : x < y) : sin x < sin y := by
  have h := sin_sub_sin y x
  have hp := pi_pos
  have h₁ := sin_pos_of_pos_of_lt_pi (x := (y - x) / 2) (by grind) (by grind)
  have h₂ : 0 < cos ((y + x) / 2) := by
    rw [← sin_add_pi_div_two]
    exact sin_pos_of_pos_of_lt_pi (by grind) (by grind)
  have := mul_pos h₁ h₂
  grind

private theorem exists_sin_eq {x : ℝ} (h₁ : -1 ≤ x) (h₂ : x ≤ 1) : ∃ t, (-(pi / 2) ≤ t ∧ t ≤ pi / 2) ∧ sin t = x := by
  have hp := pi_pos
  have lip (s t : ℝ) (h : t ≤ s) : -(s - t) ≤ sin s - sin t ∧ sin s - sin t ≤ s - t := by
    have k := abs_le.1 (abs_sin_sub_sin_le s t)
    rwa [abs_of_nonneg (show 0 ≤ s - t by grind)] at k
  have low : sin (-(pi / 2)) = -1 := by rw [sin_neg, sin_pi_div_two]
  obtain ⟨l, hl, hmin⟩ := Shomei.Portable.exists_isLUB (s := fun t => -(pi / 2) ≤ t ∧ t ≤ pi / 2 ∧ sin t ≤ x)
    ⟨-(pi / 2), by grind⟩ ⟨pi / 2, by grind⟩
  have l₁ := hl (-(pi / 2)) (by grind)
  have l₂ := hmin (pi / 2) (by grind)
  refine ⟨l, ⟨l₁, l₂⟩, ?_⟩
  rcases lt_trichotomy (sin l) x with c | c | c
  · exfalso
    by_cases d : l + (x - sin l) ≤ pi / 2
    · have h := (lip (l + (x - sin l)) l (by grind)).2
      have := hl (l + (x - sin l)) (by grind)
      grind
    · have h := (lip (pi / 2) l l₂).2
      have e := sin_pi_div_two
      grind
  · exact c
  · exfalso
    have := hmin (l - (sin l - x)) (fun t ht => by
      have h := (lip l t (hl t ht)).2
      grind)
    grind

/-! ### The arcsine -/

/-- The inverse of the sine with values in `[-(π / 2), π / 2]`; it is constant below -1 and above 1. -/
noncomputable def arcsin (x : ℝ) : ℝ :=
  if h : -1 ≤ x ∧ x ≤ 1 then Classical.choose (exists_sin_eq h.1 h.2) else if x < -1 then -(pi / 2) else pi / 2

private theorem arcsin_spec {x : ℝ} (h₁ : -1 ≤ x) (h₂ : x ≤ 1) :
    (-(pi / 2) ≤ arcsin x ∧ arcsin x ≤ pi / 2) ∧ sin (arcsin x) = x := by
  have h : -1 ≤ x ∧ x ≤ 1 := ⟨h₁, h₂⟩
  rw [arcsin, dif_pos h]
  exact Classical.choose_spec (exists_sin_eq h.1 h.2)

theorem sin_arcsin {x : ℝ} (hx₁ : -1 ≤ x) (hx₂ : x ≤ 1) : sin (arcsin x) = x := (arcsin_spec hx₁ hx₂).2

theorem arcsin_of_le_neg_one {x : ℝ} (hx : x ≤ -1) : arcsin x = -(pi / 2) := by
  by_cases c : x = -1
  · have h := arcsin_spec (x := x) (by grind) (by grind)
    by_cases d : arcsin x = -(pi / 2)
    · exact d
    · have k := sin_lt_sin_of_lt_of_le_pi_div_two (le_refl _) h.1.2 (lt_of_le_of_ne h.1.1 (Ne.symm d))
      rw [sin_neg, sin_pi_div_two, h.2] at k
      grind
  · have h : ¬(-1 ≤ x ∧ x ≤ 1) := by grind
    rw [arcsin, dif_neg h, if_pos (by grind)]

theorem arcsin_of_one_le {x : ℝ} (hx : 1 ≤ x) : arcsin x = pi / 2 := by
  by_cases c : x = 1
  · have h := arcsin_spec (x := x) (by grind) (by grind)
    by_cases d : arcsin x = pi / 2
    · exact d
    · have k := sin_lt_sin_of_lt_of_le_pi_div_two h.1.1 (le_refl _) (show arcsin x < pi / 2 by grind)
      rw [sin_pi_div_two, h.2] at k
      grind
  · have h : ¬(-1 ≤ x ∧ x ≤ 1) := by grind
    rw [arcsin, dif_neg h, if_neg (by grind)]

theorem arcsin_le_pi_div_two (x : ℝ) : arcsin x ≤ pi / 2 := by
  have hp := pi_pos
  by_cases h : x ≤ -1
  · rw [arcsin_of_le_neg_one h]; grind
  · by_cases h' : 1 ≤ x
    · rw [arcsin_of_one_le h']; exact le_rfl
    · exact (arcsin_spec (x := x) (by grind) (by grind)).1.2

theorem neg_pi_div_two_le_arcsin (x : ℝ) : -(pi / 2) ≤ arcsin x := by
  have hp := pi_pos
  by_cases h : x ≤ -1
  · rw [arcsin_of_le_neg_one h]; exact le_rfl
  · by_cases h' : 1 ≤ x
    · rw [arcsin_of_one_le h']; grind
    · exact (arcsin_spec (x := x) (by grind) (by grind)).1.1

private theorem sin_injective {x y : ℝ} (hx : -(pi / 2) ≤ x) (hx' : x ≤ pi / 2) (hy : -(pi / 2) ≤ y) (hy' : y ≤ pi / 2)
    (h : sin x = sin y) : x = y := by
  rcases lt_trichotomy x y with c | c | c
  · have := sin_lt_sin_of_lt_of_le_pi_div_two hx hy' c
    grind
  · exact c
  · have := sin_lt_sin_of_lt_of_le_pi_div_two hy hx' c
    grind

theorem arcsin_sin {x : ℝ} (hx₁ : -(pi / 2) ≤ x) (hx₂ : x ≤ pi / 2) : arcsin (sin x) = x :=
  sin_injective (neg_pi_div_two_le_arcsin _) (arcsin_le_pi_div_two _) hx₁ hx₂
    (sin_arcsin (neg_one_le_sin x) (sin_le_one x))

theorem arcsin_zero : arcsin 0 = 0 := by
  have hp := pi_pos
  have h := arcsin_sin (x := 0) (by grind) (by grind)
  rwa [sin_zero] at h

theorem arcsin_one : arcsin 1 = pi / 2 := arcsin_of_one_le (le_refl 1)

theorem arcsin_neg (x : ℝ) : arcsin (-x) = -arcsin x := by
  by_cases h : x ≤ -1
  · rw [arcsin_of_le_neg_one h, arcsin_of_one_le (by grind), neg_neg]
  · by_cases h' : 1 ≤ x
    · rw [arcsin_of_one_le h', arcsin_of_le_neg_one (by grind)]
    · have k := neg_pi_div_two_le_arcsin x
      have k' := arcsin_le_pi_div_two x
      refine sin_injective (neg_pi_div_two_le_arcsin _) (arcsin_le_pi_div_two _) (by grind) (by grind) ?_
      rw [sin_neg, sin_arcsin (by grind) (by grind), sin_arcsin (by grind) (by grind)]

theorem cos_arcsin_nonneg (x : ℝ) : 0 ≤ cos (arcsin x) :=
  cos_nonneg_of_neg_pi_div_two_le_of_le (neg_pi_div_two_le_arcsin x) (arcsin_le_pi_div_two x)

private theorem cos_arcsin_of {x : ℝ} (h₁ : -1 ≤ x) (h₂ : x ≤ 1) : cos (arcsin x) = sqrt (1 - x ^ 2) := by
  have h := cos_sq' (arcsin x)
  rw [sin_arcsin h₁ h₂] at h
  rw [← h, sqrt_sq (cos_arcsin_nonneg x)]

private theorem arcsin_lt {x y : ℝ} (h₁ : -1 ≤ x) (h₂ : y ≤ 1) (h : x < y) : arcsin x < arcsin y := by
  refine not_le.1 fun h' => ?_
  by_cases e : arcsin y = arcsin x
  · have := congrArg sin e
    rw [sin_arcsin (by grind) h₂, sin_arcsin h₁ (by grind)] at this
    grind
  · have := sin_lt_sin_of_lt_of_le_pi_div_two (neg_pi_div_two_le_arcsin y) (arcsin_le_pi_div_two x) (by grind)
    rw [sin_arcsin (by grind) h₂, sin_arcsin h₁ (by grind)] at this
    grind

private theorem arcsin_le_arcsin' {x y : ℝ} (h : x ≤ y) : arcsin x ≤ arcsin y := by
  by_cases h₁ : x ≤ -1
  · rw [arcsin_of_le_neg_one h₁]
    exact neg_pi_div_two_le_arcsin y
  · by_cases h₂ : 1 ≤ y
    · rw [arcsin_of_one_le h₂]
      exact arcsin_le_pi_div_two x
    · by_cases e : x = y
      · rw [e]; exact le_rfl
      · exact (arcsin_lt (by grind) (by grind) (lt_of_le_of_ne h e)).le

private theorem eventually_lt_arcsin (x : ℝ) {ε : ℝ} (hε : 0 < ε) : ∀ᶠ y in 𝓝 x, arcsin x - ε < arcsin y := by
  by_cases c : arcsin x = -(pi / 2)
  · refine Eventually.of_forall fun y => ?_
    have := neg_pi_div_two_le_arcsin y
    grind
  · have b := lt_of_le_of_ne (neg_pi_div_two_le_arcsin x) (Ne.symm c)
    -- the sine of a point a little below `arcsin x` is less than `x`
    obtain ⟨u, u₁, u₂, u₃⟩ : ∃ u, -(pi / 2) ≤ u ∧ arcsin x - ε < u ∧ u < arcsin x := by
      by_cases d : -(pi / 2) ≤ arcsin x - ε / 2
      · exact ⟨arcsin x - ε / 2, by grind⟩
      · exact ⟨-(pi / 2), by grind⟩
    have hs := sin_lt_sin_of_lt_of_le_pi_div_two u₁ (arcsin_le_pi_div_two x) u₃
    have hx : sin u < x := by
      by_cases d : x ≤ 1
      · by_cases d' : -1 ≤ x
        · rwa [sin_arcsin d' d] at hs
        · exact absurd (arcsin_of_le_neg_one (by grind)) c
      · exact lt_of_le_of_lt (sin_le_one u) (by grind)
    refine (lt_mem_nhds hx).mono fun y hy => ?_
    have k := arcsin_le_arcsin' hy.le
    rw [arcsin_sin u₁ (le_of_lt (lt_of_lt_of_le u₃ (arcsin_le_pi_div_two x)))] at k
    exact lt_of_lt_of_le u₂ k

theorem continuousAt_arcsin {x : ℝ} : ContinuousAt arcsin x := by
  refine Metric.tendsto_nhds.2 fun ε hε => ?_
  have h₁ := eventually_lt_arcsin x hε
  have h₂ := ((tendsto_id (x := 𝓝 x)).neg).eventually (eventually_lt_arcsin (-x) hε)
  refine (h₁.and h₂).mono fun y hy => abs_lt.2 ?_
  have k₁ := hy.1
  have k₂ : arcsin (-x) - ε < arcsin (-y) := hy.2
  rw [arcsin_neg, arcsin_neg] at k₂
  grind

theorem continuous_arcsin : Continuous arcsin := fun _ => continuousAt_arcsin

theorem hasDerivAt_arcsin {x : ℝ} (h₁ : x ≠ -1) (h₂ : x ≠ 1) : HasDerivAt arcsin (1 / sqrt (1 - x ^ 2)) x := by
  rcases lt_or_gt_of_ne h₁ with c | c
  · have hx := mul_pos (show 0 < -x - 1 by grind) (show 0 < -x + 1 by grind)
    refine ((hasDerivAt_const x (-(pi / 2))).congr_deriv ?_).congr_of_eventuallyEq
      ((gt_mem_nhds c).mono fun y hy => arcsin_of_le_neg_one hy.le)
    rw [sqrt_eq_zero_of_nonpos (by grind), div_zero]
  · rcases lt_or_gt_of_ne h₂ with d | d
    · have hx := mul_pos (show 0 < 1 - x by grind) (show 0 < 1 + x by grind)
      have hs := sqrt_pos.2 (show 0 < 1 - x ^ 2 by grind)
      have h := hasDerivAt_sin (arcsin x)
      rw [cos_arcsin_of c.le d.le] at h
      refine HasDerivAt.congr_deriv (h.of_local_left_inverse continuousAt_arcsin hs.ne' ?_) (inv_eq_one_div _)
      exact ((lt_mem_nhds c).and (gt_mem_nhds d)).mono fun y hy => sin_arcsin hy.1.le hy.2.le
    · have hx := mul_pos (show 0 < x - 1 by grind) (show 0 < x + 1 by grind)
      refine ((hasDerivAt_const x (pi / 2)).congr_deriv ?_).congr_of_eventuallyEq
        ((lt_mem_nhds d).mono fun y hy => arcsin_of_one_le hy.le)
      rw [sqrt_eq_zero_of_nonpos (by grind), div_zero]

theorem cos_arcsin (x : ℝ) : cos (arcsin x) = sqrt (1 - x ^ 2) := by
  by_cases h : x ≤ -1
  · have hx := mul_nonneg (show 0 ≤ -x - 1 by grind) (show 0 ≤ -x + 1 by grind)
    rw [arcsin_of_le_neg_one h, cos_neg, cos_pi_div_two, sqrt_eq_zero_of_nonpos (by grind)]
  · by_cases h' : 1 ≤ x
    · have hx := mul_nonneg (show 0 ≤ x - 1 by grind) (show 0 ≤ x + 1 by grind)
      rw [arcsin_of_one_le h', cos_pi_div_two, sqrt_eq_zero_of_nonpos (by grind)]
    · exact cos_arcsin_of (by grind) (by grind)

/-! ### The arccosine -/

/-- The inverse of the cosine with values in `[0, π]`. -/
noncomputable def arccos (x : ℝ) : ℝ := pi / 2 - arcsin x

theorem arccos_eq_pi_div_two_sub_arcsin (x : ℝ) : arccos x = pi / 2 - arcsin x := (rfl)

theorem arccos_nonneg (x : ℝ) : 0 ≤ arccos x := by
  have := arcsin_le_pi_div_two x
  rw [arccos]; grind

theorem arccos_le_pi (x : ℝ) : arccos x ≤ pi := by
  have := neg_pi_div_two_le_arcsin x
  rw [arccos]; grind

theorem cos_arccos {x : ℝ} (hx₁ : -1 ≤ x) (hx₂ : x ≤ 1) : cos (arccos x) = x := by
  rw [arccos, cos_pi_div_two_sub, sin_arcsin hx₁ hx₂]

theorem sin_arccos (x : ℝ) : sin (arccos x) = sqrt (1 - x ^ 2) := by
  rw [arccos, sin_pi_div_two_sub, cos_arcsin]

theorem arccos_cos {x : ℝ} (hx₁ : 0 ≤ x) (hx₂ : x ≤ pi) : arccos (cos x) = x := by
  rw [arccos, ← sin_pi_div_two_sub, arcsin_sin (by grind) (by grind)]; grind

theorem arccos_zero : arccos 0 = pi / 2 := by rw [arccos, arcsin_zero, sub_zero]

theorem arccos_one : arccos 1 = 0 := by rw [arccos, arcsin_one, sub_self]

theorem hasDerivAt_arccos {x : ℝ} (h₁ : x ≠ -1) (h₂ : x ≠ 1) : HasDerivAt arccos (-(1 / sqrt (1 - x ^ 2))) x :=
  (hasDerivAt_arcsin h₁ h₂).const_sub (pi / 2)

end Real
