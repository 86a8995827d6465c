"""The author's own commands: `\\newcommand`, `\\def`, `\\let` and the like are found in a text, and
their uses in formulas expanded, as TeX does it, before the scanner cuts a formula into tokens.

A text and the ranges of it that are read come in (`definitions`), a formula's text without the
author's commands goes out, with the places that its parts have in the source (`expansion`). What
TeX can do and this cannot makes a formula that uses it unread.
"""
