"""The tools, as the protocol's own library offers them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Annotated, Any, Literal, TypeVar

from mcp.server import MCPServer
from pydantic import Field

from shomei.api.checker import Checker
from shomei.app.agents import answers
from shomei.app.agents.answers import Checked, Explained, Rules
from shomei.lean.choose import BackendName
from shomei.report.tool import version
from shomei.verdicts.model import Report

_INSTRUCTIONS = """Shomei checks derivations in ordinary LaTeX notation step by step. Write a
statement a line, a chain over several lines that begin with a relation, `assume x > 0` for
hypotheses, `let n \\in \\mathbb{N}` for letters that are no real numbers, `by REASON` after a step.
Only the verdict `verified` means that Lean has accepted a proof. `refuted` comes with numbers for
which the step fails. `unproved` does not mean false: put a step between, or cite a rule.
`plausible` comes from a fast check alone: numbers do not speak against the step."""

Format = Literal[".txt", ".md", ".tex", ".rst"]
_Text = Annotated[str, Field(description="The derivation or article itself, not a path.")]
_Kind = Annotated[
    Format, Field(description="How it is read: .txt for a derivation, else an article.")
]
_T = TypeVar("_T")


class Desk:
    """Answers one question at a time, with one Lean, in a thread of its own."""

    def __init__(self, backend: BackendName = "auto") -> None:
        self._backend: BackendName = backend
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="shomei-check")
        self._checkers: dict[bool, Checker] = {}

    async def ask(self, question: Callable[..., _T], *given: Any) -> _T:
        """What the question returns, asked in the thread."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, question, *given)

    def report(self, text: str, suffix: str, fast: bool) -> Report:
        """The report on a text; to be asked."""
        if fast not in self._checkers:
            self._checkers[fast] = Checker(backend=self._backend, fast=fast)
        return self._checkers[fast].check(text, suffix=suffix)

    def close(self) -> None:
        """Ends the Lean that was started."""
        for checker in self._checkers.values():
            self._thread.submit(checker.close)
        self._thread.shutdown()


def make(desk: Desk) -> MCPServer[Any]:
    """A server with all tools."""
    server: MCPServer[Any] = MCPServer(
        "shomei", title="Shomei", version=version(), instructions=_INSTRUCTIONS
    )

    @server.tool()
    async def check_derivation(text: _Text, format: _Kind = ".txt", fast: bool = False) -> Checked:  # noqa: A002
        """Check every step of a derivation. `fast` asks no Lean: it refutes within seconds, and
        verifies nothing.
        """
        return answers.checked(await desk.ask(desk.report, text, format, fast))

    @server.tool()
    async def explain(text: _Text, line: int, format: _Kind = ".txt") -> Explained:  # noqa: A002
        """Explain the formulas on one line of a derivation: their roles, hypotheses, conditions,
        Lean theorem, and what Lean says of it.
        """
        return answers.explained(await desk.ask(desk.report, text, format, False), line)

    @server.tool()
    async def rules(
        query: Annotated[str, Field(description="Words of a name, a command or a lemma.")],
    ) -> Rules:
        """Search the rules that a proof may use, such as `logarithm power` or `sin_add`."""
        return await desk.ask(answers.rules, query)

    return server
