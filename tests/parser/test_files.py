"""What is no regular file is refused before anything is read from it."""

import os
import socket
import threading
from pathlib import Path

import pytest

from shomei import parser
from shomei.parser.errors import UnreadableInput
from shomei.parser.files import file_bytes


def test_a_file_is_read_up_to_its_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x = x\n")
    assert file_bytes(path, 6) == b"x = x\n"
    with pytest.raises(UnreadableInput, match="larger than 0 KiB"):
        file_bytes(path, 5)
    (tmp_path / "link.txt").symlink_to(path)
    assert file_bytes(tmp_path / "link.txt", 6) == b"x = x\n"


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe.txt"
    os.mkfifo(path)
    said: list[str] = []

    def read() -> None:
        with pytest.raises(UnreadableInput) as problem:
            parser.read(path)
        said.append(problem.value.message)

    thread = threading.Thread(target=read, daemon=True)
    thread.start()
    thread.join(60)
    assert said == ["is a pipe, not a file (`shomei check -` checks standard input)"]


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/tty", "/dev/random"])
def test_a_device_is_not_read(device: str) -> None:
    with pytest.raises(UnreadableInput, match=r"is a device|cannot be read"):
        parser.read(Path(device))


def test_a_socket_and_a_folder_are_named(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "s.txt"))
        with pytest.raises(UnreadableInput, match=r"is a socket|cannot be read"):
            parser.read(tmp_path / "s.txt")
    with pytest.raises(UnreadableInput, match="this is a folder"):
        parser.read(tmp_path)


@pytest.mark.parametrize(("name", "said"), [("none.txt", "no such file"), ("a\0b", "is no path")])
def test_what_cannot_be_opened_is_told(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(UnreadableInput, match=said):
        parser.read(tmp_path / name)


def test_a_file_that_grows_is_read_only_to_its_limit(tmp_path: Path) -> None:
    path = tmp_path / "log.txt"
    path.write_bytes(b"x" * 100)
    ended = threading.Event()

    def grow() -> None:
        with path.open("ab") as stream:
            while not ended.is_set():
                stream.write(b"x" * 1000)
                stream.flush()

    thread = threading.Thread(target=grow, daemon=True)
    thread.start()
    try:
        with pytest.raises(UnreadableInput, match="larger than"):
            while True:
                file_bytes(path, 4096)
    finally:
        ended.set()
        thread.join(10)
