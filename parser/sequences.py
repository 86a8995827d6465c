"""Sequences by recursion, as a text gives them: `a_1 = 1, a_{n+1} = 2 a_n + 1`.

In: conditions that are read. Out: the items that declare the sequence from its first element on and
assume its recursion, or None where the conditions say something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from shomei.parser.ast import Assume, Declare, Define
from shomei.parser.declarations import Declarations
from shomei.parser.stops import STOP_WITHIN
from shomei.terms.functions import is_family
from shomei.terms.nodes import Call, Relation, Span, Statement, Variable
from shomei.terms.recurrence import elements, given
from shomei.terms.walk import called_names, free_variables


def read_recursion(
    conditions: Sequence[Statement],
    declarations: Declarations,
    span: Span,
    *,
    taken: Iterable[str] = (),
    least: int | None = None,
    begins: Mapping[str, int] | None = None,
    in_prose: bool = False,
) -> tuple[Declare | Assume, ...] | None:
    """The items of conditions that give sequences by recursion. `taken` and `least` are as in
    `terms.recurrence.given`; `begins` are the first indices of sequences of which no element is
    given.
    """
    known = {**(begins or {}), **_known(declarations)}
    found = given(conditions, known, taken, least)
    if found is None or not all(_may_be_given(name, declarations) for name in found.first):
        return None
    items: list[Declare | Assume] = []
    for name, first in found.first.items():
        again = name not in declarations.recursive
        declarations.recursive.add(name)
        declarations.first[name] = first
        if first or not again:
            items.append(Declare((name,), 1, (), first, again, span=span, in_prose=in_prose))
    return (*items, Assume(found.hypotheses, span=span, in_prose=in_prose, defines=True))


def _known(declarations: Declarations) -> dict[str, int]:
    """The first elements that are given and not part of a recursion yet."""
    return {
        name: first
        for name, first in declarations.first.items()
        if name not in declarations.recursive
    }


def _may_be_given(name: str, declarations: Declarations) -> bool:
    """Whether a name is that of a sequence without a formula."""
    return (
        name in declarations.families
        and name not in declarations.explicit
        and len(declarations.functions.get(name, ("n",))) == 1
    )


def note_elements(statements: Iterable[Statement], declarations: Declarations) -> None:
    """Notes the elements of sequences that an assumption gives."""
    for statement in statements:
        for name, index in elements(statement).items():
            if name not in declarations.recursive:
                declarations.first[name] = min(index, declarations.first.get(name, index))


def read_formula_of(
    conditions: Sequence[Statement], declarations: Declarations, span: Span
) -> Define | None:
    """`a_n = 2 n + 1` as the definition of a family of which nothing is said above."""
    match tuple(conditions):
        case (Relation(operator="=", left=Call(name=name, arguments=arguments), right=body),):
            pass
        case _:
            return None
    names = tuple(each.name for each in arguments if isinstance(each, Variable))
    if (
        not is_family(name)
        or len(set(names)) != len(arguments)
        or name in called_names(body)
        or name in declarations.first
        or not set(names) & set(free_variables(body))
    ):
        return None
    declarations.explicit.add(name)
    return Define(name, names, body, span=span)


#: How far the recursion of a sequence may stand after its first element.
_NEAR: Final = 240
#: What ends the sentence: a blank line before a display does not.
_ENDS: Final = re.compile(
    rf"{STOP_WITHIN}|\n\s*\n(?!\s*(?:\$\$|\\\[|\\begin|```))|\\(?:sub)*section|\\item\b"
)


def announces_recursion(text: str, start: int, name: str) -> bool:
    """Whether a recursion for the family `name` follows in the sentence that goes on here."""
    shown = shown_family(name)
    end = _ENDS.search(text, start, start + _NEAR)
    after = text[start : end.start() if end else start + _NEAR]
    index = r"\s*_\s*(?:[a-z]|\{\s*[a-z]\s*(?:[+-]\s*\d\s*)?\})"
    element, any_element = f"{shown}{index}", f"[A-Za-z]{index}"
    either_side = rf"{element}[^=$,]*?=[^=$]*?{any_element}"
    one_side = rf"{element}[^=$,]*?{element}[^=$]*?="
    return re.search(f"{either_side}|{one_side}", after) is not None


def first_index_in(text: str, name: str) -> int | None:
    """The least number that stands as an index of a family in a text."""
    found = re.findall(rf"{shown_family(name)}\s*_\s*(?:\{{\s*)?(\d{{1,6}})(?!\d)", text)
    return min(map(int, found), default=None)


def shown_family(name: str) -> str:
    """The pattern of the letter of a family."""
    letter = name.removesuffix("_")
    return rf"\\{letter}(?![A-Za-z])" if len(letter) > 1 else rf"(?<![A-Za-z\\]){letter}"
