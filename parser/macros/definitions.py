"""Definitions found in a text: `\\newcommand`, `\\def`, `\\let`, `\\DeclareMathOperator` and their
like, each with the stretch of the text in which it holds.

In LaTeX a definition ends with the group or environment that it stands in (`\\gdef` and `\\global`
do not); in Markdown, as MathJax has it, it holds to the end of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from shomei.operations.letters import GREEK
from shomei.operations.registry import FUNCTIONS
from shomei.parser.lexing.refusals import UNSUPPORTED
from shomei.parser.lexing.vocabulary import COMMANDS, INVISIBLE
from shomei.parser.limits import MAX_MACROS
from shomei.parser.macros.model import NO_MACROS, Definition, Macro, Macros, Meanings

_COMMANDS: Final = (
    r"(?:re|provide)?newcommand|renewcommand|providecommand|DeclareRobustCommand"
    r"|(?:New|Renew|Provide|Declare)(?:Expandable)?DocumentCommand"
    r"|[gex]?def|let|DeclareMathOperator|DeclarePairedDelimiter|newcommandx|renewcommandx"
    r"|DeclareMath(?:Symbol|Delimiter|Radical|Accent)|mathchardef|NewCommandCopy|RenewCommandCopy"
)
#: Whether there is anything to find.
_ANY: Final = re.compile(rf"\\(?:{_COMMANDS}|(?:cat|math|del)code)(?![A-Za-z])")
#: A character that is given a meaning as if it were a command.
_CHARACTER: Final = re.compile(r"\s*\{?\s*(?P<character>[^\s\\{}A-Za-z0-9])\s*\}?")
_MARK: Final = re.compile(
    rf"""
    (?P<comment> %[^\n]*)
  | (?P<define>  \\(?P<how>{_COMMANDS})(?![A-Za-z@])(?:(?<!def)(?<!let)\*)?)
  | (?P<code>    \\(?:cat|math|del)code(?![A-Za-z@])\s*
                 (?:`\\?(?P<coded>\S)|(?P<numbered>\d{{1,3}}(?!\d)|"[0-9A-F]{{1,2}}|'[0-7]{{1,3}}))?)
  | (?P<global>  \\global(?![A-Za-z]))
  | (?P<begin>   \\begin\s*\{{(?P<opened>[^{{}}\n]{{1,40}})\}}
               | \\begingroup(?![A-Za-z]) | \\bgroup(?![A-Za-z]))
  | (?P<end>     \\end\s*\{{(?P<closed>[^{{}}\n]{{1,40}})\}}
               | \\endgroup(?![A-Za-z]) | \\egroup(?![A-Za-z]))
  | (?P<if>      \\(?:if(?!f(?![A-Za-z]))(?!thenelse)[A-Za-z@]*|fi(?![A-Za-z]))
               | \\newif\s*\\if[A-Za-z@]*)
  | (?P<opening> \\[(\[])
  | (?P<closing> \\[)\]])
  | (?P<other>   \\(?:[A-Za-z@]+|.))
  | (?P<dollars> \$\$?)
  | (?P<brace>   [{{}}])
    """,
    re.VERBOSE | re.DOTALL,
)
_BLANK: Final = re.compile(r"(?:\s|(?<!\\)%[^\n]*(?:\n|\Z))*")
_NAME: Final = re.compile(r"\\([A-Za-z@]+|[^A-Za-z@\s])")
_BRACED_NAME: Final = re.compile(r"\{\s*\\([A-Za-z@]+|[^A-Za-z@\s])\s*\}")
_COUNT: Final = re.compile(r"\[\s*(\d)\s*\]")
_PARAMETERS: Final = re.compile(r"(?:[^{}\\%#\n]|#\d){0,80}(?=\{)")
_EQUALS: Final = re.compile(r"\s*=?[ ]?")
_NUMBER: Final = re.compile(r"\s*=?\s*[\"']?[0-9A-F]+\s?")
_BEFORE_ARGUMENT: Final = re.compile(r"(?:\\[A-Za-z@]+\*?[ \t]*|(?<!\\)[\]}])\Z")
_OPERATOR: Final = re.compile(r"(?:\s|\\[,;:!>]|~|\{\})*([A-Za-z]+)\s*")
_VERBATIM: Final = re.compile(
    r"(?P<kept>\\[^A-Za-z])|%[^\n]*"
    r"|\\begin\s*\{(?P<name>(?:verbatim|Verbatim|lstlisting|minted|comment|filecontents)\*?)\}.*?"
    r"(?:\\end\s*\{(?P=name)\}|\Z)"
    r"|\\verb\*?(?P<mark>[^A-Za-z\s*])[^\n]*?(?P=mark)",
    re.DOTALL,
)
_CHANGED: Final = "the text gives the character `{}` another meaning"
_ALL_CHANGED: Final = "the text gives characters another meaning"
_UNKNOWN: Final = "the author's own `\\{}` is made in a way that is not read"


def macros_of_latex(text: str) -> Macros:
    """The definitions of a LaTeX text, those of its preamble among them."""
    if _ANY.search(text) is None:
        return NO_MACROS
    masked = _VERBATIM.sub(
        lambda match: match["kept"] or re.sub(r"[^\n]", " ", match.group()), text
    )
    finder = _Finder(masked, scoped=True)
    finder.read(0, len(text))
    return finder.macros()


def macros_of_ranges(text: str, ranges: Iterable[tuple[int, int]]) -> Macros:
    """The definitions in stretches of a text, in order, which hold to its end."""
    if _ANY.search(text) is None:
        return NO_MACROS
    finder = _Finder(text, scoped=False)
    for start, end in ranges:
        if _ANY.search(text, start, end):
            finder.read(start, end)
    return finder.macros()


@dataclass(slots=True)
class _Group:
    kind: str
    #: Whether a command takes it as an argument, and may do so anywhere (`\\AtBeginDocument`).
    is_argument: bool = False
    #: What is defined in it, and ends with it.
    local: list[Definition] = field(default_factory=list)


class _Finder:
    def __init__(self, text: str, *, scoped: bool) -> None:
        self._text = text
        self._scoped = scoped
        self._found: dict[str, list[Definition]] = {}
        #: What is known of characters whose meaning is changed; of "" where it is not said which.
        self._characters: dict[str, list[Definition]] = {}
        self._places: list[tuple[int, int]] = []
        self._groups: list[_Group] = []
        self._conditionals = 0
        self._count = 0

    def macros(self) -> Macros:
        """What has been found."""
        return Macros(
            {name: Meanings.of(each) for name, each in self._found.items()},
            tuple(self._places),
            {name: Meanings.of(each) for name, each in self._characters.items()},
        )

    def read(self, start: int, end: int) -> None:
        """Walk over a stretch of the text."""
        position, globally = start, False
        while match := _MARK.search(self._text, position, end):
            position = match.end()
            match match.lastgroup:
                case "define":
                    position = max(position, self._define(match, end, globally=globally))
                case "code":
                    self._change(_coded(match), match.end())
                case "begin":
                    if match.group("opened") != "document":
                        self._groups.append(_Group("begin"))
                case "end" | "closing":
                    if match.group("closed") != "document":
                        self._leave("begin" if match.lastgroup == "end" else "math", match.end())
                case "opening":
                    self._groups.append(_Group("math"))
                case "dollars":
                    if self._groups and self._groups[-1].kind == match.group():
                        self._leave(match.group(), match.end())
                    else:
                        self._groups.append(_Group(match.group()))
                case "brace" if match.group() == "{":
                    self._groups.append(_Group("{", self._is_argument(match.start())))
                case "brace":
                    self._leave("{", match.end())
                case "if" if not match.group().startswith("\\newif"):
                    step = -1 if match.group() == "\\fi" else 1
                    self._conditionals = max(0, self._conditionals + step)
                case _:
                    pass
            globally = match.lastgroup == "global" or (
                globally
                and match.lastgroup == "other"
                and match.group() in {"\\long", "\\protected"}
            )

    def _is_argument(self, brace: int) -> bool:
        """Whether a command or another argument stands right before a brace."""
        return _BEFORE_ARGUMENT.search(self._text, max(0, brace - 80), brace) is not None

    def _leave(self, kind: str, at: int) -> None:
        if not self._groups or self._groups[-1].kind != kind:
            return
        group = self._groups.pop()
        if self._scoped:
            for definition in group.local:
                definition.end = min(definition.end, at)
                if group.is_argument:
                    why = _UNKNOWN.format(definition.name)
                    self._add(definition.name, Macro(why=why), at, globally=True)

    # ----------------------------------------------------------------------------------------------

    def _define(self, match: re.Match[str], end: int, *, globally: bool) -> int:
        """Read one definition; where it ends."""
        how = match.group("how")
        named = self._name(match.end(), end)
        if named is None:
            if (found := _CHARACTER.match(self._text, match.end(), end)) is None:
                return match.end()
            self._change(found["character"], found.end())
            position = self._meaning(how, found["character"], found.end(), end)[1]
            self._places.append((match.start(), position))
            return position
        name, position = named
        macro, position, body = self._meaning(how, name, position, end)
        if self._conditionals:
            macro = Macro(why=f"whether the text defines `\\{name}` hangs on a condition")
        # `\providecommand` changes nothing where there is such a command.
        if not (how.lower().startswith("provide") and (name in self._found or _is_known(name))):
            self._add(name, macro, position, globally=globally or how in {"gdef", "xdef"})
        for inner in _ANY.finditer(body):
            within = _BRACED_NAME.match(body, _skip(body, inner.end(), len(body))) or _NAME.match(
                body, _skip(body, inner.end(), len(body))
            )
            if within is not None and within[1] != name:
                why = f"`\\{within[1]}` is defined inside of `\\{name}`"
                self._add(within[1], Macro(why=why), position, globally=True)
        self._places.append((match.start(), position))
        return position

    def _change(self, character: str, start: int) -> None:
        """A character means something else from here on."""
        why = _CHANGED.format(character) if character else _ALL_CHANGED
        definition = Definition(character, Macro(why=why), start, len(self._text) + 1)
        self._count += 1
        if self._count <= MAX_MACROS:
            self._characters.setdefault(character, []).append(definition)
        if self._groups:
            self._groups[-1].local.append(definition)

    def _add(self, name: str, macro: Macro, start: int, *, globally: bool) -> None:
        self._count += 1
        if self._count > MAX_MACROS:
            macro = Macro(why=f"this text defines more than {MAX_MACROS} commands")
            if self._count > 2 * MAX_MACROS:
                return
        definition = Definition(name, macro, start, len(self._text) + 1)
        self._found.setdefault(name, []).append(definition)
        if self._groups and not globally:
            self._groups[-1].local.append(definition)

    def _name(self, position: int, end: int) -> tuple[str, int] | None:
        position = _skip(self._text, position, end)
        match = _BRACED_NAME.match(self._text, position, end) or _NAME.match(
            self._text, position, end
        )
        return None if match is None else (match[1], match.end())

    def _meaning(self, how: str, name: str, position: int, end: int) -> tuple[Macro, int, str]:
        """The macro, where its definition ends, and its body."""
        unknown = Macro(why=_UNKNOWN.format(name))
        match how:
            case "let":
                return self._let(position, end)
            case "def" | "gdef":
                return self._def(unknown, position, end)
            case "edef" | "xdef":
                return self._unexpanded(unknown, position, end)
            case "DeclareMathOperator":
                return self._operator(unknown, position, end)
            case "DeclarePairedDelimiter":
                return self._paired(unknown, position, end)
            case _ if how.endswith("DocumentCommand"):
                return self._document_command(unknown, position, end)
            case "mathchardef":
                number = _NUMBER.match(self._text, position, end)
                return unknown, number.end() if number else position, ""
            case "DeclareMathSymbol" | "newcommandx" | "renewcommandx":
                return unknown, position, ""
            case _ if how.endswith("Copy"):
                return unknown, position, ""
            case _:
                return self._newcommand(name, position, end)

    def _let(self, position: int, end: int) -> tuple[Macro, int, str]:
        text = self._text
        position = _EQUALS.match(text, position, end).end()  # type: ignore[union-attr]
        target = _NAME.match(text, position, end)
        if target is None:
            return Macro(text[position : position + 1]), min(position + 1, end), ""
        meant = self._current(target[1])
        return meant or Macro(same_as=target[1]), target.end(), ""

    def _def(self, unknown: Macro, position: int, end: int) -> tuple[Macro, int, str]:
        parameters = _PARAMETERS.match(self._text, position, end)
        if parameters is None or (body := self._argument(parameters.end(), end)) is None:
            return self._unexpanded(unknown, position, end)
        written = "".join(parameters.group().split())
        numbers = re.findall(r"#(\d)", written)
        if numbers != [str(number) for number in range(1, len(numbers) + 1)]:
            return unknown, body[1], body[0]
        delimiters = tuple(re.split(r"#\d", written)) if len(written) > 2 * len(numbers) else ()
        return Macro(body[0], len(numbers), delimiters=delimiters), body[1], body[0]

    def _unexpanded(self, unknown: Macro, position: int, end: int) -> tuple[Macro, int, str]:
        opening = self._text.find("{", position, end)
        body = self._argument(opening, end) if opening >= 0 else None
        return unknown, body[1] if body else position, body[0] if body else ""

    def _operator(self, unknown: Macro, position: int, end: int) -> tuple[Macro, int, str]:
        body = self._argument(position, end)
        word = _OPERATOR.fullmatch(body[0]) if body else None
        macro = unknown if word is None else Macro(operator=word[1])
        return macro, body[1] if body else position, ""

    def _paired(self, unknown: Macro, position: int, end: int) -> tuple[Macro, int, str]:
        left = self._argument(position, end)
        right = self._argument(left[1], end) if left else None
        if left is None or right is None:
            return unknown, position, ""
        return Macro(f"{left[0]} #1 {right[0]}", 1, sized=True), right[1], ""

    def _document_command(self, unknown: Macro, position: int, end: int) -> tuple[Macro, int, str]:
        arguments = self._argument(position, end)
        body = self._argument(arguments[1], end) if arguments else None
        if arguments is None or body is None:
            return unknown, position, ""
        kinds = arguments[0].split()
        simple = all(kind == "m" for kind in kinds) and len(kinds) < 10
        return Macro(body[0], len(kinds)) if simple else unknown, body[1], body[0]

    def _newcommand(self, name: str, position: int, end: int) -> tuple[Macro, int, str]:
        text = self._text
        count = _COUNT.match(text, _skip(text, position, end), end)
        parameters, default = 0, None
        if count is not None:
            parameters, position = int(count[1]), count.end()
            at = _skip(text, position, end)
            if text.startswith("[", at, end) and (close := self._bracket(at, end)) is not None:
                default, position = text[at + 1 : close], close + 1
        body = self._argument(position, end)
        if body is None:
            return Macro(why=_UNKNOWN.format(name)), position, ""
        return Macro(body[0], parameters, default), body[1], body[0]

    def _current(self, name: str) -> Macro | None:
        """What a command means to a `\\let` that stands here."""
        return next(
            (
                definition.macro
                for definition in reversed(self._found.get(name, ()))
                if definition.end > len(self._text)
            ),
            None,
        )

    def _argument(self, position: int, end: int) -> tuple[str, int] | None:
        """What stands in the braces at this place, or the one token there; and where it ends."""
        text = self._text
        position = _skip(text, position, end)
        if position >= end:
            return None
        if text[position] != "{":
            token = _NAME.match(text, position, end)
            stop = token.end() if token else position + 1
            return text[position:stop], stop
        depth, at = 0, position
        while at < end:
            if text[at] == "\\":
                at += 2
                continue
            depth += (text[at] == "{") - (text[at] == "}")
            at += 1
            if depth == 0:
                return text[position + 1 : at - 1], at
        return None

    def _bracket(self, position: int, end: int) -> int | None:
        depth, at = 0, position + 1
        while at < end:
            if self._text[at] == "\\":
                at += 2
                continue
            if self._text[at] == "]" and depth == 0:
                return at
            depth += (self._text[at] == "{") - (self._text[at] == "}")
            at += 1
        return None


def _coded(match: re.Match[str]) -> str:
    """The character whose code is changed; "" if that is not said by a character or number."""
    number = match["numbered"]
    if match["coded"] is not None or number is None:
        return match["coded"] or ""
    base = {'"': 16, "'": 8}.get(number[0], 10)
    return chr(int(number.lstrip("\"'"), base))


def _is_known(name: str) -> bool:
    return any(name in table for table in (COMMANDS, FUNCTIONS, GREEK, INVISIBLE, UNSUPPORTED))


def _skip(text: str, position: int, end: int) -> int:
    match = _BLANK.match(text, position, end)
    return match.end() if match else position
