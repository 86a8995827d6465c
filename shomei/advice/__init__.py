"""Hints on a step that is not verified, and remarks on the reasons of a derivation.

In: an obligation, and a refutation by numbers if there is one. Out: lines for people. Nothing is
decided here: statements about numbers come from numbers, and proposals are for the author to write
down and then for Lean to check. May import `languages`, `parser`, `obligations`, `emitter` and
`numbers`. `reasons` runs in every check and imports none of the others; `advise` runs for steps
that fail.
"""
