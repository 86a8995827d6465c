"""Derivations with one thing changed: a sign, a number, a variable, an operator, a relation, a
function, a bound, a hypothesis, a definition.

In: a `Document`. Out: mutants of it, each with what was changed. Whether a mutant is false is not
asked here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TypeVar

from shomei.parser.ast import (
    Assume,
    Case,
    CaseSplit,
    Chain,
    Define,
    Document,
    Formula,
    Item,
    Let,
    Link,
    LogicChain,
    LogicLink,
    Theorem,
    Therefore,
)
from shomei.parser.reason_nodes import Cite, Reason
from shomei.terms.literals import root
from shomei.terms.nodes import (
    Apply,
    BigOperator,
    Binary,
    BinaryOperator,
    Call,
    Connective,
    Constant,
    Derivative,
    Expression,
    Infinity,
    Limit,
    Negation,
    Number,
    Power,
    Prime,
    Relation,
    RelationOperator,
    Statement,
    Variable,
    applies,
)
from shomei.terms.walk import children, rebuild, subterms

T = TypeVar("T")
ONE = Number(Fraction(1))

_OPERATORS: Mapping[BinaryOperator, tuple[BinaryOperator, ...]] = {
    "+": ("-", "*"),
    "-": ("+",),
    "*": ("/", "+"),
    "/": ("*", "-"),
}
_FUNCTIONS: Mapping[str, tuple[str, ...]] = {
    "sin": ("cos", "sinh"),
    "cos": ("sin",),
    "tan": ("cot", "sin"),
    "cot": ("tan",),
    "sec": ("csc",),
    "csc": ("sec",),
    "arcsin": ("arccos",),
    "arccos": ("arcsin",),
    "arctan": ("tan",),
    "sinh": ("cosh", "sin"),
    "cosh": ("sinh",),
    "tanh": ("sinh",),
    "sech": ("cosh",),
    "arsinh": ("sinh", "arctan"),
    "exp": ("cosh",),
}
_RELATIONS: Mapping[RelationOperator, tuple[RelationOperator, ...]] = {
    "=": ("<", "<=", "!="),
    "<": (">", "="),
    "<=": ("<", ">="),
    ">": ("<", "="),
    ">=": (">", "<="),
    "!=": ("=",),
}


@dataclass(frozen=True, slots=True)
class Mutant:
    """`change` is the kind of the change."""

    change: str
    document: Document


def mutants(document: Document) -> Iterator[Mutant]:
    """Every mutant of the document, in its order."""
    functions = {
        item.name: len(item.parameters)
        for item in _all_items(document.items)
        if isinstance(item, Define)
    }
    for change, items in _in_items(document.items, functions):
        yield Mutant(change, replace(document, items=items))


def _all_items(items: Iterable[Item]) -> Iterator[Item]:
    for item in items:
        yield item
        if isinstance(item, Theorem):
            yield from _all_items(item.proof)
        elif isinstance(item, CaseSplit):
            for case in item.cases:
                yield from _all_items(case.body)


def _each(
    parts: tuple[T, ...], position: int, found: Iterable[tuple[str, T]]
) -> Iterator[tuple[str, tuple[T, ...]]]:
    """`parts` with each of the other values in one of its places."""
    return ((change, (*parts[:position], new, *parts[position + 1 :])) for change, new in found)


Functions = Mapping[str, int]


def _in_items(
    items: tuple[Item, ...], functions: Functions
) -> Iterator[tuple[str, tuple[Item, ...]]]:
    for position, item in enumerate(items):
        yield from _each(items, position, _in_item(item, functions))
        if isinstance(item, Assume | Let) and (isinstance(item, Let) or len(item.conditions) == 1):
            yield "a hypothesis dropped", (*items[:position], *items[position + 1 :])


def _in_item(item: Item, functions: Functions) -> Iterator[tuple[str, Item]]:
    match item:
        case Assume(conditions=conditions):
            for position in range(len(conditions)):
                if len(conditions) > 1:
                    yield (
                        "a hypothesis dropped",
                        replace(
                            item, conditions=conditions[:position] + conditions[position + 1 :]
                        ),
                    )
                for change, changed in _each(
                    conditions, position, _in_statement(conditions[position], functions)
                ):
                    yield f"in a hypothesis: {change}", replace(item, conditions=changed)
        case Let(value=value) if value is not None:
            for change, new in _in_term(value, functions):
                yield f"in a value: {change}", replace(item, value=new)
        case Define(body=body):
            for change, new in _in_term(body, functions):
                yield f"in a definition: {change}", replace(item, body=new)
        case Formula(statement=statement, conditions=conditions, reasons=reasons):
            for change, new in _in_statement(statement, functions):
                yield change, replace(item, statement=new)
            for position in range(len(conditions)):
                yield (
                    "a hypothesis dropped",
                    replace(item, conditions=conditions[:position] + conditions[position + 1 :]),
                )
            for change, cited in _in_reasons(reasons, functions):
                yield change, replace(item, reasons=cited)
        case Therefore(statement=statement, reasons=reasons):
            for change, new in _in_statement(statement, functions):
                yield change, replace(item, statement=new)
        case Chain():
            yield from _in_chain(item, functions)
        case LogicChain():
            yield from _in_logic(item, functions)
        case Theorem(statement=statement, proof=proof):
            for change, new in _in_statement(statement, functions):
                yield change, replace(item, statement=new)
            for change, inner in _in_items(proof, functions):
                yield change, replace(item, proof=inner)
        case CaseSplit(cases=cases):
            for position, case in enumerate(cases):
                for change, several in _each(cases, position, _in_case(case, functions)):
                    yield change, replace(item, cases=several)
                if len(cases) > 1:
                    yield (
                        "a case dropped",
                        replace(item, cases=cases[:position] + cases[position + 1 :]),
                    )
        case _:
            return


def _in_case(case: Case, functions: Functions) -> Iterator[tuple[str, Case]]:
    for change, condition in _in_statement(case.condition, functions):
        yield f"in a case: {change}", replace(case, condition=condition)
    for change, body in _in_items(case.body, functions):
        yield change, replace(case, body=body)


def _in_chain(item: Chain, functions: Functions) -> Iterator[tuple[str, Item]]:
    for change, first in _in_term(item.first, functions):
        yield change, replace(item, first=first)
    for position, link in enumerate(item.links):
        found: list[tuple[str, Link]] = [
            (change, replace(link, right=right))
            for change, right in _in_term(link.right, functions)
        ]
        found += [
            ("a relation", replace(link, operator=operator))
            for operator in _RELATIONS[link.operator]
        ]
        found += [
            (change, replace(link, reasons=reasons))
            for change, reasons in _in_reasons(link.reasons, functions)
        ]
        for change, links in _each(item.links, position, found):
            yield change, replace(item, links=links)


def _in_logic(item: LogicChain, functions: Functions) -> Iterator[tuple[str, Item]]:
    for change, first in _in_statement(item.first, functions):
        yield change, replace(item, first=first)
    for position, link in enumerate(item.links):
        found: list[tuple[str, LogicLink]] = [
            (change, replace(link, right=right))
            for change, right in _in_statement(link.right, functions)
        ]
        found.append(
            ("a connective", replace(link, operator="implies" if link.operator == "iff" else "iff"))
        )
        for change, links in _each(item.links, position, found):
            yield change, replace(item, links=links)


def _in_reasons(
    reasons: tuple[Reason, ...], functions: Functions
) -> Iterator[tuple[str, tuple[Reason, ...]]]:
    """Another value for a cited formula's variable. (Another formula leaves the step as true as it
    is.)
    """
    for position, reason in enumerate(reasons):
        if isinstance(reason, Cite):
            for place, (name, value) in enumerate(reason.substitution):
                for change, pairs in _each(
                    reason.substitution,
                    place,
                    ((change, (name, new)) for change, new in _in_term(value, functions)),
                ):
                    yield (
                        f"in a citation: {change}",
                        (
                            *reasons[:position],
                            replace(reason, substitution=pairs),
                            *reasons[position + 1 :],
                        ),
                    )


def _in_statement(statement: Statement, functions: Functions) -> Iterator[tuple[str, Statement]]:
    match statement:
        case Relation(operator=operator, left=left, right=right):
            for other in _RELATIONS[operator]:
                yield "a relation", replace(statement, operator=other)
            for change, new in _in_term(left, functions):
                yield change, replace(statement, left=new)
            for change, new in _in_term(right, functions):
                yield change, replace(statement, right=new)
        case Connective(operator=operator, left=p, right=q):
            if operator == "implies":
                yield "a connective", replace(statement, left=q, right=p)
                yield "a connective", replace(statement, operator="iff")
            elif operator in {"and", "or"}:
                yield (
                    "a connective",
                    replace(statement, operator="or" if operator == "and" else "and"),
                )
            for change, part in _in_statement(p, functions):
                yield change, replace(statement, left=part)
            for change, part in _in_statement(q, functions):
                yield change, replace(statement, right=part)
        case _:
            return


def _in_term(term: Expression, functions: Functions) -> Iterator[tuple[str, Expression]]:
    """The term with one thing in it changed; variables become others of the same term."""
    names = tuple(dict.fromkeys(part.name for part in subterms(term) if isinstance(part, Variable)))
    return _changed(term, names, functions)


def _changed(
    term: Expression, names: tuple[str, ...], functions: Functions
) -> Iterator[tuple[str, Expression]]:
    yield from _here(term, names, functions)
    parts = children(term)
    for position, part in enumerate(parts):
        if applies(term, "root") and position == 0:  # the degree is changed above
            continue
        for change, several in _each(parts, position, _changed(part, names, functions)):
            yield change, rebuild(term, several)


def _here(
    term: Expression, names: tuple[str, ...], functions: Functions
) -> Iterator[tuple[str, Expression]]:
    match term:
        case Number(value=value):
            yield "a number", replace(term, value=value + 1)
            if value >= 1:
                yield "a number", replace(term, value=value - 1)
            yield "a sign", Negation(term, span=term.span)
        case Variable(name=name):
            for other in names:
                if other != name:
                    yield "a variable", replace(term, name=other)
            yield "a sign", Negation(term, span=term.span)
            yield "a variable", replace(ONE, span=term.span)
        case Constant(name=name):
            yield "a constant", replace(term, name="pi" if name == "e" else "e")
        case Negation(operand=a):
            yield "a sign", a
        case Binary(operator=operator, left=a, right=b):
            for other in _OPERATORS[operator]:
                yield "an operator", replace(term, operator=other)
            if operator in "-/":
                yield "an order", replace(term, left=b, right=a)
            yield "a part dropped", a
            yield "a part dropped", b
        case Power(base=a, exponent=b):
            yield "an exponent", a
            yield "an exponent", replace(term, exponent=Binary("+", b, ONE, span=b.span))
            yield "an exponent", replace(term, exponent=Negation(b, span=b.span))
            yield "an order", replace(term, base=b, exponent=a)
        case Apply(name, (a,)) if name in _FUNCTIONS:
            for swapped in _FUNCTIONS[name]:
                yield "a function", replace(term, operation=swapped)
            yield "a function", a
        case Apply("log", (a,)):
            yield "a function", a
            yield "a base", Apply("log_base", (Number(Fraction(10)), a), span=term.span)
        case Apply("log_base", (base, a)):
            yield "a function", a
            yield "a base", Apply("log", (a,), span=term.span)
            yield "an order", replace(term, arguments=(a, base))
        case Apply("sqrt", (a,)):
            yield "a function", a
            yield "a degree", root(3, a, term.span)
        case Apply("root", (Number(value=degree), a)):
            yield "a function", a
            yield "a degree", root(degree.numerator + 1, a, term.span)
        case Apply("abs" | "factorial", (a,)):
            yield "a function", a
        case Apply("max" | "min" as name, (a, b)):
            yield "a function", replace(term, operation="min" if name == "max" else "max")
            yield "a function", a
        case Apply("binomial", (a, b)):
            yield "an order", replace(term, arguments=(b, a))
        case Call(name=name, arguments=arguments):
            for other, arity in functions.items():
                if other != name and arity == len(arguments):
                    yield "a function", replace(term, name=other)
        case Prime(order=order):
            yield "an order of a derivative", replace(term, order=3 - order if order < 3 else 1)
        case Derivative(body=body):
            yield "an order of a derivative", body
        case Limit(point=point, side=side, body=body):
            if isinstance(point, Infinity):
                yield (
                    "a limit's point",
                    replace(term, point=replace(point, positive=not point.positive)),
                )
            else:
                yield (
                    "a limit's point",
                    replace(term, point=Binary("+", point, ONE, span=point.span)),
                )
                yield "a limit's point", replace(term, point=Infinity(span=point.span), side=None)
                yield "a limit's side", replace(term, side="-" if side == "+" else "+")
            yield "a limit dropped", body
        case BigOperator(operator=operator, lower=a, upper=b, body=body):
            yield "a sum's sign", replace(term, operator="prod" if operator == "sum" else "sum")
            yield "a bound", replace(term, lower=Binary("+", a, ONE, span=a.span))
            yield "a bound", replace(term, upper=Binary("+", b, ONE, span=b.span))
            yield "a bound", replace(term, upper=Binary("-", b, ONE, span=b.span))
            yield "a sum dropped", body
