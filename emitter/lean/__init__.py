"""Terms, statements and names as Lean writes them. In: ASTs; out: text. Imports `obligations` and
`terms.nodes`.
"""
