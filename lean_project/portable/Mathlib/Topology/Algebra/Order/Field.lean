module

public import Mathlib.Order.Filter.AtTopBot.Archimedean

public section

/-!
# Neighbourhoods and limits of real functions

The interface of `Mathlib.Topology.Algebra.Order.Field` and of what it imports, for the real line:
neighbourhoods, continuity at a point, and the rules for limits, each proved by `ε` and `δ`.
-/

open Filter

universe u

variable {α : Type u} {f g : α → Real} {l : Filter α}

/-- The distance of two real numbers. -/
@[expose] noncomputable def dist (x y : Real) : Real := abs (x - y)

theorem Real.dist_eq (x y : Real) : dist x y = abs (x - y) := rfl

/-- The filter of the neighbourhoods of a real number. -/
@[expose] def nhds (a : Real) : Filter Real where
  sets := setOf fun s => ∃ ε, 0 < ε ∧ ∀ ⦃x⦄, dist x a < ε → x ∈ s
  univ_sets := ⟨1, one_pos, fun _ _ => trivial⟩
  sets_of_superset := fun ⟨ε, h, h'⟩ hs => ⟨ε, h, fun _ hx => hs (h' hx)⟩
  inter_sets := fun ⟨ε, h, hs⟩ ⟨δ, k, ht⟩ => ⟨min ε δ, lt_min h k, fun _ hx =>
    ⟨hs (lt_of_lt_of_le hx (min_le_left ε δ)), ht (lt_of_lt_of_le hx (min_le_right ε δ))⟩⟩

/-- The filter of the neighbourhoods of `a` within `s`. -/
@[expose] def nhdsWithin (a : Real) (s : Set Real) : Filter Real := min (nhds a) (principal s)

-- shomei: preamble

variable {a b c : ℝ}

/-! Mathlib's notations of the namespace `Topology` stand in Shomei's preamble. -/

namespace Topology
end Topology

/-! ### Neighbourhoods -/

theorem Metric.eventually_nhds_iff {p : ℝ → Prop} :
    (∀ᶠ y in 𝓝 a, p y) ↔ ∃ ε, 0 < ε ∧ ∀ ⦃y⦄, dist y a < ε → p y :=
  Iff.rfl

theorem Metric.tendsto_nhds : Tendsto f l (𝓝 a) ↔ ∀ ε, 0 < ε → ∀ᶠ x in l, dist (f x) a < ε :=
  ⟨fun h ε hε => h ⟨ε, hε, fun _ hx => hx⟩,
    fun h _ ⟨ε, hε, hs⟩ => mem_of_superset (h ε hε) fun _ hx => hs hx⟩

theorem eventually_nhdsWithin_iff {s : Set ℝ} {p : ℝ → Prop} :
    (Filter.Eventually p (nhdsWithin a s)) ↔ ∀ᶠ x in 𝓝 a, x ∈ s → p x := by
  refine ⟨fun ⟨t, ht, u, hu, h⟩ => mem_of_superset ht fun x hx hs => ?_, fun h => ?_⟩
  · have : x ∈ setOf p := h ▸ ⟨hx, hu hs⟩
    exact this
  · refine ⟨_, h, setOf fun x => x ∈ s ∨ p x, fun x => Or.inl, Set.ext fun x => ?_⟩
    exact ⟨fun hx => ⟨fun _ => hx, Or.inr hx⟩, fun hx => hx.2.elim hx.1 id⟩

theorem nhdsWithin_le_nhds {s : Set ℝ} : nhdsWithin a s ≤ 𝓝 a := fun _ h =>
  eventually_nhdsWithin_iff.2 (Eventually.mono h fun _ hx _ => hx)

theorem self_mem_nhdsWithin {s : Set ℝ} : s ∈ nhdsWithin a s :=
  eventually_nhdsWithin_iff.2 (Eventually.of_forall fun _ => id)

