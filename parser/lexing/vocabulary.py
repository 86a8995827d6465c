"""The vocabulary of the notation, as tables: each LaTeX command and character with its token."""

from __future__ import annotations

import unicodedata
from typing import Final

from shomei.languages.language import merged
from shomei.operations.letters import ACCENTS, GREEK
from shomei.operations.registry import OPERATIONS

GREEK_CHARACTERS: Final = {
    "α": "alpha",
    "β": "beta",
    "γ": "gamma",
    "δ": "delta",
    "ε": "varepsilon",
    "ϵ": "epsilon",
    "ζ": "zeta",
    "η": "eta",
    "θ": "theta",
    "ϑ": "vartheta",
    "ι": "iota",
    "κ": "kappa",
    "λ": "lambda",
    "μ": "mu",
    "ν": "nu",
    "ξ": "xi",
    "ρ": "rho",
    "σ": "sigma",
    "τ": "tau",
    "υ": "upsilon",
    "φ": "varphi",
    "ϕ": "phi",
    "χ": "chi",
    "ψ": "psi",
    "ω": "omega",
    "Γ": "Gamma",
    "Δ": "Delta",
    "Θ": "Theta",
    "Λ": "Lambda",
    "Ξ": "Xi",
    "Σ": "Sigma",
    "Φ": "Phi",
    "Ψ": "Psi",
    "Ω": "Omega",
    "ℓ": "ell",
}

#: Other spellings of a function.
FUNCTION_SYNONYMS: Final = {
    other: operation.name
    for operation in OPERATIONS.values()
    for other in operation.notation.read[1:]
}

#: Command (without its backslash) → terminal. The terminal's value is the command itself.
COMMANDS: Final = {
    "frac": "FRAC",
    "dfrac": "FRAC",
    "tfrac": "FRAC",
    "cfrac": "FRAC",
    "sqrt": "SQRT",
    "binom": "BINOM",
    "dbinom": "BINOM",
    "tbinom": "BINOM",
    "choose": "CHOOSE",
    "over": "OVER",
    "underbrace": "ANNOTATED",
    "overbrace": "ANNOTATED",
    "log": "LOG",
    "ln": "LN",
    "lim": "LIM",
    "sum": "SUM",
    "prod": "PROD",
    "int": "INT",
    "times": "TIMES",
    "cdot": "TIMES",
    "ast": "TIMES",
    "star": "STAR",
    "div": "SLASH",
    "pm": "PM",
    "mp": "MP",
    "le": "LE",
    "leq": "LE",
    "leqslant": "LE",
    "leqq": "LE",
    "ge": "GE",
    "geq": "GE",
    "geqslant": "GE",
    "geqq": "GE",
    "ne": "NE",
    "neq": "NE",
    "lt": "LT",
    "gt": "GT",
    "iff": "IFF",
    "Leftrightarrow": "IFF",
    "Longleftrightarrow": "IFF",
    "implies": "IMPLIES",
    "Rightarrow": "IMPLIES",
    "Longrightarrow": "IMPLIES",
    "land": "AND",
    "wedge": "AND",
    "lor": "OR",
    "vee": "OR",
    "to": "TO",
    "rightarrow": "TO",
    "longrightarrow": "TO",
    "infty": "INFINITY",
    "pi": "CONSTANT",
    "in": "IN",
    "partial": "PARTIAL",
    "prime": "PRIMES",
    "lvert": "LEFT_BAR",
    "rvert": "RIGHT_BAR",
    "vert": "BAR",
    "dots": "DOTS",
    "cdots": "DOTS",
    "ldots": "DOTS",
    "dotsb": "DOTS",
    "dotsc": "DOTS",
    "quad": "ALIGN",
    "qquad": "ALIGN",
    "lbrace": "LPAR",
    "rbrace": "RPAR",
    "lparen": "LPAR",
    "rparen": "RPAR",
    "lbrack": "LPAR",
    "rbrack": "RPAR",
}

#: Commands that only change the appearance of a formula.
INVISIBLE: Final = frozenset(
    (
        "displaystyle",
        "boxed",
        "underline",
        "cancel",
        "bcancel",
        "xcancel",
        "mathop",
        "textstyle",
        "scriptstyle",
        "scriptscriptstyle",
        "limits",
        "nolimits",
        "enspace",
        "thinspace",
        "medspace",
        "thickspace",
        "negthinspace",
        "nonumber",
        "notag",
        "hfill",
        "hline",
        "newline",
        "strut",
        "mathstrut",
        "allowbreak",
        "nobreak",
        "null",
        "big",
        "Big",
        "bigg",
        "Bigg",
        "bigl",
        "Bigl",
        "biggl",
        "Biggl",
        "bigr",
        "Bigr",
        "biggr",
        "Biggr",
        "bigm",
        "Bigm",
        "middle",
        "tiny",
        "scriptsize",
        "footnotesize",
        "small",
        "normalsize",
        "large",
        "Large",
        "LARGE",
        "huge",
        "Huge",
        "mathord",
        "mathrel",
        "mathbin",
        "ensuremath",
        "mathopen",
        "mathclose",
        "mathpunct",
        "mathinner",
        "smash",
    )
)

