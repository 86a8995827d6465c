"""What needs no Lean runs on a system that lacks what Windows lacks, and the rest says so.

Only Shomei's own modules see the poorer system: the standard library here is Linux's.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
WITHOUT = """
import builtins, sys, types

MISSING = {
    "os": "fork geteuid getuid killpg setsid pwrite sysconf O_NOFOLLOW O_NONBLOCK O_DIRECTORY",
    "signal": "SIGKILL SIGHUP pthread_sigmask",
    "socket": "AF_UNIX SO_PEERCRED",
}
POORER = {}
real = builtins.__import__


def poorer(name):
    if name not in POORER:
        module = types.ModuleType(name)
        lacks = {*MISSING[name].split(), "O_CLOEXEC"}
        module.__dict__.update({k: v for k, v in vars(real(name)).items() if k not in lacks})
        POORER[name] = module
    return POORER[name]


def imported(name, globals=None, locals=None, fromlist=(), level=0):
    if str((globals or {}).get("__name__", "")).split(".")[0] == "shomei" and level == 0:
        if name in ("fcntl", "resource", "pwd", "grp", "termios"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        if name in MISSING:
            return poorer(name)
    return real(name, globals, locals, fromlist, level)


builtins.__import__ = imported
from shomei.app.cli import main
main(sys.argv[1:])
"""


def run(folder: Path, *arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", WITHOUT, *arguments],
        input=text,
        capture_output=True,
        text=True,
        cwd=folder,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "SHOMEI_CACHE": str(folder / "cache"),
            "XDG_CONFIG_HOME": str(folder / "config"),
        },
        timeout=120,
        check=False,
    )


def test_numbers_refute_and_the_ledger_is_kept(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("assume x > 0\n\nx + x = 2 x\nx + 1 = x\n", "utf-8")
    done = run(tmp_path, "check", "--fast", "a.txt")
    assert done.returncode == 1, done.stderr
    assert "plausible" in done.stdout
    assert "refuted" in done.stdout


def test_without_a_lean_that_fits_the_check_says_what_there_is(tmp_path: Path) -> None:
    done = run(tmp_path, "check", "--backend", "portable", "-", text="x + x = 2 x\n")
    assert done.returncode == 3, (done.stdout, done.stderr)
    assert "WSL" in done.stdout + done.stderr
    assert "verified" not in done.stdout.replace("0 verified", "")


def test_what_runs_in_the_background_is_told(tmp_path: Path) -> None:
    done = run(tmp_path, "status")
    assert done.returncode == 0, done.stderr
