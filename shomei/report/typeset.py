"""Formulas as MathML, which browsers typeset without a script or a font from elsewhere.

In: a formula as its author wrote it, hostile or not. Out: MathML that holds elements and attributes
of a list only, with all text escaped; or the formula itself as code, where it cannot be typeset.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache
from typing import Final
from xml.etree import ElementTree as ET

from markupsafe import Markup, escape

from shomei.operations.registry import OPERATIONS
from shomei.report.escape import one_line, visible

#: Longer formulas, and deeper ones, are shown as code.
_LONGEST: Final = 2000
_DEEPEST: Final = 60
_ELEMENTS: Final = frozenset(
    (
        *("math", "mrow", "mi", "mn", "mo", "mtext", "mspace", "mstyle", "mpadded", "mphantom"),
        *("mfrac", "msqrt", "mroot", "msub", "msup", "msubsup", "mover", "munder", "munderover"),
        *("mtable", "mtr", "mtd"),
    )
)
_ATTRIBUTES: Final = frozenset(
    (
        *("stretchy", "fence", "form", "displaystyle", "scriptlevel", "mathvariant", "accent"),
        *("linethickness", "width", "lspace", "rspace", "minsize", "maxsize", "largeop"),
    )
)
_VALUE: Final = re.compile(r"[\w.%+-]{1,20}", re.ASCII)
#: Operators whose bounds stand above and below them.
_LIMITS: Final = frozenset(
    ("lim", "max", "min", "sup", "inf", "\u2211", "\u220f", "\u22c3", "\u22c2")
)
_SIGNS: Final = frozenset("+\u2212\u00b1\u2213")
_CLOSING: Final = frozenset(")]}|!")
_UNDER: Final = {"msub": "munder", "msup": "mover", "msubsup": "munderover"}
#: The names that plain text writes without a backslash.
_BARE: Final = (
    *(name for operation in OPERATIONS.values() for name in operation.notation.bare),
    *("log", "ln", "lim", "max", "min"),
)
#: What plain text writes for commands.
_TYPED: Final = (
    (re.compile(r"!=|≠"), r"\\neq "),
    (re.compile(r"<=>"), r"\\iff "),
    (re.compile(r"<=|≤"), r"\\le "),
    (re.compile(r">=|≥"), r"\\ge "),
    (re.compile(r"=>"), r"\\Rightarrow "),
    (re.compile(r"->|→"), r"\\to "),
    (re.compile(r"\*\*"), "^"),
    (re.compile(r"(?<!\^)\*"), r"\\cdot "),
    (
        re.compile(rf"(?<![\\A-Za-z])({'|'.join(_BARE)})(?![a-z])"),
        r"\\\1 ",
    ),
    (
        re.compile(
            r"(?<![\\A-Za-z])(if|for|all|and|or|such|that|every|then|with|where|let|assume)"
            r"(?![A-Za-z])"
        ),
        r"\\text{ \1 }",
    ),
    (re.compile(r"\\(?:label|tag\*?|nonumber|notag|qquad|quad)(?:\{[^{}]*\})?"), " "),
    (re.compile(r"\\operatorname\*?\{([A-Za-z]+)\}"), r"\\mathrm{\1}"),
)

#: The layout of rows, which are typeset one by one; a matrix is not of that kind.
_LAYOUT: Final = re.compile(
    r"\\(?:begin|end)\{[a-z]+\*?\}(?:\{[^{}]*\})?|(?<!\\)&|\\\\(?:\[[^\]]*\])?"
)
_MATRIX: Final = re.compile(r"\\begin\{(?:[pbBvV]?matrix|cases|array)\}")


@lru_cache(maxsize=4096)
def typeset(formula: str, *, display: bool = False) -> Markup:
    """The formula as an element. `display`: with bounds above and below, as it stands alone."""
    text = _plain(formula)
    try:
        if len(text) > _LONGEST or not text:
            return _code(formula)
        return _math(_read(text), display=display)
    except Exception:  # noqa: BLE001 -- what the library cannot read fails in many ways
        return _code(formula)


def _read(text: str) -> ET.Element:
    from latex2mathml.converter import convert_to_element

    root: ET.Element = convert_to_element(text)
    return root


def _plain(formula: str) -> str:
    """Without delimiters and layout, and with commands for what is typed."""
    text = one_line(formula)
    for opening, closing in (("$$", "$$"), ("$", "$"), ("\\(", "\\)"), ("\\[", "\\]")):
        if text.startswith(opening) and text.endswith(closing) and len(text) > len(opening):
            text = text[len(opening) : -len(closing)]
            break
    if not _MATRIX.search(text):
        text = _LAYOUT.sub(" ", text)
    for pattern, written in _TYPED:
        text = pattern.sub(written, text)
    return text.strip().rstrip(".,;") if not text.strip().endswith("\\,") else text.strip()


def _code(formula: str) -> Markup:
    return Markup("<code>{}</code>").format(visible(one_line(formula)))


def _math(root: ET.Element, *, display: bool) -> Markup:
    inner = Markup("").join(_element(child, 0, display=display) for child in root)
    kind = "block" if display else "inline"
    return Markup('<math display="{}">{}</math>').format(kind, inner)


def _element(element: ET.Element, depth: int, *, display: bool) -> Markup:
    if depth > _DEEPEST:
        raise ValueError("nested too deep")
    name = element.tag if element.tag in _ELEMENTS else "mrow"
    children = list(element)
    if display and name in _UNDER and children and _text(children[0]) in _LIMITS:
        name = _UNDER[name]
    parts: list[Markup] = []
    for index, child in enumerate(children):
        if child.tag == "mo" and _text(child) in _SIGNS and _is_sign(children, index):
            child.set("form", "prefix")
        parts.append(_element(child, depth + 1, display=display))
        after = children[index + 1] if index + 1 < len(children) else None
        if element.tag in {"mrow", "math"} and after is not None and _applies(child, after):
            parts.append(Markup('<mspace width="0.17em"></mspace>'))
    attributes = Markup("").join(
        Markup(' {}="{}"').format(key, value)
        for key, value in sorted(element.attrib.items())
        if key in _ATTRIBUTES and _VALUE.fullmatch(value)
    )
    inner = Markup("").join(parts) if children else escape(_text(element))
    return Markup("<{0}{1}>{2}</{0}>").format(name, attributes, inner)


def _text(element: ET.Element) -> str:
    """Its text as it is shown. The library writes signs as references."""
    return visible(html.unescape(element.text or ""))


def _is_sign(row: list[ET.Element], index: int) -> bool:
    """Whether what stands before it is an operator, so that a plus or minus is a sign."""
    return index == 0 or (row[index - 1].tag == "mo" and _text(row[index - 1]) not in _CLOSING)


def _applies(function: ET.Element, argument: ET.Element) -> bool:
    """Whether a name such as `log` stands before something that is not in brackets."""
    base = function[0] if function.tag in _UNDER and len(function) else function
    name = _text(base)
    return len(name) > 1 and name.isalpha() and _text(argument)[:1] not in {"(", "[", "{"}
