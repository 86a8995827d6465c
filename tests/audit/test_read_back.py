"""An emission, read back by an independent grammar, is what the obligation asks for; any other
emission is found out.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings

from shomei.audit import audit
from shomei.audit.elaborate import elaborate
from shomei.audit.expected import Kind, kinds
from shomei.audit.read import Unreadable, read
from shomei.emitter.lean.script import GRIND
from shomei.emitter.lean.statement import existence, proposition
from shomei.emitter.lean.term import Unprintable
from shomei.emitter.model import Theorem
from shomei.emitter.proof.definedness import definedness
from shomei.emitter.proof.setting import Setting
from shomei.emitter.theorem import binders, notation_of, render
from shomei.obligations.model import Obligation
from shomei.terms.nodes import Relation
from tests.audit.cases import DECLARED, DERIVATIONS, FORMS, emitted, obligations
from tests.theorems import theorem_of

FORMED = [*emitted(FORMS), *emitted(DECLARED)]
ARTICLE = list(emitted((DERIVATIONS / "log_derivative.txt").read_text(encoding="utf-8")))


def test_every_form_is_there() -> None:
    text = "".join(theorem.text for _, _, theorem in FORMED)
    for sign in (
        "Tendsto",
        "HasDerivAt",
        "∃ first",
        "∀ value",
        "∃ value",
        "∃ lhs rhs",
        "∃ limit_1'v",
        "∑",
        "∏",
        "∀ᶠ",
        "atTop",
        "𝓝[>]",
        "𝓝[<]",
        "↔",
        "→",
        "∨",
        "∧",
    ):
        assert sign in text, sign
    assert {kind for _, kind, _ in FORMED} == {"statement", "defined", "exists"}


@pytest.mark.parametrize(
    ("obligation", "kind", "theorem"), FORMED, ids=[theorem.name for _, _, theorem in FORMED]
)
def test_a_theorem_of_each_form_says_its_step(
    obligation: Obligation, kind: Kind, theorem: Theorem
) -> None:
    assert audit(obligation, kind, theorem) is None


def test_the_example_says_its_steps_and_quickly() -> None:
    assert len(ARTICLE) > 100
    begin = time.process_time()
    assert [complaint for each in ARTICLE if (complaint := audit(*each)) is not None] == []
    assert time.process_time() - begin < 2.0


def test_all_derivations_say_their_steps() -> None:
    for path in sorted(DERIVATIONS.rglob("*.txt")):
        for each in emitted(path.read_text(encoding="utf-8")):
            assert audit(*each) is None, path


# --------------------------------------------------------------------------------------------------
# Random statements


def theorems(obligation: Obligation) -> Iterator[tuple[Kind, Theorem]]:
    """The theorems of an obligation, without proofs."""
    context, goal = obligation.context, obligation.goal
    notation = notation_of(context)
    arguments = binders(context, notation)
    yield (
        "statement",
        render("line_1", arguments, proposition(goal, notation), (GRIND,), source="x"),
    )
    if isinstance(goal, Relation) and "exists" in kinds(obligation):
        yield (
            "exists",
            render("line_1_exists", arguments, existence(goal, notation), (GRIND,), source="x"),
        )
    found = definedness(
        obligation.conditions,
        Setting.of(notation, tuple(binding.name for binding in context.variables), ()),
    )
    if found is not None:
        yield "defined", render("line_1_defined", arguments, found[0], (GRIND,), source="x")


@given(obligations())
@settings(
    max_examples=400,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
def test_what_is_printed_is_read_back(obligation: Obligation) -> None:
    try:
        for kind, theorem in theorems(obligation):
            assert audit(obligation, kind, theorem) is None
    except Unprintable:
        pass


# --------------------------------------------------------------------------------------------------
# What is wrong is found out

#: (what is done, pattern, replacement): each is applied where it matches, and every theorem that it
#: changes must be refused.
WRONG: list[tuple[str, str, str | Callable[[re.Match[str]], str]]] = [
    ("a hypothesis is dropped", r" \(h1 : [^:]*?(?:: ℝ\))?[^:]*?\)(?= \(h2| :\n)", ""),
    ("a hypothesis is strengthened", r"\(h1 : \(0 : ℝ\) < a\)", "(h1 : (1 : ℝ) < a)"),
    ("a hypothesis is of another variable", r"\(h1 : \(0 : ℝ\) < a\)", "(h1 : (0 : ℝ) < x)"),
    ("a hypothesis is False", r"\(h1 : \(0 : ℝ\) < a\)", "(h1 : (0 : ℝ) < 0)"),
    ("a hypothesis is added", r" :\n", " (h9 : (0 : ℝ) < 1) :\n"),
    ("hypotheses change names", r"\(h1 :(.*)\(h2 :", r"(h2 :\1(h1 :"),
    ("a variable is added", r"theorem (\w+)", r"theorem \1 (z : ℝ)"),
    ("two variables change places", r"\((a) (\w+)((?: \w+)*) : ℝ\)", r"(\2 \1\3 : ℝ)"),
    ("a variable is bound twice", r"\(a (\w+)((?: \w+)*) : ℝ\)", r"(a \1\2 a : ℝ)"),
    ("real variables become natural", r"theorem (\w+) \(([a-z ]+) : ℝ\)", r"theorem \1 (\2 : ℕ)"),
    ("natural variables become real", r"\(([nm ]+) : ℕ\)", r"(\1 : ℝ)"),
    (
        "a cast is dropped in a sum",
        r"∈ Finset\.Icc (\w+) (\w+), .*?\((\w+) : ℝ\)",
        r"∈ Finset.Icc \1 \2, \3",
    ),
    ("another theorem's name", r"theorem (\w+)", r"theorem \1x"),
    (
        "the name of a theorem of another kind",
        r"theorem (\w+?)(_defined|_exists)?(?= |\n)",
        lambda m: f"theorem {m[1]}" + ("_defined" if m[2] != "_defined" else "_exists"),
    ),
    ("a sum becomes a difference", r"(\w) \+ (\w)", r"\1 - \2"),
    ("a product becomes a quotient", r" \* ", " / "),
    ("a quotient becomes a product", r" / ", " * "),
    ("a difference is turned around", r"x - 1 - \(x - y\)", r"x - 1 - (y - x)"),
    ("brackets are dropped after a minus", r" - \((\w+ - \w+)\)", r" - \1"),
    ("brackets are dropped after a stroke", r" / \((\w+ / \w+)\)", r" / \1"),
    ("brackets are dropped around a sum", r"\((\w+ \+ \w+)\) /", r"\1 /"),
    ("brackets are dropped under a power", r"\((-?\w+ ?\^? ?[^()]*)\) \^ ", r"\1 ^ "),
    ("a sign moves into a power", r"-\(x \^ \(2 : ℕ\)\)", "(-x) ^ (2 : ℕ)"),
    ("a whole exponent becomes real", r"\^ \((\d) : ℕ\)", r"^ (\1 : ℝ)"),
    ("a real exponent becomes whole", r"\^ \(1 / 3 : ℝ\)", "^ (1 / 3 : ℕ)"),
    ("an exponent changes", r"\^ \(2 : ℕ\)", "^ (3 : ℕ)"),
    ("a numeral changes", r"(?<![\w.])2(?![\w.])", "3"),
    ("numerals lose their type", r"\((3 / 2) : ℝ\)", r"\1"),
    ("a limit of numerals loses its type", r"=> \((1 / 2) : ℝ\)", r"=> \1"),
    ("an equation becomes an inequality", r" = ", " ≤ "),
    ("< becomes ≤", r" < ", " ≤ "),
    ("≤ becomes <", r" ≤ ", " < "),
    ("≠ becomes =", r" ≠ ", " = "),
    ("an inequality is turned around", r" :\n    (\w+) < (.*) := by", r" :\n    \2 < \1 := by"),
    ("iff becomes implies", r" ↔ ", " → "),
    ("implies becomes iff", r" → (?=\()", " ↔ "),
    ("and becomes or", r" ∧ ", " ∨ "),
    ("or becomes and", r" ∨ ", " ∧ "),
    ("for all becomes exists", r"∀ value", "∃ value"),
    ("exists becomes for all", r"∃ ", "∀ "),
    ("a limit at another point", r"𝓝\[≠\] \(0 : ℝ\)", "𝓝[≠] (1 : ℝ)"),
    ("a limit from one side", r"𝓝\[≠\]", "𝓝[>]"),
    ("a limit from the other side", r"𝓝\[>\]", "𝓝[<]"),
    ("a limit along the whole neighbourhood", r"𝓝\[≠\]", "𝓝"),
    ("a limit at the other infinity", r"atTop", "atBot"),
    ("a limit to another value", r"\(𝓝 value\)", "(𝓝 0)"),
    (
        "a derivative at another point",
        r"(HasDerivAt \(fun x : ℝ => .*?\) (?:value|\(.*?\)|\w+)) x(?=[ )\n])",
        r"\1 a",
    ),
    ("a function's variable is the wrong one", r"fun h : ℝ => x", "fun x : ℝ => x"),
    ("a function's variable is natural", r"fun (\w) : ℝ", r"fun \1 : ℕ"),
    ("a sine becomes a logarithm's", r"Real\.log ", "Real.sin "),
    ("the base of a logarithm changes places", r"Real\.logb a (\w+)", r"Real.logb \1 a"),
    ("a square root loses its root", r"Real\.sqrt \(", "abs ("),
    ("a sum begins elsewhere", r"Finset\.Icc 1", "Finset.Icc 0"),
    ("a sum becomes a product", r"∑", "∏"),
    ("a sum's index is another variable", r"∑ k ∈", "∑ x ∈"),
    ("the value of a limit inside a term is another", r" = 2 \* limit_1'v", " = 2 * x"),
    (
        "one of the things to be defined is dropped",
        r" :\n    \(.*?\) ∧ \((.*) := by",
        r" :\n    (\1 := by",
    ),
    (
        "something else is defined",
        r"_defined((?:.|\n)*) :\n    ",
        r"_defined\1 :\n    ((0 : ℝ) < 1) ∧ ",
    ),
    ("the first derivative is taken elsewhere", r"∀ᶠ near in 𝓝 x", "∀ᶠ near in 𝓝 a"),
    (
        "the second derivative is one of another function",
        r"HasDerivAt first ",
        "HasDerivAt (fun x : ℝ => x) ",
    ),
    ("a function has other arguments", r"\(f g : ℝ → ℝ\)", "(f g : ℕ → ℝ)"),
    ("a function becomes a number", r"\(a_ : ℕ → ℝ\)", "(a_ : ℝ)"),
    ("a function of two numbers has one", r"\(F : ℝ → ℝ → ℝ\)", "(F : ℝ → ℝ)"),
    ("two functions change places", r"\(f g : ℝ", "(g f : ℝ"),
    ("a property is another one", r"Differentiable ℝ f", "Continuous f"),
    ("a property is of another function", r"Differentiable ℝ f", "Differentiable ℝ g"),
    ("a property is one of the derivative", r"Continuous c", "Continuous (deriv c)"),
    ("a strict order is lost", r"StrictMono", "Monotone"),
    ("an order is turned around", r"Monotone u", "Antitone u"),
    ("a derivative becomes a value", r"\bderiv f x", "f x"),
    ("a second derivative becomes a first one", r"deriv \(deriv f\) x", "deriv f x"),
    ("a derivative is taken elsewhere", r"DifferentiableAt ℝ f x", "DifferentiableAt ℝ f 0"),
    ("two indices change places", r"w_ n m", "w_ m n"),
    ("an index changes", r"a_ \(n \+ 1\)", "a_ (n + 2)"),
    ("it is assumed of some numbers", r"∀ x y : ℝ", "∃ x y : ℝ"),
    ("it is assumed of natural numbers", r"∀ x : ℝ", "∀ x : ℕ"),
    ("nothing is said", r" :\n    .* := by", " :\n    True := by"),
    ("a tautology is said", r" :\n    .* := by", " :\n    (0 : ℝ) = 0 := by"),
    ("the proof is no proof", r" := by", " := sorry"),
    ("it is assumed", r"theorem", "axiom"),
    ("it is a definition", r"theorem", "def"),
    ("another theorem follows", r"\Z", "\ntheorem more : (0 : ℝ) = 0 := by\n  grind\n"),
    ("another theorem follows on the line", r"\n\Z", " theorem more : True := trivial\n"),
    ("an axiom goes before", r"\A", "axiom no : False\n"),
    ("a notation goes before", r"\A", 'local notation "ℝ" => Nat\n'),
    ("an option is set in it", r":= by\n", ":= by\n  set_option maxHeartbeats 0 in\n"),
    ("a namespace is opened in it", r":= by\n", ":= by\n  open Nat in\n"),
    ("the comment is closed early", r"/-- ", "/-- -/ axiom no : False /- "),
    ("the comment never ends", r" -/\n", "\n"),
    ("it proves by decision of the compiler", r":= by\n", ":= by\n  first | native_decide |\n"),
    ("it is sorry", r":= by\n(.|\n)*", ":= by\n  sorry\n"),
    ("the proof goes on at the beginning of a line", r":= by\n  ", ":= by\n"),
    ("a quoted name", r"theorem (\w+)", r"theorem «\1»"),
    ("a binder in other brackets", r" \(h1 : (.*?)\) ", r" {h1 : \1} "),
    ("an instance is assumed", r" :\n", " [inst : Inhabited Nat] :\n"),
]


def tampered(
    theorem: Theorem, pattern: str, replacement: str | Callable[[re.Match[str]], str]
) -> Theorem | None:
    """The theorem with the first match replaced, if there is one outside of its comment."""
    head, body = (
        ("", theorem.text)
        if pattern.startswith((r"\A", "/--", " -/"))
        else theorem.text.split("\n", 1)
    )
    changed, count = re.subn(pattern, replacement, body, count=1)
    whole = f"{head}\n{changed}" if head else changed
    proof = (
        re.search(pattern, body.partition(" := by")[0] + " := by\n") is None
        and r":= by\n" not in pattern
        and not pattern.endswith(r"\Z")
    )
    return (
        None
        if not count or proof or whole == theorem.text
        else theorem_of(whole, name=theorem.name)
    )


@pytest.mark.parametrize(
    ("pattern", "replacement"),
    [(pattern, new) for _, pattern, new in WRONG],
    ids=[what for what, _, _ in WRONG],
)
def test_what_is_tampered_with_is_refused(
    pattern: str, replacement: str | Callable[[re.Match[str]], str]
) -> None:
    tried = [
        (obligation, kind, changed)
        for obligation, kind, each in FORMED
        if (changed := tampered(each, pattern, replacement)) is not None
    ]
    assert tried, "nothing of this kind is emitted"
    assert [
        theorem.text
        for obligation, kind, theorem in tried
        if audit(obligation, kind, theorem) is None
    ] == []


def test_no_step_passes_for_another() -> None:
    signatures = {theorem.name: theorem for _, _, theorem in FORMED}
    for obligation, kind, theorem in FORMED:
        for other in signatures.values():
            same = (
                theorem.text.split("\n", 1)[1].split(" ", 2)[2].partition(":= by")[0]
                == other.text.split("\n", 1)[1].split(" ", 2)[2].partition(":= by")[0]
            )
            if not same:
                renamed = theorem_of(
                    other.text.replace(f"theorem {other.name}", f"theorem {theorem.name}", 1),
                )
                assert audit(obligation, kind, renamed) is not None, (theorem.name, other.name)


# --------------------------------------------------------------------------------------------------
# What Lean takes a text for


def meaning(statement: str, binders: str = "(x y : ℝ) (n : ℕ)") -> object:
    return elaborate(read(f"theorem t {binders} : {statement}")).statement


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("-x ^ (2 : ℕ) = y", "-(x ^ (2 : ℕ)) = y"),
        ("x - y - 1 = 0", "(x - y) - 1 = 0"),
        ("x / y / 2 = 0", "(x / y) / 2 = 0"),
        ("x ^ (2 : ℕ) ^ (3 : ℕ) = y", "x ^ ((2 : ℕ) ^ (3 : ℕ)) = y"),
        ("x * -y = 0", "x * (-y) = 0"),
        ("Real.sin x ^ (2 : ℕ) = 0", "(Real.sin x) ^ (2 : ℕ) = 0"),
        ("x = 0 ∧ y = 0 ∧ x = y", "x = 0 ∧ (y = 0 ∧ x = y)"),
        ("x = 0 ∧ y = 0 ∨ x = y", "(x = 0 ∧ y = 0) ∨ x = y"),
        ("x = 0 → y = 0 → x = y", "x = 0 → (y = 0 → x = y)"),
        ("∃ z : ℝ, z = x ∧ z = y", "∃ z : ℝ, (z = x ∧ z = y)"),
        ("x > y", "y < x"),
        ("∀ z : ℝ, z = x", "∀ w : ℝ, w = x"),
        ("n + 1 = 2", "(n : ℝ) + 1 = 2"),
        ("n < n * n", "(n : ℝ) < (n : ℝ) * (n : ℝ)"),
        ("(x) = y", "x = y"),
        ("1 + 1 = 2", "(1 : ℝ) + 1 = 2"),
    ],
)
def test_these_say_the_same(one: str, other: str) -> None:
    assert meaning(one) == meaning(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("x - (y - 1) = 0", "x - y - 1 = 0"),
        ("(-x) ^ (2 : ℕ) = y", "-x ^ (2 : ℕ) = y"),
        ("x ^ (2 : ℕ) = y", "x ^ (2 : ℝ) = y"),
        ("n - 1 = 0", "(n : ℝ) - 1 = 0"),
        ("∃ z : ℝ, z = x", "∃ z : ℕ, (z : ℝ) = x"),
        ("∃ x : ℝ, x = y", "∃ z : ℝ, x = y"),
        ("∃ z : ℝ, ∃ z : ℝ, z = y", "∃ z : ℝ, ∃ w : ℝ, z = y"),
        ("x < y", "y < x"),
    ],
)
def test_these_do_not(one: str, other: str) -> None:
    assert meaning(one) != meaning(other)


@pytest.mark.parametrize(
    "statement",
    [
        "1 / 2 = 0",
        "Tendsto (fun h : ℝ => 1 / 2) (𝓝[≠] (0 : ℝ)) (𝓝 0)",
        "HasDerivAt (fun h : ℝ => 2) 0 x",
        "∀ᶠ h in atTop, h ≠ 0",
        "∀ᶠ h in 𝓝[≠] 0, h ≠ 0",
        "abs 2 = 2",
        "(∑ k ∈ Finset.Icc 1 n, 2) = 2 * (n : ℝ)",
        "(∑ k ∈ Finset.Icc 1 4, (k : ℝ)) = 10",
        "n = x",
        "(n + 1 : ℝ) = x",
        "z = x",
        "x = y = x",
        "Real.log x y = 0",
        "Real.log = 0",
        "Real.nothing x = 0",
        "x = 0 ↔ y = 0 ↔ x = y",
        "(∑ k ∈ Finset.Icc 1 n, (k : ℝ)) + 1",
        "x",
        "x y = 0",
        "Nat.factorial n = 1 + x",
        "x = 0 := by sorry theorem u : True",
    ],
)
def test_these_are_not_read(statement: str) -> None:
    with pytest.raises(Unreadable):
        meaning(statement)
