"""Directives: the keywords of all languages, and the meaning of the text after each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias, get_args

from shomei.languages.language import Words, longest_first, merged, words
from shomei.languages.phrases import NEVER
from shomei.parser import occurrences
from shomei.parser.ast import Assume, Define, Formula, Item, Let, Therefore
from shomei.parser.chains import Row
from shomei.parser.declarations import Declarations
from shomei.parser.errors import SyntaxProblem, TooMuch
from shomei.parser.functions import read_declaration
from shomei.parser.implicit_definitions import read_definition
from shomei.parser.labels import clean_label
from shomei.parser.lexing import scan
from shomei.parser.lexing.names import join_names
from shomei.parser.mathematics import parse_claim, parse_conditions, parse_expression
from shomei.parser.randoms import declare, read_plain
from shomei.parser.reason_nodes import Reason
from shomei.parser.reasons import parse_reasons
from shomei.parser.running_text import Node, RunningGrammar
from shomei.parser.sequences import note_elements, read_formula_of, read_recursion
from shomei.parser.source import Fragment, Range, Source
from shomei.terms.nodes import (
    Connective,
    Membership,
    NumberSet,
    Relation,
    Span,
    Statement,
    Variable,
)
from shomei.terms.walk import free_variables

Keyword: TypeAlias = Literal[
    "assume",
    "let",
    "define",
    "formula",
    "theorem",
    "proof",
    "qed",
    "therefore",
    "case",
    "cases",
    "endcase",
]

#: Signs that stand for a keyword in every language.
_SIGNS: Final[dict[Keyword, tuple[str, ...]]] = {"qed": ("∎", "□"), "therefore": ("∴",)}
KEYWORDS: Final[dict[Keyword, tuple[str, ...]]] = {
    keyword: (*words("keywords", keyword), *_SIGNS.get(keyword, ()))
    for keyword in get_args(Keyword)
}
_BY_SPELLING: Final = {
    spelling: keyword for keyword, spellings in KEYWORDS.items() for spelling in spellings
}


def _spellings(table: Mapping[Keyword, tuple[str, ...]] | Words) -> tuple[str, ...]:
    return tuple(word for words in table.values() for word in words)


def _alternatives(spellings: Iterable[str]) -> str:
    return "|".join(map(re.escape, longest_first(spellings))) or NEVER


_SPACED: Final = _alternatives(_spellings(merged("keywords", spaced=True)))
_UNSPACED: Final = _alternatives(
    (*_spellings(merged("keywords", spaced=False)), *_spellings(_SIGNS))
)
_KEYWORD: Final = re.compile(
    rf"\s*(?:(?P<word>{_SPACED})(?![A-Za-z(])"
    rf"|(?P<other>{_UNSPACED}))"
    r"[ \t\u3000]*"
)
GRAMMAR: Final = RunningGrammar("directives.lark", ["said", "stated", "mark"], {})
#: What `define` begins with where it gives a sequence by a recursion.
_ELEMENT: Final = re.compile(r"\s*\$?\s*\\?[A-Za-z]+_[^=＝(（]*[=＝]")
_LET_VALUE: Final = re.compile(r"\s*\$?(?P<name>\\?[A-Za-z]+)\s*(?:'*)\s*\(")


@dataclass(frozen=True, slots=True)
class Heading:
    """The first line of a theorem; what follows in its proof belongs to it. `in_prose`: the words
    of an article state the condition of its claim.
    """

    label: str
    statement: Statement
    span: Span
    in_prose: bool = False


@dataclass(frozen=True, slots=True)
class CaseHeading:
    """The first line of a case; what follows up to `endcase` holds under its condition."""

    condition: Statement
    span: Span


@dataclass(frozen=True, slots=True)
class Mark:
    """`proof`, `qed`, `cases` or `endcase`."""

    keyword: Keyword
    span: Span


Entry: TypeAlias = Item | Heading | CaseHeading | Mark


def find_keyword(text: str, start: int, end: int) -> tuple[Keyword, int] | None:
    """The directive that a line begins with, and where its content begins."""
    match = _KEYWORD.match(text, start, end)
    if match is None:
        return None
    return _BY_SPELLING[match.group("word") or match.group("other")], match.end()


def read_directive(
    source: Source, keyword: Keyword, rows: list[Row], declarations: Declarations, span: Span
) -> list[Entry]:
    """The content of a directive; `rows` are its lines without the keyword. Raises
    `SyntaxProblem`.
    """
    fragment = tuple(stretch for row in rows for stretch in row.formula)
    reasons = tuple(
        reason
        for row in rows
        if row.reason is not None
        for reason in parse_reasons(source, row.reason, declarations)
    )
    if reasons and keyword not in {"formula", "therefore"}:
        place = reasons[0].span
        raise source.problem(
            place.start,
            place.end,
            f"`{keyword}` takes no reason",
            hint="a reason belongs to a formula, a step or a `therefore`",
        )
    match keyword:
        case "proof" | "qed" | "cases" | "endcase":
            return [_mark(source, keyword, fragment, span)]
        case "assume":
            conditions = parse_conditions(source, _after_colon(source, fragment), declarations)
            taken = declarations.ranged
            recursion = read_recursion(conditions, declarations, span, taken=taken)
            if recursion is not None:
                return list(recursion)
            note_elements(conditions, declarations)
            _note_letters(conditions, declarations)
            return [Assume(conditions, span=span)]
        case "case":
            conditions = parse_conditions(source, _after_colon(source, fragment), declarations)
            return [CaseHeading(conjunction(conditions), span)]
        case "let":
            return list(_read_let(source, _after_colon(source, fragment), declarations, span))
        case "define":
            fragment = _after_colon(source, fragment)
            if len(fragment) == 1 and _ELEMENT.match(source.text, *fragment[0]):
                given = _read_elements(source, fragment, declarations, span)
                if given is not None:
                    return given
            return [replace(_read_definition(source, fragment, declarations), span=span)]
        case "therefore":
            claim = parse_claim(source, _after_colon(source, fragment), declarations)
            _refuse_conditions(source, claim.conditions, "therefore")
            if claim.tag:
                declarations.labels.add(claim.tag)
            return [Therefore(claim.statement, claim.tag, reasons, span=span)]
        case "formula":
            return [_read_formula(source, fragment, reasons, declarations, span)]
        case "theorem":
            label, fragment = _label(source, fragment)
            claim = parse_claim(source, fragment, declarations)
            _refuse_conditions(source, claim.conditions, "theorem")
            label = label or claim.tag or f"line {span.line}"
            declarations.labels.add(label)
            return [Heading(label, claim.statement, span)]


def _mark(source: Source, keyword: Keyword, fragment: Fragment, span: Span) -> Mark:
    _, rest = _head(source, "mark", fragment)
    if source.excerpt(rest):
        raise source.problem(
            fragment[0][0],
            fragment[-1][1],
            f"`{keyword}` stands alone on its line",
            hint="write what follows on the next line",
        )
    return Mark(keyword, span)


def _head(source: Source, rule: str, fragment: Fragment) -> tuple[Node, Fragment]:
    """The part before a directive's content by this rule of the grammar, and the content."""
    start, end = fragment[0]
    head, after = GRAMMAR.read(source.text, start, end, rule=rule)
    return head, ((after, end), *fragment[1:])


