"""The names of variables that are one letter each: `x`, `\\alpha`, `\\bar x`, `x'`, `x^*`.

A name is made of letters and digits alone, since Lean and every report take it as it is: the bar of
x is `barx`, x prime is `xprime`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

#: The letters with a command of their own, which is their name.
GREEK: Final = (
    "alpha",
    "beta",
    "gamma",
    "delta",
    "epsilon",
    "varepsilon",
    "zeta",
    "eta",
    "theta",
    "vartheta",
    "iota",
    "kappa",
    "lambda",
    "mu",
    "nu",
    "xi",
    "varpi",
    "rho",
    "varrho",
    "sigma",
    "tau",
    "upsilon",
    "phi",
    "varphi",
    "chi",
    "psi",
    "omega",
    "Gamma",
    "Delta",
    "Theta",
    "Lambda",
    "Xi",
    "Pi",
    "Sigma",
    "Upsilon",
    "Phi",
    "Psi",
    "Omega",
    "ell",
)

#: Alphabets whose letters may name numbers and functions: `\\mathcal{L}`.
ALPHABETS: Final = ("mathcal", "mathscr")
#: The signs over a letter, by the names of their commands, and its alphabet.
ACCENTS: Final = ("bar", "hat", "tilde", "check", "breve", "mathring", "acute", "grave", *ALPHABETS)
#: What stands behind a letter, as it is printed.
MARKS: Final = {"prime": "'", "star": "^{*}"}
#: The signs that may be subscripts, by what they make of a name, as they are printed.
SIGNS: Final = {"star": "\\star", "ast": "*"}

_LONGEST_FIRST: Final = sorted(GREEK, key=len, reverse=True)
_LETTER: Final = re.compile(
    rf"(?P<accent>{'|'.join(ACCENTS)})?"
    rf"(?P<base>{'|'.join(_LONGEST_FIRST)}|[A-Za-z])"
    rf"(?P<marks>(?:{'|'.join(MARKS)})*)"
)


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter with what stands over it and behind it."""

    base: str
    accent: str = ""
    marks: tuple[str, ...] = ()

    @classmethod
    def of(cls, name: str) -> Letter | None:
        """The letter of a name without subscript; None for a word."""
        if name in GREEK:
            return cls(name)
        found = _LETTER.fullmatch(name)
        if found is None:
            return None
        marks = tuple(re.findall("|".join(MARKS), found["marks"]))
        return cls(found["base"], found["accent"] or "", marks)

    @property
    def name(self) -> str:
        """The name that it makes."""
        return f"{self.accent}{self.base}{''.join(self.marks)}"

    def __str__(self) -> str:
        printed = f"\\{self.base}" if self.base in GREEK else self.base
        if self.accent:
            printed = f"\\{self.accent}{{{printed}}}"
        return printed + "".join(MARKS[mark] for mark in self.marks)


def is_letter(name: str) -> bool:
    """Whether a name is one letter, with or without a subscript."""
    return Letter.of(name.partition("_")[0]) is not None


def plain_letter(name: str) -> str:
    """The name without accents and marks: `x_1` for the `\\bar x_1`."""
    base, mark, subscript = name.partition("_")
    letter = Letter.of(base)
    return name if letter is None else f"{letter.base}{mark}{subscript}"
