"""Proofs of conditions: by form, by the bounds of numbers, by the signs of factors, with laws, and
by products of the hypotheses.
"""

from __future__ import annotations

import re
from dataclasses import replace

from shomei.emitter.lean.render import by
from shomei.emitter.lean.script import GRIND, Have
from shomei.emitter.lean.term import between_naturals, relation
from shomei.emitter.proof.certificates import certificate
from shomei.emitter.proof.enclosures import bounded
from shomei.emitter.proof.laws import BY_GRIND, alignments, saturate, stated
from shomei.emitter.proof.products import products
from shomei.emitter.proof.setting import Known, Setting
from shomei.emitter.proof.sign import holds_as_printed, nonnegative, nonzero, positive, sign_proof
from shomei.operations.registry import OPERATIONS
from shomei.symbolic import factored_difference
from shomei.terms.literals import ZERO
from shomei.terms.nodes import (
    Apply,
    BigOperator,
    Binary,
    Expression,
    Limit,
    Negation,
    Power,
    Relation,
    RelationOperator,
    Variable,
)
from shomei.terms.relations import ascending
from shomei.terms.walk import children, free_variables, subterms

#: Proofs of true statements about numerals: `grind` never fails on those.
_HOPE = re.compile(r"(\(LT\.lt\.ne'? |\(le_of_lt )?\(by grind")
_OF_NUMERALS = re.compile(
    r"\(by grind : \(\(?(0 : ℝ\) < [\d /]+|[\d /]+ : ℝ\) ≠ 0)\)|\(by grind : \(0 : ℝ\) < 1\)"
)


def with_laws(goal: Relation, setting: Setting) -> str | None:
    """`goal` as a Lean term, by `grind` with the laws that its terms and the hypotheses call for;
    None if there are none.
    """
    sides = [
        side
        for r in (goal, *(known.relation for known in setting.known))
        for side in (r.left, r.right)
    ]
    laws = saturate(sides, setting, rounds=2, skip=frozenset({"inequality", "rpow_def"}))
    if not laws:
        return None
    same = stated("same", alignments(sides, setting), setting)
    steps = by(*same, *(law.tactic(setting) for law in laws), GRIND, bracketed=True)
    return f"({steps} : {relation(goal, setting.notation)})"


def justify(goal: Relation, setting: Setting) -> str | None:
    """A proof of a condition: by `discharge`, or with laws if that would leave `grind` with
    functions that it knows nothing about.
    """
    found = holds_as_printed(goal, setting)
    if found is None or between_naturals(goal, setting.notation) or is_certain(found):
        return found
    direct = without_guesses(goal, setting)
    if direct is not None:
        return direct
    if not free_variables(goal.left) and not free_variables(goal.right):
        # of numbers, the proof by form or by bounds is surer than one by factors
        of_numbers = bounded(goal) if _HOPE.match(found) else found
        if of_numbers is not None:
            return of_numbers
    factored = by_sign(goal, setting)
    if factored is not None and (
        is_certain(factored)
        or not _HOPE.match(found)
        or not _curved(goal) & _parts_known(setting)  # a hypothesis may say it as it stands
    ):
        return factored
    if factored is not None:
        statement = relation(goal, setting.notation)
        return f"(by first | exact {found} | exact {factored} : {statement})"
    summed = by_squares(goal, setting) if _HOPE.match(found) else None
    if summed is not None:
        return summed
    likely = (with_laws(goal, setting) if _HOPE.match(found) else None) or found
    more = _by_products(goal, setting) if _HOPE.match(found) else None
    if more is None:
        return likely
    statement = relation(goal, setting.notation)
    return f"(by first | exact {likely} | exact ({more}) : {statement})"


def is_certain(proof: str) -> bool:
    """Whether a proof term leaves nothing to `grind` except true statements about numerals."""
    return "by grind" not in _OF_NUMERALS.sub("", proof)


def without_guesses(goal: Relation, setting: Setting) -> str | None:
    """The proof of a sign by hypotheses and by form alone. Without sample points nothing is
    guessed.
    """
    if goal.right != ZERO or goal.operator not in (">", ">=", "!=", "<"):
        return None
    found = sign_proof(goal.operator, goal.left, replace(setting, points=(), wide=()))
    return found if found and is_certain(found) else None


