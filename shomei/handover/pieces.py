"""The theorems of a derivation with their proofs: those that were checked, rewritten for people."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Final, cast

from shomei.emitter.lean.render import lines_of
from shomei.emitter.lean.script import (
    Exact,
    Fail,
    Goal,
    Have,
    Intro,
    Script,
    SimpOnly,
    Tactic,
    Word,
)
from shomei.handover.chains import Link, applied, chain_of
from shomei.handover.definitions import Definitions
from shomei.handover.entries import EVERY, Contents, Entry, Remark, is_assumed
from shomei.handover.idiom import Setting, proof_of
from shomei.handover.known import Stated
from shomei.handover.naming import theorem_names
from shomei.handover.provable import Variables
from shomei.handover.text import (
    ascribed,
    bare,
    depths,
    is_bracketed,
    names,
    parts,
    relation,
    renamed,
    words,
)
from shomei.handover.tree import Line, Proof, Terms
from shomei.handover.writer import Fact, Writer

#: The trivial equivalence that stands for a theorem which is left out.
_SAME: Final = "(fun _ : ℝ => Iff.rfl)"
_PART: Final = re.compile(r"part\d+\Z")


@dataclass(frozen=True, slots=True)
class Piece:
    """A theorem with its text: `plain` is the proof that was checked, `chain` the links of a `calc`
    that may take the place of `proof`.
    """

    entry: Entry
    name: str
    statement: str
    proof: Proof
    plain: tuple[str, ...]
    requires: tuple[str, ...]
    chain: tuple[Link, ...] = ()
    before_chain: tuple[str, ...] = ()

    @property
    def declaration(self) -> str:
        """The theorem without its proof."""
        binders = " ".join(self.entry.theorem.binders)
        return f"{self.name} {binders} :" if binders else f"{self.name} :"


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that the text of one derivation is made of."""

    path: str
    namespace: str
    definitions: Definitions
    pieces: tuple[Piece, ...]
    remarks: tuple[Remark, ...]
    terms: Terms


def sheet_of(path: str, namespace: str, contents: Contents, definitions: Definitions) -> Sheet:
    """The sheet for one derivation."""
    new = _names(contents)
    spoken = {new[entry.name]: entry for entry in contents.entries}
    writer = Writer()
    cited = {name for entry in contents.entries for name in entry.theorem.requires}
    entries = [each if each.name in cited else _shortened(each) for each in contents.entries]
    pieces = tuple(_piece(entry, contents, new, spoken, writer) for entry in entries)
    return Sheet(path, namespace, definitions, pieces, contents.remarks, writer.finished())


def _names(contents: Contents) -> Mapping[str, str]:
    """The names of the theorems, and of those that they stand for, by their names in the check."""
    used = {
        name.partition(".")[0]
        for entry in contents.entries
        for text in (*entry.theorem.binders, entry.theorem.text.partition("-/")[2])
        for name in names(text)
    }
    best: dict[str, str] = {}
    for entry in contents.entries:
        # Of steps that state the same, one with a label or a tag gives its name.
        own = [entry.name, *(each.id for each in entry.steps if entry.kind == "statement")]
        best[entry.name] = min(own, key=lambda name: name.startswith("line_"))
    named = theorem_names(best.values(), frozenset(used - set(best) - set(best.values())))
    found = {name: named[best[name]] for name in best}
    return {**found, **{old: found[name] for old, name in contents.instead.items() if name}}


# --------------------------------------------------------------------------------------------------
# Pieces


def _shortened(entry: Entry) -> Entry:
    """A theorem of definedness without what its hypotheses say already."""
    if entry.kind != "defined" or entry.wrong is not None or not entry.theorem.script:
        return entry
    said = [bare(part) for part in parts(entry.theorem.statement, " ∧ ")]
    *before, last = entry.theorem.script
    kept = [place for place, part in enumerate(said) if not is_assumed(part, entry)]
    if not isinstance(last, Exact) or not 0 < len(kept) < len(said):
        return entry
    whole = bare(last.term)
    proofs = parts(whole[1:-1], ", ") if is_bracketed(whole, "⟨⟩") else []
    if len(proofs) != len(said):
        return entry
    left = [proofs[place] for place in kept]
    term = left[0] if len(left) == 1 else f"⟨{', '.join(left)}⟩"
    shown = [f"({said[place]})" for place in kept]
    statement = said[kept[0]] if len(kept) == 1 else " ∧ ".join(shown)
    script = _without_unused((*before, Exact(term)))
    theorem = replace(entry.theorem, statement=statement, script=script)
    return replace(entry, theorem=theorem, statement=statement)


