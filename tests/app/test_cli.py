"""The command line: its arguments, its exit status, and how it ends. Real parser, obligations,
pre-check and emitter; a Lean that accepts everything, unless a test says otherwise.
"""

import re
import signal
from pathlib import Path

import pytest

from tests.app.calls import BROKEN, FALSE, GOOD, run, write
from tests.app.processes import FAKE_MAIN, finished, process
from tests.fakes import FakeLean


def test_all_verified(lean: FakeLean, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", write("good.txt", GOOD)) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.splitlines()[0] == "good.txt (portable)"
    assert out.splitlines()[-2:] == [
        "1 step verified (portable)",
        "2 formulas: 1 verified, 1 assumption",
    ]


def test_a_false_step_names_its_line_and_its_numbers(
    lean: FakeLean, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", write("false.txt", FALSE)) == 1
    out = capsys.readouterr().out
    assert re.search(r"^false\.txt:3:1: refuted: .*x = ", out, re.MULTILINE)
    assert "counterexample: x = " in out


def test_what_lean_rejects_is_exit_1(lean: FakeLean, capsys: pytest.CaptureFixture[str]) -> None:
    lean.complaints["theorem line_2 "] = "unsolved goals"
    assert run("check", write("good.txt", GOOD)) == 1
    assert "good.txt:2:1: unproved: " in capsys.readouterr().out


def test_a_syntax_error_quotes_its_line(lean: FakeLean, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", write("broken.txt", BROKEN)) == 2
    out = capsys.readouterr().out
    assert re.search(r"^broken\.txt:2:\d+: error: ", out, re.MULTILINE)
    assert r" 2 | \frac{1}{x = 2" in out and "^" in out


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("none.txt", None, "no such file"),
        ("empty.txt", b"", "empty"),
        ("blank.txt", b"  \n\n", "empty"),
        ("latin.txt", "公式".encode("euc-jp"), "not UTF-8"),
        ("zeros.txt", b"\x00" * 100, "NUL"),
        ("big.txt", b"x = x\n" * 2_000_000, "larger"),
        ("garbage.txt", bytes(range(256)) * 40_000, "larger"),
    ],
)
def test_bad_input_is_exit_2_with_one_clear_message(
    lean: FakeLean, capsys: pytest.CaptureFixture[str], name: str, content: bytes | None, said: str
) -> None:
    if content is not None:
        Path(name).write_bytes(content)
    assert run("check", name) == 2
    out, err = capsys.readouterr()
    errors = [line for line in (out + err).splitlines() if "error: " in line]
    assert len(errors) == 1 and errors[0].startswith(name) and said in errors[0]
    assert "Traceback" not in out + err
    assert lean.calls == 0


def test_an_empty_folder_is_exit_2(lean: FakeLean, capsys: pytest.CaptureFixture[str]) -> None:
    Path("folder").mkdir()
    assert run("check", "folder") == 2
    assert "folder: this folder holds no derivation" in capsys.readouterr().err


def test_a_file_with_hypotheses_alone_is_exit_2(
    lean: FakeLean, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", write("only.txt", "assume x > 0\n")) == 2
    out, err = capsys.readouterr()
    assert "nothing to check" in out + err


def test_no_lean_is_exit_3(lean: FakeLean, capsys: pytest.CaptureFixture[str]) -> None:
    lean.missing = "There is no Node."
    assert run("check", write("good.txt", GOOD)) == 3
    assert "good.txt: error: There is no Node." in capsys.readouterr().out


def test_interrupted_is_130(
    lean: FakeLean, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(lean, "check", interrupted)
    assert run("check", write("good.txt", GOOD)) == 130
    assert capsys.readouterr().err == "shomei: interrupted\n"


@pytest.mark.parametrize(
    "error", [MemoryError(), OSError(28, "No space left on device"), RecursionError("too deep")]
)
def test_what_the_machine_lacks_is_exit_3(
    lean: FakeLean,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: Exception,
) -> None:
    def failing(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(lean, "check", failing)
    assert run("check", write("good.txt", GOOD)) == 3
    out, err = capsys.readouterr()
    assert "Traceback" not in out + err and "error: " in out


def test_an_error_of_our_own_is_no_traceback(
    lean: FakeLean, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def failing(*_: object, **__: object) -> None:
        raise ZeroDivisionError("by\x1b[31m zero")

    monkeypatch.setattr(lean, "check", failing)
    assert run("check", write("good.txt", GOOD)) == 3
    err = capsys.readouterr().err
    assert err.count("\n") == 1 and "ZeroDivisionError: by\\x1b[31m zero" in err
    monkeypatch.setenv("SHOMEI_TRACEBACK", "1")
    with pytest.raises(ZeroDivisionError):
        run("check", "good.txt")


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["nonsense"],
        ["check", "--format", "pdf", "x"],
        ["check", "--backend", "coq", "x"],
        ["check", "--timeout", "-1", "x"],
        ["check", "--timeout", "nan", "x"],
        ["check", "--timeout", "soon", "x"],
        ["explain"],
        ["new"],
        ["cache", "burn"],
    ],
)
def test_a_wrong_call_is_exit_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*arguments) == 2
    assert "usage: shomei" in capsys.readouterr().err


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--version") == 0
    assert re.fullmatch(r"shomei \S+.*\n", capsys.readouterr().out)


def test_a_reader_that_goes_away_is_no_traceback(cache: Path) -> None:
    lines = "".join(f"x + {number} = {number} + x\n" for number in range(300))
    with process("check", write("long.txt", "assume x > 0\n" + lines), "-v") as checking:
        assert checking.stdout is not None and checking.stderr is not None
        assert checking.stdout.readline() == b"long.txt (portable)\n"
        checking.stdout.close()
        assert checking.stderr.read() == b""
        assert checking.wait(60) in {0, 1}


SLOW_MAIN = FAKE_MAIN.replace(
    "cli.main()",
    (
        "import time\nFakeLean.check = lambda *_, **__: (print('begun', flush=True), "
        "time.sleep(60))\ncli.main()"
    ),
)


@pytest.mark.parametrize(
    ("number", "status", "said"),
    [(signal.SIGTERM, 143, b""), (signal.SIGINT, 130, b"shomei: interrupted\n")],
)
def test_a_signal_ends_it(cache: Path, number: signal.Signals, status: int, said: bytes) -> None:
    with process("check", write("good.txt", GOOD), code=SLOW_MAIN) as checking:
        assert checking.stdout is not None and checking.stderr is not None
        assert checking.stdout.readline() == b"begun\n"
        checking.send_signal(number)
        assert checking.wait(20) == status
        assert checking.stderr.read() == said
    assert finished("check", "good.txt")[0] == 0
