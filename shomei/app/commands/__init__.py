"""The subcommands of `shomei`, one module each: `run(arguments) -> exit status`.

They are where the effects are: they read the clock, the terminal and the cache, write what is asked
for, and leave the thinking to the stages.
"""
