"""Assembles names: their subscripts, stars and primes."""

from __future__ import annotations

import re
from typing import Final

from lark import Token

from shomei.operations.letters import GREEK, is_letter
from shomei.parser.declarations import Declarations
from shomei.parser.errors import OtherThings, UnsupportedNotation
from shomei.parser.lexing.groups import partners
from shomei.parser.lexing.tokens import end_of, kinds, make, start_of
from shomei.parser.source import Source
from shomei.terms.diagnostics import Diagnostic, note


def join_names(source: Source, tokens: list[Token], declarations: Declarations) -> list[Token]:
    """The tokens with each subscripted name as one NAME (`x_{ij}` is `x_ij`) and each run of primes
    as one PRIMES, whose value is their number.
    """
    warnings = declarations.warnings
    joined: list[Token] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        following = tokens[index + 1].type if index + 1 < len(tokens) else ""
        after = _after_mark(tokens, index + 1)
        if token.type == "NAME" and (after > index + 1 or _primes_before_index(tokens, index + 1)):
            letter, index = _marked(source, tokens, index, warnings)
            joined.append(letter)
            continue
        if (element := _element(tokens, index, declarations)) is not None:
            made, index = element
            joined += made
        elif token.value in declarations.families and following == "UNDERSCORE":
            indices, index = _indices(source, tokens, index + 2, declarations)
            joined += [token, *indices]
        elif token.type in {"NAME", "CONSTANT"} and following == "UNDERSCORE":
            subscript, index = _subscript(source, tokens, index + 2, warnings)
            name = f"{token.value}_{subscript}"
            if (after := _after_mark(tokens, index)) > index and token.type == "NAME":
                name, index = f"{token.value}star_{subscript}", after
            joined.append(make("NAME", name, start_of(token), end_of(tokens[index - 1])))
        elif token.type == "PRIMES" or (
            token.type == "CARET" and _primes_in_exponent(tokens, index)
        ):
            index, primes = _primes(tokens, index)
            joined.append(primes)
        else:
            joined.append(token)
            index += 1
    return joined


#: What the index of a family is made of.
_OF_INDICES: Final = frozenset(("NAME", "NUMBER", "PLUS", "MINUS", "COMMA", "TIMES"))
_INDEX_LETTERS: Final = frozenset("ijklmnpqrstuv")


def _element(
    tokens: list[Token], index: int, declarations: Declarations
) -> tuple[list[Token], int] | None:
    """`x_i` of a family as `x(i)`, and `\\delta_{ij}` of indices, with the index after it; None for
    anything else.
    """
    token = tokens[index]
    if token.type != "NAME" or kinds(tokens, index + 1, 1) != ["UNDERSCORE"]:
        return None
    name = str(token.value)
    family = name if name in declarations.families else f"{name}_"
    is_family = family in declarations.families
    if not is_family and name != "delta":
        return None
    inside, after = _index_tokens(tokens, index + 2)
    arity = len(declarations.functions[family]) if is_family else 2
    inside = _parted(inside) if arity == 2 else inside
    if not _are_indices(inside, arity) or not (is_family or _is_of_letters(inside)):
        return None
    if is_family:
        declarations.indexed.add(family)
        head = make("NAME", family, start_of(token), end_of(token))
    else:
        head = make("KRONECKER", name, start_of(token), end_of(token))
    begin, end = start_of(inside[0]), end_of(tokens[after - 1])
    opening, closing = make("LPAR", "(", begin, begin), make("RPAR", ")", end, end)
    return [head, opening, *inside, closing], after


def _parted(inside: list[Token]) -> list[Token]:
    """Two indices with a comma between them: `12` and `ij` have none."""
    if len(inside) == 1 and inside[0].type == "NUMBER" and len(str(inside[0].value)) == 2:
        first, last = start_of(inside[0]), end_of(inside[0])
        inside = [make("NUMBER", digit, first, last) for digit in str(inside[0].value)]
    if len(inside) != 2:
        return inside
    middle = start_of(inside[1])
    return [inside[0], make("COMMA", ",", middle, middle), inside[1]]


def _are_indices(inside: list[Token], arity: int) -> bool:
    """Whether they are so many indices."""
    return (
        bool(inside)
        and all(each.type in _OF_INDICES for each in inside)
        and [each.type for each in inside].count("COMMA") == arity - 1
        and all(is_letter(str(each.value)) for each in inside if each.type == "NAME")
    )


