"""Articles without annotations: blocks of a carrier come in, entries (definitions, formulas,
chains, renamings …) go out.

Prose is read only for what helps: what is cited, what a name stands for, what is assumed. It
becomes reasons, `let`s and `assume`s, which are as visible as those of an annotated file; a
statement is a claim to be checked whatever stands around it. What cannot be read is `Noted`.
May import everything of `parser` that reads a single statement.
"""
