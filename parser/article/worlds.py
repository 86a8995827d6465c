"""Parts whose titles name another kind of numbers, such as `Complex numbers`, and which operations
keep their meaning there.

In: what is not understood of a heading. Out: the operations that mean something else there, if
there are others that do not.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from shomei.languages.language import languages
from shomei.operations.registry import OPERATIONS
from shomei.parser.ast import QUOTIENT, REAL_POWER
from shomei.terms.relations import COMPARISONS

#: Operations that are entire functions: an equation between them that holds for all real numbers
#: holds for all complex numbers (the identity theorem).
_ENTIRE: Final = frozenset(("exp", "sin", "cos", "sinh", "cosh", "factorial", "binomial"))


def in_doubt(found: Sequence[str]) -> frozenset[str]:
    """The operations that are in doubt under a heading in which these words are not understood;
    none where that is everything.

    Complex numbers leave equations between polynomials and entire functions as they are. Their
    orders, quotients, roots, logarithms and real powers are others.
    """
    if not found or not all(word in _complex() for word in found):
        return frozenset()
    orders = frozenset(COMPARISONS) - {"="}
    return orders | (frozenset(OPERATIONS) - _ENTIRE) | {QUOTIENT, REAL_POWER}


@cache
def _complex() -> frozenset[str]:
    return frozenset(
        phrase
        for language in languages()
        for phrase in language.sections["other_kinds"].get("complex numbers", ())
    )
