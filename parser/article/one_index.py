"""Inductive hypotheses: `assume that $a_k = k^2$ for some $k \\ge 1$` is supposed of any such k.

In: the pieces of a sentence. Out: the same, where what a sentence supposes `for some` index is
supposed of the index, with the bound that the text gives it.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from shomei.languages.phrases import matching
from shomei.parser.article.calling import letters_of
from shomei.parser.article.pieces import Formula, Piece, Sentence, Text
from shomei.parser.declarations import Declarations

#: What stands before the supposition, and between it and the index: `for some`, `for a fixed`.
_SUPPOSES: Final = matching("recursion", "supposes")
_FOR_SOME: Final = re.compile(
    rf"(?:{matching('recursion', 'for_some').pattern})\s*\Z", re.IGNORECASE
)
#: The same before the index, and what follows it: ある自然数 k について.
_SOME: Final = re.compile(rf"(?:{matching('recursion', 'some').pattern})\s*\Z")
_OF: Final = re.compile(rf"\s*(?:{matching('recursion', 'of_some').pattern})")


def with_any_index(sentence: Sentence, declarations: Declarations, source: str) -> Sentence:
    """A sentence that supposes something of some index, as one that supposes it of any."""
    pieces = list(sentence.pieces)
    said = "".join(piece.words if isinstance(piece, Text) else "·" for piece in pieces)
    if _SUPPOSES.search(said) is None:
        return sentence
    for index, (words, formula) in enumerate(pairwise(pieces)):
        if not isinstance(words, Text) or not isinstance(formula, Formula):
            continue
        names = {str(token.value) for token in formula.tokens if token.type == "NAME"}
        if len(names) != 1 or not names <= declarations.counters:
            continue
        alone = bool(letters_of(formula, source))
        after = pieces[index + 2] if index + 2 < len(pieces) else None
        if index and (found := _FOR_SOME.search(words.words)):
            left = words.words[: found.start()]
            rest: list[Piece] = [] if alone else [formula]
            pieces[index : index + 2] = [
                Text(left if alone else f"{left} for ", words.place),
                *rest,
            ]
        elif (
            alone
            and (found := _SOME.search(words.words))
            and isinstance(after, Text)
            and (of := _OF.match(after.words))
        ):
            before = Text(words.words[: found.start()], words.place)
            pieces[index : index + 3] = [before, Text(after.words[of.end() :], after.place)]
        else:
            continue
        kept = tuple(p for p in pieces if not isinstance(p, Text) or p.words.strip())
        return Sentence(_joined(kept), sentence.ended)
    return sentence


def _joined(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces with neighbouring words as one."""
    found: list[Piece] = []
    for piece in pieces:
        last = found[-1] if found else None
        if isinstance(piece, Text) and isinstance(last, Text):
            found[-1] = Text(last.words + piece.words, (last.place[0], piece.place[1]))
        else:
            found.append(piece)
    return tuple(found)
