"""Sums over other ranges: an index counted from elsewhere, first and last terms split off, and the
order of two sums exchanged, by the rules of `Shomei.Sums`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from shomei.emitter.lean.names import identifier
from shomei.emitter.lean.script import GRIND_SUMS, Have, Intro, Refine, Script, Show, Tactic, script
from shomei.emitter.lean.term import Unprintable, as_argument, natural, real, relation, typed
from shomei.emitter.proof.linear_sums import Namer
from shomei.emitter.proof.monomials import difference, polynomial, total
from shomei.emitter.proof.setting import Setting, within_sum
from shomei.terms.literals import ONE, integer_value, numeral
from shomei.terms.natural import differences
from shomei.terms.nodes import BigOperator, Binary, Expression, Relation, Variable
from shomei.terms.substitution import substitute
from shomei.terms.walk import children, free_variables, rebuild, subtrees

#: The most terms that are split off a sum at one end.
_MOST: Final = 6


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The goal with its sums over other ranges, and the facts that say that they are equal."""

    goal: Relation
    lines: Script = ()


#: A sum as another term, with the facts that say so.
_Moved: TypeAlias = tuple[Expression, tuple[Tactic, ...]]


def arrangements(goal: Relation, setting: Setting, names: Namer) -> Iterator[Arrangement]:
    """The goal as it stands, and with its outermost sums over a common range."""
    yield Arrangement(goal)
    sums = _outermost(goal)
    for way in (_trimmed, _shifted):
        try:
            moves = way(sums, setting, names)
        except Unprintable:
            continue
        if moves:
            yield _arranged(goal, moves)
    moves = {}
    for each in sums:
        if each in _outermost_of(goal.left) and (swapped := _exchanged(each, setting, names)):
            moves[each] = swapped
    if moves:
        yield _arranged(goal, moves)


def differences_cast(goals: Iterable[Relation], setting: Setting) -> list[Have]:
    """What the differences of natural numbers in the bounds of sums are as real numbers."""
    bounds = [
        bound
        for goal in goals
        for part in subtrees(goal)
        if isinstance(part, BigOperator)
        for bound in (part.lower, part.upper)
        if set(free_variables(bound)) <= set(setting.variables)
    ]
    found = dict.fromkeys(each for bound in bounds for each in differences(bound))
    lines: list[Have] = []
    for number, each in enumerate(found):
        if isinstance(each, Binary) and setting.follows(Relation(">=", each.left, each.right)):
            less, more = natural(each.right, setting.notation), natural(each.left, setting.notation)
            fact = f"Shomei.cast_sub (by omega : {less} ≤ {more})"
            lines.append(Have(f"cast{number}", None, fact))
    return lines


def _outermost_of(term: Expression) -> list[BigOperator]:
    """The sums that stand in no other sum."""
    if isinstance(term, BigOperator):
        return [term] if term.operator == "sum" else []
    return [each for part in children(term) for each in _outermost_of(part)]


def _outermost(goal: Relation) -> list[BigOperator]:
    both = (*_outermost_of(goal.left), *_outermost_of(goal.right))
    return list(dict.fromkeys(both))


def _arranged(goal: Relation, moves: dict[BigOperator, _Moved]) -> Arrangement:
    def put(term: Expression) -> Expression:
        if isinstance(term, BigOperator) and term in moves:
            return moves[term][0]
        return rebuild(term, tuple(put(part) for part in children(term)))

    lines = [line for _, own in moves.values() for line in own]
    return Arrangement(Relation(goal.operator, put(goal.left), put(goal.right)), tuple(lines))


def _function(whole: BigOperator, setting: Setting) -> str:
    inner = setting.notation.bind(whole.index, natural=True)
    return f"(fun {identifier(whole.index)} : ℕ => ({real(whole.body, inner)} : ℝ))"


def _at(whole: BigOperator, value: Expression) -> Expression:
    return substitute(whole.body, {whole.index: value})


