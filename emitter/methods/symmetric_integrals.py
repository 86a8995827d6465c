"""Integrals over a range around 0, of odd and of even functions."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from shomei.emitter.lean.names import identifier
from shomei.emitter.lean.script import GRIND_SUMS, First, Have, Intro, script
from shomei.emitter.lean.term import Unprintable, function, real, relation
from shomei.emitter.method import Place, Problem, Proof, method
from shomei.emitter.proof.integrals import tends_to_its_value
from shomei.emitter.proof.linear_integrals import integrals_in
from shomei.emitter.search import inside
from shomei.terms.literals import ZERO, exact_value
from shomei.terms.nodes import Expression, Integral, Negation, Relation, Variable
from shomei.terms.substitution import fresh, substitute


@method(name="symmetric integrals", goal="relation", reasons=("integration",), cost=97, proofs=6)
def symmetric_integrals(problem: Problem) -> Iterator[Proof]:
    """`\\int_{-a}^{a} \\frac{\\sin x}{1 + x^2} dx = 0`, `\\int_{-a}^{a} e^{-x^2} dx = 2 \\int_0^a
    e^{-x^2} dx`.
    """
    goal = problem.relation
    seen: list[list[Have]] = []
    for kind in ("odd", "even"):
        try:
            lines = [
                line
                for number, each in enumerate(integrals_in((goal.left, goal.right)))
                if _is_opposite(each.lower, each.upper)
                for line in _lines(each, number, kind, problem)
            ]
        except Unprintable:
            return
        if lines and lines not in seen:
            seen.append(lines)
            uses = frozenset({"integration", "algebra"})
            how = "symmetry of the integrand"
            yield Proof(script(problem.start, lines, GRIND_SUMS), how, uses)


def _is_opposite(lower: Expression, upper: Expression) -> bool:
    one, other = (exact_value(each, quotients=True) for each in (lower, upper))
    return lower == Negation(upper) or (one is not None and other is not None and one == -other)


def _lines(whole: Integral, number: int, guess: str, problem: Problem) -> Iterator[Have]:
    """That the integrand is odd or even, as numbers show or `guess` says, and what its integral is
    then.
    """
    setting = problem.setting
    name = fresh(whole.variable, set(setting.variables))
    there = setting.extend((), (name,))
    body = setting.plain(substitute(whole.body, {whole.variable: Variable(name)}))
    opposite = substitute(body, {name: Negation(Variable(name))})
    limit = tends_to_its_value(whole.variable, setting.plain(whole.body), name, there)
    if limit is None:
        return
    equal = {
        "odd": Relation("=", opposite, Negation(body)),
        "even": Relation("=", opposite, body),
    }
    answers = {kind: there.seems(each) for kind, each in equal.items()}
    kind = next((each for each, answer in answers.items() if answer), guess)
    ways = tuple(
        each.script
        for each in islice(inside(problem.within("arithmetic", equal[kind], Place(there))), 3)
    )
    if answers[kind] is False or not ways:
        return
    x, text = identifier(name), setting.notation
    mapped = function(whole.variable, setting.plain(whole.body), text)
    upper = real(setting.plain(whole.upper), text)
    stated = f"∀ {x} : ℝ, {relation(equal[kind], there.notation)}"
    yield Have(f"{kind}{number}", stated, (Intro((x,)), First(ways)))
    half = real(Integral(whole.variable, ZERO, whole.upper, whole.body), text)
    value = "0" if kind == "odd" else f"2 * {half}"
    yield Have(
        f"around{number}",
        f"intervalIntegral {mapped} (-({upper})) ({upper}) MeasureTheory.volume = {value}",
        f"Shomei.integral_{kind} (f := {mapped}) (fun {x} => {limit}) {kind}{number} ({upper})",
    )
