set_option linter.unusedVariables false
local notation "ℝ" => Real
local notation "ℕ" => Nat
local notation "ℤ" => Int
local notation "ℚ" => Rat
