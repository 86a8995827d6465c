module

public import Mathlib.Analysis.Calculus.Deriv.Inv

public section

/-!
# The integral of a continuous function

The interface of `Mathlib.MeasureTheory.Integral.IntervalIntegral.Basic` and
`Mathlib.MeasureTheory.Integral.IntervalIntegral.FundThmCalculus`, for integrands that are
continuous on the closed interval. Mathlib integrates with respect to any measure; here the integral
of a continuous function is the difference of the values of a function whose derivative it is. That
there is such a function is proved from completeness: it is the least upper bound of the functions
that nowhere grow faster than the integrand allows. That the difference is always the same is proved
by the sign of the derivative. The integral of any other function is left open: no lemma speaks of
it.
-/

open Filter

-- shomei: preamble

universe u

variable {f g F G : ℝ → ℝ} {a b c x v w L : ℝ}

namespace Set

/-- The closed interval between two numbers, whichever is the smaller one. -/
@[expose] def uIcc (a b : ℝ) : Set ℝ := Icc (min a b) (max a b)

theorem uIcc_of_le (h : a ≤ b) : uIcc a b = Icc a b := by
  rw [uIcc, min_eq_left h, max_eq_right h]

theorem uIcc_of_ge (h : b ≤ a) : uIcc a b = Icc b a := by
  rw [uIcc, min_eq_right h, max_eq_left h]

theorem uIcc_comm (a b : ℝ) : uIcc a b = uIcc b a := by
  rcases le_total a b with h | h
  · rw [uIcc_of_le h, uIcc_of_ge h]
  · rw [uIcc_of_ge h, uIcc_of_le h]

theorem mem_uIcc : a ∈ uIcc b c ↔ b ≤ a ∧ a ≤ c ∨ c ≤ a ∧ a ≤ b := by
  rcases le_total b c with h | h
  · rw [uIcc_of_le h, mem_Icc]
    grind
  · rw [uIcc_of_ge h, mem_Icc]
    grind

end Set

/-! ### Continuity and derivatives by `ε` and `δ` -/

private theorem within_iff {s : Set ℝ} : ContinuousWithinAt f s x ↔ ∀ ε, 0 < ε → ∃ δ, 0 < δ ∧
    ∀ y, y ∈ s → x - δ < y → y < x + δ → f x - ε < f y ∧ f y < f x + ε := by
  refine ⟨fun h ε hε => ?_, fun h => ?_⟩
  · obtain ⟨δ, hδ, h'⟩ := eventually_nhdsWithin_iff.1 (Metric.tendsto_nhds.1 h ε hε)
    refine ⟨δ, hδ, fun y hy h₁ h₂ => ?_⟩
    have h₃ : dist (f y) (f x) < ε := h' (abs_lt.2 ⟨by grind, by grind⟩) hy
    have := abs_lt.1 h₃
    exact ⟨by grind, by grind⟩
  · refine Metric.tendsto_nhds.2 fun ε hε => eventually_nhdsWithin_iff.2 ?_
    obtain ⟨δ, hδ, h'⟩ := h ε hε
    refine ⟨δ, hδ, fun y hd hy => ?_⟩
    have hd := abs_lt.1 hd
    have := h' y hy (by grind) (by grind)
    exact abs_lt.2 ⟨by grind, by grind⟩

