import Shomei

set_option linter.all false

open Filter Topology

/-!
# Bridge

What determines the real numbers and the functions of the portable interface. Where the interface
defines a function otherwise than Mathlib does, the theorems below say that the laws which the
interface proves of it leave no other function. `Conformance.lean` says that Mathlib's function
satisfies the same laws. Over Mathlib, `lake env lean Bridge.lean` is silent.
-/

namespace Shomei.Bridge

/-! ### Functions that laws determine -/

section Exponential

variable {r : ℝ → ℝ}

private theorem halved (mul : ∀ x y, r (x + y) = r x * r y) (x : ℝ) :
    r x = r (x / 2) * r (x / 2) := by
  rw [← mul, show x / 2 + x / 2 = x by grind]

private theorem above_of_above (mul : ∀ x y, r (x + y) = r x * r y) {c : ℝ}
    (h : ∀ x, 1 - c * x ^ 2 ≤ r x) (x : ℝ) : 1 - c / 2 * x ^ 2 ≤ r x := by
  have e := halved mul x
  have low := h (x / 2)
  have square := mul_self_nonneg (r (x / 2))
  by_cases s : 0 ≤ 1 - c * (x / 2) ^ 2
  · have k := mul_le_mul low low s (le_trans s low)
    have more := mul_self_nonneg (c * (x / 2) ^ 2)
    rw [e]
    grind
  · rw [e]
    grind

private theorem above_power (mul : ∀ x y, r (x + y) = r x * r y)
    (h : ∀ x, 1 - x ^ 2 ≤ r x) (n : ℕ) (x : ℝ) : 1 - (1 / 2 ^ n) * x ^ 2 ≤ r x := by
  induction n generalizing x with
  | zero =>
    have := h x
    rw [pow_zero]
    grind
  | succ n ih =>
    have := above_of_above mul ih x
    rw [pow_succ, show (1 : ℝ) / (2 ^ n * 2) = 1 / 2 ^ n / 2 by grind]
    exact this

private theorem one_le (mul : ∀ x y, r (x + y) = r x * r y) (h : ∀ x, 1 - x ^ 2 ≤ r x) (x : ℝ) :
    1 ≤ r x := by
  refine not_lt.1 fun below => ?_
  have d : 0 < 1 - r x := sub_pos.2 below
  obtain ⟨n, hn⟩ := exists_nat_gt (x ^ 2 / (1 - r x))
  have low := above_power mul h n x
  have power : (n : ℝ) < 2 ^ n := by
    have small : ∀ k : ℕ, (k : ℝ) < 2 ^ k := by
      intro k
      induction k with
      | zero => rw [Nat.cast_zero, pow_zero]; exact one_pos
      | succ k ih =>
        have := pow_pos (show (0 : ℝ) < 2 by grind) k
        have one : (1 : ℝ) ≤ 2 ^ k := by
          clear ih this
          induction k with
          | zero => rw [pow_zero]; exact le_rfl
          | succ k ih => rw [pow_succ]; grind
        rw [Nat.cast_add_one, pow_succ]
        grind
    exact small n
  have positive : (0 : ℝ) < 2 ^ n := pow_pos (by grind) n
  have far : x ^ 2 < 2 ^ n * (1 - r x) := (div_lt_iff₀ d).1 (lt_trans hn power)
  have small : 1 / 2 ^ n * x ^ 2 < 1 - r x := by
    rw [div_mul_eq_mul_div, one_mul, div_lt_iff₀ positive, mul_comm]
    exact far
  grind

end Exponential

