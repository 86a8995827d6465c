"""Terms, statements and names as Lean writes them. In: syntax trees. Out: text. Imports
`obligations`, `operations` and `terms`.
"""
