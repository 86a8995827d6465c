"""Native Lean with Mathlib, through `lake build` in `lean_project`.

In: bodies. Out: Lean's messages on each. A body becomes a module `Generated.S<hash>` of the
project, so Lake builds only what it has not built before. May import the standard library and
`lean`.
"""
