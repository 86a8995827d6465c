"""Assembles theorems: the binders from a context, the docstring from the source, the proof from a
script.
"""

from __future__ import annotations

from dataclasses import replace

from shomei.emitter.lean.names import identifier, is_theorem_name
from shomei.emitter.lean.render import text_of
from shomei.emitter.lean.script import Script
from shomei.emitter.lean.statement import proposition
from shomei.emitter.lean.term import Notation
from shomei.emitter.model import Theorem
from shomei.obligations.model import Context
from shomei.terms.definitions import by_name, natural_names
from shomei.terms.functions import Function
from shomei.terms.nodes import ForAll, Property


def comment(text: str) -> str:
    """`text` in a form that is safe in a docstring: one line, no comment brackets, nothing outside
    printable ASCII, kana, kanji and mathematical letters.
    """
    line = " ".join(text.split())
    kept = "".join(c if c.isprintable() else " " for c in line)
    for bracket, apart in (("/-", "/ -"), ("-/", "- /")):
        while bracket in kept:
            kept = kept.replace(bracket, apart)
    if kept.startswith("-"):
        kept = " " + kept
    return kept[:400]


def notation_of(context: Context) -> Notation:
    """The natural variables and the definitions of `context`, for the printer."""
    naturals = natural_names(context.variables)
    told = tuple(
        (each.name, each.statement)
        for each in context.hypotheses
        if isinstance(each.statement, Property | ForAll)
    )
    functions = frozenset(each.name for each in context.functions)
    return Notation(naturals, by_name(context.definitions), functions, told)


def binders(context: Context, notation: Notation) -> tuple[str, ...]:
    """The theorem's explicit arguments: variables by type, then hypotheses."""
    found: list[str] = []
    run: list[str] = []
    kind = ""
    names = [
        *((each.name, type_of(each)) for each in context.functions),
        *(
            (each.name, "ℕ" if each.name in notation.naturals else "ℝ")
            for each in context.variables
        ),
    ]
    for name, own in names:
        if own != kind and run:
            found.append(f"({' '.join(run)} : {kind})")
            run = []
        kind = own
        run.append(identifier(name))
    if run:
        found.append(f"({' '.join(run)} : {kind})")
    found += [f"({h.name} : {proposition(h.statement, notation)})" for h in context.hypotheses]
    return tuple(found)


def type_of(function: Function) -> str:
    """The Lean type of a declared function: `ℝ → ℝ`, `ℕ → ℕ → ℝ`."""
    return " → ".join([*("ℕ" if function.is_family else "ℝ",) * function.arity, "ℝ"])


def render(
    name: str,
    arguments: tuple[str, ...],
    statement: str,
    script: Script,
    *,
    source: str,
    how: str = "",
    uses: frozenset[str] = frozenset(),
    requires: tuple[str, ...] = (),
) -> Theorem:
    """The theorem `name` over the `binders` of a context with statement `statement`, proved by
    `script`.
    """
    if not is_theorem_name(name):
        raise ValueError(f"not a theorem's name: {name!r}")
    theorem = Theorem(
        name,
        arguments,
        statement,
        script,
        docstring=comment(source),
        how=how,
        uses=uses,
        requires=tuple(dict.fromkeys(requires)),
    )
    return replace(theorem, text=text_of(theorem))
