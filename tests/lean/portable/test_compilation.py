"""Which modules are compiled when."""

import threading
from pathlib import Path

import pytest

from shomei.lean.backend import EnvironmentFailure
from shomei.lean.portable import compilation
from shomei.lean.portable.compilation import Compiler, Module, compile_modules

COMPILER = Compiler("node", Path("engine"), "key", Path("oleans"))
A = Module("A", "long" * 100, ())
B = Module("B", "b", ("A",))
C = Module("C", "longer than b", ("A", "Elsewhere"))
D = Module("D", "d", ("B",))
E = Module("E", "e" * 40, ("B", "C"))


class Compiled:
    """Stands for the processes that compile, and remembers what they were asked for."""

    def __init__(self, faulty: str = "", together: int = 1) -> None:
        self.begun: list[str] = []
        self.ended: list[str] = []
        self.processes = 0
        self.closed = 0
        self.faulty = faulty
        self.together = threading.Barrier(together)

    def process(self, _compiler: Compiler, _folder: Path) -> "Compiled":
        self.processes += 1
        return self

    def compile(self, module: Module) -> None:
        assert set(module.imports) - {"Elsewhere"} <= set(self.ended)
        self.begun.append(module.name)
        if module.name in ("B", "C"):
            self.together.wait(10)
        if module.name == self.faulty:
            raise EnvironmentFailure(f"{module.name} does not compile")
        self.ended.append(module.name)

    def close(self) -> None:
        self.closed += 1


def compiled(
    monkeypatch: pytest.MonkeyPatch, folder: Path, compiler: Compiled, processes: int
) -> list[str]:
    monkeypatch.setattr(compilation, "_Process", compiler.process)
    there: list[str] = []
    compile_modules(
        folder,
        (A, B, C, D, E),
        COMPILER,
        lambda module: there.append(module.name),
        processes=processes,
    )
    return there


def test_one_process_takes_the_longest_way_first(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    compiler = Compiled()
    there = compiled(monkeypatch, tmp_path, compiler, 1)
    assert there == compiler.begun == ["A", "C", "B", "E", "D"]
    assert compiler.processes == compiler.closed == 1
    assert (tmp_path / "C.lean").read_text("utf-8") == C.text


def test_modules_that_do_not_import_each_other_are_compiled_side_by_side(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    compiler = Compiled(together=2)  # B and C wait for each other
    assert set(compiled(monkeypatch, tmp_path, compiler, 4)) == {"A", "B", "C", "D", "E"}
    assert compiler.processes == compiler.closed == 2, "no more processes than there is work for"


def test_after_a_fault_nothing_else_begins(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    compiler = Compiled(faulty="C")
    with pytest.raises(EnvironmentFailure, match="C does not compile"):
        compiled(monkeypatch, tmp_path, compiler, 1)
    assert compiler.begun == ["A", "C"]
    assert compiler.closed == 1
