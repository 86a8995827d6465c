"""Characters to raw tokens. Nothing is decided here that needs more than the characters at hand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from lark import Token

from shomei.languages.language import letters, longest_first, marks
from shomei.languages.phrases import NEVER
from shomei.parser.declarations import Declarations
from shomei.parser.errors import TooMuch, UnsupportedNotation
from shomei.parser.lexing.tokens import make
from shomei.parser.lexing.vocabulary import (
    BARE_COMMANDS,
    CHARACTERS,
    COMMANDS,
    CONNECTING_WORDS,
    ENVIRONMENTS,
    FUNCTION_SYNONYMS,
    FUNCTIONS,
    GREEK_CHARACTERS,
    INVISIBLE,
    JOINED_CONNECTING_WORDS,
    NUMBER_SETS,
    SUBSCRIPTS,
    SUPERSCRIPTS,
    UNSUPPORTED,
)
from shomei.parser.limits import MAX_DIGITS, MAX_TOKENS
from shomei.parser.source import Fragment, Range, Source
from shomei.terms.diagnostics import Diagnostic, note
from shomei.terms.latex import GREEK


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, longest_first(words))) or NEVER


_LETTERS: Final = letters() + marks()
_JOINED: Final = _any(JOINED_CONNECTING_WORDS)

_SCAN: Final = re.compile(
    r"""
    (?P<row>        \\\\(?:\*|(?:\[\s*-?[\d.]+\s*[a-z]{2}\s*\]))? | \\(?=[\t\ ]*\r?\n) | \\(?=&) | \\cr(?![A-Za-z]) | \\(?=\s*\Z))
  | (?P<blank>      \s+ | ~ | \\[,;:!>\ ] | \\hspace\*?\{[^{}]*\} | \\hskip\s*[\d.]+\s*[a-z]+
                    | \\(?:text)?color\{[a-zA-Z]*\} | \\[hv]?phantom\{[^{}]*\})
  | (?P<delimiter>  \$\$? | \\[()\[\]])
  | (?P<comment>    %[^\n]*)
  | (?P<label>      \\label\s*\{(?P<label_name>[^{}\n]*)\})
  | (?P<tag>        \\tag\*?\s*\{(?P<tag_text>[^{}\n]*)\})
  | (?P<begin>      \\begin\s*\{(?P<opened>[A-Za-z]+)\*?\}(?:\s*(?:\[[a-z]*\]|\{[lcr|\d\s]*\}))*)
  | (?P<end>        \\end\s*\{(?P<closed>[A-Za-z]+)\*?\})
  | (?P<left_bar>   \\(?:left|[bB]igg?l)\s*\\?\|)
  | (?P<right_bar>  \\(?:right|[bB]igg?r)\s*\\?\|)
  | (?P<one_sided>  \\(?:left|right)\s*\.)
  | (?P<sizing>     \\(?:left|right)(?![A-Za-z]))
  | (?P<set>        \\(?:mathbb|mathbf|Bbb)\s*\{?\s*(?P<set_name>[NZQR])\s*\}?
        (?P<set_suffix>(?:\s*[_^]\s*(?:\+|\{\s*(?:\+|(?:>|\\ge|\\geq|≥)\s*[01]|\*)\s*\}))*) | [ℕℤℚℝ])
  | (?P<named>      \\(?:operatorname\*?|mathrm|mathit|mathsf|rm)\s*\{\s*(?P<word>[A-Za-z]+)\s*\})
  | (?P<prose>      \\(?:text|mbox|textrm|textbf|textit|hbox|intertext|shortintertext)\s*\{(?P<words>[^{}]*)\})
  | (?P<command>    \\(?P<command_name>[A-Za-z]+))
  | (?P<set_brace>  \\(?P<brace>[{}]))
  | (?P<double_bar> \\\|)
  | (?P<number>     \d{1,3}(?:\{,\}\d{3})+(?:\.\d+)? | \d+(?:\.\d+)? | \.\d+)
  | (?P<relation>   <=> | <= | >= | != | => | -> | =>)
  | (?P<connective> (?<![A-Za-z\\])(?:"""
    + _any(CONNECTING_WORDS)
    + r""")(?=[\s$\\]))
  | (?P<bare>       (?:"""
    + "|".join(BARE_COMMANDS)
    + r""")(?![a-z]))
  | (?P<letter>     [A-Za-z])
  | (?P<joined_connective>  """
    + _JOINED
    + r""")
  | (?P<words_only> """
    + (f"(?:(?!{_JOINED})[{_LETTERS}])+" if _LETTERS else NEVER)
    + r""")
  | (?P<superscript> ["""
    + "".join(SUPERSCRIPTS)
    + r"""]+)
  | (?P<subscript>  ["""
    + "".join(SUBSCRIPTS)
    + r"""]+)
  | (?P<other>      .)
    """,
    re.VERBOSE | re.DOTALL,
)

_TWO_CHARACTER_RELATIONS: Final = {
    "<=>": "IFF",
    "<=": "LE",
    ">=": "GE",
    "!=": "NE",
    "=>": "IMPLIES",
    "->": "TO",
}


#: What reading a formula costs besides its tokens.
_COST: Final = 8


def scan(source: Source, fragment: Fragment, declarations: Declarations) -> list[Token]:
    """The raw tokens of a fragment, with absolute offsets, terminated by nothing.

    `$`, `\\(` and the like are left out, since carriers have found the formulas already. Warnings
    go to the declarations. Raises for what is no notation of the language, and where the text holds
    more than is read.
    """
    tokens: list[Token] = []
    for start, end in fragment:
        position = start
        while position < end:
            match = _SCAN.match(source.text, position, end)
            if match is None or match.end() == position:
                raise AssertionError(f"the scanner stands still at {position}")
            _scan_one(source, match, tokens, declarations.warnings)
            _note_layout(match, declarations.layout)
            position = match.end()
            if len(tokens) > MAX_TOKENS:
                raise source.problem(
                    start,
                    position,
                    f"this statement is longer than {MAX_TOKENS} symbols",
                    hint="split it, or write it with \\sum or \\prod",
                )
    declarations.tokens_left -= len(tokens) + _COST
    if declarations.tokens_left < 0:
        place = fragment[0][0] if fragment else 0
        raise TooMuch.of(
            source.problem(
                place,
                place,
                "the formulas of this text are longer than what is read of one text",
                hint="split it into several files",
            )
        )
    return tokens


def _note_layout(match: re.Match[str], layout: list[Range]) -> None:
    start, end = match.span()
    goes_on = bool(layout) and layout[-1][1] == start
    if match.lastgroup in {"delimiter", "tag"} or match.group() == "&":
        layout.append((layout.pop()[0] if goes_on else start, end))
    elif goes_on and match.lastgroup in {"blank", "comment"}:
        layout.append((layout.pop()[0], end))


def _scan_one(
    source: Source, match: re.Match[str], tokens: list[Token], warnings: list[Diagnostic]
) -> None:
    kind = match.lastgroup
    # The inner groups (a tag's label, say) close before the outer one, so that `lastgroup` is the
    # outer one's name.
    text = match.group()
    start, end = match.span()

    def add(terminal: str, value: object) -> None:
        tokens.append(make(terminal, value, start, end))

    match kind:
        case "blank" | "delimiter" | "comment" | "sizing":
            pass
        case "row":
            add("ROW", text)
        case "tag":
            add("TAG", match.group("tag_text"))
        case "label":
            add("LABEL", match.group("label_name"))
        case "begin" | "end":
            name = match.group("opened") or match.group("closed")
            if name not in ENVIRONMENTS:
                raise _unsupported(
                    source,
                    match,
                    f"the environment `{name}` is not part of the language",
                    UNSUPPORTED.get(name),
                )
            add("BEGIN" if kind == "begin" else "END", name)
        case "left_bar":
            add("LEFT_BAR", "|")
        case "right_bar":
            add("RIGHT_BAR", "|")
        case "one_sided":
            raise _unsupported(source, match, "a one-sided delimiter is not part of the language")
        case "double_bar":
            raise _unsupported(source, match, "norms are not part of the language")
        case "set":
            add("NUMBER_SET", _number_set(source, match))
        case "named":
            _add_named(source, match, tokens)
        case "prose":
            words = match.group("words").strip(" ,、")
            add(
                CONNECTING_WORDS.get(words) or JOINED_CONNECTING_WORDS.get(words) or "PROSE",
                match.group("words"),
            )
        case "command":
            _add_command(source, match, tokens)
        case "set_brace":
            add("LPAR" if match.group("brace") == "{" else "RPAR", text)
        case "number":
            digits = text.replace("{,}", "")
            if len(digits) > MAX_DIGITS:
                raise source.problem(
                    start,
                    end,
                    f"a numeral of more than {MAX_DIGITS} digits",
                    hint="write it as a power, such as 10^{400}",
                )
            add("NUMBER", digits)
        case "relation":
            add(_TWO_CHARACTER_RELATIONS[text], text)
        case "connective":
            add(CONNECTING_WORDS[text], text)
        case "joined_connective":
            add(JOINED_CONNECTING_WORDS[text], text)
        case "bare":
            warnings.append(
                note(
                    "missing-backslash",
                    f"`{text}` is read as `\\{text}`: its backslash is missing",
                    source.span(start, end),
                ),
            )
            _add_word(text, tokens, start, end)
        case "letter":
            add("CONSTANT" if text == "e" else "NAME", text)
        case "words_only":
            add("PROSE", text)
        case "superscript":
            add("CARET", "^")
            add("NUMBER", "".join(SUPERSCRIPTS[character] for character in text))
        case "subscript":
            add("UNDERSCORE", "_")
            add("NUMBER", "".join(SUBSCRIPTS[character] for character in text))
        case _:
            _add_character(source, match, tokens)


def _unsupported(
    source: Source, match: re.Match[str], message: str, hint: str | None = None
) -> UnsupportedNotation:
    problem = source.problem(match.start(), match.end(), message, hint=hint)
    return UnsupportedNotation.of(problem)


def _number_set(source: Source, match: re.Match[str]) -> str:
    name = NUMBER_SETS[match.group("set_name") or match.group()]
    suffix = re.sub(r"[\s_^{}]", "", match.group("set_suffix") or "")
    if not suffix:
        return name
    if (name == "N" and suffix in {"+", ">0", "\\ge1", "\\geq1", "≥1", "*"}) or (
        name == "Z" and suffix in {"+", ">0", "\\ge1", "\\geq1", "≥1"}
    ):
        return "N+"
    if (name == "N" and suffix in {"\\ge0", "\\geq0", "≥0"}) or (
        name == "Z" and suffix in {"\\ge0", "\\geq0", "≥0"}
    ):
        return "N"
    raise _unsupported(
        source,
        match,
        "this set is not part of the language",
        hint="write the set and a condition, such as x \\in \\mathbb{R}, x > 0",
    )


def _add_word(word: str, tokens: list[Token], start: int, end: int) -> None:
    if word in FUNCTIONS:
        tokens.append(make("FUNCTION", word, start, end))
    else:
        tokens.append(make(COMMANDS[word], word, start, end))


def _add_named(source: Source, match: re.Match[str], tokens: list[Token]) -> None:
    word = match.group("word")
    start, end = match.span()
    word = FUNCTION_SYNONYMS.get(word, word)
    if word in FUNCTIONS or word in {"log", "ln"}:
        _add_word(word, tokens, start, end)
    elif word == "e":
        tokens.append(make("CONSTANT", "e", start, end))
    elif word in GREEK or word == "pi":
        raise source.problem(
            start, end, f"the name `{word}` is the Greek letter's", hint=f"write \\{word}"
        )
    elif len(word) == 1 and word != "d":
        raise _unsupported(
            source,
            match,
            f"an upright `{word}` is not told from the variable {word}",
            hint=f"write {word}, or a longer name",
        )
    else:
        tokens.append(make("NAME", word, start, end))


def _add_command(source: Source, match: re.Match[str], tokens: list[Token]) -> None:
    name = match.group("command_name")
    start, end = match.span()
    name = FUNCTION_SYNONYMS.get(name, name)
    if name in INVISIBLE:
        return
    if name in FUNCTIONS:
        tokens.append(make("FUNCTION", name, start, end))
    elif name in GREEK:
        tokens.append(make("NAME", name, start, end))
    elif name in COMMANDS:
        tokens.append(make(COMMANDS[name], name, start, end))
    elif name in UNSUPPORTED:
        raise _unsupported(source, match, UNSUPPORTED[name])
    else:
        raise _unsupported(
            source,
            match,
            f"the command `\\{name}` is not part of the language",
            hint=_nearest(name),
        )


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


def _add_character(source: Source, match: re.Match[str], tokens: list[Token]) -> None:
    character = match.group()
    start, end = match.span()
    if character in CHARACTERS:
        tokens.append(make(CHARACTERS[character], character, start, end))
    elif character in GREEK_CHARACTERS:
        tokens.append(make("NAME", GREEK_CHARACTERS[character], start, end))
    elif character == "π":
        tokens.append(make("CONSTANT", "pi", start, end))
    elif character == "\\":
        raise source.problem(
            start, end, "a backslash with no command after it", hint="write \\\\ to end a row"
        )
    else:
        raise source.problem(
            start,
            end,
            f"the character {_describe(character)} is not part of the notation",
            hint=_plain_form(character),
        )


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
