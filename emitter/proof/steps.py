"""Which proofs to try for a step, by the kind of its statement and by the reason that the author
gives.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from shomei.emitter.lean.names import identifier
from shomei.emitter.lean.script import (
    Constructor,
    Exact,
    Goal,
    Have,
    Intro,
    Obtain,
    Refine,
    Rw,
    Script,
    Show,
    Tactic,
    script,
)
from shomei.emitter.lean.statement import atoms, skeleton_needs, value_of
from shomei.emitter.lean.term import Unprintable, real, relation
from shomei.emitter.proof.algebra import by_squaring, proofs, signs
from shomei.emitter.proof.citation import Citation, citation_lines, cite, fact_lines
from shomei.emitter.proof.cited_values import cited_values
from shomei.emitter.proof.graph import (
    Graph,
    equation_proof,
    equivalence_proof,
    node,
    order_proof,
    theorems,
)
from shomei.emitter.proof.limits import Approach, Limiter, conjunction
from shomei.emitter.proof.monotone import ladder_proofs
from shomei.emitter.proof.needs import with_conditions
from shomei.emitter.proof.setting import Known, Setting
from shomei.emitter.proof.sign_table import square_proofs, table_proofs
from shomei.emitter.proof.substitution import inverse
from shomei.emitter.proof.sums import induction_proofs, sum_proofs
from shomei.emitter.proof.values import Valued, unique, value_proofs, values
from shomei.obligations.model import LimitBinder, Obligation
from shomei.parser.ast import Cite, Named, Substitute
from shomei.terms.definitions import unfold, unfold_statement
from shomei.terms.latex import print_expression
from shomei.terms.literals import ONE, ZERO
from shomei.terms.nodes import (
    Binary,
    Derivative,
    Expression,
    Infinity,
    Limit,
    Prime,
    Relation,
    Variable,
)
from shomei.terms.normal import normalise, normalise_relation
from shomei.terms.substitution import substitute
from shomei.terms.walk import free_variables, is_limiting

Proof = tuple[Script, str, tuple[str, ...]]


# --------------------------------------------------------------------------------------------------
# Plain relations


def plain_proofs(
    obligation: Obligation, goal: Relation, setting: Setting, graph: Graph
) -> Iterator[Proof]:
    """Proofs of the obligation's `goal`, a relation without limits: the steps before, the author's
    reasons, algebra, sums, then formulas that fit.
    """
    plain = _plain(goal, setting)
    sums_up = obligation.kind in ("conclusion", "theorem", "therefore")
    if sums_up:
        yield from _by_path(goal, graph)
    inner, given = with_conditions(obligation, setting)
    by_induction = any(
        isinstance(r, Named) and r.rule.startswith("induction") for r in obligation.reasons
    )
    if by_induction:
        yield from induction_proofs(plain, setting, obligation)
    yield from _by_citation(obligation, plain, inner, given)
    for block, how in chain(
        by_squaring(plain, inner, given),
        ladder_proofs(plain, inner, given, []),
        signs(plain, inner),
    ):
        yield block, how, ()
    for block, how in proofs(plain, inner, given, []):
        yield block, how, ()
    for block, how in chain(
        square_proofs(plain, inner, given), table_proofs([plain], inner, given)
    ):
        yield block, how, ()
    yield from sum_proofs(plain, inner, given)
    if setting.notation.naturals and not by_induction:
        yield from induction_proofs(plain, setting, obligation)
    if not sums_up:
        yield from _by_path(goal, graph)
    yield from _by_what_stands_above(obligation, plain, inner, given)


def _by_path(goal: Relation, graph: Graph) -> Iterator[Proof]:
    """An equation that the equations before it come to, or an inequality that the relations before
    it come to.
    """
    if goal.operator == "=":
        path = graph.path(goal.left, goal.right)
        if path:
            yield (Exact(equation_proof(path)),), "the steps before", theorems(path)
    elif goal.operator != "!=":
        small, large = (
            (goal.left, goal.right) if goal.operator in ("<", "<=") else (goal.right, goal.left)
        )
        strict = goal.operator in ("<", ">")
        steps = graph.ascent(small, large, strict=strict)
        if steps:
            requires = tuple(dict.fromkeys(step.theorem for step in steps if step.theorem))
            yield (Exact(order_proof(steps, strict=strict)),), "the steps before", requires


def _by_citation(
    obligation: Obligation, goal: Relation, setting: Setting, given: Sequence[Tactic]
) -> Iterator[Proof]:
    """`goal` from the formulas that the author names."""
    citations = _citations(obligation, goal, setting)
    if citations:
        requires = tuple(c.theorem for c in citations)
        for block, how in ladder_proofs(goal, setting, given, citation_lines(citations)):
            yield block, f"{_labels(citations)}, {how}", requires
        equations = [citation.lemma.statement for citation in citations]
        for block, how in proofs(
            goal, setting, [*given, *citation_lines(citations)], [], equations=equations
        ):
            yield (
                block,
                _labels(citations) if how == "algebra" else f"{_labels(citations)}, {how}",
                requires,
            )


def _by_what_stands_above(
    obligation: Obligation, goal: Relation, setting: Setting, given: Sequence[Tactic]
) -> Iterator[Proof]:
    """`goal` from the latest steps before it, then from the formulas above that match a part of it."""
    lines, requires = fact_lines(obligation, setting)
    if lines:
        for block, how in [
            *ladder_proofs(goal, setting, given, lines),
            *proofs(goal, setting, [*given, *lines], []),
        ]:
            yield block, f"the steps before, {how}", requires
    searched = _search(obligation, goal, setting)
    if searched:
        for block, how in proofs(goal, setting, [*given, *citation_lines(searched)], []):
            yield block, f"{_labels(searched)}, {how}", tuple(c.theorem for c in searched)


def _labels(citations: list[Citation]) -> str:
    return ", ".join(dict.fromkeys(c.lemma.rule for c in citations))


def _plain(goal: Relation, setting: Setting) -> Relation:
    return normalise_relation(unfold_statement(goal, setting.notation.definitions))


def _citations(obligation: Obligation, goal: Relation, setting: Setting) -> list[Citation]:
    schemas = {schema.label: schema for schema in obligation.schemas}
    found: list[Citation] = []
    for reason in obligation.reasons:
        if isinstance(reason, Cite) and reason.label in schemas:
            found += cite(reason, schemas[reason.label], goal, setting)
    return _numbered(found)


def _numbered(citations: list[Citation]) -> list[Citation]:
    return [
        replace(c, lemma=replace(c.lemma, name=f"cited{i + 1}")) for i, c in enumerate(citations)
    ]


def _search(obligation: Obligation, goal: Relation, setting: Setting) -> list[Citation]:
    """Instances of the formulas above that match a part of the step, where the author names none."""
    found: list[Citation] = []
    for schema in obligation.schemas:
        found += cite(Cite(schema.label), schema, goal, setting)[:2]
    return _numbered(found[:10])


# --------------------------------------------------------------------------------------------------
# Limits and derivatives


def limiting_proofs(
    obligation: Obligation, goal: Relation, setting: Setting, graph: Graph
) -> Iterator[Proof]:
    """Proofs of the obligation's `goal`, a relation with limits or derivatives in it."""
    left, right = goal.left, goal.right
    if goal.operator != "=":
        yield from _comparisons(goal, setting, graph)
        return
    _, given = with_conditions(obligation, setting)
    if not is_limiting(right):
        yield from _value_proofs(left, right, obligation, setting, graph, given=given)
        return
    if not is_limiting(left):
        yield from _value_proofs(right, left, obligation, setting, graph, given=given)
        return
    yield from equivalence_proofs(obligation, left, right, setting, graph)


