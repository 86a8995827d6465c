"""The results, step by step: the one shape that every renderer reads. Pure data, and pure functions
over it.

Lines and columns are 1-based, and `end_column` points behind the last character. Every string may
be hostile; the renderers escape it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias, get_args

from shomei.parser.suffixes import kind_of
from shomei.terms.cells import NO_CELLS, Cells
from shomei.terms.curves import Curve
from shomei.terms.diagnostics import Diagnostic
from shomei.terms.roles import Role

#: `plausible` is the best that a check without Lean can say: nothing speaks against the step.
Verdict: TypeAlias = Literal["verified", "plausible", "refuted", "unproved", "undefined", "skipped"]
VERDICTS: Final[tuple[Verdict, ...]] = get_args(Verdict)
#: The verdicts on steps that nothing is said against.
FINE: Final[frozenset[Verdict]] = frozenset({"verified", "plausible"})
#: The verdicts that make a check fail unless the caller says otherwise.
FAILING: Final[frozenset[Verdict]] = frozenset({"refuted", "unproved", "undefined", "skipped"})

#: What stands for the backend where no Lean is asked.
NO_LEAN: Final = "no Lean"

#: The exit statuses of the command.
EXIT_VERIFIED: Final = 0
EXIT_UNVERIFIED: Final = 1
EXIT_INPUT: Final = 2
EXIT_ENVIRONMENT: Final = 3
EXIT_INTERRUPTED: Final = 130


@dataclass(frozen=True, slots=True)
class Text:
    """A derivation that is not a file. `name` stands for it in the report, and its suffix
    determines the format of the text.
    """

    text: str
    name: str


#: What a verdict rests on: what the text assumes, a case, a proof that assumes it, what another
#: proof gives; a condition in the words of the claim; a condition that its expressions need; the
#: numbers that a letter ranges over; the term that a name stands for; the definition of a function.
Origin: TypeAlias = Literal[
    "assumed",
    "case",
    "proof",
    "proved",
    "condition",
    "inferred",
    "declared",
    "name",
    "definition",
]


@dataclass(frozen=True, slots=True)
class Premise:
    """Something that a verdict rests on, and the place of the source that says it; where none does
    (a condition that is inferred), the place that needs it.
    """

    statement: str
    origin: Origin
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class InForce:
    """A premise with the stretch of the source in which it is in force. `end_line` and `end_column`
    are None where that is the rest of it; `ended` says why it ends before.
    """

    premise: Premise
    begin_line: int
    begin_column: int
    end_line: int | None = None
    end_column: int | None = None
    ended: str = ""

    def holds_at(self, line: int, column: int) -> bool:
        """Whether it is in force at this place."""
        if self.end_line is not None and (line, column) >= (self.end_line, self.end_column or 0):
            return False
        return (self.begin_line, self.begin_column) <= (line, column)


@dataclass(frozen=True, slots=True)
class StepReport:
    """The verdict on one step.

    `lean` is the text of the theorem that was (or would be) checked, `used` the rule or formula
    that proved it, and `axioms` what it rests on according to Lean. `counterexample` holds the
    numbers for which it fails, as (name, value) pairs in display order. `conditions` are the
    conditions under which its expressions are defined, each with its reason. `premises` are what
    the verdict rests on. `lean_message` is Lean's complete message; `symbolic` is what sympy
    decided about the step before numbers were tried. `suppressed` is why its failure is known and
    does not count, where the author or a baseline says so; the verdict stays what it is. `curve` is
    how the sides of a refuted relation run around the counterexample. `rests_on` are the ids of the
    steps whose theorems its proofs cite.
    """

    id: str
    line: int
    column: int
    end_line: int
    end_column: int
    statement: str
    reason: str
    verdict: Verdict
    message: str = ""
    premises: tuple[Premise, ...] = ()
    lean: str = ""
    counterexample: tuple[tuple[str, str], ...] | None = None
    hints: tuple[str, ...] = ()
    used: str = ""
    kind: str = "step"
    label: str | None = None
    axioms: tuple[str, ...] = ()
    cached: bool = False
    conditions: tuple[str, ...] = ()
    lean_message: str = ""
    symbolic: tuple[str, ...] = ()
    suppressed: str | None = None
    curve: Curve | None = None
    rests_on: tuple[str, ...] = ()

    @property
    def is_alarm(self) -> bool:
        """Whether it is reported as something to be looked at."""
        return self.verdict in FAILING and self.suppressed is None

    @property
    def assumptions(self) -> tuple[str, ...]:
        """The hypotheses of the step, said or inferred."""
        return self._of("assumed", "case", "proof", "proved", "inferred")

    @property
    def inferred(self) -> tuple[str, ...]:
        """Those of the `assumptions` that the file, or the words of a theorem, leave unsaid."""
        return self._of("inferred", "proof")

    @property
    def renamings(self) -> tuple[str, ...]:
        """What the names in the `statement` stand for."""
        return self._of("name")

    def _of(self, *origins: Origin) -> tuple[str, ...]:
        return tuple(each.statement for each in self.premises if each.origin in origins)


#: The code of a note on a reason that the proof did not need.
REASON_NOT_USED: Final = "reason-not-used"
#: The notes that a strict check counts as failures: a reason that is not used or names nothing, and
#: a passage that was not checked.
STRICT_CODES: Final = frozenset({REASON_NOT_USED, "reason", "not-checked"})


@dataclass(frozen=True, slots=True)
class FormulaReport:
    """A formula of the source: its place, its `role` in the text, the verdict on it if it is a
    claim, and the reason for either in a few words. `kind` is the notation that cannot be read, or
    what the formula speaks of that the language does not have.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    role: Role
    verdict: Verdict | None = None
    reason: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """All results for one derivation.

    `formulas` are those of the source, in order, each once; `in_force` is what the source assumes,
    declares, names and defines, and where that holds. `text` is its source, for quoting.
    `seconds` holds the duration of each stage. `lean` is the whole Lean file, with each theorem
    after those that it cites. `strict`: notices of `STRICT_CODES` are failures. `cells`: of which
    cell of a notebook each line of the `text` is; every line is one of the text. `quieted` are the
    problems and notices that the author or a baseline calls known. `fail_on`: the verdicts that
    make the check fail.
    """

    path: str
    backend: str
    steps: tuple[StepReport, ...] = ()
    warnings: tuple[Diagnostic, ...] = ()
    problems: tuple[Diagnostic, ...] = ()
    text: str = ""
    seconds: tuple[tuple[str, float], ...] = ()
    lean: str = ""
    formulas: tuple[FormulaReport, ...] = ()
    in_force: tuple[InForce, ...] = ()
    strict: bool = False
    cells: Cells = NO_CELLS
    quieted: tuple[Diagnostic, ...] = ()
    fail_on: frozenset[Verdict] = FAILING

    @property
    def failing_notices(self) -> tuple[Diagnostic, ...]:
        """The notices that count as failures; none unless the check is strict."""
        if not self.strict:
            return ()
        return tuple(notice for notice in self.warnings if notice.code in STRICT_CODES)

    @property
    def verified(self) -> bool:
        """Whether there is a step, every step is verified, and nothing went wrong."""
        return (
            bool(self.steps)
            and all(step.verdict == "verified" for step in self.steps)
            and not self.quieted
            and exit_code([self]) == EXIT_VERIFIED
        )

    @property
    def counted_steps(self) -> tuple[StepReport, ...]:
        """The steps without those that sum up a chain whose own steps tell how it stands."""
        return tuple(step for step in self.steps if not self._repeats(step))

    def _repeats(self, whole: StepReport) -> bool:
        return whole.kind == "conclusion" and (
            whole.verdict in FINE or cause_in_chain(whole, self.steps) is not None
        )

    def fails(self, step: StepReport) -> bool:
        """Whether a step makes the check fail."""
        return step.is_alarm and step.verdict in self.fail_on


