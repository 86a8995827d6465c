module

public import Shomei.SpecialFunctions

public section

/-!
# Finite sums

Sums over a range of natural numbers: linear combinations, other ranges, exchange, the term that an
index picks out, derivatives, and the binomial theorem. Each is proved from Mathlib's own lemmas.
-/

open Filter Topology

-- shomei: preamble

namespace Shomei

variable {f g : ℕ → ℝ} {a b : ℕ} {A B : ℝ}

/-- The difference of two natural numbers. -/
theorem cast_sub {m n : ℕ} (h : m ≤ n) : ((n - m : ℕ) : ℝ) = (n : ℝ) - (m : ℝ) := by
  have e : (n : ℝ) = ((n - m : ℕ) : ℝ) + (m : ℝ) := by rw [← Nat.cast_add, Nat.sub_add_cancel h]
  grind

/-! ### Linear combinations -/

theorem sum_same (f : ℕ → ℝ) (a b : ℕ) : ∑ k ∈ Finset.Icc a b, f k = ∑ k ∈ Finset.Icc a b, f k :=
  rfl

theorem sum_add (hf : ∑ k ∈ Finset.Icc a b, f k = A) (hg : ∑ k ∈ Finset.Icc a b, g k = B) :
    ∑ k ∈ Finset.Icc a b, (f k + g k) = A + B := by
  rw [sum_Icc_add, hf, hg]

theorem sum_mul (c : ℝ) (hf : ∑ k ∈ Finset.Icc a b, f k = A) :
    ∑ k ∈ Finset.Icc a b, c * f k = c * A := by
  rw [sum_Icc_mul_left, hf]

