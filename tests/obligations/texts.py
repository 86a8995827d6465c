"""Terms and plans from the notation of derivations."""

from shomei.obligations import Plan, build
from shomei.parser import parse
from shomei.parser.ast import Chain
from shomei.terms.nodes import Expression

NATURALS = "let n, k \\in \\mathbb{N}\n"


def plan(text: str) -> Plan:
    return build(parse(text, "example.txt"))


def term(text: str) -> Expression:
    """The expression that a text writes, in which n and k are natural numbers."""
    *_, item = parse(f"{NATURALS}{text} = 0\n", "term.txt").items
    assert isinstance(item, Chain)
    return item.first  # type: ignore[return-value]