theorem eventually_mem_nhdsWithin {s : Set ℝ} : ∀ᶠ x in nhdsWithin a s, x ∈ s :=
  self_mem_nhdsWithin

theorem nhdsWithin_mono (a : ℝ) {s t : Set ℝ} (h : s ⊆ t) : nhdsWithin a s ≤ nhdsWithin a t :=
  fun _ hs => eventually_nhdsWithin_iff.2
    (Eventually.mono (eventually_nhdsWithin_iff.1 hs) fun _ hx hm => hx (h hm))

theorem Filter.Eventually.self_of_nhds {p : ℝ → Prop} (h : ∀ᶠ y in 𝓝 a, p y) : p a := by
  obtain ⟨ε, hε, h⟩ := h
  refine h ?_
  rw [Real.dist_eq, sub_self, abs_zero]
  exact hε

theorem tendsto_nhdsWithin_iff {s : Set ℝ} :
    Tendsto f l (nhdsWithin a s) ↔ Tendsto f l (𝓝 a) ∧ ∀ᶠ x in l, f x ∈ s := by
  have h := @tendsto_inf α ℝ f l (𝓝 a) (principal s)
  rw [tendsto_principal] at h
  exact h

theorem tendsto_nhdsWithin_of_tendsto_nhds_of_eventually_within {s : Set ℝ} (f : α → ℝ)
    (h1 : Tendsto f l (𝓝 a)) (h2 : ∀ᶠ x in l, f x ∈ s) : Tendsto f l (nhdsWithin a s) :=
  tendsto_nhdsWithin_iff.2 ⟨h1, h2⟩

theorem tendsto_nhds_of_tendsto_nhdsWithin {s : Set ℝ} (h : Tendsto f l (nhdsWithin a s)) :
    Tendsto f l (𝓝 a) :=
  h.mono_right nhdsWithin_le_nhds

theorem tendsto_nhdsWithin_of_tendsto_nhds {f : ℝ → ℝ} {l : Filter ℝ} {s : Set ℝ}
    (h : Tendsto f (𝓝 a) l) : Tendsto f (nhdsWithin a s) l :=
  h.mono_left nhdsWithin_le_nhds

private theorem neBot_of {s : Set ℝ} (h : ∀ ε, 0 < ε → ∃ x, x ∈ s ∧ abs (x - a) < ε) :
    NeBot (nhdsWithin a s) where
  ne' hs := by
    obtain ⟨ε, hε, h'⟩ := eventually_nhdsWithin_iff.1
      (show ∀ᶠ x in nhdsWithin a s, x ∈ (∅ : Set ℝ) from hs)
    obtain ⟨x, hx, hx'⟩ := h ε hε
    exact h' hx' hx

instance nhds_neBot (a : ℝ) : NeBot (𝓝 a) where
  ne' h := Eventually.self_of_nhds (a := a) (p := fun x => x ∈ (∅ : Set ℝ)) h

instance nhdsGT_neBot (a : ℝ) : NeBot (𝓝[>] a) :=
  neBot_of fun ε hε => ⟨a + ε / 2, show a < a + ε / 2 by grind, by grind [abs_lt]⟩

instance nhdsLT_neBot (a : ℝ) : NeBot (𝓝[<] a) :=
  neBot_of fun ε hε => ⟨a - ε / 2, show a - ε / 2 < a by grind, by grind [abs_lt]⟩

instance NormedField.nhdsNE_neBot (a : ℝ) : NeBot (𝓝[≠] a) :=
  neBot_of fun ε hε => ⟨a + ε / 2, show a + ε / 2 ≠ a by grind, by grind [abs_lt]⟩

theorem eventually_ne_nhds (h : a ≠ b) : ∀ᶠ x in 𝓝 a, x ≠ b := by
  refine ⟨abs (a - b), abs_pos.2 (sub_ne_zero.2 h), fun x hx e => ?_⟩
  rw [Real.dist_eq, e, abs_sub_comm] at hx
  exact lt_irrefl _ hx

