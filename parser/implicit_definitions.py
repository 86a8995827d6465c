"""Formulas that give a name rather than claim something: `y = x^2` of an unknown y, and
`f(x) = x + 1`.
"""

from __future__ import annotations

from typing import Final, cast

from lark import Token

from shomei.operations.letters import is_letter
from shomei.parser.ast import Define
from shomei.parser.declarations import Declarations
from shomei.parser.errors import SyntaxProblem
from shomei.parser.lexing import scan
from shomei.parser.lexing.moments import names_outside
from shomei.parser.lexing.probabilities import Probability
from shomei.parser.lexing.terminals import LOGIC_TERMINALS, RELATION_TERMINALS
from shomei.parser.lexing.tokens import kinds
from shomei.parser.mathematics import parse_raw
from shomei.parser.moments import OPERATORS, is_random
from shomei.parser.source import Fragment, Source
from shomei.terms.functions import family, is_family

_LAYOUT: Final = frozenset(("ALIGN", "ROW", "BEGIN", "END", "LABEL"))


def implicit_definition(
    source: Source, fragment: Fragment, declarations: Declarations
) -> Define | None:
    """The definition `f(x) = …` if nothing has the name f yet, as an article displays one; None for
    anything else.
    """
    try:
        raw = scan(source, fragment, declarations.trial())
    except SyntaxProblem:
        return None  # the problem is reported when the line is read as a chain
    name = name_defined_by(raw, declarations)
    return None if name is None else read_definition(source, raw, name, declarations)


def name_defined_by(raw: list[Token], declarations: Declarations) -> str | None:
    """The f of `f(x) = …` or `f(x, y) = …` if nothing has the name f yet, and only one expression
    follows.
    """
    tokens = [token for token in raw if token.type not in _LAYOUT]
    if (defined := _family_defined(tokens, declarations)) is not None:
        return defined
    if (defined := _probability_defined(tokens, declarations)) is not None:
        return defined
    index = _name_length(tokens)
    if index == 0 or kinds(tokens, index, 1) != ["LPAR"]:
        return None
    name = "_".join(
        str(token.value) for token in tokens[:index] if token.type in {"NAME", "NUMBER", "CONSTANT"}
    )
    if (
        declarations.is_function(name)
        or _is_moment(tokens, index, declarations)
        or (name in declarations.applied and not is_letter(name))
        or name in declarations.variables - declarations.earlier
        or name in declarations.renamed - declarations.earlier
    ):
        return None
    index += 1
    while kinds(tokens, index, 2) == ["NAME", "COMMA"]:
        index += 2
    if kinds(tokens, index, 3) != ["NAME", "RPAR", "EQ"]:
        return None
    rest = {token.type for token in tokens[index + 3 :]}
    return (
        None
        if rest & (RELATION_TERMINALS | LOGIC_TERMINALS | {"TAG", "COMMA"})
        and not _only_inner(tokens[index + 3 :])
        else name
    )


def _family_defined(tokens: list[Token], declarations: Declarations) -> str | None:
    """The family that `p_i = …` defines: one of which nothing has been said above, and which does
    not occur in its own terms.
    """
    if kinds(tokens, 0, 2) != ["NAME", "UNDERSCORE"]:
        return None
    name = family(str(tokens[0].value))
    braces = kinds(tokens, 2, 1) == ["LBRACE"]
    start = 3 if braces else 2
    end = next((at for at in range(start, len(tokens)) if tokens[at].type == "RBRACE"), 0)
    end = end if braces else start + 1
    indices = [token for token in tokens[start:end] if token.type != "COMMA"]
    after = end + 1 if braces else end
    if (
        name not in declarations.families
        or name in declarations.indexed | declarations.recursive
        or len(indices) != len(declarations.functions[name])
        or any(token.type != "NAME" for token in indices)
        or kinds(tokens, after, 1) != ["EQ"]
    ):
        return None
    rest = tokens[after + 1 :]
    own = any(
        token.value == tokens[0].value and kinds(rest, at + 1, 1) == ["UNDERSCORE"]
        for at, token in enumerate(rest)
    )
    return name if not own and _only_inner(rest) else None


