"""The audit of what is emitted, before Lean sees it.

In: an obligation and the theorem that was emitted for one of its claims, as text. Out: None where
the text, read back by a grammar of its own, says exactly what the obligation asks for and declares
nothing else; otherwise a complaint. Pure. Imports `terms`, `obligations` and `emitter.model`,
and nothing of the emitter's printer: what the two have in common is the meaning alone.

`source.py` splits Lean source into tokens, comments and commands; `signature.lark` and `read.py`
make a tree of a signature; `elaborate.py` says what Lean takes the tree for (which numerals are
real, where a cast stands); `expected.py` says what the obligation means; both in the vocabulary of
`meaning.py`, where equal means equal up to the names of bound variables.
"""

from shomei.audit.source import Command, commands, declarations, signature
from shomei.audit.theorem import audit, audited

__all__ = ["Command", "audit", "audited", "commands", "declarations", "signature"]
