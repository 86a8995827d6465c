"""Mutants differ from their derivation in one thing, and can be read."""

from __future__ import annotations

from shomei.parser import parse, printer
from tests.mutation.mutants import mutants

TEXT = r"""
assume x > 0, a > 1
define f(x) = \log x
formula (1): \sqrt{X^2} = X if X \ge 0
\frac{x^2 - 1}{x + 1}
  = x - 1   by algebra
f'(x) = \lim_{h \to 0} \frac{f(x + h) - f(x)}{h}
\sum_{k=1}^{3} k = 6
x = 2 \Rightarrow x^2 = 4
"""


def test_each_mutant_is_another_derivation() -> None:
    original = parse(TEXT, "example.txt")
    found = list(mutants(original))
    assert len(found) > 100
    assert all(mutant.document.items != original.items for mutant in found)
    for mutant in found:
        text = printer.print_document(mutant.document)
        assert text != printer.print_document(original)


def test_each_kind_of_change_is_made() -> None:
    changes = {mutant.change.split(": ")[-1] for mutant in mutants(parse(TEXT, "example.txt"))}
    assert changes >= {
        "a number",
        "a sign",
        "a variable",
        "an operator",
        "an order",
        "an exponent",
        "a function",
        "a relation",
        "a connective",
        "a bound",
        "a limit's point",
        "a hypothesis dropped",
        "a part dropped",
        "an order of a derivative",
    }


def test_one_line_changes() -> None:
    original = printer.print_document(parse(TEXT, "example.txt")).split("\n")
    for mutant in mutants(parse(TEXT, "example.txt")):
        changed = printer.print_document(mutant.document).split("\n")
        if len(changed) == len(original):
            assert sum(one != other for one, other in zip(original, changed, strict=True)) == 1
        else:
            assert len(changed) == len(original) - 1
