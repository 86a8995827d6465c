"""Reads running text by a grammar. At each place it looks only for the terminals that can come
next, so that the meaning of a word depends on the words before it.

Lark parses (LALR). The terminals are found here, since some of them depend on the text read before
(the labels of its theorems), and since reading stops where no terminal fits.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cached_property
from importlib.resources import files
from typing import Final, TypeAlias

from lark import Lark, Token, Tree
from lark.parsers.lalr_analysis import Shift
from lark.parsers.lalr_interactive_parser import InteractiveParser

from shomei.storage.tables import tables_of

Node: TypeAlias = Tree[Token]
#: Finds a terminal in another way: from a place and the end of the text to the end of the terminal,
#: or None if it does not occur there.
Finder: TypeAlias = Callable[[int, int], int | None]

_FRAGMENT: Final = re.compile(r"<([a-z_]+(?:\.[a-z]+)?)>")


class RunningGrammar:
    """The grammar of a file; `fragments` replace `<name>` in its regular expressions."""

    def __init__(self, file: str, starts: list[str], fragments: Mapping[str, str]) -> None:
        self._file = file
        self._starts = starts
        self._fragments = fragments
        self._at: dict[int, tuple[tuple[str, re.Pattern[str] | None], ...]] = {}

    @cached_property
    def lark(self) -> Lark:
        """The grammar as Lark has it."""
        file = files("shomei.parser") / "grammar" / self._file
        text = file.read_text(encoding="utf-8")
        text = re.sub(r"^//.*", "", text, flags=re.MULTILINE)
        text = _FRAGMENT.sub(lambda match: self._fragments[match[1]].replace("/", r"\/"), text)
        return Lark(text, parser="lalr", lexer="basic", start=self._starts, cache=tables_of(file))

    @cached_property
    def _patterns(self) -> Mapping[str, tuple[int, re.Pattern[str]]]:
        return {
            terminal.name: (terminal.priority, re.compile(terminal.pattern.to_regexp()))
            for terminal in self.lark.terminals
        }

    def read(
        self,
        text: str,
        start: int,
        end: int,
        *,
        rule: str,
        finders: Mapping[str, Finder] | None = None,
    ) -> tuple[Node, int]:
        """The tree for the longest prefix of `text[start:end]` in which terminals are found, with
        offsets in `text`, and its end.
        """
        parser = self.lark.parse_interactive(start=rule)
        position = start
        while position < end and (token := self._next(parser, text, position, end, finders or {})):
            parser.feed_token(token)
            position = token.end_pos or position
        tree: Node = parser.feed_token(Token("$END", "", start_pos=position, end_pos=position))
        return tree, position

    def _next(
        self,
        parser: InteractiveParser,
        text: str,
        position: int,
        end: int,
        finders: Mapping[str, Finder],
    ) -> Token | None:
        for name, pattern in self._possible(parser):
            if pattern is not None:
                match = pattern.match(text, position, end)
                stop = match.end() if match is not None else None
            else:
                stop = finders[name](position, end)
            if stop is not None and stop > position and _can_come(parser, name):
                return Token(name, text[position:stop], start_pos=position, end_pos=stop)
        return None

    def _possible(
        self, parser: InteractiveParser
    ) -> tuple[tuple[str, re.Pattern[str] | None], ...]:
        """The terminals that can come next, by priority; those without a pattern have a finder."""
        state = parser.parser_state.position
        if state not in self._at:
            names = [name for name in _choices(parser) if name.isupper() and name != "$END"]
            ranked = sorted(
                ((*self._patterns.get(name, (-3, None)), name) for name in names),
                key=lambda each: (-each[0], each[2]),
            )
            self._at[state] = tuple((name, pattern) for _, pattern, name in ranked)
        return self._at[state]


def _choices(parser: InteractiveParser) -> list[str]:
    return list(parser.choices())  # type: ignore[no-untyped-call]


def _can_come(parser: InteractiveParser, terminal: str) -> bool:
    """Whether the parser would shift the terminal. LALR states also list terminals that can only
    come elsewhere.
    """
    state = parser.parser_state
    stack = list(state.state_stack)
    while True:
        actions = state.parse_conf.parse_table.states[stack[-1]]
        if terminal not in actions:
            return False
        action, target = actions[terminal]
        if action is Shift:
            return True
        if target.expansion:
            del stack[-len(target.expansion) :]
        stack.append(state.parse_conf.parse_table.states[stack[-1]][target.origin.name][1])
