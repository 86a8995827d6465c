"""`python -m shomei.app.grammars`: keeps the tables of all grammars for later starts, also where
PYTHONDONTWRITEBYTECODE keeps each start from it.
"""

from __future__ import annotations

import sys

from shomei.audit.read import grammar
from shomei.languages.language import languages
from shomei.parser import directives, events, formula_grammar, reasons
from shomei.parser.prose.grammar import grammar_of

if __name__ == "__main__":
    sys.dont_write_bytecode = False
    grammar()
    formula_grammar.grammar()
    events.grammar()
    for language in languages():
        grammar_of(language.code)
    _ = reasons.grammar().lark, directives.GRAMMAR.lark
