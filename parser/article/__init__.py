"""Articles without annotations: the blocks of a carrier come in, entries (definitions, formulas,
chains, renamings …) go out.

Prose is read only for citations, names and hypotheses. These become reasons, `let`s and `assume`s,
as visible as those of an annotated file. A statement is a claim to be checked, whatever the words
around it. A formula that cannot be read becomes `Noted`. May import everything of `parser` that
reads a single statement.
"""
