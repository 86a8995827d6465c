module

public import Mathlib.Data.Real.Basic

public section

/-!
# Sets, filters and limits

The interface of `Mathlib.Data.Set.Defs`, `Mathlib.Order.Filter.Basic`,
`Mathlib.Order.Filter.Tendsto` and `Mathlib.Order.Filter.AtTopBot.Archimedean`. Everything here is
a definition or is proved.
-/

universe u v w

noncomputable instance : Nonempty Real := ⟨0⟩

/-- A set is a predicate. -/
@[expose] def Set (α : Type u) : Type u := α → Prop

/-- The set of the elements that satisfy a predicate. -/
@[expose] def setOf {α : Type u} (p : α → Prop) : Set α := p

namespace Set

variable {α : Type u}

/-- `a` belongs to `s`. -/
@[expose] protected def Mem (s : Set α) (a : α) : Prop := s a

@[expose] instance : Membership α (Set α) := ⟨Set.Mem⟩

@[expose] instance : Singleton α (Set α) := ⟨fun a => setOf fun x => x = a⟩

@[expose] instance : EmptyCollection (Set α) := ⟨setOf fun _ => False⟩

@[expose] instance : HasSubset (Set α) := ⟨fun s t => ∀ ⦃a⦄, a ∈ s → a ∈ t⟩

@[expose] instance : Inter (Set α) := ⟨fun s t => setOf fun x => x ∈ s ∧ x ∈ t⟩

@[expose] instance : Union (Set α) := ⟨fun s t => setOf fun x => x ∈ s ∨ x ∈ t⟩

/-- The set of all elements. -/
@[expose] def univ : Set α := setOf fun _ => True

/-- The complement of a set: Mathlib writes `sᶜ`. -/
@[expose] def compl (s : Set α) : Set α := setOf fun x => x ∉ s

/-- The set of what lies above `a`. -/
@[expose] def Ioi [Preorder α] (a : α) : Set α := setOf fun x => a < x

/-- The set of what lies below `a`. -/
@[expose] def Iio [Preorder α] (a : α) : Set α := setOf fun x => x < a

/-- The set of what is at least `a`. -/
@[expose] def Ici [Preorder α] (a : α) : Set α := setOf fun x => a ≤ x

/-- The set of what is at most `a`. -/
@[expose] def Iic [Preorder α] (a : α) : Set α := setOf fun x => x ≤ a

/-- The open interval. -/
@[expose] def Ioo [Preorder α] (a b : α) : Set α := setOf fun x => a < x ∧ x < b

/-- The closed interval. -/
@[expose] def Icc [Preorder α] (a b : α) : Set α := setOf fun x => a ≤ x ∧ x ≤ b

/-- The preimage of a set under a function. -/
@[expose] def preimage {β : Type v} (f : α → β) (s : Set β) : Set α := setOf fun x => f x ∈ s

@[ext] theorem ext {s t : Set α} (h : ∀ x, x ∈ s ↔ x ∈ t) : s = t :=
  funext fun x => propext (h x)

theorem mem_setOf_eq {a : α} {p : α → Prop} : (a ∈ setOf p) = p a := rfl
theorem mem_univ (a : α) : a ∈ (univ : Set α) := trivial
theorem mem_Ioi [Preorder α] {a x : α} : x ∈ Ioi a ↔ a < x := Iff.rfl
theorem mem_Iio [Preorder α] {a x : α} : x ∈ Iio a ↔ x < a := Iff.rfl
theorem mem_Ici [Preorder α] {a x : α} : x ∈ Ici a ↔ a ≤ x := Iff.rfl
theorem mem_Iic [Preorder α] {a x : α} : x ∈ Iic a ↔ x ≤ a := Iff.rfl
theorem mem_Ioo [Preorder α] {a b x : α} : x ∈ Ioo a b ↔ a < x ∧ x < b := Iff.rfl
theorem mem_Icc [Preorder α] {a b x : α} : x ∈ Icc a b ↔ a ≤ x ∧ x ≤ b := Iff.rfl
theorem mem_singleton_iff {a b : α} : a ∈ ({b} : Set α) ↔ a = b := Iff.rfl
theorem mem_compl_singleton_iff {a b : α} : a ∈ compl ({b} : Set α) ↔ a ≠ b := Iff.rfl

