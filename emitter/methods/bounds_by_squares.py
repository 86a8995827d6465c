"""Bounds of a term by its square."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from shomei.emitter.lean.script import GRIND, Clear, Exact, Have, Script, script
from shomei.emitter.lean.term import real, real_relation
from shomei.emitter.method import Place, Problem, Proof, method
from shomei.emitter.proof.setting import Setting
from shomei.emitter.proof.sign import nonnegative
from shomei.emitter.search import inside
from shomei.obligations.domain import tidy
from shomei.terms.literals import ONE, TWO, ZERO
from shomei.terms.nodes import Apply, Binary, Expression, Negation, Power, Relation, applies
from shomei.terms.relations import ascending
from shomei.terms.substitution import replaced
from shomei.terms.walk import subterms

_HOW = "square of a bound"
#: How many proofs of what is between are tried.
_TRIED = 3
#: The ends of a proof, for the absolute value of a term and for the term.
_OF_ABSOLUTE: Final[Script] = (Exact("whole"),)
_OF_TERM: Final[Script] = (
    Have("both", None, "abs_le.1 whole"),
    Clear(("same", "smaller", "square", "bound", "value", "whole")),
    GRIND,
)


@method(name="bounds by squares", goal="relation", reasons=("algebra",), cost=615, proofs=12)
def bounds_by_squares(problem: Problem) -> Iterator[Proof]:
    """`|a c + b d| \\le \\sqrt{a^2 + b^2} \\sqrt{c^2 + d^2}` and `a \\sin x + b \\cos x \\le
    \\sqrt{a^2 + b^2}`, by the squares of both sides.
    """
    low, setting = ascending(problem.relation), problem.setting
    if low.operator != "<=":
        return
    for term, bound in ((low.left, low.right), (low.right, _opposite(low.left))):
        content = term.arguments[0] if applies(term, "abs") else term
        waves = _waves(content)
        if not waves and not any(applies(part, "sqrt") for part in subterms(bound)):
            continue
        sign = nonnegative(bound, setting)
        square = _squared(bound)
        wanted = Relation("<=", Power(content, TWO), square)
        if sign is None or setting.seems(wanted) is False:
            continue
        text = setting.notation
        of_bound = Power(bound, TWO)
        equal = Relation("=", of_bound, square)
        ways = list(islice(_ways(problem, equal), 2)) if square != of_bound else [(GRIND,)]
        for way in ways:
            ends: Script = (
                Have("same", real_relation(equal, text), way),
                Have("bound", None, "Shomei.abs_le_sqrt square"),
                Have("value", None, f"Real.sqrt_sq (x := ({real(bound, text)} : ℝ)) {sign}"),
                Have("whole", None, "le_of_le_of_eq bound value"),
                *(_OF_ABSOLUTE if applies(term, "abs") else _OF_TERM),
            )
            whole = real_relation(Relation("<=", wanted.left, of_bound), text)
            for lines in (*_by_waves(content, square, waves, setting), *_ways(problem, wanted)):
                smaller = Have("smaller", real_relation(wanted, text), lines)
                square_line = Have("square", whole, "(by rw [same]; exact smaller)")
                steps = script(problem.given, ends[0], smaller, square_line, ends[1:])
                yield Proof(steps, _HOW, frozenset({"algebra"}))


def _ways(problem: Problem, wanted: Relation) -> Iterator[Script]:
    place = Place(problem.setting, problem.given)
    for each in islice(inside(problem.within("arithmetic", wanted, place)), _TRIED):
        yield each.script


def _opposite(term: Expression) -> Expression:
    return term.operand if isinstance(term, Negation) else tidy(Negation(term))


def _squared(term: Expression) -> Expression:
    """The square of a term, without its square roots that are factors."""
    match term:
        case Apply("sqrt", (content,)):
            return content
        case Binary("*" | "/" as operator, left, right):
            return Binary(operator, _squared(left), _squared(right))
        case _:
            return Power(term, TWO)


def _waves(term: Expression) -> list[tuple[Apply, Apply]]:
    """The sine and cosine of one angle, if a term has both."""
    sines = [part for part in dict.fromkeys(subterms(term)) if applies(part, "sin")]
    pairs = [(sine, Apply("cos", sine.arguments)) for sine in sines]
    return [pair for pair in pairs if pair[1] in subterms(term)][:2]


def _by_waves(
    content: Expression, square: Expression, waves: list[tuple[Apply, Apply]], setting: Setting
) -> Iterator[Script]:
    """`(a s + b c)^2 \\le a^2 + b^2`, since the difference is `(a c - b s)^2`."""
    text = setting.notation
    for sine, cosine in waves:
        a, b = (
            tidy(replaced(replaced(content, one, ONE), other, ZERO))
            for one, other in ((sine, cosine), (cosine, sine))
        )
        across = Power(Binary("-", Binary("*", a, cosine), Binary("*", b, sine)), TWO)
        rest = Binary("-", square, Binary("+", Power(a, TWO), Power(b, TWO)))
        difference = Binary("-", square, Power(content, TWO))
        split = Relation("=", difference, Binary("+", across, rest))
        if setting.seems(split) is False:
            continue
        yield (
            Have("circle", None, f"Real.sin_sq_add_cos_sq ({real(sine.arguments[0], text)} : ℝ)"),
            *(
                Have(f"root{number}", None, f"Real.mul_self_sqrt {sign}")
                for number, sign in enumerate(_roots(content, setting), start=1)
            ),
            Have("split", real_relation(split, text), (GRIND,)),
            Have("across", real_relation(Relation(">=", across, ZERO), text), "sq_nonneg _"),
            Have("rest", real_relation(Relation(">=", rest, ZERO), text), (GRIND,)),
            Exact("sub_nonneg.1 (by rw [split]; exact add_nonneg across rest)"),
        )


def _roots(content: Expression, setting: Setting) -> Iterator[str]:
    """Proofs that what stands under the roots of a term is not negative."""
    for part in dict.fromkeys(subterms(content)):
        if isinstance(part, Apply) and applies(part, "sqrt"):
            sign = nonnegative(part.arguments[0], setting)
            if sign is not None:
                yield sign
