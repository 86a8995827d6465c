module

public section

/-!
# Orders, rings and fields

The interface of `Mathlib.Algebra.Order.Field.Basic` and of what it imports: the classes of orders,
rings and fields, and the lemmas on them that Shomei cites, each under Mathlib's name. Mathlib
states many of them for weaker structures still. Here they are stated for linear orders, for
commutative (semi)rings and for fields, so that the natural numbers, the integers and the real
numbers have them all, and Lean has to be told which of them is meant, as over Mathlib.
-/

universe u v

/-! ### Classes -/

/-- A semiring whose multiplication is commutative. -/
abbrev CommSemiring (α : Type u) := Lean.Grind.CommSemiring α

/-- A ring whose multiplication is commutative. -/
abbrev CommRing (α : Type u) := Lean.Grind.CommRing α

/-- A field, in which the inverse of 0 is 0. -/
abbrev Field (α : Type u) := Lean.Grind.Field α

/-- A reflexive and transitive relation. -/
class Preorder (α : Type u) extends LE α, LT α where
  le_refl (a : α) : a ≤ a
  le_trans (a b c : α) : a ≤ b → b ≤ c → a ≤ c
  lt_iff_le_not_ge (a b : α) : a < b ↔ a ≤ b ∧ ¬b ≤ a

/-- An order in which any two elements can be compared. -/
class LinearOrder (α : Type u) extends Preorder α, Min α, Max α where
  le_antisymm (a b : α) : a ≤ b → b ≤ a → a = b
  le_total (a b : α) : a ≤ b ∨ b ≤ a
  /-- Comparisons are decided. -/
  toDecidableLE : DecidableLE α
  min_def (a b : α) : min a b = if a ≤ b then a else b
  max_def (a b : α) : max a b = if a ≤ b then b else a

section Instances

variable {α : Type u}

instance (priority := 100) Shomei.Portable.isPreorder [Preorder α] : Std.IsPreorder α where
  le_refl := Preorder.le_refl
  le_trans := Preorder.le_trans

instance (priority := 100) Shomei.Portable.lawfulOrderLT [Preorder α] : Std.LawfulOrderLT α where
  lt_iff := Preorder.lt_iff_le_not_ge

instance (priority := 100) Shomei.Portable.isLinearOrder [LinearOrder α] : Std.IsLinearOrder α where
  le_refl := Preorder.le_refl
  le_trans := Preorder.le_trans
  le_antisymm := LinearOrder.le_antisymm
  le_total := LinearOrder.le_total

instance (priority := 100) Shomei.Portable.instDecidableLE [LinearOrder α] : DecidableLE α :=
  LinearOrder.toDecidableLE

noncomputable instance Nat.instLinearOrder : LinearOrder Nat where
  le_refl := Nat.le_refl
  le_trans _ _ _ := Nat.le_trans
  lt_iff_le_not_ge a b := by omega
  le_antisymm _ _ := Nat.le_antisymm
  le_total := Nat.le_total
  toDecidableLE := inferInstance
  min_def a b := by split <;> omega
  max_def a b := by split <;> omega

noncomputable instance Int.instLinearOrder : LinearOrder Int where
  le_refl := Int.le_refl
  le_trans _ _ _ := Int.le_trans
  lt_iff_le_not_ge a b := by omega
  le_antisymm _ _ := Int.le_antisymm
  le_total := Int.le_total
  toDecidableLE := inferInstance
  min_def a b := by split <;> omega
  max_def a b := by split <;> omega

end Instances

/-- A (semi)ring with a linear order that addition and multiplication by what is positive keep. -/
abbrev IsStrictOrderedRing (α : Type u) [Lean.Grind.Semiring α] [LinearOrder α] : Prop :=
  Lean.Grind.OrderedRing α

local notation "ℕ" => Nat

/-! ### Order -/

section Order

variable {α : Type u} [Preorder α] {a b c : α}

