"""`\\frac{d}{dx}`, `\\frac{d^2}{dx^2}`, `\\frac{df}{dx}`,
`\\frac{\\partial^2 f}{\\partial x \\partial y}`: fractions in form, operators in meaning.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lark import Token

from shomei.parser.declarations import Declarations
from shomei.parser.errors import UnsupportedNotation
from shomei.parser.inner import function_of
from shomei.parser.lexing.groups import partners
from shomei.parser.lexing.tokens import end_of, make, start_of
from shomei.parser.limits import MAX_DIGITS
from shomei.parser.source import Range, Source
from shomei.terms.functions import element, is_family

_MAX_ORDER: Final = 20


@dataclass(frozen=True, slots=True)
class Differential:
    """The operator: its variables with their orders, outermost first, and the function in its
    numerator.
    """

    variables: tuple[tuple[str, int], ...]
    partial: bool
    function: str | None = None
    #: The letter with a value by which it differentiates the function, if it does so.
    at: str | None = None

    def __str__(self) -> str:
        return "d/d" + "".join(name for name, _ in self.variables)


def find_differentials(
    source: Source, tokens: list[Token], declarations: Declarations
) -> list[Token]:
    """The tokens with each such fraction as one DIFFERENTIAL token: `…_GROUP` if its operand is in
    brackets, `…_OF` if its numerator names a function.
    """
    pairs = partners(tokens)
    found: list[Token] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        reading = (
            _read(source, tokens, index, pairs, declarations) if token.type == "FRAC" else None
        )
        if reading is None:
            found.append(token)
            index += 1
            continue
        operator, operand, index = reading
        end = end_of(tokens[index - 1])
        if operator.at is not None:
            found += _derivative_at(operator, start_of(token), end)
            continue
        if operator.function is not None:
            kind = "DIFFERENTIAL_OF"
        elif operand or (
            index < len(tokens) and tokens[index].type in {"LPAR", "LBRACE", "LBRACKET"}
        ):
            kind = "DIFFERENTIAL_GROUP"
        else:
            kind = "DIFFERENTIAL"
        found.append(make(kind, operator, start_of(token), end))
        if operand:
            first, last = start_of(operand[0]), end_of(operand[-1])
            # The brackets around all of it keep a power behind the fraction from the operand.
            found.insert(-1, make("LPAR", "(", start_of(token), start_of(token)))
            found += [
                make("LPAR", "(", first, first),
                *find_differentials(source, operand, declarations),
                make("RPAR", ")", last, last),
                make("RPAR", ")", end, end),
            ]
    return found


def _read(
    source: Source,
    tokens: list[Token],
    index: int,
    pairs: dict[int, int],
    declarations: Declarations,
) -> tuple[Differential, list[Token], int] | None:
    """The operator, the rest of its numerator as operand, and the index after the fraction; None
    for an ordinary fraction.
    """
    upper = index + 1
    if upper not in pairs or tokens[upper].type != "LBRACE":
        return None
    lower = pairs[upper] + 1
    if lower not in pairs or tokens[lower].type != "LBRACE":
        return None
    numerator = tokens[upper + 1 : pairs[upper]]
    denominator = tokens[lower + 1 : pairs[lower]]
    if not numerator or not _is_differential_sign(numerator[0]):
        return None
    partial = numerator[0].type == "PARTIAL"
    if not declarations.variables & {"d"} and _is_of_any_order(numerator, denominator):
        raise UnsupportedNotation.of(
            source.problem(
                start_of(tokens[index]),
                end_of(tokens[pairs[lower]]),
                "derivatives of an order that is a letter are not part of the language",
            )
        )
    variables = _variables(denominator, numerator[0])
    if variables is None:
        return None
    order, rest = _order(numerator, 1)
    operand = numerator[rest:]
    fraction = (start_of(tokens[index]), end_of(tokens[pairs[lower]]))
    if not partial and "d" in declarations.variables | declarations.renamed:
        raise UnsupportedNotation.of(
            source.problem(
                *fraction,
                "this can be read as a derivative, or as a fraction with the variable d",
                hint="give the variable d another name",
            )
        )
    name, times = variables[0]
    if len(variables) == 1 and times == order <= _MAX_ORDER:
        called = _function_of(operand, name, declarations)
        if called is not None:
            return Differential(variables, partial, called, name), [], pairs[lower] + 1
    _refuse_unclear(source, fraction, order, variables, declarations)
    function = _function_alone(source, fraction, operand, declarations)
    if function is not None:
        operand = []
    return Differential(variables, partial, function), operand, pairs[lower] + 1


def _refuse_unclear(
    source: Source,
    fraction: Range,
    order: int,
    variables: tuple[tuple[str, int], ...],
    declarations: Declarations,
) -> None:
    """Refuses a derivative by a letter with a value, or of an order that is unclear or too high."""
    valued = next((name for name, _ in variables if name in declarations.renamed), None)
    if valued is not None:
        raise UnsupportedNotation.of(
            source.problem(
                *fraction,
                f"`{valued}` has a value above, so it is unclear by what this differentiates",
                hint="differentiate by another letter",
            )
        )
    total = sum(times for _, times in variables)
    if order != total:
        raise source.problem(
            *fraction,
            f"the order of this derivative is {order} above the line and {total} below",
            hint="write \\frac{d^2}{dx^2}",
        )
    if total > _MAX_ORDER:
        raise UnsupportedNotation.of(
            source.problem(
                *fraction,
                f"derivatives of an order above {_MAX_ORDER} are not part of the language",
            )
        )


def _function_alone(
    source: Source, fraction: Range, operand: list[Token], declarations: Declarations
) -> str | None:
    """The function whose name is all of the operand. Refuses one that nothing defines."""
    if (
        len(operand) != 1
        or operand[0].type != "NAME"
        or operand[0].value in declarations.renamed
        or declarations.stands_for_a_term(str(operand[0].value))
    ):
        return None
    function = str(operand[0].value)
    if declarations.is_function(function):
        return function
    raise UnsupportedNotation.of(
        source.problem(
            *fraction,
            f"nothing above defines `{function}`",
            hint=(
                f"write `define {function}(x) = …` above, or \\frac{{d}}{{dx}} before "
                "the expression itself"
            ),
        )
    )


def _function_of(operand: list[Token], inner: str, declarations: Declarations) -> str | None:
    """The function that the letter in the numerator is of another one with a value."""
    if len(operand) != 1 or operand[0].type != "NAME":
        return None
    item = function_of(str(operand[0].value), inner, declarations)
    if item is None:
        return None
    declarations.inner[item.name] = item
    declarations.functions[item.name] = item.parameters
    return item.name


def _derivative_at(operator: Differential, start: int, end: int) -> list[Token]:
    """`f'(u)` in brackets, which keep a power behind it from the argument."""
    return [
        make("LPAR", "(", start, start),
        make("NAME", operator.function, start, start),
        make("PRIMES", operator.variables[0][1], start, start),
        make("LPAR", "(", start, start),
        make("NAME", operator.at, start, start),
        make("RPAR", ")", end, end),
        make("RPAR", ")", end, end),
    ]


def _is_differential_sign(token: Token) -> bool:
    return token.type == "PARTIAL" or (token.type == "NAME" and token.value == "d")


def _is_of_any_order(numerator: list[Token], denominator: list[Token]) -> bool:
    """Whether a fraction is `\\frac{d^n}{dx^n}`, with the same letter as order in both."""
    order = [(token.type, token.value) for token in numerator[1:]]
    letters = [token for token in numerator[1:] if token.type == "NAME"]
    return (
        len(letters) == 1
        and order[0][0] == "CARET"
        and len(order) in {2, 4}
        and len(denominator) > 2
        and (denominator[0].type, denominator[0].value) == (numerator[0].type, numerator[0].value)
        and denominator[1].type == "NAME"
        and [(token.type, token.value) for token in denominator[2:]] == order
    )


def _order(tokens: list[Token], index: int) -> tuple[int, int]:
    """The optional exponent at `index`, and the index after it."""
    if index + 1 >= len(tokens) or tokens[index].type != "CARET":
        return 1, index
    braces = tokens[index + 1].type == "LBRACE"
    number = index + 2 if braces else index + 1
    after = number + (2 if braces else 1)
    if (
        after > len(tokens)
        or tokens[number].type != "NUMBER"
        or not tokens[number].value.isdigit()
        or len(tokens[number].value) > MAX_DIGITS
    ):
        return 1, index
    return int(tokens[number].value), after


def _variables(tokens: list[Token], sign: Token) -> tuple[tuple[str, int], ...] | None:
    """`dx^2`, `\\partial x \\partial y`: the variables with their orders; None for anything
    else.
    """
    variables: list[tuple[str, int]] = []
    index = 0
    while index < len(tokens):
        if (
            tokens[index].type != sign.type
            or tokens[index].value != sign.value
            or index + 1 >= len(tokens)
            or tokens[index + 1].type != "NAME"
        ):
            return None
        name = str(tokens[index + 1].value)
        after = index + 2
        if is_family(name):
            closing = next(
                (at for at in range(after, len(tokens)) if tokens[at].type == "RPAR"), None
            )
            if closing is None:
                return None
            indices = [token for token in tokens[after + 1 : closing] if token.type != "COMMA"]
            if any(token.type not in {"NAME", "NUMBER"} for token in indices):
                return None
            name = element(name, tuple(str(token.value) for token in indices))
            after = closing + 1
        order, index = _order(tokens, after)
        variables.append((name, order))
    return tuple(variables) or None
