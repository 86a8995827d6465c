"""The server for editors, by the Language Server Protocol.

In: texts as an editor has them, and its questions. Out: diagnostics, hovers, hints, quick fixes.
`fixes` and `places` are pure and know nothing of the protocol; `answers` turns reports into its
types; `worker` checks in the background; `server` connects them to an editor. pygls is imported
here alone, and installed with the extra `lsp`.
"""
