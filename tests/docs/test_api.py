"""docs/api.md: its examples print what Shomei prints (with the real Lean:
tests/packaging/test_install.py), and it names everything public.
"""

from __future__ import annotations

import doctest
import re
from dataclasses import fields
from inspect import signature

import shomei
from tests.docs.page import DOCS
from tests.fakes import FakeLean

PAGE = DOCS / "api.md"


def test_its_examples(lean: FakeLean) -> None:
    failed, tried = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert failed == 0
    assert tried >= 8


def test_it_names_every_argument_with_its_default() -> None:
    text = PAGE.read_text("utf-8")
    for name, parameter in signature(shomei.check).parameters.items():
        default = "" if parameter.default is parameter.empty else f"={parameter.default!r}"
        assert f"| `{name}{default}` |".replace("'", '"') in text
    for name in set(signature(shomei.Checker).parameters) - set(signature(shomei.check).parameters):
        said = (f"`{name}` is told", f"`{name}` why", f"With `{name}` set")
        assert any(each in text for each in said)


def test_it_names_all_of_a_report() -> None:
    text = PAGE.read_text("utf-8")
    table = text[text.index("## `shomei.Report`") : text.index("## What is raised")]
    named = set(re.findall(r"`(\w+)`", table))
    assert {field.name for field in fields(shomei.Report)} <= named


def test_it_names_every_public_name() -> None:
    text = PAGE.read_text("utf-8")
    assert [
        name for name in shomei.__all__ if not re.search(rf"`(?:shomei\.)?{name}\b", text)
    ] == []
