"""Formulas that say again, or otherwise, what a function or a name is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from shomei.parser.article.drafts import Draft
from shomei.parser.article.instances import puts_in, values_in
from shomei.parser.article.knowledge import Knowledge
from shomei.parser.article.named_in_text import (
    CONSTANT_CALLED,
)
from shomei.parser.article.restated import Meaning, says_the_same
from shomei.parser.ast import Define
from shomei.parser.directives import Entry
from shomei.parser.notation import RelationLink
from shomei.parser.source import Range
from shomei.terms.functions import is_family
from shomei.terms.nodes import (
    Call,
    Expression,
    Relation,
    Statement,
    Variable,
)
from shomei.terms.substitution import substitute
from shomei.terms.walk import called_names, free_variables


@dataclass(slots=True)
class Redefinitions(Knowledge):
    """Tells what restates a definition from what displaces it."""

    def names_the_same(self, item: Define) -> bool:
        """Whether a name stands for what a definition says of it as a function."""
        named = self.declarations.value_of(item.name)
        if named is None:
            return False
        known = Define(item.name, item.parameters, named, span=item.span)
        return self.says_the_same(known, item.parameters, item.body)

    def redefinition(self, statement: Statement) -> Define | None:
        """`f(x) = …` where the words let f be this: it displaces the definition before."""
        match statement:
            case Relation(operator="=", left=Call(name=name, arguments=arguments), right=body):
                parameters = tuple(each.name for each in arguments if isinstance(each, Variable))
                if (
                    len(parameters) == len(set(parameters)) == len(arguments)
                    and name not in called_names(body)
                    and self.declarations.functions.get(name) is not None
                ):
                    own = name.rpartition("_")[0] if name in self.declarations.inner else name
                    return Define(own, parameters, body, span=statement.span)
        return None

    def constant_called(self, place: Range) -> list[Entry] | None:
        """`e(x) = …`: e is a function, and no number."""
        called = CONSTANT_CALLED.match(self.source.text[slice(*place)])
        if called is None:
            return None
        name = called.group(1).removeprefix("\\")
        self.beyond[name] = "another meaning of this letter"
        return self.noted(place, "mention", self.beyond[name])

    def piece(self, draft: Draft) -> list[Entry] | None:
        """`f(x) = …` again, of a function that is defined under a condition: a further piece, with
        which it is not known as a whole.
        """
        if (called := self.constant_called(draft.place)) is not None:
            return called
        signs = {link.operator for link, _ in draft.links} & set(self.meanings.operators)
        if signs:
            return self.noted(draft.place, "beyond", self.meanings.operators[min(signs)])
        match draft:
            case Draft(first=Call() as call, links=[(RelationLink(right=body), _), *_]):
                pass
            case Draft(first=Relation(operator="=", left=Call() as call, right=body), links=[]):
                pass
            case _:
                return None
        if call.name not in self.restricted or call.arguments != tuple(
            map(Variable, self.restricted[call.name][0])
        ):
            return None
        known = self.defined.get(call.name)
        if (
            known is not None and self.says_the_same(known, known.parameters, body)
        ) or call.name in called_names(body):
            return None
        why = f"{call.name} is defined in pieces"
        self.beyond[call.name] = why
        return self.noted(draft.place, "definition", why)

    def another(self, draft: Draft, doubted: bool) -> list[Entry] | None:
        """`f(x) = …` again with another formula, where the words do not claim it: a function of the
        same name, or a further example. What f is from there on is not known.
        """
        match draft:
            case Draft(
                first=Call() as call, links=[(RelationLink(operator="=", right=body), _), *_]
            ):
                pass
            case Draft(first=Relation(operator="=", left=Call() as call, right=body), logic=[]):
                pass
            case _:
                return None
        known = self.defined.get(call.name)
        names = tuple(each.name for each in call.arguments if isinstance(each, Variable))
        written = self.source.text[call.span.start : call.span.end]
        bare = "(" not in written and not is_family(call.name)
        if (
            known is None
            or not (doubted or bare or self._is_of_others(known, names, body))
            or not len(set(names)) == len(names) == len(call.arguments)
            or call.name in called_names(body)
            or not self.declarations.recursive.isdisjoint(called_names(known.body))
            or self.says_the_same(known, names, body)
            or (self.in_one_case(call) and (self.concluded or self._agrees(known, names, body)))
        ):
            return None
        if self._is_of_others(known, names, body):
            span = self.source.span(call.span.start, body.span.end)
            return self.learn(Define(call.name, names, body, span=span))
        why = f"another formula for {call.name} is in line {known.span.line}"
        del self.defined[call.name]
        self.declarations.forget(call.name)
        self.beyond[call.name] = f"which {call.name} is meant is not said"
        return self.noted(draft.place, "mention", why)

    def _is_of_others(self, known: Define, names: tuple[str, ...], body: Expression) -> bool:
        """Whether a formula in a later section than the one that defines a function speaks of
        letters that are new: it defines another function of its name.
        """
        spoken = self.memory.known | self.declarations.renamed | set(self.declarations.functions)
        letters = set(free_variables(body)) - set(names)
        later = self.memory.begins > known.span.end
        return later and bool(set(names) & set(free_variables(body))) and not letters <= spoken

    def _agrees(self, known: Define, names: tuple[str, ...], body: Expression) -> bool:
        """Whether a formula is that of a function for the values that are put in right here."""
        values = values_in(self.memory.conditions)
        case = replace(known, body=substitute(known.body, values))
        return self.says_the_same(case, names, substitute(body, values))

    def in_one_case(self, call: Call) -> bool:
        """Whether the value of a function is that for values that are put in for letters right
        here.
        """
        known = self.defined.get(call.name)
        return known is not None and puts_in(
            self.memory.conditions, self.speaks_of(known.body) - {*known.parameters}
        )

    def says_the_same(self, known: Define, names: tuple[str, ...], body: Expression) -> bool:
        """Whether a formula agrees with the definition of a function of these parameters."""
        meaning = Meaning(self.declarations.value_of, self.defined)
        return says_the_same(known, names, body, meaning)