def _is_of_letters(inside: list[Token]) -> bool:
    """Whether both indices are letters that count, or digits."""
    values = [str(inside[0].value), str(inside[-1].value)]
    return len(inside) == 3 and all(each in _INDEX_LETTERS or each.isdigit() for each in values)


def _index_tokens(tokens: list[Token], index: int) -> tuple[list[Token], int]:
    """The tokens of a subscript that begins at `index`, and the index after it."""
    if kinds(tokens, index, 1) in (["NAME"], ["NUMBER"]):
        return tokens[index : index + 1], index + 1
    if kinds(tokens, index, 1) != ["LBRACE"]:
        return [], index
    after = index + 1
    while after < len(tokens) and tokens[after].type not in {"RBRACE", "LBRACE"}:
        after += 1
    if kinds(tokens, after, 1) != ["RBRACE"]:
        return [], index
    return tokens[index + 1 : after], after + 1


#: Letters whose star is the complex conjugate where nothing else is said.
_CONJUGATED: Final = frozenset(("z", "w", "psi", "phi", "varphi", "Psi", "Phi"))
_STARS: Final = frozenset(("*", "＊", "ast", "star"))


def _after_mark(tokens: list[Token], index: int) -> int:
    """The index after a star in the exponent at `index`; `index` itself where there is none."""
    if kinds(tokens, index, 1) != ["CARET"]:
        return index
    after = _after_star(tokens, index + 1)
    return after if after > index + 1 else index


def _after_star(tokens: list[Token], index: int) -> int:
    """The index after a star at `index`, with or without braces; `index` itself where there is
    none.
    """
    braces = kinds(tokens, index, 1) == ["LBRACE"]
    at = index + 1 if braces else index
    if (
        kinds(tokens, at, 1) not in (["TIMES"], ["STAR"])
        or str(tokens[at].value) not in _STARS
        or (braces and kinds(tokens, at + 1, 1) != ["RBRACE"])
    ):
        return index
    return at + 2 if braces else at + 1


def _primes_before_index(tokens: list[Token], index: int) -> int:
    """How many primes begin at `index`, if an index of the letter follows them; else none."""
    if kinds(tokens, index, 1) != ["PRIMES"] and not (
        kinds(tokens, index, 1) == ["CARET"] and _primes_in_exponent(tokens, index)
    ):
        return 0
    after, primes = _primes(tokens, index)
    return int(primes.value) if kinds(tokens, after, 1) == ["UNDERSCORE"] else 0


def _marked(
    source: Source, tokens: list[Token], index: int, warnings: list[Diagnostic]
) -> tuple[Token, int]:
    """The name of a letter with a star (`x^*`), or with primes and then an index (`x'_1`), which
    begins at `index`, and the index after it.
    """
    first = tokens[index]
    base, subscript = str(first.value), ""
    index += 1
    while True:
        kind = kinds(tokens, index, 1)
        after = _after_mark(tokens, index)
        if after > index:
            if base in _CONJUGATED:
                raise OtherThings.of(
                    source.problem(
                        start_of(first),
                        end_of(tokens[after - 1]),
                        f"`{source.text[start_of(first) : end_of(tokens[after - 1])]}` can be a "
                        "complex conjugate, or a letter of its own",
                        hint="take another letter, such as u",
                    )
                )
            base += "star"
            index = after
        elif kind == ["UNDERSCORE"] and not subscript:
            subscript, index = _subscript(source, tokens, index + 1, warnings)
        elif count := _primes_before_index(tokens, index):
            base += "prime" * count
            index, _ = _primes(tokens, index)
        else:
            break
    name = f"{base}_{subscript}" if subscript else base
    return make("NAME", name, start_of(first), end_of(tokens[index - 1])), index