/-- The sum of a constant. -/
theorem sum_constant {L : ℝ} (c : ℝ) (h : a ≤ b + 1) (e : (b : ℝ) + 1 - (a : ℝ) = L) :
    ∑ _k ∈ Finset.Icc a b, c = L * c := by
  have e' : (b : ℝ) + 1 = ((b + 1 - a : ℕ) : ℝ) + (a : ℝ) := by
    rw [← Nat.cast_add, Nat.sub_add_cancel h, Nat.cast_add_one]
  rw [sum_Icc_const, ← e, e']
  grind

/-- The term that an index picks out. -/
theorem sum_pick (f : ℕ → ℝ) {j : ℕ} (ha : a ≤ j) (hb : j ≤ b) :
    ∑ k ∈ Finset.Icc a b, f k * (if k = j then 1 else 0) = f j := by
  have none : ∀ c, c < j → ∑ k ∈ Finset.Icc a c, f k * (if k = j then 1 else 0) = 0 := by
    intro c hc
    refine Eq.trans (sum_Icc_congr (G := fun _ => 0) fun k _ h => ?_) ?_
    · rw [if_neg (by omega), mul_zero]
    · rw [sum_Icc_const, mul_zero]
  induction b with
  | zero =>
    have e : a = 0 := by omega
    have e' : j = 0 := by omega
    subst e e'
    rw [sum_Icc_self, if_pos rfl, mul_one]
  | succ n ih =>
    rw [sum_Icc_succ _ (by omega)]
    by_cases h : j = n + 1
    · subst h
      rw [none n (by omega), if_pos rfl]
      grind
    · rw [ih (by omega), if_neg (by omega)]
      grind

/-! ### Ranges -/

/-- The first term of a sum. -/
theorem sum_Icc_first (f : ℕ → ℝ) (h : a ≤ b) :
    ∑ k ∈ Finset.Icc a b, f k = f a + ∑ k ∈ Finset.Icc (a + 1) b, f k := by
  induction b with
  | zero =>
    have e : a = 0 := by omega
    subst e
    rw [sum_Icc_self, sum_Icc_of_lt f (by omega), add_zero]
  | succ n ih =>
    by_cases h : a ≤ n
    · rw [sum_Icc_succ f (by omega), sum_Icc_succ f (by omega), ih h]
      grind
    · have e : a = n + 1 := by omega
      subst e
      rw [sum_Icc_self, sum_Icc_of_lt f (by omega), add_zero]

/-- The last term of a sum. -/
theorem sum_Icc_last (f : ℕ → ℝ) {c : ℕ} (e : b = c + 1) (h : a ≤ b) :
    ∑ k ∈ Finset.Icc a b, f k = (∑ k ∈ Finset.Icc a c, f k) + f b := by
  subst e
  exact sum_Icc_succ f h

/-- A sum with its index counted from elsewhere. -/
theorem sum_Icc_shift (f : ℕ → ℝ) (c : ℕ) {a' b' : ℕ} (ha : a' = a + c) (hb : b' + 1 = b + 1 + c) :
    ∑ k ∈ Finset.Icc a' b', f k = ∑ k ∈ Finset.Icc a b, f (k + c) := by
  have e : b' = b + c := by omega
  subst ha e
  clear hb
  by_cases h : a ≤ b
  · obtain ⟨d, hd⟩ : ∃ d, b = a + d := ⟨b - a, by omega⟩
    subst hd
    clear h
    induction d with
    | zero => rw [Nat.add_zero, sum_Icc_self, sum_Icc_self]
    | succ d ih =>
      have e : a + (d + 1) + c = (a + d + c) + 1 := by omega
      have e' : a + (d + 1) = (a + d) + 1 := rfl
      rw [e, e', sum_Icc_succ f (by omega), sum_Icc_succ _ (by omega), ih]
      have e : a + d + 1 + c = a + d + c + 1 := by omega
      rw [e]
  · rw [sum_Icc_of_lt f (by omega), sum_Icc_of_lt _ (by omega)]

/-- A sum in the opposite order. -/
theorem sum_Icc_reflect (f : ℕ → ℝ) (a b : ℕ) :
    ∑ k ∈ Finset.Icc a b, f k = ∑ k ∈ Finset.Icc a b, f (a + b - k) := by
  by_cases h : a ≤ b
  · obtain ⟨d, hd⟩ : ∃ d, b = a + d := ⟨b - a, by omega⟩
    subst hd
    clear h
    induction d generalizing a f with
    | zero =>
      rw [Nat.add_zero, sum_Icc_self, sum_Icc_self]
      have e : a + a - a = a := by omega
      rw [e]
    | succ d ih =>
      have e : a + (d + 1) = (a + d) + 1 := rfl
      rw [sum_Icc_first f (by omega), e, sum_Icc_succ (fun k => f (a + (a + d + 1) - k)) (by omega)]
      have shifted := ih (fun k => f (k + 1)) a
      rw [sum_Icc_shift f 1 (a := a) (b := a + d) rfl rfl, shifted]
      have e : a + (a + d + 1) - (a + d + 1) = a := by omega
      rw [e]
      have same : ∑ k ∈ Finset.Icc a (a + d), f (a + (a + d) - k + 1) =
          ∑ k ∈ Finset.Icc a (a + d), f (a + (a + d + 1) - k) := by
        refine sum_Icc_congr fun k h h' => ?_
        have e : a + (a + d) - k + 1 = a + (a + d + 1) - k := by omega
        rw [e]
      rw [same]
      grind
  · rw [sum_Icc_of_lt f (by omega), sum_Icc_of_lt _ (by omega)]

/-- The order of two sums does not matter. -/
theorem sum_Icc_comm (F : ℕ → ℕ → ℝ) (a b c d : ℕ) :
    ∑ i ∈ Finset.Icc a b, (∑ j ∈ Finset.Icc c d, F i j) =
      ∑ j ∈ Finset.Icc c d, (∑ i ∈ Finset.Icc a b, F i j) := by
  by_cases h : a ≤ b
  · obtain ⟨e, he⟩ : ∃ e, b = a + e := ⟨b - a, by omega⟩
    subst he
    clear h
    induction e with
    | zero =>
      rw [Nat.add_zero, sum_Icc_self]
      exact sum_Icc_congr fun k _ _ => (sum_Icc_self (fun i => F i k) a).symm
    | succ e ih =>
      have e' : a + (e + 1) = (a + e) + 1 := rfl
      rw [e', sum_Icc_succ _ (by omega), ih, ← sum_Icc_add]
      exact sum_Icc_congr fun k _ _ => (sum_Icc_succ (fun i => F i k) (by omega)).symm
  · rw [sum_Icc_of_lt _ (by omega)]
    refine Eq.symm (Eq.trans (sum_Icc_congr (G := fun _ => 0) fun k _ _ => ?_) ?_)
    · exact sum_Icc_of_lt (fun i => F i k) (by omega)
    · rw [sum_Icc_const, mul_zero]

/-! ### Inequalities -/

theorem sum_lt (hab : a ≤ b) (h : ∀ k, a ≤ k → k ≤ b → f k < g k) :
    ∑ k ∈ Finset.Icc a b, f k < ∑ k ∈ Finset.Icc a b, g k := by
  have positive := sum_Icc_pos (F := fun k => g k - f k) hab fun k h₁ h₂ => sub_pos.2 (h k h₁ h₂)
  rw [sum_Icc_sub] at positive
  exact sub_pos.1 positive

/-- The inequality of Cauchy and Schwarz. -/
theorem cauchy (f g : ℕ → ℝ) (a b : ℕ) :
    (∑ k ∈ Finset.Icc a b, f k * g k) ^ 2 ≤
      (∑ k ∈ Finset.Icc a b, f k ^ 2) * ∑ k ∈ Finset.Icc a b, g k ^ 2 := by
  have expanded : ∀ t : ℝ, 0 ≤ (∑ k ∈ Finset.Icc a b, f k ^ 2) - 2 * t * (∑ k ∈ Finset.Icc a b, f k * g k) +
      t ^ 2 * ∑ k ∈ Finset.Icc a b, g k ^ 2 := by
    intro t
    have square : 0 ≤ ∑ k ∈ Finset.Icc a b, (f k - t * g k) ^ 2 := sum_Icc_nonneg fun k _ _ => sq_nonneg _
    have e : ∑ k ∈ Finset.Icc a b, (f k - t * g k) ^ 2 =
        ∑ k ∈ Finset.Icc a b, (f k ^ 2 + (-2 * t * (f k * g k) + t ^ 2 * g k ^ 2)) :=
      sum_Icc_congr fun k _ _ => by grind
    rw [e, sum_Icc_add, sum_Icc_add, sum_Icc_mul_left, sum_Icc_mul_left] at square
    grind
  have zero := sum_Icc_nonneg (F := fun k => g k ^ 2) (m := a) (n := b) fun k _ _ => sq_nonneg _
  have zero' := sum_Icc_nonneg (F := fun k => f k ^ 2) (m := a) (n := b) fun k _ _ => sq_nonneg _
  generalize ∑ k ∈ Finset.Icc a b, f k ^ 2 = P at *
  generalize ∑ k ∈ Finset.Icc a b, g k ^ 2 = Q at *
  generalize ∑ k ∈ Finset.Icc a b, f k * g k = R at *
  by_cases h : Q = 0
  · subst h
    have one := expanded (R * (P + 1))
    have e : P - 2 * (R * (P + 1)) * R + (R * (P + 1)) ^ 2 * 0 = P - 2 * (P + 1) * R ^ 2 := by grind
    rw [e] at one
    by_cases h' : R = 0
    · rw [h']; grind
    · have r : 0 < R ^ 2 := sq_pos_of_ne_zero h'
      have big : P < 2 * (P + 1) * R ^ 2 ∨ 2 * (P + 1) * R ^ 2 ≤ P := by grind
      have two := expanded ((P + 1) / (2 * R))
      have e : P - 2 * ((P + 1) / (2 * R)) * R + ((P + 1) / (2 * R)) ^ 2 * 0 = -1 := by grind
      rw [e] at two
      grind
  · have q : 0 < Q := by grind
    have one := expanded (R / Q)
    have e : P - 2 * (R / Q) * R + (R / Q) ^ 2 * Q = (P * Q - R ^ 2) / Q := by grind
    rw [e] at one
    have two := mul_nonneg one zero
    have e : (P * Q - R ^ 2) / Q * Q = P * Q - R ^ 2 := by grind
    rw [e] at two
    grind

/-- The rest of a part of a sum: `1 - p / (p + q)`. -/
theorem one_sub_div_pos {p q : ℝ} (hp : 0 < p) (hq : 0 < q) : 0 < 1 - p / (p + q) := by
  have positive := div_pos hq (add_pos hp hq)
  have e : 1 - p / (p + q) = q / (p + q) := by
    have other := (add_pos hp hq).ne'
    grind
  rw [e]
  exact positive

/-! ### Derivatives -/

/-- The derivative of what a condition chooses. -/
theorem hasDerivAt_choice {F G : ℝ → ℝ} {x : ℝ} (p : Prop) [Decidable p] (hf : HasDerivAt F A x)
    (hg : HasDerivAt G B x) :
    HasDerivAt (fun t => if p then F t else G t) (if p then A else B) x := by
  by_cases h : p
  · have e : (fun t => if p then F t else G t) = F := funext fun t => if_pos h
    rw [e, if_pos h]
    exact hf
  · have e : (fun t => if p then F t else G t) = G := funext fun t => if_neg h
    rw [e, if_neg h]
    exact hg

/-- The derivative of a sum. -/
theorem hasDerivAt_sum {F : ℕ → ℝ → ℝ} {F' : ℕ → ℝ} {x : ℝ} (a b : ℕ)
    (h : ∀ k, a ≤ k → k ≤ b → HasDerivAt (F k) (F' k) x) :
    HasDerivAt (fun t => ∑ k ∈ Finset.Icc a b, F k t) (∑ k ∈ Finset.Icc a b, F' k) x := by
  have none : ∀ c, c < a →
      HasDerivAt (fun t => ∑ k ∈ Finset.Icc a c, F k t) (∑ k ∈ Finset.Icc a c, F' k) x := by
    intro c hc
    have e : (fun t => ∑ k ∈ Finset.Icc a c, F k t) = fun _ => 0 := funext fun t => sum_Icc_of_lt _ hc
    rw [e, sum_Icc_of_lt _ hc]
    exact hasDerivAt_const 0 x
  by_cases hab : a ≤ b
  · obtain ⟨d, hd⟩ : ∃ d, b = a + d := ⟨b - a, by omega⟩
    subst hd
    clear hab
    induction d with
    | zero =>
      have e : (fun t => ∑ k ∈ Finset.Icc a (a + 0), F k t) = F a :=
        funext fun t => sum_Icc_self (fun k => F k t) a
      rw [e, Nat.add_zero, sum_Icc_self]
      exact h a (by omega) (by omega)
    | succ d ih =>
      have e : (fun t => ∑ k ∈ Finset.Icc a (a + (d + 1)), F k t) =
          fun t => (∑ k ∈ Finset.Icc a (a + d), F k t) + F (a + d + 1) t :=
        funext fun t => sum_Icc_succ (fun k => F k t) (a := a) (n := a + d) (by omega)
      have e' : a + (d + 1) = (a + d) + 1 := rfl
      rw [e, e', sum_Icc_succ F' (by omega)]
      exact hasDerivAt_add (ih fun k h₁ h₂ => h k h₁ (Nat.le_succ_of_le h₂)) (h (a + d + 1) (Nat.le_trans (Nat.le_add_right a d) (Nat.le_succ _)) (Nat.le_refl _))
  · exact none b (by omega)

/-! ### Binomial coefficients -/

/-- The binomial theorem. -/
theorem binomial_theorem (x y : ℝ) (n : ℕ) :
    ∑ k ∈ Finset.Icc 0 n, (Nat.choose n k : ℝ) * x ^ k * y ^ (n - k) = (x + y) ^ n := by
  induction n with
  | zero =>
    rw [sum_Icc_self, Nat.choose_self, pow_zero, pow_zero, pow_zero]
    grind
  | succ n ih =>
    rw [sum_Icc_first _ (by omega), sum_Icc_shift _ 1 (a := 0) (b := n) (by omega) (by omega)]
    have first : ∀ k, 0 ≤ k → k ≤ n →
        (Nat.choose (n + 1) (k + 1) : ℝ) * x ^ (k + 1) * y ^ (n + 1 - (k + 1)) =
          x * ((Nat.choose n k : ℝ) * x ^ k * y ^ (n - k)) +
            (Nat.choose n (k + 1) : ℝ) * x ^ (k + 1) * y ^ (n - k) := by
      intro k _ hk
      rw [Nat.choose_succ_succ', Nat.cast_add, Nat.add_sub_add_right, pow_succ]
      grind
    rw [sum_Icc_congr first, sum_Icc_add, sum_Icc_mul_left, ih]
    have whole : y * (x + y) ^ n = (Nat.choose (n + 1) 0 : ℝ) * x ^ 0 * y ^ (n + 1 - 0) +
        ∑ k ∈ Finset.Icc 0 n, (Nat.choose n (k + 1) : ℝ) * x ^ (k + 1) * y ^ (n - k) := by
      rw [← ih, ← sum_Icc_mul_left]
      have more : ∑ k ∈ Finset.Icc 0 (n + 1), y * ((Nat.choose n k : ℝ) * x ^ k * y ^ (n - k)) =
          ∑ k ∈ Finset.Icc 0 n, y * ((Nat.choose n k : ℝ) * x ^ k * y ^ (n - k)) := by
        rw [sum_Icc_succ _ (by omega), Nat.choose_eq_zero_of_lt (Nat.lt_succ_self n)]
        grind
      rw [← more, sum_Icc_first _ (by omega), sum_Icc_shift _ 1 (a := 0) (b := n) (by omega) (by omega)]
      have same : ∀ k, 0 ≤ k → k ≤ n → y * ((Nat.choose n (k + 1) : ℝ) * x ^ (k + 1) * y ^ (n - (k + 1))) =
          (Nat.choose n (k + 1) : ℝ) * x ^ (k + 1) * y ^ (n - k) := by
        intro k _ hk
        by_cases h : k = n
        · subst h
          rw [Nat.choose_eq_zero_of_lt (Nat.lt_succ_self k)]
          grind
        · have e : n - k = n - (k + 1) + 1 := by omega
          rw [e, pow_succ]
          grind
      rw [sum_Icc_congr same, Nat.choose_zero_right, Nat.choose_zero_right, Nat.sub_zero, Nat.sub_zero,
        pow_succ]
      grind
    rw [pow_succ]
    grind

/-- `k` elements of `n` and one of them, chosen in either order. -/
theorem mul_choose {n k : ℕ} (hn : 1 ≤ n) (hk : 1 ≤ k) :
    (k : ℝ) * (Nat.choose n k : ℝ) = (n : ℝ) * (Nat.choose (n - 1) (k - 1) : ℝ) := by
  obtain ⟨m, hm⟩ : ∃ m, n = m + 1 := ⟨n - 1, by omega⟩
  obtain ⟨j, hj⟩ : ∃ j, k = j + 1 := ⟨k - 1, by omega⟩
  subst hm hj
  have pascal : ∀ m j : ℕ, (m + 1) * Nat.choose m j = Nat.choose (m + 1) (j + 1) * (j + 1) := by
    intro m
    induction m with
    | zero =>
      intro j
      cases j with
      | zero => rfl
      | succ j => rw [Nat.choose_zero_succ, Nat.choose_eq_zero_of_lt (by omega : 0 + 1 < j + 1 + 1)]; omega
    | succ m ih =>
      intro j
      cases j with
      | zero => rw [Nat.choose_zero_right, Nat.choose_one_right]
      | succ j =>
        have one := ih j
        have two := ih (j + 1)
        rw [Nat.choose_succ_succ' (m + 1) (j + 1), Nat.choose_succ_succ' m j] at *
        grind
  have := congrArg (fun i : ℕ => (i : ℝ)) (pascal m j)
  simp only [Nat.cast_mul, Nat.cast_add_one] at this
  rw [Nat.add_sub_cancel, Nat.add_sub_cancel, Nat.cast_add_one, Nat.cast_add_one]
  grind

end Shomei
