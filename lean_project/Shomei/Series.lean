module

public import Shomei.MeanValue
public import Shomei.Sequences

public section

/-!
# Series

Series whose terms are the differences of a sequence, sequences that shrink by a factor, and the
exponential series. Each is proved from Mathlib's own lemmas.
-/

open Filter Topology

-- shomei: preamble

namespace Shomei

variable {r : ℝ}

theorem tendsto_add_one : Tendsto (fun n : ℕ => n + 1) atTop atTop :=
  tendsto_atTop.2 fun b => (eventually_ge_atTop b).mono fun _ hn => Nat.le_succ_of_le hn

theorem tendsto_sub_one : Tendsto (fun n : ℕ => n - 1) atTop atTop :=
  tendsto_atTop.2 fun b => (eventually_ge_atTop (b + 1)).mono fun _ hn => Nat.le_sub_of_add_le hn

/-- A sequence has the limit that it has without its first elements. -/
theorem tendsto_of_shifted {f : ℕ → ℝ} {L : Filter ℝ} (m : ℕ)
    (h : Tendsto (fun n => f (n + m)) atTop L) : Tendsto f atTop L := by
  have down : Tendsto (fun n : ℕ => n - m) atTop atTop :=
    tendsto_atTop.2 fun b => (eventually_ge_atTop (b + m)).mono fun _ hn =>
      Nat.le_sub_of_add_le hn
  refine tendsto_natural_of_eq m (h.comp down) fun n hn => ?_
  show f n = f (n - m + m)
  rw [Nat.sub_add_cancel hn]

/-- A series whose terms are the differences of a sequence that has a limit. -/
theorem tendsto_telescoping {f : ℕ → ℝ} (T : ℕ → ℝ) {L : ℝ} (a : ℕ) (lim : Tendsto T atTop (𝓝 L))
    (h : ∀ k, a ≤ k → f k = T (k + 1) - T k) :
    Tendsto (fun n : ℕ => ∑ k ∈ Finset.Icc a n, f k) atTop (𝓝 (L - T a)) := by
  have closed : ∀ n : ℕ, a ≤ n → ∑ k ∈ Finset.Icc a n, f k = T (n + 1) - T a := by
    refine nat_induction a ?_ fun n hn ih => ?_
    · rw [sum_Icc_self, h a (Nat.le_refl a)]
    · rw [sum_Icc_succ _ (by omega), ih, h (n + 1) (by omega)]
      grind
  exact tendsto_natural_of_eq a (tendsto_sub (lim.comp tendsto_add_one) (tendsto_const _)) closed

/-- The terms of a series that has a limit tend to 0. -/
theorem tendsto_terms {f : ℕ → ℝ} {L : ℝ}
    (h : Tendsto (fun n : ℕ => ∑ k ∈ Finset.Icc 0 n, f k) atTop (𝓝 L)) :
    Tendsto f atTop (𝓝 0) := by
  have next : Tendsto (fun n : ℕ => f (n + 1)) atTop (𝓝 (L - L)) :=
    tendsto_natural_of_eq 0 (tendsto_sub (h.comp tendsto_add_one) h) fun n _ => by
      show f (n + 1) = (∑ k ∈ Finset.Icc 0 (n + 1), f k) - ∑ k ∈ Finset.Icc 0 n, f k
      rw [sum_Icc_succ _ (by omega)]
      grind
  refine tendsto_natural_of_eq 1 (tendsto_value (next.comp tendsto_sub_one) (sub_self L)) fun n hn => ?_
  show f n = f (n - 1 + 1)
  rw [Nat.sub_add_cancel hn]

