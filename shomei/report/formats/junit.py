"""JUnit XML, as continuous-integration servers read it: a suite per file, a case per step. A suite
has a property for each role that formulas of its file have, and lists the formulas in its output.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from shomei.report import basis, formulas
from shomei.report.escape import one_line, visible_lines
from shomei.terms.diagnostics import Diagnostic
from shomei.verdicts.model import FormulaReport, Report, StepReport


def render(reports: Sequence[Report]) -> str:
    """`failure` is a step that is not verified, `skipped` one that was not tried, and `error` a
    file without verdicts.
    """
    suites = [_suite(report) for report in reports]
    root = ET.Element("testsuites", {"name": "shomei", **_totals(suites)})
    root.extend(suites)
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _totals(suites: Sequence[ET.Element]) -> dict[str, str]:
    return {
        key: str(sum(int(suite.attrib[key]) for suite in suites))
        for key in ("tests", "failures", "errors", "skipped")
    }


def _suite(report: Report) -> ET.Element:
    cases = [_case(report, step) for step in report.steps]
    cases.extend(_problem_case(report, problem) for problem in report.problems)
    cases.extend(_notice_case(report, notice) for notice in report.failing_notices)
    count = {
        kind: str(sum(case.find(kind) is not None for case in cases))
        for kind in ("failure", "error", "skipped")
    }
    suite = ET.Element(
        "testsuite",
        {
            "name": one_line(report.path),
            "tests": str(len(cases)),
            "failures": count["failure"],
            "errors": count["error"],
            "skipped": count["skipped"],
            "time": f"{sum(seconds for _, seconds in report.seconds):.3f}",
        },
    )
    if report.formulas:
        properties = ET.SubElement(suite, "properties")
        for role, number in formulas.roles(report).items():
            ET.SubElement(properties, "property", {"name": f"role.{role}", "value": str(number)})
    suite.extend(cases)
    said = [_told(report, notice) for notice in report.warnings]
    said += [_listed(report, formula) for formula in report.formulas]
    if report.formulas:
        said.append(formulas.counted([report]))
    if said:
        ET.SubElement(suite, "system-out").text = visible_lines("\n".join(said))
    return suite


def _listed(report: Report, formula: FormulaReport) -> str:
    place = f"{one_line(report.path)}:{report.cells.place(formula.line)}:{formula.column}"
    return f"{place}: {formulas.in_words(formula)}: {one_line(formula.text)}"


def _case(report: Report, step: StepReport) -> ET.Element:
    path, (_, line) = one_line(report.path), report.cells.at(step.line)
    name = f"{report.cells.short(step.line)}: {one_line(step.statement)}"
    case = ET.Element(
        "testcase", {"classname": path, "name": name, "file": path, "line": str(line)}
    )
    if step.suppressed is not None:
        told = one_line(f"{step.verdict}, suppressed: {step.suppressed}")
        ET.SubElement(case, "skipped", {"message": told})
    elif step.verdict == "skipped":
        ET.SubElement(case, "skipped", {"message": one_line(step.message)})
    elif step.is_alarm:
        failure = ET.SubElement(
            case, "failure", {"type": step.verdict, "message": one_line(step.message)}
        )
        failure.text = visible_lines(_details(report, step))
    elif rests := basis.lines(step, report.cells):
        ET.SubElement(case, "system-out").text = visible_lines("\n".join(rests))
    return case


def _details(report: Report, step: StepReport) -> str:
    place = f"{report.path}:{report.cells.place(step.line)}"
    lines = [f"{place}:{step.column}: {step.verdict}: {step.statement}"]
    if step.reason:
        lines.append(f"by {step.reason}")
    if step.message:
        lines.append(step.message)
    if step.counterexample:
        lines.append(
            "counterexample: "
            + ", ".join(f"{name} = {value}" for name, value in step.counterexample)
        )
    lean = ("", step.lean) if step.lean else ()
    return "\n".join((*lines, *basis.lines(step, report.cells), *step.hints, *lean))


def _notice_case(report: Report, notice: Diagnostic) -> ET.Element:
    """A notice that counts as a failure."""
    path, line = one_line(report.path), notice.line or 1
    name = f"{report.cells.short(line)}: {notice.code}"
    case = ET.Element(
        "testcase",
        {"classname": path, "name": name, "file": path, "line": str(report.cells.at(line)[1])},
    )
    attributes = {"type": notice.code, "message": one_line(notice.message)}
    ET.SubElement(case, "failure", attributes).text = visible_lines(_told(report, notice))
    return case


def _told(report: Report, notice: Diagnostic) -> str:
    place = f"{report.path}:{report.cells.place(notice.line or 1)}:{notice.column}"
    return "\n".join((f"{place}: {notice.message} [{notice.code}]", *basis.details(notice)))


def _problem_case(report: Report, problem: Diagnostic) -> ET.Element:
    path, (_, line) = report.path, report.cells.at(problem.line or 1)
    case = ET.Element(
        "testcase",
        {
            "classname": one_line(path),
            "name": problem.kind,
            "file": one_line(path),
            "line": str(line),
        },
    )
    error = ET.SubElement(
        case, "error", {"type": problem.kind, "message": one_line(problem.message)}
    )
    error.text = visible_lines("\n".join((problem.message, *problem.hints)))
    return case
