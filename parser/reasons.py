"""Reasons: from the text after `by` or before `より` to `Reason`s. `grammar/reasons.lark` has their
forms, the language files have the words.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from lark import Token, Tree

from shomei.languages import phrases
from shomei.languages.language import letters, words
from shomei.languages.names import (
    canonical,
    defined_things,
    named,
    shown_name,
    without_article,
)
from shomei.parser.declarations import Declarations
from shomei.parser.labels import clean_label
from shomei.parser.lexing import arrange, scan
from shomei.parser.mathematics import parse_expression
from shomei.parser.reason_nodes import Cite, Continuity, DefinitionOf, Named, Reason, Substitute
from shomei.parser.running_text import Node, RunningGrammar
from shomei.parser.source import Range, Source
from shomei.terms.nodes import Expression

_NAME: Final = (
    r"\$?(?:\\(?:operatorname|mathrm)\{[A-Za-z]+\}|\\?[A-Za-z]+)"
    r"(?:_(?:[A-Za-z0-9]|\{\\?[A-Za-z0-9]+\}|\\[A-Za-z]+))?\$?"
)
#: Blanks are looked at once, from their first.
_BLANKS: Final = r"(?<!\s)\s"
#: The ending of a reason before `より`.
_ENDINGS: Final = words("reasons", "end")


def _words(name: str, *, spaced: bool) -> str:
    return "|".join(map(re.escape, words("reasons", name, spaced=spaced))) or phrases.NEVER


@cache
def grammar() -> RunningGrammar:
    """The grammar of reasons, in the words of all languages."""
    forms = ("citation", "definition", "continuity", "induction", "substitution")
    letter = f"|{_BLANKS}*[{letters()}]|[{letters()}]" if letters() else ""
    fragments = {
        "name": _NAME,
        "label": r"[(（]\s*[^()（）]{1,60}?\s*[)）]",
        "separators": rf"(?:\s|[,;、，；]|(?<![A-Za-z])(?:{_words('and', spaced=True)})(?![A-Za-z])"
        rf"|{_words('and', spaced=False)})+",
        "end": rf"{_BLANKS}+(?:{_words('and', spaced=True)})\s|{_BLANKS}*$|$",
        "value_end": rf"{_BLANKS}+(?:{_words('stop', spaced=True)})\s|(?<!\\)[,;、，；]{letter}",
        "with": phrases.whole("with"),
        "continuity": phrases.whole("continuity"),
        **{f"{form}.before": phrases.before(form) for form in forms},
        **{f"{form}.after": phrases.after(form) for form in forms},
    }
    return RunningGrammar("reasons.lark", ["start"], fragments)


def parse_reasons(source: Source, place: Range, declarations: Declarations) -> tuple[Reason, ...]:
    """The reasons in this range of the text, in order. Raises `SyntaxProblem` if the value of a
    substitution is not an expression.
    """
    start, end = place
    tree, _ = grammar().read(
        source.text,
        start,
        _before_ending(source.text, start, end),
        rule="start",
        finders={"TITLE": lambda at, stop: _title_end(source.text, at, stop, declarations)},
    )
    reader = _Reader(source, declarations)
    reasons = tuple(reader.reason(each) for each in tree.children if isinstance(each, Tree))
    if not reasons:
        raise source.problem(
            place[0],
            place[1],
            "a reason is missing",
            expected=("(2.4)", "algebra", "definition of f", "limit"),
            hint="leave `by` out to let the tool search",
        )
    return reasons


def _before_ending(text: str, start: int, end: int) -> int:
    """The end of a reason before `より`, a full stop and blanks."""
    stop = start + len(text[start:end].rstrip())
    if text[stop - 1 : stop] in {"。", "."} and stop > start:
        stop = start + len(text[start : stop - 1].rstrip())
    for word in _ENDINGS:
        if text.endswith(word, start, stop):
            return start + len(text[start : stop - len(word)].rstrip())
    return stop


def _title_end(text: str, position: int, end: int, declarations: Declarations) -> int | None:
    """The end of the longest label that occurs here as a whole word."""
    return max(
        (
            position + len(label)
            for label in declarations.labels
            if text.startswith(label, position, end)
            and not text[position + len(label) : end][:1].isalnum()
        ),
        default=None,
    )


class _Reader:
    """From trees of the grammar to reasons."""

    def __init__(self, source: Source, declarations: Declarations) -> None:
        self._source = source
        self._declarations = declarations

    def reason(self, tree: Node) -> Reason:
        """The reason of one tree. Raises `SyntaxProblem`."""
        start, end = _place(tree)
        span = self._source.span(start, end)
        tokens = {child.type: child for child in tree.children if isinstance(child, Token)}
        match tree.data:
            case "citation":
                pairs = tuple(self._pair(each) for each in tree.find_data("assignment"))
                if "TITLE" in tokens:
                    return Cite(str(tokens["TITLE"]), pairs, span=span)
                return Cite(clean_label(tokens["LABEL"].strip()[1:-1].strip()), pairs, span=span)
            case "substitution":
                [assignment] = tree.find_data("assignment")
                name, value = self._pair(assignment)
                written = self._source.span(start, _place(assignment)[1])
                return Substitute(name, value, span=written)
            case "definition":
                thing = tokens.get("THING") or tokens["DEFINED"]
                return DefinitionOf(self._defined(_range(thing)), span=span)
            case "continuity":
                what = tokens.get("THING") or tokens.get("CONTINUOUS") or ""
                return Continuity(what.strip().strip("$"), span=span)
            case "induction":
                name = (tokens.get("NAME") or tokens["INDUCED"]).strip("$")
                return Named(f"{shown_name('induction')} on {name}", ("induction",), span=span)
            case _:
                return self._named(" ".join(tokens["WORDS"].split()), start, end)

    def _named(self, written: str, start: int, end: int) -> Named:
        """A rule in the author's words; a proof method by its canonical name."""
        rule = canonical(written) or without_article(written)
        return Named(rule, named(written), span=self._source.span(start, end))

    def _pair(self, assignment: Node) -> tuple[str, Expression]:
        assigned = next(token for token in assignment.children if isinstance(token, Token))
        start, end = _range(assigned)
        name = self._source.text[start:end].rstrip().rstrip("=＝").rstrip()
        value = next(assignment.find_data("value"))
        place = _place(value) if value.children else (end, end)
        expression = parse_expression(self._source, (place,), self._declarations)
        return self._name((start, start + len(name))), expression

    def _name(self, place: Range) -> str:
        """The canonical name of a variable as written in running text."""
        raw = scan(self._source, (place,), self._declarations)
        tokens = arrange(self._source, raw, self._declarations)
        if len(tokens) == 1 and tokens[0].type in {"NAME", "CONSTANT"}:
            return str(tokens[0].value)
        raise self._source.problem(
            *place,
            "one variable stands on the left of `=` here",
            expected=("a variable",),
            hint="write X = x",
        )

    def _defined(self, place: Range) -> str:
        """The object of a definition: a name in canonical form, or words."""
        words = self._source.text[slice(*place)].strip().strip("$").strip()
        words = without_article(words)
        if words in defined_things():
            return defined_things()[words]
        if not re.fullmatch(_NAME + r"(?:\(.*\))?'*", words) and not words.startswith("\\"):
            return words
        raw = scan(self._source, (place,), self._declarations)
        if raw and raw[0].type in {"NAME", "CONSTANT", "FUNCTION", "LOG", "LN"}:
            if len(raw) > 2 and raw[1].type == "UNDERSCORE" and raw[0].type == "NAME":
                parts = (t for t in raw[2:] if t.type in {"NAME", "NUMBER", "CONSTANT"})
                return f"{raw[0].value}_{''.join(str(token.value) for token in parts)}"
            if len(raw) > 1 and all(token.type in {"NAME", "CONSTANT"} for token in raw):
                return words
            return str(raw[0].value)
        return words


