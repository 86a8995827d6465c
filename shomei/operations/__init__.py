"""The operations: one record for each function and operator that the language knows.

In: a name. Out: an `Operation`, which says how LaTeX and Lean write it, where it is defined, and
its signs, bounds, derivative, limits and laws. Every room above reads the records, so a new
function is one record, its laws and its lemmas. Only `shomei.audit` keeps its own account. May
import `terms` and `arithmetic`.

`operation.py` defines the fields of a record. One module per family holds the records
(`operators.py` those of `+ - * /` and negation, `powers.py` those of powers), and `registry.py`
collects them. `laws/` holds the laws, as data. `latex.py` prints terms by the records,
`statement_latex.py` prints statements, and `spelling.py` reduces several spellings to one.
"""
