"""Reads the data files of the languages.

A file has the sections of the fields of `Language`: tables of words, each with the names that
`_SECTIONS` lists. Words are plain text, those of `reasons` are phrases (see `phrases.py`), those of
`article` are regular expressions, and messages are templates with named places.
"""

from __future__ import annotations

import itertools
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from shomei.languages.content import read_words

Words: TypeAlias = Mapping[str, tuple[str, ...]]

#: The folder of the language files. Read when the first word is requested.
_OWN: Final[Traversable] = files("shomei.languages")
FOLDERS: Final[list[Traversable]] = [_OWN]

#: The language whose messages replace missing ones of another.
FALLBACK: Final = "en"


def _names(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


#: The names that each section may hold; None if the file chooses them.
_SECTIONS: Final[Mapping[str, frozenset[str] | None]] = {
    "keywords": _names("assume let define formula theorem proof qed therefore case cases endcase"),
    "connectives": _names("AND OR IF IFF IMPLIES"),
    "environments": _names("theorem definition proof part mentioned"),
    "lines": _names(
        "continue annotations claim assume assumed anew if then every since short "
        "proviso provided premise converse real both given constant"
    ),
    "reasons": _names(
        "begin end close and stop go_on articles with "
        "citation definition continuity induction substitution"
    ),
    "names": None,
    "rules": None,
    "defined": None,
    "clauses": _names(
        "let put take suppose provided given contrary that suchthat be a any both if when "
        "where with for then so since have show holds substitute by adverb and hedge absurd denied "
        "scoping assumption within set write topic object subject into of equation solve "
        "noun quality denote negative follows consider fixed"
    ),
    "plain": None,
    "calling": _names(
        "is stop auxiliary supposing article function objects applied pronoun joint set suffix "
        "sequence element"
    ),
    "notation": None,
    "number_kinds": _names("base positive negative nonnegative nonpositive nonzero N+ N Z Q R"),
    "bounds": _names(">= > <= < positive negative nonnegative before after between where"),
    "function_kinds": _names(
        "differentiable twice_differentiable smooth continuous continuously_differentiable "
        "increasing decreasing strictly_increasing strictly_decreasing positive nonnegative "
        "nonzero even odd function sequence filling"
    ),
    "random": _names("equally distributed outcomes independent"),
    "events": _names("speaks chances kinds given declared said described passing again measures"),
    "recursion": _names(
        "words every any restricts tells counts concludes holds induction sequence here takes_back "
        "goes_on supposes for_some some of_some"
    ),
    "given": _names(
        "takes lasts has phrase is case draws computed supposing given goes_on generic is_given "
        "case_before draws_after conditional_after from_here only_it is_so thing_after "
        "constant_after satisfy_after quantity_endings computed_after"
    ),
    "scope": _names("refers aside beside universal values own denies corrects headings allowed"),
    "other_kinds": None,
    "article_definitions": None,
    "article_reasons": None,
    "worlds": None,
    "article": _names(
        "to_zero line stationary vanishes largest smallest alone_there solves one_of_the_roots "
        "natural_law positive_one positive_all sought exists satisfied generally "
        "works acts_on alternative either part_begin part_end proviso joint object into "
        "equivalent equivalent_closed equivalent_closing at at_means at_after at_after_means "
        "where_holds acted_on put_in abbreviations question used_before used_after solved_by "
        "drawn_before drawn_after mentioned definition_before definition_after continuity_before "
        "continuity_after continuity law defining claiming constants meaning brackets "
        "operations relations denying no natural degrees differentiates reason_begin "
        "reason_end over_signs task_begin task_end presented_before presented_after "
        "presented_as presented_by presented_led presented_for presented_label "
        "presented_behind sets_up the_number_e roots_named solution_after all_of_them explains"
    ),
}
#: The sections whose words are regular expressions.
_PATTERNS: Final = frozenset(
    (
        "article_definitions",
        "article_reasons",
        "article",
        "notation",
        "random",
        "events",
        "recursion",
        "given",
        "scope",
    )
)
#: A place in a message.
PLACE: Final = re.compile(r"<([a-z]+)>")


class LanguageError(ValueError):
    """A language file that cannot be used: its name, and why."""


@dataclass(frozen=True, slots=True)
class Language:
    """One natural language.

    `code` is its ISO 639-1 code, `name` its own name. `spaced`: there are blanks between its words.
    `letters` are the characters that occur only in words and not in notation, as the inside of a
    regular expression's brackets, and `own_letters` those of them that no other language has;
    `marks` is its punctuation that is not notation. `messages` are templates by key, with places
    such as `<name>`. `decimal_comma`: `1,5` is a number.
    """

    code: str
    name: str
    spaced: bool
    letters: str
    own_letters: str
    marks: str
    sections: Mapping[str, Words]
    messages: Mapping[str, str]
    decimal_comma: bool = False
    content: Words = field(default_factory=dict)

    def words(self, section: str, name: str) -> tuple[str, ...]:
        """The words of this name; none if the file has none."""
        return self.sections[section].get(name, ())


@cache
def languages() -> tuple[Language, ...]:
    """All languages, English first, the others by their codes. Raises `LanguageError`."""
    found: list[Language] = []
    for folder in FOLDERS:
        for path in sorted(folder.iterdir(), key=lambda path: path.name):
            if path.name.endswith(".toml"):
                loaded = _load(path, folder / path.name.replace(".toml", "_words.txt"))
                # To compile a thousand patterns takes a tenth of a second of each start, so the
                # tests try those of Shomei's own files.
                if folder != _OWN:
                    try_patterns(path.name, loaded)
                found.append(loaded)
    codes = [language.code for language in found]
    for code in codes:
        if codes.count(code) > 1:
            raise LanguageError(f"two files are for the language `{code}`")
    if FALLBACK not in codes:
        raise LanguageError(f"there is no file for the language `{FALLBACK}`")
    ordered = sorted(found, key=lambda language: (language.code != FALLBACK, language.code))
    for key, template in ordered[0].messages.items():
        if len(places := PLACE.findall(template)) > len(set(places)):
            raise LanguageError(f"{FALLBACK}: messages.{key} has a place twice")
    for language in ordered[1:]:
        _check_messages(language, ordered[0].messages)
    return tuple(ordered)


def language(code: str) -> Language | None:
    """The language with this code; None if it has no file."""
    return next((each for each in languages() if each.code == code), None)


def merged(section: str, *, spaced: bool | None = None) -> dict[str, tuple[str, ...]]:
    """The words of a section in all languages (or the `spaced` or unspaced ones), by name. The
    longest words of each name come first, since they are tried in order.
    """
    found: dict[str, list[str]] = {}
    for each in languages():
        if spaced is None or each.spaced == spaced:
            for name, words in each.sections[section].items():
                found.setdefault(name, []).extend(words)
    return {name: longest_first(words) for name, words in found.items()}


def words(section: str, name: str, *, spaced: bool | None = None) -> tuple[str, ...]:
    """The words of one name in all languages, the longest first."""
    return merged(section, spaced=spaced).get(name, ())


def longest_first(words: Iterable[str]) -> tuple[str, ...]:
    """Each word once; a longer word comes before its prefixes."""
    return tuple(sorted(dict.fromkeys(words), key=len, reverse=True))


def letters() -> str:
    """The characters that occur only in words, for the inside of a regular expression's
    brackets.
    """
    return "".join(each.letters for each in languages())


def marks() -> str:
    """The punctuation that belongs to words and not to the notation, for the same use."""
    return "".join(each.marks for each in languages())


# --------------------------------------------------------------------------------------------------
# Loading


def _load(path: Traversable, content: Traversable) -> Language:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise LanguageError(f"{path.name}: {error}") from None
    known = {
        "code",
        "name",
        "spaced",
        "decimal_comma",
        "letters",
        "own_letters",
        "marks",
        "messages",
        *_SECTIONS,
    }
    if strange := sorted(set(table) - known):
        raise LanguageError(f"{path.name}: nothing is called {', '.join(strange)}")
    loaded = Language(
        code=_typed(path, table, "code", str),
        name=_typed(path, table, "name", str),
        spaced=_typed(path, table, "spaced", bool),
        letters=_typed(path, table, "letters", str, ""),
        own_letters=_typed(path, table, "own_letters", str, ""),
        marks=_typed(path, table, "marks", str, ""),
        sections=MappingProxyType(
            {section: _section(path, section, table.get(section, {})) for section in _SECTIONS}
        ),
        decimal_comma=_typed(path, table, "decimal_comma", bool, False),
        messages=MappingProxyType(dict(_messages(path, table.get("messages", {})))),
        content=_content(content),
    )
    if not re.fullmatch(r"[a-z]{2,3}", loaded.code):
        raise LanguageError(f"{path.name}: `{loaded.code}` is no language's code")
    return loaded


def _content(path: Traversable) -> Words:
    if not path.is_file():
        return MappingProxyType({})
    try:
        return MappingProxyType(dict(read_words(path.read_text(encoding="utf-8"))))
    except (OSError, ValueError) as error:
        raise LanguageError(f"{path.name}: {error}") from None


def _typed(
    path: Traversable, table: dict[str, Any], key: str, kind: type, default: object = None
) -> Any:
    value = table.get(key, default)
    if not isinstance(value, kind):
        raise LanguageError(f"{path.name}: `{key}` must be a {kind.__name__}")
    return value


def _section(path: Traversable, section: str, table: object) -> Words:
    names = _SECTIONS[section]
    if not isinstance(table, dict):
        raise LanguageError(f"{path.name}: `{section}` must be a table")
    for name, words in table.items():
        place = f"{path.name}: {section}.{name}"
        if names is not None and name not in names:
            raise LanguageError(f"{place}: there are {', '.join(sorted(names))}")
        if not isinstance(words, list) or not all(isinstance(w, str) and w for w in words):
            raise LanguageError(f"{place} must be a list of words")
    return MappingProxyType({name: tuple(words) for name, words in table.items()})


def try_patterns(file: str, language: Language) -> None:
    """Raises `LanguageError` if one of the language's regular expressions is none."""
    patterns = [f"[{language.letters}{language.own_letters}{language.marks}.]"]
    for section in _PATTERNS:
        patterns += itertools.chain.from_iterable(language.sections[section].values())
    for pattern in patterns:
        try:
            re.compile(pattern)
        except re.error as error:
            raise LanguageError(f"{file}: {pattern}: {error}") from None


def _messages(path: Traversable, table: object, prefix: str = "") -> Iterable[tuple[str, str]]:
    """Messages by their dotted keys."""
    if not isinstance(table, dict):
        raise LanguageError(f"{path.name}: `messages` must be a table")
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _messages(path, value, f"{prefix}{key}.")
            continue
        if not isinstance(value, str):
            raise LanguageError(f"{path.name}: messages.{prefix}{key} must be a text")
        yield f"{prefix}{key}", value


def _check_messages(language: Language, reference: Mapping[str, str]) -> None:
    for key, template in language.messages.items():
        if key not in reference:
            raise LanguageError(f"{language.code}: no message is called {key}")
        if set(PLACE.findall(template)) - set(PLACE.findall(reference[key])):
            raise LanguageError(f"{language.code}: messages.{key} has a place that English lacks")
