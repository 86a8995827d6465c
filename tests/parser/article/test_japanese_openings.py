"""Everyday Japanese phrases that introduce letters and say what they satisfy."""

import pytest

import shomei


def last(text: str) -> str:
    """The verdict of the last formula of an article, without Lean; nothing if it has none."""
    report = shomei.check(f"{text}\n", suffix=".md", fast=True, ledger=False)
    end = max(report.formulas, key=lambda each: (each.line, each.column))
    return end.verdict or ""


@pytest.mark.parametrize(
    "opening",
    [
        "定数 $x > 0$ を固定する。",
        "正の数 $x$ を一つ固定します。",
        "正の実数 $x$ を任意にとる。",
        "任意の正の数 $x$ をとる。",
        "実数 $x > 0$ を考える。",
        "$x > 0$ を実数とする。",
        "$x > 2$ を満たす実数 $x$ をとる。",
        "$x > 2$ を満たす実数を $x$ とする。",
        "$x$ は $x > 2$ を満たす実数とする。",
        "$x > 2$ である実数 $x$ を選ぶ。",
        "$x > 2$ が成り立っているとする。",
        "$x > 2$ だとします。",
        "$x$ は $2$ 以上の整数とする。",
        "$x$ は 0 より大きい実数とする。",
        "$x$ を1以上10以下の整数とする。",
        "$x$ は正とする。",
        "$x$ は 0 以上とする。",
        "$x, y$ はともに正とする。",
        "$x$ も $y$ も正の数とする。",
        "正の実数 $x$ が与えられたとする。",
        "ただし $x > 0$ とする。",
        "ただし、$x$ は正の定数とする。",
        "仮に $x > 0$ とする。",
        "高さを $2 x$（$0 < x < R$）とする。",
        "$x = \\frac{p}{q}$（$p, q$ は互いに素な正の整数）とおく。",
        "但し、$x$ は自然数とする。",
        "$x^2 = 4$ となる正の数 $x$ をとる。",
    ],
)
def test_it_holds_from_here_on(opening: str) -> None:
    assert last(f"{opening} このとき $|x| = x$ である。") == "plausible"


@pytest.mark.parametrize(
    "condition",
    [
        "与えられた $x > 0$ に対して、",
        "任意の $x > 1$ について",
        "すべての $x > 1$ に対して",
        "区間 $1 < x < 2$ において",
        "$x > 1$ を満たす任意の実数 $x$ について、",
        "$x > 1$ なる実数 $x$ に対して",
        "$x > 1$ である $x$ について、",
        "整数 $x \\ge 2$ に対して",
        "正の実数 $x$ が $x < 3$ を満たすとき、",
        "$x > y$、かつ $y > 0$ のとき、",
        "$x > 1$ であることに注意すると、",
        "$x > 1$ という条件の下で、",
        "$x$ が $1$ より大きい実数のとき、",
        "$x > 1$ で ",
        "$x > 1$ における大小を調べると ",
        "変数 $x$ が $1 \\le x \\le 2$ の範囲を動くとき、",
        "$x^2 = 4$ となる正の数 $x$ について、",
    ],
)
def test_it_is_a_condition_of_its_sentence(condition: str) -> None:
    assert last(f"{condition}$|x| = x$ が成り立つ。") == "plausible"
    assert last(f"{condition}$1 + 1 = 2$ が成り立つ。\n\n一般に $|z| = z$ である。") != "plausible"


