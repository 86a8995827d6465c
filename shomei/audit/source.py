"""Lean source as such: its comments and strings, its commands, the signature of a theorem. Nothing
here knows what a term means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

Kind = Literal["comment", "docstring", "string", "quoted", "word", "sign"]

_COMMANDS: Final = """
abbrev add_decl_doc alias attribute axiom builtin_initialize class compile_inductive
declare_syntax_cat def deriving elab elab_rules end example export extends extern grind_pattern
import include inductive infix infixl infixr initialize instance irreducible_def lemma library_note
local macro macro_rules meta module mutual namespace noncomputable notation notation3 nonrec omit
opaque open partial postfix prefix private protected proof_wanted public recommended_spelling
register_builtin_option register_option register_simp_attr run_cmd run_elab run_meta scoped seal
section set_option simproc structure suppress_compilation syntax theorem universe unsafe unseal
unsuppress_compilation variable variables
"""
_FORBIDDEN: Final = """
sorry sorryAx admit native_decide ofReduceBool ofReduceNat trustCompiler implemented_by csimp
run_tac unsafeCast dbg_trace decreasing_by include_str by_elab stop
"""

#: Words that begin, or change, a command. None has a place inside a theorem that is emitted.
COMMANDS: Final = frozenset(_COMMANDS.split())
#: Words by which a proof would rest on something else than the kernel's check, or run a program.
FORBIDDEN: Final = frozenset(_FORBIDDEN.split())

_TOKEN: Final = re.compile(
    r"""(?P<space>\s+)
    |(?P<line>--[^\n]*)
    |(?P<open>/-)
    |(?P<raw>r\#*")
    |(?P<string>[sm]?!?"(?:[^"\\]|\\.)*")
    |(?P<quoted>«[^»\n]*»)
    |(?P<hash>\#[A-Za-z_]\w*)
    |(?P<char>'(?:[^'\\\n]|\\[^\n])')
    |(?P<word>[^\W\d][\w'!?₀-₉✝]*(?:\.[^\W\d][\w'!?₀-₉✝]*)*)
    |(?P<number>\d[\w.]*)
    |(?P<sign>.)""",
    re.VERBOSE | re.DOTALL,
)
#: What a proof may say where there is none: `fail "…"`.
_WORDS: Final = re.compile(r'"[A-Za-z0-9 ,.;:()-]*"')
_BRACKET: Final = re.compile(r"/-|-/")


class Unended(Exception):  # noqa: N818 (an outcome that callers expect, named for what the text is)
    """The source ends inside a comment, a string or a quoted name."""


class Token(NamedTuple):
    """A token, comment or string; `start` is its offset in the source, `first` says that it stands
    at the very beginning of a line.
    """

    kind: Kind
    text: str
    start: int
    first: bool


@dataclass(frozen=True, slots=True)
class Command:
    """A command: the word that begins it, the name that it declares (nothing where it declares
    none), where it stands.
    """

    word: str
    name: str
    line: int
    at_line_start: bool


def tokens(source: str) -> Iterator[Token]:
    """All tokens of `source`; comments nest, as they do in Lean. Raises `Unended`."""
    position = 0
    while position < len(source):
        match = _TOKEN.match(source, position)
        kind = None if match is None else match.lastgroup
        if match is None or kind is None:
            raise Unended(f"line {line_of(source, position)}")
        end = match.end()
        first = position == 0 or source[position - 1] == "\n"
        match kind:
            case "space":
                pass
            case "word" | "number" | "hash":
                yield Token("word", match.group(), position, first)
            case "sign":
                if match.group() in '"«':
                    raise Unended(f"a string or quoted name on line {line_of(source, position)}")
                yield Token("sign", match.group(), position, first)
            case "open":
                end = _end_of_comment(source, position)
                text = source[position:end]
                yield Token(
                    "docstring" if text.startswith("/--") else "comment", text, position, first
                )
            case "line":
                yield Token("comment", match.group(), position, first)
            case "raw":
                closing = '"' + "#" * match.group().count("#")
                found = source.find(closing, end)
                if found < 0:
                    raise Unended(f"a string on line {line_of(source, position)}")
                end = found + len(closing)
                yield Token("string", source[position:end], position, first)
            case "quoted":
                yield Token("quoted", match.group(), position, first)
            case _:
                yield Token("string", match.group(), position, first)
        position = end


def line_of(source: str, position: int) -> int:
    """The 1-based line on which `position` is."""
    return source.count("\n", 0, position) + 1


def _end_of_comment(source: str, start: int) -> int:
    # `/--` and `/-!` are one sign each: the bracket after them begins at their end.
    depth, begin = 1, start + (3 if source[start + 2 : start + 3] in {"-", "!"} else 2)
    for bracket in _BRACKET.finditer(source, begin):
        depth += 1 if bracket.group() == "/-" else -1
        if depth == 0:
            return bracket.end()
    raise Unended(f"a comment on line {line_of(source, start)}")


def commands(source: str) -> tuple[Command, ...]:
    """Every command in `source`, wherever on a line it stands: Lean begins a new one at such a word
    even in the middle. Raises `Unended`.

    What begins a line and is no known command counts as one too, since a notation can make it one.
    """
    found: list[Command] = []
    code = [token for token in tokens(source) if token.kind not in {"comment", "docstring"}]
    for index, token in enumerate(code):
        starts = token.kind == "word" and (token.text in COMMANDS or token.text.startswith("#"))
        attribute = (
            token.kind == "sign"
            and token.text == "@"
            and index + 1 < len(code)
            and code[index + 1].text == "["
        )
        if starts or attribute or token.first:
            following = code[index + 1] if index + 1 < len(code) else None
            named = (
                following is not None
                and following.kind in {"word", "quoted"}
                and token.text not in {"open", "import", "namespace", "section", "end"}
            )
            found.append(
                Command(
                    token.text,
                    following.text if named and following is not None else "",
                    line_of(source, token.start),
                    token.first,
                )
            )
    return tuple(found)


def declarations(source: str) -> tuple[tuple[str, str], ...]:
    """What `source`, a body for Lean, declares: ("theorem", name), and ("axiom", name) for what a
    theorem cites.

    Requests (`#print axioms`) may stand among them, nothing else. Raises ValueError for any other
    command, and `Unended`.
    """
    found: list[tuple[str, str]] = []
    for command in commands(source):
        if command.word in {"theorem", "axiom"} and command.at_line_start:
            found.append((command.word, command.name))
        elif not (command.word == "#print" and command.name == "axioms" and command.at_line_start):
            raise ValueError(
                f"line {command.line}: {command.word!r} is not among what was asked for"
            )
    return tuple(found)


def signature(theorem: str) -> str:
    """The theorem's text from `theorem` up to ` := by`, without its docstring: what it is called,
    what it assumes and what it says.

    Empty where there is no such thing in the text.
    """
    begin: int | None = None
    depth = 0
    try:
        for token in tokens(theorem):
            if begin is None and token.kind == "word" and token.text == "theorem":
                begin = token.start
            elif begin is not None and token.kind == "sign":
                depth += {"(": 1, "[": 1, "{": 1, "⟨": 1, ")": -1, "]": -1, "}": -1, "⟩": -1}.get(
                    token.text, 0
                )
                if depth == 0 and theorem.startswith(":=", token.start):
                    return (
                        theorem[begin : token.start].rstrip()
                        if theorem.startswith(":= by", token.start)
                        else ""
                    )
    except Unended:
        return ""
    return ""


def foreign(theorem: str, name: str) -> str | None:
    """What the text of the theorem `name` holds besides it: a complaint, or None. It must be one
    docstring, the theorem, and its proof on indented lines.
    """
    try:
        found = list(tokens(theorem))
    except Unended as end:
        return f"it does not end: {end}"
    head = found[:3]
    if [token.kind for token in head] != ["docstring", "word", "word"] or [
        token.text for token in head[1:]
    ] != ["theorem", name]:
        return "it does not begin with a comment and its own name"
    if not (
        head[0].first
        and head[1].first
        and head[0].text.startswith("/-- ")
        and head[0].text.endswith(" -/")
    ):
        return "its comment or its name does not stand as it should"
    for token in found[3:]:
        if (
            token.first
            or token.kind not in {"word", "sign", "string"}
            or _is_foreign(token, theorem)
        ):
            where = "at the beginning of a line" if token.first else "in a theorem"
            return f"line {line_of(theorem, token.start)}: {token.text[:20]!r} has no place {where}"
    return None


def _is_foreign(token: Token, theorem: str) -> bool:
    if token.kind == "word":
        return (
            token.text in COMMANDS
            or token.text[0] == "#"
            or not FORBIDDEN.isdisjoint(token.text.split("."))
        )
    if token.kind == "string":
        return _WORDS.fullmatch(token.text) is None
    return token.text in "#`\\$" or (token.text == "@" and theorem.startswith("@[", token.start))
