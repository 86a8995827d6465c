"""The emitted theorems: what they state, and that no text of a derivation reaches Lean raw."""

import pytest

from shomei.emitter import emit_plan
from shomei.emitter.lean.names import identifier, is_theorem_name
from shomei.emitter.theorem import comment
from shomei.obligations import build
from shomei.parser import parse


def texts(source: str) -> list[str]:
    emissions = emit_plan(build(parse(source, "example.txt")))
    return [
        claim.alternatives[0].text
        for emission in emissions.values()
        for claim in emission.claims
        if claim.alternatives
    ]


def all_texts(source: str) -> list[str]:
    emissions = emit_plan(build(parse(source, "example.txt")))
    return [
        theorem.text
        for emission in emissions.values()
        for claim in emission.claims
        for theorem in claim.alternatives
    ]


def test_a_derivative_is_stated_by_its_definition_of_mathlib() -> None:
    found = "\n".join(texts("assume x > 0\ndefine f(x) = x^2\nf'(x) = 2x"))
    assert "HasDerivAt (fun x : ℝ => x ^ (2 : ℕ)) (2 * x) x" in found


def test_equal_limits_are_equivalent_for_every_value_and_must_exist() -> None:
    found = "\n".join(texts("\\lim_{h \\to 0} (1 + h) = \\lim_{h \\to 0} (h + 1) = 1"))
    assert "∀ value : ℝ" in found
    assert "∃ value : ℝ" in found


def test_a_quotient_is_shown_to_be_defined() -> None:
    defined = [text for text in texts("assume x > 0\n\\frac{x}{x} = 1") if "_defined" in text]
    assert len(defined) == 1
    assert "x ≠ 0" in defined[0]


def test_a_difference_from_a_limits_point_is_not_0_whatever_its_sign() -> None:
    source = (
        "\\lim_{h \\to 0} \\frac{1}{\\sqrt{x + h} + 1} = \\lim_{s \\to x} \\frac{1}{\\sqrt{s} + "
        "1}   by substitution s = x + h"
    )
    [statement] = [text for text in texts(source) if "Shomei.tendsto_substitution" in text]
    assert "s - x ≠ 0" in statement
    assert "s - x < 0" not in statement and "0 < s - x" not in statement


def test_no_theorem_is_so_long_that_lean_takes_minutes() -> None:
    text = "\\lim_{x \\to 0} (\\frac{1}{\\sin^2 x} - \\frac{1}{x^2}) = \\frac13"
    lengths = [len(each) for each in all_texts(text)]
    assert lengths
    assert max(lengths) < 80_000


def test_the_root_of_1_is_1() -> None:
    assert any("Real.sqrt_one" in text for text in all_texts("\\sqrt{1} + 0 = 1"))


def test_emission_does_not_compare_every_step_with_every_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = 0

    def count(*arguments: object) -> None:
        nonlocal asked
        asked += 1

    monkeypatch.setattr("shomei.emitter.proof.graph.usable", count)
    texts("assume x > 0\n" + "".join(f"x + {i} = {i} + x\n" for i in range(40)))
    assert asked == 0


@pytest.mark.parametrize("name", ["axiom", "x y", "a-/b", "λ", "ｘ", "x'", "Real.log", "", "\n"])
def test_no_name_reaches_lean_as_it_is(name: str) -> None:
    spelled = identifier(name)
    assert spelled.isascii()
    assert spelled != name
    assert all(c.isalnum() or c in "_'" for c in spelled)


def test_different_names_stay_different() -> None:
    names = ["x", "x_1", "alpha", "x'", "λ", "ｘ", "x1", "xx"]
    assert len({identifier(name) for name in names}) == len(names)


@pytest.mark.parametrize(
    "text", ["a -/ axiom no : False /-", "-/", "/-", "-/-/", "x\n-/\n#eval 1", "//--//", "-"]
)
def test_a_comment_cannot_be_closed_from_within(text: str) -> None:
    kept = comment(text)
    assert "-/" not in f"{kept} "
    assert "/-" not in kept
    assert "\n" not in kept
    assert not f"/-- {kept} -/"[3:-2].count("-/")


def test_a_theorems_name_is_plain() -> None:
    assert is_theorem_name("eq_4_1")
    assert not is_theorem_name("a b")
    assert not is_theorem_name("a.b")


@pytest.mark.parametrize("sign", ["\\Rightarrow", "\\iff", "\\land", "\\lor"])
def test_limits_that_need_not_exist_are_not_stated_inside_a_connective(sign: str) -> None:
    [emission] = emit_plan(
        build(
            parse(
                f"assume x > 0\n1 = 1 {sign} \\lim_{{h \\to 0}} \\frac{{1}}{{h}} = \\lim_{{h "
                f"\\to 0}} \\frac{{1}}{{h}}",
                "example.txt",
            )
        )
    ).values()
    assert emission.claims == ()
    assert emission.problem is not None


def test_a_name_that_looks_spelled_is_spelled() -> None:
    assert len({identifier(name) for name in ("λ", "u3bbu", "xu3bbu", "xλ", "u75u3bbu", "uλ")}) == 6


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (r"\lim_{x \to 0} \frac{1}{2} = \frac{1}{2}", "fun x : ℝ => (1 / 2 : ℝ)"),
        (r"\lim_{x \to \infty} \frac{1}{x} = 0", "∀ᶠ x in (atTop : Filter ℝ), x ≠ 0"),
        ("|2| = 2", "abs (2 : ℝ) = 2"),
        (r"\sqrt[3]{8} = 2", "(8 : ℝ) ^ (1 / 3 : ℝ) = 2"),
        (r"\sum_{k=1}^{3} 2 = 6", "∑ k ∈ Finset.Icc (1 : ℕ) 3, (2 : ℝ)"),
    ],
)
def test_numerals_are_real_numbers(source: str, said: str) -> None:
    assert said in "".join(texts(source))


def test_hypotheses_that_lean_cannot_state_are_told() -> None:
    text = "let n \\in \\mathbb{R}\nassume \\sum_{k=1}^{n} k \\neq 0\nx + n = n + x"
    (emission,) = emit_plan(build(parse(text, "example.txt"))).values()
    assert emission.claims == () and "a natural number" in (emission.problem or "")
