"""`shomei serve FILE`: the typeset report as a page on this machine, which is renewed while one
writes.

The server listens on loopback alone. Its page has a secret in its address, so that no page of
another origin can read it, and it runs no script: the browser loads it again by itself.
"""

from __future__ import annotations

import argparse
import hmac
import secrets
import sys
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final

from shomei.app.commands.settling import settled
from shomei.app.commands.writing import write_out
from shomei.app.editor.worker import Wanted, Worker
from shomei.app.watch import changed, folders_of
from shomei.report.escape import one_line
from shomei.report.formats import html
from shomei.terms.diagnostics import Diagnostic
from shomei.verdicts.model import EXIT_INPUT, EXIT_VERIFIED, NO_LEAN, Report

#: How often the browser loads the page again, in seconds.
_EVERY: Final = 2
_HEAD: Final = '<meta charset="utf-8">\n'


@dataclass(slots=True)
class Page:
    """The last page, as bytes; written by the worker and read by the server's threads."""

    path: Path
    _data: bytes = b""
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def show(self, report: Report) -> None:
        """Takes a report in place of the last one."""
        refresh = f'<meta http-equiv="refresh" content="{_EVERY}">\n'
        page = html.render([report]).replace(_HEAD, _HEAD + refresh, 1)
        with self._lock:
            self._data = page.encode("utf-8", "backslashreplace")

    @property
    def data(self) -> bytes:
        """What is shown now."""
        with self._lock:
            return self._data


def run(arguments: argparse.Namespace) -> int:
    """Runs until Ctrl-C. Exit status 2 if there is no such file."""
    path = Path(arguments.path)
    if not path.is_file():
        print(f"shomei: {one_line(str(path))}: there is no such file", file=sys.stderr)  # noqa: T201
        return EXIT_INPUT
    if not settled(arguments):
        return EXIT_INPUT
    page = Page(path)
    page.show(Report(str(path), NO_LEAN, text=""))
    worker = Worker(
        lambda _wanted, report, _last: page.show(report),
        backend=arguments.backend or "auto",
        fast=arguments.fast,
        macros=arguments.macros,
        house=arguments.house,
    )
    server, address = start(page, arguments.port)
    try:
        write_out(f"{one_line(str(path))} is shown at {address} (Ctrl-C ends)\n")
        follow(page, worker)
    finally:
        server.shutdown()
        worker.close()
    return EXIT_VERIFIED


def start(page: Page, port: int = 0) -> tuple[ThreadingHTTPServer, str]:
    """A server of the page in a thread of its own, and its address."""
    secret = secrets.token_urlsafe(16)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            host = (self.headers.get("Host") or "").rpartition(":")[0]
            known = hmac.compare_digest(self.path.encode(), f"/{secret}/".encode())
            if host not in {"127.0.0.1", "localhost"} or not known:
                self.send_error(404)
                return
            data = page.data
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(data)))
            self.send_header("Cache-Control", "no-store")
            self.send_header("X-Content-Type-Options", "nosniff")
            self.send_header("Referrer-Policy", "no-referrer")
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_address[1]}/{secret}/"


def follow(page: Page, worker: Worker) -> None:
    """Has the file checked now and whenever it is saved."""
    import watchfiles

    version = 0

    def want() -> None:
        nonlocal version
        version += 1
        try:
            text = page.path.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            problem = Diagnostic("input", f"cannot be read: {error}")
            page.show(Report(str(page.path), NO_LEAN, problems=(problem,)))
            return
        worker.want(Wanted(str(page.path), version, str(page.path), text))

    want()
    for changes in watchfiles.watch(
        *folders_of([page.path]), recursive=False, raise_interrupt=True, debounce=100, step=50
    ):
        if changed([page.path], {Path(name) for _, name in changes}):
            want()
