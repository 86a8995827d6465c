"""Integrals with the absolute value of a linear term, by its sign on both sides of its zero."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from shomei.emitter.lean.names import identifier
from shomei.emitter.lean.script import (
    GRIND,
    GRIND_SUMS,
    Goal,
    Have,
    Intro,
    Refine,
    Show,
    script,
)
from shomei.emitter.lean.term import Unprintable, relation, typed
from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.antiderivatives import evaluated
from shomei.emitter.proof.integrals import between
from shomei.emitter.proof.linear_integrals import NotContinuous, integrals_in, side_by_side
from shomei.emitter.proof.linear_sums import Namer
from shomei.emitter.proof.monomials import polynomial
from shomei.emitter.proof.setting import Setting
from shomei.terms.literals import exact_value
from shomei.terms.nodes import (
    Expression,
    Integral,
    Negation,
    Number,
    Relation,
    Variable,
    applies,
)
from shomei.terms.polynomials import UNIT, TooMany
from shomei.terms.walk import children, rebuild, subterms


@method(
    name="integrals of absolute values",
    goal="relation",
    reasons=("integration",),
    cost=92,
    proofs=3,
)
def integrals_of_absolute_values(problem: Problem) -> Iterator[Proof]:
    """`\\int_{-1}^{2} |x| dx = \\frac52`: from -1 to 0, and from 0 to 2."""
    goal, setting = problem.relation, problem.setting
    names = Namer("part")
    lines: list[Have] = []
    found = integrals_in((goal.left, goal.right))
    try:
        for each in found:
            lines += _parts(each, names, problem, setting)
        others = [] if not lines else [each for each in found if not _contents(each.body)]
        values = [evaluated(each, names.next(), problem, setting) for each in others]
    except (TooMany, Unprintable, NotContinuous):
        return
    if lines:
        known = [each.line for each in values if each is not None]
        proof = script(problem.start, lines, known, GRIND_SUMS)
        how = "absolute value, by the sign of what is in it"
        yield Proof(proof, how, frozenset({"integration", "algebra"}))


def _parts(whole: Integral, names: Namer, problem: Problem, setting: Setting) -> Iterator[Have]:
    """The facts about one integral: over the two sides of the zero, without absolute values, and
    evaluated.
    """
    found = _contents(whole.body)
    ends = [exact_value(end, quotients=True) for end in (whole.lower, whole.upper)]
    low, high = ends
    if len(found) != 1 or low is None or high is None or low >= high:
        return
    [inside] = found
    line = _linear(inside, whole.variable)
    if line is None:
        return
    slope, start = line
    zero = -start / slope
    pieces = [whole]
    if low < zero < high:
        middle = Number(zero) if zero >= 0 else Negation(Number(-zero))
        pieces = [replace(whole, upper=middle), replace(whole, lower=middle)]
        yield side_by_side(pieces[0], pieces[1], names, setting)
    for place, piece in enumerate(pieces):
        before = high <= zero or (len(pieces) == 2 and place == 0)
        positive = (slope < 0) if before else (slope > 0)
        plain = _without(piece.body, inside if positive else Negation(inside))
        yield _same(piece, plain, inside, positive=positive, names=names, setting=setting)
        value = evaluated(replace(piece, body=plain), names.next(), problem, setting)
        if value is None:
            raise NotContinuous
        yield value.line


def _contents(term: Expression) -> list[Expression]:
    """What stands in the absolute values of a term."""
    found = (each.arguments[0] for each in subterms(term) if applies(each, "abs"))
    return list(dict.fromkeys(found))


def _linear(term: Expression, variable: str) -> tuple[Fraction, Fraction] | None:
    """a and b, where the term is `a x + b` for numbers a ≠ 0 and b."""
    terms = polynomial(term)
    slope = terms.pop(((Variable(variable), 1),), Fraction(0))
    start = terms.pop(UNIT, Fraction(0))
    return (slope, start) if slope and not terms else None


def _without(term: Expression, value: Expression) -> Expression:
    """The term with `value` for each absolute value."""
    if applies(term, "abs"):
        return value
    return rebuild(term, tuple(_without(part, value) for part in children(term)))


def _same(
    piece: Integral,
    plain: Expression,
    inside: Expression,
    *,
    positive: bool,
    names: Namer,
    setting: Setting,
) -> Have:
    """The integral without absolute values, which is that of the same numbers."""
    range_ = between(piece.variable, piece.lower, piece.upper, setting)
    [way] = range_.ways
    text = way.setting.notation
    content = typed(inside, text)
    lemma = "abs_of_nonneg" if positive else "abs_of_nonpos"
    steps = script(
        Refine("intervalIntegral.integral_congr ?_"),
        Intro((identifier(range_.name), "inside")),
        Refine(f"{range_.lemma} inside ?_"),
        Goal(
            (
                Intro(("atleast", "atmost")),
                Show(relation(Relation("=", piece.body, plain), text)),
                Have("sign", None, f"{lemma} (a := {content}) (by grind)"),
                GRIND,
            )
        ),
    )
    statement = relation(Relation("=", piece, replace(piece, body=plain)), setting.notation)
    return Have(names.next(), statement, steps)
