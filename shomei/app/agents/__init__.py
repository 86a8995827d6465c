"""The server for agents, by the Model Context Protocol.

In: a derivation as a text, never as a path. Out: structured results. `answers` makes them of
reports, and knows nothing of the protocol; `server` offers them as tools. `mcp` is imported by
`server` alone, and installed with the extra `mcp`.
"""
