"""Prints terms in the notation of the language; parsing the result gives the same term again.

There are brackets only if the grammar needs them or a reader would miss them.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from shomei.operations import operators
from shomei.operations.letters import GREEK, SIGNS, Letter, is_letter
from shomei.operations.operation import Arguments, Binding, Notation
from shomei.operations.registry import FUNCTIONS, OPERATIONS
from shomei.terms.functions import is_family
from shomei.terms.literals import ONE, ZERO
from shomei.terms.nodes import (
    Antiderivative,
    Apply,
    BigOperator,
    Binary,
    Call,
    Choice,
    Constant,
    Derivative,
    DerivativeAt,
    Expression,
    Infinity,
    Integral,
    Limit,
    Negation,
    Number,
    Power,
    Prime,
    Variable,
    applies,
)
from shomei.terms.walk import bound_name, free_variables, subterms


def print_expression(node: Expression) -> str:
    """The expression in LaTeX."""
    return _print(node)[0]


def print_name(name: str) -> str:
    """A variable's or function's canonical name in LaTeX: `alpha_1` is `\\alpha_1`, `x_ij` is
    `x_{ij}`.
    """
    if "(" in name:
        return name  # of a quantity such as `P(A \\cap B)`, as it is written
    base, _, subscript = name.partition("_")
    letter = Letter.of(base)
    printed = f"\\operatorname{{{base}}}" if letter is None else str(letter)
    if not subscript:
        return printed
    if subscript in SIGNS:
        return f"{printed}_{SIGNS[subscript]}"
    if subscript in GREEK or subscript in {"pi", "infty"}:
        return f"{printed}_{{\\{subscript}}}"
    return f"{printed}_{subscript}" if len(subscript) == 1 else f"{printed}_{{{subscript}}}"


def _at(node: Expression, level: Binding) -> str:
    """The expression, in brackets if it binds less tightly than `level`."""
    text, own = _print(node)
    return text if own >= level else f"({text})"


def _print(node: Expression) -> tuple[str, Binding]:
    match node:
        case Number(value=value):
            return _print_number(value)
        case Variable(name=name):
            return print_name(name), Binding.ATOM
        case Constant(name=name):
            return ("\\pi" if name == "pi" else "e"), Binding.ATOM
        case Negation(operand=operand):
            return _print_applied(operators.NEGATE.notation, (operand,))
        case Binary(operator="+" | "-" as sign, left=left, right=right):
            before = print_expression(left)
            if _would_reach(left, right):
                before = f"({before})"
            return f"{before} {sign} {_at(right, Binding.PRODUCT)}", Binding.SUM
        case Binary(operator="*", left=left, right=right):
            return _print_product(left, right)
        case Binary(left=left, right=right):
            return _print_applied(operators.DIVIDE.notation, (left, right))
        case Power(base=base, exponent=exponent):
            return _print_power(base, exponent)
        case Apply(name, arguments):
            return _print_applied(OPERATIONS[name].notation, arguments)
        case Call():
            return _print_call(node), Binding.ATOM
        case Prime(name=name, order=order, argument=argument):
            primes = "'" * order if order <= 3 else f"^{{({order})}}"
            return f"{print_name(name)}{primes}({print_expression(argument)})", Binding.ATOM
        case DerivativeAt():
            return _print_derivative_at(node), Binding.ATOM
        case Derivative():
            return _print_derivative(node), Binding.FACTOR
        case Limit(
            variable=variable,
            natural=True,
            body=BigOperator(
                operator=operator, index=index, lower=lower, upper=Variable(name=end)
            ) as part,
        ) if end == variable and variable not in free_variables(part.body):
            bounds = f"_{{{print_name(index)} = {print_expression(lower)}}}^\\infty"
            return f"\\{operator}{bounds} {_at(part.body, Binding.PRODUCT)}", Binding.PRODUCT
        case Limit():
            return (
                f"\\lim_{{{print_name(node.variable)} \\to {_point(node)}}} "
                f"{_at(node.body, Binding.PRODUCT)}",
                Binding.PRODUCT,
            )
        case Antiderivative(variable=variable, body=body):
            return f"\\int {_integrand(body)} \\, d{print_name(variable)}", Binding.FACTOR
        case Integral(variable=variable, lower=lower, upper=upper, body=body):
            bounds = f"_{_script(lower)}^{_script(upper)}"
            return (
                f"\\int{bounds} {_integrand(body)} \\, d{print_name(variable)}",
                Binding.FACTOR,
            )
        case Choice():
            return _print_choice(node), Binding.ATOM
        case BigOperator(operator=operator, index=index, lower=lower, upper=upper, body=body):
            bounds = f"_{{{print_name(index)} = {print_expression(lower)}}}^{_script(upper)}"
            return f"\\{operator}{bounds} {_at(body, Binding.PRODUCT)}", Binding.PRODUCT


def _print_call(call: Call) -> str:
    """`f(x, y)`, or `x_i`, `w_{i, j}` of a family."""
    name, arguments = print_name(call.name), ", ".join(map(print_expression, call.arguments))
    if "·" in name:  # `P(X = k)`, `E(X_i)`
        for each in call.arguments[:-1]:
            name = name.replace("·", print_expression(each), 1)
        return name.removesuffix("_").replace("·", print_expression(call.arguments[-1]))
    if not is_family(call.name):
        return f"{name}({arguments})"
    return f"{name}_{arguments}" if len(arguments) == 1 else f"{name}_{{{arguments}}}"


def _print_choice(choice: Choice) -> str:
    """`\\delta_{ij}`, or two cases."""
    sides = (choice.left, choice.right)
    first, second = (_at(side, Binding.SUM) for side in sides)
    if (choice.chosen, choice.otherwise) == (ONE, ZERO):
        simple = all(isinstance(side, Variable | Number) for side in sides)
        return f"\\delta_{{{first}{'' if simple else ', '}{second}}}"
    taken, other = _at(choice.chosen, Binding.SUM), _at(choice.otherwise, Binding.SUM)
    cases = f"{taken} & {first} = {second} \\\\ {other} & {first} \\neq {second}"
    return f"\\begin{{cases}} {cases} \\end{{cases}}"


@dataclass(frozen=True, slots=True)
class _Operand:
    """An argument, in the form that a notation's pattern requests."""

    node: Expression

    def __format__(self, shape: str) -> str:
        match shape:
            case "argument":
                return _argument(self.node)
            case "script":
                return _script(self.node)
            case "numerator":
                return _numerator(self.node)
            case "postfix":
                text, level = _print(self.node)
                simple = isinstance(self.node, Number | Variable | Constant)
                return text if simple and level is Binding.ATOM else f"({text})"
            case "":
                return print_expression(self.node)
            case _:
                return _at(self.node, Binding[shape.upper()])


