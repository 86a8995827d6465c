"""Terms: expressions and statements, and what can be done to any of them.

In: terms. Out: terms, text, numbers or facts about them. Every other room builds on this one; it
imports nothing of the project.

`nodes.py` holds the kinds of node, `walk.py` the one walk over them (children, rebuild, free and
bound variables), `substitution.py` puts terms in for variables, `definitions.py` writes defined
functions out, `normal.py` numbers bound variables, `literals.py` and `natural.py` read off what a
term is by its form alone, `relations.py` has the table of the six relations. `diagnostics.py` is
what is told about a text, beside its spans.
"""