end Set

/-- A filter on `α`: a collection of sets that contains the whole of `α`, every set that is larger
than one of its members, and the intersection of any two. -/
structure Filter (α : Type u) where
  /-- The sets that belong to the filter. -/
  sets : Set (Set α)
  /-- The set of all elements belongs to it. -/
  univ_sets : Set.univ ∈ sets
  /-- It is closed upwards. -/
  sets_of_superset {x y : Set α} : x ∈ sets → x ⊆ y → y ∈ sets
  /-- It is closed under intersection. -/
  inter_sets {x y : Set α} : x ∈ sets → y ∈ sets → x ∩ y ∈ sets

namespace Filter

variable {α : Type u} {β : Type v} {γ : Type w}

/-- A set belongs to a filter. -/
@[expose] instance : Membership (Set α) (Filter α) := ⟨fun f s => s ∈ f.sets⟩

/-- `f ≤ g`: every set of `g` is one of `f`. -/
@[expose] instance : LE (Filter α) := ⟨fun f g => ∀ ⦃s : Set α⦄, s ∈ g → s ∈ f⟩

theorem univ_mem {f : Filter α} : Set.univ ∈ f := f.univ_sets

theorem mem_of_superset {f : Filter α} {x y : Set α} (hx : x ∈ f) (hxy : x ⊆ y) : y ∈ f :=
  f.sets_of_superset hx hxy

theorem inter_mem {f : Filter α} {s t : Set α} (hs : s ∈ f) (ht : t ∈ f) : s ∩ t ∈ f :=
  f.inter_sets hs ht

theorem le_def {f g : Filter α} : f ≤ g ↔ ∀ x ∈ g, x ∈ f := Iff.rfl

/-- The filter of the sets that contain `s`. -/
@[expose] def principal (s : Set α) : Filter α where
  sets := setOf fun t => s ⊆ t
  univ_sets := fun _ _ => trivial
  sets_of_superset h h' := fun _ ha => h' (h ha)
  inter_sets h h' := fun _ ha => ⟨h ha, h' ha⟩

/-- The image of a filter under a function. -/
@[expose] def map (m : α → β) (f : Filter α) : Filter β where
  sets := setOf fun s => Set.preimage m s ∈ f
  univ_sets := univ_mem
  sets_of_superset h h' := mem_of_superset h fun _ ha => h' ha
  inter_sets h h' := inter_mem h h'

/-- The infimum of two filters: Mathlib writes `f ⊓ g` for `min f g`. -/
@[expose] instance : Min (Filter α) where
  min f g := {
    sets := setOf fun s => ∃ a ∈ f, ∃ b ∈ g, s = a ∩ b
    univ_sets := ⟨_, univ_mem, _, univ_mem, Set.ext fun _ => ⟨fun h => ⟨h, h⟩, fun h => h.1⟩⟩
    sets_of_superset {x y} := by
      intro ⟨a, ha, b, hb, h⟩ hxy
      refine ⟨setOf fun z => z ∈ a ∨ z ∈ y, mem_of_superset ha fun _ => Or.inl,
        setOf fun z => z ∈ b ∨ z ∈ y, mem_of_superset hb fun _ => Or.inl, Set.ext fun z => ?_⟩
      refine ⟨fun hz => ⟨Or.inr hz, Or.inr hz⟩, fun ⟨h₁, h₂⟩ => ?_⟩
      rcases h₁ with h₁ | h₁
      · rcases h₂ with h₂ | h₂
        · exact hxy (h ▸ ⟨h₁, h₂⟩)
        · exact h₂
      · exact h₁
    inter_sets {x y} := by
      intro ⟨a, ha, b, hb, h⟩ ⟨a', ha', b', hb', h'⟩
      refine ⟨a ∩ a', inter_mem ha ha', b ∩ b', inter_mem hb hb', ?_⟩
      subst h h'
      exact Set.ext fun z => ⟨fun ⟨⟨h₁, h₂⟩, h₃, h₄⟩ => ⟨⟨h₁, h₃⟩, h₂, h₄⟩,
        fun ⟨⟨h₁, h₃⟩, h₂, h₄⟩ => ⟨⟨h₁, h₂⟩, h₃, h₄⟩⟩ }

