"""Shomei as a library: what `import shomei` offers.

In: a derivation, as a path or as a text, and how it is to be checked. Out: a `Report` of
`verdicts/model.py`. `checker.py` keeps one Lean and one ledger for several derivations,
`identity.py` says which Shomei it is. May import every room but `app`, which is built on this one.
"""
