"""Letters that often name functions, and that a text has as numbers: after `f = \\frac{1}{20}` and
with `1 - f`, `f(1 - p)` is a product, and so is `P(1 + r)` for an amount $P$.

In: a text with formulas between its words. Out: those letters. A letter is none of them if
anything in the text treats it as a function: an argument, a prime, a differential, a word.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from shomei.languages.language import longest_first, merged, words
from shomei.languages.phrases import NEVER
from shomei.operations.letters import GREEK
from shomei.operations.registry import FUNCTIONS
from shomei.parser.nouns_of_quantities import CALLED
from shomei.parser.stops import STOP

#: Letters that are functions more often than not, whatever they stand before.
_OFTEN_FUNCTIONS: Final = frozenset("fghuvwyFGHUY") | {"phi", "varphi", "psi", "sigma"}
#: The formulas of a text.
_FORMULA: Final = re.compile(
    r"\$\$(?P<a>.+?)\$\$|\$(?P<b>[^$]+?)\$|\\\[(?P<c>.+?)\\\]|\\\((?P<d>.+?)\\\)"
    r"|\\begin\{(?P<name>(?:equation|align|gather|multline|eqnarray|displaymath|math)\*?)\}"
    r"(?P<e>.+?)\\end\{(?P=name)\}",
    re.DOTALL,
)
_UPRIGHT: Final = re.compile(r"\\(?:mathrm\s*\{\s*d\s*\}|dd?(?![A-Za-z]))")
_TEXT: Final = re.compile(r"\\(?:text\w*|mbox|label|tag|operatorname|mathrm)\*?\s*\{[^{}]*\}")
_SPACE: Final = re.compile(
    r"\\(?:left|right|[bB]igg?[lr]?|displaystyle|quad|qquad|limits)(?![A-Za-z])"
    r"|\\[,;:! ]|[&~\s]|\\\\"
)
#: A space that is written out before a bracket, as between factors.
_APART: Final = re.compile(r"\\[,;:]\s*(?=(?:\\left|\\[bB]igg?l?)?\s*[(\[])")
_GREEK: Final = re.compile(rf"\\({'|'.join(sorted(GREEK, key=len, reverse=True))})(?![A-Za-z])")
_COMMAND: Final = re.compile(r"\\[A-Za-z]+|\\.")
#: Greek letters and commands become one character each: the letters of a formula are single ones.
_FIRST_GREEK: Final = 0xE100
_OTHER: Final = "\ue000"
_FRACTION: Final = "\ue001"
_ORDER: Final = "\ue002"
_MARK: Final = "\ue003"
_ORDERS: Final = re.compile(r"\\(?:l[et]|g[et]|leq\w*|geq\w*|l?eqq?)(?![A-Za-z])|[≤≥≦≧]")
_FRACTIONS: Final = re.compile(r"\\[dtc]?frac(?![A-Za-z])")
#: Functions in whose arguments nothing is listed or compared.
_APPLIED: Final = re.compile(
    rf"\\(?:{'|'.join(longest_first(FUNCTIONS))})"
    r"(?![A-Za-z])"
)
_VALUE: Final = "\ue004"
#: Operations that what stands before them or after them takes part in as a function.
_MARKS: Final = re.compile(r"\\(?:circ|colon|mapsto|to|int|partial|nabla|mid|prime)(?![A-Za-z])")
_SYMBOLS: Final = {name: chr(_FIRST_GREEK + index) for index, name in enumerate(sorted(GREEK))}
#: How much of the words beside a letter says what it is.
_REACH: Final = 60
#: The other letters of a list, after a letter and before it.
_LISTED: Final = re.compile(r"(?:\s*(?:,|and\b|、|，|と)+\s*\$[^$]{1,20}\$)*")
_LISTED_BEFORE: Final = re.compile(r"(?:\$[^$]{1,20}\$\s*(?:,|and\b|、|，|と)+\s*)+\Z")
#: What calls the letter behind it a quantity.
_QUANTITY: Final = re.compile(rf"{CALLED}\Z", re.IGNORECASE)
_CUT: Final = re.compile(STOP + r"|\$|\\[()\[\]]")


def _said_of_functions() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands right before the letter of a function, and right after it."""
    kinds = merged("function_kinds")
    phrases = {
        *words("calling", "function"),
        *words("calling", "applied"),
        *(each for kind in ("differentiable", "smooth", "continuous") for each in kinds[kind]),
    }
    said = "|".join(map(re.escape, longest_first(phrases))) or NEVER
    verbs = "|".join(map(re.escape, longest_first(words("calling", "is"))))
    return (
        re.compile(rf"(?:{said})\W*(?:(?:of|for|the|a|an|de|du)\b\W*|の|を)*\Z", re.IGNORECASE),
        re.compile(rf"\s*(?:{said}|(?:(?:{verbs})\b|[はがをも]).*(?:{said}))", re.IGNORECASE),
    )


_FUNCTION_BEFORE, _FUNCTION_AFTER = _said_of_functions()


