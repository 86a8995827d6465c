"""Words that call what stands right behind them a quantity: `the yearly rate $r$`, 元金 $P$."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shomei.languages.language import languages, longest_first
from shomei.languages.phrases import NEVER


def _nouns() -> Iterator[str]:
    for language in languages():
        listed = (*language.words("clauses", "noun"), *language.words("plain", "quantities"))
        if words := "|".join(map(re.escape, longest_first(listed))):
            yield rf"\b(?:{words})" if language.spaced else rf"(?:{words})(?:を|は|が)?"


#: A regular expression for such words, up to the formula.
CALLED: Final = rf"(?:{'|'.join(_nouns()) or NEVER})[\s*_]*"
