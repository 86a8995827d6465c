"""Statements, conditions, directives and reasons, in both languages."""

from __future__ import annotations

from fractions import Fraction

import pytest

from shomei.operations.statement_latex import print_statement
from shomei.parser import parse
from shomei.parser.ast import (
    Assume,
    CaseSplit,
    Chain,
    Define,
    Formula,
    Item,
    Let,
    LogicChain,
    Theorem,
    Therefore,
)
from shomei.parser.errors import SyntaxProblem
from shomei.parser.printer import print_item
from shomei.parser.reason_nodes import Cite, Continuity, DefinitionOf, Named, Reason, Substitute
from shomei.terms.nodes import Connective, Membership, Number, Relation, Variable


def items(text: str) -> tuple[Item, ...]:
    return parse(text, "x.txt").items


def only(text: str) -> Item:
    (item,) = items(text)
    return item


def number(value: int) -> Number:
    return Number(Fraction(value))


x, y, n, a = Variable("x"), Variable("y"), Variable("n"), Variable("a")


CONDITIONS = [
    (r"a > 0, b \neq 1", ["a > 0", r"b \neq 1"]),
    (r"0 < x < 1", ["0 < x", "x < 1"]),
    (r"x, y > 0", ["x > 0", "y > 0"]),
    (r"x, y > 0, z \le 2", ["x > 0", "y > 0", r"z \le 2"]),
    (r"n, m \in \mathbb{N}", [r"n \in \mathbb{N}", r"m \in \mathbb{N}"]),
    (r"n \in \mathbb{N}, n \ge 1", [r"n \in \mathbb{N}", r"n \ge 1"]),
    (r"a > 0、b > 0", ["a > 0", "b > 0"]),
    (r"$a > 0$ and $b > 0$", ["a > 0", "b > 0"]),
    (r"a > 0 かつ b > 0", ["a > 0", "b > 0"]),
    (r"a > 0 \land b > 0", ["a > 0", "b > 0"]),
    (r"x > 0 \lor x < 0", [r"x > 0 \lor x < 0"]),
    (r"x ≠ 0, x ≦ 1, x ⩾ y, x != 2", [r"x \neq 0", r"x \le 1", r"x \ge y", r"x \neq 2"]),
]


@pytest.mark.parametrize(("text", "expected"), CONDITIONS, ids=[text for text, _ in CONDITIONS])
@pytest.mark.parametrize("keyword", ["assume ", "仮定 ", "assume: ", "仮定："])
def test_conditions(keyword: str, text: str, expected: list[str]) -> None:
    item = only(keyword + text)
    assert isinstance(item, Assume)
    assert [print_statement(condition) for condition in item.conditions] == expected


SETS = {
    r"\mathbb{N}": "N",
    "ℕ": "N",
    r"\mathbb N": "N",
    r"\mathbb{N}_{>0}": "N+",
    r"\mathbb{Z}^+": "N+",
    r"\mathbb{Z}": "Z",
    r"\mathbf{Q}": "Q",
    "ℝ": "R",
}


@pytest.mark.parametrize(("text", "domain"), SETS.items())
@pytest.mark.parametrize("keyword", ["let", "変数"])
def test_variables(keyword: str, text: str, domain: str) -> None:
    assert only(rf"{keyword} n, m \in {text}") == Let(("n", "m"), domain)  # type: ignore[arg-type]


def test_let() -> None:
    assert only("let X = x") == Let(("X",), None, x)
    assert items("let X = x, Y = y") == (Let(("X",), None, x), Let(("Y",), None, y))
    assert only("let x > 0") == Assume((Relation(">", x, number(0)),))
    assert items(r"let n \in \mathbb{N}, n \ge 1") == (
        Let(("n",), "N"),
        Assume((Relation(">=", n, number(1)),)),
    )
    assert only("let f(x) = x") == Define("f", ("x",), x)


@pytest.mark.parametrize("keyword", ["define", "定義", "定義:"])
def test_definitions(keyword: str) -> None:
    assert only(f"{keyword} f(x) = x") == Define("f", ("x",), x)
    assert only(f"{keyword} g(x, y) = x") == Define("g", ("x", "y"), x)
    assert only(rf"{keyword} \sigma_1(x) = x") == Define("sigma_1", ("x",), x)
    assert only(f"{keyword} c = y") == Define("c", (), y)


def test_a_displayed_definition_needs_no_keyword() -> None:
    first, second = items("f(x) = x\nf(x) = x")
    assert first == Define("f", ("x",), x)
    assert isinstance(second, Chain)


@pytest.mark.parametrize(
    "text",
    [
        "formula (2.3): x = x if x > 0 by algebra",
        "公式(2.3)：x = x ただし x > 0   計算より",
        r"formula: x = x if x > 0 \tag{2.3} by algebra",
        "formula (2.3) x = x where x > 0 by algebra",
    ],
)
def test_formulas(text: str) -> None:
    assert only(text) == Formula(
        "2.3", Relation("=", x, x), (Relation(">", x, number(0)),), (Named("algebra"),)
    )


