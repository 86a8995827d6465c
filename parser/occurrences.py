"""What a text says of events: `let A and B be events`, `A and B are independent`.

Sentences are found by the patterns of the section `events` of the language files. What they declare
are the probabilities of the outcomes that the events make (`events.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal, TypeAlias

from shomei.languages.language import languages
from shomei.operations.latex import print_expression
from shomei.parser.ast import Assume, Item
from shomei.parser.declarations import Declarations
from shomei.parser.errors import UnsupportedNotation
from shomei.parser.events import MOST, Space, disjoint, independent, none_of, plain_name, space_of
from shomei.parser.lexing.probabilities import together
from shomei.parser.source import Range, Source
from shomei.terms.diagnostics import note
from shomei.terms.nodes import Span, Statement, Variable

Kind: TypeAlias = Literal["described", "said", "declared"]
_KINDS: Final[tuple[Kind, ...]] = ("described", "said", "declared")
_NAME: Final = r"[A-Z](?:_(?:[A-Za-z0-9]|\{[A-Za-z0-9]{1,3}\}))?"
_PLAIN_NAMES: Final = rf"{_NAME}(?:\s*(?:,\s*and\s|,|and\s|と|、)\s*{_NAME})*"
#: Letters for the probabilities of outcomes, in the order in which they are taken.
_LETTERS: Final = "pqwrusvzmhgdcbk"
#: The most characters of a sentence that may speak of events.
LONGEST: Final = 600


@dataclass(frozen=True, slots=True)
class Found:
    """What a sentence says of events: their names, the conditions beside them, and its end."""

    kind: Kind
    match: re.Match[str]

    def has(self, name: str) -> bool:
        """Whether a part of the pattern with this name is there."""
        return bool(self.match.groupdict().get(name))


@cache
def patterns(formula: str, several: str) -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    """The patterns of all languages, by kind; `formula` is the expression for one formula, and
    `several` that for a list of them.
    """
    found: list[tuple[Kind, re.Pattern[str]]] = []
    for kind in _KINDS:
        for each in languages():
            section = each.sections["events"]
            for phrase in section.get(kind, ()):
                pattern = phrase
                for part in ("kinds", "given"):
                    pattern = pattern.replace(f"<{part}>", "".join(section.get(part, ())[:1]), 1)
                pattern = pattern.replace("<names>", f"(?P<names>{several})")
                pattern = pattern.replace("<given>", f"(?P<given>{several})")
                pattern = pattern.replace("<space>", formula)
                gap = r"\s+" if each.spaced else r"\s*"
                found.append((kind, re.compile(pattern.replace(" ", gap), re.IGNORECASE)))
    return tuple(found)


@cache
def _words(name: str) -> re.Pattern[str]:
    found = [each for one in languages() for each in one.sections["events"].get(name, ())]
    return re.compile("|".join(found), re.IGNORECASE)


def speaks_of_events(text: str) -> bool:
    """Whether a text may name events."""
    return _words("speaks").search(text) is not None


#: Signs that stand for nothing but a probability, an expectation or a variance.
_OF_CHANCES: Final = re.compile(
    r"\\Pr(?![A-Za-z])|\\mathbb\s*(?:\{\s*[EP]\s*\}|[EP])"
    r"|\\(?:operatorname|mathrm|mathsf|text)\s*\{\s*(?:Var|Cov|Pr)\s*\}"
)


def speaks_of_chances(text: str) -> bool:
    """Whether a text may speak of probabilities or expectations."""
    return _OF_CHANCES.search(text) is not None or _words("chances").search(text) is not None


def is_passing(text: str) -> bool:
    """Whether words say something for no longer than their sentence: `if`, `for`."""
    return _words("passing").search(text) is not None


def may_change(text: str) -> bool:
    """Whether words that are not read may say anything of the events in them."""
    return _words("again").search(text) is not None


def speaks_of_measures(text: str) -> bool:
    """Whether words may call something a probability."""
    return _words("measures").search(text) is not None


def read_plain(source: Source, place: Range) -> Iterator[tuple[Found, tuple[str, ...]]]:
    """What a line of plain text may say of events, and their names; nothing for anything else."""
    if place[1] - place[0] > LONGEST:
        return
    text = source.text[slice(*place)].strip(" \t.。")
    for kind, pattern in patterns(r"\\Omega", _PLAIN_NAMES):
        match = pattern.fullmatch(text)
        if match is not None and kind != "described" and not match.groupdict().get("given"):
            yield Found(kind, match), names_in(match["names"])


def names_in(text: str) -> tuple[str, ...]:
    """The names of events that a text lists; none if it holds anything else."""
    if re.fullmatch(_PLAIN_NAMES, text.strip()) is None:
        return ()
    return tuple(plain_name(each) for each in re.findall(_NAME, text))


def declare(
    found: Found,
    names: Sequence[str],
    source: Source,
    declarations: Declarations,
    span: Span,
    *,
    anew: bool = False,
) -> list[Item] | None:
    """The items that a sentence about events makes; None if it is about anything else. Notes what
    the events are. `anew`: they are others than those with the same names before. Raises
    `SyntaxProblem` for more events than are read.
    """
    if len(set(names)) < len(names) or set(names) & declarations.randoms.keys():
        return None
    space = space_of(names, declarations.spaces)
    known = space is not None and declarations.lost.isdisjoint(names)
    conditions: list[Statement] = []
    if anew or found.kind != "said" or (not known and (found.has("new") or found.has("partition"))):
        space = _space(names, source, declarations, span)
        conditions += _introduced(space, declarations, span)
    elif space is None or not known or len(names) < 2:
        return None
    conditions += _told(found, names, space, span)
    return [Assume(tuple(conditions), span=span)] if conditions else []


def _space(names: Sequence[str], source: Source, declarations: Declarations, span: Span) -> Space:
    """The outcomes of new events, and of the last ones before them where the text speaks of both
    at a time.
    """
    if len(names) > MOST:
        raise UnsupportedNotation.of(
            source.problem(
                span.start,
                span.end,
                f"more than {MOST} events at a time are not part of the language",
            )
        )
    before = declarations.spaces[-1].events if declarations.spaces else ()
    fresh, old = set(names), set(before)
    beside = (
        fresh.isdisjoint(old)
        and declarations.lost.isdisjoint(old)
        and len(before) + len(names) <= MOST
        and any(
            not (fresh.isdisjoint(each) or old.isdisjoint(each))
            for each in together(source.text, span.end)
        )
    )
    return Space((*(before if beside else ()), *names), _letter(source, declarations, span))


def _introduced(space: Space, declarations: Declarations, span: Span) -> Iterator[Statement]:
    """What is assumed of the outcomes of new events, which are known from here on."""
    old = declarations.spaces[-1] if declarations.spaces else None
    declarations.spaces.append(space)
    declarations.lost.difference_update(space.events)
    declarations.variables.update(space.variables(space.everything))
    shown = print_expression(Variable(space.variable(1)))
    declarations.warnings.append(
        note(
            "events",
            f"a digit of `{shown}` for each of {', '.join(space.events)}: 1 where it happens, "
            "0 where it does not",
            span,
        )
    )
    yield from space.conditions(span)
    if old is not None and set(old.events) < set(space.events):
        yield from space.refines(old, span)


def _letter(source: Source, declarations: Declarations, span: Span) -> str:
    taken = {each.letter for each in declarations.spaces} | declarations.functions.keys()
    for letter in _LETTERS:
        alone = rf"(?<![A-Za-z\\]){letter}(?![A-Za-z])"
        if letter not in taken and re.search(alone, source.text) is None:
            return letter
    raise UnsupportedNotation.of(
        source.problem(span.start, span.end, "there is no letter left for the outcomes of events")
    )


def _told(found: Found, names: Sequence[str], space: Space, span: Span) -> Iterator[Statement]:
    if found.has("independent"):
        yield from independent(space, names, span, pairwise=found.has("pairwise"))
    if found.has("disjoint") or found.has("partition"):
        yield from space.impossible(disjoint(space, names), span)
    if found.has("partition"):
        yield from space.impossible(none_of(space, names), span)
