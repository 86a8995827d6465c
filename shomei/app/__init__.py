"""The command line, at the edge of everything.

In: the arguments of a call. Out: an exit status, and a report where it was asked for. Reads the
clock, the terminal, the files and the cache; `commands/` has a module for each subcommand. May
import every other room; nothing imports it but `shomei` itself, tests and benches.
"""