def _value_proofs(
    term: Expression,
    target: Expression,
    obligation: Obligation,
    setting: Setting,
    graph: Graph,
    *,
    given: Sequence[Tactic],
) -> Iterator[Proof]:
    yield from value_proofs(
        term, target, setting, graph, given, cited=cited_values(obligation, term, setting)
    )
    citations = _citations(obligation, Relation("=", target, target), setting)
    if citations:
        requires = tuple(c.theorem for c in citations)
        for lines, how, more in value_proofs(
            term, target, setting, graph, [*given, *citation_lines(citations)]
        ):
            yield lines, how, (*requires, *more)


def equivalence_proofs(
    obligation: Obligation, left: Expression, right: Expression, setting: Setting, graph: Graph
) -> Iterator[Proof]:
    """Proofs of `∀ value, (left has value) ↔ (right has value)`."""
    if node(left, setting) == node(right, setting):
        yield (Exact("fun value => Iff.rfl"),), "the same term", ()
    path = graph.path(left, right)
    whole = path and all(is_limiting(move.source) and is_limiting(move.target) for move in path)
    if path and whole and (obligation.kind != "step" or len(path) == 1):
        yield (
            (Intro(("value",)), Exact(equivalence_proof(path, "value"))),
            "the steps before",
            theorems(path),
        )
    for lines, how, requires in _direct(obligation, left, right, setting):
        yield (Intro(("value",)), *lines), how, requires
    if path and whole:
        yield (
            (Intro(("value",)), Exact(equivalence_proof(path, "value"))),
            "the steps before",
            theorems(path),
        )
    yield from _both_valued(left, right, setting, graph)


