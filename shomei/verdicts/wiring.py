"""Assembles the real stages.

Each stage is imported when it is first used: a file that does not parse needs no emitter, and one
whose steps are known needs no numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Final

from shomei.emitter.model import ClaimKind, Emission
from shomei.numbers.model import Refutation
from shomei.obligations.model import Assumption, Context, Obligation, Plan
from shomei.parser.ast import Document
from shomei.parser.reason_nodes import Reason
from shomei.terms.diagnostics import Diagnostic
from shomei.terms.nodes import NOWHERE, Statement
from shomei.verdicts.house import house_items, with_house
from shomei.verdicts.model import Text
from shomei.verdicts.stages import Stages

#: The number of steps whose numbers are kept.
_REMEMBERED: Final = 4096
#: The seconds for numbers to say whether a step holds by itself.
_CHOOSING: Final = 0.5


def stages(*, remember: bool = False, macros: str = "", house: tuple[str, ...] = ()) -> Stages:
    """The parser, the obligations, the emitter and the pre-check of this project. `remember`: what
    numbers say of a step is kept, for a text that is checked again and again. `macros`: definitions
    of commands in LaTeX that every text may use; `house`: hypotheses that hold in every text.
    """
    plain = _stages()
    if house:
        items = house_items(house)
        plain = replace(plain, build=lambda document: _build(with_house(document, items)))
    if macros:
        plain = replace(plain, read=lambda source: _read(source, macros))
    return _remembering(plain) if remember else plain


def _remembering(plain: Stages) -> Stages:
    """What numbers say depends on what a step states, and not on where it stands."""
    refute = lru_cache(maxsize=_REMEMBERED)(plain.refute)
    vacuous = lru_cache(maxsize=_REMEMBERED)(plain.vacuous)
    symbolic = lru_cache(maxsize=_REMEMBERED)(plain.symbolic)
    contradiction = lru_cache(maxsize=_REMEMBERED)(plain.contradiction)
    return replace(
        plain,
        refute=lambda step, seconds: refute(_placeless(step), seconds),
        vacuous=lambda step, seconds: vacuous(_placeless(step), seconds),
        symbolic=lambda step: symbolic(_placeless(step)),
        contradiction=lambda each, seconds: contradiction(replace(each, span=NOWHERE), seconds),
    )


def _placeless(step: Obligation) -> Obligation:
    return replace(step, id="", span=NOWHERE)


def _stages() -> Stages:
    return Stages(
        read=_read,
        build=_build,
        emit=_emit,
        audit=_audit,
        refute=_refute,
        vacuous=_vacuous,
        symbolic=_symbolic,
        contradiction=_contradiction,
        possible=_has_example,
        advise=_advise,
        remarks=_remarks,
        is_used=_is_used,
        show=_show,
    )


def _read(source: Path | Text, macros: str = "") -> Document:
    from shomei import parser, symbolic
    from shomei.parser.macros.definitions import macros_of_ranges

    symbolic.warm()  # the process starts now, so that it is ready at the first question
    shared = macros_of_ranges(macros, [(0, len(macros))])
    if isinstance(source, Text):
        return parser.parse(source.text, source.name, shared)
    return parser.read(source, shared)


def _build(document: Document) -> Plan:
    from shomei import obligations
    from shomei.verdicts.drawn import with_premises

    plan = obligations.build(document)
    return with_premises(
        plan,
        refuted=_is_refuted,
        possible=lambda context: _has_example(context, _CHOOSING),
    )


def _emit(plan: Plan) -> Mapping[str, Emission]:
    from shomei import emitter

    return emitter.emit_plan(plan)


def _audit(plan: Plan, emissions: Mapping[str, Emission]) -> Mapping[str, Emission]:
    from shomei import audit

    return audit.audited(plan, emissions)


def _refute(obligation: Obligation, seconds: float) -> Refutation | None:
    from shomei import numbers

    found = numbers.refute(obligation, seconds=seconds)
    if found is not None:
        return numbers.with_curve(obligation, found)
    return _vacuous(obligation, seconds)


def _is_refuted(obligation: Obligation) -> bool:
    """Whether a step is refuted in the time for choosing what it owes; nobody sees its curve."""
    from shomei import numbers

    found = numbers.refute(obligation, seconds=_CHOOSING)
    return (found or _vacuous(obligation, _CHOOSING)) is not None


def _vacuous(obligation: Obligation, seconds: float) -> Refutation | None:
    from shomei import numbers

    found = numbers.excluded_premise(obligation, seconds=seconds)
    if found is not None:
        return found
    if obligation.context.hypotheses and not _has_example(obligation.context, seconds):
        # Anything follows from contradictory hypotheses, even `\log (-x^2) = 5`. Without an example
        # that satisfies them no theorem counts.
        return Refutation(
            "undefined",
            (
                "no numbers were found for which all that this step assumes holds, so it may say "
                "nothing"
            ),
        )
    return None


def _symbolic(obligation: Obligation) -> tuple[str, ...]:
    from shomei import numbers

    decision = numbers.decide(obligation.goal)
    return (decision.words,) if decision is not None and decision.words else ()


@lru_cache(maxsize=1024)
def _has_example(context: Context, seconds: float) -> bool:
    """Whether numbers are found that satisfy all hypotheses of `context`. Most steps of a
    derivation share theirs.
    """
    from shomei import numbers

    return numbers.find_witness(context, seconds=seconds) is not None


def _contradiction(assumption: Assumption, seconds: float) -> Refutation | None:
    from shomei import numbers

    found = numbers.find_contradiction(assumption.context, seconds=seconds)
    return None if found is None else found.refutation


def _advise(
    obligation: Obligation, failed: Refutation | ClaimKind, seconds: float
) -> tuple[str, ...]:
    from shomei.advice.advise import advise

    return advise(obligation, failed, seconds=seconds)


def _remarks(document: Document, plan: Plan) -> tuple[Diagnostic, ...]:
    if not any(obligation.reasons for obligation in plan.obligations):
        return ()
    from shomei.advice.reasons import remarks

    return remarks(document, plan)


def _is_used(reason: Reason, obligation: Obligation, uses: frozenset[str]) -> bool | None:
    from shomei.emitter.reasons import is_used

    return is_used(reason, obligation, uses)


def _show(statement: Statement) -> str:
    from shomei.operations import statement_latex

    return statement_latex.print_statement(statement)
