"""Parsing a printed document gives the document back."""

from __future__ import annotations

from hypothesis import assume, given, settings

from shomei.parser import parse
from shomei.parser.ast import Document
from shomei.parser.lexing.constants import is_letter
from shomei.parser.printer import print_document
from tests.parser.generators import documents


@given(documents)
@settings(max_examples=150, deadline=None)
def test_documents(document: Document) -> None:
    text = print_document(document)
    assume(not any(is_letter(text, name) for name in ("e", "pi")))  # `assume e > 0` is refused
    assert parse(text, document.path).items == document.items
