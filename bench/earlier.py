"""An earlier version of Shomei, checked out beside this one, to measure both in the same run."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from bench.checks import Tool

#: The version that the targets for speed refer to.
REFERENCE: Final = "4f6b074"
_ROOT: Final = Path(__file__).parents[1]
#: The module of the command, in this version and in earlier ones.
_COMMANDS: Final = (("shomei/__main__.py", "shomei"), ("checker/cli.py", "checker.cli"))


@contextmanager
def earlier(commit: str) -> Iterator[Tool]:
    """The version of `commit`. It runs with the packages of this one. Raises `RuntimeError` if the
    repository does not have it.
    """
    with tempfile.TemporaryDirectory(prefix="shomei-earlier-") as parent:
        folder = Path(parent) / "shomei"
        _git("worktree", "add", "--quiet", "--detach", str(folder), commit)
        try:
            for path, module in _COMMANDS:
                if (folder / path).is_file():
                    yield Tool(folder, module)
                    return
            raise RuntimeError(f"no command is known in {commit}")
        finally:
            _git("worktree", "remove", "--force", str(folder))


def _git(*arguments: str) -> None:
    done = subprocess.run(
        ["git", *arguments], cwd=_ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise RuntimeError(f"git {arguments[0]}: {done.stderr.strip()}")
