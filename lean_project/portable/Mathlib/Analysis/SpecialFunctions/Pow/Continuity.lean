module

public import Mathlib.Topology.Algebra.Order.Field
public import Mathlib.Analysis.SpecialFunctions.Pow.Real

public section

/-!
# Continuity and limits of the special functions

Everything here is proved: the exponential function and the logarithm by squeezing them between the
bounds of `Real.add_one_le_exp`, sine and cosine from their Lipschitz bounds, the rest from these.
-/

open Filter Topology

-- shomei: preamble

universe u

variable {α : Type u} {f g : α → ℝ} {l : Filter α} {a x y p : ℝ}

private theorem tendsto_self' (a : ℝ) : Tendsto (fun x : ℝ => x) (𝓝 a) (𝓝 a) := tendsto_id

private theorem tendsto_congr_near {f g : ℝ → ℝ} (h : ∀ᶠ x in 𝓝 a, f x = g x) (hf : Tendsto f (𝓝 a) (𝓝 y)) :
    Tendsto g (𝓝 a) (𝓝 y) :=
  Tendsto.congr' h hf

namespace Real

/-! ### The exponential function and the logarithm -/

private theorem exp_between (a x : ℝ) :
    exp a * (1 + (x - a)) ≤ exp x ∧ (x < a + 1 → exp x ≤ exp a / (1 - (x - a))) := by
  have e : exp x = exp a * exp (x - a) := by
    rw [← exp_add]
    have : a + (x - a) = x := by grind
    rw [this]
  have pos := exp_pos a
  constructor
  · rw [e]
    exact mul_le_mul_of_nonneg_left (by grind [add_one_le_exp (x - a)]) pos.le
  · intro h
    rw [le_div_iff₀ (by grind), e]
    have h1 := add_one_le_exp (-(x - a))
    have h2 : exp (x - a) * exp (-(x - a)) = 1 := by
      rw [exp_neg]
      exact mul_inv_cancel₀ (exp_ne_zero _)
    have h3 := mul_le_mul_of_nonneg_left h1 (mul_pos pos (exp_pos (x - a))).le
    have h4 : exp a * exp (x - a) * exp (-(x - a)) = exp a := by grind
    grind

