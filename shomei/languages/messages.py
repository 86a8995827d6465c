"""Messages in the reader's language, by the templates of the language files.

A message is made in English where its facts are known; the formats for programs, the ledger and the
golden files keep it so. A report in another language finds the English template of a message,
extracts the values of its places, and fills them into the template of that language. A message
without a template stays English.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from shomei.languages.language import FALLBACK, PLACE, language, languages
from shomei.languages.names import named, names_of

#: The sections of a report's own words, which are looked up by key.
_OWN = ("text.", "stages.", "explain.")
#: Between the parts of an English list.
_BETWEEN = re.compile(r"(, | and )")
#: How many commas a message in a list may contain.
_LONGEST = 3
#: How deeply messages may be nested.
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class _Template:
    key: str
    #: The text before, between and after the places, and their names.
    fixed: tuple[str, ...]
    places: tuple[str, ...]

    def match(self, text: str) -> dict[str, str] | None:
        """The values of the places if `text` is made from the template. Each place is as short as
        possible, so that the time is linear in the text.
        """
        first, *others = self.fixed
        if not text.startswith(first):
            return None
        position = len(first)
        found: dict[str, str] = {}
        for name, fixed in zip(self.places, others, strict=True):
            last = len(found) == len(self.places) - 1
            end = len(text) - len(fixed) if last else text.find(fixed, position)
            if end < position or not text.startswith(fixed, end):
                return None
            found[name] = text[position:end]
            if not _fits(name, found[name]):
                return None
            position = end + len(fixed)
        return found if position == len(text) else None


def code_of(environment: Mapping[str, str]) -> str:
    """The language that the locale of the environment requests, if it has a file; otherwise
    English.
    """
    names = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next((name for name in names if name), "")
    code = re.split(r"[_.@-]", locale, maxsplit=1)[0].lower()
    return code if language(code) is not None else FALLBACK


def say(key: str, code: str, **places: object) -> str:
    """The message with this key in a language; in English if the language lacks it."""
    spoken = language(code)
    template = (spoken.messages.get(key) if spoken else None) or languages()[0].messages[key]
    return PLACE.sub(lambda match: str(places[match[1]]), template)


def translated(text: str, code: str, depth: int = _DEEPEST) -> str:
    """An English message in another language, as far as there are templates."""
    if code == FALLBACK or depth == 0:
        return text
    for template in _templates():
        places = template.match(text)
        if places is not None:
            return say(
                template.key,
                code,
                **{name: _place(name, value, code, depth) for name, value in places.items()},
            )
    return _kind(text, code)


def _kind(text: str, code: str) -> str:
    """The name of a kind of things that the language does not have, such as matrices."""
    spoken = language(code)
    names = spoken.sections["other_kinds"].get(text) if spoken else None
    return names[0] if names else text


def translated_list(text: str, code: str, depth: int = _DEEPEST) -> str:
    """A list of English messages, each translated; one may contain commas."""
    if code == FALLBACK:
        return text
    parts = _BETWEEN.split(text)  # each part but the last with what follows it
    said: list[str] = []
    while parts:
        sizes = range(min(len(parts), 2 * _LONGEST - 1), 1, -2)
        size = next((n for n in sizes if "".join(parts[:n]) in _fixed()), 1)
        said.append(translated("".join(parts[:size]), code, depth - 1))
        del parts[: size + 1]
    return listed(said, code)


def listed(parts: Iterable[str], code: str) -> str:
    """Several items, separated as in the language."""
    return say("text.comma", code).join(parts)


def _place(name: str, value: str, code: str, depth: int) -> str:
    if name.startswith("said"):
        return translated(value, code, depth - 1)
    match name:
        case "listed":
            return translated_list(value, code, depth - 1)
        case "rule":
            return _rule(value, code)
        case "rules":
            return listed((_rule(rule, code) for rule in value.split(", ")), code)
        case _:
            return value


def _fits(name: str, value: str) -> bool:
    """Whether a place of this name can hold the text."""
    if name.startswith("word"):
        return " " not in value
    return name != "rule" or bool(named(value))


def _rule(name: str, code: str) -> str:
    """A rule's name, in its language."""
    names = (names_of(rule, code) for rule in named(name))
    return next((each[0] for each in names if each), name)


@cache
def _fixed() -> frozenset[str]:
    """The English messages that have no places."""
    return frozenset(text for text in languages()[0].messages.values() if not PLACE.search(text))


@cache
def _templates() -> tuple[_Template, ...]:
    """The English templates, those with the most fixed text first."""
    made: list[_Template] = []
    for key, template in languages()[0].messages.items():
        if not key.startswith(_OWN):
            pieces = PLACE.split(template)
            made.append(_Template(key, tuple(pieces[::2]), tuple(pieces[1::2])))
    return tuple(sorted(made, key=lambda each: -sum(map(len, each.fixed))))
