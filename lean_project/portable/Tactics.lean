/- Tactics of Mathlib, for the files that `--emit` writes: each proves at least what these files use it for.
   They are no part of the library: the check of a derivation does without them. -/

local macro "ring" : tactic => `(tactic| first | with_reducible rfl | grobner)
local macro "field" : tactic => `(tactic| grind (splits := 4) (ematch := 0))
local macro "linarith" : tactic => `(tactic| grind -ring (splits := 0) (ematch := 0))
local macro "norm_num" : tactic => `(tactic| first | decide | grind (ematch := 0))

local syntax "shomei_pos" : tactic
local syntax "shomei_nonneg" : tactic
local syntax "shomei_ne" : tactic

local macro_rules
  | `(tactic| shomei_pos) => `(tactic| first
    | assumption
    | exact one_pos
    | exact two_pos
    | exact Real.exp_pos _
    | exact Real.pi_pos
    | exact Real.cosh_pos _
    | exact Nat.factorial_pos _
    | (show (0 : ℕ) < _; first | exact Nat.succ_pos _ | exact Nat.lt_of_lt_of_le (Nat.succ_pos _) (by assumption))
    | (show (0 : ℝ) < _; first | exact lt_of_lt_of_le one_pos (by assumption) | exact lt_trans one_pos (by assumption))
    | (refine mul_pos ?_ ?_ <;> shomei_pos)
    | (refine div_pos ?_ ?_ <;> shomei_pos)
    | (refine add_pos_of_pos_of_nonneg ?_ ?_; (focus shomei_pos); shomei_nonneg)
    | (refine add_pos_of_nonneg_of_pos ?_ ?_; (focus shomei_nonneg); shomei_pos)
    | (refine pow_pos ?_ _; shomei_pos)
    | (refine Real.rpow_pos_of_pos ?_ _; shomei_pos)
    | (refine Real.sqrt_pos.mpr ?_; shomei_pos)
    | (refine abs_pos.mpr ?_; shomei_ne)
    | (show (0 : ℝ) < _; refine Nat.cast_pos.mpr ?_; shomei_pos)
    | exact (by grind : (0 : ℝ) < 3)
    | exact (by grind : (0 : ℝ) < 4)
    | exact (by grind : (0 : ℝ) < 5)
    | exact (by grind : (0 : ℝ) < 6)
    | exact (by grind : (0 : ℝ) < 7)
    | exact (by grind : (0 : ℝ) < 8)
    | exact (by grind : (0 : ℝ) < 9)
    | exact (by grind : (0 : ℝ) < 10)
    | exact (by grind : (0 : ℝ) < 12)
    | exact (by grind : (0 : ℝ) < 16)
    | exact (by grind : (0 : ℝ) < 20)
    | exact (by grind : (0 : ℝ) < 24)
    | exact (by grind : (0 : ℝ) < 60)
    | exact (by grind : (0 : ℝ) < 100)
    | exact (by grind : (0 : ℝ) < 120)
    | exact (by grind : (0 : ℝ) < 1000))
  | `(tactic| shomei_nonneg) => `(tactic| first
    | assumption
    | exact le_refl _
    | exact Real.sqrt_nonneg _
    | exact abs_nonneg _
    | exact sq_nonneg _
    | (show (0 : ℝ) ≤ _; exact Nat.cast_nonneg _)
    | (show (0 : ℕ) ≤ _; exact Nat.zero_le _)
    | (refine add_nonneg ?_ ?_ <;> shomei_nonneg)
    | (refine mul_nonneg ?_ ?_ <;> shomei_nonneg)
    | (refine div_nonneg ?_ ?_ <;> shomei_nonneg)
    | (refine pow_nonneg ?_ _; shomei_nonneg)
    | (refine Real.rpow_nonneg ?_ _; shomei_nonneg)
    | (refine le_of_lt ?_; shomei_pos))
  | `(tactic| shomei_ne) => `(tactic| first
    | assumption
    | (refine mul_ne_zero ?_ ?_ <;> shomei_ne)
    | (refine div_ne_zero ?_ ?_ <;> shomei_ne)
    | (refine pow_ne_zero _ ?_; shomei_ne)
    | (show (_ : ℝ) ≠ 0; refine Nat.cast_ne_zero.mpr ?_; shomei_ne)
    | (refine LT.lt.ne' ?_; shomei_pos))

local macro "positivity" : tactic => `(tactic| first | shomei_pos | shomei_nonneg | shomei_ne)

local instance : Trans (α := ℝ) (β := ℝ) (γ := ℝ) LE.le LE.le LE.le := ⟨le_trans⟩
local instance : Trans (α := ℝ) (β := ℝ) (γ := ℝ) LE.le LT.lt LT.lt := ⟨lt_of_le_of_lt⟩
local instance : Trans (α := ℝ) (β := ℝ) (γ := ℝ) LT.lt LE.le LT.lt := ⟨lt_of_lt_of_le⟩
local instance : Trans (α := ℝ) (β := ℝ) (γ := ℝ) LT.lt LT.lt LT.lt := ⟨lt_trans⟩
