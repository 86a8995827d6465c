"""A name in a sentence that goes on to name something by it: `$p = s(z)$ とすると、$$ L = … $$`."""

import pytest

import shomei


def verdict(text: str) -> str | None:
    """The verdict of the last formula."""
    report = shomei.check(text, suffix=".md", fast=True, ledger=False)
    return report.formulas[-1].verdict


@pytest.mark.parametrize(
    "said",
    [
        "$q = 3 z^2$ とすると、",
        "比率を $q = 3 z^2$ とおくと、",
        "さらに $q = 3 z^2$ とおく。",
        "長さを $q = 3 z^2$ とし、",
    ],
)
def test_what_is_named_by_it_has_its_value(said: str) -> None:
    text = f"{said}費用は\n\n$$ K = q + z $$\n\nである。したがって\n\n$$ K = {{}} $$\n\nである。"
    assert verdict(text.format("z (3 z + 1)")) == "plausible"
    assert verdict(text.format("z (3 z + 2)")) != "plausible"


def test_a_value_for_one_claim_does_not_last() -> None:
    text = (
        "$q = 3$ を代入すると\n\n$$ K = q + z $$\n\nである。一般に\n\n$$ K = z + 3 $$\n\nである。"
    )
    assert verdict(text) != "plausible"


def test_an_english_sentence() -> None:
    text = "With $q = 3 z^2$, the cost is\n\n$$ K = q + z. $$\n\nHence\n\n$$ K = z (3 z + 1). $$"
    assert verdict(text) == "plausible"
