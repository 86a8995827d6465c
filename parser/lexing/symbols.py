"""The meaning of each group of the scanner's expression: one function for each, in one table."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from lark import Token

from shomei.languages.language import longest_first, merged, words
from shomei.languages.phrases import NEVER
from shomei.operations.letters import GREEK, Letter, is_letter
from shomei.operations.registry import FUNCTIONS
from shomei.parser.errors import OtherThings, SyntaxProblem, UnsupportedNotation
from shomei.parser.lexing.tokens import make
from shomei.parser.lexing.vocabulary import (
    ACCENT_COMMANDS,
    CHARACTERS,
    COMMANDS,
    CONNECTING_WORDS,
    ENVIRONMENTS,
    FRACTIONS,
    FUNCTION_SYNONYMS,
    GREEK_CHARACTERS,
    INEXACT,
    INEXACT_CHARACTERS,
    INVISIBLE,
    JOINED_CONNECTING_WORDS,
    NUMBER_SETS,
    OTHER_ENVIRONMENTS,
    OTHER_SETS,
    OTHER_THINGS,
    SUBSCRIPTS,
    SUPERSCRIPTS,
    UNSUPPORTED,
    WORD_COMMANDS,
)
from shomei.parser.limits import MAX_DIGITS
from shomei.parser.source import Range, Source
from shomei.parser.suffixes import kind_of
from shomei.terms.diagnostics import Diagnostic, note

_TWO_CHARACTER_RELATIONS: Final = {
    "<=>": "IFF",
    ":=": "EQ",
    "<=": "LE",
    ">=": "GE",
    "!=": "NE",
    "=>": "IMPLIES",
    "->": "TO",
}
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
_ONE_LETTER: Final = "an accent is part of a name over one letter only"
#: Digits in groups of three.
_THOUSANDS: Final = re.compile(r"\d{1,3}(?:\{,\}\d{3})+(?!\d|\{,\})")
_ONE: Final = re.compile("[A-Za-z]")
_SET_LETTER: Final = re.compile(r"\s*\{?\s*([A-Z])")
#: What the constant of an antiderivative is called, and where it is one.
_CONSTANTS: Final = frozenset(words("lines", "constant"))
_LONGEST_FORMULA: Final = 2000
#: The bar after `\\left.` that ends the values at bounds.
_EVALUATED: Final = re.compile(r"(?:(?!\\left)[^$])*?\\right\s*\\?\|\s*[_^]")
_DOT: Final = re.compile(r"\\left\s*\.")
_SCRIPT: Final = re.compile(r"\s*[_^]")
_FORMULA_BEGINS: Final = re.compile(r"\n[ \t]*\n|\$|\\\[|\\begin\{")
_INTEGRAL: Final = re.compile(r"\\int(?![A-Za-z])|∫")
_APPLIED: Final = re.compile(r"(?:\\(?:left|[bB]igg?l?))?[(\[]")
#: What reasons are called.
_REASONS: Final = tuple(
    name for part in ("names", "rules") for group in merged(part).values() for name in group
)
#: Words that a bracket may follow in a sentence.
_SENTENCE_WORDS: Final = frozenset(
    re.findall(
        "[a-z]+",
        "if for and or where when by since as with so then let from because iff is are at on in of "
        "the all any every each see eq cf using that thus hence either both case cases",
    )
)


@dataclass(frozen=True, slots=True)
class Found:
    """A match, where warnings about it go, and its place in the source."""

    source: Source
    match: re.Match[str]
    warnings: list[Diagnostic]
    place: Range
    #: The operators on random variables that are known here, such as `E`.
    operators: Collection[str] = ()

    @property
    def text(self) -> str:
        """The matched text."""
        return self.match.group()

    def token(self, terminal: str, value: object) -> Token:
        """A token at the place of the match."""
        return make(terminal, value, *self.place)

    def problem(self, message: str, hint: str | None = None) -> SyntaxProblem:
        """The problem here; the caller raises it."""
        return self.source.problem(*self.place, message, hint=hint)

    def unsupported(self, message: str, hint: str | None = None) -> UnsupportedNotation:
        """Notation that the language does not have; the caller raises it."""
        return UnsupportedNotation.of(self.problem(message, hint))


#: The tokens of a match.
Reader = Callable[[Found], Iterator[Token]]


def _other_things(found: Found, message: str) -> SyntaxProblem:
    return OtherThings.of(found.problem(message))


def _nothing(_: Found) -> Iterator[Token]:
    return iter(())


def _as(terminal: str, group: str | int = 0) -> Reader:
    """One token, whose value is the text of a group."""

    def read(found: Found) -> Iterator[Token]:
        yield found.token(terminal, found.match.group(group))

    return read


def _bar(terminal: str) -> Reader:
    def read(found: Found) -> Iterator[Token]:
        yield found.token(terminal, "|")

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
            raise _other_things(found, OTHER_ENVIRONMENTS[name])
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
        yield _word(found, text) if known else found.token("NAME", text)
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


def _escaped_brace(found: Found) -> Iterator[Token]:
    """`\\left\\\\{`, which an author of Markdown has escaped once more."""
    yield found.token("LPAR" if found.match.group("inner_brace") == "{" else "RPAR", found.text)


def _set_brace(found: Found) -> Iterator[Token]:
    yield found.token("LPAR" if found.match.group("brace") == "{" else "RPAR", found.text)


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
    yield _word(found, word)


def _typed(found: Found) -> Iterator[Token]:
    """`pi` in plain text; elsewhere a product of letters."""
    word = found.text
    if kind_of(found.source.path) == "plain":
        message = f"`{word}` is read as `\\{word}`: its backslash is missing"
        place = found.source.span(*found.place)
        found.warnings.append(note("missing-backslash", message, place))
        yield found.token("NAME", word) if word in GREEK else _word(found, word)
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


def _word(found: Found, word: str) -> Token:
    return found.token("FUNCTION" if word in FUNCTIONS else COMMANDS[word], word)


def _numbered(found: Found) -> Iterator[Token]:
    """`\\cdots (1)` and `…①` at the end: the number of an equation. `\\cdots (1)` after an operator
    or a bracket may be the last factor of a product.
    """
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


#: The upper number of `{}_n \\mathrm{C}_k`.
_COUNTED: Final = re.compile(r"_\s*(?:\{[^{}]{1,12}\}|[A-Za-z0-9])\s*\Z")


def _named(found: Found) -> Iterator[Token]:
    word = found.match["word"] or found.match["old_word"] or found.match["differential"]
    word = FUNCTION_SYNONYMS.get(word, word)
    if word in FUNCTIONS or word in {"log", "ln"}:
        yield _word(found, word)
    elif word == "e":
        yield found.token("CONSTANT", "e")
    elif word == "lim":
        yield found.token("LIM", word)
    elif len(word) > 1 and word not in GREEK and is_letter(word):
        printed = Letter.of(word)
        raise found.problem(f"the name `{word}` is that of a letter", f"write {printed}")
    elif word in GREEK or word == "pi":
        raise found.problem(f"the name `{word}` is the Greek letter's", f"write \\{word}")
    elif word in {"C", "P", "H"} and _COUNTED.search(found.match.string, 0, found.match.start()):
        yield found.token("NAME", word)
    elif len(word) == 1 and word != "d" and word not in found.operators:
        raise found.unsupported(
            f"an upright `{word}` cannot be distinguished from the variable {word}",
            f"write {word}, or a longer name",
        )
    else:
        yield found.token("NAME", word)


#: Letters whose bar is the complex conjugate where nothing else is said.
_CONJUGATED: Final = frozenset(("z", "w"))


def _accent(found: Found) -> Iterator[Token]:
    """`\\bar x`, one letter, and `\\bar{x_1}`."""
    match = found.match
    letter = (match["accented"] or match["accented_bare"]).removeprefix("\\")
    letter = GREEK_CHARACTERS.get(letter, letter)
    accent = ACCENT_COMMANDS[match["accent_name"]]
    if not (letter in GREEK or (len(letter) == 1 and letter.isascii())):
        raise found.unsupported(_ONE_LETTER)
    if accent == "bar" and letter in _CONJUGATED:
        raise OtherThings.of(
            found.problem(
                f"`{found.text}` can be a complex conjugate, or a letter of its own",
                "take another letter, such as u",
            )
        )
    yield found.token("NAME", accent + letter)
    if match["accented_index"]:
        index = match["accented_index"]
        yield found.token("UNDERSCORE", "_")
        yield found.token("NUMBER" if index.isdigit() else "NAME", index)


def _dotted(found: Found) -> Iterator[Token]:
    """`\\dot x`, `\\ddot{\\theta}_1`: the letter, and a mark with the number of its dots."""
    match = found.match
    letter = (match["dotted_letter"] or match["dotted_bare"]).removeprefix("\\")
    letter = GREEK_CHARACTERS.get(letter, letter)
    if not (letter in GREEK or (len(letter) == 1 and letter.isascii())):
        raise found.unsupported(UNSUPPORTED["dot"])
    yield found.token("NAME", letter)
    index = match["inner_index"] or match["outer_index"] or match["bare_index"]
    if index:
        yield found.token("UNDERSCORE", "_")
        yield found.token("NUMBER" if index.isdigit() else "NAME", index)
    yield found.token("DOTTED", len(match["dots"]) - 2)


def _extremum(found: Found) -> Iterator[Token]:
    """`x_\\max`, a name."""
    yield found.token("NAME", found.match["extremum_name"] or found.match["extremum_named"])


def _blackboard(found: Found) -> Iterator[Token]:
    """`\\mathbb{E}`, where it is the expectation of a random variable with a distribution."""
    letter = found.match["blackboard_letter"] or found.match["blackboard_bare"]
    if letter not in found.operators:
        start, end = found.place
        own = start, min(end, start + len("\\mathbb"))
        raise OtherThings.of(found.source.problem(*own, OTHER_SETS[letter]))
    yield found.token("NAME", letter)


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
        raise found.unsupported(_ONE_LETTER)
    elif name in OTHER_THINGS:
        raise _other_things(found, OTHER_THINGS[name])
    elif name == "mathbb" and (letter := _SET_LETTER.match(found.match.string, found.match.end())):
        raise _other_things(found, OTHER_SETS.get(letter[1], _OTHER_SET))
    elif name == "circ" and _COMPOSED.search(found.source.text, *_around(found.place)):
        yield found.token("COMPOSE", name)
    elif name in UNSUPPORTED:
        raise found.unsupported(UNSUPPORTED[name])
    else:
        raise found.unsupported(
            f"the command `\\{name}` is not part of the language", _nearest(name)
        )


#: The rows that a brace embraces begin.
_ROWS_BEGIN: Final = re.compile(r"[\s>]*\\begin\s*\{(?:aligned|gathered|split|array|alignedat)\}")


def _system(found: Found) -> Iterator[Token]:
    """`\\left\\{`, a bracket, unless it stands before the rows of a system of equations."""
    if _ROWS_BEGIN.match(found.match.string, found.match.end()) is None:
        start, end = found.place
        written = end - start == len(found.text)
        yield make("LPAR", "\\{", end - 2 if written else start, end)


#: The end of the rows that a brace embraces.
_ROWS_END: Final = re.compile(r"\\end\s*\{(?:aligned|gathered|split|array|alignedat)\}\s*\Z")


def _right_bar(found: Found) -> Iterator[Token]:
    """`\\right|`, which ends the values at bounds after `\\left.`."""
    start, end = found.match.span()
    text = found.match.string
    opened = text.rfind("\\left", max(0, start - _LONGEST_FORMULA), start)
    if opened >= 0 and _DOT.match(text, opened) and _SCRIPT.match(text, end):
        return iter((found.token("RBRACKET", "]"),))
    return _bar("RIGHT_BAR")(found)


def _one_sided(found: Found) -> Iterator[Token]:
    """`\\right.` after the rows of a system of equations; anything else is refused."""
    before = found.match.string[: found.match.start()]
    if "left" in found.text and _EVALUATED.search(
        found.match.string, found.match.end(), found.match.end() + _LONGEST_FORMULA
    ):
        return iter((found.token("LBRACKET", "["),))
    if not ("right" in found.text and _ROWS_END.search(before, max(0, len(before) - 40))):
        raise found.unsupported("a one-sided delimiter is not part of the language")
    return iter(())


def _alternatives(phrases: Iterable[str]) -> str:
    return "|".join(longest_first(phrases)) or NEVER


#: What may stand over a sign that is itself: a reference, or the name of a reason.
_REFERENCE: Final = re.compile(
    r"[([]?\s*(?:\\(?:eq)?ref\s*)?[\d.*†‡a-z]{1,3}\s*[)\]]|\d[\d.]*|\*+|\\ast|\\(?:eq)?ref.+"
    r"|H|h|L'H.*|I\.?\s?H\.?|[A-Z]{2}(?:-[A-Z]{2})?"
    rf"|(?i:(?:{_alternatives(words('article', 'reason_begin'))})(?![A-Za-z]).*"
    rf"|(?:{_alternatives(words('article', 'over_signs'))})"
    rf"|(?:{_alternatives(map(re.escape, _REASONS))}))"
)
_DRESS: Final = re.compile(r"\\(?:text(?:rm|bf|it|sf)?|mathrm|rm|tiny|scriptsize)(?![a-z])|[{}$~]")
_DEFINITIONS: Final = frozenset(("def", "def.", "definition", "定義"))
_NO: Final = frozenset(words("article", "no"))


def _stacked(found: Found) -> Iterator[Token]:
    """`\\overset{(1)}{=}`: the sign itself, where what stands over it says why it holds."""
    label = " ".join(_DRESS.sub(" ", found.match["stacked_label"]).split())
    sign = found.match["stacked_sign"]
    terminal = CHARACTERS.get(sign) or COMMANDS[sign.removeprefix("\\")]
    if label.lower() in _DEFINITIONS and terminal == "EQ":
        yield found.token("EQ", ":=")
    elif label.lower() in _NO or _REFERENCE.fullmatch(label) is None:
        raise found.unsupported(f"what stands over `{sign}` may give it another meaning")
    else:
        yield found.token(terminal, sign)


def _norm(found: Found) -> Iterator[Token]:
    raise _other_things(found, OTHER_THINGS["Vert"])


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
        message = f"the character {_describe(character)} is not part of the notation"
        raise found.problem(message, _plain_form(character))


#: The reader of each group of the scanner's expression.
READERS: Final[Mapping[str, Reader]] = {
    "blank": _nothing,
    "delimiter": _nothing,
    "comment": _nothing,
    "sizing": _nothing,
    "system": _system,
    "row": _as("ROW"),
    "tag": _as("TAG", "tag_text"),
    "label": _as("LABEL", "label_name"),
    "begin": _environment("BEGIN", "opened"),
    "end": _environment("END", "closed"),
    "left_bar": _bar("LEFT_BAR"),
    "right_bar": _right_bar,
    "one_sided": _one_sided,
    "stacked": _stacked,
    "not_equal": _as("NE"),
    "double_bar": _norm,
    "numbered": _numbered,
    "ellipsis": _as("DOTS"),
    "set": _number_set,
    "blackboard": _blackboard,
    "named": _named,
    "prose": _prose,
    "accent": _accent,
    "dotted": _dotted,
    "extremum": _extremum,
    "command": _command,
    "set_brace": _set_brace,
    "escaped_brace": _escaped_brace,
    "escaped_subscript": _as("UNDERSCORE"),
    "entity": _by(_ENTITIES),
    "number": _number,
    "relation": _by(_TWO_CHARACTER_RELATIONS),
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


# --------------------------------------------------------------------------------------------------
# What the author may have meant


def _nearest(name: str) -> str | None:
    from difflib import get_close_matches

    known = [*COMMANDS, *FUNCTIONS, *GREEK]
    near = get_close_matches(name, known, n=1, cutoff=0.6)
    if near:
        return f"did you mean \\{near[0]}?"
    glued = next(
        (
            word
            for word in sorted(known, key=len, reverse=True)
            if len(word) > 1 and name.startswith(word)
        ),
        None,
    )
    return f"write a blank after the command: \\{glued} {name[len(glued) :]}" if glued else None


def _describe(character: str) -> str:
    name = unicodedata.name(character, "unnamed")
    shown = (
        f"`{character}` "
        if character.isprintable() and not unicodedata.combining(character)
        else ""
    )
    return f"{shown}(U+{ord(character):04X}, {name.lower()})"


#: Letters of other alphabets that look like Latin ones, and dashes that look like a minus.
_LOOK_ALIKES: Final = dict(
    zip("аеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧοАВЕКМНОРСТХ", "aeopcyxijsABEZHIKMNOPTYXoABEKMHOPCTX", strict=True)
) | dict.fromkeys("‐‑‒–—―ー", "-")


def _plain_form(character: str) -> str | None:
    plain = _LOOK_ALIKES.get(character) or unicodedata.normalize("NFKC", character)
    return (
        f"it only looks like `{plain}`: write `{plain}` itself"
        if plain != character and plain.isascii() and plain.isprintable() and plain.strip()
        else None
    )
