"""Commands that are defined outside of a derivation, as LaTeX defines them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_NAME: Final = re.compile(r"[A-Za-z]{1,40}", re.ASCII)
_ARGUMENT: Final = re.compile(r"#([1-9])")
_LONGEST: Final = 500


def definitions(macros: Mapping[str, str]) -> str:
    """The definitions, a line each, in the order of their names. Raises `ValueError` for what is no
    name, and for a meaning that is empty, too long or not balanced in its braces.
    """
    return "\n".join(_definition(name, macros[name]) for name in sorted(macros))


def _definition(name: str, meaning: str) -> str:
    if not _NAME.fullmatch(name):
        raise ValueError(f"{name!r} is no name of a command: use letters, without a backslash")
    bare = re.sub(r"\\[{}\\]", "", meaning)
    depth = 0
    for character in bare:
        depth += (character == "{") - (character == "}")
        if depth < 0:
            break
    if depth or not meaning.strip() or len(meaning) > _LONGEST or "%" in bare or "\n" in bare:
        raise ValueError(f"{name}: {meaning[:40]!r} is no meaning of a command")
    count = max((int(number) for number in _ARGUMENT.findall(meaning)), default=0)
    arguments = f"[{count}]" if count else ""
    return f"\\newcommand{{\\{name}}}{arguments}{{{meaning}}}"
