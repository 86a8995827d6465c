"""From the path of a derivation to a verdict on each of its steps.

In: a path, the stages (`stages.py`, assembled in `wiring.py`) and a `Prover`. Out: a `Report` of
`model.py`. `run.py` drives the stages, `prove.py` asks Lean and the ledger, `standing.py` tells
what of their answers counts, `judge.py` words the verdicts, and `goals.py` reads the goals that
Lean leaves open. May import every room except `report` and `app`.
"""
