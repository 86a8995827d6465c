module

public import Shomei.Powers
public import Shomei.Sums

public section

/-!
# Means

The triangle inequality, the inequalities of Jensen and of Cauchy and Schwarz with weights, and
those of distributions: Gibbs' inequality and the greatest entropy. The binomial distribution's
moments.
-/

-- shomei: preamble

namespace Shomei

/-! ### Weighted means -/

/-- One term of a sum without negative terms is at most the sum. -/
theorem term_le_sum {F : ℕ → ℝ} {a b j : ℕ} (hF : ∀ k, a ≤ k → k ≤ b → 0 ≤ F k) (ha : a ≤ j) (hb : j ≤ b) :
    F j ≤ ∑ k ∈ Finset.Icc a b, F k := by
  refine le_trans (le_of_eq (sum_pick F ha hb).symm) (sum_Icc_le fun k h₁ h₂ => ?_)
  have := hF k h₁ h₂
  split <;> grind

section

variable {a b : ℕ} {p x : ℕ → ℝ} {m : ℝ}

/-- Jensen's inequality, by the tangent at the mean. -/
theorem jensen_tangent {f : ℝ → ℝ} {L : ℝ}
    (hp : ∀ k, a ≤ k → k ≤ b → 0 ≤ p k) (hs : ∑ k ∈ Finset.Icc a b, p k = 1)
    (h : ∀ k, a ≤ k → k ≤ b → f (∑ j ∈ Finset.Icc a b, p j * x j) +
      L * (x k - ∑ j ∈ Finset.Icc a b, p j * x j) ≤ f (x k)) :
    f (∑ k ∈ Finset.Icc a b, p k * x k) ≤ ∑ k ∈ Finset.Icc a b, p k * f (x k) := by
  generalize hm : ∑ k ∈ Finset.Icc a b, p k * x k = m at *
  have le : ∑ k ∈ Finset.Icc a b, ((f m - L * m) * p k + L * (p k * x k)) ≤ ∑ k ∈ Finset.Icc a b, p k * f (x k) :=
    Shomei.sum_Icc_le fun k h₁ h₂ => by
      have := mul_le_mul_of_nonneg_left (h k h₁ h₂) (hp k h₁ h₂)
      grind
  rw [Shomei.sum_Icc_add, Shomei.sum_Icc_mul_left, Shomei.sum_Icc_mul_left, hs, hm] at le
  grind

theorem jensen_exp (hp : ∀ k, a ≤ k → k ≤ b → 0 ≤ p k) (hs : ∑ k ∈ Finset.Icc a b, p k = 1) :
    Real.exp (∑ k ∈ Finset.Icc a b, p k * x k) ≤ ∑ k ∈ Finset.Icc a b, p k * Real.exp (x k) := by
  refine jensen_tangent (L := Real.exp (∑ k ∈ Finset.Icc a b, p k * x k)) hp hs fun k _ _ => ?_
  generalize ∑ k ∈ Finset.Icc a b, p k * x k = m
  have := mul_le_mul_of_nonneg_left (Real.add_one_le_exp (x k - m)) (Real.exp_pos m).le
  rw [← Real.exp_add, show m + (x k - m) = x k by grind] at this
  grind

theorem jensen_sq (hp : ∀ k, a ≤ k → k ≤ b → 0 ≤ p k) (hs : ∑ k ∈ Finset.Icc a b, p k = 1) :
    (∑ k ∈ Finset.Icc a b, p k * x k) ^ 2 ≤ ∑ k ∈ Finset.Icc a b, p k * x k ^ 2 := by
  refine jensen_tangent (f := fun t => t ^ 2) (L := 2 * ∑ k ∈ Finset.Icc a b, p k * x k) hp hs fun k _ _ => ?_
  generalize ∑ k ∈ Finset.Icc a b, p k * x k = m
  have := mul_self_nonneg (x k - m)
  grind

theorem nonempty_of_sum (hs : ∑ k ∈ Finset.Icc a b, p k = 1) : a ≤ b := by
  refine Nat.not_lt.1 fun h => ?_
  rw [sum_Icc_of_lt _ h] at hs
  grind

