"""What the words around a formula say about it, in Japanese and English, as tables of patterns."""

from __future__ import annotations

import re
from enum import Enum
from typing import Final

from shomei.terms.nodes import NumberSet


class Cue(Enum):
    """What is done with a formula."""

    FACT = "stated as true"
    SET = "a name is given a value, or a variable a condition"
    SUBSTITUTE = "a change of variable"
    WHEN = "a condition for what is said next"
    GOAL = "announced, to be shown"
    DENIED = "denied or doubted"


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


#: Japanese says it after the formula. The first that matches at the beginning of the words decides.
_AFTER: Final = (
    (
        Cue.DENIED,
        _any(
            r"\s*では(?:な|あり)",
            r"\s*とは(?:限ら|なら)",
            r"[^。]*成り立た(?:な|ず)",
            r"[^。]*(?:でしょうか|だろうか|か\?|か?？)",
            r"[^.]*\b(?:does\s+not\s+hold|is\s+false|is\s+wrong|fails)\b",
        ),
    ),
    (Cue.SUBSTITUTE, _any(r"\s*[とで](?:置き換え|置換|変数変換)")),
    (
        Cue.SET,
        _any(
            r"\s*と(?:お[くいきけ]|置[くいきけ]|し(?:て|ます|た|、)|する|すれば|書[くいき]|表[すし]|定義|定め|仮定)",
            r"\s*(?:で|によって|により)定義",
            r"\s*を(?:仮定|満たすとする)",
            r"\s*[（(]?ただし",
        ),
    ),
    (Cue.SET, _any(r"\s*であると(?:する|仮定|し)")),
    (
        Cue.GOAL,
        _any(
            r"\s*(?:を|が成り立つこと(?:を)?|となること(?:を)?|であること(?:を)?)\s*(?:示(?:す|し|せ|そ)|証明|導(?:く|き|け|こ|出)|確かめ|目指)"
        ),
    ),
    (
        Cue.FACT,
        _any(
            r"\s*(?:だった|なので|であ(?:る|り|った)|とな[るりっ]|だから|です|が(?:成り立|得|導|わか|言え|いえ)|を得|より|から)"
        ),
    ),
    (
        Cue.WHEN,
        _any(
            r"\s*の(?:とき|時|場合|もとで|下で|範囲)",
            r"\s*(?:ならば|であれば|なら)",
            r"\s*を満たす",
            r"\s*(?:に|と)(?:対し|代入)",
        ),
    ),
)

#: English says it before. The last one in the words before the formula decides.
_BEFORE: Final = (
    (
        Cue.GOAL,
        _any(
            r"\b(?:show|prove|derive|establish|verify|claim|want)\b[^.;:]*$",
            r"\bto\s+be\s+(?:shown|proved)\b[^.;:]*$",
        ),
    ),
    (Cue.SUBSTITUTE, _any(r"\b(?:substitut\w+|change\s+of\s+variables?|replac\w+)\b[^.;:]*$")),
    (Cue.DENIED, _any(r"\b(?:not|false|wrong|never)\b[^.;:,]*$")),
    (Cue.SET, _any(r"\b(?:suppos(?:e|ing)|assum(?:e|ing)|provided|given)\s+that\s*$")),
    (
        Cue.FACT,
        _any(
            r"\b(?:since|because|as|so|hence|thus|therefore|have|get|gives?|yields?|obtain\w*|follows|becomes|find|know|that)\b[^.;:,]*,?\s*$"
        ),
    ),
    (
        Cue.SET,
        _any(
            r"\b(?:let(?:ting)?|set(?:ting)?|put(?:ting)?|where|writ(?:e|ing)|denote|define[ds]?)\b[^.;:]*$",
            r"\b(?:suppose|assum(?:e|ing)|consider|with|provided)\b[^.;:]*$",
            r"ただし[、,\s]*$",
        ),
    ),
    (Cue.WHEN, _any(r"\b(?:if|when|whenever|for(?:\s+(?:all|every|any|each))?)\b[^.;:,]*$")),
)


#: How far the words around a formula are looked at.
_REACH: Final = 200


