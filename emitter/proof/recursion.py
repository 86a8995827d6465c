"""Elements of sequences that the hypotheses give by a recursion, by the elements before them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from shomei.emitter.effort import spend
from shomei.emitter.lean.render import by
from shomei.emitter.lean.script import GRIND, Exact, Have, Rw, Script, Tactic, Try
from shomei.emitter.lean.statement import reads_limits
from shomei.emitter.lean.term import as_argument, natural, relation
from shomei.emitter.proof.citation import apply
from shomei.emitter.proof.setting import Known, Setting
from shomei.emitter.proof.sums import cast_of_successor
from shomei.obligations.model import Fact, Obligation
from shomei.terms.functions import is_family
from shomei.terms.literals import integer_value, numeral
from shomei.terms.nodes import Binary, Call, Expression, Power, Relation, Variable
from shomei.terms.recurrence import Recurrence, at, parted, plus, recurrence
from shomei.terms.substitution import replaced
from shomei.terms.walk import children, free_variables, is_numeral, subterms, subtrees

#: The elements that are written out in one statement.
_MOST = 24
#: The statements that are taken from the steps before.
_MOST_ABOVE = 6


@dataclass(frozen=True, slots=True)
class Expansion:
    """A relation with elements of sequences written out, and how: `lines` state the equations,
    which `rules` name in the order of rewriting.
    """

    goal: Relation
    lines: tuple[Have, ...]
    rules: tuple[str, ...]

    def proof(self, script: Script, setting: Setting) -> Script:
        """A script for the relation that was expanded, from one for the expanded relation."""
        if not self.rules:
            return script
        stated = Have("expanded", relation(self.goal, setting.notation), script)
        return (*self.lines, stated, Rw(self.rules), Exact("expanded"))


def recurrences(setting: Setting) -> Mapping[str, tuple[str, Recurrence]]:
    """The recursion of each sequence that has one, with the name of the hypothesis."""
    found: dict[str, tuple[str, Recurrence]] = {}
    for name, statement in setting.notation.told:
        rule = recurrence(statement)
        if rule is not None:
            found.setdefault(rule.name, (name, rule))
    return found


def speaks_of(goal: Relation, setting: Setting) -> bool:
    """Whether an element of a sequence with a recursion stands in a relation."""
    known = recurrences(setting)
    return bool(known) and any(
        isinstance(part, Call) and part.name in known
        for side in (goal.left, goal.right)
        for part in subterms(side)
    )


def expanded(goal: Relation, setting: Setting) -> Expansion:
    """A relation with each element by those before it, as far as the recursion tells."""
    known = recurrences(setting)
    lines: list[Have] = []
    rules: list[str] = []
    if not known:
        return Expansion(goal, (), ())
    given = _given(setting)
    for _ in range(_MOST):
        element = _next(goal, known, given, setting)
        if element is None:
            break
        spend(1)
        if element in given:
            name, value = given[element]
        else:
            name = f"element{len(lines) + 1}"
            line, value = _line(name, element, known[element.name], setting)
            lines.append(line)
        rules.append(name)
        goal = replace(
            goal,
            left=replaced(goal.left, element, value),
            right=replaced(goal.right, element, value),
        )
    return Expansion(goal, tuple(lines), tuple(rules))


def recursion_lines(terms: Iterable[Expression], setting: Setting) -> tuple[Have, ...]:
    """The equations for the elements of sequences in terms."""
    lines: dict[str, Have] = {}
    for term in terms:
        for line in expanded(Relation("=", term, term), setting).lines:
            lines.setdefault(line.statement or "", replace(line, name=f"element{len(lines) + 1}"))
    return tuple(lines.values())


def _given(setting: Setting) -> dict[Call, tuple[str, Expression]]:
    """The elements that hypotheses give, with the names of these."""
    found: dict[Call, tuple[str, Expression]] = {}
    for known in setting.known:
        match known.relation:
            case Relation(operator="=", left=Call(arguments=(place,)) as element, right=value) if (
                is_family(element.name) and integer_value(place) is not None
            ):
                found.setdefault(element, (known.name, value))
            case _:
                pass
    return found


def _next(
    goal: Relation,
    known: Mapping[str, tuple[str, Recurrence]],
    given: Mapping[Call, object],
    setting: Setting,
) -> Call | None:
    """The element with the greatest index that can be written out."""
    found: list[tuple[int, Call]] = []
    for side in (goal.left, goal.right):
        for part in subterms(side):
            if not isinstance(part, Call) or part.name not in known:
                continue
            if not set(free_variables(part)) <= set(setting.variables):
                continue
            inner, offset = parted(part.arguments[0])
            _, rule = known[part.name]
            before = offset - rule.order
            if part in given or (before >= rule.least if inner is None else before >= 0):
                found.append((offset, part))
    return max(found, key=lambda each: each[0])[1] if found else None


def _line(
    name: str, element: Call, source: tuple[str, Recurrence], setting: Setting
) -> tuple[Have, Expression]:
    """The equation for an element, and its right side."""
    hypothesis, rule = source
    inner, offset = parted(element.arguments[0])
    before = offset - rule.order
    place = numeral(before) if inner is None else plus(inner, before)
    value = at(rule.value, rule.index, place)
    index = as_argument(natural(place, setting.notation))
    proof = f"{hypothesis} {index}" + (" (by omega)" if rule.least else "")
    statement = relation(Relation("=", element, value), setting.notation)
    if (before == 0 and inner is not None) or not _counts(rule.value, rule.index):
        return Have(name, statement, proof), value
    steps: list[Tactic] = [Have("raw", None, proof)]
    if inner is not None:
        for step in range(before, 0, -1):
            less = as_argument(natural(plus(inner, step - 1), setting.notation))
            steps.append(Try(Rw((cast_of_successor(less),), at="raw")))
    return Have(name, statement, by(*steps, GRIND)), value


def _counts(term: Expression, index: str) -> bool:
    """Whether the index stands as a number, and not only as an index or exponent."""
    match term:
        case Call(name=name) if is_family(name):
            return False
        case Power(base=base):
            return _counts(base, index)
        case Binary() | _:
            if not children(term):
                return index in free_variables(term)
            return any(_counts(part, index) for part in children(term))


def elements_above(obligation: Obligation, setting: Setting) -> list[tuple[Known, str]]:
    """What steps before this one state of elements of sequences, at the elements that this one
    speaks of; each with the name of its theorem.
    """
    known = recurrences(setting)
    if not known:
        return []
    places: dict[str, dict[Expression, None]] = {}
    stated = (obligation.goal, *(each.expression for each in obligation.conditions))
    for part in (part for node in stated for part in subtrees(node)):
        if isinstance(part, Call) and part.name in known:
            places.setdefault(part.name, {})[part.arguments[0]] = None
    found: dict[Relation, tuple[Known, str]] = {}
    relations = [
        (fact, fact.statement)
        for fact in reversed(obligation.facts)
        if isinstance(fact.statement, Relation) and not reads_limits(fact.statement)
    ]
    # What tells the sign of an element comes first, since definedness rests on it.
    for fact, statement in sorted(relations, key=lambda each: not _tells_a_sign(each[1])):
        for values in _instances(fact, places):
            relation = setting.plain_relation(_put_in(statement, values))
            if relation in found or len(found) >= _MOST_ABOVE:
                continue
            proof = apply(fact, values, setting)
            if proof is not None:
                found[relation] = Known(proof, relation), fact.obligation
    return list(found.values())


def _tells_a_sign(statement: Relation) -> bool:
    """Whether a relation compares an element with a number."""
    return (
        statement.operator != "="
        and any(isinstance(side, Call) for side in (statement.left, statement.right))
        and any(is_numeral(side) for side in (statement.left, statement.right))
    )


def _put_in(statement: Relation, values: Mapping[str, Expression]) -> Relation:
    left, right = statement.left, statement.right
    for name, value in values.items():
        left, right = at(left, name, value), at(right, name, value)
    return replace(statement, left=left, right=right)


def _instances(
    fact: Fact, places: Mapping[str, Iterable[Expression]]
) -> Iterator[dict[str, Expression]]:
    """Values of the index of a fact at which it speaks of one of these elements."""
    for part in subtrees(fact.statement):
        if not isinstance(part, Call) or part.name not in places:
            continue
        own, offset = parted(part.arguments[0])
        if not isinstance(own, Variable):
            continue
        for place in places[part.name]:
            inner, there = parted(place)
            if inner is not None and there >= offset:
                yield {own.name: plus(inner, there - offset)}
