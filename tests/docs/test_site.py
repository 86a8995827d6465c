"""The pages of docs/ build as a site: each stands in its table of contents, and each link leads
somewhere.
"""

import subprocess
import sys
from pathlib import Path

from tests.docs.page import DOCS


def build(source: Path, target: Path) -> subprocess.CompletedProcess[str]:
    """A build in which each warning is an error."""
    return subprocess.run(
        [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", str(source), str(target)],
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_site_builds(tmp_path: Path) -> None:
    done = build(DOCS, tmp_path / "site")
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "site" / "ja" / "tutorial.html").is_file()


def test_a_link_that_leads_nowhere_is_an_error(tmp_path: Path) -> None:
    source = tmp_path / "docs"
    source.mkdir()
    (source / "conf.py").write_bytes((DOCS / "conf.py").read_bytes())
    (source / "index.md").write_text("# A\n\n[there](nowhere.md)\n", "utf-8")
    done = build(source, tmp_path / "site")
    assert done.returncode != 0 and "nowhere" in done.stderr
