module

public import Mathlib.Analysis.Calculus.Deriv.Inv
public import Mathlib.Analysis.Calculus.Deriv.Pow
public import Mathlib.Analysis.Calculus.Deriv.Slope
public import Shomei.Limits

public section

/-!
# Rules for derivatives

The definition of the derivative as a limit, and the rules of calculus with every function written
out. Each is proved from Mathlib's own lemmas.
-/

open Filter Topology

-- shomei: preamble

namespace Shomei

variable {f g : ℝ → ℝ} {a b x L : ℝ}

/-! ### The definition -/

/-- The definition of the derivative: the limit of the slope as `y` tends to `x`. -/
theorem hasDerivAt_iff_limit_at :
    HasDerivAt f L x ↔ Tendsto (fun y => (f y - f x) / (y - x)) (𝓝[≠] x) (𝓝 L) :=
  hasDerivAt_iff_tendsto_slope.trans
    (tendsto_congr (Eventually.of_forall fun y => slope_def_field f x y))

/-- The definition of the derivative: the limit of the difference quotient as `h` tends to `0`. -/
theorem hasDerivAt_iff_limit :
    HasDerivAt f L x ↔ Tendsto (fun h => (f (x + h) - f x) / h) (𝓝[≠] 0) (𝓝 L) := by
  refine hasDerivAt_iff_limit_at.trans
    (tendsto_substitution (φ := fun y => y - x) (ψ := fun h => x + h) ?_ ?_ ?_ ?_)
  · exact tendsto_punctured
      (tendsto_value (tendsto_sub (tendsto_self_punctured x) (tendsto_const x)) (sub_self x))
      ((eventually_ne x).mono fun _ hy => sub_ne_zero.2 hy)
  · exact tendsto_punctured
      (tendsto_value (tendsto_add (tendsto_const x) (tendsto_self_punctured 0)) (add_zero x))
      ((eventually_ne 0).mono fun h hh => by
        show x + h ≠ x
        grind)
  · refine Eventually.of_forall fun y => ?_
    have e : x + (y - x) = y := by grind
    show (f y - f x) / (y - x) = (f (x + (y - x)) - f x) / (y - x)
    rw [e]
  · refine Eventually.of_forall fun h => ?_
    have e : x + h - x = h := by grind
    show (f (x + h) - f x) / h = (f (x + h) - f x) / (x + h - x)
    rw [e]

/-- A derivative may be written in any form that has the same value. -/
theorem hasDerivAt_of_eq (h : HasDerivAt f a x) (e : a = b) : HasDerivAt f b x := by
  rw [← e]
  exact h

/-- Functions that are equal near the point have the same derivative there. -/
theorem hasDerivAt_congr (h : ∀ᶠ y in 𝓝 x, f y = g y) : HasDerivAt f L x ↔ HasDerivAt g L x :=
  ⟨fun hf => hf.congr_of_eventuallyEq (h.mono fun _ hy => hy.symm),
    fun hg => hg.congr_of_eventuallyEq h⟩

theorem hasDerivAt_unique (ha : HasDerivAt f a x) (hb : HasDerivAt f b x) : a = b := ha.unique hb

theorem deriv_eq (h : HasDerivAt f a x) : deriv f x = a := h.deriv

theorem continuousAt_of_hasDerivAt (h : HasDerivAt f a x) : ContinuousAt f x := h.continuousAt

/-! ### Rules -/

theorem hasDerivAt_const (c x : ℝ) : HasDerivAt (fun _ => c) 0 x := _root_.hasDerivAt_const x c

theorem hasDerivAt_id (x : ℝ) : HasDerivAt (fun y => y) 1 x := hasDerivAt_id' x

theorem hasDerivAt_add (hf : HasDerivAt f a x) (hg : HasDerivAt g b x) :
    HasDerivAt (fun y => f y + g y) (a + b) x :=
  hf.fun_add hg

theorem hasDerivAt_sub (hf : HasDerivAt f a x) (hg : HasDerivAt g b x) :
    HasDerivAt (fun y => f y - g y) (a - b) x :=
  hf.fun_sub hg

theorem hasDerivAt_neg (hf : HasDerivAt f a x) : HasDerivAt (fun y => -f y) (-a) x := hf.fun_neg

theorem hasDerivAt_mul (hf : HasDerivAt f a x) (hg : HasDerivAt g b x) :
    HasDerivAt (fun y => f y * g y) (a * g x + f x * b) x :=
  hf.fun_mul hg

theorem hasDerivAt_const_mul (c : ℝ) (hf : HasDerivAt f a x) :
    HasDerivAt (fun y => c * f y) (c * a) x :=
  hf.const_mul c

theorem hasDerivAt_mul_const (c : ℝ) (hf : HasDerivAt f a x) :
    HasDerivAt (fun y => f y * c) (a * c) x :=
  hf.mul_const c

theorem hasDerivAt_div (hf : HasDerivAt f a x) (hg : HasDerivAt g b x) (hx : g x ≠ 0) :
    HasDerivAt (fun y => f y / g y) ((a * g x - f x * b) / g x ^ 2) x :=
  hf.fun_div hg hx

theorem hasDerivAt_div_const (c : ℝ) (hf : HasDerivAt f a x) :
    HasDerivAt (fun y => f y / c) (a / c) x :=
  hf.div_const c

theorem hasDerivAt_inv (hf : HasDerivAt f a x) (hx : f x ≠ 0) :
    HasDerivAt (fun y => (f y)⁻¹) (-a / f x ^ 2) x :=
  hf.fun_inv hx

theorem hasDerivAt_one_div (hf : HasDerivAt f a x) (hx : f x ≠ 0) :
    HasDerivAt (fun y => 1 / f y) (-a / f x ^ 2) x :=
  (hasDerivAt_congr (Eventually.of_forall fun y => one_div (f y))).2 (hasDerivAt_inv hf hx)

theorem hasDerivAt_pow (n : ℕ) (hf : HasDerivAt f a x) :
    HasDerivAt (fun y => f y ^ n) (n * f x ^ (n - 1) * a) x :=
  hf.fun_pow n

/-- The chain rule. -/
theorem hasDerivAt_comp (hg : HasDerivAt g b (f x)) (hf : HasDerivAt f a x) :
    HasDerivAt (fun y => g (f y)) (b * a) x :=
  hg.comp x hf

end Shomei
