"""Reports to render in tests, and text that a hostile derivation may hold."""

from itertools import cycle
from typing import get_args

from hypothesis import strategies as st

from shomei.terms.diagnostics import Diagnostic, note
from shomei.terms.nodes import Span
from shomei.terms.roles import Role
from shomei.verdicts.model import (
    VERDICTS,
    FormulaReport,
    InForce,
    Origin,
    Premise,
    Report,
    StepReport,
)

SOURCE = (
    "assume a > 0\n公式 (2.1): \\log_a 1 = 0\n積の対数\t\\log(xy) = \\log x - \\log y  by algebra\n"
    "rest\n"
)

VERIFIED = StepReport(
    "formula_2_1",
    2,
    5,
    2,
    24,
    "\\log_a 1 = 0",
    "",
    "verified",
    label="2.1",
    used="Real.logb_one",
    lean="theorem formula_2_1 : a = a := rfl",
    kind="formula",
)
REFUTED = StepReport(
    "line_3",
    3,
    6,
    3,
    31,
    "\\log(xy) = \\log x - \\log y",
    "algebra",
    "refuted",
    message="fails for x = 1, y = 2: left 0.693, right -0.693",
    premises=(Premise("x > 0", "assumed", 1, 8), Premise("y > 0", "inferred", 3, 6)),
    lean="theorem line_3 : x = y := by\n  ring",
    counterexample=(("x", "1"), ("y", "2"), ("left side", "0.693"), ("right side", "-0.693")),
    hints=("write + for -",),
)


def place(line: int, column: int, end_line: int, end_column: int) -> Span:
    """A place in a source; reports do not look at its offsets."""
    return Span(0, 0, line, column, end_line, end_column)


NOTICE = note("not-checked", "not checked: prose", place(4, 1, 4, 5))
REPORT = Report(
    "derivations/a b.txt",
    "portable",
    (VERIFIED, REFUTED),
    (NOTICE,),
    formulas=(
        FormulaReport(2, 5, 2, 24, "\\log_a 1 = 0", "claim", "verified", "Real.logb_one"),
        FormulaReport(3, 6, 3, 31, "f(x) = <b>", "definition", reason="a name"),
        FormulaReport(4, 1, 4, 5, "\\foo = 1", "unread", reason="a word", kind="\\foo"),
    ),
    text=SOURCE,
    seconds=(("parse", 0.25), ("lean", 1.5)),
)
BROKEN = Report(
    "bad.txt",
    "portable",
    problems=(Diagnostic("input", "a closing } is missing", place(1, 3, 1, 4), ("}",)),),
    text="\\frac{1\n",
)
GOOD = Report("good.txt", "portable", (VERIFIED,), text=SOURCE)

#: What terminals, XML, HTML, GitHub's runner and Rich's markup read as their own.
HOSTILE_PIECES = (
    "\x1b[31m",
    "\x1b]0;title\x07",
    "\x9b2J",
    "\r",
    "\n",
    "\r\n",
    "\x00",
    "\u202e",
    "\u2028",
    "\ufeff",
    "\ud800",
    "\uffff",
    "[bold]",
    "[/]",
    ":smile:",
    "::error::x",
    "\n::set-env name=A::b",
    "##[add-path]/tmp",
    "%0A",
    "]]>",
    "<script>alert(1)</script>",
    "</script>",
    "&amp;",
    '"',
    "'",
    "{{ 7*7 }}",
    "{% raw %}",
    "証明",
    "\\frac{x}{y}",
    "\t",
    "e\u0301",
    "\U0001f600",
)

hostile_text = st.one_of(
    st.tuples(st.sampled_from(HOSTILE_PIECES), st.sampled_from(HOSTILE_PIECES)).map("".join),
    st.text(max_size=5),
)
#: What the fields of one thing say in turn: drawing each for itself takes too long.
_sayings = st.lists(hostile_text, min_size=3, max_size=5)
_lines = st.integers(1, 5)
_columns = st.integers(1, 12)
_few = st.integers(0, 2)


@st.composite
def premises(draw: st.DrawFn) -> Premise:
    origin = draw(st.sampled_from(get_args(Origin)))
    return Premise(draw(hostile_text), origin, draw(_lines), draw(_columns))


@st.composite
def stretches(draw: st.DrawFn) -> InForce:
    end = draw(st.none() | st.tuples(_lines, _columns))
    return InForce(draw(premises()), 1, 1, *(end or (None, None)), ended=draw(hostile_text))


@st.composite
def steps(draw: st.DrawFn) -> StepReport:
    line, column = draw(_lines), draw(_columns)
    say = cycle(draw(_sayings)).__next__
    count = draw(st.none() | _few)

    def some() -> tuple[str, ...]:
        return tuple(say() for _ in range(draw(_few)))

    return StepReport(
        id=say(),
        line=line,
        column=column,
        end_line=line + draw(st.integers(0, 1)),
        end_column=column + draw(st.integers(0, 9)),
        statement=say(),
        reason=say(),
        verdict=draw(st.sampled_from(VERDICTS)),
        message=say(),
        premises=tuple(draw(st.lists(premises(), max_size=2))),
        lean=say(),
        counterexample=None if count is None else tuple((say(), say()) for _ in range(count)),
        hints=some(),
        used=say(),
        label=say() if draw(st.booleans()) else None,
        symbolic=some(),
        axioms=some(),
    )


@st.composite
def formulas(draw: st.DrawFn) -> FormulaReport:
    line, column = draw(_lines), draw(_columns)
    say = cycle(draw(_sayings)).__next__
    return FormulaReport(
        line=line,
        column=column,
        end_line=line,
        end_column=column + draw(st.integers(0, 9)),
        text=say(),
        role=draw(st.sampled_from(get_args(Role))),
        verdict=draw(st.none() | st.sampled_from(VERDICTS)),
        reason=say(),
        kind=say(),
    )


@st.composite
def reports(draw: st.DrawFn) -> Report:
    say = cycle(draw(_sayings)).__next__
    notice = Diagnostic("note", say(), place(1, 1, 1, 2), hint=say(), code=say(), detail=say())
    at = place(draw(_lines), 1, 5, draw(_columns)) if draw(st.booleans()) else None
    kind = draw(st.sampled_from(("input", "environment")))
    problem = Diagnostic(kind, say(), at, (say(),), say())
    return Report(
        path=say(),
        backend="portable",
        steps=tuple(draw(st.lists(steps(), max_size=2))),
        warnings=(notice,) if draw(st.booleans()) else (),
        problems=(problem,) if draw(st.booleans()) else (),
        formulas=tuple(draw(st.lists(formulas(), max_size=2))),
        in_force=tuple(draw(st.lists(stretches(), max_size=2))),
        text=say(),
    )
