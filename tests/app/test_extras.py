"""What is said where an extra is not installed: one line, and exit status 2."""

import pytest

from tests.app.processes import finished

MAIN = """
import sys
for name in sys.argv.pop().split(","):
    sys.modules[name] = None
from shomei.app import cli
cli.main()
"""


@pytest.mark.parametrize(
    ("command", "missing", "extra"), [("lsp", "pygls", "lsp"), ("mcp", "mcp", "mcp")]
)
def test_the_extra_is_named(command: str, missing: str, extra: str) -> None:
    status, out, err = finished(command, missing, code=MAIN)
    assert (status, out) == (2, b"")
    assert err.count(b"\n") == 1 and f"install shomei[{extra}]".encode() in err