def _after_colon(source: Source, fragment: Fragment) -> Fragment:
    """`assume: x > 0` is `assume x > 0`."""
    return _head(source, "said", fragment)[1]


def _label(source: Source, fragment: Fragment) -> tuple[str, Fragment]:
    """`(2.3): …`, `name: …`: the label (empty if there is none) and the rest."""
    head, rest = _head(source, "stated", fragment)
    if not head.children:
        return "", fragment
    text = str(head.children[0]).rstrip(":：").strip()
    label = clean_label(text) if text[:1] in "(（" else " ".join(text.split())
    return label, rest


def _read_formula(
    source: Source,
    fragment: Fragment,
    reasons: tuple[Reason, ...],
    declarations: Declarations,
    span: Span,
) -> Formula:
    label, rest = _label(source, fragment)
    claim = parse_claim(source, rest, declarations)
    label = label or claim.tag or ""
    if not label:
        raise source.problem(
            fragment[0][0],
            fragment[0][1],
            "a formula needs a number to be cited by",
            hint="write formula (2.3): …",
        )
    declarations.labels.add(label)
    return Formula(label, claim.statement, claim.conditions, reasons, span=span)


def _refuse_conditions(source: Source, conditions: tuple[Statement, ...], keyword: str) -> None:
    if conditions:
        place = conditions[0].span
        raise source.problem(
            place.start,
            place.end,
            f"`{keyword}` takes no conditions",
            hint="write them with `assume`, or as A \\Rightarrow B",
        )


