"""What a page of `docs/` holds for the tests: fenced examples with what is expected of them, and
tables of code.

An example is a fence after `<!-- example: EXPECTED -->`; its info string says what kind of file it
is. EXPECTED is one of

- `verified`: every step is;
- `refuted 3: fails for x = 2; skipped 4`: these lines have such a step, whose message or hints hold
  the words; every other step is verified;
- `notice 3: WORDS`: a notice on that line holds the words;
- `error 3: WORDS`: the text does not parse, and the problem on that line holds the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from shomei.verdicts.model import Report, StepReport

DOCS = Path(__file__).parents[2] / "docs"
_SUFFIXES = {"text": ".txt", "markdown": ".md", "latex": ".tex"}
_EXAMPLE = re.compile(
    r"<!-- example: (?P<expected>[^\n]+) "
    r"-->\n(?P<fence>`{3,})(?P<kind>\w+)\n(?P<text>.*?)\n(?P=fence)\n",
    re.DOTALL,
)
_FENCE = re.compile(r"^(?P<fence>`{3,})\w*\n.*?\n(?P=fence)$", re.DOTALL | re.MULTILINE)
_EXPECTED = re.compile(
    r"(?P<what>refuted|undefined|unproved|skipped|notice|error) (?P<line>\d+)(?:: (?P<words>.+))?"
)
_NEXT = re.compile(r"; (?=(?:refuted|undefined|unproved|skipped|notice|error) \d)")
_SPAN = re.compile(r"(?P<ticks>`+)(?P<code>.+?)(?P=ticks)(?!`)")
_BAR = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Expected:
    """That a line has such a verdict, notice or problem, with these words in it."""

    what: str
    line: int
    words: str


@dataclass(frozen=True, slots=True)
class Example:
    """A fenced block: the line of the page on which it begins, its text, the suffix of its kind,
    and what is expected beyond `verified`.
    """

    line: int
    text: str
    suffix: str
    expected: tuple[Expected, ...]

    @property
    def parses(self) -> bool:
        """Whether the text is expected to be read."""
        return all(each.what != "error" for each in self.expected)


def examples(page: str) -> list[Example]:
    """All examples of a page. Raises `ValueError` where one says something else than the tests
    understand.
    """
    found = []
    for match in _EXAMPLE.finditer(page):
        line = page.count("\n", 0, match.start("text")) + 1
        found.append(
            Example(
                line,
                match["text"] + "\n",
                _SUFFIXES[match["kind"]],
                _expected(match["expected"], line),
            )
        )
    return found


def _expected(text: str, line: int) -> tuple[Expected, ...]:
    if text == "verified":
        return ()
    parts = [_EXPECTED.fullmatch(part) for part in _NEXT.split(text)]
    if not all(parts):
        raise ValueError(f"line {line}: what is expected? {text}")
    return tuple(
        Expected(part["what"], int(part["line"]), part["words"] or "") for part in parts if part
    )


def fences(page: str) -> int:
    """How many fenced blocks the page has, examples or not."""
    return sum(1 for _ in _FENCE.finditer(page))


def rows(page: str, name: str) -> list[list[str]]:
    """The cells of the tables that stand after `<!-- NAME -->`, without their heads. Raises
    `ValueError` where there is none.
    """
    found: list[list[str]] = []
    for match in re.finditer(rf"<!-- {name} -->\n(?P<table>(?:\|.*\n)+)", page):
        lines = match["table"].splitlines()[2:]
        found += [
            [cell.strip().replace("\\|", "|") for cell in _BAR.split(line)[1:-1]] for line in lines
        ]
    if not found:
        raise ValueError(f"the page has no table of {name}")
    return found


def codes(cell: str) -> list[str]:
    """The code spans of a cell. As in Markdown, one blank at both ends of a span is no part of
    it.
    """
    found = [match["code"] for match in _SPAN.finditer(cell)]
    return [
        code[1:-1] if len(code) > 2 and code[0] == code[-1] == " " and code.strip() else code
        for code in found
    ]


def complaints(example: Example, report: Report) -> Iterator[str]:
    """What the report says otherwise than the example announces."""
    if example.parses != (not report.problems):
        yield f"problems: {[(problem.line, problem.message) for problem in report.problems]}"
    if example.parses and not report.steps:
        yield "no step"
    announced = {(each.what, each.line) for each in example.expected}
    yield from (
        f"{_said(step)}"
        for step in report.steps
        if step.verdict != "verified" and (step.verdict, step.line) not in announced
    )
    for each in example.expected:
        words = list(_words(each, report))
        if not any(each.words in said for said in words):
            yield (
                f"line {each.line}: {each.what} with «{each.words}» is expected, and it says "
                f"{words}"
            )
    notices = {each.line for each in example.expected if each.what == "notice"}
    if example.parses and notices:
        yield from (
            f"notice on line {notice.line}: {notice.message}"
            for notice in report.warnings
            if notice.line not in notices
        )


def _said(step: StepReport) -> str:
    return f"line {step.line}: {step.verdict}: {step.statement}: {step.message}"


def _words(expected: Expected, report: Report) -> Sequence[str]:
    match expected.what:
        case "error":
            return [problem.message for problem in report.problems if problem.line == expected.line]
        case "notice":
            return [notice.message for notice in report.warnings if notice.line == expected.line]
        case verdict:
            steps = [
                step
                for step in report.steps
                if step.verdict == verdict and step.line == expected.line
            ]
            return ["\n".join((step.message, *step.hints)) for step in steps]
