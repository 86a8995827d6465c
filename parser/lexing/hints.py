"""What the author of a command or character that the language does not have may have meant."""

from __future__ import annotations

import unicodedata
from typing import Final

from shomei.operations.letters import GREEK
from shomei.operations.registry import FUNCTIONS
from shomei.parser.lexing.vocabulary import COMMANDS

#: Commands that mean one thing to some authors and another to others, with what says which.
_AMBIGUOUS: Final = {"lg": "write \\log_{10} or \\log_2, whichever is meant"}


def nearest(name: str) -> str | None:
    """A hint at the command that the author of an unknown one may have meant."""
    from difflib import get_close_matches

    if name in _AMBIGUOUS:
        return _AMBIGUOUS[name]
    known = [*COMMANDS, *FUNCTIONS, *GREEK]
    near = get_close_matches(name, known, n=1, cutoff=0.6)
    if near:
        return f"did you mean \\{near[0]}?"
    glued = next(
        (
            word
            for word in sorted(known, key=len, reverse=True)
            if len(word) > 1 and name.startswith(word)
        ),
        None,
    )
    return f"write a blank after the command: \\{glued} {name[len(glued) :]}" if glued else None


def describe(character: str) -> str:
    """A character with its code and its name in Unicode."""
    name = unicodedata.name(character, "unnamed")
    shown = (
        f"`{character}` "
        if character.isprintable() and not unicodedata.combining(character)
        else ""
    )
    return f"{shown}(U+{ord(character):04X}, {name.lower()})"


#: Letters of other alphabets that look like Latin ones, and dashes that look like a minus.
_LOOK_ALIKES: Final = dict(
    zip("аеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧοАВЕКМНОРСТХ", "aeopcyxijsABEZHIKMNOPTYXoABEKMHOPCTX", strict=True)
) | dict.fromkeys("‐‑‒–—―ー", "-")


def plain_form(character: str) -> str | None:
    """A hint at the plain character that another one looks like."""
    plain = _LOOK_ALIKES.get(character) or unicodedata.normalize("NFKC", character)
    return (
        f"it only looks like `{plain}`: write `{plain}` itself"
        if plain != character and plain.isascii() and plain.isprintable() and plain.strip()
        else None
    )