theorem le_refl (a : α) : a ≤ a := Preorder.le_refl a
theorem le_rfl : a ≤ a := Preorder.le_refl a
theorem le_trans : a ≤ b → b ≤ c → a ≤ c := Preorder.le_trans a b c
theorem le_of_eq (h : a = b) : a ≤ b := h ▸ le_refl a
theorem LE.le.trans (h : a ≤ b) (h' : b ≤ c) : a ≤ c := le_trans h h'
theorem lt_irrefl (a : α) : ¬a < a := by grind
theorem le_of_lt (h : a < b) : a ≤ b := by grind
theorem LT.lt.le (h : a < b) : a ≤ b := by grind
theorem lt_trans : a < b → b < c → a < c := by grind
theorem lt_of_le_of_lt : a ≤ b → b < c → a < c := by grind
theorem lt_of_lt_of_le : a < b → b ≤ c → a < c := by grind
theorem ne_of_lt (h : a < b) : a ≠ b := by grind
theorem LT.lt.ne (h : a < b) : a ≠ b := by grind
theorem LT.lt.ne' (h : a < b) : b ≠ a := by grind
theorem LT.lt.trans (h : a < b) (h' : b < c) : a < c := by grind
theorem LT.lt.trans_le (h : a < b) (h' : b ≤ c) : a < c := by grind
theorem LE.le.trans_lt (h : a ≤ b) (h' : b < c) : a < c := by grind

end Order

section Order

variable {α : Type u} [LinearOrder α] {a b c : α}

theorem le_antisymm : a ≤ b → b ≤ a → a = b := LinearOrder.le_antisymm a b
theorem le_total (a b : α) : a ≤ b ∨ b ≤ a := LinearOrder.le_total a b
theorem LE.le.antisymm (h : a ≤ b) (h' : b ≤ a) : a = b := le_antisymm h h'
theorem not_lt : ¬a < b ↔ b ≤ a := by grind
theorem not_le : ¬a ≤ b ↔ b < a := by grind
theorem le_of_not_gt (h : ¬b < a) : a ≤ b := by grind
theorem lt_of_not_ge (h : ¬b ≤ a) : a < b := by grind
theorem lt_of_le_of_ne : a ≤ b → a ≠ b → a < b := by grind
theorem lt_or_ge (a b : α) : a < b ∨ b ≤ a := by grind
theorem le_or_gt (a b : α) : a ≤ b ∨ b < a := by grind
theorem lt_trichotomy (a b : α) : a < b ∨ a = b ∨ b < a := by grind
theorem lt_or_gt_of_ne (h : a ≠ b) : a < b ∨ b < a := by grind
theorem LE.le.lt_of_ne (h : a ≤ b) (h' : a ≠ b) : a < b := by grind

theorem max_def (a b : α) : max a b = if a ≤ b then b else a := LinearOrder.max_def a b
theorem min_def (a b : α) : min a b = if a ≤ b then a else b := LinearOrder.min_def a b
theorem le_max_left (a b : α) : a ≤ max a b := by
  rw [max_def]
  split <;> grind
theorem le_max_right (a b : α) : b ≤ max a b := by
  rw [max_def]
  split <;> grind
theorem max_le (h : a ≤ c) (h' : b ≤ c) : max a b ≤ c := by
  rw [max_def]
  split <;> grind
theorem max_lt (h : a < c) (h' : b < c) : max a b < c := by
  rw [max_def]
  split <;> grind
theorem min_le_left (a b : α) : min a b ≤ a := by
  rw [min_def]
  split <;> grind
theorem min_le_right (a b : α) : min a b ≤ b := by
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
theorem max_comm (a b : α) : max a b = max b a := by
  rw [max_def, max_def]
  split <;> split <;> grind
theorem min_comm (a b : α) : min a b = min b a := by
  rw [min_def, min_def]
  split <;> split <;> grind
theorem lt_max_iff : a < max b c ↔ a < b ∨ a < c := by
  rw [max_def]
  split <;> grind
theorem min_lt_iff : min a b < c ↔ a < c ∨ b < c := by
  rw [min_def]
  split <;> grind

end Order

/-! ### Identities -/

section CommSemiring

variable {α : Type u} [CommSemiring α] {a b c : α}

theorem add_comm (a b : α) : a + b = b + a := Lean.Grind.Semiring.add_comm a b
theorem add_assoc (a b c : α) : a + b + c = a + (b + c) := Lean.Grind.Semiring.add_assoc a b c
theorem mul_comm (a b : α) : a * b = b * a := Lean.Grind.CommSemiring.mul_comm a b
theorem mul_assoc (a b c : α) : a * b * c = a * (b * c) := Lean.Grind.Semiring.mul_assoc a b c
theorem add_zero (a : α) : a + 0 = a := Lean.Grind.Semiring.add_zero a
theorem zero_add (a : α) : 0 + a = a := by grind
theorem mul_one (a : α) : a * 1 = a := Lean.Grind.Semiring.mul_one a
theorem one_mul (a : α) : 1 * a = a := Lean.Grind.Semiring.one_mul a
theorem mul_zero (a : α) : a * 0 = 0 := Lean.Grind.Semiring.mul_zero a
theorem zero_mul (a : α) : 0 * a = 0 := Lean.Grind.Semiring.zero_mul a
theorem mul_add (a b c : α) : a * (b + c) = a * b + a * c := Lean.Grind.Semiring.left_distrib a b c
theorem add_mul (a b c : α) : (a + b) * c = a * c + b * c :=
  Lean.Grind.Semiring.right_distrib a b c
theorem two_mul (a : α) : 2 * a = a + a := by grind
theorem pow_zero (a : α) : a ^ 0 = 1 := Lean.Grind.Semiring.pow_zero a
theorem pow_one (a : α) : a ^ 1 = a := by grind
theorem pow_two (a : α) : a ^ 2 = a * a := by grind
theorem sq (a : α) : a ^ 2 = a * a := by grind
theorem pow_succ (a : α) (n : ℕ) : a ^ (n + 1) = a ^ n * a := Lean.Grind.Semiring.pow_succ a n
theorem pow_succ' (a : α) (n : ℕ) : a ^ (n + 1) = a * a ^ n := by grind
theorem pow_add (a : α) (m n : ℕ) : a ^ (m + n) = a ^ m * a ^ n := by grind
theorem one_pow (n : ℕ) : (1 : α) ^ n = 1 := by
  induction n with
  | zero => rw [pow_zero]
  | succ n ih => rw [pow_succ, ih, mul_one]
theorem mul_pow (a b : α) (n : ℕ) : (a * b) ^ n = a ^ n * b ^ n := by
  induction n with
  | zero => rw [pow_zero, pow_zero, pow_zero, mul_one]
  | succ n ih => rw [pow_succ, pow_succ, pow_succ, ih]; grind

end CommSemiring

section CommRing

variable {α : Type u} [CommRing α] {a b c : α}

theorem mul_sub (a b c : α) : a * (b - c) = a * b - a * c := by grind
theorem sub_mul (a b c : α) : (a - b) * c = a * c - b * c := by grind
theorem sub_self (a : α) : a - a = 0 := by grind
theorem sub_zero (a : α) : a - 0 = a := by grind
theorem zero_sub (a : α) : 0 - a = -a := by grind
theorem neg_neg (a : α) : - -a = a := by grind
theorem neg_zero : -(0 : α) = 0 := by grind
theorem sub_eq_add_neg (a b : α) : a - b = a + -b := Lean.Grind.Ring.sub_eq_add_neg a b
theorem neg_mul (a b : α) : -a * b = -(a * b) := by grind
theorem mul_neg (a b : α) : a * -b = -(a * b) := by grind
theorem neg_sub (a b : α) : -(a - b) = b - a := by grind
theorem add_sub_cancel_left (a b : α) : a + b - a = b := by grind
theorem add_sub_cancel_right (a b : α) : a + b - b = a := by grind
theorem sub_add_cancel (a b : α) : a - b + b = a := by grind
theorem add_sub_cancel (a b : α) : a + (b - a) = b := by grind
theorem neg_ne_zero : -a ≠ 0 ↔ a ≠ 0 := by grind
theorem sub_ne_zero : a - b ≠ 0 ↔ a ≠ b := by grind
theorem sub_eq_zero : a - b = 0 ↔ a = b := by grind

end CommRing

section Field

variable {α : Type u} [Field α] {a b c : α}

theorem div_eq_mul_inv (a b : α) : a / b = a * b⁻¹ := Lean.Grind.Field.div_eq_mul_inv a b
theorem one_div (a : α) : 1 / a = a⁻¹ := by grind
theorem inv_eq_one_div (a : α) : a⁻¹ = 1 / a := by grind
theorem inv_inv (a : α) : a⁻¹⁻¹ = a := by grind
theorem inv_zero : (0 : α)⁻¹ = 0 := Lean.Grind.Field.inv_zero
theorem div_zero (a : α) : a / 0 = 0 := by grind
theorem div_one (a : α) : a / 1 = a := by grind
theorem zero_div (a : α) : 0 / a = 0 := by grind
theorem mul_inv_cancel₀ (h : a ≠ 0) : a * a⁻¹ = 1 := Lean.Grind.Field.mul_inv_cancel h
theorem inv_mul_cancel₀ (h : a ≠ 0) : a⁻¹ * a = 1 := by grind
theorem div_self (h : a ≠ 0) : a / a = 1 := by grind
theorem mul_div_assoc (a b c : α) : a * b / c = a * (b / c) := by grind
theorem mul_div_assoc' (a b c : α) : a * (b / c) = a * b / c := by grind
theorem div_mul_eq_mul_div (a b c : α) : a / b * c = a * c / b := by grind
theorem div_mul_cancel₀ (a : α) (h : b ≠ 0) : a / b * b = a := by grind
theorem mul_div_cancel_left₀ (b : α) (h : a ≠ 0) : a * b / a = b := by grind
theorem mul_div_cancel_right₀ (a : α) (h : b ≠ 0) : a * b / b = a := by grind
theorem add_div (a b c : α) : (a + b) / c = a / c + b / c := by grind
theorem sub_div (a b c : α) : (a - b) / c = a / c - b / c := by grind
theorem neg_div (a b : α) : -b / a = -(b / a) := by grind
theorem neg_div_neg_eq (a b : α) : -a / -b = a / b := by grind
theorem div_eq_inv_mul (a b : α) : a / b = b⁻¹ * a := by grind
theorem div_eq_iff (h : b ≠ 0) : a / b = c ↔ a = c * b := by grind
theorem eq_div_iff (h : c ≠ 0) : a = b / c ↔ a * c = b := by grind
theorem mul_ne_zero (ha : a ≠ 0) (hb : b ≠ 0) : a * b ≠ 0 := by grind
theorem mul_eq_zero : a * b = 0 ↔ a = 0 ∨ b = 0 := by grind
theorem inv_ne_zero (h : a ≠ 0) : a⁻¹ ≠ 0 := by grind
theorem div_ne_zero (ha : a ≠ 0) (hb : b ≠ 0) : a / b ≠ 0 := by grind
theorem one_ne_zero : (1 : α) ≠ 0 := Ne.symm Lean.Grind.Field.zero_ne_one
theorem zero_ne_one : (0 : α) ≠ 1 := Lean.Grind.Field.zero_ne_one
theorem pow_ne_zero (n : ℕ) (h : a ≠ 0) : a ^ n ≠ 0 := by
  induction n with
  | zero => rw [pow_zero]; exact one_ne_zero
  | succ n ih => rw [pow_succ]; exact mul_ne_zero ih h

end Field

/-! ### Order of sums and products -/

section OrderedSemiring

variable {α : Type u} [CommSemiring α] [LinearOrder α] [IsStrictOrderedRing α] {a b c d : α}

theorem zero_lt_one : (0 : α) < 1 := Lean.Grind.OrderedRing.zero_lt_one
theorem one_pos : (0 : α) < 1 := Lean.Grind.OrderedRing.zero_lt_one
theorem zero_le_one : (0 : α) ≤ 1 := le_of_lt zero_lt_one
private theorem lt_add_one' (a : α) : a < a + 1 := by
  have h : (0 : α) < 1 := zero_lt_one
  grind
omit [LinearOrder α] [IsStrictOrderedRing α] in
private theorem numeral_succ (n : ℕ) : (OfNat.ofNat (n + 1) : α) = OfNat.ofNat n + 1 :=
  Lean.Grind.Semiring.ofNat_succ n
theorem one_lt_two : (1 : α) < 2 := by
  have e : (2 : α) = 1 + 1 := numeral_succ 1
  rw [e]
  exact lt_add_one' 1
theorem zero_lt_two : (0 : α) < 2 := lt_trans zero_lt_one one_lt_two
theorem two_pos : (0 : α) < 2 := zero_lt_two
theorem three_pos : (0 : α) < 3 := by
  have e : (3 : α) = 2 + 1 := numeral_succ 2
  rw [e]
  exact lt_trans zero_lt_two (lt_add_one' 2)
theorem four_pos : (0 : α) < 4 := by
  have e : (4 : α) = 3 + 1 := numeral_succ 3
  rw [e]
  exact lt_trans three_pos (lt_add_one' 3)
theorem two_ne_zero : (2 : α) ≠ 0 := zero_lt_two.ne'
theorem three_ne_zero : (3 : α) ≠ 0 := three_pos.ne'
theorem four_ne_zero : (4 : α) ≠ 0 := four_pos.ne'
theorem add_pos (ha : 0 < a) (hb : 0 < b) : 0 < a + b := by grind
theorem add_pos_of_pos_of_nonneg (ha : 0 < a) (hb : 0 ≤ b) : 0 < a + b := by grind
theorem add_pos_of_nonneg_of_pos (ha : 0 ≤ a) (hb : 0 < b) : 0 < a + b := by grind
theorem add_nonneg (ha : 0 ≤ a) (hb : 0 ≤ b) : 0 ≤ a + b := by grind
theorem add_le_add (h : a ≤ b) (h' : c ≤ d) : a + c ≤ b + d := by grind
theorem add_lt_add (h : a < b) (h' : c < d) : a + c < b + d := by grind
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
  by_cases e : a = 0
  · rw [e, zero_mul, zero_mul]; exact le_rfl
  by_cases e' : b = c
  · rw [e']; exact le_rfl
  · exact le_of_lt (mul_lt_mul_of_pos_left (by grind) (by grind))
theorem mul_le_mul_of_nonneg_right (h : b ≤ c) (ha : 0 ≤ a) : b * a ≤ c * a := by
  rw [mul_comm b a, mul_comm c a]
  exact mul_le_mul_of_nonneg_left h ha
theorem mul_le_mul (h₁ : a ≤ b) (h₂ : c ≤ d) (hc : 0 ≤ c) (hb : 0 ≤ b) : a * c ≤ b * d :=
  le_trans (mul_le_mul_of_nonneg_right h₁ hc) (mul_le_mul_of_nonneg_left h₂ hb)
theorem mul_lt_mul'' (h₁ : a < c) (h₂ : b < d) (ha : 0 ≤ a) (hb : 0 ≤ b) : a * b < c * d :=
  lt_of_le_of_lt (mul_le_mul_of_nonneg_right (le_of_lt h₁) hb)
    (mul_lt_mul_of_pos_left h₂ (lt_of_le_of_lt ha h₁))
theorem sq_pos_of_pos (h : 0 < a) : 0 < a ^ 2 := by rw [sq]; exact mul_pos h h
theorem pow_pos (h : 0 < a) (n : ℕ) : 0 < a ^ n := by
  induction n with
  | zero => rw [pow_zero]; exact one_pos
  | succ n ih => rw [pow_succ]; exact mul_pos ih h
theorem pow_nonneg (h : 0 ≤ a) (n : ℕ) : 0 ≤ a ^ n := by
  induction n with
  | zero => rw [pow_zero]; exact zero_le_one
  | succ n ih => rw [pow_succ]; exact mul_nonneg ih h

end OrderedSemiring

section OrderedRing

variable {α : Type u} [CommRing α] [LinearOrder α] [IsStrictOrderedRing α] {a b c d : α}

theorem sub_pos : 0 < a - b ↔ b < a := by grind
theorem sub_nonneg : 0 ≤ a - b ↔ b ≤ a := by grind
theorem neg_pos : 0 < -a ↔ a < 0 := by grind
theorem neg_nonneg : 0 ≤ -a ↔ a ≤ 0 := by grind
theorem neg_lt_zero : -a < 0 ↔ 0 < a := by grind
theorem neg_le_neg (h : a ≤ b) : -b ≤ -a := by grind
theorem neg_lt_neg (h : a < b) : -b < -a := by grind
theorem mul_neg_of_pos_of_neg (ha : 0 < a) (hb : b < 0) : a * b < 0 := by
  have := mul_pos ha (neg_pos.2 hb)
  grind
theorem mul_neg_of_neg_of_pos (ha : a < 0) (hb : 0 < b) : a * b < 0 := by
  have := mul_pos (neg_pos.2 ha) hb
  grind
theorem mul_pos_of_neg_of_neg (ha : a < 0) (hb : b < 0) : 0 < a * b := by
  have := mul_pos (neg_pos.2 ha) (neg_pos.2 hb)
  grind
theorem mul_self_nonneg (a : α) : 0 ≤ a * a := by
  by_cases h : 0 ≤ a
  · exact mul_nonneg h h
  · exact le_of_lt (mul_pos_of_neg_of_neg (not_le.1 h) (not_le.1 h))
theorem sq_nonneg (a : α) : 0 ≤ a ^ 2 := by rw [sq]; exact mul_self_nonneg a

end OrderedRing

section OrderedField

variable {α : Type u} [Field α] [LinearOrder α] [IsStrictOrderedRing α] {a b c d : α}

theorem sq_pos_of_ne_zero (h : a ≠ 0) : 0 < a ^ 2 :=
  lt_of_le_of_ne (sq_nonneg a) (Ne.symm (pow_ne_zero 2 h))
theorem half_pos (h : 0 < a) : 0 < a / 2 := by grind
theorem half_lt_self (h : 0 < a) : a / 2 < a := by grind
theorem add_halves (a : α) : a / 2 + a / 2 = a := by grind
private theorem inv_pos_of (h : 0 < a) : 0 < a⁻¹ := by
  have h' := mul_pos h (sq_pos_of_ne_zero (inv_ne_zero h.ne'))
  have e : a * a⁻¹ ^ 2 = a⁻¹ := by grind
  rwa [e] at h'
theorem inv_pos : 0 < a⁻¹ ↔ 0 < a :=
  ⟨fun h => by have := inv_pos_of h; rwa [inv_inv] at this, inv_pos_of⟩
theorem inv_nonneg : 0 ≤ a⁻¹ ↔ 0 ≤ a := by
  by_cases h : a = 0
  · grind
  · have := inv_pos (a := a)
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

end OrderedField

/-- The quotient of two functions. -/
@[expose] instance Pi.instDiv {ι : Type u} {β : ι → Type v} [∀ i, Div (β i)] : Div (∀ i, β i) :=
  ⟨fun f g i => f i / g i⟩

/-! ### Absolute value -/

/-- The absolute value. -/
@[expose] def abs {α : Type u} [Max α] [Neg α] (a : α) : α := max a (-a)

section Abs

variable {α : Type u} [CommRing α] [LinearOrder α] [IsStrictOrderedRing α] {a b c : α}

theorem abs_of_nonneg (h : 0 ≤ a) : abs a = a := by
  rw [abs]
  exact max_eq_left (by grind)
theorem abs_of_pos (h : 0 < a) : abs a = a := abs_of_nonneg h.le
theorem abs_of_nonpos (h : a ≤ 0) : abs a = -a := by
  rw [abs]
  exact max_eq_right (by grind)
theorem abs_of_neg (h : a < 0) : abs a = -a := abs_of_nonpos h.le
theorem abs_zero : abs (0 : α) = 0 := abs_of_nonneg le_rfl
theorem abs_one : abs (1 : α) = 1 := abs_of_nonneg zero_le_one
theorem abs_nonneg (a : α) : 0 ≤ abs a := by
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
omit [IsStrictOrderedRing α] in
theorem abs_neg (a : α) : abs (-a) = abs a := by
  rw [abs, abs, neg_neg, max_comm]
omit [IsStrictOrderedRing α] in
theorem abs_sub_comm (a b : α) : abs (a - b) = abs (b - a) := by
  rw [← neg_sub, abs_neg]
theorem abs_lt : abs a < b ↔ -b < a ∧ a < b := by
  rcases le_total 0 a with h | h
  · rw [abs_of_nonneg h]; grind
  · rw [abs_of_nonpos h]; grind
theorem abs_le : abs a ≤ b ↔ -b ≤ a ∧ a ≤ b := by
  rcases le_total 0 a with h | h
  · rw [abs_of_nonneg h]; grind
  · rw [abs_of_nonpos h]; grind
omit [IsStrictOrderedRing α] in
theorem le_abs_self (a : α) : a ≤ abs a := by
  rw [abs]
  exact le_max_left a (-a)
omit [IsStrictOrderedRing α] in
theorem neg_le_abs (a : α) : -a ≤ abs a := by
  rw [abs]
  exact le_max_right a (-a)
theorem neg_abs_le (a : α) : -abs a ≤ a := by
  have := neg_le_abs a
  grind
theorem abs_add_le (a b : α) : abs (a + b) ≤ abs a + abs b := by
  have := le_abs_self a
  have := le_abs_self b
  have := neg_le_abs a
  have := neg_le_abs b
  exact abs_le.2 ⟨by grind, by grind⟩
theorem abs_sub_abs_le_abs_sub (a b : α) : abs a - abs b ≤ abs (a - b) := by
  have h := abs_add_le (a - b) b
  rw [sub_add_cancel] at h
  grind
theorem abs_abs_sub_abs_le_abs_sub (a b : α) : abs (abs a - abs b) ≤ abs (a - b) := by
  have h := abs_sub_abs_le_abs_sub a b
  have h' := abs_sub_abs_le_abs_sub b a
  rw [abs_sub_comm b a] at h'
  exact abs_le.2 ⟨by grind, h⟩
theorem abs_mul (a b : α) : abs (a * b) = abs a * abs b := by
  rcases le_total 0 a with ha | ha <;> rcases le_total 0 b with hb | hb
  · rw [abs_of_nonneg ha, abs_of_nonneg hb, abs_of_nonneg (mul_nonneg ha hb)]
  · have := mul_nonneg ha (neg_nonneg.2 hb)
    rw [abs_of_nonneg ha, abs_of_nonpos hb, abs_of_nonpos (by grind), mul_neg]
  · have := mul_nonneg (neg_nonneg.2 ha) hb
    rw [abs_of_nonpos ha, abs_of_nonneg hb, abs_of_nonpos (by grind), neg_mul]
  · have := mul_nonneg (neg_nonneg.2 ha) (neg_nonneg.2 hb)
    rw [abs_of_nonpos ha, abs_of_nonpos hb, abs_of_nonneg (by grind)]
    grind
theorem abs_mul_abs_self (a : α) : abs a * abs a = a * a := by
  rcases le_total 0 a with h | h
  · rw [abs_of_nonneg h]
  · rw [abs_of_nonpos h]; grind
theorem sq_abs (a : α) : abs a ^ 2 = a ^ 2 := by rw [sq, sq, abs_mul_abs_self]

end Abs

section Abs

variable {α : Type u} [Field α] [LinearOrder α] [IsStrictOrderedRing α]

theorem abs_inv (a : α) : abs a⁻¹ = (abs a)⁻¹ := by
  by_cases h : a = 0
  · rw [h, inv_zero, abs_zero, inv_zero]
  · have h₁ : abs (a * a⁻¹) = abs a * abs a⁻¹ := abs_mul a a⁻¹
    rw [mul_inv_cancel₀ h, abs_one] at h₁
    have := abs_pos.2 h
    grind
theorem abs_div (a b : α) : abs (a / b) = abs a / abs b := by
  rw [div_eq_mul_inv, abs_mul, abs_inv, ← div_eq_mul_inv]

end Abs

/-! ### Casts of natural numbers -/

namespace Nat

attribute [instance 50] Lean.Grind.Semiring.natCast Lean.Grind.Ring.intCast

section CommSemiring

variable {α : Type u} [CommSemiring α]

theorem cast_zero : ((0 : ℕ) : α) = 0 := by grind
theorem cast_one : ((1 : ℕ) : α) = 1 := by grind
theorem cast_add (m n : ℕ) : ((m + n : ℕ) : α) = m + n := by grind
theorem cast_succ (n : ℕ) : ((Nat.succ n : ℕ) : α) = n + 1 := by grind
theorem cast_add_one (n : ℕ) : ((n + 1 : ℕ) : α) = n + 1 := by grind
theorem cast_mul (m n : ℕ) : ((m * n : ℕ) : α) = m * n := by grind

end CommSemiring

section OrderedSemiring

variable {α : Type u} [CommSemiring α] [LinearOrder α] [IsStrictOrderedRing α] {m n : ℕ}

theorem cast_nonneg (n : ℕ) : 0 ≤ (n : α) := by
  induction n with
  | zero => rw [cast_zero]; exact le_rfl
  | succ n ih => rw [cast_add_one]; exact add_nonneg ih zero_le_one
theorem cast_add_one_pos (n : ℕ) : 0 < (n : α) + 1 :=
  add_pos_of_nonneg_of_pos (cast_nonneg n) zero_lt_one
theorem cast_le : (m : α) ≤ n ↔ m ≤ n := by
  have key (m n : ℕ) (h : m ≤ n) : (m : α) ≤ n := by
    obtain ⟨k, rfl⟩ := Nat.exists_eq_add_of_le h
    have := _root_.add_le_add (_root_.le_refl (m : α)) (cast_nonneg k)
    rwa [add_zero, ← cast_add] at this
  refine ⟨fun h => Nat.not_lt.1 fun h' => ?_, key m n⟩
  have h'' := key (n + 1) m h'
  rw [cast_add_one] at h''
  exact lt_irrefl _ (lt_of_lt_of_le (lt_add_one' (n : α)) (le_trans h'' h))
theorem cast_lt : (m : α) < n ↔ m < n := by
  rw [← not_le, ← Nat.not_le, cast_le]
theorem cast_pos : 0 < (n : α) ↔ 0 < n := by
  rw [← cast_lt (α := α), cast_zero]
theorem cast_inj : (m : α) = n ↔ m = n := by
  have h := cast_le (α := α) (m := m) (n := n)
  have h' := cast_le (α := α) (m := n) (n := m)
  grind
theorem cast_ne_zero : (n : α) ≠ 0 ↔ n ≠ 0 := by
  rw [← cast_zero (α := α), Ne, cast_inj]

end OrderedSemiring

end Nat
