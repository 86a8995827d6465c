"""How markdown-it reads formulas, MyST's and Quarto's fences and comments: rules that put them into
tokens of our own, with their places.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline

from shomei.parser.lexing.vocabulary import ENVIRONMENTS
from shomei.parser.limits import MAX_PARAGRAPH, MAX_ROWS
from shomei.parser.source import Range

#: How a display begins.
OPENING: Final = re.compile(
    r"\$\$|\\\\?\[|\\begin\{(?P<name>" + "|".join(sorted(ENVIRONMENTS)) + r")(?P<star>\*?)\}"
)
#: Whether a text may hold formulas.
FORMULA: Final = re.compile(r"\$\$|\\\[|\\\(|\\begin\{|(?<!\\)\$[^$\s]")
#: A fence's first line where it is a directive of MyST's or a chunk of Quarto's.
_INFO: Final = re.compile(r"\{\s*(?P<name>[^\s,{}]+)[^{}]*\}\s*(?P<title>.*)\Z", re.DOTALL)
OPTION: Final = re.compile(r"\s*:[A-Za-z][\w-]*:(?:\s|\Z)")
#: Directives that hold code, data or pictures, and languages that chunks are run in.
_CODE: Final = re.compile(
    "code|code-(?:block|cell)|sourcecode|literalinclude|highlight|parsed-literal|raw|doctest|test.*"
    "|mermaid|graphviz|tikz|plantuml|csv-table|list-table|toctree|tableofcontents|bibliography"
    "|include|image|eval-rst|auto.*|[rR]|python|py|julia|bash|sh|sql|js|ojs|javascript|stan|[rR]cpp"
    "|cpp|c|engine|cat"
)
_COLONS: Final = re.compile(r"(?P<marks>:{3,})[ \t]*(?P<info>[^:\n](?:[^\n]*[^:\s])?)?[: \t]*")
#: What may stand after a display on its last line: punctuation, and its label as MyST and Quarto
#: write it.
_AFTER: Final = re.compile(
    r"\s*[.,。、]?\s*(?:\((?P<myst>[A-Za-z][\w:.-]*)\)|\{#(?P<quarto>[\w:.-]+)[^{}\n]*\})?\s*\Z"
)
#: MkDocs' directives, whose content is indented.
_ADMONITION: Final = re.compile(
    r"(?:!!!|\?\?\?\+?|===!?)[ \t]+(?:(?P<name>[A-Za-z][\w-]*)[ \t]*)?(?:[\w-]+[ \t]*)*"
    r"(?:\"(?P<title>[^\"\n]*)\")?[ \t]*\Z"
)


def is_code(name: str) -> bool:
    """Whether a directive of this name holds code, data or a picture."""
    return _CODE.fullmatch(name) is not None


def directive(info: str) -> tuple[str | None, str]:
    """What a fence is by its first line: `math`, a directive's name, `=format` for a raw block, or
    None for code; and the words after it.
    """
    match = _INFO.match(info.strip())
    if match is None:
        return ("math" if info.split()[:1] == ["math"] else None), ""
    name = match.group("name")
    return (None if is_code(name) else name), match.group("title")


def _closing(match: re.Match[str]) -> str:
    if match.group("name"):
        return f"\\end{{{match.group('name')}{match.group('star')}}}"
    return "$$" if match.group() == "$$" else match.group()[:-1] + "]"


def _display_rule(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """A display that begins a line; its content may span several, also blank ones."""
    if state.is_code_block(start_line):
        return False
    position = state.bMarks[start_line] + state.tShift[start_line]
    opening = OPENING.match(state.src, position, state.eMarks[start_line])
    if opening is None:
        return False
    if silent:
        # A paragraph ends before a display, unless the mark closes one that the paragraph opens.
        before = state.src[state.bMarks[state.line] : state.bMarks[start_line]]
        return before.count("$$" if opening.group() == "$$" else "$") % 2 == 0
    closing = _closing(opening)
    ranges: list[Range] = []
    line, begin = start_line, position if opening.group("name") else opening.end()
    while line < min(end_line, start_line + MAX_ROWS):
        limit = state.eMarks[line]
        found = state.src.find(closing, begin if line > start_line else opening.end(), limit)
        if found >= 0:
            end = found + len(closing)
            after = _AFTER.match(state.src[end:limit])
            if after is None:
                if any(state.isEmpty(before) for before in range(start_line, line)):
                    break  # that is the beginning of another one
                return False
            ranges.append((begin, end if opening.group("name") else found))
            token = state.push("shomei_display", "math", 0)
            token.map = [start_line, line + 1]
            token.meta = {
                "formula": tuple(ranges),
                "place": (position, end),
                "closed": True,
                "escaped": opening.group() == "\\\\[",
                "label": after["myst"] or after["quarto"] or "",
            }
            state.line = line + 1
            return True
        ranges.append((begin, limit))
        line += 1
        if line < end_line:
            if (
                state.sCount[line] < state.blkIndent
                and not state.isEmpty(line)
                and state.isEmpty(line - 1)
            ):
                break  # a list's item ends here; right below a line of it this would go on with it
            begin = min(state.bMarks[line] + state.tShift[line], state.eMarks[line])
    last = start_line + 1
    while last < end_line and not state.isEmpty(last):
        last += 1
    token = state.push("shomei_display", "math", 0)
    token.map = [start_line, last]
    token.meta = {"place": (position, state.eMarks[last - 1]), "closed": False}
    state.line = last
    return True


def _colon_rule(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """`:::{prf:theorem}`, `::: {#thm-sum}` and `:::`: their lines and options are no text; what
    stands between is, except in `:::{math}`.
    """
    if state.is_code_block(start_line):
        return False
    position = state.bMarks[start_line] + state.tShift[start_line]
    match = _COLONS.match(state.src, position, state.eMarks[start_line])
    if match is None or match.end() < state.eMarks[start_line]:
        return False
    if silent:
        return True
    info = match.group("info") or ""
    mathematics = directive(info)[0] == "math"
    line = start_line + 1
    while line < end_line:
        text = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
        if mathematics and text.rstrip() == match.group("marks"):
            break
        if not mathematics and not OPTION.match(text):
            break
        line += 1
    token = state.push("fence" if mathematics else "shomei_marker", "", 0)
    token.info, token.markup = info, match.group("marks")
    token.content = state.getLines(start_line + 1, line, state.blkIndent, True)
    state.line = min(line + 1, end_line) if mathematics else line
    token.map = [start_line, state.line]
    return True


def _admonition_rule(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """`!!! note "Title"` and the lines below it that are indented, as a fence."""
    if state.is_code_block(start_line):
        return False
    position = state.bMarks[start_line] + state.tShift[start_line]
    match = _ADMONITION.match(state.src[position : state.eMarks[start_line]])
    if match is None or (match["name"] is None and match["title"] is None):
        return False
    if silent:
        return True
    indent = state.sCount[start_line] + 2
    line = last = start_line + 1
    while line < end_line and (state.isEmpty(line) or state.sCount[line] >= indent):
        line += 1
        last = last if state.isEmpty(line - 1) else line
    token = state.push("fence", "", 0)
    token.info = f"{{{match['name'] or 'tab'}}} {match['title'] or ''}"
    token.content = state.getLines(start_line + 1, last, state.blkIndent + 4, True)
    token.map = [start_line, last]
    state.line = last
    return True


def _inline_rule(state: StateInline, silent: bool) -> bool:
    """`$ … $`, `$$ … $$`, `\\( … \\)`, `\\[ … \\]` in running text, GitHub's ``$` … `$``, and what
    Markdown's own escapes turn into these: `\\\\( … \\\\)`.
    """
    source, position, limit = state.src, state.pos, state.posMax
    if source.startswith(("\\\\(", "\\\\["), position):
        opening = source[position : position + 3]
        closing = "\\\\" + (")" if opening[-1] == "(" else "]")
    elif source.startswith("$`", position):
        opening, closing = "$`", "`$"
    elif source.startswith("\\(", position):
        opening, closing = "\\(", "\\)"
    elif source.startswith("\\[", position):
        opening, closing = "\\[", "\\]"
    elif source.startswith("$$", position):
        opening = closing = "$$"
    elif source[position] == "$" and not source.startswith(
        "$", position - 1 if position else 0, position
    ):
        opening = closing = "$"
    else:
        return False
    begin = position + len(opening)
    if state.env.get(closing) is source:
        return False
    end = _inline_end(source, begin, limit, closing)
    if end is None and closing != "$" and source.find(closing, begin, limit) < 0:
        # It is nowhere in the rest of this paragraph: not to be looked for again.
        state.env[closing] = source
    if end is None:
        return False
    if not silent:
        token = state.push("shomei_inline", "math", 0)
        token.meta = {
            "formula": (begin, end),
            "place": (position, end + len(closing)),
            "display": opening == "$$" or opening[-1] == "[",
            "escaped": len(opening) == 3,
        }
    state.pos = end + len(closing)
    return True


def _inline_end(source: str, begin: int, limit: int, closing: str) -> int | None:
    if closing != "$":
        found = source.find(closing, begin, limit)
        return found if found > begin else None
    if begin >= limit or source[begin].isspace():
        return None
    end = begin
    while end < limit:
        if source[end] == "\\":
            end += 2
            continue
        if source[end] == "`":
            return None
        if source[end] == "$":
            # A dollar after a blank or before a digit is money.
            return (
                None
                if source[end - 1].isspace() or source[end + 1 : end + 2].isdigit() or end == begin
                else end
            )
        end += 1
    return None


def _comment_rule(state: StateInline, silent: bool) -> bool:
    """Comments, with their place; Markdown's own rule would lose it."""
    if not state.src.startswith("<!--", state.pos):
        return False
    end = state.src.find("-->", state.pos, state.posMax)
    if end < 0:
        return False
    if not silent:
        token = state.push("shomei_comment", "", 0)
        token.meta = {"place": (state.pos, end + 3)}
    state.pos = end + 3
    return True


