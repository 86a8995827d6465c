"""From LaTeX to tokens: a fragment of the text comes in, tokens of the grammar go out, with
absolute offsets. `scan` splits the characters into raw tokens; `PASSES` prepare them for the
grammar.

May import `terms`, `operations`, `languages` and, of the parser, `ast`, `source`, `errors`,
`declarations`, `imaginary`, `limits`, `macros`, `nouns_of_quantities`, `quantities` and `suffixes`;
knows nothing of the grammar.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from lark import Token

from shomei.parser.declarations import Declarations
from shomei.parser.lexing.applications import apply_functions
from shomei.parser.lexing.applied_names import apply_names
from shomei.parser.lexing.arguments import settle_arguments
from shomei.parser.lexing.bounds import complete_bounds
from shomei.parser.lexing.brackets import match_brackets
from shomei.parser.lexing.combinations import write_combinations
from shomei.parser.lexing.constants import refuse_letters
from shomei.parser.lexing.derivatives import differentiate_names
from shomei.parser.lexing.differentials import find_differentials
from shomei.parser.lexing.doubts import refuse_assignment, refuse_doubtful
from shomei.parser.lexing.evaluations import find_evaluations, open_evaluations
from shomei.parser.lexing.functions import mark_functions
from shomei.parser.lexing.happenings import find_probabilities
from shomei.parser.lexing.integrals import find_integrals
from shomei.parser.lexing.intervals import find_intervals
from shomei.parser.lexing.layout import drop_punctuation, join_rows, refuse_unread
from shomei.parser.lexing.letters import join_increments, refuse_imaginary
from shomei.parser.lexing.lone_differentials import refuse_differentials
from shomei.parser.lexing.moments import find_moments
from shomei.parser.lexing.names import join_names
from shomei.parser.lexing.own_parameters import apply_to_parameters
from shomei.parser.lexing.scanner import scan
from shomei.parser.source import Fragment, Source

__all__ = ["PASSES", "arrange", "scan", "tokenize"]

#: From tokens to tokens. Warnings go to the declarations, which know the functions. Raises
#: `SyntaxProblem`.
Pass: TypeAlias = Callable[[Source, list[Token], Declarations], list[Token]]

PASSES: Final[tuple[Pass, ...]] = (
    find_probabilities,
    find_moments,
    refuse_unread,
    join_rows,
    drop_punctuation,
    find_intervals,
    open_evaluations,
    match_brackets,
    write_combinations,
    find_evaluations,
    join_names,
    complete_bounds,
    refuse_assignment,
    refuse_doubtful,
    settle_arguments,
    find_differentials,
    find_integrals,
    differentiate_names,
    refuse_imaginary,
    refuse_letters,
    apply_names,
    apply_functions,
    apply_to_parameters,
    mark_functions,
    join_increments,
    refuse_differentials,
)
"""The passes over a formula's tokens, in their order.

| pass                 | turns                               | into                              |
| -------------------- | ----------------------------------- | --------------------------------- |
| `find_probabilities` | `PROBABILITY` in the text           | its term, or the tokens of `P(A)` |
| `find_moments`       | `NAME LBRACKET … RBRACKET`: `E[X]`  | `CALLEE LPAR … RPAR`              |
| `refuse_unread`      | refuses `UNREAD`, `INEXACT`         |                                   |
| `join_rows`          | `ROW`, `ALIGN`, `BEGIN`, `END` …    | nothing                           |
| `drop_punctuation`   | a stop at the end                   | nothing                           |
| `find_intervals`     | `IN LBRACKET a COMMA b RBRACKET`    | `WITHIN INTERVAL_BEGIN …`         |
| `open_evaluations`   | `x BAR UNDERSCORE`                  | `LBRACKET x RBRACKET UNDERSCORE`  |
| `match_brackets`     | `BAR`                               | `LEFT_BAR`, `RIGHT_BAR`           |
| `write_combinations` | `UNDERSCORE NAME NAME …`: `{}_n C_k` | `BINOM`, `FRAC`                  |
| `find_evaluations`   | `LBRACKET x RBRACKET UNDERSCORE`    | `EVALUATION x EVALUATED`          |
| `join_names`         | `NAME UNDERSCORE …`                 | `NAME`: `x_{ij}` is `x_ij`        |
|                      | several `PRIMES`, `CARET` with some | one `PRIMES`: their number        |
|                      | `NAME UNDERSCORE …` of a family     | `NAME LPAR … RPAR`                |
| `complete_bounds`    | `SUM UNDERSCORE NAME`               | `SUM` with both its bounds        |
| `refuse_assignment`  | refuses `x := 2` in plain text      |                                   |
| `refuse_doubtful`    | refuses `[x]`, `x1`, `A^T` …        |                                   |
| `settle_arguments`   | `SQRT LBRACKET NUMBER RBRACKET`     | `ROOT`: its degree                |
|                      | `NUMBER` after `FRAC`, `BINOM`      | one `NUMBER` for each digit       |
|                      | `LBRACKET`, `RBRACKET`              | `LPAR`, `RPAR`                    |
| `find_differentials` | `FRAC …`: `\\frac{d}{dx}`           | `DIFFERENTIAL`, `…_GROUP`, `…_OF` |
| `find_integrals`     | `INT … NAME NAME`: `\\int x dx`      | `INTEGRAL … INTEGRAL_END`         |
| `differentiate_names` | `NAME PRIMES`, `NAME DOTTED` …   | `DIFFERENTIAL_GROUP` and the name |
| `refuse_imaginary`   | refuses `e^{i x}`                   |                                   |
| `refuse_letters`   | refuses `e` where `e \\neq 0`       |                                   |
| `apply_names`        | `NAME LPAR`: `V(p)` of a name       | `NAME` of its function            |
| `apply_functions`    | `NAME` of a bare function, `COMPOSE` | `NAME LPAR NAME RPAR`            |
| `apply_to_parameters` | `NAME` of several variables      | `NAME LPAR NAME COMMA NAME RPAR`  |
| `mark_functions`     | `NAME` of a defined function        | `CALLEE`                          |
| `join_increments`    | `NAME NAME`: `\\Delta x`, `dx`      | `NAME`                            |
| `refuse_differentials` | refuses `dx = x \\, du`           |                                   |
"""


def tokenize(source: Source, fragment: Fragment, declarations: Declarations) -> list[Token]:
    """The tokens of one statement. Raises `SyntaxProblem` for text outside the notation, and for
    unmatched brackets.
    """
    return arrange(source, scan(source, fragment, declarations), declarations)


def arrange(source: Source, raw: list[Token], declarations: Declarations) -> list[Token]:
    """Raw tokens prepared for the grammar, by one pass after the other."""
    for each in PASSES:
        raw = each(source, raw, declarations)
    return raw
