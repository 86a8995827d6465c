"""Determines how Lean interprets a signature: which variable a name is, the type of each numeral
and operation, and where coercions stand.

The rules are those of Lean's elaborator over Mathlib, for the forms that occur. The operands of one
arithmetic expression or relation share a type, the largest of those that are known; if none is
known, numerals are natural numbers. Anything that would need another rule is refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from shomei.audit import meaning
from shomei.audit.functions import ARITIES, NATURAL_ARITIES, WORDS
from shomei.audit.meaning import Meaning, Numbers
from shomei.audit.read import Unreadable
from shomei.audit.syntax import (
    Apply,
    Ascription,
    Big,
    Choice,
    Eventually,
    Infix,
    Lambda,
    Name,
    Near,
    Negate,
    Numeral,
    Quantified,
    Signature,
    Term,
)

_ARITHMETIC: Final = frozenset("+-*/")
_RELATIONS: Final = frozenset("=≠<≤>≥")
_CONNECTIVES: Final = frozenset("∧∨→↔")
_PLAIN: Final = re.compile(r"[A-Za-z](_[A-Za-z0-9]*)?")
#: Functions of real numbers only, or of natural numbers only, with real values.
_FUNCTION: Final = re.compile(r"((ℝ → )+|(ℕ → )+)ℝ")
_SPELLED: Final = re.compile(r"u([0-9a-f]{2,6})u")


@dataclass(frozen=True, slots=True)
class Local:
    """What a name stands for at the place of use."""

    meaning: Meaning
    type: str


Scope = dict[str, Local]


@dataclass(frozen=True, slots=True)
class Claim:
    """The meaning of a signature: variables with their types, hypotheses with theirs, in order, and
    the statement.
    """

    name: str
    variables: tuple[tuple[str, str], ...]
    hypotheses: tuple[tuple[str, Meaning], ...]
    statement: Meaning


def source_name(name: str) -> str:
    """The source's name of a variable that Lean knows as `name`. Raises `Unreadable` for a name
    that does not stand for a variable.
    """
    if _PLAIN.fullmatch(name):
        return name
    if name.endswith("'v"):
        return _SPELLED.sub(lambda match: chr(int(match[1], 16)), name.removesuffix("'v"))
    raise Unreadable(f"{name} is no variable's name")


def elaborate(signature: Signature) -> Claim:
    """The meaning of a signature. Raises `Unreadable`."""
    scope: Scope = {}
    variables: list[tuple[str, str]] = []
    hypotheses: list[tuple[str, Meaning]] = []
    for binder in signature.binders:
        for name in binder.names:
            if name in scope:
                raise Unreadable(f"{name} is bound twice")
            if isinstance(binder.type, str):
                if binder.type not in {"ℝ", "ℕ"} and not _FUNCTION.fullmatch(binder.type):
                    raise Unreadable(f"{name} is neither a number nor a function")
                own = source_name(name)
                variables.append((own, binder.type))
                scope[name] = Local(meaning.variable(own), binder.type)
            else:
                hypotheses.append((name, proposition(binder.type, scope, 0)))
                scope[name] = Local(("hypothesis", name), "a proof")
    return Claim(
        signature.name,
        tuple(variables),
        tuple(hypotheses),
        proposition(signature.statement, scope, 0),
    )


def proposition(term: Term, scope: Scope, depth: int) -> Meaning:
    """A proposition; `depth` is the number of binders around it."""
    match term:
        case Infix(sign=sign, left=left, right=right) if sign in _CONNECTIVES:
            return meaning.connective(
                sign, proposition(left, scope, depth), proposition(right, scope, depth)
            )
        case Infix(sign=sign, left=left, right=right) if sign in _RELATIONS:
            numbers = _larger(_type(left, scope), _type(right, scope)) or "ℕ"
            return meaning.relation(
                sign,
                numbers,
                number(left, numbers, scope, depth),
                number(right, numbers, scope, depth),
            )
        case Quantified(sign=sign, variables=names, type=kind, body=body):
            inner = dict(scope)
            for offset, name in enumerate(names):
                inner[name] = Local(meaning.bound(depth + offset), kind)
            found = proposition(body, inner, depth + len(names))
            for _ in names:
                found = meaning.quantified(sign, kind, found)
            return found
        case Eventually(variable=name, filter=source, body=body):
            along = _numbers_of(source, scope)
            if along is None:
                raise Unreadable("nothing says on which numbers a filter is")
            inner = {**scope, name: Local(meaning.bound(depth), along)}
            return meaning.eventually(
                _filter(source, scope, depth), proposition(body, inner, depth + 1)
            )
        case Apply(
            function=Name(text="Tendsto"), arguments=(Lambda() as mapped, source, target)
        ) if "Tendsto" not in scope:
            if not (isinstance(target, Near) and target.mark == "𝓝"):
                raise Unreadable("a limit that is no number")
            along = _numbers_of(source, scope) or "ℝ"
            image, limit = _mapped(mapped, target.point, scope, depth, along)
            return meaning.tendsto(image, _filter(source, scope, depth), limit)
        case Apply(
            function=Name(text="ContinuousOn"),
            arguments=(
                Lambda() as mapped,
                Apply(function=Name(text="Set.uIcc"), arguments=(lower, upper)),
            ),
        ) if scope.keys().isdisjoint({"ContinuousOn", "Set.uIcc"}):
            return meaning.continuous_on(
                _image(mapped, scope, depth),
                number(lower, "ℝ", scope, depth),
                number(upper, "ℝ", scope, depth),
            )
        case Apply(function=Name(text="HasDerivAt"), arguments=(mapped, value, point)) if (
            "HasDerivAt" not in scope
        ):
            if isinstance(mapped, Name):
                local = scope.get(mapped.text)
                if local is None or local.type != "ℝ → ℝ":
                    raise Unreadable(f"{mapped.text} is no function")
                applied = meaning.at(local.meaning, meaning.bound(depth))
                return meaning.derivative(
                    applied, number(value, "ℝ", scope, depth), number(point, "ℝ", scope, depth)
                )
            if not isinstance(mapped, Lambda):
                raise Unreadable("a derivative of what is no function")
            image, slope = _mapped(mapped, value, scope, depth)
            return meaning.derivative(image, slope, number(point, "ℝ", scope, depth))
        case Apply(function=Name(text=word), arguments=(named, *point)) if (
            word not in scope and WORDS.get(word) == 1 + len(point)
        ):
            at = [number(each, "ℝ", scope, depth) for each in point]
            return meaning.said_of(word, _real_function(named, scope), *at)
        case _:
            raise Unreadable("a number stands where a proposition should")


def _real_function(term: Term, scope: Scope) -> Meaning:
    """A function from ℝ to ℝ that is a variable, or the derivative of one."""
    match term:
        case Name(text=name) if name in scope and scope[name].type == "ℝ → ℝ":
            return scope[name].meaning
        case Apply(function=Name(text="deriv"), arguments=(inner,)) if "deriv" not in scope:
            return meaning.slope(_real_function(inner, scope))
        case _:
            raise Unreadable("what is no function from ℝ to ℝ stands where one should")


def _mapped(
    mapped: Lambda, value: Term, scope: Scope, depth: int, numbers: Numbers = "ℝ"
) -> tuple[Meaning, Meaning]:
    """The body of a function from ℝ, or from ℕ in a limit there, and the proposition about its
    values. They are real only if something says so.
    """
    if mapped.type != numbers:
        raise Unreadable("a limit or derivative along other numbers than those of its function")
    inner = {**scope, mapped.variable: Local(meaning.bound(depth), numbers)}
    if _larger(_type(mapped.body, inner), _type(value, scope)) != "ℝ":
        raise Unreadable(
            "nothing says that a function's values are real numbers: Lean takes them for "
            "natural ones"
        )
    return number(mapped.body, "ℝ", inner, depth + 1), number(value, "ℝ", scope, depth)


def _image(mapped: Lambda, scope: Scope, depth: int) -> Meaning:
    """The body of a function from ℝ to ℝ."""
    inner = {**scope, mapped.variable: Local(meaning.bound(depth), "ℝ")}
    if mapped.type != "ℝ" or _type(mapped.body, inner) != "ℝ":
        raise Unreadable("nothing says that a function is one from ℝ to ℝ")
    return number(mapped.body, "ℝ", inner, depth + 1)


def _numbers_of(source: Term, scope: Scope) -> Numbers | None:
    """The numbers that a filter is on, if it says so."""
    match source:
        case Ascription(type="Filter ℝ"):
            return "ℝ"
        case Ascription(type="Filter ℕ"):
            return "ℕ"
        case Near(point=point):
            return "ℝ" if _type(point, scope) == "ℝ" else None
        case _:
            return None


def _filter(source: Term, scope: Scope, depth: int) -> Meaning:
    match source:
        case Near(mark=mark, point=point):
            return meaning.near(mark, number(point, "ℝ", scope, depth))
        case (
            Ascription(term=Name(text="atTop" | "atBot" as name), type="Filter ℝ")
            | Name(text="atTop" | "atBot" as name)
        ) if name not in scope:
            return meaning.at_infinity(name)
        case Ascription(term=Name(text="atTop"), type="Filter ℕ") if "atTop" not in scope:
            return meaning.at_infinity("atTop", "ℕ")
        case _:
            raise Unreadable("a filter of another kind")


def _larger(left: Numbers | None, right: Numbers | None) -> Numbers | None:
    if "ℝ" in {left, right}:
        return "ℝ"
    return left or right


def _type(term: Term, scope: Scope) -> Numbers | None:
    """The type that the parts of a term determine; None if they are only numerals."""
    match term:
        case Numeral():
            return None
        case Name(text=name):
            kind = scope[name].type if name in scope else "ℝ" if name == "Real.pi" else ""
            if kind == "ℝ":
                return "ℝ"
            if kind == "ℕ":
                return "ℕ"
            raise Unreadable(f"{name} is no number")
        case Ascription(type="ℝ" | "ℕ" as kind):
            return kind
        case Negate(term=inner) | Infix(sign="^", left=inner):
            return _type(inner, scope)
        case Infix(sign=sign, left=left, right=right) if sign in _ARITHMETIC:
            return _larger(_type(left, scope), _type(right, scope))
        case Apply(function=Name(text=name), arguments=arguments):
            if name == "abs" and name not in scope and len(arguments) == 1:
                return _type(arguments[0], scope)
            return "ℕ" if name in NATURAL_ARITIES and name not in scope else "ℝ"
        case Choice(chosen=chosen, otherwise=otherwise):
            return _larger(_type(chosen, scope), _type(otherwise, scope))
        case Big(variable=name, body=body):
            return _type(body, {**scope, name: Local(meaning.bound(-1), "ℕ")})
        case _:
            raise Unreadable("a proposition stands where a number should")


def number(term: Term, numbers: Numbers, scope: Scope, depth: int) -> Meaning:
    """A term at a place that requires a number of that type."""
    match term:
        case Numeral(value=value):
            return meaning.literal(value, numbers)
        case Name(text=name) if name in scope:
            local = scope[name]
            if local.type != numbers:
                raise Unreadable(f"{name} is of type {local.type} where {numbers} is wanted")
            return local.meaning
        case Name(text="Real.pi") if numbers == "ℝ":
            return meaning.PI
        case Ascription(term=inner, type="ℝ" | "ℕ" as kind):
            if kind != numbers:
                raise Unreadable(f"a term of type {kind} where {numbers} is wanted")
            if kind == "ℝ" and _type(inner, scope) == "ℕ":
                # Lean puts a coercion directly before a name or an application. It would move one
                # into a sum, and none is emitted there.
                if not isinstance(inner, Name | Apply):
                    raise Unreadable("a coercion of more than a name")
                return meaning.cast(number(inner, "ℕ", scope, depth))
            return number(inner, kind, scope, depth)
        case Choice(
            condition=Infix(sign="=", left=left, right=right), chosen=chosen, otherwise=otherwise
        ) if numbers == "ℝ":
            if "ℝ" in (_type(left, scope), _type(right, scope)):
                raise Unreadable("a choice by other numbers than natural ones")
            return meaning.choice(
                number(left, "ℕ", scope, depth),
                number(right, "ℕ", scope, depth),
                number(chosen, "ℝ", scope, depth),
                number(otherwise, "ℝ", scope, depth),
            )
        case Negate(term=inner) if numbers == "ℝ":
            return meaning.negative(number(inner, "ℝ", scope, depth))
        case Infix(sign="^", left=base, right=exponent):
            below = number(base, numbers, scope, depth)
            if numbers == "ℝ" and _type(exponent, scope) == "ℝ":
                return meaning.real_power(below, number(exponent, "ℝ", scope, depth))
            return meaning.operation("^", numbers, below, number(exponent, "ℕ", scope, depth))
        case Infix(sign=sign, left=left, right=right) if sign in _ARITHMETIC:
            if sign == "/" and numbers == "ℕ":
                raise Unreadable("a division of natural numbers")
            return meaning.operation(
                sign,
                numbers,
                number(left, numbers, scope, depth),
                number(right, numbers, scope, depth),
            )
        case Apply(
            function=Name(text="intervalIntegral"),
            arguments=(Lambda() as mapped, lower, upper, Name(text="MeasureTheory.volume")),
        ) if numbers == "ℝ" and scope.keys().isdisjoint(
            {"intervalIntegral", "MeasureTheory.volume"}
        ):
            return meaning.integral(
                _image(mapped, scope, depth),
                number(lower, "ℝ", scope, depth),
                number(upper, "ℝ", scope, depth),
            )
        case Apply(function=Name(text=name), arguments=arguments):
            return _applied(name, arguments, numbers, scope, depth)
        case Big(
            sign=sign,
            variable=name,
            range=Apply(function=Name(text="Finset.Icc"), arguments=(lower, upper)),
            body=body,
        ) if numbers == "ℝ":
            if _larger(_type(lower, scope), _type(upper, scope)) != "ℕ":
                raise Unreadable(
                    "nothing says that an interval is one of natural numbers: Lean takes its type "
                    "from the terms of the sum"
                )
            within = {**scope, name: Local(meaning.bound(depth), "ℕ")}
            if _type(body, within) != "ℝ":
                raise Unreadable("nothing says that a sum is one of real numbers")
            return meaning.big(
                sign,
                number(lower, "ℕ", scope, depth),
                number(upper, "ℕ", scope, depth),
                number(body, "ℝ", within, depth + 1),
            )
        case _:
            raise Unreadable(f"a term of another kind than a number of {numbers}")


def _applied(
    name: str, arguments: tuple[Term, ...], numbers: Numbers, scope: Scope, depth: int
) -> Meaning:
    if name in scope:
        kind = scope[name].type
        if not _FUNCTION.fullmatch(kind) or kind.count("→") != len(arguments) or numbers != "ℝ":
            raise Unreadable(f"{name} is applied to something")
        of: Numbers = "ℕ" if kind.startswith("ℕ") else "ℝ"
        values = [number(argument, of, scope, depth) for argument in arguments]
        return meaning.at(scope[name].meaning, *values)
    if name == "deriv" and len(arguments) == 2 and numbers == "ℝ":
        function = meaning.slope(_real_function(arguments[0], scope))
        return meaning.at(function, number(arguments[1], "ℝ", scope, depth))
    if name == "abs" and len(arguments) == 1 and numbers == "ℝ":
        if _type(arguments[0], scope) != "ℝ":
            raise Unreadable("nothing says that an absolute value is one of a real number")
        return meaning.function(name, number(arguments[0], "ℝ", scope, depth))
    if ARITIES.get(name) == len(arguments) and numbers == "ℝ":
        return meaning.function(
            name, *(number(argument, "ℝ", scope, depth) for argument in arguments)
        )
    if NATURAL_ARITIES.get(name) == len(arguments) and numbers == "ℕ":
        return meaning.function(
            name, *(number(argument, "ℕ", scope, depth) for argument in arguments)
        )
    raise Unreadable(
        f"{name} is not known, or not with {len(arguments)} arguments, where {numbers} is wanted"
    )
