"""The text that `--emit` writes, as far as it does not depend on Lean's answers."""

import re
from collections.abc import Callable

import pytest

from shomei.handover import distinct, file_of
from shomei.verdicts.model import Report

Emit = Callable[..., str]

ARTICLE = r"""Let $a > 0$ and $x > 0$ with $a \ne 1$. Let $f(x) = \log_a x$.

$$ \log_a (x y) = \log_a x + \log_a y \tag{2.1} $$

$$
\begin{aligned}
f(x^2) &= \log_a (x \cdot x) \\
&= \log_a x + \log_a x \\
&= 2 f(x)
\end{aligned}
$$

$$ x^2 = x + 1 + x $$
"""


def theorems(text: str) -> list[str]:
    return re.findall(r"^theorem (\w+)", text, re.MULTILINE)


def test_an_article_becomes_a_file_that_one_can_continue(emitted: Emit) -> None:
    text = emitted(ARTICLE, suffix=".md")
    assert "noncomputable def f (a x : ℝ) : ℝ := Real.logb a x\n" in text
    assert theorems(text) == ["eq_2_1_defined", "eq_2_1", "line_7_defined", "line_7_to_9"]
    chain = text[text.index("theorem line_7_to_9") :]
    assert "    f a (x ^ (2 : ℕ)) = 2 * f a x := by\n  calc\n" in chain
    assert "    _ = Real.logb a x + Real.logb a x := by\n" in chain
    assert "    -- Shomei: <text>.md:9\n    _ = 2 * f a x := by\n      simp only [f]\n" in chain
    assert (
        "-- Shomei: <text>.md:13\n-- refuted: x^2 = x + 1 + x\n"
        "-- fails for x = 2: left 4, right 5\n" in chain
    )
    # Of what the logarithm of the product needs, the hypotheses say all but this.
    assert "(d4 : (0 : ℝ) < y) :\n    (0 : ℝ) < x * y := by\n  positivity\n" in text
    assert max(map(len, text.split("\n"))) <= 100


def test_what_says_nothing_new_is_left_out(emitted: Emit) -> None:
    text = emitted(
        "assume x > 0\n\\log x = \\log x\n\\log (x^2) = \\log (x x)\n"
        "\\log (x^2) + 1 = 1 + \\log (x x)\n\\log x + 1 = 1 + \\log x\n"
        "theorem again: \\log x + 1 = 1 + \\log x\n"
    )
    # `log x` needs only what is assumed, and the first step says A = A.
    assert theorems(text).count("again") == 1
    assert [name for name in theorems(text) if name.endswith("_defined")] == ["line_3_defined"]
    assert "line_2" not in theorems(text) and "line_5" not in theorems(text)
    assert "-- Shomei: <text>.txt:5\n-- Shomei: <text>.txt:6\n" in text


def test_what_is_assumed_everywhere_is_not_said_of_a_point(emitted: Emit) -> None:
    text = emitted(
        "let f, g: R -> R be differentiable\n(f(x) g(x))' = f'(x) g(x) + f(x) g'(x)\n"
        "assume x > 0\n\\frac{f'(x)}{x} = f'(x) \\cdot \\frac{1}{x}\n"
    )
    stated = re.findall(r"^theorem .*?:= by", text, re.MULTILINE | re.DOTALL)
    assert len(stated) > 1 and "Differentiable ℝ f" in stated[0]
    assert "DifferentiableAt" not in "".join(stated)


def test_limits_are_chained_by_equivalences(emitted: Emit) -> None:
    text = emitted(
        "\\lim_{x \\to 1} (x^2 + x - x)\n  = \\lim_{x \\to 1} x^2\n  = \\lim_{x \\to 1} (x^2 + 0)\n"
        "  = 1\n"
    )
    assert theorems(text)[-1] == "line_2_to_4"
    proof = text[text.index("theorem line_2_to_4") :]
    assert "  refine Iff.mpr ?_ line_4\n  calc\n" in proof
    assert "(𝓝 (1)) ↔ Tendsto" in proof and "value" not in proof
    assert "_exists" not in text and "    _ ↔ Tendsto (fun x : ℝ => x ^ (2 : ℕ) + 0)" in proof


def test_a_chain_of_limits_expands_definitions_on_its_way(emitted: Emit) -> None:
    """Each step stands in the `calc`, none as a theorem or as an `_exists` of its own."""
    text = emitted(
        "define f(x) = x^2\n"
        "f'(x)\n  = \\lim_{h \\to 0} \\frac{f(x + h) - f(x)}{h}\n"
        "  = \\lim_{h \\to 0} \\frac{(x + h)^2 - x^2}{h}\n"
        "  = \\lim_{h \\to 0} (2 x + h)\n  = 2 x\n"
    )
    assert [name for name in theorems(text) if "defined" not in name] == ["line_6", "line_3_to_6"]
    chain = text[text.index("theorem line_3_to_6") :]
    assert chain.count("-- Shomei: ") == 3 and "value" not in chain
    assert "(𝓝 (2 * x)) := by\n      simp only [f]\n" in chain


def test_an_unproved_step_ends_in_sorry_with_the_reason(emitted: Emit) -> None:
    text = emitted("assume x > 0\n\\log x^2 = 2 \\log x\n", wrong="have law1")
    assert re.search(
        r"-/\n-- not proved: \S.*\ntheorem line_2 \(x : ℝ\) .*:\n    .* := by\n  sorry\n", text
    )


@pytest.mark.parametrize("hostile", ["-/ end", "x\naxiom bad : False", "]]> -/ #eval 1", "𝒳 /- "])
def test_text_of_the_derivation_stays_in_comments(emitted: Emit, hostile: str) -> None:
    text = emitted(
        f"assume x > 0\n\\log x^2 = 2 \\log x  by {hostile.splitlines()[0]}\nx = x + 1\n"
    )
    outside = re.sub(r"/-.*?-/", "", text, flags=re.DOTALL)
    lines = [line for line in outside.split("\n") if not line.startswith("--")]
    assert not any(word in "\n".join(lines) for word in ("axiom", "#eval", "]]>", "𝒳", "/-", "-/"))
    report = Report(f"a{hostile}.txt", "portable", lean=text)
    assert all(name.isidentifier() and name.isascii() for name in distinct([report, report]))


def test_namespaces_of_one_name_are_numbered() -> None:
    def report(path: str) -> Report:
        return Report(path, "portable", lean="namespace Logs\n\nend Logs\n")

    found = distinct([report("a/logs.txt"), report("b/logs.md")])
    assert found == {
        "Logs": "namespace Logs\n\nend Logs\n",
        "Logs2": "namespace Logs2\n\nend Logs2\n",
    }
    whole = file_of(found.values(), "portable")
    assert whole.startswith("import Mathlib\n\n/-!\n") and "import Shomei" not in whole
    assert "import Shomei\n" in file_of(["exact Shomei.tendsto_self _"], "portable")
