"""Which language a text is in: one with a file, or none that is known."""

from __future__ import annotations

import pytest

from shomei.languages.recognise import recognise

ENGLISH = "Let   be a positive number. Then we have   for every  , and by the first step we get   ."
JAPANESE = "を正の数とする。このとき、対数の法則より が成り立つ。"
CHINESE = "设 为正数。由对数的运算法则可得 对任意的 都成立，所以命题得证。"
OTHERS = {
    "German": "Sei   eine positive Zahl. Dann gilt   für alle  , und so folgt die Behauptung in  .",
    "Spanish": "Sea   un número positivo. Entonces se cumple   para todo  , y por lo tanto a   no.",
    "Portuguese": "Seja   um número positivo. Então   para todo  , e assim a prova está feita.",
    "Dutch": "Laat   een positief getal zijn. Dan is   voor elke  , en we zien in de som dat   .",
    "Russian": "Пусть   положительное число. Тогда для любого   имеем   и так далее до конца.",
    "Chinese": CHINESE,
    "Korean": "  를 양수라고 하자. 그러면 모든   에 대하여 다음이 성립한다. 따라서 증명이 끝났다.",
}


def test_the_languages_with_a_file() -> None:
    assert recognise(ENGLISH) == "en"
    assert recognise(JAPANESE) == "ja"


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_a_language_without_a_file(text: str) -> None:
    assert recognise(text) is None


@pytest.mark.parametrize(
    ("text", "code"), [("", "en"), ("Beispiel 1", "en"), ("定理", "ja"), ("補題 と 証明", "ja")]
)
def test_a_few_words_may_be_in_any(text: str, code: str) -> None:
    assert recognise(text) == code


def test_foreign_names_do_not_change_the_language() -> None:
    assert recognise(JAPANESE + " (Cauchy, Schwarz, Lagrange, Euler)") == "ja"
    assert recognise(ENGLISH + " (see 高木貞治)") == "en"
    assert recognise(CHINESE + " Then we have the following by the theorem of Taylor") is None
