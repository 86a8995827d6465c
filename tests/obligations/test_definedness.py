"""What an expression needs to mean something, under which binders, and with which words."""

import pytest

from shomei.obligations.definedness import conditions, own_needs, statement_conditions
from shomei.obligations.model import Binder, Context, IndexBinder, LimitBinder, NearBinder
from shomei.operations.latex import print_expression
from shomei.operations.statement_latex import print_statement
from shomei.terms.definitions import Binding, Definition
from shomei.terms.nodes import Call, Connective, Infinity, Prime, Relation, Variable
from tests.obligations.texts import term

NATURALS = frozenset({"n", "k"})


def own(text: str) -> list[tuple[str, str]]:
    return [(print_statement(n.condition), n.why) for n in own_needs(term(text), NATURALS)]


def told(binder: Binder) -> str:
    match binder:
        case LimitBinder(variable, point, side):
            place = "oo" if isinstance(point, Infinity) else print_expression(point)
            return f"{variable} -> {place}{side or ''}"
        case NearBinder(variable, point):
            return f"{variable} near {print_expression(point)}"
        case IndexBinder(variable, lower, upper):
            return f"{variable} in {print_expression(lower)}..{print_expression(upper)}"


def found(text: str, *definitions: Definition) -> list[tuple[str, list[str]]]:
    by_name = {each.name: each for each in definitions}
    return [
        (print_statement(each.statement), list(map(told, each.binders)))
        for each in conditions(term(text), by_name, NATURALS)
    ]


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        (r"\frac{x}{y}", [("y \\neq 0", "a denominator")]),
        (r"\frac{x}{2}", []),
        (r"\frac{x}{0}", [("0 \\neq 0", "a denominator")]),
        (r"\log x", [("x > 0", "the argument of a logarithm")]),
        (
            r"\log_a x",
            [
                ("x > 0", "the argument of a logarithm"),
                ("a > 0", "the base of a logarithm"),
                ("a \\neq 1", "the base of a logarithm"),
            ],
        ),
        (r"\sqrt{x}", [("x \\ge 0", "the argument of a root")]),
        ("x^2", []),
        ("x^0", [("x \\neq 0", "the base of a power with exponent 0")]),
        ("x^{-2}", [("x \\neq 0", "the base of a negative power")]),
        ("x^n", []),
        ("x^{n - 1}", [("n \\ge 1", "the exponent of a whole power")]),
        (r"x^{\frac{1}{2}}", [("x > 0", "the base of a real power")]),
        ("x^y", [("x > 0", "the base of a real power")]),
        ("e^x", []),
        ("2^x", []),
        ("n!", []),
        ("(n - 1)!", [("n \\ge 1", "the argument of a factorial")]),
        (r"\binom{n}{k}", []),
        (r"\binom{n}{k - 1}", [("k \\ge 1", "an entry of a binomial coefficient")]),
        (r"\tan x", [("\\cos x \\neq 0", "a tangent or secant's cosine")]),
        (r"\cot x", [("\\sin x \\neq 0", "a cotangent or cosecant's sine")]),
        (r"\sin x + \cosh x", []),
        ("|x|", []),
    ],
)
def test_what_an_operation_needs(text: str, needs: list[tuple[str, str]]) -> None:
    assert own(text) == needs


def test_an_inverse_sine_needs_both_bounds() -> None:
    assert [need for need, _ in own(r"\arcsin x")] == ["-1 \\le x", "x \\le 1"]


def test_parts_come_before_the_whole() -> None:
    assert found(r"\log \frac{1}{x}") == [("x \\neq 0", []), ("\\frac{1}{x} > 0", [])]


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        (r"\lim_{h \to 0} \frac{1}{h}", [("h \\neq 0", ["h -> 0"])]),
        (r"\lim_{h \to 0^+} \log h", [("h > 0", ["h -> 0+"])]),
        (r"\lim_{h \to \infty} \log h", [("h > 0", ["h -> oo"])]),
        (
            r"\lim_{h \to \frac{1}{y}} \frac{1}{h}",
            [("y \\neq 0", []), ("h \\neq 0", ["h -> \\frac{1}{y}"])],
        ),
        (r"\sum_{j=1}^{n} \frac{1}{j}", [("j \\neq 0", ["j in 1..n"])]),
        (
            r"\lim_{h \to 0} \sum_{j=1}^{n} \frac{h}{j}",
            [("j \\neq 0", ["h -> 0", "j in 1..n"])],
        ),
    ],
)
def test_a_binder_stands_with_what_it_binds(text: str, needs: list[tuple[str, list[str]]]) -> None:
    assert found(text) == needs


def test_a_derivative_needs_its_function_near_the_point() -> None:
    [(need, [binder])] = found(r"\frac{d}{dx} \log x")
    variable = need.removesuffix(" > 0")
    assert variable != "x" and binder == f"{variable} near x"


def test_a_function_needs_what_its_body_needs() -> None:
    inverse = Definition("f", ("t",), term(r"\frac{1}{t}"))
    by_name = {"f": inverse}
    call = Call("f", (term(r"\log x"),))
    assert [print_statement(c.statement) for c in conditions(call, by_name, NATURALS)] == [
        "x > 0",
        "x > 0",
        "\\ln x \\neq 0",
    ]
    [condition] = conditions(Prime("f", 1, Variable("x")), by_name, NATURALS)
    [binder] = condition.binders
    assert isinstance(binder, NearBinder) and binder.point == Variable("x")
    assert condition.statement.left == Variable(binder.variable)
    assert conditions(Call("g", (term("x"),)), by_name, NATURALS) == []


def test_each_need_of_a_statement_is_told_once_and_none_that_is_plain() -> None:
    x_over_y = Relation("=", term(r"\frac{x}{y}"), term(r"2 \cdot \frac{x}{2 y} + \log 2 + e"))
    both = Connective("and", x_over_y, x_over_y)
    context = Context(tuple(Binding(name, "N") for name in NATURALS))
    assert [print_statement(each.statement) for each in statement_conditions(both, context)] == [
        "y \\neq 0",
        "2 y \\neq 0",
    ]


def test_a_binder_that_binds_nothing_is_left_out() -> None:
    statement = Relation("=", term(r"\lim_{h \to 0} \frac{h}{y}"), term("0"))
    [condition] = statement_conditions(statement, Context())
    assert condition.binders == ()


def test_the_right_side_of_an_implication_is_under_its_left_side() -> None:
    implication = Connective(
        "implies",
        Relation("<", term("v"), term("2")),
        Relation(">", term("\\frac{1}{2 - v} + \\log u"), term("0")),
    )
    bindings = (Binding("u"), Binding("v"))
    needed = statement_conditions(implication, Context(bindings))
    assert [
        (print_statement(each.statement), [print_statement(p) for p in each.premises])
        for each in needed
    ] == [("2 - v \\neq 0", ["v < 2"]), ("u > 0", [])]
