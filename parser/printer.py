"""AST to the notation of the language: parsing what is printed gives the same AST again.

Chains and directives are printed as plain text (`.txt`). Brackets stand only where the grammar
needs them or a reader would miss them.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from fractions import Fraction
from typing import Final

from shomei.parser.ast import (
    Absolute,
    Assume,
    BigOperator,
    Binary,
    Binomial,
    Call,
    CaseSplit,
    Chain,
    Cite,
    Connective,
    Constant,
    Continuity,
    Define,
    DefinitionOf,
    Derivative,
    Document,
    Expression,
    Factorial,
    Formula,
    Function,
    Infinity,
    Item,
    Let,
    Limit,
    Log,
    LogicChain,
    Membership,
    Named,
    Negation,
    Number,
    Power,
    Prime,
    Reason,
    Relation,
    Root,
    Statement,
    Substitute,
    Theorem,
    Therefore,
    Unchecked,
    Variable,
)
from shomei.parser.lexing.vocabulary import GREEK

_RELATION_SIGNS: Final = {"=": "=", "<": "<", "<=": "\\le", ">": ">", ">=": "\\ge", "!=": "\\neq"}
_CONNECTIVE_SIGNS: Final = {
    "iff": "\\iff",
    "implies": "\\Rightarrow",
    "and": "\\land",
    "or": "\\lor",
}
_SETS: Final = {
    "N": "\\mathbb{N}",
    "N+": "\\mathbb{N}_{>0}",
    "Z": "\\mathbb{Z}",
    "Q": "\\mathbb{Q}",
    "R": "\\mathbb{R}",
}


class _Level(IntEnum):
    """How tightly a printed expression holds together, as the grammar's rules are called."""

    SUM = 0
    PRODUCT = 1  # may end in a limit or a sum, which would take what follows
    CLOSED = 2
    ADJACENT = 3
    FACTOR = 4
    ATOM = 5


def print_expression(node: Expression) -> str:
    """The expression in LaTeX."""
    return _print(node)[0]


def print_name(name: str) -> str:
    """A variable's or function's canonical name in LaTeX: `alpha_1` is `\\alpha_1`, `x_ij` is
    `x_{ij}`.
    """
    base, _, subscript = name.partition("_")
    printed = (
        f"\\{base}" if base in GREEK else base if len(base) == 1 else f"\\operatorname{{{base}}}"
    )
    if not subscript:
        return printed
    if subscript in GREEK or subscript == "pi":
        return f"{printed}_{{\\{subscript}}}"
    return f"{printed}_{subscript}" if len(subscript) == 1 else f"{printed}_{{{subscript}}}"


def _at(node: Expression, level: _Level) -> str:
    """The expression, in brackets where it holds together less tightly than `level`."""
    text, own = _print(node)
    return text if own >= level else f"({text})"