theorem exp_unique {f : ℝ → ℝ} (f_add : ∀ x y, f (x + y) = f x * f y) (above : ∀ x, x + 1 ≤ f x)
    (x : ℝ) : f x = Real.exp x := by
  have f_nonneg (t : ℝ) : 0 ≤ f t := by
    rw [halved f_add t]
    exact mul_self_nonneg _
  have mul (t u : ℝ) : f (t + u) * Real.exp (-(t + u)) =
      (f t * Real.exp (-t)) * (f u * Real.exp (-u)) := by
    rw [f_add, show -(t + u) = -t + -u by grind, Real.exp_add]
    grind
  have near (t : ℝ) : 1 - t ^ 2 ≤ f t * Real.exp (-t) := by
    have h₁ := above t
    have h₂ := Real.add_one_le_exp (-t)
    have h₃ := mul_nonneg (f_nonneg t) (Real.exp_pos (-t)).le
    by_cases a : 0 ≤ t + 1
    · by_cases b : 0 ≤ -t + 1
      · have := mul_le_mul h₁ h₂ b (f_nonneg t)
        grind
      · have := mul_nonneg a (show 0 ≤ t - 1 by grind)
        grind
    · have := mul_nonneg (show 0 ≤ -t - 1 by grind) (show 0 ≤ -t + 1 by grind)
      grind
  have up := one_le (r := fun t => f t * Real.exp (-t)) mul near x
  have down := one_le (r := fun t => f t * Real.exp (-t)) mul near (-x)
  have whole := mul x (-x)
  have zero : f 0 = 1 := by
    have h₁ := above 0
    have h₂ := f_add 0 0
    rw [add_zero] at h₂
    have h₃ := mul_nonneg (f_nonneg 0) (show 0 ≤ f 0 - 1 by grind)
    grind
  rw [show x + -x = 0 by grind, zero, neg_zero, Real.exp_zero, mul_one] at whole
  have one : f x * Real.exp (-x) = 1 := by
    generalize f x * Real.exp (-x) = p at *
    generalize f (-x) * Real.exp (- -x) = q at *
    have := mul_nonneg (show 0 ≤ p - 1 by grind) (show 0 ≤ q - 1 by grind)
    grind
  have inverse := Real.exp_neg x
  have positive := Real.exp_pos x
  rw [inverse] at one
  grind

theorem log_unique {f : ℝ → ℝ} (exp_f : ∀ x, 0 < x → Real.exp (f x) = x)
    (f_neg : ∀ x, f (-x) = f x) (f_zero : f 0 = 0) (x : ℝ) : f x = Real.log x := by
  have positive (y : ℝ) (hy : 0 < y) : f y = Real.log y := by
    rw [← Real.log_exp (f y), exp_f y hy]
  rcases lt_trichotomy x 0 with h | h | h
  · rw [← f_neg, positive (-x) (neg_pos.2 h), Real.log_neg_eq_log]
  · rw [h, f_zero, Real.log_zero]
  · exact positive x h

theorem sqrt_unique {f : ℝ → ℝ} (f_nonneg : ∀ x, 0 ≤ f x) (f_mul : ∀ x, 0 ≤ x → f x * f x = x)
    (f_zero : ∀ x, x ≤ 0 → f x = 0) (x : ℝ) : f x = Real.sqrt x := by
  rcases le_total 0 x with h | h
  · rw [← Real.sqrt_mul_self (f_nonneg x), f_mul x h]
  · rw [f_zero x h, Real.sqrt_eq_zero_of_nonpos h]

theorem arcsin_unique {f : ℝ → ℝ} (low : ∀ x, -(Real.pi / 2) ≤ f x) (high : ∀ x, f x ≤ Real.pi / 2)
    (sin_f : ∀ x, -1 ≤ x → x ≤ 1 → Real.sin (f x) = x) {x : ℝ} (h₁ : -1 ≤ x) (h₂ : x ≤ 1) :
    f x = Real.arcsin x := by
  rw [← Real.arcsin_sin (low x) (high x), sin_f x h₁ h₂]

theorem derivative_unique {D : (ℝ → ℝ) → ℝ → ℝ → Prop}
    (law : ∀ f a x, D f a x ↔ Tendsto (slope f x) (𝓝[≠] x) (𝓝 a)) (f : ℝ → ℝ) (a x : ℝ) :
    D f a x ↔ HasDerivAt f a x :=
  (law f a x).trans hasDerivAt_iff_tendsto_slope.symm

