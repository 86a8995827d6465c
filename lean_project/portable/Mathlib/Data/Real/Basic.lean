module

public import Mathlib.Algebra.Order.Field.Basic

public section

/-!
# The real numbers, as a complete ordered field

The interface of `Mathlib.Data.Real.Basic`: the type `Real` with its field operations and its order.
Here are the only two axioms of the interface.
-/

/-- The real numbers. -/
axiom Real : Type

local notation "ℝ" => Real
local notation "ℕ" => Nat

/-- What is assumed of the real numbers: they are a linearly ordered field in which every
non-empty set that is bounded above has a least upper bound. -/
class Shomei.Portable.CompleteOrderedField (α : Type) extends Lean.Grind.Field α, LE α, LT α where
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

/-- The real numbers are a complete linearly ordered field. -/
axiom Shomei.Portable.completeOrderedField : Shomei.Portable.CompleteOrderedField ℝ

namespace Shomei.Portable

/-- The field of the real numbers. -/
@[reducible, expose, instance 5000] noncomputable def instField : Lean.Grind.Field ℝ :=
  completeOrderedField.toField

@[expose] noncomputable instance (priority := 5000) instLE : LE ℝ :=
  ⟨completeOrderedField.le⟩

@[expose] noncomputable instance (priority := 5000) instLT : LT ℝ :=
  ⟨completeOrderedField.lt⟩

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

/-- Classical case distinction decides every comparison of real numbers. -/
noncomputable instance decidableLE (a b : ℝ) : Decidable (a ≤ b) := Classical.propDecidable _

noncomputable instance decidableLT (a b : ℝ) : Decidable (a < b) := Classical.propDecidable _

noncomputable instance decidableEq (a b : ℝ) : Decidable (a = b) := Classical.propDecidable _

@[expose] noncomputable instance instMax : Max ℝ := ⟨fun a b => if a ≤ b then b else a⟩

@[expose] noncomputable instance instMin : Min ℝ := ⟨fun a b => if a ≤ b then a else b⟩

@[expose] noncomputable instance instLinearOrder : LinearOrder ℝ where
  toLE := instLE
  toLT := instLT
  toMin := instMin
  toMax := instMax
  le_refl := completeOrderedField.le_refl
  le_trans := completeOrderedField.le_trans
  lt_iff_le_not_ge := completeOrderedField.lt_iff_le_not_ge
  le_antisymm := completeOrderedField.le_antisymm
  le_total := completeOrderedField.le_total
  toDecidableLE := decidableLE
  min_def _ _ := rfl
  max_def _ _ := rfl

instance (priority := 5000) instIsLinearOrder : Std.IsLinearOrder ℝ := inferInstance

instance (priority := 5000) instLawfulOrderLT : Std.LawfulOrderLT ℝ := inferInstance

private theorem addLeft (a b c : ℝ) (h : a ≤ b) : a + c ≤ b + c :=
  completeOrderedField.add_le_add_left a b h c

instance : Lean.Grind.OrderedAdd ℝ where
  add_le_left_iff {a b} c := by
    refine ⟨fun h => addLeft a b c h, fun h => ?_⟩
    have h' := addLeft _ _ (-c) h
    have ha : a + c + -c = a := by grind
    have hb : b + c + -c = b := by grind
    rwa [ha, hb] at h'

private theorem mulPos {a b : ℝ} (ha : 0 < a) (hb : 0 < b) : 0 < a * b :=
  completeOrderedField.mul_pos a b ha hb

private theorem mulLeft {a b c : ℝ} (h : a < b) (hc : 0 < c) : c * a < c * b := by
  have h' : 0 < c * (b - a) := mulPos hc (by grind)
  have e : c * (b - a) = c * b - c * a := by grind
  rw [e] at h'
  grind

instance : Lean.Grind.OrderedRing ℝ where
  zero_lt_one := by
    have h : (0 : ℝ) ≤ 1 := completeOrderedField.zero_le_one
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

end Shomei.Portable

/-! ### Completeness -/

/-- Completeness, in the form that the rest of the interface uses: a non-empty set that is bounded
above has a least upper bound. -/
theorem Shomei.Portable.exists_isLUB {s : ℝ → Prop} (hne : ∃ x, s x) (hbdd : ∃ b, ∀ x, s x → x ≤ b) :
    ∃ l, (∀ x, s x → x ≤ l) ∧ ∀ b, (∀ x, s x → x ≤ b) → l ≤ b :=
  Shomei.Portable.completeOrderedField.exists_isLUB s hne hbdd

/-- The field of real numbers is Archimedean. -/
theorem exists_nat_gt (x : ℝ) : ∃ n : ℕ, x < n := by
  refine Classical.byContradiction fun h => ?_
  have hb : ∀ n : ℕ, (n : ℝ) ≤ x := fun n => not_lt.1 fun h' => h ⟨n, h'⟩
  obtain ⟨l, hl, hl'⟩ := Shomei.Portable.exists_isLUB (s := fun y => ∃ n : ℕ, y = n) ⟨0, 0, by grind⟩
    ⟨x, fun y ⟨n, hn⟩ => hn ▸ hb n⟩
  have h₁ : l ≤ l - 1 := hl' _ fun y ⟨n, hn⟩ => by
    have := hl _ ⟨n + 1, rfl⟩
    grind
  grind