def _print(node: Expression) -> tuple[str, _Level]:
    match node:
        case Number(value=value):
            return _print_number(value)
        case Variable(name=name):
            return print_name(name), _Level.ATOM
        case Constant(name=name):
            return ("\\pi" if name == "pi" else "e"), _Level.ATOM
        case Negation(operand=operand):
            return f"-{_at(operand, _Level.PRODUCT)}", _Level.SUM
        case Binary(operator="+" | "-" as sign, left=left, right=right):
            return f"{_at(left, _Level.SUM)} {sign} {_at(right, _Level.PRODUCT)}", _Level.SUM
        case Binary(operator="*", left=left, right=right):
            return _print_product(left, right)
        case Binary(left=left, right=right):
            return f"\\frac{{{_numerator(left)}}}{{{print_expression(right)}}}", _Level.ATOM
        case Power(base=base, exponent=exponent):
            return _print_power(base, exponent)
        case Function(name=name, argument=argument):
            return f"\\{name} {_argument(argument)}", _Level.FACTOR
        case Log(base=base, argument=argument):
            head = "\\ln" if base is None else f"\\log_{_script(base)}"
            return f"{head} {_argument(argument)}", _Level.FACTOR
        case Root(degree=degree, argument=argument):
            index = "" if degree == 2 else f"[{degree}]"
            return f"\\sqrt{index}{{{print_expression(argument)}}}", _Level.ATOM
        case Absolute(argument=argument):
            return f"\\left| {print_expression(argument)} \\right|", _Level.ATOM
        case Factorial(argument=argument):
            simple = (
                isinstance(argument, Number | Variable | Constant)
                and _print(argument)[1] is _Level.ATOM
            )
            return (
                f"{print_expression(argument)}!" if simple else f"({print_expression(argument)})!"
            ), _Level.FACTOR
        case Binomial(upper=upper, lower=lower):
            return f"\\binom{{{print_expression(upper)}}}{{{print_expression(lower)}}}", _Level.ATOM
        case Call(name=name, arguments=arguments):
            return f"{print_name(name)}({', '.join(map(print_expression, arguments))})", _Level.ATOM
        case Prime(name=name, order=order, argument=argument):
            primes = "'" * order if order <= 3 else f"^{{({order})}}"
            return f"{print_name(name)}{primes}({print_expression(argument)})", _Level.ATOM
        case Derivative():
            return _print_derivative(node), _Level.FACTOR
        case Limit():
            return (
                f"\\lim_{{{print_name(node.variable)} \\to {_point(node)}}} {_at(node.body, _Level.PRODUCT)}",
                _Level.PRODUCT,
            )
        case BigOperator(operator=operator, index=index, lower=lower, upper=upper, body=body):
            bounds = f"_{{{print_name(index)} = {print_expression(lower)}}}^{_script(upper)}"
            return f"\\{operator}{bounds} {_at(body, _Level.PRODUCT)}", _Level.PRODUCT


