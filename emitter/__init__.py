"""From obligations to Lean 4.

In: an `obligations.Plan`. Out: an `Emission` for each obligation: theorems for its statement, for
the definedness of its expressions and for the existence of its limits, each with alternative
proofs. Pure, except for the questions to sympy's process. Imports `symbolic`, `terms`,
`operations`, `obligations`, `languages` and, for the rule table, the parser.

`lean/` prints terms and statements, and lays out scripts by the templates in `templates/`. `rules/`
matches the laws. `methods/` are the ways to prove a goal, one per file, and `proof/` the tools they
share. `search.py` tries the methods, starting with those for the author's reasons (`reasons.py`).
`theorem.py` assembles theorems.
"""

from shomei.emitter.emit import emit_plan
from shomei.emitter.model import Claim, Emission, Theorem

__all__ = ["Claim", "Emission", "Theorem", "emit_plan"]
