"""The server under a real editor: Neovim without a screen, with its own client."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.app.calls import ROOT

PAGE = "We have for every real number $x$\n\n$$x + x = 3 x$$\n"


def test_diagnostics_a_hover_and_a_fix(tmp_path: Path, cache: Path) -> None:
    # The development environment has one on the systems that there is a wheel for.
    found = shutil.which("nvim", path=str(Path(sys.executable).parent)) or shutil.which("nvim")
    assert found is not None, "install Neovim"
    (tmp_path / "page.md").write_text(PAGE, "utf-8")
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "SERVER": f"'{sys.executable}' -m shomei lsp --fast",
        "PAGE": "page.md",
        "OUT": "said.txt",
        "XDG_STATE_HOME": str(tmp_path / "state"),
    }
    subprocess.run(
        [
            found,
            "--headless",
            "-u",
            "NONE",
            "-i",
            "NONE",
            "-l",
            Path(__file__).with_name("neovim.lua"),
        ],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        timeout=180,
        check=True,
    )
    said = (tmp_path / "said.txt").read_text("utf-8").splitlines()
    assert said == [
        "refuted in 3: ERROR",
        "**✗ refuted** fails for x &#61; 2&#58; left 4&#44; right 6",
        "Suppress this alarm",
        "<!-- shomei: ignore-next: say why -->",
        "refuted in 4: HINT",
    ]