theorem Shomei.Portable.deriv_bounds (h : HasDerivAt f L x) {ε : ℝ} (hε : 0 < ε) : ∃ δ, 0 < δ ∧
    ∀ y, x - δ < y → y < x + δ → abs (f y - f x - L * (y - x)) ≤ ε * abs (y - x) := by
  obtain ⟨δ, hδ, h'⟩ := eventually_nhdsWithin_iff.1 (Metric.tendsto_nhds.1 h ε hε)
  refine ⟨δ, hδ, fun y h₁ h₂ => ?_⟩
  by_cases e : y = x
  · rw [e, sub_self, sub_self, mul_zero, sub_self, abs_zero, mul_zero]
    exact le_rfl
  · have h₃ : dist (slope f x y) L < ε := h' (abs_lt.2 ⟨by grind, by grind⟩) e
    rw [Real.dist_eq, slope_def_field] at h₃
    have e' : f y - f x - L * (y - x) = ((f y - f x) / (y - x) - L) * (y - x) := by
      have := sub_ne_zero.2 e
      grind
    rw [e', abs_mul]
    exact mul_le_mul_of_nonneg_right h₃.le (abs_nonneg _)

private theorem deriv_of_bounds (h : ∀ ε, 0 < ε → ∃ δ, 0 < δ ∧
    ∀ y, x - δ < y → y < x + δ → abs (f y - f x - L * (y - x)) ≤ ε * abs (y - x)) :
    HasDerivAt f L x := by
  refine Metric.tendsto_nhds.2 fun ε hε => eventually_nhdsWithin_iff.2 ?_
  obtain ⟨δ, hδ, h'⟩ := h (ε / 2) (half_pos hε)
  refine ⟨δ, hδ, fun y hd hy => ?_⟩
  have hy : y ≠ x := hy
  have hd := abs_lt.1 hd
  have h₁ := h' y (by grind) (by grind)
  have h₂ : 0 < abs (y - x) := abs_pos.2 (sub_ne_zero.2 hy)
  have e' : slope f x y - L = (f y - f x - L * (y - x)) / (y - x) := by
    rw [slope_def_field]
    have := sub_ne_zero.2 hy
    grind
  have h₃ : abs (slope f x y - L) ≤ ε / 2 := by
    rw [e', abs_div, div_le_iff₀ h₂]
    exact h₁
  exact lt_of_le_of_lt h₃ (half_lt_self hε)

private theorem neg_continuousOn {s : Set ℝ} (h : ContinuousOn f s) :
    ContinuousOn (fun y => -f y) s := fun x hx => Filter.Tendsto.neg (h x hx)

private theorem sub_continuousOn {s : Set ℝ} (h : ContinuousOn f s) (h' : ContinuousOn g s) :
    ContinuousOn (fun y => f y - g y) s := fun x hx => Filter.Tendsto.sub (h x hx) (h' x hx)

private theorem mono_continuousOn {s t : Set ℝ} (h : ContinuousOn f s) (h' : t ⊆ s) :
    ContinuousOn f t := fun x hx => (h x (h' hx)).mono_left (nhdsWithin_mono x h')

/-! ### The sign of the derivative -/

/-- A function whose derivative is nowhere positive ends no higher than it begins. -/
private theorem le_of_deriv_nonpos {f : ℝ → ℝ} (hab : a < b) (hc : ContinuousOn F (Set.Icc a b))
    (hd : ∀ x, a < x → x < b → HasDerivAt F (f x) x) (hn : ∀ x, a < x → x < b → f x ≤ 0) :
    F b ≤ F a := by
  have key : ∀ ε, 0 < ε → F b - F a ≤ ε * (b - a) + ε := by
    intro ε hε
    obtain ⟨δ, hδ, h₀⟩ := within_iff.1 (hc a ⟨le_rfl, hab.le⟩) ε hε
    obtain ⟨s, hs, hs'⟩ := Shomei.Portable.exists_isLUB (s := fun x => (a ≤ x ∧ x ≤ b) ∧
      ∀ y, a ≤ y → y ≤ x → F y - F a ≤ ε * (y - a) + ε)
      ⟨a, ⟨le_rfl, hab.le⟩, fun y h h' => by rw [le_antisymm h' h]; grind⟩
      ⟨b, fun x hx => hx.1.2⟩
    have hsb : s ≤ b := hs' b fun x hx => hx.1.2
    have start (y : ℝ) (h : a ≤ y) (h' : y ≤ b) (h'' : y < a + δ) :
        F y - F a ≤ ε * (y - a) + ε := by
      have h₁ := h₀ y ⟨h, h'⟩ (by grind) h''
      have h₂ := mul_nonneg hε.le (sub_nonneg.2 h)
      grind
    have has : a < s := by
      have h₁ : min (a + δ / 2) b ≤ s := by
        refine hs _ ⟨⟨le_min (by grind) hab.le, min_le_right _ _⟩, fun y h h' => start y h ?_ ?_⟩
        · exact le_trans h' (min_le_right _ _)
        · have := le_trans h' (min_le_left _ _)
          grind
      have h₂ : a < min (a + δ / 2) b := lt_min (by grind) hab
      exact lt_of_lt_of_le h₂ h₁
    have below (y : ℝ) (hy : a ≤ y) (hys : y < s) : F y - F a ≤ ε * (y - a) + ε := by
      refine Classical.byContradiction fun hn' => ?_
      have := hs' y fun x hx => le_of_not_gt fun hyx => hn' (hx.2 y hy hyx.le)
      grind
    have atS : F s - F a ≤ ε * (s - a) + ε := by
      refine le_of_not_gt fun hn' => ?_
      obtain ⟨δ', hδ', h₁⟩ := within_iff.1 (hc s ⟨has.le, hsb⟩)
        (F s - F a - (ε * (s - a) + ε)) (sub_pos.2 hn')
      have h₂ : max a (s - δ' / 2) < s := max_lt has (by grind)
      have h₃ := le_max_left a (s - δ' / 2)
      have h₄ := le_max_right a (s - δ' / 2)
      have h₅ := h₁ (max a (s - δ' / 2)) ⟨h₃, by grind⟩ (by grind) (by grind)
      have h₆ := below (max a (s - δ' / 2)) h₃ h₂
      have h₇ := mul_pos hε (sub_pos.2 h₂)
      grind
    have all (y : ℝ) (h : a ≤ y) (h' : y ≤ s) : F y - F a ≤ ε * (y - a) + ε := by
      by_cases e : y = s
      · rw [e]
        exact atS
      · exact below y h (lt_of_le_of_ne h' e)
    have e : s = b := by
      refine Classical.byContradiction fun hne => ?_
      have hlt : s < b := lt_of_le_of_ne hsb hne
      obtain ⟨δ', hδ', h₁⟩ := Shomei.Portable.deriv_bounds (hd s has hlt) hε
      have h₂ : s < min b (s + δ' / 2) := lt_min hlt (by grind)
      have h₃ : min b (s + δ' / 2) ≤ s := by
        refine hs _ ⟨⟨by grind, min_le_left _ _⟩, fun y h h' => ?_⟩
        by_cases hys : y ≤ s
        · exact all y h hys
        · have hys : s < y := not_le.1 hys
          have h₃ := le_trans h' (min_le_right _ _)
          have h₄ := h₁ y (by grind) (by grind)
          rw [abs_of_pos (sub_pos.2 hys)] at h₄
          have h₅ := (abs_le.1 h₄).2
          have h₆ := mul_nonneg (sub_nonneg.2 (hn s has hlt)) (sub_pos.2 hys).le
          grind
      grind
    rw [← e]
    exact atS
  refine le_of_not_gt fun h => ?_
  have h₁ : 0 < b - a + 1 := by grind
  have h₂ := key ((F b - F a) / (2 * (b - a + 1))) (div_pos (sub_pos.2 h) (by grind))
  have h₃ : (F b - F a) / (2 * (b - a + 1)) * (b - a) + (F b - F a) / (2 * (b - a + 1)) =
      (F b - F a) / 2 := by grind
  grind

/-! ### A continuous function is a derivative -/

theorem Shomei.Portable.bounded (hab : a ≤ b) (hc : ContinuousOn f (Set.Icc a b)) :
    ∃ K, ∀ x, a ≤ x → x ≤ b → f x ≤ K := by
  obtain ⟨s, hs, hs'⟩ := Shomei.Portable.exists_isLUB (s := fun x => (a ≤ x ∧ x ≤ b) ∧
    ∃ K, ∀ y, a ≤ y → y ≤ x → f y ≤ K)
    ⟨a, ⟨le_rfl, hab⟩, f a, fun y h h' => by rw [le_antisymm h' h]; exact le_rfl⟩
    ⟨b, fun x hx => hx.1.2⟩
  have has : a ≤ s := hs a ⟨⟨le_rfl, hab⟩, f a, fun y h h' => by
    rw [le_antisymm h' h]; exact le_rfl⟩
  have hsb : s ≤ b := hs' b fun x hx => hx.1.2
  obtain ⟨δ, hδ, h₁⟩ := within_iff.1 (hc s ⟨has, hsb⟩) 1 one_pos
  have near : ∃ x, ((a ≤ x ∧ x ≤ b) ∧ ∃ K, ∀ y, a ≤ y → y ≤ x → f y ≤ K) ∧ s - δ < x := by
    refine Classical.byContradiction fun hn => ?_
    have := hs' (s - δ) fun x hx => le_of_not_gt fun h => hn ⟨x, hx, h⟩
    grind
  obtain ⟨x, ⟨_, K, hK⟩, hx⟩ := near
  have more (y : ℝ) (h : a ≤ y) (h' : y ≤ b) (h'' : y < s + δ) : f y ≤ max K (f s + 1) := by
    by_cases hyx : y ≤ x
    · exact le_trans (hK y h hyx) (le_max_left _ _)
    · have h₂ := not_le.1 hyx
      exact le_trans (h₁ y ⟨h, h'⟩ (by grind) h'').2.le (le_max_right _ _)
  have h₃ : min b (s + δ / 2) ≤ s := by
    refine hs _ ⟨⟨le_min hab (by grind), min_le_left _ _⟩, max K (f s + 1), fun y h h' => ?_⟩
    have h₄ := le_trans h' (min_le_right _ _)
    exact more y h (le_trans h' (min_le_left _ _)) (by grind)
  have e : s = b := by
    refine Classical.byContradiction fun hne => ?_
    have := lt_min (lt_of_le_of_ne hsb hne) (show s < s + δ / 2 by grind)
    grind
  exact ⟨max K (f s + 1), fun y h h' => more y h h' (by grind)⟩

/-- `G` grows nowhere on `[a, y]` faster than `f` allows. -/
private def Below (f : ℝ → ℝ) (a y : ℝ) (G : ℝ → ℝ) : Prop := G a = 0 ∧ ∀ s t M, a ≤ s → s ≤ t →
  t ≤ y → (∀ u, s ≤ u → u ≤ t → f u ≤ M) → G t - G s ≤ M * (t - s)

/-- The least function above all of those: between two points it grows as `f` allows. -/
private theorem exists_growth (hab : a ≤ b) (hc : ContinuousOn f (Set.Icc a b)) :
    ∃ F : ℝ → ℝ, (∀ x y M, a ≤ x → x ≤ y → y ≤ b → (∀ u, x ≤ u → u ≤ y → f u ≤ M) →
      F y - F x ≤ M * (y - x)) ∧ (∀ x y m, a ≤ x → x ≤ y → y ≤ b →
      (∀ u, x ≤ u → u ≤ y → m ≤ f u) → m * (y - x) ≤ F y - F x) := by
  obtain ⟨K, hK⟩ := Shomei.Portable.bounded hab hc
  obtain ⟨k, hk⟩ := Shomei.Portable.bounded hab (neg_continuousOn hc)
  have lub : ∀ y : ℝ, ∃ l : ℝ, a ≤ y → y ≤ b → (∀ G, Below f a y G → G y ≤ l) ∧
      ∀ m, (∀ G, Below f a y G → G y ≤ m) → l ≤ m := by
    intro y
    by_cases h : a ≤ y ∧ y ≤ b
    · obtain ⟨l, hl, hl'⟩ := Shomei.Portable.exists_isLUB (s := fun z => ∃ G, Below f a y G ∧ z = G y)
        ⟨-k * (y - a), fun t => -k * (t - a), ⟨by grind, fun s t M h₁ h₂ h₃ h₄ => by
          have h₅ := hk s h₁ (by grind)
          have h₆ := h₄ s le_rfl h₂
          have h₇ := mul_nonneg (show 0 ≤ M + k by grind) (sub_nonneg.2 h₂)
          grind⟩, rfl⟩
        ⟨K * (y - a), fun z ⟨G, hG, e⟩ => by
          have h₁ := hG.2 a y K le_rfl h.1 le_rfl fun u hu hu' => hK u hu (by grind)
          have h₂ := hG.1
          grind⟩
      exact ⟨l, fun _ _ => ⟨fun G hG => hl _ ⟨G, hG, rfl⟩,
        fun m hm => hl' m fun z ⟨G, hG, e⟩ => e ▸ hm G hG⟩⟩
    · exact ⟨0, fun h₁ h₂ => absurd ⟨h₁, h₂⟩ h⟩
  obtain ⟨F, hF⟩ := Classical.axiomOfChoice lub
  refine ⟨F, fun x y M hx hxy hy hM => ?_, fun x y m hx hxy hy hm => ?_⟩
  · have h₁ : F y ≤ F x + M * (y - x) := by
      refine (hF y (by grind) hy).2 _ fun G hG => ?_
      have h₂ := hG.2 x y M hx hxy le_rfl hM
      have h₃ := (hF x hx (by grind)).1 G
        ⟨hG.1, fun s t M' h₁ h₂ h₃ => hG.2 s t M' h₁ h₂ (by grind)⟩
      grind
    grind
  · have h₁ : F x ≤ F y - m * (y - x) := by
      refine (hF x hx (by grind)).2 _ fun G hG => ?_
      have h₂ : (if y ≤ x then G y else G x + m * (y - x)) ≤ F y := by
        refine (hF y (by grind) hy).1 (fun t => if t ≤ x then G t else G x + m * (t - x)) ⟨?_, ?_⟩
        · show (if a ≤ x then G a else G x + m * (a - x)) = 0
          rw [if_pos hx]
          exact hG.1
        · intro s t M hs hst ht hM
          show (if t ≤ x then G t else G x + m * (t - x)) -
            (if s ≤ x then G s else G x + m * (s - x)) ≤ M * (t - s)
          by_cases htx : t ≤ x
          · rw [if_pos htx, if_pos (le_trans hst htx)]
            exact hG.2 s t M hs hst htx hM
          · have htx' := not_le.1 htx
            rw [if_neg htx]
            by_cases hsx : s ≤ x
            · rw [if_pos hsx]
              have h₃ := hG.2 s x M hs hsx le_rfl fun u hu hu' => hM u hu (by grind)
              have h₄ := hm x le_rfl hxy
              have h₅ := hM x hsx htx'.le
              have h₆ := mul_nonneg (show 0 ≤ M - m by grind) (sub_pos.2 htx').le
              grind
            · have hsx' := not_le.1 hsx
              rw [if_neg hsx]
              have h₄ := hm s hsx'.le (by grind)
              have h₅ := hM s le_rfl hst
              have h₆ := mul_nonneg (show 0 ≤ M - m by grind) (sub_nonneg.2 hst)
              grind
      by_cases hyx : y ≤ x
      · rw [if_pos hyx, le_antisymm hyx hxy] at h₂
        grind
      · rw [if_neg hyx] at h₂
        grind
    grind

private theorem exists_hasDerivAt (hab : a ≤ b) (hc : ContinuousOn f (Set.Icc a b)) :
    ∃ F, ContinuousOn F (Set.Icc a b) ∧ ∀ x, a < x → x < b → HasDerivAt F (f x) x := by
  obtain ⟨F, up, low⟩ := exists_growth hab hc
  obtain ⟨K, hK⟩ := Shomei.Portable.bounded hab hc
  obtain ⟨k, hk⟩ := Shomei.Portable.bounded hab (neg_continuousOn hc)
  refine ⟨F, fun x hx => within_iff.2 fun ε hε => ?_, fun x hax hxb => ?_⟩
  · have hB : 0 < max (max K k) 1 := lt_of_lt_of_le one_pos (le_max_right _ _)
    have hB₁ : K ≤ max (max K k) 1 := le_trans (le_max_left K k) (le_max_left _ _)
    have hB₂ : k ≤ max (max K k) 1 := le_trans (le_max_right K k) (le_max_left _ _)
    generalize max (max K k) 1 = B at hB hB₁ hB₂
    refine ⟨ε / B, div_pos hε hB, fun y hy h₁ h₂ => ?_⟩
    have hs (p q : ℝ) (hp : a ≤ p) (hpq : p ≤ q) (hq : q ≤ b) (h : q - p < ε / B) :
        F p - ε < F q ∧ F q < F p + ε := by
      have h₃ := up p q B hp hpq hq fun u hu hu' => le_trans (hK u (by grind) (by grind)) hB₁
      have h₄ := low p q (-B) hp hpq hq fun u hu hu' => by
        have := hk u (by grind) (by grind)
        grind
      have h₅ := (lt_div_iff₀ hB).1 h
      exact ⟨by grind, by grind⟩
    have hx₁ : a ≤ x := hx.1
    have hx₂ : x ≤ b := hx.2
    have hy₁ : a ≤ y := hy.1
    have hy₂ : y ≤ b := hy.2
    rcases le_total x y with h | h
    · exact hs x y hx₁ h hy₂ (by grind)
    · have := hs y x hy₁ h hx₂ (by grind)
      exact ⟨by grind, by grind⟩
  · refine deriv_of_bounds fun ε hε => ?_
    obtain ⟨δ, hδ, h⟩ := within_iff.1 (hc x ⟨hax.le, hxb.le⟩) ε hε
    refine ⟨min δ (min (x - a) (b - x)),
      lt_min hδ (lt_min (sub_pos.2 hax) (sub_pos.2 hxb)), fun y h₁ h₂ => ?_⟩
    have m₁ := min_le_left δ (min (x - a) (b - x))
    have m₂ := le_trans (min_le_right δ (min (x - a) (b - x))) (min_le_left _ _)
    have m₃ := le_trans (min_le_right δ (min (x - a) (b - x))) (min_le_right _ _)
    have bound (u : ℝ) (hu : x - min δ (min (x - a) (b - x)) < u)
        (hu' : u < x + min δ (min (x - a) (b - x))) : f x - ε ≤ f u ∧ f u ≤ f x + ε := by
      have := h u ⟨by grind, by grind⟩ (by grind) (by grind)
      exact ⟨this.1.le, this.2.le⟩
    rcases le_total x y with hxy | hxy
    · have h₃ := up x y (f x + ε) hax.le hxy (by grind) fun u hu hu' =>
        (bound u (by grind) (by grind)).2
      have h₄ := low x y (f x - ε) hax.le hxy (by grind) fun u hu hu' =>
        (bound u (by grind) (by grind)).1
      rw [abs_of_nonneg (sub_nonneg.2 hxy)]
      exact abs_le.2 ⟨by grind, by grind⟩
    · have h₃ := up y x (f x + ε) (by grind) hxy hxb.le fun u hu hu' =>
        (bound u (by grind) (by grind)).2
      have h₄ := low y x (f x - ε) (by grind) hxy hxb.le fun u hu hu' =>
        (bound u (by grind) (by grind)).1
      rw [abs_of_nonpos (show y - x ≤ 0 by grind)]
      exact abs_le.2 ⟨by grind, by grind⟩

/-! ### The integral -/

/-! The definitions of this section are not exposed: what a module that imports this one can prove
of them is what the theorems below say, and these hold of Mathlib's. -/

/-- A measure. The interface needs only that of Lebesgue. -/
def MeasureTheory.Measure (_ : Type u) : Type := Unit

/-- Lebesgue's measure. -/
noncomputable def MeasureTheory.volume {α : Type u} : MeasureTheory.Measure α := ()

variable {μ : MeasureTheory.Measure ℝ}

/-- Mathlib asks only that `f` be integrable between `a` and `b`. The interface asks that it be
continuous there, which implies it. -/
def IntervalIntegrable (f : ℝ → ℝ) (_ : MeasureTheory.Measure ℝ) (a b : ℝ) : Prop :=
  ContinuousOn f (Set.uIcc a b)

theorem ContinuousOn.intervalIntegrable (hu : ContinuousOn f (Set.uIcc a b)) :
    IntervalIntegrable f MeasureTheory.volume a b := hu

theorem Continuous.intervalIntegrable (hu : Continuous f) (a b : ℝ) :
    IntervalIntegrable f MeasureTheory.volume a b :=
  hu.continuousOn

/-- `f` is continuous between `a` and `b`, and is the derivative there of a function that grows by
`v`. -/
private def Grows (f : ℝ → ℝ) (a b v : ℝ) : Prop := ContinuousOn f (Set.uIcc a b) ∧
  ∃ F, ContinuousOn F (Set.uIcc a b) ∧
    (∀ x, min a b < x → x < max a b → HasDerivAt F (f x) x) ∧ F b - F a = v

private theorem Grows.symm (h : Grows f a b v) : Grows f b a (-v) := by
  obtain ⟨hc, F, hF, hd, e⟩ := h
  refine ⟨Set.uIcc_comm a b ▸ hc, F, Set.uIcc_comm a b ▸ hF, fun x h h' => hd x ?_ ?_, by grind⟩
  · rw [min_comm]; exact h
  · rw [max_comm]; exact h'

private theorem Grows.eq_of_lt (hab : a < b) (h : Grows f a b v) (h' : Grows f a b w) : v = w := by
  obtain ⟨-, F, hF, hdF, eF⟩ := h
  obtain ⟨-, G, hG, hdG, eG⟩ := h'
  rw [min_eq_left hab.le, max_eq_right hab.le] at hdF hdG
  rw [Set.uIcc_of_le hab.le] at hF hG
  have h₁ := le_of_deriv_nonpos hab (sub_continuousOn hF hG)
    (fun x h h' => (hdF x h h').fun_sub (hdG x h h')) fun x _ _ => by rw [sub_self]; exact le_rfl
  have h₂ := le_of_deriv_nonpos hab (sub_continuousOn hG hF)
    (fun x h h' => (hdG x h h').fun_sub (hdF x h h')) fun x _ _ => by rw [sub_self]; exact le_rfl
  grind

private theorem Grows.unique (h : Grows f a b v) (h' : Grows f a b w) : v = w := by
  by_cases e : a = b
  · obtain ⟨-, F, -, -, eF⟩ := h
    obtain ⟨-, G, -, -, eG⟩ := h'
    rw [e] at eF eG
    grind
  · rcases lt_or_gt_of_ne e with hab | hab
    · exact h.eq_of_lt hab h'
    · have := h.symm.eq_of_lt hab h'.symm
      grind

private theorem grows_of_le (hab : a ≤ b) (hf : ContinuousOn f (Set.Icc a b)) :
    ∃ v, Grows f a b v := by
  obtain ⟨F, hF, hd⟩ := exists_hasDerivAt hab hf
  rw [← Set.uIcc_of_le hab] at hf hF
  refine ⟨F b - F a, hf, F, hF, fun x h h' => hd x ?_ ?_, rfl⟩
  · rwa [min_eq_left hab] at h
  · rwa [max_eq_right hab] at h'

private theorem exists_grows (hf : ContinuousOn f (Set.uIcc a b)) : ∃ v, Grows f a b v := by
  rcases le_total a b with h | h
  · rw [Set.uIcc_of_le h] at hf
    exact grows_of_le h hf
  · rw [Set.uIcc_of_ge h] at hf
    obtain ⟨v, hv⟩ := grows_of_le h hf
    exact ⟨-v, hv.symm⟩

open Classical in
/-- The integral of `f` from `a` to `b`. -/
noncomputable def intervalIntegral (f : ℝ → ℝ) (a b : ℝ) (_ : MeasureTheory.Measure ℝ) : ℝ :=
  if h : ∃ v, Grows f a b v then Classical.choose h else 0

private theorem Grows.integral (h : Grows f a b v) : intervalIntegral f a b μ = v := by
  have hex : ∃ v, Grows f a b v := ⟨v, h⟩
  rw [intervalIntegral, dif_pos hex]
  exact (Classical.choose_spec hex).unique h

private theorem grows_integral (hf : ContinuousOn f (Set.uIcc a b)) :
    Grows f a b (intervalIntegral f a b μ) := by
  obtain ⟨v, h⟩ := exists_grows hf
  rwa [h.integral]

private theorem integral_not (h : ¬ContinuousOn f (Set.uIcc a b)) :
    intervalIntegral f a b μ = 0 := by
  have hn : ¬∃ v, Grows f a b v := fun ⟨_, hv⟩ => h hv.1
  rw [intervalIntegral, dif_neg hn]

namespace intervalIntegral

/-! ### Laws -/

theorem integral_symm (a b : ℝ) : intervalIntegral f b a μ = -intervalIntegral f a b μ := by
  by_cases h : ContinuousOn f (Set.uIcc a b)
  · exact (grows_integral h).symm.integral
  · rw [integral_not h, integral_not (Set.uIcc_comm a b ▸ h), neg_zero]

theorem integral_same : intervalIntegral f a a μ = 0 := by
  have := integral_symm (f := f) (μ := μ) a a
  grind

theorem integral_congr (h : ∀ x, x ∈ Set.uIcc a b → f x = g x) :
    intervalIntegral f a b μ = intervalIntegral g a b μ := by
  have key {f g : ℝ → ℝ} (h : ∀ x, x ∈ Set.uIcc a b → f x = g x)
      (hf : ContinuousOn f (Set.uIcc a b)) : ContinuousOn g (Set.uIcc a b) := fun x hx =>
    within_iff.2 fun ε hε => by
      obtain ⟨δ, hδ, h'⟩ := within_iff.1 (hf x hx) ε hε
      refine ⟨δ, hδ, fun y hy h₁ h₂ => ?_⟩
      rw [← h x hx, ← h y hy]
      exact h' y hy h₁ h₂
  by_cases hf : ContinuousOn f (Set.uIcc a b)
  · obtain ⟨_, F, hF, hd, e⟩ := grows_integral (μ := μ) hf
    have hg : Grows g a b (intervalIntegral f a b μ) :=
      ⟨key h hf, F, hF, fun x h₁ h₂ => h x ⟨h₁.le, h₂.le⟩ ▸ hd x h₁ h₂, e⟩
    exact hg.integral.symm
  · rw [integral_not hf, integral_not fun hg => hf (key (fun x hx => (h x hx).symm) hg)]

private theorem const_integral (c : ℝ) : intervalIntegral (fun _ => c) a b μ = (b - a) • c := by
  have self (x : ℝ) : Tendsto (fun y : ℝ => y) (nhdsWithin x (Set.uIcc a b)) (𝓝 x) :=
    nhdsWithin_le_nhds
  have h : Grows (fun _ => c) a b ((b - a) * c) :=
    ⟨fun x _ => tendsto_const_nhds, fun x => x * c,
      fun x _ => Filter.Tendsto.mul_const c (self x),
      fun x _ _ => ((hasDerivAt_id' x).mul_const c).congr_deriv (one_mul c), by grind⟩
  exact h.integral

theorem integral_const (c : ℝ) :
    intervalIntegral (fun _ => c) a b MeasureTheory.volume = (b - a) • c := const_integral c

theorem integral_add (hf : IntervalIntegrable f μ a b) (hg : IntervalIntegrable g μ a b) :
    intervalIntegral (fun x => f x + g x) a b μ =
      intervalIntegral f a b μ + intervalIntegral g a b μ := by
  obtain ⟨_, F, hF, hd, e⟩ := grows_integral (μ := μ) hf
  obtain ⟨_, G, hG, hd', e'⟩ := grows_integral (μ := μ) hg
  have h : Grows (fun x => f x + g x) a b
      (intervalIntegral f a b μ + intervalIntegral g a b μ) :=
    ⟨fun x hx => Filter.Tendsto.add (hf x hx) (hg x hx), fun x => F x + G x,
      fun x hx => Filter.Tendsto.add (hF x hx) (hG x hx),
      fun x h₁ h₂ => (hd x h₁ h₂).fun_add (hd' x h₁ h₂), by grind⟩
  exact h.integral

theorem integral_const_mul (r : ℝ) (f : ℝ → ℝ) :
    intervalIntegral (fun x => r * f x) a b μ = r * intervalIntegral f a b μ := by
  by_cases hf : ContinuousOn f (Set.uIcc a b)
  · obtain ⟨_, F, hF, hd, e⟩ := grows_integral (μ := μ) hf
    have h : Grows (fun x => r * f x) a b (r * intervalIntegral f a b μ) :=
      ⟨fun x hx => Filter.Tendsto.const_mul r (hf x hx), fun x => r * F x,
        fun x hx => Filter.Tendsto.const_mul r (hF x hx),
        fun x h₁ h₂ => (hd x h₁ h₂).const_mul r, by grind⟩
    exact h.integral
  · by_cases hr : r = 0
    · rw [hr, zero_mul]
      have e : (fun x => 0 * f x) = fun _ => (0 : ℝ) := funext fun x => zero_mul (f x)
      rw [e, const_integral, smul_eq_mul, mul_zero]
    · have hn : ¬ContinuousOn (fun x => r * f x) (Set.uIcc a b) := fun h => hf fun x hx => by
        have h' := Filter.Tendsto.const_mul r⁻¹ (h x hx)
        have e (y : ℝ) : r⁻¹ * (r * f y) = f y := by
          rw [← mul_assoc, inv_mul_cancel₀ hr, one_mul]
        have h'' : Tendsto (fun y => r⁻¹ * (r * f y)) _ (𝓝 (r⁻¹ * (r * f x))) := h'
        rw [e] at h''
        exact h''.congr e
      rw [integral_not hn, integral_not hf, mul_zero]

theorem integral_mul_const (r : ℝ) (f : ℝ → ℝ) :
    intervalIntegral (fun x => f x * r) a b μ = intervalIntegral f a b μ * r := by
  have e : (fun x => f x * r) = fun x => r * f x := funext fun x => mul_comm (f x) r
  rw [e, integral_const_mul, mul_comm]

theorem integral_div (r : ℝ) (f : ℝ → ℝ) :
    intervalIntegral (fun x => f x / r) a b μ = intervalIntegral f a b μ / r := by
  have e : (fun x => f x / r) = fun x => f x * r⁻¹ := funext fun x => div_eq_mul_inv (f x) r
  rw [e, integral_mul_const, div_eq_mul_inv]

theorem integral_neg : intervalIntegral (fun x => -f x) a b μ = -intervalIntegral f a b μ := by
  have e : (fun x => -f x) = fun x => -1 * f x := funext fun x => by grind
  rw [e, integral_const_mul]
  grind

theorem integral_sub (hf : IntervalIntegrable f μ a b) (hg : IntervalIntegrable g μ a b) :
    intervalIntegral (fun x => f x - g x) a b μ =
      intervalIntegral f a b μ - intervalIntegral g a b μ := by
  have e : (fun x => f x - g x) = fun x => f x + -g x := funext fun x => by grind
  rw [e, integral_add hf (neg_continuousOn hg), integral_neg]
  grind

private theorem continuousOn_hull (hab : ContinuousOn f (Set.uIcc a b))
    (hbc : ContinuousOn f (Set.uIcc b c)) :
    ContinuousOn f (Set.Icc (min a (min b c)) (max a (max b c))) := by
  have near (p q x : ℝ) (h : ContinuousOn f (Set.uIcc p q)) (ε : ℝ) (hε : 0 < ε) :
      ∃ δ, 0 < δ ∧ ∀ y, y ∈ Set.uIcc p q → x - δ < y → y < x + δ →
        f x - ε < f y ∧ f y < f x + ε := by
    by_cases hx : x ∈ Set.uIcc p q
    · exact within_iff.1 (h x hx) ε hε
    · by_cases hx' : x < min p q
      · exact ⟨min p q - x, sub_pos.2 hx', fun y hy h₁ h₂ => by
          have := hy.1
          grind⟩
      · have hx'' : max p q < x := not_le.1 fun h => hx ⟨not_lt.1 hx', h⟩
        exact ⟨x - max p q, sub_pos.2 hx'', fun y hy h₁ h₂ => by
          have := hy.2
          grind⟩
  refine fun x _ => within_iff.2 fun ε hε => ?_
  obtain ⟨δ, hδ, h⟩ := near a b x hab ε hε
  obtain ⟨δ', hδ', h'⟩ := near b c x hbc ε hε
  refine ⟨min δ δ', lt_min hδ hδ', fun y hy h₁ h₂ => ?_⟩
  have m := min_le_left δ δ'
  have m' := min_le_right δ δ'
  have split : y ∈ Set.uIcc a b ∨ y ∈ Set.uIcc b c := by
    have hy₁ : min a (min b c) ≤ y := hy.1
    have hy₂ : y ≤ max a (max b c) := hy.2
    rw [Set.mem_uIcc, Set.mem_uIcc]
    grind [min_def, max_def]
  rcases split with hy | hy
  · exact h y hy (by grind) (by grind)
  · exact h' y hy (by grind) (by grind)

theorem integral_add_adjacent_intervals (hab : IntervalIntegrable f μ a b)
    (hbc : IntervalIntegrable f μ b c) :
    intervalIntegral f a b μ + intervalIntegral f b c μ = intervalIntegral f a c μ := by
  have hc := continuousOn_hull hab hbc
  have hle : min a (min b c) ≤ max a (max b c) := le_trans (min_le_left _ _) (le_max_left _ _)
  obtain ⟨F, hF, hd⟩ := exists_hasDerivAt hle hc
  have part {p q : ℝ} (hp : p ∈ Set.Icc (min a (min b c)) (max a (max b c)))
      (hq : q ∈ Set.Icc (min a (min b c)) (max a (max b c))) :
      intervalIntegral f p q μ = F q - F p := by
    have h₁ : min a (min b c) ≤ min p q := le_min hp.1 hq.1
    have h₂ : max p q ≤ max a (max b c) := max_le hp.2 hq.2
    have hs : Set.uIcc p q ⊆ Set.Icc (min a (min b c)) (max a (max b c)) := fun x hx =>
      ⟨le_trans h₁ hx.1, le_trans hx.2 h₂⟩
    have h : Grows f p q (F q - F p) := ⟨mono_continuousOn hc hs, F, mono_continuousOn hF hs,
      fun x h₃ h₄ => hd x (lt_of_le_of_lt h₁ h₃) (lt_of_lt_of_le h₄ h₂), rfl⟩
    exact h.integral
  have ha : a ∈ Set.Icc (min a (min b c)) (max a (max b c)) :=
    ⟨min_le_left _ _, le_max_left _ _⟩
  have hb : b ∈ Set.Icc (min a (min b c)) (max a (max b c)) :=
    ⟨le_trans (min_le_right _ _) (min_le_left _ _), le_trans (le_max_left _ _) (le_max_right _ _)⟩
  have hc : c ∈ Set.Icc (min a (min b c)) (max a (max b c)) :=
    ⟨le_trans (min_le_right _ _) (min_le_right _ _),
      le_trans (le_max_right _ _) (le_max_right _ _)⟩
  rw [part ha hb, part hb hc, part ha hc]
  grind

theorem integral_mono_on (hab : a ≤ b) (hf : IntervalIntegrable f μ a b)
    (hg : IntervalIntegrable g μ a b) (h : ∀ x, x ∈ Set.Icc a b → f x ≤ g x) :
    intervalIntegral f a b μ ≤ intervalIntegral g a b μ := by
  by_cases e : a = b
  · rw [e, integral_same, integral_same]
    exact le_rfl
  · have hab' := lt_of_le_of_ne hab e
    obtain ⟨_, F, hF, hd, eF⟩ := grows_integral (μ := μ) hf
    obtain ⟨_, G, hG, hd', eG⟩ := grows_integral (μ := μ) hg
    rw [min_eq_left hab, max_eq_right hab] at hd hd'
    rw [Set.uIcc_of_le hab] at hF hG
    have := le_of_deriv_nonpos hab' (sub_continuousOn hF hG)
      (fun x h₁ h₂ => (hd x h₁ h₂).fun_sub (hd' x h₁ h₂)) fun x h₁ h₂ => by
        have := h x ⟨h₁.le, h₂.le⟩
        grind
    grind

/-! ### The fundamental theorem -/

theorem integral_eq_sub_of_hasDerivAt_of_le (hab : a ≤ b) (hcont : ContinuousOn F (Set.Icc a b))
    (hderiv : ∀ x, x ∈ Set.Ioo a b → HasDerivAt F (f x) x)
    (hint : IntervalIntegrable f MeasureTheory.volume a b) :
    intervalIntegral f a b MeasureTheory.volume = F b - F a := by
  have h : Grows f a b (F b - F a) := by
    refine ⟨hint, F, Set.uIcc_of_le hab ▸ hcont, fun x h₁ h₂ => hderiv x ⟨?_, ?_⟩, rfl⟩
    · rwa [min_eq_left hab] at h₁
    · rwa [max_eq_right hab] at h₂
  exact h.integral

theorem integral_eq_sub_of_hasDerivAt (hderiv : ∀ x, x ∈ Set.uIcc a b → HasDerivAt F (f x) x)
    (hint : IntervalIntegrable f MeasureTheory.volume a b) :
    intervalIntegral f a b MeasureTheory.volume = F b - F a := by
  have h : Grows f a b (F b - F a) := ⟨hint, F,
    fun x hx => (hderiv x hx).continuousAt.continuousWithinAt,
    fun x h₁ h₂ => hderiv x ⟨h₁.le, h₂.le⟩, rfl⟩
  exact h.integral

end intervalIntegral

/-! ### The integral as a function of its upper bound -/

/-- A set is open if it is a neighbourhood of each of its elements. -/
@[expose] def IsOpen (s : Set ℝ) : Prop := ∀ x, x ∈ s → s ∈ 𝓝 x

theorem mem_nhds_iff {s : Set ℝ} : s ∈ 𝓝 x ↔ ∃ t, t ⊆ s ∧ IsOpen t ∧ x ∈ t := by
  refine ⟨fun ⟨ε, hε, h⟩ => ⟨setOf fun y => abs (y - x) < ε, fun y hy => h hy, fun y hy => ?_, ?_⟩,
    fun ⟨t, ht, ho, hx⟩ => mem_of_superset (ho x hx) ht⟩
  · have hy : abs (y - x) < ε := hy
    refine ⟨ε - abs (y - x), sub_pos.2 hy, fun z hz => ?_⟩
    have hz : abs (z - y) < ε - abs (y - x) := hz
    show abs (z - x) < ε
    have e : z - x = z - y + (y - x) := by grind
    rw [e]
    exact lt_of_le_of_lt (abs_add_le _ _) (by grind)
  · show abs (x - x) < ε
    rw [sub_self, abs_zero]
    exact hε

/-- Mathlib asks only that `f` be measurable near the point. The interface asks that it be
continuous there, which implies it. -/
def StronglyMeasurableAtFilter (f : ℝ → ℝ) (l : Filter ℝ)
    (_ : MeasureTheory.Measure ℝ := MeasureTheory.volume) : Prop :=
  ∃ s, s ∈ l ∧ ∀ x, x ∈ s → ContinuousAt f x

theorem ContinuousAt.stronglyMeasurableAtFilter {s : Set ℝ} (hs : IsOpen s)
    (hf : ∀ x, x ∈ s → ContinuousAt f x) :
    ∀ x, x ∈ s → StronglyMeasurableAtFilter f (𝓝 x) μ := fun x hx => ⟨s, hs x hx, hf⟩

theorem intervalIntegral.integral_hasDerivAt_right
    (hf : IntervalIntegrable f MeasureTheory.volume a b)
    (hmeas : StronglyMeasurableAtFilter f (𝓝 b)) (hb : ContinuousAt f b) :
    HasDerivAt (fun u => intervalIntegral f a u MeasureTheory.volume) (f b) b := by
  obtain ⟨s, ⟨δ, hδ, hs⟩, hc⟩ := hmeas
  have near (y : ℝ) (h₁ : b - δ < y) (h₂ : y < b + δ) : ContinuousAt f y :=
    hc y (hs (abs_lt.2 ⟨by grind, by grind⟩))
  have on : ContinuousOn f (Set.Icc (b - δ / 2) (b + δ / 2)) := fun y hy => by
    have h₁ : b - δ / 2 ≤ y := hy.1
    have h₂ : y ≤ b + δ / 2 := hy.2
    exact (near y (by grind) (by grind)).continuousWithinAt
  obtain ⟨G, hG, hd⟩ := exists_hasDerivAt (show b - δ / 2 ≤ b + δ / 2 by grind) on
  have value (u : ℝ) (h₁ : b - δ / 2 < u) (h₂ : u < b + δ / 2) :
      intervalIntegral f a u MeasureTheory.volume =
        intervalIntegral f a b MeasureTheory.volume + (G u - G b) := by
    have sub : Set.uIcc b u ⊆ Set.Icc (b - δ / 2) (b + δ / 2) := fun y hy => by
      rcases Set.mem_uIcc.1 hy with h | h
      · exact ⟨by grind, by grind⟩
      · exact ⟨by grind, by grind⟩
    have h₃ : Grows f b u (G u - G b) := ⟨mono_continuousOn on sub, G, mono_continuousOn hG sub,
      fun y h₃ h₄ => by
        have h₅ := sub ⟨h₃.le, h₄.le⟩
        have h₆ := min_le_left b u
        have h₇ := le_max_left b u
        refine hd y ?_ ?_
        · have : b - δ / 2 < min b u := lt_min (by grind) h₁
          grind
        · have : max b u < b + δ / 2 := max_lt (by grind) h₂
          grind, rfl⟩
    rw [← intervalIntegral.integral_add_adjacent_intervals hf (mono_continuousOn on sub),
      h₃.integral]
  have h₁ : HasDerivAt (fun u => intervalIntegral f a b MeasureTheory.volume + (G u - G b))
      (f b) b := by
    have h₂ := (hasDerivAt_const b (intervalIntegral f a b MeasureTheory.volume)).fun_add
      ((hd b (by grind) (by grind)).fun_sub (hasDerivAt_const b (G b)))
    exact h₂.congr_deriv (by grind)
  refine h₁.congr_of_eventuallyEq ⟨δ / 2, half_pos hδ, fun u hu => ?_⟩
  have hu := abs_lt.1 hu
  exact value u (by grind) (by grind)