@pytest.mark.parametrize(
    "text",
    [
        "theorem (3.1): x = x\nproof\nx = x by (3.1)\nqed",
        "定理（3.1）： x = x\n証明\n x\n  = x   (3.1) より\n証明終",
        "theorem (3.1):\n  x = x\nproof:\n\nx = x  by (3.1)\n# the end\n∎",
    ],
)
def test_theorems(text: str) -> None:
    item = only(text)
    assert isinstance(item, Theorem)
    assert (item.label, item.statement) == ("3.1", Relation("=", x, x))
    (step,) = item.proof
    assert isinstance(step, Chain)
    assert step.links[0].reasons == (Cite("3.1"),)


def test_a_theorem_without_a_proof() -> None:
    assert items("theorem sum of squares: x = x\ny = y")[0] == Theorem(
        "sum of squares", Relation("=", x, x), ()
    )


@pytest.mark.parametrize(
    "text", ["therefore x = x", "よって x = x", "therefore: $x = x$", "∴ x = x"]
)
def test_therefore(text: str) -> None:
    assert only(text) == Therefore(Relation("=", x, x))


@pytest.mark.parametrize("words", [("case", "endcase"), ("場合", "場合終")])
def test_cases(words: tuple[str, str]) -> None:
    begin, end = words
    item = only(f"{begin} x \\ge 0\n|x| = x\n{end}\n{begin} x < 0\n|x| = -x\n{end}")
    assert isinstance(item, CaseSplit)
    assert [case.condition for case in item.cases] == [
        Relation(">=", x, number(0)),
        Relation("<", x, number(0)),
    ]
    assert all(isinstance(case.body[0], Chain) for case in item.cases)


# --------------------------------------------------------------------------------------------------
# Chains


def test_chains() -> None:
    item = only("x\n  = y   by algebra\n\n  \\le 2   by (1)\n  < a \\tag{4.1}")
    assert isinstance(item, Chain)
    assert [(link.operator, link.right) for link in item.links] == [
        ("=", y),
        ("<=", number(2)),
        ("<", a),
    ]
    assert [link.reasons for link in item.links] == [(Named("algebra"),), (Cite("1"),), ()]
    assert item.tag == "4.1"


def test_a_tag_names_what_stands_before_it() -> None:
    text = "x = y\n  = 2 \\tag{1}   by algebra\n  = a\n  = n \\tag{2}"
    first, second = items(text)
    assert print_item(first) == ["x", "  = y", r"  = 2 \tag{1}   by algebra"]
    assert print_item(second) == ["2", "  = a", r"  = n \tag{2}"]
    assert text[first.span.start : first.span.end] == "x = y\n  = 2 \\tag{1}   by algebra"
    assert text[second.span.start : second.span.end] == "= a\n  = n \\tag{2}"


def test_a_mixed_chain_in_one_line() -> None:
    item = only(r"a \le x < y = n")
    assert isinstance(item, Chain)
    assert [link.operator for link in item.links] == ["<=", "<", "="]


def test_expressions_over_several_lines() -> None:
    item = only("2 x = y\n  + 2\n  - a +\n n")
    assert isinstance(item, Chain)
    assert print_item(item) == ["2 x", "  = y + 2 - a + n"]


def test_a_line_that_begins_with_a_minus_at_the_margin_is_a_new_one() -> None:
    assert len(items("x = y\n-x = -y")) == 2


def test_logic_chains() -> None:
    item = only("x^2 = 4\n  \\iff x = 2 \\lor x = -2   by algebra\n  ⇒ x < 3")
    assert isinstance(item, LogicChain)
    assert [link.operator for link in item.links] == ["iff", "implies"]
    assert item.links[0].reasons == (Named("algebra"),)
    assert isinstance(only(r"x = 1 \iff 2 x = 2 \iff x = 1"), LogicChain)


def test_connectives() -> None:
    item = only(r"therefore x > 0 \land y > 0 \Rightarrow x > 1 \lor y > 1 \iff n \in \mathbb{N}")
    assert isinstance(item, Therefore)
    statement = item.statement
    assert isinstance(statement, Connective)
    assert statement.operator == "iff"
    assert statement.right == Membership("n", "N")
    assert isinstance(statement.left, Connective)
    assert statement.left.operator == "implies"
    assert (
        print_statement(only(r"therefore x = 1 \Rightarrow (y = 1 \iff n = 1)").statement)
        == r"x = 1 \Rightarrow (y = 1 \iff n = 1)"
    )  # type: ignore[union-attr]


def test_displays_and_environments_in_plain_text() -> None:
    item = only("$$\n\\begin{aligned}\nx &= y \\\\\n  &= a\n\\end{aligned}\n$$")
    assert isinstance(item, Chain)
    assert [link.right for link in item.links] == [y, a]


def test_comments() -> None:
    assert len(items("# a # b\nx = y # the rest\n% TeX's\nx = a % too")) == 2


