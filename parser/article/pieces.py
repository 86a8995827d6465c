"""The text of an article in pieces: words and formulas in order, from a paragraph or from a row of
a display.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from lark import Token

from shomei.parser.article.cues import REFERENCE, SENTENCE_END, label_of
from shomei.parser.article.trailing import trailing_condition
from shomei.parser.carriers.blocks import Inline, Paragraph
from shomei.parser.declarations import Declarations
from shomei.parser.errors import SyntaxProblem, TooMuch
from shomei.parser.lexing import scan
from shomei.parser.lexing.layout import columns
from shomei.parser.lexing.refusals import APPROXIMATE, INEXACT
from shomei.parser.lexing.terminals import RELATION_TERMINALS
from shomei.parser.lexing.tokens import end_of, retyped, start_of
from shomei.parser.prose.lexicon import language_with
from shomei.parser.source import Range, Source


@dataclass(frozen=True, slots=True)
class Text:
    """Running words."""

    words: str
    place: Range


@dataclass(frozen=True, slots=True)
class Formula:
    """The raw tokens of a formula; `place` is what a reader would underline."""

    tokens: tuple[Token, ...]
    place: Range


@dataclass(frozen=True, slots=True)
class Reference:
    """`(2.4)` or `\\ref{name}`."""

    label: str
    place: Range


@dataclass(frozen=True, slots=True)
class Broken:
    """An inline formula that is not in the notation at all, and why."""

    why: str
    place: Range


Piece: TypeAlias = Text | Formula | Reference | Broken


@dataclass(frozen=True, slots=True)
class Sentence:
    """Pieces up to a full stop; `ended` is false if the sentence continues into a display."""

    pieces: tuple[Piece, ...]
    ended: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a display; `indented`: its first column is empty."""

    tokens: tuple[Token, ...]
    indented: bool


#: How the definition of a function begins: `f(x) =`.
_DEFINES: Final = ("NAME", "LPAR", "NAME", "RPAR", "EQ")
#: The signs of a formula that may claim something.
_RELATION: Final = re.compile(
    r"[=<>≤≥≠＝＜＞≦≧∈≈≒≡∼≃≅∝⊂⊆⊥∥→⇒⇔]"
    rf"|\\(?:{'|'.join(sorted(INEXACT))}|leq?|geq?|neq?|leqslant|geqslant|leqq|geqq|lt|gt|ll|gg|in"
    r"|notin|not|ni|to|(?:long)?rightarrow|mapsto|iff|implies|(?:Long)?(?:left)?[Rr]ightarrow"
    r"|Leftrightarrow|subset(?:eq)?|supset(?:eq)?|perp|parallel|mid|nmid|prec|succ|triangleq|coloneqq"
    r")(?![A-Za-z])"
)


def says_something(formula: str) -> bool:
    """Whether the text of a formula contains a relation sign."""
    return _RELATION.search(formula) is not None


_LAYOUT: Final = frozenset(("ALIGN", "BEGIN", "END"))
_STOPS: Final = frozenset(("COMMA", "PERIOD", "SEMICOLON", "COLON"))
_OPENERS: Final = frozenset(("LBRACE", "LPAR", "LBRACKET"))
_CLOSERS: Final = frozenset(("RBRACE", "RPAR", "RBRACKET"))


def place_of(tokens: tuple[Token, ...]) -> Range:
    """From the first token to the last, in the order of the text: a tag may have been moved to the
    end.
    """
    return min(map(start_of, [token for token in tokens if token.type != "TAG"] or tokens)), max(
        map(end_of, tokens)
    )


def rows_of(tokens: list[Token]) -> Iterator[Row]:
    """The rows of a display, split at `\\\\` outside braces, without empty rows."""
    depth = 0
    row: list[Token] = []
    for token in tokens:
        depth += (token.type == "LBRACE") - (token.type == "RBRACE")
        if token.type == "ROW" and depth <= 0:
            yield from _columns(row)
            row = []
        elif token.type not in {"BEGIN", "END", "ROW"}:
            row.append(token)
    yield from _columns(row)


