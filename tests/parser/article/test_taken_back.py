"""What a text takes back, denies or says of other things, wherever it says so."""

from __future__ import annotations

import pytest

from shomei.obligations.build import build
from shomei.parser import parse
from shomei.parser.ast import Document, Noted
from shomei.parser.errors import SyntaxProblem
from shomei.terms.literals import numeral
from shomei.terms.walk import subtrees
from tests.parser.article.test_understanding import counts

CLAIM = "We have $2 (a + b) = 2 a + 2 b$."
DISPLAY = "We have\n\n$$ 2 (a + b) = 2 a + 2 b. $$"
LISTED = "よって $2 (a + b) = 2 a + 2 b$ である。"

#: Sentences after a claim, or in the paragraph after it.
AFTER = [
    "Scrap that.",
    "It took me a week to notice the blunder.",
    "Gotcha!",
    "The formula is bogus.",
    "Both letters are tensors.",
    "Here $a$ and $b$ are matrices.",
    "Sorry, wrong.",
    "I take it back.",
    "The equation has since been retracted.",
    "Is it so?",
    "None of this survives closer scrutiny.",
    "All letters stand for strings.",
]


@pytest.mark.parametrize("said", AFTER)
@pytest.mark.parametrize("claim", [CLAIM, DISPLAY])
@pytest.mark.parametrize("between", [" ", "\n\n"])
def test_a_sentence_after_a_claim(said: str, claim: str, between: str) -> None:
    assert counts(claim)
    assert not counts(f"{claim}{between}{said}")


@pytest.mark.parametrize(
    "said",
    [
        "なんてね。",
        "この式はでたらめだ。",
        "嘘です。",
        "ここで $a$ は行列である。",
        "こんなことを書いてはいけません。",
    ],
)
def test_a_japanese_sentence_after_a_claim(said: str) -> None:
    assert counts(LISTED)
    assert not counts(LISTED + said)
    assert not counts(f"{LISTED}\n\n{said}")


@pytest.mark.parametrize(
    "text",
    [
        f"{CLAIM}[^1]\n\n[^1]: Debunked by Abel.",
        f"{DISPLAY}[^1]\n\n[^1]: Please disregard this line.",
        f"{DISPLAY}\n\nThe proof is short.[^n]\n\n[^n]: It is flawed.",
        f"{CLAIM} We also have $1 + 1 = 2$.\n\nEvery formula on this page is a hoax.",
        f"# A\n\n{CLAIM}\n\n# Correction\n\nThe formula above is retracted.",
        f"{CLAIM}; I was joking.",
    ],
)
def test_what_speaks_of_a_claim_from_afar(text: str) -> None:
    assert not counts(text)


@pytest.mark.parametrize(
    "heading",
    [
        "Debunked",
        "An alternative arithmetic",
        "Quaternion tricks",
        "Ten blunders",
        "嘘の公式",
        "四元数",
        "Residues (mod 5)",
    ],
)
def test_a_heading_that_is_not_understood(heading: str) -> None:
    assert counts(f"# The distributive law\n\n{DISPLAY}")
    assert not counts(f"# {heading}\n\n{DISPLAY}")
    assert not counts(f"# {heading}\n\n## Example 1\n\n{DISPLAY}")
    assert not counts(f"---\ntitle: {heading}\n---\n\n{DISPLAY}")
    assert counts(f"# {heading}\n\nText.\n\n# Proof\n\n{DISPLAY}")
    tex = f"\\title{{{heading}}}\n\\begin{{document}}\n\\[ 2 + 3 = 5 \\]\n\\end{{document}}"
    assert not counts(tex, "a.tex")


@pytest.mark.parametrize(
    ("begin", "end"),
    [
        ("\\begin{bogus}", "\\end{bogus}"),
        ("\\begin{theorem}[debunked]", "\\end{theorem}"),
        ("\\begin{quote}", "\\end{quote}"),
        ("\\begin{conjecture}", "\\end{conjecture}"),
        ("\\section{Discarded attempts}", ""),
    ],
)
def test_an_environment_that_is_not_the_authors_claim(begin: str, end: str) -> None:
    text = "\\begin{document}\n%s\n\\[ 2 + 3 = 5 \\]\n%s\n\\end{document}"
    assert not counts(text % (begin, end), "a.tex")
    assert counts(text % ("\\begin{theorem}[Distributive law]", "\\end{theorem}"), "a.tex")
    assert counts(text % ("\\begin{center}", "\\end{center}"), "a.tex")


def test_a_theorem_of_the_authors_own_making() -> None:
    text = (
        "\\newtheorem{x}{%s}\n\\begin{document}\n\\begin{x}\n\\[ 2 + 3 = 5 \\]\n\\end{x}\n"
        "\\end{document}"
    )
    assert not counts(text % "Urban legend", "a.tex")
    assert counts(text % "Theorem", "a.tex")


@pytest.mark.parametrize(
    "text",
    [
        "One of the following is a fabrication.\n\n- $2 + 3 = 5$\n- $1 + 1 = 2$",
        "- $2 + 3 = 5$\n- $1 + 1 = 2$\n\nOne of these is a fabrication.",
        "- [ ] $2 + 3 = 5$\n- [x] $1 + 1 = 2$",
        "No answer earned a point.\n\n| name | answer |\n|---|---|\n| A | $2 + 3 = 5$ |",
        "<details><summary>What never to write</summary>\n\n$$ 2 + 3 = 5 $$\n\n</details>",
        "**Urban legend.** We have $2 + 3 = 5$ and $1 + 1 = 2$.",
    ],
)
def test_lists_tables_and_boxes(text: str) -> None:
    assert not counts(text)