def _print_number(value: Fraction) -> tuple[str, _Level]:
    """An integer or a finite decimal; what is neither (no literal is) as a fraction."""
    rest = value.denominator
    twos = fives = 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1 or value < 0:
        sign = "-" if value < 0 else ""
        magnitude = abs(value)
        text = (
            f"\\frac{{{magnitude.numerator}}}{{{magnitude.denominator}}}"
            if magnitude.denominator != 1
            else str(magnitude.numerator)
        )
        return sign + text, _Level.SUM if sign else _Level.ATOM
    places = max(twos, fives)
    if places == 0:
        return str(value.numerator), _Level.ATOM
    digits = str(value.numerator * 10**places // value.denominator).rjust(places + 1, "0")
    return f"{digits[:-places]}.{digits[-places:]}", _Level.ATOM


def _print_product(left: Expression, right: Expression) -> tuple[str, _Level]:
    if _is_coefficient(left) and _is_symbol(right):
        return f"{print_expression(left)} {print_expression(right)}", _Level.ADJACENT
    text, level = _print(right)
    if isinstance(right, Limit | BigOperator):
        return f"{_at(left, _Level.CLOSED)} \\cdot {text}", _Level.PRODUCT
    return (
        f"{_at(left, _Level.CLOSED)} \\cdot {text if level >= _Level.FACTOR or level is _Level.ADJACENT else f'({text})'}",
        _Level.CLOSED,
    )


def _is_coefficient(node: Expression) -> bool:
    """What may stand before a factor without a sign: numbers, letters, their powers and products of
    these.
    """
    while isinstance(node, Binary) and node.operator == "*":
        if not _is_letter(node.right):
            return False
        node = node.left
    return _is_letter(node) or (isinstance(node, Number) and _print(node)[0][0].isdigit())


def _is_letter(node: Expression) -> bool:
    if isinstance(node, Power):
        node = node.base
    return isinstance(node, Variable | Constant)


def _is_symbol(node: Expression) -> bool:
    return _is_letter(node) or isinstance(node, Function | Log | Root | Call)


def _numerator(node: Expression) -> str:
    """A fraction's numerator; a variable d at its beginning in brackets, so that it is not read as
    a derivative.
    """
    first = node
    while isinstance(first, Binary | Power | Factorial):
        first = (
            first.left
            if isinstance(first, Binary) and first.operator != "/"
            else first.base
            if isinstance(first, Power)
            else first.argument
            if isinstance(first, Factorial)
            else Number(Fraction(0))
        )
    text = print_expression(node)
    return f"({text})" if isinstance(first, Variable) and first.name == "d" else text


def _print_power(base: Expression, exponent: Expression) -> tuple[str, _Level]:
    raised = print_expression(exponent)
    if (
        isinstance(base, Function)
        and isinstance(exponent, Number)
        and exponent.value.denominator == 1
        and exponent.value > 1
    ):
        return f"\\{base.name}^{{{raised}}} {_argument(base.argument)}", _Level.FACTOR
    # Only what is an atom to the eye as well stands below an exponent without brackets.
    plain = isinstance(base, Variable | Constant | Call | Prime | Absolute | Root) or (
        isinstance(base, Number) and base.value >= 0 and _print(base)[0][0].isdigit()
    )
    below = print_expression(base) if plain else f"({print_expression(base)})"
    return f"{below}^{{{raised}}}", _Level.FACTOR


def _argument(node: Expression) -> str:
    """A function's argument: a number or letter as it is, anything else in brackets."""
    return (
        print_expression(node)
        if isinstance(node, Variable | Constant)
        or (isinstance(node, Number) and _print(node)[1] is _Level.ATOM)
        else f"({print_expression(node)})"
    )


def _script(node: Expression) -> str:
    """A sub- or superscript, with braces unless it is one character."""
    text = print_expression(node)
    return text if len(text) == 1 else f"{{{text}}}"


def _print_derivative(node: Derivative) -> str:
    sign = "\\partial" if node.partial else "d"
    power = "" if node.order == 1 else f"^{{{node.order}}}"
    return f"\\frac{{{sign}{power}}}{{{sign} {print_name(node.variable)}{power}}} ({print_expression(node.body)})"


def _point(node: Limit) -> str:
    point = node.point
    if isinstance(point, Infinity):
        return "\\infty" if point.positive else "-\\infty"
    if node.side is None:
        text = print_expression(point)
        # `a + 0` and `-0` would say from which side.
        return f"({text})" if text.endswith((" + 0", " - 0", "-0")) else text
    inner = point.operand if isinstance(point, Negation) else point
    simple = isinstance(inner, Number | Variable | Constant)
    text = print_expression(inner) if simple else f"({print_expression(inner)})"
    return f"{'-' if isinstance(point, Negation) else ''}{text}^{{{node.side}}}"


# --------------------------------------------------------------------------------------------------
# Statements


_BINDING: Final = {"iff": 0, "implies": 1, "or": 2, "and": 3}


def print_statement(node: Statement) -> str:
    """The statement in LaTeX."""
    match node:
        case Relation(operator=operator, left=left, right=right):
            return f"{print_expression(left)} {_RELATION_SIGNS[operator]} {print_expression(right)}"
        case Membership(name=name, domain=domain):
            return f"{print_name(name)} \\in {_SETS[domain]}"
        case Connective(operator=operator, left=left, right=right):
            own = _BINDING[operator]
            # Implication groups to the right, the others to the left.
            return f"{_part(left, own + (operator == 'implies'))} {_CONNECTIVE_SIGNS[operator]} {_part(right, own + (operator != 'implies'))}"


def _part(node: Statement, least: int) -> str:
    text = print_statement(node)
    return f"({text})" if isinstance(node, Connective) and _BINDING[node.operator] < least else text


# --------------------------------------------------------------------------------------------------
# Reasons and documents


def print_reason(node: Reason) -> str:
    """The reason as it stands after `by`."""
    match node:
        case Cite(label=label, substitution=substitution):
            values = ", ".join(
                f"{print_name(name)} = {print_expression(value)}" for name, value in substitution
            )
            return f"({label}) with {values}" if values else f"({label})"
        case Substitute(name=name, value=value):
            return f"substitution {print_name(name)} = {print_expression(value)}"
        case DefinitionOf(name="derivative"):
            return "definition of the derivative"
        case DefinitionOf(name=name):
            return f"definition of \\{name}" if name in GREEK else f"definition of {name}"
        case Continuity(function=function):
            return f"continuity of {function}" if function else "continuity"
        case Named(rule=rule):
            return rule


def print_document(document: Document) -> str:
    """The whole derivation as plain text."""
    return "\n".join(_print_items(document.items)) + "\n"


def _print_items(items: Iterable[Item]) -> list[str]:
    return [line for item in items for line in print_item(item)]


def _by(reasons: tuple[Reason, ...]) -> str:
    return f"   by {'; '.join(map(print_reason, reasons))}" if reasons else ""


def _tag(tag: str | None) -> str:
    return f" \\tag{{{tag}}}" if tag is not None else ""


def print_item(item: Item) -> list[str]:
    """The lines of one item."""
    match item:
        case Assume(conditions=conditions):
            return [f"assume {_conditions(conditions)}"]
        case Let(names=names, domain=domain, value=value):
            left = ", ".join(map(print_name, names))
            return [
                f"let {left} = {print_expression(value)}"
                if value is not None
                else f"let {left} \\in {_SETS[domain or 'R']}"
            ]
        case Define(name=name, parameters=parameters, body=body):
            left = (
                f"{print_name(name)}({', '.join(map(print_name, parameters))})"
                if parameters
                else print_name(name)
            )
            return [f"define {left} = {print_expression(body)}"]
        case Formula(label=label, statement=statement, conditions=conditions, reasons=reasons):
            provided = f" if {_conditions(conditions)}" if conditions else ""
            return [f"formula ({label}): {print_statement(statement)}{provided}{_by(reasons)}"]
        case Chain(first=first, links=links, tag=tag):
            rows = [
                f"  {_RELATION_SIGNS[link.operator]} {print_expression(link.right)}"
                for link in links
            ]
            return [
                print_expression(first),
                *_with_ends(rows, [link.reasons for link in links], tag),
            ]
        case LogicChain(first=start, links=logic, tag=tag):
            rows = [
                f"  {_CONNECTIVE_SIGNS[step.operator]} {_part(step.right, 2)}" for step in logic
            ]
            return [_part(start, 2), *_with_ends(rows, [step.reasons for step in logic], tag)]
        case Therefore(statement=statement, tag=tag, reasons=reasons):
            return [f"therefore {print_statement(statement)}{_tag(tag)}{_by(reasons)}"]
        case CaseSplit(cases=cases):
            return [
                line
                for case in cases
                for line in (
                    f"case {print_statement(case.condition)}",
                    *_print_items(case.body),
                    "endcase",
                )
            ]
        case Theorem(label=label, statement=statement, proof=proof):
            heading = f"theorem ({label}): {print_statement(statement)}"
            return [heading, "proof", *_print_items(proof), "qed"] if proof else [heading]
        case Unchecked(text=text, why=why):
            return [f"# not checked ({' '.join(why.split())}): {' '.join(text.split())}"]


def _with_ends(rows: list[str], reasons: list[tuple[Reason, ...]], tag: str | None) -> list[str]:
    ends = [_by(each) for each in reasons]
    return [
        row + (_tag(tag) if index == len(rows) - 1 else "") + end
        for index, (row, end) in enumerate(zip(rows, ends, strict=True))
    ]


def _conditions(conditions: tuple[Statement, ...]) -> str:
    return ", ".join(
        print_statement(condition)
        if not isinstance(condition, Connective)
        else f"({print_statement(condition)})"
        for condition in conditions
    )
