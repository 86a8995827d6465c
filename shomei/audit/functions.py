"""The functions of the language, as Mathlib knows them: the audit's own account, which shares
nothing with `operations`. A test compares the two.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

#: Functions of one real number, with Mathlib's name for each.
REAL: Final[Mapping[str, str]] = MappingProxyType(
    {
        name: f"Real.{name}"
        for name in (
            "sin",
            "cos",
            "tan",
            "arcsin",
            "arccos",
            "arctan",
            "sinh",
            "cosh",
            "tanh",
            "arsinh",
            "exp",
            "log",
            "sqrt",
        )
    }
)
#: Functions that are a quotient of two of those. None in the numerator is 1.
QUOTIENTS: Final[Mapping[str, tuple[str | None, str]]] = MappingProxyType(
    {"cot": ("cos", "sin"), "sec": (None, "cos"), "csc": (None, "sin"), "sech": (None, "cosh")}
)
#: What may be said of a declared function: Mathlib's word for it everywhere, and at a point.
PROPERTIES: Final[Mapping[str, tuple[str, str | None]]] = MappingProxyType(
    {
        "differentiable": ("Differentiable ℝ", "DifferentiableAt ℝ"),
        "continuous": ("Continuous", "ContinuousAt"),
        "increasing": ("Monotone", None),
        "decreasing": ("Antitone", None),
        "strictly increasing": ("StrictMono", None),
        "strictly decreasing": ("StrictAnti", None),
    }
)
#: The number of arguments of each of these words.
WORDS: Final[Mapping[str, int]] = MappingProxyType(
    {
        **{everywhere: 1 for everywhere, _ in PROPERTIES.values()},
        **{there: 2 for _, there in PROPERTIES.values() if there is not None},
    }
)
#: The number of real and of natural arguments of each of Mathlib's functions.
ARITIES: Final[Mapping[str, int]] = MappingProxyType(
    {**dict.fromkeys(REAL.values(), 1), "Real.logb": 2}
)
NATURAL_ARITIES: Final[Mapping[str, int]] = MappingProxyType({"Nat.factorial": 1, "Nat.choose": 2})