def _is_moment(tokens: list[Token], index: int, declarations: Declarations) -> bool:
    """Whether `E(X) = …` is about an expectation, and defines no function."""
    return (
        declarations.speaks_of_chances
        and index == 1
        and tokens[0].value in OPERATORS
        and kinds(tokens, 2, 1) == ["NAME"]
        and is_random(str(tokens[2].value), "")
        and (len(str(tokens[0].value)) > 1 or tokens[2].value not in names_outside(tokens))
    )


def _probability_defined(tokens: list[Token], declarations: Declarations) -> str | None:
    """The function that `P(X = k) = …` gives for all k."""
    found = tokens[0].value if tokens else None
    if (
        not declarations.speaks_of_chances
        or not isinstance(found, Probability)
        or found.compared is None
        or not found.compared.of_a_letter
        or declarations.is_function(found.compared.function)
        or kinds(tokens, 1, 1) != ["EQ"]
        or not _only_inner(tokens[2:])
    ):
        return None
    return found.compared.function


def _name_length(tokens: list[Token]) -> int:
    """The number of tokens of the name at the beginning: `f`, `f_1`, `f_{12}` with one part; 0 if
    there is no name.
    """
    if kinds(tokens, 0, 1) != ["NAME"]:
        return 0
    if kinds(tokens, 1, 1) != ["UNDERSCORE"]:
        return 1
    if len(tokens) > 2 and tokens[2].type in {"NAME", "NUMBER", "CONSTANT"}:
        return 3
    return 5 if len(tokens) > 4 and tokens[2].type == "LBRACE" and tokens[4].type == "RBRACE" else 0


def _only_inner(tokens: list[Token]) -> bool:
    """Whether there are relations and commas only inside brackets, as in `\\sum_{k=1}^{n}` and
    `g(x, y)`, and no tag at all.
    """
    depth = 0
    for token in tokens:
        depth += (token.type in {"LBRACE", "LPAR"}) - (token.type in {"RBRACE", "RPAR"})
        if token.type == "TAG" or (
            depth <= 0 and token.type in RELATION_TERMINALS | LOGIC_TERMINALS | {"COMMA"}
        ):
            return False
    return True


def _parameters(raw: list[Token], name: str | None, known: Declarations) -> set[str]:
    """The parameters of a definition that are names of functions; a constant has none, and the
    first brackets of its definition are those of its term.
    """
    if name is None:
        return set()
    opening = next((i for i, token in enumerate(raw) if token.type == "LPAR"), 0)
    closing = next((i for i, token in enumerate(raw) if token.type == "RPAR"), 0)
    inside = [str(token.value) for token in raw[opening + 1 : closing] if token.type == "NAME"]
    return {each for each in inside if known.is_function(each) and each != name}


def read_definition(
    source: Source, raw: list[Token], name: str | None, declarations: Declarations
) -> Define:
    """A definition from its raw tokens; `name` is the function's, None for a constant. The name is
    declared once the definition has been read.
    """
    before = declarations.functions.get(name) if name is not None else None
    if name is not None:
        # The name is a function while its definition is read, whatever its parameters turn out to
        # be.
        declarations.functions[name] = before or ("x",)
    # Its parameters are no functions in it.
    hidden = {
        each: declarations.functions.pop(each) for each in _parameters(raw, name, declarations)
    }
    try:
        item = cast("Define", parse_raw("definition", source, raw, declarations))
    except SyntaxProblem:
        if name is not None and before is None:
            del declarations.functions[name]
        raise
    finally:
        declarations.functions.update(hidden)
    if item.parameters:
        declarations.functions[item.name] = item.parameters
        if is_family(item.name):
            declarations.explicit.add(item.name)
    else:
        declarations.give(item.name, item.body)
    return item
