module

public import Shomei.Sums

public section

/-!
# Limits of sequences

Powers of a number below 1 in absolute value, geometric series, and what holds of a sequence since
it holds of a function. Each is proved from Mathlib's own lemmas.
-/

open Filter Topology

-- shomei: preamble

namespace Shomei

variable {r : ℝ}

/-- The values of a function at the natural numbers have its limit. -/
theorem tendsto_natural {f : ℝ → ℝ} {L : Filter ℝ} (h : Tendsto f atTop L) :
    Tendsto (fun n : ℕ => f n) atTop L :=
  h.comp tendsto_natCast_atTop_atTop

/-- Two sequences that are equal from some index on have the same limit. -/
theorem tendsto_natural_of_eq {f g : ℕ → ℝ} {L : Filter ℝ} (m : ℕ) (h : Tendsto f atTop L)
    (e : ∀ n, m ≤ n → g n = f n) : Tendsto g atTop L :=
  (Filter.tendsto_congr' ((eventually_ge_atTop m).mono e)).2 h

/-- What holds from some index on holds in the end. -/
theorem eventually_natural {P : ℕ → Prop} (m : ℕ) (h : ∀ n, m ≤ n → P n) :
    ∀ᶠ n in (atTop : Filter ℕ), P n :=
  (eventually_ge_atTop m).mono h

theorem limit_unique_natural {f : ℕ → ℝ} {a b : ℝ} (ha : Tendsto f atTop (𝓝 a))
    (hb : Tendsto f atTop (𝓝 b)) : a = b :=
  tendsto_nhds_unique ha hb

private theorem abs_pow_eq (r : ℝ) (n : ℕ) : abs (r ^ n) = abs r ^ n := by
  induction n with
  | zero =>
    rw [pow_zero, pow_zero]
    exact abs_of_nonneg (by grind)
  | succ n ih => rw [pow_succ, pow_succ, abs_mul, ih]

/-- The powers of a number below 1 in absolute value tend to 0. -/
theorem tendsto_pow_natural (h : abs r < 1) : Tendsto (fun n : ℕ => r ^ n) atTop (𝓝 0) := by
  by_cases zero : r = 0
  · refine tendsto_natural_of_eq 1 (tendsto_const 0) fun n hn => ?_
    obtain ⟨m, hm⟩ : ∃ m, n = m + 1 := ⟨n - 1, by omega⟩
    rw [hm, pow_succ, zero, mul_zero]
  · have pos : 0 < abs r := abs_pos.2 zero
    have neg : Real.log (abs r) < 0 := Real.log_neg pos h
    have down : Tendsto (fun n : ℕ => (n : ℝ) * Real.log (abs r)) atTop atBot :=
      tendsto_of_eq (tendsto_atBot_neg (tendsto_atTop_mul_const (c := -Real.log (abs r))
        (by grind) tendsto_natCast_atTop_atTop)) (eventually_natural 0 fun n _ => by grind)
    have small : Tendsto (fun n : ℕ => abs r ^ n) atTop (𝓝 0) := by
      refine tendsto_natural_of_eq 0 (tendsto_exp_atBot.comp down) fun n _ => ?_
      show abs r ^ n = Real.exp ((n : ℝ) * Real.log (abs r))
      rw [Real.exp_nat_mul, Real.exp_log pos]
    exact squeeze_zero_norm' (eventually_natural 0 fun n _ => le_of_eq (abs_pow_eq r n)) small

/-- A geometric series from its term with the index `a` on. -/
theorem tendsto_geometric (a : ℕ) (c : ℝ) (h : abs r < 1) :
    Tendsto (fun n : ℕ => ∑ k ∈ Finset.Icc a n, c * r ^ k) atTop (𝓝 (c * r ^ a / (1 - r))) := by
  have apart : 1 - r ≠ 0 := by
    have := (abs_lt.1 h).2
    grind
  have closed : ∀ n : ℕ, a ≤ n →
      ∑ k ∈ Finset.Icc a n, c * r ^ k = (c * r ^ a - c * r * r ^ n) / (1 - r) := by
    refine nat_induction a ?_ fun n hn ih => ?_
    · rw [sum_Icc_self]
      grind
    · rw [sum_Icc_succ _ (by omega), ih, pow_succ]
      grind
  have limit : Tendsto (fun n : ℕ => (c * r ^ a - c * r * r ^ n) / (1 - r)) atTop
      (𝓝 ((c * r ^ a - c * r * 0) / (1 - r))) :=
    tendsto_div (tendsto_sub (tendsto_const _)
      (tendsto_mul (tendsto_const _) (tendsto_pow_natural h))) (tendsto_const _) apart
  exact tendsto_value (tendsto_natural_of_eq a limit closed) (by grind)

/-- The same for terms with one power less. -/
theorem tendsto_geometric_pred (a : ℕ) (c : ℝ) (h : abs r < 1) :
    Tendsto (fun n : ℕ => ∑ k ∈ Finset.Icc (a + 1) n, c * r ^ (k - 1)) atTop
      (𝓝 (c * r ^ a / (1 - r))) := by
  have apart : 1 - r ≠ 0 := by
    have := (abs_lt.1 h).2
    grind
  have closed : ∀ n : ℕ, a + 1 ≤ n →
      ∑ k ∈ Finset.Icc (a + 1) n, c * r ^ (k - 1) = (c * r ^ a - c * r ^ n) / (1 - r) := by
    refine nat_induction (a + 1) ?_ fun n hn ih => ?_
    · rw [sum_Icc_self, Nat.add_sub_cancel, pow_succ]
      grind
    · rw [sum_Icc_succ _ (by omega), ih, Nat.add_sub_cancel, pow_succ]
      grind
  have limit : Tendsto (fun n : ℕ => (c * r ^ a - c * r ^ n) / (1 - r)) atTop
      (𝓝 ((c * r ^ a - c * 0) / (1 - r))) :=
    tendsto_div (tendsto_sub (tendsto_const _)
      (tendsto_mul (tendsto_const _) (tendsto_pow_natural h))) (tendsto_const _) apart
  exact tendsto_value (tendsto_natural_of_eq (a + 1) limit closed) (by grind)

/-- A quotient by a power, with the power of the reciprocal. -/
theorem div_pow_eq (c b : ℝ) (k : ℕ) : c / b ^ k = c * (1 / b) ^ k := by
  have e : (1 / b) ^ k = 1 / b ^ k := by
    induction k with
    | zero =>
      rw [pow_zero, pow_zero]
      grind
    | succ k ih =>
      rw [pow_succ, pow_succ, ih]
      grind
  rw [e]
  grind

end Shomei