def _without_unused(script: Script) -> Script:
    """The script without the facts `part1`, `part2`, … that nothing uses."""
    *before, last = script
    used = set(names("\n".join(lines_of(script[-1:]))))
    kept: list[Tactic] = []
    for tactic in reversed(before):
        if isinstance(tactic, Have) and _PART.match(tactic.name) and tactic.name not in used:
            continue
        kept.append(tactic)
        used |= set(names("\n".join(lines_of((tactic,)))))
    return (*reversed(kept), last)


def _piece(
    entry: Entry,
    contents: Contents,
    new: Mapping[str, str],
    spoken: Mapping[str, Entry],
    writer: Writer,
) -> Piece:
    name = new[entry.name]
    requires = tuple(dict.fromkeys(new[each] for each in entry.theorem.requires if each in new))
    if entry.wrong is not None:
        return Piece(entry, name, entry.statement, (Line("sorry"),), ("sorry",), ())
    trivial = {old for old, other in contents.instead.items() if other is None}
    arguments = {old: contents.left_out[old] for old in trivial}
    script = _with_unfolded(
        mapped(
            entry.theorem.script,
            lambda text: renamed(_without_trivial(text, arguments), new),
        ),
        spoken,
    )
    hypotheses = tuple(
        Fact(each.name, _stated(entry, each.name)) for each in entry.obligation.context.hypotheses
    )
    is_every = entry.statement.startswith(EVERY)
    if is_every:
        script = _introducing(script)
    introduced = is_every and script[:1] == (Intro(("value",)),)
    rest = script[1:] if introduced else script
    shown = entry.theorem.statement
    shown = shown.removeprefix(EVERY) if introduced else shown
    setting = Setting(hypotheses, _variables(entry), _cited(spoken))
    body = proof_of(rest, shown, setting, writer)
    if entry.uses:
        unfold = Line(f"simp only [{', '.join(entry.uses)}]")
        body = writer.tactics(((unfold,), (unfold, *body), (Line(f"show {shown}"), *body)))
    plain = (*((f"show {shown}",) if entry.uses else ()), *lines_of(rest))
    if introduced:
        body = (Line("intro value"), *body)
        plain = ("intro value", *plain)
    assumed = {fact.name: fact.statement for fact in hypotheses if fact.statement is not None}
    links, before = _links(script, entry, spoken, assumed)
    requires = tuple(
        dict.fromkeys((*requires, *(link.theorem for link in links if link.theorem in spoken)))
    )
    return Piece(entry, name, entry.statement, body, plain, requires, links, before)


def _introducing(script: Script) -> Script:
    """A proof of what holds for every value that begins with `intro value`, where it was a function
    of it.
    """
    match script:
        case (Exact(term),) if bare(term).startswith("fun value => "):
            return (Intro(("value",)), Exact(bare(term).removeprefix("fun value => ")))
    return script


def _variables(entry: Entry) -> Variables:
    """The variables of a theorem by their types."""
    found: dict[str, set[str]] = {"ℝ": set(), "ℕ": set()}
    for binder in entry.theorem.binders:
        bound, _, kind = binder[1:-1].partition(" : ")
        if kind in found:
            found[kind] |= set(bound.split())
    return Variables(found["ℝ"], found["ℕ"])


def _cited(spoken: Mapping[str, Entry]) -> Stated:
    """What an earlier theorem states of the terms that it is applied to."""

    def stated(term: str) -> str | None:
        name, *arguments = words(term)
        entry = spoken.get(name)
        if entry is None or len(arguments) < len(entry.arguments):
            return None
        values = {
            own: given if given.isidentifier() else f"({bare(given)})"
            for own, given in zip(entry.arguments, arguments, strict=False)
        }
        statement = entry.theorem.statement.removeprefix(EVERY)
        if statement != entry.theorem.statement or len(arguments) > len(entry.arguments):
            return None
        return renamed(statement, values)

    return stated


def mapped(script: Script, change: Callable[[str], str]) -> Script:
    """The script with its texts changed."""
    return tuple(_mapped(tactic, change) for tactic in script)


def _mapped(tactic: Tactic, change: Callable[[str], str]) -> Tactic:
    if isinstance(tactic, Word | Fail):
        return tactic

    def changed(value: object) -> object:
        if isinstance(value, str):
            return change(value)
        if isinstance(value, tuple):
            return tuple(changed(each) for each in value)
        return value if value is None else _mapped(cast("Tactic", value), change)

    changes: dict[str, Any] = {
        each.name: changed(getattr(tactic, each.name)) for each in fields(tactic)
    }
    return replace(tactic, **changes)


