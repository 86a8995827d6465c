"""The report on one or more derivations, as one text.

In: `Report`s (`verdicts.model`). Out: a text in one of the `formats`. `escape` makes hostile text
safe to show, `excerpt` quotes lines of the source, `archive` stores a report and reads it back.

Pure: a renderer returns its text and writes nothing. Imports `verdicts.model`, `terms` and
`languages` alone.
"""
