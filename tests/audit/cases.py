"""Derivations of every form of statement, and random obligations, for the audit's tests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path

from hypothesis import strategies as st

from shomei.audit.expected import Kind
from shomei.emitter import emit_plan
from shomei.emitter.model import Theorem
from shomei.obligations import build
from shomei.obligations.definedness import statement_conditions
from shomei.obligations.model import Context, Hypothesis, Obligation
from shomei.parser import parse
from shomei.terms.definitions import Binding, Definition, spoken_of
from shomei.terms.literals import root
from shomei.terms.nodes import (
    NOWHERE,
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
    Negation,
    Number,
    Power,
    Prime,
    Relation,
    Statement,
    Variable,
)
from shomei.terms.substitution import fresh, substitute
from shomei.terms.walk import bound_name, children, free_variables, map_statement, rebind, rebuild

DERIVATIONS = Path(__file__).parents[2] / "derivations"

#: One line at least for each form of statement and each way of writing a number.
FORMS = r"""
assume a > 0, a \neq 1, x > 2, y > x
let n \in \mathbb{N}, m \in \mathbb{N}
define f(t) = \log_a t
define q(s) = a s^2
(x - 1) - (x - y) = y - 1
x - (y - 1) = x - y + 1
x / (y / 2) = 2 x / y
(x + y) / 2 > 2
-x^2 < (-x)^2
(x^{2})^{3} = x^{6}
x^{a} = e^{a \log x}
x^{-2} = \frac{1}{x^2}
\sqrt{x^2} \le x + 1
\sqrt[3]{x} > 0
|x - y| \ge 0
x = 1 \lor x > 1
x > 1 \iff 2 x > 2
x > 3 \Rightarrow x > 2 \land x > 1
\sum_{k=1}^{n} (2 k - 1) = n^2
\prod_{k=1}^{3} k = 3!
\binom{4}{2} = 6
n + m = m + n
n < n + 1
2 = 1 + 1
\frac{3}{2} \neq 1
|2| = 2
f'(x) = \frac{1}{x \log a}
q''(x) = 2 a
2 q'(x) = 4 a x
\frac{d}{dx} x^2 = 2 x
q'(x) = 0 \iff q(x) = 0
q'(x) \neq 0 \land \frac{1}{q'(x)} > 0 \Rightarrow q''(x) > q'(x)
\lim_{h \to 0} (x + h) = x
\lim_{h \to 0} \frac{1}{2} = \frac{1}{2}
\lim_{h \to \infty} \frac{1}{h} = 0
\lim_{h \to 0^+} (x h) = \lim_{h \to 0^-} (x h)
\lim_{h \to 0} (x + h) < \lim_{h \to 0} (y + h)
f'(x) = \lim_{h \to 0} \frac{f(x+h) - f(x)}{h}
"""


def uncaptured(term: Expression, definitions: Mapping[str, Definition]) -> Expression:
    """`term` with the variables of its limits and sums renamed wherever a called function captures
    a variable of the same name from outside.

    After `define f(x) = x + h`, the h of f in `\\lim_{h \\to 0} f(x)` is not the variable of the
    limit.
    """
    term = rebuild(term, tuple(uncaptured(part, definitions) for part in children(term)))
    bound = bound_name(term)
    if bound is None:
        return term
    *outer, body = children(term)
    captured = spoken_of(body, definitions)
    if bound not in captured:
        return term
    new = fresh(bound, captured | set(free_variables(body)))
    return rebuild(rebind(term, new), (*outer, substitute(body, {bound: Variable(new)})))


#: The same for functions without a formula.
DECLARED = r"""
let f, g \colon \mathbb{R} \to \mathbb{R} twice differentiable
let c \colon \mathbb{R} \to \mathbb{R} continuous and strictly increasing
let u \colon \mathbb{R} \to \mathbb{R} increasing
let F \colon \mathbb{R} \times \mathbb{R} \to \mathbb{R}
let a \colon \mathbb{N} \to \mathbb{R}
let w \colon \mathbb{N} \times \mathbb{N} \to \mathbb{R}
let n, m \in \mathbb{N}
assume f(x + y) = f(x) f(y) for all x, y
assume g(x) > 0 for all x
assume a_{n+1} = 2 a_n for all n
f(x) + g(x) = g(x) + f(x)
f'(x) g(x) = g(x) f'(x)
f''(x) = f''(x) + 0
(fg)' = f'g + fg'
\frac{f(x)}{g(x)} = f(x) \cdot \frac{1}{g(x)}
\lim_{h \to 0} \frac{f(x+h) - f(x)}{h} = f'(x)
c(x) = c(x) + 0
u(x) \le u(x) + 1
F(x, y) + 1 = 1 + F(x, y)
a_{n+1} = a_n + a_n
a_{n+m} = a_{m+n}
w_{n,m} + 1 = 1 + w_{n,m}
\sum_{k=1}^{n} a_k = \sum_{k=1}^{n} a_k
"""


def emitted(source: str) -> Iterator[tuple[Obligation, Kind, Theorem]]:
    """Each claim's first theorem, with the obligation that it is for."""
    plan = build(parse(source, "forms.txt"))
    emissions = emit_plan(plan)
    for obligation in plan.obligations:
        for claim in emissions[obligation.id].claims if obligation.id in emissions else ():
            if claim.alternatives:
                yield obligation, claim.kind, claim.alternatives[0]


