"""Signs with something over them: `\\overset{(1)}{=}`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from lark import Token

from shomei.languages.language import longest_first, merged, words
from shomei.languages.phrases import NEVER
from shomei.parser.lexing.found import Found
from shomei.parser.lexing.vocabulary import CHARACTERS, COMMANDS

#: What reasons are called.
_REASONS: Final = tuple(
    name for part in ("names", "rules") for group in merged(part).values() for name in group
)


def _alternatives(phrases: Iterable[str]) -> str:
    return "|".join(longest_first(phrases)) or NEVER


#: What may stand over a sign that is itself: a reference, or the name of a reason.
_REFERENCE: Final = re.compile(
    r"[([]?\s*(?:\\(?:eq)?ref\s*)?[\d.*†‡a-z]{1,3}\s*[)\]]|\d[\d.]*|\*+|\\ast|\\(?:eq)?ref.+"
    r"|H|h|L'H.*|I\.?\s?H\.?|[A-Z]{2}(?:-[A-Z]{2})?"
    rf"|(?i:(?:{_alternatives(words('article', 'reason_begin'))})(?![A-Za-z]).*"
    rf"|(?:{_alternatives(words('article', 'over_signs'))})"
    rf"|(?:{_alternatives(map(re.escape, _REASONS))}))"
)
_DRESS: Final = re.compile(r"\\(?:text(?:rm|bf|it|sf)?|mathrm|rm|tiny|scriptsize)(?![a-z])|[{}$~]")
_DEFINITIONS: Final = frozenset(("def", "def.", "definition", "定義"))
_NO: Final = frozenset(words("article", "no"))


def stacked(found: Found) -> Iterator[Token]:
    """`\\overset{(1)}{=}`: the sign itself, where what stands over it says why it holds."""
    label = " ".join(_DRESS.sub(" ", found.match["stacked_label"]).split())
    sign = found.match["stacked_sign"]
    terminal = CHARACTERS.get(sign) or COMMANDS[sign.removeprefix("\\")]
    if label.lower() in _DEFINITIONS and terminal == "EQ":
        yield found.token("EQ", ":=")
    elif label.lower() in _NO or _REFERENCE.fullmatch(label) is None:
        raise found.unsupported(f"what stands over `{sign}` may give it another meaning")
    else:
        yield found.token(terminal, sign)
