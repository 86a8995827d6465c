"""The command line.

In: the arguments of a call. Out: an exit status, and the requested report. Reads the clock, the
terminal, the files and the cache; `commands/` has a module for each subcommand. May import every
other room; only `shomei` itself, tests and benches import it.
"""
