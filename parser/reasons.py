"""Reasons: what stands after `by` or before `より`, from text to `Reason`s."""

from __future__ import annotations

import re
from typing import Final

from shomei.parser.ast import Cite, Continuity, DefinitionOf, Named, Reason, Substitute
from shomei.parser.declarations import Declarations
from shomei.parser.lexing import arrange, scan
from shomei.parser.mathematics import parse_expression
from shomei.parser.source import Range, Source
from shomei.parser.transform import clean_label
from shomei.terms.nodes import Expression

#: Other words for a rule. What is not here keeps its own words: the rule table knows its names in
#: both languages.
RULE_WORDS: Final = {
    "algebra": (
        "algebra",
        "arithmetic",
        "calculation",
        "computation",
        "simplification",
        "expansion",
        "factoring",
        "計算",
        "式変形",
        "代数",
        "整理",
        "展開",
        "因数分解",
        "通分",
        "約分",
    ),
    "limit": ("limit", "limits", "the limit", "limit laws", "極限", "極限値", "極限の性質"),
    "product rule": ("product rule", "積の微分", "積の微分法", "積の微分公式"),
    "quotient rule": ("quotient rule", "商の微分", "商の微分法", "商の微分公式"),
    "chain rule": ("chain rule", "連鎖律", "合成関数の微分", "合成関数の微分法"),
    "sum rule": ("sum rule", "linearity", "和の微分", "和の微分法", "線形性"),
    "power rule": ("power rule", "べき乗の微分", "冪の微分"),
    "induction": ("induction", "mathematical induction", "帰納法", "数学的帰納法"),
    "monotonicity": ("monotonicity", "単調性"),
    "assumption": (
        "assumption",
        "assumptions",
        "hypothesis",
        "the hypothesis",
        "the assumption",
        "仮定",
    ),
    "squeeze theorem": ("squeeze theorem", "はさみうちの原理", "はさみうち"),
    "case": ("case", "the case", "場合分け"),
}
_CANONICAL_RULE: Final = {word: rule for rule, words in RULE_WORDS.items() for word in words}

#: Other names of what a definition may be of.
DEFINED_WORDS: Final = {
    "derivative": ("derivative", "derivatives", "differentiation", "微分", "導関数", "微分係数"),
    "e": ("Napier's number", "Euler's number", "ネイピア数", "自然対数の底"),
    "log": ("logarithm", "logarithms", "対数"),
    "limit": ("limit", "limits", "極限"),
    "factorial": ("factorial", "階乗"),
    "absolute value": ("absolute value", "絶対値"),
}
_CANONICAL_DEFINED: Final = {word: name for name, words in DEFINED_WORDS.items() for word in words}

_NAME: Final = r"\$?(?:\\(?:operatorname|mathrm)\{[A-Za-z]+\}|\\?[A-Za-z]+)(?:_(?:[A-Za-z0-9]|\{\\?[A-Za-z0-9]+\}|\\[A-Za-z]+))?\$?"
_SEPARATOR: Final = re.compile(r"(?:\s|[,;、，；]|(?<![A-Za-z])and(?![A-Za-z])|および|ならびに)*")
_CITATION: Final = re.compile(
    r"(?:(?:the\s+)?(?:formula|theorem|equation|identity|eq\.|公式|定理|等式|式)\s*)?[(（]\s*(?P<label>[^()（）]{1,60}?)\s*[)）](?:\s*式)?",
    re.IGNORECASE,
)
_WITH: Final = re.compile(rf"\s*,?\s*(?:with|where|for|において|で、?|に)\s*(?={_NAME}\s*[=＝])")
_ASSIGNMENT: Final = re.compile(rf"(?P<name>{_NAME})\s*[=＝]\s*")
_DEFINITION: Final = re.compile(
    r"(?:the\s+)?definition\s+of\s+(?:the\s+)?(?P<what>[^,;、，]+?)(?=\s+and\s|[,;、，]|\s*$)",
    re.IGNORECASE,
)
_DEFINITION_JAPANESE: Final = re.compile(r"(?P<what>[^,;、，]+?)\s*の定義(?:式)?")
_SUBSTITUTION: Final = re.compile(
    rf"(?:(?:the\s+)?(?:substitution|substituting|change\s+of\s+variable)|置換|代入)\s*[:：]?\s*(?={_NAME}\s*[=＝])",
    re.IGNORECASE,
)
_SUBSTITUTION_END: Final = re.compile(
    r"\s*(?:と|で)?(?:置く|おく|置いて|おいて|置換する|置換して|置換|置き換える|置き換えて|すると|する)と?"
)
_CONTINUITY: Final = re.compile(
    r"(?:the\s+)?continuity(?:\s+of\s+(?:the\s+)?(?P<what>[^,;、，]+?))?(?=\s+and\s|[,;、，]|\s*$)",
    re.IGNORECASE,
)
_CONTINUITY_JAPANESE: Final = re.compile(r"(?P<what>[^,;、，]+?)\s*の連続性")
_INDUCTION: Final = re.compile(
    rf"(?:mathematical\s+)?induction\s+(?:on|over)\s+(?P<name>{_NAME})", re.IGNORECASE
)
_INDUCTION_JAPANESE: Final = re.compile(
    rf"(?P<name>{_NAME})\s*(?:について|に関する)の?(?:数学的)?帰納法"
)
_WORDS: Final = re.compile(r".+?(?=\s+and\s|[,;、，；]|\s*$)")
_TRAILING: Final = re.compile(r"\s*(?:により|より|から|による|を用いて|を使って)?\s*[。.]?\s*$")


