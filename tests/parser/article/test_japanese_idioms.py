"""Japanese phrases that only look as if they denied or restricted: 問題なく, 入れ替えても."""

import pytest

from shomei.parser.prose.coverage import unknown_words
from tests.parser.article.test_understanding import counts

CLAIM = "$2 (a + b) = 2 a + 2 b$"


@pytest.mark.parametrize(
    "sentence",
    [
        "何回試しても {} となる。",
        "どの順に並べ替えても {} である。",
        "左辺を入れ替えても {} が成り立つ。",
        "長くても短くても、どこで切っても {} である。",
        "ここでの計算の中でも {} はよく使う。",
        "最大でも $3$ 回の計算で {} となる。",
        "分配法則だけでなく交換法則からも {} がわかる。",
        "これは当てはめただけで、{} となる。",
        "問題なく {} と計算できる。",
        "言うまでもなく {} である。",
        "結局 {} でなければならない。",
        "ふたたび展開するしかないので、{} を得る。",
        "誰でも {} とわかる。",
        "正解率は $15$ %しかないが、{} である。",
        "この条件はゆるめられないが、{} である。",
        "平均とはならすことなので、{} である。",
        "公式を使い（名前を思い出せなくて調べました）、{} を得る。",
        "少しの工夫で {} となり、あとの値は変わらない。",
        "不思議なことに {} である。",
        "売り上げの上限では {} である。",
        "平均滑空距離をはかると {} となる。",
    ],
)
def test_they_leave_a_claim_alone(sentence: str) -> None:
    assert counts(sentence.format(CLAIM))


@pytest.mark.parametrize(
    "sentence",
    [
        "{} と書いても誤りである。",
        "{} だと思っていても、それは違うかもしれない。",
        "{} は $a = b$ のときしか成り立たない。",
        "{} となるのは $1$ 個しかない。",
        "{} とは言えない。",
        "{} とは異なる値になる。",
        "{} が成り立つのは正の数だけだ。",
        "{} が成り立つことはない。",
        "{} は必ずしも成り立つわけではない。",
        "仮に {} であったとしても困る。",
        "{} とは限らない。",
        "{} でもなければ等号でもない。",
        "問題なく成り立たないのが {} である。",
        "{} （うそをつけなくて白状しましたが、でたらめです）。",
    ],
)
def test_those_that_deny_or_restrict_do_not(sentence: str) -> None:
    assert not counts(sentence.format(CLAIM))


@pytest.mark.parametrize(
    "remark",
    [
        "校舎なら十分ですね。",
        "驚くほど短い。",
        "泳ぎの練習はこれで終わりです。",
        "（ウ）のねらいはこれです。",
        "あとは検算するだけです。",
        "かぞえると楽ですね。",
    ],
)
def test_a_remark_after_a_claim_leaves_it_alone(remark: str) -> None:
    assert counts(f"よって {CLAIM} である。{remark}")


@pytest.mark.parametrize(
    "remark",
    [
        "見当違いでした。",
        "筋違いだ。",
        "でまかせです。",
        "はったりです。",
        "お門違いです。",
        "そのはずでした。",
        "という話でした。",
        "火の車だ。",
        "手抜きです。",
    ],
)
def test_a_remark_that_may_take_a_claim_back_does_not(remark: str) -> None:
    assert not counts(f"よって {CLAIM} である。{remark}")


@pytest.mark.parametrize("what", ["滑空距離", "最遠時刻", "総温度", "越冬個数"])
def test_a_measure_may_be_any_measure(what: str) -> None:
    assert unknown_words(f"{what}を表す", "ja") == ()


@pytest.mark.parametrize("what", ["虚距離", "反距離", "非時刻", "偽速度"])
def test_what_denies_a_measure_is_none(what: str) -> None:
    assert unknown_words(f"{what}を表す", "ja") != ()


def test_a_note_that_restricts_what_it_stands_below() -> None:
    note = "※ この節では $a = b$ の場合だけを考えている。"
    assert not counts(f"よって {CLAIM} である（※）。\n\n{note}")
