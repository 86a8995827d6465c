"""Lean text: its words and brackets, the arguments of an application, and its layout in lines.

Only text that the emitter's printer wrote is read here.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping
from typing import Final

#: The width of a line, as in Mathlib.
WIDTH: Final = 100
#: The shortest part of a line that is left before a break.
_LEAST: Final = 40

#: Stands for a space at which no line is broken.
_GLUE: Final = "\N{NO-BREAK SPACE}"

_OPENING: Final = "(⟨[{"
_CLOSING: Final = ")⟩]}"
_NAME: Final = re.compile(r"[A-Za-z_][\w'.]*")


def depths(text: str) -> list[int]:
    """The number of open brackets before each character."""
    found = []
    depth = 0
    for character in text:
        if character in _CLOSING:
            depth -= 1
        found.append(depth)
        if character in _OPENING:
            depth += 1
    return found


def words(text: str) -> list[str]:
    """The parts of `text` between the spaces that stand in no bracket."""
    found = []
    begin = 0
    levels = depths(text)
    for place, character in enumerate(text):
        if character == " " and levels[place] == 0:
            if place > begin:
                found.append(text[begin:place])
            begin = place + 1
    if begin < len(text):
        found.append(text[begin:])
    return found


def parts(text: str, separator: str) -> list[str]:
    """`text` cut at each `separator` that stands in no bracket."""
    found = []
    begin = 0
    levels = depths(text)
    place = text.find(separator)
    while place >= 0:
        if levels[place] == 0:
            found.append(text[begin:place])
            begin = place + len(separator)
        place = text.find(separator, place + len(separator))
    found.append(text[begin:])
    return found


def is_bracketed(text: str, brackets: str = "()") -> bool:
    """Whether one pair of brackets encloses the whole text."""
    if len(text) < 2 or text[0] != brackets[0] or text[-1] != brackets[1]:
        return False
    return all(level > 0 for level in depths(text)[1:-1]) and depths(text)[-1] == 0


def bare(text: str) -> str:
    """`text` without parentheses around the whole."""
    text = text.strip()
    while is_bracketed(text):
        text = text[1:-1].strip()
    return text


def ascribed(text: str) -> tuple[str, str | None]:
    """A term and the type that it is given by `(term : type)`; None if it is given none."""
    found = parts(bare(text), " : ")
    if len(found) == 2 and not bare(text).startswith(("fun ", "∀", "∃", "∑", "∏", "if ")):
        return found[0], found[1]
    return text, None


def names(text: str) -> Iterator[str]:
    """The names in `text`, with their namespaces."""
    return (match[0] for match in _NAME.finditer(text))


def renamed(text: str, new: Mapping[str, str]) -> str:
    """`text` with the names that `new` has replaced."""
    return _NAME.sub(lambda match: new.get(match[0], match[0]), text)


def relation(statement: str) -> tuple[str, str, str] | None:
    """The left side, the sign and the right side of a relation; None for another statement."""
    for sign in ("↔", "=", "≠", "≤", "<"):
        found = parts(statement, f" {sign} ")
        if len(found) == 2:
            return found[0], sign, found[1]
        if len(found) > 2:
            return None
    return None


def in_tactics(text: str) -> list[bool]:
    """Whether each character stands behind a `by` in the same brackets: a line break there could
    end the tactic.
    """
    found = []
    # For each open bracket, whether there is a `by` in it.
    tactics = [False]
    for place, character in enumerate(text):
        if character in _CLOSING and len(tactics) > 1:
            tactics.pop()
        found.append(any(tactics))
        if character in _OPENING:
            tactics.append(text.startswith("by ", place + 1))
        elif text.startswith((" by ", f"{_GLUE}by "), place):
            tactics[-1] = True
    return found


def wrapped(line: str, more: int, width: int | None = WIDTH) -> Iterator[str]:
    """`line` in lines of at most `width` columns as far as its words allow, each after the first
    indented by `more` columns. Without a width it stays one line.
    """
    margin = " " * more
    line = line.replace(" := by", f"{_GLUE}:={_GLUE}by")
    while width is not None and len(line) > width:
        indent = len(line) - len(line.lstrip(" "))
        levels, fixed = depths(line), in_tactics(line)
        free = [
            place
            for place, character in enumerate(line)
            if character == " " and place > indent + 4 and not fixed[place]
        ]
        early = [place for place in free if indent + _LEAST <= place <= width]
        later = [place for place in free if place > width]
        if early:
            best = min(early, key=lambda place: (levels[place], -place))
        elif later:
            best = later[0]
        else:
            break
        yield line[:best].rstrip().replace(_GLUE, " ")
        line = margin + line[best:].lstrip()
    yield line.replace(_GLUE, " ")


def prose(text: str, more: int, width: int = WIDTH) -> Iterator[str]:
    """`text` of a comment in lines, each after the first indented by `more` columns."""
    yield from textwrap.wrap(
        text, width, subsequent_indent=" " * more, break_long_words=False, break_on_hyphens=False
    ) or [""]
