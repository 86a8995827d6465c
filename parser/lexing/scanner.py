"""From characters to raw tokens. Decides only what the current characters determine."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from lark import Token

from shomei.languages.language import language, letters, longest_first, marks
from shomei.languages.phrases import NEVER
from shomei.parser.declarations import Declarations
from shomei.parser.errors import SyntaxProblem, TooMuch, UnsupportedNotation
from shomei.parser.lexing.constants import name_functions
from shomei.parser.lexing.entropies import entropy_at
from shomei.parser.lexing.found import Found
from shomei.parser.lexing.groups import dissolve_groups, drop_annotations, write_fractions
from shomei.parser.lexing.probabilities import probability_at
from shomei.parser.lexing.symbols import READERS
from shomei.parser.lexing.tokens import end_of, make, start_of
from shomei.parser.lexing.vocabulary import (
    ACCENT_COMMANDS,
    BARE_COMMANDS,
    CONNECTING_WORDS,
    FRACTIONS,
    JOINED_CONNECTING_WORDS,
    SUBSCRIPTS,
    SUPERSCRIPTS,
    TYPED_COMMANDS,
)
from shomei.parser.limits import MAX_TOKENS
from shomei.parser.macros.expansion import expand
from shomei.parser.source import Fragment, Range, Source


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, longest_first(words))) or NEVER


_LETTERS: Final = letters() + marks()
_JOINED: Final = _any(JOINED_CONNECTING_WORDS)

_SCAN: Final = re.compile(
    r"""
    (?P<row>        \\\\(?:\*|(?:\[\s*-?[\d.]+\s*[a-z]{2}\s*\]))? | \\(?=[\t\ ]*\r?\n) | \\(?=&)
                    | \\cr(?![A-Za-z]) | \\(?=\s*\Z))
  | (?P<blank>      \s+ | ~ | \\[,;:!>\ ] | \\hspace\*?\{[^{}]*\} | \\hskip\s*[\d.]+\s*[a-z]+
                    | \\(?:vspace\*?|mspace)\{[^{}]*\} | \\qed(?:here)?(?![A-Za-z])
                    | \\(?:text|mbox|hbox)\s*\{\s*\}
                    | \\(?:blacksquare|square|Box)(?=\s*(?:[.。]\s*)?(?:\$|\\\]|\\\)|\\end\b|\Z))
                    | \\(?:text)?color\{[a-zA-Z]*\} | \\[hv]?phantom\{[^{}]*\})
  | (?P<delimiter>  \$\$? | \\[()\[\]])
  | (?P<comment>    %[^\n]*)
  | (?P<label>      \\label\s*\{(?P<label_name>[^{}\n]*)\})
  | (?P<tag>        \\tag\*?\s*\{(?P<tag_text>[^{}\n]*)\})
  | (?P<begin>      \\begin\s*\{(?P<opened>[A-Za-z]+)\*?\}
                    (?:(?:(?<=\{array\})|(?<=\{alignat\})|(?<=\{alignat\*\})|(?<=\{alignedat\})
                          |(?<=\{IEEEeqnarray\})|(?<=\{IEEEeqnarray\*\}))(?:\s*\[[a-z]*\])?
                       \s*\{(?:[lcrLCR|\d\s*]|[@!>]?\{[^{}]*\})*\}
                      |\s*\[[a-z]*\])?)
  | (?P<end>        \\end\s*\{(?P<closed>[A-Za-z]+)\*?\})
  | (?P<left_bar>   \\(?:left|[bB]igg?l)\s*\\?\|)
  | (?P<right_bar>  \\(?:right|[bB]igg?r)\s*\\?\|)
  | (?P<system>     \\left\s*\\\{)
  | (?P<one_sided>  \\(?:left|right)\s*\.)
  | (?P<escaped_brace> \\(?:left|right)\s*\\\\(?P<inner_brace>[{}]))
  | (?P<escaped_subscript> \\_)
  | (?P<entity>     &(?:lt|gt|le|ge|ne|amp|minus|times);)
  | (?P<sizing>     \\(?:left|right)(?![A-Za-z]))
  | (?P<set>        \\(?:mathbb|mathbf|Bbb)\s*\{?\s*(?P<set_name>[NZQR])\s*\}?
        (?P<set_suffix>(?:\s*[_^]\s*(?:\+|\{\s*(?:\+|(?:>|\\geq?|\\geqslant|≥)\s*[01]|\*|0)\s*\}|0(?![\d.])))*)
                    | [ℕℤℚℝ])
  | (?P<blackboard> \\mathbb\s*(?:\{\s*(?P<blackboard_letter>[EP])\s*\}|(?P<blackboard_bare>[EP])))
  | (?P<named>      \\(?:operatorname\*?|mathrm|mathit|mathsf|rm)\s*\{\s*(?P<word>[A-Za-z]+)\s*\}
                    | \{\s*\\(?:rm|it|sf)(?![A-Za-z])\s*(?P<old_word>[A-Za-z]+)\s*\}
                    | \\(?:text|textrm)\s*\{\s*(?P<differential>d)\s*\})
  | (?P<prose>      \\(?:text|mbox|textrm|textbf|textit|hbox|intertext|shortintertext)\s*
                    \{(?P<words>[^{}]*)\})
  | (?P<accent>     \\(?P<accent_name>"""
    + _any(ACCENT_COMMANDS)
    + r""")(?![A-Za-z])\s*
                    (?: \{\s*(?P<accented>\\[A-Za-z]+|[^\W\d_])\s*
                        (?:_\s*\{?\s*(?P<accented_index>[A-Za-z0-9]+)\s*\}?\s*)? \}
                      | (?P<accented_bare>\\[A-Za-z]+|[^\W\d_])))
  | (?P<dotted>     \\(?P<dots>d{1,4}ot)(?![A-Za-z])\s*
                    (?: \{\s*(?P<dotted_letter>\\[A-Za-z]+|[^\W\d_])\s*
                        (?:_\s*\{?\s*(?P<inner_index>[A-Za-z0-9]+)\s*\}?\s*)? \}
                      | (?P<dotted_bare>\\[A-Za-z]+|[^\W\d_]))
                    (?:\s*_\s*(?:\{\s*(?P<outer_index>[A-Za-z0-9]+)\s*\}|(?P<bare_index>[A-Za-z0-9])))?)
  | (?P<extremum>   (?<=_)\s*\\(?P<extremum_name>max|min) (?![A-Za-z])
                    | (?<=_\{)\s*\\(?P<extremum_named>max|min)(?=\s*\}))
  | (?P<stacked>    \\(?:stackrel|overset|underset)\s*
                    \{(?P<stacked_label>(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}\s*\{?\s*
                    (?P<stacked_sign>[=<>]|\\(?:leq?|geq?|neq?|iff|Leftrightarrow|Rightarrow|implies)
                    (?![A-Za-z]))\s*\}?)
  | (?P<not_equal>  \\not\s*=)
  | (?P<numbered>   (?:(?:\\[cl]?dots[bc]?(?![A-Za-z])\s*|\.\.\.\s*|[…⋯]\s*)+
                       (?:\((?P<number_text>\d{1,2}|[ivx]{1,4})\)|(?P<circled>[\u2460-\u2473]))
                       |(?P<circled_alone>[\u2460-\u2473])
                       |\\q?quad\s*(?:\((?P<number_apart>\d{1,2}(?:\.\d{1,2})?[a-z]?
                                             |ii|iii|iv|vi{1,3}|ix|\*{1,3})\)
                                   |(?P<marks>\[\s*\d{1,2}\s*(?:\\(?:text|mathrm)
                                       \{\s*(?:marks?|points?|pts?\.?|P|点)\s*\})?\s*\])))
                    (?=\s*(?:\$|\\\]|\\\)|\\\\|\\end\b|\Z)))
  | (?P<command>    \\(?P<command_name>[A-Za-z]+))
  | (?P<set_brace>  \\(?P<brace>[{}]))
  | (?P<double_bar> \\\|)
  | (?P<number>     (?:\d{1,3}(?:\{,\}\d{3})+(?:\.\d+)?
                    | (?<![\d.])[1-9]\d{0,2}(?:\\,\d{3})*\\,0\d{2}(?:\\,\d{3})*(?!\d)(?:\.\d+)?
                    | (?<![\d(\[{,.])[1-9]\d{0,2}(?:,\d{3})+(?![\d,])(?:\.\d+)?
                    | \d+(?:\{,\}\d+|\.\d+)? | \.\d+)(?:(?:\s|\\[,;:!\ ])*\\%)?)
  | (?P<ellipsis>   \.\.\.(?!\.))
  | (?P<relation>   <=> | := | <= | >= | != | => | -> | =>)
  | (?P<connective> (?<![A-Za-z\\])(?:"""
    + _any(CONNECTING_WORDS)
    + r""")(?=[\s$\\]))
  | (?P<bare>       (?:"""
    + "|".join(BARE_COMMANDS)
    + r""")(?![a-z]))
  | (?P<typed>      (?<![A-Za-z_])(?<!_\{)(?:"""
    + "|".join(sorted(TYPED_COMMANDS, key=len, reverse=True))
    + r""")(?![A-Za-z]))
  | (?P<letter>     [A-Za-z])
  | (?P<fraction>   ["""
    + "".join(FRACTIONS)
    + r"""])
  | (?P<joined_connective>  """
    + _JOINED
    + r""")
  | (?P<words_only> """
    + (f"(?:(?!{_JOINED})[{_LETTERS}])+" if _LETTERS else NEVER)
    + r""")
  | (?P<superscript> ["""
    + "".join(SUPERSCRIPTS)
    + r"""]+)
  | (?P<subscript>  ["""
    + "".join(SUBSCRIPTS)
    + r"""]+)
  | (?P<other>      .)
    """,
    re.VERBOSE | re.DOTALL,
)

#: The cost of reading a formula besides its tokens.
_COST: Final = 8
#: What makes a comma a decimal one.
_DECIMALS: Final = re.compile(r"(?:\{,\}|,)\d")


def scan(
    source: Source,
    fragment: Fragment,
    declarations: Declarations,
    *,
    defer: bool = False,
    events: bool = True,
) -> list[Token]:
    """The raw tokens of a fragment, with absolute offsets, terminated by nothing.

    `defer` puts an `UNREAD` token, whose value is the problem, for what is no notation: the other
    rows of a display may be read. `events`: whether `P(A)` may be the probability of an event.

    `$`, `\\(` and the like are left out, since carriers have found the formulas already. Warnings
    go to the declarations. Raises for what is no notation of the language, and where the text holds
    more than is read.
    """
    tokens: list[Token] = []
    spoken = language(declarations.language or "")
    commas = spoken is not None and spoken.decimal_comma
    source.refuse_reordered(fragment)
    expanded = expand(source, fragment, declarations)
    text = source.text if expanded is None else expanded.text
    stretches = fragment if expanded is None else ((0, len(text)),)
    of_chances = declarations.speaks_of_events or declarations.speaks_of_chances
    of_chances = events and of_chances
    position = 0
    for start, end in stretches:
        position = max(position, start)
        while position < end:
            if of_chances and (
                found := probability_at(text, position, end) or entropy_at(text, position, end)
            ):
                probability, after = found
                place = position, after
                if expanded is not None:
                    place = expanded.place(*place)
                tokens.append(make("PROBABILITY", probability, *place))
                position = after
                continue
            match = _SCAN.match(text, position, end)
            if match is None or match.end() == position:
                raise AssertionError(f"the scanner stands still at {position}")
            place = match.span() if expanded is None else expanded.place(*match.span())
            try:
                if commas and match.lastgroup == "number":
                    _refuse_comma(source, match, place)
                _scan_one(
                    Found(source, match, declarations.warnings, place, declarations.upright),
                    tokens,
                )
            except SyntaxProblem as problem:
                if not defer:
                    raise
                position = _end_of_environment(text, match, stretches[-1][1])
                if expanded is None:
                    place = (place[0], position)
                tokens.append(make("UNREAD", problem, *place))
            else:
                _note_layout(match, place, declarations.layout)
                position = match.end()
            if len(tokens) > MAX_TOKENS:
                raise source.problem(
                    fragment[0][0],
                    place[1],
                    f"this statement is longer than {MAX_TOKENS} symbols",
                    hint="split it, or write it with \\sum or \\prod",
                )
    declarations.tokens_left -= len(tokens) + _COST
    if declarations.tokens_left < 0:
        begin = fragment[0][0] if fragment else 0
        raise TooMuch.of(
            source.problem(
                begin,
                begin,
                "the formulas of this text are longer than what is read of one text",
                hint="split it into several files",
            )
        )
    if declarations.counts_from_one:
        tokens = [_from_one(each, source.text) for each in tokens]
    tokens = name_functions(source.text, tokens)
    return dissolve_groups(write_fractions(drop_annotations(tokens)), source.text)


def _from_one(token: Token, text: str) -> Token:
    """The set of natural numbers of a text in which it begins with 1, unless zero is put in."""
    if (
        token.type != "NUMBER_SET"
        or token.value != "N"
        or "0" in text[start_of(token) : end_of(token)]
    ):
        return token
    return token.update(value="N+")


def _end_of_environment(text: str, match: re.Match[str], end: int) -> int:
    """Where an environment ends that is not read, after its beginning; for anything else, where the
    match ends. Its rows are no rows of the display.
    """
    if match.lastgroup != "begin":
        return match.end()
    name = re.escape(match.group("opened"))
    depth = 1
    for mark in re.compile(rf"\\(begin|end)\s*\{{{name}\*?\}}").finditer(text, match.end(), end):
        depth += 1 if mark.group(1) == "begin" else -1
        if depth == 0:
            return mark.end()
    return match.end()


def _refuse_comma(source: Source, match: re.Match[str], place: Range) -> None:
    """In a language with a decimal comma, what stands behind one is no further number."""
    after = _DECIMALS.match(match.string, match.end())
    if after is not None or "," in match.group():
        raise UnsupportedNotation.of(
            source.problem(*place, "a decimal comma is not read", hint="write decimals as 0.5")
        )


def _note_layout(match: re.Match[str], place: Range, layout: list[Range]) -> None:
    start, end = place
    if end - start != match.end() - match.start():
        return  # it comes out of a command of the author's
    goes_on = bool(layout) and layout[-1][1] == start
    if match.lastgroup in {"delimiter", "tag", "numbered"} or match.group() == "&":
        layout.append((layout.pop()[0] if goes_on else start, end))
    elif goes_on and match.lastgroup in {"blank", "comment"}:
        layout.append((layout.pop()[0], end))


def _scan_one(found: Found, tokens: list[Token]) -> None:
    # Inner groups (such as the label of a tag) close before the outer one, so `lastgroup` is the
    # name of the outer one.
    tokens += READERS[str(found.match.lastgroup)](found)
