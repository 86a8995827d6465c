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
