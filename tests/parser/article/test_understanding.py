"""Nothing counts as verified that stands beside words which are not understood."""

from __future__ import annotations

import pytest

from shomei.obligations.build import build
from shomei.parser import parse
from shomei.terms.nodes import Connective


def counts(text: str, name: str = "a.md") -> list[str]:
    """The steps of an article that count where they are proved, as they are written."""
    plan = build(parse(text, name))
    return [each.source for each in plan.obligations if not each.reserved]


def assumes(text: str) -> bool:
    """Whether a step that counts rests on anything that the text says."""
    return any(
        not each.reserved
        and (
            isinstance(each.goal, Connective)
            or each.renamings
            or any(h.origin != "inferred" for h in each.context.hypotheses)
        )
        for each in build(parse(text, "a.md")).obligations
    )


#: Sentences that may mean anything: unknown words, quotations, other languages.
FOREIGN = [
    "Balderdash floriates.",
    "The gnarls contend otherwise.",
    "Nichts davon gilt hier.",
    "下面的等式不成立。",
    "世間では信じられている。",
    '"So it goes".',
    "「そうだ」という。",
]
#: True-looking texts; · is a place where a sentence may stand.
TEXTS = [
    "·\n\n$$ 2 + 3 = 5 $$",
    "For $x > 1$ we have\n\n·\n\n$$ x + 1 = 1 + x $$",
    "· $2 + 3 = 5$.",
]


@pytest.mark.parametrize("foreign", FOREIGN)
@pytest.mark.parametrize("text", TEXTS)
def test_a_foreign_sentence_before_a_formula(text: str, foreign: str) -> None:
    assert counts(text.replace("· ", "")) or "·\n" in text
    assert not counts(text.replace("·", foreign))


@pytest.mark.parametrize("word", ["allegedly", "scarcely", "folklore", "mislabelled", "nope"])
@pytest.mark.parametrize(
    "text",
    [
        "We have · $2 + 3 = 5$.",
        "· we have $2 + 3 = 5$.",
        "We have $2 + 3 = 5$ ·.",
        "We have ·\n\n$$ 2 + 3 = 5. $$",
        "We have\n\n$$ 2 + 3 = 5 $$\n\n·.",
        "Then ·:\n\n- $2 + 3 = 5$\n- $1 + 1 = 2$",
    ],
)
def test_an_unknown_word_at_each_place(text: str, word: str) -> None:
    assert counts(text.replace("· ", "").replace(" ·", "").replace("·", "we have"))
    assert not counts(text.replace("·", word))


@pytest.mark.parametrize(
    "text",
    [
        "Flipping the sign flips the sigmoid: $1 - x = -(x - 1)$.",
        "A perpetuity pays forever, hence $2 + 3 = 5$.",
        "# Zorblax's gizmo\n\nWe have $2 + 3 = 5$.",
        "The payslip shows gross minus levies.\n\n$$ 2 + 3 = 5 $$",
        "We have $2 + 3 = 5$. The landlord rejoices over the leftover coins.",
        "リッジの罰則を勾配で調べると $2 + 3 = 5$ である。",
    ],
)
def test_words_that_are_only_unknown(text: str) -> None:
    assert counts(text)


@pytest.mark.parametrize(
    "text",
    [
        "$2 + 3 = 5$ is a zorblax.",
        "Throughout this page, the gnarls zorble $+$. Then $2 + 3 = 5$.",
        "Sums zorble on the gizmo.\n\n$$ 2 + 3 = 5 $$",
        "We have $2 + 3 = 5$. Zorblax!",
    ],
)
def test_unknown_words_where_they_matter(text: str) -> None:
    assert not counts(text)


@pytest.mark.parametrize("word", ["いわゆる俗説で", "眉唾物として", "まやかしで"])
@pytest.mark.parametrize(
    "text",
    ["·$2 + 3 = 5$ である。", "よって·$2 + 3 = 5$ となる。", "·次が成り立つ。\n\n$$ 2 + 3 = 5 $$"],
)
def test_an_unknown_japanese_word_at_each_place(text: str, word: str) -> None:
    assert counts(text.replace("·", ""))
    assert not counts(text.replace("·", word))


@pytest.mark.parametrize(
    "text",
    [
        "Contrary to what one reads, let $x > 0$. Then\n\n$$ |x| = x $$",
        "As Fermat puts it, put $a = 3$. Then\n\n$$ a + 1 = 4 $$",
        'Our forebears write "$x > 0$". We have\n\n$$ |x| = x $$',
        "$t = 2$ と書いている本もある。よって\n\n$$ t^2 = 4 $$",
        "古文書には「$x > 0$ とする」とある。よって\n\n$$ |x| = x $$",
        "We do not, cf. Sec. 3, assume that $x > 0$. Then\n\n$$ |x| = x $$",
        "Nowhere, e.g. in Sec. 2, let $x > 0$. Then\n\n$$ |x| = x $$",
        "For $k = 1$ (and also $k = -1$) we see\n\n$$ k = 1 $$",
        "For example $x = 1$ is fine, and so for all $x$\n\n$$ x^2 = x $$",
    ],
)
def test_what_rests_on_a_sentence_that_is_not_understood(text: str) -> None:
    assert not assumes(text)


