"""Everyday Japanese words beside a formula: those that change nothing, and those that may."""

import pytest

import shomei


def last(text: str) -> str:
    """The verdict of the last formula of an article, without Lean; nothing if it has none."""
    report = shomei.check(f"{text}\n", suffix=".md", fast=True, ledger=False)
    end = max(report.formulas, key=lambda each: (each.line, each.column))
    return end.verdict or ""


@pytest.mark.parametrize(
    "said",
    [
        "スライムの体積を $x > 0$ とする。",
        "サブスクの解約率を $x > 0$ とおく。",
        "魔導書の重みづけのために、$x > 0$ とする。",
        "ポーションの回復量を調べ、$x > 0$ とする。",
        "コンビニの駐輪場で、$x > 0$ とする。",
        "「割引率」を $x > 0$ とする。",
        "いわゆる「単利」では $x > 0$ とする。",
    ],
)
def test_a_supposition_counts_beside_unknown_nouns(said: str) -> None:
    assert last(f"{said}このとき $|x| = x$ である。") == "plausible"


@pytest.mark.parametrize(
    "said",
    [
        "$x > 0$ とするのは早計だ。",
        "$x > 0$ とするのをためらう。",
        "$x > 0$ とする、というのはバグだ。",
        "$x > 0$ と妄信する。",
        "$x > 0$ とブッチする。",
        "$x > 0$ とするわけにはいかない。",
    ],
)
def test_it_does_not_count_where_unknown_words_say_what_becomes_of_it(said: str) -> None:
    assert last(f"{said}このとき $|x| = x$ である。") != "plausible"


@pytest.mark.parametrize(
    "sentence",
    [
        "「解の公式」を用いると、$2 \\cdot 3 = 6$ となる。",
        "次に「標準化」を行うと $2 \\cdot 3 = 6$ となる。",
        "漸化式により定まる数列では $2 \\cdot 3 = 6$ である。",
        "積は高々 $2 \\cdot 3 = 6$ だから7にならない。",
        "積は $2 \\cdot 3 = 6$ なので素数ではない。",
        "両方が負ではないから、$2 \\cdot 3 = 6$ である。",
        "$a$ が $0$ でないとき、$2 \\cdot 3 = 6$ である。",
        "まだ知らない人もいるかもしれないが、$2 \\cdot 3 = 6$ である。",
        "$x^2 + 1$ は因数分解できないが、$2 \\cdot 3 = 6$ である。",
        "試験中に焦らないように、$2 \\cdot 3 = 6$ と書いておく。",
        "直角三角形なので、$2 \\cdot 3 = 6$ が成り立つ。",
        "定義より $2 \\cdot 3 = 6$ といえる。",
        "暗算でも $2 \\cdot 3 = 6$ と求まる。",
        "このとき $2 \\cdot 3 = 6$ も成り立つ。",
    ],
)
def test_what_is_denied_of_something_else_changes_nothing(sentence: str) -> None:
    assert last(sentence) == "plausible"


@pytest.mark.parametrize(
    "sentence",
    [
        "「嘘の公式」を用いると、$2 \\cdot 3 = 6$ となる。",
        "有名な「発見」により $2 \\cdot 3 = 6$ となる。",
        "「和」を「差」と読む。$2 + 3 = 5$ である。",
        "$2 \\cdot 3 = 6$ だからではない。",
        "$2 \\cdot 3 = 6$ なのではない。",
        "$2 \\cdot 3 = 6$ だから正しいとはいえない。",
        "積は $2 \\cdot 3 = 6$ にならないが、気にしない。",
        "これは正しくないが、$2 \\cdot 3 = 6$ である。",
        "本当ではないが、$2 \\cdot 3 = 6$ である。",
        "間違いかもしれないが、$2 \\cdot 3 = 6$ である。",
        "そうではないが、$2 \\cdot 3 = 6$ である。",
        "$a$ が $0$ でないときに限り、$2 \\cdot 3 = 6$ である。",
        "三角形 $A$ について、$A + A = 2 A$ である。",
        "四角形 $t$ がある。$t + t = 2 t$ である。",
        "誰も信じないが、$2 \\cdot 3 = 6$ だと言う。",
        "計算しないので、$2 \\cdot 3 = 6$ は怪しい。",
        "$2 \\cdot 3 = 6$ といえるだろうか。",
        "$2 \\cdot 3 = 6$ とは言えない。",
    ],
)
def test_what_may_be_denied_of_the_formula_does_not_count(sentence: str) -> None:
    assert last(sentence) != "plausible"


def test_a_function_of_a_form_depends_on_nothing_that_is_named() -> None:
    said = "$x(t) = A \\cos (\\omega t)$ という形の関数（$A$ は定数）を考える。"
    assert last(f"{said}$x'(t) = -A \\omega \\sin (\\omega t)$ である。") == "plausible"
    assert last("$y$ は $x$ だけの関数である。$\\frac{dy}{dx} = 0$ である。") != "plausible"
    assert last("$y$ は $x$ の関数である。$\\frac{dy}{dx} = 0$ である。") != "plausible"


@pytest.mark.parametrize(
    "said",
    [
        "有名な「72 の法則」では $·$ である。",
        "いくらでも増えるかというと、そんなことはなくて、$·$ である。",
        "底 $e$ は $1$ より大きいから、$·$ である。",
        "積分で計算しても $·$ となる。",
        "$1$ 回だけ振るので $·$ である。",
        "価格の関数として書くと $·$ となる。",
    ],
)
def test_words_that_deny_nothing_of_a_formula(said: str) -> None:
    report = shomei.check(said.replace("·", "e^2 > e") + "\n", suffix=".md", fast=True)
    assert [step.verdict for step in report.steps] == ["plausible"]


@pytest.mark.parametrize(
    "said",
    [
        "有名な「嘘の法則」では $·$ である。",
        "$x$ が大きいときは成り立たなくて、$·$ である。",
        "底 $e$ を $2$ とする。$·$ である。",
        "$x = 1$ でも $·$ である。",
        "$·$ となるのは $x = 1$ だけである。",
    ],
)
def test_words_that_do(said: str) -> None:
    report = shomei.check(said.replace("·", "e^2 > e") + "\n", suffix=".md", fast=True)
    assert not [step for step in report.steps if step.verdict == "plausible"]
