import Shomei

set_option linter.all false

open Filter Topology

/-!
# Conformance

Each theorem of the portable interface, stated again and proved by the theorem of its name. Over
Mathlib, `lake env lean Conformance.lean` is silent if Mathlib has all of them.

Generated from `portable/` by `python -m shomei.lean.conformance`.
-/

/-! ### Mathlib.Algebra.BigOperators.Intervals -/

section

universe u v
example {M : Type v} [CommSemiring M] (n : ℕ) (a : M) : n • a = n * a :=
  _root_.nsmul_eq_mul n a
namespace Finset
variable {ι : Type u} {M : Type v} {α : Type u}
variable {s s₁ s₂ : Finset ι}
example [Preorder α] [LocallyFiniteOrder α] {a b x : α} : x ∈ Icc a b ↔ a ≤ x ∧ x ≤ b :=
  _root_.Finset.mem_Icc
example {n m : ℕ} : m ∈ range n ↔ m < n :=
  _root_.Finset.mem_range
example {a b : ι} : b ∈ ({a} : Finset ι) ↔ b = a :=
  _root_.Finset.mem_singleton
example (a : ℕ) : Icc a a = {a} :=
  _root_.Finset.Icc_self a
example {a b : ℕ} (h : b < a) : Icc a b = ∅ :=
  _root_.Finset.Icc_eq_empty_of_lt h
example (n : ℕ) : card (range n) = n :=
  _root_.Finset.card_range n
example (a b : ℕ) : Finset.card (Icc a b) = b + 1 - a :=
  _root_.Nat.card_Icc a b
section Sums
variable [CommSemiring M] {f g : ι → M}
example : ∑ x ∈ (∅ : Finset ι), f x = 0 :=
  _root_.Finset.sum_empty
example (f : ι → M) (a : ι) : ∑ x ∈ ({a} : Finset ι), f x = f a :=
  _root_.Finset.sum_singleton f a
example (h : s₁ = s₂) : (∀ x ∈ s₂, f x = g x) → s₁.sum f = s₂.sum g :=
  _root_.Finset.sum_congr h
example : ∑ i ∈ s, (f i + g i) = (∑ i ∈ s, f i) + ∑ i ∈ s, g i :=
  _root_.Finset.sum_add_distrib
example (s : Finset ι) (f : ι → M) (b : M) : b * ∑ i ∈ s, f i = ∑ i ∈ s, b * f i :=
  _root_.Finset.mul_sum s f b
example (s : Finset ι) (f : ι → M) (b : M) : (∑ i ∈ s, f i) * b = ∑ i ∈ s, f i * b :=
  _root_.Finset.sum_mul s f b
example (b : M) : ∑ _x ∈ s, b = s.card • b :=
  _root_.Finset.sum_const b
example (f : ℕ → M) : ∑ k ∈ range 0, f k = 0 :=
  _root_.Finset.sum_range_zero f
example (f : ℕ → M) (n : ℕ) : ∑ x ∈ range (n + 1), f x = (∑ x ∈ range n, f x) + f n :=
  _root_.Finset.sum_range_succ f n
example {a b : ℕ} (hab : a ≤ b + 1) (f : ℕ → M) : ∑ k ∈ Icc a (b + 1), f k = (∑ k ∈ Icc a b, f k) + f (b + 1) :=
  _root_.Finset.sum_Icc_succ_top hab f
end Sums
section Sums
variable [CommRing M]
example (f g : ι → M) : ∑ i ∈ s, (f i - g i) = (∑ i ∈ s, f i) - ∑ i ∈ s, g i :=
  _root_.Finset.sum_sub_distrib f g
end Sums
section Sums
variable [Field M]
example (s : Finset ι) (f : ι → M) (a : M) : (∑ i ∈ s, f i) / a = ∑ i ∈ s, f i / a :=
  _root_.Finset.sum_div s f a
end Sums
section Sums
variable [CommSemiring M] [LinearOrder M] [IsStrictOrderedRing M] {f g : ι → M}
example (h : ∀ i ∈ s, f i ≤ g i) : ∑ i ∈ s, f i ≤ ∑ i ∈ s, g i :=
  _root_.Finset.sum_le_sum h
example (h : ∀ i ∈ s, 0 ≤ f i) : 0 ≤ ∑ i ∈ s, f i :=
  _root_.Finset.sum_nonneg h
example (h : ∀ i ∈ s, 0 < f i) (hs : s.Nonempty) : 0 < ∑ i ∈ s, f i :=
  _root_.Finset.sum_pos h hs
end Sums
section Products
variable [CommSemiring M] {f g : ι → M}
example : ∏ x ∈ (∅ : Finset ι), f x = 1 :=
  _root_.Finset.prod_empty
example (f : ι → M) (a : ι) : ∏ x ∈ ({a} : Finset ι), f x = f a :=
  _root_.Finset.prod_singleton f a
example (h : s₁ = s₂) : (∀ x ∈ s₂, f x = g x) → s₁.prod f = s₂.prod g :=
  _root_.Finset.prod_congr h
example : ∏ x ∈ s, (f x * g x) = (∏ x ∈ s, f x) * ∏ x ∈ s, g x :=
  _root_.Finset.prod_mul_distrib
example (b : M) : ∏ _x ∈ s, b = b ^ s.card :=
  _root_.Finset.prod_const b
example (f : ℕ → M) : ∏ k ∈ range 0, f k = 1 :=
  _root_.Finset.prod_range_zero f
example (f : ℕ → M) (n : ℕ) : ∏ x ∈ range (n + 1), f x = (∏ x ∈ range n, f x) * f n :=
  _root_.Finset.prod_range_succ f n
example {a b : ℕ} (hab : a ≤ b + 1) (f : ℕ → M) : ∏ k ∈ Icc a (b + 1), f k = (∏ k ∈ Icc a b, f k) * f (b + 1) :=
  _root_.Finset.prod_Icc_succ_top hab f
end Products
section Products
variable [CommSemiring M] [LinearOrder M] [IsStrictOrderedRing M] {f g : ι → M}
example (h0 : ∀ i ∈ s, 0 ≤ f i) : 0 ≤ ∏ i ∈ s, f i :=
  _root_.Finset.prod_nonneg h0
example (h0 : ∀ i ∈ s, 0 < f i) : 0 < ∏ i ∈ s, f i :=
  _root_.Finset.prod_pos h0
end Products
end Finset
namespace Nat
example {R : Type u} [CommSemiring R] {n : ℕ} [Nat.AtLeastTwo n] : ((no_index (OfNat.ofNat n) : ℕ) : R) = OfNat.ofNat n :=
  _root_.Nat.cast_ofNat
example : factorial 0 = 1 :=
  _root_.Nat.factorial_zero
example (n : ℕ) : factorial (n + 1) = (n + 1) * factorial n :=
  _root_.Nat.factorial_succ n
example : factorial 1 = 1 :=
  _root_.Nat.factorial_one
example : factorial 2 = 2 :=
  _root_.Nat.factorial_two
example (n : ℕ) : 0 < factorial n :=
  _root_.Nat.factorial_pos n
example (n : ℕ) : factorial n ≠ 0 :=
  _root_.Nat.factorial_ne_zero n
example (n : ℕ) : choose n 0 = 1 :=
  _root_.Nat.choose_zero_right n
example (k : ℕ) : choose 0 (succ k) = 0 :=
  _root_.Nat.choose_zero_succ k
example (n k : ℕ) : choose (succ n) (succ k) = choose n k + choose n (succ k) :=
  _root_.Nat.choose_succ_succ n k
example (n k : ℕ) : choose (n + 1) (k + 1) = choose n k + choose n (k + 1) :=
  _root_.Nat.choose_succ_succ' n k
example {n k : ℕ} (h : n < k) : choose n k = 0 :=
  _root_.Nat.choose_eq_zero_of_lt h
example (n : ℕ) : choose n n = 1 :=
  _root_.Nat.choose_self n
example (n : ℕ) : choose n 1 = n :=
  _root_.Nat.choose_one_right n
example {n k : ℕ} (hk : k ≤ n) : choose n k * factorial k * factorial (n - k) = factorial n :=
  _root_.Nat.choose_mul_factorial_mul_factorial hk
example {n k : ℕ} (hk : k ≤ n) : choose n (n - k) = choose n k :=
  _root_.Nat.choose_symm hk
example {n k : ℕ} (hk : k ≤ n) : 0 < choose n k :=
  _root_.Nat.choose_pos hk
end Nat

end

/-! ### Mathlib.Algebra.Order.Field.Basic -/

section

universe u v
section Order
variable {α : Type u} [Preorder α] {a b c : α}
example (a : α) : a ≤ a :=
  _root_.le_refl a
example : a ≤ a :=
  _root_.le_rfl
example : a ≤ b → b ≤ c → a ≤ c :=
  _root_.le_trans
example (h : a = b) : a ≤ b :=
  _root_.le_of_eq h