# --------------------------------------------------------------------------------------------------
# First and last terms


def _trimmed(sums: list[BigOperator], setting: Setting, names: Namer) -> dict[BigOperator, _Moved]:
    """The sums without their first and last terms, so that all have the same range."""
    if len({(each.lower, each.upper) for each in sums}) < 2:
        return {}
    lower, upper = _extreme(sums, "lower", 1), _extreme(sums, "upper", -1)
    if lower is None or upper is None:
        return {}
    moves: dict[BigOperator, _Moved] = {}
    for each in sums:
        first = difference(lower, each.lower) or 0
        last = difference(each.upper, upper) or 0
        if first + last:
            moves[each] = _without(each, first, last, setting, names)
    return moves


def _extreme(sums: list[BigOperator], which: str, sign: int) -> Expression | None:
    """The greatest of the bounds for the sign 1, the least for -1; None if they cannot be compared
    or are far apart.
    """
    bounds: list[Expression] = [getattr(each, which) for each in sums]
    best = bounds[0]
    for bound in bounds[1:]:
        more = difference(bound, best)
        if more is None:
            return None
        if more * sign > 0:
            best = bound
    apart = [difference(bound, best) for bound in bounds]
    return best if all(each is not None and abs(each) <= _MOST for each in apart) else None


def _without(whole: BigOperator, first: int, last: int, setting: Setting, names: Namer) -> _Moved:
    """The sum as its `first` first terms, its `last` last terms, and what is between them."""
    lines: list[Tactic] = []
    terms: list[Expression] = []
    current = whole
    full = Relation("<=", _plus(whole.lower, max(first + last - 1, 0)), whole.upper)
    if setting.wide and not setting.follows(full):
        raise Unprintable("the sum may have fewer terms")
    for _ in range(first):
        shorter = replace(current, lower=_plus(current.lower, 1))
        term = _at(whole, current.lower)
        ends = _bounds(current, setting)
        raw = f"Shomei.sum_Icc_first {_function(current, setting)} {ends} (by omega)"
        lines.append(_split(current, Binary("+", term, shorter), raw, setting, names))
        terms.append(term)
        current = shorter
    for _ in range(last):
        shorter = replace(current, upper=_plus(current.upper, -1))
        term = _at(whole, current.upper)
        raw = (
            f"Shomei.sum_Icc_last {_function(current, setting)} {_bounds(current, setting)} "
            f"(c := {natural(shorter.upper, setting.notation)}) (by omega) (by omega)"
        )
        lines.append(_split(current, Binary("+", shorter, term), raw, setting, names))
        terms.append(term)
        current = shorter
    found: Expression = current
    for term in terms:
        found = Binary("+", found, term)
    return found, tuple(lines)


def _bounds(whole: BigOperator, setting: Setting) -> str:
    """The bounds as named arguments."""
    low, high = natural(whole.lower, setting.notation), natural(whole.upper, setting.notation)
    return f"(a := {low}) (b := {high})"


def _split(whole: BigOperator, parts: Expression, raw: str, setting: Setting, names: Namer) -> Have:
    statement = relation(Relation("=", whole, parts), setting.notation)
    name = names.next()
    return Have(name, statement, script(Have("raw", None, raw), GRIND_SUMS))


def _plus(term: Expression, more: int) -> Expression:
    """`term + more`, where that is simpler as a literal or without the sum."""
    literal = integer_value(term)
    if literal is not None and literal + more >= 0:
        return numeral(literal + more)
    match term:
        case Binary(operator="+" | "-" as operator, left=left, right=right) if (
            known := integer_value(right)
        ) is not None:
            rest = known + more if operator == "+" else more - known
            if rest == 0:
                return left
            return Binary("+" if rest > 0 else "-", left, numeral(abs(rest)))
        case _:
            return Binary("+" if more > 0 else "-", term, numeral(abs(more)))


# --------------------------------------------------------------------------------------------------
# Another index


