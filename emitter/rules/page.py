"""The rule table as a page for people: the statement of each rule, its hypotheses, its lemma in
Mathlib, and its names in each language.
"""

from __future__ import annotations

import re
from typing import Final

from shomei.emitter.rules.table import Rule, rules
from shomei.languages.language import languages
from shomei.languages.names import names_of
from shomei.operations.statement_latex import print_statement

#: A name with its namespace, or the name at the beginning of the text.
_LEMMA: Final = re.compile(r"(?<![\w{.])[A-Z]\w*(?:\.[\w']+)+|\A[a-z][\w']*")

_HEAD: Final = """# The rules

These are the rules that a proof may use besides algebra, the formulas above a step and the steps
before it. `python -m shomei.emitter.rules` generates this page from `shomei/operations/laws/` and
the names in `shomei/languages/`. `make test` checks that it is up to date, that each lemma proves
its statement, and that no numbers refute it.

u, v and w stand for any expression, y and z for exponents, n and m for natural numbers. Shomei
tries every rule whose form fits, and its report names the rules that it used by their ids. As a
reason, write the name of the rule: `by logarithm of a product` or `積の対数より`. Shomei then tries
the proofs that use it first. [language.md](language.md#reasons) describes reasons, and
[interface.md](interface.md) what stands behind the lemmas.

"""


def render() -> str:
    """The whole page."""
    columns = ["rule", "statement", "if", "lemma", *(each.name for each in languages())]
    head = f"| {' | '.join(columns)} |\n|{' --- |' * len(columns)}\n"
    return _HEAD + head + "".join(_row(rule) for rule in rules())


def lemmas(rule: Rule) -> tuple[str, ...]:
    """The lemmas of Mathlib that a rule's Lean text names, in order."""
    return tuple(dict.fromkeys(_LEMMA.findall(rule.lean)))


def _row(rule: Rule) -> str:
    conditions = ", ".join(_code(print_statement(condition)) for condition in rule.conditions)
    named = ", ".join(map(_code, lemmas(rule)))
    names = " | ".join(", ".join(names_of(rule.id, each.code)) for each in languages())
    return f"| {rule.id} | {_code(rule.latex)} | {conditions} | {named} | {names} |\n"


def _code(text: str) -> str:
    """Code in a cell of a table, with bars escaped."""
    escaped = text.replace("|", "\\|")
    return f"`{escaped}`"
