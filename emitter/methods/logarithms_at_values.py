"""An inequality with one logarithm, by one for the logarithm of a single letter."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from shomei.emitter.lean.names import identifier
from shomei.emitter.lean.script import GRIND, Exact, Have, Intro, script
from shomei.emitter.lean.term import between_naturals, real, real_relation
from shomei.emitter.method import Place, Problem, Proof, method
from shomei.emitter.proof.inequalities_by_rise import by_rise
from shomei.emitter.proof.justification import justify
from shomei.emitter.proof.setting import Known
from shomei.emitter.proof.substitution import inverse
from shomei.obligations.domain import tidy
from shomei.symbolic import cancelled
from shomei.terms.literals import ONE, ZERO
from shomei.terms.nodes import Apply, Binary, Expression, Negation, Relation, Variable, applies
from shomei.terms.relations import ascending
from shomei.terms.substitution import fresh, replaced, substitute
from shomei.terms.walk import free_variables, subterms

_HOW: Final = "sign of the derivative"
#: How many proofs of the inequality for the letter are tried.
_TRIED: Final = 2


@method(
    name="logarithms at values",
    goal="relation",
    reasons=("monotonicity", "differentiation"),
    cost=645,
)
def logarithms_at_values(problem: Problem) -> Iterator[Proof]:
    """`(x + \\frac{1}{2}) \\log (1 + \\frac{1}{x}) > 1` for x > 0, because of `\\log t >
    \\frac{2 (t - 1)}{t + 1}` for t > 1, where t is the argument.
    """
    goal, setting = problem.relation, problem.setting
    if goal.operator not in ("<", "<=", ">", ">="):
        return
    low = ascending(goal)
    difference = Binary("-", low.right, low.left)
    found = [part for part in dict.fromkeys(subterms(difference)) if applies(part, "log")]
    if len(found) != 1 or isinstance(found[0].arguments[0], Variable):
        return
    log, value = found[0], found[0].arguments[0]
    names = free_variables(value)
    if len(names) != 1 or set(free_variables(difference)) != set(names):
        return
    letter = fresh("t", {*setting.variables, *names})
    own = Variable(letter)
    back = inverse(value, names[0], own)
    factor = _factor(difference, log)
    if back is None or factor is None or names[0] in free_variables(back):
        return
    rest = tidy(replaced(difference, log, ZERO))
    text = setting.notation
    lemma, gap, weak = (
        ("mul_pos", "sub_pos", "above")
        if low.operator == "<"
        else ("mul_nonneg", "sub_nonneg", "above.le")
    )
    for sign in (1, -1):
        size = factor if sign == 1 else tidy(Negation(factor))
        positive = Relation(">", size, ZERO)
        above = justify(positive, setting) if setting.seems(positive) is not False else None
        if above is None:
            continue
        bound = cancelled(substitute(Negation(Binary("/", rest, factor)), {names[0]: back}))
        if bound is None:
            continue
        sides = (bound, Apply("log", (own,))) if sign == 1 else (Apply("log", (own,)), bound)
        of_letter = Relation(low.operator, *sides)
        for side in (Relation(">", own, ONE), Relation("<", own, ONE)):
            at = Relation(side.operator, value, ONE)
            there = justify(at, setting) if setting.seems(at) is not False else None
            if there is None:
                continue
            known = (Known("side", side), Known("sure", Relation(">", own, ZERO)))
            inner = setting.extend(known, (letter,))
            inside = problem.within("relation", of_letter, Place(inner))
            name = identifier(letter)
            stated = (
                f"∀ {name} : ℝ, {real_relation(side, inner.notation)} → 0 < {name} → "
                f"{real_relation(of_letter, inner.notation)}"
            )
            argument = real(value, text)
            known_sign = justify(Relation(">", value, ZERO), setting)
            if known_sign is None:
                continue
            here = substitute(bound, {letter: value})
            apart = Binary("-", log, here) if sign == 1 else Binary("-", here, log)
            same = Relation("=", difference, Binary("*", size, apart))
            apart_lines = tuple(_denominators(problem, (difference, here)))
            for each in islice(by_rise(inside), _TRIED):
                yield Proof(
                    script(
                        problem.start,
                        Have("above", real_relation(positive, text), above),
                        Have("general", stated, (Intro((name, "side", "sure")), *each.script)),
                        Have("there", real_relation(at, text), there),
                        Have("sign", real_relation(Relation(">", value, ZERO), text), known_sign),
                        Have("special", None, f"general ({argument} : ℝ) there sign"),
                        Have("product", None, f"{lemma} {weak} ({gap}.2 special)"),
                        apart_lines,
                        Have("same", real_relation(same, text), (GRIND,)),
                        Exact(f"{gap}.1 (by rw [same]; exact product)"),
                    ),
                    _HOW,
                    each.uses,
                )


def _factor(difference: Expression, log: Expression) -> Expression | None:
    """The factor of a logarithm in a term that is linear in it."""
    one, none = (tidy(replaced(difference, log, value)) for value in (ONE, ZERO))
    return cancelled(Binary("-", one, none))


def _denominators(problem: Problem, terms: tuple[Expression, ...]) -> Iterator[Have]:
    """Lines that say that the denominators of terms are not 0."""
    setting = problem.setting
    below = dict.fromkeys(
        part.right
        for term in terms
        for part in subterms(term)
        if isinstance(part, Binary) and part.operator == "/" and free_variables(part.right)
    )
    for number, each in enumerate(below, start=1):
        need = Relation("!=", each, ZERO)
        proof = justify(need, setting)
        if proof is not None:
            if between_naturals(need, setting.notation):
                proof = f"Nat.cast_ne_zero.mpr {proof}"
            yield Have(f"apart{number}", real_relation(need, setting.notation), proof)
