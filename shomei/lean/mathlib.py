"""`python -m shomei.lean.mathlib CHECKOUT`: writes `lean_project/mathlib.toml`.

In: the portable interface, and the path of a checkout of Mathlib. Out: for each public declaration
of the interface the module of Mathlib that declares it, and a hash of its statement there. What
Shomei cites is in the interface, so the table covers every citation. It lists names only of modules
that Shomei's own modules import, directly or not; a name that is missing there, or deprecated, is
printed and left out.
"""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import Final

from shomei.lean.conformance import PROJECT, interface_files, is_public
from shomei.lean.sources import Declaration, declarations, without_comments

#: The kinds of declarations that are listed; instances are found by their class.
LISTED: Final = ("theorem", "def", "abbrev", "class", "structure")
_IMPORT = re.compile(r"^(?:public\s+)?(?:meta\s+)?import\s+(?:all\s+)?([\w.]+)", re.MULTILINE)
_GENERATED = re.compile(
    r"\b(to_additive|to_dual|to_fun)\b((?:\s+(?:existing|self|none)|\s*\([^)]*\)|\s*\[[^\]]*\])*)"
    r"\s*([^\s,\]\"(]+)?"
)
_FIELD = re.compile(r"^ {2,4}(?:protected )?([\w'₀ ]+?)\s*(?=[:({\[])", re.MULTILINE)
_ADDITIVE: Final = {
    "mul": "add",
    "one": "zero",
    "inv": "neg",
    "div": "sub",
    "prod": "sum",
    "pow": "nsmul",
    "mabs": "abs",
}
_SIGNS: Final = {"one_lt": "pos", "one_le": "nonneg", "lt_one": "neg", "le_one": "nonpos"}
_DUAL: Final = {
    "max": "min",
    "top": "bot",
    "atTop": "atBot",
    "sup": "inf",
    "Ici": "Iic",
    "Ioi": "Iio",
    "le": "ge",
    "lt": "gt",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A declaration of Mathlib: its module, the hash of its statement, the declaration that it was
    generated from (`""` if it is written out), and whether it is deprecated.
    """

    module: str
    hash: str
    source: str = ""
    deprecated: bool = False


def wanted_names(project: Path = PROJECT) -> list[str]:
    """The public declarations of the interface, by name."""
    return sorted(
        {
            declaration.name
            for path in interface_files(project)
            for _, declaration in declarations(path.read_text(encoding="utf-8"))
            if declaration.kind in LISTED and is_public(declaration)
        }
    )


def imported_modules(project: Path = PROJECT) -> list[str]:
    """The modules of Mathlib that Shomei's own modules import."""
    texts = [path.read_text(encoding="utf-8") for path in (project / "Shomei").rglob("*.lean")]
    found = {name for text in texts for name in _imports(text)}
    return sorted(name for name in found if name.startswith("Mathlib."))


def closure(checkout: Path, modules: Iterable[str]) -> list[str]:
    """The modules of Mathlib that `modules` import, directly or not, and `modules` themselves."""
    found: dict[str, None] = {}
    left = list(modules)
    while left:
        module = left.pop()
        path = _path(checkout, module)
        if module in found or not path.is_file():
            continue
        found[module] = None
        left += _imports(path.read_text(encoding="utf-8"))
    return sorted(found)


def _imports(text: str) -> list[str]:
    """The modules in the header of a Lean file."""
    lines = (line for line in without_comments(text).splitlines() if line.strip())
    header = takewhile(lambda line: line.strip() == "module" or _IMPORT.match(line), lines)
    return [name for line in header for name in _IMPORT.findall(line)]


def _path(checkout: Path, module: str) -> Path:
    return checkout.joinpath(*module.split(".")).with_suffix(".lean")


def entries(checkout: Path, modules: Iterable[str], names: Iterable[str]) -> dict[str, Entry]:
    """What `modules` of Mathlib declare of `names`. Written declarations come before generated."""
    wanted = set(names)
    last = {name.rpartition(".")[2] for name in wanted}
    written: dict[str, Entry] = {}
    generated: dict[str, Entry] = {}
    for module in modules:
        text = _path(checkout, module).read_text(encoding="utf-8")
        for _, declaration in declarations(text):
            entry = Entry(
                module, statement_hash(declaration), "", "deprecated" in declaration.attributes
            )
            own = () if declaration.kind == "attribute" else (declaration.name,)
            for name in (*own, *_fields(declaration)):
                if name in wanted and not (name in written and entry.deprecated):
                    written[name] = entry
            for name in _generated(declaration):
                if name.rpartition(".")[2] in last and name in wanted:
                    generated.setdefault(
                        name, Entry(module, entry.hash, declaration.name, entry.deprecated)
                    )
    return {**generated, **written}


def statement_hash(declaration: Declaration) -> str:
    """A hash of the text between the name and the value of a declaration."""
    text = " ".join(f"{declaration.signature}".split())
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _fields(declaration: Declaration) -> Iterator[str]:
    """The projections of a structure or class."""
    if declaration.kind in ("structure", "class"):
        body = without_comments(declaration.body)
        for match in re.finditer(
            r"^ {2,4}(?:protected )?([\w'₀ ]+?)\s*(?=[:({\[])", body, re.MULTILINE
        ):
            for name in match[1].split():
                yield f"{declaration.name}.{name}"


def _generated(declaration: Declaration) -> Iterator[str]:
    """The names that attributes of a declaration generate."""
    parent, _, own = declaration.name.rpartition(".")
    for kind, _options, given in _GENERATED.findall(declaration.attributes):
        if given:
            yield given
            yield f"{_translated(parent)}.{given}".lstrip(".")
            yield f"{parent}.{given}".lstrip(".")
        elif kind == "to_fun":
            yield f"{parent}.fun_{own}".lstrip(".")
        elif kind == "to_additive":
            yield ".".join(_additive(part) for part in declaration.name.split("."))
        else:
            yield ".".join(_dual(part) for part in declaration.name.split("."))


def _translated(parent: str) -> str:
    return ".".join(_additive(part) for part in parent.split(".")) if parent else ""


def _additive(name: str) -> str:
    for sign, word in _SIGNS.items():
        name = re.sub(rf"(?<![A-Za-z]){sign}(?![A-Za-z])", word, name)
    return "_".join(
        _ADDITIVE.get(word.rstrip("'"), word.rstrip("'")) + "'" * word.count("'")
        for word in name.split("_")
    )


def _dual(name: str) -> str:
    both = {**_DUAL, **{right: left for left, right in _DUAL.items()}}
    return "_".join(
        both.get(word.rstrip("'"), word.rstrip("'")) + "'" * word.count("'")
        for word in name.split("_")
    )


@dataclass(frozen=True, slots=True)
class Table:
    """The contents of `mathlib.toml`: the commit, the imports, and for each name its module."""

    commit: str
    imports: list[str]
    names: Mapping[str, str]


def read_table(project: Path = PROJECT) -> Table:
    """`mathlib.toml` as it is on disk."""
    data = tomllib.loads((project / "mathlib.toml").read_text(encoding="utf-8"))
    names = {name: entry["module"] for name, entry in data["names"].items()}
    return Table(data["commit"], data["imports"], names)


def table(found: Mapping[str, Entry], commit: str, imports: Iterable[str]) -> str:
    """The text of `mathlib.toml`."""
    lines = [
        "# The declarations of Mathlib that Shomei can cite, at the pinned commit: for each its",
        "# module and a hash of its statement there; `from` names what it is generated from.",
        "# Generated by `python -m shomei.lean.mathlib CHECKOUT`.",
        "",
        f'commit = "{commit}"',
        "# The modules that Shomei's own modules import. All modules below are among what these",
        "# import.",
        "imports = [",
        *(f'    "{name}",' for name in imports),
        "]",
        "",
        "[names]",
    ]
    for name, entry in sorted(found.items()):
        source = f', from = "{entry.source}"' if entry.source else ""
        lines.append(f'"{name}" = {{ module = "{entry.module}", hash = "{entry.hash}"{source} }}')
    return "\n".join(lines) + "\n"


def main(arguments: list[str]) -> int:
    """Writes the table. Exit code 1 if a name is missing in it."""
    if len(arguments) != 1:
        print("usage: python -m shomei.lean.mathlib CHECKOUT", file=sys.stderr)  # noqa: T201
        return 2
    checkout = Path(arguments[0])
    names, imports = wanted_names(), imported_modules()
    found = entries(checkout, closure(checkout, imports), names)
    usable = {name: entry for name, entry in found.items() if not entry.deprecated}
    for name in names:
        if name not in usable:
            why = "deprecated" if name in found else "not in what Shomei imports"
            print(f"{name}: {why}", file=sys.stderr)  # noqa: T201
    commit = _commit(checkout)
    (PROJECT / "mathlib.toml").write_text(table(usable, commit, imports), encoding="utf-8")
    return 0 if len(usable) == len(names) else 1


def _commit(checkout: Path) -> str:
    """The commit of the checkout; the pinned one if it is no repository."""
    asked = subprocess.run(
        ["git", "-C", str(checkout), "rev-parse", "HEAD"],
        capture_output=True,
        text=True,
        check=False,
    )
    manifest = (PROJECT / "lake-manifest.json").read_text(encoding="utf-8")
    pinned = re.search(r'mathlib4[^}]*?"rev": "([0-9a-f]{40})"', manifest, re.DOTALL)
    return asked.stdout.strip() or (pinned[1] if pinned else "")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