def _direct(
    obligation: Obligation, left: Expression, right: Expression, setting: Setting
) -> Iterator[Proof]:
    match left, right:
        case Limit(), Limit():
            yield from _limit_to_limit(obligation, left, right, setting)
        case ((Prime() | Derivative()), Limit()):
            yield from _derivative_to_limit(obligation, left, right, setting, turned=False)
        case Limit(), (Prime() | Derivative()):
            yield from _derivative_to_limit(obligation, right, left, setting, turned=True)
        case _:
            return


def _renamed(limit: Limit, variable: str) -> Limit:
    if limit.variable == variable:
        return limit
    return replace(
        limit, variable=variable, body=substitute(limit.body, {limit.variable: Variable(variable)})
    )


def _limit_to_limit(
    obligation: Obligation, left: Limit, right: Limit, setting: Setting
) -> Iterator[Proof]:
    same_place = node_point(left, setting) == node_point(right, setting) and left.side == right.side
    if same_place and (
        left.variable == right.variable or left.variable not in free_variables(right.body)
    ):
        yield from _congruence(obligation, left, _renamed(right, left.variable), setting)
    yield from _change_of_variable(obligation, left, right, setting)


def node_point(limit: Limit, setting: Setting) -> object:
    """What two limits share exactly when they go to the same point (from whichever side)."""
    return limit.point if isinstance(limit.point, Infinity) else node(limit.point, setting)


def _inside(
    obligation: Obligation, limit: Limit, limiter: Limiter, *, renamed: bool
) -> tuple[Script, Setting]:
    """Lines that go from `∀ᶠ h in filter, …` to one h near the point, with what the step needs of
    it in the context.

    `renamed`: what is needed of another limit's variable at the same place is needed of this one's
    too.
    """
    variable = limiter.approach.variable
    name = identifier(variable)
    fact, base = limiter.base_fact()
    found: dict[Relation, str] = {fact: "near0"}

    def near(number: int, fact: Relation, proof: str) -> Have:
        statement = f"∀ᶠ {name} in {limiter.filter}, {relation(fact, limiter.inner)}"
        return Have(f"near{number}", statement, proof)

    lines = [near(0, fact, base)]
    for condition in _near_conditions(obligation, limit, limiter.setting, renamed=renamed):
        if condition not in found and limiter.setting.name_of(condition) is None:
            proof = limiter.eventually(condition, list(found.items()))
            if proof is not None:
                lines.append(near(len(found), condition, proof))
                found[condition] = f"near{len(found)}"
    inside = [f"at{i}" for i in range(len(found))]
    together, pattern = conjunction(list(found.values()), inside)
    enter = (Refine(f"Filter.Eventually.mono {together} ?_"), Intro((name, pattern)))
    return (*lines, *enter), limiter.near(
        [Known(label, r) for label, r in zip(inside, found, strict=True)]
    )


