"""The examples of docs/reading.md: an article, and the roles of its formulas as `shomei explain
FILE` lists them.

`python -m tests.docs.reading` writes the roles anew; read the differences before you commit them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from shomei.lean.axioms import printed
from shomei.report.roles import overview
from shomei.verdicts.model import Report, Text
from shomei.verdicts.prove import Prover
from shomei.verdicts.run import check
from shomei.verdicts.wiring import stages
from tests.docs.page import DOCS
from tests.fakes import FakeLean, MemoryLedger

PAGE = DOCS / "reading.md"
_SUFFIXES = {"markdown": ".md", "latex": ".tex", "text": ".txt"}
_EXAMPLE = re.compile(
    r"<!-- article -->\n(?P<fence>`{3,})(?P<kind>\w+)\n(?P<text>.*?)\n(?P=fence)\n"
    r"(?P<between>.*?)<!-- read as -->\n```text\n(?P<roles>.*?)```\n",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Example:
    """An article, the line of the page on which it begins, and the roles that the page gives."""

    line: int
    name: str
    text: str
    roles: str


def examples(page: str) -> Iterator[Example]:
    """The examples of the page, in order."""
    for match in _EXAMPLE.finditer(page):
        line = page.count("\n", 0, match.start("text")) + 1
        name = f"example{_SUFFIXES[match['kind']]}"
        yield Example(line, name, match["text"] + "\n", match["roles"])


def report(text: str, name: str) -> Report:
    """The report with a Lean that accepts whatever numbers do not refute: roles and alarms are
    found without it.
    """
    prover = Prover(FakeLean(), printed(), MemoryLedger(), 60, "1")
    return check(Text(text, name), stages(), prover, lambda *_: None, refute_seconds=2.0)


def roles(text: str, name: str) -> str:
    """The rows that `shomei explain FILE` prints, without how a step is proved."""
    _, *rows, _ = overview(report(text, name))
    return "".join(f"{_shown(row)}\n" for row in rows)


def _shown(row: str) -> str:
    verified = re.match(r"(.*claim, verified  .*?\S)(?:  +\S.*)?$", row)
    return (verified[1] if verified else row).removeprefix("  ").rstrip()


def renewed(page: str) -> str:
    """The page with the roles as they are now."""

    def renew(match: re.Match[str]) -> str:
        name = f"example{_SUFFIXES[match['kind']]}"
        found = roles(match["text"] + "\n", name)
        start, end = (at - match.start() for at in match.span("roles"))
        return match[0][:start] + found + match[0][end:]

    return _EXAMPLE.sub(renew, page)


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text("utf-8")), "utf-8")
