"""In: the path of a derivation. Out: a verdict on each of its steps, and a report of them.

The stages are `parser`, `obligations`, `numbers` and `emitter`, `lean`; `verdicts.run` drives them
and `report` shows what came of it. May import every other package; nothing imports it but the
command line, tests and benches.
"""
