"""Relations that are typed as several characters."""

from __future__ import annotations

import pytest

import shomei
from shomei.parser.declarations import Declarations
from shomei.parser.lexing import scan
from shomei.parser.source import Source


def kinds(text: str, path: str) -> list[str]:
    source = Source.of(text, path)
    return [token.type for token in scan(source, ((0, len(text)),), Declarations())]


@pytest.mark.parametrize("path", ["a.md", "a.tex", "a.ipynb", "a.rst"])
@pytest.mark.parametrize("operand", ["n", "4", "(n)", r"\binom{n}{k}", "a_{n}", "[n]"])
def test_where_tex_sets_the_text_a_factorial_is_equal(path: str, operand: str) -> None:
    assert kinds(f"{operand}!=2", path)[-3:] == ["BANG", "EQ", "NUMBER"]


def test_the_places_are_those_of_the_two_signs() -> None:
    tokens = scan(Source.of("n!=2", "a.md"), ((0, 4),), Declarations())
    assert [(t.type, t.start_pos, t.end_pos) for t in tokens[1:3]] == [("BANG", 1, 2), ("EQ", 2, 3)]


@pytest.mark.parametrize(("text", "path"), [("n!=2", "a.txt"), ("n != 2", "a.md"), ("n!=2", "a")])
def test_elsewhere_it_says_that_they_differ(text: str, path: str) -> None:
    assert kinds(text, path) == ["NAME", "NE", "NUMBER"]


@pytest.mark.parametrize("claim", ["3!=7", "0!=0", "1+2!=4"])
def test_a_wrong_factorial_is_found(claim: str) -> None:
    report = shomei.check(f"We have ${claim}$.", suffix=".md", fast=True)
    assert [step.verdict for step in report.steps] == ["refuted"]
