"""Asks Lean which ways to write a proof it accepts, and has it read the whole file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from shomei.handover.file import Choices, proof_lines, text_of
from shomei.handover.pieces import Piece, Sheet
from shomei.handover.tree import MARK, has_places, lines
from shomei.lean.backend import LeanBackend, LeanMessage
from shomei.lean.body import assemble

#: The theorems that are tried in one body.
_TOGETHER: Final = 8
#: Every way counts against the limit of its theorem.
_EFFORT: Final = "set_option maxHeartbeats 2000000 in\n"


def chosen(sheet: Sheet, backend: LeanBackend, tactics: str, timeout: float) -> Choices:
    """The choices by which Lean accepts each theorem, one by one. `tactics` are the commands that
    declare Mathlib's tactics where there is no Mathlib.
    """
    open_pieces = [piece for piece in sheet.pieces if piece.chain or _is_open(piece)]
    groups = [
        open_pieces[begin : begin + _TOGETHER] for begin in range(0, len(open_pieces), _TOGETHER)
    ]
    bodies = [
        assemble([("", f"{tactics}\n{_definitions(sheet)}", False), *_tried(sheet, group)])
        for group in groups
    ]
    runs = backend.check([body.text for body in bodies], timeout=timeout)
    ways: dict[int, int] = {}
    plain: set[str] = set()
    no_calc: set[str] = set()
    for group, body, run in zip(groups, bodies, runs, strict=True):
        ways.update(_ways(run.messages))
        bad = {
            part.name
            for part in body.parts
            for message in run.messages
            if message.severity == "error" and part.first <= message.line <= part.last
        }
        for piece in group:
            if not run.complete or piece.name in bad:
                plain.add(piece.name)
            if f"{piece.name} calc" in bad or not run.complete:
                no_calc.add(piece.name)
    return Choices(ways, frozenset(plain), frozenset(no_calc))


def _is_open(piece: Piece) -> bool:
    """Whether there is anything to choose in the proof."""
    return piece.entry.wrong is None and has_places(piece.proof)


def _definitions(sheet: Sheet) -> str:
    return "\n".join(each.text for each in sheet.definitions.known.values())


def _tried(sheet: Sheet, group: Sequence[Piece]) -> Iterator[tuple[str, str, bool]]:
    """The parts of a body: what is cited, and each theorem with all its ways."""
    by_name = {piece.name: piece for piece in sheet.pieces}
    cited = dict.fromkeys(name for piece in group for name in piece.requires)
    for name in cited:
        other = by_name[name]
        yield "", f"axiom {other.declaration}\n    {other.statement}", False
    for piece in group:
        text = "\n".join((f"example {_binders(piece)} :", f"    {piece.statement} := by"))
        proof = "\n".join(lines(piece.proof, sheet.terms, None, "  "))
        yield piece.name, f"{_EFFORT}{text}\n{proof}", True
        if piece.chain:
            whole = Choices()
            calc = "\n".join(proof_lines(sheet, piece, whole, by_name, {}))
            yield f"{piece.name} calc", f"{_EFFORT}{text}\n{calc}", True


def _binders(piece: Piece) -> str:
    return " ".join(piece.entry.theorem.binders)


def _ways(messages: Sequence[LeanMessage]) -> Mapping[int, int]:
    found = {}
    for message in messages:
        mark, *numbers = message.text.strip().split(":")
        if mark == MARK and len(numbers) == 2 and all(each.isdecimal() for each in numbers):
            found[int(numbers[0])] = int(numbers[1])
    return found


def read_whole(
    sheet: Sheet, choices: Choices, backend: LeanBackend, tactics: str, timeout: float
) -> tuple[Choices, bool]:
    """The choices with which Lean accepts the whole text of one derivation, and whether it does."""
    for _ in range(4):
        text = text_of(sheet, choices)
        begin = tactics.count("\n") + 2
        (run,) = backend.check([f"{tactics}\n\n{text}"], timeout=timeout)
        errors = [message for message in run.messages if message.severity == "error"]
        if run.complete and not errors:
            return choices, True
        bad = _theorems_at(text, [message.line - begin for message in errors])
        if not bad:
            return choices, False
        choices = _stricter(sheet, choices, bad)
    return choices, False


def _theorems_at(text: str, places: Sequence[int]) -> set[str]:
    """The theorems that stand at these lines, counted from 0."""
    found: set[str] = set()
    rows = text.split("\n")
    for place in places:
        for row in reversed(rows[: max(0, place) + 1]):
            if row.startswith("theorem "):
                found.add(row.split()[1].rstrip(":"))
                break
    return found


def _stricter(sheet: Sheet, choices: Choices, bad: set[str]) -> Choices:
    """The next choices for theorems that Lean rejects: no `calc`, then the proof that was checked,
    then none.
    """
    no_calc, plain, failed = set(choices.no_calc), set(choices.plain), dict(choices.failed)
    for piece in sheet.pieces:
        if piece.name not in bad or piece.entry.wrong is not None:
            continue
        if piece.chain and piece.name not in no_calc and piece.name not in plain:
            no_calc.add(piece.name)
        elif piece.name not in plain:
            plain.add(piece.name)
        else:
            failed[piece.name] = "Lean accepts this theorem by itself, but not in this file"
    return replace(choices, no_calc=frozenset(no_calc), plain=frozenset(plain), failed=failed)
