"""The hooks for pre-commit, run by pre-commit itself on a repository: it clones this one, installs
it into an environment of its own, and runs the hook. What Shomei depends on is taken from here.
"""

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from tests.app.calls import ROOT

CONFIGURATION = """
repos:
  - repo: {repo}
    rev: v1
    hooks:
      - id: shomei-fast
"""


@pytest.fixture
def hooks(tmp_path: Path) -> Path:
    """A repository of what is tracked here, with a tag."""
    folder = tmp_path / "hooks"
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split("\0")
    for name in listed:
        if name and not name.startswith(("tests/", "bench/")) and (ROOT / name).exists():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name, follow_symlinks=False)
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "hooks")
    git(folder, "tag", "v1")
    return folder


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def test_the_hook_refuses_a_false_step(hooks: Path, tmp_path: Path, cache: Path) -> None:
    dependencies = tmp_path / "dependencies"
    dependencies.mkdir()
    for entry in Path(sysconfig.get_path("purelib")).iterdir():
        if "shomei" not in entry.name and entry.suffix not in {".pth", ".egg-link"}:
            (dependencies / entry.name).symlink_to(entry)
    pages = tmp_path / "pages"
    pages.mkdir()
    git(pages, "init", "-q")
    (pages / ".pre-commit-config.yaml").write_text(CONFIGURATION.format(repo=hooks), "utf-8")
    (pages / "empty.md").write_text("Only words.\n", "utf-8")
    (pages / "page.md").write_text("We have\n\n$$1 + 1 = 2$$\n", "utf-8")
    environment = {
        **os.environ,
        "PRE_COMMIT_HOME": str(tmp_path / "home"),
        "PYTHONPATH": str(dependencies),
        "PIP_NO_INDEX": "1",
        "PIP_NO_DEPS": "1",
        "PIP_NO_BUILD_ISOLATION": "0",
        "VIRTUALENV_NO_DOWNLOAD": "1",
    }

    def tried() -> tuple[int, str]:
        git(pages, "add", "-A")
        done = subprocess.run(
            [sys.executable, "-m", "pre_commit", "run", "--all-files"],
            cwd=pages,
            env=environment,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        return done.returncode, done.stdout + done.stderr

    code, out = tried()
    assert code == 0 and "Passed" in out, out
    (pages / "page.md").write_text("We have\n\n$$1 + 1 = 3$$\n", "utf-8")
    code, out = tried()
    assert code == 1 and "page.md:3:3: refuted: fails: left 2, right 3" in out