#: The signs over a letter that make it another letter, and what its name begins with.
ACCENT_COMMANDS: Final = {accent: accent for accent in ACCENTS} | {
    "overline": "bar",
    "widehat": "hat",
    "widetilde": "tilde",
    "widecheck": "check",
}

#: Commands that stand for a word between formulas.
WORD_COMMANDS: Final = {"therefore": "therefore", "because": "because"}

#: Environments whose rows are statements or parts of one.
ENVIRONMENTS: Final = frozenset(
    (
        "equation",
        "align",
        "aligned",
        "alignat",
        "alignedat",
        "gather",
        "gathered",
        "split",
        "multline",
        "eqnarray",
        "flalign",
        "displaymath",
        "IEEEeqnarray",
        "dmath",
        "math",
        "array",
    )
)

CHARACTERS: Final = {
    "+": "PLUS",
    "＋": "PLUS",
    "-": "MINUS",
    "−": "MINUS",
    "–": "MINUS",
    "－": "MINUS",
    "*": "TIMES",
    "±": "PM",
    "∓": "MP",
    "×": "TIMES",
    "·": "TIMES",
    "⋅": "TIMES",
    "∙": "TIMES",
    "＊": "TIMES",
    "/": "SLASH",
    "÷": "SLASH",
    "／": "SLASH",
    "=": "EQ",
    "＝": "EQ",
    "<": "LT",
    "＜": "LT",
    ">": "GT",
    "＞": "GT",
    "≤": "LE",
    "≦": "LE",
    "⩽": "LE",
    "≥": "GE",
    "≧": "GE",
    "⩾": "GE",
    "≠": "NE",
    "^": "CARET",
    "_": "UNDERSCORE",
    "＿": "UNDERSCORE",
    "(": "LPAR",
    "（": "LPAR",
    "[": "LBRACKET",
    "［": "LBRACKET",
    ")": "RPAR",
    "）": "RPAR",
    "]": "RBRACKET",
    "］": "RBRACKET",
    "{": "LBRACE",
    "}": "RBRACE",
    "|": "BAR",
    "｜": "BAR",
    "!": "BANG",
    "！": "BANG",
    ",": "COMMA",
    "、": "COMMA",
    "，": "COMMA",
    "→": "TO",
    "⟶": "TO",
    "∞": "INFINITY",
    "⋯": "DOTS",
    "√": "SQRT",
    "∑": "SUM",
    "∏": "PROD",
    "∫": "INT",
    "∂": "PARTIAL",
    "∈": "IN",
    "⇔": "IFF",
    "⟺": "IFF",
    "⇒": "IMPLIES",
    "⟹": "IMPLIES",
    "∧": "AND",
    "∨": "OR",
    "′": "PRIMES",
    "'": "PRIMES",
    "’": "PRIMES",
    "&": "ALIGN",
    ".": "PERIOD",
    "。": "PERIOD",
    "．": "PERIOD",
    ";": "SEMICOLON",
    ":": "COLON",
    "：": "COLON",
}

SUPERSCRIPTS: Final = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", strict=True))
SUBSCRIPTS: Final = dict(zip("₀₁₂₃₄₅₆₇₈₉", "0123456789", strict=True))

NUMBER_SETS: Final = {
    "N": "N",
    "Z": "Z",
    "Q": "Q",
    "R": "R",
    "ℕ": "N",
    "ℤ": "Z",
    "ℚ": "Q",
    "ℝ": "R",
}


def _connectives(*, spaced: bool) -> dict[str, str]:
    return {
        word: terminal
        for terminal, words in merged("connectives", spaced=spaced).items()
        for word in words
    }


#: Words between statements and their terminals: those between blanks, and those of languages
#: without blanks.
CONNECTING_WORDS: Final = _connectives(spaced=True)
JOINED_CONNECTING_WORDS: Final = _connectives(spaced=False)

#: Names that are read as their command even without the backslash, with a warning.
BARE_COMMANDS: Final = (
    *(name for operation in OPERATIONS.values() for name in operation.notation.bare),
    "sqrt",
    "frac",
    "log",
    "lim",
    "ln",
)

#: Names that a plain text may write so, where LaTeX would print a product of letters.
TYPED_COMMANDS: Final = (
    "pi",
    "infty",
    "sum",
    "prod",
    *(name for name in sorted(GREEK) if len(name) > 2 and name.isascii() and name.islower()),
)

