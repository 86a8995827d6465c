"""The names of reasons: the ids that a name in any language stands for, and the name that is
shown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from shomei.languages.language import FALLBACK, languages, longest_first, words


def named(name: str) -> tuple[str, ...]:
    """The ids of the proof methods and rules with this name, in any case and with or without an
    article and with either apostrophe; empty if there are none.
    """
    spelled = _spelled(name)
    return _ids().get(spelled) or _ids().get(without_article(spelled), ())


def _spelled(name: str) -> str:
    """A name as those of the languages are compared with it: in lower case, with one apostrophe."""
    return name.lower().replace("’", "'")


def shown_name(reason: str) -> str:
    """The first English name of a reason's id."""
    return next(iter(names_of(reason, FALLBACK)), reason)


def names_of(reason: str, code: str) -> tuple[str, ...]:
    """The names of a proof method or rule in the language with this code."""
    found = (
        (*each.words("names", reason), *each.words("rules", reason))
        for each in languages()
        if each.code == code
    )
    return next(found, ())


@cache
def canonical(name: str) -> str | None:
    """The shown name of the proof method with this name in any language."""
    plain = _spelled(name)
    for spelled in (plain, without_article(plain)):
        for language in languages():
            for reason, names in language.sections["names"].items():
                if spelled in (each.lower() for each in names):
                    return shown_name(reason)
    return None


@cache
def all_names() -> tuple[str, ...]:
    """Every name of a reason, in lower case, with and without its article."""
    return tuple(_ids())


def without_article(name: str) -> str:
    """`root` for `a root`."""
    return _articles().sub("", name)


@cache
def defined_things() -> Mapping[str, str]:
    """The words for things that have a definition, with their canonical form."""
    return {
        word: thing
        for language in languages()
        for thing, words in language.sections["defined"].items()
        for word in words
    }


@cache
def _ids() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for language in languages():
        sections = (*language.sections["names"].items(), *language.sections["rules"].items())
        for reason, names in sections:
            for name in names:
                for spelled in dict.fromkeys((name.lower(), without_article(name.lower()))):
                    ids = found.setdefault(spelled, [])
                    if reason not in ids:
                        ids.append(reason)
    return {name: tuple(ids) for name, ids in found.items()}


@cache
def _articles() -> re.Pattern[str]:
    articles = "|".join(map(re.escape, longest_first(words("reasons", "articles"))))
    return re.compile(rf"\A(?:{articles})\s+" if articles else r"\A(?!)", re.IGNORECASE)
