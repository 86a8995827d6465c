"""What Markdown's dialects add to it: labels of displays and directives, delimiters that Markdown's
own escapes go over, what is no text at the beginning of a file.
"""

from __future__ import annotations

import re
from typing import Final

from shomei.parser.carriers.boundaries import Scope, is_strange, scope_of, scope_of_directive
from shomei.parser.source import Fragment, Range

#: `---` (YAML) or `+++` (TOML) and what stands up to the same.
FRONT_MATTER: Final = re.compile(
    r"---[ \t]*\r?\n(?:.*\r?\n)*?(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)"
    r"|\+\+\+[ \t]*\r?\n(?:.*\r?\n)*?\+\+\+[ \t]*(?:\r?\n|\Z)"
)
#: What an MDX file imports and exports, up to a blank line; and its comments.
_MODULE_LINES: Final = re.compile(r"^(?:import|export)[ {*\"'](?:[^\n]+\n?)+", re.MULTILINE)
_JSX_COMMENT: Final = re.compile(r"\{/\*.*?\*/\}", re.DOTALL)
#: What stands for the characters of a tag; Markdown and the sentences pass over it.
FILLER: Final = "\ue000"
#: Hugo's and Jekyll's tags around a formula.
_SHORTCODE: Final = re.compile(
    r"(?P<open>\{\{[<%]\s*(?:katex|latex|tex|mathjax|math)(?:/\w+)?(?P<options>[^{}<>%]*)[>%]\}\}"
    r"|\{%-?\s*(?:katex|latex|tex|mathjax)(?P<words>[^{}%]*)-?%\})"
    r"(?P<formula>(?:(?!\{\{|\{%).)*?)"
    r"(?P<close>\{\{[<%]\s*/\s*\w+(?:/\w+)?\s*[>%]\}\}|\{%-?\s*end\w+\s*-?%\})",
    re.DOTALL,
)
#: `(name)=`: what follows is cited by this name.
TARGET: Final = re.compile(r"\s*\((?P<name>[A-Za-z][\w:.-]*)\)=\s*")
#: `{#eq-sum}` after a display.
_LABEL_AFTER: Final = re.compile(
    r"[ \t]*\n?[ \t]*(?:\{#(?P<name>[\w:.-]+)[^{}\n]*\}"
    r"|\((?P<myst>[A-Za-z][\w:.-]*)\)(?=[ \t]*(?:\n|\Z)))"
)
#: R Markdown's label inside a display.
_R_LABEL: Final = re.compile(r"\(\\#(?P<name>[A-Za-z][\w:.-]*)\)")
_IDENTIFIER: Final = re.compile(r"#(?P<name>[\w:.-]+)|\blabel\s*=\s*[\"']?(?P<label>[\w:.-]+)")
_CLASS: Final = re.compile(r"\.(?P<name>[\w-]+)")
_OPTION_LABEL: Final = re.compile(r"\s*:?(?:label|name)[:=]\s*(?P<name>\S+)")
_CALLOUT: Final = re.compile(r"\[!(?P<name>[A-Za-z][\w-]*)\][+-]?[ \t]*(?P<title>[^\n]*)")
#: Backslashes before what Markdown takes them from.
_ESCAPES: Final = re.compile(r"(?P<run>\\+)(?P<next>[!-/:-@\[-`{-~]?)")
#: A table's second line.
_RULER: Final = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")


def blank(text: str) -> str:
    """As many blanks, on as many lines."""
    return re.sub(r"[^\n]", " ", text)


def without_preamble(text: str, path: str) -> str:
    """A file's text with blanks for its front matter, and for what an MDX file imports, and with
    the marks of formulas in place of shortcodes around them.
    """
    if (front := FRONT_MATTER.match(text)) is not None:
        text = blank(text[: front.end()]) + text[front.end() :]
    if path.lower().endswith(".mdx"):
        for pattern in (_MODULE_LINES, _JSX_COMMENT):
            text = pattern.sub(lambda match: blank(match.group()), text)
    return _SHORTCODE.sub(_marked, text)