@pytest.mark.parametrize(
    "opening",
    [
        "$x > 1$ を満たさない実数 $x$ をとる。",
        "$x > 1$ を満たす実数 $x$ は存在しない。",
        "$x > 1$ を満たすとは限らない実数 $x$ をとる。",
        "$x > 1$ を満たす実数 $x$ 以外をとる。",
        "$x > 1$ または $x < -3$ を満たす実数 $x$ をとる。",
        "$x > 1$ を満たす実数 $y$ をとる。次に $x$ は任意とする。",
        "$x > 0$ を固定しない。",
        "$x > 0$ を固定しても同じである。",
        "$x > 0$ と仮定しても同じである。",
        "正の数 $x$ をとるとは限らない。",
        "正の数でない $x$ をとる。",
        "太郎は正の数 $x$ をとったと言い張る。",
        "太郎は正の数 $x$ をとると言った。",
        "$x > 0$ とすると述べた。",
        "$x > 0$ とするなと書いた。",
        "$x$ は正とは限らない。",
        "$x$ は正ではないとする。",
        "$x$ は正の向きとする。",
        "$x$ が正かどうかは不明とする。",
        "$x$ は $2$ 以上の整数とは限らない。",
        "$x$ は $-2$ 以上の整数とする。",
        "$x$ は $y + 2$ 以上の整数とする。",
        "$x$ は3分の2以上の実数とは言えない。",
        "$x$ は $2$ 以上の偶数の約数とする。",
        "$x$ を $2$ 以上の整数で割る。",
        "$x > 1$ という条件は不要である。",
        "$x > 1$ を満たす実数 $x$ に対して $x^2 > 1$ である。",
        "区間 $0 < x < 1$ において $x^2 < x$ が成り立つ。区間の外に出る。",
        "正の実数 $x$ が $x < 3$ を満たさないとき、",
        "方程式 $x = 3$ について調べる。",
        "$x > 1$ で $x^2 > 1$ である。",
        "$x > 1$ でも $x^2 > 1$ である。",
        "$x > 0$ における値を求める。",
        "$x$ も $y$ も正の数とは限らない。",
        "$x > 1$ でのみ成り立つ。",
        "高さを $2 x$（$0 < x < R$ ではない）とする。",
        "$x^2 = 4$ となる正の数 $x$ は存在しない。",
        "$x^2 = 4$ となる呪文 $x$ をとる。",
    ],
)
def test_nothing_is_assumed(opening: str) -> None:
    assert last(f"{opening}\n\n次に $|x| = x$ である。") != "plausible"


def test_what_holds_in_general_does_not_rest_on_the_value_of_an_example() -> None:
    assert last("たとえば $x = 3$ とする。$x > 1$ である。一般に $x > 1$ である。") == ""
    assert last("Let $x = 3$. Then $x > 1$. In general, $x > 1$.") == ""


def test_a_condition_counts_through_the_letters_of_another() -> None:
    assert last("$a > b > c > 0$ のとき、$a > 0$ である。") == "plausible"
    assert last("$a > b$、$d > 0$ のとき、$a > 0$ である。") != "plausible"


def test_a_term_that_gets_a_name_gives_its_sign_no_meaning() -> None:
    assert last("$x + y$ を $s$ とおく。$s - y = x$ である。") == "plausible"
    assert last("$x + y$ を $x$ と書く。$2 + 3 = 5$ である。") == ""


def test_a_condition_in_brackets_after_a_claim_is_one_of_it() -> None:
    assert last("$\\sqrt{x^2} = x$（$x > 0$）が成り立つ。") == ""
    text = "$\\sqrt{x^2} = x$（$x > 0$）が成り立つ。"
    report = shomei.check(f"{text}\n", suffix=".md", fast=True, ledger=False)
    assert [step.verdict for step in report.steps] == ["plausible"]


def test_two_cases_in_one_sentence_are_apart() -> None:
    report = shomei.check(
        "$f(x) = x^2$ とする。$x > 0$ で $f'(x) > 0$、$x < 0$ で $f'(x) < 0$ となる。\n",
        suffix=".md",
        fast=True,
        ledger=False,
    )
    assert [step.verdict for step in report.steps] == ["plausible"] * 2


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        ("平方数を4で割った余りは0か1である。", True),
        ("$n$ を3で割った余りを調べる。", True),
        ("余りで分ける。", True),
        ("足し算は5で割った余りで行う。", False),
        ("5で割った余りが等しいとき等しいとみなす。", False),
        ("余りは同じものとみなす。", False),
    ],
)
def test_only_what_reckons_with_remainders_is_another_arithmetic(
    sentence: str, counts: bool
) -> None:
    assert (last(f"{sentence}$2 + 3 = 5$ である。") == "plausible") is counts


@pytest.mark.parametrize(
    "opening", ["$x + y = 1$ だとします。すると ", "いま $x + y = 1$ とすると、"]
)
def test_what_follows_from_a_supposed_equation_is_no_name(opening: str) -> None:
    assert last(f"{opening}$y = 1 - x$ である。") == "plausible"
    assert last("$x + y = 1$ とする。\n\n# 次\n\n$y = 1 - x$ である。") == ""
