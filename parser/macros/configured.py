"""Commands that a page defines for MathJax or KaTeX outside of its text: in its front matter (YAML)
or in a script that configures them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from shomei.parser.limits import MAX_MACROS
from shomei.parser.macros.model import Macro, Macros, Meanings

_FRONT: Final = re.compile(
    r"\ufeff?---[ \t]*\r?\n(?P<yaml>(?:.*\r?\n)*?)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)"
)
_SCRIPT: Final = re.compile(
    r"<script\b[^>]*>(?P<script>.*?)</script\s*>", re.DOTALL | re.IGNORECASE
)
_KEY: Final = re.compile(r"(?<![\w-])[\"']?(?:[mM]acros|math)[\"']?\s*[:=]\s*(?P<brace>\{)?")
_DOUBLE: Final = r'"(?:[^"\\\n]|\\.)*"'
_SINGLE: Final = r"'(?:[^'\\\n]|\\.)*'"
_YAML_SINGLE: Final = r"'(?:[^'\n]|'')*'"
#: `half: ['\\frac{#1}{2}', 1]`, `"\\RR": "\\mathbb{R}"`.
_ENTRY: Final = (
    r"(?P<quote>[\"']?)\\{0,2}(?P<name>[A-Za-z]+)(?P=quote)\s*:\s*"
    r"(?:(?P<body>%s)|\[\s*(?P<listed>%s)\s*,\s*(?P<count>\d)\s*(?:,\s*(?P<default>%s)\s*)?\])"
)
_FLOW: Final = re.compile(_ENTRY % ((f"{_DOUBLE}|{_SINGLE}",) * 3))
_YAML_STRINGS: Final = f"{_DOUBLE}|{_YAML_SINGLE}"
_BLOCK: Final = re.compile(
    rf"(?P<indent>[ \t]+){_ENTRY % ((_YAML_STRINGS,) * 3)}[ \t]*(?:#.*)?\Z"
    r"|(?P<plain_indent>[ \t]+)(?P<plain_quote>[\"']?)\\{0,2}(?P<plain_name>[A-Za-z]+)"
    r"(?P=plain_quote)\s*:[ \t]+(?P<plain>[^\"'\[\]{}\s#|>][^\n]*)\Z"
)
_PARAMETER: Final = re.compile(r"#(\d)")


def with_configured(text: str, macros: Macros) -> Macros:
    """The macros of a text with those that its front matter and scripts define, which hold from its
    beginning until the text defines them anew.
    """
    found = dict(list(_configured(text))[:MAX_MACROS])
    if not found:
        return macros
    by_name = dict(macros.by_name)
    for name, macro in found.items():
        known = by_name.get(name, Meanings((), ()))
        later = tuple(macro if each is None else each for each in known.macros)
        by_name[name] = Meanings((0, *known.offsets), (macro, *later))
    return replace(macros, by_name=by_name)


def _configured(text: str) -> Iterator[tuple[str, Macro]]:
    if (front := _FRONT.match(text)) is not None:
        yield from _in_yaml(front["yaml"])
    for script in _SCRIPT.finditer(text):
        yield from _in_script(script["script"])


def _in_script(script: str) -> Iterator[tuple[str, Macro]]:
    for key in _KEY.finditer(script):
        if key["brace"]:
            yield from _entries(script, key.end())


def _entries(text: str, start: int) -> Iterator[tuple[str, Macro]]:
    """The entries of an object that begins here, up to what is none."""
    position = start
    skipped = re.compile(r"(?:\s|,|//[^\n]*|/\*.*?\*/)*", re.DOTALL)
    while True:
        blank = skipped.match(text, position)
        position = blank.end() if blank else position
        entry = _FLOW.match(text, position)
        if entry is None:
            return
        yield _macro(entry, yaml=False)
        position = entry.end()


def _in_yaml(yaml: str) -> Iterator[tuple[str, Macro]]:
    lines = yaml.splitlines()
    for index, line in enumerate(lines):
        key = _KEY.match(line.strip())
        if key is None:
            continue
        if key["brace"]:
            yield from _entries("\n".join(lines[index:]), line.index("{") + 1)
            continue
        outer = len(line) - len(line.lstrip())
        for entry in lines[index + 1 :]:
            if entry.strip() and len(entry) - len(entry.lstrip()) <= outer:
                break
            if (match := _BLOCK.match(entry.rstrip())) is not None:
                yield _macro(match, yaml=True)


def _macro(entry: re.Match[str], *, yaml: bool) -> tuple[str, Macro]:
    plain = entry["plain"] if yaml else None
    if plain is not None:
        return entry["plain_name"], _made(plain.strip(), None, None)
    body = _string(entry["body"] or entry["listed"], yaml=yaml)
    default = _string(entry["default"], yaml=yaml) if entry["default"] else None
    return entry["name"], _made(body, entry["count"], default)


def _made(body: str, count: str | None, default: str | None) -> Macro:
    used = max((int(number) for number in _PARAMETER.findall(body)), default=0)
    return Macro(body, int(count) if count else used, default)


def _string(literal: str, *, yaml: bool) -> str:
    """What a string in quotes stands for."""
    inner = literal[1:-1]
    if yaml and literal[0] == "'":
        return inner.replace("''", "'")
    return re.sub(r"\\(.)", r"\1", inner)