def _shifted(sums: list[BigOperator], setting: Setting, names: Namer) -> dict[BigOperator, _Moved]:
    """The sums with their indices counted from the least lower bound, and then without the last
    terms that only some of them have.
    """
    moves: dict[BigOperator, _Moved] = {}
    counted: dict[BigOperator, BigOperator] = {}
    for each in sums:
        low = next((other.lower for other in sums if _before(other.lower, each.lower)), None)
        counted[each] = each
        if low is None:
            continue
        by = _less(each.lower, low)
        counted[each], line = _moved_by(each, low, by, setting, names)
        moves[each] = counted[each], (line,)
    if not moves:
        return {}
    upper = _extreme(list(counted.values()), "upper", -1)
    if upper is None:
        return moves
    for each, now in counted.items():
        last = difference(now.upper, upper) or 0
        if last:
            term, lines = _without(now, 0, last, setting, names)
            moves[each] = term, (*(moves[each][1] if each in moves else ()), *lines)
    return moves


def _before(low: Expression, high: Expression) -> bool:
    """Whether the bound `low` is below `high`, which is `low + c` for a natural c."""
    apart = difference(high, low)
    if apart is not None:
        return apart > 0
    return low == numeral(0) or low == ONE


def _less(high: Expression, low: Expression) -> Expression:
    return total(polynomial(Binary("-", high, low)))


def _moved_by(
    whole: BigOperator, low: Expression, by: Expression, setting: Setting, names: Namer
) -> tuple[BigOperator, Have]:
    """The sum with its index counted from `low`, `by` below the old lower bound."""
    steps = integer_value(by)
    upper = _plus(whole.upper, -steps) if steps is not None else _less(whole.upper, by)
    index = Variable(whole.index)
    body = _at(whole, Binary("+", index, by))
    moved = replace(whole, lower=low, upper=upper, body=body)
    text = setting.notation
    shift = natural(by, text)
    raw = (
        f"Shomei.sum_Icc_shift {_function(whole, setting)} ({shift}) {_bounds(moved, setting)} "
        f"(a' := {natural(whole.lower, text)}) (b' := {natural(whole.upper, text)}) "
        "(by omega) (by omega)"
    )
    name = identifier(whole.index)
    inner = within_sum(moved, setting).notation
    lemma = f"{_function(whole, setting)} ({name} + {as_argument(shift)})"
    steps_ = script(
        Refine(f"Eq.trans ({raw}) (Shomei.sum_Icc_congr ?_)"),
        Intro((name, "least", "most")),
        Show(f"{lemma} = {typed(body, inner)}"),
        Have(
            "cast",
            f"(({name} + {as_argument(shift)} : ℕ) : ℝ) = {name} + ({shift} : ℕ)",
            f"Nat.cast_add {name} {as_argument(shift)}",
        ),
        GRIND_SUMS,
    )
    statement = relation(Relation("=", whole, moved), text)
    return moved, Have(names.next(), statement, steps_)


# --------------------------------------------------------------------------------------------------
# Another order


def _exchanged(whole: BigOperator, setting: Setting, names: Namer) -> _Moved | None:
    """A double sum in the other order."""
    within = whole.body
    if not isinstance(within, BigOperator) or within.operator != "sum":
        return None
    if whole.index in {*free_variables(within.lower), *free_variables(within.upper)}:
        return None
    swapped = replace(within, body=replace(whole, body=within.body))
    text = setting.notation
    both = text.bind(whole.index, natural=True).bind(within.index, natural=True)
    function = (
        f"(fun {identifier(whole.index)} {identifier(within.index)} : ℕ => "
        f"({real(within.body, both)} : ℝ))"
    )
    bounds = (whole.lower, whole.upper, within.lower, within.upper)
    arguments = " ".join(as_argument(natural(each, text)) for each in bounds)
    statement = relation(Relation("=", whole, swapped), text)
    line = Have(names.next(), statement, f"Shomei.sum_Icc_comm {function} {arguments}")
    return swapped, (line,)
