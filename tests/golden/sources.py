"""The texts of the golden files, by group and name: the gallery, the language page, the false
corpus, and the lines of the first course.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.docs.page import DOCS, examples
from tests.endtoend import test_first_course, test_gallery
from tests.false.corpus import derivations

#: A text, and a name for it whose suffix says how it is read.
Text = tuple[str, str]


def gallery() -> Iterator[Text]:
    for path in test_gallery.DERIVATIONS:
        yield path.name, path.read_text("utf-8")


def language() -> Iterator[Text]:
    for number, example in enumerate(examples((DOCS / "language.md").read_text("utf-8")), start=1):
        yield f"example{number}{example.suffix}", example.text


def false() -> Iterator[Text]:
    for derivation in derivations():
        yield derivation.name, Path(derivation.path).read_text("utf-8")


def first_course() -> Iterator[Text]:
    for kind, topics in (("true", test_first_course.TRUE), ("false", test_first_course.FALSE)):
        for topic, text in topics.items():
            yield f"{kind} {topic}.txt", text


def groups() -> Mapping[str, Iterator[Text]]:
    """The texts of each golden file, by the file's name."""
    return {
        "gallery": gallery(),
        "language": language(),
        "false": false(),
        "first_course": first_course(),
    }
