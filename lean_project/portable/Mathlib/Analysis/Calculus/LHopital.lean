module

public import Mathlib.Analysis.Calculus.Deriv.MeanValue

public section

/-! # L'Hôpital's rule: the interface of `Mathlib.Analysis.Calculus.LHopital` -/

open Filter Set Topology

-- shomei: preamble

variable {a : ℝ} {l : Filter ℝ} {f f' g g' : ℝ → ℝ}

/-- A function that tends to 0 at `a` from the right, with 0 as its value there. -/
private theorem extended {b : ℝ} (hf : Tendsto f (𝓝[>] a) (𝓝 0))
    (hd : ∀ t, a < t → t ≤ b → HasDerivAt f (f' t) t) :
    ContinuousOn (fun t => if t = a then 0 else f t) (Icc a b) ∧
    ∀ t, a < t → t ≤ b → HasDerivAt (fun t => if t = a then 0 else f t) (f' t) t := by
  have inner (t : ℝ) (h₁ : a < t) (h₂ : t ≤ b) :
      HasDerivAt (fun t => if t = a then 0 else f t) (f' t) t :=
    (hd t h₁ h₂).congr_of_eventuallyEq ((eventually_ne_nhds h₁.ne').mono fun s hs => if_neg hs)
  refine ⟨fun t ht => ?_, inner⟩
  by_cases e : a = t
  · rw [← e]
    refine Metric.tendsto_nhds.2 fun ε hε => eventually_nhdsWithin_iff.2 ?_
    refine (eventually_nhdsWithin_iff.1 (Metric.tendsto_nhds.1 hf ε hε)).mono fun s hs hm => ?_
    show dist (if s = a then 0 else f s) (if a = a then 0 else f a) < ε
    rw [if_pos rfl]
    by_cases es : s = a
    · rw [if_pos es, Real.dist_eq, sub_self, abs_zero]
      exact hε
    · rw [if_neg es]
      exact hs (lt_of_le_of_ne hm.1 fun h => es h.symm)
  · exact (inner t (lt_of_le_of_ne ht.1 e) ht.2).continuousAt.continuousWithinAt

namespace HasDerivAt

theorem lhopital_zero_nhdsGT (hff' : ∀ᶠ x in 𝓝[>] a, HasDerivAt f (f' x) x)
    (hgg' : ∀ᶠ x in 𝓝[>] a, HasDerivAt g (g' x) x) (hg' : ∀ᶠ x in 𝓝[>] a, g' x ≠ 0)
    (hfa : Tendsto f (𝓝[>] a) (𝓝 0)) (hga : Tendsto g (𝓝[>] a) (𝓝 0))
    (hdiv : Tendsto (fun x => f' x / g' x) (𝓝[>] a) l) :
    Tendsto (fun x => f x / g x) (𝓝[>] a) l := by
  obtain ⟨δ, hδ, h⟩ := eventually_nhdsWithin_iff.1 (hff'.and (hgg'.and hg'))
  have near (t : ℝ) (h₁ : a < t) (h₂ : t ≤ a + δ / 2) :
      HasDerivAt f (f' t) t ∧ HasDerivAt g (g' t) t ∧ g' t ≠ 0 :=
    h (abs_lt.2 ⟨by grind, by grind⟩) h₁
  obtain ⟨cf, df⟩ := extended hfa fun t h₁ h₂ => (near t h₁ h₂).1
  obtain ⟨cg, dg⟩ := extended hga fun t h₁ h₂ => (near t h₁ h₂).2.1
  have key (x : ℝ) : ∃ c, a < x → x ≤ a + δ / 2 →
      (a < c ∧ c < x) ∧ f' c / g' c = f x / g x := by
    by_cases hx : a < x ∧ x ≤ a + δ / 2
    · obtain ⟨h₁, h₂⟩ := hx
      have sub (t : ℝ) (ht : t ∈ Icc a x) : t ∈ Icc a (a + δ / 2) := ⟨ht.1, le_trans ht.2 h₂⟩
      have cf' : ContinuousOn (fun t => if t = a then 0 else f t) (Icc a x) := fun t ht =>
        (cf t (sub t ht)).mono_left (nhdsWithin_mono t sub)
      have cg' : ContinuousOn (fun t => if t = a then 0 else g t) (Icc a x) := fun t ht =>
        (cg t (sub t ht)).mono_left (nhdsWithin_mono t sub)
      obtain ⟨c, hc, e⟩ := exists_ratio_hasDerivAt_eq_ratio_slope _ f' h₁ cf'
        (fun t ht => df t ht.1 (le_trans ht.2.le h₂)) _ g' cg'
        fun t ht => dg t ht.1 (le_trans ht.2.le h₂)
      obtain ⟨d, hd, e'⟩ := exists_hasDerivAt_eq_slope _ g' h₁ cg'
        fun t ht => dg t ht.1 (le_trans ht.2.le h₂)
      rw [if_pos rfl, if_pos rfl, if_neg h₁.ne', if_neg h₁.ne', sub_zero, sub_zero] at e
      rw [if_pos rfl, if_neg h₁.ne', sub_zero] at e'
      have n₁ := (near c hc.1 (le_trans hc.2.le h₂)).2.2
      have n₂ := (near d hd.1 (le_trans hd.2.le h₂)).2.2
      have n₃ : g x ≠ 0 := fun z => n₂ (by rw [e', z, zero_div])
      exact ⟨c, fun _ _ => ⟨hc, by grind⟩⟩
    · exact ⟨0, fun h₁ h₂ => absurd ⟨h₁, h₂⟩ hx⟩
  obtain ⟨ξ, hξ⟩ := Classical.axiomOfChoice key
  have inside : ∀ᶠ x in 𝓝[>] a, a < x ∧ x ≤ a + δ / 2 :=
    eventually_nhdsWithin_iff.2 ⟨δ / 2, half_pos hδ, fun x hx ha => ⟨ha, by
      have := (abs_lt.1 hx).2
      grind⟩⟩
  have to : Tendsto ξ (𝓝[>] a) (𝓝[>] a) := by
    refine tendsto_nhdsWithin_iff.2 ⟨?_, inside.mono fun x hx => (hξ x hx.1 hx.2).1.1⟩
    exact tendsto_of_tendsto_of_tendsto_of_le_of_le' tendsto_const_nhds
      (tendsto_nhdsWithin_iff.1 (tendsto_id (x := 𝓝[>] a))).1
      (inside.mono fun x hx => (hξ x hx.1 hx.2).1.1.le)
      (inside.mono fun x hx => (hξ x hx.1 hx.2).1.2.le)
  exact (hdiv.comp to).congr' (inside.mono fun x hx => (hξ x hx.1 hx.2).2)

theorem lhopital_zero_nhdsLT (hff' : ∀ᶠ x in 𝓝[<] a, HasDerivAt f (f' x) x)
    (hgg' : ∀ᶠ x in 𝓝[<] a, HasDerivAt g (g' x) x) (hg' : ∀ᶠ x in 𝓝[<] a, g' x ≠ 0)
    (hfa : Tendsto f (𝓝[<] a) (𝓝 0)) (hga : Tendsto g (𝓝[<] a) (𝓝 0))
    (hdiv : Tendsto (fun x => f' x / g' x) (𝓝[<] a) l) :
    Tendsto (fun x => f x / g x) (𝓝[<] a) l := by
  have to : Tendsto (fun x : ℝ => -x) (𝓝[>] (-a)) (𝓝[<] a) := by
    refine tendsto_nhdsWithin_iff.2 ⟨?_, eventually_mem_nhdsWithin.mono fun x hx => ?_⟩
    · have := (tendsto_nhdsWithin_iff.1 (tendsto_id (x := 𝓝[>] (-a)))).1.neg
      rwa [neg_neg] at this
    · have hx : -a < x := hx
      show -x < a
      grind
  have back : Tendsto (fun x : ℝ => -x) (𝓝[<] a) (𝓝[>] (-a)) := by
    refine tendsto_nhdsWithin_iff.2 ⟨?_, eventually_mem_nhdsWithin.mono fun x hx => ?_⟩
    · exact (tendsto_nhdsWithin_iff.1 (tendsto_id (x := 𝓝[<] a))).1.neg
    · have hx : x < a := hx
      show -a < -x
      grind
  have turned {F F' : ℝ → ℝ} (h : ∀ᶠ x in 𝓝[<] a, HasDerivAt F (F' x) x) :
      ∀ᶠ x in 𝓝[>] (-a), HasDerivAt (fun x => F (-x)) (F' (-x) * -1) x :=
    (to.eventually h).mono fun x hx => HasDerivAt.comp x hx (hasDerivAt_id' x).fun_neg
  have h := lhopital_zero_nhdsGT (turned hff') (turned hgg')
    ((to.eventually hg').mono fun x hx => by grind) (hfa.comp to) (hga.comp to)
    ((hdiv.comp to).congr fun x => by
      show f' (-x) / g' (-x) = f' (-x) * -1 / (g' (-x) * -1)
      grind)
  exact (h.comp back).congr fun x => by
    show f (- -x) / g (- -x) = f x / g x
    rw [neg_neg]

theorem lhopital_zero_nhdsNE (hff' : ∀ᶠ x in 𝓝[≠] a, HasDerivAt f (f' x) x)
    (hgg' : ∀ᶠ x in 𝓝[≠] a, HasDerivAt g (g' x) x) (hg' : ∀ᶠ x in 𝓝[≠] a, g' x ≠ 0)
    (hfa : Tendsto f (𝓝[≠] a) (𝓝 0)) (hga : Tendsto g (𝓝[≠] a) (𝓝 0))
    (hdiv : Tendsto (fun x => f' x / g' x) (𝓝[≠] a) l) :
    Tendsto (fun x => f x / g x) (𝓝[≠] a) l := by
  have gt : 𝓝[>] a ≤ 𝓝[≠] a := nhdsWithin_mono a fun x hx => LT.lt.ne' (show a < x from hx)
  have lt : 𝓝[<] a ≤ 𝓝[≠] a := nhdsWithin_mono a fun x hx => LT.lt.ne (show x < a from hx)
  have right := lhopital_zero_nhdsGT (hff'.filter_mono gt) (hgg'.filter_mono gt)
    (hg'.filter_mono gt) (hfa.mono_left gt) (hga.mono_left gt) (hdiv.mono_left gt)
  have left := lhopital_zero_nhdsLT (hff'.filter_mono lt) (hgg'.filter_mono lt)
    (hg'.filter_mono lt) (hfa.mono_left lt) (hga.mono_left lt) (hdiv.mono_left lt)
  refine tendsto_def.2 fun s hs => ?_
  have h₁ := eventually_nhdsWithin_iff.1 (right.eventually (p := fun y => y ∈ s) hs)
  have h₂ := eventually_nhdsWithin_iff.1 (left.eventually (p := fun y => y ∈ s) hs)
  refine eventually_nhdsWithin_iff.2 ((h₁.and h₂).mono fun x hx hn => ?_)
  rcases lt_or_gt_of_ne (show x ≠ a from hn) with h | h
  · exact hx.2 h
  · exact hx.1 h

end HasDerivAt
