"""What an editor shows of a report, in the types of its protocol. Pure.

Texts of a derivation reach the editor as plain text, or as Markdown with every sign escaped
(`report.escape`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lsprotocol import types

from shomei.app.commands.explain import explanation
from shomei.app.editor.fixes import fixes
from shomei.app.editor.places import Lines
from shomei.report import basis
from shomei.report.escape import fenced, markdown, one_line, visible_lines
from shomei.report.marks import MARKS
from shomei.terms.diagnostics import Diagnostic
from shomei.verdicts.model import FormulaReport, Report, StepReport

#: The name under which an editor lists what Shomei says.
SOURCE: Final = "shomei"
#: The command that an editor's fixes do not need: they are edits.
_SEVERITIES: Final = {
    "refuted": types.DiagnosticSeverity.Error,
    "undefined": types.DiagnosticSeverity.Error,
    "unproved": types.DiagnosticSeverity.Warning,
    "skipped": types.DiagnosticSeverity.Information,
}
_SYMBOLS: Final = {
    "definition": types.SymbolKind.Function,
    "assumption": types.SymbolKind.Interface,
    "claim": types.SymbolKind.Boolean,
    "goal": types.SymbolKind.Event,
}
_CITED: Final = re.compile(
    r"[（(](?P<number>[^()（）\s]{1,40})[)）]"
    r"|\\(?:eq)?ref\s*\{(?P<reference>[^{}]{1,80})\}"
    r"|(?<![\w@])@(?P<key>[\w:.-]+)|\{eq\}`(?P<role>[^`]+)`|\[\]\(#(?P<link>[^()]+)\)"
)
#: How much of a statement is shown in a list.
_LONGEST: Final = 80


def range_of(lines: Lines, told: StepReport | FormulaReport | Diagnostic) -> types.Range:
    """Where something stands; the beginning of the text if that is nowhere."""
    line, column = told.line or 1, told.column or 1
    end_line, end_column = told.end_line or line, told.end_column or column
    return types.Range(_at(lines, line, column), _at(lines, end_line, end_column))


def diagnostics(report: Report, lines: Lines, uri: str) -> list[types.Diagnostic]:
    """The alarms and notes. A step that is verified or plausible is none."""
    found = [
        _step(step, lines, uri)
        for step in report.steps
        if step.is_alarm or step.suppressed is not None
    ]
    error, information = types.DiagnosticSeverity.Error, types.DiagnosticSeverity.Information
    found += (_told(problem, lines, error) for problem in report.problems)
    found += (
        _told(notice, lines, information)
        for notice in report.warnings
        if notice.code != "not-claimed"
    )
    return found


def _step(step: StepReport, lines: Lines, uri: str) -> types.Diagnostic:
    said = [f"{step.verdict}: {step.message}" if step.message else step.verdict]
    if step.suppressed is not None:
        said[0] = f"{step.verdict} (suppressed: {step.suppressed})"
    if step.counterexample:
        numbers = ", ".join(f"{name} = {value}" for name, value in step.counterexample)
        said.append(f"counterexample: {numbers}")
    said += (f"help: {hint}" for hint in step.hints)
    known = step.suppressed is not None
    related = [
        types.DiagnosticRelatedInformation(
            types.Location(uri, types.Range(*(2 * (_at(lines, each.line, each.column),)))),
            visible_lines(each.statement),
        )
        for each in basis.of(step, basis.SAID)
    ]
    return types.Diagnostic(
        range_of(lines, step),
        visible_lines("\n".join(said)),
        severity=types.DiagnosticSeverity.Hint if known else _SEVERITIES[step.verdict],
        code=step.verdict,
        source=SOURCE,
        related_information=related or None,
        data={"step": step.id},
    )


def _told(told: Diagnostic, lines: Lines, severity: types.DiagnosticSeverity) -> types.Diagnostic:
    text = "\n".join((told.message, *basis.details(told)))
    return types.Diagnostic(
        range_of(lines, told),
        visible_lines(text),
        severity=severity,
        code=told.code or told.kind,
        source=SOURCE,
    )


def hover(report: Report, lines: Lines, line: int, *, plain: bool) -> types.Hover | None:
    """All that is known about the steps on a line: the verdict, the hypotheses with their lines,
    the numbers against it, help, and the theorem.
    """
    steps = [step for step in report.steps if step.line <= line <= step.end_line]
    if not steps:
        return None
    kind = types.MarkupKind.PlainText if plain else types.MarkupKind.Markdown
    tell = _plainly if plain else _marked
    text = "\n\n".join(tell(report, step) for step in steps)
    return types.Hover(types.MarkupContent(kind, text), range_of(lines, steps[0]))


def _plainly(report: Report, step: StepReport) -> str:
    return "\n".join(explanation(report, step))


def _marked(report: Report, step: StepReport) -> str:
    parts = [f"**{MARKS[step.verdict]} {step.verdict}** {markdown(_summary(step))}"]
    rows: list[tuple[str, str]] = []
    if step.suppressed is not None:
        rows.append(("suppressed", step.suppressed))
    if step.counterexample:
        rows.append(("counterexample", ", ".join(f"{n} = {v}" for n, v in step.counterexample)))
    rows += (
        (word, told)
        for word, origins in (
            ("assuming", (*basis.SAID, *basis.UNSAID)),
            ("with", basis.NAMES),
            ("where", basis.FUNCTIONS),
        )
        for told in basis.in_words(basis.of(step, origins), cells=report.cells)
    )
    rows += (("defined", condition) for condition in step.conditions)
    if step.used:
        rows.append(("proved by", step.used))
    rows += (("help", hint) for hint in step.hints)
    parts.append("\n".join(f"- {word}: {markdown(told)}" for word, told in rows))
    if step.lean:
        parts.append(fenced(step.lean, "lean"))
    return "\n\n".join(part for part in parts if part)


def _summary(step: StepReport) -> str:
    return step.message or step.statement


def hints(report: Report, lines: Lines, first: int, last: int) -> list[types.InlayHint]:
    """A faint mark behind each line that holds steps, for the lines from `first` to `last`."""
    by_line: dict[int, list[StepReport]] = {}
    for step in report.steps:
        if step.kind != "conclusion" and first <= step.end_line <= last:
            by_line.setdefault(step.end_line, []).append(step)
    return [_hint(lines, line, steps) for line, steps in sorted(by_line.items())]


def _hint(lines: Lines, line: int, steps: list[StepReport]) -> types.InlayHint:
    marks = "".join(dict.fromkeys(MARKS[step.verdict] for step in steps))
    how = ", ".join(dict.fromkeys(step.used for step in steps if step.used))
    return types.InlayHint(
        _at(lines, line, len(lines.line(line)) + 1),
        marks,
        padding_left=True,
        tooltip=one_line(
            ", ".join(dict.fromkeys(step.verdict for step in steps)) + (how and f": {how}")
        ),
    )


def actions(
    report: Report, lines: Lines, uri: str, first: int, last: int
) -> list[types.CodeAction]:
    """The fixes for the steps that fail on these lines."""
    found = []
    for step in report.steps:
        if not step.is_alarm or step.end_line < first or step.line > last:
            continue
        for fix in fixes(report, step):
            place = types.Position(fix.line - 1, 0)
            edit = types.TextEdit(types.Range(place, place), fix.text + "\n")
            found.append(
                types.CodeAction(
                    one_line(fix.title),
                    kind=types.CodeActionKind.QuickFix,
                    diagnostics=[_step(step, lines, uri)],
                    is_preferred=fix.preferred or None,
                    edit=types.WorkspaceEdit(changes={uri: [edit]}),
                )
            )
    return found


def definition(report: Report, lines: Lines, line: int, column: int) -> types.Range | None:
    """Where the formula stands that is cited at a place."""
    labels = {step.label: step for step in reversed(report.steps) if step.label}
    for match in _CITED.finditer(lines.line(line)):
        if match.start() < column <= match.end() + 1:
            label = next(group for group in match.groups() if group)
            if label in labels:
                return range_of(lines, labels[label])
    return None


def symbols(report: Report, lines: Lines) -> list[types.DocumentSymbol]:
    """The formulas with a role, in order, each with its label, role or verdict."""
    labels = {(step.line, step.column): step.label for step in report.steps if step.label}
    return [
        types.DocumentSymbol(
            name=_named(formula, labels.get((formula.line, formula.column))),
            kind=_SYMBOLS.get(formula.role, types.SymbolKind.Constant),
            range=range_of(lines, formula),
            selection_range=range_of(lines, formula),
            detail=formula.verdict or formula.role,
        )
        for formula in report.formulas
        if formula.role != "mention"
    ]


def _named(formula: FormulaReport, label: str | None) -> str:
    text = one_line(formula.text)[:_LONGEST] or formula.role
    return f"({one_line(label)}) {text}" if label else text


def completions(report: Report | None, before: str) -> list[types.CompletionItem]:
    """What may follow the text before the cursor on its line: a command after a backslash, and a
    reason after `by`.
    """
    if match := re.search(r"\\([A-Za-z]*)$", before):
        return [
            types.CompletionItem(name, kind=types.CompletionItemKind.Function, insert_text=name)
            for name in _commands()
            if name.startswith(match[1])
        ]
    if re.search(r"(?:^|\s)(?:by|より)\s+[^;]*$", before):
        labels = dict.fromkeys(
            step.label for step in (report.steps if report else ()) if step.label
        )
        cited = [f"({label})" if label[:1].isdigit() else label for label in labels]
        return [
            types.CompletionItem(one_line(name), kind=types.CompletionItemKind.Reference)
            for name in (*cited, *_reasons())
        ]
    if re.fullmatch(r"\s*[a-z]*", before):
        return [
            types.CompletionItem(word, kind=types.CompletionItemKind.Keyword)
            for word in _keywords()
            if word.startswith(before.strip())
        ]
    return []


def _commands() -> Iterator[str]:
    from shomei.operations.registry import OPERATIONS
    from shomei.parser.lexing.vocabulary import COMMANDS

    names = {spelling for each in OPERATIONS.values() for spelling in each.notation.read}
    yield from sorted({*COMMANDS, *(name for name in names if name.isalpha())})


def _reasons() -> Iterator[str]:
    from shomei.languages.names import all_names

    yield from sorted(name for name in all_names() if name.isascii())


def _keywords() -> Iterator[str]:
    from shomei.parser.directives import KEYWORDS

    words = (word for spellings in KEYWORDS.values() for word in spellings)
    yield from sorted({word for word in words if word.isascii() and word.isalpha()})


def _at(lines: Lines, line: int, column: int) -> types.Position:
    return types.Position(*lines.to_editor(line, column))
