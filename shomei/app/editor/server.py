"""The server: an editor's messages in, `answers` out. One for each editor that starts it."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, Final, cast
from urllib.parse import unquote, urlsplit

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from shomei.app.editor import answers
from shomei.app.editor.places import Encoding, Lines
from shomei.app.editor.worker import Wanted, Worker
from shomei.lean.choose import BackendName
from shomei.report.escape import one_line
from shomei.report.tool import version
from shomei.verdicts.model import Report

_TRIGGERS: Final = ["\\", " ", "("]


@dataclass(slots=True)
class _Known:
    """The last report on a text, and the text that it is on."""

    text: str
    report: Report


class Server(LanguageServer):
    """Keeps the last report on each open text."""

    def __init__(
        self,
        *,
        backend: BackendName = "auto",
        fast: bool = False,
        macros: Mapping[str, str] | None = None,
        house: Sequence[str] = (),
    ) -> None:
        super().__init__("shomei", version())
        self.known: dict[str, _Known] = {}
        self._backend: BackendName = backend
        self._fast = fast
        self._macros = macros
        self._house = house
        self._worker: Worker | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    @property
    def worker(self) -> Worker:
        """The one that checks; it starts with the first text."""
        if self._worker is None:
            self._loop = asyncio.get_running_loop()
            self._worker = Worker(
                self._told,
                backend=self._backend,
                fast=self._fast,
                macros=self._macros,
                house=self._house,
                on_set_up=self._set_up,
            )
        return self._worker

    def want(self, uri: str) -> None:
        """Has the text checked as it is now."""
        document = self.workspace.get_text_document(uri)
        self.worker.want(Wanted(uri, document.version or 0, _name(uri), document.source))

    def forget(self, uri: str) -> None:
        """The text is closed: its alarms are taken away."""
        self.known.pop(uri, None)
        if self._worker is not None:
            self._worker.forget(uri)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def lines(self, text: str) -> Lines:
        """The lines of a text, with columns as this editor counts them."""
        return Lines.of(text, _encoding(self.workspace.position_codec.encoding))

    def at(self, uri: str) -> tuple[Report, Lines] | None:
        """The last report on a text, and its lines."""
        known = self.known.get(uri)
        return None if known is None else (known.report, self.lines(known.text))

    def end(self) -> None:
        """Ends the check that runs."""
        if self._worker is not None:
            self._worker.close()

    def _told(self, wanted: Wanted, report: Report, last: bool) -> None:
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._show, wanted, report, last)

    def _show(self, wanted: Wanted, report: Report, _last: bool) -> None:
        if wanted.uri not in self.workspace.text_documents:
            return
        self.known[wanted.uri] = _Known(wanted.text, report)
        told = answers.diagnostics(report, self.lines(wanted.text), wanted.uri)
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(wanted.uri, told, wanted.version)
        )
        asked = self.client_capabilities.workspace
        if asked is not None and asked.inlay_hint is not None and asked.inlay_hint.refresh_support:
            self.workspace_inlay_hint_refresh(None)

    def _set_up(self, milestone: str) -> None:
        if self._loop is not None:
            said = types.LogMessageParams(types.MessageType.Info, f"set-up: {one_line(milestone)}")
            self._loop.call_soon_threadsafe(self.window_log_message, said)


def _encoding(agreed: types.PositionEncodingKind | str | None) -> Encoding:
    name = agreed.value if isinstance(agreed, types.PositionEncodingKind) else agreed
    return cast("Encoding", name) if name in {"utf-8", "utf-32"} else "utf-16"


def _name(uri: str) -> str:
    """The path that a URI names, or its last part."""
    parts = urlsplit(uri)
    path = unquote(parts.path)
    return path if parts.scheme == "file" else PurePath(path).name or "text.txt"


def make(
    *,
    backend: BackendName = "auto",
    fast: bool = False,
    macros: Mapping[str, str] | None = None,
    house: Sequence[str] = (),
) -> Server:
    """A server with all that it answers. `fast`: Lean is not asked."""
    server = Server(backend=backend, fast=fast, macros=macros, house=house)

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        server.want(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        server.want(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(_params: types.DidSaveTextDocumentParams) -> None:
        """What is saved has been checked when it changed."""

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        server.forget(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(params: types.HoverParams) -> types.Hover | None:
        known = server.at(params.text_document.uri)
        if known is None:
            return None
        return answers.hover(*known, params.position.line + 1, plain=_wants_plain(server))

    @server.feature(types.TEXT_DOCUMENT_INLAY_HINT)
    def hints(params: types.InlayHintParams) -> list[types.InlayHint]:
        known = server.at(params.text_document.uri)
        first, last = params.range.start.line + 1, params.range.end.line + 1
        return answers.hints(*known, first, last) if known is not None else []

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix]),
    )
    def actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        uri = params.text_document.uri
        known = server.at(uri)
        first, last = params.range.start.line + 1, params.range.end.line + 1
        return answers.actions(*known, uri, first, last) if known is not None else []

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    def definition(params: types.DefinitionParams) -> types.Location | None:
        known = server.at(params.text_document.uri)
        if known is None:
            return None
        report, lines = known
        place = lines.from_editor(params.position.line, params.position.character)
        found = answers.definition(report, lines, *place)
        return None if found is None else types.Location(params.text_document.uri, found)

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def symbols(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        known = server.at(params.text_document.uri)
        return answers.symbols(*known) if known is not None else []

    @server.feature(
        types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=_TRIGGERS)
    )
    def completion(params: types.CompletionParams) -> list[types.CompletionItem]:
        document = server.workspace.get_text_document(params.text_document.uri)
        lines = server.lines(document.source)
        line, column = lines.from_editor(params.position.line, params.position.character)
        known = server.known.get(params.text_document.uri)
        return answers.completions(known.report if known else None, lines.line(line)[: column - 1])

    @server.feature(types.SHUTDOWN)
    def shutdown(_params: Any) -> None:
        server.end()

    return server


def _wants_plain(server: Server) -> bool:
    asked = server.client_capabilities.text_document
    formats = asked.hover.content_format if asked is not None and asked.hover is not None else None
    return not formats or types.MarkupKind.Markdown not in formats
