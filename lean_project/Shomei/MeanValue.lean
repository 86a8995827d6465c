module

public import Mathlib.Analysis.Calculus.LHopital
public import Shomei.Integrals

public section

/-! # What the sign of the derivative says of a function -/

open Filter Topology

-- shomei: preamble

namespace Shomei

variable {f f' g g' : ℝ → ℝ} {a b x : ℝ}

theorem continuousOn_of_hasDerivAt (hd : ∀ t, a ≤ t → t ≤ b → HasDerivAt f (f' t) t) :
    ContinuousOn f (Set.Icc a b) :=
  fun t ht => (hd t ht.1 ht.2).continuousAt.continuousWithinAt

theorem continuousOn_of_tendsto_between (h : ∀ t, a ≤ t → t ≤ b → Tendsto f (𝓝 t) (𝓝 (f t))) :
    ContinuousOn f (Set.Icc a b) :=
  continuousOn_of_tendsto fun t ht => h t ht.1 ht.2

/-- Where the derivative is positive, a function grows. -/
theorem lt_of_deriv_pos (hab : a < b) (hc : ContinuousOn f (Set.Icc a b))
    (hd : ∀ t, a < t → t < b → HasDerivAt f (f' t) t) (hp : ∀ t, a < t → t < b → 0 < f' t) :
    f a < f b := by
  obtain ⟨c, hc, h⟩ := exists_hasDerivAt_eq_slope f f' hab hc fun t ht => hd t ht.1 ht.2
  have h₁ := hp c hc.1 hc.2
  have h₂ := sub_pos.2 hab
  rw [h] at h₁
  have h₃ := mul_pos h₁ h₂
  rw [div_mul_cancel₀ _ h₂.ne'] at h₃
  exact sub_pos.1 h₃

/-- Where the derivative is not negative, a function does not fall. -/
theorem le_of_deriv_nonneg (hab : a ≤ b) (hc : ContinuousOn f (Set.Icc a b))
    (hd : ∀ t, a < t → t < b → HasDerivAt f (f' t) t) (hp : ∀ t, a < t → t < b → 0 ≤ f' t) :
    f a ≤ f b := by
  by_cases e : a = b
  · rw [e]
    exact le_rfl
  · have hab := lt_of_le_of_ne hab e
    obtain ⟨c, hc, h⟩ := exists_hasDerivAt_eq_slope f f' hab hc fun t ht => hd t ht.1 ht.2
    have h₁ := hp c hc.1 hc.2
    have h₂ := sub_pos.2 hab
    rw [h] at h₁
    have h₃ := mul_nonneg h₁ h₂.le
    rw [div_mul_cancel₀ _ h₂.ne'] at h₃
    exact sub_nonneg.1 h₃

/-- A function that is not negative at `a`, and grows from there on, is positive beyond it. -/
theorem pos_of_deriv_right (hab : a < b) (h0 : 0 ≤ f a) (hc : ContinuousOn f (Set.Icc a b))
    (hd : ∀ t, a < t → t < b → HasDerivAt f (f' t) t) (hp : ∀ t, a < t → t < b → 0 < f' t) :
    0 < f b :=
  lt_of_le_of_lt h0 (lt_of_deriv_pos hab hc hd hp)

theorem nonneg_of_deriv_right (hab : a ≤ b) (h0 : 0 ≤ f a) (hc : ContinuousOn f (Set.Icc a b))
    (hd : ∀ t, a < t → t < b → HasDerivAt f (f' t) t) (hp : ∀ t, a < t → t < b → 0 ≤ f' t) :
    0 ≤ f b :=
  le_trans h0 (le_of_deriv_nonneg hab hc hd hp)

/-- A function that is not negative at `b`, and falls up to there, is positive before it. -/
theorem pos_of_deriv_left (hab : a < b) (h0 : 0 ≤ f b) (hc : ContinuousOn f (Set.Icc a b))
    (hd : ∀ t, a < t → t < b → HasDerivAt f (f' t) t) (hp : ∀ t, a < t → t < b → 0 < -f' t) :
    0 < f a := by
  have h := lt_of_deriv_pos (f := fun t => -f t) (f' := fun t => -f' t) hab
    (fun t ht => Filter.Tendsto.neg (hc t ht)) (fun t h₁ h₂ => (hd t h₁ h₂).fun_neg) hp
  grind

theorem nonneg_of_deriv_left (hab : a ≤ b) (h0 : 0 ≤ f b) (hc : ContinuousOn f (Set.Icc a b))
    (hd : ∀ t, a < t → t < b → HasDerivAt f (f' t) t) (hp : ∀ t, a < t → t < b → 0 ≤ -f' t) :
    0 ≤ f a := by
  have h := le_of_deriv_nonneg (f := fun t => -f t) (f' := fun t => -f' t) hab
    (fun t ht => Filter.Tendsto.neg (hc t ht)) (fun t h₁ h₂ => (hd t h₁ h₂).fun_neg) hp
  grind

/-- A function whose derivative is 0 everywhere is the same everywhere. -/
theorem eq_of_deriv_zero (hd : ∀ t, HasDerivAt f (f' t) t) (hz : ∀ t, f' t = 0) (a b : ℝ) :
    f a = f b := by
  have key (a b : ℝ) (h : a ≤ b) : f a = f b := by
    have up := le_of_deriv_nonneg h (continuousOn_of_hasDerivAt fun t _ _ => hd t)
      (fun t _ _ => hd t) fun t _ _ => le_of_eq (hz t).symm
    have down := nonneg_of_deriv_left (f := fun t => f t - f b) (f' := f') h
      (le_of_eq (sub_self _).symm)
      (continuousOn_of_hasDerivAt fun t _ _ => hasDerivAt_of_eq (hasDerivAt_sub (hd t)
        (hasDerivAt_const _ t)) (sub_zero _))
      (fun t _ _ => hasDerivAt_of_eq (hasDerivAt_sub (hd t) (hasDerivAt_const _ t)) (sub_zero _))
      fun t _ _ => le_of_eq (by rw [hz t, neg_zero])
    exact le_antisymm up (sub_nonneg.1 down)
  rcases le_total a b with h | h
  · exact key a b h
  · exact (key b a h).symm

/-! ### L'Hôpital's rule -/

theorem tendsto_div_of_deriv {l : Filter ℝ} (hf : ∀ᶠ t in 𝓝[≠] a, HasDerivAt f (f' t) t)
    (hg : ∀ᶠ t in 𝓝[≠] a, HasDerivAt g (g' t) t) (hn : ∀ᶠ t in 𝓝[≠] a, g' t ≠ 0)
    (f0 : Tendsto f (𝓝[≠] a) (𝓝 0)) (g0 : Tendsto g (𝓝[≠] a) (𝓝 0))
    (h : Tendsto (fun t => f' t / g' t) (𝓝[≠] a) l) : Tendsto (fun t => f t / g t) (𝓝[≠] a) l :=
  HasDerivAt.lhopital_zero_nhdsNE hf hg hn f0 g0 h

theorem tendsto_div_of_deriv_right {l : Filter ℝ} (hf : ∀ᶠ t in 𝓝[>] a, HasDerivAt f (f' t) t)
    (hg : ∀ᶠ t in 𝓝[>] a, HasDerivAt g (g' t) t) (hn : ∀ᶠ t in 𝓝[>] a, g' t ≠ 0)
    (f0 : Tendsto f (𝓝[>] a) (𝓝 0)) (g0 : Tendsto g (𝓝[>] a) (𝓝 0))
    (h : Tendsto (fun t => f' t / g' t) (𝓝[>] a) l) : Tendsto (fun t => f t / g t) (𝓝[>] a) l :=
  HasDerivAt.lhopital_zero_nhdsGT hf hg hn f0 g0 h

theorem tendsto_div_of_deriv_left {l : Filter ℝ} (hf : ∀ᶠ t in 𝓝[<] a, HasDerivAt f (f' t) t)
    (hg : ∀ᶠ t in 𝓝[<] a, HasDerivAt g (g' t) t) (hn : ∀ᶠ t in 𝓝[<] a, g' t ≠ 0)
    (f0 : Tendsto f (𝓝[<] a) (𝓝 0)) (g0 : Tendsto g (𝓝[<] a) (𝓝 0))
    (h : Tendsto (fun t => f' t / g' t) (𝓝[<] a) l) : Tendsto (fun t => f t / g t) (𝓝[<] a) l :=
  HasDerivAt.lhopital_zero_nhdsLT hf hg hn f0 g0 h

/-- What tends to 0 without a slope 0 near the point is not 0 there: its quotient by the distance
has the slope as its value somewhere in between. -/
theorem eventually_ne_zero_of_deriv (hg : ∀ᶠ t in 𝓝[≠] a, HasDerivAt g (g' t) t)
    (hn : ∀ᶠ t in 𝓝[≠] a, g' t ≠ 0) (g0 : Tendsto g (𝓝[≠] a) (𝓝 0)) :
    ∀ᶠ t in 𝓝[≠] a, g t ≠ 0 := by
  have h := HasDerivAt.lhopital_zero_nhdsNE hg hg hn g0 g0
    (tendsto_of_eq (tendsto_const 1) (hn.mono fun t ht => div_self ht))
  refine (eventually_ne_zero h one_ne_zero).mono fun t ht e => ht ?_
  show g t / g t = 0
  rw [e, zero_div]

/-- A filter that holds, with two numbers, all those between them, up to one end. -/
private theorem top_of_between {l : Filter ℝ}
    (hl : ∀ P : ℝ → Prop, (∀ᶠ t in l, P t) → ∃ y, ∀ᶠ x in l,
      (x < y ∧ ∀ t, x ≤ t → t ≤ y → P t) ∨ (y < x ∧ ∀ t, y ≤ t → t ≤ x → P t))
    (hf : ∀ᶠ t in l, HasDerivAt f (f' t) t) (hg : ∀ᶠ t in l, HasDerivAt g (g' t) t)
    (hn : ∀ᶠ t in l, g' t ≠ 0) (up : Tendsto g l atTop)
    (h : Tendsto (fun t => f' t / g' t) l (𝓝 b)) : Tendsto (fun t => f t / g t) l (𝓝 b) := by
  refine Metric.tendsto_nhds.2 fun ε hε => ?_
  have hq : 0 < ε / 4 := div_pos hε (by grind)
  obtain ⟨y, hy⟩ := hl _ (hf.and (hg.and (hn.and (Metric.tendsto_nhds.1 h (ε / 4) hq))))
  have step (p q : ℝ) (hpq : p < q) (hP : ∀ t, p ≤ t → t ≤ q → HasDerivAt f (f' t) t ∧
      HasDerivAt g (g' t) t ∧ g' t ≠ 0 ∧ dist (f' t / g' t) b < ε / 4) :
      abs (f q - f p - b * (g q - g p)) ≤ ε / 4 * abs (g q - g p) := by
    obtain ⟨c, hc, e⟩ := exists_ratio_hasDerivAt_eq_ratio_slope f f' hpq
      (continuousOn_of_hasDerivAt fun t h₁ h₂ => (hP t h₁ h₂).1)
      (fun t ht => (hP t ht.1.le ht.2.le).1) g g'
      (continuousOn_of_hasDerivAt fun t h₁ h₂ => (hP t h₁ h₂).2.1)
      fun t ht => (hP t ht.1.le ht.2.le).2.1
    obtain ⟨_, _, n, s⟩ := hP c hc.1.le hc.2.le
    rw [Real.dist_eq] at s
    have e' : f q - f p - b * (g q - g p) = (f' c / g' c - b) * (g q - g p) := by grind
    rw [e', abs_mul]
    exact mul_le_mul_of_nonneg_right s.le (abs_nonneg _)
  refine (hy.and (tendsto_atTop.1 up (4 * (abs (f y) + abs b * abs (g y)) / ε + abs (g y) + 1))).mono
    fun x hx => ?_
  obtain ⟨hx, big⟩ := hx
  have bound : abs (f x - f y - b * (g x - g y)) ≤ ε / 4 * abs (g x - g y) := by
    rcases hx with ⟨h₁, h₂⟩ | ⟨h₁, h₂⟩
    · have h₃ := step x y h₁ h₂
      rw [← abs_neg, show -(f y - f x - b * (g y - g x)) = f x - f y - b * (g x - g y) by grind,
        ← abs_neg (g y - g x), show -(g y - g x) = g x - g y by grind] at h₃
      exact h₃
    · exact step y x h₁ h₂
  have n₁ := abs_nonneg (f y)
  have n₂ := mul_nonneg (abs_nonneg b) (abs_nonneg (g y))
  have n₃ := abs_nonneg (g y)
  have n₄ : 0 ≤ 4 * (abs (f y) + abs b * abs (g y)) / ε := div_nonneg (by grind) hε.le
  have pos : 0 < g x := by grind
  have e₁ : ε * (4 * (abs (f y) + abs b * abs (g y)) / ε) = 4 * (abs (f y) + abs b * abs (g y)) := by
    have := hε.ne'
    grind
  have m₁ := mul_le_mul_of_nonneg_left big hε.le
  have m₂ := mul_nonneg hε.le n₃
  have s₁ : abs (g x - g y) ≤ g x + abs (g y) := abs_le.2 ⟨by
    have := le_abs_self (g y)
    grind, by
    have := neg_abs_le (g y)
    grind⟩
  have m₃ := mul_le_mul_of_nonneg_left s₁ hq.le
  have small : abs (f x - b * g x) ≤ abs (f y) + abs b * abs (g y) + ε / 4 * (g x + abs (g y)) := by
    have e₂ : f x - b * g x = f x - f y - b * (g x - g y) + (f y - b * g y) := by grind
    have t₁ := abs_add_le (f x - f y - b * (g x - g y)) (f y - b * g y)
    have t₂ := abs_add_le (f y) (-(b * g y))
    rw [abs_neg, abs_mul, show f y + -(b * g y) = f y - b * g y by grind] at t₂
    rw [e₂]
    grind
  rw [Real.dist_eq, show f x / g x - b = (f x - b * g x) / g x by grind, abs_div, abs_of_pos pos,
    div_lt_iff₀ pos]
  grind

private theorem between_atTop (P : ℝ → Prop) (h : ∀ᶠ t in atTop, P t) : ∃ y, ∀ᶠ x in atTop,
    (x < y ∧ ∀ t, x ≤ t → t ≤ y → P t) ∨ (y < x ∧ ∀ t, y ≤ t → t ≤ x → P t) := by
  obtain ⟨y, hy⟩ := eventually_atTop.1 h
  exact ⟨y, (eventually_gt_atTop y).mono fun x hx => Or.inr ⟨hx, fun t ht _ => hy t ht⟩⟩

private theorem between_right (P : ℝ → Prop) (h : ∀ᶠ t in 𝓝[>] a, P t) : ∃ y, ∀ᶠ x in 𝓝[>] a,
    (x < y ∧ ∀ t, x ≤ t → t ≤ y → P t) ∨ (y < x ∧ ∀ t, y ≤ t → t ≤ x → P t) := by
  obtain ⟨δ, hδ, hP⟩ := Metric.eventually_nhds_iff.1 (eventually_nhdsWithin_iff.1 h)
  have to : Tendsto (fun t : ℝ => t) (𝓝[>] a) (𝓝 a) := tendsto_self_right a
  refine ⟨a + δ / 2, ((eventually_gt a).and (to.eventually_lt_const
    (show a < a + δ / 2 by grind))).mono fun x hx => Or.inl ⟨hx.2, fun t h₁ h₂ => ?_⟩⟩
  have h₃ : a < t := lt_of_lt_of_le hx.1 h₁
  refine hP ?_ h₃
  rw [Real.dist_eq, abs_of_pos (sub_pos.2 h₃)]
  grind

/-- L'Hôpital's rule for a denominator that grows without bound. -/
theorem tendsto_div_of_deriv_atTop (hf : ∀ᶠ t in atTop, HasDerivAt f (f' t) t)
    (hg : ∀ᶠ t in atTop, HasDerivAt g (g' t) t) (hn : ∀ᶠ t in atTop, g' t ≠ 0)
    (up : Tendsto g atTop atTop) (h : Tendsto (fun t => f' t / g' t) atTop (𝓝 b)) :
    Tendsto (fun t => f t / g t) atTop (𝓝 b) :=
  top_of_between between_atTop hf hg hn up h

theorem tendsto_div_of_deriv_right_atTop (hf : ∀ᶠ t in 𝓝[>] a, HasDerivAt f (f' t) t)
    (hg : ∀ᶠ t in 𝓝[>] a, HasDerivAt g (g' t) t) (hn : ∀ᶠ t in 𝓝[>] a, g' t ≠ 0)
    (up : Tendsto g (𝓝[>] a) atTop) (h : Tendsto (fun t => f' t / g' t) (𝓝[>] a) (𝓝 b)) :
    Tendsto (fun t => f t / g t) (𝓝[>] a) (𝓝 b) :=
  top_of_between between_right hf hg hn up h

end Shomei