@pytest.mark.parametrize(
    ("before", "said", "after"),
    [
        ("Let $x > 0$.", "Negate $x$.", "Then $|x| = x$."),
        ("Let $x > 0$.", "Subtract one from $x$.", "Then $|x| = x$."),
        ("Let $n = 1$.", "Every minute $n$ grows.", "Then $n + 1 = 2$."),
        ("$x > 0$ とする。", "$x$ から 5 を引く。", "このとき $|x| = x$ である。"),
        ("$x > 0$ とする。", "$x$ の符号を変える。", "このとき $|x| = x$ である。"),
    ],
)
def test_a_letter_that_changes(before: str, said: str, after: str) -> None:
    assert counts(f"{before} {after}")
    assert not counts(f"{before} {said} {after}")


@pytest.mark.parametrize(
    ("said", "claim"),
    [
        ("Let $x > 0$.", "Then $x > 4$."),
        ("Suppose $0 < x$.", "Then $x > 4$."),
        ("Outside this range,", "$x > 4$."),
        ("The remaining values of $x$ satisfy", "$x > 4$, too."),
        ("Back to the general situation.", "There $x > 4$."),
        ("$x > 0$ とする。", "このとき $x > 4$ である。"),
        ("それ以外の $x$ について、", "$x > 4$ である。"),
        ("In the next round $x$ is half as large.", "Then $x > 4$."),
        ("Replacing $x$ by $-x$, we get", "$x > 4$."),
        ("$x$ を $-x$ に置き換えると", "$x > 4$ となる。"),
        ("変数を $x \\to -x$ と取り替える。", "すると $x > 4$ である。"),
        ("$x$ が小さいときも", "$x > 4$ である。"),
        ("この約束はここで終わる。", "$x > 4$ である。"),
        ("Also when $x$ is small,", "$x > 4$."),
        ("Swapping $x$ and $y$ gives", "$x > 4$."),
    ],
)
def test_a_case_that_is_left(said: str, claim: str) -> None:
    before = "Let $x > 5$." if said.isascii() else "$x > 5$ とする。"
    between = "Then" if said.isascii() else "このとき"
    assert rests_on_five(f"{before} {between} $x > 4$.")
    assert not rests_on_five(f"{before}\n\n{said} {claim}")


def rests_on_five(text: str) -> bool:
    """Whether the last step of an article counts and rests on a hypothesis about 5."""
    last = build(parse(text, "a.md")).obligations[-1]
    said = [each.statement for each in last.context.hypotheses]
    return not last.reserved and any(numeral(5) in subtrees(each) for each in said)


def beside(text: str, line: int) -> Document:
    """What is read of a plain text beside the one line that is not read."""
    try:
        document = parse(text, "a.txt")
    except SyntaxProblem as problem:
        assert problem.rest is not None
        document = problem.rest
    unread = [each for each in document.items if isinstance(each, Noted)]
    assert [(each.role, each.span.line) for each in unread] == [("unread", line)]
    return document


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Case 1: x > 0.\n|x| = x\n", 1),
        ("assume x > 5\nEnd of the assumption.\nx > 4\n", 2),
    ],
)
def test_a_line_that_puts_or_ends_a_case_in_a_plain_text(text: str, line: int) -> None:
    document = beside(text, line)
    (claim,) = build(document).obligations
    assert claim.doubts
    assert not claim.context.hypotheses


def test_what_a_replacement_is_made_in_is_not_assumed() -> None:
    assert not rests_on_five("Replacing $x$ by $-x$ in $x^3 > 5$, we get $x > 1$.")


@pytest.mark.parametrize(
    "said",
    [
        "All sums wrap around.",
        "Sums on a broken abacus:",
        "以下の式はどれも怪しい。",
        "Add one to a.",
    ],
)
def test_a_line_of_words_in_a_plain_text(said: str) -> None:
    lines = "1 + 1 = 2\n\n%s2 + 3 = 5\n\na + a = 2a"
    assert counts(lines % "", "a.txt") == ["1 + 1 = 2", "2 + 3 = 5", "a + a = 2a"]
    document = beside(lines % f"{said}\n", 3)
    assert all(each.reserved for each in build(document).obligations[1:])


def test_a_comment_that_calls_its_line_wrong() -> None:
    assert counts("1 + 1 = 2  # arithmetic\n2 + 3 = 5  # wrong", "a.txt") == ["1 + 1 = 2"]


def test_what_fails_under_a_heading_is_an_alarm_all_the_same() -> None:
    plan = build(parse("# Debunked\n\nWe have\n\n$$ 2 + 3 = 6 $$", "a.md"))
    assert plan.obligations[0].reserved
    assert plan.obligations[0].alarming


@pytest.mark.parametrize(
    "text",
    [
        f"# Doing it without fear\n\n{DISPLAY}",
        f"{DISPLAY}\n\nWhy is this so useful?",
        f"{DISPLAY}\n\nIt is not hard to see, and nothing but the distributive law.",
        f"{CLAIM}\n\nThe next section treats logarithms.\n\nQwertz uiop.\n\nQwertz uiop.",
        "For $x > 0$ the mean never exceeds the larger number: $$ x + 1 > 1. $$",
    ],
)
def test_honest_words_hold_nothing_back(text: str) -> None:
    assert counts(text)


def test_what_such_questions_are_of_is_no_formula_above() -> None:
    claim = "実数 $a$ について\n\n$$ a + a = 2a $$\n\nが成り立つ。\n\n" + "毎日使う。\n\n" * 3
    assert counts(f"{claim}そんな疑問を持つ方も多いでしょう。") == ["a + a = 2a"]
    assert counts(f"{claim}そんなことは誰も認めない。") == []
