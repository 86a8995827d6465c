"""Terms: expressions and statements, and the functions that work on any of them.

In: terms. Out: terms, text, numbers or facts about them. Every other room builds on this one. It
imports nothing of the project.

`nodes.py` defines the kinds of node. `walk.py` has the one walk over them (children, rebuild, free
and bound variables), `substitution.py` substitutes terms for variables, `definitions.py` expands
defined functions, and `normal.py` numbers bound variables. `literals.py` and `natural.py` classify
a term by its form. `relations.py` has the table of the six relations, and `diagnostics.py` the type
of everything that is reported about a text.
"""