example (h : a ≤ b) (h' : b ≤ c) : a ≤ c :=
  _root_.LE.le.trans h h'
example (a : α) : ¬a < a :=
  _root_.lt_irrefl a
example (h : a < b) : a ≤ b :=
  _root_.le_of_lt h
example (h : a < b) : a ≤ b :=
  _root_.LT.lt.le h
example : a < b → b < c → a < c :=
  _root_.lt_trans
example : a ≤ b → b < c → a < c :=
  _root_.lt_of_le_of_lt
example : a < b → b ≤ c → a < c :=
  _root_.lt_of_lt_of_le
example (h : a < b) : a ≠ b :=
  _root_.ne_of_lt h
example (h : a < b) : a ≠ b :=
  _root_.LT.lt.ne h
example (h : a < b) : b ≠ a :=
  _root_.LT.lt.ne' h
example (h : a < b) (h' : b < c) : a < c :=
  _root_.LT.lt.trans h h'
example (h : a < b) (h' : b ≤ c) : a < c :=
  _root_.LT.lt.trans_le h h'
example (h : a ≤ b) (h' : b < c) : a < c :=
  _root_.LE.le.trans_lt h h'
end Order
section Order
variable {α : Type u} [LinearOrder α] {a b c : α}
example : a ≤ b → b ≤ a → a = b :=
  _root_.le_antisymm
example (a b : α) : a ≤ b ∨ b ≤ a :=
  _root_.le_total a b
example (h : a ≤ b) (h' : b ≤ a) : a = b :=
  _root_.LE.le.antisymm h h'
example : ¬a < b ↔ b ≤ a :=
  _root_.not_lt
example : ¬a ≤ b ↔ b < a :=
  _root_.not_le
example (h : ¬b < a) : a ≤ b :=
  _root_.le_of_not_gt h
example (h : ¬b ≤ a) : a < b :=
  _root_.lt_of_not_ge h
example : a ≤ b → a ≠ b → a < b :=
  _root_.lt_of_le_of_ne
example (a b : α) : a < b ∨ b ≤ a :=
  _root_.lt_or_ge a b
example (a b : α) : a ≤ b ∨ b < a :=
  _root_.le_or_gt a b
example (a b : α) : a < b ∨ a = b ∨ b < a :=
  _root_.lt_trichotomy a b
example (h : a ≠ b) : a < b ∨ b < a :=
  _root_.lt_or_gt_of_ne h
example (h : a ≤ b) (h' : a ≠ b) : a < b :=
  _root_.LE.le.lt_of_ne h h'
example (a b : α) : max a b = if a ≤ b then b else a :=
  _root_.max_def a b
example (a b : α) : min a b = if a ≤ b then a else b :=
  _root_.min_def a b
example (a b : α) : a ≤ max a b :=
  _root_.le_max_left a b
example (a b : α) : b ≤ max a b :=
  _root_.le_max_right a b
example (h : a ≤ c) (h' : b ≤ c) : max a b ≤ c :=
  _root_.max_le h h'
example (h : a < c) (h' : b < c) : max a b < c :=
  _root_.max_lt h h'
example (a b : α) : min a b ≤ a :=
  _root_.min_le_left a b
example (a b : α) : min a b ≤ b :=
  _root_.min_le_right a b
example (h : c ≤ a) (h' : c ≤ b) : c ≤ min a b :=
  _root_.le_min h h'
example (h : c < a) (h' : c < b) : c < min a b :=
  _root_.lt_min h h'
example (h : b ≤ a) : max a b = a :=
  _root_.max_eq_left h
example (h : a ≤ b) : max a b = b :=
  _root_.max_eq_right h
example (h : a ≤ b) : min a b = a :=
  _root_.min_eq_left h
example (h : b ≤ a) : min a b = b :=
  _root_.min_eq_right h
example (a b : α) : max a b = max b a :=
  _root_.max_comm a b
example (a b : α) : min a b = min b a :=
  _root_.min_comm a b
example : a < max b c ↔ a < b ∨ a < c :=
  _root_.lt_max_iff
example : min a b < c ↔ a < c ∨ b < c :=
  _root_.min_lt_iff
end Order
section CommSemiring
variable {α : Type u} [CommSemiring α] {a b c : α}
example (a b : α) : a + b = b + a :=
  _root_.add_comm a b
example (a b c : α) : a + b + c = a + (b + c) :=
  _root_.add_assoc a b c
example (a b : α) : a * b = b * a :=
  _root_.mul_comm a b
example (a b c : α) : a * b * c = a * (b * c) :=
  _root_.mul_assoc a b c
example (a : α) : a + 0 = a :=
  _root_.add_zero a
example (a : α) : 0 + a = a :=
  _root_.zero_add a
example (a : α) : a * 1 = a :=
  _root_.mul_one a
example (a : α) : 1 * a = a :=
  _root_.one_mul a
example (a : α) : a * 0 = 0 :=
  _root_.mul_zero a
example (a : α) : 0 * a = 0 :=
  _root_.zero_mul a
example (a b c : α) : a * (b + c) = a * b + a * c :=
  _root_.mul_add a b c
example (a b c : α) : (a + b) * c = a * c + b * c :=
  _root_.add_mul a b c
example (a : α) : 2 * a = a + a :=
  _root_.two_mul a
example (a : α) : a ^ 0 = 1 :=
  _root_.pow_zero a
example (a : α) : a ^ 1 = a :=
  _root_.pow_one a
example (a : α) : a ^ 2 = a * a :=
  _root_.pow_two a
example (a : α) : a ^ 2 = a * a :=
  _root_.sq a
example (a : α) (n : ℕ) : a ^ (n + 1) = a ^ n * a :=
  _root_.pow_succ a n
example (a : α) (n : ℕ) : a ^ (n + 1) = a * a ^ n :=
  _root_.pow_succ' a n
example (a : α) (m n : ℕ) : a ^ (m + n) = a ^ m * a ^ n :=
  _root_.pow_add a m n
example (n : ℕ) : (1 : α) ^ n = 1 :=
  _root_.one_pow n
example (a b : α) (n : ℕ) : (a * b) ^ n = a ^ n * b ^ n :=
  _root_.mul_pow a b n
end CommSemiring
section CommRing
variable {α : Type u} [CommRing α] {a b c : α}
example (a b c : α) : a * (b - c) = a * b - a * c :=
  _root_.mul_sub a b c
example (a b c : α) : (a - b) * c = a * c - b * c :=
  _root_.sub_mul a b c
example (a : α) : a - a = 0 :=
  _root_.sub_self a
example (a : α) : a - 0 = a :=
  _root_.sub_zero a
example (a : α) : 0 - a = -a :=
  _root_.zero_sub a
example (a : α) : - -a = a :=
  _root_.neg_neg a
example : -(0 : α) = 0 :=
  _root_.neg_zero
example (a b : α) : a - b = a + -b :=
  _root_.sub_eq_add_neg a b
example (a b : α) : -a * b = -(a * b) :=
  _root_.neg_mul a b
example (a b : α) : a * -b = -(a * b) :=
  _root_.mul_neg a b
example (a b : α) : -(a - b) = b - a :=
  _root_.neg_sub a b
example (a b : α) : a + b - a = b :=
  _root_.add_sub_cancel_left a b
example (a b : α) : a + b - b = a :=
  _root_.add_sub_cancel_right a b
example (a b : α) : a - b + b = a :=
  _root_.sub_add_cancel a b
example (a b : α) : a + (b - a) = b :=
  _root_.add_sub_cancel a b
example : -a ≠ 0 ↔ a ≠ 0 :=
  _root_.neg_ne_zero
example : a - b ≠ 0 ↔ a ≠ b :=
  _root_.sub_ne_zero
example : a - b = 0 ↔ a = b :=
  _root_.sub_eq_zero
end CommRing
section Field
variable {α : Type u} [Field α] {a b c : α}
example (a b : α) : a / b = a * b⁻¹ :=
  _root_.div_eq_mul_inv a b
example (a : α) : 1 / a = a⁻¹ :=
  _root_.one_div a
example (a : α) : a⁻¹ = 1 / a :=
  _root_.inv_eq_one_div a
example (a : α) : a⁻¹⁻¹ = a :=
  _root_.inv_inv a
example : (0 : α)⁻¹ = 0 :=
  _root_.inv_zero
example (a : α) : a / 0 = 0 :=
  _root_.div_zero a
example (a : α) : a / 1 = a :=
  _root_.div_one a
example (a : α) : 0 / a = 0 :=
  _root_.zero_div a
example (h : a ≠ 0) : a * a⁻¹ = 1 :=
  _root_.mul_inv_cancel₀ h
example (h : a ≠ 0) : a⁻¹ * a = 1 :=
  _root_.inv_mul_cancel₀ h
example (h : a ≠ 0) : a / a = 1 :=
  _root_.div_self h
example (a b c : α) : a * b / c = a * (b / c) :=
  _root_.mul_div_assoc a b c
example (a b c : α) : a * (b / c) = a * b / c :=
  _root_.mul_div_assoc' a b c
example (a b c : α) : a / b * c = a * c / b :=
  _root_.div_mul_eq_mul_div a b c
example (a : α) (h : b ≠ 0) : a / b * b = a :=
  _root_.div_mul_cancel₀ a h
example (b : α) (h : a ≠ 0) : a * b / a = b :=
  _root_.mul_div_cancel_left₀ b h
example (a : α) (h : b ≠ 0) : a * b / b = a :=
  _root_.mul_div_cancel_right₀ a h
example (a b c : α) : (a + b) / c = a / c + b / c :=
  _root_.add_div a b c
example (a b c : α) : (a - b) / c = a / c - b / c :=
  _root_.sub_div a b c
example (a b : α) : -b / a = -(b / a) :=
  _root_.neg_div a b
example (a b : α) : -a / -b = a / b :=
  _root_.neg_div_neg_eq a b
example (a b : α) : a / b = b⁻¹ * a :=
  _root_.div_eq_inv_mul a b
example (h : b ≠ 0) : a / b = c ↔ a = c * b :=
  _root_.div_eq_iff h
example (h : c ≠ 0) : a = b / c ↔ a * c = b :=
  _root_.eq_div_iff h
example (ha : a ≠ 0) (hb : b ≠ 0) : a * b ≠ 0 :=
  _root_.mul_ne_zero ha hb
example : a * b = 0 ↔ a = 0 ∨ b = 0 :=
  _root_.mul_eq_zero
example (h : a ≠ 0) : a⁻¹ ≠ 0 :=
  _root_.inv_ne_zero h
example (ha : a ≠ 0) (hb : b ≠ 0) : a / b ≠ 0 :=
  _root_.div_ne_zero ha hb
example : (1 : α) ≠ 0 :=
  _root_.one_ne_zero
example : (0 : α) ≠ 1 :=
  _root_.zero_ne_one
example (n : ℕ) (h : a ≠ 0) : a ^ n ≠ 0 :=
  _root_.pow_ne_zero n h
end Field
section OrderedSemiring
variable {α : Type u} [CommSemiring α] [LinearOrder α] [IsStrictOrderedRing α] {a b c d : α}
example : (0 : α) < 1 :=
  _root_.zero_lt_one
example : (0 : α) < 1 :=
  _root_.one_pos
example : (0 : α) ≤ 1 :=
  _root_.zero_le_one
example : (1 : α) < 2 :=
  _root_.one_lt_two
example : (0 : α) < 2 :=
  _root_.zero_lt_two
example : (0 : α) < 2 :=
  _root_.two_pos
example : (0 : α) < 3 :=
  _root_.three_pos
example : (0 : α) < 4 :=
  _root_.four_pos
example : (2 : α) ≠ 0 :=
  _root_.two_ne_zero
example : (3 : α) ≠ 0 :=
  _root_.three_ne_zero
example : (4 : α) ≠ 0 :=
  _root_.four_ne_zero
example (ha : 0 < a) (hb : 0 < b) : 0 < a + b :=
  _root_.add_pos ha hb
example (ha : 0 < a) (hb : 0 ≤ b) : 0 < a + b :=
  _root_.add_pos_of_pos_of_nonneg ha hb
example (ha : 0 ≤ a) (hb : 0 < b) : 0 < a + b :=
  _root_.add_pos_of_nonneg_of_pos ha hb
example (ha : 0 ≤ a) (hb : 0 ≤ b) : 0 ≤ a + b :=
  _root_.add_nonneg ha hb
example (h : a ≤ b) (h' : c ≤ d) : a + c ≤ b + d :=
  _root_.add_le_add h h'
example (h : a < b) (h' : c < d) : a + c < b + d :=
  _root_.add_lt_add h h'
example (ha : 0 < a) (hb : 0 < b) : 0 < a * b :=
  _root_.mul_pos ha hb
example (h : b < c) (ha : 0 < a) : a * b < a * c :=
  _root_.mul_lt_mul_of_pos_left h ha
example (h : b < c) (ha : 0 < a) : b * a < c * a :=
  _root_.mul_lt_mul_of_pos_right h ha
example (ha : 0 ≤ a) (hb : 0 ≤ b) : 0 ≤ a * b :=
  _root_.mul_nonneg ha hb
example (h : b ≤ c) (ha : 0 ≤ a) : a * b ≤ a * c :=
  _root_.mul_le_mul_of_nonneg_left h ha
example (h : b ≤ c) (ha : 0 ≤ a) : b * a ≤ c * a :=
  _root_.mul_le_mul_of_nonneg_right h ha
example (h₁ : a ≤ b) (h₂ : c ≤ d) (hc : 0 ≤ c) (hb : 0 ≤ b) : a * c ≤ b * d :=
  _root_.mul_le_mul h₁ h₂ hc hb
example (h₁ : a < c) (h₂ : b < d) (ha : 0 ≤ a) (hb : 0 ≤ b) : a * b < c * d :=
  _root_.mul_lt_mul'' h₁ h₂ ha hb
example (h : 0 < a) : 0 < a ^ 2 :=
  _root_.sq_pos_of_pos h
example (h : 0 < a) (n : ℕ) : 0 < a ^ n :=
  _root_.pow_pos h n
example (h : 0 ≤ a) (n : ℕ) : 0 ≤ a ^ n :=
  _root_.pow_nonneg h n
end OrderedSemiring
section OrderedRing
variable {α : Type u} [CommRing α] [LinearOrder α] [IsStrictOrderedRing α] {a b c d : α}
example : 0 < a - b ↔ b < a :=
  _root_.sub_pos
example : 0 ≤ a - b ↔ b ≤ a :=
  _root_.sub_nonneg
example : 0 < -a ↔ a < 0 :=
  _root_.neg_pos
example : 0 ≤ -a ↔ a ≤ 0 :=
  _root_.neg_nonneg
example : -a < 0 ↔ 0 < a :=
  _root_.neg_lt_zero
example (h : a ≤ b) : -b ≤ -a :=
  _root_.neg_le_neg h
example (h : a < b) : -b < -a :=
  _root_.neg_lt_neg h
example (ha : 0 < a) (hb : b < 0) : a * b < 0 :=
  _root_.mul_neg_of_pos_of_neg ha hb
example (ha : a < 0) (hb : 0 < b) : a * b < 0 :=
  _root_.mul_neg_of_neg_of_pos ha hb
example (ha : a < 0) (hb : b < 0) : 0 < a * b :=
  _root_.mul_pos_of_neg_of_neg ha hb
example (a : α) : 0 ≤ a * a :=
  _root_.mul_self_nonneg a
example (a : α) : 0 ≤ a ^ 2 :=
  _root_.sq_nonneg a
end OrderedRing
section OrderedField
variable {α : Type u} [Field α] [LinearOrder α] [IsStrictOrderedRing α] {a b c d : α}
example (h : a ≠ 0) : 0 < a ^ 2 :=
  _root_.sq_pos_of_ne_zero h
example (h : 0 < a) : 0 < a / 2 :=
  _root_.half_pos h
example (h : 0 < a) : a / 2 < a :=
  _root_.half_lt_self h
example (a : α) : a / 2 + a / 2 = a :=
  _root_.add_halves a
example : 0 < a⁻¹ ↔ 0 < a :=
  _root_.inv_pos
example : 0 ≤ a⁻¹ ↔ 0 ≤ a :=
  _root_.inv_nonneg
example : 0 < 1 / a ↔ 0 < a :=
  _root_.one_div_pos
example (ha : 0 < a) (hb : 0 < b) : 0 < a / b :=
  _root_.div_pos ha hb
example (ha : 0 ≤ a) (hb : 0 ≤ b) : 0 ≤ a / b :=
  _root_.div_nonneg ha hb
example (hc : 0 < c) : a < b / c ↔ a * c < b :=
  _root_.lt_div_iff₀ hc
example (hc : 0 < c) : b / c < a ↔ b < a * c :=
  _root_.div_lt_iff₀ hc
example (hc : 0 < c) : a ≤ b / c ↔ a * c ≤ b :=
  _root_.le_div_iff₀ hc
example (hc : 0 < c) : b / c ≤ a ↔ b ≤ a * c :=
  _root_.div_le_iff₀ hc
example (hb : 0 < b) : a / b < 1 ↔ a < b :=
  _root_.div_lt_one hb
example (hb : 0 < b) : a / b ≤ 1 ↔ a ≤ b :=
  _root_.div_le_one hb
example (hb : 0 < b) : 1 < a / b ↔ b < a :=
  _root_.one_lt_div hb
example (hb : 0 < b) : 1 ≤ a / b ↔ b ≤ a :=
  _root_.one_le_div hb
example (ha : a < 0) (hb : 0 < b) : a / b < 0 :=
  _root_.div_neg_of_neg_of_pos ha hb
example (h : a ≤ b) (hc : 0 ≤ c) : a / c ≤ b / c :=
  _root_.div_le_div_of_nonneg_right h hc
example (h : a < b) (hc : 0 < c) : a / c < b / c :=
  _root_.div_lt_div_of_pos_right h hc
example (ha : 0 < a) (h : a < b) : 1 / b < 1 / a :=
  _root_.one_div_lt_one_div_of_lt ha h
example (ha : 0 < a) (h : a ≤ b) : 1 / b ≤ 1 / a :=
  _root_.one_div_le_one_div_of_le ha h
end OrderedField
section Abs
variable {α : Type u} [CommRing α] [LinearOrder α] [IsStrictOrderedRing α] {a b c : α}
example (h : 0 ≤ a) : abs a = a :=
  _root_.abs_of_nonneg h
example (h : 0 < a) : abs a = a :=
  _root_.abs_of_pos h
example (h : a ≤ 0) : abs a = -a :=
  _root_.abs_of_nonpos h
example (h : a < 0) : abs a = -a :=
  _root_.abs_of_neg h
example : abs (0 : α) = 0 :=
  _root_.abs_zero
example : abs (1 : α) = 1 :=
  _root_.abs_one
example (a : α) : 0 ≤ abs a :=
  _root_.abs_nonneg a
example : 0 < abs a ↔ a ≠ 0 :=
  _root_.abs_pos
example : abs a = 0 ↔ a = 0 :=
  _root_.abs_eq_zero
example (a : α) : abs (-a) = abs a :=
  _root_.abs_neg a
example (a b : α) : abs (a - b) = abs (b - a) :=
  _root_.abs_sub_comm a b
example : abs a < b ↔ -b < a ∧ a < b :=
  _root_.abs_lt
example : abs a ≤ b ↔ -b ≤ a ∧ a ≤ b :=
  _root_.abs_le
example (a : α) : a ≤ abs a :=
  _root_.le_abs_self a
example (a : α) : -a ≤ abs a :=
  _root_.neg_le_abs a
example (a : α) : -abs a ≤ a :=
  _root_.neg_abs_le a
example (a b : α) : abs (a + b) ≤ abs a + abs b :=
  _root_.abs_add_le a b
example (a b : α) : abs a - abs b ≤ abs (a - b) :=
  _root_.abs_sub_abs_le_abs_sub a b
example (a b : α) : abs (abs a - abs b) ≤ abs (a - b) :=
  _root_.abs_abs_sub_abs_le_abs_sub a b
example (a b : α) : abs (a * b) = abs a * abs b :=
  _root_.abs_mul a b
example (a : α) : abs a * abs a = a * a :=
  _root_.abs_mul_abs_self a
example (a : α) : abs a ^ 2 = a ^ 2 :=
  _root_.sq_abs a
end Abs
section Abs
variable {α : Type u} [Field α] [LinearOrder α] [IsStrictOrderedRing α]
example (a : α) : abs a⁻¹ = (abs a)⁻¹ :=
  _root_.abs_inv a
example (a b : α) : abs (a / b) = abs a / abs b :=
  _root_.abs_div a b
end Abs
namespace Nat
section CommSemiring
variable {α : Type u} [CommSemiring α]
example : ((0 : ℕ) : α) = 0 :=
  _root_.Nat.cast_zero
example : ((1 : ℕ) : α) = 1 :=
  _root_.Nat.cast_one
example (m n : ℕ) : ((m + n : ℕ) : α) = m + n :=
  _root_.Nat.cast_add m n
example (n : ℕ) : ((Nat.succ n : ℕ) : α) = n + 1 :=
  _root_.Nat.cast_succ n
example (n : ℕ) : ((n + 1 : ℕ) : α) = n + 1 :=
  _root_.Nat.cast_add_one n
example (m n : ℕ) : ((m * n : ℕ) : α) = m * n :=
  _root_.Nat.cast_mul m n
end CommSemiring
section OrderedSemiring
variable {α : Type u} [CommSemiring α] [LinearOrder α] [IsStrictOrderedRing α] {m n : ℕ}
example (n : ℕ) : 0 ≤ (n : α) :=
  _root_.Nat.cast_nonneg n
example (n : ℕ) : 0 < (n : α) + 1 :=
  _root_.Nat.cast_add_one_pos n
example : (m : α) ≤ n ↔ m ≤ n :=
  _root_.Nat.cast_le
example : (m : α) < n ↔ m < n :=
  _root_.Nat.cast_lt
example : 0 < (n : α) ↔ 0 < n :=
  _root_.Nat.cast_pos
example : (m : α) = n ↔ m = n :=
  _root_.Nat.cast_inj
example : (n : α) ≠ 0 ↔ n ≠ 0 :=
  _root_.Nat.cast_ne_zero
end OrderedSemiring
end Nat

end

/-! ### Mathlib.Analysis.Calculus.Deriv.Basic -/

section

variable {f : ℝ → ℝ} {f' x : ℝ}
example (h : HasDerivAt f f' x) : DifferentiableAt ℝ f x :=
  _root_.HasDerivAt.differentiableAt h
example (h : DifferentiableAt ℝ f x) : HasDerivAt f (deriv f x) x :=
  _root_.DifferentiableAt.hasDerivAt h
example (h : DifferentiableAt ℝ f x) : ContinuousAt f x :=
  _root_.DifferentiableAt.continuousAt h
example (h : Differentiable ℝ f) : DifferentiableAt ℝ f x :=
  _root_.Differentiable.differentiableAt h
example (h : Differentiable ℝ f) : Continuous f :=
  _root_.Differentiable.continuous h

end

/-! ### Mathlib.Analysis.Calculus.Deriv.Inv -/

section

open Filter
variable {f g : ℝ → ℝ} {f' g' x : ℝ}
example (x c : ℝ) : HasDerivAt (fun _ => c) 0 x :=
  _root_.hasDerivAt_const x c
example (x : ℝ) : HasDerivAt (fun x => x) 1 x :=
  _root_.hasDerivAt_id' x
example (x : ℝ) : HasDerivAt id 1 x :=
  _root_.hasDerivAt_id x
example (hf : HasDerivAt f f' x) (hg : HasDerivAt g g' x) : HasDerivAt (fun x => f x + g x) (f' + g') x :=
  _root_.HasDerivAt.fun_add hf hg
example (h : HasDerivAt f f' x) : HasDerivAt (fun x => -f x) (-f') x :=
  _root_.HasDerivAt.fun_neg h
example (hf : HasDerivAt f f' x) (hg : HasDerivAt g g' x) : HasDerivAt (fun x => f x - g x) (f' - g') x :=
  _root_.HasDerivAt.fun_sub hf hg
example (hc : HasDerivAt f f' x) (hd : HasDerivAt g g' x) : HasDerivAt (fun y => f y * g y) (f' * g x + f x * g') x :=
  _root_.HasDerivAt.fun_mul hc hd
example (c : ℝ) (hd : HasDerivAt f f' x) : HasDerivAt (fun y => c * f y) (c * f') x :=
  _root_.HasDerivAt.const_mul c hd
example (hc : HasDerivAt f f' x) (d : ℝ) : HasDerivAt (fun y => f y * d) (f' * d) x :=
  _root_.HasDerivAt.mul_const hc d
example (hc : HasDerivAt f f' x) (d : ℝ) : HasDerivAt (fun y => f y / d) (f' / d) x :=
  _root_.HasDerivAt.div_const hc d
example (c : ℝ) (hf : HasDerivAt f f' x) : HasDerivAt (fun x => c + f x) f' x :=
  _root_.HasDerivAt.const_add c hf
example (c : ℝ) (hf : HasDerivAt f f' x) : HasDerivAt (fun x => f x + c) f' x :=
  _root_.HasDerivAt.add_const c hf
example (c : ℝ) (hf : HasDerivAt f f' x) : HasDerivAt (fun x => f x - c) f' x :=
  _root_.HasDerivAt.sub_const c hf
example (c : ℝ) (hf : HasDerivAt f f' x) : HasDerivAt (fun x => c - f x) (-f') x :=
  _root_.HasDerivAt.const_sub c hf
example (x : ℝ) {h₂ h : ℝ → ℝ} {h₂' h' : ℝ} (hh₂ : HasDerivAt h₂ h₂' (h x)) (hh : HasDerivAt h h' x) : HasDerivAt (h₂ ∘ h) (h₂' * h') x :=
  _root_.HasDerivAt.comp x hh₂ hh
example (x_ne_zero : x ≠ 0) : HasDerivAt (fun y => y⁻¹) (-(x ^ 2)⁻¹) x :=
  _root_.hasDerivAt_inv x_ne_zero
example (hc : HasDerivAt f f' x) (hx : f x ≠ 0) : HasDerivAt (fun y => (f y)⁻¹) (-f' / f x ^ 2) x :=
  _root_.HasDerivAt.fun_inv hc hx
example (hc : HasDerivAt f f' x) (hd : HasDerivAt g g' x) (hx : g x ≠ 0) : HasDerivAt (fun y => f y / g y) ((f' * g x - f x * g') / g x ^ 2) x :=
  _root_.HasDerivAt.fun_div hc hd hx

end

/-! ### Mathlib.Analysis.Calculus.Deriv.MeanValue -/

section

open Filter Set
variable {a b : ℝ}
example (f f' : ℝ → ℝ) (hab : a < b) (hfc : ContinuousOn f (Icc a b)) (hff' : ∀ x ∈ Ioo a b, HasDerivAt f (f' x) x) (g g' : ℝ → ℝ) (hgc : ContinuousOn g (Icc a b)) (hgg' : ∀ x ∈ Ioo a b, HasDerivAt g (g' x) x) : ∃ c ∈ Ioo a b, (g b - g a) * f' c = (f b - f a) * g' c :=
  _root_.exists_ratio_hasDerivAt_eq_ratio_slope f f' hab hfc hff' g g' hgc hgg'
example (f f' : ℝ → ℝ) (hab : a < b) (hfc : ContinuousOn f (Icc a b)) (hff' : ∀ x ∈ Ioo a b, HasDerivAt f (f' x) x) : ∃ c ∈ Ioo a b, f' c = (f b - f a) / (b - a) :=
  _root_.exists_hasDerivAt_eq_slope f f' hab hfc hff'

end

/-! ### Mathlib.Analysis.Calculus.Deriv.Pow -/

section

open Filter
variable {f : ℝ → ℝ} {f' x : ℝ}
example (h : HasDerivAt f f' x) (n : ℕ) : HasDerivAt (fun x => f x ^ n) (n * f x ^ (n - 1) * f') x :=
  _root_.HasDerivAt.fun_pow h n
example (n : ℕ) (x : ℝ) : HasDerivAt (fun x => x ^ n) (n * x ^ (n - 1)) x :=
  _root_.hasDerivAt_pow n x

end

/-! ### Mathlib.Analysis.Calculus.Deriv.Slope -/

section

open Filter
example (a b : ℝ) : a • b = a * b :=
  _root_.smul_eq_mul a b
variable {f g : ℝ → ℝ} {f' g' x y a b : ℝ}
example (f : ℝ → ℝ) (a b : ℝ) : slope f a b = (f b - f a) / (b - a) :=
  _root_.slope_def_field f a b
example : HasDerivAt f f' x ↔ Tendsto (slope f x) (𝓝[≠] x) (𝓝 f') :=
  _root_.hasDerivAt_iff_tendsto_slope
example : HasDerivAt f f' x ↔ Tendsto (fun t => t⁻¹ • (f (x + t) - f x)) (𝓝[≠] 0) (𝓝 f') :=
  _root_.hasDerivAt_iff_tendsto_slope_zero
example (h₀ : HasDerivAt f a x) (h₁ : HasDerivAt f b x) : a = b :=
  _root_.HasDerivAt.unique h₀ h₁
example (h : HasDerivAt f f' x) : deriv f x = f' :=
  _root_.HasDerivAt.deriv h
example {f'' : ℝ} (h : HasDerivAt f f' x) (h' : f' = f'') : HasDerivAt f f'' x :=
  _root_.HasDerivAt.congr_deriv h h'
example (h : HasDerivAt f f' x) : ContinuousAt f x :=
  _root_.HasDerivAt.continuousAt h
example {f₁ : ℝ → ℝ} (h : HasDerivAt f f' x) (h₁ : EventuallyEq (𝓝 x) f₁ f) : HasDerivAt f₁ f' x :=
  _root_.HasDerivAt.congr_of_eventuallyEq h h₁

end

/-! ### Mathlib.Analysis.Calculus.LHopital -/

section

open Filter Set Topology
variable {a : ℝ} {l : Filter ℝ} {f f' g g' : ℝ → ℝ}
namespace HasDerivAt
example (hff' : ∀ᶠ x in 𝓝[>] a, HasDerivAt f (f' x) x) (hgg' : ∀ᶠ x in 𝓝[>] a, HasDerivAt g (g' x) x) (hg' : ∀ᶠ x in 𝓝[>] a, g' x ≠ 0) (hfa : Tendsto f (𝓝[>] a) (𝓝 0)) (hga : Tendsto g (𝓝[>] a) (𝓝 0)) (hdiv : Tendsto (fun x => f' x / g' x) (𝓝[>] a) l) : Tendsto (fun x => f x / g x) (𝓝[>] a) l :=
  _root_.HasDerivAt.lhopital_zero_nhdsGT hff' hgg' hg' hfa hga hdiv
example (hff' : ∀ᶠ x in 𝓝[<] a, HasDerivAt f (f' x) x) (hgg' : ∀ᶠ x in 𝓝[<] a, HasDerivAt g (g' x) x) (hg' : ∀ᶠ x in 𝓝[<] a, g' x ≠ 0) (hfa : Tendsto f (𝓝[<] a) (𝓝 0)) (hga : Tendsto g (𝓝[<] a) (𝓝 0)) (hdiv : Tendsto (fun x => f' x / g' x) (𝓝[<] a) l) : Tendsto (fun x => f x / g x) (𝓝[<] a) l :=
  _root_.HasDerivAt.lhopital_zero_nhdsLT hff' hgg' hg' hfa hga hdiv
example (hff' : ∀ᶠ x in 𝓝[≠] a, HasDerivAt f (f' x) x) (hgg' : ∀ᶠ x in 𝓝[≠] a, HasDerivAt g (g' x) x) (hg' : ∀ᶠ x in 𝓝[≠] a, g' x ≠ 0) (hfa : Tendsto f (𝓝[≠] a) (𝓝 0)) (hga : Tendsto g (𝓝[≠] a) (𝓝 0)) (hdiv : Tendsto (fun x => f' x / g' x) (𝓝[≠] a) l) : Tendsto (fun x => f x / g x) (𝓝[≠] a) l :=
  _root_.HasDerivAt.lhopital_zero_nhdsNE hff' hgg' hg' hfa hga hdiv
end HasDerivAt

end

/-! ### Mathlib.Analysis.Complex.Exponential -/

section

namespace Real
example (x : ℝ) : 0 < exp x :=
  _root_.Real.exp_pos x
example (x : ℝ) : x + 1 ≤ exp x :=
  _root_.Real.add_one_le_exp x
example (x y : ℝ) : exp (x + y) = exp x * exp y :=
  _root_.Real.exp_add x y
example : exp 0 = 1 :=
  _root_.Real.exp_zero
example (x : ℝ) : 0 ≤ exp x :=
  _root_.Real.exp_nonneg x
example (x : ℝ) : exp x ≠ 0 :=
  _root_.Real.exp_ne_zero x
example (x : ℝ) : exp (-x) = (exp x)⁻¹ :=
  _root_.Real.exp_neg x
example (x y : ℝ) : exp (x - y) = exp x / exp y :=
  _root_.Real.exp_sub x y
example (x : ℝ) (n : ℕ) : exp (n * x) = exp x ^ n :=
  _root_.Real.exp_nat_mul x n
example {x : ℝ} (hx : x ≠ 0) : x + 1 < exp x :=
  _root_.Real.add_one_lt_exp hx
example {x : ℝ} (hx : x ≠ 0) : 1 - x < exp (-x) :=
  _root_.Real.one_sub_lt_exp_neg hx
example (x : ℝ) : 1 - x ≤ exp (-x) :=
  _root_.Real.one_sub_le_exp_neg x
example {x : ℝ} (hx : 0 ≤ x) : 1 ≤ exp x :=
  _root_.Real.one_le_exp hx
example {x y : ℝ} : exp x < exp y ↔ x < y :=
  _root_.Real.exp_lt_exp
example {x y : ℝ} : exp x ≤ exp y ↔ x ≤ y :=
  _root_.Real.exp_le_exp
example {x y : ℝ} (h : x ≤ y) : exp x ≤ exp y :=
  _root_.Real.exp_le_exp_of_le h
example : Function.Injective exp :=
  _root_.Real.exp_injective
example {x y : ℝ} : exp x = exp y ↔ x = y :=
  _root_.Real.exp_eq_exp
example (x : ℝ) : exp x = 1 ↔ x = 0 :=
  _root_.Real.exp_eq_one_iff x
example {x : ℝ} : 1 < exp x ↔ 0 < x :=
  _root_.Real.one_lt_exp_iff
example {x : ℝ} : exp x < 1 ↔ x < 0 :=
  _root_.Real.exp_lt_one_iff
example {x : ℝ} : 1 ≤ exp x ↔ 0 ≤ x :=
  _root_.Real.one_le_exp_iff
example {x : ℝ} : exp x ≤ 1 ↔ x ≤ 0 :=
  _root_.Real.exp_le_one_iff
end Real

end

/-! ### Mathlib.Analysis.Complex.Trigonometric -/

section

namespace Real
example (x y : ℝ) : sin (x + y) = sin x * cos y + cos x * sin y :=
  _root_.Real.sin_add x y
example (x y : ℝ) : cos (x + y) = cos x * cos y - sin x * sin y :=
  _root_.Real.cos_add x y
example (x : ℝ) : sin (-x) = -sin x :=
  _root_.Real.sin_neg x
example (x : ℝ) : cos (-x) = cos x :=
  _root_.Real.cos_neg x
example : cos 0 = 1 :=
  _root_.Real.cos_zero
example (x : ℝ) : sin x ^ 2 + cos x ^ 2 = 1 :=
  _root_.Real.sin_sq_add_cos_sq x
example {x : ℝ} (h : 0 < x) : sin x < x :=
  _root_.Real.sin_lt h
example {x : ℝ} (h : 0 < x) (h' : x ≤ 1) : x - x ^ 3 / 4 < sin x :=
  _root_.Real.sin_gt_sub_cube h h'
end Real

end

/-! ### Mathlib.Analysis.SpecialFunctions.Arsinh -/

section

open Filter Topology
namespace Real
example (x : ℝ) : exp (arsinh x) = x + sqrt (1 + x ^ 2) :=
  _root_.Real.exp_arsinh x
example (x : ℝ) : arsinh (-x) = -arsinh x :=
  _root_.Real.arsinh_neg x
example (x : ℝ) : sinh (arsinh x) = x :=
  _root_.Real.sinh_arsinh x
example (x : ℝ) : cosh (arsinh x) = sqrt (1 + x ^ 2) :=
  _root_.Real.cosh_arsinh x
example (x : ℝ) : arsinh (sinh x) = x :=
  _root_.Real.arsinh_sinh x
example : arsinh 0 = 0 :=
  _root_.Real.arsinh_zero
example {x y : ℝ} : arsinh x < arsinh y ↔ x < y :=
  _root_.Real.arsinh_lt_arsinh
example {x y : ℝ} : arsinh x ≤ arsinh y ↔ x ≤ y :=
  _root_.Real.arsinh_le_arsinh
example {x : ℝ} : 0 < arsinh x ↔ 0 < x :=
  _root_.Real.arsinh_pos_iff
example {x : ℝ} : arsinh x < 0 ↔ x < 0 :=
  _root_.Real.arsinh_neg_iff
example {x : ℝ} : 0 ≤ arsinh x ↔ 0 ≤ x :=
  _root_.Real.arsinh_nonneg_iff
example {x : ℝ} : arsinh x = 0 ↔ x = 0 :=
  _root_.Real.arsinh_eq_zero_iff
example (x : ℝ) : HasDerivAt arsinh (sqrt (1 + x ^ 2))⁻¹ x :=
  _root_.Real.hasDerivAt_arsinh x
example : Continuous arsinh :=
  _root_.Real.continuous_arsinh
end Real
example {f : ℝ → ℝ} {f' x : ℝ} (hf : HasDerivAt f f' x) : HasDerivAt (fun x => Real.arsinh (f x)) ((Real.sqrt (1 + f x ^ 2))⁻¹ • f') x :=
  _root_.HasDerivAt.arsinh hf

end

/-! ### Mathlib.Analysis.SpecialFunctions.Log.Base -/

section

namespace Real
example {b x : ℝ} : log x / log b = logb b x :=
  _root_.Real.log_div_log
example {b : ℝ} : logb b 0 = 0 :=
  _root_.Real.logb_zero
example {b : ℝ} : logb b 1 = 0 :=
  _root_.Real.logb_one
example {b : ℝ} (hb : 1 < b) : logb b b = 1 :=
  _root_.Real.logb_self_eq_one hb
example (b x : ℝ) : logb b (abs x) = logb b x :=
  _root_.Real.logb_abs b x
example (b x : ℝ) : logb b (-x) = logb b x :=
  _root_.Real.logb_neg_eq_logb b x
example {b x y : ℝ} (hx : x ≠ 0) (hy : y ≠ 0) : logb b (x * y) = logb b x + logb b y :=
  _root_.Real.logb_mul hx hy
example {b x y : ℝ} (hx : x ≠ 0) (hy : y ≠ 0) : logb b (x / y) = logb b x - logb b y :=
  _root_.Real.logb_div hx hy
example (b x : ℝ) : logb b x⁻¹ = -logb b x :=
  _root_.Real.logb_inv b x
example (a b : ℝ) : (logb a b)⁻¹ = logb b a :=
  _root_.Real.inv_logb a b
example {b x y : ℝ} (hx : 0 < x) : logb b (x ^ y) = y * logb b x :=
  _root_.Real.logb_rpow_eq_mul_logb_of_pos hx
example (b x : ℝ) (k : ℕ) : logb b (x ^ k) = k * logb b x :=
  _root_.Real.logb_pow b x k
example {b x : ℝ} (b_pos : 0 < b) (b_ne_one : b ≠ 1) : logb b (b ^ x) = x :=
  _root_.Real.logb_rpow b_pos b_ne_one
example {b x : ℝ} (b_pos : 0 < b) (b_ne_one : b ≠ 1) (hx : 0 < x) : b ^ logb b x = x :=
  _root_.Real.rpow_logb b_pos b_ne_one hx
example {b x y : ℝ} (hb : 1 < b) (hx : 0 < x) (hxy : x < y) : logb b x < logb b y :=
  _root_.Real.logb_lt_logb hb hx hxy
example {b x y : ℝ} (hb : 1 < b) (h : 0 < x) (hxy : x ≤ y) : logb b x ≤ logb b y :=
  _root_.Real.logb_le_logb_of_le hb h hxy
example {b x : ℝ} (hb : 1 < b) (hx : 1 < x) : 0 < logb b x :=
  _root_.Real.logb_pos hb hx
example {b x : ℝ} (hb : 1 < b) (hx : 1 ≤ x) : 0 ≤ logb b x :=
  _root_.Real.logb_nonneg hb hx
end Real

end

/-! ### Mathlib.Analysis.SpecialFunctions.Log.Basic -/

section

namespace Real
example {x : ℝ} (hx : 0 < x) : exp (log x) = x :=
  _root_.Real.exp_log hx
example : log 0 = 0 :=
  _root_.Real.log_zero
example (x : ℝ) : log (exp x) = x :=
  _root_.Real.log_exp x
example {x : ℝ} (hx : x < 0) : exp (log x) = -x :=
  _root_.Real.exp_log_of_neg hx
example (x : ℝ) : log (-x) = log x :=
  _root_.Real.log_neg_eq_log x
example {x : ℝ} (hx : x ≠ 0) : exp (log x) = abs x :=
  _root_.Real.exp_log_eq_abs hx
example (x : ℝ) : log (abs x) = log x :=
  _root_.Real.log_abs x
example : log 1 = 0 :=
  _root_.Real.log_one
example {x y : ℝ} (hx : x ≠ 0) (hy : y ≠ 0) : log (x * y) = log x + log y :=
  _root_.Real.log_mul hx hy
example (x : ℝ) : log x⁻¹ = -log x :=
  _root_.Real.log_inv x
example {x y : ℝ} (hx : x ≠ 0) (hy : y ≠ 0) : log (x / y) = log x - log y :=
  _root_.Real.log_div hx hy
example {x y : ℝ} (h : 0 < x) (h₁ : 0 < y) : log x ≤ log y ↔ x ≤ y :=
  _root_.Real.log_le_log_iff h h₁
example {x y : ℝ} (hx : 0 < x) (hxy : x ≤ y) : log x ≤ log y :=
  _root_.Real.log_le_log hx hxy
example {x y : ℝ} (hx : 0 < x) (hy : 0 < y) : log x < log y ↔ x < y :=
  _root_.Real.log_lt_log_iff hx hy
example {x y : ℝ} (hx : 0 < x) (h : x < y) : log x < log y :=
  _root_.Real.log_lt_log hx h
example {x y : ℝ} (hx : 0 < x) : log x ≤ y ↔ x ≤ exp y :=
  _root_.Real.log_le_iff_le_exp hx
example {x y : ℝ} (hx : 0 < x) : log x < y ↔ x < exp y :=
  _root_.Real.log_lt_iff_lt_exp hx
example {x y : ℝ} (hy : 0 < y) : x ≤ log y ↔ exp x ≤ y :=
  _root_.Real.le_log_iff_exp_le hy
example {x y : ℝ} (hy : 0 < y) : x < log y ↔ exp x < y :=
  _root_.Real.lt_log_iff_exp_lt hy
example {x : ℝ} (hx : 1 < x) : 0 < log x :=
  _root_.Real.log_pos hx
example {x : ℝ} (h0 : 0 < x) (h1 : x < 1) : log x < 0 :=
  _root_.Real.log_neg h0 h1
example {x : ℝ} (hx : 1 ≤ x) : 0 ≤ log x :=
  _root_.Real.log_nonneg hx
example {x : ℝ} (hx : 0 ≤ x) (h'x : x ≤ 1) : log x ≤ 0 :=
  _root_.Real.log_nonpos hx h'x
example {x : ℝ} (hx : 0 < x) : log x ≤ x - 1 :=
  _root_.Real.log_le_sub_one_of_pos hx
example {x : ℝ} (hx1 : 0 < x) (hx2 : x ≠ 1) : log x < x - 1 :=
  _root_.Real.log_lt_sub_one_of_pos hx1 hx2
example {x : ℝ} (hx : 0 < x) : 1 - x⁻¹ ≤ log x :=
  _root_.Real.one_sub_inv_le_log_of_pos hx
example {x : ℝ} (h₁ : 0 < x) (h₂ : log x = 0) : x = 1 :=
  _root_.Real.eq_one_of_pos_of_log_eq_zero h₁ h₂
example {x : ℝ} (hx_pos : 0 < x) (hx : x ≠ 1) : log x ≠ 0 :=
  _root_.Real.log_ne_zero_of_pos_of_ne_one hx_pos hx
example (x : ℝ) (n : ℕ) : log (x ^ n) = n * log x :=
  _root_.Real.log_pow x n
end Real

end

/-! ### Mathlib.Analysis.SpecialFunctions.Pow.Continuity -/

section

open Filter Topology
universe u
variable {α : Type u} {f g : α → ℝ} {l : Filter α} {a x y p : ℝ}
namespace Real
example : Continuous exp :=
  _root_.Real.continuous_exp
example {x : ℝ} (hx : x ≠ 0) : ContinuousAt log x :=
  _root_.Real.continuousAt_log hx
example : Tendsto exp atTop atTop :=
  _root_.Real.tendsto_exp_atTop
example : Tendsto (fun x => exp (-x)) atTop (𝓝 0) :=
  _root_.Real.tendsto_exp_neg_atTop_nhds_zero
example : Tendsto exp atBot (𝓝 0) :=
  _root_.Real.tendsto_exp_atBot
example : Tendsto log atTop atTop :=
  _root_.Real.tendsto_log_atTop
example : Tendsto log (𝓝[>] 0) atBot :=
  _root_.Real.tendsto_log_nhdsGT_zero
example : Continuous sin :=
  _root_.Real.continuous_sin
example : Continuous cos :=
  _root_.Real.continuous_cos
example : Continuous sinh :=
  _root_.Real.continuous_sinh
example : Continuous cosh :=
  _root_.Real.continuous_cosh
example : Continuous sqrt :=
  _root_.Real.continuous_sqrt
end Real
open Real
example (hf : Tendsto f l (𝓝 a)) : Tendsto (fun x => exp (f x)) l (𝓝 (exp a)) :=
  _root_.Filter.Tendsto.rexp hf
example (h : Tendsto f l (𝓝 x)) (hx : x ≠ 0) : Tendsto (fun x => Real.log (f x)) l (𝓝 (Real.log x)) :=
  _root_.Filter.Tendsto.log h hx
example (h : Tendsto f l (𝓝 x)) : Tendsto (fun x => Real.sqrt (f x)) l (𝓝 (Real.sqrt x)) :=
  _root_.Filter.Tendsto.sqrt h
example (x y : ℝ) : abs (x ^ y) ≤ abs x ^ y :=
  _root_.Real.abs_rpow_le_abs_rpow x y
example (hf : Tendsto f l (𝓝 x)) (hg : Tendsto g l (𝓝 y)) (h : x ≠ 0 ∨ 0 < y) : Tendsto (fun t => f t ^ g t) l (𝓝 (x ^ y)) :=
  _root_.Filter.Tendsto.rpow hf hg h
example (hf : Tendsto f l (𝓝 x)) (h : x ≠ 0 ∨ 0 ≤ p) : Tendsto (fun a => f a ^ p) l (𝓝 (x ^ p)) :=
  _root_.Filter.Tendsto.rpow_const hf h
example {a b : ℝ} (h : a ≠ 0) : ContinuousAt (fun x => a ^ x) b :=
  _root_.Real.continuousAt_const_rpow h
example (x : ℝ) (q : ℝ) (h : x ≠ 0 ∨ 0 ≤ q) : ContinuousAt (fun x : ℝ => x ^ q) x :=
  _root_.Real.continuousAt_rpow_const x q h

end

/-! ### Mathlib.Analysis.SpecialFunctions.Pow.Deriv -/

section

open Filter Topology
variable {f g : ℝ → ℝ} {f' g' x p : ℝ}
namespace Real
example (x : ℝ) : HasDerivAt exp (exp x) x :=
  _root_.Real.hasDerivAt_exp x
example {x : ℝ} (hx : x ≠ 0) : HasDerivAt log x⁻¹ x :=
  _root_.Real.hasDerivAt_log hx
example (x : ℝ) : HasDerivAt sin (cos x) x :=
  _root_.Real.hasDerivAt_sin x
example (x : ℝ) : HasDerivAt cos (-sin x) x :=
  _root_.Real.hasDerivAt_cos x
example {x : ℝ} (h : cos x ≠ 0) : HasDerivAt tan (1 / cos x ^ 2) x :=
  _root_.Real.hasDerivAt_tan h
end Real
example (hf : HasDerivAt f f' x) : HasDerivAt (fun x => Real.exp (f x)) (Real.exp (f x) * f') x :=
  _root_.HasDerivAt.exp hf
example (hf : HasDerivAt f f' x) (hx : f x ≠ 0) : HasDerivAt (fun y => Real.log (f y)) (f' / f x) x :=
  _root_.HasDerivAt.log hf hx
example (hf : HasDerivAt f f' x) : HasDerivAt (fun x => Real.sin (f x)) (Real.cos (f x) * f') x :=
  _root_.HasDerivAt.sin hf
example (hf : HasDerivAt f f' x) : HasDerivAt (fun x => Real.cos (f x)) (-Real.sin (f x) * f') x :=
  _root_.HasDerivAt.cos hf
namespace Real
example (x : ℝ) : HasDerivAt sinh (cosh x) x :=
  _root_.Real.hasDerivAt_sinh x
example (x : ℝ) : HasDerivAt cosh (sinh x) x :=
  _root_.Real.hasDerivAt_cosh x
example {x : ℝ} (hx : x ≠ 0) : HasDerivAt sqrt (1 / (2 * sqrt x)) x :=
  _root_.Real.hasDerivAt_sqrt hx
end Real
example (hf : HasDerivAt f f' x) : HasDerivAt (fun x => Real.sinh (f x)) (Real.cosh (f x) * f') x :=
  _root_.HasDerivAt.sinh hf
example (hf : HasDerivAt f f' x) : HasDerivAt (fun x => Real.cosh (f x)) (Real.sinh (f x) * f') x :=
  _root_.HasDerivAt.cosh hf
example (hf : HasDerivAt f f' x) (hx : f x ≠ 0) : HasDerivAt (fun y => Real.sqrt (f y)) (f' / (2 * Real.sqrt (f x))) x :=
  _root_.HasDerivAt.sqrt hf hx
example (hf : HasDerivAt f f' x) (hg : HasDerivAt g g' x) (h : 0 < f x) : HasDerivAt (fun x => f x ^ g x) (f' * g x * f x ^ (g x - 1) + g' * f x ^ g x * Real.log (f x)) x :=
  _root_.HasDerivAt.rpow hf hg h
namespace Real
example {x p : ℝ} (h : x ≠ 0 ∨ 1 ≤ p) : HasDerivAt (fun x => x ^ p) (p * x ^ (p - 1)) x :=
  _root_.Real.hasDerivAt_rpow_const h
end Real
example (hf : HasDerivAt f f' x) (hx : f x ≠ 0 ∨ 1 ≤ p) : HasDerivAt (fun y => f y ^ p) (f' * p * f x ^ (p - 1)) x :=
  _root_.HasDerivAt.rpow_const hf hx

end

/-! ### Mathlib.Analysis.SpecialFunctions.Pow.Real -/

section

namespace Real
example (x y : ℝ) : rpow x y = x ^ y :=
  _root_.Real.rpow_eq_pow x y
example {x : ℝ} (hx : 0 < x) (y : ℝ) : x ^ y = exp (log x * y) :=
  _root_.Real.rpow_def_of_pos hx y
example {x : ℝ} (hx : x < 0) (y : ℝ) : x ^ y = exp (log x * y) * cos (y * pi) :=
  _root_.Real.rpow_def_of_neg hx y
example {x : ℝ} (h : x ≠ 0) : (0 : ℝ) ^ x = 0 :=
  _root_.Real.zero_rpow h
example (x : ℝ) : x ^ (0 : ℝ) = 1 :=
  _root_.Real.rpow_zero x
example {x : ℝ} (hx : 0 ≤ x) (y : ℝ) : x ^ y = if x = 0 then if y = 0 then 1 else 0 else exp (log x * y) :=
  _root_.Real.rpow_def_of_nonneg hx y
example {x : ℝ} (hx : 0 < x) (y : ℝ) : 0 < x ^ y :=
  _root_.Real.rpow_pos_of_pos hx y
example {x : ℝ} (hx : 0 ≤ x) (y : ℝ) : 0 ≤ x ^ y :=
  _root_.Real.rpow_nonneg hx y
example (x y : ℝ) : exp (x * y) = exp x ^ y :=
  _root_.Real.exp_mul x y
example (x : ℝ) : exp 1 ^ x = exp x :=
  _root_.Real.exp_one_rpow x
example {x : ℝ} (hx : 0 < x) (y : ℝ) : log (x ^ y) = y * log x :=
  _root_.Real.log_rpow hx y
example {x : ℝ} (hx : 0 < x) (y z : ℝ) : x ^ (y + z) = x ^ y * x ^ z :=
  _root_.Real.rpow_add hx y z
example (x : ℝ) : x ^ (1 : ℝ) = x :=
  _root_.Real.rpow_one x
example (x : ℝ) : (1 : ℝ) ^ x = 1 :=
  _root_.Real.one_rpow x
example {x : ℝ} (hx : 0 ≤ x) (y : ℝ) : x ^ (-y) = (x ^ y)⁻¹ :=
  _root_.Real.rpow_neg hx y
example {x : ℝ} (hx : 0 < x) (y z : ℝ) : x ^ (y - z) = x ^ y / x ^ z :=
  _root_.Real.rpow_sub hx y z
example {x : ℝ} (hx : 0 ≤ x) (y z : ℝ) : x ^ (y * z) = (x ^ y) ^ z :=
  _root_.Real.rpow_mul hx y z
example (x : ℝ) (n : ℕ) : x ^ (n : ℝ) = x ^ n :=
  _root_.Real.rpow_natCast x n
example (x : ℝ) : x ^ (2 : ℝ) = x ^ 2 :=
  _root_.Real.rpow_two x
example (x : ℝ) : x ^ (-1 : ℝ) = x⁻¹ :=
  _root_.Real.rpow_neg_one x
example {x : ℝ} (hx : x ≠ 0) (y : ℝ) : x ^ (y + 1) = x ^ y * x :=
  _root_.Real.rpow_add_one hx y
example {x : ℝ} (hx : x ≠ 0) (y : ℝ) : x ^ (y - 1) = x ^ y / x :=
  _root_.Real.rpow_sub_one hx y
example {x y z : ℝ} (hx : 0 ≤ x) (hy : 0 ≤ y) : (x * y) ^ z = x ^ z * y ^ z :=
  _root_.Real.mul_rpow hx hy
example {x : ℝ} (hx : 0 ≤ x) (y : ℝ) : x⁻¹ ^ y = (x ^ y)⁻¹ :=
  _root_.Real.inv_rpow hx y
example {x y : ℝ} (hx : 0 ≤ x) (hy : 0 ≤ y) (z : ℝ) : (x / y) ^ z = x ^ z / y ^ z :=
  _root_.Real.div_rpow hx hy z
example {x y z : ℝ} (hx : 0 ≤ x) (hxy : x < y) (hz : 0 < z) : x ^ z < y ^ z :=
  _root_.Real.rpow_lt_rpow hx hxy hz
example {x y z : ℝ} (h : 0 ≤ x) (h₁ : x ≤ y) (h₂ : 0 ≤ z) : x ^ z ≤ y ^ z :=
  _root_.Real.rpow_le_rpow h h₁ h₂
example {x y z : ℝ} (hx : 0 ≤ x) (hy : 0 ≤ y) (hz : 0 < z) : x ^ z < y ^ z ↔ x < y :=
  _root_.Real.rpow_lt_rpow_iff hx hy hz
example {x y z : ℝ} (hx : 0 ≤ x) (hy : 0 ≤ y) (hz : 0 < z) : x ^ z ≤ y ^ z ↔ x ≤ y :=
  _root_.Real.rpow_le_rpow_iff hx hy hz
example {x y z : ℝ} (hx : 1 < x) (hyz : y < z) : x ^ y < x ^ z :=
  _root_.Real.rpow_lt_rpow_of_exponent_lt hx hyz
example {x y z : ℝ} (hx : 1 ≤ x) (hyz : y ≤ z) : x ^ y ≤ x ^ z :=
  _root_.Real.rpow_le_rpow_of_exponent_le hx hyz
example {x y z : ℝ} (hx0 : 0 < x) (hx1 : x < 1) (hyz : z < y) : x ^ y < x ^ z :=
  _root_.Real.rpow_lt_rpow_of_exponent_gt hx0 hx1 hyz
example {x z : ℝ} (hx : 1 < x) (hz : 0 < z) : 1 < x ^ z :=
  _root_.Real.one_lt_rpow hx hz
example {x z : ℝ} (hx : 1 ≤ x) (hz : 0 ≤ z) : 1 ≤ x ^ z :=
  _root_.Real.one_le_rpow hx hz
example {x y : ℝ} (hx : 0 ≤ x) (hy : y ≠ 0) : (x ^ y) ^ y⁻¹ = x :=
  _root_.Real.rpow_rpow_inv hx hy
example {x y : ℝ} (hx : 0 ≤ x) (hy : y ≠ 0) : (x ^ y⁻¹) ^ y = x :=
  _root_.Real.rpow_inv_rpow hx hy
example {x : ℝ} (hx : 0 ≤ x) (n : ℕ) (z : ℝ) : x ^ (n * z) = (x ^ n) ^ z :=
  _root_.Real.rpow_natCast_mul hx n z
example {x : ℝ} (hx : 0 ≤ x) (y : ℝ) (n : ℕ) : x ^ (y * n) = (x ^ y) ^ n :=
  _root_.Real.rpow_mul_natCast hx y n
example {x : ℝ} (h : x ≤ 0) : sqrt x = 0 :=
  _root_.Real.sqrt_eq_zero_of_nonpos h
example {x : ℝ} : 0 < sqrt x ↔ 0 < x :=
  _root_.Real.sqrt_pos
example (x : ℝ) : 0 ≤ sqrt x :=
  _root_.Real.sqrt_nonneg x
example {x : ℝ} (h : 0 ≤ x) : sqrt x * sqrt x = x :=
  _root_.Real.mul_self_sqrt h
example {x : ℝ} (h : 0 ≤ x) : sqrt x ^ 2 = x :=
  _root_.Real.sq_sqrt h
example {x : ℝ} (h : 0 ≤ x) : sqrt (x * x) = x :=
  _root_.Real.sqrt_mul_self h
example {x : ℝ} (h : 0 ≤ x) : sqrt (x ^ 2) = x :=
  _root_.Real.sqrt_sq h
example (x : ℝ) : sqrt (x * x) = abs x :=
  _root_.Real.sqrt_mul_self_eq_abs x
example (x : ℝ) : sqrt (x ^ 2) = abs x :=
  _root_.Real.sqrt_sq_eq_abs x
example : sqrt 0 = 0 :=
  _root_.Real.sqrt_zero
example : sqrt 1 = 1 :=
  _root_.Real.sqrt_one
example {x y : ℝ} (hx : 0 ≤ x) (h : x < y) : sqrt x < sqrt y :=
  _root_.Real.sqrt_lt_sqrt hx h
example {x y : ℝ} (h : x ≤ y) : sqrt x ≤ sqrt y :=
  _root_.Real.sqrt_le_sqrt h
example {x y : ℝ} (hx : 0 ≤ x) : sqrt x < sqrt y ↔ x < y :=
  _root_.Real.sqrt_lt_sqrt_iff hx
example {x y : ℝ} (hy : 0 ≤ y) : sqrt x ≤ sqrt y ↔ x ≤ y :=
  _root_.Real.sqrt_le_sqrt_iff hy
example {x y : ℝ} (hx : 0 ≤ x) (hy : 0 ≤ y) : sqrt x = sqrt y ↔ x = y :=
  _root_.Real.sqrt_inj hx hy
example {x : ℝ} : sqrt x = 0 ↔ x ≤ 0 :=
  _root_.Real.sqrt_eq_zero'
example {x : ℝ} (h : 0 ≤ x) : sqrt x = 0 ↔ x = 0 :=
  _root_.Real.sqrt_eq_zero h
example {x : ℝ} (h : 0 ≤ x) : sqrt x ≠ 0 ↔ x ≠ 0 :=
  _root_.Real.sqrt_ne_zero h
example {x : ℝ} : sqrt x ≠ 0 ↔ 0 < x :=
  _root_.Real.sqrt_ne_zero'
example {x y : ℝ} (hx : 0 ≤ x) (hy : 0 ≤ y) : sqrt x = y ↔ x = y * y :=
  _root_.Real.sqrt_eq_iff_mul_self_eq hx hy
example {x y : ℝ} (hx : 0 ≤ x) (hy : 0 ≤ y) : sqrt x = y ↔ x = y ^ 2 :=
  _root_.Real.sqrt_eq_iff_eq_sq hx hy
example {x y : ℝ} (h : x ^ 2 < y) : x < sqrt y :=
  _root_.Real.lt_sqrt_of_sq_lt h
example {x y : ℝ} (h : x ^ 2 ≤ y) : x ≤ sqrt y :=
  _root_.Real.le_sqrt_of_sq_le h
example {x y : ℝ} (hy : 0 < y) : sqrt x < y ↔ x < y ^ 2 :=
  _root_.Real.sqrt_lt' hy
example {x y : ℝ} (hy : 0 ≤ y) : sqrt x ≤ y ↔ x ≤ y ^ 2 :=
  _root_.Real.sqrt_le_left hy
example {x : ℝ} (hx : 0 ≤ x) (y : ℝ) : sqrt (x * y) = sqrt x * sqrt y :=
  _root_.Real.sqrt_mul hx y
example (x : ℝ) {y : ℝ} (hy : 0 ≤ y) : sqrt (x * y) = sqrt x * sqrt y :=
  _root_.Real.sqrt_mul' x hy
example (x : ℝ) : sqrt x⁻¹ = (sqrt x)⁻¹ :=
  _root_.Real.sqrt_inv x
example {x : ℝ} (hx : 0 ≤ x) (y : ℝ) : sqrt (x / y) = sqrt x / sqrt y :=
  _root_.Real.sqrt_div hx y
example (x : ℝ) {y : ℝ} (hy : 0 ≤ y) : sqrt (x / y) = sqrt x / sqrt y :=
  _root_.Real.sqrt_div' x hy
example {x : ℝ} : x / sqrt x = sqrt x :=
  _root_.Real.div_sqrt
example {x : ℝ} (hx : 0 ≤ x) : log (sqrt x) = log x / 2 :=
  _root_.Real.log_sqrt hx
example (x : ℝ) : sqrt x = x ^ (1 / 2 : ℝ) :=
  _root_.Real.sqrt_eq_rpow x
example : cos (pi / 4) = sqrt 2 / 2 :=
  _root_.Real.cos_pi_div_four
example : sin (pi / 4) = sqrt 2 / 2 :=
  _root_.Real.sin_pi_div_four
example : cos (pi / 6) = sqrt 3 / 2 :=
  _root_.Real.cos_pi_div_six
example : sin (pi / 6) = 1 / 2 :=
  _root_.Real.sin_pi_div_six
example : cos (pi / 3) = 1 / 2 :=
  _root_.Real.cos_pi_div_three
example : sin (pi / 3) = sqrt 3 / 2 :=
  _root_.Real.sin_pi_div_three
example : tan (pi / 4) = 1 :=
  _root_.Real.tan_pi_div_four
end Real

end

/-! ### Mathlib.Analysis.SpecialFunctions.Trigonometric.ArctanDeriv -/

section

open Filter Topology
namespace Real
example (x : ℝ) : arctan x = arcsin (x / sqrt (1 + x ^ 2)) :=
  _root_.Real.arctan_eq_arcsin x
example (x : ℝ) : sin (arctan x) = x / sqrt (1 + x ^ 2) :=
  _root_.Real.sin_arctan x
example (x : ℝ) : cos (arctan x) = 1 / sqrt (1 + x ^ 2) :=
  _root_.Real.cos_arctan x
example (x : ℝ) : 0 < cos (arctan x) :=
  _root_.Real.cos_arctan_pos x
example (x : ℝ) : tan (arctan x) = x :=
  _root_.Real.tan_arctan x
example (x : ℝ) : arctan x < pi / 2 :=
  _root_.Real.arctan_lt_pi_div_two x
example (x : ℝ) : -(pi / 2) < arctan x :=
  _root_.Real.neg_pi_div_two_lt_arctan x
example {x : ℝ} (hx₁ : -(pi / 2) < x) (hx₂ : x < pi / 2) : arctan (tan x) = x :=
  _root_.Real.arctan_tan hx₁ hx₂
example : arctan 0 = 0 :=
  _root_.Real.arctan_zero
example (x : ℝ) : arctan (-x) = -arctan x :=
  _root_.Real.arctan_neg x
example : arctan 1 = pi / 4 :=
  _root_.Real.arctan_one
example {x : ℝ} : ContinuousAt arctan x :=
  _root_.Real.continuousAt_arctan
example : Continuous arctan :=
  _root_.Real.continuous_arctan
example (x : ℝ) : HasDerivAt arctan (1 / (1 + x ^ 2)) x :=
  _root_.Real.hasDerivAt_arctan x
end Real
example {f : ℝ → ℝ} {f' x : ℝ} (hf : HasDerivAt f f' x) : HasDerivAt (fun x => Real.arctan (f x)) (1 / (1 + f x ^ 2) * f') x :=
  _root_.HasDerivAt.arctan hf

end

/-! ### Mathlib.Analysis.SpecialFunctions.Trigonometric.Basic -/

section

namespace Real
example (x : ℝ) : cos x ^ 2 + sin x ^ 2 = 1 :=
  _root_.Real.cos_sq_add_sin_sq x
example (x : ℝ) : cos x ^ 2 = 1 - sin x ^ 2 :=
  _root_.Real.cos_sq' x
example (x : ℝ) : sin x ^ 2 = 1 - cos x ^ 2 :=
  _root_.Real.sin_sq x
example : sin 0 = 0 :=
  _root_.Real.sin_zero
example (x y : ℝ) : sin (x - y) = sin x * cos y - cos x * sin y :=
  _root_.Real.sin_sub x y
example (x y : ℝ) : cos (x - y) = cos x * cos y + sin x * sin y :=
  _root_.Real.cos_sub x y
example (x : ℝ) : sin (2 * x) = 2 * sin x * cos x :=
  _root_.Real.sin_two_mul x
example (x : ℝ) : cos (2 * x) = 2 * cos x ^ 2 - 1 :=
  _root_.Real.cos_two_mul x
example (x : ℝ) : cos (2 * x) = cos x ^ 2 - sin x ^ 2 :=
  _root_.Real.cos_two_mul' x
example (x : ℝ) : cos x ^ 2 = 1 / 2 + cos (2 * x) / 2 :=
  _root_.Real.cos_sq x
example (x : ℝ) : sin x ^ 2 = 1 / 2 - cos (2 * x) / 2 :=
  _root_.Real.sin_sq_eq_half_sub x
example (x : ℝ) : cos (3 * x) = 4 * cos x ^ 3 - 3 * cos x :=
  _root_.Real.cos_three_mul x
example (x : ℝ) : sin (3 * x) = 3 * sin x - 4 * sin x ^ 3 :=
  _root_.Real.sin_three_mul x
example (x y : ℝ) : sin x + sin y = 2 * sin ((x + y) / 2) * cos ((x - y) / 2) :=
  _root_.Real.sin_add_sin x y
example (x y : ℝ) : sin x - sin y = 2 * sin ((x - y) / 2) * cos ((x + y) / 2) :=
  _root_.Real.sin_sub_sin x y
example (x y : ℝ) : cos x + cos y = 2 * cos ((x + y) / 2) * cos ((x - y) / 2) :=
  _root_.Real.cos_add_cos x y
example (x y : ℝ) : cos x - cos y = -2 * sin ((x + y) / 2) * sin ((x - y) / 2) :=
  _root_.Real.cos_sub_cos x y
example (x y : ℝ) : 2 * sin x * sin y = cos (x - y) - cos (x + y) :=
  _root_.Real.two_mul_sin_mul_sin x y
example (x y : ℝ) : 2 * cos x * cos y = cos (x - y) + cos (x + y) :=
  _root_.Real.two_mul_cos_mul_cos x y
example (x y : ℝ) : 2 * sin x * cos y = sin (x - y) + sin (x + y) :=
  _root_.Real.two_mul_sin_mul_cos x y
example (x : ℝ) : sin x ^ 2 ≤ 1 :=
  _root_.Real.sin_sq_le_one x
example (x : ℝ) : cos x ^ 2 ≤ 1 :=
  _root_.Real.cos_sq_le_one x
example (x : ℝ) : sin x ≤ 1 :=
  _root_.Real.sin_le_one x
example (x : ℝ) : cos x ≤ 1 :=
  _root_.Real.cos_le_one x
example (x : ℝ) : -1 ≤ sin x :=
  _root_.Real.neg_one_le_sin x
example (x : ℝ) : -1 ≤ cos x :=
  _root_.Real.neg_one_le_cos x
example (x : ℝ) : abs (sin x) ≤ 1 :=
  _root_.Real.abs_sin_le_one x
example (x : ℝ) : abs (cos x) ≤ 1 :=
  _root_.Real.abs_cos_le_one x
example {x : ℝ} (hx : 0 ≤ x) : sin x ≤ x :=
  _root_.Real.sin_le hx
example {x : ℝ} (hx : x < 0) : x < sin x :=
  _root_.Real.lt_sin hx
example {x : ℝ} (hx : x ≤ 0) : x ≤ sin x :=
  _root_.Real.le_sin hx
example {x : ℝ} (hx0 : 0 < x) (hx : x ≤ 1) : 0 < sin x :=
  _root_.Real.sin_pos_of_pos_of_le_one hx0 hx
example {x : ℝ} : abs (sin x) ≤ abs x :=
  _root_.Real.abs_sin_le_abs
example {x : ℝ} : sin x ^ 2 ≤ x ^ 2 :=
  _root_.Real.sin_sq_le_sq
example {x : ℝ} : 1 - x ^ 2 / 2 ≤ cos x :=
  _root_.Real.one_sub_sq_div_two_le_cos
example {x : ℝ} (hx : abs x ≤ 1) : 0 < cos x :=
  _root_.Real.cos_pos_of_le_one hx
example {x : ℝ} (hx0 : 0 < x) (hx : x ≤ 2) : 0 < sin x :=
  _root_.Real.sin_pos_of_pos_of_le_two hx0 hx
example : 0 < cos 1 :=
  _root_.Real.cos_one_pos
example : cos 2 < 0 :=
  _root_.Real.cos_two_neg
example (x y : ℝ) : abs (sin x - sin y) ≤ abs (x - y) :=
  _root_.Real.abs_sin_sub_sin_le x y
example (x y : ℝ) : abs (cos x - cos y) ≤ abs (x - y) :=
  _root_.Real.abs_cos_sub_cos_le x y
example : cos (pi / 2) = 0 :=
  _root_.Real.cos_pi_div_two
example : 1 ≤ pi / 2 :=
  _root_.Real.one_le_pi_div_two
example : pi / 2 ≤ 2 :=
  _root_.Real.pi_div_two_le_two
example : 2 ≤ pi :=
  _root_.Real.two_le_pi
example : pi ≤ 4 :=
  _root_.Real.pi_le_four
example : 0 < pi :=
  _root_.Real.pi_pos
example : 0 ≤ pi :=
  _root_.Real.pi_nonneg
example : pi ≠ 0 :=
  _root_.Real.pi_ne_zero
example : 0 < pi / 2 :=
  _root_.Real.pi_div_two_pos
example : 0 < 2 * pi :=
  _root_.Real.two_pi_pos
example : sin pi = 0 :=
  _root_.Real.sin_pi
example : cos pi = -1 :=
  _root_.Real.cos_pi
example : sin (2 * pi) = 0 :=
  _root_.Real.sin_two_pi
example : cos (2 * pi) = 1 :=
  _root_.Real.cos_two_pi
example (x : ℝ) : sin (x + pi) = -sin x :=
  _root_.Real.sin_add_pi x
example (x : ℝ) : sin (x + 2 * pi) = sin x :=
  _root_.Real.sin_add_two_pi x
example (x : ℝ) : sin (x - pi) = -sin x :=
  _root_.Real.sin_sub_pi x
example (x : ℝ) : sin (x - 2 * pi) = sin x :=
  _root_.Real.sin_sub_two_pi x
example (x : ℝ) : sin (pi - x) = sin x :=
  _root_.Real.sin_pi_sub x
example (x : ℝ) : sin (2 * pi - x) = -sin x :=
  _root_.Real.sin_two_pi_sub x
example (x : ℝ) : cos (x + pi) = -cos x :=
  _root_.Real.cos_add_pi x
example (x : ℝ) : cos (x + 2 * pi) = cos x :=
  _root_.Real.cos_add_two_pi x
example (x : ℝ) : cos (x - pi) = -cos x :=
  _root_.Real.cos_sub_pi x
example (x : ℝ) : cos (x - 2 * pi) = cos x :=
  _root_.Real.cos_sub_two_pi x
example (x : ℝ) : cos (pi - x) = -cos x :=
  _root_.Real.cos_pi_sub x
example (x : ℝ) : cos (2 * pi - x) = cos x :=
  _root_.Real.cos_two_pi_sub x
example (x : ℝ) (n : ℕ) : sin (x + n * (2 * pi)) = sin x :=
  _root_.Real.sin_add_nat_mul_two_pi x n
example (x : ℝ) (n : ℕ) : cos (x + n * (2 * pi)) = cos x :=
  _root_.Real.cos_add_nat_mul_two_pi x n
example (n : ℕ) : sin (n * pi) = 0 :=
  _root_.Real.sin_nat_mul_pi n
example (n : ℕ) : cos (n * (2 * pi)) = 1 :=
  _root_.Real.cos_nat_mul_two_pi n
example {x : ℝ} (h0x : 0 < x) (hxp : x < pi) : 0 < sin x :=
  _root_.Real.sin_pos_of_pos_of_lt_pi h0x hxp
example {x : ℝ} (h0x : 0 ≤ x) (hxp : x ≤ pi) : 0 ≤ sin x :=
  _root_.Real.sin_nonneg_of_nonneg_of_le_pi h0x hxp
example {x : ℝ} (hx0 : x < 0) (hpx : -pi < x) : sin x < 0 :=
  _root_.Real.sin_neg_of_neg_of_neg_pi_lt hx0 hpx
example {x : ℝ} (hx0 : x ≤ 0) (hpx : -pi ≤ x) : sin x ≤ 0 :=
  _root_.Real.sin_nonpos_of_nonpos_of_neg_pi_le hx0 hpx
example : sin (pi / 2) = 1 :=
  _root_.Real.sin_pi_div_two
example (x : ℝ) : sin (x + pi / 2) = cos x :=
  _root_.Real.sin_add_pi_div_two x
example (x : ℝ) : sin (x - pi / 2) = -cos x :=
  _root_.Real.sin_sub_pi_div_two x
example (x : ℝ) : sin (pi / 2 - x) = cos x :=
  _root_.Real.sin_pi_div_two_sub x
example (x : ℝ) : cos (x + pi / 2) = -sin x :=
  _root_.Real.cos_add_pi_div_two x
example (x : ℝ) : cos (x - pi / 2) = sin x :=
  _root_.Real.cos_sub_pi_div_two x
example (x : ℝ) : cos (pi / 2 - x) = sin x :=
  _root_.Real.cos_pi_div_two_sub x
example {x : ℝ} (hl : -(pi / 2) ≤ x) (hu : x ≤ pi / 2) : 0 ≤ cos x :=
  _root_.Real.cos_nonneg_of_neg_pi_div_two_le_of_le hl hu
example {x : ℝ} (hx₁ : pi / 2 < x) (hx₂ : x < pi + pi / 2) : cos x < 0 :=
  _root_.Real.cos_neg_of_pi_div_two_lt_of_lt hx₁ hx₂
example (x : ℝ) : tan x = sin x / cos x :=
  _root_.Real.tan_eq_sin_div_cos x
example (x : ℝ) : cot x = cos x / sin x :=
  _root_.Real.cot_eq_cos_div_sin x
example {x : ℝ} (hx : cos x ≠ 0) : tan x * cos x = sin x :=
  _root_.Real.tan_mul_cos hx
example (x : ℝ) : (tan x)⁻¹ = cot x :=
  _root_.Real.tan_inv_eq_cot x
example : tan 0 = 0 :=
  _root_.Real.tan_zero
example (x : ℝ) : tan (-x) = -tan x :=
  _root_.Real.tan_neg x
example : tan pi = 0 :=
  _root_.Real.tan_pi
example {x : ℝ} (hx : cos x ≠ 0) : (1 + tan x ^ 2)⁻¹ = cos x ^ 2 :=
  _root_.Real.inv_one_add_tan_sq hx
example (x : ℝ) : sinh x = (exp x - exp (-x)) / 2 :=
  _root_.Real.sinh_eq x
example (x : ℝ) : cosh x = (exp x + exp (-x)) / 2 :=
  _root_.Real.cosh_eq x
example (x : ℝ) : tanh x = sinh x / cosh x :=
  _root_.Real.tanh_eq_sinh_div_cosh x
example (x : ℝ) : 0 < cosh x :=
  _root_.Real.cosh_pos x
example (x : ℝ) : tanh x = (exp x - exp (-x)) / (exp x + exp (-x)) :=
  _root_.Real.tanh_eq x
example : sinh 0 = 0 :=
  _root_.Real.sinh_zero
example : cosh 0 = 1 :=
  _root_.Real.cosh_zero
example (x : ℝ) : sinh (-x) = -sinh x :=
  _root_.Real.sinh_neg x
example (x : ℝ) : cosh (-x) = cosh x :=
  _root_.Real.cosh_neg x
example (x : ℝ) : cosh x + sinh x = exp x :=
  _root_.Real.cosh_add_sinh x
example (x : ℝ) : sinh x + cosh x = exp x :=
  _root_.Real.sinh_add_cosh x
example (x : ℝ) : cosh x - sinh x = exp (-x) :=
  _root_.Real.cosh_sub_sinh x
example (x : ℝ) : cosh x ^ 2 - sinh x ^ 2 = 1 :=
  _root_.Real.cosh_sq_sub_sinh_sq x
example (x : ℝ) : cosh x ^ 2 = sinh x ^ 2 + 1 :=
  _root_.Real.cosh_sq x
example (x : ℝ) : cosh x ^ 2 = 1 + sinh x ^ 2 :=
  _root_.Real.cosh_sq' x
example (x : ℝ) : sinh x ^ 2 = cosh x ^ 2 - 1 :=
  _root_.Real.sinh_sq x
example (x y : ℝ) : sinh (x + y) = sinh x * cosh y + cosh x * sinh y :=
  _root_.Real.sinh_add x y
example (x y : ℝ) : cosh (x + y) = cosh x * cosh y + sinh x * sinh y :=
  _root_.Real.cosh_add x y
example (x y : ℝ) : sinh (x - y) = sinh x * cosh y - cosh x * sinh y :=
  _root_.Real.sinh_sub x y
example (x y : ℝ) : cosh (x - y) = cosh x * cosh y - sinh x * sinh y :=
  _root_.Real.cosh_sub x y
example : tanh 0 = 0 :=
  _root_.Real.tanh_zero
example (x : ℝ) : tanh (-x) = -tanh x :=
  _root_.Real.tanh_neg x
example (x : ℝ) : sinh (2 * x) = 2 * sinh x * cosh x :=
  _root_.Real.sinh_two_mul x
example (x : ℝ) : cosh (2 * x) = cosh x ^ 2 + sinh x ^ 2 :=
  _root_.Real.cosh_two_mul x
end Real

end

/-! ### Mathlib.Analysis.SpecialFunctions.Trigonometric.InverseDeriv -/

section

open Filter Topology
example {f g : ℝ → ℝ} {f' a : ℝ} (hg : ContinuousAt g a) (hf : HasDerivAt f f' (g a)) (hf' : f' ≠ 0) (hfg : ∀ᶠ y in 𝓝 a, f (g y) = y) : HasDerivAt g f'⁻¹ a :=
  _root_.HasDerivAt.of_local_left_inverse hg hf hf' hfg
namespace Real
example {x y : ℝ} (hx : -(pi / 2) ≤ x) (hy : y ≤ pi / 2) (hxy : x < y) : sin x < sin y :=
  _root_.Real.sin_lt_sin_of_lt_of_le_pi_div_two hx hy hxy
example {x : ℝ} (hx₁ : -1 ≤ x) (hx₂ : x ≤ 1) : sin (arcsin x) = x :=
  _root_.Real.sin_arcsin hx₁ hx₂
example {x : ℝ} (hx : x ≤ -1) : arcsin x = -(pi / 2) :=
  _root_.Real.arcsin_of_le_neg_one hx
example {x : ℝ} (hx : 1 ≤ x) : arcsin x = pi / 2 :=
  _root_.Real.arcsin_of_one_le hx
example (x : ℝ) : arcsin x ≤ pi / 2 :=
  _root_.Real.arcsin_le_pi_div_two x
example (x : ℝ) : -(pi / 2) ≤ arcsin x :=
  _root_.Real.neg_pi_div_two_le_arcsin x
example {x : ℝ} (hx₁ : -(pi / 2) ≤ x) (hx₂ : x ≤ pi / 2) : arcsin (sin x) = x :=
  _root_.Real.arcsin_sin hx₁ hx₂
example : arcsin 0 = 0 :=
  _root_.Real.arcsin_zero
example : arcsin 1 = pi / 2 :=
  _root_.Real.arcsin_one
example (x : ℝ) : arcsin (-x) = -arcsin x :=
  _root_.Real.arcsin_neg x
example (x : ℝ) : 0 ≤ cos (arcsin x) :=
  _root_.Real.cos_arcsin_nonneg x
example {x : ℝ} : ContinuousAt arcsin x :=
  _root_.Real.continuousAt_arcsin
example : Continuous arcsin :=
  _root_.Real.continuous_arcsin
example {x : ℝ} (h₁ : x ≠ -1) (h₂ : x ≠ 1) : HasDerivAt arcsin (1 / sqrt (1 - x ^ 2)) x :=
  _root_.Real.hasDerivAt_arcsin h₁ h₂
example (x : ℝ) : cos (arcsin x) = sqrt (1 - x ^ 2) :=
  _root_.Real.cos_arcsin x
example (x : ℝ) : arccos x = pi / 2 - arcsin x :=
  _root_.Real.arccos_eq_pi_div_two_sub_arcsin x
example (x : ℝ) : 0 ≤ arccos x :=
  _root_.Real.arccos_nonneg x
example (x : ℝ) : arccos x ≤ pi :=
  _root_.Real.arccos_le_pi x
example {x : ℝ} (hx₁ : -1 ≤ x) (hx₂ : x ≤ 1) : cos (arccos x) = x :=
  _root_.Real.cos_arccos hx₁ hx₂
example (x : ℝ) : sin (arccos x) = sqrt (1 - x ^ 2) :=
  _root_.Real.sin_arccos x
example {x : ℝ} (hx₁ : 0 ≤ x) (hx₂ : x ≤ pi) : arccos (cos x) = x :=
  _root_.Real.arccos_cos hx₁ hx₂
example : arccos 0 = pi / 2 :=
  _root_.Real.arccos_zero
example : arccos 1 = 0 :=
  _root_.Real.arccos_one
example {x : ℝ} (h₁ : x ≠ -1) (h₂ : x ≠ 1) : HasDerivAt arccos (-(1 / sqrt (1 - x ^ 2))) x :=
  _root_.Real.hasDerivAt_arccos h₁ h₂
end Real

end

/-! ### Mathlib.Data.Real.Basic -/

section

example (x : ℝ) : ∃ n : ℕ, x < n :=
  _root_.exists_nat_gt x

end

/-! ### Mathlib.MeasureTheory.Integral.IntervalIntegral.FundThmCalculus -/

section

open Filter
universe u
variable {f g F G : ℝ → ℝ} {a b c x v w L : ℝ}
namespace Set
example (h : a ≤ b) : uIcc a b = Icc a b :=
  _root_.Set.uIcc_of_le h
example (h : b ≤ a) : uIcc a b = Icc b a :=
  _root_.Set.uIcc_of_ge h
example (a b : ℝ) : uIcc a b = uIcc b a :=
  _root_.Set.uIcc_comm a b
example : a ∈ uIcc b c ↔ b ≤ a ∧ a ≤ c ∨ c ≤ a ∧ a ≤ b :=
  _root_.Set.mem_uIcc
end Set
variable {μ : MeasureTheory.Measure ℝ}
example (hu : ContinuousOn f (Set.uIcc a b)) : IntervalIntegrable f MeasureTheory.volume a b :=
  _root_.ContinuousOn.intervalIntegrable hu
example (hu : Continuous f) (a b : ℝ) : IntervalIntegrable f MeasureTheory.volume a b :=
  _root_.Continuous.intervalIntegrable hu a b
namespace intervalIntegral
example (a b : ℝ) : intervalIntegral f b a μ = -intervalIntegral f a b μ :=
  _root_.intervalIntegral.integral_symm a b
example : intervalIntegral f a a μ = 0 :=
  _root_.intervalIntegral.integral_same
example (h : ∀ x, x ∈ Set.uIcc a b → f x = g x) : intervalIntegral f a b μ = intervalIntegral g a b μ :=
  _root_.intervalIntegral.integral_congr h
example (c : ℝ) : intervalIntegral (fun _ => c) a b MeasureTheory.volume = (b - a) • c :=
  _root_.intervalIntegral.integral_const c
example (hf : IntervalIntegrable f μ a b) (hg : IntervalIntegrable g μ a b) : intervalIntegral (fun x => f x + g x) a b μ = intervalIntegral f a b μ + intervalIntegral g a b μ :=
  _root_.intervalIntegral.integral_add hf hg
example (r : ℝ) (f : ℝ → ℝ) : intervalIntegral (fun x => r * f x) a b μ = r * intervalIntegral f a b μ :=
  _root_.intervalIntegral.integral_const_mul r f
example (r : ℝ) (f : ℝ → ℝ) : intervalIntegral (fun x => f x * r) a b μ = intervalIntegral f a b μ * r :=
  _root_.intervalIntegral.integral_mul_const r f
example (r : ℝ) (f : ℝ → ℝ) : intervalIntegral (fun x => f x / r) a b μ = intervalIntegral f a b μ / r :=
  _root_.intervalIntegral.integral_div r f
example : intervalIntegral (fun x => -f x) a b μ = -intervalIntegral f a b μ :=
  _root_.intervalIntegral.integral_neg
example (hf : IntervalIntegrable f μ a b) (hg : IntervalIntegrable g μ a b) : intervalIntegral (fun x => f x - g x) a b μ = intervalIntegral f a b μ - intervalIntegral g a b μ :=
  _root_.intervalIntegral.integral_sub hf hg
example (hab : IntervalIntegrable f μ a b) (hbc : IntervalIntegrable f μ b c) : intervalIntegral f a b μ + intervalIntegral f b c μ = intervalIntegral f a c μ :=
  _root_.intervalIntegral.integral_add_adjacent_intervals hab hbc
example (hab : a ≤ b) (hf : IntervalIntegrable f μ a b) (hg : IntervalIntegrable g μ a b) (h : ∀ x, x ∈ Set.Icc a b → f x ≤ g x) : intervalIntegral f a b μ ≤ intervalIntegral g a b μ :=
  _root_.intervalIntegral.integral_mono_on hab hf hg h
example (hab : a ≤ b) (hcont : ContinuousOn F (Set.Icc a b)) (hderiv : ∀ x, x ∈ Set.Ioo a b → HasDerivAt F (f x) x) (hint : IntervalIntegrable f MeasureTheory.volume a b) : intervalIntegral f a b MeasureTheory.volume = F b - F a :=
  _root_.intervalIntegral.integral_eq_sub_of_hasDerivAt_of_le hab hcont hderiv hint
example (hderiv : ∀ x, x ∈ Set.uIcc a b → HasDerivAt F (f x) x) (hint : IntervalIntegrable f MeasureTheory.volume a b) : intervalIntegral f a b MeasureTheory.volume = F b - F a :=
  _root_.intervalIntegral.integral_eq_sub_of_hasDerivAt hderiv hint
end intervalIntegral
example {s : Set ℝ} : s ∈ 𝓝 x ↔ ∃ t, t ⊆ s ∧ IsOpen t ∧ x ∈ t :=
  _root_.mem_nhds_iff
example {s : Set ℝ} (hs : IsOpen s) (hf : ∀ x, x ∈ s → ContinuousAt f x) : ∀ x, x ∈ s → StronglyMeasurableAtFilter f (𝓝 x) μ :=
  _root_.ContinuousAt.stronglyMeasurableAtFilter hs hf
example (hf : IntervalIntegrable f MeasureTheory.volume a b) (hmeas : StronglyMeasurableAtFilter f (𝓝 b)) (hb : ContinuousAt f b) : HasDerivAt (fun u => intervalIntegral f a u MeasureTheory.volume) (f b) b :=
  _root_.intervalIntegral.integral_hasDerivAt_right hf hmeas hb

end

/-! ### Mathlib.Order.Filter.AtTopBot.Archimedean -/

section

universe u v w
namespace Set
variable {α : Type u}
example {s t : Set α} (h : ∀ x, x ∈ s ↔ x ∈ t) : s = t :=
  _root_.Set.ext h
example {a : α} {p : α → Prop} : (a ∈ setOf p) = p a :=
  _root_.Set.mem_setOf_eq
example (a : α) : a ∈ (univ : Set α) :=
  _root_.Set.mem_univ a
example [Preorder α] {a x : α} : x ∈ Ioi a ↔ a < x :=
  _root_.Set.mem_Ioi
example [Preorder α] {a x : α} : x ∈ Iio a ↔ x < a :=
  _root_.Set.mem_Iio
example [Preorder α] {a x : α} : x ∈ Ici a ↔ a ≤ x :=
  _root_.Set.mem_Ici
example [Preorder α] {a x : α} : x ∈ Iic a ↔ x ≤ a :=
  _root_.Set.mem_Iic
example [Preorder α] {a b x : α} : x ∈ Ioo a b ↔ a < x ∧ x < b :=
  _root_.Set.mem_Ioo
example [Preorder α] {a b x : α} : x ∈ Icc a b ↔ a ≤ x ∧ x ≤ b :=
  _root_.Set.mem_Icc
example {a b : α} : a ∈ ({b} : Set α) ↔ a = b :=
  _root_.Set.mem_singleton_iff
example {a b : α} : a ∈ compl ({b} : Set α) ↔ a ≠ b :=
  _root_.Set.mem_compl_singleton_iff
end Set
namespace Filter
variable {α : Type u} {β : Type v} {γ : Type w}
example {f : Filter α} : Set.univ ∈ f :=
  _root_.Filter.univ_mem
example {f : Filter α} {x y : Set α} (hx : x ∈ f) (hxy : x ⊆ y) : y ∈ f :=
  _root_.Filter.mem_of_superset hx hxy
example {f : Filter α} {s t : Set α} (hs : s ∈ f) (ht : t ∈ f) : s ∩ t ∈ f :=
  _root_.Filter.inter_mem hs ht
example {f g : Filter α} : f ≤ g ↔ ∀ x ∈ g, x ∈ f :=
  _root_.Filter.le_def
variable {f l l₁ l₂ : Filter α} {p q : α → Prop}
example (hp : ∀ᶠ x in f, p x) (hq : ∀ x, p x → q x) : ∀ᶠ x in f, q x :=
  _root_.Filter.Eventually.mono hp hq
example (hp : ∀ᶠ x in f, p x) (hq : ∀ᶠ x in f, q x) : ∀ᶠ x in f, p x ∧ q x :=
  _root_.Filter.Eventually.and hp hq
example (hp : ∀ᶠ x in f, p x) (hq : ∀ᶠ x in f, p x → q x) : ∀ᶠ x in f, q x :=
  _root_.Filter.Eventually.mp hp hq
example {p : α → Prop} {f : Filter α} (hp : ∀ x, p x) : ∀ᶠ x in f, p x :=
  _root_.Filter.Eventually.of_forall hp
example (h' : ∀ᶠ x in f, p x) (h : ∀ᶠ x in f, p x ↔ q x) : ∀ᶠ x in f, q x :=
  _root_.Filter.Eventually.congr h' h
example (h : ∀ᶠ x in f, p x ↔ q x) : (∀ᶠ x in f, p x) ↔ ∀ᶠ x in f, q x :=
  _root_.Filter.eventually_congr h
example : (∀ᶠ x in f, p x ∧ q x) ↔ (∀ᶠ x in f, p x) ∧ ∀ᶠ x in f, q x :=
  _root_.Filter.eventually_and
example {U : Set α} (hU : U ∈ f) (h : ∀ x ∈ U, p x) : ∀ᶠ x in f, p x :=
  _root_.Filter.eventually_of_mem hU h
example (h₁₂ : l₁ ≤ l₂) (hp : ∀ᶠ x in l₂, p x) : ∀ᶠ x in l₁, p x :=
  _root_.Filter.Eventually.filter_mono h₁₂ hp
example [NeBot f] (hp : ∀ᶠ x in f, p x) : ∃ x, p x :=
  _root_.Filter.Eventually.exists hp
example [NeBot f] {p : Prop} : (∀ᶠ _x in f, p) ↔ p :=
  _root_.Filter.eventually_const
example {f g : α → β} {l : Filter α} (H : EventuallyEq l f g) : EventuallyEq l g f :=
  _root_.Filter.EventuallyEq.symm H
example {f g : α → β} {l : Filter α} (h : EventuallyEq l f g) : ∀ᶠ x in l, f x = g x :=
  _root_.Filter.EventuallyEq.eventually h
example {f : α → β} {l₁ : Filter α} {l₂ : Filter β} : Tendsto f l₁ l₂ ↔ ∀ s ∈ l₂, Set.preimage f s ∈ l₁ :=
  _root_.Filter.tendsto_def
example {x : Filter α} : Tendsto id x x :=
  _root_.Filter.tendsto_id
example {x y : Filter α} : Tendsto id x y ↔ x ≤ y :=
  _root_.Filter.tendsto_id'
example {f : α → β} {g : β → γ} {x : Filter α} {y : Filter β} {z : Filter γ} (hg : Tendsto g y z) (hf : Tendsto f x y) : Tendsto (g ∘ f) x z :=
  _root_.Filter.Tendsto.comp hg hf
example {f : α → β} {x y : Filter α} {z : Filter β} (hx : Tendsto f x z) (h : y ≤ x) : Tendsto f y z :=
  _root_.Filter.Tendsto.mono_left hx h
example {f : α → β} {x : Filter α} {y z : Filter β} (hy : Tendsto f x y) (hz : y ≤ z) : Tendsto f x z :=
  _root_.Filter.Tendsto.mono_right hy hz
example {f : α → β} {l₁ : Filter α} {l₂ : Filter β} {p : β → Prop} (hf : Tendsto f l₁ l₂) (h : ∀ᶠ y in l₂, p y) : ∀ᶠ x in l₁, p (f x) :=
  _root_.Filter.Tendsto.eventually hf h
example {f₁ f₂ : α → β} {l₁ : Filter α} {l₂ : Filter β} (hl : EventuallyEq l₁ f₁ f₂) (h : Tendsto f₁ l₁ l₂) : Tendsto f₂ l₁ l₂ :=
  _root_.Filter.Tendsto.congr' hl h
example {f₁ f₂ : α → β} {l₁ : Filter α} {l₂ : Filter β} (hl : EventuallyEq l₁ f₁ f₂) : Tendsto f₁ l₁ l₂ ↔ Tendsto f₂ l₁ l₂ :=
  _root_.Filter.tendsto_congr' hl
example {f₁ f₂ : α → β} {l₁ : Filter α} {l₂ : Filter β} (h : ∀ x, f₁ x = f₂ x) : Tendsto f₁ l₁ l₂ → Tendsto f₂ l₁ l₂ :=
  _root_.Filter.Tendsto.congr h
example {f₁ f₂ : α → β} {l₁ : Filter α} {l₂ : Filter β} (h : ∀ x, f₁ x = f₂ x) : Tendsto f₁ l₁ l₂ ↔ Tendsto f₂ l₁ l₂ :=
  _root_.Filter.tendsto_congr h
example {f : α → β} {l : Filter α} {s : Set β} : Tendsto f l (principal s) ↔ ∀ᶠ a in l, f a ∈ s :=
  _root_.Filter.tendsto_principal
example {f : α → β} {x : Filter α} {y₁ y₂ : Filter β} : Tendsto f x (min y₁ y₂) ↔ Tendsto f x y₁ ∧ Tendsto f x y₂ :=
  _root_.Filter.tendsto_inf
section Linear
variable [LinearOrder α] [Nonempty α]
example {p : α → Prop} : (∀ᶠ x in atTop, p x) ↔ ∃ a, ∀ b, a ≤ b → p b :=
  _root_.Filter.eventually_atTop
example {p : α → Prop} : (∀ᶠ x in atBot, p x) ↔ ∃ a, ∀ b, b ≤ a → p b :=
  _root_.Filter.eventually_atBot
end Linear
example [Preorder α] (a : α) : ∀ᶠ x in atTop, a ≤ x :=
  _root_.Filter.eventually_ge_atTop a
example [Preorder α] (a : α) : ∀ᶠ x in atBot, x ≤ a :=
  _root_.Filter.eventually_le_atBot a
example [Preorder β] {m : α → β} {f : Filter α} : Tendsto m f atTop ↔ ∀ b, ∀ᶠ a in f, b ≤ m a :=
  _root_.Filter.tendsto_atTop
example [Preorder β] {m : α → β} {f : Filter α} : Tendsto m f atBot ↔ ∀ b, ∀ᶠ a in f, m a ≤ b :=
  _root_.Filter.tendsto_atBot
example [Preorder β] (l : Filter α) {f₁ f₂ : α → β} (h : ∀ᶠ x in l, f₁ x ≤ f₂ x) (h₁ : Tendsto f₁ l atTop) : Tendsto f₂ l atTop :=
  _root_.Filter.tendsto_atTop_mono' l h h₁
example [Preorder β] (l : Filter α) {f₁ f₂ : α → β} (h : ∀ᶠ x in l, f₁ x ≤ f₂ x) (h₂ : Tendsto f₂ l atBot) : Tendsto f₁ l atBot :=
  _root_.Filter.tendsto_atBot_mono' l h h₂
example (a : ℝ) : ∀ᶠ x in atTop, a < x :=
  _root_.Filter.eventually_gt_atTop a
example (a : ℝ) : ∀ᶠ x in atBot, x < a :=
  _root_.Filter.eventually_lt_atBot a
example : Tendsto (fun n : ℕ => (n : ℝ)) atTop atTop :=
  _root_.tendsto_natCast_atTop_atTop
end Filter

end

/-! ### Mathlib.Topology.Algebra.Order.Field -/

section

open Filter
universe u
variable {α : Type u} {f g : α → Real} {l : Filter α}
example (x y : Real) : dist x y = abs (x - y) :=
  _root_.Real.dist_eq x y
variable {a b c : ℝ}
example {p : ℝ → Prop} : (∀ᶠ y in 𝓝 a, p y) ↔ ∃ ε, 0 < ε ∧ ∀ ⦃y⦄, dist y a < ε → p y :=
  _root_.Metric.eventually_nhds_iff
example : Tendsto f l (𝓝 a) ↔ ∀ ε, 0 < ε → ∀ᶠ x in l, dist (f x) a < ε :=
  _root_.Metric.tendsto_nhds
example {s : Set ℝ} {p : ℝ → Prop} : (Filter.Eventually p (nhdsWithin a s)) ↔ ∀ᶠ x in 𝓝 a, x ∈ s → p x :=
  _root_.eventually_nhdsWithin_iff
example {s : Set ℝ} : nhdsWithin a s ≤ 𝓝 a :=
  _root_.nhdsWithin_le_nhds
example {s : Set ℝ} : s ∈ nhdsWithin a s :=
  _root_.self_mem_nhdsWithin
example {s : Set ℝ} : ∀ᶠ x in nhdsWithin a s, x ∈ s :=
  _root_.eventually_mem_nhdsWithin
example (a : ℝ) {s t : Set ℝ} (h : s ⊆ t) : nhdsWithin a s ≤ nhdsWithin a t :=
  _root_.nhdsWithin_mono a h
example {p : ℝ → Prop} (h : ∀ᶠ y in 𝓝 a, p y) : p a :=
  _root_.Filter.Eventually.self_of_nhds h
example {s : Set ℝ} : Tendsto f l (nhdsWithin a s) ↔ Tendsto f l (𝓝 a) ∧ ∀ᶠ x in l, f x ∈ s :=
  _root_.tendsto_nhdsWithin_iff
example {s : Set ℝ} (f : α → ℝ) (h1 : Tendsto f l (𝓝 a)) (h2 : ∀ᶠ x in l, f x ∈ s) : Tendsto f l (nhdsWithin a s) :=
  _root_.tendsto_nhdsWithin_of_tendsto_nhds_of_eventually_within f h1 h2
example {s : Set ℝ} (h : Tendsto f l (nhdsWithin a s)) : Tendsto f l (𝓝 a) :=
  _root_.tendsto_nhds_of_tendsto_nhdsWithin h
example {f : ℝ → ℝ} {l : Filter ℝ} {s : Set ℝ} (h : Tendsto f (𝓝 a) l) : Tendsto f (nhdsWithin a s) l :=
  _root_.tendsto_nhdsWithin_of_tendsto_nhds h
example (h : a ≠ b) : ∀ᶠ x in 𝓝 a, x ≠ b :=
  _root_.eventually_ne_nhds h
example (h : a < b) : ∀ᶠ x in 𝓝 b, a < x :=
  _root_.lt_mem_nhds h
example (h : a < b) : ∀ᶠ x in 𝓝 a, x < b :=
  _root_.gt_mem_nhds h
example (hab : b < a) : ∀ᶠ x in 𝓝 a, b < x :=
  _root_.eventually_gt_nhds hab
example (hab : a < b) : ∀ᶠ x in 𝓝 a, x < b :=
  _root_.eventually_lt_nhds hab
example {u v : ℝ} (hv : v < u) (h : Tendsto f l (𝓝 v)) : ∀ᶠ x in l, f x < u :=
  _root_.Filter.Tendsto.eventually_lt_const hv h
example {u v : ℝ} (hv : u < v) (h : Tendsto f l (𝓝 v)) : ∀ᶠ x in l, u < f x :=
  _root_.Filter.Tendsto.eventually_const_lt hv h
example {b₁ b₂ : ℝ} (hf : Tendsto f l (𝓝 b₁)) (hb : b₁ ≠ b₂) : ∀ᶠ x in l, f x ≠ b₂ :=
  _root_.Filter.Tendsto.eventually_ne hf hb
example (hf : Tendsto f l (𝓝 a)) (hg : Tendsto g l (𝓝 b)) (hab : a < b) : ∀ᶠ x in l, f x < g x :=
  _root_.Filter.Tendsto.eventually_lt hf hg hab
example [NeBot l] (ha : Tendsto f l (𝓝 a)) (hb : Tendsto f l (𝓝 b)) : a = b :=
  _root_.tendsto_nhds_unique ha hb
example : Tendsto (fun _ : α => a) l (𝓝 a) :=
  _root_.tendsto_const_nhds
example : Tendsto f l (𝓝 a) ↔ Tendsto (fun x => dist (f x) a) l (𝓝 0) :=
  _root_.tendsto_iff_dist_tendsto_zero
example (hf : Tendsto f l (𝓝 a)) (hg : Tendsto g l (𝓝 b)) : Tendsto (fun x => f x + g x) l (𝓝 (a + b)) :=
  _root_.Filter.Tendsto.add hf hg
example (hf : Tendsto f l (𝓝 a)) : Tendsto (fun x => -f x) l (𝓝 (-a)) :=
  _root_.Filter.Tendsto.neg hf
example (hf : Tendsto f l (𝓝 a)) (hg : Tendsto g l (𝓝 b)) : Tendsto (fun x => f x - g x) l (𝓝 (a - b)) :=
  _root_.Filter.Tendsto.sub hf hg
example (hf : Tendsto f l (𝓝 a)) (hg : Tendsto g l (𝓝 b)) : Tendsto (fun x => f x * g x) l (𝓝 (a * b)) :=
  _root_.Filter.Tendsto.mul hf hg
example (b : ℝ) {c : ℝ} {f : α → ℝ} {l : Filter α} (h : Tendsto f l (𝓝 c)) : Tendsto (fun k => b * f k) l (𝓝 (b * c)) :=
  _root_.Filter.Tendsto.const_mul b h
example (b : ℝ) {c : ℝ} {f : α → ℝ} {l : Filter α} (h : Tendsto f l (𝓝 c)) : Tendsto (fun k => f k * b) l (𝓝 (c * b)) :=
  _root_.Filter.Tendsto.mul_const b h
example (b : ℝ) {c : ℝ} {f : α → ℝ} {l : Filter α} (h : Tendsto f l (𝓝 c)) : Tendsto (fun k => b + f k) l (𝓝 (b + c)) :=
  _root_.Filter.Tendsto.const_add b h
example (b : ℝ) {c : ℝ} {f : α → ℝ} {l : Filter α} (h : Tendsto f l (𝓝 c)) : Tendsto (fun k => f k + b) l (𝓝 (c + b)) :=
  _root_.Filter.Tendsto.add_const b h
example (h : Tendsto f l (𝓝 a)) (n : ℕ) : Tendsto (fun x => f x ^ n) l (𝓝 (a ^ n)) :=
  _root_.Filter.Tendsto.pow h n
example (hf : Tendsto f l (𝓝 a)) (ha : a ≠ 0) : Tendsto (fun x => (f x)⁻¹) l (𝓝 a⁻¹) :=
  _root_.Filter.Tendsto.inv₀ hf ha
example (hf : Tendsto f l (𝓝 a)) (hg : Tendsto g l (𝓝 b)) (hy : b ≠ 0) : Tendsto (f / g) l (𝓝 (a / b)) :=
  _root_.Filter.Tendsto.div hf hg hy
example (h : Tendsto f l (𝓝 a)) (b : ℝ) : Tendsto (fun x => f x / b) l (𝓝 (a / b)) :=
  _root_.Filter.Tendsto.div_const h b
example (h : Tendsto f l (𝓝 a)) : Tendsto (fun x => _root_.abs (f x)) l (𝓝 (_root_.abs a)) :=
  _root_.Filter.Tendsto.abs h
example (hf : Tendsto f l (𝓝 a)) (hg : Tendsto g l (𝓝 b)) : Tendsto (fun x => Max.max (f x) (g x)) l (𝓝 (Max.max a b)) :=
  _root_.Filter.Tendsto.max hf hg
example (hf : Tendsto f l (𝓝 a)) (hg : Tendsto g l (𝓝 b)) : Tendsto (fun x => Min.min (f x) (g x)) l (𝓝 (Min.min a b)) :=
  _root_.Filter.Tendsto.min hf hg
example {h : α → ℝ} (hg : Tendsto g l (𝓝 a)) (hh : Tendsto h l (𝓝 a)) (hgf : ∀ᶠ x in l, g x ≤ f x) (hfh : ∀ᶠ x in l, f x ≤ h x) : Tendsto f l (𝓝 a) :=
  _root_.tendsto_of_tendsto_of_tendsto_of_le_of_le' hg hh hgf hfh
example (h : ∀ᶠ x in l, abs (f x) ≤ g x) (h' : Tendsto g l (𝓝 0)) : Tendsto f l (𝓝 0) :=
  _root_.squeeze_zero_norm' h h'
example {b : Filter α} {a₁ a₂ : ℝ} [NeBot b] (hf : Tendsto f b (𝓝 a₁)) (hg : Tendsto g b (𝓝 a₂)) (h : ∀ x, f x ≤ g x) : a₁ ≤ a₂ :=
  _root_.le_of_tendsto_of_tendsto' hf hg h
example {b : Filter α} {a₁ a₂ : ℝ} [NeBot b] (hf : Tendsto f b (𝓝 a₁)) (hg : Tendsto g b (𝓝 a₂)) (h : ∀ᶠ x in b, f x ≤ g x) : a₁ ≤ a₂ :=
  _root_.le_of_tendsto_of_tendsto hf hg h
example {x : Filter α} [NeBot x] (lim : Tendsto f x (𝓝 a)) (h : ∀ᶠ c in x, b ≤ f c) : b ≤ a :=
  _root_.ge_of_tendsto lim h
example {x : Filter α} [NeBot x] (lim : Tendsto f x (𝓝 a)) (h : ∀ᶠ c in x, f c ≤ b) : a ≤ b :=
  _root_.le_of_tendsto lim h
example : Tendsto (fun r : ℝ => r⁻¹) atTop (𝓝 0) :=
  _root_.tendsto_inv_atTop_zero
example (h : Tendsto f l (𝓝 a)) (hg : Tendsto g l atTop) : Tendsto (fun x => f x / g x) l (𝓝 0) :=
  _root_.Filter.Tendsto.div_atTop h hg
example : Tendsto (fun x : ℝ => x⁻¹) (𝓝[>] 0) atTop :=
  _root_.tendsto_inv_nhdsGT_zero
example : Tendsto (fun x : ℝ => x⁻¹) atTop (𝓝[>] 0) :=
  _root_.tendsto_inv_atTop_nhdsGT_zero
namespace Filter
example : Tendsto (fun x : ℝ => -x) atTop atBot :=
  _root_.Filter.tendsto_neg_atTop_atBot
example : Tendsto (fun x : ℝ => -x) atBot atTop :=
  _root_.Filter.tendsto_neg_atBot_atTop
example (l : Filter α) (C : ℝ) (hf : Tendsto f l atTop) : Tendsto (fun x => f x + C) l atTop :=
  _root_.Filter.tendsto_atTop_add_const_right l C hf
example {r : ℝ} (hr : 0 < r) (hf : Tendsto f l atTop) : Tendsto (fun x => r * f x) l atTop :=
  _root_.Filter.Tendsto.const_mul_atTop hr hf
example {r : ℝ} (hr : 0 < r) (hf : Tendsto f l atTop) : Tendsto (fun x => f x * r) l atTop :=
  _root_.Filter.Tendsto.atTop_mul_const hr hf
end Filter
example {f : ℝ → ℝ} : Continuous f ↔ ∀ x, ContinuousAt f x :=
  _root_.continuous_iff_continuousAt
example {f : ℝ → ℝ} (h : Continuous f) : ContinuousAt f a :=
  _root_.Continuous.continuousAt h
example {f : ℝ → ℝ} (h : ContinuousAt f a) : Tendsto f (𝓝 a) (𝓝 (f a)) :=
  _root_.ContinuousAt.tendsto h
example {f : ℝ → ℝ} (hf : Continuous f) (x : ℝ) : Tendsto f (𝓝 x) (𝓝 (f x)) :=
  _root_.Continuous.tendsto hf x
example {f : ℝ → ℝ} {s : Set ℝ} (h : ContinuousAt f a) : ContinuousWithinAt f s a :=
  _root_.ContinuousAt.continuousWithinAt h
example {f : ℝ → ℝ} {s : Set ℝ} (h : Continuous f) : ContinuousOn f s :=
  _root_.Continuous.continuousOn h
example {f g : ℝ → ℝ} {x : ℝ} (hg : ContinuousAt g (f x)) (hf : ContinuousAt f x) : ContinuousAt (g ∘ f) x :=
  _root_.ContinuousAt.comp hg hf
example {x : ℝ} : ContinuousAt id x :=
  _root_.continuousAt_id
example {x : ℝ} {b : ℝ} : ContinuousAt (fun _ => b) x :=
  _root_.continuousAt_const
example {f : ℝ → ℝ} {x b : ℝ} (hf : ContinuousAt f x) (h : f x ≠ b) : ∀ᶠ z in 𝓝 x, f z ≠ b :=
  _root_.ContinuousAt.eventually_ne hf h

end
