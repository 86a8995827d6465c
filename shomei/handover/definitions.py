"""The functions that a text defines, as definitions of Lean, and statements that speak of them by
their names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from shomei.emitter.lean.names import identifier
from shomei.emitter.lean.statement import existence, proposition
from shomei.emitter.lean.term import Notation, Unprintable, real
from shomei.emitter.theorem import notation_of
from shomei.obligations.model import Context, Obligation
from shomei.terms.definitions import Definition, natural_names, unfold
from shomei.terms.nodes import BigOperator, Call, Relation, Variable
from shomei.terms.walk import called_names, free_variables, is_limiting, subtrees

#: Is added to the name of a function where it stands for the function of the Lean file; no name of
#: a derivation ends so.
_MARK: Final = "__of_file"


@dataclass(frozen=True, slots=True)
class Defined:
    """A function of the Lean file. `marked` stands for its `name` in statements."""

    name: str
    marked: str
    text: str


@dataclass(frozen=True, slots=True)
class Definitions:
    """The functions of a file, by the definitions of the text."""

    known: Mapping[Definition, Defined]

    def statement(self, obligation: Obligation, kind: str) -> tuple[str, tuple[str, ...]] | None:
        """The statement of a claim with the functions by their names, and these names; None if it
        speaks of none.
        """
        if kind == "defined":
            return None
        notation = self._notation(obligation.context)
        if notation is None:
            return None
        try:
            if kind == "exists":
                if not isinstance(obligation.goal, Relation):
                    return None
                text = existence(obligation.goal, notation)
            else:
                text = proposition(obligation.goal, notation)
        except Unprintable:
            return None
        used = []
        for definition in obligation.context.definitions:
            function = self.known.get(definition)
            if function is not None and function.marked in text:
                text = text.replace(function.marked, function.name)
                used.append(function.name)
        return (text, tuple(used)) if used else None

    def _notation(self, context: Context) -> Notation | None:
        plain = notation_of(context)
        own = {each.name: each for each in context.definitions if each in self.known}
        if not own:
            return None
        return replace(
            plain,
            definitions={
                name: _as_call(own[name]) if name in own else definition
                for name, definition in plain.definitions.items()
            },
        )


def _as_call(definition: Definition) -> Definition:
    """The definition by the function of the Lean file, which takes what it captures as well."""
    arguments = (*(each.name for each in definition.captured), *definition.parameters)
    call = Call(f"{definition.name}{_MARK}", tuple(map(Variable, arguments)))
    return replace(definition, body=call)


def definitions_of(obligations: Sequence[Obligation]) -> Definitions:
    """The functions of all steps that Lean can define by a term, in order. One that is applied to a
    natural number is none: a power of it has another meaning than one of a real number.
    """
    known: dict[Definition, Defined] = {}
    names: set[str] = set()
    natural = {name for obligation in obligations for name in _of_naturals(obligation)}
    for context in (obligation.context for obligation in obligations):
        for definition in context.definitions:
            if definition in known or definition.name in natural:
                continue
            made = _defined(definition, context, known, names)
            if made is not None:
                known[definition] = made
                names.add(made.name)
    return Definitions(known)


def _of_naturals(obligation: Obligation) -> Iterator[str]:
    """The functions that are applied to natural numbers in a step."""
    naturals = natural_names(obligation.context.variables)
    for part in subtrees(obligation.goal):
        if isinstance(part, BigOperator):
            naturals |= {part.index}
        if isinstance(part, Call) and naturals & set(free_variables(part)):
            yield part.name


def _defined(
    definition: Definition,
    context: Context,
    known: Mapping[Definition, Defined],
    taken: Iterable[str],
) -> Defined | None:
    others = {each.name: each for each in context.definitions if each in known}
    if (
        is_limiting(definition.body)
        or any(each.is_natural for each in definition.captured)
        or any(name not in others for name in called_names(definition.body))
    ):
        return None
    notation = Notation(definitions={name: _as_call(each) for name, each in others.items()})
    try:
        body = real(unfold(definition.body, notation.definitions), notation)
    except Unprintable:
        return None
    for each in others.values():
        body = body.replace(known[each].marked, known[each].name)
    name = identifier(definition.name)
    number = 2
    while name in taken:
        name = f"{identifier(definition.name)}_{number}"
        number += 1
    arguments = (*(each.name for each in definition.captured), *definition.parameters)
    binders = f" ({' '.join(map(identifier, arguments))} : ℝ)" if arguments else ""
    return Defined(
        name,
        identifier(f"{definition.name}{_MARK}"),
        f"noncomputable def {name}{binders} : ℝ := {body}",
    )
