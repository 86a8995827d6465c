"""The Lean library: `lean_project`'s interface of Mathlib and Shomei's rules, compiled once and
kept in the cache folder.

A module is `lean_project/Shomei.lean`, or one under `lean_project/Shomei/` or
`lean_project/portable/Mathlib/`, and is named by its path. The portable Lean cannot import
notations and macros, so a module that uses them has a line `-- shomei: preamble`, which is replaced
by the text of the preamble.

The compiled library holds the oleans, a record of what each theorem rests on, and `image.bin`: the
memory of a Lean that has imported everything and read the preamble. A check starts from that image.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from shomei.lean.backend import EnvironmentFailure
from shomei.lean.portable import cache
from shomei.lean.portable.compilation import Compiler, Module, compile_modules, store_image

PROJECT = Path(__file__).parents[2] / "lean_project"
PREAMBLE_MARK = "-- shomei: preamble"
_KEYS = "modules.json"
_PARTS = (".olean", ".olean.server", ".olean.private", ".ir", ".axioms.json")
_IMPORT = re.compile(
    r"^\s*(?:public\s+)?(?:meta\s+)?import\s+(?:all\s+)?([\w.]+)\s*$", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Library:
    """The modules of the library, each after those that it imports, and the preamble that precedes
    each checked body.
    """

    modules: tuple[Module, ...]
    preamble: str

    @property
    def header(self) -> str:
        """The text before each body: the library's import, and the notations that the portable Lean
        cannot import.
        """
        return f"import Shomei\nopen Filter Topology\n{self.preamble}\n"

    def key(self, engine_key: str) -> str:
        """Changes with the engine and with any text of the library."""
        return cache.short_key(
            [
                engine_key.encode(),
                self.header.encode(),
                *(part.encode() for one in self.modules for part in (one.name, one.text)),
            ]
        )


def read_library(project: Path = PROJECT) -> Library:
    """The library in `project`. Raises `EnvironmentFailure` if the installation lacks it or its
    imports are circular.
    """
    try:
        preamble = (project / "portable" / "Preamble.lean").read_text("utf-8").strip("\n")
        texts = {name: path.read_text("utf-8") for name, path in _module_files(project)}
    except OSError as error:
        raise EnvironmentFailure(
            f"Shomei's Lean library cannot be read: {error.filename}: {error.strerror}."
        ) from error
    found = {
        name: Module(
            name,
            _with_preamble(text, preamble),
            tuple(one for one in _IMPORT.findall(text) if one in texts),
        )
        for name, text in texts.items()
    }
    return Library(tuple(_in_order_of_imports(found)), preamble)


def _module_files(project: Path) -> Iterator[tuple[str, Path]]:
    yield "Shomei", project / "Shomei.lean"
    for base, folder in (
        (project, project / "Shomei"),
        (project / "portable", project / "portable" / "Mathlib"),
    ):
        for path in sorted(folder.rglob("*.lean")):
            yield ".".join(path.relative_to(base).with_suffix("").parts), path


def _with_preamble(text: str, preamble: str) -> str:
    return re.sub(rf"^{PREAMBLE_MARK}$", lambda _: preamble, text, flags=re.MULTILINE)


def _in_order_of_imports(modules: dict[str, Module]) -> list[Module]:
    ordered: dict[str, Module] = {}
    open_names: list[str] = []

    def visit(name: str) -> None:
        if name in ordered:
            return
        if name in open_names:
            raise EnvironmentFailure(
                "Shomei's Lean library imports in a circle: "
                f"{' → '.join([*open_names[open_names.index(name) :], name])}."
            )
        open_names.append(name)
        for imported in modules[name].imports:
            visit(imported)
        open_names.pop()
        ordered[name] = modules[name]

    visit("Shomei")  # unreachable modules are not part of the library
    return list(ordered.values())


def library_folder(library: Library, engine_key: str) -> Path:
    """The folder of the compiled `library`, whether or not it exists yet."""
    return cache.cache_folder() / f"library-{library.key(engine_key)}"


def install_library(library: Library, compiler: Compiler, progress: Callable[[str], None]) -> Path:
    """The folder of the compiled `library`, compiled first if necessary. Raises
    `EnvironmentFailure` if a module does not compile.

    Compiling takes minutes, so modules that were compiled before an interruption are kept for the
    next time.
    """
    folder = library_folder(library, compiler.engine_key)
    unfinished = folder.with_name(f"unfinished-{folder.name.partition('-')[2]}")

    def build(scratch: Path) -> None:
        left = _take_over(scratch, folder.parent, library, compiler.engine_key)
        work = _Work(
            scratch, library, left, [module for module in library.modules if module not in left]
        )
        try:
            _compile(work, compiler, progress)
        except BaseException:
            _keep(work, unfinished, _module_keys(library, compiler.engine_key))
            raise

    installed = cache.install(folder, library.key(compiler.engine_key), build)
    shutil.rmtree(unfinished, ignore_errors=True)
    return installed


@dataclass(frozen=True, slots=True)
class _Work:
    """A library in the making: its folder, the modules to compile, and the growing list of compiled
    ones.
    """

    folder: Path
    library: Library
    left: list[Module]
    finished: list[Module]


def _keep(work: _Work, unfinished: Path, keys: dict[str, str]) -> None:
    """Installs the compiled modules of `work` as a folder that `_take_over` finds but that is not a
    library.
    """
    known = {module.name: keys[module.name] for module in work.finished}

    def build(folder: Path) -> None:
        for module in work.finished:
            _link_parts(work.folder, folder, module)
        (folder / _KEYS).write_text(json.dumps(known), "utf-8")

    with contextlib.suppress(EnvironmentFailure):
        cache.install(unfinished, cache.short_key([json.dumps(known).encode()]), build)


def axioms_of(folder: Path) -> frozenset[str]:
    """The axioms that the library compiled in `folder` declares: those of the interface of
    Mathlib.
    """
    state = json.loads((folder / "state.json").read_text("utf-8"))
    return frozenset(state["records"]["declared"])


def _module_keys(library: Library, engine_key: str) -> dict[str, str]:
    """For each module a hash of everything that its compilation depends on."""
    keys: dict[str, str] = {}
    for module in library.modules:
        keys[module.name] = cache.short_key(
            [
                engine_key.encode(),
                module.text.encode(),
                *(keys[one].encode() for one in module.imports),
            ]
        )
    return keys


def _take_over(scratch: Path, siblings: Path, library: Library, engine_key: str) -> list[Module]:
    """Links the modules that an earlier library has compiled into `scratch`. Returns the remaining
    ones.
    """
    keys = _module_keys(library, engine_key)
    (scratch / _KEYS).write_text(json.dumps(keys), "utf-8")
    left = list(library.modules)
    for earlier in [*siblings.glob("library-*"), *siblings.glob("unfinished-*")]:
        try:
            stamped = json.loads((earlier / cache.STAMP).read_text("utf-8"))["key"]
            known = json.loads((earlier / _KEYS).read_text("utf-8"))
            if not cache.is_installed(earlier, stamped):
                continue
            same = [module for module in left if known.get(module.name) == keys[module.name]]
            for module in same:
                _link_parts(earlier, scratch, module)
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            continue
        left = [module for module in left if module not in same]
    return left


def _link_parts(source: Path, target: Path, module: Module) -> None:
    (target / module.path).parent.mkdir(parents=True, exist_ok=True)
    for ending in _PARTS:
        part = target / f"{module.path}{ending}"
        part.unlink(missing_ok=True)
        os.link(source / f"{module.path}{ending}", part)


def _compile(work: _Work, compiler: Compiler, progress: Callable[[str], None]) -> None:
    library = work.library

    def tell() -> None:
        progress(
            f"compiling the Lean library ({len(work.finished)} of {len(library.modules)} modules)"
        )

    def note(module: Module) -> None:
        work.finished.append(module)
        tell()

    tell()
    compile_modules(work.folder, work.left, compiler, note)
    records = [f"{module.path}.axioms.json" for module in library.modules]
    store_image(work.folder, library.header, records, compiler)
    if not (work.folder / "state.json").is_file():
        raise EnvironmentFailure("Shomei's Lean library does not compile: its image is not there.")
