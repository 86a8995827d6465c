"""Values of limits and derivatives: from earlier steps, by the calculus of limits, by the rules of
differentiation, and combined from parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from shomei.emitter.lean.names import identifier
from shomei.emitter.lean.script import GRIND, Exact, Have, Intro, Refine, Rw, Script, Show
from shomei.emitter.lean.statement import HIGHEST_ORDER, Atom, atoms, skeleton_needs, value_of
from shomei.emitter.lean.term import Unprintable, real, relation
from shomei.emitter.method import Place, Problem, Proof
from shomei.emitter.proof.antiderivatives import evaluated_in, with_values
from shomei.emitter.proof.approach import Approach
from shomei.emitter.proof.derivatives import derivative
from shomei.emitter.proof.eventually import base_fact, conjunction, holds_near, near_setting
from shomei.emitter.proof.graph import equation_proof, equivalence_proof, theorems
from shomei.emitter.proof.limits import Limiter
from shomei.emitter.proof.logarithmic_powers import equations
from shomei.emitter.proof.near import enter
from shomei.emitter.proof.needs import brought_in, floors
from shomei.emitter.proof.rests_on import of_derivative, of_limit
from shomei.emitter.proof.rewriting import simpler
from shomei.emitter.proof.sequences import limit_of
from shomei.emitter.proof.setting import Known, Setting
from shomei.emitter.proof.sign import holds_as_printed
from shomei.emitter.proof.valued import Valued, transport
from shomei.emitter.search import inside
from shomei.obligations.definedness import own_conditions
from shomei.terms.definitions import unfold
from shomei.terms.nodes import Derivative, Expression, Limit, Prime, Relation, Variable
from shomei.terms.substitution import substitute
from shomei.terms.walk import free_variables, is_limiting, subterms


def values(term: Expression, problem: Problem, *, by_rules: bool = True) -> Iterator[Valued]:
    """The value of `term`, in every way that works; those from the text come first. Without
    `by_rules` the rules of differentiation are not used.
    """
    try:
        yield from from_text(term, problem)
        if isinstance(term, Limit) and term.natural:
            yield from of_a_sequence(term, problem)
            return
        yield from by_parts(term, problem)
        yield from after_rewriting(term, problem)
        yield from after_integrating(term, problem)
        if by_rules:
            yield from by_slopes(term, problem)
            yield from by_differentiation(term, problem)
        yield from by_values_of_parts(term, problem, by_rules=by_rules)
    except Unprintable:
        return


def from_text(term: Expression, problem: Problem) -> Iterator[Valued]:
    """The value that the earlier equations give."""
    setting = problem.graph.setting
    path = problem.graph.path(term, None)
    if not path:
        return
    last = path[-1]
    value = real(unfold(last.target, setting.notation.definitions), setting.notation)
    before = path[:-1]
    proof = (
        last.edge.proof
        if not before
        else f"(Iff.mpr {equivalence_proof(before, f'({value})')} {last.edge.proof})"
    )
    yield Valued(last.target, proof, (), theorems(path), "the steps before", frozenset({"steps"}))


def of_a_sequence(term: Limit, problem: Problem) -> Iterator[Valued]:
    """The value of the limit of a sequence."""
    found = limit_of(term, problem.graph.setting, problem.obligation)
    if found is not None:
        limit, requires = found
        how = "limit of a sequence"
        yield Valued(limit.value, limit.proof, (), requires, how, frozenset({"limit"}))


def by_parts(term: Expression, problem: Problem) -> Iterator[Valued]:
    """The value of a limit by the limits of its parts."""
    setting = problem.graph.setting
    if not isinstance(term, Limit):
        return
    body = setting.plain(term.body)
    if is_limiting(body):
        return
    found = Limiter(Approach.of(term), setting).limit(body)
    if found is not None:
        uses = of_limit(body, term.variable)
        yield Valued(found.value, found.proof, (), (), "limits of the parts", uses)


def by_slopes(term: Expression, problem: Problem) -> Iterator[Valued]:
    """The value of a limit by the limits of its parts, where those of the form 0/0 have the
    quotient of the derivatives at the point as value.
    """
    setting = problem.graph.setting
    if not isinstance(term, Limit):
        return
    body = setting.plain(term.body)
    if is_limiting(body):
        return
    found = Limiter(Approach.of(term), setting, by_slopes=True).limit(body)
    if found is not None:
        uses = of_limit(body, term.variable) | {"lhopital"}
        yield Valued(found.value, found.proof, (), (), "l'Hôpital's rule at the point", uses)
    for other in after_rewriting(term, problem, by_slopes=True):
        yield replace(other, uses=other.uses | {"lhopital"})


def after_rewriting(
    term: Expression, problem: Problem, *, by_slopes: bool = False
) -> Iterator[Valued]:
    """The value of a limit by the limits of the parts of another form of its body."""
    setting = problem.graph.setting
    if not isinstance(term, Limit):
        return
    body = setting.plain(term.body)
    if is_limiting(body):
        return
    limiter = Limiter(Approach.of(term), setting, by_slopes=by_slopes)
    name = identifier(term.variable)
    for other in simpler(body, limiter):
        found = limiter.limit(other)
        if found is None:
            continue
        near = near_setting(limiter)
        _, base = base_fact(limiter)
        goal = Relation("=", body, other)
        equation = relation(goal, limiter.inner)
        last = _with_most_laws(problem.within("arithmetic", goal, Place(near)))
        powers = equations(goal, near)
        if powers:
            last = replace(last, script=(*powers, *brought_in((body, other), near)[0], GRIND))
        rewritten = Have(
            "rewritten",
            holds_near(limiter, goal),
            (
                Refine(f"Filter.Eventually.mono {base} ?_"),
                Intro((name, "near")),
                Show(equation),
                *last.script,
            ),
        )
        yield Valued(
            found.value,
            f"(Iff.mpr (Filter.tendsto_congr' rewritten) {found.proof})",
            (rewritten,),
            (),
            "limits of the parts after rewriting",
            of_limit(body, term.variable) | of_limit(other, term.variable) | last.uses,
        )
        # What the step needs near the point may be what makes the two equal.
        lines, inner = enter(problem.obligation, term, limiter, renamed=True)
        if len(inner.known) > len(near.known):
            last = _with_most_laws(problem.within("arithmetic", goal, Place(inner)))
            script = (*lines, Show(equation), *last.script)
            yield Valued(
                found.value,
                f"(Iff.mpr (Filter.tendsto_congr' rewritten) {found.proof})",
                (Have("rewritten", holds_near(limiter, goal), script),),
                (),
                "limits of the parts after rewriting",
                of_limit(body, term.variable) | of_limit(other, term.variable) | last.uses,
            )


def after_integrating(term: Expression, problem: Problem) -> Iterator[Valued]:
    """The value of a limit of integrals (an improper one) by that of their values."""
    setting = problem.graph.setting
    if not isinstance(term, Limit):
        return
    body = setting.plain(term.body)
    limiter = Limiter(Approach.of(term), setting)
    near = near_setting(limiter)
    lines = evaluated_in((body,), problem, near)
    if is_limiting(body) or not lines:
        return
    other = with_values(body, lines)
    goal = Relation("=", body, other)
    _, base = base_fact(limiter)
    rewritten = Have(
        "integrated",
        holds_near(limiter, goal),
        (
            Refine(f"Filter.Eventually.mono {base} ?_"),
            Intro((identifier(term.variable), "near")),
            Show(relation(goal, limiter.inner)),
            *(each.line for each in lines),
            Rw(tuple(each.line.name for each in lines)),
        ),
    )
    for found in values(replace(term, body=other), problem):
        yield Valued(
            found.value,
            f"(Iff.mpr (Filter.tendsto_congr' integrated) {found.proof})",
            (*found.before, rewritten),
            found.requires,
            "fundamental theorem, " + found.how,
            found.uses | {"integration"},
        )


def _with_most_laws(problem: Problem) -> Proof:
    """The longest proof of a goal, which is the one with most laws; the last of them."""
    found = enumerate(inside(problem, by_reason=False))
    return max(found, key=lambda each: (len(each[1].script), each[0]))[1]


def by_differentiation(term: Expression, problem: Problem) -> Iterator[Valued]:
    """The value of a derivative by the rules of differentiation."""
    setting = problem.graph.setting
    match term:
        case Prime(name=name, argument=argument):
            definition = setting.notation.definitions[name]
            variable = definition.parameters[0]
            body = setting.plain(definition.body)
            point = setting.plain(argument)
        case Derivative(variable=variable, body=body):
            body = setting.plain(body)
            point = Variable(variable)
        case _:
            return
    if term.order > 1:
        yield from _higher(term, body, variable, point, setting)
        return
    found = derivative(body, variable, point, setting)
    if found is not None:
        yield Valued(
            found.value,
            found.proof,
            (),
            (),
            "rules of differentiation",
            of_derivative(body, variable),
        )


def _higher(
    term: Prime | Derivative, body: Expression, variable: str, point: Expression, setting: Setting
) -> Iterator[Valued]:
    """A derivative of higher order: those before it near the point, and the derivative of the last
    of them at the point.
    """
    if term.order > HIGHEST_ORDER:
        return
    limiter = Limiter(Approach(variable, point, "full"), setting)
    fact, base = base_fact(limiter)
    facts = {fact: base}
    for part in subterms(body):
        for need in own_conditions(part, setting.notation.naturals):
            strict = Relation(">", need.left, need.right) if need.operator == ">=" else need
            proof = (
                limiter.eventually(strict, list(facts.items()))
                if variable in free_variables(strict)
                else None
            )
            if proof is not None:
                facts[strict] = proof
    names = [f"near{i}" for i in range(len(facts))]
    inside = near_setting(
        limiter, [Known(label, each) for label, each in zip(names, facts, strict=True)]
    )
    name = identifier(variable)
    together, pattern = conjunction(list(facts.values()), names)
    parts: list[str] = []
    last = body
    for _ in range(term.order - 1):
        slope = derivative(last, variable, Variable(variable), inside)
        if slope is None:
            return
        parts += [
            f"(fun {name} : ℝ => {real(slope.value, inside.notation)})",
            f"(Filter.Eventually.mono {together} (fun {name} {pattern} => {slope.proof}))",
        ]
        last = slope.value
    found = derivative(last, variable, point, setting)
    if found is None:
        return
    proof = (
        f"(⟨{', '.join(parts)}, {found.proof}⟩ : "
        f"{value_of(term, f'({real(found.value, setting.notation)})', setting.notation)})"
    )
    yield Valued(
        found.value, proof, (), (), "rules of differentiation", of_derivative(body, variable)
    )


@dataclass(frozen=True, slots=True)
class Atoms:
    """The values of limits and derivatives by the names that stand for them: what comes before
    their proofs, these proofs, and what they rest on.
    """

    chosen: Mapping[str, Expression]
    proofs: tuple[str, ...]
    before: Script
    requires: tuple[str, ...]
    uses: frozenset[str]

    def needs(self, skeletons: Iterable[Expression], setting: Setting) -> tuple[str, ...] | None:
        """The proofs of what terms over the names ask for with these values; None without one."""
        found: list[str] = []
        for term in skeletons:
            for need in skeleton_needs(term, tuple(self.chosen), setting.notation):
                left, right = (substitute(e, self.chosen) for e in (need.left, need.right))
                proof = holds_as_printed(Relation(need.operator, left, right), setting)
                if proof is None:
                    return None
                found.append(proof)
        return tuple(found)


def values_of_atoms(
    found: Iterable[Atom], problem: Problem, *, by_rules: bool = True
) -> Atoms | None:
    """The values of some limits and derivatives; None if one has none."""
    setting = problem.graph.setting
    before: Script = ()
    requires: tuple[str, ...] = ()
    uses: frozenset[str] = frozenset()
    chosen: dict[str, Expression] = {}
    proofs: list[str] = []
    for atom in found:
        value = next(values(atom.term, problem, by_rules=by_rules), None)
        if value is None:
            return None
        before += value.before
        requires += value.requires
        uses |= value.uses
        chosen[atom.name] = setting.plain(value.value)
        proofs.append(value.proof)
    return Atoms(chosen, tuple(proofs), before, requires, uses)


def by_values_of_parts(
    term: Expression, problem: Problem, *, by_rules: bool = True
) -> Iterator[Valued]:
    """The value of a term that contains limits or derivatives, from their values."""
    if isinstance(term, Limit | Prime | Derivative):
        return
    setting = problem.graph.setting
    skeleton, found = atoms(unfold(term, setting.notation.definitions))
    each = values_of_atoms(found, problem, by_rules=by_rules)
    needs = None if each is None else each.needs((skeleton,), setting)
    if each is None or needs is None:
        return
    chosen = each.chosen
    value = substitute(skeleton, chosen)
    witnesses = [f"({real(chosen[atom.name], setting.notation)} : ℝ)" for atom in found]
    text = (
        f"(⟨{', '.join([*witnesses, *each.proofs, *needs, 'rfl'])}⟩ : "
        f"{value_of(term, f'({real(value, setting.notation)})', setting.notation)})"
    )
    yield Valued(value, text, each.before, each.requires, "limits of the parts", each.uses)


def valued(
    problem: Problem, term: Expression, target: Expression, found: Valued, given: Script = ()
) -> Iterator[Proof]:
    """Proofs that `term` has the value `target`, from the value that was found; `given` comes first
    if an equation between the two must be proved.
    """
    setting, graph = problem.graph.setting, problem.graph
    plain = setting.plain(target)
    own = setting.plain(found.value)
    # the proof of the value may need a bound that an absolute value gives
    bounds = floors(setting)
    before: Script = (*bounds, *found.before)
    if own == plain:
        yield Proof((*before, Exact(found.proof)), found.how, found.uses, found.requires)
        return
    goal = Relation("=", own, plain)
    if setting.seems(goal) is False:
        return
    statement = relation(goal, setting.notation)
    path = graph.path(found.value, target)
    if path:
        equation = f"({equation_proof(path)} : {statement})"
        end = Exact(transport(term, found.proof, equation, setting))
        requires = (*found.requires, *theorems(path))
        yield Proof((*before, end), found.how, found.uses, requires)
    rest = tuple(line for line in given if line not in bounds)
    for each in inside(problem.within("arithmetic", goal, Place(setting, rest))):
        same = Have("same", statement, each.script)
        end = Exact(transport(term, found.proof, "same", setting))
        how = f"{found.how}, {each.how}"
        yield Proof((*before, same, end), how, found.uses | each.uses, found.requires)
