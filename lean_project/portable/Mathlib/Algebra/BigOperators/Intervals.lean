module

public import Mathlib.Data.Real.Basic

public section

/-!
# Finite sums and products, factorials and binomial coefficients

The interface of `Mathlib.Algebra.BigOperators.Intervals`, `Mathlib.Data.Nat.Factorial.Basic` and
`Mathlib.Data.Nat.Choose.Basic` and of what they import. Nothing is assumed here: a finite set is
a list without repetitions up to permutation, as in Mathlib, and everything else is proved.
-/

universe u v

namespace Nat

/-- The factorial. -/
@[expose] def factorial : Nat → Nat
  | 0 => 1
  | succ n => succ n * factorial n

/-- The binomial coefficient. -/
@[expose] def choose : Nat → Nat → Nat
  | _, 0 => 1
  | 0, succ _ => 0
  | succ n, succ k => choose n k + choose n (succ k)

end Nat

/-- A list up to permutation. -/
@[expose] def Multiset (α : Type u) : Type u := Quotient (⟨List.Perm, .refl, .symm, .trans⟩ : Setoid (List α))

namespace Multiset

variable {α : Type u}

/-- `a` occurs in `s`. -/
@[expose] protected def Mem (s : Multiset α) (a : α) : Prop :=
  Quotient.liftOn s (fun l => a ∈ l) fun _ _ h => propext h.mem_iff

@[expose] instance : Membership α (Multiset α) := ⟨Multiset.Mem⟩

/-- No element occurs twice. -/
@[expose] def Nodup (s : Multiset α) : Prop :=
  Quotient.liftOn s List.Nodup fun _ _ h => propext h.nodup_iff

/-- The number of elements. -/
@[expose] noncomputable def card (s : Multiset α) : Nat := Quotient.liftOn s List.length fun _ _ h => h.length_eq

end Multiset

/-- A finite set. -/
structure Finset (α : Type u) where
  /-- Its elements. -/
  val : Multiset α
  /-- None occurs twice. -/
  nodup : Multiset.Nodup val

namespace Finset

variable {ι : Type u}

variable {M : Type v} [CommSemiring M]

private theorem perm_foldr_add {f : ι → M} {l l' : List ι} (h : List.Perm l l') :
    l.foldr (fun i t => f i + t) 0 = l'.foldr (fun i t => f i + t) 0 := by
  induction h with
  | nil => rfl
  | cons a _ ih => rw [List.foldr_cons, List.foldr_cons, ih]
  | swap a b l => rw [List.foldr_cons, List.foldr_cons, List.foldr_cons, List.foldr_cons]; grind
  | trans _ _ ih ih' => rw [ih, ih']

private theorem perm_foldr_mul {f : ι → M} {l l' : List ι} (h : List.Perm l l') :
    l.foldr (fun i t => f i * t) 1 = l'.foldr (fun i t => f i * t) 1 := by
  induction h with
  | nil => rfl
  | cons a _ ih => rw [List.foldr_cons, List.foldr_cons, ih]
  | swap a b l => rw [List.foldr_cons, List.foldr_cons, List.foldr_cons, List.foldr_cons]; grind
  | trans _ _ ih ih' => rw [ih, ih']

/-- The sum of `f` over `s`: `∑ i ∈ s, f i`. -/
protected noncomputable def sum (s : Finset ι) (f : ι → M) : M :=
  Quotient.liftOn s.val (fun l => l.foldr (fun i t => f i + t) 0) fun _ _ h => perm_foldr_add h

/-- The product of `f` over `s`: `∏ i ∈ s, f i`. -/
protected noncomputable def prod (s : Finset ι) (f : ι → M) : M :=
  Quotient.liftOn s.val (fun l => l.foldr (fun i t => f i * t) 1) fun _ _ h => perm_foldr_mul h

end Finset

-- shomei: preamble

attribute [instance 50] Lean.Grind.Semiring.nsmul

/-- The multiples of a real number. -/
@[reducible, expose] noncomputable instance Shomei.Portable.instSMulNat : SMul ℕ ℝ := Lean.Grind.Semiring.nsmul

theorem nsmul_eq_mul {M : Type v} [CommSemiring M] (n : ℕ) (a : M) : n • a = n * a :=
  Lean.Grind.Semiring.nsmul_eq_natCast_mul n a

