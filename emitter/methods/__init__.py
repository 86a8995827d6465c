"""The proof methods, one per file. To add one, write its file.

In: a `Problem`. Out: candidate proofs; Lean decides which one holds. The `@method` decorator of a
method states its goals, the author's reasons that it answers to, and its cost. `emitter.search`
first tries the methods for the author's reason, then the cheapest.

A method may import everything in `emitter` except `emit` and other methods.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

for _found in iter_modules(__path__):
    import_module(f"{__name__}.{_found.name}")
