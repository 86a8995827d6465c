"""`shomei setup`."""

from collections.abc import Callable
from pathlib import Path

import pytest

from shomei.lean.backend import EnvironmentFailure
from shomei.lean.portable.process import Installation
from tests.app.calls import run


class Backend:
    """In place of the portable Lean: tells one milestone, and is where `folder` is."""

    folder: Path | None = None

    def __init__(self, progress: Callable[[str], None]) -> None:
        self.progress = progress

    @property
    def installation(self) -> Installation:
        self.progress("unpacking")
        if self.folder is None:
            raise EnvironmentFailure("There is no network.")
        return Installation("node", self.folder / "engine-1", self.folder / "library-1")


@pytest.fixture
def backend(monkeypatch: pytest.MonkeyPatch) -> type[Backend]:
    made = type("Made", (Backend,), {})
    monkeypatch.setattr("shomei.app.commands.setup.PortableBackend", made)
    return made


def test_it_says_what_it_does_and_where(
    backend: type[Backend], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    backend.folder = tmp_path
    assert run("setup") == 0
    assert capsys.readouterr() == (
        f"The portable Lean is ready in {tmp_path}\n",
        "shomei: set-up: unpacking\n",
    )


def test_what_cannot_be_set_up_is_exit_3(
    backend: type[Backend], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("setup") == 3
    out, err = capsys.readouterr()
    assert out == "" and err.endswith("shomei: There is no network.\n")
