"""Names of the Lean file: its namespace, and its theorems by labels, tags and lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePath
from typing import Final

#: Words that Lean takes for something else than a name.
# fmt: off
_KEYWORDS: Final = frozenset(
    (
        "abbrev", "at", "attribute", "axiom", "by", "calc", "class", "constant", "def",
        "default", "deriving", "do", "else", "end", "example", "export", "extends", "finally",
        "for", "forall", "from", "fun", "have", "if", "import", "in", "include", "inductive",
        "infix", "infixl", "infixr", "instance", "let", "local", "macro", "match", "mut",
        "mutual", "namespace", "nomatch", "noncomputable", "notation", "omit", "open", "opaque",
        "partial", "postfix", "prefix", "private", "protected", "public", "return", "section",
        "set_option", "show", "structure", "suffices", "syntax", "termination_by", "then",
        "theorem", "try", "universe", "unless", "unsafe", "using", "variable", "where", "with",
        "sorry", "true", "false", "prop", "type", "sort",
    )
)
# fmt: on
_PREFIXES: Final = ("theorem_", "formula_")
_SHORT: Final = re.compile(r"[A-Za-z](_\w*)?\Z")


def namespace_of(path: str, taken: Iterable[str] = ()) -> str:
    """The namespace of a derivation, from the name of its file: `LogDerivative`."""
    stem = PurePath(path).stem
    found = re.findall(r"[A-Za-z][A-Za-z0-9]*|[0-9]+", stem)
    name = "".join(word[0].upper() + word[1:] for word in found)
    if not name or not name[0].isalpha():
        name = f"Derivation{name}"
    if len(name) < 4:
        name = f"Derivation{name}"
    used = set(taken)
    whole, number = name, 2
    while whole in used:
        whole, number = f"{name}{number}", number + 1
    return whole


def theorem_names(ids: Iterable[str], taken: frozenset[str]) -> Mapping[str, str]:
    """The names of theorems in the file by their names in the check: `theorem_quotient` becomes
    `quotient`, and `formula_2_3` becomes `eq_2_3`, unless the name would be another one's.
    """
    found: dict[str, str] = {}
    wanted = list(ids)
    used = {*taken, *wanted}
    for name in wanted:
        short = _short(name)
        if short in used or not short:
            found[name] = name
        else:
            found[name] = short
            used.add(short)
    return found


def _short(name: str) -> str:
    for prefix in _PREFIXES:
        rest = name.removeprefix(prefix)
        if rest != name:
            if rest[:1].isdigit():
                return f"eq_{rest}"
            is_name = rest[:1].isalpha() and not _SHORT.match(rest)
            return rest if is_name and rest.lower() not in _KEYWORDS else name
    return name
