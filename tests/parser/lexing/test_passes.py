"""The passes over tokens: their order, and what each of them changes."""

import pytest
from lark import Token

from shomei.parser.declarations import Declarations
from shomei.parser.lexing import PASSES, arrange, scan
from shomei.parser.source import Source


def after(text: str, last: str | None = None) -> list[str]:
    """The terminals of a text after the passes up to `last`."""
    source, declarations = Source.of(text, "a.txt"), Declarations()
    declarations.functions["f"] = ("x",)
    tokens: list[Token] = scan(source, ((0, len(text)),), declarations)
    for each in PASSES:
        tokens = each(source, tokens, declarations)
        if each.__name__ == last:
            break
    return [token.type for token in tokens]


@pytest.mark.parametrize(
    ("last", "text", "terminals"),
    [
        ("join_rows", "x &= y \\\\ + z", ["NAME", "EQ", "NAME", "PLUS", "NAME"]),
        ("drop_punctuation", "x = y. \\tag{1}", ["NAME", "EQ", "NAME", "TAG"]),
        ("match_brackets", "|x|", ["LEFT_BAR", "NAME", "RIGHT_BAR"]),
        ("join_names", "x_{ij} + f''", ["NAME", "PLUS", "NAME", "PRIMES"]),
        ("settle_arguments", "\\sqrt[3]{x}", ["ROOT", "LBRACE", "NAME", "RBRACE"]),
        ("settle_arguments", "\\frac12", ["FRAC", "NUMBER", "NUMBER"]),
        ("settle_arguments", "-[x + y]", ["MINUS", "LPAR", "NAME", "PLUS", "NAME", "RPAR"]),
        ("find_differentials", "\\frac{d}{dx} x", ["DIFFERENTIAL", "NAME"]),
        ("mark_functions", "f(x)", ["CALLEE", "LPAR", "NAME", "RPAR"]),
    ],
)
def test_each_pass_turns_one_thing_into_another(last: str, text: str, terminals: list[str]) -> None:
    assert after(text, last) == terminals


def test_the_passes_are_made_in_the_order_of_the_list() -> None:
    text = "f'(x_1) &= \\frac{d}{dx} |x| ."
    source, declarations = Source.of(text, "a.txt"), Declarations()
    declarations.functions["f"] = ("x",)
    raw = scan(source, ((0, len(text)),), declarations)
    arranged = arrange(source, raw, declarations)
    assert [token.type for token in arranged] == after(text)
