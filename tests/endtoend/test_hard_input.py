"""Deep, long and huge derivations through every stage: they get verdicts or an error that says what
is too large, in bounded time.
"""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from shomei.lean.axioms import printed
from shomei.verdicts.model import Report
from shomei.verdicts.prove import Prover
from shomei.verdicts.run import check
from shomei.verdicts.wiring import stages
from tests.fakes import FakeLean, MemoryLedger

#: Of whatever Lean is asked in these, it proves nothing, so that every alternative is made.
REJECTS = {"grind": "no", "exact": "no", "rfl": "no", "omega": "no", "norm_num": "no"}

HARD = {
    "nested brackets": "(" * 90 + "x" + ")" * 90 + " = x",
    "brackets too deep": "(" * 3000 + "x" + ")" * 3000 + " = x",
    "a tower of fractions": "\\frac{1}{" * 80 + "x" + "}" * 80 + " = x",
    "a tower of powers": "x^{" * 90 + "x" + "}" * 90 + " = x",
    "a tower of logarithms": "\\log(" * 60 + "x" + ")" * 60 + " = 0",
    "a long sum": "+".join(f"x^{{{i}}}" for i in range(190)) + " = 0",
    "100,000 terms": "+".join("x" for _ in range(100_000)) + " = 0",
    "100,000 terms on many lines": "x\n" + "\n".join("= x + x" for _ in range(50_000)),
    "a long product": "".join(f"(x+{i})" for i in range(190)) + " = 0",
    "powers of powers of sums": "((((x+y)^{40})^{40})^{40})^{40} = \\frac{1}{x-y}",
    "quotients of powers of sums": "\\frac{(x+y+z+1)^{40}(x-y)^{40}}{(x+y)^{40}} = (x+2y)^{40}",
    "a huge exponent": "10^{10^{10}} = 1",
    "a huge exponent of a variable": "x^{10^{10^{10}}} = x",
    "huge exponents on both sides": "9^{9^{9^{9^{9}}}} < 10^{10^{10^{10^{10}}}}",
    "a numeral of many digits": "7" * 299 + "^{" + "9" * 299 + "} > 1",
    "a numeral of too many digits": "7" * 5000 + " > 1",
    "a huge factorial": "((10!)!)! = 1000000!",
    "a huge binomial coefficient": "\\binom{1000000}{500000} = 1",
    "a long sum with bounds": "\\sum_{k=1}^{10^{9}} k^{k} = 1",
    "sums in sums": "\\sum_{a=1}^{200}\\sum_{b=1}^{200}\\sum_{c=1}^{200}\\sum_{d=1}^{200} abcd = 1",
    "doubling abbreviations": "let a_0 = x\n"
    + "\n".join(f"let a_{{{i + 1}}} = a_{{{i}}} + a_{{{i}}}" for i in range(40))
    + "\na_{40} = x",
    "many statements": "assume x > 0\n" + "\n".join(f"x + {i} = {i} + x" for i in range(60)),
    "many hypotheses": "assume " + ", ".join(f"x_{{{i}}} > {i}" for i in range(200)) + "\nx_1 > 0",
    "many cases at once": "assume " + " \\lor ".join(f"x = {i}" for i in range(150)) + "\nx \\ge 0",
}


def checked(path: Path, content: str) -> Report:
    path.write_text(content + "\n", encoding="utf-8")
    return check(
        path,
        stages(),
        Prover(FakeLean(REJECTS), printed(), MemoryLedger(), 60, "1"),
        lambda *_: None,
        refute_seconds=1.0,
    )


#: Those that hold.
TRUE = ("huge exponents on both sides", "a numeral of many digits")


@pytest.mark.parametrize("name", HARD)
def test_it_comes_to_an_end(tmp_path: Path, name: str) -> None:
    begin = time.process_time()
    report = checked(tmp_path / "hard.txt", HARD[name])
    assert time.process_time() - begin < 60
    assert report.problems or report.steps
    assert name in TRUE or "verified" not in {step.verdict for step in report.steps}
    assert all(problem.kind == "input" and problem.message for problem in report.problems)


def test_time_grows_with_the_length(tmp_path: Path) -> None:
    def seconds(count: int) -> float:
        begin = time.process_time()
        checked(
            tmp_path / f"{count}.txt",
            "assume x > 0\n" + "\n".join(f"x + {i} = {i} + x" for i in range(count)),
        )
        return time.process_time() - begin

    seconds(5)
    assert seconds(80) < 12 * seconds(20) + 5
