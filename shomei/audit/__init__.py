"""The audit of the emitted text, before Lean sees it.

In: an obligation and the text of the theorem that was emitted for one of its claims. Out: None if
the text, read back by the audit's own grammar, states exactly what the obligation asks for and
declares nothing else; otherwise a complaint. Pure. Imports `terms`, `obligations` and
`emitter.model`, and nothing of the emitter's printer: the two share only the meaning.

`source.py` splits Lean source into tokens, comments and commands. `signature.lark` and `read.py`
make a tree of a signature. `elaborate.py` determines how Lean would interpret the tree (which
numerals are real, where a cast stands), and `expected.py` what the obligation means, by the
statements of `propositions.py` and the terms of `terms.py`. Both use the vocabulary of
`meaning.py`, in which equality means equality up to the names of bound variables.
"""

from shomei.audit.source import Command, commands, declarations, signature
from shomei.audit.theorem import audit, audited

__all__ = ["Command", "audit", "audited", "commands", "declarations", "signature"]
