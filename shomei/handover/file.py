"""The Lean file: one namespace for each derivation, with the definitions of the text, its theorems,
and the place of each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from shomei.emitter.theorem import comment
from shomei.handover.entries import Remark
from shomei.handover.pieces import Piece, Sheet
from shomei.handover.text import WIDTH, ascribed, bare, parts, prose, renamed, wrapped
from shomei.handover.tree import lines
from shomei.obligations.model import Obligation

#: What stands between the imports and the first namespace.
HEADER: Final = "open Filter Topology"


@dataclass(frozen=True, slots=True)
class Choices:
    """The ways that Lean accepts, by places; the theorems that keep the proof that was checked;
    those that stand as a `calc`; and those whose proofs stand in one.
    """

    ways: Mapping[int, int] = field(default_factory=dict)
    plain: frozenset[str] = frozenset()
    no_calc: frozenset[str] = frozenset()
    failed: Mapping[str, str] = field(default_factory=dict)


def text_of(sheet: Sheet, choices: Choices) -> str:
    """The namespace of one derivation."""
    return "\n".join(_text(sheet, choices)) + "\n"


def _text(sheet: Sheet, choices: Choices) -> Iterator[str]:
    yield f"namespace {sheet.namespace}"
    yield ""
    for function in sheet.definitions.known.values():
        yield from wrapped(function.text, 2)
        yield ""
    inlined = inlined_in(sheet, choices)
    remarks = list(sheet.remarks)
    by_name = {piece.name: piece for piece in sheet.pieces}
    for piece in sheet.pieces:
        while remarks and remarks[0].obligation.span < piece.entry.obligation.span:
            yield from (*_remark(sheet, remarks.pop(0)), "")
        if piece.name not in inlined and not _is_said(piece, sheet, choices, inlined):
            yield from (*_theorem(sheet, piece, choices, by_name, inlined), "")
    for remark in remarks:
        yield from (*_remark(sheet, remark), "")
    yield f"end {sheet.namespace}"


def _is_said(piece: Piece, sheet: Sheet, choices: Choices, inlined: Mapping[str, str]) -> bool:
    """Whether a theorem says that the limits of an equation exist where another theorem states the
    value of one of them, or a `calc` that ends in a value goes along the equation.
    """
    if piece.entry.kind != "exists":
        return False
    steps = {
        other.name
        for other in sheet.pieces
        if other.entry.kind == "statement" and piece.entry.obligation in other.entry.steps
    }
    if steps & set(inlined):
        return True
    values = [
        re.compile(re.escape(bare(part)).replace("value", ".+"))
        for part in parts(piece.statement.removeprefix("∃ value : ℝ, "), " ∧ ")
    ]
    return any(
        other.entry.wrong is None
        and other.entry.kind == "statement"
        and set(other.entry.theorem.binders) <= set(piece.entry.theorem.binders)
        and (
            any(value.fullmatch(other.statement) for value in values)
            or (
                is_calc(other, choices)
                and any(line.startswith("refine Iff.mpr") for line in other.before_chain)
                and any(link.theorem in steps for link in other.chain)
            )
        )
        for other in sheet.pieces
    )


def _where(sheet: Sheet, obligation: Obligation) -> str:
    return f"-- Shomei: {comment(sheet.path)}:{obligation.span.line}"


def _remark(sheet: Sheet, remark: Remark) -> Iterator[str]:
    yield _where(sheet, remark.obligation)
    yield from _commented(f"{remark.verdict}: {remark.obligation.source}")
    if remark.reason:
        yield from _commented(remark.reason)
    if remark.counterexample and not remark.reason.startswith("fails for"):
        numbers = ", ".join(f"{name} = {value}" for name, value in remark.counterexample)
        yield from _commented(f"counterexample: {numbers}")


def _commented(text: str) -> Iterator[str]:
    """Lines of a comment."""
    for line in prose(comment(text), 2, WIDTH - 3):
        yield f"-- {line}"


def _theorem(
    sheet: Sheet,
    piece: Piece,
    choices: Choices,
    by_name: Mapping[str, Piece],
    inlined: Mapping[str, str],
) -> Iterator[str]:
    for step in piece.entry.steps:
        yield _where(sheet, step)
    about = piece.entry.obligation.source
    if piece.entry.kind == "defined":
        about = f"what {about} needs to be defined"
    if piece.entry.kind == "exists":
        about = f"the limits of {about} exist"
    yield from prose(f"/-- {comment(about)} -/", 4)
    if piece.entry.wrong is not None:
        yield from _commented(f"not proved: {piece.entry.wrong}")
    yield from signature(piece)
    yield from proof_lines(sheet, piece, choices, by_name, inlined)


def signature(piece: Piece) -> Iterator[str]:
    """The lines from `theorem` to `:= by`."""
    yield from wrapped(f"theorem {piece.declaration}", 4)
    yield from wrapped(f"    {piece.statement} := by", 6)


def proof_lines(
    sheet: Sheet,
    piece: Piece,
    choices: Choices,
    by_name: Mapping[str, Piece],
    inlined: Mapping[str, str],
) -> Iterator[str]:
    """The lines of the proof."""
    if piece.name in choices.failed:
        yield from _commented(choices.failed[piece.name])
        yield "  sorry"
    elif piece.name in choices.plain:
        for line in piece.plain:
            yield from wrapped(f"  {line}", 4 + len(line) - len(line.lstrip()))
    elif is_calc(piece, choices):
        yield from (f"  {line}" for line in piece.before_chain)
        yield from _calc(sheet, piece, choices, by_name, inlined)
    else:
        yield from lines(piece.proof, sheet.terms, choices.ways, "  ")


def is_calc(piece: Piece, choices: Choices) -> bool:
    """Whether the proof stands as a `calc`."""
    return bool(piece.chain) and piece.name not in (choices.plain | choices.no_calc)


def _calc(
    sheet: Sheet,
    piece: Piece,
    choices: Choices,
    by_name: Mapping[str, Piece],
    inlined: Mapping[str, str],
) -> Iterator[str]:
    yield "  calc"
    for number, link in enumerate(piece.chain):
        left = _side(link.left) if number == 0 else "_"
        said = f"{left} {link.sign} {_side(link.right)}"
        if inlined.get(link.theorem) == piece.name:
            step = by_name[link.theorem]
            for each in step.entry.steps:
                yield f"    {_where(sheet, each)}"
            yield from wrapped(f"    {said} := by", 8)
            for line in proof_lines(sheet, step, choices, by_name, inlined):
                if line.strip() != "intro value":
                    text = renamed(line, {"value": link.value or "value"})
                    yield from wrapped(f"    {text}", 8 + len(line) - len(line.lstrip()))
        else:
            yield from wrapped(f"    {said} := {link.term}", 8)


def _side(text: str) -> str:
    if ascribed(text)[1] is not None:
        return text
    plain = bare(text)
    return f"({plain})" if plain.startswith(("∃", "∀")) else plain


def inlined_in(sheet: Sheet, choices: Choices) -> Mapping[str, str]:
    """The theorems whose proofs stand in the `calc` of a chain, with the name of that chain: those
    that nothing else cites, and that assume nothing which the chain does not.
    """
    cited: dict[str, set[str]] = {}
    for piece in sheet.pieces:
        if piece.entry.kind != "exists":
            for name in piece.requires:
                cited.setdefault(name, set()).add(piece.name)
    found: dict[str, str] = {}
    by_name = {piece.name: piece for piece in sheet.pieces}
    for piece in sheet.pieces:
        if not is_calc(piece, choices):
            continue
        for link in piece.chain:
            step = by_name.get(link.theorem)
            if (
                step is not None
                and link.straight
                and cited.get(step.name) == {piece.name}
                and set(step.entry.theorem.binders) <= set(piece.entry.theorem.binders)
                and step.entry.obligation.label is None
                and step.entry.wrong is None
                and step.name not in choices.failed
                and not is_calc(step, choices)
            ):
                found[step.name] = piece.name
    return found