def parse_reasons(source: Source, place: Range, declarations: Declarations) -> tuple[Reason, ...]:
    """The reasons that stand in this stretch of the text, in order; raises `SyntaxProblem` where a
    substitution's value is no expression.
    """
    start, end = place
    trailing = _TRAILING.search(source.text, start, end)
    if trailing is not None:
        end = trailing.start()
    reasons: list[Reason] = []
    position = start
    while True:
        separator = _SEPARATOR.match(source.text, position, end)
        position = separator.end() if separator else position
        if position >= end:
            break
        reason, position = _next_reason(source, position, end, declarations)
        reasons.append(reason)
    if not reasons:
        raise source.problem(
            place[0],
            place[1],
            "a reason is missing",
            expected=("(2.4)", "algebra", "definition of f", "limit"),
            hint="leave `by` out to let the tool search",
        )
    return tuple(reasons)


def _next_reason(
    source: Source, position: int, end: int, declarations: Declarations
) -> tuple[Reason, int]:
    text = source.text
    if match := _CITATION.match(text, position, end):
        pairs, after = _assignments_after(source, match.end(), end, declarations)
        return Cite(
            clean_label(match.group("label")), pairs, span=source.span(position, after)
        ), after
    if match := _SUBSTITUTION.match(text, position, end):
        return _substitution(source, position, match.end(), end, declarations)
    if match := _DEFINITION.match(text, position, end) or _DEFINITION_JAPANESE.match(
        text, position, end
    ):
        name = _defined_name(source, match.span("what"), declarations)
        return DefinitionOf(name, span=source.span(*match.span())), match.end()
    if match := _CONTINUITY.match(text, position, end) or _CONTINUITY_JAPANESE.match(
        text, position, end
    ):
        return Continuity(
            (match.group("what") or "").strip().strip("$"), span=source.span(*match.span())
        ), match.end()
    if match := _INDUCTION.match(text, position, end) or _INDUCTION_JAPANESE.match(
        text, position, end
    ):
        return Named(
            f"induction on {match.group('name').strip('$')}", span=source.span(*match.span())
        ), match.end()
    if _ASSIGNMENT.match(text, position, end):
        return _substitution(source, position, position, end, declarations)
    return _words(source, position, end, declarations)


def _words(
    source: Source, position: int, end: int, declarations: Declarations
) -> tuple[Reason, int]:
    """A theorem's name (the longest label that stands here), else a rule's."""
    text = source.text
    named = [
        label
        for label in declarations.labels
        if text.startswith(label, position, end)
        and not text[position + len(label) : end][:1].isalnum()
    ]
    if named:
        label = max(named, key=len)
        pairs, after = _assignments_after(source, position + len(label), end, declarations)
        return Cite(label, pairs, span=source.span(position, after)), after
    match = _WORDS.match(text, position, end)
    stop = match.end() if match else end
    words = " ".join(text[position:stop].split())
    plain = re.sub(r"^(?:the|an?)\s+", "", words, flags=re.IGNORECASE)
    rule = _CANONICAL_RULE.get(words.lower()) or _CANONICAL_RULE.get(plain.lower()) or plain
    return Named(rule, span=source.span(position, stop)), stop


def _substitution(
    source: Source, start: int, position: int, end: int, declarations: Declarations
) -> tuple[Reason, int]:
    pairs, after = read_assignments(source, position, end, declarations, once=True)
    closing = _SUBSTITUTION_END.match(source.text, after, end)
    name, value = pairs[0]
    return Substitute(
        name, value, span=source.span(start, after)
    ), closing.end() if closing else after


def _assignments_after(
    source: Source, position: int, end: int, declarations: Declarations
) -> tuple[tuple[tuple[str, Expression], ...], int]:
    """`with X = x, Y = x + h`, if it stands here."""
    match = _WITH.match(source.text, position, end)
    return read_assignments(source, match.end(), end, declarations) if match else ((), position)


def read_assignments(
    source: Source, position: int, end: int, declarations: Declarations, *, once: bool = False
) -> tuple[tuple[tuple[str, Expression], ...], int]:
    """`X = x, Y = x + h` from `position` on, as far as it goes, and where it ends."""
    pairs: list[tuple[str, Expression]] = []
    after = position
    while match := _ASSIGNMENT.match(source.text, position, end):
        stop = _expression_end(source.text, match.end(), end)
        value = parse_expression(source, ((match.end(), stop),), declarations)
        pairs.append((_plain_name(source, match.span("name"), declarations), value))
        after = stop
        separator = _SEPARATOR.match(source.text, stop, end)
        position = separator.end() if separator else stop
        if once or position == stop:
            break
    return tuple(pairs), after


