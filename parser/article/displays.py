"""Displays: their rows, the chains that the rows form, and the prose between them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, cast

from lark import Token

from shomei.languages.language import words
from shomei.languages.phrases import NEVER
from shomei.operations.letters import is_letter
from shomei.parser.article.claims import Claims
from shomei.parser.article.cues import PROVISO
from shomei.parser.article.drafts import Draft, joined_drafts
from shomei.parser.article.formulas import says_assigned, top_level
from shomei.parser.article.pieces import (
    Formula,
    Row,
    Sentence,
    Text,
    pieces_of_row,
    place_of,
    rows_of,
    split_sentences,
)
from shomei.parser.article.piecewise import BY_CASES, with_cases
from shomei.parser.article.runs import Term, claims_something, runs_of, terms_of
from shomei.parser.article.sentences import SentenceReader
from shomei.parser.article.understanding import Understanding
from shomei.parser.ast import LogicLink, Reason
from shomei.parser.carriers.blocks import Display
from shomei.parser.chains import name_defined_by, read_definition
from shomei.parser.declarations import Declarations
from shomei.parser.directives import Entry
from shomei.parser.errors import SyntaxProblem, TooMuch, UnsupportedNotation
from shomei.parser.labels import clean_label
from shomei.parser.lexing import scan
from shomei.parser.lexing.tokens import end_of, make, start_of
from shomei.parser.lexing.vocabulary import (
    APPROXIMATE,
    INEXACT,
    LOGIC_TERMINALS,
    RELATION_TERMINALS,
)
from shomei.parser.mathematics import parse_raw
from shomei.parser.notation import Continuation, Opening, RelationChain, RelationLink
from shomei.parser.notation.signs import Sign, Signs, is_twofold, with_sign
from shomei.parser.prose.clauses import Said
from shomei.parser.reasons import parse_reasons
from shomei.parser.source import Range, Source
from shomei.terms.nodes import Relation, Statement

_GOES_ON: Final = RELATION_TERMINALS | LOGIC_TERMINALS
_GOES_ON_UNREAD: Final = "it goes on from what is not read"
_BOTH: Final[tuple[Sign, Sign]] = ("upper", "lower")
_SIGNS: Final = frozenset(("PLUS", "PM", "MP", "TIMES", "SLASH"))
#: What may follow the last row of a display.
_AFTER: Final = frozenset(("ROW", "END", "ALIGN"))
#: Words at the end of a row that are its reason.
_REASON_BEGIN: Final = "|".join(words("article", "reason_begin")) or NEVER
_REASON: Final = re.compile(
    rf"\s*[（(]?\s*(?:∵|\b(?:{_REASON_BEGIN})\b)"
    rf"|(?:{'|'.join(words('article', 'reason_end')) or NEVER})\s*[)）]?\s*$",
    re.IGNORECASE,
)
_REASON_START: Final = re.compile(rf"\s*[（(]?\s*(?:∵|(?:{_REASON_BEGIN})\b)?\s*", re.IGNORECASE)


#: What stands in a list of values.
_LISTED: Final = frozenset(("NUMBER", "COMMA", "DOTS", "ALIGN"))


@dataclass(slots=True)
class _DraftRow:
    tokens: list[Token]
    reasons: tuple[Reason, ...] = ()
    #: Whether it holds under a condition of its own, so that it defines nothing.
    conditioned: bool = False


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
        #: Whether the next row would continue one that is not read.
        self._unread = False

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
        self._claims.tentative = said in {"unclear", ""} and not law and not defining
        self._claims.conditional = said == "equation" and not law and not defining
        try:
            return self._read(display, law=law, defining=defining)
        finally:
            self._claims.tentative = self._claims.certain = False
            self._claims.conditional = self._claims.loose = False
            self._claims.conditioned = self._claims.assigned = False

    def _rows_at(self, display: Display) -> list[Range]:
        """The places of the rows of a display, as far as it can be scanned."""
        try:
            tokens = scan(self._source, display.formula, self._declarations, defer=True)
        except TooMuch:
            raise
        except SyntaxProblem:
            return [display.place]
        return [place_of(row.tokens) for row in rows_of(tokens)] or [display.place]

    def _read(self, display: Display, *, law: bool, defining: bool) -> list[Entry]:
        """The entries of a display that is not denied."""
        try:
            tokens = scan(self._source, display.formula, self._declarations, defer=True)
        except TooMuch:
            raise
        except SyntaxProblem as problem:
            self.lose()
            self._declarations.see(display.place)
            return self._claims.unread(display.place, problem)
        tokens = with_cases(self._source, tokens, self._declarations)
        if display.label and tokens and not any(each.type in {"TAG", "LABEL"} for each in tokens):
            last = next(
                (i for i, each in reversed([*enumerate(tokens)]) if each.type not in _AFTER), 0
            )
            end = end_of(tokens[last])
            tokens.insert(last + 1, make("LABEL", display.label, end, end))
        entries: list[Entry] = []
        rows: list[_DraftRow] = []
        empty = True
        for row in rows_of(tokens):
            empty = False
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
                row, condition = _split_condition(row)  # noqa: PLW2901 -- the rest is the row
                given = self._sequence(row, condition)
                if given is not None:
                    entries += [*self._close(rows, law=law, defining=defining), *given]
                    rows = []
                    continue
                if condition is not None:
                    if row.tokens[0].type not in _GOES_ON:
                        # It is no condition of the rows above.
                        entries += self._close(rows, law=law, defining=defining)
                        rows = []
                    entries += self._sentences.read(
                        Sentence((Text("for ", condition.place), condition), ended=False),
                        in_display=True,
                    )
                entries += self._add_row(rows, list(row.tokens), row, law=law, defining=defining)
                rows[-1].conditioned = rows[-1].conditioned or condition is not None
                continue
            reason = self._row_reason(pieces)
            if reason is not None and leading is not None:
                entries += self._add_row(
                    rows, list(leading.tokens), row, law=law, defining=defining
                )
                rows[-1].reasons = reason
                continue
            if (
                leading is not None
                and isinstance(pieces[1], Text)
                and PROVISO.match(pieces[1].words)
                and len(pieces) > 2
            ):
                # `|x| = x \\quad \\text{for } x \\ge 0`
                if leading.tokens[0].type not in _GOES_ON:
                    entries += self._close(rows, law=law, defining=defining)
                    rows = []
                entries += self._sentences.read(Sentence(pieces[1:], ended=False), in_display=True)
                entries += self._add_row(
                    rows, list(leading.tokens), row, law=law, defining=defining
                )
                rows[-1].conditioned = True
                continue
            rest = pieces
            if (
                leading is not None
                and leading.tokens[0].type in _GOES_ON
                and (rows or self._claims.last_term is not None)
            ):
                rows.append(_DraftRow(list(leading.tokens)))
                rest = pieces[1:]
            entries += self._close(rows, law=law, defining=defining)
            rows = []
            for sentence in split_sentences(rest):
                entries += self._sentences.read(sentence)
        entries += self._close(rows, law=law, defining=defining)
        if empty:
            entries += self._claims.noted(display.place, "unread", "an empty display")
        return entries

    def _sequence(self, row: Row, condition: Formula | None) -> list[Entry] | None:
        """`a_1 = 3, \\quad a_{n+1} = 4 a_n - 6 \\quad (n = 1, 2, \\dots)`; None for others."""
        least = None if condition is None else _counts_from(condition.tokens)
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

    def _add_row(
        self, rows: list[_DraftRow], tokens: list[Token], row: Row, *, law: bool, defining: bool
    ) -> list[Entry]:
        """Adds a row to the rows above it, or starts afresh with it. Returns the entries of the
        rows that end there.
        """
        first = tokens[0].type
        if rows and (
            first in _SIGNS or (first == "MINUS" and row.indented) or _is_open(rows[-1].tokens)
        ):
            rows[-1].tokens += tokens
            return []
        if first in _GOES_ON or not rows:
            if rows and rows[-1].tokens[-1].type == "TAG":
                # A tag names everything before it; the chain continues from there.
                entries = self._close(rows, law=law, defining=defining)
                rows[:] = [_DraftRow(tokens)]
                return entries
            rows.append(_DraftRow(tokens))
            return []
        entries = self._close(rows, law=law, defining=defining)
        rows[:] = [_DraftRow(tokens)]
        return entries

    # ----------------------------------------------------------------------------------------------
    # Chains

    def _close(self, rows: list[_DraftRow], *, law: bool, defining: bool) -> list[Entry]:
        """The entries of the rows of one chain."""
        if not rows:
            return []
        place = place_of(tuple(token for row in rows for token in row.tokens))
        try:
            return self._chain(rows, place, law=law, defining=defining)
        except TooMuch:
            raise
        except SyntaxProblem as problem:
            terms = terms_of([row.tokens for row in rows], self._read_term)
            if terms is not None and claims_something(terms):
                return self._close_runs(rows, terms, law=law, defining=defining)
            starts = [place_of(tuple(row.tokens))[0] for row in rows]
            broken = max(
                (index for index, at in enumerate(starts) if at <= problem.span.start), default=0
            )
            return self._close(rows[:broken], law=law, defining=defining) + self._lost(
                rows[broken:], problem
            )

    def _read_term(self, tokens: tuple[Token, ...]) -> None:
        trial = self._declarations.trial()
        if not tokens:
            raise self._source.problem(0, 0, "there is no expression here")
        if is_twofold(list(tokens)):
            tokens = tuple(with_sign(list(tokens), "upper"))
        parse_raw("expression", self._source, list(tokens), trial)

    def _close_runs(
        self, rows: list[_DraftRow], terms: list[Term], *, law: bool, defining: bool
    ) -> list[Entry]:
        """The entries of a chain in which some term is not read, or some sign claims no
        equality.
        """
        entries: list[Entry] = []
        loose = False
        if len(terms) > 1 and terms[1].problem is not None:
            everywhere = place_of(tuple(token for row in rows for token in row.tokens))
            self._claims.undeclared(self._source.text[slice(*everywhere)], everywhere)
        for run in runs_of(terms):
            first = run[0]
            if first.sign is not None and (first is not terms[0] or not first.exact):
                entries += self._noted_link(first)
                if first.sign.type == "INEXACT":
                    loose = loose or str(first.sign.value) not in APPROXIMATE
                    self._claims.tentative = self._claims.loose = True
                self.lose()
            elif first.problem is not None:
                self.lose()
                entries += self._claims.unread(place_of(first.tokens), first.problem)
            continues = first is terms[0] and first.exact
            if first.problem is not None or (len(run) == 1 and not continues):
                continue
            if loose:
                for term in run[1:]:
                    place = place_of(term.whole)
                    entries += self._claims.noted(place, "unread", _GOES_ON_UNREAD)
                continue
            whole = self._rows_of(rows, run, with_sign=continues)
            place = place_of(tuple(token for row in whole for token in row.tokens))
            try:
                entries += self._chain(whole, place, law=law, defining=defining)
            except SyntaxProblem as problem:
                entries += self._lost(whole, problem)
        if any(each.sign is not None and each.sign.type == "INEXACT" for each in terms):
            self.lose()
        return entries

    def _noted_link(self, term: Term) -> list[Entry]:
        """What is said of a term after which a chain breaks."""
        place = place_of(term.whole)
        if term.sign is not None and term.sign.type == "INEXACT":
            return self._claims.noted(place, "unread", INEXACT[str(term.sign.value)])
        if term.problem is not None:
            return self._claims.unread(place, term.problem)
        return self._claims.noted(place, "unread", _GOES_ON_UNREAD)

    def _rows_of(
        self, rows: list[_DraftRow], run: list[Term], *, with_sign: bool
    ) -> list[_DraftRow]:
        """The terms in rows as they stand."""
        found: list[_DraftRow] = []
        for term in run:
            skipped = term is run[0] and not with_sign
            tokens = [*(term.tokens if skipped else term.whole)]
            if found and term.row == run[run.index(term) - 1].row:
                found[-1].tokens += tokens
            else:
                found.append(_DraftRow(tokens, rows[term.row].reasons))
        return found

    def lose(self) -> None:
        """Something stands here that is not read: what was said before it is not about what follows
        it, and what goes on from it is not read.
        """
        self._memory.forget()
        self._claims.last_term = None
        self._unread = True

    def _lost(self, rows: list[_DraftRow], problem: SyntaxProblem) -> list[Entry]:
        """Rows of which the first cannot be read; the rows that continue it are not read either."""
        self.lose()
        first, *rest = (place_of(tuple(row.tokens)) for row in rows)
        entries = self._claims.unread(first, problem)
        for place in rest:
            entries += self._claims.noted(place, "unread", _GOES_ON_UNREAD)
        return entries

    def _chain(
        self, rows: list[_DraftRow], place: Range, *, law: bool, defining: bool
    ) -> list[Entry]:
        self._claims.assigned = any(says_assigned(tuple(row.tokens)) for row in rows)
        self._claims.conditioned = any(row.conditioned for row in rows)
        if any(token.value == BY_CASES for row in rows for token in row.tokens):
            self._claims.tentative = self._claims.conditional = False
        if len(rows) == 1 and not rows[0].reasons:
            if (definition := self._definition(rows[0].tokens, defining=defining)) is not None:
                return definition
            if _has_comma(rows[0].tokens) and rows[0].tokens[0].type not in _GOES_ON:
                return self._several(rows[0].tokens)
        if any(is_twofold(row.tokens) for row in rows):
            drafts = self._both(rows, place)
        else:
            draft = self._draft(rows, place)
            drafts = None if draft is None else [draft]
        if drafts is None:
            return self._claims.noted(place, "mention", "an expression alone claims nothing")
        return [entry for each in drafts for entry in self._claims.displayed(each, law=law)]

    def _both(self, rows: list[_DraftRow], place: Range) -> list[Draft] | None:
        """The drafts of rows with `\\pm`, each with what holds for both signs."""
        upper, lower = (
            self._draft(
                [_DraftRow(with_sign(row.tokens, sign), row.reasons) for row in rows], place
            )
            for sign in _BOTH
        )
        if upper is None or lower is None:
            return None
        return list(joined_drafts(Signs(self._source, self._declarations.warnings), upper, lower))

    def _definition(self, tokens: list[Token], *, defining: bool) -> list[Entry] | None:
        """`f(x) = …`: the first time, or again if the words redefine f."""
        tag = clean_label(str(tokens[-1].value)) if tokens[-1].type == "TAG" else None
        body = tokens[:-1] if tag is not None else tokens
        if not body:
            return None
        name = name_defined_by(body, self._declarations)
        if name is not None and (
            self._claims.conditioned
            or (self._claims.certain and not defining and not is_letter(name))
        ):
            return None
        anew = (
            name is None
            and defining
            and body[0].type == "NAME"
            and self._declarations.is_function(str(body[0].value))
        )
        if anew:
            name = name_defined_by(body, Declarations())
        if name is None:
            return None
        item = read_definition(self._source, body, name, self._declarations)
        self._unread = False
        if anew and item == self._claims.defined.get(name):
            return None
        entries = self._sentences.definitions.displayed(item, tag, defining=defining)
        if anew:
            why = (
                f"the words before it define {name} anew; it need not agree with the definition "
                "above"
            )
            return [*self._claims.noted(place_of(tuple(tokens)), "definition", why), *entries]
        return entries

    def _several(self, tokens: list[Token]) -> list[Entry]:
        """`a > 0, \\quad a \\neq 1`: conditions or claims, depending on the words before it."""
        body = [token for token in tokens if token.type != "TAG"]
        statements = parse_raw("conditions", self._source, body, self._declarations)
        given = self._claims.sequence(statements, place_of(tuple(body)))
        if given is not None:
            return given
        entries: list[Entry] = []
        for statement in statements:
            place = (statement.span.start, statement.span.end)
            draft = Draft(statement, [], [], None, place)
            if isinstance(statement, Relation):
                link = RelationLink(statement.operator, statement.right, statement.right.span)
                named = self._claims.naming(Draft(statement.left, [(link, ())], [], None, place))
                if named is not None:
                    entries += named
                    continue
            entries += self._claims.displayed(draft, law=False)
        return entries

    def _draft(self, rows: list[_DraftRow], place: Range) -> Draft | None:
        """The chain that the rows form; None if they are only a term, which a later display may
        continue.
        """
        first, rest = rows[0], rows[1:]
        if first.tokens[0].type in _GOES_ON:
            if self._unread:
                raise self._source.problem(*place, _GOES_ON_UNREAD)
            if self._claims.last_term is None:
                sign = first.tokens[0]
                raise self._source.problem(
                    start_of(sign),
                    end_of(sign),
                    "a relation with nothing before it",
                    hint="write what stands on its left",
                )
            draft = Draft(self._claims.last_term, [], [], None, place)
            rest = rows
        else:
            opening = cast(
                "Opening", parse_raw("opening", self._source, first.tokens, self._declarations)
            )
            draft = _begin(opening, first.reasons, place)
            self._unread = False
        for row in rest:
            continuation = cast(
                "Continuation",
                parse_raw("continuation", self._source, row.tokens, self._declarations),
            )
            _extend(self._source, draft, continuation, row)
        if not draft.links and not draft.logic and not isinstance(draft.first, Statement):
            self._claims.last_term = draft.first
            return None
        return draft


def _begin(opening: Opening, reasons: tuple[Reason, ...], place: Range) -> Draft:
    logic = [
        LogicLink(link.operator, link.right, reasons, span=link.span) for link in opening.logic
    ]
    if isinstance(opening.first, RelationChain):
        return Draft(
            opening.first.first,
            [(link, reasons) for link in opening.first.links],
            logic,
            opening.tag,
            place,
        )
    return Draft(opening.first, [], logic, opening.tag, place)


def _extend(source: Source, draft: Draft, continuation: Continuation, row: _DraftRow) -> None:
    if continuation.relations and (draft.logic or isinstance(draft.first, Statement)):
        where = place_of(tuple(row.tokens))
        raise UnsupportedNotation.of(
            source.problem(
                *where,
                "a relation goes on from a chain of statements",
                hint="write the whole statement after \\iff or \\Rightarrow",
            )
        )
    if continuation.logic and not isinstance(draft.first, Statement):
        if not draft.links:
            where = place_of(tuple(row.tokens))
            raise source.problem(
                *where,
                "a term cannot be equivalent to a statement",
                expected=("a statement such as x = 1",),
            )
        draft.first, draft.links = draft.statement(), []
    draft.links += [(link, row.reasons) for link in continuation.relations]
    draft.logic += [
        LogicLink(link.operator, link.right, row.reasons, span=link.span)
        for link in continuation.logic
    ]
    draft.tag = continuation.tag or draft.tag


def _split_condition(row: Row) -> tuple[Row, Formula | None]:
    """`|x| = x \\quad (x \\ge 0)`: the row, and the condition in brackets at its end."""
    tokens = row.tokens
    tags = tuple(token for token in tokens if token.type == "TAG")
    body = tuple(token for token in tokens if token.type not in {"TAG", "PERIOD"})
    if len(body) < 6 or body[-1].type != "RPAR":
        return row, None
    depth = 0
    for index in range(len(body) - 1, 0, -1):
        depth += (body[index].type == "RPAR") - (body[index].type == "LPAR")
        if depth == 0:
            if body[index - 1].type in {"AND", "OR", *LOGIC_TERMINALS}:
                return row, None  # the brackets are part of the statement
            inner = body[index + 1 : -1]
            claims = any(token.type in RELATION_TERMINALS | {"IN"} for _, token in top_level(inner))
            states = any(token.type in _GOES_ON for _, token in top_level(body[:index]))
            if claims and states:
                return Row((*body[:index], *tags), row.indented), Formula(inner, place_of(inner))
            return row, None
    return row, None


def _counts_from(tokens: tuple[Token, ...]) -> int | None:
    """The first of the values `n = 1, 2, \\dots` or `n \\ge 1`."""
    kinds = [token.type for token in tokens]
    if kinds[:3] == ["NAME", "EQ", "NUMBER"]:
        listed = kinds[3:4] == ["COMMA"] and "DOTS" in kinds[4:]
        return int(str(tokens[2].value)) if listed and set(kinds[3:]) <= _LISTED else None
    if kinds == ["NAME", "GE", "NUMBER"]:
        return int(str(tokens[2].value))
    return None


def _is_open(tokens: list[Token]) -> bool:
    """Whether a row ends in the middle of an expression: with a sign, or inside a bracket."""
    if tokens[-1].type in {*_SIGNS, "MINUS", *RELATION_TERMINALS}:
        return True
    depth = sum(
        (token.type in {"LPAR", "LBRACE", "LBRACKET"})
        - (token.type in {"RPAR", "RBRACE", "RBRACKET"})
        for token in tokens
    )
    return depth > 0


def _has_comma(tokens: list[Token]) -> bool:
    body = tokens[:-1] if tokens[-1].type in {"COMMA", "PERIOD"} else tokens
    return any(token.type == "COMMA" for _, token in top_level(tuple(body)))
