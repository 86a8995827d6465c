"""The rule table: its page is up to date, Lean's lemmas prove its statements, no numbers contradict
them, and its names are reasons.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from shomei import obligations
from shomei.emitter.emit import VERSION
from shomei.emitter.lean.term import Notation, relation
from shomei.emitter.rules import Rule, rules
from shomei.emitter.rules.__main__ import PAGE
from shomei.emitter.rules.page import lemmas, render
from shomei.languages.names import names_of
from shomei.lean.choose import choose
from shomei.lean.portable.backend import PortableBackend
from shomei.ledger import NO_LEDGER
from shomei.numbers import refute
from shomei.obligations.model import Obligation
from shomei.parser import parse
from shomei.parser.ast import Chain
from shomei.parser.reason_nodes import DefinitionOf, Named
from shomei.terms.nodes import Binary, Number, Relation
from shomei.terms.walk import free_variables
from shomei.verdicts.prove import Prover
from shomei.verdicts.run import check
from shomei.verdicts.wiring import stages

RULES = rules()


def english(rule: Rule) -> str:
    return names_of(rule.id, "en")[0]


def japanese(rule: Rule) -> str:
    return names_of(rule.id, "ja")[0]


NATURALS = frozenset("nm")
by_id = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == render(), "run python -m shomei.emitter.rules"


def test_every_rule_is_called_something_in_both_languages_and_names_a_lemma() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES) > 50
    assert [
        rule.id
        for rule in RULES
        if not (english(rule).isascii() and not japanese(rule).isascii() and lemmas(rule))
    ] == []


# --------------------------------------------------------------------------------------------------
# Lean


@pytest.fixture(scope="module")
def backend() -> Iterator[PortableBackend]:
    made = PortableBackend()
    yield made
    made.close()


def variables(rule: Rule) -> list[str]:
    return sorted(
        {
            name
            for each in (rule.statement, *rule.conditions)
            for side in (each.left, each.right)
            for name in free_variables(side)
        }
    )


def theorem(rule: Rule) -> str:
    """The rule as a theorem over its variables and hypotheses, proved by its Lean text and nothing
    else.
    """
    notation = Notation(NATURALS)
    binders = [f"({name} : {'ℕ' if name in NATURALS else 'ℝ'})" for name in variables(rule)]
    binders += [
        f"(h{index} : {relation(condition, notation)})"
        for index, condition in enumerate(rule.conditions, 1)
    ]
    lean = rule.lean
    for name in variables(rule):
        lean = lean.replace(f"{{{name}}}", name)
    for index in range(1, len(rule.conditions) + 1):
        lean = lean.replace(f"{{{index}}}", f"h{index}")
    return (
        f"theorem rule_{rule.id} {' '.join(binders)} : {relation(rule.statement, notation)} := "
        f"{lean}"
    )


def test_lean_has_every_lemma_and_it_says_what_the_rule_says(backend: PortableBackend) -> None:
    checks = [f"#check @{name}" for rule in RULES for name in lemmas(rule)]
    body = "\n".join([*map(theorem, RULES), *checks, "#check @Real.no_such_lemma"])
    (run,) = backend.check([body], timeout=300)
    lines = body.splitlines()
    complaints = [
        (lines[message.line - 1], message.text)
        for message in run.messages
        if message.severity != "information"
    ]
    # The last line asks for what is not there: a Lean that answered anything would fail here.
    assert [line for line, _ in complaints] == [lines[-1]], complaints
    assert run.complete
    assert sum(message.severity == "information" for message in run.messages) >= len(checks)


# --------------------------------------------------------------------------------------------------
# Numbers


def obligation_of(rule: Rule, statement: Relation) -> Obligation:
    """`statement` as what is to be shown under the rule's hypotheses."""
    conditions = ", ".join(condition for condition in map(_latex, rule.conditions))
    text = f"let n, m \\in \\mathbb{{N}}\nformula (1): {rule.latex}" + (
        f" if {conditions}" if conditions else ""
    )
    [obligation] = obligations.build(parse(text + "\n", "rule.txt")).obligations
    return replace(obligation, goal=statement, conditions=())


def _latex(relation: Relation) -> str:
    from shomei.operations.statement_latex import print_statement

    return print_statement(relation)


@by_id
def test_numbers_do_not_speak_against_it_and_do_against_its_neighbour(rule: Rule) -> None:
    assert refute(obligation_of(rule, rule.statement), seconds=2.0) is None
    left, right = rule.statement.left, rule.statement.right
    off = Relation(rule.statement.operator, Binary("+", left, Number(Fraction(1, 2))), right)
    if rule.statement.operator == "=":
        found = refute(obligation_of(rule, off), seconds=2.0)
    else:
        found = refute(obligation_of(rule, Relation(">", left, right)), seconds=2.0)
    assert found is not None
    assert found.kind == "false"


# --------------------------------------------------------------------------------------------------
# Names


@by_id
@pytest.mark.parametrize(
    "form",
    ["0 = 0   by {en}", "0 = 0  {ja}より", "0 = 0   by {en}, algebra", "0 = 0  {ja}、計算により"],
)
def test_its_name_is_one_reason(rule: Rule, form: str) -> None:
    [item] = parse(form.format(en=english(rule), ja=japanese(rule)) + "\n", "reason.txt").items
    assert isinstance(item, Chain)
    first, *others = item.links[0].reasons
    assert others == ([Named("algebra")] if "algebra" in form or "計算" in form else [])
    name = re.sub("^an? ", "", english(rule)) if "{en}" in form else japanese(rule)
    if isinstance(first, DefinitionOf):
        assert name.startswith("definition of ") or name.endswith("の定義")
    else:
        assert first == Named(name)


def test_its_names_stand_as_reasons_of_verified_steps(tmp_path: Path) -> None:
    path = tmp_path / "rules.txt"
    lines = ["let n, m \\in \\mathbb{N}"]
    for number, rule in enumerate(RULES, 1):
        conditions = f" if {', '.join(map(_latex, rule.conditions))}" if rule.conditions else ""
        reason = f"   by {english(rule)}" if number % 2 else f"  {japanese(rule)}より"
        lines.append(f"formula ({number}): {rule.latex}{conditions}{reason}")
    path.write_text("\n".join(lines) + "\n", "utf-8")
    backend, audit = choose("portable", lambda _milestone: None)
    try:
        report = check(
            path,
            stages(),
            Prover(backend, audit, NO_LEDGER, 60.0, VERSION),
            lambda _stage, _done, _total: None,
            refute_seconds=2.0,
        )
    finally:
        backend.close()
    assert [
        (step.statement, step.verdict, step.message)
        for step in report.steps
        if step.verdict != "verified"
    ] == []
    assert len(report.steps) == len(RULES)
    assert report.warnings == ()