theorem lt_mem_nhds (h : a < b) : ∀ᶠ x in 𝓝 b, a < x :=
  ⟨b - a, sub_pos.2 h, fun x hx => by
    have := (abs_lt.1 hx).1
    show a < x
    grind⟩

theorem gt_mem_nhds (h : a < b) : ∀ᶠ x in 𝓝 a, x < b :=
  ⟨b - a, sub_pos.2 h, fun x hx => by
    have := (abs_lt.1 hx).2
    show x < b
    grind⟩

theorem eventually_gt_nhds (hab : b < a) : ∀ᶠ x in 𝓝 a, b < x := lt_mem_nhds hab

theorem eventually_lt_nhds (hab : a < b) : ∀ᶠ x in 𝓝 a, x < b := gt_mem_nhds hab

theorem Filter.Tendsto.eventually_lt_const {u v : ℝ} (hv : v < u) (h : Tendsto f l (𝓝 v)) :
    ∀ᶠ x in l, f x < u :=
  h.eventually (gt_mem_nhds hv)

theorem Filter.Tendsto.eventually_const_lt {u v : ℝ} (hv : u < v) (h : Tendsto f l (𝓝 v)) :
    ∀ᶠ x in l, u < f x :=
  h.eventually (lt_mem_nhds hv)

theorem Filter.Tendsto.eventually_ne {b₁ b₂ : ℝ} (hf : Tendsto f l (𝓝 b₁)) (hb : b₁ ≠ b₂) :
    ∀ᶠ x in l, f x ≠ b₂ :=
  hf.eventually (eventually_ne_nhds hb)

