"""Prints reasons, items and documents as plain text (`.txt`), such that parsing it gives the same
items again.
"""

from __future__ import annotations

from collections.abc import Iterable

from shomei.languages.language import languages
from shomei.operations.latex import print_expression, print_name
from shomei.operations.letters import GREEK
from shomei.operations.statement_latex import CONNECTIVE_SIGNS, SETS, print_part, print_statement
from shomei.parser.ast import (
    Assume,
    CaseSplit,
    Chain,
    Declare,
    Define,
    Document,
    Formula,
    Item,
    Let,
    LogicChain,
    Noted,
    Part,
    Theorem,
    Therefore,
    Unsettled,
)
from shomei.parser.functions import word_of
from shomei.parser.reason_nodes import Cite, Continuity, DefinitionOf, Named, Reason, Substitute
from shomei.terms.functions import is_family
from shomei.terms.nodes import Connective, Statement
from shomei.terms.relations import COMPARISONS


def print_reason(node: Reason) -> str:
    """The reason as written after `by`."""
    match node:
        case Cite(label=label, substitution=substitution):
            values = ", ".join(
                f"{print_name(name)} = {print_expression(value)}" for name, value in substitution
            )
            return f"({label}) with {values}" if values else f"({label})"
        case Substitute(name=name, value=value):
            return f"substitution {print_name(name)} = {print_expression(value)}"
        case DefinitionOf(name="derivative"):
            return "definition of the derivative"
        case DefinitionOf(name=name):
            return f"definition of \\{name}" if name in GREEK else f"definition of {name}"
        case Continuity(function=function):
            return f"continuity of {function}" if function else "continuity"
        case Named(rule=rule):
            return rule


def print_document(document: Document) -> str:
    """The whole derivation as plain text."""
    return "\n".join(_print_items(document.items)) + "\n"


def _print_items(items: Iterable[Item]) -> list[str]:
    lines: list[str] = []
    before: Item | None = None
    for item in items:
        if isinstance(item, CaseSplit) and isinstance(before, CaseSplit):
            lines.append("cases")
        printed = print_item(item)
        lines += printed
        before = item if printed else before
    return lines


def _by(reasons: tuple[Reason, ...]) -> str:
    return f"   by {'; '.join(map(print_reason, reasons))}" if reasons else ""


def _tag(tag: str | None) -> str:
    return f" \\tag{{{tag}}}" if tag is not None else ""


def print_item(item: Item) -> list[str]:
    """The lines of one item."""
    match item:
        case Assume(conditions=conditions):
            return [f"assume {_conditions(conditions)}"]
        case Let(names=names, domain=domain, value=value):
            left = ", ".join(map(print_name, names))
            return [
                f"let {left} = {print_expression(value)}"
                if value is not None
                else f"let {left} \\in {SETS[domain or 'R']}"
            ]
        case Declare():
            return [_declaration(item)]
        case Define(name=name, parameters=parameters, body=body):
            left = (
                f"{print_name(name)}({', '.join(map(print_name, parameters))})"
                if parameters
                else print_name(name)
            )
            return [f"define {left} = {print_expression(body)}"]
        case Formula(label=label, statement=statement, conditions=conditions, reasons=reasons):
            provided = f" if {_conditions(conditions)}" if conditions else ""
            return [f"formula ({label}): {print_statement(statement)}{provided}{_by(reasons)}"]
        case Chain(first=first, links=links, tag=tag):
            rows = [
                f"  {COMPARISONS[link.operator].latex} {print_expression(link.right)}"
                for link in links
            ]
            return [
                print_expression(first),
                *_with_ends(rows, [link.reasons for link in links], tag),
            ]
        case LogicChain(first=start, links=logic, tag=tag):
            rows = [
                f"  {CONNECTIVE_SIGNS[step.operator]} {print_part(step.right, 2)}" for step in logic
            ]
            return [print_part(start, 2), *_with_ends(rows, [step.reasons for step in logic], tag)]
        case Therefore(statement=statement, tag=tag, reasons=reasons):
            return [f"therefore {print_statement(statement)}{_tag(tag)}{_by(reasons)}"]
        case CaseSplit(cases=cases):
            return [
                line
                for case in cases
                for line in (
                    f"case {print_statement(case.condition)}",
                    *_print_items(case.body),
                    "endcase",
                )
            ]
        case Theorem(label=label, statement=statement, proof=proof):
            heading = f"theorem ({label}): {print_statement(statement)}"
            return [heading, "proof", *_print_items(proof), "qed"] if proof else [heading]
        case Part() | Unsettled():
            return []  # plain text has none
        case Noted(text=text, why=why):
            return [f"# not checked ({' '.join(why.split())}): {' '.join(text.split())}"]


def _declaration(item: Declare) -> str:
    """A declaration; nothing is said of a family's kind that its signature does not say."""
    natural = is_family(item.names[0])
    domain = "\\mathbb{N}" if natural else "\\mathbb{R}"
    names = ", ".join(map(print_name, item.names))
    signature = " \\times ".join([domain] * item.arity) + " \\to \\mathbb{R}"
    kinds = " and ".join(word_of(kind, languages()[0]) for kind in item.kinds)
    return f"let {names} \\colon {signature} {kinds}".rstrip()


def _with_ends(rows: list[str], reasons: list[tuple[Reason, ...]], tag: str | None) -> list[str]:
    ends = [_by(each) for each in reasons]
    return [
        row + (_tag(tag) if index == len(rows) - 1 else "") + end
        for index, (row, end) in enumerate(zip(rows, ends, strict=True))
    ]


def _conditions(conditions: tuple[Statement, ...]) -> str:
    return ", ".join(
        print_statement(condition)
        if not isinstance(condition, Connective)
        else f"({print_statement(condition)})"
        for condition in conditions
    )
