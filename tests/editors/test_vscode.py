"""The extension for VS Code: its TypeScript is checked, bundled and packed by the locked tools."""

import json
import os
import shutil
import subprocess
import zipfile
from pathlib import Path

from shomei.app import cli
from shomei.lean.portable.node import find_node
from tests.app.calls import ROOT

SOURCE = ROOT / "editors" / "vscode"


def test_it_is_packed(tmp_path: Path) -> None:
    folder = tmp_path / "vscode"
    shutil.copytree(SOURCE, folder, ignore=shutil.ignore_patterns("node_modules", "out", "*.vsix"))
    node = find_node()
    environment = {**os.environ, "PATH": f"{Path(node.path).parent}:{os.environ['PATH']}"}

    def npm(*arguments: str) -> None:
        subprocess.run(
            [*node.npm, *arguments],
            cwd=folder,
            env=environment,
            capture_output=True,
            timeout=300,
            check=True,
        )

    npm("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline")
    npm("run", "-s", "package")
    [packed] = folder.glob("*.vsix")
    with zipfile.ZipFile(packed) as archive:
        held = {name for name in archive.namelist() if name.startswith("extension/")}
        manifest = json.loads(archive.read("extension/package.json"))
        bundle = archive.read("extension/out/extension.js").decode("utf-8")
    assert held == {
        "extension/package.json",
        "extension/readme.md",
        "extension/language-configuration.json",
        "extension/out/extension.js",
    }
    assert manifest["main"] == "./out/extension.js" and '"lsp"' in bundle


def test_it_starts_a_command_that_is_there() -> None:
    cli.parser().parse_args(["lsp", "--fast"])
    manifest = json.loads((SOURCE / "package.json").read_text("utf-8"))
    settings = set(manifest["contributes"]["configuration"]["properties"])
    source = (SOURCE / "src" / "extension.ts").read_text("utf-8")
    assert {f"shomei.{name}" for name in ("command", "fast", "languages")} == settings
    assert all(f'"{name.removeprefix("shomei.")}"' in source for name in settings)
    locked = (SOURCE / "package-lock.json").read_text("utf-8")
    assert "resolved" not in locked and '"integrity"' in locked
