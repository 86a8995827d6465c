"""The portable Lean, as its user sees it."""

import os
import signal
import threading
import time
from collections.abc import Callable

import pytest

from shomei.lean.backend import LeanMessage, LeanRun
from shomei.lean.portable.backend import PortableBackend
from tests.lean.portable.bodies import GOOD, SLOW


def one(backend: PortableBackend, body: str, timeout: float = 60) -> LeanRun:
    (run,) = backend.check([body], timeout=timeout)
    return run


def errors(run: LeanRun) -> list[LeanMessage]:
    return [message for message in run.messages if message.severity == "error"]


def test_a_true_theorem_has_no_messages(backend: PortableBackend) -> None:
    run = one(backend, GOOD)
    assert (run.messages, run.complete, run.failure) == ((), True, None)


def test_a_false_theorem_has_its_error_at_its_line(backend: PortableBackend) -> None:
    run = one(
        backend, f"{GOOD}\n\ntheorem wrong (a b : Nat) :\n    a + b = b + a + 1 := by omega\n"
    )
    (error,) = errors(run)
    assert (error.line, error.column) == (4, 28)
    assert run.complete


def test_positions_count_characters_beyond_ascii(backend: PortableBackend) -> None:
    (error,) = errors(one(backend, "/- 証明 𝓝 -/ theorem α : (1 : Nat) = 2 := rfl'"))
    assert (error.line, error.column) == (1, 40)


def test_sorry_is_a_warning_and_an_axiom(backend: PortableBackend) -> None:
    run = one(backend, "theorem unfinished : 1 = 2 := sorry\n#print axioms unfinished")
    warning, audit = run.messages
    assert (warning.severity, warning.line) == ("warning", 1)
    assert "sorryAx" in audit.text


def test_a_syntax_error_is_not_lost(backend: PortableBackend) -> None:
    run = one(backend, "theorem ok : 1 = 1 := rfl )\ntheorem next : 1 = 1 := rfl")
    assert [error.line for error in errors(run)] == [1]


def test_an_answer_longer_than_a_pipe_holds_arrives(backend: PortableBackend) -> None:
    """A pipe takes 64 KiB at once; the rest of a long answer was lost, and the check waited for it
    until its time was up.
    """
    text = "x" * 300_000
    run = one(backend, f'#check "{text}"\n{GOOD}')
    assert (run.complete, run.failure) == (True, None)
    assert text in run.messages[0].text


@pytest.mark.parametrize("hidden", ["/- an open comment", "#exit\n"])
def test_a_body_that_hides_its_end_is_not_complete_or_has_a_message(
    backend: PortableBackend, hidden: str
) -> None:
    run = one(backend, f"{GOOD}\n{hidden}\ntheorem wrong : 1 = 2 := rfl\n")
    assert not run.complete or errors(run)


def test_text_after_exit_is_not_complete(backend: PortableBackend) -> None:
    run = one(backend, f"#exit\n{GOOD}")
    assert not run.complete
    assert run.failure


def test_axioms_are_traced_through_the_library(backend: PortableBackend) -> None:
    theorems = (
        "theorem x (a b : Real) : a = b := all_equal a b\ntheorem y (a b : Nat) : a + b = b + a "
        ":= of_lean_only a b\n"
    )
    run = one(backend, theorems + "#print axioms x\n#print axioms y")
    first, second = (message.text for message in run.messages)
    # Those of Lean's own stand for its theorem Eq.trans: what that rests on is not known here, and
    # these are all that it may.
    assert first == (
        "'x' depends on axioms: [Classical.choice, Quot.sound, Real, Real.only_zero, "
        "Real.zero, propext]"
    )
    assert second == "'y' depends on axioms: [Classical.choice, Quot.sound, propext]"
    assert backend.axioms == {"Real", "Real.zero", "Real.only_zero"}


def test_an_axiom_of_the_body_is_shown(backend: PortableBackend) -> None:
    run = one(
        backend,
        (
            "axiom bad : False\ntheorem x : 1 = 2 := bad.elim\n#print axioms x\ntheorem y : True "
            ":= True.intro\n#print axioms y"
        ),
    )
    assert [message.text for message in run.messages] == [
        "'x' depends on axioms: [bad]",
        "'y' does not depend on any axioms",
    ]