/-- Functions with different limits have different values near the point. -/
private theorem values_ne {b₁ b₂ : ℝ} (hf : Tendsto f l (𝓝 b₁))
    (hg : Tendsto g l (𝓝 b₂)) (hab : b₁ ≠ b₂) : ∀ᶠ x in l, f x ≠ g x := by
  have h₁ := Metric.tendsto_nhds.1 hf (abs (b₁ - b₂) / 2) (half_pos (abs_pos.2 (sub_ne_zero.2 hab)))
  have h₂ := Metric.tendsto_nhds.1 hg (abs (b₁ - b₂) / 2) (half_pos (abs_pos.2 (sub_ne_zero.2 hab)))
  refine (h₁.and h₂).mono fun x hx e => ?_
  have k₁ := hx.1
  have k₂ := hx.2
  rw [Real.dist_eq, e, abs_sub_comm] at k₁
  rw [Real.dist_eq] at k₂
  have h := abs_add_le (b₁ - g x) (g x - b₂)
  have e' : b₁ - g x + (g x - b₂) = b₁ - b₂ := by grind
  rw [e'] at h
  grind

theorem Filter.Tendsto.eventually_lt (hf : Tendsto f l (𝓝 a)) (hg : Tendsto g l (𝓝 b))
    (hab : a < b) : ∀ᶠ x in l, f x < g x := by
  have h₁ := hf.eventually (gt_mem_nhds (show a < (a + b) / 2 by grind))
  have h₂ := hg.eventually (lt_mem_nhds (show (a + b) / 2 < b by grind))
  exact (h₁.and h₂).mono fun x hx => lt_trans hx.1 hx.2

theorem tendsto_nhds_unique [NeBot l] (ha : Tendsto f l (𝓝 a)) (hb : Tendsto f l (𝓝 b)) :
    a = b := by
  refine Classical.byContradiction fun h => ?_
  exact (values_ne ha hb h).exists.elim fun _ hx => hx rfl

/-! ### Rules -/

theorem tendsto_const_nhds : Tendsto (fun _ : α => a) l (𝓝 a) :=
  Metric.tendsto_nhds.2 fun ε hε => Eventually.of_forall fun _ => by
    rw [Real.dist_eq, sub_self, abs_zero]
    exact hε

theorem tendsto_iff_dist_tendsto_zero :
    Tendsto f l (𝓝 a) ↔ Tendsto (fun x => dist (f x) a) l (𝓝 0) := by
  rw [Metric.tendsto_nhds, Metric.tendsto_nhds]
  have h (x : α) : dist (dist (f x) a) 0 = dist (f x) a := by
    rw [Real.dist_eq, sub_zero, Real.dist_eq, abs_of_nonneg (abs_nonneg _)]
  simp only [h]

theorem Filter.Tendsto.add (hf : Tendsto f l (𝓝 a)) (hg : Tendsto g l (𝓝 b)) :
    Tendsto (fun x => f x + g x) l (𝓝 (a + b)) := by
  refine Metric.tendsto_nhds.2 fun ε hε => ?_
  have h₁ := Metric.tendsto_nhds.1 hf (ε / 2) (half_pos hε)
  have h₂ := Metric.tendsto_nhds.1 hg (ε / 2) (half_pos hε)
  refine (h₁.and h₂).mono fun x hx => abs_lt.2 ?_
  have k₁ := abs_lt.1 hx.1
  have k₂ := abs_lt.1 hx.2
  grind

theorem Filter.Tendsto.neg (hf : Tendsto f l (𝓝 a)) : Tendsto (fun x => -f x) l (𝓝 (-a)) := by
  refine Metric.tendsto_nhds.2 fun ε hε => ?_
  refine (Metric.tendsto_nhds.1 hf ε hε).mono fun x hx => abs_lt.2 ?_
  have := abs_lt.1 hx
  grind

theorem Filter.Tendsto.sub (hf : Tendsto f l (𝓝 a)) (hg : Tendsto g l (𝓝 b)) :
    Tendsto (fun x => f x - g x) l (𝓝 (a - b)) := by
  rw [sub_eq_add_neg]
  exact (hf.add hg.neg).congr fun x => (sub_eq_add_neg _ _).symm

theorem Filter.Tendsto.mul (hf : Tendsto f l (𝓝 a)) (hg : Tendsto g l (𝓝 b)) :
    Tendsto (fun x => f x * g x) l (𝓝 (a * b)) := by
  refine Metric.tendsto_nhds.2 fun ε hε => ?_
  have hK : 0 < 1 + abs b + abs a := by grind [abs_nonneg]
  have hδ : 0 < min 1 (ε / (1 + abs b + abs a)) := lt_min one_pos (div_pos hε hK)
  refine ((Metric.tendsto_nhds.1 hf _ hδ).and (Metric.tendsto_nhds.1 hg _ hδ)).mono
    fun x ⟨h₁, h₂⟩ => ?_
  rw [Real.dist_eq] at h₁ h₂ ⊢
  have e : f x * g x - a * b = (f x - a) * (g x - b) + ((f x - a) * b + a * (g x - b)) := by grind
  have t₁ := abs_add_le ((f x - a) * (g x - b)) ((f x - a) * b + a * (g x - b))
  have t₂ := abs_add_le ((f x - a) * b) (a * (g x - b))
  rw [abs_mul] at t₁
  rw [abs_mul, abs_mul] at t₂
  rw [← e] at t₁
  have hu := abs_nonneg (f x - a)
  have u₁ : abs (f x - a) * abs (g x - b) ≤ abs (f x - a) * 1 :=
    mul_le_mul_of_nonneg_left (h₂.le.trans (min_le_left _ _)) hu
  have u₂ : abs (f x - a) * (1 + abs b) <
      ε / (1 + abs b + abs a) * (1 + abs b) :=
    mul_lt_mul_of_pos_right (h₁.trans_le (min_le_right _ _)) (by grind [abs_nonneg])
  have u₃ : abs a * abs (g x - b) ≤ abs a * (ε / (1 + abs b + abs a)) :=
    mul_le_mul_of_nonneg_left (h₂.le.trans (min_le_right _ _)) (abs_nonneg a)
  have u₄ : ε / (1 + abs b + abs a) * (1 + abs b) + abs a * (ε / (1 + abs b + abs a)) = ε := by
    have := hK.ne'
    grind
  grind

theorem Filter.Tendsto.const_mul (b : ℝ) {c : ℝ} {f : α → ℝ} {l : Filter α}
    (h : Tendsto f l (𝓝 c)) : Tendsto (fun k => b * f k) l (𝓝 (b * c)) :=
  tendsto_const_nhds.mul h

theorem Filter.Tendsto.mul_const (b : ℝ) {c : ℝ} {f : α → ℝ} {l : Filter α}
    (h : Tendsto f l (𝓝 c)) : Tendsto (fun k => f k * b) l (𝓝 (c * b)) :=
  h.mul tendsto_const_nhds

theorem Filter.Tendsto.const_add (b : ℝ) {c : ℝ} {f : α → ℝ} {l : Filter α}
    (h : Tendsto f l (𝓝 c)) : Tendsto (fun k => b + f k) l (𝓝 (b + c)) :=
  tendsto_const_nhds.add h

theorem Filter.Tendsto.add_const (b : ℝ) {c : ℝ} {f : α → ℝ} {l : Filter α}
    (h : Tendsto f l (𝓝 c)) : Tendsto (fun k => f k + b) l (𝓝 (c + b)) :=
  h.add tendsto_const_nhds

theorem Filter.Tendsto.pow (h : Tendsto f l (𝓝 a)) (n : ℕ) :
    Tendsto (fun x => f x ^ n) l (𝓝 (a ^ n)) := by
  induction n with
  | zero =>
    rw [pow_zero]
    exact tendsto_const_nhds.congr fun x => (pow_zero _).symm
  | succ n ih =>
    rw [pow_succ]
    exact (ih.mul h).congr fun x => (pow_succ _ _).symm

theorem Filter.Tendsto.inv₀ (hf : Tendsto f l (𝓝 a)) (ha : a ≠ 0) :
    Tendsto (fun x => (f x)⁻¹) l (𝓝 a⁻¹) := by
  refine Metric.tendsto_nhds.2 fun ε hε => ?_
  have hA := abs_pos.2 ha
  have hδ : 0 < min (abs a / 2) (ε * (abs a * (abs a / 2))) :=
    lt_min (half_pos hA) (mul_pos hε (mul_pos hA (half_pos hA)))
  refine (Metric.tendsto_nhds.1 hf _ hδ).mono fun x h => ?_
  rw [Real.dist_eq] at h ⊢
  have h₁ := h.trans_le (min_le_left _ _)
  have h₂ := h.trans_le (min_le_right _ _)
  have hx : abs a / 2 < abs (f x) := by
    have := abs_sub_abs_le_abs_sub a (f x)
    rw [abs_sub_comm a] at this
    grind
  have hx0 : f x ≠ 0 := abs_pos.1 (lt_trans (half_pos hA) hx)
  have hX := abs_pos.2 hx0
  have e : (f x)⁻¹ - a⁻¹ = -((f x - a) / (f x * a)) := by grind
  rw [e, abs_neg, abs_div, div_lt_iff₀ (abs_pos.2 (mul_ne_zero hx0 ha)), abs_mul]
  have := mul_lt_mul_of_pos_left hx (mul_pos hε hA)
  have e₁ : ε * abs a * (abs a / 2) = ε * (abs a * (abs a / 2)) := by grind
  have e₂ : ε * abs a * abs (f x) = ε * (abs (f x) * abs a) := by grind
  rw [e₁, e₂] at this
  exact lt_trans h₂ this

theorem Filter.Tendsto.div (hf : Tendsto f l (𝓝 a)) (hg : Tendsto g l (𝓝 b)) (hy : b ≠ 0) :
    Tendsto (f / g) l (𝓝 (a / b)) := by
  rw [div_eq_mul_inv]
  exact (hf.mul (hg.inv₀ hy)).congr fun x => (div_eq_mul_inv _ _).symm

theorem Filter.Tendsto.div_const (h : Tendsto f l (𝓝 a)) (b : ℝ) :
    Tendsto (fun x => f x / b) l (𝓝 (a / b)) := by
  rw [div_eq_mul_inv]
  exact (h.mul tendsto_const_nhds).congr fun x => (div_eq_mul_inv _ _).symm

theorem Filter.Tendsto.abs (h : Tendsto f l (𝓝 a)) :
    Tendsto (fun x => _root_.abs (f x)) l (𝓝 (_root_.abs a)) :=
  Metric.tendsto_nhds.2 fun ε hε => (Metric.tendsto_nhds.1 h ε hε).mono fun x hx =>
    lt_of_le_of_lt (abs_abs_sub_abs_le_abs_sub _ _) hx

theorem Filter.Tendsto.max (hf : Tendsto f l (𝓝 a)) (hg : Tendsto g l (𝓝 b)) :
    Tendsto (fun x => Max.max (f x) (g x)) l (𝓝 (Max.max a b)) := by
  refine Metric.tendsto_nhds.2 fun ε hε => ?_
  refine ((Metric.tendsto_nhds.1 hf ε hε).and (Metric.tendsto_nhds.1 hg ε hε)).mono
    fun x hx => abs_lt.2 ?_
  have k₁ := abs_lt.1 hx.1
  have k₂ := abs_lt.1 hx.2
  grind [max_def]

theorem Filter.Tendsto.min (hf : Tendsto f l (𝓝 a)) (hg : Tendsto g l (𝓝 b)) :
    Tendsto (fun x => Min.min (f x) (g x)) l (𝓝 (Min.min a b)) := by
  refine Metric.tendsto_nhds.2 fun ε hε => ?_
  refine ((Metric.tendsto_nhds.1 hf ε hε).and (Metric.tendsto_nhds.1 hg ε hε)).mono
    fun x hx => abs_lt.2 ?_
  have k₁ := abs_lt.1 hx.1
  have k₂ := abs_lt.1 hx.2
  grind [min_def]

/-! ### Limits and inequalities -/

theorem tendsto_of_tendsto_of_tendsto_of_le_of_le' {h : α → ℝ} (hg : Tendsto g l (𝓝 a))
    (hh : Tendsto h l (𝓝 a)) (hgf : ∀ᶠ x in l, g x ≤ f x) (hfh : ∀ᶠ x in l, f x ≤ h x) :
    Tendsto f l (𝓝 a) := by
  refine Metric.tendsto_nhds.2 fun ε hε => ?_
  refine (((Metric.tendsto_nhds.1 hg ε hε).and (Metric.tendsto_nhds.1 hh ε hε)).and
    (hgf.and hfh)).mono fun x hx => abs_lt.2 ?_
  have k₁ := abs_lt.1 hx.1.1
  have k₂ := abs_lt.1 hx.1.2
  have k₃ := hx.2
  grind

theorem squeeze_zero_norm' (h : ∀ᶠ x in l, abs (f x) ≤ g x) (h' : Tendsto g l (𝓝 0)) :
    Tendsto f l (𝓝 0) := by
  have hn := h'.neg
  rw [neg_zero] at hn
  exact tendsto_of_tendsto_of_tendsto_of_le_of_le' hn h'
    (h.mono fun x hx => (abs_le.1 hx).1) (h.mono fun x hx => (abs_le.1 hx).2)

