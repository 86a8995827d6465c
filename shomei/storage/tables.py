"""Where the tables of a grammar are kept: beside it, as Python keeps what it compiles.

Lark takes a tenth of a second and more to make them, and some milliseconds to read them. Whoever
may write them there may change the modules, too.
"""

from __future__ import annotations

import contextlib
import sys
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal


def tables_of(grammar: Traversable) -> str | Literal[False]:
    """Lark's option `cache` for the grammar of this file. Lark compares what is kept there with the
    grammar's text, its options and its own version, and does without where it may not be written.
    """
    if not isinstance(grammar, Path):
        return False
    folder = grammar.parent / "__pycache__"
    file = folder / f"{grammar.stem}.{sys.implementation.cache_tag}.tables"
    if sys.dont_write_bytecode and not file.is_file():
        return False
    with contextlib.suppress(OSError):
        folder.mkdir(exist_ok=True)
    return str(file)