@pytest.mark.parametrize(
    "leak",
    [
        "theorem leaked : 1 = 1 := rfl",
        "axiom leaked : False",
        'notation "leaked" => Nat.zero',
        "namespace A\nopen Nat\nvariable (leaked : Nat)",
        'macro "leaked" : term => `(Nat.zero)',
        "set_option pp.all true\ndef leaked := 1",
    ],
)
def test_bodies_know_nothing_of_each_other(backend: PortableBackend, leak: str) -> None:
    asks = "#check leaked"
    before, _, after = backend.check([asks, leak, asks], timeout=60)
    assert errors(before)
    assert after.messages == before.messages


def test_many_bodies_keep_their_order(backend: PortableBackend) -> None:
    runs = backend.check([f"#check ({number} : Nat)" for number in range(5)], timeout=60)
    assert [run.messages[0].text for run in runs] == [f"{number} : Nat" for number in range(5)]


def test_no_bodies_need_no_lean(new_backend: Callable[[], PortableBackend]) -> None:
    assert new_backend().check([], timeout=1) == []


def test_lean_sees_no_file_of_the_machine(backend: PortableBackend) -> None:
    run = one(
        backend,
        (
            '#eval show IO Unit from do let s ← IO.FS.readFile "/etc/passwd"; throw '
            '(IO.userError s)\n#eval IO.FS.writeFile "/tmp/shomei-was-here" "x"'
        ),
    )
    assert not any("root" in message.text for message in run.messages)
    assert len(errors(run)) == 2


def test_a_body_that_takes_too_long_is_given_up_and_the_next_one_is_not(
    backend: PortableBackend,
) -> None:
    slow, good = backend.check([SLOW, GOOD], timeout=3)
    assert not slow.complete
    assert slow.failure == "Lean took longer than 3 s"
    assert 2.9 < slow.seconds < 15
    assert good.complete
    assert not good.messages


def test_deep_nesting_costs_no_more_than_its_own_body(backend: PortableBackend) -> None:
    deep = "theorem deep : " + "(" * 100_000 + "1 = 1" + ")" * 100_000 + " := rfl"
    run, good = backend.check([deep, GOOD], timeout=30)
    assert not run.complete or errors(run)
    assert good.complete
    assert not good.messages


def lean_process(backend: PortableBackend) -> int:
    return backend._pool.prepare().pid


def test_a_lean_that_is_killed_is_started_again(new_backend: Callable[[], PortableBackend]) -> None:
    backend = new_backend()
    first = lean_process(backend)
    os.kill(first, signal.SIGKILL)
    run = one(backend, "theorem wrong : 1 = 2 := by decide")
    assert errors(run)
    assert lean_process(backend) != first


def test_a_lean_that_is_killed_at_work_gives_no_verdict_and_costs_one_restart(
    new_backend: Callable[[], PortableBackend],
) -> None:
    backend = new_backend()
    first = lean_process(backend)
    killer = threading.Timer(1, os.kill, (first, signal.SIGKILL))
    killer.start()
    started = time.monotonic()
    run = one(backend, SLOW, timeout=4)
    assert not run.complete
    assert run.failure == "Lean took longer than 4 s"
    assert time.monotonic() - started > 4, "the second process got its own time"
    killer.join()


def test_a_lean_that_is_stopped_is_given_up(new_backend: Callable[[], PortableBackend]) -> None:
    backend = new_backend()
    os.kill(lean_process(backend), signal.SIGSTOP)
    run = one(backend, GOOD, timeout=2)
    assert not run.complete
    assert one(backend, GOOD).complete


def test_ctrl_c_ends_the_wait_and_the_process(new_backend: Callable[[], PortableBackend]) -> None:
    backend = new_backend()
    first = lean_process(backend)
    timer = threading.Timer(1, os.kill, (os.getpid(), signal.SIGINT))
    timer.start()
    with pytest.raises(KeyboardInterrupt):
        one(backend, SLOW)
    with pytest.raises(ProcessLookupError):
        os.kill(first, 0)
    assert one(backend, GOOD).complete
