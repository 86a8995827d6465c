module

public import Mathlib.Algebra.Order.Field.Basic

public section

/-!
# Monotone functions

The interface of `Mathlib.Order.Monotone.Defs`. Mathlib asks for a preorder where a relation `≤` or
`<` suffices here.
-/

universe u v

variable {α : Type u} {β : Type v}

/-- `f` is increasing, not necessarily strictly. -/
@[expose] def Monotone [Preorder α] [Preorder β] (f : α → β) : Prop := ∀ ⦃a b⦄, a ≤ b → f a ≤ f b

/-- `f` is decreasing, not necessarily strictly. -/
@[expose] def Antitone [Preorder α] [Preorder β] (f : α → β) : Prop := ∀ ⦃a b⦄, a ≤ b → f b ≤ f a

/-- `f` is strictly increasing. -/
@[expose] def StrictMono [Preorder α] [Preorder β] (f : α → β) : Prop := ∀ ⦃a b⦄, a < b → f a < f b

/-- `f` is strictly decreasing. -/
@[expose] def StrictAnti [Preorder α] [Preorder β] (f : α → β) : Prop := ∀ ⦃a b⦄, a < b → f b < f a