# --------------------------------------------------------------------------------------------------
# Random obligations

NAMES = ("a", "b", "x", "n", "k", "x_1", "alpha", "loss")
NUMBER = Number(Fraction(2))
#: Functions that speak of a variable of the file, call each other, and bind.
DEFINITIONS = (
    Definition(
        "f", ("x",), Binary("+", Power(Variable("x"), NUMBER), Variable("a")), (Binding("a"),)
    ),
    Definition(
        "g",
        ("x", "y"),
        Binary("/", Variable("x"), Apply("log_base", (Variable("y"), Variable("x")))),
    ),
    Definition(
        "sigma",
        ("x",),
        BigOperator(
            "sum", "n", NUMBER, Number(Fraction(3)), Binary("*", Variable("x"), Variable("n"))
        ),
    ),
    Definition("softmax", ("t",), Call("f", (Negation(Variable("t")),)), (Binding("a"),)),
)

names = st.sampled_from(NAMES)
integers = st.integers(0, 12).map(lambda value: Number(Fraction(value)))
fractions = st.fractions(0, 9, max_denominator=8).map(Number)
whole = st.recursive(
    integers,
    lambda inner: st.builds(Binary, st.sampled_from(("+", "-", "*")), inner, inner),
    max_leaves=3,
)
leaves: st.SearchStrategy[Expression] = st.one_of(
    integers, fractions, names.map(Variable), st.sampled_from((Constant("e"), Constant("pi")))
)
functions = st.sampled_from(
    (
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
)


def _compound(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    return st.one_of(
        st.builds(Negation, inner),
        st.builds(Binary, st.sampled_from(("+", "-", "*", "/")), inner, inner),
        st.builds(Power, inner, inner),
        st.builds(Power, inner, whole),
        st.builds(Power, inner, whole.map(Negation)),
        st.builds(Apply, functions | st.sampled_from(("log", "abs")), st.tuples(inner)),
        st.builds(Apply, st.sampled_from(("log_base", "max", "min")), st.tuples(inner, inner)),
        st.builds(root, st.integers(2, 5), inner),
        st.builds(Apply, st.just("factorial"), st.tuples(whole)),
        st.builds(Apply, st.just("binomial"), st.tuples(whole, whole)),
        st.builds(Call, st.just("g"), st.tuples(inner, inner)),
        st.builds(Call, st.sampled_from(("f", "sigma", "softmax")), st.tuples(inner)),
        st.builds(BigOperator, st.sampled_from(("sum", "prod")), names, whole, whole, inner),
    )


terms: st.SearchStrategy[Expression] = st.recursive(leaves, _compound, max_leaves=10)
points = st.one_of(
    st.tuples(terms, st.sampled_from((None, "+", "-"))),
    st.tuples(st.booleans().map(Infinity), st.none()),
)
limits: st.SearchStrategy[Expression] = st.one_of(
    st.builds(
        lambda name, point, body: Limit(name, point[0], point[1], body), names, points, terms
    ),
    st.builds(Prime, st.sampled_from(("f", "sigma", "softmax")), st.integers(1, 2), terms),
    st.builds(Derivative, names, terms, st.integers(1, 2)),
)
values = st.one_of(
    terms,
    limits,
    st.builds(Binary, st.sampled_from(("+", "-", "*", "/")), limits, terms),
    st.builds(Binary, st.sampled_from(("-", "/")), limits, limits),
    st.builds(Apply, st.just("log"), st.tuples(limits)),
)
relations = st.builds(
    Relation, st.sampled_from(("=", "=", "<", "<=", ">", ">=", "!=")), values, values
)
statements: st.SearchStrategy[Statement] = st.recursive(
    relations,
    lambda inner: st.builds(
        Connective, st.sampled_from(("iff", "implies", "and", "or")), inner, inner
    ),
    max_leaves=4,
)


@st.composite
def obligations(draw: st.DrawFn) -> Obligation:
    """An obligation with hypotheses, natural and real variables, and definitions in force."""
    definitions = {definition.name: definition for definition in DEFINITIONS}
    # As `obligations.build` does with whatever it reads.
    goal, *assumed = (
        map_statement(each, lambda term: uncaptured(term, definitions))
        for each in (draw(statements), *draw(st.lists(relations, max_size=2)))
    )
    natural = draw(st.sets(names))
    found = dict.fromkeys(
        (
            "a",
            *free_variables(goal),
            *(name for each in assumed for name in free_variables(each)),
        )
    )
    variables = tuple(Binding(name, "N" if name in natural else "R") for name in found)
    context = Context(
        variables,
        tuple(Hypothesis(f"h{i}", each) for i, each in enumerate(assumed, start=1)),
        DEFINITIONS,
    )
    return Obligation(
        "line_1", "step", NOWHERE, "source", "", context, goal, statement_conditions(goal, context)
    )
