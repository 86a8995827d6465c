"""Native Lean with Mathlib, in the Lake project `lean_project`.

In: bodies. Out: Lean's messages on each. Bodies are read by `lake env lean --json`, outside the
project; the theorems that were accepted become one module of `Generated/` for each derivation. May
import the standard library, `storage` and `lean`.
"""
