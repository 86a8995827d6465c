"""Lean, behind one interface (`backend.py`).

In: bodies of Lean commands (`body.py` puts theorems together into one). Out: what Lean says of
each, and which axioms a theorem rests on (`axioms.py`). `portable/` and `lake/` are the two
backends, `choose.py` picks one. Imports nothing of the other rooms: text is all that it knows.
"""
