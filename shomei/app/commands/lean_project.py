"""`shomei new --lean DIR`: a Lake project for the files that `--emit` writes."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path
from typing import Final

from shomei.report.escape import visible
from shomei.verdicts.model import EXIT_INPUT, EXIT_VERIFIED

#: Shomei's own Lake project, whose toolchain, Mathlib and library the new one takes over.
_OWN: Final = Path(__file__).parents[2] / "lean_project"
_NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")

LAKEFILE: Final = """\
name = "{name}"
defaultTargets = ["Derivations"]

[leanOptions]
autoImplicit = false

[[require]]
name = "mathlib"
git = "https://github.com/leanprover-community/mathlib4.git"
rev = "{revision}"

{library}
# What `shomei check PATH… --emit Derivations` writes.
[[lean_lib]]
name = "Derivations"
globs = ["Derivations.+"]
"""

REQUIRED: Final = """\
# The lemmas that emitted proofs cite as `Shomei.…`.
[[require]]
name = "shomei"
path = {path}
"""

README: Final = """\
# {name}

    lake exe cache get     # Mathlib, as it was built for others
    lake build             # every file in Derivations/

    shomei check PATH… --emit Derivations{option}
"""


def make(folder: str, *, standalone: bool) -> int:
    """Makes the project. `standalone`: it requires only Mathlib, and is for files in which the
    lemmas of Shomei's library stand. Exit status 2 if the folder is there already, or its name is
    none for a package.
    """
    target = Path(folder)
    if not _NAME.fullmatch(target.name):
        return _wrong(
            f"{visible(folder)}: a Lean package is named by ASCII letters, digits, _ and -"
        )
    try:
        target.mkdir()
    except FileExistsError:
        return _wrong(f"{visible(folder)} is there already, and is not overwritten")
    except OSError as error:
        return _wrong(f"{visible(folder)}: {error.strerror}")
    library = "" if standalone else REQUIRED.format(path=_string(str(_OWN.resolve())))
    lakefile = LAKEFILE.format(name=target.name, revision=_revision(), library=library)
    (target / "lakefile.toml").write_text(lakefile, "utf-8")
    option = " --standalone" if standalone else ""
    readme = README.format(name=target.name, option=option)
    (target / "README.md").write_text(readme, "utf-8")
    (target / ".gitignore").write_text("/.lake/\n", "utf-8")
    (target / "Derivations").mkdir()
    shutil.copyfile(_OWN / "lean-toolchain", target / "lean-toolchain")
    print(  # noqa: T201
        f"{visible(folder)} is written; next: cd {target.name} && lake exe cache get, and "
        f"shomei check PATH --emit {target.name}/Derivations{option}"
    )
    return EXIT_VERIFIED


def _revision() -> str:
    """The release of Mathlib that Shomei's own project requires."""
    found = re.search(
        r'^rev = "([^"\n]+)"$', (_OWN / "lakefile.toml").read_text("utf-8"), re.MULTILINE
    )
    if found is None:
        raise ValueError("Shomei's Lake project requires no release of Mathlib")
    return found[1]


def _string(text: str) -> str:
    """A path as a basic string of TOML."""
    quoted = "".join(
        f"\\{character}"
        if character in '"\\'
        else character
        if character.isprintable()
        else f"\\u{ord(character):04x}"
        for character in text
    )
    return f'"{quoted}"'


def _wrong(message: str) -> int:
    print(f"shomei: {message}", file=sys.stderr)  # noqa: T201
    return EXIT_INPUT
