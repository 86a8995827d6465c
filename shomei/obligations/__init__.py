"""From a document to what must be proved.

In: `parser.ast.Document`. Out: a `Plan`: obligations in an order in which they can be proved, one
per step, each with its context, its conditions of definedness, the formulas it may cite and the
earlier steps it may use; and notices of what is not checked. Pure; imports only `terms` and
`parser.ast`.

`build` walks the items, `scope` tracks what is in force between them, as `assumptions` and `naming`
change it, `steps` determines what a line owes there, and `theorems` what later lines may cite.
`account` gives each formula its role, and `course` the places between which an assumption or a name
is in force.
"""

from shomei.obligations.build import build
from shomei.obligations.model import Obligation, Plan

__all__ = ["Obligation", "Plan", "build"]
