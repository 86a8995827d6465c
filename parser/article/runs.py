"""Chains that are read in part: where one of their terms is not read, or a sign such as
`\\approx` claims no equality, the runs of terms are left between which something exact is claimed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from lark import Token

from shomei.parser.article.formulas import top_level
from shomei.parser.errors import OtherThings, SyntaxProblem
from shomei.parser.lexing.terminals import LOGIC_TERMINALS, RELATION_TERMINALS

_SIGNS: Final = RELATION_TERMINALS | {"INEXACT"}


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a chain with the sign before it, and the row that it stands in. `problem`: why it
    is not read.
    """

    sign: Token | None
    tokens: tuple[Token, ...]
    row: int
    problem: SyntaxProblem | None = None

    @property
    def exact(self) -> bool:
        """Whether something exact is claimed between this term and the one before it."""
        return self.sign is not None and self.sign.type in RELATION_TERMINALS

    @property
    def whole(self) -> tuple[Token, ...]:
        """The sign and the term."""
        return self.tokens if self.sign is None else (self.sign, *self.tokens)


def terms_of(
    rows: Sequence[Sequence[Token]], read: Callable[[tuple[Token, ...]], object]
) -> list[Term] | None:
    """The terms of a chain of relations, from its rows; None where statements are connected.
    `read` raises for a term that cannot be read.
    """
    terms: list[Term] = []
    for index, row in enumerate(rows):
        top = top_level(tuple(row))
        if any(token.type in LOGIC_TERMINALS | {"AND", "OR", "COMMA"} for _, token in top[:-1]):
            return None
        cuts = [place for place, token in top if token.type in _SIGNS]
        ends = [*cuts, len(row)]
        if not cuts or cuts[0] > 0:
            terms.append(_term(None, tuple(row[: ends[0]]), index, read))
        for start, end in zip(cuts, ends[1:], strict=True):
            terms.append(_term(row[start], tuple(row[start + 1 : end]), index, read))
    return terms


def _term(
    sign: Token | None,
    tokens: tuple[Token, ...],
    row: int,
    read: Callable[[tuple[Token, ...]], object],
) -> Term:
    try:
        read(tuple(token for token in tokens if token.type != "TAG"))
    except SyntaxProblem as problem:
        return Term(sign, tokens, row, problem)
    return Term(sign, tokens, row)


def runs_of(terms: Sequence[Term]) -> Iterator[list[Term]]:
    """The terms in runs, each as long as it can be, of which every term is read and every sign but
    the first claims something exact; a term that is not read is a run of its own.
    """
    run: list[Term] = []
    for term in terms:
        if run and (term.problem is not None or run[-1].problem is not None or not term.exact):
            yield run
            run = []
        run.append(term)
    if run:
        yield run


def claims_something(terms: Sequence[Term]) -> bool:
    """Whether anything exact is claimed between two terms that are read, or of the first one, and
    the terms that are not read are numbers, as far as can be seen.
    """
    problems = [term.problem for term in terms if term.problem is not None]
    if any(isinstance(each, OtherThings) and not each.about_numbers for each in problems):
        return False
    if any(
        token.type == "DOTS" for term in terms for token in term.tokens if len(term.tokens) == 1
    ):
        return False  # `i_1 < i_2 < \\dots < i_m` is one condition
    return any(
        term.exact and term.problem is None and (place == 0 or terms[place - 1].problem is None)
        for place, term in enumerate(terms)
    )
