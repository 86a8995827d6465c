module

public import Mathlib.Analysis.Calculus.Deriv.Inv
public import Mathlib.Analysis.SpecialFunctions.Pow.Continuity

public section

/-!
# Derivatives of the special functions

Everything here is proved: each difference quotient is squeezed between two values of a function
that is continuous at the point.
-/

open Filter Topology

-- shomei: preamble

variable {f g : ℝ → ℝ} {f' g' x p : ℝ}

/-- A difference quotient that lies between the values of a continuous function at both points has
the limit that this function has. -/
private theorem hasDerivAt_of_between (hg : Tendsto g (𝓝 x) (𝓝 (g x)))
    (h : ∀ᶠ y in 𝓝 x, y ≠ x → min (g x) (g y) ≤ (f y - f x) / (y - x) ∧ (f y - f x) / (y - x) ≤ max (g x) (g y)) :
    HasDerivAt f (g x) x := by
  have h1 : Tendsto (fun y => min (g x) (g y)) (𝓝[≠] x) (𝓝 (g x)) := by
    have := (tendsto_const_nhds (a := g x)).min (tendsto_nhdsWithin_of_tendsto_nhds (s := Set.compl {x}) hg)
    rwa [min_eq_left le_rfl] at this
  have h2 : Tendsto (fun y => max (g x) (g y)) (𝓝[≠] x) (𝓝 (g x)) := by
    have := (tendsto_const_nhds (a := g x)).max (tendsto_nhdsWithin_of_tendsto_nhds (s := Set.compl {x}) hg)
    rwa [max_eq_left le_rfl] at this
  have h := (eventually_nhdsWithin_iff (s := Set.compl {x})).2 h
  refine hasDerivAt_iff_tendsto_slope.2 (tendsto_of_tendsto_of_tendsto_of_le_of_le' h1 h2 ?_ ?_)
  · exact h.mono fun y hy => by rw [slope_def_field]; exact hy.1
  · exact h.mono fun y hy => by rw [slope_def_field]; exact hy.2

private theorem between {a b c d s : ℝ} (hs : s ≠ 0) (h1 : s * a ≤ d) (h2 : d ≤ s * b) (hc : c = d / s) :
    min a b ≤ c ∧ c ≤ max a b := by
  rcases lt_or_gt_of_ne hs with h | h
  · have k1 : c ≤ a := by
      have : -d / -s = c := by grind
      rw [← this, div_le_iff₀ (by grind)]; grind
    have k2 : b ≤ c := by
      have : -d / -s = c := by grind
      rw [← this, le_div_iff₀ (by grind)]; grind
    exact ⟨le_trans (min_le_right a b) k2, le_trans k1 (le_max_left a b)⟩
  · have k1 : a ≤ c := by rw [hc, le_div_iff₀ h]; grind
    have k2 : c ≤ b := by rw [hc, div_le_iff₀ h]; grind
    exact ⟨le_trans (min_le_left a b) k1, le_trans k2 (le_max_right a b)⟩

namespace Real

/-! ### The exponential function and the logarithm -/

theorem hasDerivAt_exp (x : ℝ) : HasDerivAt exp (exp x) x := by
  refine hasDerivAt_of_between (continuous_exp x) (Eventually.of_forall fun y hy => ?_)
  refine between (sub_ne_zero.2 hy) (d := exp y - exp x) ?_ ?_ rfl
  · have h := mul_le_mul_of_nonneg_left (add_one_le_exp (y - x)) (exp_pos x).le
    have e : exp x * exp (y - x) = exp y := by rw [← exp_add, add_sub_cancel]
    grind
  · have h := mul_le_mul_of_nonneg_left (add_one_le_exp (x - y)) (exp_pos y).le
    have e : exp y * exp (x - y) = exp x := by rw [← exp_add, add_sub_cancel]
    grind

private theorem hasDerivAt_log_of_pos (hx : 0 < x) : HasDerivAt log x⁻¹ x := by
  refine hasDerivAt_of_between (g := fun y => y⁻¹) ((tendsto_id (x := 𝓝 x)).inv₀ hx.ne') ?_
  refine (lt_mem_nhds hx).mono fun y hy hyx => ?_
  have h1 := log_le_sub_one_of_pos (div_pos hy hx)
  have h2 := log_le_sub_one_of_pos (div_pos hx hy)
  rw [log_div hy.ne' hx.ne'] at h1
  rw [log_div hx.ne' hy.ne'] at h2
  have h := between (a := y⁻¹) (b := x⁻¹) (sub_ne_zero.2 hyx) (d := log y - log x) (by grind) (by grind) rfl
  rwa [min_comm, max_comm] at h

theorem hasDerivAt_log {x : ℝ} (hx : x ≠ 0) : HasDerivAt log x⁻¹ x := by
  rcases lt_or_gt_of_ne hx with h | h
  · have h1 := HasDerivAt.comp x (h := fun y => -y) (hasDerivAt_log_of_pos (x := -x) (by grind)) (hasDerivAt_id' x).fun_neg
    refine (h1.congr_deriv (by grind)).congr_of_eventuallyEq (Eventually.of_forall fun y => ?_)
    exact (log_neg_eq_log y).symm
  · exact hasDerivAt_log_of_pos h

/-! ### Sine and cosine -/

/-- `sin t / t`, with the value 1 at 0. -/
private noncomputable def quotient (t : ℝ) : ℝ := if t = 0 then 1 else sin t / t

private theorem mul_quotient (t : ℝ) : t * quotient t = sin t := by
  by_cases h : t = 0
  · rw [h, zero_mul, sin_zero]
  · rw [quotient, if_neg h]; grind

private theorem quotient_bounds {t : ℝ} (ht : abs t ≤ 1) : 1 - t ^ 2 / 4 ≤ quotient t ∧ quotient t ≤ 1 := by
  have pos (t : ℝ) (h0 : 0 < t) (h1 : t ≤ 1) : 1 - t ^ 2 / 4 ≤ sin t / t ∧ sin t / t ≤ 1 := by
    rw [le_div_iff₀ h0, div_le_iff₀ h0]
    have := sin_gt_sub_cube h0 h1
    have := sin_lt h0
    grind
  have h := abs_le.1 ht
  rcases lt_trichotomy t 0 with c | c | c
  · have k := pos (-t) (by grind) (by grind)
    rw [sin_neg] at k
    have e : -sin t / -t = sin t / t := by grind
    rw [e] at k
    rw [quotient, if_neg c.ne]; grind
  · rw [quotient, if_pos c]
    refine ⟨?_, le_rfl⟩
    clear pos
    grind [sq_nonneg t]
  · rw [quotient, if_neg c.ne']; exact pos t c h.2

private theorem tendsto_quotient : Tendsto quotient (𝓝 0) (𝓝 1) := by
  have h1 : Tendsto (fun t : ℝ => 1 - t ^ 2 / 4) (𝓝 0) (𝓝 1) := by
    have := (tendsto_const_nhds (a := (1 : ℝ))).sub (((tendsto_id (x := 𝓝 (0 : ℝ))).pow 2).div_const 4)
    have e : (1 : ℝ) - 0 ^ 2 / 4 = 1 := by grind
    rwa [e] at this
  have near : ∀ᶠ t in 𝓝 (0 : ℝ), abs t ≤ 1 := ⟨1, one_pos, fun t ht => by
    rw [Real.dist_eq, sub_zero] at ht
    exact ht.le⟩
  exact tendsto_of_tendsto_of_tendsto_of_le_of_le' h1 tendsto_const_nhds
    (near.mono fun t ht => (quotient_bounds ht).1) (near.mono fun t ht => (quotient_bounds ht).2)

private theorem tendsto_quotient_half (x : ℝ) : Tendsto (fun y => quotient ((y - x) / 2)) (𝓝 x) (𝓝 1) := by
  have h : Tendsto (fun y : ℝ => (y - x) / 2) (𝓝 x) (𝓝 0) := by
    have := ((tendsto_id (x := 𝓝 x)).sub (tendsto_const_nhds (a := x))).div_const 2
    rwa [sub_self, zero_div] at this
  exact tendsto_quotient.comp h

private theorem tendsto_middle (x : ℝ) : Tendsto (fun y : ℝ => (y + x) / 2) (𝓝 x) (𝓝 x) := by
  have := ((tendsto_id (x := 𝓝 x)).add (tendsto_const_nhds (a := x))).div_const 2
  have e : (x + x) / 2 = x := by grind
  rwa [e] at this

private theorem hasDerivAt_of_quotient {m : ℝ → ℝ} {a : ℝ} (hm : Tendsto m (𝓝 x) (𝓝 a))
    (h : ∀ y, f y - f x = (y - x) * m y) : HasDerivAt f a x := by
  refine hasDerivAt_iff_tendsto_slope.2 (Tendsto.congr' ?_ (tendsto_nhdsWithin_of_tendsto_nhds (s := Set.compl {x}) hm))
  refine eventually_nhdsWithin_iff.2 (Eventually.of_forall fun y hy => ?_)
  have hy : y - x ≠ 0 := sub_ne_zero.2 hy
  rw [slope_def_field, h, mul_div_cancel_left₀ _ hy]

theorem hasDerivAt_sin (x : ℝ) : HasDerivAt sin (cos x) x := by
  have h : Tendsto (fun y => quotient ((y - x) / 2) * cos ((y + x) / 2)) (𝓝 x) (𝓝 (cos x)) := by
    have := (tendsto_quotient_half x).mul (Tendsto.comp (continuous_cos x) (tendsto_middle x))
    rwa [one_mul] at this
  refine hasDerivAt_of_quotient h fun y => ?_
  rw [sin_sub_sin, ← mul_quotient]
  grind

theorem hasDerivAt_cos (x : ℝ) : HasDerivAt cos (-sin x) x := by
  have h : Tendsto (fun y => -(quotient ((y - x) / 2) * sin ((y + x) / 2))) (𝓝 x) (𝓝 (-sin x)) := by
    have := ((tendsto_quotient_half x).mul (Tendsto.comp (continuous_sin x) (tendsto_middle x))).neg
    rwa [one_mul] at this
  refine hasDerivAt_of_quotient h fun y => ?_
  rw [cos_sub_cos, ← mul_quotient ((y - x) / 2)]
  grind

theorem hasDerivAt_tan {x : ℝ} (h : cos x ≠ 0) : HasDerivAt tan (1 / cos x ^ 2) x := by
  refine (((hasDerivAt_sin x).fun_div (hasDerivAt_cos x) h).congr_deriv ?_).congr_of_eventuallyEq
    (Eventually.of_forall fun y => tan_eq_sin_div_cos y)
  have := sin_sq_add_cos_sq x
  have e : cos x * cos x - sin x * -sin x = 1 := by grind
  rw [e]

end Real

/-! ### Chain rules -/

theorem HasDerivAt.exp (hf : HasDerivAt f f' x) : HasDerivAt (fun x => Real.exp (f x)) (Real.exp (f x) * f') x :=
  HasDerivAt.comp x (Real.hasDerivAt_exp (f x)) hf

theorem HasDerivAt.log (hf : HasDerivAt f f' x) (hx : f x ≠ 0) : HasDerivAt (fun y => Real.log (f y)) (f' / f x) x :=
  HasDerivAt.congr_deriv (HasDerivAt.comp x (Real.hasDerivAt_log hx) hf) (by grind)

theorem HasDerivAt.sin (hf : HasDerivAt f f' x) : HasDerivAt (fun x => Real.sin (f x)) (Real.cos (f x) * f') x :=
  HasDerivAt.comp x (Real.hasDerivAt_sin (f x)) hf

theorem HasDerivAt.cos (hf : HasDerivAt f f' x) : HasDerivAt (fun x => Real.cos (f x)) (-Real.sin (f x) * f') x :=
  HasDerivAt.comp x (Real.hasDerivAt_cos (f x)) hf

namespace Real

theorem hasDerivAt_sinh (x : ℝ) : HasDerivAt sinh (cosh x) x := by
  refine ((((hasDerivAt_exp x).fun_sub (hasDerivAt_id' x).fun_neg.exp).div_const 2).congr_deriv ?_).congr_of_eventuallyEq
    (Eventually.of_forall fun y => sinh_eq y)
  rw [cosh_eq]; grind

theorem hasDerivAt_cosh (x : ℝ) : HasDerivAt cosh (sinh x) x := by
  refine ((((hasDerivAt_exp x).fun_add (hasDerivAt_id' x).fun_neg.exp).div_const 2).congr_deriv ?_).congr_of_eventuallyEq
    (Eventually.of_forall fun y => cosh_eq y)
  rw [sinh_eq]; grind

theorem hasDerivAt_sqrt {x : ℝ} (hx : x ≠ 0) : HasDerivAt sqrt (1 / (2 * sqrt x)) x := by
  rcases lt_or_gt_of_ne hx with h | h
  · refine ((hasDerivAt_const x 0).congr_deriv ?_).congr_of_eventuallyEq
      ((gt_mem_nhds h).mono fun y hy => sqrt_eq_zero_of_nonpos hy.le)
    rw [sqrt_eq_zero_of_nonpos h.le]; grind
  · refine ((((hasDerivAt_log hx).div_const 2).exp).congr_deriv ?_).congr_of_eventuallyEq
      ((lt_mem_nhds h).mono fun y hy => ?_)
    · have hs := sqrt_pos.2 h
      have := mul_self_sqrt h.le
      rw [← log_sqrt h.le, exp_log hs]
      grind
    · show sqrt y = exp (log y / 2)
      rw [← log_sqrt hy.le, exp_log (sqrt_pos.2 hy)]

end Real

theorem HasDerivAt.sinh (hf : HasDerivAt f f' x) : HasDerivAt (fun x => Real.sinh (f x)) (Real.cosh (f x) * f') x :=
  HasDerivAt.comp x (Real.hasDerivAt_sinh (f x)) hf

theorem HasDerivAt.cosh (hf : HasDerivAt f f' x) : HasDerivAt (fun x => Real.cosh (f x)) (Real.sinh (f x) * f') x :=
  HasDerivAt.comp x (Real.hasDerivAt_cosh (f x)) hf

theorem HasDerivAt.sqrt (hf : HasDerivAt f f' x) (hx : f x ≠ 0) :
    HasDerivAt (fun y => Real.sqrt (f y)) (f' / (2 * Real.sqrt (f x))) x :=
  HasDerivAt.congr_deriv (HasDerivAt.comp x (Real.hasDerivAt_sqrt hx) hf) (by grind)

/-! ### Powers -/

theorem HasDerivAt.rpow (hf : HasDerivAt f f' x) (hg : HasDerivAt g g' x) (h : 0 < f x) :
    HasDerivAt (fun x => f x ^ g x) (f' * g x * f x ^ (g x - 1) + g' * f x ^ g x * Real.log (f x)) x := by
  have h1 := ((hf.log h.ne').fun_mul hg).exp
  rw [← Real.rpow_def_of_pos h] at h1
  refine HasDerivAt.congr_of_eventuallyEq (h1.congr_deriv ?_)
    ((Tendsto.eventually_const_lt h hf.continuousAt).mono fun y hy => Real.rpow_def_of_pos hy (g y))
  have hne := h.ne'
  rw [Real.rpow_sub_one hne]
  grind

namespace Real

private theorem hasDerivAt_rpow_const_of_neg (hx : x < 0) : HasDerivAt (fun x => x ^ p) (p * x ^ (p - 1)) x := by
  have h1 := (((hasDerivAt_log hx.ne).mul_const p).exp).mul_const (cos (p * pi))
  refine (h1.congr_deriv ?_).congr_of_eventuallyEq ((gt_mem_nhds hx).mono fun y hy => rpow_def_of_neg hy p)
  have hne := hx.ne
  rw [rpow_sub_one hne, rpow_def_of_neg hx]
  grind

private theorem hasDerivAt_rpow_const_zero (hp : 1 ≤ p) : HasDerivAt (fun x => x ^ p) (p * 0 ^ (p - 1)) 0 := by
  have h : Tendsto (fun y : ℝ => y ^ (p - 1)) (𝓝 0) (𝓝 (p * 0 ^ (p - 1))) := by
    have h1 := (tendsto_id (x := 𝓝 (0 : ℝ))).rpow_const (p := p - 1) (Or.inr (by grind))
    have e : p * (0 : ℝ) ^ (p - 1) = 0 ^ (p - 1) := by
      by_cases c : p - 1 = 0
      · rw [c, rpow_zero]; grind
      · rw [zero_rpow c, mul_zero]
    rwa [e]
  refine hasDerivAt_of_quotient h fun y => ?_
  have hp0 : p ≠ 0 := by grind
  rw [zero_rpow hp0]
  by_cases c : y = 0
  · rw [c, zero_rpow hp0]; grind
  · rw [rpow_sub_one c]; grind

theorem hasDerivAt_rpow_const {x p : ℝ} (h : x ≠ 0 ∨ 1 ≤ p) : HasDerivAt (fun x => x ^ p) (p * x ^ (p - 1)) x := by
  rcases lt_trichotomy x 0 with c | c | c
  · exact hasDerivAt_rpow_const_of_neg c
  · rw [c]
    exact hasDerivAt_rpow_const_zero (h.resolve_left fun h => h c)
  · refine HasDerivAt.congr_deriv ((hasDerivAt_id' x).rpow (hasDerivAt_const x p) c) ?_
    grind

end Real

theorem HasDerivAt.rpow_const (hf : HasDerivAt f f' x) (hx : f x ≠ 0 ∨ 1 ≤ p) :
    HasDerivAt (fun y => f y ^ p) (f' * p * f x ^ (p - 1)) x :=
  HasDerivAt.congr_deriv (HasDerivAt.comp x (Real.hasDerivAt_rpow_const hx) hf) (by grind)