theorem le_of_tendsto_of_tendsto' {b : Filter α} {a₁ a₂ : ℝ} [NeBot b] (hf : Tendsto f b (𝓝 a₁))
    (hg : Tendsto g b (𝓝 a₂)) (h : ∀ x, f x ≤ g x) : a₁ ≤ a₂ := by
  refine Classical.byContradiction fun hlt => ?_
  have := (hg.eventually_lt hf (not_le.1 hlt)).exists
  exact this.elim fun x hx => not_le.2 hx (h x)

theorem le_of_tendsto_of_tendsto {b : Filter α} {a₁ a₂ : ℝ} [NeBot b] (hf : Tendsto f b (𝓝 a₁))
    (hg : Tendsto g b (𝓝 a₂)) (h : ∀ᶠ x in b, f x ≤ g x) : a₁ ≤ a₂ := by
  refine Classical.byContradiction fun hlt => ?_
  have := ((hg.eventually_lt hf (not_le.1 hlt)).and h).exists
  exact this.elim fun x hx => not_le.2 hx.1 hx.2

theorem ge_of_tendsto {x : Filter α} [NeBot x] (lim : Tendsto f x (𝓝 a))
    (h : ∀ᶠ c in x, b ≤ f c) : b ≤ a :=
  le_of_tendsto_of_tendsto tendsto_const_nhds lim h

