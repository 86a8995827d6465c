module

public import Mathlib.Algebra.BigOperators.Intervals
public import Mathlib.Analysis.SpecialFunctions.Arsinh
public import Mathlib.Analysis.SpecialFunctions.Log.Base
public import Mathlib.Analysis.SpecialFunctions.Pow.Deriv
public import Mathlib.Analysis.SpecialFunctions.Trigonometric.ArctanDeriv
public import Mathlib.Analysis.SpecialFunctions.Trigonometric.InverseDeriv
public import Shomei.Derivatives

public section

/-!
# Rules for the special functions

Limits and derivatives of exponential functions, logarithms, powers, roots and trigonometric
functions, with every function written out, and the limits that define `e`.
-/

open Filter Topology

-- shomei: preamble

namespace Shomei

universe u

variable {α : Type u} {f g : α → ℝ} {l : Filter α} {a b : ℝ}

/-! ### Limits: continuity -/

theorem tendsto_exp (h : Tendsto f l (𝓝 a)) :
    Tendsto (fun x => Real.exp (f x)) l (𝓝 (Real.exp a)) :=
  tendsto_comp_continuousAt Real.continuous_exp.continuousAt h

theorem tendsto_log_of_ne (h : Tendsto f l (𝓝 a)) (ha : a ≠ 0) :
    Tendsto (fun x => Real.log (f x)) l (𝓝 (Real.log a)) :=
  tendsto_comp_continuousAt (Real.continuousAt_log ha) h

theorem tendsto_log (h : Tendsto f l (𝓝 a)) (ha : 0 < a) :
    Tendsto (fun x => Real.log (f x)) l (𝓝 (Real.log a)) :=
  tendsto_log_of_ne h ha.ne'

theorem tendsto_logb (c : ℝ) (h : Tendsto f l (𝓝 a)) (ha : 0 < a) :
    Tendsto (fun x => Real.logb c (f x)) l (𝓝 (Real.logb c a)) := by
  rw [← Real.log_div_log]
  exact ((tendsto_log h ha).div_const (Real.log c)).congr fun x => Real.log_div_log

theorem tendsto_sin (h : Tendsto f l (𝓝 a)) :
    Tendsto (fun x => Real.sin (f x)) l (𝓝 (Real.sin a)) :=
  tendsto_comp_continuousAt Real.continuous_sin.continuousAt h

theorem tendsto_cos (h : Tendsto f l (𝓝 a)) :
    Tendsto (fun x => Real.cos (f x)) l (𝓝 (Real.cos a)) :=
  tendsto_comp_continuousAt Real.continuous_cos.continuousAt h

theorem tendsto_tan (h : Tendsto f l (𝓝 a)) (ha : Real.cos a ≠ 0) :
    Tendsto (fun x => Real.tan (f x)) l (𝓝 (Real.tan a)) := by
  rw [Real.tan_eq_sin_div_cos]
  exact ((tendsto_sin h).div (tendsto_cos h) ha).congr
    fun x => (Real.tan_eq_sin_div_cos (f x)).symm

theorem tendsto_sqrt (h : Tendsto f l (𝓝 a)) :
    Tendsto (fun x => Real.sqrt (f x)) l (𝓝 (Real.sqrt a)) :=
  tendsto_comp_continuousAt Real.continuous_sqrt.continuousAt h

