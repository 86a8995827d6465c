"""Finds the derivations that a call names: files, folders, patterns, and what git says has changed.

In: the arguments of the call and a `Selection`. Out: paths, and what is wrong with the call. Reads
folders, `.gitignore` files and git; no derivation.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from shomei.parser.suffixes import KINDS

if TYPE_CHECKING:  # folders are rare, and checking one file must start fast
    from pathspec import GitIgnoreSpec

#: Standard input, as an argument.
STDIN: Final = "-"
#: What is looked for in folders, and what is no derivation in spite of its suffix.
INCLUDE: Final = tuple(f"*{suffix}" for suffix in KINDS)
NEVER: Final = (
    ".*/",
    "node_modules/",
    "__pycache__/",
    "venv/",
    "requirements*.txt",
    "constraints*.txt",
    "robots.txt",
    "llms*.txt",
    "CMakeLists.txt",
    "LICENSE*",
    "*.egg-info/",
)
_PATTERN: Final = re.compile(r"[*?\[]")


@dataclass(frozen=True, slots=True)
class Selection:
    """Which files of a folder are derivations. Patterns are those of `.gitignore`, relative to
    `root`. `exclude_named`: files that the call names are excluded by them too.
    """

    root: Path
    include: tuple[str, ...] = INCLUDE
    exclude: tuple[str, ...] = ()
    gitignore: bool = True
    exclude_named: bool = False

    def includes(self, path: Path) -> bool:
        """Whether the patterns of `include` are for this file."""
        return _matcher(self.include, self.root)(path, False)


@dataclass(frozen=True, slots=True)
class Found:
    """The files in the order of the call, each once, and the arguments that are for none, each with
    the reason.
    """

    paths: tuple[Path, ...]
    missing: tuple[str, ...] = ()


def find(names: Sequence[str], selection: Selection, beside: Selection | None = None) -> Found:
    """The derivations that the arguments `names` are for; those that `beside` excludes are left out
    too. A name that is neither a folder nor a
    pattern is a file, whether or not it is there: the check reports what is missing.
    """
    paths: dict[str, Path] = {}
    missing: list[str] = []
    is_excluded = _excluded((), selection, beside)
    for name in names:
        path = Path(name)
        if name == STDIN or (not path.is_dir() and (path.exists() or not _PATTERN.search(name))):
            if name == STDIN or not (selection.exclude_named and is_excluded(path, False)):
                paths.setdefault(name, path)
            continue
        found = list(
            _walk(path, selection, beside) if path.is_dir() else _expand(name, selection, beside)
        )
        for each in found:
            paths.setdefault(os.fspath(each), each)
        if not found:
            kind = "this folder holds" if path.is_dir() else "this pattern is for"
            missing.append(f"{name}: {kind} no derivation")
    return Found(tuple(paths.values()), tuple(missing))


def _excluded(
    also: tuple[str, ...], selection: Selection, beside: Selection | None
) -> Callable[[Path, bool], bool]:
    """Whether the patterns of `also` or of one of the selections exclude a path."""
    first = _matcher((*also, *selection.exclude), selection.root)
    second = _matcher(beside.exclude, beside.root) if beside is not None else first
    return lambda path, is_folder: first(path, is_folder) or second(path, is_folder)


def _walk(folder: Path, selection: Selection, beside: Selection | None) -> Iterator[Path]:
    """The derivations under a folder, in order, without what is ignored and excluded."""
    is_excluded = _excluded(NEVER, selection, beside)
    is_included = _matcher(selection.include, selection.root)
    is_ignored = _Ignored(folder) if selection.gitignore else None

    def skips(path: Path, is_folder: bool) -> bool:
        return is_excluded(path, is_folder) or (
            is_ignored is not None and is_ignored(path, is_folder)
        )

    for place, folders, files in os.walk(folder):
        here = Path(place)
        folders[:] = sorted(each for each in folders if not skips(here / each, True))
        for each in sorted(files):
            path = here / each
            if is_included(path, False) and not skips(path, False) and path.is_file():
                yield path


def _expand(pattern: str, selection: Selection, beside: Selection | None) -> Iterator[Path]:
    """The derivations that a pattern is for. It is taken relative to the folder before its first
    sign, and `**` stands for any number of folders.
    """
    parts = Path(pattern).parts
    first = next(index for index, part in enumerate(parts) if _PATTERN.search(part))
    folder = Path(*parts[:first]) if first else Path()
    if not folder.is_dir():
        return
    # A leading slash ties the pattern to the folder, as in `.gitignore`.
    matches = _matcher(("/" + "/".join(parts[first:]),), folder)
    for path in _walk(folder, selection, beside):
        if matches(path, False):
            yield path


def _matcher(patterns: Iterable[str], root: Path) -> Callable[[Path, bool], bool]:
    """Whether a path is matched by patterns relative to `root`."""
    listed = tuple(patterns)
    if not listed:
        return lambda _path, _is_folder: False
    from pathspec import GitIgnoreSpec

    spec = GitIgnoreSpec.from_lines(listed)
    base = root.absolute().resolve()

    def matches(path: Path, is_folder: bool) -> bool:
        return spec.match_file(_relative(path, base) + ("/" if is_folder else ""))

    return matches


def _relative(path: Path, base: Path) -> str:
    """The path below `base`, or its name where it is not there."""
    whole = path.absolute().parent.resolve() / path.name
    return whole.relative_to(base).as_posix() if whole.is_relative_to(base) else path.name


class _Ignored:
    """Whether git ignores a path: by the `.gitignore` files from the repository's root down to it.
    The deepest one that says anything counts.
    """

    def __init__(self, folder: Path) -> None:
        start = folder.absolute().resolve()
        self._root = next(
            (each for each in (start, *start.parents) if (each / ".git").exists()), start
        )
        self._specs: dict[Path, GitIgnoreSpec | None] = {}

    def __call__(self, path: Path, is_folder: bool) -> bool:
        whole = path.absolute().parent.resolve() / path.name
        for above in whole.parents:
            if not above.is_relative_to(self._root):
                break
            spec = self._spec(above)
            if spec is None:
                continue
            told = whole.relative_to(above).as_posix() + ("/" if is_folder else "")
            said = spec.check_file(told).include
            if said is not None:
                return said
        return False

    def _spec(self, folder: Path) -> GitIgnoreSpec | None:
        if folder not in self._specs:
            names = [folder / ".gitignore"]
            if folder == self._root:
                names.append(folder / ".git" / "info" / "exclude")
            lines = [line for name in names for line in _lines(name)]
            from pathspec import GitIgnoreSpec

            self._specs[folder] = GitIgnoreSpec.from_lines(lines) if lines else None
        return self._specs[folder]


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return []


def changed_since(revision: str, paths: Sequence[Path]) -> tuple[Path, ...]:
    """Those of the paths that differ from where this branch left `revision`, or that git does not
    know yet. Raises `ValueError` if git does not say.
    """
    if revision.startswith("-"):
        raise ValueError(f"{revision!r} is no revision")
    top = Path(_git("rev-parse", "--show-toplevel").rstrip("\n"))
    try:
        base = _git("merge-base", revision, "HEAD").strip()
    except ValueError:
        base = _git("rev-parse", "--verify", f"{revision}^{{commit}}").strip()
    listed = _git("diff", "--name-only", "-z", "--no-renames", base, "--").split("\0")
    unknown = _git("ls-files", "--others", "--exclude-standard", "-z", "--full-name", ":/")
    changed = {(top / name).resolve() for name in (*listed, *unknown.split("\0")) if name}
    return tuple(path for path in paths if path.absolute().resolve() in changed)


def _git(*arguments: str) -> str:
    try:
        done = subprocess.run(
            ["git", *arguments],
            capture_output=True,
            text=True,
            check=False,
            errors="surrogateescape",
        )
    except FileNotFoundError:
        raise ValueError("git is not installed") from None
    if done.returncode:
        said = done.stderr.strip().split("\n")[0] or f"git {arguments[0]} fails"
        raise ValueError(said.removeprefix("fatal: "))
    return done.stdout
