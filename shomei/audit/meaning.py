"""The meaning of a proposition: nested tuples, equal if the propositions are equal up to the names
of their bound variables.

A bound variable is `("bound", level)`, with the number of its binder counted from the outside; a
variable of the theorem is `("var", name)`. Operations name the type that they work in. Coercions
from ℕ are moved to the leaves (`(n + 1 : ℕ)` among reals is `(n : ℝ) + 1`), relations between
naturals are those between the corresponding reals, and `a > b` is `b < a`. Lean has a theorem for
each of these, so they change no claim.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

Meaning: TypeAlias = tuple["str | int | Meaning", ...]
Numbers: TypeAlias = Literal["ℝ", "ℕ"]

ONE: Meaning = ("literal", "ℝ", 1)
PI: Meaning = ("pi",)


def literal(value: int, numbers: Numbers) -> Meaning:
    """A numeral of that type."""
    return ("literal", numbers, value)


def variable(name: str) -> Meaning:
    """A variable of the theorem, by the source's name."""
    return ("var", name)


def bound(level: int) -> Meaning:
    """The variable of binder number `level`, counted from the outside."""
    return ("bound", level)


def operation(sign: str, numbers: Numbers, left: Meaning, right: Meaning) -> Meaning:
    """`+`, `-`, `*`, `/` in ℝ or ℕ, and `^` with a base there and an exponent in ℕ."""
    return (sign, numbers, left, right)


def real_power(base: Meaning, exponent: Meaning) -> Meaning:
    """`Real.rpow`."""
    return ("rpow", base, exponent)


def negative(term: Meaning) -> Meaning:
    """`-term` in ℝ."""
    return ("negative", term)


def function(name: str, *arguments: Meaning) -> Meaning:
    """A function of the library, by its Lean name."""
    return ("apply", name, *arguments)


def cast(term: Meaning) -> Meaning:
    """A natural number as a real one."""
    match term:
        case ("literal", "ℕ", int(value)):
            return literal(value, "ℝ")
        case ("+" | "*" as sign, "ℕ", tuple(left), tuple(right)):
            return operation(sign, "ℝ", cast(left), cast(right))
        case ("^", "ℕ", tuple(base), tuple(exponent)):
            return operation("^", "ℝ", cast(base), exponent)
        case _:
            return ("cast", term)


def relation(sign: str, numbers: Numbers, left: Meaning, right: Meaning) -> Meaning:
    """`=`, `≠`, `<`, `≤`, `>`, `≥`."""
    if numbers == "ℕ":
        left, right = cast(left), cast(right)
    if sign in {">", "≥"}:
        left, right, sign = right, left, "<" if sign == ">" else "≤"
    return (sign, left, right)


def connective(sign: str, left: Meaning, right: Meaning) -> Meaning:
    """`∧`, `∨`, `→`, `↔`."""
    return (sign, left, right)


def conjunction(parts: list[Meaning]) -> Meaning:
    """`A ∧ B ∧ …`, to the right."""
    whole = parts[-1]
    for part in reversed(parts[:-1]):
        whole = connective("∧", part, whole)
    return whole


def conjuncts(proposition: Meaning) -> frozenset[Meaning]:
    """The parts of `A ∧ B ∧ …`, unordered."""
    found: list[Meaning] = []
    while (
        len(proposition) == 3
        and proposition[0] == "∧"
        and isinstance(proposition[1], tuple)
        and isinstance(proposition[2], tuple)
    ):
        found.append(proposition[1])
        proposition = proposition[2]
    return frozenset([*found, proposition])


def quantified(sign: str, kind: str, body: Meaning) -> Meaning:
    """`∀` or `∃` over one variable of that type."""
    return (sign, kind, body)


def tendsto(body: Meaning, source: Meaning, value: Meaning) -> Meaning:
    """`Tendsto (fun x => body) source (𝓝 value)`, x from where the source is and the rest in ℝ."""
    return ("Tendsto", body, source, value)


def derivative(body: Meaning, value: Meaning, point: Meaning) -> Meaning:
    """`HasDerivAt (fun x : ℝ => body) value point`."""
    return ("HasDerivAt", body, value, point)


def at(function: Meaning, *arguments: Meaning) -> Meaning:
    """The value of a function that is a variable, or the derivative of one."""
    return ("at", function, *arguments)


def slope(function: Meaning) -> Meaning:
    """`deriv function`, of a function from ℝ to ℝ."""
    return ("deriv", function)


def said_of(word: str, function: Meaning, *point: Meaning) -> Meaning:
    """`Continuous f`, `DifferentiableAt ℝ f x`: a word of Mathlib about a function from ℝ to ℝ."""
    return ("said", word, function, *point)


def near(mark: str, point: Meaning) -> Meaning:
    """A neighbourhood filter of a real number."""
    return ("near", mark, point)


def at_infinity(name: str, numbers: str = "ℝ") -> Meaning:
    """`atTop` or `atBot`, on ℝ or on ℕ."""
    return (name,) if numbers == "ℝ" else (name, numbers)


def eventually(source: Meaning, body: Meaning) -> Meaning:
    """`∀ᶠ x in source, body`."""
    return ("∀ᶠ", source, body)


def big(sign: str, lower: Meaning, upper: Meaning, body: Meaning) -> Meaning:
    """`∑` or `∏` of real terms over the naturals from `lower` to `upper`."""
    return (sign, lower, upper, body)


def choice(left: Meaning, right: Meaning, chosen: Meaning, otherwise: Meaning) -> Meaning:
    """One of two real numbers, by whether two natural numbers are equal."""
    return ("if", left, right, chosen, otherwise)


def integral(body: Meaning, lower: Meaning, upper: Meaning) -> Meaning:
    """`intervalIntegral (fun x : ℝ => body) lower upper volume`, all in ℝ."""
    return ("intervalIntegral", body, lower, upper)


def continuous_on(body: Meaning, lower: Meaning, upper: Meaning) -> Meaning:
    """`ContinuousOn (fun x : ℝ => body) (Set.uIcc lower upper)`."""
    return ("ContinuousOn", body, lower, upper)


def shown(meaning: Meaning | str | int) -> str:
    """The meaning in brackets, for a complaint."""
    if not isinstance(meaning, tuple):
        return str(meaning)
    if meaning[0] in {"var", "bound", "literal"}:
        return f"{'#' if meaning[0] == 'bound' else ''}{meaning[-1]}"
    return f"({' '.join(shown(part) for part in meaning)})"


def difference(left: Meaning, right: Meaning) -> tuple[Meaning, Meaning]:
    """The smallest parts in which two meanings differ, if they differ in one place; otherwise the
    whole that contains the places.
    """
    while len(left) == len(right):
        places = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
        if len(places) != 1:
            break
        ((a, b),) = places
        if not (isinstance(a, tuple) and isinstance(b, tuple)):
            break
        left, right = a, b
    return left, right
