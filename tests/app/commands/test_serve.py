"""`shomei serve`: the page, who gets it, and that it follows the file."""

import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from shomei.app.commands.serve import Page, start
from shomei.verdicts.model import NO_LEAN, Report
from tests.app.calls import run
from tests.app.processes import process


def fetched(address: str, **headers: str) -> tuple[int, str]:
    request = urllib.request.Request(address, headers=headers)  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310
            return answer.status, answer.read().decode("utf-8")
    except urllib.error.HTTPError as error:
        with error:
            return error.code, ""


def test_only_who_knows_the_address_gets_the_page() -> None:
    page = Page(Path("a.md"))
    page.show(Report("a.md", NO_LEAN, text="<script>alert(1)</script> some words"))
    server, address = start(page)
    try:
        status, text = fetched(address)
        assert status == 200 and "some words" in text and "<script" not in text
        assert '<meta http-equiv="refresh" content="2">' in text
        root = address.split("/", 3)[:3]
        assert fetched("/".join([*root, ""]))[0] == 404
        assert fetched("/".join([*root, "guess", ""]))[0] == 404
        assert fetched(address, Host="evil.example:80")[0] == 404
        assert address.startswith("http://127.0.0.1:")
    finally:
        server.shutdown()
        server.server_close()


def test_the_page_follows_the_file(cache: Path) -> None:
    Path("page.md").write_text("We have\n\n$$1 + 1 = 3$$\n", "utf-8")
    with process("serve", "--fast", "page.md") as started:
        assert started.stdout is not None
        address = started.stdout.readline().decode("utf-8").split(" at ")[1].split()[0]
        assert "1 refuted" in until(address, "1 refuted")
        time.sleep(0.5)
        Path("page.md").write_text("We have\n\n$$1 + 1 = 2$$\n", "utf-8")
        assert "1 plausible" in until(address, "1 plausible")


def until(address: str, words: str) -> str:
    deadline = time.monotonic() + 60
    pause = threading.Event()
    while True:
        text = fetched(address)[1]
        if words in text or time.monotonic() > deadline:
            return text
        pause.wait(0.2)


def test_a_file_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("serve", "none.md") == 2
    assert "there is no such file" in capsys.readouterr().err