def _near_conditions(
    obligation: Obligation, limit: Limit, setting: Setting, *, renamed: bool
) -> Iterator[Relation]:
    """What the step needs of the limit's variable near the point."""
    for condition in obligation.conditions:
        if len(condition.binders) != 1 or not isinstance(condition.binders[0], LimitBinder):
            continue
        binder = condition.binders[0]
        if (binder.point, binder.side) != (limit.point, limit.side):
            continue
        statement = unfold_statement(condition.statement, setting.notation.definitions)
        if binder.variable != limit.variable:
            if not renamed or limit.variable in (
                *free_variables(statement.left),
                *free_variables(statement.right),
            ):
                continue
            renaming: dict[str, Expression] = {binder.variable: Variable(limit.variable)}
            statement = Relation(
                statement.operator,
                substitute(statement.left, renaming),
                substitute(statement.right, renaming),
            )
        yield normalise_relation(statement)


def _congruence(
    obligation: Obligation, left: Limit, right: Limit, setting: Setting
) -> Iterator[Proof]:
    """Two limits along the same filter of functions that are equal near the point."""
    limiter = Limiter(Approach.of(left), setting)
    lines, inner = _inside(obligation, left, limiter, renamed=True)
    goal = _plain(Relation("=", left.body, right.body), setting)
    if (
        is_limiting(goal.left)
        or is_limiting(goal.right)
        or (inner.points and inner.seems(goal) is False)
    ):
        return
    head = script(Refine("Filter.tendsto_congr' ?_"), lines, Show(relation(goal, inner.notation)))
    yield from _after(head, _by_citation(obligation, goal, inner, []))
    for block, how in proofs(goal, inner, [], []):
        yield (*head, *block), how, ()
    yield from _after(head, _by_what_stands_above(obligation, goal, inner, []))


def _after(head: Script, found: Iterator[Proof]) -> Iterator[Proof]:
    for block, how, requires in found:
        yield (*head, *block), how, requires


def _change_of_variable(
    obligation: Obligation, left: Limit, right: Limit, setting: Setting
) -> Iterator[Proof]:
    """`lim_{h→p} A(h) = lim_{t→q} B(t)` with t = φ(h)."""
    for name, value in _substitutions(obligation, left, right, setting):
        old, new, turned = (left, right, False) if name == right.variable else (right, left, True)
        if old.variable not in free_variables(value) or name in free_variables(value):
            continue
        back = inverse(value, old.variable, Variable(name))
        if back is None:
            continue
        yield from _substituted(obligation, old, new, value, back, setting=setting, turned=turned)


def _substitutions(
    obligation: Obligation, left: Limit, right: Limit, setting: Setting
) -> Iterator[tuple[str, Expression]]:
    for reason in obligation.reasons:
        if isinstance(reason, Substitute):
            value = normalise(unfold(reason.value, setting.notation.definitions))
            if reason.name in (left.variable, right.variable):
                yield reason.name, value
            elif isinstance(value, Variable):
                yield value.name, Variable(reason.name)
    if left.variable != right.variable and not any(
        isinstance(reason, Substitute) for reason in obligation.reasons
    ):
        # No substitution is named: try the same variable, a reciprocal and a shift that take the
        # one point to the other.
        yield right.variable, Variable(left.variable)
        yield right.variable, Binary("/", ONE, Variable(left.variable))
        if not isinstance(left.point, Infinity) and not isinstance(right.point, Infinity):
            yield right.variable, Binary("-", Variable(left.variable), left.point)
            yield right.variable, Binary("+", Variable(left.variable), right.point)


