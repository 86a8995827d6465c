"""Takes probabilities for the terms that they are: those of events that the text introduces, and in
an article that speaks of probabilities those of any; elsewhere `P(A)` is what it is without them.
"""

from __future__ import annotations

from lark import Token

from shomei.parser.declarations import Declarations
from shomei.parser.errors import UnsupportedNotation
from shomei.parser.events import names_in, probability, space_of
from shomei.parser.lexing.entropies import Entropy
from shomei.parser.lexing.probabilities import Probability, valued
from shomei.parser.lexing.scanner import scan
from shomei.parser.lexing.tokens import end_of, make, start_of
from shomei.parser.quantities import Compared, letters_of, probability_of
from shomei.parser.source import Range, Source
from shomei.terms.functions import family
from shomei.terms.nodes import Variable
from shomei.terms.walk import free_variables


def find_probabilities(
    source: Source, tokens: list[Token], declarations: Declarations
) -> list[Token]:
    """The tokens with the terms that probabilities are. Raises `SyntaxProblem` for what is neither
    such a term nor anything else, and for an event of which the text says something else.
    """
    result: list[Token] = []
    for token in tokens:
        place = start_of(token), end_of(token)
        if token.type == "PROBABILITY" and isinstance(token.value, Entropy):
            own = _entropy(source, token.value, place, declarations)
            result += own or scan(source, (place,), declarations, events=False)
            continue
        if token.type != "PROBABILITY" or not isinstance(token.value, Probability):
            result.append(token)
            continue
        read = _resolved(source, token, declarations)
        made = [read] if read else _unnamed(source, token, tokens, declarations)
        result += made or scan(source, (place,), declarations, events=False)
    return result


def _entropy(
    source: Source, found: Entropy, place: Range, declarations: Declarations
) -> list[Token]:
    """The token of an entropy of distributions of which the text has the probabilities; none for
    anything else.
    """
    known = all(family(each) in declarations.families for each in found.letters)
    if not declarations.speaks_of_chances or not known or found.name[0] in declarations.functions:
        return []
    return [make("PROBABILITY", Variable(found.name, span=source.span(*place)), *place)]


def _unnamed(
    source: Source, token: Token, tokens: list[Token], declarations: Declarations
) -> list[Token]:
    """The tokens of a probability of which the text does not say how it comes about; none for
    anything else.
    """
    found: Probability = token.value
    place = start_of(token), end_of(token)
    if not declarations.speaks_of_chances or (not found.own and _is_taken("P", declarations)):
        return []
    if found.compared is not None:
        return _compared(source, found.compared, place, declarations)
    term = probability_of(found.inside, source.span(*place)) if found.inside else None
    if term is None:
        return []
    letters = {each for name in free_variables(term) for each in letters_of(name)}
    if any(_is_taken(each, declarations) for each in letters) or any(
        each.type == "NAME" and each.value in letters for each in tokens
    ):
        return []  # letters that are numbers
    return [make("PROBABILITY", term, *place)]


def _compared(
    source: Source, found: Compared, place: Range, declarations: Declarations
) -> list[Token]:
    begin, end = found.begin, found.begin + len(found.right)
    if source.text[begin:end] != found.right:
        return []  # it comes out of a command of the author's
    if found.function in declarations.functions:
        inside = scan(source, ((begin, end),), declarations, events=False)
        opening, closing = make("LPAR", "(", begin, begin), make("RPAR", ")", end, place[1])
        return [make("NAME", found.function, place[0], begin), opening, *inside, closing]
    if found.name is None:
        return []
    return [make("PROBABILITY", Variable(found.name, span=source.span(*place)), *place)]


def _is_taken(name: str, declarations: Declarations) -> bool:
    return (
        name in declarations.variables
        or name in declarations.renamed
        or name in declarations.functions
    )


def _resolved(source: Source, token: Token, declarations: Declarations) -> Token | None:
    found: Probability = token.value
    place = start_of(token), end_of(token)
    if found.inside is None or not declarations.spaces:
        return None
    names = list(dict.fromkeys(names_in(found.inside)))
    if not found.own and _is_taken("P", declarations):
        return None
    if declarations.speaks_of_chances and not valued(source.text).isdisjoint(names):
        return None
    lost = next((name for name in names if name in declarations.lost), None)
    if lost is not None:
        raise UnsupportedNotation.of(
            source.problem(*place, f"the text does not say which event `{lost}` is")
        )
    space = space_of(names, declarations.spaces)
    if space is None:
        return None
    return make("PROBABILITY", probability(found.inside, space, source.span(*place)), *place)