private theorem tendsto_exp_nhds (a : ℝ) : Tendsto exp (𝓝 a) (𝓝 (exp a)) := by
  have h0 : Tendsto (fun x => x - a) (𝓝 a) (𝓝 0) := by
    have := (tendsto_self' a).sub (tendsto_const_nhds (a := a))
    rwa [sub_self] at this
  have h1 : Tendsto (fun x => exp a * (1 + (x - a))) (𝓝 a) (𝓝 (exp a)) := by
    have := (h0.const_add 1).const_mul (exp a)
    rwa [add_zero, mul_one] at this
  have h2 : Tendsto (fun x => exp a / (1 - (x - a))) (𝓝 a) (𝓝 (exp a)) := by
    have := (tendsto_const_nhds (a := exp a)).div ((tendsto_const_nhds (a := (1 : ℝ))).sub h0) (by grind)
    rwa [sub_zero, div_one] at this
  refine tendsto_of_tendsto_of_tendsto_of_le_of_le' h1 h2 ?_ ?_
  · exact Eventually.of_forall fun x => (exp_between a x).1
  · exact (gt_mem_nhds (show a < a + 1 by grind)).mono fun x hx => (exp_between a x).2 hx

theorem continuous_exp : Continuous exp := tendsto_exp_nhds

private theorem log_between {a x : ℝ} (ha : 0 < a) (hx : 0 < x) :
    log a + (1 - a / x) ≤ log x ∧ log x ≤ log a + (x / a - 1) := by
  have h1 := log_le_sub_one_of_pos (div_pos hx ha)
  have h2 := log_le_sub_one_of_pos (div_pos ha hx)
  rw [log_div hx.ne' ha.ne'] at h1
  rw [log_div ha.ne' hx.ne'] at h2
  grind

private theorem tendsto_log_nhds_of_pos (ha : 0 < a) : Tendsto log (𝓝 a) (𝓝 (log a)) := by
  have h1 : Tendsto (fun x => log a + (1 - a / x)) (𝓝 a) (𝓝 (log a)) := by
    have := ((tendsto_const_nhds (a := (1 : ℝ))).sub
      ((tendsto_const_nhds (a := a)).div (tendsto_self' a) ha.ne')).const_add (log a)
    rwa [div_self ha.ne', sub_self, add_zero] at this
  have h2 : Tendsto (fun x => log a + (x / a - 1)) (𝓝 a) (𝓝 (log a)) := by
    have := (((tendsto_self' a).div_const a).sub (tendsto_const_nhds (a := (1 : ℝ)))).const_add (log a)
    rwa [div_self ha.ne', sub_self, add_zero] at this
  refine tendsto_of_tendsto_of_tendsto_of_le_of_le' h1 h2 ?_ ?_
  · exact (lt_mem_nhds ha).mono fun x hx => (log_between ha hx).1
  · exact (lt_mem_nhds ha).mono fun x hx => (log_between ha hx).2

private theorem tendsto_log_nhds (ha : a ≠ 0) : Tendsto log (𝓝 a) (𝓝 (log a)) := by
  rcases lt_or_gt_of_ne ha with h | h
  · have h1 := (tendsto_log_nhds_of_pos (a := -a) (by grind)).comp (tendsto_self' a).neg
    rw [log_neg_eq_log] at h1
    exact h1.congr fun x => log_neg_eq_log x
  · exact tendsto_log_nhds_of_pos h

theorem continuousAt_log {x : ℝ} (hx : x ≠ 0) : ContinuousAt log x := tendsto_log_nhds hx

theorem tendsto_exp_atTop : Tendsto exp atTop atTop :=
  tendsto_atTop_mono' atTop (Eventually.of_forall fun x => show x ≤ exp x by grind [add_one_le_exp x]) tendsto_id

theorem tendsto_exp_neg_atTop_nhds_zero : Tendsto (fun x => exp (-x)) atTop (𝓝 0) :=
  (tendsto_inv_atTop_zero.comp tendsto_exp_atTop).congr fun x => (exp_neg x).symm

theorem tendsto_exp_atBot : Tendsto exp atBot (𝓝 0) := by
  refine (tendsto_exp_neg_atTop_nhds_zero.comp tendsto_neg_atBot_atTop).congr fun x => ?_
  show exp (- -x) = exp x
  rw [neg_neg]

theorem tendsto_log_atTop : Tendsto log atTop atTop := by
  refine tendsto_atTop.2 fun b => (eventually_ge_atTop (exp b)).mono fun x hx => ?_
  have := log_le_log (exp_pos b) hx
  rwa [log_exp] at this

theorem tendsto_log_nhdsGT_zero : Tendsto log (𝓝[>] 0) atBot := by
  refine tendsto_atBot.2 fun b => eventually_nhdsWithin_iff.2 ?_
  refine (gt_mem_nhds (exp_pos b)).mono fun x hx hx0 => ?_
  have hx0 : 0 < x := hx0
  have := log_le_log hx0 hx.le
  rwa [log_exp] at this

/-! ### Trigonometric functions -/

theorem continuous_sin : Continuous sin := fun a =>
  Metric.tendsto_nhds.2 fun ε hε => ⟨ε, hε, fun x hx => lt_of_le_of_lt (abs_sin_sub_sin_le x a) hx⟩

theorem continuous_cos : Continuous cos := fun a =>
  Metric.tendsto_nhds.2 fun ε hε => ⟨ε, hε, fun x hx => lt_of_le_of_lt (abs_cos_sub_cos_le x a) hx⟩

private theorem tendsto_neg_nhds (a : ℝ) : Tendsto (fun x : ℝ => -x) (𝓝 a) (𝓝 (-a)) := (tendsto_self' a).neg

theorem continuous_sinh : Continuous sinh := fun a => by
  have h : Tendsto (fun x => (exp x - exp (-x)) / 2) (𝓝 a) (𝓝 ((exp a - exp (-a)) / 2)) :=
    (Tendsto.sub (continuous_exp a) (Tendsto.comp (continuous_exp (-a)) (tendsto_neg_nhds a))).div_const 2
  rw [← sinh_eq] at h
  exact Tendsto.congr (fun x => (sinh_eq x).symm) h

theorem continuous_cosh : Continuous cosh := fun a => by
  have h : Tendsto (fun x => (exp x + exp (-x)) / 2) (𝓝 a) (𝓝 ((exp a + exp (-a)) / 2)) :=
    (Tendsto.add (continuous_exp a) (Tendsto.comp (continuous_exp (-a)) (tendsto_neg_nhds a))).div_const 2
  rw [← cosh_eq] at h
  exact Tendsto.congr (fun x => (cosh_eq x).symm) h

/-! ### The square root -/

private theorem sqrt_eq_exp {x : ℝ} (h : 0 < x) : exp (log x / 2) = sqrt x := by
  rw [← log_sqrt h.le, exp_log (sqrt_pos.2 h)]

theorem continuous_sqrt : Continuous sqrt := fun a => by
  rcases lt_trichotomy a 0 with h | h | h
  · refine tendsto_congr_near (f := fun _ => 0) ((gt_mem_nhds h).mono fun x hx => ?_) ?_
    · rw [sqrt_eq_zero_of_nonpos hx.le]
    · rw [sqrt_eq_zero_of_nonpos h.le]
      exact tendsto_const_nhds
  · refine Metric.tendsto_nhds.2 fun ε hε => ⟨ε ^ 2, sq_pos_of_pos hε, fun x hx => ?_⟩
    show dist (sqrt x) (sqrt a) < ε
    rw [Real.dist_eq, h, sub_zero] at hx
    rw [Real.dist_eq, h, sqrt_zero, sub_zero, abs_of_nonneg (sqrt_nonneg x)]
    by_cases c : 0 < x
    · have := sqrt_lt_sqrt c.le (abs_lt.1 hx).2
      rwa [sqrt_sq hε.le] at this
    · rw [sqrt_eq_zero_of_nonpos (not_lt.1 c)]
      exact hε
  · refine tendsto_congr_near ((lt_mem_nhds h).mono fun x hx => sqrt_eq_exp hx) ?_
    rw [← sqrt_eq_exp h]
    exact Tendsto.comp (continuous_exp _) ((tendsto_log_nhds h.ne').div_const 2)

end Real

open Real

theorem Filter.Tendsto.rexp (hf : Tendsto f l (𝓝 a)) : Tendsto (fun x => exp (f x)) l (𝓝 (exp a)) :=
  Tendsto.comp (continuous_exp a) hf

theorem Filter.Tendsto.log (h : Tendsto f l (𝓝 x)) (hx : x ≠ 0) : Tendsto (fun x => Real.log (f x)) l (𝓝 (Real.log x)) :=
  Tendsto.comp (continuousAt_log hx) h

theorem Filter.Tendsto.sqrt (h : Tendsto f l (𝓝 x)) : Tendsto (fun x => Real.sqrt (f x)) l (𝓝 (Real.sqrt x)) :=
  Tendsto.comp (continuous_sqrt x) h

/-! ### Real powers -/

theorem Real.abs_rpow_le_abs_rpow (x y : ℝ) : abs (x ^ y) ≤ abs x ^ y := by
  rcases le_or_gt 0 x with hx | hx
  · rw [abs_of_nonneg hx, abs_of_nonneg (rpow_nonneg hx y)]
    exact le_rfl
  · rw [abs_of_neg hx, rpow_def_of_neg hx, rpow_def_of_pos (neg_pos.2 hx), log_neg_eq_log, abs_mul, abs_of_pos (exp_pos _)]
    have := mul_le_mul_of_nonneg_left (abs_cos_le_one (y * pi)) (exp_pos (log x * y)).le
    rwa [mul_one] at this

/-- A small base with an exponent above `y > 0` has a small power. -/
private theorem rpow_lt_of_base_lt {b c y ε : ℝ} (hy : 0 < y) (hε : 0 < ε) (hc : y ≤ c)
    (hb : abs b < min 1 (ε ^ y⁻¹)) : abs (b ^ c) < ε := by
  refine lt_of_le_of_lt (abs_rpow_le_abs_rpow b c) ?_
  have h1 := hb.trans_le (min_le_left _ _)
  have h2 := hb.trans_le (min_le_right _ _)
  by_cases hb0 : b = 0
  · rw [hb0, abs_zero, zero_rpow (lt_of_lt_of_le hy hc).ne']
    exact hε
  · have hpos := abs_pos.2 hb0
    have h3 : abs b ^ c ≤ abs b ^ y := by
      by_cases h : y = c
      · rw [h]; exact le_rfl
      · exact (rpow_lt_rpow_of_exponent_gt hpos h1 (lt_of_le_of_ne hc h)).le
    have h4 := rpow_lt_rpow hpos.le h2 hy
    rw [rpow_inv_rpow hε.le hy.ne'] at h4
    exact lt_of_le_of_lt h3 h4

theorem Filter.Tendsto.rpow (hf : Tendsto f l (𝓝 x)) (hg : Tendsto g l (𝓝 y)) (h : x ≠ 0 ∨ 0 < y) :
    Tendsto (fun t => f t ^ g t) l (𝓝 (x ^ y)) := by
  rcases lt_trichotomy x 0 with hx | hx | hx
  · have h1 := ((hf.log hx.ne).mul hg).rexp.mul (Tendsto.comp (continuous_cos (y * pi)) (hg.mul_const pi))
    rw [← rpow_def_of_neg hx] at h1
    exact Tendsto.congr' ((hf.eventually_lt_const hx).mono fun t ht => (rpow_def_of_neg ht (g t)).symm) h1
  · have hy : 0 < y := h.elim (fun h => absurd hx h) id
    rw [hx, zero_rpow hy.ne']
    rw [hx] at hf
    refine Metric.tendsto_nhds.2 fun ε hε => ?_
    have hδ : 0 < Min.min 1 (ε ^ (y / 2)⁻¹) := lt_min one_pos (rpow_pos_of_pos hε _)
    refine ((Metric.tendsto_nhds.1 hf _ hδ).and (hg.eventually_const_lt (half_lt_self hy))).mono fun t ht => ?_
    have hd := ht.1
    rw [Real.dist_eq, sub_zero] at hd ⊢
    exact rpow_lt_of_base_lt (half_pos hy) hε ht.2.le hd
  · have h1 := ((hf.log hx.ne').mul hg).rexp
    rw [← rpow_def_of_pos hx] at h1
    exact Tendsto.congr' ((hf.eventually_const_lt hx).mono fun t ht => (rpow_def_of_pos ht (g t)).symm) h1

theorem Filter.Tendsto.rpow_const (hf : Tendsto f l (𝓝 x)) (h : x ≠ 0 ∨ 0 ≤ p) :
    Tendsto (fun a => f a ^ p) l (𝓝 (x ^ p)) := by
  by_cases h0 : p = 0
  · rw [h0, rpow_zero]
    exact (tendsto_const_nhds (a := (1 : ℝ))).congr fun t => (rpow_zero _).symm
  · exact hf.rpow tendsto_const_nhds (h.imp id fun h' => by grind)

theorem Real.continuousAt_const_rpow {a b : ℝ} (h : a ≠ 0) : ContinuousAt (fun x => a ^ x) b :=
  (tendsto_const_nhds (a := a)).rpow (tendsto_self' b) (Or.inl h)

theorem Real.continuousAt_rpow_const (x : ℝ) (q : ℝ) (h : x ≠ 0 ∨ 0 ≤ q) : ContinuousAt (fun x : ℝ => x ^ q) x :=
  (tendsto_self' x).rpow_const h
