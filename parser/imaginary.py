"""Whether the letter i of a text is the imaginary unit, or a quantity such as a rate of interest.

In: the whole text. The text as a whole shows it, before any of its formulas is read.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from shomei.languages.language import languages
from shomei.languages.phrases import NEVER
from shomei.parser.nouns_of_quantities import CALLED

_ORDER: Final = r"(?:[<>≤≥]|\\(?:leq?|geq?|lt|gt|leqslant|geqslant|leqq|geqq)(?![a-z]))"
#: An i that is compared with others is not the imaginary unit.
_COMPARED: Final = re.compile(rf"(?<![A-Za-z\\_^])i\s*{_ORDER}|{_ORDER}\s*i(?![A-Za-z_^])")
#: Nor is one that has a decimal or a percentage for a value.
_VALUED: Final = re.compile(r"(?<![A-Za-z\\_^{,])i\s*=\s*(?:\d*\.\d+|\d+\s*\\?%)")
#: One that is positive is no imaginary unit, whatever it is called; but in an exponent it may be.
_POSITIVE: Final = re.compile(
    r"(?<![A-Za-z\\_^])i\s*(?:>|\\gt(?![a-z]))\s*0|(?<!\d)0\s*<\s*i(?![A-Za-z_^])"
)
_EXPONENT: Final = re.compile(
    r"(?<![A-Za-z])e\s*\^\s*(?:i|\{[^{}]*(?<![A-Za-z\\_])i(?![a-z]{2}))|\\exp[^$]{0,9}\bi"
)
#: What only the imaginary unit satisfies, and is written with.
_UNIT: Final = re.compile(
    r"(?<![A-Za-z\\_{])i\s*\^\s*\{?\s*2\s*\}?\s*=\s*-\s*1|\\sqrt\s*\{\s*-"
    r"|\\pi\s*i(?![A-Za-z])|(?<![A-Za-z\\_])i\s*\\(?![,;:!]|(?:leq?|geq?|lt|gt|leqslant|geqslant"
    r"|leqq|geqq|right|cdot|times|text|quad|qquad|end|dots|ldots|in|to|neq?)(?![a-z]))"
    r"|\\(?:Re|Im|bar|overline|mathbb\{?C)(?![A-Za-z])"
)


_CALLED: Final = re.compile(rf"{CALLED}(?:\$|\\\()\s*i\s*(?:=|{_ORDER}|\$|\\\))", re.IGNORECASE)
_COMPLEX: Final = re.compile(
    "|".join(
        re.escape(word)
        for language in languages()
        for word in language.words("other_kinds", "complex numbers")
        if len(word) > 1
    )
    or NEVER,
    re.IGNORECASE,
)


def is_compared(text: str) -> bool:
    """Whether an i is compared with something."""
    return _COMPARED.search(text) is not None


@lru_cache(maxsize=8)
def is_quantity(text: str) -> bool:
    """Whether the text calls its i a quantity (`the yearly rate $i$`), and treats it as a real
    number, or says that it is positive, and nothing in it is written with the imaginary unit.
    """
    called = _CALLED.search(text) is not None and (
        is_compared(text) or _VALUED.search(text) is not None
    )
    positive = _POSITIVE.search(text) is not None and _EXPONENT.search(text) is None
    return (called or positive) and _UNIT.search(text) is None and _COMPLEX.search(text) is None