def _columns(tokens: list[Token]) -> Iterator[Row]:
    """The statements that stand side by side in a row; a tag belongs to the last."""
    start = 0
    for place in columns(tokens):
        column = tokens[start:place]
        while column and column[-1].type == "COMMA":
            column = column[:-1]
        yield from _row(column)
        start = place + 1
    yield from _row(tokens[start:])


def _row(tokens: list[Token]) -> Iterator[Row]:
    content = tuple(token for token in _with_tag(tokens) if token.type not in _LAYOUT)
    if content:
        yield Row(content, tokens[0].type == "ALIGN")


def _with_tag(tokens: list[Token]) -> list[Token]:
    """Makes the label of a row its tag, at the end, unless it has a tag. The tag comes last
    whatever follows it.
    """
    tags = [token for token in tokens if token.type == "TAG"]
    labels = [retyped(token, "TAG") for token in tokens if token.type == "LABEL"]
    return [token for token in tokens if token.type not in {"TAG", "LABEL"}] + (tags or labels)[:1]


def pieces_of_row(source: Source, row: Row) -> tuple[Piece, ...]:
    """The words and formulas of a row; punctuation next to words belongs to them."""
    pieces: list[Piece] = []
    run: list[Token] = []
    words: list[Token] = []
    depth = 0

    def flush_words() -> None:
        if words:
            start, end = start_of(words[0]), end_of(words[-1])
            pieces.extend(
                _split_references(
                    "".join(_words_of(source, token) for token in words),
                    (start, end),
                    exact=len(words) == 1 and words[0].value == source.text[start:end],
                )
            )
            words.clear()

    def flush_run() -> None:
        if run:
            pieces.append(Formula(tuple(run), place_of(tuple(run))))
            run.clear()

    for index, token in enumerate(row.tokens):
        depth += (token.type in _OPENERS) - (token.type in _CLOSERS)
        following = row.tokens[index + 1].type if index + 1 < len(row.tokens) else ""
        is_words = token.type in {"PROSE", "IF"} or (
            token.type in _STOPS
            and (bool(words) or following in {"PROSE", "IF"} or token.value in "、。，")
        )
        if is_words and depth <= 0:
            flush_run()
            words.append(token)
        else:
            flush_words()
            run.append(token)
    flush_words()
    flush_run()
    return tuple(pieces)


def _words_of(source: Source, token: Token) -> str:
    del source
    return (
        f" {token.value} "
        if str(token.value).isascii() and token.type == "PROSE"
        else str(token.value)
    )


def sentences_of(
    source: Source, paragraph: Paragraph, declarations: Declarations
) -> Iterator[Sentence]:
    """The sentences of a paragraph, with references distinguished from formulas."""
    yield from split_sentences(tuple(_pieces_of_paragraph(source, paragraph, declarations)))


def _pieces_of_paragraph(
    source: Source, paragraph: Paragraph, declarations: Declarations
) -> Iterator[Piece]:
    for piece in paragraph.pieces:
        if not isinstance(piece, Inline):
            start, end = piece.place
            yield from _split_references(source.text[start:end], piece.place, exact=True)
            continue
        text = source.excerpt(piece.formula)
        reference = REFERENCE.fullmatch(text.strip())
        if reference is not None:
            yield Reference(label_of(reference), piece.place)
            continue
        try:
            tokens = tuple(
                token
                for token in scan(source, piece.formula, declarations)
                if token.type not in {"ROW", *_LAYOUT}
            )
        except TooMuch:
            raise
        except SyntaxProblem as problem:
            if says_something(text):
                declarations.see(piece.place)
            yield Broken(problem.message, piece.place)
            continue
        if tokens[:1] and (tokens[0].type, tokens[0].value) == ("PROSE", "therefore"):
            tokens = tokens[1:]  # `\\therefore x = 1`
        if tokens:
            declarations.layout += [
                (piece.place[0], piece.formula[0][0]),
                (piece.formula[-1][1], piece.place[1]),
            ]
            yield from _exact_pieces(tokens, piece.place, declarations, says=says_something(text))


