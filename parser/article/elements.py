"""What is supposed of any element of a family: `x_i > 0` of an i of which nothing is said.

In: a statement that a sentence supposes, and the sentence. Out: the statement for all indices, or
as it stands where its index may be one of some.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from shomei.parser.article.heard import Heard
from shomei.parser.article.pieces import Formula
from shomei.parser.article.recursions import NotForAll, is_restricted, range_of
from shomei.parser.families import counted_in
from shomei.parser.source import Source
from shomei.terms.functions import is_family
from shomei.terms.nodes import Call, ForAll, Relation, Statement, Variable
from shomei.terms.walk import subtrees

#: A letter as an index.
_INDEX: Final = re.compile(r"_\{?([a-z])(?![A-Za-z])")


def for_all(index: str, statement: Statement) -> ForAll:
    """The statement for all natural numbers."""
    return ForAll((index,), statement, natural=True, span=statement.span)


def of_any_element(
    statement: Statement,
    heard: Heard,
    source: Source,
    spoken: frozenset[str],
    lengths: Mapping[str, str],
) -> Statement:
    """The statement for all of its index; `spoken` are the letters of which something is said, so
    that it holds for them only, and `lengths` the one bound of each index, and of all under "".
    """
    if not isinstance(statement, Relation):
        return statement
    letters = {
        argument.name
        for part in subtrees(statement)
        if isinstance(part, Call) and is_family(part.name)
        for argument in part.arguments
        if isinstance(argument, Variable)
    }
    formulas = [piece.place for piece in heard.pieces if isinstance(piece, Formula)]
    places = [place for place in formulas if _INDEX.search(source.text, *place)]
    written = " ".join(source.text[slice(*place)] for place in places)
    if len(letters) != 1 or not letters.issuperset(_INDEX.findall(written)):
        return statement  # of several elements at a time
    (letter,) = letters
    counted = [
        place
        for place in formulas
        if (found := counted_in(source.text[slice(*place)].strip("$"))) is not None
        and found == (letter, lengths.get("", ""))
    ]
    places += counted
    try:
        every, least = range_of(source.text, places, letter, listed=True)
    except NotForAll:
        return statement
    if (letter in spoken and not (every or counted)) or least not in {None, 0, 1}:
        return statement
    if is_restricted(source.text[: places[0][0]], letter):
        return statement
    return for_all(letter, statement)
