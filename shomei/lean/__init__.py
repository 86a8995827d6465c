"""Lean, behind one interface (`backend.py`).

In: bodies of Lean commands (`body.py` assembles one from theorems). Out: Lean's messages on each,
and the axioms that a theorem rests on (`axioms.py`). `portable/` and `lake/` are the two backends;
`choose.py` picks one. `sources.py` reads the declarations of Lean files, for what ties the
interface to Mathlib: `conformance.py` and `mathlib.py`. This room imports nothing of the others: it
knows only text.
"""
