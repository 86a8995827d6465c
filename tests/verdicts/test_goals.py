from fractions import Fraction

import pytest
from hypothesis import example, given, reject
from hypothesis import strategies as st

from shomei.emitter.lean.statement import proposition
from shomei.emitter.lean.term import Notation, Unprintable
from shomei.operations.statement_latex import print_statement
from shomei.terms.nodes import (
    Apply,
    BigOperator,
    Binary,
    Connective,
    Constant,
    Expression,
    Infinity,
    Limit,
    Negation,
    Number,
    Power,
    Relation,
    Statement,
    Variable,
)
from shomei.verdicts.goals import read_proposition, translate, wholly


@pytest.fixture(scope="module", autouse=True)
def _grammar_is_built() -> None:
    """The first reading builds the grammar, which no example's deadline is to count."""
    assert read_proposition("x = x") is not None


names = st.sampled_from(["x", "y", "a", "x_1", "alpha", "theta_2"])
leaves = st.one_of(
    st.builds(Number, st.integers(0, 9).map(Fraction)),
    st.builds(Variable, names),
    st.builds(Constant, st.sampled_from(["e", "pi"])),
)


def _grow(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    return st.one_of(
        st.builds(Negation, inner),
        st.builds(Binary, st.sampled_from(["+", "-", "*", "/"]), inner, inner),
        st.builds(Power, inner, inner),
        st.builds(
            Apply,
            st.sampled_from(["sin", "cos", "exp", "arctan", "log", "sqrt", "abs"]),
            st.tuples(inner),
        ),
        st.builds(Apply, st.just("log_base"), st.tuples(inner, inner)),
        st.builds(
            BigOperator,
            st.sampled_from(["sum", "prod"]),
            st.just("k"),
            st.just(Number(Fraction(1))),
            st.just(Number(Fraction(5))),
            inner,
        ),
    )


expressions = st.recursive(leaves, _grow, max_leaves=8)
relations = st.builds(
    Relation, st.sampled_from(["=", "<", "<=", ">", ">=", "!="]), expressions, expressions
)
points = st.one_of(leaves, st.builds(Infinity, st.booleans()))
limits = st.builds(
    lambda point, side, body, value: Relation(
        "=", Limit("h", point, None if isinstance(point, Infinity) else side, body), value
    ),
    points,
    st.sampled_from([None, "+", "-"]),
    expressions,
    expressions,
)
statements = st.one_of(
    relations,
    limits,
    st.builds(Connective, st.sampled_from(["and", "or", "implies", "iff"]), relations, relations),
)


@given(statements)
@example(
    Relation(
        "=",
        Number(Fraction(0)),
        Power(Power(Constant("e"), Number(Fraction(1))), Number(Fraction(0))),
    )
)
def test_what_the_emitter_writes_is_read_back(statement: Statement) -> None:
    try:
        lean = proposition(statement, Notation())
    except Unprintable:
        reject()  # nothing is written
    back = read_proposition(lean)
    assert back is not None, lean
    assert proposition(back, Notation()) == lean


READ = [
    ("Real.logb a (x * y) = Real.logb a x + Real.logb a y", r"\log_a (x y) = \log_a x + \log_a y"),
    ("¬x + 1 = 3 * y", r"x + 1 \neq 3 y"),
    ("¬x ≤ y", "x > y"),
    ("Real.sin α ^ 2 ≤ |x|", None),
    ("(↑n + 1)⁻¹ = √2", r"(n + 1)^{-1} = \sqrt{2}"),
    (
        (
            "Filter.Tendsto (fun h => (Real.log (x + h) - Real.log x) / h) (nhdsWithin 0 "
            "(Set.compl (Singleton.singleton 0))) (nhds (1 / x))"
        ),
        None,
    ),
    (
        "Tendsto (fun t => (1 + t) ^ (1 / t)) (𝓝[>] 0) (𝓝 (Real.exp 1))",
        r"\lim_{t \to 0^{+}} (1 + t)^{\frac{1}{t}} = e",
    ),
    ("HasDerivAt (fun x => Real.log x) (1 / x) x", r"\frac{d}{d x} (\ln x) = \frac{1}{x}"),
    ("alpha'v + u3bbu'v ≠ x✝", None),
    (
        "Tendsto (fun h => ((x + h).log - x.log) / h) (nhdsWithin 0 {0}.compl) (nhds (1 / x))",
        r"\lim_{h \to 0} \frac{\ln (x + h) - \ln x}{h} = \frac{1}{x}",
    ),
    ("x.sin.exp ≤ (a.logb (x + 1))⁻¹", r"e^{\sin x} \le (\log_a (x + 1))^{-1}"),
    ("↑n.factorial * ↑(n.choose k) = (2 * x).sqrt", r"n! \cdot \binom{n}{k} = \sqrt{2 x}"),
    ("alpha'v.log = 0.5", r"\ln \alpha = 0.5"),
    # As Lean 4 printed the goals of the gallery's steps.
    ("x ≠ 0 ∧ 0 < 1 - q", r"x \neq 0 \land 0 < 1 - q"),
    ("x * x = 1 ↔ x = 1 ∨ x = -1", r"x x = 1 \iff x = 1 \lor x = -1"),
    ("-(y * (1 / (1 + (-z).exp)).log) = 0", r"-y \ln (\frac{1}{1 + e^{-z}}) = 0"),
    (
        "x.sinh * y.cosh = (x.exp - (-x).exp) / 4",
        r"\sinh x \cdot \cosh y = \frac{e^{x} - e^{-x}}{4}",
    ),
    ("↑(Nat.choose 4 0) + ↑(n + 1) = 15", r"\binom{4}{0} + (n + 1) = 15"),
    ("0 < x → 1 < x → x ≤ x ^ 2", r"0 < x \Rightarrow 1 < x \Rightarrow x \le x^{2}"),
    (
        "HasDerivAt (fun z => -(z * a.log) ^ 2) (2 * z) z",
        r"\frac{d}{d z} (-(z \ln a)^{2}) = 2 z",
    ),
    (
        "Tendsto (fun x => x.log / x) atTop (nhds 0) ∧ x = 0",
        r"\lim_{x \to \infty} \frac{\ln x}{x} = 0 \land x = 0",
    ),
    ("Tendsto (fun x => x) (nhdsWithin 0 (Set.Ioi 0)) (nhds 0)", r"\lim_{x \to 0^{+}} x = 0"),
    ("Tendsto (fun (x : ℝ) ↦ x) (𝓝[≠] 0) (𝓝 0)", r"\lim_{x \to 0} x = 0"),
    ("Tendsto (fun x => x) (nhdsWithin a {a}ᶜ) (nhds a)", r"\lim_{x \to a} x = a"),
    (
        "||x| - |y|| ≤ |x - y|",
        r"\left| \left| x \right| - \left| y \right| \right| \le \left| x - y \right|",
    ),
    ("Real.logb |a| |b| = √x⁻¹", r"\log_{\left| a \right|} (\left| b \right|) = \sqrt{x^{-1}}"),
    ("∑ k ∈ Finset.Icc 1 n, k * k - n = 0", r"\sum_{k = 1}^n k k - n = 0"),
    (
        "((Finset.Icc 0 n).sum fun k => A * r ^ k) = A * (Finset.Icc 0 n).sum fun k => r ^ k",
        r"\sum_{k = 0}^n A r^{k} = A \cdot \sum_{k = 0}^n r^{k}",
    ),
    (
        "((Finset.Icc 1 n).prod fun k => ↑k + 1) + n = (Finset.Icc 1 n).sum fun k => ↑k + n",
        r"\prod_{k = 1}^n (k + 1) + n = \sum_{k = 1}^n (k + n)",
    ),
    ("-x ^ 2 = 2 ^ -x", "-x^{2} = 2^{-x}"),
    ("((0 : ℝ) < x)", "0 < x"),
    ("¬¬x = 1", "x = 1"),
]


@pytest.mark.parametrize(("lean", "source"), READ)
def test_what_lean_prints_is_read(lean: str, source: str | None) -> None:
    found = read_proposition(lean)
    assert found is not None
    if source is not None:
        assert print_statement(found) == source


@pytest.mark.parametrize(
    "lean",
    [
        "",
        "x",
        "∀ y, x = y",
        "∃ y : ℝ, x = y",
        "x = ",
        "f x = 1",
        "foo.bar = 1",
        "x.logarithm = 1",
        "x.log.bar = 1",
        "x.compl = 1",
        "x = y z",
        "¬(x = y ∧ y = z)",
        "HasDerivAt (fun x => x) 1 y",
        "Filter.Tendsto f l (nhds 1)",
        "Tendsto (fun h => h) (𝓝 0) (𝓝 0)",
        "x = #eval 1",
        "True",
        "x = 1; y = 2",
        "(x = 1) + 1 = 2",
        "x ∧ y",
        "x < y < z",
        "2 * ∑ k ∈ Finset.Icc 1 n, k = 1",
        "Real.log = 1",
        "x.sum = 1",
        "x.sum fun k => k = 1",
        "(Finset.Icc 1 n).sum = 1",
        "(Finset.Icc 1 n).sum 2 = 1",
        "(Finset.Icc 1 n) = 1",
        "∑ k ∈ n, k = 1",
        "Real.sin x y = 1",
        "Real.erf x = 1",
        "x.exp y = 1",
        "atTop = 1",
        "{x} = 1",
        "fun x => x = 1",
        "Tendsto (fun x => x) (nhdsWithin a {b}.compl) (nhds a)",
        "Tendsto (fun x => x = 1) (nhds 0) (nhds 0)",
        "Tendsto (fun x => x) (𝓝[≠] 0) atTop",
        "(x : Nat → ℝ) = 1",
        "| | = 1",
        "∀ (value : ℝ), value = 1",
        "Filter.Eventually (fun h => h ≠ 0) (nhdsWithin 0 {0}.compl)",
        "(" * 990 + "x" + ")" * 990 + " = 1",
        "√" * 1990 + "x = 1",
        "x" + "⁻¹" * 900 + " = 1",
        "x = " + "2 ^ " * 450 + "2",
        "x = 1 → " * 240 + "x = 1",
        "(" * 500 + "x" + ")" * 500 + " = 1",
        "-" * 500 + "x = 1",
        "x = " + "1 + " * 2000 + "1",
    ],
)
def test_what_is_no_statement_of_the_source_is_not_read(lean: str) -> None:
    assert read_proposition(lean) is None


@given(
    st.text(alphabet="xya01 +-*/^()=≠<≤|∧∨→↔¬↑√!⁻¹fun=>RealloTends𝓝[]nhdsSetcmp.:,∑∈∏Finset⊢h\n")
)
def test_anything_may_be_said(text: str) -> None:
    read_proposition(text)
    assert translate(text, print_statement).count("\n") <= text.count("\n")


MESSAGE = """`grind` failed
case grind
x y : ℝ
h1 : 0 < x
h_1 : ¬Real.log (x * y) =
      Real.log x - Real.log y
⊢ False
[grind] Goal diagnostics
  [facts] Asserted facts
    [prop] 0 < x
  [linarith] Linarith assignment for `ℝ`
    [assign] x := 1"""

TRANSLATED = r"""`grind` failed
case grind
x y : ℝ
h1 : 0 < x
h_1 : \ln (x y) \neq \ln x - \ln y
⊢ False
[grind] Goal diagnostics
  [facts] Asserted facts
    [prop] 0 < x
  [linarith] Linarith assignment for `ℝ`
    [assign] x := 1"""


def test_a_message_is_translated_line_by_line() -> None:
    assert translate(MESSAGE, print_statement) == TRANSLATED


def test_a_goal_is_wholly_in_one_notation() -> None:
    goal = "case grind\nx y : ℝ\nn : ℕ\nh1 : 0 < x\n⊢ Real.log (x * y) = 1 / 2"
    shown = (
        "case grind\nx, y \\in \\mathbb{R}\nn \\in \\mathbb{N}\nh1 : 0 < x\n"
        "⊢ \\ln (x y) = \\frac{1}{2}"
    )
    assert wholly(goal, print_statement) == shown
    # The source has no words for a filter; a second goal stands for itself.
    strange = "case b\nx : ℝ\nh1 : 0 < x\nh2 : Filter.NeBot (nhds x)\n⊢ 0 < x"
    assert wholly(f"{goal}\n{strange}", print_statement) == f"{shown}\n{strange}"
    assert wholly(MESSAGE, print_statement).split("\n")[6:] == MESSAGE.split("\n")[7:]


@given(st.text(max_size=60))
def test_any_message_keeps_its_lines(text: str) -> None:
    assert wholly(text, print_statement).count("\n") <= text.count("\n")
