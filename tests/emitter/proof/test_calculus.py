"""Which proofs are offered for limits, derivatives and the conditions that they need."""

from shomei.emitter import emit_plan
from shomei.emitter.lean.term import Notation
from shomei.emitter.model import Claim
from shomei.emitter.proof.numerals import numeral_laws
from shomei.emitter.proof.setting import Known, Setting
from shomei.emitter.proof.sign import nonzero, positive
from shomei.obligations import build
from shomei.parser import parse
from shomei.terms.literals import ONE, ZERO, E
from shomei.terms.nodes import Apply, Binary, Expression, Number, Power, Relation, Variable

X = Variable("x")


def claims(text: str) -> list[Claim]:
    plan = build(parse(text, "test.txt"))
    return list(emit_plan(plan)[plan.obligations[-1].id].claims)


def text_of(text: str, kind: str = "statement") -> str:
    return next(claim for claim in claims(text) if claim.kind == kind).alternatives[0].text


def term(text: str) -> Expression:
    plan = build(parse(f"{text} = {text}", "test.txt"))
    goal = plan.obligations[-1].goal
    assert isinstance(goal, Relation)
    return goal.left


def setting(*known: Relation) -> Setting:
    return Setting.of(
        Notation(), ("x", "y"), tuple(Known(f"h{i}", relation) for i, relation in enumerate(known))
    )


def test_what_holds_at_random_points_alone_does_not_follow() -> None:
    assert not setting().follows(Relation("!=", X, ZERO))
    assert not setting().follows(Relation("!=", X, Variable("y")))
    two = Number(ONE.value * 2)
    assert not setting(Relation("!=", X, two)).follows(Relation("<", X, two))
    assert setting(Relation(">", X, ONE)).follows(Relation("!=", X, ZERO))


def test_a_square_is_not_taken_for_positive() -> None:
    assert positive(Power(X, Number(ONE.value * 2)), setting()) is None
    above = positive(Binary("+", Power(X, Number(ONE.value * 2)), ONE), setting())
    assert above is not None
    assert "add_pos_of_nonneg_of_pos" in above


def test_a_logarithm_is_positive_where_its_argument_exceeds_1() -> None:
    assert positive(Apply("log", (X,)), setting(Relation(">", X, ONE))) == "(Real.log_pos h0)"
    assert positive(Apply("log", (X,)), setting(Relation(">", X, ZERO))) is None
    assert nonzero(Apply("log", (E,)), setting()) is not None


def test_a_known_limit_is_used_from_one_side() -> None:
    assert "tendsto_right_of_punctured Shomei.tendsto_sin_div" in text_of(
        "\\lim_{t \\to 0^+} \\frac{\\sin t}{t} = 1"
    )
    assert "tendsto_left_of_punctured Shomei.tendsto_sin_div" in text_of(
        "\\lim_{t \\to 0^-} \\frac{\\sin t}{t} = 1"
    )


def test_a_denominator_that_vanishes_at_the_point_is_factored() -> None:
    defined = text_of(
        "\\lim_{x \\to 1} \\frac{x^3 - 1}{x^2 - 1} = \\lim_{x \\to 1} \\frac{x^2 + x + 1}{x "
        "+ 1} = \\frac{3}{2}",
        "defined",
    )
    assert "(x - 1) * (x + 1)" in defined


def test_a_difference_is_seen_to_be_positive_by_its_factors() -> None:
    defined = text_of(
        "assume x > 0\n\\log (x - \\frac{x}{1 + x}) = \\log (x - \\frac{x}{1 + x})", "defined"
    )
    assert "have sign" in defined


def test_laws_are_used_for_what_must_be_defined() -> None:
    given = "assume \\cos x \\neq 0, \\cos y \\neq 0, \\cos (x + y) \\neq 0\n"
    defined = text_of(
        given + "\\frac{1}{\\cos x \\cos y - \\sin x \\sin y} = \\frac{1}{\\cos (x + y)}", "defined"
    )
    assert "Real.cos_add x y" in defined


def test_a_second_derivative_is_that_of_the_first_near_the_point() -> None:
    found = text_of("assume x > 0\ndefine f(x) = \\log x\nf''(x) = -\\frac{1}{x^2}")
    assert "⟨(fun x : ℝ => 1 / x), (Filter.Eventually.mono" in found


def test_a_whole_power_is_differentiated_with_its_numeral_cast() -> None:
    assert "((3 : ℕ) : ℝ) * (x) ^ (3 - 1 : ℕ)" in text_of("\\frac{d}{dx} x^3 = 3 x^2")


def test_an_exponent_that_is_whole_at_the_point_is_written_as_a_real_one() -> None:
    assert "Real.rpow_zero, pow_zero" in text_of("assume a > 0\ndefine g(x) = a^x\ng'(0) = \\log a")


def test_a_value_is_written_out_where_it_names_functions_that_the_step_does_not() -> None:
    steps = "define p(x, y) = e^x e^y\n\\frac{\\partial}{\\partial x} e^{x + y} = p(x, y)\n"
    found = text_of(steps + "\\frac{\\partial}{\\partial x} e^{x + y} + 1 = e^{x + y} + 1")
    assert "p x y" not in found
    assert "Real.exp x * Real.exp y" in found


def test_logarithms_of_numerals_are_split_by_prime_powers() -> None:
    [(law, _)] = numeral_laws(Apply("log", (Number(ONE.value * 1000),)), Notation())
    assert law.right == term("3 \\log 2 + \\log 125")


def test_an_order_between_logarithms_is_that_of_their_arguments() -> None:
    offered = next(
        claim
        for claim in claims("assume x > 0\n\\log x < \\log (x + 1)")
        if claim.kind == "statement"
    ).alternatives
    assert any("Real.log_lt_log h1 inner" in theorem.text for theorem in offered)


def test_nothing_is_left_to_grind_where_no_rule_for_a_limit_is_found() -> None:
    found = text_of("\\lim_{x \\to \\infty} \\frac{\\tan x}{x} = 0")
    assert 'fail "no rule was found that proves this step"' in found
