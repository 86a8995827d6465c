"""`shomei explain` on a step of each verdict, in plain text and in an article, with the real
portable Lean.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.endtoend.command import shomei

PLAIN = r"""assume x > 0
\log (x^2) = 2 \log x
\log (x^2) = 3 \log x
\frac{y}{y} = 1
"""
#: Lean tries in vain to prove the first one, at each check; of an arc tangent little is known.
PLAIN_UNPROVED = r"""assume x > 0
formula (1): \arctan (\sin X) \neq 2
\arctan (\sin x) \neq 2   by (1)
"""
ARTICLE = r"""<!-- shomei: assume x > 0 -->

$$ \log (x^2) = 2 \log x $$

$$ \log (x^2) = 3 \log x $$

For every real number $y$ we have

$$ \frac{y}{y} = 1 $$
"""
ARTICLE_UNPROVED = r"""<!-- shomei: assume x > 0 -->

The formula

$$ \arctan (\sin X) \neq 2 \tag{1} $$

Let $x$ be a real number. By (1) we have

$$ \arctan (\sin x) \neq 2 $$
"""
#: By kind of file, the texts with the line on which each verdict stands.
FILES = {
    ".txt": (
        (PLAIN, {"verified": 2, "refuted": 3, "undefined": 4}),
        (PLAIN_UNPROVED, {"unproved": 2, "skipped": 3}),
    ),
    ".md": (
        (ARTICLE, {"verified": 3, "refuted": 5, "undefined": 9}),
        (ARTICLE_UNPROVED, {"unproved": 5, "skipped": 9}),
    ),
}


def sections(text: str) -> dict[str, str]:
    """The explanation by its headings."""
    parts = re.split(r"(?m)^(?=[A-Za-z])", text)
    return {part.partition(":\n")[0]: part.partition(":\n")[2] for part in parts if ":\n" in part}


@pytest.mark.parametrize("suffix", FILES)
def test_each_verdict_is_explained(suffix: str, tmp_path: Path) -> None:
    told: dict[str, dict[str, str]] = {}
    wanted: list[tuple[str, str, int]] = []
    for number, (text, lines) in enumerate(FILES[suffix]):
        name = f"some{number}{suffix}"
        (tmp_path / name).write_text(text, "utf-8")
        wanted += [(name, verdict, line) for verdict, line in lines.items()]
    for name, verdict, line in wanted:
        code, output = shomei(tmp_path, "explain", "--backend", "portable", f"{name}:{line}")
        assert code == 0, output
        place = rf"{re.escape(name)}:{line}:\d+"
        assert re.match(rf"{place}: claim, {verdict}", output), output
        assert re.search(rf"(?m)^{place}: .*{verdict} \(portable\)\n", output), output
        told[verdict] = sections(output)
        assert told[verdict]["verdict"].split()[0] == verdict
        assert "theorem " in told[verdict]["Lean theorem"]
    assert "x > 0" in told["verified"]["hypotheses"]
    assert "x > 0: the argument of a logarithm" in told["verified"]["must be defined"]
    assert "propext" in told["verified"]["axioms"]
    assert "log_pow" in told["verified"]["proved by"]
    assert "x = 2" in told["refuted"]["counterexample"]
    assert "y = 0" in told["undefined"]["counterexample"]
    assert "assume y \\neq 0" in told["undefined"]["what would help"]
    assert told["unproved"]["Lean says"].strip()
    assert "numbers do not speak against it" in told["unproved"]["what would help"]
    unproved = FILES[suffix][1][1]["unproved"]
    assert f"(1), line {unproved}" in told["skipped"]["verdict"]


def test_a_line_without_a_step_and_one_without_a_formula(tmp_path: Path) -> None:
    (tmp_path / "plain.txt").write_text(PLAIN, "utf-8")
    code, output = shomei(tmp_path, "explain", "--backend", "portable", "plain.txt:1")
    assert code == 0 and "x > 0: from line 1 to the end" in output
    assert shomei(tmp_path, "explain", "--backend", "portable", "plain.txt:5") == (2, "")
