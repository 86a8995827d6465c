"""The limits in an equation exist."""

from __future__ import annotations

from tests.emitter.methods.offered import offered

NAME = "existence"


def test_it_proves_what_it_is_for() -> None:
    text = "\\lim_{h \\to 0} (1 + h) = \\lim_{h \\to 0} (h + 1)"
    script = offered(NAME, text, "existence")[0]
    assert "have found : Tendsto" in script and "Iff.mpr (line_1 (0 + 1)) found" in script


def test_it_leaves_alone_what_it_is_not_for() -> None:
    text = "\\lim_{h \\to 0} \\sin \\frac{1}{h} = \\lim_{h \\to 0} \\cos \\frac{1}{h}"
    assert offered(NAME, text, "existence") == []
