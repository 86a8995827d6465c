"""What a text says of names before its formulas are read: ranges, definitions, constants."""

from __future__ import annotations

import re
from typing import Final

#: `u, v \\in …` and `f(x) = …`, whatever comes after.
RANGES: Final = re.compile(
    r"[$\s(\[]*(?:\\[(\[])?\s*(\\?[A-Za-z]+(?:\s*,\s*\\?[A-Za-z]+)*)\s*(?:\\in(?![A-Za-z])|∈)"
)
DEFINES: Final = re.compile(
    r"[$\s&]*(?:\\[(\[])?(?:\\[a-z]+(?=\s)|\\begin\{[a-z*]+\}|[\s&])*(\\?[A-Za-z]+)\s*(?:\([^()=]*\))?\s*&?\s*(?::|\\coloneqq)?="
)
#: Letters whose index holds a letter: `a_n`, `b_{k+1}`, `\\lambda_i`.
INDEXED: Final = re.compile(
    r"(?<![A-Za-z\\])([A-Za-z]|\\(?!(?:sum|prod|int|lim|max|min|sup|inf|log)_)[A-Za-z]+)_(?:[a-z](?![A-Za-z])|\{[^{}]*(?<![A-Za-z\\])[a-z](?![A-Za-z])[^{}]*\})"
)
DEFINES_INDEXED: Final = re.compile(
    r"[$\s&]*(?:\\[(\[])?(?:\\[a-z]+(?=\s)|\\begin\{[a-z*]+\}|[\s&])*"
    r"(\\?[A-Za-z]+)_(?:\w|\\[A-Za-z]+|\{[^{}]*\})\s*&?\s*(?::|\\coloneqq)?="
)
CONSTANT_CALLED: Final = re.compile(r"[\s$&]*(?:\\[(\[])?\s*(e|\\pi)\s*\(\s*[A-Za-z]\s*\)\s*&?\s*=")
