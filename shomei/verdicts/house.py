"""What a project assumes in all its texts: hypotheses and declarations that stand before the first
line of each, in line 0. Every verdict names those that it rests on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final, TypeVar

from shomei.parser.ast import Assume, Document, Item, Let
from shomei.terms.nodes import Span

_BEFORE: Final = Span(0, 0, 0, 1, 0, 1)
_T = TypeVar("_T")


def house_items(lines: Sequence[str]) -> tuple[Item, ...]:
    """The items of lines such as `assume x > 0` and `let n \\in \\mathbb{N}`. Raises `ValueError`
    for a line that does not parse, or says anything else.
    """
    return tuple(item for line in lines for item in _read(line))


def with_house(document: Document, items: tuple[Item, ...]) -> Document:
    """The document with these before its own items."""
    return replace(document, items=(*items, *document.items)) if items else document


def _read(line: str) -> tuple[Item, ...]:
    from shomei.parser import parse
    from shomei.parser.errors import SyntaxProblem

    try:
        document = parse(line, "settings.txt")
    except SyntaxProblem as problem:
        raise ValueError(f"{line!r}: {problem.problems[0].message}") from None
    if not document.items or not all(map(_is_hypothesis, document.items)):
        raise ValueError(f"{line!r}: write `assume …` or `let … \\in …`")
    return tuple(_before(_as_said(item)) for item in document.items)


def _is_hypothesis(item: Item) -> bool:
    return isinstance(item, Assume) or (isinstance(item, Let) and item.domain is not None)


def _as_said(item: Item) -> Item:
    """As an article's words say it: what its expressions need beside may still be inferred."""
    return replace(item, in_prose=True) if isinstance(item, Assume | Let) else item


def _before(node: _T) -> _T:
    """The node with all its places before the text."""
    return _placed(node)  # type: ignore[no-any-return]


def _placed(node: Any) -> Any:
    if isinstance(node, Span):
        return _BEFORE
    if isinstance(node, tuple):
        return tuple(_placed(each) for each in node)
    if is_dataclass(node) and not isinstance(node, type):
        changed = {
            each.name: _placed(getattr(node, each.name)) for each in fields(node) if each.init
        }
        return type(node)(**changed)
    return node
