"""The value of the limit of a sequence, by that of a function or by those of its parts, and limits
of equal sequences.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from shomei.emitter.lean.names import identifier
from shomei.emitter.lean.script import Exact, Intro, Refine, Show
from shomei.emitter.lean.term import relation
from shomei.emitter.method import Place, Problem, Proof, method
from shomei.emitter.proof.closed_forms import stated_above
from shomei.emitter.proof.needs import brought_in, floor
from shomei.emitter.proof.setting import Known
from shomei.emitter.proof.valued import sides_of
from shomei.emitter.proof.values import of_a_sequence, valued
from shomei.emitter.search import inside
from shomei.terms.literals import ONE
from shomei.terms.nodes import Limit, Relation, Variable
from shomei.terms.substitution import substitute
from shomei.terms.walk import is_limiting


@method(
    name="limits of sequences",
    goal="value",
    reasons=("limit", "continuity", "definition", "squeeze_theorem"),
    cost=99,
)
def limits_of_sequences(problem: Problem) -> Iterator[Proof]:
    """Powers, geometric series, sums of a known closed form, and sequences that are values of
    functions.
    """
    term, target = sides_of(problem)
    if isinstance(term, Limit) and term.natural:
        for found in of_a_sequence(term, problem):
            yield from valued(problem, term, target, found, problem.given)


@method(
    name="limits of equal sequences",
    goal="equivalence",
    reasons=("algebra", "rule", "citation", "limit"),
    cost=199,
)
def limits_of_equal_sequences(problem: Problem) -> Iterator[Proof]:
    """`\\lim_{n \\to \\infty} \\sum_{k=1}^{n} a_k = \\lim_{n \\to \\infty} s_n`, where a step
    before states that the sums are equal to s_n.
    """
    left, right = problem.relation.left, problem.relation.right
    if not (isinstance(left, Limit) and isinstance(right, Limit)):
        return
    if not (left.natural and right.natural):
        return
    name, setting = left.variable, problem.graph.setting
    other = substitute(right.body, {right.variable: Variable(name)})
    goal = setting.plain_relation(Relation("=", left.body, other))
    if is_limiting(goal):
        return
    least = Known("near", Relation(">=", Variable(name), ONE))
    there = setting.extend((least,), (name,), (name,))
    near = f"Shomei.eventually_natural 1 fun {identifier(name)} near => ?_"
    head = (
        Intro(("value",)),
        Refine(f"Filter.tendsto_congr' ({near})"),
        Show(relation(goal, there.notation)),
    )
    for proof, theorem in stated_above(goal, name, there, problem.obligation):
        uses = frozenset({"steps", "limit"})
        yield Proof((*head, Exact(proof)), "the steps before", uses, (theorem,))
    needs, inner = brought_in((goal.left, goal.right), there)
    place = Place(inner, (floor(name, 1, "near"), *needs))
    for found in islice(inside(problem.within("near", goal, place)), 4):
        uses = found.uses | {"limit"}
        yield Proof((*head, *found.script), found.how, uses, found.requires)