def cue_of(before: str, after: str) -> Cue:
    """What the words right before and right after a formula (or a list of them) make of it."""
    before, after = before[-_REACH:], after[:_REACH]
    for cue, pattern in _AFTER:
        if pattern.match(after):
            return cue
    for cue, pattern in _BEFORE:
        if pattern.search(before):
            return cue
    return Cue.FACT


#: What comes after a claim and says when it holds: `|x| = x for x \\ge 0`.
PROVISO: Final = re.compile(
    r"\s*[,、]?\s*[(（]?\s*(?:for(?:\s+(?:all|every|any|each))?|if|when|whenever|provided(?:\s+that)?|where|with|ただし)\s*[、,]?\s*\Z",
    re.IGNORECASE,
)

#: Between formulas of one list: `X = x と Y = x + h`, `a > 0, b > 0 and c > 0`.
JOINT: Final = re.compile(
    r"[\s、,，;]*(?:と|や|および|かつ|ならびに|and|,)?[\s、,，;]*\Z", re.IGNORECASE
)

#: `\\lim … を e とすると`
OBJECT: Final = re.compile(r"\s*を\s*(?:ネイピア数|自然対数の底)?\s*\Z")
#: `a に ネイピア数 e を代入して`
INTO: Final = re.compile(r"\s*に\s*[^。、,]{0,20}\Z")
PUT_IN: Final = re.compile(r"\s*を(?:代入|入れ|当てはめ)")

SENTENCE_END: Final = re.compile(
    r"[。！？!?]|(?<![Ee]q)(?<![Ee]qs)(?<!cf)(?<!e\.g)(?<!i\.e)(?<=[^\d\s])\.(?=\s|$)|(?<=\s)\.(?=\s|$)|\A\.(?=\s|$)"
)

#: A question claims nothing.
QUESTION: Final = re.compile(r"(?:[?？]|か。)\s*\Z")

#: References in running text: `式(2.4)`, `Eq. (2.4)`.
REFERENCE: Final = re.compile(
    r"[(（]\s*(?P<label>\d+(?:[.\-]\d+)*[a-z]?)\s*[)）]|\\(?:eq)?ref\{(?P<name>[^{}]{1,80})\}"
)

#: A reference that is put to use …
_USED_AFTER: Final = _any(
    r"\s*[のをはがに]?\s*(?:式|公式|結果|関係|等式)?\s*(?:より|から|により|によって|を用い|を使|を適用|を活用|を利用|に代入|に反映|にあてはめ|に当てはめ|で|において|の[^。]{0,30}に|を[^。]{0,60}変形|を[^。]{0,30}展開)",
    r"\s*(?:gives|yields|implies|shows|becomes|turns)\b",
)
_USED_BEFORE: Final = _any(
    r"\b(?:by|from|using|use|used|apply|applying|via|into|thanks\s+to|due\s+to|follows\s+from|in\s+view\s+of|with)\b[^.;:]*$"
)
#: … and one that is put to use as a thing already proved.
_DRAWN_AFTER: Final = _any(
    r"\s*(?:式|公式)?\s*(?:より|から|により|によって|を用い|を使|の[^。]{0,60}代入)"
)
_DRAWN_BEFORE: Final = _any(r"\b(?:by|from|using|via|into)\b[^.;:,]*$")
_MENTIONED: Final = _any(r"\s*(?:にある|に着目|のよう|とは|と同様|を示|を証明|を導|を得|は)")


def is_used(before: str, after: str, *, proved: bool) -> bool:
    """Whether a reference is a reason for what follows. One that is not `proved` yet needs plainer
    words.
    """
    before, after = before[-_REACH:], after[:_REACH]
    if _MENTIONED.match(after):
        return False
    if not proved:
        return bool(_DRAWN_AFTER.match(after) or _DRAWN_BEFORE.search(before))
    return bool(_USED_AFTER.match(after) or _USED_BEFORE.search(before) or not after.strip())


