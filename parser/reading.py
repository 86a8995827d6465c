"""`parse` and `read`: from a text or a file to a `Document`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePath

from shomei.parser.article.reader import ArticleReader
from shomei.parser.assemble import Assembler
from shomei.parser.ast import Document, Seen
from shomei.parser.carriers import latex, markdown, plain
from shomei.parser.carriers.blocks import Block, Display
from shomei.parser.declarations import Declarations
from shomei.parser.directives import Entry
from shomei.parser.errors import SyntaxProblem, TooMuch, UnreadableInput
from shomei.parser.limits import MAX_LINES, MAX_PROBLEMS, MAX_STATEMENTS, MAX_TEXT
from shomei.parser.macros.definitions import macros_of_latex, macros_of_ranges
from shomei.parser.source import Source
from shomei.terms.diagnostics import Diagnostic
from shomei.terms.nodes import NOWHERE


def read(path: Path) -> Document:
    """Read and parse a file. Raises `UnreadableInput` for what is no text file, `SyntaxProblem` for
    what is no derivation.
    """
    try:
        if path.is_dir():
            raise UnreadableInput(str(path), "this is a folder, not a file")
        with path.open("rb") as file:
            data = file.read(MAX_TEXT + 1)
    except FileNotFoundError:
        raise UnreadableInput(str(path), "there is no such file") from None
    except OSError as error:
        raise UnreadableInput(str(path), f"cannot be read: {error.strerror or error}") from None
    except ValueError as error:
        raise UnreadableInput(str(path), f"is no path: {error}") from None
    if len(data) > MAX_TEXT:
        raise UnreadableInput(
            str(path), f"is larger than {MAX_TEXT // 1024} KiB, the most that is read"
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableInput(
            str(path), f"is not UTF-8: byte {error.start} (line {line}) is {data[error.start]:#04x}"
        ) from None
    if not text.strip("\ufeff \t\r\n\f\v"):
        raise UnreadableInput(str(path), "is empty")
    return parse(text, str(path))


def parse(text: str, path: str) -> Document:
    """Parse a text; `path` is for messages, and its suffix says what kind of text it is. Raises
    `SyntaxProblem` with all problems found.
    """
    source = Source.of(text, path)
    if len(text) > MAX_TEXT:
        raise source.problem(
            0, 1, f"the text is longer than {MAX_TEXT} characters, the most that is read"
        )
    if len(source.line_starts) > MAX_LINES:
        raise source.problem(
            source.line_starts[MAX_LINES],
            source.line_starts[MAX_LINES],
            f"more than {MAX_LINES} lines",
            hint="split it into several files",
        )
    source.refuse_unsafe()
    declarations = Declarations()
    kind = _kind(path)
    if kind != "markdown":
        # In Markdown it takes the blocks to tell code from text.
        ranges = plain.ranges_of_definitions(source)
        macros = macros_of_latex(text) if kind == "latex" else macros_of_ranges(text, ranges)
        source = replace(source, macros=macros)
    readings = (
        _plain_entries(source, declarations)
        if kind == "plain"
        else _article_entries(source, declarations, kind)
    )
    items = _assemble(source, readings)
    warnings = sorted(declarations.warnings, key=lambda warning: warning.span or NOWHERE)
    seen = tuple(
        Seen(source.span(*place), role, why)
        for place, (role, why) in sorted(declarations.formulas.items())
    )
    layout = tuple(sorted(set(declarations.layout)))
    return Document(path, text, items, tuple(warnings), layout, seen)


def _kind(path: str) -> str:
    suffix = PurePath(path).suffix.lower()
    return {".md": "markdown", ".markdown": "markdown", ".tex": "latex"}.get(suffix, "plain")


def _plain_entries(
    source: Source, declarations: Declarations
) -> Iterable[Callable[[], list[Entry]]]:
    start = 1 if source.text.startswith("\ufeff") else 0
    for passage in plain.passages(source, [(start, len(source.text))]):
        yield partial(plain.read_passage, source, passage, declarations)


def _article_entries(
    source: Source, declarations: Declarations, kind: str
) -> Iterable[Callable[[], list[Entry]]]:
    blocks = list((latex if kind == "latex" else markdown).blocks(source))
    if kind == "markdown":
        source = replace(
            source, macros=macros_of_ranges(*markdown.with_definitions(source, blocks))
        )
    blocks = [block for block in blocks if not _only_defines(source, block)]
    reader = ArticleReader(source, declarations, blocks)
    for block in blocks:
        yield partial(reader.read, block)
    yield reader.finish


def _only_defines(source: Source, block: Block) -> bool:
    """Whether a display holds nothing but definitions of commands."""
    return (
        isinstance(block, Display)
        and bool(source.macros.places)
        and not any(source.text[slice(*each)].strip() for each in source.read_of(block.formula))
    )


def _assemble(source: Source, readings: Iterable[Callable[[], list[Entry]]]) -> tuple:  # type: ignore[type-arg]
    """The items of all entries. One passage's problem does not hide the next one's."""
    assembler = Assembler(source)
    problems: list[Diagnostic] = []
    count = 0
    for reading in readings:
        try:
            for entry in reading():
                assembler.add(entry)
                count += 1
                if count > MAX_STATEMENTS:
                    raise TooMuch.of(
                        source.problem(
                            entry.span.start,
                            entry.span.end,
                            f"more than {MAX_STATEMENTS} statements in one text",
                            hint="split it into several files",
                        )
                    )
        except SyntaxProblem as problem:
            problems += problem.problems
            if len(problems) >= MAX_PROBLEMS or isinstance(problem, TooMuch):
                break
    if not problems:
        items = assembler.finish()
        if items:
            return items
        raise source.problem(
            0,
            0,
            "there is nothing to check in this text",
            hint="write a statement a line, such as \\log_a 1 = 0",
        )
    raise SyntaxProblem(source.path, problems)
