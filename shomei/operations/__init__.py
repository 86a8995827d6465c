"""The operations: what is known of the functions of the language.

In: a name. Out: facts. `laws/` holds the laws that a proof may use, as data. It may import `terms`.
"""
