module

public section

/-!
# The real numbers, as a complete ordered field

The interface of `Mathlib.Data.Real.Basic` and of what it imports: the type `Real` with its field
operations and its order, and the lemmas on ordered fields that Shomei cites, each under Mathlib's
name. Mathlib states most of them for every ordered field (or ordered semiring); here they are
stated for `Real`, which is the only case that Shomei needs.
-/

/-- The real numbers. -/
axiom Real : Type

local notation "ℝ" => Real
local notation "ℕ" => Nat

/-- What is assumed of the real numbers: they are a linearly ordered field in which every
non-empty set that is bounded above has a least upper bound. -/
class ConditionallyCompleteLinearOrderedField (α : Type) extends
    Lean.Grind.Field α, LE α, LT α where
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

namespace Real

/-- The real numbers are a complete linearly ordered field. -/
axiom instConditionallyCompleteLinearOrderedField : ConditionallyCompleteLinearOrderedField ℝ

/-- The field of the real numbers. -/
@[reducible, expose, instance 5000] noncomputable def instField : Lean.Grind.Field ℝ :=
  instConditionallyCompleteLinearOrderedField.toField

@[expose] noncomputable instance (priority := 5000) instLE : LE ℝ :=
  ⟨instConditionallyCompleteLinearOrderedField.le⟩

@[expose] noncomputable instance (priority := 5000) instLT : LT ℝ :=
  ⟨instConditionallyCompleteLinearOrderedField.lt⟩

/-! Shortcuts. Lean would find each of these instances in `instField` by a search, for each operation
of each term; the searches took a fifth of the time of a check. -/

section Shortcuts

@[reducible, expose] noncomputable instance (priority := 5000) instCommRing : Lean.Grind.CommRing ℝ := inferInstance
@[reducible, expose] noncomputable instance (priority := 5000) instRing : Lean.Grind.Ring ℝ := inferInstance
@[reducible, expose] noncomputable instance (priority := 5000) instSemiring : Lean.Grind.Semiring ℝ := inferInstance
@[reducible, expose] noncomputable instance (priority := 5000) instIntModule : Lean.Grind.IntModule ℝ := inferInstance
@[reducible, expose] noncomputable instance (priority := 5000) instNatModule : Lean.Grind.NatModule ℝ := inferInstance
@[reducible, expose] noncomputable instance (priority := 5000) instHAdd : HAdd ℝ ℝ ℝ := inferInstance
@[reducible, expose] noncomputable instance (priority := 5000) instHSub : HSub ℝ ℝ ℝ := inferInstance
@[reducible, expose] noncomputable instance (priority := 5000) instHMul : HMul ℝ ℝ ℝ := inferInstance
@[reducible, expose] noncomputable instance (priority := 5000) instHDiv : HDiv ℝ ℝ ℝ := inferInstance
@[reducible, expose] noncomputable instance (priority := 5000) instNeg : Neg ℝ := inferInstance
@[reducible, expose] noncomputable instance (priority := 5000) instInv : Inv ℝ := inferInstance
@[reducible, expose] noncomputable instance (priority := 5000) instZero : Zero ℝ := inferInstance
@[reducible, expose] noncomputable instance (priority := 5000) instOne : One ℝ := inferInstance
@[reducible, expose] noncomputable instance (priority := 5000) instHSMulNat : HSMul ℕ ℝ ℝ := inferInstance
@[reducible, expose] noncomputable instance (priority := 5000) instHSMulInt : HSMul Int ℝ ℝ := inferInstance
@[reducible, expose] noncomputable instance (priority := 4000) instOfNat (n : ℕ) : OfNat ℝ n :=
  inferInstance
@[reducible, expose] noncomputable instance (priority := 5000) instOfNatZero : OfNat ℝ 0 :=
  inferInstance
@[reducible, expose] noncomputable instance (priority := 5000) instOfNatOne : OfNat ℝ 1 :=
  inferInstance

end Shortcuts

instance : Std.IsLinearOrder ℝ where
  le_refl := instConditionallyCompleteLinearOrderedField.le_refl
  le_trans := instConditionallyCompleteLinearOrderedField.le_trans
  le_antisymm := instConditionallyCompleteLinearOrderedField.le_antisymm
  le_total := instConditionallyCompleteLinearOrderedField.le_total

instance : Std.LawfulOrderLT ℝ where
  lt_iff := instConditionallyCompleteLinearOrderedField.lt_iff_le_not_ge

private theorem addLeft (a b c : ℝ) (h : a ≤ b) : a + c ≤ b + c :=
  instConditionallyCompleteLinearOrderedField.add_le_add_left a b h c

instance : Lean.Grind.OrderedAdd ℝ where
  add_le_left_iff {a b} c := by
    refine ⟨fun h => addLeft a b c h, fun h => ?_⟩
    have h' := addLeft _ _ (-c) h
    have ha : a + c + -c = a := by grind
    have hb : b + c + -c = b := by grind
    rwa [ha, hb] at h'

private theorem mulPos {a b : ℝ} (ha : 0 < a) (hb : 0 < b) : 0 < a * b :=
  instConditionallyCompleteLinearOrderedField.mul_pos a b ha hb

