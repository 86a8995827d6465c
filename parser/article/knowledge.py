"""What an article has said of its letters and functions, and what of it is not of the language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from shomei.operations.letters import plain_letter
from shomei.parser.article.dependence import DEPENDENT, Dependence
from shomei.parser.article.drafts import Draft
from shomei.parser.article.instances import is_owed, number_of, satisfies
from shomei.parser.article.listed import listed
from shomei.parser.article.meanings import Meanings
from shomei.parser.article.memory import Memory
from shomei.parser.article.named_in_text import (
    DEFINES,
    DEFINES_INDEXED,
    INDEXED,
    RANGES,
)
from shomei.parser.article.premises import is_equation
from shomei.parser.ast import Assume, Define, Let, Noted, Unsettled
from shomei.parser.declarations import Declarations
from shomei.parser.directives import Entry
from shomei.parser.errors import OtherThings, SyntaxProblem
from shomei.parser.imaginary import is_quantity
from shomei.parser.quantities import letters_of, unnamed_in
from shomei.parser.sequences import note_elements
from shomei.parser.source import Range, Source
from shomei.terms.functions import ANY, family
from shomei.terms.indices import counting
from shomei.terms.nodes import (
    Apply,
    Call,
    Constant,
    Derivative,
    ForAll,
    Membership,
    Negation,
    Node,
    Number,
    NumberSet,
    Power,
    Prime,
    Relation,
    Span,
    Statement,
    Variable,
)
from shomei.terms.roles import Role
from shomei.terms.walk import called_names, free_variables, subtrees

#: What is said of a formula that applies a function of which the text says too little.
UNKNOWN: Final = "what this function is, is not read"


@dataclass(slots=True)
class Knowledge:
    """Grows as the article is read. What it has no words for is noted, and never a step."""

    source: Source
    declarations: Declarations
    memory: Memory
    #: The latest definition of each function.
    defined: dict[str, Define] = field(default_factory=dict)
    #: The letters of which something is assumed.
    assumed: set[str] = field(default_factory=set)
    #: The letters of which it is said what numbers they are.
    declared: set[str] = field(default_factory=set)
    #: Letters that are said to be functions, of which nothing more is known.
    abstract: set[str] = field(default_factory=set)
    #: Functions that are defined under conditions on their parameters.
    restricted: dict[str, tuple[tuple[str, ...], tuple[Statement, ...]]] = field(
        default_factory=dict
    )
    #: The letters that bound sums and the like.
    counting: set[str] = field(default_factory=set)
    dependence: Dependence = field(default_factory=Dependence)
    meanings: Meanings = field(default_factory=Meanings)
    #: Letters that stand for what the language does not have, and what that is.
    beyond: dict[str, str] = field(default_factory=dict)
    #: Whether the words before what is read draw a conclusion.
    concluded: bool = False

    def learn(self, item: Define) -> list[Entry]:
        """A definition, with what it makes known."""
        self.beyond.pop(item.name, None)
        if self.declarations.language is None:
            self.beyond[item.name] = "its definition is in words that are not read"
            place = (item.span.start, item.span.end)
            return self.noted(place, "mention", "a definition, if the words say so")
        if (why := self.strange([item.body], item.parameters)) is not None:
            self.beyond[item.name] = why
            place = (item.span.start, item.span.end)
            return self.noted(place, "beyond", why)
        letters = set(free_variables(item.body)) - set(item.parameters)
        ended: list[Entry] = [*self.memory.given(letters)]
        if item.parameters and item.name in self.declarations.earlier:
            ended += self.memory.begin_anew(item.name, (item.span.start, item.span.end))
        self.defined[item.name] = item
        self.abstract.discard(item.name)
        self.restricted.pop(item.name, None)
        self.memory.note([item.body])
        self.memory.know(item.parameters)
        return [*ended, *self._no_functions(item), *self._no_name(item), item]

    def _no_functions(self, item: Define) -> list[Entry]:
        """The end of functions whose letters are parameters from here on."""
        ended = tuple(each for each in item.parameters if each in self.defined)
        for name in ended:
            del self.defined[name]
            self.declarations.forget(name)
        if not ended:
            return []
        return [Let(ended, "R", span=item.span, anew=True, in_prose=True)]

    def _no_name(self, item: Define) -> list[Entry]:
        """The end of a name whose letter is that of a function from here on."""
        known = self.declarations
        if item.name not in known.renamed or not item.parameters:
            return []
        known.renamed.discard(item.name)
        known.functions[item.name] = item.parameters
        return [Let((item.name,), "R", span=item.span, anew=True, in_prose=True)]

    def depend(self, letters: Iterable[str], on: Iterable[str]) -> tuple[str, ...]:
        """`y is a function of x`: the letters that have no value of their own and depend on
        others from here on.
        """
        names = (*letters, *on)
        for name in names:
            if self.beyond.get(name) == DEPENDENT:
                del self.beyond[name]
        self.memory.know(names)
        return self.dependence.add(
            [each for each in letters if not self.declarations.is_function(each)], on
        )

    def assume(self, statements: tuple[Statement, ...], place: Range) -> list[Entry]:
        """Conditions that hold from here on; memberships declare what a variable ranges over."""
        span = self._span(place)
        typed: dict[NumberSet, list[str]] = {}
        conditions: list[Statement] = []
        for statement in statements:
            if isinstance(statement, Membership):
                typed.setdefault(statement.domain, []).append(statement.name)
            elif ANY in free_variables(statement):
                # of functions without their argument
                conditions.append(ForAll((ANY,), statement, span=statement.span))
            else:
                conditions.append(statement)
        self.memory.note(list(statements))
        self.memory.supposed |= dict.fromkeys(conditions)
        note_elements(conditions, self.declarations)
        self.assumed.update(name for each in conditions for name in free_variables(each))
        self.declared.update(name for each in statements for name in free_variables(each))
        lets = [
            Let(tuple(names), domain, span=span, in_prose=True) for domain, names in typed.items()
        ]
        return [
            *lets,
            *([Assume(tuple(conditions), span=span, in_prose=True)] if conditions else []),
        ]

    def ties(self, statement: Statement) -> None:
        """An equation that is supposed ties its letters together, unless it names one of them."""
        names = free_variables(statement)
        if (
            is_equation(statement)
            and len(names) > 1
            and not isinstance(statement.left, Variable | Call)
        ):
            self.dependence.link(names)

    def gives(self, statement: Relation) -> None:
        """A letter is supposed to be equal to a term, without becoming a name for it."""
        for side, other in ((statement.left, statement.right), (statement.right, statement.left)):
            if isinstance(side, Variable) and side.name not in free_variables(other):
                self.dependence.give(side.name, free_variables(other))
                return

    def _is_tied(self, called: Call | Prime) -> bool:
        """Whether the function that a name is of a letter takes one for a constant that is not."""
        item = self.declarations.inner.get(called.name)
        return item is not None and self.dependence.is_tied(
            item.parameters[0], frozenset(free_variables(item.body))
        )

    def _varies(self, part: Derivative) -> bool:
        """Whether a derivative takes a letter for a constant that is supposed to vary."""
        return not part.partial and self.dependence.varies(part.variable, self.speaks_of(part.body))

    def name_strange(self, draft: Draft, why: str) -> None:
        """A letter that is equal to something strange is strange itself."""
        match draft:
            case Draft(first=Variable(name=name)) if draft.links:
                self.beyond.setdefault(name, why)
            case Draft(first=Relation(operator="=", left=Variable(name=name))):
                self.beyond.setdefault(name, why)

    def strange(self, nodes: list[Node], besides: tuple[str, ...] = ()) -> str | None:
        """What the language does not have of what these expressions speak of."""
        ends = [(node.span.start, node.span.end) for node in nodes]
        text = self.source.text[min(ends)[0] : max(end for _, end in ends)] if ends else ""
        if (why := self.meanings.strange(nodes, text)) is not None:
            return why
        for node in nodes:
            for part in subtrees(node):
                if (
                    isinstance(part, Variable | Call | Prime | Constant)
                    and (name := self._strange_name(part.name)) is not None
                    and part.name not in besides
                ):
                    return self.beyond[name]
                if isinstance(part, Call | Prime) and self._is_tied(part):
                    return DEPENDENT
                if isinstance(part, Derivative) and self._varies(part):
                    return DEPENDENT
                if _is_imaginary(part) and not is_quantity(self.source.text):
                    return "complex numbers"
                if isinstance(part, Derivative) and part.variable in self._valued():
                    return f"{part.variable} has a value here"
                if isinstance(part, Call) and not self._is_in_domain(part):
                    return f"{part.name} is defined under a condition"
        if (why := self._expects(nodes)) is not None:
            return why
        if self.dependence.misread(nodes, self.speaks_of, self._besides_parameters):
            return DEPENDENT
        return None

    def _expects(self, nodes: Iterable[Node]) -> str | None:
        """What the letters of an expectation are called, of which the text gives no value: then it
        is one of any random variable, or of none.
        """
        for name in unnamed_in(nodes, self.declarations):
            if name.startswith("E("):
                called = (
                    self.beyond.get(letter) or self.beyond.get(family(letter))
                    for letter in letters_of(name)
                )
                return next(filter(None, called), UNKNOWN)
        return None

    def speaks_of(self, node: Node) -> frozenset[str]:
        """The letters of a term and of what its names and functions stand for."""
        return self._letters_behind(free_variables(node), called_names(node))

    def conditions_on(self, nodes: Iterable[Node]) -> tuple[Statement, ...]:
        """The conditions in force that concern these expressions."""
        return self.among(nodes, self.memory.conditions)

    def among(
        self, nodes: Iterable[Node], conditions: Sequence[Statement]
    ) -> tuple[Statement, ...]:
        """Those of some conditions that concern these expressions: they speak of a letter of
        theirs, or of one behind their names (of `S` after `let S = 2x + 1`, `x = 2` does), or of a
        letter that such a condition speaks of.
        """
        about = self._about(nodes)
        found: dict[Statement, None] = {}
        more = True
        while more:
            near = [
                each for each in conditions if each not in found and about & self._about((each,))
            ]
            found |= dict.fromkeys(near)
            about, more = about | self._about(near), bool(near)
        return tuple(each for each in conditions if each in found)

    def _about(self, nodes: Iterable[Node]) -> frozenset[str]:
        """The letters of some expressions, and those behind their names and functions."""
        return frozenset().union(
            *(frozenset(free_variables(node)) | self.speaks_of(node) for node in nodes)
        )

    def _besides_parameters(self, prime: Node) -> frozenset[str]:
        """The letters, besides its parameters, of the function that is differentiated."""
        return self._letters_behind((), called_names(prime))

    def _letters_behind(self, names: Iterable[str], calls: Iterable[str]) -> frozenset[str]:
        found: set[str] = set()
        seen: set[str] = set()
        pending, calling = [*names], [*calls]
        while pending or calling:
            if calling:
                name = calling.pop()
                item = self.defined.get(name) or self.declarations.inner.get(name)
                term = None if item is None or f"{name}(" in seen else item.body
                seen.add(f"{name}(")
                own = set(item.parameters) if item is not None else set()
            else:
                name, own = pending.pop(), set()
                term = self.declarations.value_of(name)
                if term is None:
                    found.add(name)
                elif name in seen:
                    term = None
                seen.add(name)
            if term is not None:
                pending += set(free_variables(term)) - own
                calling += called_names(term)
        return frozenset(found)

    def _valued(self) -> set[str]:
        """The letters that stand for a value."""
        settings = {setting.name for setting in self.declarations.settings}
        return self.declarations.renamed | settings

    def _is_in_domain(self, call: Call) -> bool:
        """Whether a function is called where its definition says what it is, as far as that is
        seen: at its own parameters, at numbers that satisfy the conditions, or where its formula
        has a value under these conditions only.
        """
        if call.name not in self.restricted:
            return True
        parameters, conditions = self.restricted[call.name]
        if call.arguments == tuple(map(Variable, parameters)):
            return True
        known = self.defined.get(call.name)
        if known is not None and all(is_owed(each, known.body) for each in conditions):
            return True
        values = dict(zip(parameters, map(number_of, call.arguments), strict=False))
        return all(satisfies(condition, values) for condition in conditions)

    def _strange_name(self, name: str) -> str | None:
        """The name itself or its plain letter, whichever stands for what the language has not."""
        return next((each for each in (name, plain_letter(name)) if each in self.beyond), None)

    def noted(self, place: Range, role: Role, why: str) -> list[Entry]:
        """A formula that is displayed or stated but not checked."""
        text = self.source.text[place[0] : place[1]].strip()
        return [Noted(text, role, why, span=self._span(place))]

    def unread(self, place: Range, problem: SyntaxProblem) -> list[Entry]:
        """A formula that cannot be read, and why. Its definitions do not count, and a continuation
        of it is not read either. One that lists values of a letter says that it is a number.
        """
        if letters := self._listed(place):
            why = "it lists values"
            return [
                *self.noted(place, "mention", why),
                Unsettled(letters, span=self._span(place)),
            ]
        if isinstance(problem, OtherThings):
            noted = self.noted(place, "beyond", problem.things)
        else:
            noted = self.noted(place, "unread", problem.message)
        text = self.source.text[slice(*place)]
        self.undeclared(text, place)
        return [*noted, *self.families(text, place)]

    def _listed(self, place: Range) -> tuple[str, ...]:
        """The letters whose values a formula lists, and which have none from above."""
        letters = listed(self.source, place, self.declarations)
        taken = self._valued() | set(self.declarations.functions) | set(self.beyond)
        return letters if taken.isdisjoint(letters) else ()

    def families(self, text: str, place: Range) -> list[Entry]:
        """The sequences of a formula that is not read, of which it may say something; and the
        letters with an index that it may define.
        """
        names = [name for match in INDEXED.finditer(text) for name in match.groups() if name]
        if match := DEFINES_INDEXED.match(text):
            names.append(match.group(1))
        letters = dict.fromkeys(f"{name.removeprefix(chr(92))}_" for name in names)
        return [Unsettled(tuple(letters), lasting=True, span=self._span(place))] if letters else []

    def undeclared(self, text: str, place: Range) -> None:
        """What a formula that is not read seems to declare is not known from here on."""
        line = self.source.cells.told(self.source.span(*place).line)
        why = f"its declaration in line {line} is not read"
        if match := RANGES.match(text):
            self.beyond.update(dict.fromkeys(re.findall(r"\\?[A-Za-z]+", match.group(1)), why))
        if match := DEFINES.match(text):
            self.beyond[match.group(1).removeprefix("\\")] = why

    def _span(self, place: Range) -> Span:
        return self.source.span(*place)


def _is_imaginary(part: Node) -> bool:
    """`e^{i …}`, or the root of a negative number."""
    match part:
        case Power(base=Constant(name="e"), exponent=exponent):
            return "i" in free_variables(exponent) and "i" not in counting(exponent)
        case Apply(operation="sqrt", arguments=(Negation(operand=Number()), *_)):
            return True
        case _:
            return False
