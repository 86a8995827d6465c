"""The result of a split of cases: every case ends in the same statement.

It is proved only from the results of the cases. If it were proved by other means, a split that
forgets a case would go unnoticed.
"""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.lean.script import Cases, Exact, Goal, Have, Line, Obtain, Tactic
from shomei.emitter.lean.statement import reads_limits
from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.citation import usable
from shomei.emitter.proof.setting import Known, Setting
from shomei.terms.nodes import Connective, Relation, Statement


@method(name="the cases", goal="result", reasons=("case",), cost=10)
def results_of_cases(problem: Problem) -> Iterator[Proof]:
    """A split of cases and the result of each, and nothing else, so that no case is forgotten."""
    obligation, setting = problem.obligation, problem.graph.setting
    count = len(obligation.cases)
    if len(obligation.facts) <= count:
        return
    cover, *results = obligation.facts[-count - 1 :]
    split = usable(cover, setting)
    if split is None:
        return
    lines: list[Goal] = []
    for number, (condition, result) in enumerate(zip(obligation.cases, results, strict=True), 1):
        name = f"case{number}"
        known, pattern = _taken_apart(condition, name, setting)
        proof = usable(result, setting.extend(known))
        if proof is None:
            return
        end = Exact(proof)
        lines.append(Goal((end if pattern == name else Line((Obtain(pattern, name), end)),)))
    names = tuple(f"case{number}" for number in range(1, count + 1))
    head: Tactic = Cases(split, names) if count > 1 else Have("case1", None, split)
    requires = (cover.obligation, *(result.obligation for result in results))
    yield Proof((head, *lines), "the cases", frozenset({"case"}), requires)


def _taken_apart(
    condition: Statement, name: str, setting: Setting
) -> tuple[tuple[Known, ...], str]:
    """The relations whose conjunction is the condition of a case, under the names in the
    pattern.
    """
    match condition:
        case Connective(operator="and", left=left, right=right):
            one, first = _taken_apart(left, f"{name}a", setting)
            other, second = _taken_apart(right, f"{name}b", setting)
            return (*one, *other), f"⟨{first}, {second}⟩"
        case Relation() if not reads_limits(condition):
            return (
                Known(
                    name,
                    setting.plain_relation(condition),
                ),
            ), name
        case _:
            return (), name
