"""The text of an article as HTML, with marks where its formulas stand. Everything else in it is
escaped, and nothing of it is a link, an image or an element of its author's.

A mark is a number between two private characters, which no text keeps.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from markupsafe import Markup, escape

from shomei.parser.suffixes import Kind
from shomei.report.escape import visible_lines

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_BEGIN: Final = "\ue000"
_END: Final = "\ue001"
MARK: Final = re.compile(f"{_BEGIN}([0-9]+){_END}")
_ITS_OWN: Final = re.compile(f"[{_BEGIN}{_END}]")
_FRONT: Final = re.compile(r"\A---\n.*?\n(?:---|\.\.\.)\n", re.DOTALL)
_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)
_LATEX: Final = (
    (re.compile(r"\A.*?\\begin\s*\{document\}", re.DOTALL), ""),
    (re.compile(r"\\end\s*\{document\}.*\Z", re.DOTALL), ""),
    (re.compile(r"(?<!\\)%[^\n]*"), ""),
    (re.compile(r"\\(?:label|vspace|hspace|cite[tp]?|footnote)\*?\{[^{}]*\}"), ""),
    (re.compile(r"\\(?:emph|textbf|textit|texttt|text|title|author)\{([^{}]*)\}"), r"\1"),
    (re.compile(r"\\(?:begin|end)\s*\{[^{}]*\}(?:\[[^\]\n]*\])?"), "\n"),
    (re.compile(r"\\(?:maketitle|noindent|medskip|bigskip|item|centering|par)(?![A-Za-z])"), ""),
    (re.compile(r"\\(?:sub)*(?:section|chapter|paragraph)\*?\{[^{}]*\}"), r"\n\n\g<0>\n\n"),
    (re.compile(r"``|''"), '"'),
    (re.compile(r"~"), " "),
)
_HEADING: Final = re.compile(r"\s*\\(?:(sub)*)(?:section|chapter|paragraph)\*?\{(?P<title>.*)\}\s*")


def without_marks(text: str) -> str:
    """The text without characters that would be read as marks."""
    return _ITS_OWN.sub("\ufffd", text)


def mark(number: int) -> str:
    """What stands in a text for the formula with this number."""
    return f"{_BEGIN}{number}{_END}"


def to_html(text: str, kind: Kind) -> Markup:
    """The text as HTML, in which the marks still stand."""
    if kind in {"markdown", "notebook"}:
        return _markdown(text)
    return _latex(text) if kind == "latex" else _paragraphs(text)


def _markdown(text: str) -> Markup:
    bare = _COMMENT.sub("", _FRONT.sub("", text))
    return Markup(_reader().render(visible_lines(bare)))  # noqa: S704 -- it escapes all HTML


@lru_cache(maxsize=1)
def _reader() -> MarkdownIt:
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    return reader.disable(["link", "image", "autolink", "reference", "html_block", "html_inline"])


def _latex(text: str) -> Markup:
    for pattern, written in _LATEX:
        text = pattern.sub(written, text)
    return _paragraphs(text)


def _paragraphs(text: str) -> Markup:
    found = []
    for paragraph in re.split(r"\n[ \t]*\n", text):
        if not paragraph.strip():
            continue
        heading = _HEADING.fullmatch(paragraph)
        said = heading["title"] if heading else paragraph.strip()
        element = "h3" if heading else "p"
        shown = escape(visible_lines(said))
        found.append(Markup("<{0}>{1}</{0}>").format(element, shown))
    return Markup("\n").join(found)
