"""The command: real parser, obligations, pre-check and emitter; a Lean that accepts everything,
unless a test says otherwise.
"""

import json
import os
import re
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from shomei.api import checker as checkers
from shomei.app import cli
from shomei.verdicts.model import EXIT_VERIFIED
from tests.fakes import FakeLean

ROOT = Path(__file__).parents[2]

GOOD = r"""assume x > 0, y > 0
\log (x \times y) = \log x + \log y
"""
FALSE = r"""assume x > 0, y > 0
\log (x \times y) = \log x + \log y
\log (x \times y) = \log x - \log y
"""
BROKEN = "assume x > 0\n\\frac{1}{x = 2\n"


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)


def write(name: str, text: str) -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


def run(*arguments: str) -> int:
    try:
        return cli.run(arguments)
    except SystemExit as exit_:
        assert isinstance(exit_.code, int)
        return exit_.code


# -- exit codes ---------------------------------------------------------------------------------------------------------


def test_all_verified(lean: FakeLean, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", write("good.txt", GOOD)) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.splitlines()[0] == "good.txt (portable)"
    assert out.splitlines()[-1] == "1 step verified (portable)"


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


def test_a_folder_is_exit_2(lean: FakeLean, capsys: pytest.CaptureFixture[str]) -> None:
    Path("folder").mkdir()
    assert run("check", "folder") == 2
    assert "folder: error: this is a folder" in capsys.readouterr().out


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


def test_the_worst_file_counts_and_every_file_is_told(
    lean: FakeLean, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = [write("good.txt", GOOD), write("false.txt", FALSE), write("broken.txt", BROKEN)]
    assert run("check", *paths) == 2
    out = capsys.readouterr().out
    assert "3 steps in 3 files: 2 verified, 1 refuted; 1 file not checked" in out
    assert run("check", *paths[:2]) == 1
    assert run("check", paths[0], paths[0]) == 0


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
        ["check"],
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


# -- reports ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["json", "github", "junit", "sarif", "html"])
def test_every_form_can_be_written_to_a_file(
    lean: FakeLean, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    assert run("check", write("false.txt", FALSE), "--format", kind, "-o", "report.out") == 1
    assert capsys.readouterr().out == ""
    written = Path("report.out").read_text(encoding="utf-8")
    assert "refuted" in written
    assert run("check", "false.txt", "--format", kind) == 1
    printed = capsys.readouterr().out
    if kind not in {"json", "junit"}:  # those hold the time that it took
        assert printed == written


def test_json_says_what_the_design_says(lean: FakeLean, capsys: pytest.CaptureFixture[str]) -> None:
    run("check", write("false.txt", FALSE), "--format", "json")
    document = json.loads(capsys.readouterr().out)
    (file,) = document["files"]
    assert (file["path"], file["backend"]) == ("false.txt", "portable")
    assert [(step["line"], step["verdict"]) for step in file["steps"]] == [
        (2, "verified"),
        (3, "refuted"),
    ]
    first, second = file["steps"]
    assert first["assumptions"] == ["x > 0", "y > 0"] and first["lean"].count("theorem ") >= 1
    assert set(second["counterexample"]) >= {"x", "y"}


def test_a_problem_is_told_on_standard_error_too_when_a_program_reads_the_report(
    lean: FakeLean, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", "none.txt", "--format", "json") == 2
    out, err = capsys.readouterr()
    assert json.loads(out)["files"][0]["problems"][0]["kind"] == "input"
    assert err.count("\n") == 1 and "no such file" in err


def test_verbose_and_emit_show_the_theorems(
    lean: FakeLean, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", write("good.txt", GOOD), "-v", "--emit", "Good.lean") == 0
    assert "theorem line_2" in capsys.readouterr().out
    text = Path("Good.lean").read_text(encoding="utf-8")
    assert text.startswith("import Shomei\n") and "theorem line_2" in text


def test_the_report_replaces_a_file_whole_and_keeps_its_permissions(
    lean: FakeLean, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("report.txt").write_text("old")
    Path("report.txt").chmod(0o640)
    assert run("check", write("good.txt", GOOD), "-o", "report.txt") == 0
    assert Path("report.txt").read_text().endswith("1 step verified (portable)\n")
    assert stat.S_IMODE(Path("report.txt").stat().st_mode) == 0o640
    assert sorted(path.name for path in Path().iterdir()) == ["good.txt", "report.txt"]


def test_a_report_that_cannot_be_written_leaves_the_old_one(
    lean: FakeLean, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    Path("report.txt").write_text("old")
    monkeypatch.setattr("shomei.app.commands.writing.os.fsync", full)
    assert run("check", write("good.txt", GOOD), "-o", "report.txt") == 3
    assert Path("report.txt").read_text() == "old"
    assert sorted(path.name for path in Path().iterdir()) == ["good.txt", "report.txt"]


def test_a_report_goes_through_a_link_and_into_a_device(lean: FakeLean) -> None:
    Path("real.txt").write_text("old")
    Path("link.txt").symlink_to("real.txt")
    assert run("check", write("good.txt", GOOD), "-o", "link.txt") == 0
    assert Path("link.txt").is_symlink() and "verified" in Path("real.txt").read_text()
    assert run("check", "good.txt", "-o", os.devnull) == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["good.txt", "-o", "good.txt"], "would be overwritten"),
        (["good.txt", "--emit", "./good.txt"], "would be overwritten"),
        (["good.txt", "-o", "nowhere/report.txt"], "no such folder"),
        (["good.txt", "-o", "."], "this is a folder"),
        (["good.txt", "good.txt", "--emit", "a.lean"], "one PATH"),
        (["good.txt", "-o", "a", "--emit", "a"], "the same file"),
    ],
)
def test_a_wrong_output_is_exit_2_before_anything_is_done(
    lean: FakeLean, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    write("good.txt", GOOD)
    assert run("check", *arguments) == 2
    out, err = capsys.readouterr()
    assert out == "" and err.count("\n") == 1 and said in err
    assert lean.calls == 0 and Path("good.txt").read_text() == GOOD


# -- the ledger ---------------------------------------------------------------------------------------------------------


def test_an_unchanged_file_is_not_checked_again(
    lean: FakeLean, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", write("good.txt", GOOD)) == 0
    first = capsys.readouterr().out
    assert lean.calls == 1
    monkeypatch.setattr(checkers.Checker, "_checked", lambda *_: pytest.fail("it was read again"))
    assert run("check", "good.txt") == 0
    assert capsys.readouterr().out == first


def test_a_step_that_is_known_is_not_asked_again(lean: FakeLean) -> None:
    run("check", write("good.txt", GOOD))
    lean.asked.clear()
    assert run("check", write("good.txt", GOOD + r"x + y = y + x" + "\n")) == 0
    assert (
        lean.asked
        and all("line_2" not in names for names in lean.asked)
        and any("line_3" in names for names in lean.asked)
    )


def test_without_the_ledger_everything_is_checked(lean: FakeLean, cache: Path) -> None:
    for _ in range(2):
        assert run("check", write("good.txt", GOOD), "--no-ledger") == 0
    assert lean.calls == 2
    assert not (cache / "ledger.sqlite3").exists()


def test_a_refuted_file_is_looked_at_again(lean: FakeLean) -> None:
    assert run("check", write("false.txt", FALSE)) == 1
    assert run("check", "false.txt") == 1


def test_another_lean_checks_again(lean: FakeLean) -> None:
    run("check", write("good.txt", GOOD))
    lean.identity = "fake-2"
    run("check", "good.txt")
    assert lean.calls == 2


def test_another_shomei_reads_again(lean: FakeLean, monkeypatch: pytest.MonkeyPatch) -> None:
    run("check", write("good.txt", GOOD))
    monkeypatch.setattr(checkers, "tool_identity", lambda: "other")
    read: list[Path] = []
    checked = checkers.Checker._checked
    monkeypatch.setattr(
        checkers.Checker, "_checked", lambda self, path: read.append(path) or checked(self, path)
    )
    assert run("check", "good.txt") == 0
    assert read == [Path("good.txt")] and lean.calls == 1


def test_a_damaged_ledger_costs_a_warning(
    lean: FakeLean, cache: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("check", write("good.txt", GOOD))
    (cache / "ledger.sqlite3").write_bytes(b"garbage" * 1000)
    capsys.readouterr()
    assert run("check", "good.txt") == 0
    err = capsys.readouterr().err
    assert err.count("\n") == 1 and err.startswith("shomei: warning: The ledger")
    assert lean.calls == 2


def test_a_cache_that_cannot_be_made_costs_a_warning(
    lean: FakeLean, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write("file", "")
    monkeypatch.setenv("SHOMEI_CACHE", str(Path("file/cache").absolute()))
    assert run("check", write("good.txt", GOOD)) == 0
    assert "warning: no ledger" in capsys.readouterr().err


# -- explain, new, cache ------------------------------------------------------------------------------------------------


def test_explain_shows_everything(lean: FakeLean, capsys: pytest.CaptureFixture[str]) -> None:
    write("false.txt", FALSE)
    assert run("explain", "false.txt:3") == 0
    out = capsys.readouterr().out
    for title in (
        "statement:",
        "hypotheses:",
        "must be defined:",
        "verdict:",
        "counterexample:",
        "Lean theorem:",
    ):
        assert f"\n{title}\n" in out
    assert "  x > 0\n  y > 0\n" in out and "theorem line_3" in out
    lean.complaints["theorem line_2 "] = "unsolved goals\nh1 : 0 < x\n⊢ Real.log x = Real.exp 1 / 2"
    assert run("explain", "false.txt:2", "--no-ledger") == 0
    assert (
        "Lean says:\n  unsolved goals\n  h1 : 0 < x\n  ⊢ \\ln x = \\frac{e}{2}\n"
        in capsys.readouterr().out
    )


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("false.txt", "give a file and a line"),
        ("false.txt:", "give a file and a line"),
        (":3", "give a file and a line"),
        ("false.txt:0", "give a file and a line"),
        ("false.txt:٣", "give a file and a line"),
        ("false.txt:-1", "give a file and a line"),
        ("false.txt:1", "no step is on this line; steps are on the lines 2, 3"),
    ],
)
def test_explain_without_a_step(
    lean: FakeLean, capsys: pytest.CaptureFixture[str], place: str, said: str
) -> None:
    write("false.txt", FALSE)
    assert run("explain", place) == 2
    assert said in capsys.readouterr().err


def test_explain_a_file_that_does_not_parse(
    lean: FakeLean, capsys: pytest.CaptureFixture[str]
) -> None:
    write("broken.txt", BROKEN)
    assert run("explain", "broken.txt:2") == 2
    assert "broken.txt:2:" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["mine", "mine.txt", "article.md", "私の証明", "a b-c_d+e.txt"])
def test_new_writes_a_derivation_that_can_be_checked(
    lean: FakeLean, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert run("new", name) == 0
    (path,) = Path().iterdir()
    assert path.suffix in {".txt", ".md"} and path.name.startswith(name.split(".", 1)[0])
    assert f"shomei check {path.name}" in path.read_text(encoding="utf-8")
    assert run("check", path.name) == EXIT_VERIFIED, capsys.readouterr().out


@pytest.mark.parametrize(
    "name",
    [
        "",
        ".",
        "..",
        "../x",
        "a/b",
        "/etc/x",
        "-v",
        ".hidden",
        "a\nb",
        "a\x00b",
        "x.exe",
        "x" * 300,
        "a;b",
        "$(x)",
        "a:b",
        "x\u202etxt",
    ],
)
def test_new_takes_no_name_that_is_not_plain(capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert run("new", "--", name) == 2
    assert list(Path().iterdir()) == []
    assert "Traceback" not in capsys.readouterr().err


def test_new_overwrites_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    write("mine.txt", "precious")
    Path("link.txt").symlink_to("elsewhere")
    assert run("new", "mine") == 2
    assert run("new", "link") == 2
    assert Path("mine.txt").read_text() == "precious" and not Path("elsewhere").exists()
    assert "is there already" in capsys.readouterr().err


def test_cache_shows_and_clears_what_is_ours(
    lean: FakeLean, cache: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("check", write("good.txt", GOOD))
    (cache / "lean-abc").mkdir()
    (cache / "lean-abc" / "lean.wasm").write_bytes(b"x" * 2_500_000)
    (cache / "precious.doc").write_text("not ours")
    (cache / "engine-link").symlink_to("precious.doc")
    (cache / "engine-abc.lock").touch()
    capsys.readouterr()
    assert run("cache") == 0
    out = capsys.readouterr().out
    assert (
        out.startswith(f"{cache}: ")
        and "2 MB  lean-abc (the portable Lean)" in out
        and "verified steps" in out
        and "precious" not in out
        and ".lock" not in out
    )
    assert run("cache", "where") == 0
    assert capsys.readouterr().out == f"{cache}\n"
    assert run("cache", "clear") == 0
    assert sorted(path.name for path in cache.iterdir()) == ["engine-abc.lock", "precious.doc"]
    assert (cache / "precious.doc").read_text() == "not ours"


# -- as a process -------------------------------------------------------------------------------------------------------

FAKE_MAIN = """
import sys
from shomei.app import cli
from shomei.api import checker
from shomei.lean.axioms import printed
from tests.fakes import FakeLean
checker.choose = lambda wanted, progress: (FakeLean(), printed())
cli.main()
"""


@contextmanager
def process(
    *arguments: str, code: str = FAKE_MAIN, encoding: str = "utf-8"
) -> Iterator["subprocess.Popen[bytes]"]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": encoding}
    with subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as started:
        try:
            yield started
        finally:
            started.kill()


def finished(
    *arguments: str, code: str = FAKE_MAIN, encoding: str = "utf-8"
) -> tuple[int, bytes, bytes]:
    with process(*arguments, code=code, encoding=encoding) as started:
        out, err = started.communicate(timeout=120)
        return started.returncode, out, err


def test_a_reader_that_goes_away_is_no_traceback(cache: Path) -> None:
    lines = "".join(f"x + {number} = {number} + x\n" for number in range(300))
    with process("check", write("long.txt", "assume x > 0\n" + lines), "-v") as checking:
        assert checking.stdout is not None and checking.stderr is not None
        assert checking.stdout.readline() == b"long.txt (portable)\n"
        checking.stdout.close()
        assert checking.stderr.read() == b""
        assert checking.wait(60) in {0, 1}


def test_an_output_without_unicode_gets_escapes(cache: Path) -> None:
    _, out, err = finished("check", write("公式.txt", FALSE), encoding="ascii")
    assert err == b"" and out.startswith(b"\\u516c\\u5f0f.txt (portable)\n  + 2  ")


SLOW_MAIN = FAKE_MAIN.replace(
    "cli.main()",
    "import time\nFakeLean.check = lambda *_, **__: (print('begun', flush=True), time.sleep(60))\ncli.main()",
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


def test_watch_checks_again_when_a_file_is_saved(cache: Path) -> None:
    with process("watch", write("good.txt", GOOD)) as watching:
        assert watching.stdout is not None and watching.stderr is not None
        assert b"waiting" in watching.stderr.readline()
        time.sleep(0.5)
        # As editors save: a new file takes the old one's place.
        write("new", FALSE)
        Path("new").replace("good.txt")
        assert b"waiting" in watching.stderr.readline()
        watching.send_signal(signal.SIGINT)
        assert watching.wait(20) == 130
        out = watching.stdout.read()
        assert b"1 step verified" in out and b"2 steps: 1 verified, 1 refuted" in out


LISTING_MAIN = """
import atexit
import sys
from shomei.app import cli
from shomei.api import checker

class Lean:
    name, identity, close = "portable", "fake-1", lambda self: None

HEAVY = {"sympy", "mpmath", "lark", "jinja2", "typer", "pydantic", "markdown_it", "watchfiles"}
atexit.register(lambda: print(sorted(HEAVY & set(sys.modules)), file=sys.stderr))
checker.choose = lambda wanted, progress: (Lean(), None)
cli.main()
"""


def test_nothing_heavy_is_imported_for_an_unchanged_file(cache: Path) -> None:
    assert finished("check", write("good.txt", GOOD))[0] == 0
    status, out, err = finished("check", "good.txt", code=LISTING_MAIN)
    assert (status, err) == (0, b"[]\n") and b"1 step verified" in out