def _substituted(
    obligation: Obligation,
    old: Limit,
    new: Limit,
    value: Expression,
    back: Expression,
    *,
    setting: Setting,
    turned: bool,
) -> Iterator[Proof]:
    """`Shomei.tendsto_substitution` for t = value(h), h = back(t)."""
    outer, inner = Limiter(Approach.of(old), setting), Limiter(Approach.of(new), setting)
    there, here = _reaches(outer, value, inner), _reaches(inner, back, outer)
    if there is None or here is None:
        return
    h, t = identifier(old.variable), identifier(new.variable)
    body = normalise(unfold(old.body, setting.notation.definitions))
    image = normalise(unfold(new.body, setting.notation.definitions))
    blocks: list[list[Script]] = []
    for limit, limiter, goal in (
        (old, outer, Relation("=", body, substitute(image, {new.variable: value}))),
        (new, inner, Relation("=", image, substitute(body, {old.variable: back}))),
    ):
        lines, near = _inside(obligation, limit, limiter, renamed=False)
        if near.points and near.seems(goal) is False:
            return
        head = (*lines, Show(relation(goal, near.notation)))
        blocks.append([(*head, *block) for block, _ in proofs(goal, near, [], [])])
    phi = f"(fun {h} : ℝ => {real(value, outer.inner)})"
    psi = f"(fun {t} : ℝ => {real(back, inner.inner)})"
    main = "Shomei.tendsto_substitution there back ?_ ?_"
    begin = (
        Have("there", f"Tendsto {phi} ({outer.filter}) ({inner.filter})", there),
        Have("back", f"Tendsto {psi} ({inner.filter}) ({outer.filter})", here),
        Refine(f"Iff.symm ({main})" if turned else main),
    )
    how = f"substitution {new.variable} = {print_expression(value)}"
    for turn in range(max(len(block) for block in blocks)):
        first, second = (block[min(turn, len(block) - 1)] for block in blocks)
        yield (*begin, Goal(first), Goal(second)), how, ()


def _reaches(limiter: Limiter, value: Expression, target: Limiter) -> str | None:
    """A proof that `value` goes, along the one filter, to the other."""
    point = target.approach.point
    if isinstance(point, Infinity):
        up = limiter.diverges(value)
        return up[1] if up is not None and (up[0] > 0) == point.positive else None
    if target.approach.side is None:
        return limiter.towards(value, point)
    p = limiter.limit(value)
    if p is None or not limiter.same(p.value, point):
        return None
    side = Relation(">" if target.approach.side == "+" else "<", value, point)
    beyond = limiter.eventually(side)
    if beyond is None:
        return None
    return f"(Shomei.tendsto_{'right' if target.approach.side == '+' else 'left'} {limiter.retarget(p, point)} {beyond})"


def _derivative_to_limit(
    obligation: Obligation,
    term: Prime | Derivative,
    limit: Limit,
    setting: Setting,
    *,
    turned: bool,
) -> Iterator[Proof]:
    """The definition of the derivative, in either form, and then an equation near the point."""
    if term.order != 1:
        return
    notation = setting.notation
    match term:
        case Prime(name=name, argument=point):
            definition = notation.definitions[name]
            variable, body = definition.parameters[0], definition.body
        case Derivative(variable=variable, body=body):
            point = Variable(variable)
    h = Variable(limit.variable)
    if limit.variable in free_variables(point) or (
        limit.variable in free_variables(body) and limit.variable != variable
    ):
        return

    def at(argument: Expression) -> Expression:
        return substitute(body, {variable: argument})

    forms: list[tuple[str, Limit]] = []
    if isinstance(limit.point, Infinity) or limit.side is not None:
        return
    quotient = Binary("/", Binary("-", at(Binary("+", point, h)), at(point)), h)
    forms.append(("Shomei.hasDerivAt_iff_limit", replace(limit, body=quotient)))
    between = Binary("/", Binary("-", at(h), at(point)), Binary("-", h, point))
    forms.append(("Shomei.hasDerivAt_iff_limit_at", replace(limit, body=between)))
    for lemma, form in forms:
        if lemma.endswith("_at") != (node_point(limit, setting) == node(point, setting)) or (
            not lemma.endswith("_at") and limit.point != ZERO
        ):
            continue
        if node(form, setting) == node(limit, setting):
            proof = f"(Iff.symm {lemma})" if turned else lemma
            yield (Exact(proof),), "definition of the derivative", ()
            continue
        text = value_of(form, "value", notation)
        for block, how, requires in _congruence(obligation, form, limit, setting):
            statement = f"({value_of(term, 'value', notation)}) ↔ ({text})"
            lines = script(
                Have("definition", statement, lemma),
                (Refine("Iff.symm ?_"),) if turned else (),
                Refine("Iff.trans definition ?_"),
                block,
            )
            yield lines, f"definition of the derivative, {how}", requires


