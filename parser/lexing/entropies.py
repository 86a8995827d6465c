"""Entropies and divergences, as they stand in a text: `H(p)`, `H(p, q)`, `D_{KL}(p \\,\\|\\, q)`.

What stands in the brackets are distributions, of which the text has the probabilities `p_i`. So
each of these is a number with a name of its own, and no function of numbers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from shomei.operations.letters import GREEK

_UPRIGHT: Final = r"\\(?:mathrm|mathbb|mathcal|operatorname|text|textrm)"
_KL: Final = rf"(?:{_UPRIGHT}\s*\{{\s*KL\s*\}}|KL)"
_GREEK: Final = "|".join(sorted(GREEK, key=len, reverse=True))
_LETTER: Final = rf"(?:\\(?:{_GREEK})(?![A-Za-z])|[a-z](?![A-Za-z]))"
_BLANK: Final = r"(?:\s|\\[,;:! ])*"
_APART: Final = r"(?:\\(?:\||parallel(?![A-Za-z])|Vert(?![A-Za-z])|mid\s*\\mid)|\|\||‖)"
_PLACE: Final = re.compile(
    rf"(?P<sign>{_UPRIGHT}\s*\{{\s*(?:KL|H|D|CE)\s*\}}|(?<![A-Za-z\\])(?:KL|[HD])(?![A-Za-z]))"
    rf"(?:\s*_\s*(?:\{{\s*{_KL}\s*\}}|{_UPRIGHT}\s*\{{\s*KL\s*\}}))?"
    rf"{_BLANK}(?:\\left)?\s*[(\[]{_BLANK}(?P<one>{_LETTER}){_BLANK}"
    rf"(?:(?P<apart>{_APART}|,){_BLANK}(?P<other>{_LETTER}){_BLANK})?(?:\\right)?\s*[)\]]"
)
_IS_SUM: Final = re.compile(rf"{_BLANK}&?{_BLANK}={_BLANK}[-+]?{_BLANK}\\sum(?![A-Za-z])")


@dataclass(frozen=True, slots=True)
class Entropy:
    """What stands in the text: the name of the number, and the letters of the distributions."""

    name: str
    letters: tuple[str, ...]


def entropy_at(text: str, position: int, end: int) -> tuple[Entropy, int] | None:
    """The entropy or divergence that begins here, and where it ends; None for anything else. A mark
    between its letters tells one; else it must be a sum somewhere in the text.
    """
    found = _PLACE.match(text, position, end) if text[position] in "HDK\\" else None
    if found is None or text[:position].rstrip(" \t{")[-1:] in {"_", "^"}:
        return None
    entropy = _of(found)
    told = found["apart"] not in {None, ","} or entropy.name in _sums(text)
    return (entropy, found.end()) if told else None


def _of(found: re.Match[str]) -> Entropy:
    letters = tuple(each for each in (found["one"], found["other"]) if each is not None)
    sign = "KL" if "KL" in found.group().partition("(")[0] else found["sign"].strip("}")[-1]
    apart = ", " if found["apart"] == "," else " \\| "
    return Entropy(f"{sign}({apart.join(letters)})", tuple(each.lstrip("\\") for each in letters))


@lru_cache(maxsize=8)
def _sums(text: str) -> frozenset[str]:
    return frozenset(
        _of(found).name for found in _PLACE.finditer(text) if _IS_SUM.match(text, found.end())
    )