def _indices(
    source: Source, tokens: list[Token], index: int, declarations: Declarations
) -> tuple[list[Token], int]:
    """The indices of a declared family that begin at `index`, as arguments in brackets, and the
    index after them: `x_{i+1}`, `w_{ij}`.
    """
    if kinds(tokens, index, 1) != ["LBRACE"]:
        if index >= len(tokens):
            _subscript(source, tokens, index, declarations.warnings)
        inside, after = tokens[index : index + 1], index + 1
    else:
        after = partners(tokens)[index] + 1
        inside = join_names(source, tokens[index + 1 : after - 1], declarations)
    if not inside:
        _subscript(source, tokens, index, declarations.warnings)
    apart: list[Token] = []
    simple = all(token.type in {"NAME", "NUMBER"} for token in inside)
    letters = len(declarations.functions[str(tokens[index - 2].value)]) == len(inside) > 1
    for place, token in enumerate(inside):
        if place and simple and letters:
            apart.append(make("COMMA", ",", start_of(token), start_of(token)))
        apart.append(token)
    first, last = start_of(inside[0]), end_of(tokens[after - 1])
    return [make("LPAR", "(", first, first), *apart, make("RPAR", ")", last, last)], after


def _subscript(
    source: Source, tokens: list[Token], index: int, warnings: list[Diagnostic]
) -> tuple[str, int]:
    """The subscript that begins at `index`, as text, and the index after it."""
    first = tokens[index] if index < len(tokens) else None
    previous = tokens[index - 1]
    if (after := _after_star(tokens, index)) > index:
        written = str(tokens[after - 1 if after == index + 1 else index + 1].value)
        return "star" if written == "star" else "ast", after
    if first is not None and first.type in _OF_SUBSCRIPTS:
        if first.type == "NUMBER" and len(first.value) > 1:
            warn_missing_braces(source, first, "_", warnings)
        return _subscript_part(source, first), index + 1
    if first is None or first.type != "LBRACE":
        raise source.problem(
            start_of(previous),
            end_of(previous),
            "a subscript is missing",
            expected=("a letter, a number or `{`",),
        )
    parts: list[str] = []
    index += 1
    while tokens[index].type != "RBRACE":
        part = tokens[index]
        if part.type not in _OF_SUBSCRIPTS:
            raise UnsupportedNotation.of(
                source.problem(
                    start_of(part),
                    end_of(part),
                    "a subscript is made of letters and digits",
                    hint="write x_{12}, or a function a(n + 1)",
                ),
            )
        parts.append(_subscript_part(source, part))
        index += 1
    text = "".join(parts)
    spelled = len(parts) > 1 and (text in GREEK or text in {"pi", "infty"})
    if not parts or spelled or (len(parts) > 1 and any(part in _ALONE for part in parts)):
        raise source.problem(
            start_of(first),
            end_of(tokens[index]),
            "this subscript is no name",
            expected=("letters and digits, or one Greek letter",),
            hint=f"write \\{text}" if spelled else None,
        )
    return text, index + 1


#: What a subscript is made of, and what is one by itself only.
_OF_SUBSCRIPTS: Final = frozenset(("NAME", "CONSTANT", "NUMBER", "PROSE", "INFINITY"))
_ALONE: Final = frozenset((*GREEK, "infty"))


def _subscript_part(source: Source, token: Token) -> str:
    text = str(token.value).strip()
    if not re.fullmatch("[A-Za-z0-9]+", text):
        raise source.problem(
            start_of(token), end_of(token), "a subscript is made of letters and digits"
        )
    return text


def warn_missing_braces(
    source: Source, number: Token, mark: str, warnings: list[Diagnostic]
) -> None:
    """TeX takes only one digit after `^` and `_`, which nobody intends."""
    span = source.span(start_of(number), end_of(number))
    warnings.append(
        note(
            "missing-braces",
            f"read as `{mark}{{{number.value}}}`: without braces TeX takes the first digit only",
            span,
        )
    )


def _primes_in_exponent(tokens: list[Token], index: int) -> bool:
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None:
        return False
    if following.type == "PRIMES":
        return True
    return (
        following.type == "LBRACE"
        and index + 2 < len(tokens)
        and tokens[index + 2].type == "PRIMES"
    )


def _primes(tokens: list[Token], index: int) -> tuple[int, Token]:
    first = tokens[index]
    count = 0
    braces = 0
    while index < len(tokens):
        kind = tokens[index].type
        if kind == "PRIMES":
            count += 1
        elif kind == "CARET" and _primes_in_exponent(tokens, index):
            pass
        elif kind == "LBRACE" and tokens[index - 1].type == "CARET":
            braces += 1
        elif kind == "RBRACE" and braces:
            braces -= 1
        else:
            break
        index += 1
    return index, make("PRIMES", count, start_of(first), end_of(tokens[index - 1]))
