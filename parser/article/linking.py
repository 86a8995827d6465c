"""The chain that rows of a display form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, cast

from lark import Token

from shomei.operations.letters import is_letter
from shomei.parser.article.claims import Claims
from shomei.parser.article.definitions import Definitions
from shomei.parser.article.drafts import Draft, chain_of, extend, joined_drafts
from shomei.parser.article.formulas import says_assigned, second_relation
from shomei.parser.article.pieces import (
    place_of,
)
from shomei.parser.article.piecewise import BY_CASES
from shomei.parser.article.rows import GOES_ON, SIGNS, DraftRow, has_comma, is_open
from shomei.parser.article.runs import Term, claims_something, runs_of, terms_of
from shomei.parser.article.suppositions import Suppositions
from shomei.parser.ast import Define
from shomei.parser.declarations import Declarations
from shomei.parser.directives import Entry
from shomei.parser.errors import SyntaxProblem, TooMuch
from shomei.parser.implicit_definitions import name_defined_by, read_definition
from shomei.parser.labels import clean_label
from shomei.parser.lexing.refusals import APPROXIMATE, INEXACT
from shomei.parser.lexing.terminals import RELATION_TERMINALS
from shomei.parser.lexing.tokens import end_of, start_of
from shomei.parser.mathematics import parse_raw
from shomei.parser.notation import Continuation, Opening, RelationLink
from shomei.parser.notation.signs import Sign, Signs, is_twofold, with_sign
from shomei.parser.quantities import is_quantity
from shomei.parser.source import Range, Source
from shomei.terms.nodes import Relation, Statement
from shomei.terms.walk import conjuncts, free_variables

_GOES_ON_UNREAD: Final = "it goes on from what is not read"
_BOTH: Final[tuple[Sign, Sign]] = ("upper", "lower")


@dataclass(slots=True)
class Linking:
    """Takes the rows of a display one by one, and closes the chain that they form where it ends."""

    source: Source
    declarations: Declarations
    claims: Claims
    definitions: Definitions
    suppositions: Suppositions
    #: The rows of the chain that is open.
    rows: list[DraftRow] = field(default_factory=list)
    #: Whether the words before the display call it a formula, or define what it shows.
    law: bool = False
    defining: bool = False
    #: Whether the next row would continue one that is not read.
    unread: bool = False
    #: The letters of the definition that the row above was.
    defined: frozenset[str] = frozenset()

    def begin(self, *, law: bool, defining: bool) -> None:
        """A display begins."""
        self.rows, self.law, self.defining = [], law, defining
        self.defined = frozenset()

    def goes_on(self) -> bool:
        """Whether there is something that a relation may go on from."""
        return bool(self.rows) or self.claims.last_term is not None

    def add(self, tokens: list[Token], *, indented: bool) -> list[Entry]:
        """Adds a row to the rows above it, or starts afresh with it. Returns the entries of the
        rows that end there.
        """
        first = tokens[0].type
        if self.rows and (
            first in SIGNS or (first == "MINUS" and indented) or is_open(self.rows[-1].tokens)
        ):
            self.rows[-1].tokens += tokens
            return []
        # A tag names everything before it; the chain continues from there.
        tagged = bool(self.rows) and self.rows[-1].tokens[-1].type == "TAG"
        entries = [] if first in GOES_ON and not tagged else self.close()
        self.rows.append(DraftRow(tokens))
        return entries

    def close(self) -> list[Entry]:
        """The entries of the rows of the chain that ends here."""
        rows, self.rows = self.rows, []
        return self._closed(rows)

    def _closed(self, rows: list[DraftRow]) -> list[Entry]:
        """The entries of the rows of one chain."""
        if not rows:
            return []
        place = place_of(tuple(token for row in rows for token in row.tokens))
        try:
            return self._chain(rows, place)
        except TooMuch:
            raise
        except SyntaxProblem as problem:
            terms = terms_of([row.tokens for row in rows], self._read_term)
            if terms is not None and claims_something(terms):
                return self._close_runs(rows, terms)
            starts = [place_of(tuple(row.tokens))[0] for row in rows]
            broken = max(
                (index for index, at in enumerate(starts) if at <= problem.span.start), default=0
            )
            return self._closed(rows[:broken]) + self._lost(rows[broken:], problem)

    def _read_term(self, tokens: tuple[Token, ...]) -> None:
        trial = self.declarations.trial()
        if not tokens:
            raise self.source.problem(0, 0, "there is no expression here")
        if is_twofold(list(tokens)):
            tokens = tuple(with_sign(list(tokens), "upper"))
        parse_raw("expression", self.source, list(tokens), trial)

    def _close_runs(self, rows: list[DraftRow], terms: list[Term]) -> list[Entry]:
        """The entries of a chain in which some term is not read, or some sign claims no
        equality.
        """
        entries: list[Entry] = []
        loose = False
        if len(terms) > 1 and terms[1].problem is not None:
            everywhere = place_of(tuple(token for row in rows for token in row.tokens))
            self.claims.undeclared(self.source.text[slice(*everywhere)], everywhere)
        for run in runs_of(terms):
            first = run[0]
            if first.sign is not None and (first is not terms[0] or not first.exact):
                entries += self._noted_link(first)
                if first.sign.type == "INEXACT":
                    loose = loose or str(first.sign.value) not in APPROXIMATE
                    self.claims.tentative = self.claims.loose = True
                self.lose()
            elif first.problem is not None:
                self.lose()
                entries += self.claims.unread(place_of(first.tokens), first.problem)
            continues = first is terms[0] and first.exact
            if first.problem is not None or (len(run) == 1 and not continues):
                continue
            if loose:
                for term in run[1:]:
                    place = place_of(term.whole)
                    entries += self.claims.noted(place, "unread", _GOES_ON_UNREAD)
                continue
            whole = self._rows_of(rows, run, with_sign=continues)
            place = place_of(tuple(token for row in whole for token in row.tokens))
            try:
                entries += self._chain(whole, place)
            except SyntaxProblem as problem:
                entries += self._lost(whole, problem)
        if any(each.sign is not None and each.sign.type == "INEXACT" for each in terms):
            self.lose()
        return entries

    def _noted_link(self, term: Term) -> list[Entry]:
        """What is said of a term after which a chain breaks."""
        place = place_of(term.whole)
        if term.sign is not None and term.sign.type == "INEXACT":
            return self.claims.noted(place, "unread", INEXACT[str(term.sign.value)])
        if term.problem is not None:
            return self.claims.unread(place, term.problem)
        return self.claims.noted(place, "unread", _GOES_ON_UNREAD)

    def _rows_of(self, rows: list[DraftRow], run: list[Term], *, with_sign: bool) -> list[DraftRow]:
        """The terms in rows as they stand."""
        found: list[DraftRow] = []
        for term in run:
            skipped = term is run[0] and not with_sign
            tokens = [*(term.tokens if skipped else term.whole)]
            if found and term.row == run[run.index(term) - 1].row:
                found[-1].tokens += tokens
            else:
                found.append(DraftRow(tokens, rows[term.row].reasons))
        return found

    def lose(self) -> None:
        """Something stands here that is not read: what was said before it is not about what follows
        it, and what goes on from it is not read.
        """
        self.claims.memory.forget()
        self.claims.last_term = None
        self.claims.over()
        self.unread = True

    def _lost(self, rows: list[DraftRow], problem: SyntaxProblem) -> list[Entry]:
        """Rows of which the first cannot be read; the rows that continue it are not read either."""
        self.lose()
        first, *rest = (place_of(tuple(row.tokens)) for row in rows)
        entries = self.claims.unread(first, problem)
        for place in rest:
            entries += self.claims.noted(place, "unread", _GOES_ON_UNREAD)
        return entries

    def _chain(self, rows: list[DraftRow], place: Range) -> list[Entry]:
        self.claims.assigned = any(says_assigned(tuple(row.tokens)) for row in rows)
        self.claims.conditioned = any(row.conditioned for row in rows)
        if any(token.value == BY_CASES for row in rows for token in row.tokens):
            self.claims.tentative = self.claims.conditional = False
        if (chained := self._chained_definition(rows)) is not None:
            return chained
        if len(rows) == 1 and not rows[0].reasons:
            if (definition := self._definition(rows[0].tokens)) is not None:
                self.defined = _letters_of(definition)
                return definition
            if (bounds := self._bounds(rows[0].tokens)) is not None:
                return bounds
            if has_comma(rows[0].tokens) and rows[0].tokens[0].type not in GOES_ON:
                return self._several(rows[0].tokens)
        if any(is_twofold(row.tokens) for row in rows):
            drafts = self._both(rows, place)
        else:
            draft = self._draft(rows, place)
            drafts = None if draft is None else [draft]
        if drafts is None:
            return self.claims.noted(place, "mention", "an expression alone claims nothing")
        return [entry for each in drafts for entry in self.claims.displayed(each, law=self.law)]

    def _both(self, rows: list[DraftRow], place: Range) -> list[Draft] | None:
        """The drafts of rows with `\\pm`, each with what holds for both signs."""
        upper, lower = (
            self._draft([DraftRow(with_sign(row.tokens, sign), row.reasons) for row in rows], place)
            for sign in _BOTH
        )
        if upper is None or lower is None:
            return None
        return list(joined_drafts(Signs(self.source, self.declarations.warnings), upper, lower))

    def _chained_definition(self, rows: list[DraftRow]) -> list[Entry] | None:
        """`f(x) = … = …`, of an f of which nothing is known: its definition, and what the chain
        claims of it from there on.
        """
        head = rows[0].tokens
        rest = rows[1:]
        if (cut := second_relation(head)) is not None:
            rest = [DraftRow(head[cut:], rows[0].reasons), *rest]
            head = head[:cut]
        elif not rest or rest[0].tokens[0].type not in RELATION_TERMINALS:
            return None
        if head[-1].type == "TAG" or name_defined_by(head, self.declarations) is None:
            return None
        entries = self._definition(head)
        item = next((each for each in entries or () if isinstance(each, Define)), None)
        if entries is None or item is None:
            return entries
        self.claims.last_term = item.body
        place = (start_of(rest[0].tokens[0]), end_of(rest[-1].tokens[-1]))
        return [*entries, *self._chain(rest, place)]

    def _definition(self, tokens: list[Token]) -> list[Entry] | None:
        """`f(x) = …`: the first time, or again if the words redefine f."""
        tag = clean_label(str(tokens[-1].value)) if tokens[-1].type == "TAG" else None
        body = tokens[:-1] if tag is not None else tokens
        while body and body[-1].type in {"COMMA", "PERIOD"}:
            body = body[:-1]  # the sentence goes on, or ends
        if not body:
            return None
        name = name_defined_by(body, self.declarations)
        if name is not None and (
            (self.claims.conditioned and _defines_no_function(body))
            or (self.claims.certain and not self.defining and not _may_be_defined(name))
        ):
            return None
        anew = (
            name is None
            and self.defining
            and body[0].type == "NAME"
            and (self.declarations.is_function(str(body[0].value)) or self._applies_a_name(body))
        )
        if anew:
            name = name_defined_by(body, Declarations())
        if name is None:
            return None
        item = read_definition(self.source, body, name, self.declarations)
        self.unread = False
        known = self.claims.defined.get(name)
        if (
            anew
            and known is not None
            and self.claims.says_the_same(known, item.parameters, item.body)
        ):
            return None
        entries = self.definitions.displayed(item, tag, defining=self.defining)
        if anew:
            why = (
                f"the words before it define {name} anew; it need not agree with the definition "
                "above"
            )
            return [*self.claims.noted(place_of(tuple(tokens)), "definition", why), *entries]
        return entries

    def _applies_a_name(self, tokens: list[Token]) -> bool:
        """Whether `v(p) = …` begins with a letter that stands for a term, and defines it as another
        function than that is.
        """
        if tokens[0].value not in self.declarations.renamed:
            return False
        name = name_defined_by(tokens, Declarations())
        if name is None:
            return False
        try:
            item = read_definition(self.source, tokens, name, self.declarations.trial())
        except SyntaxProblem:
            return False
        return not self.claims.names_the_same(item)

    def _bounds(self, tokens: list[Token]) -> list[Entry] | None:
        """`\\quad 0 < a < b` behind `f(x) = a x + b` in one display: what only bounds letters of
        the definition, of which nothing else is said, is a condition.
        """
        if not self.defined or tokens[0].type in GOES_ON:
            return None
        body = [token for token in tokens if token.type not in {"TAG", "PERIOD"}]
        try:
            found = parse_raw("conditions", self.source, body, self.declarations.trial())
        except TooMuch:
            raise
        except SyntaxProblem:
            return None
        statements = [part for each in found for part in conjuncts(each)]
        letters = (name for each in statements for name in free_variables(each))
        if self.defined.isdisjoint(letters) or not all(
            map(self.suppositions.bounds_free, statements)
        ):
            return None
        return self.claims.assume(tuple(statements), place_of(tuple(tokens)))

    def _several(self, tokens: list[Token]) -> list[Entry]:
        """`a > 0, \\quad a \\neq 1`: conditions or claims, depending on the words before it."""
        body = [token for token in tokens if token.type != "TAG"]
        statements = parse_raw("conditions", self.source, body, self.declarations)
        given = self.claims.sequence(statements, place_of(tuple(body)))
        if given is not None:
            return given
        entries: list[Entry] = []
        for statement in statements:
            place = (statement.span.start, statement.span.end)
            draft = Draft(statement, [], [], None, place)
            if isinstance(statement, Relation):
                link = RelationLink(statement.operator, statement.right, statement.right.span)
                named = self.claims.naming(Draft(statement.left, [(link, ())], [], None, place))
                if named is not None:
                    entries += named
                    continue
            entries += self.claims.displayed(draft, law=False)
        return entries

    def _draft(self, rows: list[DraftRow], place: Range) -> Draft | None:
        """The chain that the rows form; None if they are only a term, which a later display may
        continue.
        """
        first, rest = rows[0], rows[1:]
        if first.tokens[0].type in GOES_ON:
            if self.unread:
                raise self.source.problem(*place, _GOES_ON_UNREAD)
            if self.claims.last_term is None:
                sign = first.tokens[0]
                raise self.source.problem(
                    start_of(sign),
                    end_of(sign),
                    "a relation with nothing before it",
                    hint="write what stands on its left",
                )
            draft = Draft(self.claims.last_term, [], [], None, place)
            rest = rows
        else:
            opening = cast(
                "Opening", parse_raw("opening", self.source, first.tokens, self.declarations)
            )
            draft = chain_of(opening, first.reasons, place)
            self.unread = False
        for row in rest:
            continuation = cast(
                "Continuation",
                parse_raw("continuation", self.source, row.tokens, self.declarations),
            )
            extend(self.source, draft, continuation, row)
        if not draft.links and not draft.logic and not isinstance(draft.first, Statement):
            self.claims.last_term = draft.first
            return None
        return draft


def _may_be_defined(name: str) -> bool:
    """Whether a display that claims something may say what a function of this name is."""
    return is_letter(name) or is_quantity(name)


def _defines_no_function(tokens: Sequence[Token]) -> bool:
    """Whether a row does not begin with `f(x)`, so that a condition behind it is no domain."""
    return [each.type for each in tokens[:3]] != ["NAME", "LPAR", "NAME"]


def _letters_of(entries: Sequence[Entry]) -> frozenset[str]:
    """The letters in what is defined, besides its parameters."""
    return frozenset(
        name
        for each in entries
        if isinstance(each, Define)
        for name in free_variables(each.body)
        if name not in each.parameters
    )
