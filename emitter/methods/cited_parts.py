"""The value of a limit or derivative by those of its parts, some of which the author cites."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from shomei.emitter.lean.script import Have, Tactic
from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.approach import Approach, Proved
from shomei.emitter.proof.cited_values import cited_values
from shomei.emitter.proof.derivatives import Differentiated, derivative
from shomei.emitter.proof.limits import Limiter
from shomei.emitter.proof.rests_on import of_derivative, of_limit
from shomei.emitter.proof.valued import Valued, sides_of
from shomei.emitter.proof.values import valued
from shomei.operations.spelling import normalise
from shomei.terms.definitions import unfold
from shomei.terms.nodes import Derivative, Expression, Limit, Prime, Variable
from shomei.terms.walk import free_variables, is_limiting, subterms


@method(name="cited parts", goal="value", reasons=("citation",), cost=90)
def cited_parts(problem: Problem) -> Iterator[Proof]:
    """`\\lim_{h \\to 0} x \\frac{\\sin h}{h} = x` by `\\lim_{h \\to 0} \\frac{\\sin h}{h} = 1`."""
    term, target = sides_of(problem)
    whole = _written_out(term, problem)
    if whole is not None:
        found = _by_parts(whole, problem)
        if found is not None:
            yield from valued(problem, term, target, found, problem.given)


def _written_out(term: Expression, problem: Problem) -> Limit | Derivative | None:
    """A limit, or a first derivative at its variable, with definitions written out."""
    definitions = problem.graph.setting.notation.definitions
    if isinstance(term, Prime) and isinstance(term.argument, Variable) and term.order == 1:
        definition, point = definitions[term.name], term.argument.name
        if definition.parameters == (point,):
            term = Derivative(point, definition.body, 1)
    if not isinstance(term, Limit | Derivative) or (
        isinstance(term, Derivative) and term.order != 1
    ):
        return None
    body = normalise(unfold(term.body, definitions))
    return None if is_limiting(body) else replace(term, body=body)


def _by_parts(term: Limit | Derivative, problem: Problem) -> Valued | None:
    setting, variable = problem.graph.setting, term.variable
    values: dict[Expression, Valued] = {}
    before: list[Tactic] = []
    for part in dict.fromkeys(subterms(term.body)):
        if variable not in free_variables(part) or part in (term.body, Variable(variable)):
            continue
        found = next(cited_values(problem.obligation, replace(term, body=part), setting), None)
        if found is not None:
            name = f"cited{len(values) + 1}"
            before += [replace(each, name=name) for each in found.before if isinstance(each, Have)]
            values[part] = replace(found, proof=name)
    if not values:
        return None
    result: Proved | Differentiated | None
    if isinstance(term, Limit):
        limits = {part: Proved(each.value, each.proof) for part, each in values.items()}
        result = Limiter(Approach.of(term), setting, limits).limit(term.body)
        way, uses = "limits of the parts", of_limit(term.body, variable)
    else:
        slopes = {part: Differentiated(each.value, each.proof) for part, each in values.items()}
        result = derivative(term.body, variable, Variable(variable), setting, slopes)
        way, uses = "rules of differentiation", of_derivative(term.body, variable)
    if result is None:
        return None
    how = ", ".join(dict.fromkeys([*(each.how for each in values.values()), way]))
    requires = tuple(name for each in values.values() for name in each.requires)
    return Valued(result.value, result.proof, tuple(before), requires, how, uses)
