"""The laws that a proof may use, as data: one TOML file a family of operations.

A law states `statement` for all values of its variables that satisfy `conditions`. u, v, w stand
for any real expression, y, z for exponents, n, m for natural numbers. `lean` is Mathlib's lemma
applied to the variables (`{u}`) and to proofs of the conditions (`{1}`, `{2}`, …). `trigger` is the
expression that calls for the law; without one it is the statement's left side. Laws of one `topic`
can be left out together. What authors call a law stands in the languages' files,
`shomei/languages/*.toml`, under its id.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Final

#: The files, in the order in which their laws are tried.
FILES: Final = (
    "exponential",
    "roots",
    "absolute",
    "trigonometric",
    "hyperbolic",
    "combinatorics",
    "tangents",
    "further",
)
#: The file of those that are tried when nothing else proves a step.
LAST: Final = "further"


@cache
def rows(file: str) -> tuple[dict[str, Any], ...]:
    """The laws of one file as they stand there, in order."""
    text = files(__name__).joinpath(f"{file}.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)["rule"])
