"""Takes the probabilities of events for the terms that they are, where the text says that these are
events; elsewhere `P(A)` is what it is without them.
"""

from __future__ import annotations

from lark import Token

from shomei.parser.declarations import Declarations
from shomei.parser.errors import UnsupportedNotation
from shomei.parser.events import names_in, probability, space_of
from shomei.parser.lexing.probabilities import Probability
from shomei.parser.lexing.scanner import scan
from shomei.parser.lexing.tokens import end_of, make, start_of
from shomei.parser.source import Source


def find_probabilities(
    source: Source, tokens: list[Token], declarations: Declarations
) -> list[Token]:
    """The tokens with the terms that probabilities are. Raises `SyntaxProblem` for what is neither
    such a term nor anything else, and for an event of which the text says something else.
    """
    result: list[Token] = []
    for token in tokens:
        if token.type != "PROBABILITY" or not isinstance(token.value, Probability):
            result.append(token)
            continue
        place = start_of(token), end_of(token)
        read = _resolved(source, token, declarations)
        result += [read] if read else scan(source, (place,), declarations, events=False)
    return result


def _resolved(source: Source, token: Token, declarations: Declarations) -> Token | None:
    found: Probability = token.value
    place = start_of(token), end_of(token)
    names = list(dict.fromkeys(names_in(found.inside)))
    taken = declarations.variables | declarations.renamed | declarations.functions.keys()
    if not declarations.spaces or (not found.own and "P" in taken):
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
