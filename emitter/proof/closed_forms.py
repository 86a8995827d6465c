"""Equations of sums and of elements of sequences that the steps before give, at another variable:
closed forms, and what is stated of all n.
"""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.proof.citation import apply
from shomei.emitter.proof.setting import Setting
from shomei.obligations.model import Fact, Obligation
from shomei.terms.nodes import BigOperator, Call, Expression, Relation, Variable
from shomei.terms.normal import canonical
from shomei.terms.recurrence import at
from shomei.terms.substitution import substitute
from shomei.terms.walk import called_names, free_variables


def equations(
    part: BigOperator | Call, variable: str, there: Setting, obligation: Obligation
) -> Iterator[tuple[Expression, str, str]]:
    """Other forms of a sum up to `variable`, or of an element of a sequence without its elements,
    as steps before state them; each with its proof in the setting `there`, and the theorem.
    """
    for fact in reversed(obligation.facts):
        for values, other, turned in _forms(fact, part, variable):
            proof = apply(fact, values, there)
            if proof is not None:
                yield other, f"(Eq.symm {proof})" if turned else proof, fact.obligation


def _forms(
    fact: Fact, term: BigOperator | Call, variable: str
) -> Iterator[tuple[dict[str, Expression], Expression, bool]]:
    """What a fact says that a sum or an element is equal to, with the value of the fact's
    variable, and whether it is the right side there.
    """
    statement = fact.statement
    if not isinstance(statement, Relation) or statement.operator != "=":
        return
    wanted = canonical(term)
    for one, other, turned in (
        (statement.left, statement.right, False),
        (statement.right, statement.left, True),
    ):
        match one, term:
            case BigOperator(upper=Variable(name=name)), BigOperator():
                place: Expression = Variable(variable)
            case (
                Call(name=own, arguments=(Variable(name=name),)),
                Call(name=wanted_name, arguments=(place,)),
            ) if own == wanted_name and own not in called_names(other):
                pass
            case _:
                continue
        values: dict[str, Expression] = {name: place}
        if canonical(substitute(one, values)) == wanted:
            yield values, at(other, name, place), turned


def stated_above(
    goal: Relation, variable: str, setting: Setting, obligation: Obligation
) -> Iterator[tuple[str, str]]:
    """Proofs, in the setting of a natural variable, of an equation that a step before states of a
    variable of its own; each with the theorem.
    """
    sides = canonical(goal.left), canonical(goal.right)
    for fact in reversed(obligation.facts):
        statement = fact.statement
        if not isinstance(statement, Relation) or statement.operator != "=":
            continue
        for name in free_variables(statement):
            values: dict[str, Expression] = {name: Variable(variable)}
            own = tuple(
                canonical(substitute(side, values)) for side in (statement.left, statement.right)
            )
            if own not in (sides, sides[::-1]):
                continue
            proof = apply(fact, values, setting)
            if proof is not None:
                yield proof if own == sides else f"(Eq.symm {proof})", fact.obligation
