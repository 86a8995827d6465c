"""In: the path of a derivation. Out: a verdict on each of its steps, and a report of them.

The stages are `parser`, `obligations`, `checker.precheck` and `emitter`, `checker.lean`; `checker.run` drives them and `checker.report` shows what
came of it. May import every other package; nothing imports it but the command line, tests and benches.
"""
