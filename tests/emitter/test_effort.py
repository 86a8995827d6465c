"""The search for proofs ends on any step: its effort is counted, and so are its calls of sympy."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from shomei.emitter import emit_plan
from shomei.emitter.effort import Effort, Exhausted, each_within, remembering, spend, within
from shomei.obligations import build
from shomei.parser import parse
from shomei.symbolic.process import Symbolic


def test_an_effort_ends() -> None:
    def endless() -> Iterator[int]:
        count = 0
        while True:
            spend()
            yield (count := count + 1)

    found = []
    with pytest.raises(Exhausted):
        found.extend(each_within(Effort(10), endless()))
    with pytest.raises(Exhausted):
        within(Effort(3), lambda: [spend() for _ in range(4)])
    spend(10**9)  # nothing is counted outside


def test_what_is_found_within_an_effort_stands() -> None:
    taken: list[int] = []

    def some() -> Iterator[int]:
        for item in (1, 2, 3):
            spend(4)
            yield item

    with pytest.raises(Exhausted):
        taken.extend(each_within(Effort(10), some()))
    assert taken == [1, 2]


def test_a_remembered_answer_costs_its_effort_again() -> None:
    asked: list[int] = []

    def doubled(number: int) -> int:
        asked.append(number)
        spend(6)
        return 2 * number

    known = remembering(doubled, 10)
    effort = Effort(20)
    assert [within(effort, lambda: known(4)) for _ in range(3)] == [8, 8, 8]
    assert (asked, effort.left) == ([4], 2)
    with pytest.raises(Exhausted):
        within(effort, lambda: known(4))
    with pytest.raises(Exhausted):
        within(Effort(5), lambda: known(7))
    assert (known(7), asked) == (14, [4, 4, 7, 7])  # what was not finished is not remembered


@pytest.mark.parametrize(
    "source",
    [
        "\\frac{1}{1+" * 90 + "x" + "}" * 90 + " = x",
        "\\sqrt{" * 90 + "x" + "}" * 90 + " = x",
        "\\left|" * 90 + "x" + "\\right|" * 90 + " = x",
        "\\lim_{h \\to 0} " + "\\sin(" * 90 + "h" + ")" * 90 + " = 0",
        "\\sum_{a=1}^{200}\\sum_{b=1}^{200}\\sum_{c=1}^{200}\\sum_{d=1}^{200} abcd = 1",
        "((((x+y)^{40})^{40})^{40})^{40} = \\frac{1}{x-y}",
        "\\frac{(x+y+z+w+1)^{40}}{x} > \\frac{(x+y+z+w+2)^{40}}{y}",
        "10^{10^{10^{10}}} > 9^{9^{9^{9}}}",
        "(1000000!)! = \\binom{1000000}{500000}",
    ],
)
def test_every_alternative_of_a_hard_step_is_made_in_time(source: str) -> None:
    begin = _spent()
    for emission in emit_plan(build(parse(source, "hard.txt"))).values():
        for claim in emission.claims:
            assert sum(len(theorem.text) for theorem in claim.alternatives) < 5_000_000
    assert _spent() - begin < 60


def _spent() -> float:
    """The seconds of this process and of sympy's, which is ended, so that its own are counted."""
    Symbolic.shared().close()
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system