_EXPRESSION_END: Final = re.compile(
    r"\s+and\s|\s+with\s|[,;、，；]|\s*(?:と|で)?(?:置|おく|おい|する|すれ)|[\u3041-\u30ff\u4e00-\u9fff]"
)


def _expression_end(text: str, position: int, end: int) -> int:
    """Where an expression in running text ends: at a comma, a word, Japanese, outside brackets."""
    depth = 0
    while position < end:
        if depth <= 0 and _EXPRESSION_END.match(text, position, end):
            return position
        depth += (text[position] in "({[（") - (text[position] in ")}]）")
        position += 1
    return end


def _plain_name(source: Source, place: Range, declarations: Declarations) -> str:
    """The canonical name of a variable as it is written in running text."""
    tokens = arrange(source, scan(source, (place,), declarations), declarations)
    if len(tokens) == 1 and tokens[0].type in {"NAME", "CONSTANT"}:
        return str(tokens[0].value)
    raise source.problem(
        *place,
        "one variable stands on the left of `=` here",
        expected=("a variable",),
        hint="write X = x",
    )


def _defined_name(source: Source, place: Range, declarations: Declarations) -> str:
    """What a definition is of: a name in its canonical form, or words."""
    words = source.text[place[0] : place[1]].strip().strip("$").strip()
    words = re.sub(r"^(?:the|an?)\s+", "", words)
    if words in _CANONICAL_DEFINED:
        return _CANONICAL_DEFINED[words]
    if not re.fullmatch(_NAME + r"(?:\(.*\))?'*", words) and not words.startswith("\\"):
        return words
    raw = scan(source, (place,), declarations)
    if raw and raw[0].type in {"NAME", "CONSTANT", "FUNCTION", "LOG", "LN"}:
        subscript = len(raw) > 2 and raw[1].type == "UNDERSCORE" and raw[0].type == "NAME"
        if subscript:
            return f"{raw[0].value}_{''.join(str(token.value) for token in raw[2:] if token.type in {'NAME', 'NUMBER', 'CONSTANT'})}"
        if len(raw) > 1 and all(token.type in {"NAME", "CONSTANT"} for token in raw):
            return words
        return str(raw[0].value)
    return words


# --------------------------------------------------------------------------------------------------
# Where a reason begins in a line


_REASON_WORD: Final = r"(?:by|because(?:\s+of)?)\s+(?=[(（$]|(?:an?\s+)?[A-Za-z]{3}|[A-Za-z]\s*=|\\|[\u3041-\u30ff\u4e00-\u9fff])"
_BY: Final = re.compile(r"(?<=[\w)\]}|!'$）\\])\s+" + _REASON_WORD)
_BY_FIRST: Final = re.compile(r"\s*" + _REASON_WORD)
#: A reason that was never written.
_BARE_BY: Final = re.compile(r"(?<=[\w)\]}|!'$）])\s+by\s*$")
_JAPANESE_END: Final = re.compile(
    r"(?:により|より|から|による|を用いて|を使って|と置く|とおく|と置いて|とおいて|と置換(?:する|して)?|と置き換える)\s*[。.]?\s*$"
)
_JAPANESE: Final = re.compile("[\u3041-\u30ff\u4e00-\u9fff]")
_WIDE_BLANK: Final = re.compile(r"(?:[ \t]{2,}|\t|\u3000)(?=\S)")


def split_reason(text: str, start: int, end: int) -> tuple[Range, Range | None]:
    """A line's formula and its reason: where each stands. `ax + by = c` has no reason."""
    if match := _BY_FIRST.match(text, start, end) or _BY.search(text, start, end):
        return (start, match.start()), (match.end(), end)
    if match := _BARE_BY.search(text, start, end):
        return (start, match.start()), (match.end(), end)
    if not _JAPANESE_END.search(text, start, end):
        return (start, end), None
    wide = [
        match
        for match in _WIDE_BLANK.finditer(text, start, end)
        if text[start : match.start()].strip()
    ]
    if wide:
        return (start, wide[-1].start()), (wide[-1].end(), end)
    first = _JAPANESE.search(text, start, end)
    if first is None:
        return (start, end), None
    cut = first.start()
    before = text[start:cut]
    # `(2.4) より` and `eの定義より`: the reason begins before its first Japanese letter.
    if label := re.search(r"(?:^|\s)([(（][^()（）\s]{1,40}[)）]\s*)$", before):
        cut = start + label.start(1)
    elif name := re.search(r"(?:^|\s)(\S+)$", before):
        cut = start + name.start(1)
    return (start, cut), (cut, end)
