"""Which files a call is for."""

import subprocess
from pathlib import Path

import pytest

from shomei.app.sources import Found, Selection, changed_since, find

PAGES = ("docs/a.md", "docs/b.tex", "docs/deep/c.md", "docs/requirements-dev.txt", "docs/x.py")


def made(*names: str) -> None:
    for name in names:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("$$1 = 1$$\n", "utf-8")


def found(*names: str, **selection: object) -> list[str]:
    which = Selection(Path(), **selection)  # type: ignore[arg-type]
    return [path.as_posix() for path in find(names, which).paths]


def test_a_folder_is_for_the_derivations_in_it() -> None:
    made(*PAGES, "docs/node_modules/m.md", "docs/.hidden/h.md")
    assert found("docs") == ["docs/a.md", "docs/b.tex", "docs/deep/c.md"]
    assert found("docs", include=("*.tex",)) == ["docs/b.tex"]
    assert found("docs", exclude=("deep/",)) == ["docs/a.md", "docs/b.tex"]


def test_patterns() -> None:
    made(*PAGES)
    assert found("docs/*.md") == ["docs/a.md"]
    assert found("docs/**/*.md") == ["docs/a.md", "docs/deep/c.md"]
    assert found("**/c.md", "docs/a.md", "docs/a.md") == ["docs/deep/c.md", "docs/a.md"]
    assert find(("*.rst", "nowhere/*"), Selection(Path())) == Found(
        (),
        (
            "*.rst: this pattern is for no derivation",
            "nowhere/*: this pattern is for no derivation",
        ),
    )


def test_a_named_file_is_taken_as_it_is() -> None:
    made("draft.md")
    assert found("draft.md", "none.md", "-", exclude=("draft.md",)) == ["draft.md", "none.md", "-"]
    assert found("draft.md", "-", exclude=("draft.md",), exclude_named=True) == ["-"]


def test_gitignore_is_respected_from_the_root_down() -> None:
    made(*PAGES, "docs/deep/kept.md", "out/o.md")
    Path(".git").mkdir()
    Path(".gitignore").write_text("out/\nc.md\n*.tex\n", "utf-8")
    Path("docs/deep/.gitignore").write_text("kept.md\n!c.md\n", "utf-8")
    assert found(".") == ["docs/a.md", "docs/deep/c.md"]
    assert "out/o.md" in found(".", gitignore=False)


def test_what_has_changed_since_a_revision() -> None:
    def git(*arguments: str) -> None:
        who = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *who, *arguments], check=True, capture_output=True)

    git("init", "-q", "-b", "main")
    made("same.md", "old name.md")
    git("add", ".")
    git("commit", "-qm", "first")
    git("switch", "-qc", "branch")
    Path("old name.md").write_text("$$2 = 2$$\n", "utf-8")
    git("commit", "-qam", "second")
    made("new.md")
    paths = [Path("same.md"), Path("old name.md"), Path("new.md")]
    assert changed_since("main", paths) == tuple(paths[1:])
    assert changed_since("HEAD", paths) == (Path("new.md"),)
    for wrong in ("nothing", "--output=x"):
        with pytest.raises(ValueError, match=r"Needed a single|no revision"):
            changed_since(wrong, paths)
    assert not Path("x").exists()
