"""A short run of the byte fuzzer; `python -m tests.parser.mutation` runs it at length."""

from __future__ import annotations

from tests.parser.mutation import run


def test_some_thousand_inputs_have_an_answer() -> None:
    answers = run(4000, 1)
    assert sum(answers.values()) == 4000
    assert sum(number for name, number in answers.items() if name.endswith(": document")) > 50, (
        "nothing of it is read, so little of the parser is tried"
    )
    assert {name.partition(":")[0] for name in answers} == {
        "words",
        "bytes",
        "cut",
        "nested",
        "noise",
    }