theorem filter_unique {N : ℝ → Filter ℝ}
    (law : ∀ (p : ℝ → Prop) a, (∀ᶠ y in N a, p y) ↔ ∃ ε, 0 < ε ∧ ∀ ⦃y⦄, dist y a < ε → p y)
    (p : ℝ → Prop) (a : ℝ) : (∀ᶠ y in N a, p y) ↔ ∀ᶠ y in 𝓝 a, p y :=
  (law p a).trans Metric.eventually_nhds_iff.symm

/-! ### Definitions that unfold alike -/

example (a : ℝ) : abs a = max a (-a) := rfl
example (f : ℝ → ℝ) (l₁ l₂ : Filter ℝ) : Tendsto f l₁ l₂ ↔ Filter.map f l₁ ≤ l₂ := Iff.rfl
example (f : ℝ → ℝ) (x : ℝ) : ContinuousAt f x ↔ Tendsto f (𝓝 x) (𝓝 (f x)) := Iff.rfl
example (f : ℝ → ℝ) (a b : ℝ) : slope f a b = (b - a)⁻¹ • (f b - f a) := rfl
example (a b : ℝ) : Real.logb a b = Real.log b / Real.log a := rfl
example (f : ℝ → ℝ) : Monotone f ↔ ∀ ⦃a b⦄, a ≤ b → f a ≤ f b := Iff.rfl
example (f : ℝ → ℝ) : StrictMono f ↔ ∀ ⦃a b⦄, a < b → f a < f b := Iff.rfl

/-! ### The axioms

From here on only Mathlib has what is used. -/

/-- What is assumed of the real numbers: they are a linearly ordered field in which every
non-empty set that is bounded above has a least upper bound. -/
class CompleteOrderedField (α : Type) extends Lean.Grind.Field α, LE α, LT α where
  le_refl (a : α) : a ≤ a
  le_trans (a b c : α) : a ≤ b → b ≤ c → a ≤ c
  le_antisymm (a b : α) : a ≤ b → b ≤ a → a = b
  le_total (a b : α) : a ≤ b ∨ b ≤ a
  lt_iff_le_not_ge (a b : α) : a < b ↔ a ≤ b ∧ ¬b ≤ a
  add_le_add_left (a b : α) : a ≤ b → ∀ c, a + c ≤ b + c
  zero_le_one : (0 : α) ≤ 1
  mul_pos (a b : α) : 0 < a → 0 < b → 0 < a * b
  /-- Completeness. -/
  exists_isLUB (s : α → Prop) : (∃ x, s x) → (∃ b, ∀ x, s x → x ≤ b) →
    ∃ l, (∀ x, s x → x ≤ l) ∧ ∀ b, (∀ x, s x → x ≤ b) → l ≤ b

noncomputable example : CompleteOrderedField ℝ where
  toField := inferInstance
  toLE := inferInstance
  toLT := inferInstance
  le_refl a := _root_.le_refl a
  le_trans _ _ _ h h' := _root_.le_trans h h'
  le_antisymm _ _ h h' := _root_.le_antisymm h h'
  le_total a b := _root_.le_total a b
  lt_iff_le_not_ge _ _ := _root_.lt_iff_le_not_ge
  add_le_add_left _ _ h c := add_le_add h (_root_.le_refl c)
  zero_le_one := _root_.zero_le_one
  mul_pos _ _ h h' := _root_.mul_pos h h'
  exists_isLUB s hne hbdd := by
    obtain ⟨l, hl⟩ := Real.exists_isLUB (s := {x | s x}) hne
      (hbdd.elim fun b hb => ⟨b, fun x hx => hb x hx⟩)
    exact ⟨l, fun x hx => hl.1 hx, fun b hb => hl.2 fun x hx => hb x hx⟩

end Shomei.Bridge
