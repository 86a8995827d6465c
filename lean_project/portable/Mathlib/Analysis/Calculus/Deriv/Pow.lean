module

public import Mathlib.Analysis.Calculus.Deriv.Inv

public section

/-!
# The derivative of a power

The interface of `Mathlib.Analysis.Calculus.Deriv.Pow` for functions from `ℝ` to `ℝ`.
-/

open Filter

-- shomei: preamble

variable {f : ℝ → ℝ} {f' x : ℝ}

theorem HasDerivAt.fun_pow (h : HasDerivAt f f' x) (n : ℕ) :
    HasDerivAt (fun x => f x ^ n) (n * f x ^ (n - 1) * f') x := by
  induction n with
  | zero =>
    refine HasDerivAt.congr_deriv (f' := 0) ?_ (by grind)
    exact (hasDerivAt_const x 1).congr_of_eventuallyEq (Eventually.of_forall fun y => pow_zero _)
  | succ n ih =>
    have h₁ := (ih.fun_mul h).congr_of_eventuallyEq
      (f₁ := fun x => f x ^ (n + 1)) (Eventually.of_forall fun y => pow_succ _ _)
    refine h₁.congr_deriv ?_
    cases n with
    | zero => grind
    | succ m =>
      have e : m + 1 + 1 - 1 = m + 1 := rfl
      have e' : m + 1 - 1 = m := rfl
      rw [e, e', Nat.cast_add_one (m + 1), pow_succ]
      grind

theorem hasDerivAt_pow (n : ℕ) (x : ℝ) : HasDerivAt (fun x => x ^ n) (n * x ^ (n - 1)) x := by
  have := (hasDerivAt_id' x).fun_pow n
  rwa [mul_one] at this
