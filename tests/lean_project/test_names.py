"""What Shomei cites of Mathlib is there: `mathlib.toml` lists it, and nothing of the interface
alone is cited.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from shomei.lean.conformance import OWN, PROJECT
from shomei.lean.mathlib import imported_modules, read_table, wanted_names

ROOT = Path(__file__).parents[2]
TABLE = read_table()
CITING = [
    path
    for room in (ROOT / "emitter", ROOT / "shomei" / "operations", PROJECT / "Shomei")
    for path in sorted(room.rglob("*"))
    if path.suffix in (".py", ".toml", ".jinja", ".lean")
]


def test_every_name_of_the_interface_is_one_of_mathlib() -> None:
    names = wanted_names()
    assert len(names) > 700
    assert [name for name in names if name not in TABLE.names] == [], (
        "run python -m shomei.lean.mathlib CHECKOUT, which says why"
    )


def test_the_table_is_of_the_pinned_commit_and_of_what_is_imported() -> None:
    manifest = json.loads((PROJECT / "lake-manifest.json").read_text(encoding="utf-8"))
    (pinned,) = [one["rev"] for one in manifest["packages"] if one["name"] == "mathlib"]
    assert pinned == TABLE.commit
    assert TABLE.imports == imported_modules(), "run python -m shomei.lean.mathlib CHECKOUT"


def test_a_name_that_mathlib_lacks_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "portable" / "Mathlib"
    folder.mkdir(parents=True)
    (folder / "A.lean").write_text(
        "namespace Real\ntheorem exp_zero : exp 0 = 1 := by grind\ntheorem exp_nought : exp 0 = 1 "
        ":= by grind\nprivate theorem own : True := trivial\nend Real\n",
        encoding="utf-8",
    )
    assert [name for name in wanted_names(tmp_path) if name not in TABLE.names] == [
        "Real.exp_nought"
    ]


@pytest.mark.parametrize("path", CITING, ids=lambda path: path.name)
def test_nothing_cites_what_only_the_interface_has(path: Path) -> None:
    assert OWN not in path.read_text(encoding="utf-8")


def test_qualified_citations_are_listed() -> None:
    """All but those of Lean itself: `test_interface.py` has Lean look for each."""
    cited = {
        name
        for path in CITING
        for name in re.findall(
            r"(?<![\w.])(?:Real|Filter|Set|Finset|Metric|intervalIntegral)\.[a-zA-Z][\w']*",
            path.read_text(encoding="utf-8"),
        )
    }
    known = {".".join(name.split(".")[:2]) for name in TABLE.names}
    whole = {name for name in cited if not name.endswith("_")}
    assert len(whole) > 100
    assert sorted(whole - known) == []
