"""The subcommands of `shomei`, one module each: `run(arguments) -> exit status`.

They contain the effects: they read the clock, the terminal and the cache and write the output, and
leave the logic to the stages.
"""