def _range(token: Token) -> Range:
    return token.start_pos or 0, token.end_pos or 0


def _place(tree: Node) -> Range:
    """From a tree's first token to its last."""
    tokens = list(tree.scan_values(lambda value: isinstance(value, Token)))
    return min(map(_range, tokens))[0], max(map(_range, tokens), key=lambda place: place[1])[1]


# --------------------------------------------------------------------------------------------------
# Where a reason begins in a line


_BEGIN: Final = phrases.whole("begin", spaced=True)
_ARTICLES: Final = "|".join(map(re.escape, words("reasons", "articles", spaced=True)))
_LETTER: Final = f"[{letters()}]" if letters() else phrases.NEVER
#: `by` begins a reason before a label, a word (also `l'Hôpital`), `x =` or a command, but not in
#: `a x + by = c`.
_REASON_WORD: Final = (
    rf"{_BEGIN}\s+"
    rf"(?=[(（$]|(?:(?:{_ARTICLES or phrases.NEVER})\s+)?[A-Za-z]{{3}}|[A-Za-z]['’][^\W\d_]{{3}}"
    rf"|[A-Za-z]\s*=|\\|{_LETTER})"
)
_BY: Final = re.compile(r"(?<=[\w)\]}|!'$）\\])\s+" + _REASON_WORD)
_BY_FIRST: Final = re.compile(r"\s*" + _REASON_WORD)
#: A missing reason.
_BARE_BY: Final = re.compile(rf"(?<=[\w)\]}}|!'$）])\s+{_BEGIN}\s*$")
_END: Final = re.compile(
    rf"(?:{phrases.whole('end', spaced=False)}|{phrases.whole('close', spaced=False)})\s*[。.]?\s*$"
)
_WORDS: Final = re.compile(_LETTER)
_WIDE_BLANK: Final = re.compile(r"(?:[ \t]{2,}|\t|\u3000)(?=\S)")


def split_reason(text: str, start: int, end: int) -> tuple[Range, Range | None]:
    """The places of a line's formula and its reason. `ax + by = c` has no reason."""
    if match := _BY_FIRST.match(text, start, end) or _BY.search(text, start, end):
        return (start, match.start()), (match.end(), end)
    if match := _BARE_BY.search(text, start, end):
        return (start, match.start()), (match.end(), end)
    if not _END.search(text, start, end):
        return (start, end), None
    wide = [
        match
        for match in _WIDE_BLANK.finditer(text, start, end)
        if text[start : match.start()].strip()
    ]
    if wide:
        return (start, wide[-1].start()), (wide[-1].end(), end)
    first = _WORDS.search(text, start, end)
    if first is None:
        return (start, end), None
    cut = first.start()
    before = text[start:cut]
    # `(2.4) より` and `eの定義より`: the reason begins before its first Japanese letter.
    if label := re.search(r"(?:^|\s)([(（][^()（）\s]{1,40}[)）]\s*)$", before):
        cut = start + label.start(1)
    elif name := re.search(r"(?:^|\s)(\S+)$", before):
        cut = start + name.start(1)
    return (start, cut), (cut, end)
