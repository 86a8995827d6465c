module

public import Mathlib.Analysis.Calculus.Deriv.Slope

public section

/-!
# Rules for derivatives

The interface of `Mathlib.Analysis.Calculus.Deriv.Add`, `.Mul`, `.Comp` and `.Inv` for functions
from `ℝ` to `ℝ`: the rules of calculus, each proved from the limit of slopes.
-/

open Filter

-- shomei: preamble

variable {f g : ℝ → ℝ} {f' g' x : ℝ}

theorem hasDerivAt_const (x c : ℝ) : HasDerivAt (fun _ => c) 0 x := by
  refine (tendsto_const_nhds (a := (0 : ℝ))).congr fun y => ?_
  rw [slope_def_field, sub_self, zero_div]

theorem hasDerivAt_id' (x : ℝ) : HasDerivAt (fun x => x) 1 x := by
  refine Tendsto.congr' ?_ (tendsto_const_nhds (a := (1 : ℝ)))
  refine Eventually.mono (eventually_mem_nhdsWithin (a := x)) fun y hy => ?_
  show 1 = slope (fun x => x) x y
  rw [slope_def_field, div_self (sub_ne_zero.2 hy)]

theorem hasDerivAt_id (x : ℝ) : HasDerivAt id 1 x := hasDerivAt_id' x

theorem HasDerivAt.fun_add (hf : HasDerivAt f f' x) (hg : HasDerivAt g g' x) :
    HasDerivAt (fun x => f x + g x) (f' + g') x := by
  refine (Tendsto.add hf hg).congr fun y => ?_
  rw [slope_def_field, slope_def_field, slope_def_field]
  grind

theorem HasDerivAt.fun_neg (h : HasDerivAt f f' x) : HasDerivAt (fun x => -f x) (-f') x := by
  refine (Tendsto.neg h).congr fun y => ?_
  rw [slope_def_field, slope_def_field]
  grind

theorem HasDerivAt.fun_sub (hf : HasDerivAt f f' x) (hg : HasDerivAt g g' x) :
    HasDerivAt (fun x => f x - g x) (f' - g') x := by
  refine (Tendsto.sub hf hg).congr fun y => ?_
  rw [slope_def_field, slope_def_field, slope_def_field]
  grind

theorem HasDerivAt.fun_mul (hc : HasDerivAt f f' x) (hd : HasDerivAt g g' x) :
    HasDerivAt (fun y => f y * g y) (f' * g x + f x * g') x := by
  have hg : Tendsto g (𝓝[≠] x) (𝓝 (g x)) := tendsto_nhdsWithin_of_tendsto_nhds hd.continuousAt
  refine ((Tendsto.mul hc hg).add (Tendsto.const_mul (f x) hd)).congr fun y => ?_
  rw [slope_def_field, slope_def_field, slope_def_field]
  grind

