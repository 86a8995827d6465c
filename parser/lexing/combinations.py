"""Numbers of combinations as schools write them: `{}_n C_k` is `\\binom{n}{k}`, `{}_n P_k` that of
permutations, `{}_n H_k` that of combinations with repetition. `C_n^k` may be one, or a power.
"""

from __future__ import annotations

import re
from typing import Final

from lark import Token

from shomei.parser.declarations import Declarations
from shomei.parser.errors import UnsupportedNotation
from shomei.parser.lexing.groups import partners
from shomei.parser.lexing.tokens import end_of, kinds, make, start_of
from shomei.parser.source import Source

_LETTERS: Final = frozenset(("C", "P", "H"))
_EMPTY: Final = re.compile(r"\{\s*\}\s*\Z")
_OPERAND_ENDS: Final = frozenset(
    ("NAME", "NUMBER", "CONSTANT", "RPAR", "RBRACE", "RBRACKET", "RIGHT_BAR", "BANG", "PRIMES")
)


def write_combinations(
    source: Source, tokens: list[Token], declarations: Declarations
) -> list[Token]:
    """The tokens with each number of combinations or permutations as what it stands for. Raises for
    `C_n^k`, unless `C_n` has been read as a letter.
    """
    if not any(token.value in _LETTERS for token in tokens):
        return tokens
    pairs = partners(tokens)
    found: list[Token] = []
    index = 0
    while index < len(tokens):
        read = _read(source, tokens, index, pairs)
        if read is None:
            _refuse_power(source, tokens, index, pairs, declarations)
            found.append(tokens[index])
            index += 1
        else:
            made, index = read
            found += made
    return found


def _index(tokens: list[Token], at: int, pairs: dict[int, int]) -> tuple[list[Token], int] | None:
    """What stands as an index behind the `_` or `^` at this place, and where that ends."""
    if kinds(tokens, at, 1) not in (["UNDERSCORE"], ["CARET"]):
        return None
    if kinds(tokens, at + 1, 1) == ["LBRACE"] and at + 1 in pairs:
        return tokens[at + 2 : pairs[at + 1]], pairs[at + 1] + 1
    if kinds(tokens, at + 1, 1) in (["NAME"], ["NUMBER"]):
        return tokens[at + 1 : at + 2], at + 2
    return None


def _read(
    source: Source, tokens: list[Token], index: int, pairs: dict[int, int]
) -> tuple[list[Token], int] | None:
    if tokens[index].type != "UNDERSCORE" or (
        index
        and tokens[index - 1].type in _OPERAND_ENDS
        and not _EMPTY.search(source.text, 0, start_of(tokens[index]))
    ):
        return None
    first = _index(tokens, index, pairs)
    if first is None or kinds(tokens, first[1], 2) != ["NAME", "UNDERSCORE"]:
        return None
    letter = tokens[first[1]]
    second = _index(tokens, first[1] + 1, pairs)
    if letter.value not in _LETTERS or second is None or not (first[0] and second[0]):
        return None
    return _meant(str(letter.value), first[0], second[0], letter), second[1]


def _meant(kind: str, above: list[Token], below: list[Token], place: Token) -> list[Token]:
    start, end = start_of(place), end_of(place)

    def sign(terminal: str, value: str) -> Token:
        return make(terminal, value, start, end)

    def braces(inner: list[Token]) -> list[Token]:
        return [sign("LBRACE", "{"), *inner, sign("RBRACE", "}")]

    def brackets(inner: list[Token]) -> list[Token]:
        return [sign("LPAR", "("), *inner, sign("RPAR", ")")]

    bang = sign("BANG", "!")
    match kind:
        case "C":
            return [sign("BINOM", "binom"), *braces(above), *braces(below)]
        case "H":
            more = [*above, sign("PLUS", "+"), *below, sign("MINUS", "-"), sign("NUMBER", "1")]
            return [sign("BINOM", "binom"), *braces(more), *braces(below)]
        case _:
            rest = brackets([*brackets(above), sign("MINUS", "-"), *brackets(below)])
            left = _difference(above, below)
            if left is not None:
                rest = [sign("NUMBER", str(left))]
            upper = braces([*brackets(above), bang])
            return [sign("FRAC", "frac"), *upper, *braces([*rest, bang])]


def _difference(above: list[Token], below: list[Token]) -> int | None:
    """What is left of one numeral after another; None for anything else."""
    written = [str(token.value) for token in (*above, *below)]
    if len(written) != 2 or not all(each.isdigit() and len(each) < 4 for each in written):
        return None
    left = int(written[0]) - int(written[1])
    return left if left >= 0 else None


def _refuse_power(
    source: Source, tokens: list[Token], index: int, pairs: dict[int, int], known: Declarations
) -> None:
    """`C_n^k`, `C^k_n`."""
    if tokens[index].type != "NAME" or tokens[index].value != "C":
        return
    first = _index(tokens, index + 1, pairs)
    second = _index(tokens, first[1], pairs) if first is not None else None
    if first is None or second is None or tokens[index + 1].type == tokens[first[1]].type:
        return
    below = first[0] if tokens[index + 1].type == "UNDERSCORE" else second[0]
    above = second[0] if below is first[0] else first[0]
    name = f"{tokens[index].value}_{''.join(str(token.value) for token in below)}"
    if name in known.variables | known.renamed or not all(
        token.type in {"NAME", "NUMBER", "PLUS", "MINUS"} for token in (*below, *above)
    ):
        return
    start, end = start_of(tokens[index]), end_of(tokens[second[1] - 1])
    raise UnsupportedNotation.of(
        source.problem(
            start,
            end,
            f"`{source.text[start:end]}` can be read as a number of combinations, or as a power",
            hint="write \\binom{n}{k}, or (C_n)^k",
        )
    )
