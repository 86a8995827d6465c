"""An editor as the protocol has it: pygls's own client, which starts the server as a process."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from lsprotocol import types
from pygls.lsp.client import LanguageClient

from tests.app.calls import ROOT

MAIN = """
import sys, time
from shomei.app import cli
from shomei.api import checker
from shomei.lean.axioms import printed
from tests.fakes import FakeLean

class Slow(FakeLean):
    def check(self, *given, **named):
        time.sleep(0.3)
        return super().check(*given, **named)

checker.choose = lambda wanted, progress: (Slow(), printed())
cli.main()
"""


class Editor(LanguageClient):
    """Keeps all diagnostics that it gets, in order."""

    def __init__(self) -> None:
        super().__init__("editor", "1")
        self.told: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()

    async def until(self, version: int, *, seconds: float = 60) -> list[types.Diagnostic]:
        """The first diagnostics on a version of the text."""
        while True:
            told = await asyncio.wait_for(self.told.get(), seconds)
            if told.version == version:
                return list(told.diagnostics)

    def change(self, uri: str, version: int, text: str) -> None:
        document = types.VersionedTextDocumentIdentifier(version, uri)
        whole = types.TextDocumentContentChangeWholeDocument(text)
        self.text_document_did_change(types.DidChangeTextDocumentParams(document, [whole]))


@asynccontextmanager
async def editor(*arguments: str, cwd: Path) -> AsyncIterator[Editor]:
    """A server and its editor, which end together."""
    client = Editor()

    @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    def told(params: types.PublishDiagnosticsParams) -> None:
        client.told.put_nowait(params)

    @client.feature(types.WORKSPACE_INLAY_HINT_REFRESH)
    def refresh(_params: None) -> None:
        pass

    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    await client.start_io(sys.executable, "-c", MAIN, "lsp", *arguments, env=environment, cwd=cwd)
    capabilities = types.ClientCapabilities(
        workspace=types.WorkspaceClientCapabilities(
            inlay_hint=types.InlayHintWorkspaceClientCapabilities(refresh_support=True)
        ),
        text_document=types.TextDocumentClientCapabilities(
            hover=types.HoverClientCapabilities(content_format=[types.MarkupKind.Markdown])
        ),
    )
    await client.initialize_async(types.InitializeParams(capabilities))
    client.initialized(types.InitializedParams())
    try:
        yield client
    finally:
        await client.shutdown_async(None)
        client.exit(None)
        await asyncio.wait_for(client.stop(), 30)