def _without_trivial(text: str, arguments: Mapping[str, int]) -> str:
    """`text` with what stands for equivalences of a proposition with itself in place of the
    theorems that state them, with their arguments.
    """
    for name, count in arguments.items():
        place = _place_of(text, name)
        while place is not None:
            end = place + len(name)
            for _ in range(count):
                end = _argument_end(text, end)
            text = f"{text[:place]}{_SAME}{text[end:]}"
            place = _place_of(text, name)
    return text


def _place_of(text: str, name: str) -> int | None:
    match = re.search(rf"(?<![\w.']){re.escape(name)}(?![\w'])", text)
    return None if match is None else match.start()


def _argument_end(text: str, begin: int) -> int:
    """The end of the argument that begins behind the space at `begin`."""
    levels = depths(text)
    end = begin + 1
    while end < len(text) and not (
        levels[end] <= levels[begin] and (text[end] == " " or text[end] in ")⟩]},")
    ):
        end += 1
    return end


def _with_unfolded(script: Script, spoken: Mapping[str, Entry]) -> Script:
    """The script with the definitions expanded in what it cites."""
    found: list[Tactic] = []
    for tactic in script:
        if isinstance(tactic, Goal):
            found.append(Goal(_with_unfolded(tactic.script, spoken)))
            continue
        if isinstance(tactic, Have) and not isinstance(tactic.proof, str):
            found.append(replace(tactic, proof=_with_unfolded(tactic.proof, spoken)))
            continue
        found.append(tactic)
        if isinstance(tactic, Have) and tactic.statement is None and isinstance(tactic.proof, str):
            uses = [
                use for name in names(tactic.proof) if name in spoken for use in spoken[name].uses
            ]
            if uses:
                found.append(SimpOnly(tuple(dict.fromkeys(uses)), at=tactic.name))
    return tuple(found)


def _stated(entry: Entry, name: str) -> str | None:
    """What a hypothesis of the theorem says."""
    for binder in entry.theorem.binders:
        own, _, statement = binder[1:-1].partition(" : ")
        if own == name:
            return statement
    return None


def _links(
    script: Script, entry: Entry, spoken: Mapping[str, Entry], hypotheses: Mapping[str, str]
) -> tuple[tuple[Link, ...], tuple[str, ...]]:
    """The links of the chain that a script goes along, and the tactics before its `calc`."""
    value: set[str] = set()
    own = {name: entry.arguments for name, entry in spoken.items()}

    def stated(term: str) -> tuple[str, str] | None:
        if term in hypotheses:
            return term, hypotheses[term]
        found = applied(term, own)
        if found is None:
            return None
        name, more = found
        statement = spoken[name].statement
        text = " ".join([name, *own[name]])
        if not more:
            return text, statement
        if len(more) == 1 and statement.startswith(EVERY):
            value.add(bare(more[0]))
            return f"{text} value", statement.removeprefix(EVERY)
        return None

    def between(left: str, right: str) -> Link | None:
        for name, other in spoken.items():
            sides = relation(other.statement.removeprefix(EVERY))
            if (
                other.uses
                and other.wrong is None
                and sides is not None
                and (bare(sides[0]), sides[1], bare(sides[2])) == (bare(left), "↔", bare(right))
                and set(other.theorem.binders) <= set(entry.theorem.binders)
            ):
                text = " ".join([name, *own[name], "value"])
                return Link(sides[0], "↔", sides[2], text, name, straight=True)
        return None

    *before, last = script
    if not isinstance(last, Exact):
        return (), ()
    term = bare(last.term)
    begin = tuple(lines_of(tuple(before)))
    ending = words(term)
    if len(ending) == 3 and ending[0] == "Shomei.hasDerivAt_of_eq":
        chain = chain_of(ascribed(ending[2])[0], stated, between, least=1)
        if chain is None or value:
            return (), ()
        begin = (*begin, f"refine {ending[0]} {ending[1]} ?_")
    elif len(ending) == 3 and ending[0] == "Iff.mpr":
        chain = chain_of(bare(ending[1]), stated, between, least=1)
        if chain is None or len(value) != 1:
            return (), ()
        (text,) = value
        begin = (*begin, f"refine Iff.mpr ?_ {ending[2]}")
        if text != "value":
            chain = tuple(link.of_value(text) for link in chain)
    else:
        chain = chain_of(term, stated, between)
        if chain is None or not value <= {"value"}:
            return (), ()
    return chain, begin
