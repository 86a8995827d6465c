"""`shomei check` as a site and its CI use it: many files, settings, known alarms."""

import io
import json
import sys
from pathlib import Path

import pytest

from tests.app.calls import FALSE, GOOD, run, write
from tests.fakes import FakeLean

WRONG = "# A page\n\nWe have\n\n$$1 + 1 = 3$$\n"
RIGHT = "# A page\n\nWe have\n\n$$1 + 1 = 2$$\n"

Capture = pytest.CaptureFixture[str]


def site() -> None:
    for name, text in (("a.md", RIGHT), ("b.md", WRONG), ("c.md", "Only words.\n"), ("d.md", "")):
        Path("docs").mkdir(exist_ok=True)
        write(f"docs/{name}", text)


def test_a_site_is_checked_and_pages_without_mathematics_pass(
    lean: FakeLean, capsys: Capture
) -> None:
    site()
    assert run("check", "docs") == 1
    assert "2 steps in 4 files: 1 verified, 1 refuted" in capsys.readouterr().out
    assert run("check", "docs", "--exclude", "b.md") == 0
    assert run("check", "docs/c.md", "docs/d.md") == 0
    assert "nothing is claimed" in capsys.readouterr().out


def test_quiet_tells_what_fails_alone(lean: FakeLean, capsys: Capture) -> None:
    site()
    assert run("check", "-q", "docs/a.md") == 0
    assert capsys.readouterr() == ("", "")
    assert run("check", "-q", "docs") == 1
    out = capsys.readouterr().out
    assert out.startswith("docs/b.md:5:3: refuted: ") and "a.md" not in out


def test_without_a_path_the_settings_say_what_is_checked(lean: FakeLean, capsys: Capture) -> None:
    assert run("check") == 2
    assert "give a PATH" in capsys.readouterr().err
    site()
    write("shomei.toml", 'paths = ["docs"]\nexclude = ["b.md"]\nstrict = true\n')
    assert run("check") == 0
    assert run("check", "docs/b.md") == 1
    assert run("check", "docs/b.md", "--force-exclude") == 0
    write(
        "shomei.toml", 'paths = ["docs"]\n[[overrides]]\nfiles = ["b.md"]\nfail-on = ["unproved"]\n'
    )
    assert run("check") == 0
    write("shomei.toml", "path = 1\n")
    assert run("check") == 2
    assert "shomei.toml: `path` is no setting; did you mean `paths`?" in capsys.readouterr().err


def test_commands_of_the_project(lean: FakeLean, capsys: Capture) -> None:
    page = "For every real number $x$ we have\n\n$$\\dd{x^2} = 2 x \\quad (x \\in \\R)$$\n"
    write("shomei.toml", "[macros]\nR = '\\mathbb{R}'\ndd = '\\frac{d}{dx} #1'\n")
    assert run("check", write("a.md", page)) == 0
    assert "1 step verified" in capsys.readouterr().out
    # What a text defines goes before; and a report is kept for these commands alone.
    assert run("check", write("b.md", page.replace("For", "$\\def\\dd#1{#1}$\n\nFor"))) != 0
    write("shomei.toml", "[macros]\nR = '\\mathbb{R}'\ndd = '#1'\n")
    assert run("check", "a.md") != 0
    write("shomei.toml", "[macros]\ndd = '}{'\n")
    assert run("check", "a.md") == 2
    assert "`macros` dd: '}{' is no meaning of a command" in capsys.readouterr().err


def test_standard_input(lean: FakeLean, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    def given(data: bytes, *arguments: str) -> int:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        return run("check", "-", *arguments)

    assert given(GOOD.encode()) == 0
    assert "stdin.txt (portable)" in capsys.readouterr().out
    assert given(WRONG.encode(), "--stdin-name", "post.md") == 1
    assert "post.md:5:3: refuted" in capsys.readouterr().out
    assert given(b"\xff") == 2


def test_a_fast_check_verifies_nothing(lean: FakeLean, capsys: Capture, cache: Path) -> None:
    assert run("check", "--fast", write("good.txt", GOOD)) == 0
    out = capsys.readouterr().out
    assert "nothing speaks against 1 step; checked without Lean" in out
    assert "1 formula" not in out.splitlines()[0] and "verified" not in out
    assert run("check", "--fast", write("false.txt", FALSE), "--format", "json") == 1
    [file] = json.loads(capsys.readouterr().out)["files"]
    assert [step["verdict"] for step in file["steps"]] == ["plausible", "refuted"]
    assert lean.calls == 0 and not list(cache.iterdir())
    assert run("check", "good.txt") == 0 and lean.calls == 1


def test_known_alarms_do_not_count_and_new_ones_do(lean: FakeLean, capsys: Capture) -> None:
    site()
    assert run("check", "docs", "--baseline", "known.json") == 2
    assert "--update-baseline" in capsys.readouterr().err
    assert run("check", "docs", "--baseline", "known.json", "--update-baseline") == 0
    known = json.loads(Path("known.json").read_text("utf-8"))
    assert known["alarms"] == [
        {"path": "docs/b.md", "kind": "refuted", "text": "1 + 1 = 3", "count": 1}
    ]
    capsys.readouterr()
    write("docs/b.md", "Some words.\n\n" + WRONG)
    assert run("check", "docs", "--baseline", "known.json") == 0
    assert "refuted (suppressed: in the baseline)" in capsys.readouterr().out
    write("docs/b.md", WRONG + WRONG)
    assert run("check", "docs", "--baseline", "known.json") == 1
    write("docs/b.md", RIGHT)
    assert run("check", "docs", "--baseline", "known.json") == 0
    assert "1 known alarms are gone" in capsys.readouterr().err
    write("known.json", "[]")
    assert run("check", "docs", "--baseline", "known.json") == 2


def test_what_the_author_suppresses_is_shown_as_such(lean: FakeLean, capsys: Capture) -> None:
    write("a.md", WRONG.replace("$$1", "<!-- shomei: ignore-next: a joke -->\n\n$$1"))
    assert run("check", "a.md") == 0
    out = capsys.readouterr().out
    assert "refuted (suppressed: a joke)" in out and "1 step: 1 suppressed" in out
    assert run("check", "a.md", "--format", "sarif") == 0
    [result] = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    assert result["suppressions"] == [{"kind": "inSource", "justification": "a joke"}]


@pytest.mark.usefixtures("lean")
@pytest.mark.parametrize(
    ("variables", "options", "colored"),
    [
        ({}, (), False),
        ({"FORCE_COLOR": "1"}, (), True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, (), False),
        ({"FORCE_COLOR": "0"}, (), False),
        ({"NO_COLOR": "1"}, ("--color", "always"), True),
        ({"FORCE_COLOR": "1"}, ("--color", "never"), False),
    ],
)
def test_colours(
    capsys: Capture,
    monkeypatch: pytest.MonkeyPatch,
    variables: dict[str, str],
    options: tuple[str, ...],
    colored: bool,
) -> None:
    for name in ("FORCE_COLOR", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    run("check", write("good.txt", GOOD), *options)
    assert ("\x1b[" in capsys.readouterr().out) == colored


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_a_completion_script_names_the_commands(shell: str, capsys: Capture) -> None:
    assert run("completion", shell) == 0
    out = capsys.readouterr().out
    assert "explain" in out and "changed-since" in out
