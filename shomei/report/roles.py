"""What a formula is for in its text, explained: its role and why, where it is in force, and what is
in force at its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rich.cells import cell_len

from shomei.languages.language import FALLBACK
from shomei.languages.messages import listed, say, translated, translated_list
from shomei.report import basis
from shomei.report.escape import one_line, visible
from shomei.report.excerpt import crop, excerpt
from shomei.report.formulas import counted
from shomei.terms.diagnostics import Diagnostic
from shomei.verdicts.model import FormulaReport, InForce, Premise, Report, StepReport

#: How much of a formula the overview shows, in cells.
_WIDEST: Final = 48
#: How much of a line an explanation quotes, in cells.
_QUOTED: Final = 160


def formulas_at(report: Report, line: int) -> tuple[FormulaReport, ...]:
    """The formulas on `line`: those that begin there, or else those that extend over it."""
    begin = tuple(each for each in report.formulas if each.line == line)
    return begin or tuple(each for each in report.formulas if each.line <= line <= each.end_line)


def overview(report: Report, code: str = FALLBACK) -> Iterator[str]:
    """A row for each formula of a text: its place, its role and verdict, itself, and why; then how
    many have each role.
    """
    rows = [
        (
            f"{report.cells.short(formula.line)}:{formula.column}",
            _role(formula, code),
            crop(one_line(formula.text), _WIDEST),
            _reason(formula, code),
        )
        for formula in report.formulas
    ]
    yield visible(report.path)
    widths = [max((cell_len(row[n]) for row in rows), default=0) for n in range(3)]
    for row in rows:
        cells = [cell + " " * (w - cell_len(cell)) for cell, w in zip(row, widths, strict=False)]
        yield f"  {'  '.join((*cells, row[3]))}".rstrip()
    yield counted([report], code)


def quotation(report: Report, placed: FormulaReport | StepReport) -> Iterator[str]:
    """The line of the source in which a formula or a step begins, and carets under it."""
    quoted = excerpt(
        report.text,
        line=placed.line,
        column=placed.column,
        end_line=placed.end_line,
        end_column=placed.end_column,
        width=_QUOTED,
    )
    if quoted is not None:
        yield f"  {quoted.line}"
        yield f"  {quoted.carets}"


def role(report: Report, formula: FormulaReport, code: str = FALLBACK) -> Iterator[str]:
    """The lines that say which role a formula has, why, and from where to where it is in force if
    it puts something in force; and what is in force at its place.
    """
    yield (
        f"{visible(report.path)}:{report.cells.place(formula.line)}:{formula.column}: "
        f"{_role(formula, code)}{_after_colon(_reason(formula, code))}"
    )
    yield from quotation(report, formula)
    own = [each for each in report.in_force if _says(formula, each.premise)]
    yield from section_of("scope", [_stretch(report, each, code) for each in own], code)
    uses = [
        f"{report.cells.short(step.line)}: {one_line(step.statement)}"
        for step in report.steps
        if formula.verdict is None
        and any(each.origin == "condition" and _says(formula, each) for each in step.premises)
    ]
    yield from section_of("uses", uses, code)
    here = [
        each.premise
        for each in report.in_force
        if each not in own and each.holds_at(formula.line, formula.column)
    ]
    yield from section_of("here", list(basis.in_words(here, code, report.cells)), code)
    if formula.verdict is None:
        for told in (*report.warnings, *report.problems):
            if _says(formula, told):
                tried = (told.detail,) if told.detail else ()
                for title, lines in (("tried", tried), ("help", told.hints)):
                    said = [translated(one_line(line), code) for line in lines]
                    yield from section_of(title, said, code)


def _says(formula: FormulaReport, told: Premise | Diagnostic) -> bool:
    """Whether a premise stands in a formula of the source, or a diagnostic is about it."""
    begin, end = (formula.line, formula.column), (formula.end_line, formula.end_column)
    return told.line is not None and begin <= (told.line, told.column or 1) < end


def _role(formula: FormulaReport, code: str) -> str:
    """`claim, verified` or `assumption`."""
    name = say(f"explain.role.{formula.role}", code)
    if formula.verdict is None:
        return name
    return listed((name, say(f"text.{formula.verdict}", code)), code)


def _reason(formula: FormulaReport, code: str) -> str:
    reason = one_line(formula.reason)
    verified = formula.verdict == "verified"
    return translated_list(reason, code) if verified else translated(reason, code)


def _after_colon(reason: str) -> str:
    return f": {reason}" if reason else ""


def _stretch(report: Report, each: InForce, code: str) -> str:
    """`x > 0: from line 3 to line 11, where the case ends`."""
    statement = one_line(each.premise.statement)
    begin = basis.line_in_words(each.begin_line, code, report.cells)
    if each.end_line is None:
        return say("explain.open", code, said=statement, begin=begin)
    return say(
        "explain.closed",
        code,
        said=statement,
        begin=begin,
        end=basis.line_in_words(each.end_line, code, report.cells),
        why=translated(one_line(each.ended), code),
    )


def section_of(title: str, lines: list[str], code: str = FALLBACK) -> Iterator[str]:
    """A section of the explanation, if there is anything in it."""
    if lines:
        yield f"{say(f'explain.{title}', code)}:"
        yield from (f"  {line}".rstrip() for line in lines)
