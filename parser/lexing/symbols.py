"""The meaning of each group of the scanner's expression: one function for each, in one table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from lark import Token

from shomei.languages.language import words
from shomei.operations.letters import GREEK
from shomei.operations.registry import FUNCTIONS
from shomei.parser.lexing import decorated, delimiters
from shomei.parser.lexing.found import Found, Reader
from shomei.parser.lexing.hints import describe, nearest, plain_form
from shomei.parser.lexing.refusals import (
    INEXACT,
    INEXACT_CHARACTERS,
    OTHER_ENVIRONMENTS,
    OTHER_SETS,
    OTHER_THINGS,
    UNSUPPORTED,
)
from shomei.parser.lexing.several_characters import relation
from shomei.parser.lexing.stacked import stacked
from shomei.parser.lexing.vocabulary import (
    ACCENT_COMMANDS,
    CHARACTERS,
    COMMANDS,
    CONNECTING_WORDS,
    ENVIRONMENTS,
    FRACTIONS,
    FUNCTION_SYNONYMS,
    GREEK_CHARACTERS,
    INVISIBLE,
    JOINED_CONNECTING_WORDS,
    NUMBER_SETS,
    SUBSCRIPTS,
    SUPERSCRIPTS,
    WORD_COMMANDS,
)
from shomei.parser.limits import MAX_DIGITS
from shomei.parser.source import Range
from shomei.parser.suffixes import kind_of
from shomei.terms.diagnostics import note

#: What HTML writes for them.
_ENTITIES: Final = {
    "&lt;": "LT",
    "&gt;": "GT",
    "&le;": "LE",
    "&ge;": "GE",
    "&ne;": "NE",
    "&amp;": "ALIGN",
    "&minus;": "MINUS",
    "&times;": "TIMES",
}
_POSITIVE: Final = frozenset(("+", ">0", "\\ge1", "\\geq1", "\\geqslant1", "≥1"))
#: What comes before the dots of a product.
_PRODUCT: Final = re.compile(
    r"(?:\A|[-+*/=<>(,·×]|\\(?:cdot|times|div|pm|mp|leq?|geq?|neq?|in|to))(?:\s|\\[,;:!])*\Z|\) ?\Z"
)
_NOT_NEGATIVE: Final = frozenset(("\\ge0", "\\geq0", "\\geqslant0", "≥0"))


_OTHER_SET: Final = (
    "the sets of the language are `\\mathbb{N}`, `\\mathbb{Z}`, `\\mathbb{Q}` and `\\mathbb{R}`"
)
#: Digits in groups of three.
_THOUSANDS: Final = re.compile(r"\d{1,3}(?:\{,\}\d{3})+(?!\d|\{,\})")
_ONE: Final = re.compile("[A-Za-z]")
_SET_LETTER: Final = re.compile(r"\s*\{?\s*([A-Z])")
#: What the constant of an antiderivative is called, and where it is one.
_CONSTANTS: Final = frozenset(words("lines", "constant"))
_LONGEST_FORMULA: Final = 2000
_FORMULA_BEGINS: Final = re.compile(r"\n[ \t]*\n|\$|\\\[|\\begin\{")
_INTEGRAL: Final = re.compile(r"\\int(?![A-Za-z])|∫")
_APPLIED: Final = re.compile(r"(?:\\(?:left|[bB]igg?l?))?[(\[]")
#: Words that a bracket may follow in a sentence.
_SENTENCE_WORDS: Final = frozenset(
    re.findall(
        "[a-z]+",
        "if for and or where when by since as with so then let from because iff is are at on in of "
        "the all any every each see eq cf using that thus hence either both case cases",
    )
)


def _nothing(_: Found) -> Iterator[Token]:
    return iter(())


def _as(terminal: str, group: str | int = 0) -> Reader:
    """One token, whose value is the text of a group."""

    def read(found: Found) -> Iterator[Token]:
        yield found.token(terminal, found.match.group(group))

    return read


def _by(table: Mapping[str, str]) -> Reader:
    """One token, whose terminal a table has for the text."""

    def read(found: Found) -> Iterator[Token]:
        yield found.token(table[found.text], found.text)

    return read


def _refused(message: str) -> Reader:
    def read(found: Found) -> Iterator[Token]:
        raise found.unsupported(message)

    return read


def _environment(terminal: str, group: str) -> Reader:
    def read(found: Found) -> Iterator[Token]:
        name = found.match.group(group)
        if name in OTHER_ENVIRONMENTS:
            raise found.other_things(OTHER_ENVIRONMENTS[name])
        if name not in ENVIRONMENTS:
            message = f"the environment `{name}` is not part of the language"
            raise found.unsupported(message, UNSUPPORTED.get(name))
        yield found.token(terminal, name)

    return read


def _script(sign: str, terminal: str, digits: Mapping[str, str]) -> Reader:
    """`x²` and `x₁`: the sign of an exponent or index, and its number."""

    def read(found: Found) -> Iterator[Token]:
        yield found.token(terminal, sign)
        yield found.token("NUMBER", "".join(digits[character] for character in found.text))

    return read


def _prose(found: Found) -> Iterator[Token]:
    text = found.match.group("words")
    words = text.strip(" ,、")
    if words.strip(".").casefold() in _CONSTANTS and _ends_an_integral(found):
        yield found.token("NAME", "const")
        return
    connective = CONNECTING_WORDS.get(words) or JOINED_CONNECTING_WORDS.get(words)
    if connective is None and _is_function_name(found, text):
        known = text in FUNCTIONS or text in {"log", "ln"}
        yield found.word(text) if known else found.token("NAME", text)
        return
    yield found.token(connective or "PROSE", text)


def _ends_an_integral(found: Found) -> bool:
    """Whether `+ \\text{const.}` stands in a formula that has an integral before it."""
    start = found.match.start()
    before = found.match.string[max(0, start - _LONGEST_FORMULA) : start]
    formula = _FORMULA_BEGINS.split(before)[-1]
    return before.rstrip().endswith("+") and _INTEGRAL.search(formula) is not None


def _is_function_name(found: Found, words: str) -> bool:
    """`\\text{ReLU}(`: one word with a bracket right after it, which is no word of a sentence."""
    return (
        re.fullmatch("[A-Za-z]{2,}", words) is not None
        and words.lower() not in _SENTENCE_WORDS
        and _APPLIED.match(found.match.string, found.match.end()) is not None
    )


def _number(found: Found) -> Iterator[Token]:
    digits = found.text
    if "{,}" in digits and _THOUSANDS.match(digits) is None:
        digits = digits.replace("{,}", ".")  # a decimal comma
    percent = digits.endswith("%")
    digits = re.sub(r"\{,\}|\\.|[,%\s\\]", "", digits) + ("e-2" if percent else "")
    if len(digits) > MAX_DIGITS:
        message = f"a numeral of more than {MAX_DIGITS} digits"
        raise found.problem(message, "write it as a power, such as 10^{400}")
    yield found.token("NUMBER", digits)


def _letter(found: Found) -> Iterator[Token]:
    yield found.token("CONSTANT" if found.text == "e" else "NAME", found.text)


def _bare(found: Found) -> Iterator[Token]:
    word = found.text
    message = f"`{word}` is read as `\\{word}`: its backslash is missing"
    place = found.source.span(*found.place)
    found.warnings.append(note("missing-backslash", message, place))
    yield found.word(word)


def _typed(found: Found) -> Iterator[Token]:
    """`pi` in plain text; elsewhere a product of letters."""
    word = found.text
    if kind_of(found.source.path) == "plain":
        message = f"`{word}` is read as `\\{word}`: its backslash is missing"
        place = found.source.span(*found.place)
        found.warnings.append(note("missing-backslash", message, place))
        yield found.token("NAME", word) if word in GREEK else found.word(word)
        return
    start, text = found.match.start(), found.match.string
    moves = found.place[1] - found.place[0] == len(word)
    for at in range(len(word)):
        letter = _ONE.match(text, start + at)
        assert letter is not None  # noqa: S101 -- the word is made of letters
        part = (found.place[0] + at, found.place[0] + at + 1) if moves else found.place
        yield from _letter(Found(found.source, letter, found.warnings, part))


def _fraction(found: Found) -> Iterator[Token]:
    start = found.match.start()
    if found.match.string[max(0, start - 1) : start].isdigit():
        raise found.unsupported("two numbers stand side by side", "write \\cdot between them")
    yield found.token("NUMBER", FRACTIONS[found.text])


def _numbered(found: Found) -> Iterator[Token]:
    """`\\cdots (1)`, `…①` and `\\quad (1)` at the end: the number of an equation; `\\quad [2]`, the
    marks that it is worth. `\\cdots (1)` after an operator or a bracket may be the last factor of a
    product.
    """
    if found.match.group("marks"):
        return
    if apart := found.match.group("number_apart"):
        yield found.token("TAG", apart)
        return
    number = found.match.group("number_text")
    if number is None:
        sign = found.match.group("circled") or found.match.group("circled_alone")
        yield found.token("TAG", str(ord(sign) - 0x245F))
        return
    if _PRODUCT.search(found.match.string, 0, found.match.start()):
        raise found.unsupported(
            "this can be read as a product, or as the number of the equation", "write \\tag{…}"
        )
    yield found.token("TAG", number)


def _number_set(found: Found) -> Iterator[Token]:
    name = NUMBER_SETS[found.match.group("set_name") or found.text]
    suffix = re.sub(r"[\s_^{}]", "", found.match.group("set_suffix") or "")
    if not suffix:
        yield found.token("NUMBER_SET", name)
    elif name in ("N", "Z") and (suffix in _POSITIVE or (name, suffix) == ("N", "*")):
        yield found.token("NUMBER_SET", "N+")
    elif (name in ("N", "Z") and suffix in _NOT_NEGATIVE) or (name, suffix) == ("N", "0"):
        yield found.token("NUMBER_SET", "N")
    elif name == "R" and (suffix == ">0" or suffix in _NOT_NEGATIVE):
        # an interval without an end
        yield found.token("LPAR" if suffix == ">0" else "LBRACKET", suffix)
        yield found.token("NUMBER", "0")
        yield found.token("COMMA", ",")
        yield found.token("INFINITY", "infty")
        yield found.token("RPAR", ")")
    else:
        raise found.unsupported(
            "this set is not part of the language",
            "write the set and a condition, such as x \\in \\mathbb{R}, x > 0",
        )


#: `\\circ` between functions; after a number or in an exponent it is a degree.
_COMPOSED: Final = re.compile(r"[A-Za-z']\s*\\circ\s*\\?[A-Za-z(]")


#: `\\max(a, b)`, `\\min\\left\\{a, b\\right\\}`.
_EXTREMA: Final = frozenset(("max", "min"))
_LIST_BEGINS: Final = re.compile(
    r"\s*(?:\\(?:left|[bB]igg?l?)\s*)?(?:[(（]|\\\{|\\lbrace(?![A-Za-z]))"
)


def _around(place: Range) -> Range:
    return max(0, place[0] - 4), place[1] + 6


def _command(found: Found) -> Iterator[Token]:
    name = found.match.group("command_name")
    name = FUNCTION_SYNONYMS.get(name, name)
    if name in INVISIBLE:
        return
    if name in FUNCTIONS:
        yield found.token("FUNCTION", name)
    elif name in GREEK:
        yield found.token("NAME", name)
    elif name in COMMANDS:
        yield found.token(COMMANDS[name], name)
    elif name in _EXTREMA and _LIST_BEGINS.match(found.match.string, found.match.end()):
        yield found.token("EXTREMUM", name)
    elif name in INEXACT:
        yield found.token("INEXACT", name)
    elif name in WORD_COMMANDS:
        yield found.token("PROSE", WORD_COMMANDS[name])
    elif name in ACCENT_COMMANDS:
        raise found.unsupported(decorated.ONE_LETTER)
    elif name in OTHER_THINGS:
        raise found.other_things(OTHER_THINGS[name])
    elif name == "mathbb" and (letter := _SET_LETTER.match(found.match.string, found.match.end())):
        raise found.other_things(OTHER_SETS.get(letter[1], _OTHER_SET))
    elif name == "circ" and _COMPOSED.search(found.source.text, *_around(found.place)):
        yield found.token("COMPOSE", name)
    elif name in UNSUPPORTED:
        raise found.unsupported(UNSUPPORTED[name])
    else:
        raise found.unsupported(
            f"the command `\\{name}` is not part of the language", nearest(name)
        )


def _norm(found: Found) -> Iterator[Token]:
    raise found.other_things(OTHER_THINGS["Vert"])


def _character(found: Found) -> Iterator[Token]:
    character = found.text
    if character in CHARACTERS:
        yield found.token(CHARACTERS[character], character)
    elif character in GREEK_CHARACTERS:
        yield found.token("NAME", GREEK_CHARACTERS[character])
    elif character in INEXACT_CHARACTERS:
        yield found.token("INEXACT", INEXACT_CHARACTERS[character])
    elif character in "∴∵":
        yield found.token("PROSE", "therefore" if character == "∴" else "because")
    elif character == "π":
        yield found.token("CONSTANT", "pi")
    elif character == "\\":
        raise found.problem("a backslash with no command after it", "write \\\\ to end a row")
    else:
        message = f"the character {describe(character)} is not part of the notation"
        raise found.problem(message, plain_form(character))


#: The reader of each group of the scanner's expression.
READERS: Final[Mapping[str, Reader]] = {
    "blank": _nothing,
    "delimiter": _nothing,
    "comment": _nothing,
    "sizing": _nothing,
    "system": delimiters.system,
    "row": _as("ROW"),
    "tag": _as("TAG", "tag_text"),
    "label": _as("LABEL", "label_name"),
    "begin": _environment("BEGIN", "opened"),
    "end": _environment("END", "closed"),
    "left_bar": delimiters.bar("LEFT_BAR"),
    "right_bar": delimiters.right_bar,
    "one_sided": delimiters.one_sided,
    "stacked": stacked,
    "not_equal": _as("NE"),
    "double_bar": _norm,
    "numbered": _numbered,
    "ellipsis": _as("DOTS"),
    "set": _number_set,
    "blackboard": decorated.blackboard,
    "named": decorated.named,
    "prose": _prose,
    "accent": decorated.accent,
    "dotted": decorated.dotted,
    "extremum": decorated.extremum,
    "command": _command,
    "set_brace": delimiters.set_brace,
    "escaped_brace": delimiters.escaped_brace,
    "escaped_subscript": _as("UNDERSCORE"),
    "entity": _by(_ENTITIES),
    "number": _number,
    "relation": relation,
    "connective": _by(CONNECTING_WORDS),
    "joined_connective": _by(JOINED_CONNECTING_WORDS),
    "bare": _bare,
    "typed": _typed,
    "fraction": _fraction,
    "letter": _letter,
    "words_only": _as("PROSE"),
    "superscript": _script("^", "CARET", SUPERSCRIPTS),
    "subscript": _script("_", "UNDERSCORE", SUBSCRIPTS),
    "other": _character,
}
