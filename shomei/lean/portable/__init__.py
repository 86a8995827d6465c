"""The portable Lean: Lean 4 in WebAssembly, run by Node, over `lean_project`'s interface of
Mathlib.

In: Lean commands (`LeanBackend.check`). Out: `LeanRun`s, with positions in the given text. It
includes its own set-up, once, in the user's cache folder. May import the standard library,
platformdirs and `lean.backend`, but nothing of the parser, the obligations or the emitter.
"""
