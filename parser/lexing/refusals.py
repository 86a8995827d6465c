"""Notation that the language does not have, as tables: what it means, or what to write instead."""

from __future__ import annotations

from typing import Final

#: Signs between terms that claim no equality, and what to say: a row of a display ends there.
INEXACT: Final = {
    "approx": "`\\approx` is no exact statement: use `=` or an inequality",
    "sim": "`\\sim` has no exact meaning here",
    "fallingdotseq": "`≒` is no exact statement",
    "equiv": "`\\equiv` is not part of the language: write `=`, or `\\iff` between statements",
    "propto": "`\\propto` is not part of the language",
} | {
    name: f"`\\{name}` is no exact statement: use `=` or an inequality"
    for name in ("simeq", "cong", "approxeq", "asymp", "doteq", "thickapprox", "lesssim", "gtrsim")
}

#: Those between values, which may be written out further; after the others nothing is a claim about
#: numbers.
APPROXIMATE: Final = frozenset(("approx", "fallingdotseq", "simeq", "approxeq", "doteq"))

#: The same, as characters.
INEXACT_CHARACTERS: Final = {
    "≈": "approx",
    "∼": "sim",
    "≃": "simeq",
    "≅": "cong",
    "≒": "fallingdotseq",
    "≡": "equiv",
    "∝": "propto",
}

#: Commands that speak of things that the language does not have, with a message.
OTHER_THINGS: Final = {
    name: message
    for message, names in {
        "vectors are not part of the language": (
            "vec mathbf bm boldsymbol overrightarrow langle rangle"
        ),
        "norms are not part of the language": "lVert rVert Vert",
        "matrices are not part of the language": "det",
        "complex numbers are not part of the language": "Re Im",
        "sets are not part of the language": (
            "cup cap bigcup bigcap subset subseteq supset supseteq setminus emptyset varnothing "
            "notin"
        ),
        "residues are not part of the language": "mod bmod pmod",
        "figures are not part of the language": "angle triangle perp parallel",
        "spaces are not part of the language": "otimes oplus ker dim",
    }.items()
    for name in names.split()
}

#: The sets that are written with a letter of their own.
OTHER_SETS: Final = {
    "C": "complex numbers are not part of the language",
    "E": "random variables are not part of the language",
    "P": "random variables are not part of the language",
}

#: Environments of the same kind.
OTHER_ENVIRONMENTS: Final = dict.fromkeys(
    ("matrix", "pmatrix", "bmatrix", "Bmatrix", "vmatrix", "Vmatrix", "smallmatrix"),
    "matrices are not part of the language",
)

#: Known commands without a meaning here, with a message.
UNSUPPORTED: Final = {
    "iint": "double integrals are not part of the language",
    "iiint": "triple integrals are not part of the language",
    "oint": "integrals along curves are not part of the language",
    "mapsto": "a map (`\\mapsto`) is no statement: write `define f(x) = …`",
    "forall": "quantifiers are left out: a statement holds for all its variables",
    "exists": "`\\exists` is not part of the language",
    "lnot": "negation is not part of the language: write the opposite relation",
    "neg": "negation is not part of the language: write the opposite relation",
    "nabla": "write each partial derivative: `\\frac{\\partial}{\\partial x}`",
    "max": "`\\max` is read only before a list in brackets: `\\max(a, b)`",
    "min": "`\\min` is read only before a list in brackets: `\\min(a, b)`",
    "circ": "degrees and composition are not part of the language: write radians, `f(g(x))`",
    "mathbb": (
        "the sets of the language are `\\mathbb{N}`, `\\mathbb{Z}`, `\\mathbb{Q}` and `\\mathbb{R}`"
    ),
    "dot": "a dot stands over one letter: write the derivative as `\\frac{d}{dt}`",
    "ddot": "a dot stands over one letter: write the derivative as `\\frac{d}{dt}`",
    "cases": "write `case` … `endcase`",
    "substack": "several conditions under a sum are not part of the language",
    "input": "TeX programming is not part of the language",
}
