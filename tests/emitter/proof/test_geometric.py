"""Terms as sums of powers with powers of the index."""

from __future__ import annotations

import pytest

from shomei.emitter.lean.term import Notation
from shomei.emitter.proof.geometric import as_powers, summed, written
from shomei.emitter.proof.numeric import evaluate
from shomei.parser import parse
from shomei.terms.literals import numeral
from shomei.terms.nodes import Expression
from shomei.terms.substitution import substitute

INDEX = Notation().bind("k", natural=True)


def term(text: str) -> Expression:
    """The term that a text says is 0."""
    chain = parse(f"let k \\in \\mathbb{{N}}\n{text} = 0", "a.txt").items[-1]
    return chain.first  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text",
    [
        "k r^k",
        "(k^2 - 3 k + 1) r^k",
        "\\frac{k + 1}{2^k}",
        "\\frac{2^k - 3^k}{5^k} + k \\left(\\frac{1}{7}\\right)^k",
        "(-1)^k r^{2 k}",
        "-a r^{k + 2}",
    ],
)
def test_a_term_is_the_difference_of_what_it_sums_to(text: str) -> None:
    body = term(text)
    found = as_powers(body, "k", INDEX)
    assert found is not None
    steps = summed(found.parts)
    assert steps is not None
    for k in range(1, 5):
        point = {"r": 0.3, "a": 1.7}
        at, next_ = (
            evaluate(substitute(written(steps, "k"), {"k": numeral(each)}), point)
            for each in (k, k + 1)
        )
        value = evaluate(substitute(body, {"k": numeral(k)}), point)
        assert None not in (at, next_, value)
        assert next_ - at == pytest.approx(value)  # type: ignore[operator]


@pytest.mark.parametrize(
    "text", ["r^{k^2}", "k^k", "\\frac{1}{k}", "\\frac{r^k}{k + 1}", "r^{k-1}"]
)
def test_other_terms_are_none(text: str) -> None:
    assert as_powers(term(text), "k", INDEX) is None


def test_the_index_alone_sums_to_no_such_term() -> None:
    found = as_powers(term("k + 1"), "k", INDEX)
    assert found is not None
    assert summed(found.parts) is None