def _print_applied(notation: Notation, arguments: Arguments) -> tuple[str, Binding]:
    pattern = notation.pattern or f"{_braced(notation.command)} {{0:argument}}"
    return pattern.format(*map(_Operand, arguments)), notation.binding


def _braced(text: str) -> str:
    """`text`, escaped for use in a format string."""
    return text.replace("{", "{{").replace("}", "}}")


def _print_number(value: Fraction) -> tuple[str, Binding]:
    """An integer or a finite decimal; any other number (no literal is one) as a fraction."""
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
        return sign + text, Binding.SUM if sign else Binding.ATOM
    places = max(twos, fives)
    if places == 0:
        return str(value.numerator), Binding.ATOM
    digits = str(value.numerator * 10**places // value.denominator).rjust(places + 1, "0")
    return f"{digits[:-places]}.{digits[-places:]}", Binding.ATOM


def _print_product(left: Expression, right: Expression) -> tuple[str, Binding]:
    if _is_coefficient(left) and _is_symbol(right) and not _takes_letter(left):
        return f"{print_expression(left)} {print_expression(right)}", Binding.ADJACENT
    text, level = _print(right)
    if isinstance(right, Limit | BigOperator):
        return f"{_at(left, Binding.CLOSED)} \\cdot {text}", Binding.PRODUCT
    return (
        f"{_at(left, Binding.CLOSED)} \\cdot "
        f"{text if level >= Binding.FACTOR or level is Binding.ADJACENT else f'({text})'}",
        Binding.CLOSED,
    )


def _takes_letter(node: Expression) -> bool:
    """Whether a letter right after it would be read as part of it: `\\Delta x` is one letter, and
    `\\operatorname{rank} x` the value of a function.
    """
    while isinstance(node, Binary):
        node = node.right
    if not isinstance(node, Variable):
        return False
    return node.name in {"Delta", "delta"} or not is_letter(node.name)


def _would_reach(left: Expression, right: Expression) -> bool:
    """Whether a limit or sum in `left` would be read as extending over `right`, which contains its
    letter.
    """
    node = left
    while True:
        is_sum = isinstance(node, Binary) and node.operator in {"+", "-"}
        last = node.right if isinstance(node, Binary) and is_sum else node
        while isinstance(last, Negation) or (isinstance(last, Binary) and last.operator == "*"):
            last = last.operand if isinstance(last, Negation) else last.right
        name = bound_name(last)
        if name is not None and name in free_variables(right):
            return True
        if not isinstance(node, Binary) or not is_sum:
            return False
        node = node.left


def _is_coefficient(node: Expression) -> bool:
    """Whether it may precede a factor without a sign: numbers, letters, their powers and products
    of these.
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
    return (
        _is_letter(node)
        or isinstance(node, Call)
        or (isinstance(node, Apply) and OPERATIONS[node.operation].notation.juxtaposed)
    )


def _numerator(node: Expression) -> str:
    """The numerator of a fraction. A variable d at its beginning is put in brackets, so that it is
    not read as a derivative.
    """
    first = node
    while isinstance(first, Binary | Power) or applies(first, "factorial"):
        first = (
            first.left
            if isinstance(first, Binary) and first.operator != "/"
            else first.base
            if isinstance(first, Power)
            else first.arguments[0]
            if isinstance(first, Apply)
            else ZERO
        )
    text = print_expression(node)
    return f"({text})" if isinstance(first, Variable) and first.name == "d" else text


def _print_power(base: Expression, exponent: Expression) -> tuple[str, Binding]:
    raised = print_expression(exponent)
    if (
        applies(base, *FUNCTIONS)
        and isinstance(exponent, Number)
        and exponent.value.denominator == 1
        and exponent.value > 1
    ):
        command = OPERATIONS[base.operation].notation.command
        return f"{command}^{{{raised}}} {_argument(base.arguments[0])}", Binding.FACTOR
    # Only a visual atom carries an exponent without brackets.
    plain = (
        isinstance(base, Variable | Constant | Call | Prime | DerivativeAt)
        or (isinstance(base, Apply) and OPERATIONS[base.operation].notation.raised)
        or (isinstance(base, Number) and base.value >= 0 and _print(base)[0][0].isdigit())
    )
    below = print_expression(base) if plain else f"({print_expression(base)})"
    return f"{below}^{{{raised}}}", Binding.FACTOR


def _argument(node: Expression) -> str:
    """The argument of a function: a number or letter as it is, anything else in brackets."""
    return (
        print_expression(node)
        if isinstance(node, Variable | Constant)
        or (isinstance(node, Number) and _print(node)[1] is Binding.ATOM)
        else f"({print_expression(node)})"
    )


def _script(node: Expression) -> str:
    """A sub- or superscript, with braces unless it is one character."""
    text = print_expression(node)
    return text if len(text) == 1 else f"{{{text}}}"


def _integrand(body: Expression) -> str:
    """What stands between the sign of an integral and its differential."""
    nested = any(isinstance(part, Antiderivative | Integral) for part in subterms(body))
    return f"({print_expression(body)})" if nested else print_expression(body)


def _print_derivative(node: Derivative) -> str:
    sign = "\\partial" if node.partial else "d"
    power = "" if node.order == 1 else f"^{{{node.order}}}"
    return (
        f"\\frac{{{sign}{power}}}{{{sign} {print_name(node.variable)}{power}}} "
        f"({print_expression(node.body)})"
    )


def _print_derivative_at(node: DerivativeAt) -> str:
    name, arguments = print_name(node.name), ", ".join(map(print_expression, node.arguments))
    if len(node.orders) == 1:
        order = node.orders[0]
        primes = "'" * order if order <= 3 else f"^{{({order})}}"
        return f"{name}{primes}({arguments})"
    total = sum(node.orders)
    below = " ".join(
        f"\\partial {print_expression(argument)}" + ("" if order == 1 else f"^{{{order}}}")
        for argument, order in zip(node.arguments, node.orders, strict=True)
        if order
    )
    above = "\\partial" if total == 1 else f"\\partial^{{{total}}}"
    return f"\\frac{{{above} {name}}}{{{below}}}({arguments})"


def _point(node: Limit) -> str:
    point = node.point
    if isinstance(point, Infinity):
        return "\\infty" if point.positive else "-\\infty"
    if node.side is None:
        text = print_expression(point)
        # `a + 0` and `-0` would denote a side.
        return f"({text})" if text.endswith((" + 0", " - 0", "-0")) else text
    inner = point.operand if isinstance(point, Negation) else point
    simple = isinstance(inner, Number | Variable | Constant)
    text = print_expression(inner) if simple else f"({print_expression(inner)})"
    return f"{'-' if isinstance(point, Negation) else ''}{text}^{{{node.side}}}"
