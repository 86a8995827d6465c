"""Shomei as a library: what `import shomei` offers.

In: a derivation, as a path or a text, and how to check it. Out: a `Report` of `verdicts/model.py`.
`checker.py` keeps one Lean and one ledger for several derivations; `identity.py` identifies this
version of Shomei. May import every room except `app`, which is built on this one.
"""