# --------------------------------------------------------------------------------------------------
# Reasons

REASONS: list[tuple[str, tuple[Reason, ...]]] = [
    ("by (2.4)", (Cite("2.4"),)),
    ("by (2.4) with X = x, Y = y", (Cite("2.4", (("X", x), ("Y", y))),)),
    ("by formula (2.4) and algebra", (Cite("2.4"), Named("algebra"))),
    (
        "by (2.4) with X = g(x, y); (2.6)",
        (
            Cite("2.4", (("X", parse("define g(x, y) = x\ng(x, y) = 1", "x.txt").items[1].first),)),
            Cite("2.6"),
        ),
    ),  # type: ignore[union-attr]
    ("by 公式(2.4)", (Cite("2.4"),)),
    ("  公式(2.4)より", (Cite("2.4"),)),
    (" (2.4) より", (Cite("2.4"),)),
    ("  (2.4)において X = x より", (Cite("2.4", (("X", x),)),)),
    ("by definition of f", (DefinitionOf("f"),)),
    (r"by the definition of \sigma", (DefinitionOf("sigma"),)),
    ("by definition of the derivative", (DefinitionOf("derivative"),)),
    ("by definition of e", (DefinitionOf("e"),)),
    (" eの定義より", (DefinitionOf("e"),)),
    ("  微分の定義より", (DefinitionOf("derivative"),)),
    ("  ネイピア数の定義より", (DefinitionOf("e"),)),
    (
        r"by substitution a = \frac{x}{y}",
        (Substitute("a", parse(r"x / y = 1", "x.txt").items[0].first),),
    ),  # type: ignore[union-attr]
    (r"  a = x と置く", (Substitute("a", x),)),
    (r"by continuity of \log_a", (Continuity(r"\log_a"),)),
    ("  対数の連続性より", (Continuity("対数"),)),
    ("by the product rule", (Named("product rule"),)),
    ("  積の微分より", (Named("product rule"),)),
    ("by induction on n", (Named("induction on n"),)),
    ("  nについての数学的帰納法より", (Named("induction on n"),)),
    ("by limit", (Named("limit"),)),
    ("  極限より", (Named("limit"),)),
    ("by Bernoulli's inequality", (Named("Bernoulli's inequality"),)),
    ("by the law (1)", (Named("law (1)"),)),
]


@pytest.mark.parametrize(("text", "expected"), REASONS, ids=[text for text, _ in REASONS])
def test_reasons(text: str, expected: tuple[Reason, ...]) -> None:
    item = items(f"define g(x, y) = x\nx = a {text}")[1]
    assert isinstance(item, Chain)
    assert item.links[0].right == a
    assert item.links[0].reasons == expected


def test_a_theorem_is_cited_by_its_name() -> None:
    step = items("theorem mean value: x = x\nx = x by mean value")[1]
    assert isinstance(step, Chain)
    assert step.links[0].reasons == (Cite("mean value"),)


def test_by_as_a_product_is_no_reason() -> None:
    item = only("a x + by = 0")
    assert isinstance(item, Chain)
    assert item.links[0].reasons == ()
    assert print_item(item) == ["a x + b y", "  = 0"]


def test_a_reason_may_go_on_in_the_next_line() -> None:
    item = only("x\n  = y\n     by (2.4) with X = x,\n      Y = y")
    assert isinstance(item, Chain)
    assert item.links[0].reasons == (Cite("2.4", (("X", x), ("Y", y))),)


@pytest.mark.parametrize("reason", ["continuity of \\log", "definition of \\sqrt"])
def test_a_reason_that_ends_in_a_function_has_ended(reason: str) -> None:
    first, second = items(f"x = y   by {reason}\nx = a")
    assert isinstance(first, Chain)
    assert len(first.links[0].reasons) == 1
    assert isinstance(second, Chain)


@pytest.mark.parametrize("article", ["a", "an", "the"])
def test_a_reason_may_begin_with_an_article(article: str) -> None:
    item = only(f"x = a   by {article} root is not negative, algebra")
    assert isinstance(item, Chain)
    assert item.links[0].right == a
    assert item.links[0].reasons == (Named("root is not negative"), Named("algebra"))


def test_a_claim_has_one_tag() -> None:
    with pytest.raises(SyntaxProblem):
        items("formula: x = x \\tag{1} if x > 0 \\tag{2}")


def test_spans_of_items_and_links() -> None:
    text = "# top\nassume x > 0\n\nx\n  = y   by (1)\n  = a\n"
    assume, chain = items(text)
    assert text[assume.span.start : assume.span.end] == "assume x > 0"
    assert (assume.span.line, assume.span.column) == (2, 1)
    assert isinstance(chain, Chain)
    assert text[chain.span.start : chain.span.end] == "x\n  = y   by (1)\n  = a"
    assert [
        (link.span.line, link.span.column, text[link.span.start : link.span.end])
        for link in chain.links
    ] == [(5, 3, "= y"), (6, 3, "= a")]
