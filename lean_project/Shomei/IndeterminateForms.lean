module

public import Shomei.Derivatives
public import Shomei.SpecialFunctions

public section

/-!
# Indeterminate forms

The quotient of two functions that vanish at a point where they have derivatives (`0/0`), and powers
whose base tends to 1 while the exponent grows (`1^∞`).
-/

open Filter Topology

-- shomei: preamble

namespace Shomei

universe u

variable {α : Type u} {l : Filter α}

/-- L'Hôpital's rule in its simplest form: both functions vanish at `p` and have derivatives
there. -/
theorem tendsto_div_of_hasDerivAt {f g : ℝ → ℝ} {f' g' p : ℝ} (hf : HasDerivAt f f' p)
    (hg : HasDerivAt g g' p) (f0 : f p = 0) (g0 : g p = 0) (h : g' ≠ 0) :
    Tendsto (fun x => f x / g x) (𝓝[≠] p) (𝓝 (f' / g')) := by
  have hs := tendsto_div (hasDerivAt_iff_tendsto_slope.1 hf) (hasDerivAt_iff_tendsto_slope.1 hg) h
  refine tendsto_of_eq hs (Eventually.mono (eventually_ne p) fun x hx => ?_)
  have hx : x - p ≠ 0 := sub_ne_zero.2 hx
  show f x / g x = slope f p x / slope g p x
  rw [slope_def_field, slope_def_field, f0, g0, sub_zero, sub_zero]
  by_cases e : g x = 0
  · rw [e, zero_div, div_zero, div_zero]
  · grind

/-- Near a zero at which its slope is not 0, a function has no other zero. -/
theorem eventually_ne_zero_of_hasDerivAt {f : ℝ → ℝ} {f' p : ℝ} (hf : HasDerivAt f f' p)
    (f0 : f p = 0) (h : f' ≠ 0) : ∀ᶠ x in 𝓝[≠] p, f x ≠ 0 := by
  have hs := eventually_ne_zero (hasDerivAt_iff_tendsto_slope.1 hf) h
  refine Eventually.mono hs fun x hx e => hx ?_
  rw [slope_def_field, f0, e, sub_zero, zero_div]

/-- What holds near `p` without `p` itself holds to the right of `p`. -/
theorem eventually_right {P : ℝ → Prop} {p : ℝ} (h : ∀ᶠ x in 𝓝[≠] p, P x) : ∀ᶠ x in 𝓝[>] p, P x :=
  (tendsto_punctured (tendsto_self_right p)
    ((eventually_gt p).mono fun _ hx => hx.ne')).eventually h

/-- What holds near `p` without `p` itself holds to the left of `p`. -/
theorem eventually_left {P : ℝ → Prop} {p : ℝ} (h : ∀ᶠ x in 𝓝[≠] p, P x) : ∀ᶠ x in 𝓝[<] p, P x :=
  (tendsto_punctured (tendsto_self_left p)
    ((eventually_lt p).mono fun _ hx => hx.ne)).eventually h

/-- `t ↦ log (1 + t) / t`, with its limit 1 as the value at 0. -/
private theorem log_one_add_eq_mul : ∃ F : ℝ → ℝ, Tendsto F (𝓝 0) (𝓝 1) ∧
    ∀ t, Real.log (1 + t) = F t * t := by
  classical
  refine ⟨fun t => if t = 0 then 1 else Real.log (1 + t) / t, ?_, fun t => ?_⟩
  · refine Metric.tendsto_nhds.2 fun ε hε => ?_
    refine (eventually_nhdsWithin_iff.1
      (Metric.tendsto_nhds.1 tendsto_log_one_add_div ε hε)).mono fun t ht => ?_
    by_cases e : t = 0
    · rw [if_pos e, Real.dist_eq, sub_self, abs_zero]
      exact hε
    · rw [if_neg e]
      exact ht e
  · by_cases e : t = 0
    · simp only [if_pos e]
      rw [e, add_zero, Real.log_one, mul_zero]
    · simp only [if_neg e]
      rw [div_mul_cancel₀ _ e]

/-- If `u` tends to 0 and `u v` to `c`, then `log (1 + u) v` tends to `c`. -/
theorem tendsto_log_one_add_mul {u v : α → ℝ} {c : ℝ} (hu : Tendsto u l (𝓝 0))
    (hc : Tendsto (fun x => u x * v x) l (𝓝 c)) :
    Tendsto (fun x => Real.log (1 + u x) * v x) l (𝓝 c) := by
  obtain ⟨F, hF, h⟩ := log_one_add_eq_mul
  have hFu : Tendsto (fun x => F (u x)) l (𝓝 1) := hF.comp hu
  have both := tendsto_mul hFu hc
  rw [one_mul] at both
  have e : (fun x => Real.log (1 + u x) * v x) = fun x => F (u x) * (u x * v x) :=
    funext fun x => by rw [h, mul_assoc]
  rw [e]
  exact both

/-- The form `1^∞`: if `u` tends to 0 and `u v` to `c`, then `(1 + u)^v` tends to `e^c`. -/
theorem tendsto_one_add_rpow {u v : α → ℝ} {c : ℝ} (hu : Tendsto u l (𝓝 0))
    (hc : Tendsto (fun x => u x * v x) l (𝓝 c)) :
    Tendsto (fun x => (1 + u x) ^ v x) l (𝓝 (Real.exp c)) := by
  have he := tendsto_exp (tendsto_log_one_add_mul hu hc)
  have h1 : Tendsto (fun x => 1 + u x) l (𝓝 (1 + 0)) := tendsto_add (tendsto_const 1) hu
  refine tendsto_of_eq he (Eventually.mono (eventually_pos h1 (by grind)) fun x hx => ?_)
  show (1 + u x) ^ v x = Real.exp (Real.log (1 + u x) * v x)
  rw [Real.rpow_def_of_pos hx]

end Shomei
