"""Makes text from a derivation safe to show: no character of it may control a terminal, reorder a
line or end an element.
"""

from __future__ import annotations

import re

# C0 and C1 controls, soft hyphen and other invisible format characters, line and paragraph
# separators, bidirectional overrides and isolates, interlinear and tag characters, surrogates and
# non-characters. The callers handle tabs and newlines.
_UNSEEN = re.compile(
    "["
    "\x00-\x1f\x7f-\x9f"
    "\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202f\u205f-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\uffff"
    "\ud800-\udfff\U000e0000-\U000e0fff"
    "]"
)

_SIGN = re.compile(r"[^\w\s]|_", re.ASCII)
_TICKS = re.compile(r"`+")


def visible(text: str) -> str:
    """One line in which every character that is invisible, or that moves what is visible, is
    written as `\\xNN` or `\\uNNNN`.
    """
    return _UNSEEN.sub(_name, text)


def visible_lines(text: str) -> str:
    """Like `visible`, but newlines stay (`\\r\\n` counts as one) and a tab becomes four spaces."""
    return "\n".join(
        visible(line.replace("\t", "    ")) for line in text.replace("\r\n", "\n").split("\n")
    )


def one_line(text: str) -> str:
    """The text on one line: runs of blanks and newlines become one space."""
    return visible(" ".join(text.split()))


def markdown(text: str) -> str:
    """The text on one line of Markdown that shows it as it is: no sign of it is a mark, in Markdown
    or in HTML.
    """
    return _SIGN.sub(lambda match: f"&#{ord(match[0])};", one_line(text))


def fenced(text: str, language: str = "") -> str:
    """A block of code in Markdown that holds these lines; nothing in them ends it."""
    shown = visible_lines(text)
    fence = "`" * max(3, *(len(run) + 1 for run in _TICKS.findall(shown)), 3)
    return f"{fence}{language}\n{shown}\n{fence}"


def escape_unseen_json(text: str) -> str:
    """A JSON text whose strings contain no raw invisible characters, so that printing it is safe.
    The values stay the same.
    """
    # Unlike `visible` this keeps the newlines of the layout; the encoder has escaped those inside
    # strings.
    return _UNSEEN.sub(
        lambda match: match.group() if match.group() == "\n" else _json_escape(match.group()), text
    )


def _name(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _json_escape(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))
