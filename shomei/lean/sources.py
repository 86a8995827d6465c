"""Declarations of Lean sources: their names in full and the text of their statements.

In: the text of a Lean file in the style of Mathlib, where each command begins in the first column.
Out: its commands in order, and for each declaration its name with the namespaces around it. This
reads text; it is not Lean's parser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_WORDS: Final = "private|protected|noncomputable|nonrec|public|scoped|unsafe|partial|local|meta"
_KINDS: Final = (
    "theorem|lemma|irreducible_def|def|abbrev|instance|class|structure|alias|inductive|axiom|opaque"
)
_NAME: Final = r"[^\s:({\[⦃,⟨⟩]+"
_HEAD = re.compile(
    rf"(?P<words>(?:(?:{_WORDS})\s+)*)(?P<kind>class\s+inductive|{_KINDS})\b"
    rf"(?:\s*\(priority\s*:=\s*\w+\))?\s*(?P<name>{_NAME})?"
)
_PREFIX = re.compile(
    r"(?:omit|include|open|set_option|variable|attribute)\b[^\n]*?(?:\n[ \t]+[^\n]*?)*?\bin\b\s*"
)
_SECTION = re.compile(r"(?:(?:@\[[^\]]*\]|public|noncomputable|meta)\s+)*(?:section|mutual)\b")
_IN_CODE = re.compile(r'"(?:\\.|[^"\\])*"|/-|--[^\n]*')
_IN_COMMENT = re.compile("/-|-/")
_OPENING, _CLOSING = "([{⦃⟨", ")]}⦄⟩"


@dataclass(frozen=True, slots=True)
class Command:
    """A command of a Lean file: its text without comments, and the names of the namespaces and
    sections that are open there; a section has the name "" in front of its own.
    """

    text: str
    namespace: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Declaration:
    """A declaration: `kind` as it is written (`theorem`, `def`, …), `name` in full, the attributes
    before it, and `signature`, the text between the name and `:=` or `where`.
    """

    kind: str
    name: str
    attributes: str
    signature: str
    body: str
    private: bool


def without_comments(text: str) -> str:
    """`text` without its comments."""
    parts: list[str] = []
    place = start = depth = 0
    while match := (_IN_COMMENT if depth else _IN_CODE).search(text, place):
        place = match.end()
        if match.group() == "/-":
            if depth == 0:
                parts.append(text[start : match.start()])
            depth += 1
        elif match.group() == "-/":
            depth -= 1
            start = place
        elif match.group().startswith("--"):
            parts.append(text[start : match.start()])
            start = place
    return "".join([*parts, text[start:] if depth == 0 else ""])


def commands(text: str) -> Iterator[Command]:
    """The commands of a Lean file, in order."""
    open_: list[str] = []
    for part in re.split(r"\n(?=[^\s)\]}|])", "\n" + without_comments(text)):
        command = part.strip()
        if not command:
            continue
        yield Command(command, tuple(name for name in open_ if name and not name.startswith("\0")))
        word, _, rest = command.partition(" ")
        if _SECTION.match(command):
            open_.append("\0")
        elif word == "namespace":
            open_ += rest.split()[0].split(".")
            open_.append("")  # where this `namespace` ends
        elif word == "end" or command == "end":
            _close(open_, rest.split()[0] if rest.split() else "")


def _close(open_: list[str], name: str) -> None:
    """Ends the innermost section, or as many names of namespaces as `name` has."""
    if open_ and open_[-1].startswith("\0"):
        open_.pop()
        return
    if not open_:
        return
    open_.pop()
    for _ in name.split(".") if name else ["one"]:
        if open_ and open_[-1]:
            open_.pop()


def declarations(text: str) -> Iterator[tuple[Command, Declaration]]:
    """The declarations of a Lean file that have a name, each with its command."""
    pending = ""
    for command in commands(text):
        body = pending + command.text
        attributes = ""
        while True:
            if match := re.match(r"@\[(?:[^\[\]]|\[[^\[\]]*\])*\]\s*", body):
                attributes += match.group()
            elif not (match := _PREFIX.match(body)):
                break
            body = body[match.end() :]
        if not body:  # only a prefix: the command that it is of comes next
            pending = command.text + "\n" if not pending else pending + command.text + "\n"
            continue
        pending = ""
        head = _HEAD.match(body)
        if head is None:
            yield from _mentions(command, body)
            continue
        if head["kind"] == "alias":
            yield from _aliases(command, body, attributes)
            continue
        if head["name"] is None:
            continue
        rest = body[head.end() :]
        signature, rest = split_at_value(rest)
        yield (
            command,
            Declaration(
                kind=head["kind"],
                name=full_name(command.namespace, head["name"].rstrip(".")),
                attributes=attributes,
                signature=signature.strip(),
                body=rest,
                private="private" in head["words"].split(),
            ),
        )


def _aliases(command: Command, body: str, attributes: str) -> Iterator[tuple[Command, Declaration]]:
    names, _, value = body.partition("alias")[2].partition(":=")
    for name in re.findall(r"[^\s⟨⟩,]+", names):
        if name != "_":
            full = full_name(command.namespace, name)
            yield command, Declaration("alias", full, attributes, value.strip(), "", False)


def _mentions(command: Command, body: str) -> Iterator[tuple[Command, Declaration]]:
    """What is no declaration of its own: `export`, and attributes that are given later."""
    if match := re.match(r"export\s+(\S+)\s*\(([^)]*)\)", body):
        for name in match[2].split():
            full = full_name(command.namespace, name)
            yield command, Declaration("export", full, "", f"{match[1]}.{name}", "", False)
    if match := re.match(r"attribute\s*(\[.*\])\s*([^\[\]]*)\Z", body, re.DOTALL):
        for name in match[2].split():
            full = full_name(command.namespace, name)
            yield command, Declaration("attribute", full, f"@{match[1]}", "", "", False)


def full_name(namespace: tuple[str, ...], name: str) -> str:
    """The name in full of what is declared as `name` in `namespace`."""
    if name.startswith("_root_."):
        return name.removeprefix("_root_.")
    return ".".join([*namespace, name])


def split_at_value(text: str) -> tuple[str, str]:
    """`text` before and after its first `:=`, `where` or `|` outside brackets."""
    depth = 0
    for match in re.finditer(r":=|\bwhere\b|\n\s*\||[(\[{⦃⟨)\]}⦄⟩]", text):
        token = match.group()
        if token in _OPENING:
            depth += 1
        elif token in _CLOSING:
            depth -= 1
        elif depth == 0:
            return text[: match.start()], text[match.end() :]
    return text, ""


def explicit_arguments(signature: str) -> list[str]:
    """The names of the explicit arguments before the colon of a signature, in order."""
    names: list[str] = []
    depth = start = 0
    for place, sign in enumerate(signature):
        if sign == ":" and depth == 0:
            break
        if sign in _OPENING:
            start = place if depth == 0 else start
            depth += 1
        elif sign in _CLOSING:
            depth -= 1
            if depth == 0 and signature[start] == "(":
                names += signature[start + 1 : place].partition(":")[0].split()
    return names
