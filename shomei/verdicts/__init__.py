"""From a derivation's path to a verdict on each of its steps.

In: a path, the stages (`stages.py`, put together in `wiring.py`) and a `Prover`. Out: a
`Report` of `model.py`. `run.py` drives the stages, `prove.py` asks Lean and the ledger,
`judge.py` puts what they say into words, `goals.py` reads what Lean leaves open. May import every
room but `report` and `app`.
"""