theorem tendsto_rpow (hf : Tendsto f l (𝓝 a)) (hg : Tendsto g l (𝓝 b)) (ha : 0 < a) :
    Tendsto (fun x => f x ^ g x) l (𝓝 (a ^ b)) :=
  hf.rpow hg (Or.inl ha.ne')

theorem tendsto_sinh (h : Tendsto f l (𝓝 a)) :
    Tendsto (fun x => Real.sinh (f x)) l (𝓝 (Real.sinh a)) :=
  tendsto_comp_continuousAt Real.continuous_sinh.continuousAt h

theorem tendsto_cosh (h : Tendsto f l (𝓝 a)) :
    Tendsto (fun x => Real.cosh (f x)) l (𝓝 (Real.cosh a)) :=
  tendsto_comp_continuousAt Real.continuous_cosh.continuousAt h

theorem tendsto_tanh (h : Tendsto f l (𝓝 a)) :
    Tendsto (fun x => Real.tanh (f x)) l (𝓝 (Real.tanh a)) := by
  rw [Real.tanh_eq_sinh_div_cosh]
  exact ((tendsto_sinh h).div (tendsto_cosh h) (Real.cosh_pos a).ne').congr
    fun x => (Real.tanh_eq_sinh_div_cosh (f x)).symm

theorem tendsto_arcsin (h : Tendsto f l (𝓝 a)) :
    Tendsto (fun x => Real.arcsin (f x)) l (𝓝 (Real.arcsin a)) :=
  tendsto_comp_continuousAt Real.continuous_arcsin.continuousAt h

theorem tendsto_arccos (h : Tendsto f l (𝓝 a)) :
    Tendsto (fun x => Real.arccos (f x)) l (𝓝 (Real.arccos a)) := by
  rw [Real.arccos_eq_pi_div_two_sub_arcsin]
  exact ((tendsto_const (Real.pi / 2)).sub (tendsto_arcsin h)).congr
    fun x => (Real.arccos_eq_pi_div_two_sub_arcsin (f x)).symm

theorem tendsto_arctan (h : Tendsto f l (𝓝 a)) :
    Tendsto (fun x => Real.arctan (f x)) l (𝓝 (Real.arctan a)) :=
  tendsto_comp_continuousAt Real.continuous_arctan.continuousAt h

theorem tendsto_arsinh (h : Tendsto f l (𝓝 a)) :
    Tendsto (fun x => Real.arsinh (f x)) l (𝓝 (Real.arsinh a)) :=
  tendsto_comp_continuousAt Real.continuous_arsinh.continuousAt h

/-! ### Limits: infinity -/

theorem tendsto_exp_atTop : Tendsto Real.exp atTop atTop := Real.tendsto_exp_atTop

theorem tendsto_exp_atBot : Tendsto Real.exp atBot (𝓝 0) := Real.tendsto_exp_atBot

theorem tendsto_log_atTop : Tendsto Real.log atTop atTop := Real.tendsto_log_atTop

theorem tendsto_log_right_zero : Tendsto Real.log (𝓝[>] 0) atBot := Real.tendsto_log_nhdsGT_zero

/-! ### Derivatives -/

section Derivatives

variable {f : ℝ → ℝ} {f' x : ℝ}

theorem hasDerivAt_exp (hf : HasDerivAt f f' x) :
    HasDerivAt (fun y => Real.exp (f y)) (Real.exp (f x) * f') x :=
  hasDerivAt_comp (Real.hasDerivAt_exp (f x)) hf

theorem hasDerivAt_log (hf : HasDerivAt f f' x) (hx : f x ≠ 0) :
    HasDerivAt (fun y => Real.log (f y)) (f' / f x) x :=
  hasDerivAt_of_eq (hasDerivAt_comp (Real.hasDerivAt_log hx) hf) (by grind)

theorem hasDerivAt_logb (c : ℝ) (hf : HasDerivAt f f' x) (hx : f x ≠ 0) :
    HasDerivAt (fun y => Real.logb c (f y)) (f' / (f x * Real.log c)) x :=
  (hasDerivAt_congr (Eventually.of_forall fun y => Real.log_div_log)).1
    (hasDerivAt_of_eq (hasDerivAt_div_const (Real.log c) (hasDerivAt_log hf hx)) (by grind))

theorem hasDerivAt_sin (hf : HasDerivAt f f' x) :
    HasDerivAt (fun y => Real.sin (f y)) (Real.cos (f x) * f') x :=
  hasDerivAt_comp (Real.hasDerivAt_sin (f x)) hf

theorem hasDerivAt_cos (hf : HasDerivAt f f' x) :
    HasDerivAt (fun y => Real.cos (f y)) (-Real.sin (f x) * f') x :=
  hasDerivAt_comp (Real.hasDerivAt_cos (f x)) hf

theorem hasDerivAt_tan (hf : HasDerivAt f f' x) (hx : Real.cos (f x) ≠ 0) :
    HasDerivAt (fun y => Real.tan (f y)) (f' / Real.cos (f x) ^ 2) x := by
  refine (hasDerivAt_congr (Eventually.of_forall fun y => Real.tan_eq_sin_div_cos (f y))).2
    (hasDerivAt_of_eq (hasDerivAt_div (hasDerivAt_sin hf) (hasDerivAt_cos hf) hx) ?_)
  have h := Real.sin_sq_add_cos_sq (f x)
  have e : Real.cos (f x) * f' * Real.cos (f x) - Real.sin (f x) * (-Real.sin (f x) * f') = f' := by
    grind
  rw [e]

theorem hasDerivAt_rpow {g : ℝ → ℝ} {g' : ℝ} (hf : HasDerivAt f f' x) (hg : HasDerivAt g g' x)
    (h : 0 < f x) :
    HasDerivAt (fun y => f y ^ g y)
      (f' * g x * f x ^ (g x - 1) + g' * f x ^ g x * Real.log (f x)) x :=
  hf.rpow hg h

theorem hasDerivAt_rpow_const (hf : HasDerivAt f f' x) (h : 0 < f x) (p : ℝ) :
    HasDerivAt (fun y => f y ^ p) (p * f x ^ (p - 1) * f') x :=
  hasDerivAt_of_eq (hf.rpow_const (Or.inl h.ne')) (by grind)

theorem hasDerivAt_sqrt (hf : HasDerivAt f f' x) (hx : f x ≠ 0) :
    HasDerivAt (fun y => Real.sqrt (f y)) (f' / (2 * Real.sqrt (f x))) x := by
  have hc : Tendsto f (𝓝 x) (𝓝 (f x)) := continuousAt_of_hasDerivAt hf
  rcases lt_or_gt_of_ne hx with h | h
  · refine (hasDerivAt_congr ((eventually_neg hc h).mono
      fun y hy => Real.sqrt_eq_zero_of_nonpos hy.le)).2 (hasDerivAt_of_eq (hasDerivAt_const 0 x) ?_)
    rw [Real.sqrt_eq_zero_of_nonpos h.le]
    grind
  · refine (hasDerivAt_congr (Eventually.of_forall fun y => Real.sqrt_eq_rpow (f y))).2
      (hasDerivAt_of_eq (hasDerivAt_rpow_const hf h (1 / 2)) ?_)
    have hs := Real.sqrt_pos.2 h
    have h₁ := Real.mul_self_sqrt h.le
    rw [Real.rpow_sub h, Real.rpow_one, ← Real.sqrt_eq_rpow]
    grind

theorem hasDerivAt_const_rpow (c : ℝ) (hc : 0 < c) (hf : HasDerivAt f f' x) :
    HasDerivAt (fun y => c ^ f y) (Real.log c * c ^ f x * f') x :=
  hasDerivAt_of_eq (hasDerivAt_rpow (hasDerivAt_const c x) hf hc) (by grind)

theorem hasDerivAt_sinh (hf : HasDerivAt f f' x) :
    HasDerivAt (fun y => Real.sinh (f y)) (Real.cosh (f x) * f') x := by
  refine (hasDerivAt_congr (Eventually.of_forall fun y => Real.sinh_eq (f y))).2
    (hasDerivAt_of_eq (hasDerivAt_div_const 2
      (hasDerivAt_sub (hasDerivAt_exp hf) (hasDerivAt_exp (hasDerivAt_neg hf)))) ?_)
  rw [Real.cosh_eq]
  grind

theorem hasDerivAt_cosh (hf : HasDerivAt f f' x) :
    HasDerivAt (fun y => Real.cosh (f y)) (Real.sinh (f x) * f') x := by
  refine (hasDerivAt_congr (Eventually.of_forall fun y => Real.cosh_eq (f y))).2
    (hasDerivAt_of_eq (hasDerivAt_div_const 2
      (hasDerivAt_add (hasDerivAt_exp hf) (hasDerivAt_exp (hasDerivAt_neg hf)))) ?_)
  rw [Real.sinh_eq]
  grind

theorem hasDerivAt_tanh (hf : HasDerivAt f f' x) :
    HasDerivAt (fun y => Real.tanh (f y)) (f' / Real.cosh (f x) ^ 2) x := by
  refine (hasDerivAt_congr (Eventually.of_forall fun y => Real.tanh_eq_sinh_div_cosh (f y))).2
    (hasDerivAt_of_eq (hasDerivAt_div (hasDerivAt_sinh hf) (hasDerivAt_cosh hf)
      (Real.cosh_pos (f x)).ne') ?_)
  have h := Real.cosh_sq (f x)
  have e : Real.cosh (f x) * f' * Real.cosh (f x) - Real.sinh (f x) * (Real.sinh (f x) * f') = f' := by
    grind
  rw [e]

theorem hasDerivAt_arcsin (hf : HasDerivAt f f' x) (h₁ : f x ≠ -1) (h₂ : f x ≠ 1) :
    HasDerivAt (fun y => Real.arcsin (f y)) (f' / Real.sqrt (1 - f x ^ 2)) x :=
  hasDerivAt_of_eq (hasDerivAt_comp (Real.hasDerivAt_arcsin h₁ h₂) hf) (by grind)

theorem hasDerivAt_arccos (hf : HasDerivAt f f' x) (h₁ : f x ≠ -1) (h₂ : f x ≠ 1) :
    HasDerivAt (fun y => Real.arccos (f y)) (-f' / Real.sqrt (1 - f x ^ 2)) x :=
  hasDerivAt_of_eq (hasDerivAt_comp (Real.hasDerivAt_arccos h₁ h₂) hf) (by grind)

theorem hasDerivAt_arctan (hf : HasDerivAt f f' x) :
    HasDerivAt (fun y => Real.arctan (f y)) (f' / (1 + f x ^ 2)) x :=
  hasDerivAt_of_eq (hasDerivAt_comp (Real.hasDerivAt_arctan (f x)) hf) (by grind)

theorem hasDerivAt_arsinh (hf : HasDerivAt f f' x) :
    HasDerivAt (fun y => Real.arsinh (f y)) (f' / Real.sqrt (1 + f x ^ 2)) x :=
  hasDerivAt_of_eq (hasDerivAt_comp (Real.hasDerivAt_arsinh (f x)) hf) (by grind)

end Derivatives

/-! ### The limits that the derivatives at 0 and 1 are -/

theorem tendsto_exp_sub_one_div :
    Tendsto (fun t => (Real.exp t - 1) / t) (𝓝[≠] 0) (𝓝 1) := by
  have h := hasDerivAt_iff_limit.1 (Real.hasDerivAt_exp 0)
  rw [Real.exp_zero] at h
  refine h.congr fun t => ?_
  rw [zero_add]

theorem tendsto_log_one_add_div :
    Tendsto (fun t => Real.log (1 + t) / t) (𝓝[≠] 0) (𝓝 1) := by
  have h := tendsto_value (hasDerivAt_iff_limit.1 (Real.hasDerivAt_log one_ne_zero))
    (by grind : (1 : ℝ)⁻¹ = 1)
  refine h.congr fun t => ?_
  rw [Real.log_one, sub_zero]

theorem tendsto_sin_div : Tendsto (fun t => Real.sin t / t) (𝓝[≠] 0) (𝓝 1) := by
  have h := hasDerivAt_iff_limit.1 (Real.hasDerivAt_sin 0)
  rw [Real.cos_zero] at h
  refine h.congr fun t => ?_
  rw [zero_add, Real.sin_zero, sub_zero]

theorem tendsto_one_sub_cos_div : Tendsto (fun t => (1 - Real.cos t) / t) (𝓝[≠] 0) (𝓝 0) := by
  have h := tendsto_neg (hasDerivAt_iff_limit.1 (Real.hasDerivAt_cos 0))
  rw [Real.sin_zero, neg_zero, neg_zero] at h
  refine h.congr fun t => ?_
  rw [zero_add, Real.cos_zero]
  grind

/-- Half of `t` tends to 0 with `t`, without being 0. -/
private theorem tendsto_half : Tendsto (fun t : ℝ => t / 2) (𝓝[≠] 0) (𝓝[≠] 0) :=
  tendsto_punctured
    (tendsto_value ((tendsto_self_punctured 0).div_const 2) (by grind : (0 : ℝ) / 2 = 0))
    ((eventually_ne 0).mono fun t ht => by grind)

theorem tendsto_one_sub_cos_div_sq :
    Tendsto (fun t => (1 - Real.cos t) / t ^ 2) (𝓝[≠] 0) (𝓝 (1 / 2)) := by
  have h := (tendsto_pow 2 (tendsto_sin_div.comp tendsto_half)).div_const 2
  refine tendsto_of_eq (tendsto_value h (by grind : (1 : ℝ) ^ 2 / 2 = 1 / 2))
    ((eventually_ne 0).mono fun t ht => ?_)
  show (1 - Real.cos t) / t ^ 2 = (Real.sin (t / 2) / (t / 2)) ^ 2 / 2
  have e : 2 * (t / 2) = t := by grind
  have h₁ := Real.cos_two_mul (t / 2)
  have h₂ := Real.sin_sq_add_cos_sq (t / 2)
  rw [e] at h₁
  have h₃ : 1 - Real.cos t = 2 * Real.sin (t / 2) ^ 2 := by grind
  rw [h₃]
  grind

/-! ### The number `e` -/

/-- `e` is the limit of `(1 + t) ^ (1 / t)`. -/
theorem tendsto_one_add_rpow_inv :
    Tendsto (fun t : ℝ => (1 + t) ^ (1 / t)) (𝓝[≠] 0) (𝓝 (Real.exp 1)) := by
  have near : ∀ᶠ t in 𝓝[≠] (0 : ℝ), -1 < t :=
    eventually_gt_const (-1) (tendsto_self_punctured 0) (by grind)
  refine tendsto_of_eq (tendsto_exp tendsto_log_one_add_div) (near.mono fun t ht => ?_)
  have h : 0 < 1 + t := by grind
  have e : Real.log (1 + t) * (1 / t) = Real.log (1 + t) / t := by grind
  rw [Real.rpow_def_of_pos h, e]

/-- `e` is the limit of `(1 + 1 / x) ^ x`. -/
theorem tendsto_one_add_inv_rpow_atTop :
    Tendsto (fun x : ℝ => (1 + 1 / x) ^ x) atTop (𝓝 (Real.exp 1)) := by
  have h₁ : Tendsto (fun x : ℝ => x⁻¹) atTop (𝓝[≠] 0) :=
    tendsto_punctured tendsto_inv_atTop_zero
      ((eventually_gt_atTop 0).mono fun x hx => inv_ne_zero hx.ne')
  refine tendsto_of_eq (tendsto_one_add_rpow_inv.comp h₁) (Eventually.of_forall fun x => ?_)
  show (1 + 1 / x) ^ x = (1 + x⁻¹) ^ (1 / x⁻¹)
  have e : 1 / x⁻¹ = x := by grind
  rw [e, one_div]

/-! ### Induction -/

/-- Induction on the natural numbers from `m` on. -/
theorem nat_induction {P : ℕ → Prop} (m : ℕ) (base : P m) (step : ∀ n, m ≤ n → P n → P (n + 1)) :
    ∀ n, m ≤ n → P n := by
  intro n hn
  induction hn with
  | refl => exact base
  | step h ih => exact step _ h ih

/-! ### Finite sums -/

section Sums

variable {c : ℝ} {F G : ℕ → ℝ} {m n : ℕ}

/-- The last term of a sum. -/
theorem sum_Icc_succ (f : ℕ → ℝ) {a n : ℕ} (h : a ≤ n + 1) :
    ∑ k ∈ Finset.Icc a (n + 1), f k = (∑ k ∈ Finset.Icc a n, f k) + f (n + 1) :=
  Finset.sum_Icc_succ_top h f

/-- A sum of one term. -/
theorem sum_Icc_self (f : ℕ → ℝ) (a : ℕ) : ∑ k ∈ Finset.Icc a a, f k = f a := by
  rw [Finset.Icc_self, Finset.sum_singleton]

/-- A sum of no terms. -/
theorem sum_Icc_of_lt (f : ℕ → ℝ) {a b : ℕ} (h : b < a) : ∑ k ∈ Finset.Icc a b, f k = 0 := by
  rw [Finset.Icc_eq_empty_of_lt h, Finset.sum_empty]

theorem sum_Icc_congr (h : ∀ k, m ≤ k → k ≤ n → F k = G k) :
    ∑ k ∈ Finset.Icc m n, F k = ∑ k ∈ Finset.Icc m n, G k :=
  Finset.sum_congr rfl fun k hk => h k (Finset.mem_Icc.1 hk).1 (Finset.mem_Icc.1 hk).2

theorem sum_Icc_add (F G : ℕ → ℝ) (m n : ℕ) :
    ∑ k ∈ Finset.Icc m n, (F k + G k) = (∑ k ∈ Finset.Icc m n, F k) + ∑ k ∈ Finset.Icc m n, G k := by
  rw [Finset.sum_add_distrib]

theorem sum_Icc_sub (F G : ℕ → ℝ) (m n : ℕ) :
    ∑ k ∈ Finset.Icc m n, (F k - G k) = (∑ k ∈ Finset.Icc m n, F k) - ∑ k ∈ Finset.Icc m n, G k := by
  rw [Finset.sum_sub_distrib]

theorem sum_Icc_mul_left (c : ℝ) (F : ℕ → ℝ) (m n : ℕ) :
    ∑ k ∈ Finset.Icc m n, c * F k = c * ∑ k ∈ Finset.Icc m n, F k :=
  (Finset.mul_sum _ _ _).symm

theorem sum_Icc_mul_right (c : ℝ) (F : ℕ → ℝ) (m n : ℕ) :
    ∑ k ∈ Finset.Icc m n, F k * c = (∑ k ∈ Finset.Icc m n, F k) * c :=
  (Finset.sum_mul _ _ _).symm

theorem sum_Icc_div (c : ℝ) (F : ℕ → ℝ) (m n : ℕ) :
    ∑ k ∈ Finset.Icc m n, F k / c = (∑ k ∈ Finset.Icc m n, F k) / c :=
  (Finset.sum_div _ _ _).symm

theorem sum_Icc_const (c : ℝ) (m n : ℕ) :
    ∑ _k ∈ Finset.Icc m n, c = ((n + 1 - m : ℕ) : ℝ) * c := by
  rw [Finset.sum_const, Nat.card_Icc, nsmul_eq_mul]

theorem sum_Icc_nonneg (h : ∀ k, m ≤ k → k ≤ n → 0 ≤ F k) : 0 ≤ ∑ k ∈ Finset.Icc m n, F k :=
  Finset.sum_nonneg fun k hk => h k (Finset.mem_Icc.1 hk).1 (Finset.mem_Icc.1 hk).2

theorem sum_Icc_pos (hmn : m ≤ n) (h : ∀ k, m ≤ k → k ≤ n → 0 < F k) :
    0 < ∑ k ∈ Finset.Icc m n, F k :=
  Finset.sum_pos (fun k hk => h k (Finset.mem_Icc.1 hk).1 (Finset.mem_Icc.1 hk).2)
    ⟨m, Finset.mem_Icc.2 ⟨Nat.le_refl m, hmn⟩⟩

theorem sum_Icc_le (h : ∀ k, m ≤ k → k ≤ n → F k ≤ G k) :
    ∑ k ∈ Finset.Icc m n, F k ≤ ∑ k ∈ Finset.Icc m n, G k :=
  Finset.sum_le_sum fun k hk => h k (Finset.mem_Icc.1 hk).1 (Finset.mem_Icc.1 hk).2

/-! ### Finite products -/

/-- The last factor of a product. -/
theorem prod_Icc_succ (f : ℕ → ℝ) {a n : ℕ} (h : a ≤ n + 1) :
    ∏ k ∈ Finset.Icc a (n + 1), f k = (∏ k ∈ Finset.Icc a n, f k) * f (n + 1) :=
  Finset.prod_Icc_succ_top h f

/-- A product of one factor. -/
theorem prod_Icc_self (f : ℕ → ℝ) (a : ℕ) : ∏ k ∈ Finset.Icc a a, f k = f a := by
  rw [Finset.Icc_self, Finset.prod_singleton]

/-- A product of no factors. -/
theorem prod_Icc_of_lt (f : ℕ → ℝ) {a b : ℕ} (h : b < a) : ∏ k ∈ Finset.Icc a b, f k = 1 := by
  rw [Finset.Icc_eq_empty_of_lt h, Finset.prod_empty]

theorem prod_Icc_congr (h : ∀ k, m ≤ k → k ≤ n → F k = G k) :
    ∏ k ∈ Finset.Icc m n, F k = ∏ k ∈ Finset.Icc m n, G k :=
  Finset.prod_congr rfl fun k hk => h k (Finset.mem_Icc.1 hk).1 (Finset.mem_Icc.1 hk).2

theorem prod_Icc_mul (F G : ℕ → ℝ) (m n : ℕ) :
    ∏ k ∈ Finset.Icc m n, (F k * G k) = (∏ k ∈ Finset.Icc m n, F k) * ∏ k ∈ Finset.Icc m n, G k := by
  rw [Finset.prod_mul_distrib]

theorem prod_Icc_pos (h : ∀ k, m ≤ k → k ≤ n → 0 < F k) : 0 < ∏ k ∈ Finset.Icc m n, F k :=
  Finset.prod_pos fun k hk => h k (Finset.mem_Icc.1 hk).1 (Finset.mem_Icc.1 hk).2

end Sums

/-! ### Factorials and binomial coefficients -/

theorem factorial_succ (n : ℕ) : (Nat.factorial (n + 1) : ℝ) = (n + 1) * Nat.factorial n := by
  rw [Nat.factorial_succ, Nat.cast_mul, Nat.cast_add_one]

theorem factorial_pos (n : ℕ) : 0 < (Nat.factorial n : ℝ) := Nat.cast_pos.2 (Nat.factorial_pos n)

theorem choose_succ_succ (n k : ℕ) :
    (Nat.choose (n + 1) (k + 1) : ℝ) = Nat.choose n k + Nat.choose n (k + 1) := by
  rw [Nat.choose_succ_succ', Nat.cast_add]

/-- A binomial coefficient by factorials. -/
theorem choose_eq {n k : ℕ} (h : k ≤ n) :
    (Nat.choose n k : ℝ) = Nat.factorial n / (Nat.factorial k * Nat.factorial (n - k)) := by
  have h₁ := congrArg (fun i : ℕ => (i : ℝ)) (Nat.choose_mul_factorial_mul_factorial h)
  simp only [Nat.cast_mul] at h₁
  have h₂ := factorial_pos k
  have h₃ := factorial_pos (n - k)
  rw [eq_div_iff (mul_ne_zero h₂.ne' h₃.ne'), ← mul_assoc]
  exact h₁

end Shomei