/-- The same for terms that are differences of the sequence `m` places before. -/
theorem tendsto_telescoping_shifted {f : ℕ → ℝ} (m : ℕ) (T : ℕ → ℝ) {L : ℝ} (a : ℕ)
    (lim : Tendsto T atTop (𝓝 L)) (h : ∀ k, a ≤ k → f (k + m) = T (k + 1) - T k) :
    Tendsto (fun n : ℕ => ∑ k ∈ Finset.Icc (a + m) n, f k) atTop (𝓝 (L - T a)) := by
  have closed : ∀ n : ℕ, a ≤ n → ∑ k ∈ Finset.Icc (a + m) (n + m), f k = T (n + 1) - T a := by
    refine nat_induction a ?_ fun n hn ih => ?_
    · rw [sum_Icc_self, h a (Nat.le_refl a)]
    · rw [Nat.add_right_comm, sum_Icc_succ _ (by omega), ih, Nat.add_right_comm, h (n + 1) (by omega)]
      grind
  exact tendsto_of_shifted m (tendsto_natural_of_eq a
    (tendsto_sub (lim.comp tendsto_add_one) (tendsto_const _)) closed)

/-- A sequence that shrinks by a factor in the end tends to 0. -/
theorem tendsto_zero_of_ratio {f : ℕ → ℝ} {q : ℝ} (pos : 0 < q) (below : q < 1)
    (h : ∀ᶠ n in atTop, abs (f (n + 1)) ≤ q * abs (f n)) : Tendsto f atTop (𝓝 0) := by
  obtain ⟨m, hm⟩ := eventually_atTop.1 h
  have power : 0 < q ^ m := pow_pos pos m
  have bound : ∀ n, m ≤ n → abs (f n) ≤ abs (f m) / q ^ m * q ^ n := by
    refine nat_induction m (le_of_eq (by grind)) fun n hn ih => ?_
    have step := le_trans (hm n hn) (mul_le_mul_of_nonneg_left ih (le_of_lt pos))
    have e : q * (abs (f m) / q ^ m * q ^ n) = abs (f m) / q ^ m * q ^ (n + 1) := by
      rw [pow_succ]
      grind
    rwa [e] at step
  have size : abs q < 1 := by rw [abs_of_pos pos]; exact below
  have small : Tendsto (fun n : ℕ => abs (f m) / q ^ m * q ^ n) atTop (𝓝 0) :=
    tendsto_value (tendsto_mul (tendsto_const _) (tendsto_pow_natural size)) (mul_zero _)
  exact squeeze_zero_norm' (eventually_natural m bound) small

