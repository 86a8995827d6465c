"""Hypothesis strategies for ASTs: every node of the language, as the parser makes it."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import strategies as st

from shomei.parser.ast import (
    Assume,
    Case,
    CaseSplit,
    Chain,
    Define,
    Document,
    Formula,
    Item,
    Let,
    Link,
    LogicChain,
    LogicLink,
    Theorem,
    Therefore,
)
from shomei.parser.reason_nodes import Cite, Continuity, DefinitionOf, Named, Reason, Substitute
from shomei.terms.literals import root
from shomei.terms.nodes import (
    Antiderivative,
    Apply,
    BigOperator,
    Binary,
    Call,
    Connective,
    Constant,
    Derivative,
    Expression,
    Infinity,
    Limit,
    Membership,
    Negation,
    Number,
    Power,
    Prime,
    Relation,
    Statement,
    Variable,
)

VARIABLES = (
    "a",
    "b",
    "x",
    "y",
    "n",
    "t",
    "X",
    "Y",
    "x_1",
    "x_ij",
    "alpha",
    "theta_2",
    "x_beta",
    "loss",
)
#: The functions that a generated document defines at its top, with their parameters.
FUNCTIONS = {"f": ("x",), "g": ("x", "y"), "sigma": ("x",), "softmax": ("t",)}
FUNCTION_NAMES = (
    "sin",
    "cos",
    "tan",
    "cot",
    "sec",
    "csc",
    "arcsin",
    "arccos",
    "arctan",
    "sinh",
    "cosh",
    "tanh",
    "sech",
    "arsinh",
    "exp",
)

names = st.sampled_from(VARIABLES)
#: What gets a value, by which nothing is differentiated.
NAMED = ("X", "y_1", "K_2")
named = st.sampled_from(NAMED)
differentiated = st.sampled_from([name for name in VARIABLES if name not in NAMED])
integers = st.integers(0, 120).map(lambda value: Number(Fraction(value)))
decimals = st.tuples(st.integers(0, 9999), st.sampled_from((10, 100, 1000))).map(
    lambda pair: Number(Fraction(pair[0], pair[1]))
)
leaves = st.one_of(
    integers, decimals, names.map(Variable), st.sampled_from((Constant("e"), Constant("pi")))
)


def _compound(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    orders = st.integers(1, 5)
    sided = st.tuples(inner, st.sampled_from((None, "+", "-")))
    infinite = st.tuples(st.booleans().map(Infinity), st.none())
    points = st.one_of(sided, infinite)
    return st.one_of(
        st.builds(Negation, inner),
        st.builds(Binary, st.sampled_from(("+", "-", "*", "/")), inner, inner),
        st.builds(Power, inner, inner),
        st.builds(
            Apply, st.sampled_from((*FUNCTION_NAMES, "log", "abs", "factorial")), st.tuples(inner)
        ),
        st.builds(
            Apply, st.sampled_from(("log_base", "binomial", "max", "min")), st.tuples(inner, inner)
        ),
        st.builds(root, st.integers(2, 9), inner),
        st.builds(Call, st.just("g"), st.tuples(inner, inner)),
        st.builds(Call, st.sampled_from(("f", "sigma", "softmax")), st.tuples(inner)),
        st.builds(Prime, st.sampled_from(("f", "sigma")), orders, inner),
        st.builds(Derivative, differentiated, inner, orders, st.booleans()),
        st.builds(
            lambda name, point, body: Limit(name, point[0], point[1], body), names, points, inner
        ),
        st.builds(BigOperator, st.sampled_from(("sum", "prod")), names, inner, inner, inner),
        st.builds(Antiderivative, names, inner),
    )


expressions: st.SearchStrategy[Expression] = st.recursive(leaves, _compound, max_leaves=12)
small_expressions: st.SearchStrategy[Expression] = st.recursive(leaves, _compound, max_leaves=3)

operators = st.sampled_from(("=", "<", "<=", ">", ">=", "!="))
sets = st.sampled_from(("N", "N+", "Z", "Q", "R"))
relations = st.builds(Relation, operators, small_expressions, small_expressions)
memberships = st.builds(Membership, names, sets)
atomic_statements: st.SearchStrategy[Statement] = st.one_of(relations, memberships)
statements: st.SearchStrategy[Statement] = st.recursive(
    atomic_statements,
    lambda inner: st.builds(
        Connective, st.sampled_from(("iff", "implies", "and", "or")), inner, inner
    ),
    max_leaves=4,
)
#: Conjunctions among conditions are written, and read, as several conditions.
conditions = st.lists(atomic_statements, min_size=1, max_size=3).map(tuple)

labels = st.sampled_from(("1.1", "2.4", "A", "Euler", "補題1", "sum of squares"))
reasons: st.SearchStrategy[Reason] = st.one_of(
    st.builds(Cite, labels, st.lists(st.tuples(names, small_expressions), max_size=2).map(tuple)),
    st.builds(Substitute, names, small_expressions),
    st.sampled_from(("f", "e", "derivative", "sigma", "softmax", "log", "limit")).map(DefinitionOf),
    st.sampled_from(("\\log_a", "\\exp", "f", "")).map(Continuity),
    st.sampled_from(
        (
            "algebra",
            "limit",
            "induction on n",
            "product rule",
            "chain rule",
            "Bernoulli's inequality",
            "assumption",
        )
    ).map(Named),
)
some_reasons = st.lists(reasons, max_size=2).map(tuple)
tags = st.none() | st.sampled_from(("1.1", "4.2", "A"))

links = st.lists(
    st.builds(Link, operators, small_expressions, some_reasons), min_size=1, max_size=3
).map(tuple)
statement_sides = st.one_of(
    atomic_statements,
    st.builds(Connective, st.sampled_from(("and", "or")), atomic_statements, atomic_statements),
)
logic_links = st.lists(
    st.builds(LogicLink, st.sampled_from(("iff", "implies")), statement_sides, some_reasons),
    min_size=1,
    max_size=2,
).map(tuple)

distinct_names = st.lists(names, min_size=1, max_size=2, unique=True).map(tuple)
simple_items: st.SearchStrategy[Item] = st.one_of(
    st.builds(Assume, conditions),
    st.builds(Let, distinct_names, sets),
    st.builds(lambda name, value: Let((name,), None, value), named, small_expressions),
    st.builds(Formula, labels, statements, st.just(()) | conditions, some_reasons),
    # `y = x^2` defines a letter that is not used before
    st.builds(
        Chain, small_expressions.filter(lambda each: not isinstance(each, Variable)), links, tags
    ),
    st.builds(LogicChain, statement_sides, logic_links, tags),
    st.builds(Therefore, statements, tags, some_reasons),
    st.builds(lambda name, body: Define(name, (), body), named, small_expressions),
)


def _blocks(inner: st.SearchStrategy[Item]) -> st.SearchStrategy[Item]:
    bodies = st.lists(inner, max_size=3).map(tuple)
    return st.one_of(
        st.builds(Theorem, labels, statements, bodies),
        st.lists(st.builds(Case, relations, bodies), min_size=1, max_size=2).map(
            lambda cases: CaseSplit(tuple(cases))
        ),
    )


items: st.SearchStrategy[Item] = st.recursive(simple_items, _blocks, max_leaves=4)

PREAMBLE: tuple[Item, ...] = tuple(
    Define(name, parameters, Variable(parameters[0])) for name, parameters in FUNCTIONS.items()
)
documents = st.lists(items, min_size=1, max_size=4).map(
    lambda found: Document("generated.txt", "", (*PREAMBLE, *found))
)