/-- A filter is proper when the empty set is not one of its members. -/
class NeBot (f : Filter α) : Prop where
  /-- The empty set is not a member (Mathlib writes `f ≠ ⊥`). -/
  ne' : (∅ : Set α) ∉ f

/-- `p` holds on some set of the filter: `∀ᶠ x in f, p x`. -/
@[expose] protected def Eventually (p : α → Prop) (f : Filter α) : Prop := setOf p ∈ f

/-- Two functions agree on some set of the filter: Mathlib writes `f =ᶠ[l] g`. -/
@[expose] def EventuallyEq (l : Filter α) (f g : α → β) : Prop :=
  Filter.Eventually (fun x => f x = g x) l

/-- `f` tends to `l₂` along `l₁`. -/
@[expose] def Tendsto (f : α → β) (l₁ : Filter α) (l₂ : Filter β) : Prop := l₁.map f ≤ l₂

-- shomei: preamble

/-- The filter of the neighbourhoods of `+∞`, that is the infimum of the sets `Set.Ici a`. -/
@[expose] def atTop [Preorder α] : Filter α where
  sets := setOf fun s => ∃ l : List α, ∀ x, (∀ a ∈ l, a ≤ x) → x ∈ s
  univ_sets := ⟨[], fun _ _ => trivial⟩
  sets_of_superset := fun ⟨l, h⟩ h' => ⟨l, fun x hx => h' (h x hx)⟩
  inter_sets := fun ⟨l, h⟩ ⟨l', h'⟩ => ⟨l ++ l', fun x hx =>
    ⟨h x fun a ha => hx a (List.mem_append_left l' ha),
      h' x fun a ha => hx a (List.mem_append_right l ha)⟩⟩

/-- The filter of the neighbourhoods of `-∞`, that is the infimum of the sets `Set.Iic a`. -/
@[expose] def atBot [Preorder α] : Filter α where
  sets := setOf fun s => ∃ l : List α, ∀ x, (∀ a ∈ l, x ≤ a) → x ∈ s
  univ_sets := ⟨[], fun _ _ => trivial⟩
  sets_of_superset := fun ⟨l, h⟩ h' => ⟨l, fun x hx => h' (h x hx)⟩
  inter_sets := fun ⟨l, h⟩ ⟨l', h'⟩ => ⟨l ++ l', fun x hx =>
    ⟨h x fun a ha => hx a (List.mem_append_left l' ha),
      h' x fun a ha => hx a (List.mem_append_right l ha)⟩⟩

/-! ### What holds eventually -/

variable {f l l₁ l₂ : Filter α} {p q : α → Prop}

theorem Eventually.mono (hp : ∀ᶠ x in f, p x) (hq : ∀ x, p x → q x) : ∀ᶠ x in f, q x :=
  mem_of_superset hp hq

theorem Eventually.and (hp : ∀ᶠ x in f, p x) (hq : ∀ᶠ x in f, q x) : ∀ᶠ x in f, p x ∧ q x :=
  inter_mem hp hq

theorem Eventually.mp (hp : ∀ᶠ x in f, p x) (hq : ∀ᶠ x in f, p x → q x) : ∀ᶠ x in f, q x :=
  (hp.and hq).mono fun _ h => h.2 h.1

theorem Eventually.of_forall {p : α → Prop} {f : Filter α} (hp : ∀ x, p x) : ∀ᶠ x in f, p x :=
  mem_of_superset univ_mem fun x _ => hp x

theorem Eventually.congr (h' : ∀ᶠ x in f, p x) (h : ∀ᶠ x in f, p x ↔ q x) : ∀ᶠ x in f, q x :=
  h'.mp (h.mono fun _ hx => hx.1)

theorem eventually_congr (h : ∀ᶠ x in f, p x ↔ q x) : (∀ᶠ x in f, p x) ↔ ∀ᶠ x in f, q x :=
  ⟨fun hp => hp.congr h, fun hq => hq.congr (h.mono fun _ hx => hx.symm)⟩

theorem eventually_and : (∀ᶠ x in f, p x ∧ q x) ↔ (∀ᶠ x in f, p x) ∧ ∀ᶠ x in f, q x :=
  ⟨fun h => ⟨h.mono fun _ hx => hx.1, h.mono fun _ hx => hx.2⟩, fun h => h.1.and h.2⟩

theorem eventually_of_mem {U : Set α} (hU : U ∈ f) (h : ∀ x ∈ U, p x) : ∀ᶠ x in f, p x :=
  mem_of_superset hU h

theorem Eventually.filter_mono (h₁₂ : l₁ ≤ l₂) (hp : ∀ᶠ x in l₂, p x) : ∀ᶠ x in l₁, p x :=
  h₁₂ hp

theorem Eventually.exists [NeBot f] (hp : ∀ᶠ x in f, p x) : ∃ x, p x := by
  refine Classical.byContradiction fun h => NeBot.ne' (f := f) ?_
  exact mem_of_superset hp fun x hx => h ⟨x, hx⟩

theorem eventually_const [NeBot f] {p : Prop} : (∀ᶠ _x in f, p) ↔ p :=
  ⟨fun h => h.exists.elim fun _ => id, fun h => Eventually.of_forall fun _ => h⟩

theorem EventuallyEq.symm {f g : α → β} {l : Filter α} (H : EventuallyEq l f g) :
    EventuallyEq l g f :=
  Eventually.mono H fun _ h => Eq.symm h

theorem EventuallyEq.eventually {f g : α → β} {l : Filter α} (h : EventuallyEq l f g) :
    ∀ᶠ x in l, f x = g x :=
  h

/-! ### Limits -/

theorem tendsto_def {f : α → β} {l₁ : Filter α} {l₂ : Filter β} :
    Tendsto f l₁ l₂ ↔ ∀ s ∈ l₂, Set.preimage f s ∈ l₁ :=
  Iff.rfl

theorem tendsto_id {x : Filter α} : Tendsto id x x := fun _ h => h

theorem tendsto_id' {x y : Filter α} : Tendsto id x y ↔ x ≤ y := Iff.rfl

theorem Tendsto.comp {f : α → β} {g : β → γ} {x : Filter α} {y : Filter β} {z : Filter γ}
    (hg : Tendsto g y z) (hf : Tendsto f x y) : Tendsto (g ∘ f) x z :=
  fun _ h => hf (hg h)

theorem Tendsto.mono_left {f : α → β} {x y : Filter α} {z : Filter β} (hx : Tendsto f x z)
    (h : y ≤ x) : Tendsto f y z :=
  fun _ hs => h (hx hs)

theorem Tendsto.mono_right {f : α → β} {x : Filter α} {y z : Filter β} (hy : Tendsto f x y)
    (hz : y ≤ z) : Tendsto f x z :=
  fun _ hs => hy (hz hs)

theorem Tendsto.eventually {f : α → β} {l₁ : Filter α} {l₂ : Filter β} {p : β → Prop}
    (hf : Tendsto f l₁ l₂) (h : ∀ᶠ y in l₂, p y) : ∀ᶠ x in l₁, p (f x) :=
  hf h

theorem Tendsto.congr' {f₁ f₂ : α → β} {l₁ : Filter α} {l₂ : Filter β}
    (hl : EventuallyEq l₁ f₁ f₂) (h : Tendsto f₁ l₁ l₂) : Tendsto f₂ l₁ l₂ := by
  intro s hs
  have h₁ : ∀ᶠ x in l₁, f₁ x ∈ s := h hs
  have h₂ : ∀ᶠ x in l₁, f₁ x = f₂ x := hl
  have h₃ : ∀ᶠ x in l₁, f₂ x ∈ s := (h₁.and h₂).mono fun x hx => hx.2 ▸ hx.1
  exact h₃

theorem tendsto_congr' {f₁ f₂ : α → β} {l₁ : Filter α} {l₂ : Filter β}
    (hl : EventuallyEq l₁ f₁ f₂) : Tendsto f₁ l₁ l₂ ↔ Tendsto f₂ l₁ l₂ :=
  ⟨Tendsto.congr' hl, Tendsto.congr' hl.symm⟩

theorem Tendsto.congr {f₁ f₂ : α → β} {l₁ : Filter α} {l₂ : Filter β} (h : ∀ x, f₁ x = f₂ x) :
    Tendsto f₁ l₁ l₂ → Tendsto f₂ l₁ l₂ :=
  Tendsto.congr' (Eventually.of_forall h)

theorem tendsto_congr {f₁ f₂ : α → β} {l₁ : Filter α} {l₂ : Filter β} (h : ∀ x, f₁ x = f₂ x) :
    Tendsto f₁ l₁ l₂ ↔ Tendsto f₂ l₁ l₂ :=
  tendsto_congr' (Eventually.of_forall h)

theorem tendsto_principal {f : α → β} {l : Filter α} {s : Set β} :
    Tendsto f l (principal s) ↔ ∀ᶠ a in l, f a ∈ s :=
  ⟨fun h => h fun _ => id, fun h _ ht => mem_of_superset h fun _ ha => ht ha⟩

theorem tendsto_inf {f : α → β} {x : Filter α} {y₁ y₂ : Filter β} :
    Tendsto f x (min y₁ y₂) ↔ Tendsto f x y₁ ∧ Tendsto f x y₂ := by
  refine ⟨fun h => ⟨fun s hs => h ?_, fun s hs => h ?_⟩, fun ⟨h₁, h₂⟩ s hs => ?_⟩
  · exact ⟨s, hs, Set.univ, univ_mem, Set.ext fun _ => ⟨fun h => ⟨h, trivial⟩, fun h => h.1⟩⟩
  · exact ⟨Set.univ, univ_mem, s, hs, Set.ext fun _ => ⟨fun h => ⟨trivial, h⟩, fun h => h.2⟩⟩
  · obtain ⟨a, ha, b, hb, rfl⟩ := hs
    exact inter_mem (h₁ ha) (h₂ hb)

/-! ### Limits at infinity -/

section Linear

variable [LinearOrder α] [Nonempty α]

private theorem exists_ub (l : List α) : ∃ a : α, ∀ x, a ≤ x → ∀ b ∈ l, b ≤ x := by
  induction l with
  | nil => exact (inferInstance : Nonempty α).elim fun a => ⟨a, fun _ _ b hb => nomatch hb⟩
  | cons c l ih =>
    obtain ⟨a, ha⟩ := ih
    rcases le_total a c with h | h
    · refine ⟨c, fun x hx b hb => ?_⟩
      rcases List.mem_cons.1 hb with rfl | hb
      · exact hx
      · exact ha x (le_trans h hx) b hb
    · refine ⟨a, fun x hx b hb => ?_⟩
      rcases List.mem_cons.1 hb with rfl | hb
      · exact le_trans h hx
      · exact ha x hx b hb

private theorem exists_lb (l : List α) : ∃ a : α, ∀ x, x ≤ a → ∀ b ∈ l, x ≤ b := by
  induction l with
  | nil => exact (inferInstance : Nonempty α).elim fun a => ⟨a, fun _ _ b hb => nomatch hb⟩
  | cons c l ih =>
    obtain ⟨a, ha⟩ := ih
    rcases le_total c a with h | h
    · refine ⟨c, fun x hx b hb => ?_⟩
      rcases List.mem_cons.1 hb with rfl | hb
      · exact hx
      · exact ha x (le_trans hx h) b hb
    · refine ⟨a, fun x hx b hb => ?_⟩
      rcases List.mem_cons.1 hb with rfl | hb
      · exact le_trans hx h
      · exact ha x hx b hb

theorem eventually_atTop {p : α → Prop} : (∀ᶠ x in atTop, p x) ↔ ∃ a, ∀ b, a ≤ b → p b := by
  refine ⟨fun ⟨l, h⟩ => ?_, fun ⟨a, h⟩ => ⟨[a], fun x hx => h x (hx a (List.mem_singleton.2 rfl))⟩⟩
  obtain ⟨a, ha⟩ := exists_ub l
  exact ⟨a, fun b hb => h b (ha b hb)⟩

theorem eventually_atBot {p : α → Prop} : (∀ᶠ x in atBot, p x) ↔ ∃ a, ∀ b, b ≤ a → p b := by
  refine ⟨fun ⟨l, h⟩ => ?_, fun ⟨a, h⟩ => ⟨[a], fun x hx => h x (hx a (List.mem_singleton.2 rfl))⟩⟩
  obtain ⟨a, ha⟩ := exists_lb l
  exact ⟨a, fun b hb => h b (ha b hb)⟩

instance atTop_neBot : NeBot (atTop : Filter α) where
  ne' := fun ⟨l, h⟩ => (exists_ub l).elim fun a ha => h a (ha a (le_refl a))

instance atBot_neBot : NeBot (atBot : Filter α) where
  ne' := fun ⟨l, h⟩ => (exists_lb l).elim fun a ha => h a (ha a (le_refl a))

end Linear

theorem eventually_ge_atTop [Preorder α] (a : α) : ∀ᶠ x in atTop, a ≤ x :=
  ⟨[a], fun _ hx => hx a (List.mem_singleton.2 rfl)⟩

theorem eventually_le_atBot [Preorder α] (a : α) : ∀ᶠ x in atBot, x ≤ a :=
  ⟨[a], fun _ hx => hx a (List.mem_singleton.2 rfl)⟩

theorem tendsto_atTop [Preorder β] {m : α → β} {f : Filter α} :
    Tendsto m f atTop ↔ ∀ b, ∀ᶠ a in f, b ≤ m a := by
  refine ⟨fun h b => h (eventually_ge_atTop b), fun h s ⟨l, hl⟩ => ?_⟩
  refine mem_of_superset (x := setOf fun x => ∀ a ∈ l, a ≤ m x) ?_ fun x hx => hl _ hx
  clear hl
  induction l with
  | nil => exact Eventually.of_forall fun _ a ha => nomatch ha
  | cons c l ih =>
    exact Eventually.mono (Eventually.and (h c) ih) fun x hx => List.forall_mem_cons.2 hx

theorem tendsto_atBot [Preorder β] {m : α → β} {f : Filter α} :
    Tendsto m f atBot ↔ ∀ b, ∀ᶠ a in f, m a ≤ b := by
  refine ⟨fun h b => h (eventually_le_atBot b), fun h s ⟨l, hl⟩ => ?_⟩
  refine mem_of_superset (x := setOf fun x => ∀ a ∈ l, m x ≤ a) ?_ fun x hx => hl _ hx
  clear hl
  induction l with
  | nil => exact Eventually.of_forall fun _ a ha => nomatch ha
  | cons c l ih =>
    exact Eventually.mono (Eventually.and (h c) ih) fun x hx => List.forall_mem_cons.2 hx

theorem tendsto_atTop_mono' [Preorder β] (l : Filter α) {f₁ f₂ : α → β}
    (h : ∀ᶠ x in l, f₁ x ≤ f₂ x) (h₁ : Tendsto f₁ l atTop) : Tendsto f₂ l atTop :=
  tendsto_atTop.2 fun b => ((tendsto_atTop.1 h₁ b).and h).mono fun _ hx => le_trans hx.1 hx.2

theorem tendsto_atBot_mono' [Preorder β] (l : Filter α) {f₁ f₂ : α → β}
    (h : ∀ᶠ x in l, f₁ x ≤ f₂ x) (h₂ : Tendsto f₂ l atBot) : Tendsto f₁ l atBot :=
  tendsto_atBot.2 fun b => ((tendsto_atBot.1 h₂ b).and h).mono fun _ hx => le_trans hx.2 hx.1

theorem eventually_gt_atTop (a : ℝ) : ∀ᶠ x in atTop, a < x :=
  (eventually_ge_atTop (a + 1)).mono fun x hx => by grind

theorem eventually_lt_atBot (a : ℝ) : ∀ᶠ x in atBot, x < a :=
  (eventually_le_atBot (a - 1)).mono fun x hx => by grind

theorem _root_.tendsto_natCast_atTop_atTop : Tendsto (fun n : ℕ => (n : ℝ)) atTop atTop := by
  refine tendsto_atTop.2 fun b => ?_
  obtain ⟨n, hn⟩ := exists_nat_gt b
  exact (eventually_ge_atTop n).mono fun m hm => le_trans hn.le (Nat.cast_le.2 hm)

end Filter
