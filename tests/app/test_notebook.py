"""The cell magic, in IPython itself."""

import html
import re

import pytest
from IPython.core.interactiveshell import InteractiveShell

from shomei.app.notebook import Shown
from tests.app.calls import FALSE, GOOD
from tests.fakes import FakeLean


@pytest.fixture
def shell(lean: FakeLean) -> InteractiveShell:
    made = InteractiveShell()
    made.run_line_magic("load_ext", "shomei.app.notebook")
    return made


def test_a_cell_is_checked_and_kept(shell: InteractiveShell) -> None:
    shown = shell.run_cell_magic("shomei", "result", GOOD)
    assert isinstance(shown, Shown) and shell.user_ns["result"].verified
    assert repr(shown).startswith("<text>.txt (portable)\n")
    framed = re.fullmatch(r'<iframe sandbox srcdoc="([^"]*)" [^<>]*></iframe>', shown._repr_html_())
    assert framed is not None
    page = html.unescape(framed[1])
    assert page.startswith("<!DOCTYPE html>") and "<math" in page and "1 of 1 steps" in page


def test_options(shell: InteractiveShell) -> None:
    assert shell.run_cell_magic("shomei", "--fast", FALSE).report.steps[0].verdict == "plausible"
    page = shell.run_cell_magic("shomei", "--format .md", "We have $1 + 1 = 2$.")
    assert page.report.verified
    with pytest.raises(ValueError, match="unrecognized"):
        shell.run_cell_magic("shomei", "--slow", GOOD)
