module

public import Mathlib.Analysis.Calculus.Deriv.Slope
public import Mathlib.Order.Filter.AtTopBot.Archimedean
public import Mathlib.Topology.Algebra.Order.Field

public section

/-!
# Rules for limits

The rules by which Shomei's emitted proofs pass from one limit to the next. Each is proved from
Mathlib's own lemmas, and in the same words over Mathlib and over the portable interface.
-/

open Filter Topology

-- shomei: preamble

namespace Shomei

universe u v

variable {α : Type u} {β : Type v} {f g : α → ℝ} {l : Filter α} {a b p : ℝ}

/-! ### Changing a limit into another -/

/-- A limit may be written in any form that has the same value. -/
theorem tendsto_value (h : Tendsto f l (𝓝 a)) (e : a = b) : Tendsto f l (𝓝 b) := by
  rw [← e]
  exact h

/-- Expressions that are equal near the point have the same limits. -/
theorem tendsto_congr {L : Filter ℝ} (h : ∀ᶠ x in l, f x = g x) :
    Tendsto f l L ↔ Tendsto g l L :=
  Filter.tendsto_congr' h

/-- An expression that is equal to `f` near the point has the limit of `f`. -/
theorem tendsto_of_eq {L : Filter ℝ} (hf : Tendsto f l L) (h : ∀ᶠ x in l, g x = f x) :
    Tendsto g l L :=
  (Filter.tendsto_congr' h).2 hf

/-- Substitution in a limit: `t = φ x` and `x = ψ t` carry each filter into the other, and the two
expressions are equal along each of them. -/
theorem tendsto_substitution {A : α → ℝ} {B : β → ℝ} {φ : α → β} {ψ : β → α} {l₁ : Filter α}
    {l₂ : Filter β} {l : Filter ℝ} (hφ : Tendsto φ l₁ l₂) (hψ : Tendsto ψ l₂ l₁)
    (hA : ∀ᶠ x in l₁, A x = B (φ x)) (hB : ∀ᶠ t in l₂, B t = A (ψ t)) :
    Tendsto A l₁ l ↔ Tendsto B l₂ l :=
  ⟨fun h => (Filter.tendsto_congr' hB).2 (h.comp hψ),
    fun h => (Filter.tendsto_congr' hA).2 (h.comp hφ)⟩

/-! ### Approaching a point without reaching it, and from one side -/

/-- What tends to `p` and differs from `p` tends to `p` through values other than `p`. -/
theorem tendsto_punctured (h : Tendsto f l (𝓝 p)) (hne : ∀ᶠ x in l, f x ≠ p) :
    Tendsto f l (𝓝[≠] p) :=
  tendsto_nhdsWithin_iff.2 ⟨h, hne⟩

/-- What tends to `p` and lies above `p` tends to `p` from the right. -/
theorem tendsto_right (h : Tendsto f l (𝓝 p)) (hlt : ∀ᶠ x in l, p < f x) : Tendsto f l (𝓝[>] p) :=
  tendsto_nhdsWithin_iff.2 ⟨h, hlt⟩

/-- What tends to `p` and lies below `p` tends to `p` from the left. -/
theorem tendsto_left (h : Tendsto f l (𝓝 p)) (hlt : ∀ᶠ x in l, f x < p) : Tendsto f l (𝓝[<] p) :=
  tendsto_nhdsWithin_iff.2 ⟨h, hlt⟩

theorem tendsto_of_punctured (h : Tendsto f l (𝓝[≠] p)) : Tendsto f l (𝓝 p) :=
  (tendsto_nhdsWithin_iff.1 h).1

theorem tendsto_of_right (h : Tendsto f l (𝓝[>] p)) : Tendsto f l (𝓝 p) :=
  (tendsto_nhdsWithin_iff.1 h).1

theorem tendsto_of_left (h : Tendsto f l (𝓝[<] p)) : Tendsto f l (𝓝 p) :=
  (tendsto_nhdsWithin_iff.1 h).1

theorem eventually_ne (p : ℝ) : ∀ᶠ x in 𝓝[≠] p, x ≠ p := eventually_mem_nhdsWithin

theorem eventually_gt (p : ℝ) : ∀ᶠ x in 𝓝[>] p, p < x := eventually_mem_nhdsWithin

theorem eventually_lt (p : ℝ) : ∀ᶠ x in 𝓝[<] p, x < p := eventually_mem_nhdsWithin

theorem eventually_gt_atTop (c : ℝ) : ∀ᶠ x in atTop, c < x := Filter.eventually_gt_atTop c

theorem eventually_lt_atBot (c : ℝ) : ∀ᶠ x in atBot, x < c := Filter.eventually_lt_atBot c

/-- The variable itself tends to the point. -/
theorem tendsto_self (p : ℝ) : Tendsto (fun x => x) (𝓝 p) (𝓝 p) := tendsto_id

theorem tendsto_self_punctured (p : ℝ) : Tendsto (fun x => x) (𝓝[≠] p) (𝓝 p) :=
  tendsto_of_punctured tendsto_id

theorem tendsto_self_right (p : ℝ) : Tendsto (fun x => x) (𝓝[>] p) (𝓝 p) :=
  tendsto_of_right tendsto_id

theorem tendsto_self_left (p : ℝ) : Tendsto (fun x => x) (𝓝[<] p) (𝓝 p) :=
  tendsto_of_left tendsto_id

theorem tendsto_self_atTop : Tendsto (fun x : ℝ => x) atTop atTop := tendsto_id

theorem tendsto_self_atBot : Tendsto (fun x : ℝ => x) atBot atBot := tendsto_id

/-- A limit at the point is a limit along everything that approaches the point. -/
theorem tendsto_punctured_of_tendsto {F : ℝ → ℝ} {L : Filter ℝ} (h : Tendsto F (𝓝 p) L) :
    Tendsto F (𝓝[≠] p) L :=
  h.comp (tendsto_self_punctured p)

theorem tendsto_right_of_tendsto {F : ℝ → ℝ} {L : Filter ℝ} (h : Tendsto F (𝓝 p) L) :
    Tendsto F (𝓝[>] p) L :=
  h.comp (tendsto_self_right p)

theorem tendsto_left_of_tendsto {F : ℝ → ℝ} {L : Filter ℝ} (h : Tendsto F (𝓝 p) L) :
    Tendsto F (𝓝[<] p) L :=
  h.comp (tendsto_self_left p)

/-- A two-sided limit is a limit from the right. -/
theorem tendsto_right_of_punctured {F : ℝ → ℝ} {L : Filter ℝ} (h : Tendsto F (𝓝[≠] p) L) :
    Tendsto F (𝓝[>] p) L :=
  h.comp (tendsto_punctured (tendsto_self_right p) ((eventually_gt p).mono fun _ hx => hx.ne'))

/-- A two-sided limit is a limit from the left. -/
theorem tendsto_left_of_punctured {F : ℝ → ℝ} {L : Filter ℝ} (h : Tendsto F (𝓝[≠] p) L) :
    Tendsto F (𝓝[<] p) L :=
  h.comp (tendsto_punctured (tendsto_self_left p) ((eventually_lt p).mono fun _ hx => hx.ne))

/-! ### What a limit says about the values near it -/

theorem eventually_lt_of_tendsto (hf : Tendsto f l (𝓝 a)) (hg : Tendsto g l (𝓝 b)) (h : a < b) :
    ∀ᶠ x in l, f x < g x :=
  hf.eventually_lt hg h

theorem eventually_pos (h : Tendsto f l (𝓝 a)) (ha : 0 < a) : ∀ᶠ x in l, 0 < f x :=
  eventually_lt_of_tendsto tendsto_const_nhds h ha

theorem eventually_neg (h : Tendsto f l (𝓝 a)) (ha : a < 0) : ∀ᶠ x in l, f x < 0 :=
  eventually_lt_of_tendsto h tendsto_const_nhds ha

theorem eventually_gt_const (c : ℝ) (h : Tendsto f l (𝓝 a)) (ha : c < a) : ∀ᶠ x in l, c < f x :=
  eventually_lt_of_tendsto tendsto_const_nhds h ha

theorem eventually_lt_const (c : ℝ) (h : Tendsto f l (𝓝 a)) (ha : a < c) : ∀ᶠ x in l, f x < c :=
  eventually_lt_of_tendsto h tendsto_const_nhds ha

theorem eventually_ne_of_tendsto (hf : Tendsto f l (𝓝 a)) (hg : Tendsto g l (𝓝 b)) (h : a ≠ b) :
    ∀ᶠ x in l, f x ≠ g x := by
  rcases lt_or_gt_of_ne h with h' | h'
  · exact (eventually_lt_of_tendsto hf hg h').mono fun _ hx => hx.ne
  · exact (eventually_lt_of_tendsto hg hf h').mono fun _ hx => hx.ne'

theorem eventually_ne_zero (h : Tendsto f l (𝓝 a)) (ha : a ≠ 0) : ∀ᶠ x in l, f x ≠ 0 :=
  eventually_ne_of_tendsto h tendsto_const_nhds ha

theorem eventually_ne_const (c : ℝ) (h : Tendsto f l (𝓝 a)) (ha : a ≠ c) : ∀ᶠ x in l, f x ≠ c :=
  eventually_ne_of_tendsto h tendsto_const_nhds ha

/-- What holds near `p` holds near `p` without `p` itself. -/
theorem eventually_punctured {P : ℝ → Prop} (h : ∀ᶠ x in 𝓝 p, P x) : ∀ᶠ x in 𝓝[≠] p, P x :=
  (tendsto_self_punctured p).eventually h

/-! ### Arithmetic -/

theorem tendsto_const (c : ℝ) : Tendsto (fun _ : α => c) l (𝓝 c) := tendsto_const_nhds

theorem tendsto_add (hf : Tendsto f l (𝓝 a)) (hg : Tendsto g l (𝓝 b)) :
    Tendsto (fun x => f x + g x) l (𝓝 (a + b)) :=
  hf.add hg

theorem tendsto_sub (hf : Tendsto f l (𝓝 a)) (hg : Tendsto g l (𝓝 b)) :
    Tendsto (fun x => f x - g x) l (𝓝 (a - b)) :=
  hf.sub hg

theorem tendsto_mul (hf : Tendsto f l (𝓝 a)) (hg : Tendsto g l (𝓝 b)) :
    Tendsto (fun x => f x * g x) l (𝓝 (a * b)) :=
  hf.mul hg

theorem tendsto_div (hf : Tendsto f l (𝓝 a)) (hg : Tendsto g l (𝓝 b)) (hb : b ≠ 0) :
    Tendsto (fun x => f x / g x) l (𝓝 (a / b)) :=
  hf.div hg hb

theorem tendsto_inv (hf : Tendsto f l (𝓝 a)) (ha : a ≠ 0) :
    Tendsto (fun x => (f x)⁻¹) l (𝓝 a⁻¹) :=
  hf.inv₀ ha

theorem tendsto_neg (hf : Tendsto f l (𝓝 a)) : Tendsto (fun x => -f x) l (𝓝 (-a)) := hf.neg

theorem tendsto_pow (n : ℕ) (hf : Tendsto f l (𝓝 a)) : Tendsto (fun x => f x ^ n) l (𝓝 (a ^ n)) :=
  hf.pow n

theorem tendsto_abs (hf : Tendsto f l (𝓝 a)) : Tendsto (fun x => abs (f x)) l (𝓝 (abs a)) :=
  hf.abs

theorem tendsto_max (hf : Tendsto f l (𝓝 a)) (hg : Tendsto g l (𝓝 b)) :
    Tendsto (fun x => max (f x) (g x)) l (𝓝 (max a b)) :=
  hf.max hg

theorem tendsto_min (hf : Tendsto f l (𝓝 a)) (hg : Tendsto g l (𝓝 b)) :
    Tendsto (fun x => min (f x) (g x)) l (𝓝 (min a b)) :=
  hf.min hg

/-- A continuous function may be applied to a limit. -/
theorem tendsto_comp_continuousAt {F : ℝ → ℝ} (hF : ContinuousAt F a) (hf : Tendsto f l (𝓝 a)) :
    Tendsto (fun x => F (f x)) l (𝓝 (F a)) :=
  hF.tendsto.comp hf

/-! ### Uniqueness and the squeeze -/

theorem limit_unique_punctured {F : ℝ → ℝ} (ha : Tendsto F (𝓝[≠] p) (𝓝 a))
    (hb : Tendsto F (𝓝[≠] p) (𝓝 b)) : a = b :=
  tendsto_nhds_unique ha hb

theorem limit_unique_right {F : ℝ → ℝ} (ha : Tendsto F (𝓝[>] p) (𝓝 a))
    (hb : Tendsto F (𝓝[>] p) (𝓝 b)) : a = b :=
  tendsto_nhds_unique ha hb

theorem limit_unique_left {F : ℝ → ℝ} (ha : Tendsto F (𝓝[<] p) (𝓝 a))
    (hb : Tendsto F (𝓝[<] p) (𝓝 b)) : a = b :=
  tendsto_nhds_unique ha hb

theorem limit_unique_atTop {F : ℝ → ℝ} (ha : Tendsto F atTop (𝓝 a)) (hb : Tendsto F atTop (𝓝 b)) :
    a = b :=
  tendsto_nhds_unique ha hb

theorem limit_unique_atBot {F : ℝ → ℝ} (ha : Tendsto F atBot (𝓝 a)) (hb : Tendsto F atBot (𝓝 b)) :
    a = b :=
  tendsto_nhds_unique ha hb

theorem limit_unique_sequence {F : ℕ → ℝ} (ha : Tendsto F atTop (𝓝 a))
    (hb : Tendsto F atTop (𝓝 b)) : a = b :=
  tendsto_nhds_unique ha hb

/-- What lies between two expressions with the same limit has that limit. -/
theorem squeeze {h : α → ℝ} (hg : Tendsto g l (𝓝 a)) (hh : Tendsto h l (𝓝 a))
    (hgf : ∀ᶠ x in l, g x ≤ f x) (hfh : ∀ᶠ x in l, f x ≤ h x) : Tendsto f l (𝓝 a) :=
  tendsto_of_tendsto_of_tendsto_of_le_of_le' hg hh hgf hfh

/-! ### Infinity -/

theorem tendsto_atTop_neg (h : Tendsto f l atBot) : Tendsto (fun x => -f x) l atTop :=
  tendsto_atTop.2 fun c => (tendsto_atBot.1 h (-c)).mono fun x hx => by grind

theorem tendsto_atBot_neg (h : Tendsto f l atTop) : Tendsto (fun x => -f x) l atBot :=
  tendsto_atBot.2 fun c => (tendsto_atTop.1 h (-c)).mono fun x hx => by grind

/-- Half of what grows without bound is added to something that stays above `a - 1`. -/
theorem tendsto_atTop_add (hf : Tendsto f l atTop) (hg : Tendsto g l (𝓝 b)) :
    Tendsto (fun x => f x + g x) l atTop :=
  tendsto_atTop.2 fun c => ((tendsto_atTop.1 hf (c - (b - 1))).and
    (eventually_gt_const (b - 1) hg (by grind))).mono fun x hx => by grind

theorem tendsto_atTop_add_const (c : ℝ) (hf : Tendsto f l atTop) :
    Tendsto (fun x => f x + c) l atTop :=
  tendsto_atTop_add hf (tendsto_const c)

theorem tendsto_atTop_sub_const (c : ℝ) (hf : Tendsto f l atTop) :
    Tendsto (fun x => f x - c) l atTop :=
  tendsto_atTop.2 fun d => (tendsto_atTop.1 hf (d + c)).mono fun x hx => by grind

theorem tendsto_atTop_const_add (c : ℝ) (hf : Tendsto f l atTop) :
    Tendsto (fun x => c + f x) l atTop :=
  tendsto_atTop.2 fun d => (tendsto_atTop.1 hf (d - c)).mono fun x hx => by grind

theorem tendsto_atTop_add_atTop (hf : Tendsto f l atTop) (hg : Tendsto g l atTop) :
    Tendsto (fun x => f x + g x) l atTop :=
  tendsto_atTop.2 fun c => ((tendsto_atTop.1 hf c).and (tendsto_atTop.1 hg 0)).mono
    fun x hx => by grind

/-- A growing factor times one that stays above a positive number grows. -/
private theorem atTop_mul {c : ℝ} (hc : 0 < c) (hf : Tendsto f l atTop) (hg : ∀ᶠ x in l, c ≤ g x) :
    Tendsto (fun x => f x * g x) l atTop := by
  refine tendsto_atTop.2 fun d => ?_
  refine ((tendsto_atTop.1 hf (abs d / c)).and hg).mono fun x hx => ?_
  have h₀ : 0 ≤ abs d / c := div_nonneg (abs_nonneg d) hc.le
  have h₁ : abs d / c * c ≤ f x * c := mul_le_mul_of_nonneg_right hx.1 hc.le
  have h₂ : f x * c ≤ f x * g x := mul_le_mul_of_nonneg_left hx.2 (le_trans h₀ hx.1)
  have hc' : c ≠ 0 := hc.ne'
  have e : abs d / c * c = abs d := by grind
  rw [e] at h₁
  exact le_trans (le_abs_self d) (le_trans h₁ h₂)

/-- A growing factor times one with a positive limit grows. -/
theorem tendsto_atTop_mul_pos (hf : Tendsto f l atTop) (hg : Tendsto g l (𝓝 b)) (hb : 0 < b) :
    Tendsto (fun x => f x * g x) l atTop :=
  atTop_mul (c := b / 2) (by grind) hf
    ((eventually_gt_const (b / 2) hg (by grind)).mono fun _ hx => hx.le)

theorem tendsto_atTop_mul_const {c : ℝ} (hc : 0 < c) (hf : Tendsto f l atTop) :
    Tendsto (fun x => f x * c) l atTop :=
  tendsto_atTop_mul_pos hf (tendsto_const c) hc

theorem tendsto_atTop_const_mul {c : ℝ} (hc : 0 < c) (hf : Tendsto f l atTop) :
    Tendsto (fun x => c * f x) l atTop :=
  tendsto_of_eq (tendsto_atTop_mul_const hc hf) (Eventually.of_forall fun x => mul_comm c (f x))

theorem tendsto_atTop_div_const {c : ℝ} (hc : 0 < c) (hf : Tendsto f l atTop) :
    Tendsto (fun x => f x / c) l atTop :=
  tendsto_of_eq (tendsto_atTop_mul_const (inv_pos.2 hc) hf)
    (Eventually.of_forall fun x => div_eq_mul_inv (f x) c)

theorem tendsto_atTop_mul (hf : Tendsto f l atTop) (hg : Tendsto g l atTop) :
    Tendsto (fun x => f x * g x) l atTop :=
  atTop_mul (c := 1) (by grind) hf (tendsto_atTop.1 hg 1)

theorem tendsto_atTop_pow {n : ℕ} (hn : n ≠ 0) (hf : Tendsto f l atTop) :
    Tendsto (fun x => f x ^ n) l atTop := by
  have key (m : ℕ) : Tendsto (fun x => f x ^ (m + 1)) l atTop := by
    induction m with
    | zero => exact tendsto_of_eq hf (Eventually.of_forall fun x => pow_one (f x))
    | succ m ih =>
      exact tendsto_of_eq (tendsto_atTop_mul ih hf)
        (Eventually.of_forall fun x => pow_succ (f x) (m + 1))
  have h := key (n - 1)
  have e : n - 1 + 1 = n := by omega
  rw [e] at h
  exact h

theorem tendsto_atBot_add_const (c : ℝ) (hf : Tendsto f l atBot) :
    Tendsto (fun x => f x + c) l atBot :=
  tendsto_atBot.2 fun d => (tendsto_atBot.1 hf (d - c)).mono fun x hx => by grind

theorem tendsto_atBot_const_add (c : ℝ) (hf : Tendsto f l atBot) :
    Tendsto (fun x => c + f x) l atBot :=
  tendsto_atBot.2 fun d => (tendsto_atBot.1 hf (d - c)).mono fun x hx => by grind

theorem tendsto_atBot_add_atBot (hf : Tendsto f l atBot) (hg : Tendsto g l atBot) :
    Tendsto (fun x => f x + g x) l atBot :=
  tendsto_atBot.2 fun c => ((tendsto_atBot.1 hf c).and (tendsto_atBot.1 hg 0)).mono
    fun x hx => by grind

theorem tendsto_atBot_mul_const {c : ℝ} (hc : 0 < c) (hf : Tendsto f l atBot) :
    Tendsto (fun x => f x * c) l atBot :=
  tendsto_of_eq (tendsto_atBot_neg (tendsto_atTop_mul_const hc (tendsto_atTop_neg hf)))
    (Eventually.of_forall fun x => by grind)

theorem tendsto_atBot_const_mul {c : ℝ} (hc : 0 < c) (hf : Tendsto f l atBot) :
    Tendsto (fun x => c * f x) l atBot :=
  tendsto_of_eq (tendsto_atBot_mul_const hc hf) (Eventually.of_forall fun x => mul_comm c (f x))

theorem tendsto_atBot_div_const {c : ℝ} (hc : 0 < c) (hf : Tendsto f l atBot) :
    Tendsto (fun x => f x / c) l atBot :=
  tendsto_of_eq (tendsto_atBot_mul_const (inv_pos.2 hc) hf)
    (Eventually.of_forall fun x => div_eq_mul_inv (f x) c)

/-- `1 / x` tends to `0` as `x` grows. -/
theorem tendsto_inv_atTop : Tendsto (fun x : ℝ => 1 / x) atTop (𝓝 0) :=
  tendsto_of_eq tendsto_inv_atTop_zero (Eventually.of_forall fun x => one_div x)

/-- A constant over what grows without bound tends to `0`. -/
theorem tendsto_div_atTop (c : ℝ) (h : Tendsto f l atTop) :
    Tendsto (fun x => c / f x) l (𝓝 0) :=
  tendsto_value (tendsto_of_eq (tendsto_mul (tendsto_const c) (tendsto_inv_atTop_zero.comp h))
    (Eventually.of_forall fun x => div_eq_mul_inv c (f x))) (mul_zero c)

/-- What has a limit, over what grows without bound, tends to `0`. -/
theorem tendsto_limit_div_atTop (hf : Tendsto f l (𝓝 a)) (hg : Tendsto g l atTop) :
    Tendsto (fun x => f x / g x) l (𝓝 0) :=
  tendsto_value (tendsto_of_eq (tendsto_mul hf (tendsto_inv_atTop_zero.comp hg))
    (Eventually.of_forall fun x => div_eq_mul_inv (f x) (g x))) (mul_zero a)

theorem tendsto_div_atBot (c : ℝ) (h : Tendsto f l atBot) : Tendsto (fun x => c / f x) l (𝓝 0) :=
  tendsto_of_eq (tendsto_div_atTop (-c) (tendsto_atTop_neg h))
    (Eventually.of_forall fun x => (neg_div_neg_eq c (f x)).symm)

theorem tendsto_limit_div_atBot (hf : Tendsto f l (𝓝 a)) (hg : Tendsto g l atBot) :
    Tendsto (fun x => f x / g x) l (𝓝 0) :=
  tendsto_of_eq (tendsto_limit_div_atTop (tendsto_neg hf) (tendsto_atTop_neg hg))
    (Eventually.of_forall fun x => (neg_div_neg_eq (f x) (g x)).symm)

theorem tendsto_inv_atBot : Tendsto (fun x : ℝ => 1 / x) atBot (𝓝 0) :=
  tendsto_div_atBot 1 tendsto_id

/-- One over something positive that tends to `0` grows without bound. -/
theorem tendsto_atTop_one_div (hf : Tendsto f l (𝓝 0)) (hpos : ∀ᶠ x in l, 0 < f x) :
    Tendsto (fun x => 1 / f x) l atTop := by
  refine tendsto_atTop.2 fun c => ?_
  have hd : 0 < abs c + 1 := add_pos_of_nonneg_of_pos (abs_nonneg c) zero_lt_one
  refine ((eventually_lt_const (1 / (abs c + 1)) hf (one_div_pos.2 hd)).and hpos).mono
    fun x hx => ?_
  have h₁ : c ≤ abs c := le_abs_self c
  have h₂ : f x * (abs c + 1) < 1 := (lt_div_iff₀ hd).1 hx.1
  have h₃ : (abs c + 1) * f x < 1 := by
    rw [mul_comm]
    exact h₂
  have h₄ : abs c + 1 < 1 / f x := (lt_div_iff₀ hx.2).2 h₃
  grind

theorem tendsto_one_div_punctured_right : Tendsto (fun x : ℝ => 1 / x) (𝓝[>] 0) atTop :=
  tendsto_atTop_one_div (tendsto_self_right 0) (eventually_gt 0)

theorem tendsto_one_div_punctured_left : Tendsto (fun x : ℝ => 1 / x) (𝓝[<] 0) atBot :=
  tendsto_of_eq (tendsto_atBot_neg (tendsto_atTop_one_div
    (tendsto_value (tendsto_neg (tendsto_self_left 0)) neg_zero)
    ((eventually_lt 0).mono fun x hx => by grind)))
    (Eventually.of_forall fun x => by grind)

/-- The natural numbers grow without bound. -/
theorem tendsto_natCast : Tendsto (fun n : ℕ => (n : ℝ)) atTop atTop := tendsto_natCast_atTop_atTop

end Shomei
