"""A report as text, to be stored and read back: `load` returns exactly what `dump` was given. The
source itself is not part of it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, fields, replace
from typing import Any, Final, get_args

from shomei.terms.curves import Curve
from shomei.terms.diagnostics import Diagnostic
from shomei.terms.nodes import Span
from shomei.terms.roles import Role
from shomei.verdicts.model import (
    FormulaReport,
    InForce,
    Origin,
    Premise,
    Report,
    StepReport,
    Verdict,
)

_VERDICTS: Final = frozenset(get_args(Verdict))
_ROLES: Final = frozenset(get_args(Role))
_ORIGINS: Final = frozenset(get_args(Origin))
_STEP_FIELDS: Final = {field.name: str(field.type) for field in fields(StepReport)}
_FORMULA_FIELDS: Final = {field.name: str(field.type) for field in fields(FormulaReport)}
_NOTICE_FIELDS: Final = {field.name: str(field.type) for field in fields(Diagnostic)}
_PREMISE_FIELDS: Final = {field.name: str(field.type) for field in fields(Premise)}
_IN_FORCE_FIELDS: Final = {field.name: str(field.type) for field in fields(InForce)}
_CURVE_FIELDS: Final = {field.name: str(field.type) for field in fields(Curve)}
_SPAN_FIELDS: Final = {field.name: str(field.type) for field in fields(Span)}


def dump(report: Report) -> str:
    """The report without its source text, its path and its times. Raises `ValueError` if it has
    problems, since such reports are not stored.
    """
    if report.problems:
        raise ValueError("a report with problems is not kept")
    steps = [asdict(step) for step in report.steps]
    notices = [asdict(notice) for notice in report.warnings]
    formulas = [asdict(formula) for formula in report.formulas]
    return json.dumps(
        {
            "backend": report.backend,
            "steps": steps,
            "formulas": formulas,
            "in_force": [asdict(each) for each in report.in_force],
            "warnings": notices,
            "lean": report.lean,
        },
        separators=(",", ":"),
    )


def load(text: str, *, path: str, source: str) -> Report:
    """The report that `dump` wrote, for the file at `path` with the text `source`. Raises
    `ValueError` for anything else.
    """
    try:
        kept = json.loads(text)
        return Report(
            path=path,
            backend=_string(kept["backend"]),
            steps=tuple(_step(step) for step in kept["steps"]),
            warnings=tuple(
                Diagnostic(**_typed(notice, _NOTICE_FIELDS)) for notice in kept["warnings"]
            ),
            formulas=tuple(_formula(formula) for formula in kept["formulas"]),
            in_force=tuple(InForce(**_typed(each, _IN_FORCE_FIELDS)) for each in kept["in_force"]),
            text=source,
            lean=_string(kept["lean"]),
        )
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("not a kept report") from error


def _step(kept: dict[str, Any]) -> StepReport:
    step = StepReport(**_typed(kept, _STEP_FIELDS))
    if step.verdict not in _VERDICTS:
        raise ValueError(f"{step.verdict} is no verdict")
    return replace(step, cached=True)


def _formula(kept: dict[str, Any]) -> FormulaReport:
    formula = FormulaReport(**_typed(kept, _FORMULA_FIELDS))
    if formula.role not in _ROLES:
        raise ValueError(f"{formula.role} is no role")
    if formula.verdict is not None and formula.verdict not in _VERDICTS:
        raise ValueError(f"{formula.verdict} is no verdict")
    return formula


def _premise(kept: dict[str, Any]) -> Premise:
    premise = Premise(**_typed(kept, _PREMISE_FIELDS))
    if premise.origin not in _ORIGINS:
        raise ValueError(f"{premise.origin} is no origin")
    return premise


def _typed(kept: dict[str, Any], declared: dict[str, str]) -> dict[str, Any]:
    if set(kept) != set(declared):
        raise ValueError("not the fields of this version")
    return {name: _value(value, declared[name]) for name, value in kept.items()}


def _value(value: object, declared: str) -> object:
    """`value` converted to the declared type of the field: JSON has only lists, and a report only
    tuples.
    """
    plain = declared.removesuffix(" | None")
    if plain != declared and value is None:
        return None
    if plain in _READERS:
        return _READERS[plain](value)
    match plain:
        case "int" if isinstance(value, int) and not isinstance(value, bool):
            return value
        case "bool" if isinstance(value, bool):
            return value
        case "float" if isinstance(value, float):
            return value
        case "DiagnosticKind" if value == "note":
            return value
    raise ValueError(f"{value!r} is no {declared}")


def _each(read: Callable[[Any], object]) -> Callable[[Any], object]:
    """Reads a list as a tuple."""

    def read_all(value: Any) -> tuple[object, ...]:
        if not isinstance(value, list):
            raise ValueError(f"{value!r} is no list")  # noqa: TRY004 - as in `_string`
        return tuple(read(item) for item in value)

    return read_all


def _pair(value: Any) -> tuple[str, str]:
    name, number = value
    return _string(name), _string(number)


def _point(value: object) -> tuple[float, float | None, float | None]:
    match value:
        case [float() as x, float() | None as left, float() | None as right]:
            return x, left, right
    raise ValueError(f"{value!r} is no point of a curve")


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is no text")  # noqa: TRY004 - a kept report that is damaged is one kind of error
    return value


#: What reads the values of fields of a type, by its name.
_READERS: Final[dict[str, Callable[[Any], object]]] = {
    "str": _string,
    "Verdict": _string,
    "Role": _string,
    "Origin": _string,
    "Premise": _premise,
    "Span": lambda value: Span(**_typed(value, _SPAN_FIELDS)),
    "Curve": lambda value: Curve(**_typed(value, _CURVE_FIELDS)),
    "tuple[str, ...]": _each(_string),
    "tuple[Premise, ...]": _each(_premise),
    "tuple[tuple[str, str], ...]": _each(_pair),
    "tuple[tuple[float, float | None, float | None], ...]": _each(_point),
}
