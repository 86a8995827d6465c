"""A format is a module of `shomei/report/formats`, and nothing else needs to know of it."""

import sys
from pathlib import Path

import pytest

from shomei.app import cli
from shomei.report import formats
from tests.report.samples import REPORT

TOY = '''"""The verdicts, one a line."""

def render(reports):
    return "".join(f"{step.verdict}\\n" for report in reports for step in report.steps)
'''


@pytest.mark.parametrize("name", formats.names())
def test_each_module_renders_reports(name: str) -> None:
    assert formats.render(name, [REPORT])


def test_those_that_the_documentation_names_are_there() -> None:
    assert formats.names() == ("github", "html", "json", "junit", "markdown", "sarif", "text")


def test_a_further_module_is_a_further_format(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "toy.py").write_text(TOY, "utf-8")
    monkeypatch.setattr(formats, "__path__", [*formats.__path__, str(tmp_path)])
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert cli.parser().parse_args(["check", "--format", "toy", "x.txt"]).format == "toy"
    assert formats.render("toy", [REPORT]).split() == [step.verdict for step in REPORT.steps]
