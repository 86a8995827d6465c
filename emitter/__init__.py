"""From obligations to Lean 4.

In: an `obligations.Plan`. Out: for each obligation an `Emission`: theorems for its statement, for
the definedness of its expressions and for the existence of its limits, each with alternative
proofs. Pure, but for the questions to sympy's process; imports `symbolic`, `terms`, `obligations`,
`languages` and, for the rule table, the parser.

`lean/` prints terms and statements, and lays out scripts through `templates/`; `rules/` matches the
laws; `methods/` are the ways to prove a goal, one a file, and `proof/` what they work with;
`search.py` tries them, those first that answer to the author's `reasons.py`; `theorem.py` puts
theorems together.
"""

from shomei.emitter.emit import emit_plan
from shomei.emitter.model import Claim, Emission, Theorem

__all__ = ["Claim", "Emission", "Theorem", "emit_plan"]