def _both_valued(
    left: Expression, right: Expression, setting: Setting, graph: Graph
) -> Iterator[Proof]:
    """Both sides have one and the same value: then either has a value iff the other has."""
    for one in values(left, setting, graph):
        target = one.value
        for lines, how, requires in value_proofs(right, target, setting, graph, []):
            text = _paren(target, setting)
            try:
                to_first = _unique_lines(left, "first", setting)
                to_second = _unique_lines(right, "second", setting)
            except Unprintable:
                continue
            begin = Intro(("given",)), Rw(("same",))
            body = script(
                one.before,
                Have("first", value_of(left, text, setting.notation), one.proof),
                Have("second", value_of(right, text, setting.notation), lines),
                (Intro(("value",)), Constructor()),
                Goal((begin[0], *to_first, begin[1], Exact("second"))),
                Goal((begin[0], *to_second, begin[1], Exact("first"))),
            )
            yield body, how, (*one.requires, *requires)
        break


def _unique_lines(term: Expression, proof: str, setting: Setting) -> Script:
    if isinstance(term, Limit | Prime | Derivative):
        return unique(term, proof, "given")
    skeleton, found = atoms(unfold(term, setting.notation.definitions))
    needs = skeleton_needs(skeleton, tuple(a.name for a in found), setting.notation)
    fields = [f"e{i}" for i in range(len(found) + len(needs))]
    mine = ", ".join([*(f"v{i}" for i in range(len(found))), *fields, "last"])
    others = ", ".join([*(f"w{i}" for i in range(len(found))), *(f"o{f}" for f in fields), "olast"])
    lines: list[Tactic] = [Obtain(f"⟨{mine}⟩", "given"), Obtain(f"⟨{others}⟩", proof)]
    for i, atom in enumerate(found):
        lines += unique(atom.term, f"oe{i}", f"e{i}", f"same{i}")
    if found:
        lines.append(Rw(tuple(f"same{i}" for i in range(len(found))), at="last"))
    return (*lines, Have("same", None, "last.trans olast.symm"))


def _paren(term: Expression, setting: Setting) -> str:
    return f"({real(normalise(unfold(term, setting.notation.definitions)), setting.notation)})"


def _comparisons(goal: Relation, setting: Setting, graph: Graph) -> Iterator[Proof]:
    """An inequality with limits in it: the sides' values, and the inequality between those."""
    sides: list[Valued] = []
    for term in (goal.left, goal.right):
        if is_limiting(term):
            found = next(values(term, setting, graph), None)
            if found is None:
                return
            sides.append(found)
        else:
            sides.append(Valued(term, "rfl"))
    compared = _plain(Relation(goal.operator, sides[0].value, sides[1].value), setting)
    for block, how in proofs(compared, setting, [], []):
        a, b = _paren(sides[0].value, setting), _paren(sides[1].value, setting)
        lines = script(
            sides[0].before,
            sides[1].before,
            Have("compared", relation(compared, setting.notation), block),
            Exact(f"⟨{a}, {b}, {sides[0].proof}, {sides[1].proof}, compared⟩"),
        )
        yield (
            lines,
            f"{sides[0].how or sides[1].how}, {how}",
            (*sides[0].requires, *sides[1].requires),
        )


def existence_proofs(
    obligation: Obligation, goal: Relation, setting: Setting, graph: Graph
) -> Iterator[Proof]:
    """Proofs that the two sides of an equation between limiting terms have a value: where the chain
    of equations ends in one.
    """
    for term, direction in ((goal.right, "mpr"), (goal.left, "mp")):
        for found in values(term, setting, graph, by_rules=False):
            own = applied_to_own(obligation)
            at = _paren(found.value, setting)
            first = Have("found", value_of(term, at, setting.notation), found.proof)
            link = f"Iff.{direction} ({own} {at}) found"
            pair = f"{link}, found" if direction == "mpr" else f"found, {link}"
            yield (
                (*found.before, first, Exact(f"⟨{at}, {pair}⟩")),
                found.how,
                (obligation.id, *found.requires),
            )


def applied_to_own(obligation: Obligation) -> str:
    """The obligation's own theorem, applied to its own variables and hypotheses."""
    names = [identifier(b.name) for b in obligation.context.variables]
    return " ".join([obligation.id, *names, *(h.name for h in obligation.context.hypotheses)])
