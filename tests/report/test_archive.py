import json
from dataclasses import replace

import pytest
from hypothesis import given

from shomei.report.archive import dump, load
from shomei.verdicts.model import Report
from tests.report.samples import BROKEN, REPORT, reports


def all_cached(report: Report) -> Report:
    return replace(
        report, steps=tuple(replace(step, cached=True) for step in report.steps), seconds=()
    )


@given(reports())
def test_what_is_kept_comes_back(report: Report) -> None:
    whole = replace(report, problems=())
    assert load(dump(whole), path=whole.path, source=whole.text) == all_cached(whole)


def test_a_report_with_problems_is_not_kept() -> None:
    with pytest.raises(ValueError, match="not kept"):
        dump(BROKEN)


@pytest.mark.parametrize(
    "change",
    [
        lambda kept: kept["steps"][0].update(verdict="proved"),
        lambda kept: kept["steps"][0].update(line="2"),
        lambda kept: kept["steps"][0].update(more=1),
        lambda kept: kept["steps"][0].pop("axioms"),
        lambda kept: kept["steps"][0].update(axioms=[1]),
        lambda kept: kept["steps"][0].update(counterexample=[["x"]]),
        lambda kept: kept["steps"][0].update(cached="yes"),
        lambda kept: kept.pop("backend"),
        lambda kept: kept.update(steps={"a": 1}),
        lambda kept: kept.update(warnings=[{}]),
        lambda kept: kept["warnings"].append({"kind": "note"}),
        lambda kept: kept["warnings"][0].update(kind="input"),
        lambda kept: kept["warnings"][0].update(span={"line": 1}),
        lambda kept: kept["warnings"][0].update(span=3),
        lambda kept: kept.pop("formulas"),
        lambda kept: kept["formulas"][0].update(role="step"),
        lambda kept: kept["formulas"][0].update(verdict="proved"),
    ],
)
def test_anything_else_is_refused(change: object) -> None:
    kept = json.loads(dump(REPORT))
    change(kept)  # type: ignore[operator]
    with pytest.raises(ValueError):
        load(json.dumps(kept), path="p", source="")


def test_the_path_and_the_source_are_those_of_now() -> None:
    found = load(dump(REPORT), path="other.txt", source="new")
    assert (found.path, found.text) == ("other.txt", "new")


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "3", '{"backend": 1}'])
def test_no_report_at_all(text: str) -> None:
    with pytest.raises(ValueError):
        load(text, path="p", source="")
