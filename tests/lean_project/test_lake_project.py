"""The Lake project is consistent: one Lean version everywhere, every package at a fixed commit, and
the same imports on both sides.
"""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

PROJECT = Path(__file__).parents[2] / "lean_project"
LAKEFILE: dict[str, Any] = tomllib.loads((PROJECT / "lakefile.toml").read_text(encoding="utf-8"))
MANIFEST: dict[str, Any] = json.loads((PROJECT / "lake-manifest.json").read_text(encoding="utf-8"))
PACKAGES: dict[str, dict[str, Any]] = {package["name"]: package for package in MANIFEST["packages"]}
RULES = [PROJECT / "Shomei.lean", *sorted((PROJECT / "Shomei").rglob("*.lean"))]
INTERFACE = sorted((PROJECT / "portable" / "Mathlib").rglob("*.lean"))


def imports_of(path: Path) -> list[str]:
    """The modules that a Lean source imports, in order."""
    return re.findall(
        r"^(?:public )?import (\S+)$", path.read_text(encoding="utf-8"), flags=re.MULTILINE
    )


def test_mathlib_is_pinned_at_the_release_of_the_toolchain() -> None:
    (toolchain,) = re.findall(
        r"^leanprover/lean4:(v\d+\.\d+\.\d+)\n$",
        (PROJECT / "lean-toolchain").read_text(encoding="utf-8"),
    )
    (required,) = LAKEFILE["require"]
    assert (required["name"], required["rev"]) == ("mathlib", toolchain)
    pinned = PACKAGES["mathlib"]
    assert (pinned["url"], pinned["inputRev"], pinned["inherited"]) == (
        required["git"],
        toolchain,
        False,
    )


def test_every_package_is_pinned_at_a_commit() -> None:
    assert MANIFEST["name"] == LAKEFILE["name"]
    assert {
        "mathlib",
        "batteries",
        "aesop",
        "Qq",
        "proofwidgets",
        "importGraph",
        "LeanSearchClient",
        "plausible",
        "Cli",
    } == PACKAGES.keys()
    for package in PACKAGES.values():
        assert re.fullmatch(r"[0-9a-f]{40}", package["rev"]), package["name"]
        assert package["inherited"] is (package["name"] != "mathlib")


def test_lake_builds_the_rules_and_what_is_emitted() -> None:
    assert [library["name"] for library in LAKEFILE["lean_lib"]] == ["Shomei", "Generated"]
    assert LAKEFILE["defaultTargets"] == ["Shomei"]


def test_the_root_module_imports_every_rule() -> None:
    modules = {".".join(path.relative_to(PROJECT).with_suffix("").parts) for path in RULES[1:]}
    assert set(imports_of(RULES[0])) == modules


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_the_rules_import_what_both_sides_have(path: Path) -> None:
    here = {
        ".".join(one.relative_to(PROJECT / "portable").with_suffix("").parts) for one in INTERFACE
    }
    here |= {".".join(one.relative_to(PROJECT).with_suffix("").parts) for one in RULES}
    assert set(imports_of(path)) <= here


@pytest.mark.parametrize("path", [*RULES, *INTERFACE], ids=lambda path: path.stem)
def test_every_source_is_a_module_that_says_what_it_is_for(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("module\n") and text.endswith("\n")
    assert all(line == line.rstrip() for line in text.splitlines())
    assert "/-!" in text, "a module says what it is for"
