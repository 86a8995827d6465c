"""Carriers: each finds the statements and directives in one format of text, with their exact
places. A `Source` comes in, entries go out.

May import everything of `parser` that reads a single statement; nothing here imports
`parser.reading`.
"""