def _marked(shortcode: re.Match[str]) -> str:
    """`{{< katex >}} … {{< /katex >}}` with marks that Markdown's own formulas have."""
    formula = shortcode["formula"]
    if "$" in formula or "\\(" in formula or "\\[" in formula:
        return shortcode.group()
    said = (shortcode["options"] or "") + (shortcode["words"] or "")
    display = "display" in said or "block" in said or "\n" in formula.strip("\n ")
    opening, closing = ("$$", "$$") if display or "\n" in formula else ("\\(", "\\)")
    return (
        opening.rjust(len(shortcode["open"]), FILLER)
        + formula
        + closing.ljust(len(shortcode["close"]), FILLER)
    )


def label_after(text: str, start: int) -> tuple[str, int] | None:
    """The label after a display in running text, and where it ends."""
    match = _LABEL_AFTER.match(text, start)
    return None if match is None else (match["name"] or match["myst"], match.end())


def without_labels(text: str, formula: Fragment) -> tuple[Fragment, str]:
    """A formula without R Markdown's `(\\#eq:name)`, and the last such name."""
    kept: list[Range] = []
    label = ""
    for start, end in formula:
        position = start
        for match in _R_LABEL.finditer(text, start, end):
            label = match["name"]
            kept.append((position, match.start()))
            position = match.end()
        kept.append((position, end))
    return (tuple(kept), label) if label else (formula, "")


def unescaped(text: str, formula: Fragment) -> Fragment:
    """A formula between `\\\\(` and `\\\\)` as Markdown hands it on: without the backslashes that
    escape what follows them.
    """
    kept: list[Range] = []
    for start, end in formula:
        position = start
        for match in _ESCAPES.finditer(text, start, end):
            left = len(match["run"]) // 2
            if len(match["run"]) % 2 and not match["next"]:
                left += 1
            begin = match.end("run") - left
            if begin > match.start():
                if match.start() > position:
                    kept.append((position, match.start()))
                position = begin
        if position < end or position == start == end:
            kept.append((position, end))
    return tuple(kept)


def label_of_directive(info: str, options: list[str]) -> str:
    """What a directive is cited by: `:label: name` among its options, `{#name}`, `label="name"`."""
    for line in options:
        if (match := _OPTION_LABEL.match(line)) is not None:
            return match["name"]
    identifier = _IDENTIFIER.search(info.split("}", maxsplit=1)[0])
    return identifier["name"] or identifier["label"] if identifier is not None else ""


def scope_of_fence(info: str, name: str, title: str) -> Scope:
    """What a directive is, by its name, classes and identifier: `{prf:theorem}`, `{.theorem}`,
    `{#thm-sum}`, `theorem`.
    """
    if name[:1] not in {"#", "."}:
        return scope_of_directive(name, title)
    identifier = _IDENTIFIER.search(info)
    names = [match["name"] for match in _CLASS.finditer(info)]
    if identifier is not None and identifier["name"]:
        names.append(re.split(r"[-:]", identifier["name"])[0])
    return next((scope for each in names if (scope := scope_of(each))), "part")


def strange(info: str, name: str) -> str:
    """The name of a directive or class that does not say what stands in it; empty if it does."""
    if name[:1] not in {"#", "."}:
        return name if is_strange(name) else ""
    classes = [match["name"] for match in _CLASS.finditer(info)]
    known = not classes or any(not is_strange(each) for each in classes)
    return "" if known or scope_of_fence(info, name, "") != "part" else classes[0]


def untagged(html: str) -> str:
    """The words of HTML without its tags."""
    return re.sub(r"<[^<>]*>", " ", html)


def callout(text: str) -> tuple[Scope, int] | None:
    """What a quote that begins with `[!theorem]` is, and where its text begins."""
    match = _CALLOUT.match(text)
    if match is None:
        return None
    scope = scope_of(match["name"]) or scope_of_directive("admonition", match["title"])
    return scope, match.end()


def is_table(lines: list[str]) -> bool:
    """Whether the lines of a paragraph are a table."""
    return (
        len(lines) > 1 and "|" in lines[0] and "|" in lines[1] and bool(_RULER.fullmatch(lines[1]))
    )