@pytest.mark.parametrize(
    "said",
    [
        "Let $w$ be a word.",
        "Let $w$ be a tournament on ten players.",
        "Here $w$ denotes the braid of the knot.",
        "We consider a permutation $w$.",
        "Take strings $w$ and $v$.",
        "文字列 $w$ を考える。",
        "$w$ を長さ 3 の語とする。",
        "$w$ は組み紐である。",
    ],
)
def test_a_letter_that_is_called_something_else(said: str) -> None:
    text = f"{said}\n\nWe have $1 + 1 = 2$. Then $w + w = 2 w$ holds."
    assert not any("w" in step for step in counts(text))
    again = f"{said}\n\nLet $w$ be a real number. Then $w + w = 2 w$ holds."
    assert any("w" in step for step in counts(again))


def test_letters_that_are_called_numbers() -> None:
    said = "Let $p$ be the probability of rain, $v$ be the speed and $n$ be a natural number."
    assert len(counts("Let $p$ be a probability. Then $p + p = 2 p$ holds.")) == 1
    assert counts(f"{said.replace(' of rain', '')} We have $v + v = 2 v$.")
    assert counts("速さを $v$ とする。$v + v = 2 v$ が成り立つ。")


def test_a_number_in_the_words_for_a_letter() -> None:
    text = "Let $a$ be a positive number other than 1. We have\n\n$$ \\log_a a = 1 $$"
    assert counts(text) == ["\\log_a a = 1"]


def test_an_imaginary_unit_that_nobody_calls_so() -> None:
    assert not counts("Put $w = 1 - i$. We find\n\n$$ w^2 \\ge 0 $$")
    assert counts("Let $i$ be a natural number. We have $i \\ge 0$.")


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("Throughout, logarithms are taken to base $10$.", "\\log e = 1"),
        ("Angles are measured in degrees here.", "\\cos \\pi = -1"),
        ("Write $x \\cdot y$ for the sum of $x$ and $y$.", "4 \\cdot 6 = 24"),
        ("We write $+$ for the difference.", "5 + 5 = 10"),
        ("We compute with the hours of a clock.", "7 + 8 = 15"),
        ("対数の底は $10$ とする。", "\\log e = 1"),
        ("角度の単位は度とする。", "\\cos \\pi = -1"),
        ("記号 $+$ は差を表す。", "1 + 1 = 2"),
        ("$7$ で割った余りで考える。", "7 \\neq 0"),
    ],
)
def test_notation_that_the_text_declares(said: str, written: str) -> None:
    plain = "次が成り立つ。" if ord(said[-1]) > 127 else "We have"
    assert not counts(f"{said}\n\n{plain}\n\n$$ {written} $$")
    assert counts(f"{plain}\n\n$$ {written} $$")


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("It turns out that no degree in physics is needed.", "\\cos \\pi = -1"),
        ("The polynomial of degree $3$ turns the sum around.", "\\cos \\pi = -1"),
        ("The two angles are equal.", "\\cos \\pi = -1"),
        ("常用対数の値を $\\log_{10} 2 = 0.3010$ とする。", "\\log e = 1"),
        ("あとは $u - p$ を $u - q$ で書く。", "5 - 3 = 2"),
    ],
)
def test_words_that_change_no_notation(said: str, written: str) -> None:
    plain = "次が成り立つ。" if ord(said[-1]) > 127 else "We have"
    assert counts(f"{said}\n\n# X\n\n{plain}\n\n$$ {written} $$") == [written]


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("Each angle is given as a degree here.", "\\cos \\pi = -1"),
        ("We count angles in full turns.", "\\cos \\pi = -1"),
        ("Here angles are fractions of a circle.", "\\cos \\pi = -1"),
        ("常用対数を使う。", "\\log e = 1"),
        ("$u - q$ と書くのは $q - u$ のことである。", "5 - 3 = 2"),
        ("We write $u - q$ for $q - u$.", "5 - 3 = 2"),
    ],
)
def test_words_that_do(said: str, written: str) -> None:
    plain = "次が成り立つ。" if ord(said[-1]) > 127 else "We have"
    assert not counts(f"{said}\n\n{plain}\n\n$$ {written} $$")


