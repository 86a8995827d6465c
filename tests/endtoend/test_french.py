"""An article in French from its text to its report, with the real portable Lean."""

from __future__ import annotations

from pathlib import Path

from tests.endtoend.command import shomei

ARTICLE = r"""# Carrés

Soit $x$ un réel strictement positif. On a alors

$$ \sqrt{x^2} = x $$

On pose $f(u) = u^2$. On obtient donc

$$ f(3) = 9 $$

Soit $p$ un nombre positif. On a donc

$$ p > 0 $$
"""


def test_an_article_is_checked_and_told_in_french(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(ARTICLE, "utf-8")
    code, output = shomei(tmp_path, "check", "--backend", "portable", "--lang", "fr", "a.md")
    assert code == 1
    marks = [line.split()[:2] for line in output.splitlines() if line[2:3] in {"✓", "✗"}]
    assert marks == [["✓", "5"], ["✓", "9"], ["✗", "13"]]  # what is positive in French may be 0
    assert "réfuté: faux pour p = 0" in output
    assert "3 étapes : 2 vérifié, 1 réfuté" in output
