module

public import Shomei.SpecialFunctions

public section

/-!
# Powers

The order of powers, powers of one root, and powers with a fractional exponent as whole ones.
-/

-- shomei: preamble

namespace Shomei

/-! ### Order -/

theorem pow_lt_pow {u v : ℝ} (hu : 0 ≤ u) (h : u < v) (n : ℕ) : u ^ (n + 1) < v ^ (n + 1) := by
  induction n with
  | zero => rw [pow_one, pow_one]; exact h
  | succ n ih =>
    have one := mul_pos (sub_pos.2 h) (pow_pos (lt_of_le_of_lt hu h) (n + 1))
    have two := mul_nonneg (sub_nonneg.2 ih.le) hu
    rw [pow_succ u, pow_succ v]
    grind

theorem pow_lt_iff {u v : ℝ} (n : ℕ) (hu : 0 ≤ u) (hv : 0 ≤ v) : u ^ (n + 1) < v ^ (n + 1) ↔ u < v := by
  refine ⟨fun h => not_le.1 fun le => ?_, fun h => pow_lt_pow hu h n⟩
  by_cases e : v = u
  · subst e
    exact lt_irrefl _ h
  · exact lt_irrefl _ (lt_trans h (pow_lt_pow hv (lt_of_le_of_ne le e) n))

private theorem odd_neg (t : ℝ) (k : ℕ) : (-t) ^ (2 * k + 1) = -(t ^ (2 * k + 1)) := by
  induction k with
  | zero => rw [Nat.mul_zero, pow_one, pow_one]
  | succ k ih =>
    have e : 2 * (k + 1) + 1 = (2 * k + 1) + 1 + 1 := by omega
    rw [e, pow_succ, pow_succ, ih, pow_succ t, pow_succ t]
    grind

theorem odd_pow_lt {u v : ℝ} (k : ℕ) (h : u < v) : u ^ (2 * k + 1) < v ^ (2 * k + 1) := by
  by_cases p : 0 ≤ u
  · exact pow_lt_pow p h (2 * k)
  · have n : u < 0 := not_le.1 p
    by_cases q : 0 ≤ v
    · have one := pow_pos (a := -u) (by grind) (2 * k + 1)
      have two := pow_nonneg q (2 * k + 1)
      rw [odd_neg] at one
      grind
    · have m : v < 0 := not_le.1 q
      have one := pow_lt_pow (u := -v) (v := -u) (by grind) (by grind) (2 * k)
      rw [odd_neg, odd_neg] at one
      grind

theorem odd_pow_lt_iff {u v : ℝ} (k : ℕ) : u ^ (2 * k + 1) < v ^ (2 * k + 1) ↔ u < v := by
  refine ⟨fun h => not_le.1 fun le => ?_, odd_pow_lt k⟩
  by_cases e : v = u
  · subst e
    exact lt_irrefl _ h
  · exact lt_irrefl _ (lt_trans h (odd_pow_lt k (lt_of_le_of_ne le e)))

theorem sq_lt_iff {u v : ℝ} : u ^ 2 < v ^ 2 ↔ abs u < abs v := by
  rw [← sq_abs u, ← sq_abs v]
  exact pow_lt_iff 1 (abs_nonneg u) (abs_nonneg v)

theorem exponent_lt_iff {x y z : ℝ} (hx : 1 < x) : x ^ y < x ^ z ↔ y < z := by
  refine ⟨fun h => not_le.1 fun le => ?_, Real.rpow_lt_rpow_of_exponent_lt hx⟩
  exact lt_irrefl _ (lt_of_lt_of_le h (Real.rpow_le_rpow_of_exponent_le hx.le le))

/-- The absolute value is at most a root if the square is at most what is in it. -/
theorem abs_le_sqrt {u v : ℝ} (h : u ^ 2 ≤ v) : abs u ≤ Real.sqrt v := by
  have e := sq_abs u
  exact Real.le_sqrt_of_sq_le (by rw [e]; exact h)

/-! ### Fractional exponents -/

