"""`parse` and `read`: from a text or a file to a `Document`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from shomei.languages.recognise import recognise
from shomei.parser.article.reader import ArticleReader
from shomei.parser.assemble import Assembler
from shomei.parser.ast import (
    CaseSplit,
    Chain,
    Declare,
    Document,
    Formula,
    Item,
    LogicChain,
    Noted,
    Seen,
    Theorem,
    Therefore,
)
from shomei.parser.carriers import latex, markdown, notebooks, plain, restructured
from shomei.parser.carriers.blocks import Block, Display, Paragraph, Words
from shomei.parser.declarations import Declarations
from shomei.parser.directives import Entry
from shomei.parser.errors import (
    EmptyInput,
    NothingToCheck,
    SyntaxProblem,
    TooMuch,
    UnreadableInput,
    UnsupportedNotation,
)
from shomei.parser.families import COUNTERS, families_of
from shomei.parser.files import file_bytes
from shomei.parser.limits import (
    MAX_LINES,
    MAX_NOTEBOOK,
    MAX_PROBLEMS,
    MAX_STATEMENTS,
    MAX_TEXT,
)
from shomei.parser.line_reader import LineReader
from shomei.parser.macros.configured import with_configured
from shomei.parser.macros.definitions import macros_of_latex, macros_of_ranges
from shomei.parser.macros.model import NO_MACROS, Macros
from shomei.parser.macros.packages import PACKAGES
from shomei.parser.occurrences import speaks_of_chances, speaks_of_events
from shomei.parser.randoms import speaks_of_randoms
from shomei.parser.source import Source
from shomei.parser.suffixes import Kind, kind_of, unknown
from shomei.parser.suppressions import set_apart, settled, written_after
from shomei.terms.cells import NO_CELLS, Cells
from shomei.terms.diagnostics import Diagnostic, note
from shomei.terms.functions import family
from shomei.terms.nodes import NOWHERE

_COMMAND: Final = re.compile(r"\\[A-Za-z]+")
_FOREIGN: Final = (
    "not checked as a claim: the words are in a language that Shomei does not read, so nothing is "
    "assumed or defined by them, and a formula that fails is only noted"
)


def read(path: Path, shared: Macros = NO_MACROS) -> Document:
    """Reads and parses a file; `shared` as for `parse`. Raises `UnreadableInput` if it is not a
    text file, `SyntaxProblem` if it is not a derivation.
    """
    try:
        why = unknown(path) if path.is_file() else None
    except (OSError, ValueError):
        why = None  # reading it says what is wrong
    if why is not None:
        raise UnreadableInput(str(path), why)
    most = MAX_NOTEBOOK if kind_of(str(path)) == "notebook" else MAX_TEXT
    data = file_bytes(path, most)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableInput(
            str(path), f"is not UTF-8: byte {error.start} (line {line}) is {data[error.start]:#04x}"
        ) from None
    if not text.strip("\ufeff \t\r\n\f\v"):
        raise EmptyInput(str(path), "is empty")
    return parse(text, str(path), shared)


def parse(text: str, path: str, shared: Macros = NO_MACROS) -> Document:
    """Parses a text. `path` is for messages, and its suffix determines the format. `shared` are
    commands that are defined outside of it. Raises `SyntaxProblem` with all problems found.
    """
    kind = kind_of(path)
    if kind != "notebook":
        return _parse(text, path, kind, NO_CELLS, shared)
    text, cells = notebooks.open_notebook(text, path)
    try:
        return _parse(text, path, kind, cells, shared)
    except SyntaxProblem as problem:
        problem.text, problem.cells = text, cells
        raise


def _parse(text: str, path: str, kind: Kind, cells: Cells, shared: Macros) -> Document:
    source = Source.of(text, path, cells)
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
    families = families_of(text)
    for letter, arity in families.arities.items():
        declarations.declare(family(letter), arity, natural=True)
    declarations.lengths.update(families.lengths)
    if families.arities:
        declarations.counters = families.indices & COUNTERS
    if speaks_of_randoms(text):
        declarations.upright.add("E")
    declarations.counts_from_one = _FROM_ONE.search(text) is not None
    declarations.speaks_of_events = speaks_of_events(text)
    declarations.speaks_of_chances = kind != "plain" and speaks_of_chances(text)
    if declarations.speaks_of_chances:
        declarations.upright.update(("E", "V"))
    if kind in {"plain", "latex"}:
        # In Markdown it takes the blocks to tell code from text.
        ranges = plain.ranges_of_definitions(source)
        macros = macros_of_latex(text) if kind == "latex" else macros_of_ranges(text, ranges)
        source = replace(source, macros=macros.over(shared).over(PACKAGES))
    if kind == "plain":
        lines = LineReader(source, declarations)
        problems: list[Diagnostic] | None = lines.problems
        readings = _plain_entries(source, lines)
    else:
        problems = None
        readings = _article_entries(source, declarations, kind, shared)
    items = _assemble(source, readings, problems)
    indexed = [each for each in families.arities if family(each) in declarations.indexed]
    items = (
        *(Declare((name,), arity, span=NOWHERE) for name, arity in declarations.moments.items()),
        *(Declare((family(each),), families.arities[each], span=NOWHERE) for each in indexed),
        *items,
    )
    warnings = sorted(declarations.warnings, key=lambda warning: warning.span or NOWHERE)
    seen = tuple(
        Seen(source.span(*place), role, why)
        for place, (role, why) in sorted(declarations.formulas.items())
    )
    layout = tuple(sorted(set(declarations.layout)))
    understood = declarations.language is not None
    suppressions = settled(source, [*declarations.suppressions, *written_after(source, kind)])
    document = Document(
        path,
        text,
        items,
        tuple(warnings),
        layout,
        seen,
        cells,
        understood=understood,
        suppressions=suppressions,
        reserves=tuple(declarations.reserves),
        together=tuple(declarations.together),
    )
    if kind == "plain" and not problems and not _claims(items):
        if lines.prose and all(isinstance(item, Noted) for item in items):
            raise SyntaxProblem(path, lines.prose, document)
        if unclaimed := [*lines.inexact, *lines.prose]:
            raise UnsupportedNotation(path, unclaimed, document)
    if problems:
        if not (lines.mistakes or _claims(items)):
            raise UnsupportedNotation(path, problems, document)
        raise SyntaxProblem(path, problems, document)
    return document


#: `\\mathbb{N} = \\{1, 2, …`
_FROM_ONE: Final = re.compile(
    r"(?:\\math(?:bb|bf)\s*(?:\{\s*N\s*\}|N)|\\N(?![A-Za-z])|ℕ)\s*:?=\s*\\\{\s*1\s*,\s*2\b"
)
#: What makes steps.
_CLAIMS: Final = (Chain, LogicChain, Therefore, Formula, CaseSplit, Theorem)


def _claims(items: Iterable[Item]) -> bool:
    return any(isinstance(item, _CLAIMS) for item in items)


def _plain_entries(source: Source, lines: LineReader) -> Iterable[Callable[[], list[Entry]]]:
    start = 1 if source.text.startswith("\ufeff") else 0
    for passage in plain.passages(source, [(start, len(source.text))], worded=True):
        yield partial(lines.read, passage)


def _article_entries(
    source: Source, declarations: Declarations, kind: Kind, shared: Macros
) -> Iterable[Callable[[], list[Entry]]]:
    blocks = list(_BLOCKS[kind](source))
    if kind != "latex":
        macros = macros_of_ranges(*markdown.with_definitions(source, blocks))
        macros = with_configured(source.text, macros).over(shared).over(PACKAGES)
        source = replace(source, macros=macros)
    blocks, declarations.suppressions = set_apart(source, blocks)
    blocks = [block for block in blocks if not _only_defines(source, block)]
    declarations.language = recognise(_words(source, blocks))
    if declarations.language is None:
        declarations.warnings.append(note("language", _FOREIGN, source.span(0, 0)))
    reader = ArticleReader(source, declarations, blocks)
    for block in blocks:
        yield partial(reader.read, block)
    yield reader.finish


_BLOCKS: Final[dict[Kind, Callable[[Source], Iterable[Block]]]] = {
    "markdown": markdown.blocks,
    "latex": latex.blocks,
    "notebook": notebooks.blocks,
    "restructured": restructured.blocks,
}


def _words(source: Source, blocks: Iterable[Block]) -> str:
    """The running words of an article."""
    return "\n".join(
        _COMMAND.sub(" ", source.text[slice(*piece.place)])
        for block in blocks
        if isinstance(block, Paragraph)
        for piece in block.pieces
        if isinstance(piece, Words)
    )


def _only_defines(source: Source, block: Block) -> bool:
    """Whether a display holds nothing but definitions of commands."""
    return (
        isinstance(block, Display)
        and bool(source.macros.places)
        and not any(source.text[slice(*each)].strip() for each in source.read_of(block.formula))
    )


def _assemble(
    source: Source,
    readings: Iterable[Callable[[], list[Entry]]],
    problems: list[Diagnostic] | None,
) -> tuple[Item, ...]:
    """The items of all entries. A problem in one passage does not hide those in the next."""
    assembler = Assembler(source)
    found: list[Diagnostic] = problems if problems is not None else []
    whole = _add_all(source, assembler, readings, found, stops=problems is not None)
    if not whole or (found and problems is None):
        raise SyntaxProblem(source.path, found)
    try:
        items = assembler.finish(open_blocks_end=bool(found))
    except SyntaxProblem as problem:
        if problems is None:
            raise
        found += problem.problems
        items = assembler.finish(open_blocks_end=True)
    if found and (not items if problems else all(isinstance(item, Noted) for item in items)):
        raise SyntaxProblem(source.path, found)
    if items:
        return items
    raise NothingToCheck.of(
        source.problem(
            0,
            0,
            "there is nothing to check in this text",
            hint="write a statement a line, such as \\log_a 1 = 0",
        )
    )


def _add_all(
    source: Source,
    assembler: Assembler,
    readings: Iterable[Callable[[], list[Entry]]],
    found: list[Diagnostic],
    *,
    stops: bool,
) -> bool:
    """Give the assembler every entry, and `found` the problems; whether that is all of the text.
    `stops`: nothing is read after an entry that does not fit.
    """
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
            found += problem.problems
            if isinstance(problem, TooMuch):
                return False
            if stops:
                return True
        if len(found) >= MAX_PROBLEMS:
            return False
    return True
