"""Natural languages: everything that is English or Japanese and not mathematics, one data file
each.

In: the `*.toml` files of this folder. Out: their words (keywords, connectives, names and phrases of
reasons, phrases that articles use around formulas, theorem environments) and the messages of
reports. Imports nothing of the project. To add a language, add one file; `language.py` describes
its contents.
"""