theorem mean_pos (hp : ∀ k, a ≤ k → k ≤ b → 0 ≤ p k) (hs : ∑ k ∈ Finset.Icc a b, p k = 1)
    (hx : ∀ k, a ≤ k → k ≤ b → 0 < x k) : 0 < ∑ k ∈ Finset.Icc a b, p k * x k := by
  have zero := sum_Icc_nonneg (m := a) (n := b) (F := fun k => p k * x k) fun k h₁ h₂ =>
    mul_nonneg (hp k h₁ h₂) (hx k h₁ h₂).le
  by_cases e : ∑ k ∈ Finset.Icc a b, p k * x k = 0
  · have none : ∀ k, a ≤ k → k ≤ b → p k = 0 := by
      intro k h₁ h₂
      have le := term_le_sum (F := fun k => p k * x k) (fun i h h' => mul_nonneg (hp i h h') (hx i h h').le) h₁ h₂
      have := mul_nonneg (hp k h₁ h₂) (hx k h₁ h₂).le
      have := hx k h₁ h₂
      have : p k * x k = 0 := by grind
      rcases mul_eq_zero.1 this with z | z
      · exact z
      · grind
    rw [sum_Icc_congr (G := fun _ => 0) fun k h₁ h₂ => none k h₁ h₂, sum_Icc_const, mul_zero] at hs
    grind
  · exact lt_of_le_of_ne zero (Ne.symm e)

theorem jensen_log (hp : ∀ k, a ≤ k → k ≤ b → 0 ≤ p k) (hs : ∑ k ∈ Finset.Icc a b, p k = 1)
    (hx : ∀ k, a ≤ k → k ≤ b → 0 < x k) :
    ∑ k ∈ Finset.Icc a b, p k * Real.log (x k) ≤ Real.log (∑ k ∈ Finset.Icc a b, p k * x k) := by
  have above := mean_pos hp hs hx
  have turned := jensen_tangent (f := fun t => -Real.log t) (x := x) (L := -1 / ∑ k ∈ Finset.Icc a b, p k * x k) hp hs
    fun k h₁ h₂ => by
      have xk := hx k h₁ h₂
      generalize ∑ k ∈ Finset.Icc a b, p k * x k = m at *
      have := Real.log_le_sub_one_of_pos (div_pos xk above)
      rw [Real.log_div xk.ne' above.ne'] at this
      grind
  have e : ∑ k ∈ Finset.Icc a b, p k * -Real.log (x k) = (-1) * ∑ k ∈ Finset.Icc a b, p k * Real.log (x k) := by
    rw [← sum_Icc_mul_left]
    exact sum_Icc_congr fun k _ _ => by grind
  rw [e] at turned
  grind

/-- The triangle inequality. -/
theorem abs_sum_le (F : ℕ → ℝ) (a b : ℕ) :
    abs (∑ k ∈ Finset.Icc a b, F k) ≤ ∑ k ∈ Finset.Icc a b, abs (F k) := by
  refine abs_le.2 ⟨?_, sum_Icc_le fun k _ _ => le_abs_self _⟩
  have : ∑ k ∈ Finset.Icc a b, (-1) * F k ≤ ∑ k ∈ Finset.Icc a b, abs (F k) :=
    sum_Icc_le fun k _ _ => by have := neg_abs_le (F k); grind
  rw [sum_Icc_mul_left] at this
  grind

theorem abs_mean_le (hp : ∀ k, a ≤ k → k ≤ b → 0 ≤ p k) :
    abs (∑ k ∈ Finset.Icc a b, p k * x k) ≤ ∑ k ∈ Finset.Icc a b, p k * abs (x k) := by
  refine le_trans (abs_sum_le _ a b) (le_of_eq (sum_Icc_congr fun k h₁ h₂ => ?_))
  rw [abs_mul, abs_of_nonneg (hp k h₁ h₂)]

/-- The inequality of Cauchy and Schwarz with weights. -/
theorem cauchy_weighted (y : ℕ → ℝ) (hp : ∀ k, a ≤ k → k ≤ b → 0 ≤ p k) :
    (∑ k ∈ Finset.Icc a b, p k * (x k * y k)) ^ 2 ≤
      (∑ k ∈ Finset.Icc a b, p k * x k ^ 2) * ∑ k ∈ Finset.Icc a b, p k * y k ^ 2 := by
  have h := cauchy (fun k => Real.sqrt (p k) * x k) (fun k => Real.sqrt (p k) * y k) a b
  have one : ∀ f g : ℕ → ℝ, ∑ k ∈ Finset.Icc a b, Real.sqrt (p k) * f k * (Real.sqrt (p k) * g k) =
      ∑ k ∈ Finset.Icc a b, p k * (f k * g k) := fun f g =>
    sum_Icc_congr fun k h₁ h₂ => by
      have := Real.mul_self_sqrt (hp k h₁ h₂)
      grind
  have two : ∀ f : ℕ → ℝ, ∑ k ∈ Finset.Icc a b, (Real.sqrt (p k) * f k) ^ 2 =
      ∑ k ∈ Finset.Icc a b, p k * f k ^ 2 := fun f =>
    sum_Icc_congr fun k h₁ h₂ => by
      have := Real.mul_self_sqrt (hp k h₁ h₂)
      grind
  rw [one, two, two] at h
  exact h

/-! ### Distributions -/

/-- Gibbs' inequality: the divergence of two distributions is not negative. -/
theorem gibbs {q : ℕ → ℝ} (hp : ∀ k, a ≤ k → k ≤ b → 0 < p k) (hq : ∀ k, a ≤ k → k ≤ b → 0 < q k)
    (h : ∑ k ∈ Finset.Icc a b, q k ≤ ∑ k ∈ Finset.Icc a b, p k) :
    0 ≤ ∑ k ∈ Finset.Icc a b, p k * (Real.log (p k) - Real.log (q k)) := by
  have le : ∑ k ∈ Finset.Icc a b, (p k - q k) ≤ ∑ k ∈ Finset.Icc a b, p k * (Real.log (p k) - Real.log (q k)) :=
    sum_Icc_le fun k h₁ h₂ => by
      have pk := hp k h₁ h₂
      have qk := hq k h₁ h₂
      have := mul_le_mul_of_nonneg_left (Real.log_le_sub_one_of_pos (div_pos qk pk)) pk.le
      rw [Real.log_div qk.ne' pk.ne'] at this
      have e : p k * (q k / p k - 1) = q k - p k := by
        have := pk.ne'
        grind
      rw [e] at this
      grind
  rw [sum_Icc_sub] at le
  grind

theorem gibbs_quotients {q : ℕ → ℝ} (hp : ∀ k, a ≤ k → k ≤ b → 0 < p k)
    (hq : ∀ k, a ≤ k → k ≤ b → 0 < q k)
    (h : ∑ k ∈ Finset.Icc a b, q k ≤ ∑ k ∈ Finset.Icc a b, p k) :
    0 ≤ ∑ k ∈ Finset.Icc a b, p k * Real.log (p k / q k) := by
  refine le_of_le_of_eq (gibbs hp hq h) (sum_Icc_congr fun k h₁ h₂ => ?_)
  rw [Real.log_div (hp k h₁ h₂).ne' (hq k h₁ h₂).ne']

/-- The entropy is at most the logarithm of the number of outcomes. -/
theorem entropy_le {n : ℕ} (hp : ∀ k, 1 ≤ k → k ≤ n → 0 < p k) (hs : ∑ k ∈ Finset.Icc 1 n, p k = 1) :
    -(∑ k ∈ Finset.Icc 1 n, p k * Real.log (p k)) ≤ Real.log (n : ℝ) := by
  have some := nonempty_of_sum hs
  have above : (0 : ℝ) < (n : ℝ) := Nat.cast_pos.mpr some
  have uniform : ∑ _k ∈ Finset.Icc 1 n, 1 / (n : ℝ) = 1 := by
    rw [sum_constant (L := (n : ℝ)) _ (by omega) (by grind)]
    grind
  have h := gibbs (q := fun _ => 1 / (n : ℝ)) hp (fun _ _ _ => div_pos one_pos above) (by rw [uniform, hs]; exact le_refl _)
  have e : ∑ k ∈ Finset.Icc 1 n, p k * (Real.log (p k) - Real.log (1 / (n : ℝ))) =
      (∑ k ∈ Finset.Icc 1 n, p k * Real.log (p k)) + Real.log (n : ℝ) * ∑ k ∈ Finset.Icc 1 n, p k := by
    rw [← sum_Icc_mul_left, ← sum_Icc_add]
    refine sum_Icc_congr fun k _ _ => ?_
    rw [Real.log_div one_ne_zero above.ne', Real.log_one]
    grind
  rw [e, hs] at h
  grind

end

/-! ### More means -/

section

variable {a b : ℕ} {p x : ℕ → ℝ}

/-- The inequality of Cauchy and Schwarz with roots. -/
theorem abs_cauchy (f g : ℕ → ℝ) (a b : ℕ) :
    abs (∑ k ∈ Finset.Icc a b, f k * g k) ≤
      Real.sqrt (∑ k ∈ Finset.Icc a b, f k ^ 2) * Real.sqrt (∑ k ∈ Finset.Icc a b, g k ^ 2) := by
  rw [← Real.sqrt_mul (sum_Icc_nonneg fun k _ _ => sq_nonneg _)]
  exact abs_le_sqrt (cauchy f g a b)

/-- The inequality of Cauchy and Schwarz for quotients. -/
theorem cauchy_quotients (x : ℕ → ℝ) {y : ℕ → ℝ} (hy : ∀ k, a ≤ k → k ≤ b → 0 < y k) :
    (∑ k ∈ Finset.Icc a b, x k) ^ 2 ≤
      (∑ k ∈ Finset.Icc a b, y k) * ∑ k ∈ Finset.Icc a b, x k ^ 2 / y k := by
  have h := cauchy (fun k => Real.sqrt (y k)) (fun k => x k / Real.sqrt (y k)) a b
  have one : ∑ k ∈ Finset.Icc a b, Real.sqrt (y k) * (x k / Real.sqrt (y k)) = ∑ k ∈ Finset.Icc a b, x k :=
    sum_Icc_congr fun k h₁ h₂ => by
      have := (Real.sqrt_pos.2 (hy k h₁ h₂)).ne'
      grind
  have two : ∑ k ∈ Finset.Icc a b, Real.sqrt (y k) ^ 2 = ∑ k ∈ Finset.Icc a b, y k :=
    sum_Icc_congr fun k h₁ h₂ => Real.sq_sqrt (hy k h₁ h₂).le
  have three : ∑ k ∈ Finset.Icc a b, (x k / Real.sqrt (y k)) ^ 2 = ∑ k ∈ Finset.Icc a b, x k ^ 2 / y k :=
    sum_Icc_congr fun k h₁ h₂ => by
      have r := Real.mul_self_sqrt (hy k h₁ h₂).le
      have := (Real.sqrt_pos.2 (hy k h₁ h₂)).ne'
      have := (hy k h₁ h₂).ne'
      grind
  rw [one, two, three] at h
  exact h

/-- The weights of n equally likely outcomes. -/
theorem sum_uniform {n : ℕ} (hn : 1 ≤ n) : ∑ _k ∈ Finset.Icc 1 n, 1 / (n : ℝ) = 1 := by
  have above : (0 : ℝ) < (n : ℝ) := Nat.cast_pos.mpr hn
  rw [sum_constant (L := (n : ℝ)) _ (by omega) (by grind)]
  grind

theorem uniform_nonneg (n : ℕ) : ∀ k, 1 ≤ k → k ≤ n → 0 ≤ 1 / (n : ℝ) := fun _ _ _ =>
  div_nonneg one_pos.le (Nat.cast_nonneg n)

/-- The logarithm of a product. -/
theorem log_prod {F : ℕ → ℝ} (hF : ∀ k, a ≤ k → k ≤ b → 0 < F k) :
    Real.log (∏ k ∈ Finset.Icc a b, F k) = ∑ k ∈ Finset.Icc a b, Real.log (F k) := by
  have none : ∀ c, c < a → Real.log (∏ k ∈ Finset.Icc a c, F k) = ∑ k ∈ Finset.Icc a c, Real.log (F k) := by
    intro c hc
    rw [Finset.Icc_eq_empty_of_lt hc, Finset.prod_empty, Finset.sum_empty, Real.log_one]
  by_cases hab : a ≤ b
  · obtain ⟨d, hd⟩ : ∃ d, b = a + d := ⟨b - a, by omega⟩
    subst hd
    clear hab
    induction d with
    | zero => rw [Nat.add_zero, prod_Icc_self, sum_Icc_self]
    | succ d ih =>
      have e : a + (d + 1) = (a + d) + 1 := rfl
      have earlier : ∀ k, a ≤ k → k ≤ a + d → 0 < F k := fun k h₁ h₂ => hF k h₁ (by omega)
      have above : 0 < ∏ k ∈ Finset.Icc a (a + d), F k := prod_Icc_pos earlier
      have last : 0 < F (a + d + 1) := hF _ (by omega) (by omega)
      rw [e, prod_Icc_succ _ (by omega), sum_Icc_succ _ (by omega), Real.log_mul above.ne' last.ne', ih earlier]
  · exact none b (by omega)

/-- The inequality of the arithmetic and the geometric mean. -/
theorem geometric_le_arithmetic {n : ℕ} (hn : 1 ≤ n) (hx : ∀ k, 1 ≤ k → k ≤ n → 0 < x k) :
    (∏ k ∈ Finset.Icc 1 n, x k) ^ (1 / (n : ℝ)) ≤ 1 / (n : ℝ) * ∑ k ∈ Finset.Icc 1 n, x k := by
  have h := jensen_log (uniform_nonneg n) (sum_uniform hn) hx
  have above := mean_pos (uniform_nonneg n) (sum_uniform hn) hx
  rw [sum_Icc_mul_left, sum_Icc_mul_left, ← log_prod hx] at h
  rw [sum_Icc_mul_left] at above
  rw [Real.rpow_def_of_pos (prod_Icc_pos hx), mul_comm]
  exact (Real.le_log_iff_exp_le above).1 h

end

/-! ### Moments of the binomial distribution -/

/-- The sum of a binomial distribution's values. -/
theorem binomial_mean (x y : ℝ) (n : ℕ) :
    ∑ k ∈ Finset.Icc 0 n, (k : ℝ) * ((Nat.choose n k : ℝ) * x ^ k * y ^ (n - k)) =
      (n : ℝ) * x * (x + y) ^ (n - 1) := by
  cases n with
  | zero => rw [sum_Icc_self]; grind
  | succ m =>
    rw [sum_Icc_first _ (by omega), sum_Icc_shift _ 1 (a := 0) (b := m) (by omega) (by omega)]
    have each : ∀ k, 0 ≤ k → k ≤ m →
        ((k + 1 : ℕ) : ℝ) * ((Nat.choose (m + 1) (k + 1) : ℝ) * x ^ (k + 1) * y ^ (m + 1 - (k + 1))) =
          ((m + 1 : ℕ) : ℝ) * x * ((Nat.choose m k : ℝ) * x ^ k * y ^ (m - k)) := by
      intro k _ _
      have h := mul_choose (n := m + 1) (k := k + 1) (by omega) (by omega)
      rw [Nat.add_sub_cancel, Nat.add_sub_cancel] at h
      rw [Nat.add_sub_add_right, pow_succ]
      grind
    rw [sum_Icc_congr each, sum_Icc_mul_left, binomial_theorem, Nat.add_sub_cancel]
    have zero : ((0 : ℕ) : ℝ) = 0 := Nat.cast_zero
    rw [zero]
    grind

/-- The sum of the squares of its values. -/
theorem binomial_square (x y : ℝ) (n : ℕ) :
    ∑ k ∈ Finset.Icc 0 n, (k : ℝ) ^ 2 * ((Nat.choose n k : ℝ) * x ^ k * y ^ (n - k)) =
      (n : ℝ) * x * (((n : ℝ) - 1) * x * (x + y) ^ (n - 2) + (x + y) ^ (n - 1)) := by
  cases n with
  | zero =>
    have zero : ((0 : ℕ) : ℝ) = 0 := Nat.cast_zero
    rw [sum_Icc_self, zero]; grind
  | succ m =>
    rw [sum_Icc_first _ (by omega), sum_Icc_shift _ 1 (a := 0) (b := m) (by omega) (by omega)]
    have each : ∀ k, 0 ≤ k → k ≤ m →
        ((k + 1 : ℕ) : ℝ) ^ 2 * ((Nat.choose (m + 1) (k + 1) : ℝ) * x ^ (k + 1) * y ^ (m + 1 - (k + 1))) =
          ((m + 1 : ℕ) : ℝ) * x * ((k : ℝ) * ((Nat.choose m k : ℝ) * x ^ k * y ^ (m - k)) +
            (Nat.choose m k : ℝ) * x ^ k * y ^ (m - k)) := by
      intro k _ _
      have h := mul_choose (n := m + 1) (k := k + 1) (by omega) (by omega)
      rw [Nat.add_sub_cancel, Nat.add_sub_cancel] at h
      have e : ((k + 1 : ℕ) : ℝ) = (k : ℝ) + 1 := Nat.cast_add_one k
      rw [Nat.add_sub_add_right, pow_succ]
      rw [e] at *
      grind
    rw [sum_Icc_congr each, sum_Icc_mul_left, sum_Icc_add, binomial_mean, binomial_theorem]
    have zero : ((0 : ℕ) : ℝ) = 0 := Nat.cast_zero
    have e : ((m + 1 : ℕ) : ℝ) = (m : ℝ) + 1 := Nat.cast_add_one m
    have e₁ : m + 1 - 2 = m - 1 := by omega
    have e₂ : m + 1 - 1 = m := by omega
    rw [zero, e₁, e₂, e]
    grind

end Shomei
