"""The operations: one record for each function that the language knows.

In: a name. Out: an `Operation`, which says how LaTeX and Lean write it, where it is defined, and
its signs, bounds, derivative, limits and laws. Every room above reads them, so that a new function
is one record, its laws and its lemmas; `shomei.audit` alone keeps an account of its own. It may
import `terms` and `arithmetic`.

`operation.py` says what a record holds, one module a family holds the records, `registry.py` all of
them; `laws/` holds the laws, as data. `latex.py` prints terms as the records say, `spelling.py`
spells what has several spellings in one way.
"""
