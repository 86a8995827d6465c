"""The formulas of a text with their roles, in words: how many of each, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final, get_args

from shomei.languages.language import FALLBACK
from shomei.languages.messages import listed, say, translated
from shomei.report.escape import one_line
from shomei.report.excerpt import crop
from shomei.terms.roles import Role
from shomei.verdicts.model import VERDICTS, FormulaReport, Report

#: How many kinds of what is not read are listed, and how wide each may be.
_KINDS: Final = 5
_KIND: Final = 40


def counted(reports: Sequence[Report], code: str = FALLBACK) -> str:
    """`31 formulas: 14 verified, 5 definitions, 2 beyond (matrices), 5 unread (\\int)`. Empty if
    there are none.
    """
    formulas = [formula for report in reports for formula in report.formulas]
    if not formulas:
        return ""
    verdicts = Counter(formula.verdict for formula in formulas if formula.verdict)
    roles = Counter(formula.role for formula in formulas if not formula.verdict)
    parts = [
        say("text.count", code, count=verdicts[verdict], verdict=say(f"text.{verdict}", code))
        for verdict in VERDICTS
        if verdicts[verdict]
    ]
    parts += [
        number(f"text.role.{role}", roles[role], code) + _kinds(formulas, role, code)
        for role in get_args(Role)
        if roles[role]
    ]
    total = number("text.formula", len(formulas), code)
    return say("text.tally", code, steps=total, listed=listed(parts, code))


def roles(report: Report) -> dict[str, int]:
    """How many formulas have each role, without those that have none."""
    found = Counter(formula.role for formula in report.formulas)
    return {role: found[role] for role in get_args(Role) if found[role]}


def number(key: str, count: int, code: str = FALLBACK) -> str:
    """A count of something. One has its own message."""
    return say(f"{key}.{'one' if count == 1 else 'many'}", code, count=count)


def in_words(formula: FormulaReport) -> str:
    """`definition`, or `claim, refuted: fails for x = 2`, on one line."""
    verdict = f", {formula.verdict}" if formula.verdict else ""
    reason = f": {one_line(formula.reason)}" if formula.reason else ""
    return f"{formula.role}{verdict}{reason}"


def _kinds(formulas: Sequence[FormulaReport], role: Role, code: str) -> str:
    """The first few kinds of what is not read, in brackets."""
    found = dict.fromkeys(
        translated(one_line(each.kind), code)
        for each in formulas
        if each.role == role and each.kind and not each.verdict
    )
    told = [crop(kind, _KIND) for kind in list(found)[:_KINDS]]
    return f" ({listed(told, code)}{', …' if len(found) > _KINDS else ''})" if told else ""