theorem HasDerivAt.const_mul (c : ℝ) (hd : HasDerivAt f f' x) :
    HasDerivAt (fun y => c * f y) (c * f') x := by
  refine (Tendsto.const_mul c hd).congr fun y => ?_
  rw [slope_def_field, slope_def_field]
  grind

theorem HasDerivAt.mul_const (hc : HasDerivAt f f' x) (d : ℝ) :
    HasDerivAt (fun y => f y * d) (f' * d) x := by
  refine (Tendsto.mul_const d hc).congr fun y => ?_
  rw [slope_def_field, slope_def_field]
  grind

theorem HasDerivAt.div_const (hc : HasDerivAt f f' x) (d : ℝ) :
    HasDerivAt (fun y => f y / d) (f' / d) x := by
  refine (Tendsto.div_const hc d).congr fun y => ?_
  rw [slope_def_field, slope_def_field]
  grind

theorem HasDerivAt.const_add (c : ℝ) (hf : HasDerivAt f f' x) :
    HasDerivAt (fun x => c + f x) f' x := by
  refine Tendsto.congr (fun y => ?_) hf
  rw [slope_def_field, slope_def_field]
  grind

theorem HasDerivAt.add_const (c : ℝ) (hf : HasDerivAt f f' x) :
    HasDerivAt (fun x => f x + c) f' x := by
  refine Tendsto.congr (fun y => ?_) hf
  rw [slope_def_field, slope_def_field]
  grind

theorem HasDerivAt.sub_const (c : ℝ) (hf : HasDerivAt f f' x) :
    HasDerivAt (fun x => f x - c) f' x := by
  refine Tendsto.congr (fun y => ?_) hf
  rw [slope_def_field, slope_def_field]
  grind

theorem HasDerivAt.const_sub (c : ℝ) (hf : HasDerivAt f f' x) :
    HasDerivAt (fun x => c - f x) (-f') x := by
  refine (Tendsto.neg hf).congr fun y => ?_
  rw [slope_def_field, slope_def_field]
  grind

open Classical in
theorem HasDerivAt.comp (x : ℝ) {h₂ h : ℝ → ℝ} {h₂' h' : ℝ} (hh₂ : HasDerivAt h₂ h₂' (h x))
    (hh : HasDerivAt h h' x) : HasDerivAt (h₂ ∘ h) (h₂' * h') x := by
  -- the slope of `h₂` from `h x`, with the derivative filled in at `h x` itself, is continuous
  have hφ : Tendsto (fun u => if u = h x then h₂' else slope h₂ (h x) u) (𝓝 (h x)) (𝓝 h₂') := by
    refine Metric.tendsto_nhds.2 fun ε hε => ?_
    refine (eventually_nhdsWithin_iff.1 (Metric.tendsto_nhds.1 hh₂ ε hε)).mono fun u hu => ?_
    by_cases e : u = h x
    · rw [if_pos e, Real.dist_eq, sub_self, abs_zero]
      exact hε
    · rw [if_neg e]
      exact hu e
  have hc : Tendsto h (𝓝[≠] x) (𝓝 (h x)) := tendsto_nhdsWithin_of_tendsto_nhds hh.continuousAt
  refine ((hφ.comp hc).mul hh).congr fun y => ?_
  show (if h y = h x then h₂' else slope h₂ (h x) (h y)) * slope h x y = _
  rw [slope_def_field, slope_def_field, slope_def_field, Function.comp_apply, Function.comp_apply]
  by_cases e : h y = h x
  · rw [if_pos e, e, sub_self, zero_div, mul_zero, sub_self, zero_div]
  · rw [if_neg e, ← mul_div_assoc, div_mul_cancel₀ _ (sub_ne_zero.2 e)]

theorem hasDerivAt_inv (x_ne_zero : x ≠ 0) : HasDerivAt (fun y => y⁻¹) (-(x ^ 2)⁻¹) x := by
  have h : Tendsto (fun y : ℝ => -(x * y)⁻¹) (𝓝[≠] x) (𝓝 (-(x ^ 2)⁻¹)) := by
    rw [sq]
    have hx : Tendsto (fun y : ℝ => y) (𝓝[≠] x) (𝓝 x) := nhdsWithin_le_nhds
    exact ((hx.const_mul x).inv₀ (mul_ne_zero x_ne_zero x_ne_zero)).neg
  refine h.congr' ?_
  have h₀ : ∀ᶠ y in 𝓝[≠] x, y ≠ 0 := nhdsWithin_le_nhds (eventually_ne_nhds x_ne_zero)
  refine (h₀.and eventually_mem_nhdsWithin).mono fun y hy => ?_
  have h₁ : y ≠ 0 := hy.1
  have h₂ : y ≠ x := hy.2
  rw [slope_def_field]
  grind

theorem HasDerivAt.fun_inv (hc : HasDerivAt f f' x) (hx : f x ≠ 0) :
    HasDerivAt (fun y => (f y)⁻¹) (-f' / f x ^ 2) x := by
  refine HasDerivAt.congr_deriv ((hasDerivAt_inv hx).comp x hc) ?_
  grind

theorem HasDerivAt.fun_div (hc : HasDerivAt f f' x) (hd : HasDerivAt g g' x) (hx : g x ≠ 0) :
    HasDerivAt (fun y => f y / g y) ((f' * g x - f x * g') / g x ^ 2) x := by
  have h := (hc.fun_mul (hd.fun_inv hx)).congr_deriv
    (f'' := (f' * g x - f x * g') / g x ^ 2) (by grind)
  exact h.congr_of_eventuallyEq (Eventually.of_forall fun y => div_eq_mul_inv _ _)
