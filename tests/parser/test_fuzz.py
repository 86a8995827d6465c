"""On any text the parser returns a document or raises its own exception, and all places lie inside
the text.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from shomei.parser import parse, read
from shomei.parser.ast import Document
from shomei.parser.errors import InputProblem, SyntaxProblem
from shomei.parser.printer import print_document
from tests.parser.generators import documents

DATA = Path(__file__).parent / "data"
SEEDS = tuple(path.read_text(encoding="utf-8") for path in sorted(DATA.iterdir()))
WORDS = (
    "\\frac",
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    "|",
    "\\left",
    "\\right",
    "\\lim",
    "\\sum",
    "_",
    "^",
    "x",
    "n",
    "e",
    "1",
    "0.5",
    "+",
    "-",
    "\\cdot",
    "/",
    "=",
    "<",
    "\\le",
    "\\iff",
    "\\Rightarrow",
    "\\land",
    ",",
    ".",
    "'",
    "!",
    "\\sqrt",
    "\\log",
    "log",
    "\\sin",
    "d",
    "\\partial",
    "\\to",
    "→",
    "\\infty",
    "\\in",
    "\\mathbb{N}",
    "\\tag{1}",
    "\\text{by}",
    "by",
    "より",
    "(2.4)",
    "with",
    "definition of",
    "assume",
    "let",
    "define",
    "formula",
    "theorem",
    "proof",
    "qed",
    "case",
    "endcase",
    "therefore",
    "仮定",
    "定義",
    "公式",
    "証明",
    "$",
    "$$",
    "\\(",
    "\\)",
    "\\[",
    "\\]",
    "\\\\",
    "&",
    "\\begin{align}",
    "\\end{align}",
    "%",
    "#",
    ":",
    "、",
    "。",
    "と置く",
    "のとき",
    "なので",
    "を",
    "に",
    "代入",
    "f(x)",
    "f'(x)",
    "\\frac{d}{dx}",
    ">",
    "- ",
    "```",
    "<!-- shomei:",
    "-->",
    "\\label{a}",
    "\\eqref{a}",
    "\\begin{theorem}",
    "\\end{theorem}",
    "\\begin{proof}",
    "\\end{proof}",
    "²",
    "√",
    "π",
    "\\",
    "\n",
    "\n\n",
    "  ",
)
suffixes = st.sampled_from((".txt", ".md", ".tex"))
word_texts = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)


@st.composite
def damaged_texts(draw: st.DrawFn) -> str:
    """Part of a real article with a few pieces deleted or inserted."""
    text = draw(st.sampled_from(SEEDS))
    start = draw(st.integers(0, len(text)))
    text = text[start : start + draw(st.integers(0, 700))]
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(text)))
        text = (
            text[:place]
            + draw(st.sampled_from(WORDS) | st.characters())
            + text[place + draw(st.integers(0, 5)) :]
        )
    return text


def answer(text: str, path: str) -> None:
    try:
        document = parse(text, path)
    except SyntaxProblem as problem:
        assert all(0 <= each.span.start <= each.span.end <= len(text) for each in problem.problems)
        assert str(problem)
    else:
        assert document.items
        assert all(0 <= item.span.start <= item.span.end <= len(text) for item in document.items)
        assert print_document(document)


@given(word_texts, suffixes)
@settings(max_examples=300, deadline=None)
def test_words_of_the_language(text: str, suffix: str) -> None:
    answer(text, "a" + suffix)


@given(damaged_texts(), suffixes)
@settings(max_examples=200, deadline=None)
def test_damaged_articles(text: str, suffix: str) -> None:
    answer(text, "a" + suffix)


@given(st.text(max_size=80), suffixes)
@settings(max_examples=200, deadline=None)
def test_any_characters(text: str, suffix: str) -> None:
    answer(text, "a" + suffix)


@given(documents, st.data())
@settings(max_examples=60, deadline=None)
def test_damaged_derivations(document: Document, data: st.DataObject) -> None:
    text = print_document(document)
    place = data.draw(st.integers(0, len(text)))
    answer(text[:place] + text[place + data.draw(st.integers(1, 4)) :], "a.txt")


@given(st.binary(max_size=120), suffixes)
@settings(max_examples=100, deadline=None)
def test_any_bytes(content: bytes, suffix: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"a{suffix}"
        path.write_bytes(content)
        try:
            assert read(path).items
        except InputProblem as problem:
            assert str(problem)
