module

public import Mathlib.Analysis.SpecialFunctions.Trigonometric.Basic

/-!
# Bounds of trigonometric functions

Mathlib proves here the bounds of sines and cosines by polynomials. In this interface they follow
from the definitions, and stand in `Mathlib.Analysis.Complex.Trigonometric` and
`Mathlib.Analysis.SpecialFunctions.Trigonometric.Basic`.
-/
