"""Derivations for the measurements: the article's, also with one step changed, and generated ones
with any number of simple steps.
"""

from __future__ import annotations

from pathlib import Path

ARTICLE = Path(__file__).parents[1] / "derivations" / "log_derivative.txt"
#: A step of the article's derivation on a line of its own.
_CHANGED = r"\frac {x+h}{x} = 1 + \frac {h}{x}"


def article() -> str:
    """The derivation of the logarithm's derivative."""
    return ARTICLE.read_text("utf-8")


def article_with_one_step_changed(number: int) -> str:
    """The same with one equation rewritten, differently for each `number`."""
    text = article()
    if text.count(_CHANGED) != 1:
        raise RuntimeError(f"{ARTICLE} has not exactly one step {_CHANGED}")
    return text.replace(_CHANGED, rf"{_CHANGED} + {number} - {number}")


def simple(count: int, changed: int = 0) -> str:
    """`count` steps that each need a little algebra. Another `changed` makes another step in the
    middle, and nothing else.
    """
    lines = ["assume x > 0, y > 0", ""]
    for number in range(1, count + 1):
        shift = number + (1_000_000 + changed if changed and number == count // 2 else 0)
        kinds = (
            rf"(x + {shift})^2 - x^2 = {2 * shift} x + {shift * shift}",
            rf"\frac{{x + {shift} y}}{{x}} = 1 + \frac{{{shift} y}}{{x}}",
            rf"(x + {shift} y)(x - {shift} y) = x^2 - {shift * shift} y^2",
            rf"{shift} \log (x y) = {shift} \log x + {shift} \log y",
        )
        lines.append(kinds[number % len(kinds)])
    return "\n".join(lines) + "\n"
