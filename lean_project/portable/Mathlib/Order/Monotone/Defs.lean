module

public section

/-!
# Monotone functions

The interface of `Mathlib.Order.Monotone.Defs`. Mathlib asks for a preorder where a relation `≤` or
`<` suffices here.
-/

variable {α β : Type}

/-- `f` is increasing, not necessarily strictly. -/
@[expose] def Monotone [LE α] [LE β] (f : α → β) : Prop := ∀ ⦃a b⦄, a ≤ b → f a ≤ f b

/-- `f` is decreasing, not necessarily strictly. -/
@[expose] def Antitone [LE α] [LE β] (f : α → β) : Prop := ∀ ⦃a b⦄, a ≤ b → f b ≤ f a

/-- `f` is strictly increasing. -/
@[expose] def StrictMono [LT α] [LT β] (f : α → β) : Prop := ∀ ⦃a b⦄, a < b → f a < f b

/-- `f` is strictly decreasing. -/
@[expose] def StrictAnti [LT α] [LT β] (f : α → β) : Prop := ∀ ⦃a b⦄, a < b → f b < f a
