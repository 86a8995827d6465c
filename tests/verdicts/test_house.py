"""What a project assumes in all its texts."""

import pytest

import shomei
from shomei.verdicts.house import house_items
from tests.fakes import FakeLean

LAW = "\\log (a^n) = n \\log a\n"
HOUSE = ("let n \\in \\mathbb{N}", "assume a > 0, x \\ge 0")


def test_a_verdict_names_what_it_rests_on(lean: FakeLean) -> None:
    assert not shomei.check(LAW + "n = n\\sqrt{1}", fast=True).problems
    report = shomei.check(LAW, house=HOUSE)
    [step] = report.steps
    assert report.verified
    assert [(each.statement, each.line) for each in step.premises] == [
        ("n \\in \\mathbb{N}", 0),
        ("a > 0", 0),
    ]
    assert [formula.text for formula in report.formulas] == [LAW.strip()]


def test_a_report_is_kept_for_these_hypotheses_alone(lean: FakeLean) -> None:
    claim = "\\sqrt{x^2} = x\n"
    assert shomei.check(claim, house=HOUSE).verified
    assert [step.verdict for step in shomei.check(claim).steps] == ["refuted"]
    assert shomei.check(claim, house=HOUSE).verified


def test_what_excludes_itself_is_told(lean: FakeLean) -> None:
    report = shomei.check("assume a < 0\na = a\n", house=HOUSE)
    assert "refuted" in {step.verdict for step in report.steps}
    report = shomei.check("1 = 1\n", house=("assume a > 0", "assume a < 0"))
    assert "refuted" in {step.verdict for step in report.steps}


def test_an_article_may_leave_conditions_unsaid_all_the_same(lean: FakeLean) -> None:
    report = shomei.check("We have $$\\log (u v) = \\log u + \\log v.$$", suffix=".md", house=HOUSE)
    assert report.verified
    assert "v > 0" in report.steps[0].inferred


@pytest.mark.parametrize(
    "line", ["x = 1", "let x = 2", "define f(x) = x", "assume", "nonsense $", "assume x >", ""]
)
def test_nothing_else_may_stand_there(line: str) -> None:
    with pytest.raises(ValueError):
        house_items([line])
