module

public import Shomei.Bounds
public import Shomei.Derivatives
public import Shomei.Limits

public section

/-!
# Signs, roots and absolute values

Signs of trigonometric functions on intervals, inequalities with square roots without the root, and
the derivative of an absolute value.
-/

open Filter Topology

-- shomei: preamble

namespace Shomei

theorem cos_pos {x : ℝ} (h₁ : -x < Real.pi / 2) (h₂ : x < Real.pi / 2) : 0 < Real.cos x := by
  rw [← Real.sin_pi_div_two_sub]
  exact Real.sin_pos_of_pos_of_lt_pi (by grind) (by grind)

theorem tan_pos {x : ℝ} (h₀ : 0 < x) (h₁ : x < Real.pi / 2) : 0 < Real.tan x := by
  rw [Real.tan_eq_sin_div_cos]
  have p := Real.pi_pos
  exact div_pos (Real.sin_pos_of_pos_of_lt_pi h₀ (by grind)) (cos_pos (by grind) h₁)

theorem cos_lt_one {x : ℝ} (h₀ : x ≠ 0) (h₁ : -x < 2 * Real.pi) (h₂ : x < 2 * Real.pi) :
    Real.cos x < 1 := by
  have e := cos_two_mul_eq_one_sub (x / 2)
  rw [show 2 * (x / 2) = x by grind] at e
  have s : 0 < Real.sin (x / 2) ^ 2 := by
    rcases lt_or_gt_of_ne h₀ with n | p
    · exact even_pow_pos (Real.sin_neg_of_neg_of_neg_pi_lt (by grind) (by grind)).ne 1
    · exact even_pow_pos (Real.sin_pos_of_pos_of_lt_pi (by grind) (by grind)).ne' 1
  grind

theorem neg_one_lt_cos {x : ℝ} (h₁ : -x < Real.pi) (h₂ : x < Real.pi) : -1 < Real.cos x := by
  have e := Real.cos_two_mul (x / 2)
  rw [show 2 * (x / 2) = x by grind] at e
  have s := even_pow_pos (cos_pos (x := x / 2) (by grind) (by grind)).ne' 1
  rw [e]
  clear e
  grind

theorem sin_lt_of_pos {x : ℝ} (h : 0 < x) : Real.sin x < x := Real.sin_lt h

theorem exp_le_one_div_one_sub {x : ℝ} (h : x < 1) : Real.exp x ≤ 1 / (1 - x) := by
  refine (le_div_iff₀ (by grind)).2 ?_
  have k := mul_le_mul_of_nonneg_left (Real.add_one_le_exp (-x)) (Real.exp_pos x).le
  rw [← Real.exp_add, show x + -x = 0 by grind, Real.exp_zero] at k
  grind

theorem lt_sqrt_iff {u v : ℝ} (hu : 0 ≤ u) : v < Real.sqrt u ↔ v < 0 ∨ v ^ 2 < u := by
  refine ⟨fun h => ?_, fun h => h.elim (fun n => lt_of_lt_of_le n (Real.sqrt_nonneg u)) Real.lt_sqrt_of_sq_lt⟩
  rcases lt_or_ge v 0 with n | p
  · exact Or.inl n
  · exact Or.inr (not_le.1 fun k => lt_irrefl v (lt_of_lt_of_le h ((Real.sqrt_le_left p).2 k)))

theorem le_sqrt_iff {u v : ℝ} (hu : 0 ≤ u) : v ≤ Real.sqrt u ↔ v ≤ 0 ∨ v ^ 2 ≤ u := by
  refine ⟨fun h => ?_, fun h => h.elim (fun n => le_trans n (Real.sqrt_nonneg u)) Real.le_sqrt_of_sq_le⟩
  rcases lt_or_ge 0 v with p | n
  · exact Or.inr (not_lt.1 fun k => lt_irrefl v (lt_of_le_of_lt h ((Real.sqrt_lt' p).2 k)))
  · exact Or.inl n

theorem sqrt_lt_iff {u v : ℝ} : Real.sqrt u < v ↔ 0 < v ∧ u < v ^ 2 :=
  ⟨fun h => have p := lt_of_le_of_lt (Real.sqrt_nonneg u) h; ⟨p, (Real.sqrt_lt' p).1 h⟩,
    fun h => (Real.sqrt_lt' h.1).2 h.2⟩

theorem sqrt_le_iff {u v : ℝ} : Real.sqrt u ≤ v ↔ 0 ≤ v ∧ u ≤ v ^ 2 :=
  ⟨fun h => have p := le_trans (Real.sqrt_nonneg u) h; ⟨p, (Real.sqrt_le_left p).1 h⟩,
    fun h => (Real.sqrt_le_left h.1).2 h.2⟩

theorem sqrt_eq_iff {u v : ℝ} (hu : 0 ≤ u) : Real.sqrt u = v ↔ 0 ≤ v ∧ u = v ^ 2 :=
  ⟨fun h => have p : 0 ≤ v := by rw [← h]; exact Real.sqrt_nonneg u
    ⟨p, (Real.sqrt_eq_iff_eq_sq hu p).1 h⟩, fun h => (Real.sqrt_eq_iff_eq_sq hu h.1).2 h.2⟩

section Derivatives

variable {f : ℝ → ℝ} {f' x : ℝ}

theorem hasDerivAt_abs (hf : HasDerivAt f f' x) (hx : f x ≠ 0) :
    HasDerivAt (fun y => abs (f y)) (f x * f' / abs (f x)) x := by
  have hc : Tendsto f (𝓝 x) (𝓝 (f x)) := continuousAt_of_hasDerivAt hf
  rcases lt_or_gt_of_ne hx with h | h
  · refine (hasDerivAt_congr ((eventually_neg hc h).mono fun y hy => abs_of_neg hy)).2
      (hasDerivAt_of_eq (hasDerivAt_neg hf) ?_)
    rw [abs_of_neg h]
    grind
  · refine (hasDerivAt_congr ((eventually_pos hc h).mono fun y hy => abs_of_pos hy)).2
      (hasDerivAt_of_eq hf ?_)
    rw [abs_of_pos h]
    grind

end Derivatives

end Shomei
