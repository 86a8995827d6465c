"""docs/reading.md: every example is read as the page says, and the page omits no role, clause,
kind, format or key.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import fields
from importlib.resources import files
from typing import get_args

import pytest

from shomei import obligations
from shomei.languages.language import language, languages
from shomei.languages.messages import say
from shomei.parser import parse
from shomei.parser.prose import clauses
from shomei.parser.prose.grammar import Clause
from shomei.report import formats
from shomei.report.formats import json as json_report
from shomei.terms.roles import Role
from shomei.verdicts.model import Origin, Report
from tests.docs.page import codes, fences, rows
from tests.docs.reading import PAGE, Example, examples, report, roles
from tests.report.samples import REPORT

TEXT = PAGE.read_text("utf-8")
EXAMPLES = list(examples(TEXT))
#: Clauses that only an article's notation has, or that say nothing of a formula.
_UNLISTED = {"bare", "ending", "substitute"}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"line{example.line}")
def test_an_example_is_read_as_the_page_says(example: Example) -> None:
    assert roles(example.text, example.name) == example.roles


def test_no_fence_is_left_out() -> None:
    assert 2 * len(EXAMPLES) == fences(TEXT) >= 14


def roles_of(text: str) -> list[str]:
    plan = obligations.build(parse(f"{text}\n", "clause.md"))
    return [formula.role for formula in plan.formulas]


CLAUSES = [
    (sentence, row[3].split(", "))
    for row in rows(TEXT, "clauses")
    for cell in row[1:3]
    for sentence in codes(cell)
]


@pytest.mark.parametrize(("sentence", "expected"), CLAUSES, ids=[each[0] for each in CLAUSES])
def test_a_clause_makes_of_its_formulas_what_the_page_says(
    sentence: str, expected: list[str]
) -> None:
    found = roles_of(sentence)
    assert found == (expected if len(expected) > 1 else expected * len(found))
    assert found


@pytest.mark.parametrize("code", ["en", "ja"])
def test_every_clause_of_the_grammar_is_shown(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: set[str] = set()
    read = clauses.clauses_of

    def counted(categories: Sequence[str], spoken: str) -> tuple[Clause, ...] | None:
        found = read(categories, spoken)
        seen.update(each.name for each in found or () if spoken == code)
        return found

    monkeypatch.setattr(clauses, "clauses_of", counted)
    for sentence, _ in CLAUSES:
        roles_of(sentence)
    grammar = (files("shomei.parser") / "grammar" / f"clauses.{code}.lark").read_text("utf-8")
    [listed] = re.findall(r"^_item: ((?:.*\n)(?:\s+\|.*\n)*)", grammar, re.MULTILINE)
    names = {name.lower() for name in re.findall(r"\b[A-Z]+\b", listed)}
    assert len(names) >= 8
    assert names - seen - _UNLISTED == set()


def test_every_role_is_explained() -> None:
    table = rows(TEXT, "roles")
    assert tuple(codes(row[0])[0] for row in table) == get_args(Role)
    assert [row[1] for row in table] == [
        say(f"explain.role.{role}", "ja") for role in get_args(Role)
    ]


def test_the_words_for_kinds_are_those_of_the_languages() -> None:
    for table, section in (("kinds", "number_kinds"), ("other kinds", "other_kinds")):
        for row in rows(TEXT, table):
            for cell, code in ((row[1], "en"), (row[2], "ja")):
                spoken = language(code)
                assert spoken is not None
                phrases = spoken.sections[section].values()
                joined = {re.sub(" ", "", each) for words in phrases for each in words}
                assert {re.sub(" ", "", each) for each in codes(cell)} - joined == set()


@pytest.mark.parametrize("row", rows(TEXT, "ambiguous"), ids=lambda row: row[0])
def test_what_is_ambiguous_is_refused_with_both_readings(row: list[str]) -> None:
    written, one, other, clear = (codes(cell)[0] for cell in row)
    [refused] = report(f"We have $y = {written}$.\n", "ambiguous.md").formulas
    assert refused.role in {"unread", "beyond"}
    assert f"`{one}`" in refused.reason and f"`{other}`" in refused.reason
    [read] = report(f"We have $y = {clear}$.\n", "clear.md").formulas
    assert read.role not in {"unread", "beyond"}


def test_every_format_is_in_the_table() -> None:
    [section] = re.findall(r"## What the reports show\n(.*?)\n## ", TEXT, re.DOTALL)
    assert {name for name in formats.names() if f"| `{name}` |" in section} == set(formats.names())


def test_the_json_keys_are_those_of_the_report() -> None:
    document = json.loads(json_report.render([REPORT]))
    [file] = document["files"]
    table = {codes(row[0])[0]: codes(row[1]) for row in rows(TEXT, "json")}
    assert set(table) <= set(file)
    assert set(table) == {name for name in file if isinstance(file[name], list)}
    assert set(file["formulas"][0]) <= {*table["formulas"]}
    assert set(file["warnings"][0]) <= {*table["warnings"]}
    assert set(file["steps"][1]["premises"][0]) <= {*table["steps"]}
    assert set(get_args(Origin)) <= {*table["steps"]}
    assert {field.name for field in fields(Report)} >= {"formulas", "in_force"}


def test_it_is_found_from_the_readme() -> None:
    readme = (PAGE.parents[1] / "README.md").read_text("utf-8")
    assert "docs/reading.md" in readme
    assert len(languages()) >= 2