@lru_cache(maxsize=8)
def amounts_in(text: str) -> frozenset[str]:
    """The letters that a text writes like numbers, and nowhere like functions."""
    formulas: list[str] = []
    called: set[str] = set()
    quantities: set[str] = set()
    for match in _FORMULA.finditer(text):
        formula = _plain(next(match[name] for name in "abcde" if match[name] is not None))
        formulas.append(formula)
        letters = formula.strip(".,")
        if re.fullmatch(r"[^\W\d_](?:,[^\W\d_])*|[\ue100-\ue1ff]", letters) and _is_called(
            text, match.start(), match.end()
        ):
            called.update(letters)
        if len(letters) == 1 and _QUANTITY.search(
            text[max(0, match.start() - _REACH) : match.start()]
        ):
            quantities.add(letters)
    found: set[str] = set()
    names = {*_SYMBOLS, *(each for formula in formulas for each in re.findall("[A-Za-z]", formula))}
    for name in names:
        sign = _SYMBOLS.get(name, name)
        own = [formula for formula in formulas if sign in formula]
        multiplies = name not in _OFTEN_FUNCTIONS and any(_multiplies(each, sign) for each in own)
        if (
            sign not in called
            and (
                any(_is_number(formula, sign) for formula in own)
                or (sign in quantities and all(_is_factor(formula, sign) for formula in own))
            )
            and not any(_is_applied(formula, sign, multiplies) for formula in own)
        ):
            found.add(name)
    return frozenset(found)


def _plain(formula: str) -> str:
    """A formula without spaces, with one character for each command."""
    formula = _TEXT.sub(_OTHER, _UPRIGHT.sub("d", formula))
    formula = _FRACTIONS.sub(_FRACTION, formula)
    formula = _ORDERS.sub(_ORDER, formula)
    formula = _MARKS.sub(_MARK, formula)
    formula = _APPLIED.sub(_VALUE, formula)
    formula = _GREEK.sub(lambda match: _SYMBOLS[match[1]], formula)
    formula = _SPACE.sub("", _APART.sub("*", formula))
    return _COMMAND.sub(_OTHER, formula)


def _is_called(text: str, start: int, end: int) -> bool:
    """Whether the words beside a formula are those of functions."""
    listed = _LISTED.match(text, end)
    end = listed.end() if listed else end
    before = _LISTED_BEFORE.sub("", text[max(0, start - _REACH) : start])
    before = _CUT.split(before)[-1]
    after = _CUT.split(text[end : end + _REACH])[0]
    return _FUNCTION_BEFORE.search(before) is not None or _FUNCTION_AFTER.match(after) is not None


def _is_number(formula: str, sign: str) -> bool:
    """Whether a formula compares the letter alone with a number or a fraction, or adds a number to
    it.
    """
    letter = re.escape(sign)
    alone = rf"(?<![^\W\d_]){letter}(?![\w({{\[\ue000\ue003\ue100-\ue1ff'])"
    power = rf"{letter}(?:\^(?:\d|\{{\d+\}}))?(?![\w({{\[\ue000\ue003\ue100-\ue1ff'^])"
    number = r"(?:\d+(?:\.\d+)?)"
    return any(
        re.search(each, formula) is not None
        for each in (
            rf"(?:^|[,(]){alone}(?:,[^\W\d_]|,[\ue100-\ue1ff])*[=<>{_ORDER}]-?(?:{number}|{_FRACTION})",
            rf"{number}[<>{_ORDER}]{alone}",
            rf"(?:^|[\s(,{{=+\-<>{_ORDER}]){number}[+\-]{power}",
        )
    )


def _is_factor(formula: str, sign: str) -> bool:
    """Whether the letter, where a bracket follows it, multiplies a number more or less something:
    `P(1 + r)`.
    """
    return all(
        re.match(r"\d+(?:\.\d+)?[+\-]", formula[match.end() :])
        for match in re.finditer(rf"{re.escape(sign)}\(", formula)
    )


def _multiplies(formula: str, sign: str) -> bool:
    """Whether the letter stands before another one as a factor: `B K^a`."""
    return re.search(rf"(?<![^\W\d_]){re.escape(sign)}[^\W\d_]", formula) is not None


def _is_applied(formula: str, sign: str, multiplies: bool) -> bool:
    """Whether a formula has the letter with an argument, a prime or another mark of a function. Of
    one that `multiplies` others a bracket with an exponent is a factor: `B (t K)^a`.
    """
    letter = re.escape(sign)
    if re.search(
        rf"{letter}(?:'|\[|:|{_MARK}|\^(?:'|\{{?(?:{_MARK}|-1|\(|'))|_?\{{?[^{{}}]?\}}?{_MARK})"
        rf"|{_MARK}\{{?{letter}|(?<![^\W\d_])d(?:\^\{{?\d\}}?)?{letter}(?=[}}/])|{letter}d[^\W\d_]",
        formula,
    ):
        return True
    return any(
        not _is_factor_in_brackets(formula, match.end(), raised=multiplies)
        for match in re.finditer(rf"{letter}(?:_(?:\w|\{{[^{{}}]*\}}))?\(", formula)
    )


def _is_factor_in_brackets(formula: str, begin: int, *, raised: bool) -> bool:
    """Whether what stands in the brackets that open right before `begin` is a sum, and no
    condition or list; with `raised`, also whether it has an exponent of its own.
    """
    depth = 0
    sums = False
    for index in range(begin, len(formula)):
        sign = formula[index]
        if sign in ")}]":
            depth -= 1
            if depth < 0:
                return sums or (raised and re.match(r"\^\{?\w", formula[index + 1 :]) is not None)
        elif sign in "({[":
            depth += 1
        elif depth == 0 and (sign in "=<>|,;:" or sign in (_ORDER, _MARK, _OTHER)):
            return False
        elif depth == 0 and sign in "+-" and index > begin:
            sums = True
    return False
