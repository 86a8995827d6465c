"""The author's commands expanded in one formula, as TeX does it.

Bodies and arguments are put in as they are, without brackets of their own, so `\\newcommand{\\s}{x
+ 1}` makes `\\s^2` x + 1². Where TeX and MathJax read a use in two ways (`x^\\s`), or a command's
arguments are not there, the formula is refused. The work is bounded: a definition in terms of
itself is a problem of the formula that uses it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from shomei.operations.registry import FUNCTIONS
from shomei.parser.declarations import Declarations
from shomei.parser.errors import OtherThings, SyntaxProblem, UnsupportedNotation
from shomei.parser.limits import MAX_BRACKETS, MAX_EXPANDED, MAX_EXPANSIONS
from shomei.parser.macros.model import Macro
from shomei.parser.source import Fragment, Range, Source

#: Pieces that cost as much as a token.
_SHARE: Final = 10
_PIECE: Final = re.compile(r"\\[A-Za-z]+|\\.|%[^\n]*|\s+|.", re.DOTALL)
_USE: Final = re.compile(r"\\([A-Za-z]+|[^A-Za-z])", re.DOTALL)
_PARAMETER: Final = re.compile(r"#(\d)")
#: Commands of TeX's that take arguments, and how many.
_ARGUMENTS: Final = {
    **dict.fromkeys(("frac", "dfrac", "tfrac", "cfrac", "binom", "dbinom", "tbinom"), 2),
    **dict.fromkeys(("overset", "underset", "stackrel"), 2),
    **dict.fromkeys(("sqrt", "mathbb", "mathrm", "mathbf", "mathit", "mathsf", "mathcal"), 1),
    **dict.fromkeys(("text", "operatorname", "overline", "underline", "boxed", "hat", "bar"), 1),
    **dict.fromkeys(("vec", "tilde", "dot", "ddot", "widehat", "widetilde", "mathfrak"), 1),
}


@dataclass(frozen=True, slots=True)
class _Piece:
    """A command, a character or blanks; `place` is where it stands in the source. What comes out of
    a macro stands where the macro is used, and `fixed` says that it is a command of TeX's own.
    """

    text: str
    place: Range
    fixed: bool = False

    @property
    def shown(self) -> str:
        """It in a message."""
        return self.text[:40]

    @property
    def command(self) -> str | None:
        return self.text[1:] if self.text[0] == "\\" and len(self.text) > 1 else None


@dataclass(frozen=True, slots=True)
class Expanded:
    """A formula's text without the author's commands, and where its pieces stand in the source."""

    text: str
    _starts: tuple[int, ...]
    _places: tuple[Range, ...]

    def place(self, start: int, end: int) -> Range:
        """Where a stretch of the text stands in the source."""
        first = bisect_right(self._starts, start) - 1
        last = max(first, bisect_right(self._starts, max(start, end - 1)) - 1)
        return self._places[first][0], max(place[1] for place in self._places[first : last + 1])


def expand(source: Source, fragment: Fragment, declarations: Declarations) -> Expanded | None:
    """The fragment without the author's commands and their definitions; None where it has none.

    Raises `SyntaxProblem` where an expansion does not end or misses its arguments, and
    `UnsupportedNotation` for a command or character whose meaning is not known.
    """
    if source.macros.characters:
        _refuse_changed(source, fragment)
    if not source.macros.by_name:
        return None
    kept = source.read_of(fragment)
    length = sum(end - start for start, end in kept)
    if length > MAX_EXPANDED:
        raise source.problem(*kept[0], "a formula this long with commands of your own is not read")
    if kept == fragment and not _has_uses(source, fragment):
        return None
    pieces: list[_Piece] = []
    for start, end in kept:
        if pieces:
            pieces.append(_Piece("\n", (start, start)))
        pieces += [
            _Piece(match.group(), match.span())
            for match in _PIECE.finditer(source.text, start, end)
        ]
    expander = _Expander(source, declarations)
    done = expander.run(pieces, 0)
    declarations.tokens_left -= expander.expansions + expander.size // _SHARE
    return _joined(done)


def _refuse_changed(source: Source, fragment: Fragment) -> None:
    for start, end in source.read_of(fragment):
        for offset in range(start, end):
            if (why := source.macros.changed(source.text[offset], offset)) is not None:
                raise OtherThings.of(source.problem(offset, offset + 1, why))


def _has_uses(source: Source, fragment: Fragment) -> bool:
    return any(
        source.macros.find(match[1], match.start()) is not None
        for start, end in fragment
        for match in _USE.finditer(source.text, start, end)
    )


def _joined(pieces: Sequence[_Piece]) -> Expanded:
    text: list[str] = []
    starts: list[int] = [0]
    places: list[Range] = [pieces[0].place if pieces else (0, 0)]
    length = 0
    for piece in pieces:
        # A blank ends a command's name, as the end of its token does in TeX.
        glued = bool(text) and text[-1][0] == "\\" and text[-1][-1].isalpha()
        part = f" {piece.text}" if glued and piece.text[0].isalpha() else piece.text
        starts.append(length)
        places.append(piece.place)
        text.append(part)
        length += len(part)
    return Expanded("".join(text), tuple(starts), tuple(places))


class _Expander:
    def __init__(self, source: Source, declarations: Declarations) -> None:
        self._source = source
        self._declarations = declarations
        self.expansions = 0
        #: How many pieces have been looked at or put in.
        self.size = 0
        self._end = 0

    def run(self, pieces: Sequence[_Piece], depth: int) -> list[_Piece]:
        """The pieces with every macro expanded."""
        waiting = list(reversed(pieces))
        done: list[_Piece] = []
        #: How many arguments the command before still takes, and what that was outside each brace.
        arguments, outside = 0, list[int]()
        script = False
        while waiting:
            piece = waiting.pop()
            self._count(piece, 1)
            if piece.text[0].isspace() or piece.text[0] == "%":
                done.append(piece)
                continue
            macro = self._macro(piece)
            if macro is not None:
                if script and depth < MAX_BRACKETS:
                    script = False
                    done += self._script(piece, macro, waiting, depth)
                elif arguments:
                    if macro.parameters:
                        raise self._problem(
                            piece, f"`{piece.shown}`: a command as an argument needs braces"
                        )
                    body = self._use(piece, macro, waiting, done)
                    waiting += [
                        _Piece("}", piece.place),
                        *reversed(body),
                        _Piece("{", piece.place),
                    ]
                else:
                    waiting += reversed(self._use(piece, macro, waiting, done))
                continue
            done.append(piece)
            script = piece.text in {"^", "_"}
            if piece.text == "{":
                outside.append(max(0, arguments - 1))
                arguments = 0
            elif piece.text == "}":
                arguments = outside.pop() if outside else 0
            elif piece.command in _ARGUMENTS and not (arguments and piece.command is None):
                arguments = _ARGUMENTS[piece.command]
                if piece.command == "sqrt":
                    done += self._degree(waiting)
            else:
                arguments = max(0, arguments - 1)
        return done

    def _count(self, piece: _Piece, pieces: int) -> None:
        self.size += pieces
        if self.size > MAX_EXPANDED:
            raise self._problem(
                piece, f"`{piece.shown}`: what it stands for does not end, or is too long"
            )

    def _macro(self, piece: _Piece) -> Macro | None:
        name = piece.command
        if name is None or piece.fixed:
            return None
        return self._source.macros.find(name, piece.place[0])

    def _problem(self, piece: _Piece, message: str) -> SyntaxProblem:
        hint = "write out what it stands for"
        return self._source.problem(*piece.place, message, hint=hint)

    def _use(
        self, piece: _Piece, macro: Macro, waiting: list[_Piece], done: Sequence[_Piece]
    ) -> list[_Piece]:
        """What one use stands for; its arguments are taken from the pieces to come."""
        self.expansions += 1
        if self.expansions > MAX_EXPANSIONS:
            raise self._problem(
                piece, f"`{piece.shown}`: what it stands for does not end, or is too long"
            )
        if macro.why is not None:
            raise UnsupportedNotation.of(self._source.problem(*piece.place, macro.why))
        if macro.same_as is not None:
            return [_Piece(f"\\{macro.same_as}", piece.place, fixed=True)]
        if macro.operator is not None:
            return self._operator(piece, macro.operator, waiting, done)
        self._end = 0
        arguments = self._arguments(piece, macro, waiting)
        place = (piece.place[0], max(piece.place[1], self._end))
        body: list[_Piece] = []
        position = 0
        for match in _PARAMETER.finditer(macro.body):
            body += _pieces(macro.body[position : match.start()], place)
            number = int(match[1])
            if not 0 < number <= len(arguments):
                raise self._problem(
                    piece, f"`{piece.shown}`: its definition has no parameter {number}"
                )
            self._count(piece, len(arguments[number - 1]))
            body += [_Piece(each.text, place, each.fixed) for each in arguments[number - 1]]
            position = match.end()
        return body + _pieces(macro.body[position:], place)

    def _operator(
        self, piece: _Piece, word: str, waiting: list[_Piece], done: Sequence[_Piece]
    ) -> list[_Piece]:
        """A function's name: one that the language has, or one that the text defines."""
        begins = not "".join(each.text for each in done).strip(" &\n$")
        ahead = "".join(each.text for each in reversed(waiting[-3:])).lstrip()
        called = ahead.startswith(("(", "\\left("))
        known = word in FUNCTIONS or word in {"log", "ln"}
        if not (known or (called and (begins or self._declarations.is_function(word)))):
            message = f"the operator `{piece.text}` is not part of the language"
            raise UnsupportedNotation.of(self._source.problem(*piece.place, message))
        return [
            _Piece("\\operatorname", piece.place, fixed=True),
            *_pieces(f"{{{word}}}", piece.place),
        ]

    def _arguments(self, piece: _Piece, macro: Macro, waiting: list[_Piece]) -> list[list[_Piece]]:
        found: list[list[_Piece]] = []
        if macro.sized:
            if waiting and waiting[-1].text == "*":
                waiting.pop()
            self._bracketed(waiting)
        if macro.default is not None:
            given = self._bracketed(waiting)
            found.append(given if given is not None else _pieces(macro.default, piece.place))
        if macro.delimiters:
            return self._delimited(piece, macro, waiting)
        while len(found) < macro.parameters:
            _skip_blanks(waiting)
            if not waiting or waiting[-1].text == "}":
                count = macro.parameters
                raise self._problem(
                    piece, f"`{piece.shown}`: it takes {count} argument{'s' * (count > 1)}"
                )
            found.append(self._argument(waiting))
        return found

    def _delimited(self, piece: _Piece, macro: Macro, waiting: list[_Piece]) -> list[list[_Piece]]:
        """The arguments of a `\\def` with text between its parameters, as TeX takes them."""
        first, *others = macro.delimiters
        _skip_blanks(waiting)
        if not self._comes(first, waiting):
            raise self._problem(piece, f"`{piece.shown}`: `{first}` follows it in its definition")
        found: list[list[_Piece]] = []
        for delimiter in others:
            _skip_blanks(waiting)
            if not delimiter and waiting:
                found.append(self._argument(waiting))
                continue
            taken, depth = list[_Piece](), 0
            while depth or not self._comes(delimiter, waiting):
                if not waiting:
                    raise self._problem(
                        piece, f"`{piece.shown}`: `{delimiter}` follows it in its definition"
                    )
                taken.append(waiting.pop())
                depth += (taken[-1].text == "{") - (taken[-1].text == "}")
            found.append(taken)
        return found

    def _comes(self, text: str, waiting: list[_Piece]) -> bool:
        """Whether this text comes next, which is then taken."""
        ahead = waiting[len(waiting) - len(text) :][::-1] if text else []
        if "".join(piece.text for piece in ahead) != text:
            return False
        if text:
            self._end = ahead[-1].place[1]
            del waiting[len(waiting) - len(text) :]
        return True

    def _argument(self, waiting: list[_Piece]) -> list[_Piece]:
        first = waiting.pop()
        self._end = first.place[1]
        if first.text != "{":
            return [first]
        taken, depth = list[_Piece](), 1
        while waiting:
            piece = waiting.pop()
            depth += (piece.text == "{") - (piece.text == "}")
            self._end = piece.place[1]
            if depth == 0:
                return taken
            taken.append(piece)
        raise self._problem(first, "this brace is never closed")

    def _bracketed(self, waiting: list[_Piece]) -> list[_Piece] | None:
        """`[…]` from the pieces to come, without the brackets."""
        at = len(waiting) - 1
        while at >= 0 and waiting[at].text.isspace():
            at -= 1
        if at < 0 or waiting[at].text != "[":
            return None
        depth = 0
        for end in range(at - 1, -1, -1):
            text = waiting[end].text
            depth += (text == "{") - (text == "}")
            if text == "]" and depth == 0:
                taken = waiting[end + 1 : at][::-1]
                self._end = waiting[end].place[1]
                del waiting[end:]
                return taken
        return None

    def _degree(self, waiting: list[_Piece]) -> list[_Piece]:
        degree = self._bracketed(waiting)
        if degree is None:
            return []
        place = degree[0].place if degree else (0, 0)
        return [_Piece("[", place), *degree, _Piece("]", place)]

    def _script(
        self, piece: _Piece, macro: Macro, waiting: list[_Piece], depth: int
    ) -> list[_Piece]:
        """A macro right after `^` or `_`: TeX takes the first item of what it stands for, MathJax
        all of it; only one item is read.
        """
        done = self.run(self._use(piece, macro, waiting, ()), depth + 1)
        if not _is_one_item([each for each in done if not each.text.isspace()]):
            raise self._problem(piece, f"`{piece.shown}`: as an index or exponent it needs braces")
        return [_Piece("{", piece.place), *done, _Piece("}", piece.place)]


def _pieces(text: str, place: Range) -> list[_Piece]:
    return [_Piece(match.group(), place) for match in _PIECE.finditer(text)]


def _skip_blanks(waiting: list[_Piece]) -> None:
    while waiting and (waiting[-1].text.isspace() or waiting[-1].text[0] == "%"):
        waiting.pop()


def _is_one_item(pieces: Sequence[_Piece]) -> bool:
    """Whether the pieces are one character or command, one group, or a fraction or root of such."""
    arguments = 0 if not pieces else _ARGUMENTS.get(pieces[0].command or "", 0)
    position = 1 if arguments else 0
    for _ in range(arguments or 1):
        if position >= len(pieces):
            return False
        depth = 0
        while position < len(pieces):
            depth += (pieces[position].text == "{") - (pieces[position].text == "}")
            position += 1
            if depth == 0:
                break
    return position == len(pieces)
