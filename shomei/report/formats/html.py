"""The report as one self-contained HTML page: the article with its formulas typeset, a row for each
step with its verdict, and the reasons and the Lean theorem behind it, folded. No script runs, and
nothing is loaded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from markupsafe import Markup, escape

from shomei.parser.suffixes import kind_of
from shomei.report import basis, formulas, graph
from shomei.report.escape import one_line, visible, visible_lines
from shomei.report.layout import Laid, Piece, Row, lay_out
from shomei.report.marks import MARKS
from shomei.report.plot import draw
from shomei.report.prose import MARK, mark, to_html, without_marks
from shomei.report.typeset import typeset
from shomei.verdicts.model import Premise, Report, StepReport, exit_code, summarize

if TYPE_CHECKING:
    from jinja2 import Environment, Template

#: Where the details of a paragraph's formulas may stand: behind what ends there.
_CLOSING: Final = re.compile(r"</(?:p|h[1-6]|table|pre)>\n?|</li>")
#: The formulas of plain text begin with a directive, which is no mathematics.
_DIRECTIVE: Final = re.compile(r"[^\\:：]{1,60}[:：]\s*")


@dataclass(frozen=True, slots=True)
class File:
    """A report, its number, and its text as HTML."""

    report: Report
    number: int
    body: Markup
    status: int

    @property
    def anchor(self) -> str:
        """Where it begins on the page."""
        return f"file-{self.number}"


def render(reports: Sequence[Report]) -> str:
    """The page. All text from a derivation goes through `visible` and is escaped."""
    files = [
        File(report, number, _body(report, number), exit_code([report]))
        for number, report in enumerate(reports, 1)
    ]
    return _template("report.html.jinja").render(
        files=files,
        summary=summarize(reports),
        summary_of_formulas=formulas.counted(reports),
    )


@lru_cache(maxsize=4)
def _template(name: str) -> Template:
    return _environment().from_string(Path(__file__).with_name(name).read_text("utf-8"))


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "visible": visible,
        "visible_lines": visible_lines,
        "one_line": one_line,
        "counted": formulas.counted,
        "details": basis.details,
        "premises": _premises,
        "summarized": lambda report: summarize([report]),
        "lean": _lean,
        "mark": MARKS.__getitem__,
        "draw": draw,
        "graph": _graph,
        "condition": _condition,
        "numbers": _numbers,
        "symbolic": _symbolic,
    }
    return environment


def _graph(file: File) -> Markup:
    """What rests on what, folded; nothing where no step cites another."""
    steps = graph.nodes(file.report)
    drawn = graph.draw(steps)
    if drawn is None:
        return Markup("")
    rows = Markup("").join(
        Markup('<li><a href="#{}"><span class="mark {}">{}</span> {}</a> {}</li>').format(
            _anchor(step, file.number),
            step.verdict,
            MARKS[step.verdict],
            graph.name(step, file.report),
            typeset(_mathematics(step.statement, file.report)),
        )
        for step in steps
    )
    return Markup(
        '<details class="notes graph"><summary>what rests on what</summary>'
        "<div>{}<ol>{}</ol></div></details>"
    ).format(drawn, rows)


def _premises(step: StepReport, report: Report) -> list[tuple[str, Markup]]:
    """The kinds of premises of a step, and those of each kind with their lines."""
    return [
        (word, Markup(", ").join(_placed(premises, report)))
        for word, premises in basis.by_kind(step)
    ]


def _placed(premises: Sequence[Premise], report: Report) -> Iterator[Markup]:
    for (line, inferred), group in basis.grouped(premises):
        shown = Markup(", ").join(typeset(each.statement) for each in group)
        place = "inferred" if inferred else basis.line_in_words(line, cells=report.cells)
        yield Markup("{} ({})").format(shown, place)


def _condition(text: str) -> Markup:
    """A condition of definedness, typeset, with the reason behind it."""
    statement, separator, why = text.rpartition(": ")
    return Markup("{}{}{}").format(
        typeset(statement) if separator else "", separator, visible(one_line(why))
    )


def _numbers(step: StepReport) -> list[tuple[str, str]]:
    """The counterexample, unless the message tells all of it."""
    pairs = list(step.counterexample or ())
    return [] if all(value in step.message for _, value in pairs) else pairs


def _symbolic(step: StepReport) -> list[str]:
    """What sympy decided, unless the help tells it."""
    said = " ".join(step.hints)
    return [each for each in step.symbolic if each.rpartition(" = ")[2] not in said]


def _lean(text: str) -> Markup:
    """Lean with its keywords and comments marked."""
    from pygments import highlight
    from pygments.formatters import HtmlFormatter
    from pygments.lexers import get_lexer_by_name

    shown = highlight(visible_lines(text), get_lexer_by_name("lean4"), HtmlFormatter(nowrap=True))
    return Markup(shown)  # noqa: S704 -- Pygments escapes what it marks


def _body(report: Report, number: int) -> Markup:
    """The text of a file with its formulas typeset and its rows below them."""
    kind = kind_of(report.path)
    laid = lay_out(report, kind)
    if kind == "plain":
        return _plain_text(laid, report, number)
    text, shown = _with_marks(laid)
    page = to_html(text, kind)
    return Markup("").join(_filled(page, shown, report, number))


def _with_marks(laid: Laid) -> tuple[str, list[Piece]]:
    """The text with a mark for each piece; one for a display stands by itself."""
    parts: list[str] = []
    position = 0
    shown: list[Piece] = []
    for piece in laid.pieces:
        if piece.start < position:  # inside of another
            shown_before = shown[-1]
            shown[-1] = Piece(
                shown_before.start,
                shown_before.end,
                shown_before.display,
                shown_before.text,
                (*shown_before.rows, *piece.rows),
            )
            continue
        between = without_marks(laid.text[position : piece.start])
        placed = mark(len(shown))
        if piece.display:
            indent = re.search(r"(?:^|\n)([ \t]*)\Z", between)
            placed = f"\n\n{indent[1] if indent else ''}{placed}\n\n"
        parts += (between, placed)
        shown.append(piece)
        position = piece.end
    parts.append(without_marks(laid.text[position:]))
    return "".join(parts), shown


def _filled(page: Markup, shown: Sequence[Piece], report: Report, number: int) -> Iterator[Markup]:
    """The HTML with its marks replaced: displays by their rows, inline formulas by themselves, with
    their rows behind the paragraph.
    """
    waiting: list[Row] = []
    position = 0
    text = re.sub(f"<p>({MARK.pattern})</p>", r"\1", str(page))
    for match in re.finditer(f"{MARK.pattern}|{_CLOSING.pattern}", text):
        yield Markup(text[position : match.start()])  # noqa: S704 -- `to_html` has escaped it
        position = match.end()
        if match[1] is None:
            before = match.group().startswith("</li")
            ending = Markup(match.group())  # noqa: S704 -- one of ours
            if not before:
                yield ending
            if waiting:
                yield _aside(waiting, report, number)
                waiting = []
            if before:
                yield ending
            continue
        piece = shown[int(match[1])]
        if piece.display:
            yield _display(piece, report, number)
        else:
            yield _inline(piece, number)
            waiting += (row for row in piece.rows if row.step is not None)
    yield Markup(text[position:])  # noqa: S704
    if waiting:
        yield _aside(waiting, report, number)


def _display(piece: Piece, report: Report, number: int) -> Markup:
    if not piece.rows:
        return Markup('<div class="display">{}</div>').format(_without_fence(piece.text))
    rows = Markup("").join(_row(row, report, number) for row in piece.rows)
    return Markup('<div class="rows">{}</div>').format(rows)


def _without_fence(text: str) -> Markup:
    lines = text.strip().split("\n")
    if re.match(r"\s*(?:`{3,}|~{3,})", lines[0]):
        lines = lines[1:-1]
    return typeset("\n".join(lines), display=True)


def _inline(piece: Piece, number: int) -> Markup:
    formula = typeset(piece.text)
    steps = [row.step for row in piece.rows if row.step is not None]
    if not steps:
        return formula
    worst = min(steps, key=lambda step: list(MARKS)[::-1].index(step.verdict))
    return Markup(
        '<span class="inline {0}">{1}<a class="mark {0}" href="#{2}">{3}</a></span>'
    ).format(worst.verdict, formula, _anchor(worst, number), MARKS[worst.verdict])


def _anchor(step: StepReport, number: int) -> str:
    return f"f{number}-l{step.line}-c{step.column}"


def _aside(rows: Sequence[Row], report: Report, number: int) -> Markup:
    """The steps of a paragraph's formulas, which the paragraph shows already: folded, unless one of
    them is an alarm.
    """
    inner = Markup("").join(_row(row, report, number) for row in rows)
    steps = [row.step for row in rows if row.step is not None]
    is_open = Markup(" open") if any(step.is_alarm for step in steps) else ""
    count = f"{len(steps)} steps" if len(steps) > 1 else "1 step"
    return Markup(
        '<details class="aside"{}><summary>{} in the text above</summary>'
        '<div class="rows">{}</div></details>'
    ).format(is_open, count, inner)


def _row(row: Row, report: Report, number: int) -> Markup:
    step = row.step
    if step is not None:
        return Markup(  # noqa: S704 -- the template escapes
            _template("row.html.jinja").render(
                step=step,
                report=report,
                anchor=_anchor(step, number),
                formula=typeset(_mathematics(step.statement, report), display=True),
            )
        )
    if row.formula is not None:
        reason = visible(one_line(row.formula.reason))
        return Markup(
            '<div class="row role"><span class="mark">·</span><span class="formula">{}</span>'
            '<span class="how"><i>{}</i> {}</span></div>'
        ).format(
            typeset(_mathematics(row.formula.text, report), display=True), row.formula.role, reason
        )
    return Markup(
        '<div class="row head"><span class="mark"></span><span class="formula">{}</span></div>'
    ).format(typeset(_mathematics(row.head, report), display=True))


def _mathematics(text: str, report: Report) -> str:
    """The formula without the words of a directive before it."""
    if kind_of(report.path) != "plain":
        inside = re.findall(r"\$([^$]+)\$|\\\((.+?)\\\)", text)
        within = [one or other for one, other in inside]
        # A formula that begins with the words of a directive.
        return ",\\; ".join(within) if within and not text.startswith(("$", "\\(")) else text
    bare = re.sub(r"\s+by\s[^\n]*|[ \t]+#[^\n]*", "", text)
    match = _DIRECTIVE.match(bare)
    return bare[match.end() :] if match else bare


def _plain_text(laid: Laid, report: Report, number: int) -> Markup:
    """Plain text: rows, and the comments between them."""
    parts: list[Markup] = []
    position = 0
    for piece in (*laid.pieces, None):
        between = laid.text[position : piece.start if piece is not None else len(laid.text)]
        for line in between.split("\n"):
            if line.strip():
                shown = escape(visible(re.sub(r"^\s*[#%]+\s*", "", line)))
                parts.append(Markup('<p class="comment">{}</p>').format(shown))
        if piece is not None:
            parts.append(_display(piece, report, number))
            position = max(position, piece.end)
    return Markup("\n").join(parts)
