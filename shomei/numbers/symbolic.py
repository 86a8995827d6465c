"""sympy, where it can be stopped: questions to a process of its own, which has a limit of memory
and is killed when it takes too long.

In: relations and expressions of `terms.nodes`. Out: an answer, or None where there is none in time.
The process is started at the first question and kept.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, TypeAlias

from shomei.terms.nodes import (
    Binary,
    Constant,
    Expression,
    Negation,
    Number,
    Power,
    Relation,
    Variable,
)

#: An expression as nested lists: ["+", a, b], ["var", "x"], ["num", "1", "2"].
Tree: TypeAlias = "list[str | Tree]"

_WORKER = Path(__file__).with_name("symbolic_worker.py")


class Symbolic:
    """One process with sympy in it. Safe to be used from several threads, one question at a time."""

    _shared: ClassVar[Symbolic | None] = None

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[str] | None = None
        self._lines: queue.Queue[str | None] = queue.Queue()
        self._ready = False

    @classmethod
    def shared(cls) -> Symbolic:
        """The one that this process keeps; it is closed at exit."""
        if cls._shared is None:
            cls._shared = Symbolic()
            atexit.register(cls._shared.close)
        return cls._shared

    @property
    def identity(self) -> int | None:
        """The number of the process, which changes when it was killed and started again; None while
        there is none.
        """
        return self._process.pid if self._process is not None else None

    def is_empty(self, relations: Sequence[Relation], name: str, *, seconds: float) -> bool | None:
        """Whether no real number `name` satisfies all of the relations; None where they are not
        rational in it, or time runs out.
        """
        trees = []
        for relation in relations:
            left, right = tree(relation.left), tree(relation.right)
            if left is None or right is None:
                return None
            trees.append([relation.operator, left, right])
        answer = self.ask({"task": "empty", "name": name, "relations": trees}, seconds)
        return answer if isinstance(answer, bool) else None

    def ask(self, question: object, seconds: float) -> object:
        """The worker's answer to one question, or None after `seconds`. A worker that is too slow
        is killed; one that is still starting is left to it.
        """
        deadline = time.monotonic() + seconds
        with self._lock:
            process = self._running()
            if process is None or process.stdin is None:
                return None
            if not self._ready:
                if self._line(deadline) is None:
                    return None
                self._ready = True
            try:
                process.stdin.write(json.dumps({"seconds": seconds, "question": question}) + "\n")
                process.stdin.flush()
            except OSError:
                self._stop()
                return None
            line = self._line(deadline)
            if line is None:
                self._stop()
                return None
            return json.loads(line)

    def _line(self, deadline: float) -> str | None:
        """The next line of the worker; None at the deadline, or where the worker has ended."""
        try:
            return self._lines.get(timeout=max(0.0, deadline - time.monotonic()))
        except queue.Empty:
            return None

    def _running(self) -> subprocess.Popen[str] | None:
        if self._process is not None and self._process.poll() is not None:
            self._stop()
        if self._process is None:
            try:
                self._process = subprocess.Popen(
                    [sys.executable, "-I", str(_WORKER)],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    text=True,
                    encoding="utf-8",
                )
            except OSError:
                return None
            self._lines, self._ready = queue.Queue(), False
            threading.Thread(
                target=_forward, args=(self._process, self._lines), daemon=True
            ).start()
        return self._process

    def _stop(self) -> None:
        process, self._process, self._ready = self._process, None, False
        if process is None:
            return
        process.kill()
        process.wait()
        with contextlib.suppress(OSError):
            if process.stdin is not None:
                process.stdin.close()

    def close(self) -> None:
        """Ends the process, if there is one."""
        with self._lock:
            self._stop()


def _forward(process: subprocess.Popen[str], lines: queue.Queue[str | None]) -> None:
    """Reads the worker's lines as they come, so that waiting for one can end at a deadline."""
    assert process.stdout is not None  # noqa: S101 (a pipe was asked for)
    with process.stdout as stream:
        for line in stream:
            lines.put(line)
    lines.put(None)


def tree(expression: Expression) -> Tree | None:
    """An expression that is rational in its variables, as nested lists; None for any other."""
    match expression:
        case Number(value=value):
            return ["num", str(value.numerator), str(value.denominator)]
        case Variable(name=name):
            return ["var", name]
        case Constant():
            return None
        case Negation(operand=operand):
            parts = [tree(operand)]
            head = "neg"
        case Binary(operator=operator, left=left, right=right):
            parts = [tree(left), tree(right)]
            head = operator
        case Power(base=base, exponent=Number(value=value)) if (
            value.denominator == 1 and value <= 20
        ):
            parts = [tree(base)]
            head = f"^{value.numerator}"
        case _:
            return None
    known = [part for part in parts if part is not None]
    return [head, *known] if len(known) == len(parts) else None