def conjunction(conditions: tuple[Statement, ...]) -> Statement:
    """All of the conditions (at least one) as one statement."""
    joined = conditions[0]
    for condition in conditions[1:]:
        joined = Connective("and", joined, condition, span=condition.span)
    return joined


def _function_name(source: Source, fragment: Fragment, declarations: Declarations) -> str | None:
    """The name before the first bracket; None if a constant is defined."""
    start, end = fragment[0]
    bracket = re.compile(r"[=＝(（]|\\left").search(source.text, start, end)
    if bracket is None or bracket.group() in "=＝":
        return None
    place: Range = (start, bracket.start())
    tokens = join_names(source, scan(source, (place,), declarations), declarations)
    if len(tokens) != 1 or tokens[0].type != "NAME":
        raise source.problem(
            place[0],
            max(place),
            "a definition begins with one name",
            expected=("a name such as f",),
            hint="write define f(x) = …",
        )
    return str(tokens[0].value)


def _read_let(
    source: Source, fragment: Fragment, declarations: Declarations, span: Span
) -> tuple[Item, ...]:
    """`let n, m \\in \\mathbb{N}`, `let X = x`, `let x > 0`, and a list of these."""
    if len(fragment) == 1 and (
        found := read_declaration(source.text[slice(*fragment[0])], declarations, span)
    ):
        return (found,)
    for said_of_events in occurrences.read_plain(source, fragment[0]) if len(fragment) == 1 else ():
        items = occurrences.declare(*said_of_events, source, declarations, span)
        if items is not None:
            return tuple(items)
    if len(fragment) == 1 and (said := read_plain(source, fragment[0])):
        return tuple(
            declare(
                said,
                source,
                declarations,
                lambda place: parse_expression(source, (place,), declarations),
                span,
            )
        )
    if (
        _LET_VALUE.match(source.text, *fragment[0])
        and _function_name(source, fragment, declarations) is not None
    ):
        return (replace(_read_definition(source, fragment, declarations), span=span),)
    seen = set(declarations.indexed)
    conditions = parse_conditions(source, fragment, declarations)
    recursion = read_recursion(conditions, declarations, span)
    if recursion is not None:
        return recursion
    explicit = read_formula_of(conditions, declarations, span)
    if explicit is not None and explicit.name not in seen:
        return (explicit,)
    note_elements(conditions, declarations)
    _note_letters(conditions, declarations)
    return lets(conditions, declarations, span)


def _read_elements(
    source: Source, fragment: Fragment, declarations: Declarations, span: Span
) -> list[Entry] | None:
    """A recursion that `define` gives; None for any other definition, as of `\\sigma_1(x)`."""
    trial = declarations.trial()
    try:
        conditions = parse_conditions(source, fragment, trial)
    except TooMuch:
        raise
    except SyntaxProblem:
        return None
    recursion = read_recursion(conditions, declarations, span)
    if recursion is None:
        return None
    declarations.indexed |= trial.indexed
    return list(recursion)


def _note_letters(conditions: Iterable[Statement], declarations: Declarations) -> None:
    for condition in conditions:
        own = (condition.name,) if isinstance(condition, Membership) else free_variables(condition)
        declarations.ranged.update(own)


def _read_definition(source: Source, fragment: Fragment, declarations: Declarations) -> Define:
    name = _function_name(source, fragment, declarations)
    raw = scan(source, fragment, declarations)
    if not raw:
        raise source.problem(
            fragment[0][0], fragment[0][1], "there is no definition here", expected=("f(x) = …",)
        )
    return read_definition(source, raw, name, declarations)


def lets(
    conditions: tuple[Statement, ...], declarations: Declarations, span: Span
) -> tuple[Item, ...]:
    """Conditions in a `let`: sets for variables, values for names; anything else is a
    hypothesis.
    """
    items: list[Item] = []
    typed: dict[NumberSet, list[str]] = {}
    for condition in conditions:
        match condition:
            case Membership(name=name, domain=domain):
                typed.setdefault(domain, []).append(name)
            case Relation(operator="=", left=Variable(name=name), right=value):
                declarations.give(name, value)
                items.append(Let((name,), None, value, span=span))
            case _:
                items.append(Assume((condition,), span=span))
    return (*(Let(tuple(names), domain, span=span) for domain, names in typed.items()), *items)