private theorem mulLeft {a b c : ℝ} (h : a < b) (hc : 0 < c) : c * a < c * b := by
  have h' : 0 < c * (b - a) := mulPos hc (by grind)
  have e : c * (b - a) = c * b - c * a := by grind
  rw [e] at h'
  grind

instance : Lean.Grind.OrderedRing ℝ where
  zero_lt_one := by
    have h : (0 : ℝ) ≤ 1 := instConditionallyCompleteLinearOrderedField.zero_le_one
    have h' : (0 : ℝ) ≠ 1 := Lean.Grind.Field.zero_ne_one
    grind
  mul_lt_mul_of_pos_left := mulLeft
  mul_lt_mul_of_pos_right {a b c} h hc := by
    have h' := mulLeft h hc
    have ea : c * a = a * c := by grind
    have eb : c * b = b * c := by grind
    rwa [ea, eb] at h'

/-- The cast of the natural numbers. -/
@[reducible, expose] noncomputable instance (priority := 5000) instNatCast : NatCast ℝ := Lean.Grind.Semiring.natCast

/-- The cast of the integers. -/
@[reducible, expose] noncomputable instance (priority := 5000) instIntCast : IntCast ℝ := Lean.Grind.Ring.intCast

@[default_instance high, reducible, expose]
noncomputable instance instHPowNat : HPow ℝ ℕ ℝ := Lean.Grind.Semiring.npow

/-! More shortcuts, for what `grind` asks of every order and ring. -/

instance (priority := 5000) instIsCharP : Lean.Grind.IsCharP ℝ 0 := inferInstance
instance (priority := 5000) instIsPreorder : Std.IsPreorder ℝ := inferInstance
instance (priority := 5000) instIsPartialOrder : Std.IsPartialOrder ℝ := inferInstance
instance (priority := 5000) instIsLinearPreorder : Std.IsLinearPreorder ℝ := inferInstance

/-- Classical case distinction decides every comparison of real numbers. -/
noncomputable instance decidableLE (a b : ℝ) : Decidable (a ≤ b) := Classical.propDecidable _

noncomputable instance decidableLT (a b : ℝ) : Decidable (a < b) := Classical.propDecidable _

noncomputable instance decidableEq (a b : ℝ) : Decidable (a = b) := Classical.propDecidable _

@[expose] noncomputable instance instMax : Max ℝ := ⟨fun a b => if a ≤ b then b else a⟩

@[expose] noncomputable instance instMin : Min ℝ := ⟨fun a b => if a ≤ b then a else b⟩

end Real

/-! ### Order -/

section Order

universe u

variable {α : Type u} [LE α] [Std.IsLinearOrder α] {a b c : α}

