"""The engine: the portable Lean prepared for use, in its own cache folder, so that a change of ours
does not download the toolchain again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from shomei.lean.backend import EnvironmentFailure
from shomei.lean.portable import cache, glue, wasm

HOST = Path(__file__).parent / "host"
#: How our host names the functions of Lean that it calls.
_CALLED = re.compile(r"\b(?:call|exports)\.(\w+)\(")

_TASKS = "_ZN4lean12task_manager"
_TASK_ARGUMENTS = "ERNSt3__211unique_lockINS1_5mutexEEEP9lean_task"
_ENQUEUE = f"{_TASKS}12enqueue_core{_TASK_ARGUMENTS}"
_RUN = f"{_TASKS}8run_task{_TASK_ARGUMENTS}"
#: There is one thread. A task runs when it is created, as Lean does with synchronous tasks. Waiting
#: for another thread, or starting one, would block forever, so it ends the run instead.
_BODIES: Mapping[str, Callable[[Mapping[str, int]], bytes]] = {
    _ENQUEUE: lambda functions: wasm.call_with_same_arguments(3)(functions[_RUN]),
    f"{_TASKS}12spawn_workerEv": lambda _: wasm.trap(),
    "_ZNSt3__218condition_variable4waitERNS_11unique_lockINS_5mutexEEE": lambda _: wasm.trap(),
}


def engine_key(toolchain_key: str) -> str:
    """Changes with the toolchain, with our edits to it and with the host that runs it."""
    sources = [Path(glue.__file__), Path(wasm.__file__), Path(__file__), *sorted(HOST.glob("*.js"))]
    return cache.short_key([toolchain_key.encode(), *(one.read_bytes() for one in sources)])


def engine_folder(toolchain_key: str) -> Path:
    """The folder of the engine, whether or not it exists yet."""
    return cache.cache_folder() / f"engine-{engine_key(toolchain_key)}"


def install_engine(toolchain: Path, toolchain_key: str, progress: Callable[[str], None]) -> Path:
    """The folder with `lean.js`, `lean.wasm` and `symbols.txt` as they are run, made from
    `toolchain` first if necessary.
    """
    return cache.install(
        engine_folder(toolchain_key),
        engine_key(toolchain_key),
        lambda folder: _build(folder, toolchain, progress),
    )


def _build(folder: Path, toolchain: Path, progress: Callable[[str], None]) -> None:
    progress("making the portable Lean ready")
    cut = (toolchain / "glue.js").read_text("utf-8")
    called = {
        name for script in HOST.glob("*.js") for name in _CALLED.findall(script.read_text("utf-8"))
    }
    try:
        (folder / "lean.js").write_text(glue.edit_glue(cut), "utf-8")
        single_threaded = wasm.replace_bodies((toolchain / "lean.wasm").read_bytes(), _BODIES)
        rewritten = wasm.slim_exports(single_threaded, glue.exports_used_by(cut) | called)
    except (glue.GlueError, wasm.WasmError) as error:
        raise EnvironmentFailure(
            f"The portable Lean is not the one that Shomei was written for: {error}."
        ) from error
    (folder / "lean.wasm").write_bytes(rewritten.module)
    # Sorted by bytes, since the host uses binary search; the space belongs to the key.
    lines = sorted(
        (name.encode() + b" ", b"%d\n" % address) for name, address in rewritten.addresses.items()
    )
    (folder / "symbols.txt").write_bytes(b"".join(part for line in lines for part in line))
