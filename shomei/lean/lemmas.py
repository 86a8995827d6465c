"""The lemmas of Shomei's library that a Lean text cites, with all that they use, as text.

In: a Lean text that cites `Shomei.…`, and Shomei's Lake project. Out: the commands that declare
what it cites, for a file over Mathlib that does not import the library. This reads text: it takes a
name for a citation wherever it stands, so that it may write more than is used, never less.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from shomei.lean.conformance import PROJECT
from shomei.lean.sources import declarations, without_comments

_NAME: Final = re.compile(r"[^\W\d][\w'₀-₉]*(?:\.[^\W\d][\w'₀-₉]*)*")
_IMPORT: Final = re.compile(r"^public import (Shomei\.\w+)$", re.MULTILINE)
#: The commands that say where declarations stand.
_OPENING: Final = ("namespace ", "section")
_SCOPE: Final = ("open ", "universe ", "variable ")


@dataclass(frozen=True, slots=True)
class Lemma:
    """A declaration of the library: its module, its name in full, its text, and its place among the
    commands of the module.
    """

    module: str
    name: str
    text: str
    private: bool


def library(project: Path = PROJECT) -> Mapping[str, tuple[str | Lemma, ...]]:
    """The commands of each module of Shomei's library, each module after those that it imports: a
    lemma, or the text of a command that opens or ends something.
    """
    texts = {
        f"Shomei.{path.stem}": path.read_text(encoding="utf-8")
        for path in sorted((project / "Shomei").glob("*.lean"))
    }
    return {module: tuple(_commands(module, texts[module])) for module in _in_order(texts)}


def _in_order(texts: Mapping[str, str]) -> list[str]:
    found: dict[str, None] = {}

    def add(module: str) -> None:
        if module not in found and module in texts:
            for other in _IMPORT.findall(texts[module]):
                add(other)
            found[module] = None

    for module in texts:
        add(module)
    return list(found)


def _commands(module: str, text: str) -> Iterator[str | Lemma]:
    known = {command.text: declaration for command, declaration in declarations(text)}
    for part in re.split(r"\n(?=[^\s)\]}|])", "\n" + without_comments(text)):
        command = part.strip()
        if command in known:
            lemma = known[command]
            yield Lemma(module, lemma.name, command, lemma.private)
        elif command == "end" or command.startswith((*_OPENING, *_SCOPE, "end ")):
            yield command


def cited_lemmas(text: str, project: Path = PROJECT) -> str:
    """The commands that declare what `text` cites as `Shomei.…`; nothing if it cites nothing."""
    modules = library(project)
    lemmas = [each for commands in modules.values() for each in commands if isinstance(each, Lemma)]
    public = {lemma.name: lemma for lemma in lemmas if not lemma.private}
    needed: dict[Lemma, None] = {}
    left = [
        public[name]
        for name in dict.fromkeys(_prefixes(_NAME.findall(text)))
        if name.startswith("Shomei.") and name in public
    ]
    while left:
        lemma = left.pop()
        if lemma in needed:
            continue
        needed[lemma] = None
        names = set(_prefixes(_NAME.findall(lemma.text)))
        left += [
            other
            for other in lemmas
            if (not other.private or other.module == lemma.module)
            and (other.name in names or other.name.removeprefix("Shomei.") in names)
        ]
    if not needed:
        return ""
    return (
        "\n\n".join(
            "\n\n".join(("section", *written, "end"))
            for commands in modules.values()
            if (written := _written(commands, needed))
        )
        + "\n"
    )


def _prefixes(names: Iterable[str]) -> Iterator[str]:
    """Each name, and the shorter ones that it begins with: `a.b` may be the field `b` of `a`."""
    for name in names:
        parts = name.split(".")
        yield from (".".join(parts[:count]) for count in range(1, len(parts) + 1))


def _written(commands: Iterable[str | Lemma], needed: Mapping[Lemma, None]) -> list[str]:
    """The commands of a module that are needed, without sections that hold none of its lemmas."""
    found: list[str] = []
    begun: list[int] = []
    full: list[bool] = [False]
    for command in commands:
        if isinstance(command, Lemma):
            if command in needed:
                found.append(_alone(command))
                full = [True] * len(full)
        elif command.startswith(_OPENING):
            begun.append(len(found))
            full.append(False)
            found.append(command)
        elif command == "end" or command.startswith("end "):
            begin = begun.pop()
            if full.pop():
                found.append(command)
            else:
                del found[begin:]
        else:
            found.append(command)
    return found if full[0] else []


def _alone(lemma: Lemma) -> str:
    """A declaration for one file: private, so that files with the same one can be used together."""
    text = re.sub(r"^@\[expose\] ", "", lemma.text)
    return text if lemma.private else f"private {text}"
