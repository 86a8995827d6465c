"""From a document to what must be proved.

In: `parser.ast.Document`. Out: a `Plan`: obligations in the order in which they can be proved, one
per step, each with its context, its definedness conditions, the formulas it may cite and the
earlier steps it may use; and notices of what is not checked. Pure; imports `terms` and `parser.ast`
alone.

`build` walks the items, `scope` is what is in force between them, `steps` what a line owes there,
`theorems` what later lines may cite.
"""

from shomei.obligations.build import build
from shomei.obligations.model import Obligation, Plan

__all__ = ["Obligation", "Plan", "build"]
