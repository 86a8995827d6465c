"""Displays: their rows, the chains that the rows form, and the prose between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, cast

from lark import Token

from shomei.languages.language import words
from shomei.languages.phrases import NEVER
from shomei.parser.article.claims import Claims
from shomei.parser.article.cues import PROVISO
from shomei.parser.article.linking import Linking
from shomei.parser.article.pieces import (
    Formula,
    Piece,
    Row,
    Sentence,
    Text,
    pieces_of_row,
    place_of,
    rows_of,
    split_sentences,
)
from shomei.parser.article.piecewise import with_cases
from shomei.parser.article.recursive_rows import given_by_rows
from shomei.parser.article.rows import (
    AFTER,
    GOES_ON,
    DraftRow,
    counts_from,
    names_listed,
    split_condition,
)
from shomei.parser.article.sentences import SentenceReader
from shomei.parser.article.systems import with_systems
from shomei.parser.article.understanding import Understanding
from shomei.parser.ast import Chain
from shomei.parser.carriers.blocks import Display
from shomei.parser.declarations import Declarations
from shomei.parser.directives import Entry
from shomei.parser.errors import SyntaxProblem, TooMuch
from shomei.parser.lexing import scan
from shomei.parser.lexing.tokens import end_of, make
from shomei.parser.mathematics import parse_raw
from shomei.parser.prose.sense import Said
from shomei.parser.reason_nodes import Reason
from shomei.parser.reasons import parse_reasons
from shomei.parser.source import Range, Source
from shomei.terms.nodes import Relation

#: Words at the end of a row that are its reason.
_REASON_BEGIN: Final = "|".join(words("article", "reason_begin")) or NEVER
_REASON: Final = re.compile(
    rf"\s*[（(]?\s*(?:∵|\b(?:{_REASON_BEGIN})\b)"
    rf"|(?:{'|'.join(words('article', 'reason_end')) or NEVER})\s*[)）]?\s*$",
    re.IGNORECASE,
)
_REASON_START: Final = re.compile(rf"\s*[（(]?\s*(?:∵|(?:{_REASON_BEGIN})\b)?\s*", re.IGNORECASE)


class DisplayReader:
    """Takes displays one by one. Raises `SyntaxProblem` for mistakes, and reports as unchecked
    whatever the language does not have.
    """

    def __init__(
        self,
        source: Source,
        declarations: Declarations,
        claims: Claims,
        sentences: SentenceReader,
        understanding: Understanding,
    ) -> None:
        self._source = source
        self._declarations = declarations
        self._memory = claims.memory
        self._claims = claims
        self._sentences = sentences
        self._understanding = understanding
        self._linking = Linking(
            source, declarations, claims, sentences.definitions, sentences.suppositions
        )

    def read(
        self,
        display: Display,
        *,
        law: bool = False,
        defining: bool = False,
        said: Said = "",
    ) -> list[Entry]:
        """The entries of a display. `law`: the words before it call it a formula; `defining`: they
        define what it shows; `said` is what the sentence that it stands in makes of it.
        """
        if said == "denied":
            self._memory.forget()
            self._claims.last_term = None
            self._declarations.see(display.place)
            why = "the text denies this, or asks it"
            return [
                each
                for place in self._rows_at(display)
                for each in self._claims.noted(place, "denied", why)
            ]
        self._claims.certain = said == "claim"
        self._claims.exists = said == "exists"
        self._claims.tentative = said in {"unclear", "exists", ""} and not law and not defining
        self._claims.conditional = said == "equation" and not law and not defining
        self._claims.sets = defining
        self._memory.hold()
        self._claims.derivatives.clear()
        stated = self._claims.before_display = self._claims.stated
        before = [each.statement for each in self._claims.premises.found]
        try:
            self._linking.begin(law=law, defining=defining)
            entries = self._read(display)
            self._claims.note_premises(each for each in self._claims.stated if each not in stated)
            self._claims.tag_premises(entries, before)
            return [*entries, *self._to_solve(entries)] if said == "equation" else entries
        finally:
            self._memory.end_display()
            self._claims.tentative = self._claims.certain = False
            self._claims.conditional = self._claims.loose = False
            self._claims.conditioned = self._claims.assigned = self._claims.exists = False
            self._claims.reach, self._claims.before_display = "", None
            self._claims.posed = self._claims.by_law = self._claims.sets = False
            self._claims.positive, self._claims.vanishing = "", ()
            self._claims.line = False

    def _to_solve(self, entries: Sequence[Entry]) -> Iterator[Entry]:
        """What equations to be solved say of their letters, in the sections below as well."""
        for entry in entries:
            if isinstance(entry, Chain) and len(entry.links) == 1:
                (link,) = entry.links
                equation = Relation(link.operator, entry.first, link.right, span=entry.span)
                place = entry.span.start, entry.span.end
                yield self._sentences.suppositions.unsettled((equation,), place, lasting=True)

    def lose(self) -> None:
        """Something stands here that is not read."""
        self._linking.lose()

    def _rows_at(self, display: Display) -> list[Range]:
        """The places of the rows of a display, as far as it can be scanned."""
        try:
            tokens = scan(self._source, display.formula, self._declarations, defer=True)
        except TooMuch:
            raise
        except SyntaxProblem:
            return [display.place]
        return [place_of(row.tokens) for row in rows_of(tokens)] or [display.place]

    def _read(self, display: Display) -> list[Entry]:
        """The entries of a display that is not denied."""
        try:
            tokens = scan(self._source, display.formula, self._declarations, defer=True)
        except TooMuch:
            raise
        except SyntaxProblem as problem:
            self.lose()
            self._declarations.see(display.place)
            return self._claims.unread(display.place, problem)
        given = given_by_rows(self._source, tokens, self._declarations, self._claims)
        if given is not None:
            self._claims.last_term = None
            return [*self._linking.close(), *given]
        tokens = with_systems(self._source, tokens, self._declarations)
        tokens = with_cases(self._source, tokens, self._declarations)
        if display.label and tokens and not any(each.type in {"TAG", "LABEL"} for each in tokens):
            last = next(
                (i for i, each in reversed([*enumerate(tokens)]) if each.type not in AFTER), 0
            )
            end = end_of(tokens[last])
            tokens.insert(last + 1, make("LABEL", display.label, end, end))
        rows = list(rows_of(tokens))
        if not rows:
            return self._claims.noted(display.place, "unread", "an empty display")
        entries: list[Entry] = []
        if names := names_listed(rows):
            entries += self._claims.begin_names(names, display.place)
        entries += [entry for row in rows for entry in self._read_row(row)]
        return entries + self._linking.close()

    def _read_row(self, row: Row) -> list[Entry]:
        """The entries of a row, and of the rows above it that it ends."""
        pieces = pieces_of_row(self._source, row)
        self._understanding.row(place_of(row.tokens), pieces)
        for piece in pieces:
            if isinstance(piece, Formula):
                self._declarations.see(piece.place)
        has_words = any(
            isinstance(piece, Text) and piece.words.strip("、。,. ") for piece in pieces
        ) or not any(isinstance(piece, Formula) for piece in pieces)
        leading = pieces[0] if isinstance(pieces[0], Formula) else None
        if not has_words:
            return self._read_formulas(row)
        if leading is None:
            return self._read_words(pieces)
        if (reason := self._row_reason(pieces)) is not None:
            entries = self._linking.add(list(leading.tokens), indented=row.indented)
            self._linking.rows[-1].reasons = reason
            return entries
        if len(pieces) > 2 and isinstance(pieces[1], Text) and PROVISO.match(pieces[1].words):
            # `|x| = x \\quad \\text{for } x \\ge 0`
            proviso = Sentence(pieces[1:], ended=False)
            return self._conditioned(list(leading.tokens), proviso, indented=row.indented)
        if leading.tokens[0].type in GOES_ON and self._linking.goes_on():
            self._linking.rows.append(DraftRow(list(leading.tokens)))
            return self._read_words(pieces[1:])
        return self._read_words(pieces)

    def _read_formulas(self, row: Row) -> list[Entry]:
        """A row without words."""
        row, condition = split_condition(row)
        given = self._sequence(row, condition)
        if given is not None:
            return [*self._linking.close(), *given]
        if condition is None:
            return self._linking.add(list(row.tokens), indented=row.indented)
        proviso = Sentence((Text("for ", condition.place), condition), ended=False)
        return self._conditioned(list(row.tokens), proviso, indented=row.indented)

    def _conditioned(
        self, tokens: list[Token], proviso: Sentence, *, indented: bool
    ) -> list[Entry]:
        """A row under a condition that stands behind it."""
        # It is no condition of the rows above.
        entries = [] if tokens[0].type in GOES_ON else self._linking.close()
        entries += self._sentences.read(proviso, in_display=True)
        entries += self._linking.add(tokens, indented=indented)
        self._linking.rows[-1].conditioned = True
        return entries

    def _read_words(self, pieces: tuple[Piece, ...]) -> list[Entry]:
        """Words between the rows, which end the chain above them."""
        entries = self._linking.close()
        for sentence in split_sentences(pieces):
            entries += self._sentences.read(sentence, resumes=True)
            self._memory.hold()
        return entries

    def _sequence(self, row: Row, condition: Formula | None) -> list[Entry] | None:
        """`a_1 = 3, \\quad a_{n+1} = 4 a_n - 6 \\quad (n = 1, 2, \\dots)`; None for others."""
        least = None if condition is None else counts_from(condition.tokens)
        body = [token for token in row.tokens if token.type not in {"TAG", "PERIOD"}]
        if [token.type for token in body[:2]] != ["NAME", "UNDERSCORE"] or (
            condition is not None and least is None
        ):
            return None
        place = place_of(tuple(body))
        trial = self._declarations.trial()
        try:
            statements = parse_raw("conditions", self._source, body, trial)
        except TooMuch:
            raise
        except SyntaxProblem:
            return None
        given = self._claims.sequence(statements, place, least=least)
        if given is not None:
            self._declarations.indexed |= trial.indexed
            self._claims.last_term = None
        return given

    def _row_reason(self, pieces: tuple[object, ...]) -> tuple[Reason, ...] | None:
        """`\\text{by (2.4)}` after a row's only formula."""
        if not isinstance(pieces[0], Formula) or any(
            isinstance(piece, Formula) for piece in pieces[1:]
        ):
            return None
        first, last = pieces[1], pieces[-1]
        start, end = (
            cast("Range", getattr(first, "place", (0, 0)))[0],
            cast("Range", getattr(last, "place", (0, 0)))[1],
        )
        text = self._source.text
        if text.startswith("\\", start):
            start, end = text.find("{", start, end) + 1, end - (text[end - 1 : end] == "}")
        if not _REASON.search(text[start:end]):
            return None
        opening = _REASON_START.match(text, start, end)
        start = opening.end() if opening else start
        if text[end - 1 : end] in {")", "）"} and text.count("(", start, end) + text.count(
            "（", start, end
        ) < text.count(")", start, end) + text.count("）", start, end):
            end -= 1
        try:
            return parse_reasons(self._source, (start, end), self._declarations)
        except SyntaxProblem:
            return None
