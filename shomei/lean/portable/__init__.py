"""The portable Lean: a Lean 4 in WebAssembly, run by Node, over `lean_project`'s own interface of
Mathlib.

In: Lean commands (`LeanBackend.check`). Out: `LeanRun`s, with positions in what was given. Set-up
(once, into the user's cache folder) is part of it. May import: the standard library, platformdirs,
`lean.backend`. Nothing of the parser, the obligations or the emitter.
"""