def _bound_paragraphs(state: StateCore) -> None:
    """Of a paragraph that is too long for one nothing is read; one that holds formulas is reported,
    from its place in the text.
    """
    for token in state.tokens:
        if token.type == "inline" and len(token.content) > MAX_PARAGRAPH:
            token.meta["too_long"] = FORMULA.search(token.content) is not None
            token.content = ""


@cache
def markdown(*, indented_code: bool = True) -> MarkdownIt:
    """CommonMark with these rules. `indented_code`: what is indented by four is code."""
    # Of what may stand inside a paragraph only code and formulas matter; the rules for the rest
    # would cost time and find nothing.
    reader = MarkdownIt("commonmark").disable(
        [
            "link",
            "image",
            "autolink",
            "emphasis",
            "html_inline",
            "entity",
            "balance_pairs",
            "fragments_join",
        ]
    )
    # A footnote, `[^1]: …`, is text.
    reader.disable(["reference", *(() if indented_code else ("code",))])
    reader.block.ruler.before(
        "fence",
        "shomei_admonition",
        _admonition_rule,
        {"alt": ["paragraph", "reference", "blockquote", "list"]},
    )
    reader.block.ruler.before(
        "fence",
        "shomei_display",
        _display_rule,
        {"alt": ["paragraph", "reference", "blockquote", "list"]},
    )
    reader.block.ruler.before(
        "fence", "shomei_colons", _colon_rule, {"alt": ["paragraph", "reference", "blockquote"]}
    )
    reader.inline.ruler.before("escape", "shomei_inline", _inline_rule)
    reader.inline.ruler.before("escape", "shomei_comment", _comment_rule)
    reader.core.ruler.before("inline", "shomei_paragraphs", _bound_paragraphs)
    return reader
