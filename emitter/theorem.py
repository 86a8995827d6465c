"""Renders theorems: the signature from a context, the docstring from the source, the proof from
tactic lines.
"""

from __future__ import annotations

from functools import lru_cache

import jinja2

from shomei.emitter.lean.names import identifier, is_theorem_name
from shomei.emitter.lean.statement import proposition
from shomei.emitter.lean.term import Notation
from shomei.emitter.model import Theorem
from shomei.obligations.model import Context


@lru_cache(maxsize=1)
def _template() -> jinja2.Template:
    # Lean is not HTML: what is untrusted goes through `identifier` and `comment`, and nothing else
    # of a derivation gets here.
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("shomei.emitter", "templates"),
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # noqa: S701
    )
    return environment.get_template("theorem.lean.jinja")


def comment(text: str) -> str:
    """`text` as it can stand in a docstring: one line, no comment brackets, nothing outside
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
    naturals = frozenset(b.name for b in context.variables if b.domain in ("N", "N+"))
    return Notation(naturals, {d.name: d for d in context.definitions})


def binders(context: Context, notation: Notation) -> list[str]:
    """The theorem's explicit arguments: variables by type, then hypotheses."""
    found: list[str] = []
    run: list[str] = []
    kind = ""
    for binding in context.variables:
        own = "ℕ" if binding.name in notation.naturals else "ℝ"
        if own != kind and run:
            found.append(f"({' '.join(run)} : {kind})")
            run = []
        kind = own
        run.append(identifier(binding.name))
    if run:
        found.append(f"({' '.join(run)} : {kind})")
    found += [f"({h.name} : {proposition(h.statement, notation)})" for h in context.hypotheses]
    return found


def render(
    name: str,
    context: Context,
    statement: str,
    lines: list[str],
    *,
    source: str,
    how: str = "",
    requires: tuple[str, ...] = (),
) -> Theorem:
    """The theorem `name` over `context`, saying `statement`, proved by the tactic `lines`."""
    if not is_theorem_name(name):
        raise ValueError(f"not a theorem's name: {name!r}")
    notation = notation_of(context)
    text = _template().render(
        name=name,
        source=comment(source),
        binders=binders(context, notation),
        statement=statement,
        lines=lines,
    )
    return Theorem(name, text, how, tuple(dict.fromkeys(requires)))