#: Characters that are fractions.
FRACTIONS: Final = {
    character: f"{unicodedata.normalize('NFKC', character).replace('⁄', '/')}"
    for character in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅐⅑⅒"
}

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

#: The reader's name for each terminal.
TERMINAL_NAMES: Final = {
    "PLUS": "`+`",
    "MINUS": "`-`",
    "TIMES": "`\\cdot`",
    "STAR": "`\\star`",
    "PM": "`\\pm`",
    "MP": "`\\mp`",
    "SLASH": "`/`",
    "EQ": "`=`",
    "LT": "`<`",
    "GT": "`>`",
    "LE": "`\\le`",
    "GE": "`\\ge`",
    "NE": "`\\neq`",
    "CARET": "`^`",
    "UNDERSCORE": "`_`",
    "LPAR": "`(`",
    "RPAR": "`)`",
    "LBRACE": "`{`",
    "RBRACE": "`}`",
    "LBRACKET": "`[`",
    "RBRACKET": "`]`",
    "LEFT_BAR": "`|`",
    "RIGHT_BAR": "`|`",
    "BANG": "`!`",
    "COMMA": "`,`",
    "TO": "`\\to`",
    "INFINITY": "`\\infty`",
    "IN": "`\\in`",
    "DOTS": "`\\dots`",
    "NUMBER_SET": "a set such as `\\mathbb{N}`",
    "IFF": "`\\iff`",
    "IMPLIES": "`\\Rightarrow`",
    "AND": "`\\land`",
    "OR": "`\\lor`",
    "IF": "`if`",
    "TAG": "`\\tag{…}`",
    "PRIMES": "`'`",
    "DOTTED": "`\\dot`",
    "CHOOSE": "`\\choose`",
    "OVER": "`\\over`",
    "ANNOTATED": "`\\underbrace`",
    "$END": "the end of the statement",
    "NAME": "a variable",
    "CALLEE": "a function",
    "KRONECKER": "`\\delta_{ij}`",
    "NUMBER": "a number",
    "CONSTANT": "`e` or `\\pi`",
    "FRAC": "`\\frac`",
    "SQRT": "`\\sqrt`",
    "ROOT": "`\\sqrt[n]`",
    "BINOM": "`\\binom`",
    "EXTREMUM": "`\\max`",
    "LOG": "`\\log`",
    "LN": "`\\ln`",
    "LIM": "`\\lim`",
    "SUM": "`\\sum`",
    "PROD": "`\\prod`",
    "INT": "`\\int`",
    "INTEGRAL": "`\\int`",
    "INTEGRAL_LEADING": "`\\int`",
    "INTEGRAL_FROM": "`\\int`",
    "INTEGRAL_FROM_LEADING": "`\\int`",
    "INTEGRAL_END": "the `dx` of an integral",
    "EVALUATION": "`[`",
    "EVALUATED": "`]`",
    "FUNCTION": "a function such as `\\sin`",
    "DIFFERENTIAL": "`\\frac{d}{dx}`",
    "DIFFERENTIAL_OF": "`\\frac{df}{dx}`",
    "DIFFERENTIAL_GROUP": "`\\frac{d}{dx}`",
    "COMPOSE": "`\\circ`",
    "ALIGN": "`&`",
    "PERIOD": "`.`",
    "SEMICOLON": "`;`",
    "COLON": "`:`",
    "PARTIAL": "`\\partial`",
    "ROW": "`\\\\`",
    "PROSE": "words",
}

#: Terminals that begin an expression: if all of them are possible, the message says "an
#: expression".
EXPRESSION_STARTS: Final = frozenset(("NAME", "NUMBER", "CONSTANT", "LPAR", "FRAC", "LBRACE"))
EXPRESSION_TERMINALS: Final = frozenset(
    (
        "NAME",
        "CALLEE",
        "KRONECKER",
        "NUMBER",
        "CONSTANT",
        "FRAC",
        "SQRT",
        "ROOT",
        "BINOM",
        "EXTREMUM",
        "LOG",
        "LN",
        "LIM",
        "SUM",
        "PROD",
        "INTEGRAL",
        "INTEGRAL_LEADING",
        "INTEGRAL_FROM",
        "EVALUATION",
        "INTEGRAL_FROM_LEADING",
        "FUNCTION",
        "DIFFERENTIAL",
        "DIFFERENTIAL_OF",
        "DIFFERENTIAL_GROUP",
        "LPAR",
        "LBRACE",
        "LEFT_BAR",
        "PLUS",
        "MINUS",
    )
)
RELATION_TERMINALS: Final = frozenset(("EQ", "LT", "GT", "LE", "GE", "NE"))
LOGIC_TERMINALS: Final = frozenset(("IFF", "IMPLIES"))
