"""`Conformance.lean` is what the interface says now, and elaborates over the interface."""

from __future__ import annotations

import re
from pathlib import Path

from shomei.lean.conformance import HEADER, PROJECT, conformance, interface_files
from shomei.lean.portable.backend import PortableBackend

FILE = PROJECT / "Conformance.lean"
BRIDGE = (PROJECT / "Bridge.lean").read_text(encoding="utf-8")
MATHLIB_ONLY = "/-! ### The axioms"


def test_the_file_is_fresh() -> None:
    assert FILE.read_text(encoding="utf-8") == conformance(), (
        "run python -m shomei.lean.conformance"
    )


def test_each_public_theorem_has_an_example() -> None:
    sources = [path.read_text(encoding="utf-8") for path in interface_files()]
    lines = [line for text in sources for line in text.splitlines()]
    public = [line for line in lines if line.startswith(("theorem ", "@[ext] theorem "))]
    assert len(public) > 700
    own = [line for line in public if line.startswith("theorem Shomei.Portable.")]
    assert FILE.read_text(encoding="utf-8").count("\nexample ") == len(public) - len(own)


def test_the_examples_elaborate_over_the_interface(backend: PortableBackend) -> None:
    body = FILE.read_text(encoding="utf-8").removeprefix(HEADER)
    swapped = "example (a b : ℝ) : a + b = b + a :=\n  _root_.add_comm b a\n"
    laws = BRIDGE.removeprefix(HEADER).partition(MATHLIB_ONLY)[0] + "end Shomei.Bridge\n"
    whole, bridge, wrong = backend.check([body, laws, swapped], timeout=300)
    for run in (whole, bridge):
        assert [(one.line, one.text) for one in run.messages] == []
        assert run.complete
    assert [one.severity for one in wrong.messages] == ["error"]


def test_the_bridge_has_the_axiom_word_for_word() -> None:
    reals = PROJECT / "portable" / "Mathlib" / "Data" / "Real" / "Basic.lean"
    text = reals.read_text(encoding="utf-8")
    _, found, after = text.partition("class Shomei.Portable.CompleteOrderedField")
    assert found
    words = after.partition("\n\n")[0]
    only = BRIDGE.partition(MATHLIB_ONLY)[2]
    assert f"class CompleteOrderedField{words}\n\n" in only
    fields = [line.split()[0] for line in words.splitlines()[1:] if re.match(r"  [a-z]", line)]
    assert len(fields) == 9
    assert all(f"\n  {field} " in only.partition("noncomputable example")[2] for field in fields)


def test_the_generator_reads_scopes_and_arguments(tmp_path: Path) -> None:
    folder = tmp_path / "portable" / "Mathlib"
    folder.mkdir(parents=True)
    (folder / "A.lean").write_text(
        "module\n\npublic section\n\nnamespace Real\n\nvariable {x : ℝ}\n\nprivate theorem own "
        ": True := trivial\n\n/-- Words := more. -/\n@[simp] theorem f (h : x = 0) {y : ℝ}\n    "
        "(k l : y = x) : (fun z : ℝ => z) y = 0 := by\n  simp\n\nend Real\n",
        encoding="utf-8",
    )
    text = conformance(tmp_path)
    assert text.endswith(
        "/-! ### Mathlib.A -/\n\nsection\n\nnamespace Real\nvariable {x : ℝ}\nexample (h : x = 0) "
        "{y : ℝ} (k l : y = x) : (fun z : ℝ => z) y = 0 :=\n  _root_.Real.f h k l\nend Real\n\n"
        "end\n"
    )
