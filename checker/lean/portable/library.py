"""The Lean library: `lean_project`'s interface of Mathlib and Shomei's rules, compiled once and kept in the cache folder.

A module is `lean_project/Shomei.lean`, one under `lean_project/Shomei/`, or one under `lean_project/portable/Mathlib/`, and is named by its path. Notations and
macros cannot be imported by the portable Lean, so a module that uses them holds a line `-- shomei: preamble`, which is replaced by the preamble's text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from checker.lean.backend import EnvironmentFailure
from checker.lean.portable import cache
from checker.lean.portable.process import Installation, run_lean

PROJECT = Path(__file__).parents[3] / "lean_project"
PREAMBLE_MARK = "-- shomei: preamble"
#: For one module; the largest takes seconds.
_MODULE_SECONDS = 600.0
_IMPORT = re.compile(r"^\s*(?:public\s+)?(?:meta\s+)?import\s+(?:all\s+)?([\w.]+)\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Module:
    """A module of the library: its name, its text with the preamble in it, and the names of the library's modules that it imports."""

    name: str
    text: str
    imports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Library:
    """The library's modules, each after those that it imports, and the preamble that stands before each checked body."""

    modules: tuple[Module, ...]
    preamble: str

    def key(self, toolchain: str) -> str:
        """Changes with the toolchain and with any text of the library."""
        return cache.content_key([toolchain.encode(), self.preamble.encode(), *(part.encode() for one in self.modules for part in (one.name, one.text))])


def read_library(project: Path = PROJECT) -> Library:
    """The library as it lies in `project`. Raises `EnvironmentFailure` for an installation without it, or with imports in a circle."""
    try:
        preamble = (project / "portable" / "Preamble.lean").read_text("utf-8").strip("\n")
        texts = {name: path.read_text("utf-8") for name, path in _module_files(project)}
    except OSError as error:
        raise EnvironmentFailure(f"Shomei's Lean library cannot be read: {error.filename}: {error.strerror}.") from error
    if "Shomei" not in texts:
        raise EnvironmentFailure(f"Shomei's Lean library is not in {project}.")
    found = {name: Module(name, _with_preamble(text, preamble), tuple(one for one in _IMPORT.findall(text) if one in texts)) for name, text in texts.items()}
    return Library(tuple(_in_order_of_imports(found)), preamble)


def _with_preamble(text: str, preamble: str) -> str:
    return re.sub(rf"^{PREAMBLE_MARK}$", lambda _: preamble, text, flags=re.MULTILINE)


def _module_files(project: Path) -> Iterator[tuple[str, Path]]:
    yield "Shomei", project / "Shomei.lean"
    for base, folder in ((project, project / "Shomei"), (project / "portable", project / "portable" / "Mathlib")):
        for path in sorted(folder.rglob("*.lean")):
            yield ".".join(path.relative_to(base).with_suffix("").parts), path


def _in_order_of_imports(modules: dict[str, Module]) -> list[Module]:
    ordered: dict[str, Module] = {}
    open_names: list[str] = []

    def visit(name: str) -> None:
        if name in ordered:
            return
        if name in open_names:
            raise EnvironmentFailure(f"Shomei's Lean library imports in a circle: {' → '.join([*open_names[open_names.index(name) :], name])}.")
        open_names.append(name)
        for imported in modules[name].imports:
            visit(imported)
        open_names.pop()
        ordered[name] = modules[name]

    visit("Shomei")  # what it does not reach is no part of the library
    return list(ordered.values())


def install_library(library: Library, installation: Installation, toolchain_key: str, progress: Callable[[str], None]) -> Path:
    """The folder with the oleans of `library`, compiled first if need be. Raises `EnvironmentFailure` where a module does not compile."""
    key = library.key(toolchain_key)
    return cache.install(cache.cache_folder() / f"library-{key}", key, lambda folder: _compile_all(folder, library, installation, progress))


def _compile_all(folder: Path, library: Library, installation: Installation, progress: Callable[[str], None]) -> None:
    building = Installation(installation.node, installation.engine, installation.oleans, folder)
    for number, module in enumerate(library.modules, start=1):
        progress(f"compiling the Lean library ({number} of {len(library.modules)}: {module.name})")
        _compile(folder, module, building)


def _compile(folder: Path, module: Module, installation: Installation) -> None:
    source = folder.joinpath(*module.name.split(".")).with_suffix(".lean")
    source.parent.mkdir(parents=True, exist_ok=True)
    source.write_text(module.text, "utf-8")
    olean = source.with_suffix(".olean")
    inside = f"/work/{source.relative_to(folder)}"
    outcome = run_lean(installation, folder, ["-o", str(Path(inside).with_suffix(".olean")), inside], timeout=_MODULE_SECONDS)
    faults = [one for one in outcome.messages if one.severity != "information"]
    if faults or outcome.failure or not olean.is_file():
        first = f"line {faults[0].line}: {faults[0].text}" if faults else (outcome.failure or "Lean wrote no olean")
        raise EnvironmentFailure(f"Shomei's Lean library does not compile: {module.name}, {first}")
