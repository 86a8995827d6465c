from shomei.lean.axioms import STANDARD, ask_by_print, printed, read_printed
from shomei.lean.backend import LeanMessage, LeanRun
from shomei.lean.body import PartResult, assemble, attribute

BODY = assemble(
    [
        ("a", "theorem a : 1 = 1 := by\n  rfl\n", True),
        ("b", "\ntheorem b : 2 = 2 := rfl\n\n", False),
        ("c", "theorem c : 3 = 3 :=\n  by\n    rfl", True),
    ]
)


def message(line: int, severity: str = "error", text: str = "bad") -> LeanMessage:
    return LeanMessage(severity, line, 0, line, text)  # type: ignore[arg-type]


def run(*messages: LeanMessage, complete: bool = True) -> LeanRun:
    return LeanRun(messages, complete, 0.0)


def test_where_each_theorem_stands() -> None:
    lines = BODY.text.split("\n")
    assert [(part.name, part.first, part.last, part.asked) for part in BODY.parts] == [
        ("a", 1, 2, True),
        ("b", 4, 4, False),
        ("c", 6, 8, True),
    ]
    for part in BODY.parts:
        assert lines[part.first - 1].startswith(f"theorem {part.name} ")


def test_a_message_belongs_to_the_theorem_on_whose_lines_it_is() -> None:
    results = attribute(
        BODY, run(message(2, text="one"), message(8, text="two"), message(6, text="three"))
    )
    assert results == {
        "a": PartResult(False, "one"),
        "b": PartResult(True),
        "c": PartResult(False, "two\nthree"),
    }


def test_a_warning_is_a_failure_and_information_is_none() -> None:
    results = attribute(BODY, run(message(1, "warning"), message(4, "information")))
    assert results is not None
    assert (results["a"].passed, results["b"].passed) == (False, True)


def test_a_message_on_no_theorems_lines_is_held_against_all() -> None:
    for line in (0, 3, 99, -2):
        results = attribute(BODY, run(message(line)))
        assert results is not None and not any(result.passed for result in results.values())


def test_a_run_without_an_end_says_nothing() -> None:
    assert attribute(BODY, run(message(2), complete=False)) is None
    assert attribute(BODY, run(complete=False)) is None


def test_axioms_are_read_as_lean_prints_them() -> None:
    printed = [
        message(
            1,
            "information",
            "'eq_1' depends on axioms: [propext,\n Classical.choice,\n Quot.sound]",
        ),
        message(2, "information", "'eq_2' does not depend on any axioms"),
        message(3, "information", "'eq_3' depends on axioms: [sorryAx]\n"),
        message(4, "error", "'eq_4' does not depend on any axioms"),
        message(5, "information", "hello 'eq_5' does not depend on any axioms"),
        message(6, "information", "'eq_6' does not depend on any axioms, or so they say"),
    ]
    assert read_printed(printed) == {
        "eq_1": ("propext", "Classical.choice", "Quot.sound"),
        "eq_2": (),
        "eq_3": ("sorryAx",),
    }


def test_axioms_are_asked_for_one_by_one() -> None:
    assert ask_by_print(["a", "b"]) == "#print axioms a\n#print axioms b\n"
    assert printed().allowed() == STANDARD == {"propext", "Classical.choice", "Quot.sound"}
    assert printed(lambda: frozenset({"Real.add"})).allowed() == {*STANDARD, "Real.add"}
