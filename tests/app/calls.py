"""Calls of the command, and derivations to call it with."""

from pathlib import Path

from shomei.app import cli

ROOT = Path(__file__).parents[2]


GOOD = r"""assume x > 0, y > 0
\log (x \times y) = \log x + \log y
"""


FALSE = r"""assume x > 0, y > 0
\log (x \times y) = \log x + \log y
\log (x \times y) = \log x - \log y
"""


BROKEN = "assume x > 0\n\\frac{1}{x = 2\n"


def write(name: str, text: str) -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


def run(*arguments: str) -> int:
    try:
        return cli.run(arguments)
    except SystemExit as exit_:
        assert isinstance(exit_.code, int)
        return exit_.code
