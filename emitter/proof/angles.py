"""Values of sines and cosines at the usual angles, and of their inverses at the usual values.

A sine or cosine of a rational multiple of π is reduced to an angle between 0 and π/2 by periods and
reflections, as one does by hand; at half of such an angle its square is known. An inverse function
has the value that floating-point numbers suggest, if the sine, cosine or tangent of that angle is
its argument.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Literal

from shomei.emitter.lean.term import Notation, real
from shomei.emitter.proof.numeric import evaluate
from shomei.terms.evaluate import Evaluation
from shomei.terms.literals import exact_value
from shomei.terms.nodes import (
    Apply,
    Binary,
    Constant,
    Expression,
    Negation,
    Number,
    Power,
    Relation,
)
from shomei.terms.walk import free_variables, subterms

Law = tuple[Relation, str]

_PI = Constant("pi")
#: Inverse functions are tried at multiples of π with this denominator.
_PARTS = 12
_CLOSE = 1e-12
#: The largest multiple of π, so that no proof is long.
_LARGEST = 10_000


def _number(top: int, bottom: int = 1) -> Number:
    return Number(Fraction(top, bottom))


def _sqrt(value: int) -> Expression:
    return Apply("sqrt", (_number(value),))


def _half(term: Expression) -> Expression:
    return Binary("/", term, _number(2))


@dataclass(frozen=True, slots=True)
class _Value:
    """A value, and the lemmas that rewrite the function at the angle to it."""

    value: Expression
    lemmas: tuple[str, ...]


def _product(*factors: Expression) -> Expression:
    first, second = factors
    return Binary("*", first, second)


_HALF, _OF_TWO, _OF_THREE = _number(1, 2), _half(_sqrt(2)), _half(_sqrt(3))
#: π/12 is π/3 - π/4, and 5π/12 their mean.
_TWELFTH = Binary("-", Binary("/", _PI, _number(3)), Binary("/", _PI, _number(4)))
_FIVE_TWELFTHS = Binary("+", Binary("/", _PI, _number(6)), Binary("/", _PI, _number(4)))
_THIRD = ("Real.sin_pi_div_three", "Real.cos_pi_div_three")
_SIXTH = ("Real.sin_pi_div_six", "Real.cos_pi_div_six")
_FOURTH = ("Real.sin_pi_div_four", "Real.cos_pi_div_four")

#: The angles between 0 and π/2 as multiples of π: as a term, with their sine and cosine.
_FIRST: Final[dict[Fraction, tuple[Expression, dict[str, _Value]]]] = {
    Fraction(0): (
        _number(0),
        {
            "sin": _Value(_number(0), ("Real.sin_zero",)),
            "cos": _Value(_number(1), ("Real.cos_zero",)),
        },
    ),
    Fraction(1, 12): (
        _TWELFTH,
        {
            "sin": _Value(
                Binary("-", _product(_OF_THREE, _OF_TWO), _product(_HALF, _OF_TWO)),
                ("Real.sin_sub", *_THIRD, *_FOURTH),
            ),
            "cos": _Value(
                Binary("+", _product(_HALF, _OF_TWO), _product(_OF_THREE, _OF_TWO)),
                ("Real.cos_sub", *_THIRD, *_FOURTH),
            ),
        },
    ),
    Fraction(1, 6): (
        Binary("/", _PI, _number(6)),
        {"sin": _Value(_HALF, _SIXTH[:1]), "cos": _Value(_OF_THREE, _SIXTH[1:])},
    ),
    Fraction(1, 4): (
        Binary("/", _PI, _number(4)),
        {"sin": _Value(_OF_TWO, _FOURTH[:1]), "cos": _Value(_OF_TWO, _FOURTH[1:])},
    ),
    Fraction(1, 3): (
        Binary("/", _PI, _number(3)),
        {"sin": _Value(_OF_THREE, _THIRD[:1]), "cos": _Value(_HALF, _THIRD[1:])},
    ),
    Fraction(5, 12): (
        _FIVE_TWELFTHS,
        {
            "sin": _Value(
                Binary("+", _product(_HALF, _OF_TWO), _product(_OF_THREE, _OF_TWO)),
                ("Real.sin_add", *_SIXTH, *_FOURTH),
            ),
            "cos": _Value(
                Binary("-", _product(_OF_THREE, _OF_TWO), _product(_HALF, _OF_TWO)),
                ("Real.cos_add", *_SIXTH, *_FOURTH),
            ),
        },
    ),
    Fraction(1, 2): (
        Binary("/", _PI, _number(2)),
        {
            "sin": _Value(_number(1), ("Real.sin_pi_div_two",)),
            "cos": _Value(_number(0), ("Real.cos_pi_div_two",)),
        },
    ),
}


def angle_laws(term: Expression) -> list[Law]:
    """The value of a sine, cosine or inverse function without variables, with its proof."""
    match term:
        case Apply("sin" | "cos" as name, (angle,)):
            multiple = pi_multiple(angle)
            if multiple is None or exact_value(angle) == 0:
                return []
            found = _value(name, angle, multiple)
            if found is None:
                return _square(term, name, angle, multiple)
            return [(Relation("=", term, found[0]), found[1])]
        case Apply("arcsin" | "arccos" | "arctan" as name, (argument,)) if not free_variables(
            argument
        ):
            return _inverse(term, name, argument)
        case _:
            return []


class _Angles(Evaluation[tuple[Fraction, Fraction]]):
    """Terms of numbers and π: q + r π as (q, r)."""

    def of(self, term: Expression) -> tuple[Fraction, Fraction] | None:
        """The numbers q and r; None for other terms."""
        try:
            return self._value(term)
        except (NotImplementedError, ZeroDivisionError):
            return None

    def _number(self, term: Number) -> tuple[Fraction, Fraction]:
        return term.value, Fraction(0)

    def _constant(self, term: Constant) -> tuple[Fraction, Fraction]:
        return (Fraction(0), Fraction(1)) if term.name == "pi" else self._no_value(term)

    def _negated(self, value: tuple[Fraction, Fraction]) -> tuple[Fraction, Fraction]:
        return -value[0], -value[1]

    def _combined(
        self, term: Binary, left: tuple[Fraction, Fraction], right: tuple[Fraction, Fraction]
    ) -> tuple[Fraction, Fraction]:
        (a, b), (c, d) = left, right
        match term.operator:
            case "+":
                return a + c, b + d
            case "-":
                return a - c, b - d
            case "*" if not (b and d):
                return a * c, a * d + b * c
            case "/" if not d:
                return a / c, b / c
            case _:
                return self._no_value(term)


_ANGLES: Final = _Angles()


def pi_multiple(term: Expression) -> Fraction | None:
    """r, if the term is r π by arithmetic."""
    found = _ANGLES.of(term)
    return found[1] if found is not None and found[0] == 0 else None


def _text(term: Expression) -> str:
    return f"({real(term, Notation())} : ℝ)"


def _value(name: str, angle: Expression, multiple: Fraction) -> tuple[Expression, str] | None:
    """The value of the sine or cosine, and its proof."""
    turns, rest = divmod(abs(multiple), 2)
    if turns > _LARGEST:
        return None
    lemmas: list[str] = []
    negative = False
    if multiple < 0:
        lemmas.append(f"Real.{name}_neg")
        negative = name == "sin"
    half_turns: tuple[str, bool]
    match rest:
        case _ if rest <= Fraction(1, 2):
            reduced, form, half_turns = rest, "{}", ("", False)
        case _ if rest <= 1:
            reduced, form = 1 - rest, "Real.pi - {}"
            half_turns = ("pi_sub", name == "cos")
        case _ if rest <= Fraction(3, 2):
            reduced, form = rest - 1, "{} + Real.pi"
            half_turns = ("add_pi", True)
        case _:
            reduced, form = 2 - rest, "2 * Real.pi - {}"
            half_turns = ("two_pi_sub", name == "sin")
    if reduced not in _FIRST:
        return None
    first, values = _FIRST[reduced]
    text = form.format(f"({real(first, Notation())})")
    if turns:
        text = f"{text} + ({turns} : ℕ) * (2 * Real.pi)"
        lemmas.append(f"Real.{name}_add_nat_mul_two_pi")
    if half_turns[0]:
        lemmas.append(f"Real.{name}_{half_turns[0]}")
    negative ^= half_turns[1]
    found = values[name]
    value = Negation(found.value) if negative else found.value
    text = f"-({text})" if multiple < 0 else text
    rewriting = ", ".join([*lemmas, *found.lemmas])
    return value, (
        f"(by have angle : {_text(angle)} = {text} := (by grind); "
        f"rw [angle, {rewriting}] <;> grind)"
    )


def _square(term: Apply, name: str, angle: Expression, multiple: Fraction) -> list[Law]:
    """The square of the sine or cosine at half of an angle whose cosine is known."""
    double = _value("cos", Binary("*", _number(2), angle), 2 * multiple)
    if double is None:
        return []
    cosine, proof = double
    sign: Literal["+", "-"] = "+" if name == "cos" else "-"
    value = _half(Binary(sign, _number(1), cosine))
    at = _text(angle)
    shown = (
        f"(by have double := Real.cos_sq {at}; have value : Real.cos (2 * {at}) = {_text(cosine)} "
        f":= {proof}; have one := Real.sin_sq_add_cos_sq {at}; rw [value] at double; grind)"
    )
    return [(Relation("=", Power(term, _number(2)), value), shown)]


def _inverse(term: Apply, name: str, argument: Expression) -> list[Law]:
    value = evaluate(term, {})
    if value is None:
        return []
    part = value / 3.141592653589793 * _PARTS
    if abs(part - round(part)) > _CLOSE * _PARTS:
        return []
    multiple = Fraction(round(part), _PARTS)
    angle = _angle(multiple)
    shown = _SHOWN[name](angle, multiple)
    if shown is None:
        return []
    lemma, bounds, lines = shown
    roots = dict.fromkeys(
        part.arguments[0]
        for part in (*subterms(argument), _sqrt(2), _sqrt(3))
        if isinstance(part, Apply) and part.operation == "sqrt"
    )
    squares = "; ".join(
        f"have root{i} := Real.mul_self_sqrt (by grind : 0 ≤ {_text(u)}); "
        f"have positive{i} := Real.sqrt_pos.mpr (by grind : 0 < {_text(u)})"
        for i, u in enumerate(roots)
        if exact_value(u, quotients=True)
    )
    head = {"arcsin": "sin", "arccos": "cos", "arctan": "tan"}[name]
    same = f"Real.{head} {_text(angle)} = {_text(argument)}"
    proof = (
        f"(by have pi := Real.pi_pos; have value : {same} := (by {lines}; {squares}; grind); "
        f"have inverse := {lemma} (x := {_text(angle)}) {bounds}; rw [value] at inverse; "
        "exact inverse)"
    )
    return [(Relation("=", term, angle), proof)]


def _angle(multiple: Fraction) -> Expression:
    """A multiple of π, as one writes it."""
    if multiple == 0:
        return _number(0)
    top = abs(multiple.numerator)
    whole: Expression = _PI if top == 1 else Binary("*", _number(top), _PI)
    if multiple.denominator != 1:
        whole = Binary("/", whole, _number(multiple.denominator))
    return Negation(whole) if multiple < 0 else whole


_Shown = tuple[str, str, str] | None


def _of(lemma: str, function: str) -> Callable[[Expression, Fraction], _Shown]:
    def shown(angle: Expression, multiple: Fraction) -> _Shown:
        found = _value(function, angle, multiple)
        if found is None:
            return None
        law = f"have law : Real.{function} {_text(angle)} = {_text(found[0])} := {found[1]}"
        return lemma, "(by grind) (by grind)", law

    return shown


def _of_tangent(angle: Expression, multiple: Fraction) -> _Shown:
    sine, cosine = _value("sin", angle, multiple), _value("cos", angle, multiple)
    if sine is None or cosine is None:
        return None
    lines = (
        f"have quotient := Real.tan_eq_sin_div_cos {_text(angle)}; have one : "
        f"Real.sin {_text(angle)} = {_text(sine[0])} := {sine[1]}; have other : "
        f"Real.cos {_text(angle)} = {_text(cosine[0])} := {cosine[1]}; rw [one, other] at quotient"
    )
    return "Real.arctan_tan", "(by grind) (by grind)", lines


_SHOWN: Final = {
    "arcsin": _of("Real.arcsin_sin", "sin"),
    "arccos": _of("Real.arccos_cos", "cos"),
    "arctan": _of_tangent,
}
