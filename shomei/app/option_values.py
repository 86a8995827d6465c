"""The values of the command line's options: each reads its text, and says what is wrong with it."""

from __future__ import annotations

import argparse

from shomei.report import formats


def shard(text: str) -> object:
    """A part of the files: `3/8`."""
    from shomei.app.shards import Shard

    try:
        return Shard.of_text(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def further(text: str) -> tuple[str, str]:
    """A further report: `FORMAT=FILE`."""
    kind, separator, name = text.partition("=")
    if not separator or not name or kind not in formats.names():
        known = ", ".join(formats.names())
        raise argparse.ArgumentTypeError(f"{text!r} is no FORMAT=FILE; the formats are {known}")
    return kind, name


def failing(text: str) -> object:
    """Verdicts with commas between them."""
    from shomei.app.settings import verdicts

    try:
        return verdicts([each.strip() for each in text.split(",")])
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def language_code(text: str) -> str:
    """The code of a language that reports speak."""
    from shomei.languages.language import language, languages

    if language(text) is None:
        known = ", ".join(each.code for each in languages())
        raise argparse.ArgumentTypeError(f"{text!r} is no language of Shomei: there are {known}")
    return text


def positive_seconds(text: str) -> float:
    """A number of seconds."""
    try:
        seconds = float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of seconds") from None
    if not 0 < seconds < 1e7:
        raise argparse.ArgumentTypeError(f"{text!r} is not a positive number of seconds")
    return seconds