/-- Powers of a number below 1 in absolute value win over powers of the index. -/
theorem tendsto_pow_mul_pow (j : ℕ) (h : abs r < 1) :
    Tendsto (fun n : ℕ => (n : ℝ) ^ j * r ^ n) atTop (𝓝 0) := by
  have ratio : Tendsto (fun n : ℕ => (1 + 1 / (n : ℝ)) ^ j * abs r) atTop (𝓝 (abs r)) :=
    tendsto_value (tendsto_mul (tendsto_pow j (tendsto_add (tendsto_const 1)
      (tendsto_natural tendsto_inv_atTop))) (tendsto_const _)) (by rw [add_zero, one_pow, one_mul])
  have least := abs_nonneg r
  refine tendsto_zero_of_ratio (q := (1 + abs r) / 2) (by grind) (by grind)
    (((eventually_lt_const ((1 + abs r) / 2) ratio (by grind)).and
      (eventually_ge_atTop 1)).mono fun n hn => ?_)
  have pos : 0 < (n : ℝ) := Nat.cast_pos.2 hn.2
  have e : ((n + 1 : ℕ) : ℝ) ^ j * r ^ (n + 1) = (1 + 1 / (n : ℝ)) ^ j * r * ((n : ℝ) ^ j * r ^ n) := by
    have e' : ((n + 1 : ℕ) : ℝ) = (1 + 1 / (n : ℝ)) * n := by
      rw [Nat.cast_add_one]
      grind
    rw [e', mul_pow, pow_succ]
    grind
  have up : 0 ≤ (1 + 1 / (n : ℝ)) ^ j :=
    pow_nonneg (add_nonneg zero_le_one (le_of_lt (one_div_pos.2 pos))) j
  rw [e, abs_mul, abs_mul, abs_of_nonneg up]
  exact mul_le_mul_of_nonneg_right (le_of_lt hn.1) (abs_nonneg _)

/-- Factorials win over powers. -/
theorem tendsto_pow_div_factorial (x : ℝ) :
    Tendsto (fun n : ℕ => x ^ n / (Nat.factorial n : ℝ)) atTop (𝓝 0) := by
  obtain ⟨m, hm⟩ := exists_nat_gt (2 * abs x)
  refine tendsto_zero_of_ratio (q := 1 / 2) (by grind) (by grind)
    (eventually_natural m fun n hn => ?_)
  have large : (m : ℝ) ≤ n := Nat.cast_le.2 hn
  have apart := (factorial_pos n).ne'
  have next : 0 < (n : ℝ) + 1 := Nat.cast_add_one_pos n
  have e : x ^ (n + 1) / (Nat.factorial (n + 1) : ℝ) =
      x / ((n : ℝ) + 1) * (x ^ n / (Nat.factorial n : ℝ)) := by
    rw [factorial_succ, pow_succ]
    grind
  rw [e, abs_mul, abs_div, abs_of_pos next]
  refine mul_le_mul_of_nonneg_right ((div_le_iff₀ next).2 ?_) (abs_nonneg _)
  grind

/-! ### Powers of products and quotients -/

theorem pow_of_quotient (a b : ℝ) (k : ℕ) : (a / b) ^ k = a ^ k / b ^ k := by
  rw [div_eq_mul_inv, mul_pow, div_eq_mul_inv]
  have e : b⁻¹ ^ k = (b ^ k)⁻¹ := by
    rw [inv_eq_one_div, inv_eq_one_div, div_pow_eq, one_mul]
  rw [e]

theorem pow_of_power (a : ℝ) (m k : ℕ) : (a ^ m) ^ k = a ^ (m * k) := by
  induction k with
  | zero => rw [pow_zero, Nat.mul_zero, pow_zero]
  | succ k ih => rw [pow_succ, ih, Nat.mul_succ, pow_add]

theorem sub_one_ne_zero (h : abs r < 1) : r - 1 ≠ 0 := by
  have := (abs_lt.1 h).2
  grind

theorem abs_div_lt_one {a b : ℝ} (pos : 0 < a) (h : a < b) : abs (a / b) < 1 := by
  have above := lt_trans pos h
  rw [abs_of_pos (div_pos pos above)]
  exact (div_lt_one above).2 h

theorem abs_pow_lt_one {m : ℕ} (hm : m ≠ 0) (h : abs r < 1) : abs (r ^ m) < 1 := by
  obtain ⟨k, hk⟩ : ∃ k, m = k + 1 := ⟨m - 1, by omega⟩
  subst hk
  clear hm
  induction k with
  | zero => rw [pow_one]; exact h
  | succ k ih =>
    rw [pow_succ, abs_mul]
    have := mul_le_mul_of_nonneg_left (le_of_lt h) (abs_nonneg (r ^ (k + 1)))
    grind

theorem abs_neg_one_mul_lt_one (h : abs r < 1) : abs (-1 * r) < 1 := by
  have e : -1 * r = -r := by grind
  rw [e, abs_neg]
  exact h

theorem abs_neg_lt_one (h : abs r < 1) : abs (-r) < 1 := by
  rw [abs_neg]
  exact h

/-! ### The exponential series -/

private theorem hasDerivAt_exp_mul_sum (x : ℝ) (n : ℕ) (t : ℝ) :
    HasDerivAt (fun t => Real.exp t * ∑ k ∈ Finset.Icc 0 n, (x - t) ^ k / (Nat.factorial k : ℝ))
      (Real.exp t * ((x - t) ^ n / (Nat.factorial n : ℝ))) t := by
  induction n with
  | zero =>
    have e : (fun t => Real.exp t * ∑ k ∈ Finset.Icc 0 0, (x - t) ^ k / (Nat.factorial k : ℝ)) =
        Real.exp := funext fun t => by
      rw [sum_Icc_self, pow_zero, Nat.factorial_zero, Nat.cast_one, div_one, mul_one]
    rw [e, pow_zero, Nat.factorial_zero, Nat.cast_one, div_one, mul_one]
    exact Real.hasDerivAt_exp t
  | succ n ih =>
    have e : (fun t => Real.exp t * ∑ k ∈ Finset.Icc 0 (n + 1), (x - t) ^ k / (Nat.factorial k : ℝ)) =
        fun t => (Real.exp t * ∑ k ∈ Finset.Icc 0 n, (x - t) ^ k / (Nat.factorial k : ℝ)) +
          Real.exp t * (1 / (Nat.factorial (n + 1) : ℝ) * (x - t) ^ (n + 1)) := funext fun t => by
      rw [sum_Icc_succ _ (by omega)]
      grind
    rw [e]
    have power := hasDerivAt_pow (n + 1) (hasDerivAt_sub (hasDerivAt_const x t) (hasDerivAt_id' t))
    refine hasDerivAt_of_eq (hasDerivAt_add ih (hasDerivAt_mul (Real.hasDerivAt_exp t)
      (hasDerivAt_const_mul (1 / (Nat.factorial (n + 1) : ℝ)) power))) ?_
    have apart := (factorial_pos n).ne'
    have next := (Nat.cast_add_one_pos n : 0 < (n : ℝ) + 1).ne'
    rw [factorial_succ, Nat.cast_add_one, Nat.add_sub_cancel, pow_succ]
    grind

private theorem sum_zero_pow (n : ℕ) :
    ∑ k ∈ Finset.Icc 0 n, (0 : ℝ) ^ k / (Nat.factorial k : ℝ) = 1 := by
  induction n with
  | zero => rw [sum_Icc_self, pow_zero, Nat.factorial_zero, Nat.cast_one, div_one]
  | succ n ih => rw [sum_Icc_succ _ (by omega), ih, pow_succ, mul_zero, zero_div, add_zero]

private theorem pow_le_one' {c : ℝ} (h₀ : 0 ≤ c) (h₁ : c ≤ 1) (n : ℕ) : c ^ n ≤ 1 := by
  induction n with
  | zero => exact le_of_eq (pow_zero c)
  | succ n ih =>
    rw [pow_succ]
    exact le_trans (mul_le_mul_of_nonneg_left h₁ (pow_nonneg h₀ n)) (by rw [mul_one]; exact ih)

private theorem abs_exp_sub_sum_le (x : ℝ) (n : ℕ) :
    abs (Real.exp x - ∑ k ∈ Finset.Icc 0 n, x ^ k / (Nat.factorial k : ℝ)) ≤
      abs x * Real.exp (abs x) * abs (x ^ n / (Nat.factorial n : ℝ)) := by
  have slope : ∀ s : ℝ, HasDerivAt
      (fun s => Real.exp (x * s) * ∑ k ∈ Finset.Icc 0 n, (x - x * s) ^ k / (Nat.factorial k : ℝ))
      (Real.exp (x * s) * ((x - x * s) ^ n / (Nat.factorial n : ℝ)) * (x * 1)) s := fun s =>
    hasDerivAt_comp (hasDerivAt_exp_mul_sum x n (x * s)) (hasDerivAt_const_mul x (hasDerivAt_id' s))
  obtain ⟨c, hc, h⟩ := exists_hasDerivAt_eq_slope _ _ zero_lt_one
    (continuousOn_of_hasDerivAt fun t _ _ => slope t) fun t _ => slope t
  have e₁ : x - x * 1 = 0 := by grind
  have e₀ : x - x * 0 = x := by grind
  rw [e₁, e₀, sum_zero_pow, mul_zero, Real.exp_zero] at h
  have e : Real.exp x - ∑ k ∈ Finset.Icc 0 n, x ^ k / (Nat.factorial k : ℝ) =
      Real.exp (x * c) * (1 - c) ^ n * (x * (x ^ n / (Nat.factorial n : ℝ))) := by
    have e' : x - x * c = (1 - c) * x := by grind
    rw [e', mul_pow] at h
    grind
  have less : x * c ≤ abs x := by
    have h₁ := mul_le_mul_of_nonneg_right (le_abs_self x) (le_of_lt hc.1)
    have h₂ := mul_le_mul_of_nonneg_left (le_of_lt hc.2) (abs_nonneg x)
    grind
  have between : 0 ≤ 1 - c := by have := hc.2; grind
  have most : (1 - c) ^ n ≤ 1 := pow_le_one' between (by have := hc.1; grind) n
  have whole : Real.exp (x * c) * (1 - c) ^ n ≤ Real.exp (abs x) * 1 :=
    mul_le_mul (Real.exp_le_exp.2 less) most (pow_nonneg between n) (le_of_lt (Real.exp_pos _))
  have least : 0 ≤ Real.exp (x * c) * (1 - c) ^ n :=
    mul_nonneg (le_of_lt (Real.exp_pos _)) (pow_nonneg between n)
  rw [e, abs_mul, abs_of_nonneg least, abs_mul]
  have last := mul_le_mul_of_nonneg_right whole
    (mul_nonneg (abs_nonneg x) (abs_nonneg (x ^ n / (Nat.factorial n : ℝ))))
  grind

/-- The exponential series. -/
theorem tendsto_exp_series (x : ℝ) :
    Tendsto (fun n : ℕ => ∑ k ∈ Finset.Icc 0 n, x ^ k / (Nat.factorial k : ℝ)) atTop
      (𝓝 (Real.exp x)) := by
  have small : Tendsto (fun n : ℕ => abs x * Real.exp (abs x) *
      abs (x ^ n / (Nat.factorial n : ℝ))) atTop (𝓝 0) :=
    tendsto_value (tendsto_mul (tendsto_const _) (tendsto_abs (tendsto_pow_div_factorial x)))
      (by rw [abs_zero, mul_zero])
  have rest := squeeze_zero_norm' (Eventually.of_forall fun n => abs_exp_sub_sum_le x n) small
  exact tendsto_natural_of_eq 0 (tendsto_value (tendsto_sub (tendsto_const (Real.exp x)) rest)
    (sub_zero _)) fun n _ => by grind

/-! ### Other first indices -/

/-- A series from 1 on, from one from 0 on. -/
theorem tendsto_series_succ {f g : ℕ → ℝ} {L : ℝ}
    (h : Tendsto (fun n : ℕ => ∑ k ∈ Finset.Icc 0 n, g k) atTop (𝓝 L)) (e : ∀ k, f (k + 1) = g k) :
    Tendsto (fun n : ℕ => ∑ k ∈ Finset.Icc 1 n, f k) atTop (𝓝 L) := by
  have first := tendsto_telescoping_shifted (f := f) 1
    (fun n => (∑ k ∈ Finset.Icc 0 n, g k) - g n) 0
    (tendsto_sub h (tendsto_terms h)) fun k _ => by
      show f (k + 1) = (∑ k ∈ Finset.Icc 0 (k + 1), g k) - g (k + 1) - ((∑ k ∈ Finset.Icc 0 k, g k) - g k)
      rw [sum_Icc_succ _ (by omega), e]
      grind
  refine tendsto_value first ?_
  show L - 0 - ((∑ k ∈ Finset.Icc 0 0, g k) - g 0) = L
  rw [sum_Icc_self]
  grind

/-- A series from 1 on, from one with one more term. -/
theorem tendsto_series_without_first {f : ℕ → ℝ} {L : ℝ}
    (h : Tendsto (fun n : ℕ => ∑ k ∈ Finset.Icc 0 n, f k) atTop (𝓝 L)) :
    Tendsto (fun n : ℕ => ∑ k ∈ Finset.Icc 1 n, f k) atTop (𝓝 (L - f 0)) :=
  tendsto_natural_of_eq 0 (tendsto_sub h (tendsto_const (f 0))) fun n _ => by
    rw [sum_Icc_first f (Nat.zero_le n)]
    grind

/-- A series from 0 on, from one with one term less. -/
theorem tendsto_series_with_first {f : ℕ → ℝ} {L : ℝ}
    (h : Tendsto (fun n : ℕ => ∑ k ∈ Finset.Icc 1 n, f k) atTop (𝓝 L)) :
    Tendsto (fun n : ℕ => ∑ k ∈ Finset.Icc 0 n, f k) atTop (𝓝 (f 0 + L)) :=
  tendsto_natural_of_eq 0 (tendsto_add (tendsto_const (f 0)) h) fun n _ => sum_Icc_first f (Nat.zero_le n)

end Shomei
