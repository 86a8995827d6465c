"""The rules that the calculus of a term rests on, by the form of the term: the reasons that an
author may give for its limit or derivative.
"""

from __future__ import annotations

from functools import lru_cache

from shomei.emitter.rules import rules
from shomei.operations.registry import OPERATIONS
from shomei.terms.literals import E
from shomei.terms.nodes import (
    Apply,
    Binary,
    Expression,
    Negation,
    Power,
    Variable,
)
from shomei.terms.walk import children, free_variables, subterms

#: The reasons that the rules of differentiation answer to.
RULES = (
    "differentiation",
    "product_rule",
    "quotient_rule",
    "chain_rule",
    "sum_rule",
    "power_rule",
)


def of_derivative(body: Expression, variable: str) -> frozenset[str]:
    """The rules of differentiation for `body` in `variable`."""
    found = {"differentiation"}
    for part in subterms(body):
        inner = [each for each in children(part) if variable in free_variables(each)]
        if not inner:
            continue
        match part:
            case Binary(operator="*") if len(inner) == 2:
                found.add("product_rule")
            case Binary(operator="/", right=below) if variable in free_variables(below):
                found |= {"quotient_rule", "power_rule"}
                if below != Variable(variable):
                    found.add("chain_rule")
            case _ if isinstance(part, Binary | Negation):
                found.add("sum_rule")
            case Power(base=base) if base != E:
                found |= {"power_rule"} if inner == [Variable(variable)] else _COMPOSED
            case Power() | Apply("sqrt" | "root") if inner == [Variable(variable)]:
                found.add("power_rule")
            case Apply(name) if name in _quotients():
                found |= {"quotient_rule", *(_COMPOSED if inner != [Variable(variable)] else ())}
            case _ if inner != [Variable(variable)]:
                found |= _COMPOSED
    return frozenset(found)


_COMPOSED = frozenset({"chain_rule", "power_rule"})


@lru_cache(maxsize=1)
def _quotients() -> frozenset[str]:
    """The functions that a rule writes as a quotient of two others, such as the tangent."""
    return frozenset(
        rule.trigger.operation
        for rule in rules()
        if isinstance(rule.trigger, Apply)
        and isinstance(right := rule.statement.right, Binary)
        and right.operator == "/"
        and isinstance(right.left, Apply)
        and isinstance(right.right, Apply)
        and right.left.arguments == right.right.arguments == rule.trigger.arguments
    )


def of_limit(body: Expression, variable: str) -> frozenset[str]:
    """The properties of limits for `body` in `variable`: the continuity of its functions, the
    definition of e, and bounds.
    """
    found = {"limit", "continuity"}
    for part in subterms(body):
        if variable not in free_variables(part):
            continue
        name = function_of(part)
        if name is not None:
            found |= {f"continuity of {name}", f"definition of {name}"}
        if name is not None and _is_bounded(name):
            found.add("squeeze_theorem")
        if isinstance(part, Power) or name == "log":
            found.add("definition of e")
    return frozenset(found)


def _is_bounded(name: str) -> bool:
    """Whether limits of the function are found by bounds."""
    bounds = OPERATIONS[name].bounds
    return name in ("arctan", "abs") or (
        bounds is not None and bounds.lower is not None and bounds.upper is not None
    )


def function_of(term: Expression) -> str | None:
    """The name of the function whose value `term` is; None if there is none."""
    match term:
        case Apply("log_base"):
            return "log"
        case Apply("root"):
            return "sqrt"
        case Apply(name):
            return name
        case Power(base=base) if base == E:
            return "exp"
        case _:
            return None