def _exact_pieces(
    tokens: tuple[Token, ...], place: Range, declarations: Declarations, *, says: bool
) -> Iterator[Piece]:
    """A formula up to a sign such as `\\approx`, which claims nothing exact, and the rest."""
    depth, cut = 0, None
    exact = False
    for index, token in enumerate(tokens):
        depth += (token.type in _OPENERS) - (token.type in _CLOSERS)
        if depth == 0 and token.type == "INEXACT":
            cut = index
            break
        exact = exact or (depth == 0 and token.type in RELATION_TERMINALS)
    if cut is None:
        if says:
            declarations.see(place)
        yield from _with_condition_apart(tokens, place, declarations.language)
        return
    if exact and str(tokens[cut].value) in APPROXIMATE:
        first = place[0], end_of(tokens[cut - 1])
        declarations.see(first)
        yield Formula(tokens[:cut], first)
        place = start_of(tokens[cut]), place[1]
    declarations.see(place)
    yield Broken(INEXACT[str(tokens[cut].value)], place)


def _with_condition_apart(
    tokens: tuple[Token, ...], place: Range, code: str | None
) -> Iterator[Piece]:
    """A formula, and the condition in brackets at its end as words would put it. The domain of a
    function that is defined stays in brackets.
    """
    index = trailing_condition(tokens, apart=True)
    if index is None:
        yield Formula(tokens, place)
        return
    inner = tokens[index + 1 : -1]
    body = Formula(tokens[:index], (place[0], end_of(tokens[index - 1])))
    condition = Formula(inner, place_of(inner))
    gap = body.place[1], condition.place[0]
    if code is None or tuple(each.type for each in tokens[:5]) == _DEFINES:
        yield from (body, Text(" (", gap), condition, Text(")", (condition.place[1], place[1])))
        return
    (put,) = language_with(code).words("article", "where_holds")
    yield from (
        {"·": body, "◦": condition}.get(each) or Text(each, gap)
        for each in re.split("([·◦])", put)
        if each
    )


def _split_references(words: str, place: Range, *, exact: bool) -> Iterator[Piece]:
    """Words with the references in them as separate pieces. `exact`: the words are those of the
    source at that place.
    """
    position = 0
    for match in REFERENCE.finditer(words):
        if match.start() > position:
            yield Text(
                words[position : match.start()],
                (place[0] + position, place[0] + match.start()) if exact else place,
            )
        yield Reference(
            label_of(match),
            (place[0] + match.start(), place[0] + match.end()) if exact else place,
        )
        position = match.end()
    if position < len(words):
        yield Text(words[position:], (place[0] + position, place[1]) if exact else place)


def split_sentences(pieces: tuple[Piece, ...]) -> Iterator[Sentence]:
    """Pieces split at full stops. The words of several lines are one piece."""
    for stretch, ended in divided(_with_whole_words(pieces), _sentence_ends):
        yield Sentence(stretch, ended)


def _sentence_ends(words: str) -> Iterator[int]:
    return (match.end() for match in SENTENCE_END.finditer(words))


def divided(
    pieces: Iterable[Piece], cuts: Callable[[str], Iterable[int]]
) -> Iterator[tuple[tuple[Piece, ...], bool]]:
    """The pieces in stretches that end where `cuts` says in words, and whether a stretch is ended
    by a cut. Before a cut something is said.
    """
    current: list[Piece] = []
    for piece in pieces:
        if not isinstance(piece, Text):
            current.append(piece)
            continue
        position = 0
        for cut in cuts(piece.words):
            if current or piece.words[:cut].strip():
                current.append(Text(piece.words[position:cut], piece.place))
                yield tuple(current), True
                current, position = [], cut
        if piece.words[position:].strip():
            current.append(Text(piece.words[position:], piece.place))
    if current:
        yield tuple(current), False


def _with_whole_words(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    last: Text | None = None
    for piece in pieces:
        if isinstance(piece, Text):
            place = (last or piece).place[0], piece.place[1]
            last = Text(f"{last.words}\n{piece.words}" if last else piece.words, place)
            continue
        if last is not None:
            yield last
        last = None
        yield piece
    if last is not None:
        yield last


def said_of(pieces: Sequence[Piece]) -> str:
    """The words of some pieces, with · for each formula."""
    return "".join(p.words if isinstance(p, Text) else "·" for p in pieces)
