"""The action for GitHub: its steps, run as the runner runs them, with a Lean that accepts
everything.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.app.calls import ROOT
from tests.app.processes import FAKE_MAIN

ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS: dict[str, Any] = {step["id"]: step for step in ACTION["runs"]["steps"] if "id" in step}


def run_step(
    step: dict[str, Any], folder: Path, inputs: dict[str, str], outputs: dict[str, str]
) -> tuple[int, str]:
    """The exit status and the output of a step, of which only the expressions that this action uses
    are known.
    """

    def value(match: re.Match[str]) -> str:
        name = match[1].strip()
        known = {f"inputs.{key}": said for key, said in inputs.items()}
        known |= {f"steps.check.outputs.{key}": said for key, said in outputs.items()}
        return known[name]

    runner = folder / "runner"
    runner.mkdir(exist_ok=True)
    tools = folder / "tools"
    tools.mkdir(exist_ok=True)
    command = tools / "shomei"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{tools}/main.py" "$@"\n', "utf-8")
    command.chmod(0o755)
    (tools / "main.py").write_text(FAKE_MAIN, "utf-8")
    environment = {
        **os.environ,
        "PATH": f"{tools}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "RUNNER_TEMP": str(runner),
        "GITHUB_OUTPUT": str(runner / "output"),
        "GITHUB_STEP_SUMMARY": str(runner / "summary"),
        **{
            key: re.sub(r"\$\{\{(.*?)\}\}", value, str(said))
            for key, said in step.get("env", {}).items()
        },
    }
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return done.returncode, done.stdout


@pytest.mark.parametrize(("wrong", "status"), [("1 + 1 = 2", "0"), ("1 + 1 = 3", "1")])
def test_the_check(tmp_path: Path, cache: Path, wrong: str, status: str) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a page.md").write_text(f"We have\n\n$${wrong}$$\n", "utf-8")
    inputs = {"paths": "docs/a page.md\ndocs/*.md\n", "args": "--strict\n--no-ledger"}
    code, out = run_step(STEPS["check"], tmp_path, inputs, {})
    assert code == 0
    assert ("::error file=docs/a page.md,line=3" in out) == (status == "1")
    told = (tmp_path / "runner" / "output").read_text("utf-8")
    outputs = dict(line.split("=", 1) for line in told.splitlines())
    assert outputs["status"] == status
    sarif = json.loads(Path(outputs["sarif"]).read_text("utf-8"))
    assert len(sarif["runs"][0]["results"]) == int(status)
    summary = (tmp_path / "runner" / "summary").read_text("utf-8")
    assert f"{1 - int(status)} of 1 steps verified" in summary
    assert run_step(ACTION["runs"]["steps"][-1], tmp_path, {}, outputs)[0] == int(status)


def test_no_text_of_a_repository_is_read_as_shell(tmp_path: Path, cache: Path) -> None:
    inputs = {"paths": "$(touch bad).md\n`touch bad`.md", "args": ""}
    run_step(STEPS["check"], tmp_path, inputs, {})
    assert not (tmp_path / "bad").exists()
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", "")


def test_every_output_is_made_by_a_step() -> None:
    made = {
        (name, key)
        for name, step in STEPS.items()
        for key in re.findall(r'echo "(\w+)=', step["run"])
    }
    text = (ROOT / "action.yml").read_text("utf-8")
    assert set(re.findall(r"steps\.(\w+)\.outputs\.(\w+)", text)) <= made
    assert set(re.findall(r"inputs\.([\w-]+)", text)) <= set(ACTION["inputs"])
