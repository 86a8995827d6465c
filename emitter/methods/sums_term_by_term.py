"""Sums over the same range, by their terms."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.lean.names import identifier
from shomei.emitter.lean.script import GRIND, Have, Intro, Refine, Show, script
from shomei.emitter.lean.term import relation
from shomei.emitter.method import Place, Problem, Proof, method
from shomei.emitter.proof.needs import brought_in
from shomei.emitter.proof.setting import Known
from shomei.emitter.proof.sums import big_operators, law_lines
from shomei.emitter.search import inside
from shomei.operations.spelling import normalise_relation
from shomei.terms.nodes import Relation, Variable
from shomei.terms.substitution import substitute


@method(
    name="sums term by term", goal="relation", reasons=("algebra", "sum_rule"), cost=320, proofs=8
)
def sums_term_by_term(problem: Problem) -> Iterator[Proof]:
    """`\\sum_{k=1}^{n} k (k + 1) = \\sum_{k=1}^{n} (k^2 + k)`, with linearity if that helps."""
    laws = law_lines(problem.relation, problem.setting)
    for terms in _equal_terms(problem):
        uses = frozenset({"algebra"})
        yield Proof((*problem.given, terms, GRIND), "term by term", uses)
        if laws:
            lines = (*problem.given, terms, *laws, GRIND)
            how = "term by term, linearity of the sum"
            yield Proof(lines, how, uses | {"sum_rule"})


def _equal_terms(problem: Problem) -> Iterator[Have]:
    """`terms : one = other`, for sums over the same range whose terms are equal for every index."""
    goal, setting = problem.relation, problem.setting
    sums = big_operators((goal.left, goal.right))
    for position, one in enumerate(sums):
        for other in sums[position + 1 :]:
            if (one.operator, one.lower, one.upper) != (other.operator, other.lower, other.upper):
                continue
            body = substitute(other.body, {other.index: Variable(one.index)})
            known = (
                Known("least", Relation(">=", Variable(one.index), one.lower)),
                Known("most", Relation("<=", Variable(one.index), one.upper)),
            )
            inner = setting.extend(known, (one.index,), (one.index,))
            wanted = normalise_relation(Relation("=", one.body, body))
            if wanted.left == wanted.right or inner.seems(wanted) is False:
                continue
            needs, inner = brought_in((wanted.left, wanted.right), inner)
            kind = "sum" if one.operator == "sum" else "prod"
            statement = Relation("=", one, other)
            place = Place(inner, tuple(needs))
            for found in inside(problem.within("arithmetic", wanted, place)):
                proof = script(
                    Refine(f"Shomei.{kind}_Icc_congr ?_"),
                    Intro((identifier(one.index), "least", "most")),
                    Show(relation(wanted, inner.notation)),
                    found.script,
                )
                yield Have("terms", relation(statement, setting.notation), proof)
