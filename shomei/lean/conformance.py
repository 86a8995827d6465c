"""`python -m shomei.lean.conformance`: writes `lean_project/Conformance.lean`.

In: the portable interface of Mathlib. Out: a Lean file that states every public theorem of the
interface again and proves it by the theorem of that name. It elaborates over the interface, where
it says nothing, and over Mathlib, where it says that Mathlib has each theorem under that name, with
these arguments in this order and with this statement up to unfolding definitions.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from shomei.lean.sources import Declaration, commands, declarations, explicit_arguments

PROJECT: Final = Path(__file__).parents[2] / "lean_project"
#: What only the interface has stands in this namespace.
OWN: Final = "Shomei.Portable"
#: What the file begins with. Over the interface, Shomei's preamble takes its place.
HEADER: Final = "import Shomei\n\nset_option linter.all false\n\nopen Filter Topology\n"
_TITLE: Final = """
/-!
# Conformance

Each theorem of the portable interface, stated again and proved by the theorem of its name. Over
Mathlib, `lake env lean Conformance.lean` is silent if Mathlib has all of them.

Generated from `portable/` by `python -m shomei.lean.conformance`.
-/
"""
_SCOPE = re.compile(r"(?:universe|variable|open|namespace|section|end)\b(?!.*\bin$)")


def interface_files(project: Path = PROJECT) -> list[Path]:
    """The files of the interface, by their path."""
    return sorted((project / "portable" / "Mathlib").rglob("*.lean"))


def is_public(declaration: Declaration) -> bool:
    """Whether a declaration of the interface is one of Mathlib's."""
    return not declaration.private and not f"{declaration.name}.".startswith(f"{OWN}.")


def conformance(project: Path = PROJECT) -> str:
    """The text of `Conformance.lean`."""
    parts = [HEADER, _TITLE]
    for path in interface_files(project):
        module = ".".join(path.relative_to(project / "portable").with_suffix("").parts)
        lines = list(_lines(path.read_text(encoding="utf-8")))
        if any(line.startswith("example") for line in lines):
            parts.append(f"\n/-! ### {module} -/\n\nsection\n\n" + "\n".join(lines) + "\n\nend\n")
    return "".join(parts)


def _lines(text: str) -> Iterator[str]:
    """The scopes of a file of the interface, with an example for each of its public theorems."""
    found = dict(declarations(text))
    lines: list[str] = []
    for command in commands(text):
        declaration = found.get(command)
        if _SCOPE.match(command.text) and not command.text.startswith("public section"):
            lines.append(command.text)
            if command.text.startswith("end"):
                _drop_empty_scope(lines)
        elif declaration and declaration.kind == "theorem" and is_public(declaration):
            lines.append(_example(declaration))
    yield from lines


def _drop_empty_scope(lines: list[str]) -> None:
    """Removes the scope that ends with the last line, if there is no example in it."""
    for place in reversed(range(len(lines) - 1)):
        word = lines[place].split(maxsplit=1)[0]
        if word in ("namespace", "section"):
            del lines[place:]
            return
        if word in ("example", "end"):
            return


def _example(declaration: Declaration) -> str:
    arguments = explicit_arguments(declaration.signature)
    signature = " ".join(declaration.signature.split())
    term = " ".join([f"_root_.{declaration.name}", *arguments])
    return f"example {signature} :=\n  {term}"


def main() -> int:
    """Writes the file."""
    (PROJECT / "Conformance.lean").write_text(conformance(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
