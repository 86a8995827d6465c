"""Sentences of an article: their words and formulas become clauses, by a grammar for each language,
and a clause says what each of its formulas is for.

In: the pieces of a sentence. Out: an effect for each formula of a clause that is understood as a
whole; the others have none. Imports `languages` and the pieces of `parser.article`.
"""
