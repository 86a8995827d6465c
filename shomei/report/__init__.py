"""The report on one or more derivations, as one text.

In: `Report`s (`verdicts.model`). Out: a text in one of the `formats`. `escape` makes hostile text
safe to show, `excerpt` quotes lines of the source, `archive` stores a report and reads it back.
`basis` puts what a verdict rests on in words, `formulas` counts formulas by their roles, and
`roles` explains one of them.

Pure: a renderer returns its text and writes nothing. Imports `verdicts.model`, `terms` and
`languages` alone.
"""