def _by_products(goal: Relation, setting: Setting) -> str | None:
    """The proof of a condition from products of the hypotheses, and from laws that are
    inequalities; None if there are none, or if linear arithmetic is likely to do: the condition is
    linear, or hypotheses are about the same terms.
    """
    sides = (goal.left, goal.right)
    curved = _curved(goal)
    if goal.operator == "=" or not curved or _parts_known(setting) & curved:
        return None
    laws = saturate(sides, setting, rounds=1, skip=frozenset({"rpow_def"}))[:8]
    known = (*setting.known, *(Known(law.name, law.statement) for law in laws))
    lines = products(known, setting, goal)
    if not lines and not laws:
        return None
    return by(*(law.tactic(setting) for law in laws), *lines, GRIND, bracketed=True)


def _curved(goal: Relation) -> set[Expression]:
    """The parts of a relation that are not linear."""
    sides = (goal.left, goal.right)
    return {part for side in sides for part in subterms(side) if not _is_linear(part)}


def _parts_known(setting: Setting) -> set[Expression]:
    """All terms that hypotheses speak of."""
    return {
        part
        for known in setting.known
        for side in (known.relation.left, known.relation.right)
        for part in subterms(side)
    }


def by_squares(goal: Relation, setting: Setting) -> str | None:
    """`1 - \\sin^2 x \\ge 0` and `\\frac{1 - \\cos x}{2} \\ge 0` as Lean terms: by a sum of squares
    and products of what is known, in which a function has a part whose values have bounds.
    """
    sides = (goal.left, goal.right)
    if goal.operator in ("=", "!=") or not any(
        isinstance(part, Apply) and _is_bounded(part) for side in sides for part in subterms(side)
    ):
        return None
    low = ascending(goal)
    laws = saturate(sides, setting, rounds=2, skip=frozenset({"rpow_def"}))[:16]
    known = tuple(Known(law.name, law.statement) for law in laws)
    difference = Binary("-", low.right, low.left)
    lines = certificate(difference, setting, known, strict=low.operator == "<")
    if lines is None:
        return None
    used = {name for line in lines for name in re.findall(r"\w+", str(line.proof))}
    needed = (law.tactic(setting) for law in laws if law.name in used)
    return f"({by(*needed, *lines, GRIND, bracketed=True)} : {relation(goal, setting.notation)})"


def _is_bounded(part: Apply) -> bool:
    bounds = OPERATIONS[part.operation].bounds
    return bounds is not None and bounds.lower is not None and bounds.upper is not None


def _is_linear(term: Expression) -> bool:
    if isinstance(term, Variable) or not free_variables(term):
        return True
    if not isinstance(term, Negation | Binary):
        return False
    parts = children(term)
    if isinstance(term, Binary) and term.operator in {"*", "/"}:
        parts = tuple(part for part in parts if free_variables(part))
        return len(parts) == 1 and _is_linear(parts[0])
    return all(map(_is_linear, parts))


def by_sign(goal: Relation, setting: Setting) -> str | None:
    """`1 - 1 / (1 + u) > 0` and `u^2 ≠ 1` as Lean terms: by the signs of the factors of the
    difference of the sides.
    """
    sides = (goal.right, goal.left) if goal.operator in ("<", "<=") else (goal.left, goal.right)
    if goal.operator == "=" or any(
        isinstance(part, BigOperator | Limit) for side in sides for part in subterms(side)
    ):
        return None
    difference = sides[0] if sides[1] == ZERO else Binary("-", *sides)
    factored = factored_difference(*sides)
    if (
        factored is None
        or factored == difference
        or not (
            isinstance(factored, Power)
            or (isinstance(factored, Binary) and factored.operator in ("*", "/"))
        )
    ):
        return None
    prove = (
        nonzero
        if goal.operator == "!="
        else positive
        if goal.operator in ("<", ">")
        else nonnegative
    )
    proof = prove(factored, setting)
    if proof is None:
        return None
    strict: RelationOperator = (
        "!=" if goal.operator == "!=" else ">" if goal.operator in ("<", ">") else ">="
    )
    laws = saturate(sides, setting, rounds=1, skip=frozenset({"inequality", "rpow_def"}))
    steps = by(
        Have("sign", relation(Relation(strict, factored, ZERO), setting.notation), proof),
        *(law.tactic(setting) for law in laws),
        Have("same", relation(Relation("=", difference, factored), setting.notation), BY_GRIND),
        GRIND,
        bracketed=True,
    )
    return f"({steps} : {relation(goal, setting.notation)})"