@pytest.mark.parametrize(
    "said",
    ["The speed $v$ is determined by $t$.", "$v$ は $t$ によって変わる。", "$v$ は $t$ で決まる。"],
)
def test_a_letter_that_depends_on_another(said: str) -> None:
    text = f"{said}\n\n$$ \\frac{{d}}{{dt}} (v + t) = 1 $$"
    assert not counts(text)


@pytest.mark.parametrize(
    "text",
    [
        '\\DeclareMathSymbol{+}{\\mathbin}{operators}{"2D}\n\\begin{document}\n\\[ 3 + 2 = 5 \\]\n'
        "\\end{document}",
        "\\begin{document}\n\\catcode`\\*=\\active \\def*{+}\n\\[ 2 * 3 = 6 \\]\n\\end{document}",
        "\\begin{document}\n\\[ 2 + 3 \\mathrel{\\overset{\\text{wrong}}{=}} 5 \\]\n"
        "\\end{document}",
        "\\begin{document}\nThe equality\n\\[ 1 + 1 = 2 \\]\ncrumbles for all numbers.\n"
        "\\end{document}",
    ],
)
def test_tex_that_changes_what_stands_there(text: str) -> None:
    assert not counts(text, "a.tex")


@pytest.mark.parametrize(
    "text",
    [
        "Let $x$ and $y$ be positive numbers. Then, expanding the square, we find\n\n$$ (x + y)^2 "
        "= x^2 + 2 x y + y^2, $$\n\nwhich is the first binomial formula.",
        "Hence, using the addition theorem,\n\n$$ \\sin 2x = 2 \\sin x \\cos x. $$\n\n"
        "This completes the proof.",
        "両辺を 2 倍して整理すると、\n\n$$ 2 (x + 1) = 2 x + 2 $$\n\nとなります。",
        "ここで、左辺を展開して計算すると次のようになる。\n\n$$ (a + b)^2 = a^2 + 2 a b + b^2 $$",
        "We see that $1 + 1 = 2$, so the gizmo works.",
    ],
)
def test_plain_words_leave_a_claim_alone(text: str) -> None:
    assert counts(text)


@pytest.mark.parametrize(
    "text",
    [
        "The price $p$ is set by the demand $q$. We have\n\n$$ \\frac{d}{dq} (p + q) = 1 $$",
        "All of this is to be read in $\\mathbb{Z}/5\\mathbb{Z}$. We have\n\n$$ 2 + 3 = 5 $$",
        "Here $\\log^2 x$ stands for iterated logarithms. Then\n\n$$ \\log^2 e = 1 $$",
        "$x = 3$ の場合はすでに示した。よって次を示せばよい。\n\n$$ x = 3 $$",
        "以下、掛け算はテンソル積の意味で用いる。次が成り立つ。\n\n$$ a b = b a $$",
        "| law | true? |\n|---|---|\n| $1 + 1 = 2$ | nope |",
        "Let $f(x) = x^2$ for now. Later, $f$ will be some other map.\n\n# B\n\nThen $f(2) = 4$.",
        "Time is told on a twelve hour dial. Thus\n\n$$ 9 + 5 = 14 $$",
        "Put $x = 2$. Forget this. For the rest\n\n$$ x = 2 $$",
        "We have\n\n$$ 1 + 1 = 2 $$\n\nNot!",
    ],
)
def test_other_ways_to_say_so(text: str) -> None:
    assert not counts(text)


def test_a_converse_is_a_claim() -> None:
    text = "If $s = t$, then $|s| = |t|$. The converse: if $|s| = |t|$, then $s = t$."
    converse = build(parse(text, "a.md")).obligations[-1]
    assert not converse.tentative
    assert not converse.reserved


def test_a_section_ends_another_arithmetic() -> None:
    text = "# A\n\nWe compute modulo the octave.\n\n# B\n\nWe have\n\n$$ 7 + 8 = 15 $$"
    assert counts(text)


def test_details_are_a_part() -> None:
    text = "<details>\n\nLet $x > 0$. Then $x + 1 > 1$.\n\n</details>\n\n$$ |x| = x $$"
    plan = build(parse(text, "a.md"))
    assert not plan.obligations[-1].context.hypotheses


def test_functions_that_are_declared_again_and_letters_of_for_all() -> None:
    both = "Let $f$ and $g$ be differentiable functions.\n\nLet $g$ be a differentiable "
    both += "nonzero function. Then\n\n$$ g(x) + g(x) = 2 g(x). $$"
    assert len(counts(both)) == 1
    inverse = "Let $p$ and $q$ be differentiable functions such that $p(q(x)) = x$ for all $x$. "
    assert len(counts(inverse + "Then\n\n$$ q(x) + x = x + q(x). $$")) == 1
