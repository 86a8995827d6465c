"""Bounds of new letters in Japanese sentences that give them, and words that only look so."""

import pytest

import shomei


def rests(said: str, after: str = "一般に") -> bool:
    """Whether a claim of a letter has what the words before it give of it."""
    text = f"# 一\n\n{said}\n\n{after} $|q| = q$ となる。\n"
    report = shomei.check(text, suffix=".md", fast=True, ledger=False)
    return report.formulas[-1].verdict == "plausible"


@pytest.mark.parametrize(
    "said",
    [
        "速さ $q > 0$ でやりを投げる。",
        "角速度は $q > 0$ です。",
        "質量 $q > 0$ のおもりをつるす。",
        "ただし $0 < u < 1$、金利は $q > 0$ です。",
        "ここで $q > u > 0$ です。",
        "なお $q > 0$ です。",
        "$q$、$u$ は $q > u > 0$ をみたす定数です。",
        "以下 $q > 0$ で考えます。",
        "係数 $q > 0$ は定数です。",
        "利回りが $q > 0$ の債券を考えます。",
        "抵抗 $c > 0$、容量 $q > 0$ の回路を組む。",
        "品物の単価を $q$ 円（$q > 0$）とする。",
        "球の質量は $q$ で、$q > 0$ です。",
        "パラメータ $q > 0$ をもつ分布を調べる。",
        "# 問題の設定\n\n速さ $q > 0$ で走る。\n\n# 計算",
        "# 準備\n\n$q > 0$ とする。\n\n# 計算",
    ],
)
def test_a_sentence_gives_a_bound(said: str) -> None:
    assert rests(said)


@pytest.mark.parametrize(
    "said",
    [
        "一部の店では価格 $q > 0$ の品を売る。",
        "価格 $q > 0$ の品はよく売れる。",
        "速さ $q > 0$ では投げない。",
        "角速度は $q > 0$ とは限らない。",
        "ある人によれば速さは $q > 0$ です。",
        "もし速さ $q > 0$ で投げるなら楽だ。",
        "条件 $q > 0$ の式を考える。",
        "不等式 $q > 0$ の解を考える。",
        "よって速さは $q > 0$ です。",
        "差は $q > 0$ です。",
        "速さは $q > 0$ でなくてもよい。",
        "どんな速さ $q > 0$ でやりを投げてもよい。",
        "以下 $q > 0$ で考えるのをやめる。",
        "ここで $q > 0$ ですか。",
        "「速さ $q > 0$ で投げる」と彼は言った。",
        "$q > 0$ の場合だけを考えるのは誤りだ。",
        "速さは $q > 0$ だろう。",
        "$q$ は $q > 0$ をみたすとは限らない定数です。",
        "球の質量は $q$ で、$q > 0$ とは限らない。",
        "別の例では速さは $q > 0$ です。",
        "速さ $q > 0$ でやりを投げる。ここで $q$ を任意の実数とする。",
        "速さ $q > 0$ でやりを投げる。\n\n# 二\n\n別の話をする。",
        "# 例\n\n速さ $q > 0$ で走る。\n\n# 計算",
    ],
)
def test_a_sentence_gives_no_bound(said: str) -> None:
    assert not rests(said)


def test_what_is_so_in_a_case_holds_in_its_sentence() -> None:
    text = "速さ $q > 0$ で投げると、$|q| = q$ となる。一般に $|q| = q$ である。"
    report = shomei.check(text, suffix=".md", fast=True, ledger=False)
    assert report.formulas[-1].verdict != "plausible"