namespace Finset

variable {ι : Type u}

@[expose] instance : Membership ι (Finset ι) := ⟨fun s a => a ∈ s.val⟩

@[expose] instance : EmptyCollection (Finset ι) := ⟨⟨Quotient.mk _ [], List.nodup_nil⟩⟩

@[expose] instance : Singleton ι (Finset ι) := ⟨fun a => ⟨Quotient.mk _ [a], List.pairwise_singleton _ a⟩⟩

/-- A finite set that has an element. -/
@[expose] protected def Nonempty (s : Finset ι) : Prop := ∃ x, x ∈ s

/-- The number of elements. -/
@[expose] noncomputable def card (s : Finset ι) : ℕ := s.val.card

end Finset

/-- An order in which finitely many elements lie between any two. -/
class LocallyFiniteOrder (α : Type u) [Preorder α] where
  /-- What lies between two elements. -/
  finsetIcc : α → α → Finset α
  finset_mem_Icc (a b x : α) : x ∈ finsetIcc a b ↔ a ≤ x ∧ x ≤ b

@[expose] noncomputable instance Shomei.Portable.instLocallyFiniteOrderNat : LocallyFiniteOrder ℕ where
  finsetIcc a b := ⟨Quotient.mk _ (List.range' a (b + 1 - a)), List.nodup_range'⟩
  finset_mem_Icc a b x := by
    show x ∈ List.range' a (b + 1 - a) ↔ a ≤ x ∧ x ≤ b
    rw [List.mem_range'_1]
    omega

@[expose] noncomputable instance Shomei.Portable.instLocallyFiniteOrderInt : LocallyFiniteOrder ℤ where
  finsetIcc a b := ⟨Quotient.mk _ ((List.range (b + 1 - a).toNat).map fun k : ℕ => a + k),
    List.Pairwise.map _ (fun _ _ h h' => h (by omega)) List.nodup_range⟩
  finset_mem_Icc a b x := by
    show x ∈ (List.range (b + 1 - a).toNat).map (fun k : ℕ => a + k) ↔ a ≤ x ∧ x ≤ b
    rw [List.mem_map]
    refine ⟨fun ⟨k, h, e⟩ => ?_, fun ⟨h, h'⟩ => ⟨(x - a).toNat, List.mem_range.2 ?_, ?_⟩⟩
    · have := List.mem_range.1 h
      omega
    · omega
    · omega

namespace Finset

variable {ι : Type u} {M : Type v} {α : Type u}

/-- The closed interval. -/
@[expose] def Icc [Preorder α] [LocallyFiniteOrder α] (a b : α) : Finset α :=
  LocallyFiniteOrder.finsetIcc a b

/-- The natural numbers below `n`. -/
@[expose] def range (n : ℕ) : Finset ℕ := ⟨Quotient.mk _ (List.range n), List.nodup_range⟩

variable {s s₁ s₂ : Finset ι}

/-! ### Membership -/

theorem mem_Icc [Preorder α] [LocallyFiniteOrder α] {a b x : α} : x ∈ Icc a b ↔ a ≤ x ∧ x ≤ b :=
  LocallyFiniteOrder.finset_mem_Icc a b x

theorem mem_range {n m : ℕ} : m ∈ range n ↔ m < n := List.mem_range

theorem mem_singleton {a b : ι} : b ∈ ({a} : Finset ι) ↔ b = a := List.mem_singleton

theorem Icc_self (a : ℕ) : Icc a a = {a} := by
  have h : List.range' a (a + 1 - a) = [a] := by
    have e : a + 1 - a = 1 := by omega
    rw [e]; rfl
  have h' : (Icc a a).val = ({a} : Finset ℕ).val := congrArg (Quotient.mk _) h
  cases hs : Icc a a
  cases ht : ({a} : Finset ℕ)
  rw [hs, ht] at h'
  cases h'
  rfl

theorem Icc_eq_empty_of_lt {a b : ℕ} (h : b < a) : Icc a b = ∅ := by
  have h : List.range' a (b + 1 - a) = [] := by
    have e : b + 1 - a = 0 := by omega
    rw [e]; rfl
  have h' : (Icc a b).val = (∅ : Finset ℕ).val := congrArg (Quotient.mk _) h
  cases hs : Icc a b
  cases ht : (∅ : Finset ℕ)
  rw [hs, ht] at h'
  cases h'
  rfl

theorem card_range (n : ℕ) : card (range n) = n := List.length_range

theorem _root_.Nat.card_Icc (a b : ℕ) : Finset.card (Icc a b) = b + 1 - a := List.length_range'

/-! ### Sums -/

section Sums

variable [CommSemiring M] {f g : ι → M}

/-- What holds of the sum over every list of the elements of `s` holds of the sum over `s`. -/
private theorem sum_ind {P : M → Prop} (s : Finset ι) (f : ι → M)
    (h : ∀ l : List ι, (∀ i, i ∈ l ↔ i ∈ s) → P (l.foldr (fun i t => f i + t) 0)) : P (s.sum f) := by
  obtain ⟨v, hv⟩ := s
  induction v using Quotient.ind with
  | _ l => exact h l fun i => Iff.rfl

private theorem sum_ind₂ {P : M → M → Prop} (s : Finset ι) (f g : ι → M)
    (h : ∀ l : List ι, (∀ i, i ∈ l ↔ i ∈ s) →
      P (l.foldr (fun i t => f i + t) 0) (l.foldr (fun i t => g i + t) 0)) : P (s.sum f) (s.sum g) := by
  obtain ⟨v, hv⟩ := s
  induction v using Quotient.ind with
  | _ l => exact h l fun i => Iff.rfl

private theorem foldr_add_append (f : ι → M) (l : List ι) (a : ι) :
    (l ++ [a]).foldr (fun i t => f i + t) 0 = l.foldr (fun i t => f i + t) 0 + f a := by
  induction l with
  | nil => rw [List.nil_append, List.foldr_cons, List.foldr_nil]; grind
  | cons b l ih => rw [List.cons_append, List.foldr_cons, List.foldr_cons, ih]; grind

theorem sum_empty : ∑ x ∈ (∅ : Finset ι), f x = 0 := (rfl)

theorem sum_singleton (f : ι → M) (a : ι) : ∑ x ∈ ({a} : Finset ι), f x = f a := add_zero (f a)

theorem sum_congr (h : s₁ = s₂) : (∀ x ∈ s₂, f x = g x) → s₁.sum f = s₂.sum g := by
  intro h'
  subst h
  refine sum_ind₂ s₁ f g fun l hl => ?_
  have h' : ∀ x ∈ l, f x = g x := fun x hx => h' x ((hl x).1 hx)
  clear hl
  induction l with
  | nil => rfl
  | cons a l ih =>
    rw [List.foldr_cons, List.foldr_cons, h' a List.mem_cons_self,
      ih fun x hx => h' x (List.mem_cons_of_mem a hx)]

theorem sum_add_distrib : ∑ i ∈ s, (f i + g i) = (∑ i ∈ s, f i) + ∑ i ∈ s, g i := by
  obtain ⟨v, hv⟩ := s
  induction v using Quotient.ind with
  | _ l =>
    show l.foldr (fun i t => f i + g i + t) 0 = l.foldr (fun i t => f i + t) 0 + l.foldr (fun i t => g i + t) 0
    clear hv
    induction l with
    | nil => exact (add_zero 0).symm
    | cons a l ih => rw [List.foldr_cons, List.foldr_cons, List.foldr_cons, ih]; grind

theorem mul_sum (s : Finset ι) (f : ι → M) (b : M) : b * ∑ i ∈ s, f i = ∑ i ∈ s, b * f i := by
  refine sum_ind₂ (P := fun u v => b * u = v) s f (fun i => b * f i) fun l h => ?_
  clear h
  show b * l.foldr (fun i t => f i + t) 0 = l.foldr (fun i t => b * f i + t) 0
  induction l with
  | nil => exact mul_zero b
  | cons a l ih => rw [List.foldr_cons, List.foldr_cons, ← ih]; grind

theorem sum_mul (s : Finset ι) (f : ι → M) (b : M) : (∑ i ∈ s, f i) * b = ∑ i ∈ s, f i * b := by
  refine sum_ind₂ (P := fun u v => u * b = v) s f (fun i => f i * b) fun l h => ?_
  clear h
  show l.foldr (fun i t => f i + t) 0 * b = l.foldr (fun i t => f i * b + t) 0
  induction l with
  | nil => exact zero_mul b
  | cons a l ih => rw [List.foldr_cons, List.foldr_cons, ← ih]; grind

theorem sum_const (b : M) : ∑ _x ∈ s, b = s.card • b := by
  rw [nsmul_eq_mul]
  obtain ⟨v, hv⟩ := s
  induction v using Quotient.ind with
  | _ l =>
    show l.foldr (fun i t => b + t) 0 = (l.length : M) * b
    clear hv
    induction l with
    | nil => rw [List.foldr_nil, List.length_nil]; grind
    | cons a l ih => rw [List.foldr_cons, ih, List.length_cons]; grind

theorem sum_range_zero (f : ℕ → M) : ∑ k ∈ range 0, f k = 0 := (rfl)

theorem sum_range_succ (f : ℕ → M) (n : ℕ) : ∑ x ∈ range (n + 1), f x = (∑ x ∈ range n, f x) + f n := by
  show (List.range (n + 1)).foldr (fun i t => f i + t) 0 = (List.range n).foldr (fun i t => f i + t) 0 + f n
  rw [List.range_succ, foldr_add_append]

theorem sum_Icc_succ_top {a b : ℕ} (hab : a ≤ b + 1) (f : ℕ → M) :
    ∑ k ∈ Icc a (b + 1), f k = (∑ k ∈ Icc a b, f k) + f (b + 1) := by
  show (List.range' a (b + 1 + 1 - a)).foldr (fun i t => f i + t) 0 =
    (List.range' a (b + 1 - a)).foldr (fun i t => f i + t) 0 + f (b + 1)
  have e : b + 1 + 1 - a = (b + 1 - a) + 1 := by omega
  have e' : a + (b + 1 - a) = b + 1 := by omega
  rw [e, List.range'_1_concat, foldr_add_append, e']

end Sums

section Sums

variable [CommRing M]

theorem sum_sub_distrib (f g : ι → M) : ∑ i ∈ s, (f i - g i) = (∑ i ∈ s, f i) - ∑ i ∈ s, g i := by
  obtain ⟨v, hv⟩ := s
  induction v using Quotient.ind with
  | _ l =>
    show l.foldr (fun i t => f i - g i + t) 0 = l.foldr (fun i t => f i + t) 0 - l.foldr (fun i t => g i + t) 0
    clear hv
    induction l with
    | nil => exact (sub_self 0).symm
    | cons a l ih => rw [List.foldr_cons, List.foldr_cons, List.foldr_cons, ih]; grind

end Sums

section Sums

variable [Field M]

theorem sum_div (s : Finset ι) (f : ι → M) (a : M) : (∑ i ∈ s, f i) / a = ∑ i ∈ s, f i / a := by
  rw [div_eq_mul_inv, sum_mul]
  exact sum_congr rfl fun i _ => (div_eq_mul_inv (f i) a).symm

end Sums

section Sums

variable [CommSemiring M] [LinearOrder M] [IsStrictOrderedRing M] {f g : ι → M}

theorem sum_le_sum (h : ∀ i ∈ s, f i ≤ g i) : ∑ i ∈ s, f i ≤ ∑ i ∈ s, g i := by
  refine sum_ind₂ (P := fun a b => a ≤ b) s f g fun l hl => ?_
  have h : ∀ i ∈ l, f i ≤ g i := fun i hi => h i ((hl i).1 hi)
  clear hl
  induction l with
  | nil => exact le_rfl
  | cons a l ih =>
    rw [List.foldr_cons, List.foldr_cons]
    exact add_le_add (h a List.mem_cons_self) (ih fun x hx => h x (List.mem_cons_of_mem a hx))

theorem sum_nonneg (h : ∀ i ∈ s, 0 ≤ f i) : 0 ≤ ∑ i ∈ s, f i := by
  refine sum_ind (P := fun a => 0 ≤ a) s f fun l hl => ?_
  have h : ∀ i ∈ l, 0 ≤ f i := fun i hi => h i ((hl i).1 hi)
  clear hl
  induction l with
  | nil => exact le_rfl
  | cons a l ih =>
    rw [List.foldr_cons]
    exact add_nonneg (h a List.mem_cons_self) (ih fun x hx => h x (List.mem_cons_of_mem a hx))

theorem sum_pos (h : ∀ i ∈ s, 0 < f i) (hs : s.Nonempty) : 0 < ∑ i ∈ s, f i := by
  have key (a : ι) (l : List ι) (h : ∀ i ∈ a :: l, 0 < f i) : 0 < (a :: l).foldr (fun i t => f i + t) 0 := by
    induction l generalizing a with
    | nil =>
      rw [List.foldr_cons, List.foldr_nil, add_zero]
      exact h a List.mem_cons_self
    | cons b l ih =>
      rw [List.foldr_cons]
      exact add_pos (h a List.mem_cons_self) (ih b fun x hx => h x (List.mem_cons_of_mem a hx))
  refine sum_ind (P := fun a => 0 < a) s f fun l hl => ?_
  obtain ⟨c, hc⟩ := hs
  cases l with
  | nil => exact absurd ((hl c).2 hc) List.not_mem_nil
  | cons a l => exact key a l fun i hi => h i ((hl i).1 hi)

end Sums

/-! ### Products -/

section Products

variable [CommSemiring M] {f g : ι → M}

private theorem prod_ind {P : M → Prop} (s : Finset ι) (f : ι → M)
    (h : ∀ l : List ι, (∀ i, i ∈ l ↔ i ∈ s) → P (l.foldr (fun i t => f i * t) 1)) : P (s.prod f) := by
  obtain ⟨v, hv⟩ := s
  induction v using Quotient.ind with
  | _ l => exact h l fun i => Iff.rfl

private theorem prod_ind₂ {P : M → M → Prop} (s : Finset ι) (f g : ι → M)
    (h : ∀ l : List ι, (∀ i, i ∈ l ↔ i ∈ s) →
      P (l.foldr (fun i t => f i * t) 1) (l.foldr (fun i t => g i * t) 1)) : P (s.prod f) (s.prod g) := by
  obtain ⟨v, hv⟩ := s
  induction v using Quotient.ind with
  | _ l => exact h l fun i => Iff.rfl

private theorem foldr_mul_append (f : ι → M) (l : List ι) (a : ι) :
    (l ++ [a]).foldr (fun i t => f i * t) 1 = l.foldr (fun i t => f i * t) 1 * f a := by
  induction l with
  | nil => rw [List.nil_append, List.foldr_cons, List.foldr_nil]; grind
  | cons b l ih => rw [List.cons_append, List.foldr_cons, List.foldr_cons, ih]; grind

theorem prod_empty : ∏ x ∈ (∅ : Finset ι), f x = 1 := (rfl)

theorem prod_singleton (f : ι → M) (a : ι) : ∏ x ∈ ({a} : Finset ι), f x = f a := mul_one (f a)

theorem prod_congr (h : s₁ = s₂) : (∀ x ∈ s₂, f x = g x) → s₁.prod f = s₂.prod g := by
  intro h'
  subst h
  refine prod_ind₂ s₁ f g fun l hl => ?_
  have h' : ∀ x ∈ l, f x = g x := fun x hx => h' x ((hl x).1 hx)
  clear hl
  induction l with
  | nil => rfl
  | cons a l ih =>
    rw [List.foldr_cons, List.foldr_cons, h' a List.mem_cons_self,
      ih fun x hx => h' x (List.mem_cons_of_mem a hx)]

theorem prod_mul_distrib : ∏ x ∈ s, (f x * g x) = (∏ x ∈ s, f x) * ∏ x ∈ s, g x := by
  obtain ⟨v, hv⟩ := s
  induction v using Quotient.ind with
  | _ l =>
    show l.foldr (fun i t => f i * g i * t) 1 = l.foldr (fun i t => f i * t) 1 * l.foldr (fun i t => g i * t) 1
    clear hv
    induction l with
    | nil => exact (mul_one 1).symm
    | cons a l ih => rw [List.foldr_cons, List.foldr_cons, List.foldr_cons, ih]; grind

theorem prod_const (b : M) : ∏ _x ∈ s, b = b ^ s.card := by
  obtain ⟨v, hv⟩ := s
  induction v using Quotient.ind with
  | _ l =>
    show l.foldr (fun i t => b * t) 1 = b ^ l.length
    clear hv
    induction l with
    | nil => exact (pow_zero b).symm
    | cons a l ih => rw [List.foldr_cons, ih, List.length_cons, pow_succ']

theorem prod_range_zero (f : ℕ → M) : ∏ k ∈ range 0, f k = 1 := (rfl)

theorem prod_range_succ (f : ℕ → M) (n : ℕ) : ∏ x ∈ range (n + 1), f x = (∏ x ∈ range n, f x) * f n := by
  show (List.range (n + 1)).foldr (fun i t => f i * t) 1 = (List.range n).foldr (fun i t => f i * t) 1 * f n
  rw [List.range_succ, foldr_mul_append]

theorem prod_Icc_succ_top {a b : ℕ} (hab : a ≤ b + 1) (f : ℕ → M) :
    ∏ k ∈ Icc a (b + 1), f k = (∏ k ∈ Icc a b, f k) * f (b + 1) := by
  show (List.range' a (b + 1 + 1 - a)).foldr (fun i t => f i * t) 1 =
    (List.range' a (b + 1 - a)).foldr (fun i t => f i * t) 1 * f (b + 1)
  have e : b + 1 + 1 - a = (b + 1 - a) + 1 := by omega
  have e' : a + (b + 1 - a) = b + 1 := by omega
  rw [e, List.range'_1_concat, foldr_mul_append, e']

end Products

section Products

variable [CommSemiring M] [LinearOrder M] [IsStrictOrderedRing M] {f g : ι → M}

theorem prod_nonneg (h0 : ∀ i ∈ s, 0 ≤ f i) : 0 ≤ ∏ i ∈ s, f i := by
  refine prod_ind (P := fun a => 0 ≤ a) s f fun l hl => ?_
  have h : ∀ i ∈ l, 0 ≤ f i := fun i hi => h0 i ((hl i).1 hi)
  clear hl
  induction l with
  | nil => exact zero_le_one
  | cons a l ih =>
    rw [List.foldr_cons]
    exact mul_nonneg (h a List.mem_cons_self) (ih fun x hx => h x (List.mem_cons_of_mem a hx))

theorem prod_pos (h0 : ∀ i ∈ s, 0 < f i) : 0 < ∏ i ∈ s, f i := by
  refine prod_ind (P := fun a => 0 < a) s f fun l hl => ?_
  have h : ∀ i ∈ l, 0 < f i := fun i hi => h0 i ((hl i).1 hi)
  clear hl
  induction l with
  | nil => exact zero_lt_one
  | cons a l ih =>
    rw [List.foldr_cons]
    exact mul_pos (h a List.mem_cons_self) (ih fun x hx => h x (List.mem_cons_of_mem a hx))

end Products

end Finset

/-! ### Factorials and binomial coefficients -/

namespace Nat

/-- Whether `n` is at least 2: what numerals other than 0 and 1 are. -/
class AtLeastTwo (n : ℕ) : Prop where
  prop : 2 ≤ n

instance {n : ℕ} : AtLeastTwo (n + 2) := ⟨Nat.le_add_left 2 n⟩

theorem cast_ofNat {R : Type u} [CommSemiring R] {n : ℕ} [Nat.AtLeastTwo n] :
    ((no_index (OfNat.ofNat n) : ℕ) : R) = OfNat.ofNat n :=
  (Lean.Grind.Semiring.ofNat_eq_natCast n).symm

theorem factorial_zero : factorial 0 = 1 := rfl

theorem factorial_succ (n : ℕ) : factorial (n + 1) = (n + 1) * factorial n := rfl

theorem factorial_one : factorial 1 = 1 := rfl

theorem factorial_two : factorial 2 = 2 := rfl

theorem factorial_pos (n : ℕ) : 0 < factorial n := by
  induction n with
  | zero => exact Nat.one_pos
  | succ n ih => exact Nat.mul_pos (Nat.succ_pos n) ih

theorem factorial_ne_zero (n : ℕ) : factorial n ≠ 0 := Nat.ne_of_gt (factorial_pos n)

theorem choose_zero_right (n : ℕ) : choose n 0 = 1 := by cases n <;> rfl

theorem choose_zero_succ (k : ℕ) : choose 0 (succ k) = 0 := rfl

theorem choose_succ_succ (n k : ℕ) : choose (succ n) (succ k) = choose n k + choose n (succ k) := rfl

theorem choose_succ_succ' (n k : ℕ) : choose (n + 1) (k + 1) = choose n k + choose n (k + 1) := rfl

theorem choose_eq_zero_of_lt {n k : ℕ} (h : n < k) : choose n k = 0 := by
  induction n generalizing k with
  | zero =>
    cases k with
    | zero => exact absurd h (Nat.lt_irrefl 0)
    | succ k => rfl
  | succ n ih =>
    cases k with
    | zero => exact absurd h (Nat.not_lt_zero _)
    | succ k => rw [choose_succ_succ', ih (Nat.lt_of_succ_lt_succ h), ih (Nat.lt_of_succ_lt (by omega))]

theorem choose_self (n : ℕ) : choose n n = 1 := by
  induction n with
  | zero => rfl
  | succ n ih => rw [choose_succ_succ', ih, choose_eq_zero_of_lt (Nat.lt_succ_self n)]

theorem choose_one_right (n : ℕ) : choose n 1 = n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [choose_succ_succ', ih, choose_zero_right, Nat.add_comm]

theorem choose_mul_factorial_mul_factorial {n k : ℕ} (hk : k ≤ n) :
    choose n k * factorial k * factorial (n - k) = factorial n := by
  induction n generalizing k with
  | zero =>
    have e : k = 0 := by omega
    subst e
    rfl
  | succ n ih =>
    cases k with
    | zero => rw [choose_zero_right, factorial_zero, Nat.sub_zero, Nat.one_mul]
    | succ k =>
      have h₁ := ih (k := k) (by omega)
      rw [choose_succ_succ', factorial_succ k, factorial_succ n, Nat.succ_sub_succ]
      by_cases h : k = n
      · subst h
        rw [choose_eq_zero_of_lt (Nat.lt_succ_self k)]
        rw [choose_self, Nat.sub_self, factorial_zero] at h₁ ⊢
        grind
      · have h₂ := ih (k := k + 1) (by omega)
        have e : n - k = (n - (k + 1)) + 1 := by omega
        rw [factorial_succ k] at h₂
        have e' : factorial (n - k) = (n - k) * factorial (n - (k + 1)) := by
          have := factorial_succ (n - (k + 1))
          rwa [← e] at this
        obtain ⟨d, hd⟩ : ∃ d, n = k + d := ⟨n - k, by omega⟩
        have e'' : n - k = d := by omega
        have hn : n + 1 = (k + 1) + (n - k) := by omega
        have h₃ : choose n (k + 1) * ((k + 1) * factorial k) * factorial (n - k) = (n - k) * factorial n := by
          rw [e', ← h₂]; grind
        have h₄ : choose n k * ((k + 1) * factorial k) * factorial (n - k) = (k + 1) * factorial n := by
          rw [← h₁]; grind
        have h₅ : (choose n k + choose n (k + 1)) * ((k + 1) * factorial k) * factorial (n - k) =
            choose n k * ((k + 1) * factorial k) * factorial (n - k) +
              choose n (k + 1) * ((k + 1) * factorial k) * factorial (n - k) := by grind
        rw [h₅, h₃, h₄, ← Nat.add_mul, ← hn]

theorem choose_symm {n k : ℕ} (hk : k ≤ n) : choose n (n - k) = choose n k := by
  have h₁ := choose_mul_factorial_mul_factorial hk
  have h₂ := choose_mul_factorial_mul_factorial (Nat.sub_le n k)
  rw [Nat.sub_sub_self hk] at h₂
  have h₃ : choose n (n - k) * (factorial k * factorial (n - k)) = choose n k * (factorial k * factorial (n - k)) := by
    grind
  exact Nat.eq_of_mul_eq_mul_right (Nat.mul_pos (factorial_pos k) (factorial_pos (n - k))) h₃

theorem choose_pos {n k : ℕ} (hk : k ≤ n) : 0 < choose n k := by
  have h := choose_mul_factorial_mul_factorial hk
  refine Nat.pos_of_ne_zero fun h' => ?_
  rw [h', Nat.zero_mul, Nat.zero_mul] at h
  exact factorial_ne_zero n h.symm

end Nat
