"""In: `Report`s (`verdicts.model`). Out: one text in the form asked for: for people, JSON,
GitHub, JUnit, SARIF or HTML.

Pure: a renderer returns its text and writes nothing. Imports `verdicts.model`, `terms` and, for the
words of the text, `languages`; what it shows is hostile until `escape` has been over it.
"""