theorem le_refl (a : α) : a ≤ a := by grind
theorem le_rfl : a ≤ a := by grind
theorem le_trans : a ≤ b → b ≤ c → a ≤ c := by grind
theorem le_antisymm : a ≤ b → b ≤ a → a = b := by grind
theorem le_of_eq (h : a = b) : a ≤ b := by grind
theorem le_total (a b : α) : a ≤ b ∨ b ≤ a := by grind
theorem LE.le.trans (h : a ≤ b) (h' : b ≤ c) : a ≤ c := by grind
theorem LE.le.antisymm (h : a ≤ b) (h' : b ≤ a) : a = b := by grind

variable [LT α] [Std.LawfulOrderLT α]

theorem lt_trans : a < b → b < c → a < c := by grind
theorem lt_of_le_of_lt : a ≤ b → b < c → a < c := by grind
theorem lt_of_lt_of_le : a < b → b ≤ c → a < c := by grind
theorem ne_of_lt (h : a < b) : a ≠ b := by grind
theorem not_lt : ¬a < b ↔ b ≤ a := by grind
theorem not_le : ¬a ≤ b ↔ b < a := by grind
theorem le_of_not_gt (h : ¬b < a) : a ≤ b := by grind
theorem lt_of_not_ge (h : ¬b ≤ a) : a < b := by grind
theorem lt_of_le_of_ne : a ≤ b → a ≠ b → a < b := by grind
theorem lt_or_ge (a b : α) : a < b ∨ b ≤ a := by grind
theorem le_or_gt (a b : α) : a ≤ b ∨ b < a := by grind
theorem lt_trichotomy (a b : α) : a < b ∨ a = b ∨ b < a := by grind
theorem lt_or_gt_of_ne (h : a ≠ b) : a < b ∨ b < a := by grind
theorem LT.lt.ne (h : a < b) : a ≠ b := by grind
theorem LT.lt.ne' (h : a < b) : b ≠ a := by grind
theorem LT.lt.trans (h : a < b) (h' : b < c) : a < c := by grind
theorem LT.lt.trans_le (h : a < b) (h' : b ≤ c) : a < c := by grind
theorem LE.le.trans_lt (h : a ≤ b) (h' : b < c) : a < c := by grind
theorem LE.le.lt_of_ne (h : a ≤ b) (h' : a ≠ b) : a < b := by grind

end Order

section Order

universe u

variable {α : Type u} [LE α] [LT α] [Std.LawfulOrderLT α] {a b : α}

theorem lt_irrefl (a : α) : ¬a < a := fun h =>
  ((Std.LawfulOrderLT.lt_iff a a).1 h).2 ((Std.LawfulOrderLT.lt_iff a a).1 h).1
theorem le_of_lt (h : a < b) : a ≤ b := ((Std.LawfulOrderLT.lt_iff a b).1 h).1
theorem LT.lt.le (h : a < b) : a ≤ b := le_of_lt h

end Order

variable {a b c d x y : ℝ} {m n : ℕ}

theorem max_def (a b : ℝ) : max a b = if a ≤ b then b else a := rfl
theorem min_def (a b : ℝ) : min a b = if a ≤ b then a else b := rfl
theorem le_max_left (a b : ℝ) : a ≤ max a b := by
  rw [max_def]
  split <;> grind
theorem le_max_right (a b : ℝ) : b ≤ max a b := by
  rw [max_def]
  split <;> grind
theorem max_le (h : a ≤ c) (h' : b ≤ c) : max a b ≤ c := by
  rw [max_def]
  split <;> grind
theorem max_lt (h : a < c) (h' : b < c) : max a b < c := by
  rw [max_def]
  split <;> grind
theorem min_le_left (a b : ℝ) : min a b ≤ a := by
  rw [min_def]
  split <;> grind
theorem min_le_right (a b : ℝ) : min a b ≤ b := by
  rw [min_def]
  split <;> grind
theorem le_min (h : c ≤ a) (h' : c ≤ b) : c ≤ min a b := by
  rw [min_def]
  split <;> grind
theorem lt_min (h : c < a) (h' : c < b) : c < min a b := by
  rw [min_def]
  split <;> grind
theorem max_eq_left (h : b ≤ a) : max a b = a := by
  rw [max_def]
  split <;> grind
theorem max_eq_right (h : a ≤ b) : max a b = b := by
  rw [max_def]
  split <;> grind
theorem min_eq_left (h : a ≤ b) : min a b = a := by
  rw [min_def]
  split <;> grind
theorem min_eq_right (h : b ≤ a) : min a b = b := by
  rw [min_def]
  split <;> grind
theorem max_comm (a b : ℝ) : max a b = max b a := by
  rw [max_def, max_def]
  split <;> split <;> grind
theorem min_comm (a b : ℝ) : min a b = min b a := by
  rw [min_def, min_def]
  split <;> split <;> grind
theorem lt_max_iff : a < max b c ↔ a < b ∨ a < c := by
  rw [max_def]
  split <;> grind
theorem min_lt_iff : min a b < c ↔ a < c ∨ b < c := by
  rw [min_def]
  split <;> grind

/-! ### Ring and field identities -/

theorem add_comm (a b : ℝ) : a + b = b + a := Lean.Grind.Semiring.add_comm a b
theorem add_assoc (a b c : ℝ) : a + b + c = a + (b + c) := Lean.Grind.Semiring.add_assoc a b c
theorem mul_comm (a b : ℝ) : a * b = b * a := Lean.Grind.CommSemiring.mul_comm a b
theorem mul_assoc (a b c : ℝ) : a * b * c = a * (b * c) := Lean.Grind.Semiring.mul_assoc a b c
theorem add_zero (a : ℝ) : a + 0 = a := Lean.Grind.Semiring.add_zero a
theorem zero_add (a : ℝ) : 0 + a = a := by grind
theorem mul_one (a : ℝ) : a * 1 = a := Lean.Grind.Semiring.mul_one a
theorem one_mul (a : ℝ) : 1 * a = a := Lean.Grind.Semiring.one_mul a
theorem mul_zero (a : ℝ) : a * 0 = 0 := Lean.Grind.Semiring.mul_zero a
theorem zero_mul (a : ℝ) : 0 * a = 0 := Lean.Grind.Semiring.zero_mul a
theorem mul_add (a b c : ℝ) : a * (b + c) = a * b + a * c := Lean.Grind.Semiring.left_distrib a b c
theorem add_mul (a b c : ℝ) : (a + b) * c = a * c + b * c :=
  Lean.Grind.Semiring.right_distrib a b c
theorem mul_sub (a b c : ℝ) : a * (b - c) = a * b - a * c := by grind
theorem sub_mul (a b c : ℝ) : (a - b) * c = a * c - b * c := by grind
theorem sub_self (a : ℝ) : a - a = 0 := by grind
theorem sub_zero (a : ℝ) : a - 0 = a := by grind
theorem zero_sub (a : ℝ) : 0 - a = -a := by grind
theorem neg_neg (a : ℝ) : - -a = a := by grind
theorem neg_zero : -(0 : ℝ) = 0 := by grind
theorem sub_eq_add_neg (a b : ℝ) : a - b = a + -b := Lean.Grind.Ring.sub_eq_add_neg a b
theorem neg_mul (a b : ℝ) : -a * b = -(a * b) := by grind
theorem mul_neg (a b : ℝ) : a * -b = -(a * b) := by grind
theorem neg_sub (a b : ℝ) : -(a - b) = b - a := by grind
theorem add_sub_cancel_left (a b : ℝ) : a + b - a = b := by grind
theorem add_sub_cancel_right (a b : ℝ) : a + b - b = a := by grind
theorem sub_add_cancel (a b : ℝ) : a - b + b = a := by grind
theorem add_sub_cancel (a b : ℝ) : a + (b - a) = b := by grind
theorem two_mul (a : ℝ) : 2 * a = a + a := by grind
theorem pow_zero (a : ℝ) : a ^ 0 = 1 := Lean.Grind.Semiring.pow_zero a
theorem pow_one (a : ℝ) : a ^ 1 = a := by grind
theorem pow_two (a : ℝ) : a ^ 2 = a * a := by grind
theorem sq (a : ℝ) : a ^ 2 = a * a := by grind
theorem pow_succ (a : ℝ) (n : ℕ) : a ^ (n + 1) = a ^ n * a := Lean.Grind.Semiring.pow_succ a n
theorem pow_succ' (a : ℝ) (n : ℕ) : a ^ (n + 1) = a * a ^ n := by grind
theorem pow_add (a : ℝ) (m n : ℕ) : a ^ (m + n) = a ^ m * a ^ n := by grind
theorem one_pow (n : ℕ) : (1 : ℝ) ^ n = 1 := by
  induction n with
  | zero => rw [pow_zero]
  | succ n ih => rw [pow_succ, ih, mul_one]
theorem mul_pow (a b : ℝ) (n : ℕ) : (a * b) ^ n = a ^ n * b ^ n := by
  induction n with
  | zero => rw [pow_zero, pow_zero, pow_zero, mul_one]
  | succ n ih => rw [pow_succ, pow_succ, pow_succ, ih]; grind
theorem div_eq_mul_inv (a b : ℝ) : a / b = a * b⁻¹ := Lean.Grind.Field.div_eq_mul_inv a b
theorem one_div (a : ℝ) : 1 / a = a⁻¹ := by grind
theorem inv_eq_one_div (a : ℝ) : a⁻¹ = 1 / a := by grind
theorem inv_inv (a : ℝ) : a⁻¹⁻¹ = a := by grind
theorem inv_zero : (0 : ℝ)⁻¹ = 0 := Lean.Grind.Field.inv_zero
theorem div_zero (a : ℝ) : a / 0 = 0 := by grind
theorem div_one (a : ℝ) : a / 1 = a := by grind
theorem zero_div (a : ℝ) : 0 / a = 0 := by grind
theorem mul_inv_cancel₀ (h : a ≠ 0) : a * a⁻¹ = 1 := Lean.Grind.Field.mul_inv_cancel h
theorem inv_mul_cancel₀ (h : a ≠ 0) : a⁻¹ * a = 1 := by grind
theorem div_self (h : a ≠ 0) : a / a = 1 := by grind
theorem mul_div_assoc (a b c : ℝ) : a * b / c = a * (b / c) := by grind
theorem mul_div_assoc' (a b c : ℝ) : a * (b / c) = a * b / c := by grind
theorem div_mul_eq_mul_div (a b c : ℝ) : a / b * c = a * c / b := by grind
theorem div_mul_cancel₀ (a : ℝ) (h : b ≠ 0) : a / b * b = a := by grind
theorem mul_div_cancel_left₀ (b : ℝ) (h : a ≠ 0) : a * b / a = b := by grind
theorem mul_div_cancel_right₀ (a : ℝ) (h : b ≠ 0) : a * b / b = a := by grind
theorem add_div (a b c : ℝ) : (a + b) / c = a / c + b / c := by grind
theorem sub_div (a b c : ℝ) : (a - b) / c = a / c - b / c := by grind
theorem neg_div (b a : ℝ) : -b / a = -(b / a) := by grind
theorem neg_div_neg_eq (a b : ℝ) : -a / -b = a / b := by grind
theorem div_eq_inv_mul (a b : ℝ) : a / b = b⁻¹ * a := by grind
theorem div_eq_iff (h : b ≠ 0) : a / b = c ↔ a = c * b := by grind
theorem eq_div_iff (h : c ≠ 0) : a = b / c ↔ a * c = b := by grind
theorem mul_ne_zero (ha : a ≠ 0) (hb : b ≠ 0) : a * b ≠ 0 := by grind
theorem mul_eq_zero : a * b = 0 ↔ a = 0 ∨ b = 0 := by grind
theorem inv_ne_zero (h : a ≠ 0) : a⁻¹ ≠ 0 := by grind
theorem div_ne_zero (ha : a ≠ 0) (hb : b ≠ 0) : a / b ≠ 0 := by grind
theorem neg_ne_zero : -a ≠ 0 ↔ a ≠ 0 := by grind
theorem sub_ne_zero : a - b ≠ 0 ↔ a ≠ b := by grind
theorem sub_eq_zero : a - b = 0 ↔ a = b := by grind
theorem one_ne_zero : (1 : ℝ) ≠ 0 := Ne.symm Lean.Grind.Field.zero_ne_one
theorem two_ne_zero : (2 : ℝ) ≠ 0 := by grind
theorem three_ne_zero : (3 : ℝ) ≠ 0 := by grind
theorem four_ne_zero : (4 : ℝ) ≠ 0 := by grind
theorem zero_ne_one : (0 : ℝ) ≠ 1 := Lean.Grind.Field.zero_ne_one
theorem pow_ne_zero (n : ℕ) (h : a ≠ 0) : a ^ n ≠ 0 := by
  induction n with
  | zero => rw [pow_zero]; exact one_ne_zero
  | succ n ih => rw [pow_succ]; exact mul_ne_zero ih h

/-! ### Ordered field -/

theorem zero_lt_one : (0 : ℝ) < 1 := Lean.Grind.OrderedRing.zero_lt_one
theorem one_pos : (0 : ℝ) < 1 := Lean.Grind.OrderedRing.zero_lt_one
theorem zero_lt_two : (0 : ℝ) < 2 := by grind
theorem two_pos : (0 : ℝ) < 2 := by grind
theorem three_pos : (0 : ℝ) < 3 := by grind
theorem four_pos : (0 : ℝ) < 4 := by grind
theorem one_lt_two : (1 : ℝ) < 2 := by grind
theorem zero_le_one : (0 : ℝ) ≤ 1 := by grind
theorem add_pos (ha : 0 < a) (hb : 0 < b) : 0 < a + b := by grind
theorem add_pos_of_pos_of_nonneg (ha : 0 < a) (hb : 0 ≤ b) : 0 < a + b := by grind
theorem add_pos_of_nonneg_of_pos (ha : 0 ≤ a) (hb : 0 < b) : 0 < a + b := by grind
theorem add_nonneg (ha : 0 ≤ a) (hb : 0 ≤ b) : 0 ≤ a + b := by grind
theorem add_le_add (h : a ≤ b) (h' : c ≤ d) : a + c ≤ b + d := by grind
theorem add_lt_add (h : a < b) (h' : c < d) : a + c < b + d := by grind
theorem sub_pos : 0 < a - b ↔ b < a := by grind
theorem sub_nonneg : 0 ≤ a - b ↔ b ≤ a := by grind
theorem neg_pos : 0 < -a ↔ a < 0 := by grind
theorem neg_nonneg : 0 ≤ -a ↔ a ≤ 0 := by grind
theorem neg_lt_zero : -a < 0 ↔ 0 < a := by grind
theorem neg_le_neg (h : a ≤ b) : -b ≤ -a := by grind
theorem neg_lt_neg (h : a < b) : -b < -a := by grind
theorem half_pos (h : 0 < a) : 0 < a / 2 := by grind
theorem half_lt_self (h : 0 < a) : a / 2 < a := by grind
theorem add_halves (a : ℝ) : a / 2 + a / 2 = a := by grind
theorem mul_pos (ha : 0 < a) (hb : 0 < b) : 0 < a * b := by
  have h := Lean.Grind.OrderedRing.mul_lt_mul_of_pos_left hb ha
  rwa [mul_zero] at h
theorem mul_lt_mul_of_pos_left (h : b < c) (ha : 0 < a) : a * b < a * c :=
  Lean.Grind.OrderedRing.mul_lt_mul_of_pos_left h ha
theorem mul_lt_mul_of_pos_right (h : b < c) (ha : 0 < a) : b * a < c * a :=
  Lean.Grind.OrderedRing.mul_lt_mul_of_pos_right h ha
theorem mul_nonneg (ha : 0 ≤ a) (hb : 0 ≤ b) : 0 ≤ a * b := by
  by_cases h : a = 0
  · rw [h, zero_mul]; exact le_rfl
  by_cases h' : b = 0
  · rw [h', mul_zero]; exact le_rfl
  have := mul_pos (show 0 < a by grind) (show 0 < b by grind)
  exact le_of_lt this
theorem mul_le_mul_of_nonneg_left (h : b ≤ c) (ha : 0 ≤ a) : a * b ≤ a * c := by
  have := mul_nonneg ha (sub_nonneg.2 h)
  grind
theorem mul_le_mul_of_nonneg_right (h : b ≤ c) (ha : 0 ≤ a) : b * a ≤ c * a := by
  have := mul_nonneg ha (sub_nonneg.2 h)
  grind
theorem mul_le_mul (h₁ : a ≤ b) (h₂ : c ≤ d) (hc : 0 ≤ c) (hb : 0 ≤ b) : a * c ≤ b * d :=
  le_trans (mul_le_mul_of_nonneg_right h₁ hc) (mul_le_mul_of_nonneg_left h₂ hb)
theorem mul_lt_mul'' (h₁ : a < c) (h₂ : b < d) (ha : 0 ≤ a) (hb : 0 ≤ b) : a * b < c * d :=
  lt_of_le_of_lt (mul_le_mul_of_nonneg_right (le_of_lt h₁) hb)
    (mul_lt_mul_of_pos_left h₂ (lt_of_le_of_lt ha h₁))
theorem mul_neg_of_pos_of_neg (ha : 0 < a) (hb : b < 0) : a * b < 0 := by
  have := mul_pos ha (neg_pos.2 hb)
  grind
theorem mul_neg_of_neg_of_pos (ha : a < 0) (hb : 0 < b) : a * b < 0 := by
  have := mul_pos (neg_pos.2 ha) hb
  grind
theorem mul_pos_of_neg_of_neg (ha : a < 0) (hb : b < 0) : 0 < a * b := by
  have := mul_pos (neg_pos.2 ha) (neg_pos.2 hb)
  grind
theorem mul_self_nonneg (a : ℝ) : 0 ≤ a * a := by
  by_cases h : 0 ≤ a
  · exact mul_nonneg h h
  · exact le_of_lt (mul_pos_of_neg_of_neg (not_le.1 h) (not_le.1 h))
theorem sq_nonneg (a : ℝ) : 0 ≤ a ^ 2 := by rw [sq]; exact mul_self_nonneg a
theorem sq_pos_of_pos (h : 0 < a) : 0 < a ^ 2 := by rw [sq]; exact mul_pos h h
theorem sq_pos_of_ne_zero (h : a ≠ 0) : 0 < a ^ 2 :=
  lt_of_le_of_ne (sq_nonneg a) (Ne.symm (pow_ne_zero 2 h))
theorem pow_pos (h : 0 < a) (n : ℕ) : 0 < a ^ n := by
  induction n with
  | zero => rw [pow_zero]; exact one_pos
  | succ n ih => rw [pow_succ]; exact mul_pos ih h
theorem pow_nonneg (h : 0 ≤ a) (n : ℕ) : 0 ≤ a ^ n := by
  induction n with
  | zero => rw [pow_zero]; exact zero_le_one
  | succ n ih => rw [pow_succ]; exact mul_nonneg ih h
private theorem inv_pos_of (h : 0 < a) : 0 < a⁻¹ := by
  have h' := mul_pos h (sq_pos_of_ne_zero (inv_ne_zero h.ne'))
  have e : a * a⁻¹ ^ 2 = a⁻¹ := by grind
  rwa [e] at h'
theorem inv_pos : 0 < a⁻¹ ↔ 0 < a :=
  ⟨fun h => by have := inv_pos_of h; rwa [inv_inv] at this, inv_pos_of⟩
theorem inv_nonneg : 0 ≤ a⁻¹ ↔ 0 ≤ a := by
  by_cases h : a = 0
  · grind
  · have := @inv_pos a
    have := inv_ne_zero h
    grind
theorem one_div_pos : 0 < 1 / a ↔ 0 < a := by rw [one_div]; exact inv_pos
theorem div_pos (ha : 0 < a) (hb : 0 < b) : 0 < a / b := by
  rw [div_eq_mul_inv]; exact mul_pos ha (inv_pos.2 hb)
theorem div_nonneg (ha : 0 ≤ a) (hb : 0 ≤ b) : 0 ≤ a / b := by
  rw [div_eq_mul_inv]; exact mul_nonneg ha (inv_nonneg.2 hb)
theorem lt_div_iff₀ (hc : 0 < c) : a < b / c ↔ a * c < b := by
  refine ⟨fun h => ?_, fun h => ?_⟩
  · have h' := mul_lt_mul_of_pos_right h hc
    rwa [div_mul_cancel₀ b hc.ne'] at h'
  · have h' := mul_lt_mul_of_pos_right h (inv_pos.2 hc)
    rwa [← div_eq_mul_inv, ← div_eq_mul_inv, mul_div_cancel_right₀ a hc.ne'] at h'
theorem div_lt_iff₀ (hc : 0 < c) : b / c < a ↔ b < a * c := by
  refine ⟨fun h => ?_, fun h => ?_⟩
  · have h' := mul_lt_mul_of_pos_right h hc
    rwa [div_mul_cancel₀ b hc.ne'] at h'
  · have h' := mul_lt_mul_of_pos_right h (inv_pos.2 hc)
    rwa [← div_eq_mul_inv, ← div_eq_mul_inv, mul_div_cancel_right₀ a hc.ne'] at h'
theorem le_div_iff₀ (hc : 0 < c) : a ≤ b / c ↔ a * c ≤ b := by
  have := div_lt_iff₀ (a := a) (b := b) hc
  grind
theorem div_le_iff₀ (hc : 0 < c) : b / c ≤ a ↔ b ≤ a * c := by
  have := lt_div_iff₀ (a := a) (b := b) hc
  grind
theorem div_lt_one (hb : 0 < b) : a / b < 1 ↔ a < b := by rw [div_lt_iff₀ hb, one_mul]
theorem div_le_one (hb : 0 < b) : a / b ≤ 1 ↔ a ≤ b := by rw [div_le_iff₀ hb, one_mul]
theorem one_lt_div (hb : 0 < b) : 1 < a / b ↔ b < a := by rw [lt_div_iff₀ hb, one_mul]
theorem one_le_div (hb : 0 < b) : 1 ≤ a / b ↔ b ≤ a := by rw [le_div_iff₀ hb, one_mul]
theorem div_neg_of_neg_of_pos (ha : a < 0) (hb : 0 < b) : a / b < 0 := by
  rw [div_lt_iff₀ hb, zero_mul]; exact ha
theorem div_le_div_of_nonneg_right (h : a ≤ b) (hc : 0 ≤ c) : a / c ≤ b / c := by
  rw [div_eq_mul_inv, div_eq_mul_inv]
  exact mul_le_mul_of_nonneg_right h (inv_nonneg.2 hc)
theorem div_lt_div_of_pos_right (h : a < b) (hc : 0 < c) : a / c < b / c := by
  rw [div_eq_mul_inv, div_eq_mul_inv]
  exact mul_lt_mul_of_pos_right h (inv_pos.2 hc)
theorem one_div_lt_one_div_of_lt (ha : 0 < a) (h : a < b) : 1 / b < 1 / a := by
  have hb := ha.trans h
  rw [div_lt_iff₀ hb, div_mul_eq_mul_div, one_mul, lt_div_iff₀ ha, one_mul]
  exact h
theorem one_div_le_one_div_of_le (ha : 0 < a) (h : a ≤ b) : 1 / b ≤ 1 / a := by
  by_cases e : a = b
  · rw [e]; exact le_rfl
  · exact le_of_lt (one_div_lt_one_div_of_lt ha (lt_of_le_of_ne h e))

/-! ### Absolute value -/

/-- The absolute value. -/
@[expose] noncomputable def abs (a : ℝ) : ℝ := max a (-a)

theorem abs_of_nonneg (h : 0 ≤ a) : abs a = a := by
  rw [abs]
  exact max_eq_left (by grind)
theorem abs_of_pos (h : 0 < a) : abs a = a := abs_of_nonneg h.le
theorem abs_of_nonpos (h : a ≤ 0) : abs a = -a := by
  rw [abs]
  exact max_eq_right (by grind)
theorem abs_of_neg (h : a < 0) : abs a = -a := abs_of_nonpos h.le
theorem abs_zero : abs 0 = 0 := abs_of_nonneg le_rfl
theorem abs_one : abs 1 = 1 := abs_of_nonneg zero_le_one
theorem abs_nonneg (a : ℝ) : 0 ≤ abs a := by
  rcases le_total 0 a with h | h
  · rw [abs_of_nonneg h]; grind
  · rw [abs_of_nonpos h]; grind
theorem abs_pos : 0 < abs a ↔ a ≠ 0 := by
  rcases le_total 0 a with h | h
  · rw [abs_of_nonneg h]; grind
  · rw [abs_of_nonpos h]; grind
theorem abs_eq_zero : abs a = 0 ↔ a = 0 := by
  rcases le_total 0 a with h | h
  · rw [abs_of_nonneg h]
  · rw [abs_of_nonpos h]; grind
theorem abs_neg (a : ℝ) : abs (-a) = abs a := by
  rw [abs, abs, neg_neg, max_comm]
theorem abs_sub_comm (a b : ℝ) : abs (a - b) = abs (b - a) := by
  rw [← neg_sub, abs_neg]
theorem abs_lt : abs a < b ↔ -b < a ∧ a < b := by
  rcases le_total 0 a with h | h
  · rw [abs_of_nonneg h]; grind
  · rw [abs_of_nonpos h]; grind
theorem abs_le : abs a ≤ b ↔ -b ≤ a ∧ a ≤ b := by
  rcases le_total 0 a with h | h
  · rw [abs_of_nonneg h]; grind
  · rw [abs_of_nonpos h]; grind
theorem le_abs_self (a : ℝ) : a ≤ abs a := by
  rw [abs]
  exact le_max_left a (-a)
theorem neg_le_abs (a : ℝ) : -a ≤ abs a := by
  rw [abs]
  exact le_max_right a (-a)
theorem neg_abs_le (a : ℝ) : -abs a ≤ a := by
  have := neg_le_abs a
  grind
theorem abs_add_le (a b : ℝ) : abs (a + b) ≤ abs a + abs b := by
  have := le_abs_self a
  have := le_abs_self b
  have := neg_le_abs a
  have := neg_le_abs b
  exact abs_le.2 ⟨by grind, by grind⟩
theorem abs_sub_abs_le_abs_sub (a b : ℝ) : abs a - abs b ≤ abs (a - b) := by
  have h := abs_add_le (a - b) b
  rw [sub_add_cancel] at h
  grind
theorem abs_abs_sub_abs_le_abs_sub (a b : ℝ) : abs (abs a - abs b) ≤ abs (a - b) := by
  have h := abs_sub_abs_le_abs_sub a b
  have h' := abs_sub_abs_le_abs_sub b a
  rw [abs_sub_comm b a] at h'
  exact abs_le.2 ⟨by grind, h⟩
theorem abs_mul (a b : ℝ) : abs (a * b) = abs a * abs b := by
  rcases le_total 0 a with ha | ha <;> rcases le_total 0 b with hb | hb
  · rw [abs_of_nonneg ha, abs_of_nonneg hb, abs_of_nonneg (mul_nonneg ha hb)]
  · have := mul_nonneg ha (neg_nonneg.2 hb)
    rw [abs_of_nonneg ha, abs_of_nonpos hb, abs_of_nonpos (by grind), mul_neg]
  · have := mul_nonneg (neg_nonneg.2 ha) hb
    rw [abs_of_nonpos ha, abs_of_nonneg hb, abs_of_nonpos (by grind), neg_mul]
  · have := mul_nonneg (neg_nonneg.2 ha) (neg_nonneg.2 hb)
    rw [abs_of_nonpos ha, abs_of_nonpos hb, abs_of_nonneg (by grind)]
    grind
theorem abs_mul_abs_self (a : ℝ) : abs a * abs a = a * a := by
  rcases le_total 0 a with h | h
  · rw [abs_of_nonneg h]
  · rw [abs_of_nonpos h]; grind
theorem sq_abs (a : ℝ) : abs a ^ 2 = a ^ 2 := by rw [sq, sq, abs_mul_abs_self]
theorem abs_inv (a : ℝ) : abs a⁻¹ = (abs a)⁻¹ := by
  by_cases h : a = 0
  · rw [h, inv_zero, abs_zero, inv_zero]
  · have h₁ : abs (a * a⁻¹) = abs a * abs a⁻¹ := abs_mul a a⁻¹
    rw [mul_inv_cancel₀ h, abs_one] at h₁
    have := abs_pos.2 h
    grind
theorem abs_div (a b : ℝ) : abs (a / b) = abs a / abs b := by
  rw [div_eq_mul_inv, abs_mul, abs_inv, ← div_eq_mul_inv]

/-! ### Casts of natural numbers -/

namespace Nat

theorem cast_zero : ((0 : ℕ) : ℝ) = 0 := by grind
theorem cast_one : ((1 : ℕ) : ℝ) = 1 := by grind
theorem cast_add (m n : ℕ) : ((m + n : ℕ) : ℝ) = m + n := by grind
theorem cast_succ (n : ℕ) : ((Nat.succ n : ℕ) : ℝ) = n + 1 := by grind
theorem cast_add_one (n : ℕ) : ((n + 1 : ℕ) : ℝ) = n + 1 := by grind
theorem cast_mul (m n : ℕ) : ((m * n : ℕ) : ℝ) = m * n := by grind
theorem cast_nonneg (n : ℕ) : 0 ≤ (n : ℝ) := by
  induction n with
  | zero => grind
  | succ n ih => grind
theorem cast_add_one_pos (n : ℕ) : 0 < (n : ℝ) + 1 := by
  have := cast_nonneg n
  grind
theorem cast_le : (m : ℝ) ≤ n ↔ m ≤ n := by
  have key (m n : ℕ) (h : m ≤ n) : (m : ℝ) ≤ n := by
    obtain ⟨k, rfl⟩ := Nat.exists_eq_add_of_le h
    have := cast_nonneg k
    grind
  refine ⟨fun h => ?_, key m n⟩
  by_cases h' : n + 1 ≤ m
  · have := key _ _ h'
    grind
  · omega
theorem cast_lt : (m : ℝ) < n ↔ m < n := by
  have := @cast_le n m
  grind
theorem cast_pos : 0 < (n : ℝ) ↔ 0 < n := by
  have := @cast_lt 0 n
  grind
theorem cast_inj : (m : ℝ) = n ↔ m = n := by
  have := @cast_le m n
  have := @cast_le n m
  grind
theorem cast_ne_zero : (n : ℝ) ≠ 0 ↔ n ≠ 0 := by
  have := @cast_inj n 0
  grind

end Nat

/-! ### Completeness -/

/-- Completeness, in the form that the rest of the interface uses: a non-empty set that is bounded
above has a least upper bound. -/
theorem Real.exists_isLUB' {s : ℝ → Prop} (hne : ∃ x, s x) (hbdd : ∃ b, ∀ x, s x → x ≤ b) :
    ∃ l, (∀ x, s x → x ≤ l) ∧ ∀ b, (∀ x, s x → x ≤ b) → l ≤ b :=
  Real.instConditionallyCompleteLinearOrderedField.exists_isLUB s hne hbdd

/-- The field of real numbers is Archimedean. -/
theorem exists_nat_gt (x : ℝ) : ∃ n : ℕ, x < n := by
  refine Classical.byContradiction fun h => ?_
  have hb : ∀ n : ℕ, (n : ℝ) ≤ x := fun n => not_lt.1 fun h' => h ⟨n, h'⟩
  obtain ⟨l, hl, hl'⟩ := Real.exists_isLUB' (s := fun y => ∃ n : ℕ, y = n) ⟨0, 0, by grind⟩
    ⟨x, fun y ⟨n, hn⟩ => hn ▸ hb n⟩
  have h₁ : l ≤ l - 1 := hl' _ fun y ⟨n, hn⟩ => by
    have := hl _ ⟨n + 1, rfl⟩
    grind
  grind
