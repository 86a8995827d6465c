module

public import Shomei.Bounds
public import Shomei.Derivatives
public import Shomei.Functions
public import Shomei.IndeterminateForms
public import Shomei.Inequalities
public import Shomei.Integrals
public import Shomei.Limits
public import Shomei.MeanValue
public import Shomei.Means
public import Shomei.Powers
public import Shomei.Sequences
public import Shomei.Series
public import Shomei.SpecialFunctions
public import Shomei.Sums
public import Shomei.Symmetry

/-! # Shomei's rules: what the emitted proofs cite besides Mathlib itself. -/
