"""What a sentence assumes, denies and introduces; a sentence that is not understood does none."""

from __future__ import annotations

import re

import pytest

from shomei.obligations import build
from shomei.parser import parse
from shomei.parser.prose.clauses import understand
from shomei.parser.prose.sense import Named, Sense, Word


def sense(text: str, *, ended: bool = True) -> Sense:
    """The sense of a sentence in which `{F}` and the like stand for formulas."""
    pieces: list[Word | Named] = []
    for part in re.split(r"(\{[FTER]\})", text):
        match part:
            case "{F}":
                pieces.append(Named("F"))
            case "{T}":
                pieces.append(Named("T"))
            case "{E}":
                pieces.append(Named("E"))
            case "{R}":
                pieces.append(Named("R"))
            case _ if part:
                pieces.append(Word(part))
    return understand(pieces, ended=ended)


@pytest.mark.parametrize(
    ("text", "effects"),
    [
        ("Let {F}.", ["set"]),
        ("Suppose that {F}. ", ["assume"]),
        ("If {F}, then {F}.", ["when", "alone"]),
        ("The rule {F} is old.", ["bare"]),
        ("For {F} we get {F}.", ["when", "fact"]),
        ("We want to show that {F}.", ["goal"]),
        ("It is not true that {F}.", ["denied"]),
        ("Hence {F} holds.", ["fact"]),
        ("{F} とおくと", ["set"]),
        ("{F} と仮定する。", ["assume"]),
        ("{F} のとき {F} が成り立つ。", ["when", "fact"]),
        ("{F} を示す。", ["goal"]),
        ("{F} は成り立たない。", ["denied"]),
        ("公式 {R} より {F} なので、{F} 、 {F} とおくと", ["since", "set", "set"]),
    ],
)
def test_effects(text: str, effects: list[str]) -> None:
    found = sense(text).effects
    assert [found[index] for index in sorted(found)] == effects


@pytest.mark.parametrize(
    "text",
    [
        "We never suppose that {F}.",
        "One cannot assume {F} here.",
        "Without the assumption {F} this is hard.",
        "Unless {F}, the sum is small.",
        "Apart from {F} we have",
        "Let {F} or {F}.",
        "Suppose {F}, or else {F}.",
        "Let {T} be a non-real number.",
        "Let {T} be an irrational number.",
        "Let {T} be a positive number or zero.",
        "{F} とは仮定していない。",
        "{F} と仮定せずに",
        "{F} でないとき",
        "{F} 以外のとき",
        "{F} または {F} のとき",
        "{T} は正の数とは限らない。",
        "Hence {T} is positive.",
        "The derivative of {T} is positive.",
        "Clearly, {T} is a positive number.",
        "Now {T} is negative, since {R}.",
        "We see that {T} is negative.",
        "したがって {T} は正の数である。",
        "{R} より {T} は正の数である。",
    ],
)
def test_what_is_not_understood_assumes_nothing(text: str) -> None:
    found = sense(text)
    assert not {"set", "assume", "when", "since", "contrary"} & set(found.effects.values())
    assert not found.kinds


def test_kinds() -> None:
    (kind,) = sense("For every positive integer {T} we have").kinds
    assert (kind.kind, kind.how) == ("N+", "introduced")
    (kind,) = sense("{T} は 1 でない正の数とする。").kinds
    assert (kind.kind, kind.how) == ("base", "said")
    (kind,) = sense("If {T} is a non-positive number, then").kinds
    assert (kind.kind, kind.how) == ("nonpositive", "case")
    for said in (
        "Here {T} is positive.",
        "{T} is a positive number.",
        "ここで {T} は正の数である。",
    ):
        (kind,) = sense(said).kinds
        assert (kind.kind, kind.how) == ("positive", "said")
    assert sense("Let {T} and {T} be {E} matrices.").beyond == ("matrices", (1, 3))


def hypotheses(text: str) -> list[int]:
    """The number of hypotheses of each step."""
    return [
        sum(h.origin != "inferred" for h in each.context.hypotheses)
        for each in build(parse(text, "a.md")).obligations
    ]


def test_an_assumption_ends_with_its_part_or_a_new_letter() -> None:
    step = "$$ |u| + 1 = u + 1 $$"
    for between in (
        "## Another section",
        "Now let $u$ be a real number. Then",
        "For any real $u$ we have",
        "Example 2. Then",
        "次に、任意の実数 $u$ について",
    ):
        text = f"# One\n\nExample 1. Let $u > 0$. Then\n\n{step}\n\n{between}\n\n{step}\n"
        assert hypotheses(text) == [1, 0], between


def test_what_is_no_number_is_beyond() -> None:
    for words in (
        "Let $A$ and $B$ be matrices. Then",
        "Let $A, B \\in \\mathbb{C}$. Then",
        "$A$ と $B$ を集合とする。",
    ):
        plan = build(parse(f"{words}\n\n$$ A B = B A $$\n\n$$ c = c $$", "a.md"))
        assert [each.goal for each in plan.obligations if each.span.line == 3] == [], words
        assert any(each.role == "beyond" for each in plan.formulas), words


def test_what_the_text_denies_makes_no_step() -> None:
    for text in (
        "The next equation is wrong:\n\n$$ a = a $$",
        "$$ a = a $$\n\nis false.",
        "$$ a = a $$\n\nは成り立たない。",
        "It is false that $a = a$.",
    ):
        plan = build(parse(f"$$ 1 + 1 = 2 $$\n\nWe go on.\n\n{text}", "a.md"))
        assert len(plan.obligations) == 1, text
        assert any(each.role == "denied" for each in plan.formulas), text


def test_a_fresh_letter_names_the_other_side() -> None:
    text = "The area is\n\n$$ A = b h $$\n\nand therefore\n\n$$ 2 A = 2 b h $$"
    (step,) = build(parse(text, "a.md")).obligations
    assert not step.tentative
    assert step.renamings


def test_a_bare_condition_may_be_no_claim() -> None:
    (step,) = build(parse("We look at the place $x = 3$ of the curve.", "a.md")).obligations
    assert step.tentative
