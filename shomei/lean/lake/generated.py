"""The folder `Generated/` of the Lake project: a module for each derivation, with the theorems that
were accepted.
"""

from __future__ import annotations

import os
import re
from pathlib import Path, PurePath
from typing import Final

from shomei.storage import content_key

#: Where Lake puts what it builds of a module, from the project's folder.
_BUILT: Final = (".lake/build/lib/lean", ".lake/build/lib", ".lake/build/ir")


def module_name(source: str) -> str:
    """The module for a derivation: its file's name in ASCII letters, and what tells its path from
    others.
    """
    words = re.findall(r"[A-Za-z][A-Za-z0-9]*", PurePath(source).stem)
    stem = "".join(word[0].upper() + word[1:] for word in words)[:60] or "Derivation"
    return f"{stem}_{content_key((str(Path(source).absolute()),))[:8]}"


def write(project: Path, module: str, text: str) -> None:
    """Writes the module unless it is there as it is: Lake builds anew what is written anew. Raises
    `OSError`.
    """
    folder = project / "Generated"
    folder.mkdir(exist_ok=True)
    path = folder / f"{module}.lean"
    if path.is_file() and path.read_bytes() == text.encode():
        return
    scratch = path.with_suffix(f".{os.getpid()}.tmp")
    scratch.write_text(text, "utf-8")
    scratch.replace(path)


def forget(project: Path) -> None:
    """Removes what Lake has built of modules that are no longer there. Raises `OSError`."""
    here = {path.stem for path in (project / "Generated").glob("*.lean")}
    for place in _BUILT:
        for path in (project / place / "Generated").glob("*"):
            if path.name.partition(".")[0] not in here:
                path.unlink(missing_ok=True)
