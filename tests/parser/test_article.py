"""Articles without annotations: the items made of each formula, and the limits of prose."""

from __future__ import annotations

from pathlib import Path

import pytest

from shomei.parser import parse, read
from shomei.parser.ast import (
    Assume,
    Chain,
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
from shomei.parser.printer import print_item
from shomei.parser.reason_nodes import Cite, DefinitionOf, Named, Substitute
from shomei.terms.nodes import Connective

DATA = Path(__file__).parent / "data"


def summary(document: Document) -> list[tuple[int, str]]:
    """The line of each item, and the item as one line of plain text."""
    return [
        (item.span.line, " ".join(line.strip() for line in print_item(item)))
        for item in document.items
        if not isinstance(item, Part | Unsettled)
    ]


def items(text: str, path: str = "a.md") -> tuple[Item, ...]:
    return tuple(item for item in parse(text, path).items if not isinstance(item, Part | Unsettled))


def lines(text: str, path: str = "a.md") -> list[str]:
    return [line for _, line in summary(parse(text, path))]


# --------------------------------------------------------------------------------------------------
# Whole articles


def test_a_japanese_article() -> None:
    arrow = (
        "an arrow between things that are no expressions; the step that it describes is checked "
        "where it is made"
    )
    assert summary(read(DATA / "reciprocal.md")) == [
        (7, "1^{2} = 1"),
        (12, r"formula (1.1): \frac{1}{X} - \frac{1}{Y} = \frac{Y - X}{X Y}"),
        (15, r"X = 1 \Rightarrow \frac{1}{X} = 1"),
        (18, r"formula (1.2): 1 - \frac{1}{Y} = \frac{Y - 1}{Y}   by (1.1) with X = 1"),
        (24, r"define f(x) = \frac{1}{x}"),
        (30, r"theorem (2.1): f'(x) = -\frac{1}{x^{2}}"),
        (
            41,
            r"f'(x) = \lim_{h \to 0} \frac{f(x + h) - f(x)}{h}   by definition of the derivative"
            r" = \lim_{h \to 0} \frac{1}{h} \cdot (\frac{1}{x + h} - \frac{1}{x})",
        ),
        (46, "let X = x + h"),
        (46, "let Y = x"),
        (
            50,
            (
                r"\frac{1}{X} - \frac{1}{Y} = \frac{Y - X}{X Y}   by (1.1) = \frac{-h}{(x + h) "
                r"\cdot x}   by (1.1)"
            ),
        ),
        (60, r"f'(x) = \lim_{h \to 0} \frac{1}{h} \cdot \frac{-h}{(x + h) \cdot x} \tag{3.1}"),
        (62, r"\frac{1}{h} \cdot (-h) = -1"),
        (
            64,
            (
                r"\lim_{h \to 0} \frac{1}{h} \cdot \frac{-h}{(x + h) \cdot x} = \lim_{h \to 0} "
                r"\frac{-1}{(x + h) \cdot x}"
            ),
        ),
        (66, rf"# not checked ({arrow}): \lim_{{h \to 0}} →\lim_{{s \to 0}}"),
        (
            67,
            (
                r"\lim_{h \to 0} \frac{-1}{(x + h) \cdot x} = \lim_{s \to 0} \frac{-1}{(1 + s) "
                r"\cdot x^{2}}   by substitution h = s x"
            ),
        ),
        (74, r"therefore f'(x) = -\frac{1}{x^{2}} \tag{2.1}   by (3.1)"),
    ]


def test_an_english_article() -> None:
    asked = "the text denies this, or asks it"
    goal = "announced here; it is checked where the text derives it"
    assert summary(read(DATA / "sigmoid.md")) == [
        (5, r"define \sigma(x) = \frac{1}{1 + e^{-x}}"),
        (7, "e^{-x} > 0"),
        (7, r"\sigma(x) < 1"),
        (7, rf"# not checked ({asked}): $\sigma(x) = 1$"),
        (
            14,
            (
                r"1 - \sigma(x) = \frac{1 + e^{-x}}{1 + e^{-x}} - \frac{1}{1 + e^{-x}} = "
                r"\frac{e^{-x}}{1 + e^{-x}} \tag{1}"
            ),
        ),
        (16, r"\frac{e^{-x}}{1 + e^{-x}} = \sigma(-x) \tag{2}"),
        (23, rf"# not checked ({goal}): $\sigma'(x) = \sigma(x) (1 - \sigma(x))$"),
        (
            27,
            r"\sigma'(x) = \frac{e^{-x}}{(1 + e^{-x})^{2}}   by quotient rule; chain rule"
            r" = \frac{1}{1 + e^{-x}} \cdot \frac{e^{-x}}{1 + e^{-x}}   by quotient rule; "
            r"chain rule",
        ),
        (34, r"\sigma'(x) = \sigma(x) \cdot (1 - \sigma(x))   by (1)"),
        (36, r"u = e^{-x} \Rightarrow u > 0"),
        (36, r"let n \in \mathbb{N}_{>0}"),
        (36, "let v = 1 + u"),
        (36, "v > 1"),
        (39, "assume a > 0"),
        (40, "a + a = 2 a   by algebra"),
        (
            45,
            r"# not checked (integrals along curves are not part of the language): "
            r"\oint \sigma(x)\, dx",
        ),
    ]


def test_places_are_those_of_the_source() -> None:
    document = read(DATA / "reciprocal.md")
    for item in document.items:
        if isinstance(item, Chain):
            for link in item.links:
                text = document.text[link.span.start : link.span.end]
                assert text.startswith(("=", "<", ">"))
                assert document.text.count("\n", 0, link.span.start) + 1 == link.span.line


# --------------------------------------------------------------------------------------------------
# Displays


@pytest.mark.parametrize(
    "display",
    [
        "$$ x = y = z $$",
        "$$\nx = y\n= z\n$$",
        r"\[ x = y = z \]",
        "\\begin{align}\nx &= y \\\\\n&= z\n\\end{align}",
        "\\begin{align*}\nx &= y \\\\[2pt]\n&= z.\n\\end{align*}",
        "$$\n\\begin{split}\nx &= y \\\\\n&= z\n\\end{split}\n$$",
        "$$\n\\begin{aligned}\n&x&\\\n=& y &\\\n= &z&\n\\end{aligned}\n$$",
        "```math\nx = y\n = z\n```",
        "> $$\n> x = y\n> = z\n> $$",
        "1. item\n   $$\n   x = y\n   = z\n   $$",
        "words $$x = y = z$$ words",
        "x と y について\n\\[\nx = y\\\\\n= z\n\\]\nとなる。",
    ],
)
def test_one_chain_in_many_forms(display: str) -> None:
    assert lines(f"Before.\n\n{display}\n\nAfter.") == ["x = y = z"]


def test_rows_that_are_chains_of_their_own() -> None:
    assert lines("\\begin{gather}\nx = y \\\\\na = b \\tag{1} \\\\\n-c = d\n\\end{gather}") == [
        "x = y",
        "a = b \\tag{1}",
        "-c = d",
    ]


def test_rows_that_go_on_with_an_expression() -> None:
    assert lines(
        "\\begin{align}\nx &= a \\\\\n&\\quad + b \\\\\n& - c \\\\\n&= d\n\\end{align}"
    ) == ["let x = a + b - c", "a + b - c = d"]


def test_a_chain_over_two_displays() -> None:
    assert lines("$$ x = y $$\n\nand so\n\n$$ = z $$") == ["x = y", "y = z"]


def test_a_tag_names_the_row_it_stands_in() -> None:
    assert lines(
        "$$ x = x $$\n\n\\begin{align}\nf &= a \\\\\n&= b \\tag{2} \\\\\n&= c\n\\end{align}"
    )[1:] == [r"f = a = b \tag{2}", "b = c"]


def test_reasons_in_rows() -> None:
    (chain,) = items(
        "\\begin{align}\nx &= y && \\text{(by algebra)} \\\\\n&= z && \\text{(仮定より)} "
        "\\\\ &= w \\text{ since (3)}\n\\end{align}"
    )
    assert isinstance(chain, Chain)
    assert [link.reasons for link in chain.links] == [
        (Named("algebra"),),
        (Named("assumption"),),
        (Cite("3"),),
    ]


def test_what_the_language_lacks_is_reported() -> None:
    for formula in (
        r"\iint x dx = 1",
        r"\begin{pmatrix} a \end{pmatrix} = b",
        r"f : x \to y",
        r"h(x) = h(y)",
        r"\vec{v} = 0",
        r"x \approx y",
    ):
        (item,) = items(f"$$ {formula} $$")
        assert isinstance(item, Noted)
        assert formula in item.text
        assert item.why


def test_a_term_alone_claims_nothing_and_is_reported() -> None:
    (item,) = items("$$ x + y $$")
    assert isinstance(item, Noted)


def test_a_mistake_stops_nothing_else() -> None:
    for formula in ("x = ", "x = (y", "x + = y", r"\frac{x = y"):
        broken, good = items(f"$$ {formula} $$\n\n$$ a = a $$")
        assert isinstance(broken, Noted)
        assert broken.role == "unread"
        assert broken.why
        assert isinstance(good, Chain)


def test_what_goes_on_from_an_unread_row_is_unread() -> None:
    first, *rest = items(
        "$$\n\\begin{aligned} a &= a + 0 \\\\ &= \\sin \\\\ &= 2 \\end{aligned}\n$$\n\n$$ = "
        "3 $$\n\n$$ b = b $$"
    )
    assert isinstance(first, Chain)
    assert [getattr(item, "role", "claim") for item in rest] == ["unread"] * 3 + ["claim"]


def test_code_is_left_alone() -> None:
    assert lines(
        "$$ x = x $$\n\n```\n$$ 1 = 2 $$\n```\n\n    $$ 1 = 3 $$\n\n`$1 = 4$` and `\\(1 = 5\\)`"
    ) == ["x = x"]


def test_money_is_no_formula() -> None:
    assert lines("$$ x = x $$\n\nIt costs $5 = a lot, or $6.\n\n価格は\\$5 = \\$6です。") == [
        "x = x"
    ]


def test_front_matter_is_no_formula() -> None:
    assert lines("---\ntitle: $1 = 2$\n---\n\n$$ x = x $$") == ["x = x"]


# --------------------------------------------------------------------------------------------------
# Formulas, theorems, definitions


def test_formulas_come_before_the_derivation() -> None:
    first, step, later, law = items(
        "$$ a b = b a \\tag{1} $$\n\n$$ x = x $$\n\n$$ a b = b a \\tag{2} $$\n\n"
        "次の公式も使います。\n\n$$ a + b = b + a \\tag{3} $$"
    )
    assert isinstance(first, Formula)
    assert isinstance(step, Chain)
    assert isinstance(later, Chain)
    assert later.tag == "2"
    assert isinstance(law, Formula)


def test_a_formula_shown_again_is_a_restatement() -> None:
    again = items("$$ a b = b a \\tag{1} $$\n\n$$ a b = b a \\tag{1} $$")[1]
    assert isinstance(again, Formula)
    assert (again.label, again.reasons) == ("1", (Cite("1"),))


def test_an_instance_of_a_formula_with_its_number_is_a_claim_that_cites_it() -> None:
    again = items("$$ a b = b a \\tag{1} $$\n\n$$ x 2 = 2 x \\tag{1} $$")[1]
    assert isinstance(again, Therefore)
    assert (again.tag, again.reasons) == ("1", (Cite("1"),))


@pytest.mark.parametrize(
    ("law", "kind"), [("X Y = Y X", Formula), ("Y X = X Y", Formula), ("X Y = X X", Chain)]
)
def test_a_formula_that_a_sentence_cites_and_writes_out_speaks_of_its_own_variables(
    law: str, kind: type
) -> None:
    found = items(
        f"$$ X Y = Y X \\tag{{1}} $$\n\n$X = x$ と $Y = h$ とおくと\n\n$$ X + Y = x + h $$\n"
        f"\n公式 (1) より ${law}$ なので\n\n$$ x h = h x $$"
    )
    assert isinstance(found[4], kind)


def test_a_theorem_is_stated_first_and_derived_later() -> None:
    found = items(
        "$$ f(x) = x $$\n\n$$ f'(x) = 1 \\tag{1} $$\n\n$$ f'(x) = \\lim_{h \\to 0} "
        "\\frac{h}{h} \\tag{2} $$\n\n$$ f'(x) = 1 \\tag{1、再掲} $$"
    )
    assert [type(item) for item in found] == [Define, Theorem, Chain, Therefore]
    assert isinstance(found[1], Theorem)
    assert (found[1].label, found[1].proof) == ("1", ())
    assert isinstance(found[3], Therefore)
    assert found[3].tag == "1"


def test_a_function_defined_anew() -> None:
    assert lines("$$ f(x) = x $$\n\nNow let\n\n$$ f(x) = x^2 $$\n\n$$ f(x) = 2 x $$") == [
        "define f(x) = x",
        (
            "# not checked (the words before it define f anew; it need not agree with the "
            "definition above): f(x) = x^2"
        ),
        "define f(x) = x^{2}",
        "# not checked (another formula for f is in line 5): f(x) = 2 x",
    ]


def test_definitions_in_sentences() -> None:
    assert lines("Let $f(x) = x^2$. Then $f(2) = 4$.") == ["define f(x) = x^{2}", "f(2) = 4"]
    assert lines("関数 \\(f(x) = x^2\\) を考える。すると \\(f(2) = 4\\) である。") == [
        "define f(x) = x^{2}",
        "f(2) = 4",
    ]


# --------------------------------------------------------------------------------------------------
# Prose

LAW = "$$ \\log_a (X^Y) = Y \\log_a X \\tag{1} $$\n\n"

CITED = [
    ("公式 \\((1)\\) より", (Cite("1"),)),
    ("式(1)を用いると", (Cite("1"),)),
    ("By (1) we get", (Cite("1"),)),
    ("Using formula $(1)$,", (Cite("1"),)),
    ("It follows from (1) that", (Cite("1"),)),
    ("Equation (1) gives", (Cite("1"),)),
    ("(1)に着目する", ()),
    ("See also (1).", ()),
    ("(7)より", ()),
    ("By the definition of the derivative", (DefinitionOf("derivative"),)),
    ("ネイピア数の定義より", (DefinitionOf("e"),)),
    ("$e$ の定義より", (DefinitionOf("e"),)),
    ("合成関数の微分法より", (Named("chain rule"),)),
]


@pytest.mark.parametrize(("prose", "reasons"), CITED, ids=[prose for prose, _ in CITED])
def test_citations(prose: str, reasons: tuple[object, ...]) -> None:
    step = items(f"{LAW}$$ p = p $$\n\n{prose}\n\n$$ x = y $$")[-1]
    assert isinstance(step, Chain)
    assert step.links[0].reasons == reasons


def test_values_put_into_a_citation() -> None:
    for prose in (
        "式 (1) で \\(X = 2\\)、\\(Y=3\\) とすると",
        "式 (1) の \\(X\\) に \\(2\\) を代入し、\\(Y = 3\\) とおくと",
        "By (1) with $X = 2$ and $Y = 3$,",
    ):
        step = items(f"{LAW}{prose}\n\n$$ \\log_a 8 = 3 \\log_a 2 \\tag{{2}} $$")[-1]
        assert isinstance(step, Formula)
        (cite,) = step.reasons
        assert isinstance(cite, Cite)
        assert [name for name, _ in cite.substitution] == ["X", "Y"]


RENAMED = [
    ("\\(x + h = Y\\) と置くと", "let Y = x + h"),
    ("\\(Y = x + h\\) とおくと", "let Y = x + h"),
    ("\\(x + h\\) を \\(Y\\) とおくと", "let Y = x + h"),
    ("Let $Y = x + h$. Then", "let Y = x + h"),
    ("where $Y = x + h$,", "let Y = x + h"),
    ("Putting $x + h = Y$ we get", "let Y = x + h"),
]


@pytest.mark.parametrize(("prose", "line"), RENAMED, ids=[prose for prose, _ in RENAMED])
def test_renamings(prose: str, line: str) -> None:
    assert lines(f"$$ x + h = h + x $$\n\n{prose}\n\n$$ Y = h + x $$")[1:] == [line, "Y = h + x"]


def test_a_renaming_holds_until_the_next_one_or_page() -> None:
    text = (
        "## First\n\n$$ x = x $$\n\nLet $Y = x$.\n\n$$ Y = x $$\n\nNow let $Y = 2x$.\n\n"
        "$$ Y = x + x $$\n\n## Next\n\n$$ Y = Y $$\n\n# Another page\n\n$$ Y = Y $$"
    )
    assert lines(text)[1:] == [
        "let Y = x",
        "Y = x",
        "let Y = 2 x",
        "Y = x + x",
        "let Y = 2 x",
        "Y = Y",
        r"let Y \in \mathbb{R}",
        "Y = Y",
    ]


def test_a_variable_of_the_derivation_gets_no_value_from_prose() -> None:
    # Were x taken to be 0 from here on, the false claim about every x would be one about 0.
    found = items(
        "$$ x + 0 = x $$\n\n\\(x = 0\\) とすると\n\n$$ x^2 = x $$\n\nよって\n\n$$ x^3 = x $$"
    )
    assert isinstance(found[1], LogicChain)
    assert isinstance(found[2], Chain)
    assert not any(isinstance(item, Let) for item in found)


def test_changes_of_variable() -> None:
    for prose in (
        "\\(\\frac{h}{x} = t\\) と置き換えると",
        "ここで $t = \\frac{h}{x}$ とおくと",
        "Substituting $t = \\frac{h}{x}$ we get",
        "With the substitution $t = h/x$,",
    ):
        step = items(
            f"$$ x = x $$\n\n{prose}\n\n$$ \\lim_{{h \\to 0}} (1 + h/x) = \\lim_{{t \\to 0}} "
            "(1 + t) $$"
        )[-1]
        assert isinstance(step, Chain)
        (reason,) = step.links[0].reasons
        assert isinstance(reason, Substitute)
        assert reason.name == "t"


def test_the_limit_that_e_is() -> None:
    step = items(
        "$$ x = x $$\n\n\\(\\lim_{t \\to 0} (1+t)^{1/t}\\) を \\(e\\) とすると\n\n$$ "
        "\\lim_{t \\to 0} (1+t)^{2/t} = e^2 $$"
    )[-1]
    assert isinstance(step, Chain)
    assert step.links[0].reasons == (DefinitionOf("e"),)


ASSUMED = [
    ("\\(a > 0\\)、\\(a \\neq 1\\) とする。", [r"assume a > 0", r"assume a \neq 1"]),
    ("ただし \\(a > 0\\)。", ["assume a > 0"]),
    ("Suppose $a, b > 0$.", ["assume a > 0, b > 0"]),
    ("Assume that $a > 0$ and $b \\ge 1$.", ["assume a > 0", r"assume b \ge 1"]),
    ("Let $a$ be a positive number.", ["assume a > 0"]),
    ("\\(a\\) は 1 でない正の数とする。", [r"assume a > 0, a \neq 1"]),
    ("Let $n \\in \\mathbb{N}$.", [r"let n \in \mathbb{N}"]),
    ("\\(n\\) を自然数とする。", [r"let n \in \mathbb{N}_{>0}"]),
    ("For every positive integer $n$", [r"let n \in \mathbb{N}_{>0}"]),
]


@pytest.mark.parametrize(("prose", "expected"), ASSUMED, ids=[prose for prose, _ in ASSUMED])
def test_assumptions(prose: str, expected: list[str]) -> None:
    assert lines(f"{prose}\n\n$$ p = p $$")[:-1] == expected


def test_conditions_hold_for_what_is_said_next() -> None:
    for prose in ("\\(x > 0\\) のとき", "If $x > 0$ then", "For all $x > 0$"):
        assert lines(f"{prose}\n\n$$ |x| = x $$\n\n$$ x = x $$") == [
            r"x > 0 \Rightarrow \left| x \right| = x",
            "x = x",
        ]


PROVISOS = [
    "$$ |x| = x \\quad (x > 0) $$",
    "$$ |x| = x, \\quad \\text{for } x > 0. $$",
    "$$ |x| = x \\quad \\text{if } x > 0 $$",
    "We have $|x| = x$ for all $x > 0$.",
    "For $x > 0$ we have $|x| = x$.",
    "\\(x > 0\\) のとき \\(|x| = x\\) である。",
]


@pytest.mark.parametrize("text", PROVISOS)
def test_conditions_next_to_their_claim(text: str) -> None:
    assert lines(f"{text}\n\n$$ x = x $$") == [r"x > 0 \Rightarrow \left| x \right| = x", "x = x"]


def test_a_where_after_a_display_defines_its_names() -> None:
    assert lines(r"$$ Y = h + x, \quad \text{where } Y = x + h $$") == [
        "let Y = x + h",
        "Y = h + x",
    ]


CLAIMED = [
    "\\(2 = 3\\) なので",
    "Since $2 = 3$,",
    "we know that $2 = 3$",
    "$2 = 3$",
    "ここで \\(2 = 3\\) である。",
    "\\(2 = 3\\) となる",
    "\\(2 = 3\\) より",
    "so $2 = 3$, as required",
    "明らかに \\(2 = 3\\) が成り立つ。",
]


@pytest.mark.parametrize("prose", CLAIMED)
def test_what_prose_states_is_a_claim(prose: str) -> None:
    assert lines(prose) == ["2 = 3"]


NOT_CLAIMED = [
    "\\(2 = 3\\) ではない。",
    "Is $2 = 3$?",
    "\\(2 = 3\\) でしょうか。",
    "We want to show that $2 = 3$.",
    "\\(2 = 3\\) を示す。",
    "It is false that $2 = 3$",
    "2 つの値は等しいか、つまり \\(2 = 3\\) か。",
]


@pytest.mark.parametrize("prose", NOT_CLAIMED)
def test_what_prose_denies_or_announces_is_reported(prose: str) -> None:
    (item,) = items(prose)
    assert isinstance(item, Noted)


def test_inline_formulas_that_cannot_be_read_are_reported() -> None:
    found = items("$x = x$ and $\\int x = y$, $(x = 2$ and $\\vec{v}$")
    assert [type(item) for item in found] == [Chain, Noted, Noted]


def test_prose_never_states_what_is_displayed_nowhere() -> None:
    assert not any(
        isinstance(item, Assume | Let)
        for item in items("\\(2 = 3\\) と \\(3 = 4\\) なので\n\n$$ 2 = 4 $$")
    )


# --------------------------------------------------------------------------------------------------
# Directives in Markdown


def test_directive_paragraphs_and_comments() -> None:
    text = "\n\n".join(
        (
            "assume $a > 0$, $a \\neq 1$",
            "<!-- shomei: let n \\in \\mathbb{N} -->",
            "公式 (2): $a b = b a$",
            "theorem (3):",
            "$$ a = a $$",
            "proof",
            "$$ a = a $$",
            "qed",
            "Some words <!-- shomei: therefore a = a --> more.",
        )
    )
    assert lines(text) == [
        r"assume a > 0, a \neq 1",
        r"let n \in \mathbb{N}",
        "formula (2): a b = b a",
        "theorem (3): a = a proof a = a qed",
        "therefore a = a",
    ]


def test_a_directive_that_is_wrong_is_noted() -> None:
    for text in ("assume $a > $", "仮定: \\(a > \\)", "define: f(x) = ", "theorem (1): $x = $"):
        chain, noted = items(f"$$ x = x $$\n\n{text}")
        assert isinstance(chain, Chain)
        assert isinstance(noted, Noted)
        assert noted.role == "unread"


def test_sentences_that_begin_like_directives() -> None:
    text = (
        "公式 \\((1)\\) は大切です。\n\n定義より明らかです。\n\nlet us see\n\ncase by case\n\n"
        "証明\n\nよって、次を得ます。\n\n$$ x = x $$"
    )
    assert lines(text) == ["x = x"]


# --------------------------------------------------------------------------------------------------
# Places in Markdown


@pytest.mark.parametrize(
    "text",
    [
        "a\r\nb $x = y$\r\n",
        "a\rb $x = y$",
        "\ufeff$x = y$",
        "> a\n>\tb $x = y$",
        "- a\n\n\tb $x = y$",
        "# Head\n\n1. a\n\n   - b\n     c $x = y$ d",
        "全角 $x = y$",
        "*a* [b](c) $x = y$",
    ],
)
def test_places_of_inline_formulas(text: str) -> None:
    (item,) = items(text)
    assert text[item.span.start : item.span.end] == "$x = y$"


@pytest.mark.parametrize(
    "text",
    [
        "a\r\n\r\n$$\r\nx = y\r\n$$\r\n",
        "> > $$\n> > x = y\n> > $$",
        "- a\n\n\t$$x = y$$",
        "\ufeff$$x = y$$",
        "~~~math\nx = y\n~~~",
    ],
)
def test_places_of_displays(text: str) -> None:
    (item,) = items(text)
    assert text[item.span.start : item.span.end] == "x = y"


# --------------------------------------------------------------------------------------------------
# Order

EARLY = (
    "$$ f(x) = a x $$\n\n$$ f'(x) = a \\tag{1} $$\n\n"
    "式 (1) の \\(a\\) に \\(2\\) を代入して \\(2 x = x + x\\) であるので \\(2 = 1 + 1\\) "
    "が導ける。\n\n"
    "$$ f'(x) = \\lim_{h \\to 0} \\frac{a h}{h} $$\n\n"
)


def test_what_rests_on_a_theorem_is_checked_after_its_derivation() -> None:
    assert lines(EARLY + "$$ f'(x) = a \\tag{1、再掲} $$\n\n$$ x = x $$") == [
        "define f(x) = a x",
        "theorem (1): f'(x) = a",
        r"f'(x) = \lim_{h \to 0} \frac{a h}{h}",
        r"therefore f'(x) = a \tag{1}",
        "2 x = x + x   by (1) with a = 2",
        "2 = 1 + 1",
        "x = x",
    ]


def test_what_rests_on_a_theorem_that_is_never_derived_comes_last() -> None:
    assert lines(EARLY)[-2:] == ["2 x = x + x   by (1) with a = 2", "2 = 1 + 1"]


@pytest.mark.parametrize(
    "words",
    [
        "$0 = 1$ とすると",
        "$0 = 1$ のとき",
        "When $0 = 1$,",
        "$0$ を $1$ とすると",
    ],
)
def test_no_words_make_a_relation_between_numbers_anything_else_than_a_claim(words: str) -> None:
    claim, step = items(f"{words}\n\n$$ x = x + 1 $$")
    assert isinstance(claim, Therefore | Chain)
    assert isinstance(step, Chain)


@pytest.mark.parametrize("words", ["$0 = 1$ と仮定する。", "Suppose $0 = 1$."])
def test_a_relation_between_numbers_that_is_supposed_makes_no_hypothesis(words: str) -> None:
    (step,) = items(f"{words}\n\n$$ x = x + 1 $$")
    assert isinstance(step, Chain)


@pytest.mark.parametrize(
    "words",
    [
        r"$\lim_{t \to 0} (1 + t)^{\frac{1}{t}} = e$ とすると",
        r"$\lim_{t \to 0} (1 + t)^{\frac{1}{t}}$ を $e$ とすると",
    ],
)
def test_the_limit_that_an_author_calls_e_is_claimed_and_used(words: str) -> None:
    claim, step = items(words + "\n\n" + r"$$ \lim_{t \to 0} ((1 + t)^{\frac{1}{t}})^2 = e^2 $$")
    assert print_item(claim) == [r"therefore \lim_{t \to 0} (1 + t)^{\frac{1}{t}} = e"]
    assert isinstance(step, Chain)
    assert DefinitionOf("e") in step.links[0].reasons


def test_a_function_that_words_define_anew_is_told_to_be() -> None:
    found = items("$$ f(x) = x^2 $$\n\n次の関数を考えます。\n\n$$ f(x) = x^3 $$")
    assert [type(item) for item in found] == [Define, Noted, Define]


def test_a_definition_that_is_shown_again_is_a_claim_whatever_the_words_before_it() -> None:
    found = items("$$ f(x) = x^2 $$\n\n次の関数を考えます。\n\n$$ f(x) = x^2 $$")
    assert [type(item) for item in found] == [Define, Chain]


@pytest.mark.parametrize("words", ["By (1) and (2),", "公式 (1) と (2) より"])
def test_formulas_that_are_named_together_are_cited_together(words: str) -> None:
    step = items(
        f"$$ a b = b a \\tag{{1}} $$\n\n$$ a + b = b + a \\tag{{2}} $$\n\n{words}\n\n$$ x y "
        "= y x $$"
    )[-1]
    assert isinstance(step, Chain)
    assert step.links[0].reasons == (Cite("1"), Cite("2"))


def test_brackets_after_a_connective_hold_a_part_of_the_statement_and_no_proviso() -> None:
    [chain] = items(
        "$$ \\begin{aligned} & x y = 6 \\\\ & \\iff (x = 2 \\land y = 3) \\lor (x = 3 \\land "
        "y = 2) \\end{aligned} $$"
    )
    assert isinstance(chain, LogicChain)
    [link] = chain.links
    assert isinstance(link.right, Connective)
    assert link.right.operator == "or"