theorem le_of_tendsto {x : Filter α} [NeBot x] (lim : Tendsto f x (𝓝 a))
    (h : ∀ᶠ c in x, f c ≤ b) : a ≤ b :=
  le_of_tendsto_of_tendsto lim tendsto_const_nhds h

/-! ### Infinity -/

theorem tendsto_inv_atTop_zero : Tendsto (fun r : ℝ => r⁻¹) atTop (𝓝 0) := by
  refine Metric.tendsto_nhds.2 fun ε hε => ?_
  refine (eventually_gt_atTop ε⁻¹).mono fun x hx => ?_
  have hx0 := lt_trans (inv_pos.2 hε) hx
  rw [Real.dist_eq, sub_zero, abs_of_pos (inv_pos.2 hx0), ← one_div, div_lt_iff₀ hx0]
  have := mul_lt_mul_of_pos_left hx hε
  rwa [mul_inv_cancel₀ hε.ne'] at this

theorem Filter.Tendsto.div_atTop (h : Tendsto f l (𝓝 a)) (hg : Tendsto g l atTop) :
    Tendsto (fun x => f x / g x) l (𝓝 0) := by
  have := h.mul (tendsto_inv_atTop_zero.comp hg)
  rw [mul_zero] at this
  exact this.congr fun x => (div_eq_mul_inv _ _).symm

theorem tendsto_inv_nhdsGT_zero : Tendsto (fun x : ℝ => x⁻¹) (𝓝[>] 0) atTop := by
  refine tendsto_atTop.2 fun b => eventually_nhdsWithin_iff.2 ?_
  have hB : 0 < 1 + abs b := by grind [abs_nonneg]
  refine (gt_mem_nhds (inv_pos.2 hB)).mono fun x hx hx0 => ?_
  have hx0 : 0 < x := hx0
  have : 1 + abs b < x⁻¹ := by
    rw [← one_div, lt_div_iff₀ hx0]
    have := mul_lt_mul_of_pos_left hx hB
    rwa [mul_inv_cancel₀ hB.ne'] at this
  grind [le_abs_self]

theorem tendsto_inv_atTop_nhdsGT_zero : Tendsto (fun x : ℝ => x⁻¹) atTop (𝓝[>] 0) :=
  tendsto_nhdsWithin_iff.2 ⟨tendsto_inv_atTop_zero,
    (eventually_gt_atTop 0).mono fun _ hx => inv_pos.2 hx⟩

namespace Filter

theorem tendsto_neg_atTop_atBot : Tendsto (fun x : ℝ => -x) atTop atBot :=
  tendsto_atBot.2 fun b => (eventually_ge_atTop (-b)).mono fun x hx => by grind

theorem tendsto_neg_atBot_atTop : Tendsto (fun x : ℝ => -x) atBot atTop :=
  tendsto_atTop.2 fun b => (eventually_le_atBot (-b)).mono fun x hx => by grind

theorem tendsto_atTop_add_const_right (l : Filter α) (C : ℝ) (hf : Tendsto f l atTop) :
    Tendsto (fun x => f x + C) l atTop :=
  tendsto_atTop.2 fun b => (tendsto_atTop.1 hf (b - C)).mono fun x hx => by grind

theorem Tendsto.const_mul_atTop {r : ℝ} (hr : 0 < r) (hf : Tendsto f l atTop) :
    Tendsto (fun x => r * f x) l atTop :=
  tendsto_atTop.2 fun b => (tendsto_atTop.1 hf (b / r)).mono fun x hx => by
    rw [div_le_iff₀ hr, mul_comm] at hx
    exact hx

theorem Tendsto.atTop_mul_const {r : ℝ} (hr : 0 < r) (hf : Tendsto f l atTop) :
    Tendsto (fun x => f x * r) l atTop :=
  (hf.const_mul_atTop hr).congr fun x => mul_comm _ _

end Filter

/-! ### Continuity -/

/-- `f` is continuous at `x`. -/
@[expose] def ContinuousAt (f : ℝ → ℝ) (x : ℝ) : Prop := Tendsto f (𝓝 x) (𝓝 (f x))

/-- `f` is continuous at `x` within `s`. -/
@[expose] def ContinuousWithinAt (f : ℝ → ℝ) (s : Set ℝ) (x : ℝ) : Prop :=
  Tendsto f (nhdsWithin x s) (𝓝 (f x))

/-- `f` is continuous on `s`. -/
@[expose] def ContinuousOn (f : ℝ → ℝ) (s : Set ℝ) : Prop := ∀ x, x ∈ s → ContinuousWithinAt f s x

/-- `f` is continuous. -/
@[expose] def Continuous (f : ℝ → ℝ) : Prop := ∀ x, ContinuousAt f x

theorem continuous_iff_continuousAt {f : ℝ → ℝ} : Continuous f ↔ ∀ x, ContinuousAt f x := Iff.rfl

theorem Continuous.continuousAt {f : ℝ → ℝ} (h : Continuous f) : ContinuousAt f a := h a

theorem ContinuousAt.tendsto {f : ℝ → ℝ} (h : ContinuousAt f a) : Tendsto f (𝓝 a) (𝓝 (f a)) := h

theorem Continuous.tendsto {f : ℝ → ℝ} (hf : Continuous f) (x : ℝ) : Tendsto f (𝓝 x) (𝓝 (f x)) :=
  hf x

theorem ContinuousAt.continuousWithinAt {f : ℝ → ℝ} {s : Set ℝ} (h : ContinuousAt f a) :
    ContinuousWithinAt f s a :=
  h.mono_left nhdsWithin_le_nhds

theorem Continuous.continuousOn {f : ℝ → ℝ} {s : Set ℝ} (h : Continuous f) : ContinuousOn f s :=
  fun x _ => (h x).continuousWithinAt

theorem ContinuousAt.comp {f g : ℝ → ℝ} {x : ℝ} (hg : ContinuousAt g (f x))
    (hf : ContinuousAt f x) : ContinuousAt (g ∘ f) x :=
  Filter.Tendsto.comp hg hf

theorem continuousAt_id {x : ℝ} : ContinuousAt id x := tendsto_id

theorem continuousAt_const {x : ℝ} {b : ℝ} : ContinuousAt (fun _ => b) x := tendsto_const_nhds

theorem ContinuousAt.eventually_ne {f : ℝ → ℝ} {x b : ℝ} (hf : ContinuousAt f x) (h : f x ≠ b) :
    ∀ᶠ z in 𝓝 x, f z ≠ b :=
  hf.eventually (eventually_ne_nhds h)
