"""Reasons that name nothing: no rule, no theorem, no variable of the cited formula. A proof may
still be found, but the reader is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from functools import lru_cache

from shomei.languages import phrases
from shomei.languages.names import all_names, defined_things, named, without_article
from shomei.obligations.model import Obligation, Plan
from shomei.operations.registry import FUNCTIONS
from shomei.parser.ast import CaseSplit, Define, Document, Item, Let, Theorem
from shomei.parser.reason_nodes import Cite, DefinitionOf, Named, Reason
from shomei.terms.diagnostics import Diagnostic, note


def remarks(document: Document, plan: Plan) -> tuple[Diagnostic, ...]:
    """A notice for each reason that names nothing, at its place in the source."""
    defined = frozenset(
        name.lower() for item in _items(document.items) for name in _names_given(item)
    )
    labels = tuple(
        obligation.label for obligation in plan.obligations if obligation.label is not None
    )
    found: dict[tuple[int, int], Diagnostic] = {}
    for obligation in plan.obligations:
        for reason in obligation.reasons:
            why = next(_remarks(reason, obligation, defined, labels), None)
            if why is not None and reason.span.end > reason.span.start:
                found.setdefault(
                    (reason.span.start, reason.span.end), note("reason", why, reason.span)
                )
    return tuple(found.values())


def shown(label: str) -> str:
    """A label as it is cited: a number in brackets, a name without."""
    return f"({label})" if label[:1].isdigit() else label


def _items(items: Iterable[Item]) -> Iterator[Item]:
    """All items, including those in proofs and cases."""
    for item in items:
        yield item
        match item:
            case Theorem(proof=inner):
                yield from _items(inner)
            case CaseSplit(cases=cases):
                for case in cases:
                    yield from _items(case.body)


def _names_given(item: Item) -> tuple[str, ...]:
    match item:
        case Define(name=name):
            return (name,)
        case Let(names=names):
            return names
        case _:
            return ()


def _remarks(
    reason: Reason, obligation: Obligation, defined: frozenset[str], labels: Sequence[str]
) -> Iterator[str]:
    schemas = {schema.label: schema for schema in obligation.schemas}
    match reason:
        case Named(rule=rule, ids=()) if not named(rule):
            near = get_close_matches(rule.lower(), [*all_names(), *labels], n=1, cutoff=0.75)
            better = f"; did you mean `{near[0]}`?" if near else ""
            yield f"no rule or theorem is called `{rule}`, so this reason helps no proof{better}"
        case DefinitionOf(name=name) if name.lower() not in _defined() | defined:
            yield f"nothing above defines `{name}`, so this reason helps no proof"
        case Cite(label=label, substitution=pairs) if label in schemas:
            variables = [binding.name for binding in schemas[label].variables]
            strange = [name for name, _ in pairs if name not in variables]
            if strange:
                yield (
                    f"{shown(label)} has no variable {' or '.join(strange)}; it speaks of "
                    f"{', '.join(variables) or 'none'}"
                )


@lru_cache(maxsize=1)
def _defined() -> frozenset[str]:
    """The things that have a definition without being defined in the text: words, functions, and
    whatever some rule is called the definition of.
    """
    head, tail = phrases.before("definition"), phrases.after("definition")
    by_rules = {
        match[1]
        for name in all_names()
        if (match := re.fullmatch(f"{head}(.+)", name) or re.fullmatch(f"(.+){tail}", name))
    }
    by_rules |= {without_article(name) for name in by_rules}
    things = {word.lower() for each in defined_things().items() for word in each}
    return frozenset({*FUNCTIONS, *things, *by_rules, "log", "ln", "e", "pi", "limit", "sqrt"})