def cause_in_chain(whole: StepReport, steps: Iterable[StepReport]) -> StepReport | None:
    """The first step of the chain that `whole` sums up which is not verified, if there is one."""
    return next(
        (
            step
            for step in steps
            if step.kind != "conclusion"
            and step.verdict not in FINE
            and whole.line <= step.line <= whole.end_line
        ),
        None,
    )


@dataclass(frozen=True, slots=True)
class Summary:
    """The number of steps with each verdict, over all files; `problems` counts the files that have
    one. A step whose failure is known counts as `suppressed` alone, as do such notices. What sums
    up a chain is no step of its own, unless it fails where the chain does not.
    """

    files: int
    steps: int
    verified: int
    refuted: int
    unproved: int
    undefined: int
    skipped: int
    problems: int
    exit_code: int
    plausible: int = 0
    suppressed: int = 0


def exit_code(reports: Iterable[Report]) -> int:
    """The worst of the exit statuses of the files: 3 is worse than 2, 2 than 1, 1 than 0. A
    plain text without any step is not a success: 2. Only an article may claim nothing: its notes
    change nothing, unless the check is strict.
    """
    return max((_file_exit_code(report) for report in reports), default=EXIT_INPUT)


def summarize(reports: Sequence[Report]) -> Summary:
    """Counts the verdicts of all `reports`."""
    steps = [step for report in reports for step in report.counted_steps]
    verdicts = [step.verdict for step in steps if step.suppressed is None]
    known = len(steps) - len(verdicts) + sum(len(report.quieted) for report in reports)
    return Summary(
        files=len(reports),
        steps=len(steps),
        verified=verdicts.count("verified"),
        refuted=verdicts.count("refuted"),
        unproved=verdicts.count("unproved"),
        undefined=verdicts.count("undefined"),
        skipped=verdicts.count("skipped"),
        problems=sum(bool(report.problems) for report in reports),
        exit_code=exit_code(reports),
        plausible=verdicts.count("plausible"),
        suppressed=known,
    )


def _file_exit_code(report: Report) -> int:
    if report.problems:
        return (
            EXIT_ENVIRONMENT
            if any(problem.kind == "environment" for problem in report.problems)
            else EXIT_INPUT
        )
    if not report.steps and kind_of(report.path) == "plain":
        return EXIT_INPUT
    failing = report.failing_notices or any(report.fails(step) for step in report.steps)
    return EXIT_UNVERIFIED if failing else EXIT_VERIFIED