/-- Every number that is not negative is a power. -/
theorem exists_root {b : ℝ} (hb : 0 ≤ b) (n : ℕ) (hn : n ≠ 0) : ∃ t : ℝ, 0 ≤ t ∧ b = t ^ n := by
  refine ⟨b ^ (1 / (n : ℝ)), Real.rpow_nonneg hb _, ?_⟩
  have h : (n : ℝ) ≠ 0 := Nat.cast_ne_zero.mpr hn
  rw [← Real.rpow_natCast, ← Real.rpow_mul hb, show 1 / (n : ℝ) * (n : ℝ) = 1 by grind, Real.rpow_one]

/-- Every positive number is a power. -/
theorem exists_positive_root {b : ℝ} (hb : 0 < b) (n : ℕ) (hn : n ≠ 0) :
    ∃ t : ℝ, 0 < t ∧ b = t ^ n := by
  obtain ⟨t, ht, e⟩ := exists_root hb.le n hn
  refine ⟨t, lt_of_le_of_ne ht fun z => ?_, e⟩
  have d : n = (n - 1) + 1 := by omega
  rw [e, ← z, d, pow_succ, mul_zero] at hb
  exact lt_irrefl _ hb

/-- A power of a power, where the exponents come to a whole number. -/
theorem rpow_of_pow {t b y : ℝ} (n m : ℕ) (ht : 0 ≤ t) (e : b = t ^ n) (h : (n : ℝ) * y = (m : ℝ)) :
    b ^ y = t ^ m := by
  rw [e, ← Real.rpow_natCast, ← Real.rpow_mul ht, h, Real.rpow_natCast]

/-- The same with a negative exponent. -/
theorem rpow_of_pow_neg {t b y : ℝ} (n m : ℕ) (ht : 0 < t) (e : b = t ^ n)
    (h : (n : ℝ) * y = -(m : ℝ)) : b ^ y = 1 / t ^ m := by
  rw [e, ← Real.rpow_natCast, ← Real.rpow_mul ht.le, h, Real.rpow_neg ht.le, Real.rpow_natCast]
  grind

/-- The square root of an even power. -/
theorem sqrt_of_pow {t b : ℝ} (n m : ℕ) (ht : 0 ≤ t) (e : b = t ^ n) (h : n = m + m) :
    Real.sqrt b = t ^ m := by
  rw [e, h, pow_add, Real.sqrt_mul_self (pow_nonneg ht m)]

/-! ### Powers with a logarithm in the exponent -/

/-- `b ^ E` for `E = c * logb a u + k - m`, where `c * log b` is `(n - p) * log a`. -/
theorem rpow_logb {a b u c E : ℝ} (n p k m : ℕ) (ha : Real.log a ≠ 0) (hb : 0 < b) (hu : 0 < u)
    (h : c * Real.log b = (n - p) * Real.log a) (e : E = c * Real.logb a u + k - m) :
    b ^ E * (u ^ p * b ^ m) = u ^ n * b ^ k := by
  have whole : ∀ (v : ℝ) (j : ℕ), 0 < v → v ^ j = Real.exp (j * Real.log v) := fun v j hv => by
    rw [Real.exp_nat_mul, Real.exp_log hv]
  rw [Real.rpow_def_of_pos hb, whole u p hu, whole b m hb, whole u n hu, whole b k hb,
    ← Real.exp_add, ← Real.exp_add, ← Real.exp_add]
  refine congrArg Real.exp ?_
  rw [e, ← Real.log_div_log]
  have one : c * (Real.log u / Real.log a) * Real.log b = (n - p) * Real.log u := by
    have same : c * (Real.log u / Real.log a) * Real.log b =
        c * Real.log b * (Real.log u / Real.log a) := by grind
    rw [same, h]
    grind
  grind

/-- The logarithms of two powers of one number. -/
theorem mul_log_of_pow {a b : ℝ} (n m : ℕ) (h : b ^ m = a ^ n) :
    (m : ℝ) * Real.log b = (n : ℝ) * Real.log a := by
  rw [← Real.log_pow, ← Real.log_pow, h]

end Shomei