#: Reasons that are words: pattern → what the definition is of.
DEFINITIONS: Final = (
    (
        "derivative",
        _any(
            r"(?:微分(?:係数)?|導関数)の(?:定義|公式に(?:あて|当て)はめ)",
            r"definition\s+of\s+(?:the\s+|a\s+)?derivative",
            r"limit\s+definition",
        ),
    ),
    (
        "e",
        _any(
            r"(?:ネイピア数|自然対数の底)\s*(?:の定義)",
            r"definition\s+of\s+(?:Napier's|Euler's)\s+number",
            r"limit\s+that\s+defines\s*$",
        ),
    ),
)
DEFINITION_AFTER: Final = re.compile(r"\s*の定義")
DEFINITION_BEFORE: Final = re.compile(r"\bdefinition\s+of\s*$", re.IGNORECASE)
CONTINUITY_AFTER: Final = re.compile(r"\s*の連続性")
CONTINUITY_BEFORE: Final = re.compile(r"\bcontinuity\s+of\s*$", re.IGNORECASE)
CONTINUITY: Final = re.compile(
    r"(?P<what>\w{0,12}?)(?:関数)?の連続性(?:より|から|によ)|\bcontinuity\s+of\s+the\s+(?P<english>\w+)",
    re.IGNORECASE,
)

RULES: Final = (
    ("product rule", _any(r"積の微分", r"\bproduct\s+rule\b")),
    ("quotient rule", _any(r"商の微分", r"\bquotient\s+rule\b")),
    ("chain rule", _any(r"合成関数の微分", r"連鎖律", r"\bchain\s+rule\b")),
    ("squeeze theorem", _any(r"はさみうち", r"\bsqueeze\s+theorem\b", r"\bsandwich\s+theorem\b")),
    ("induction", _any(r"数学的帰納法", r"\bby\s+induction\b")),
)

#: What a variable is said to be.
_KINDS: Final[tuple[tuple[str, NumberSet | str], ...]] = (
    (
        r"1\s*(?:で(?:は)?ない|以外の|と異なる)\s*正の(?:実)?(?:数|定数)|(?:a\s+)?positive\s+(?:real\s+)?(?:number|constant)\s+(?:different\s+from|other\s+than|not\s+equal\s+to)\s+1",
        "base",
    ),
    (
        r"正の(?:実)?(?:数|定数)|(?:an?\s+)?positive\s+(?:real\s+)?(?:numbers?|constants?|reals?)",
        "positive",
    ),
    (r"自然数|正の整数|(?:an?\s+)?(?:positive\s+integers?)", "N+"),
    (
        r"非負(?:の)?整数|0\s*以上の整数|(?:an?\s+)?(?:natural\s+numbers?|non-?negative\s+integers?)",
        "N",
    ),
    (r"整数|(?:an?\s+)?integers?", "Z"),
    (r"有理数|(?:an?\s+)?rational(?:\s+numbers?)?", "Q"),
    (r"実数|(?:an?\s+)?real(?:\s+numbers?)?", "R"),
)
_KIND_AFTER: Final = tuple(
    (
        kind,
        re.compile(
            rf"\s*(?:[はを]\s*(?:任意の)?|(?:be|is|are)\s+(?:all\s+)?)(?:{words})(?![A-Za-z])",
            re.IGNORECASE,
        ),
    )
    for words, kind in _KINDS
)
_KIND_BEFORE: Final = tuple(
    (kind, re.compile(rf"(?:{words})\s*\Z", re.IGNORECASE)) for words, kind in _KINDS
)


def kind_of(before: str, after: str) -> str | None:
    """`n は自然数`, `a positive integer n`: the set, or "positive", or "base" (positive and not 1)."""
    for patterns, text in ((_KIND_AFTER, after[:_REACH]), (_KIND_BEFORE, before[-_REACH:])):
        for kind, pattern in patterns:
            if pattern.match(text) if patterns is _KIND_AFTER else pattern.search(text):
                return kind
    return None


#: Words before a display that make it a law of its own, and one that its text goes on to justify.
LAW: Final = _any(
    r"公式",
    r"定理",
    r"法則",
    r"恒等式",
    r"\b(?:formula|law|identity|theorem|rule|lemma|proposition)\b",
)
#: A definition is stated: a second `f(x) = …` after these replaces the first.
DEFINING: Final = _any(
    r"(?:とする|とおく|とし(?:て|、|ます)|と定義|を考え|について考え|に対して)",
    r"\b(?:let|define|consider|suppose|now\s+take|given|take)\b",
)
