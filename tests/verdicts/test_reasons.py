"""Notices on reasons that no proof needed."""

from __future__ import annotations

from dataclasses import replace

from shomei.emitter.model import Emission
from shomei.obligations.model import Obligation, Plan
from shomei.parser.reason_nodes import Named, Reason
from shomei.terms.diagnostics import Diagnostic, note
from shomei.terms.nodes import Span
from shomei.verdicts.model import REASON_NOT_USED
from shomei.verdicts.reasons import unused_reasons
from shomei.verdicts.standing import Outcome, Proof, Rejection
from tests.fakes import claim, obligation, theorem

PRODUCT = Named("product rule", ("product_rule",), span=Span(8, 20, 1, 9, 1, 21))
ALGEBRA = Named("algebra", ("algebra",), span=Span(25, 32, 1, 26, 1, 33))


def notices(
    *steps: tuple[str, tuple[Reason, ...], bool, frozenset[str]], known: bool = True
) -> tuple[Diagnostic, ...]:
    """Of steps by name, with their reasons, whether they are proved, and what the proof uses."""
    obligations, emissions, outcomes = [], {}, dict[str, Outcome]()
    for name, reasons, proved, uses in steps:
        obligations.append(replace(obligation(name), reasons=reasons))
        proof = replace(theorem(name, how="algebra, log_mul"), uses=uses)
        emissions[name] = Emission((claim(proof),))
        outcomes[name] = Proof(proof, "", (), False) if proved else Rejection(proof)

    def is_used(reason: Reason, _: Obligation, found: frozenset[str]) -> bool | None:
        assert isinstance(reason, Named)
        return bool(found & set(reason.ids)) if known else None

    return unused_reasons(Plan(tuple(obligations)), emissions, outcomes, is_used)


ARITHMETIC = frozenset({"algebra"})


def test_a_reason_that_the_proof_did_not_need_is_told_at_its_place() -> None:
    [notice] = notices(("a", (PRODUCT, ALGEBRA), True, ARITHMETIC))
    assert notice == note(
        REASON_NOT_USED, "proved by algebra, log_mul, not by the product rule", PRODUCT.span
    )


def test_one_link_that_uses_it_is_enough() -> None:
    product = frozenset({"product_rule"})
    one, other = ("a", (PRODUCT,), True, ARITHMETIC), ("b", (PRODUCT,), True, product)
    assert notices(one, other) == ()
    assert len(notices(one, ("b", (PRODUCT,), True, ARITHMETIC))) == 1


def test_nothing_is_said_where_a_step_is_not_proved() -> None:
    one, other = ("a", (PRODUCT,), True, ARITHMETIC), ("b", (PRODUCT,), False, ARITHMETIC)
    assert notices(one, other) == ()


def test_nothing_is_said_of_what_names_nothing_or_stands_nowhere() -> None:
    assert notices(("a", (PRODUCT,), True, ARITHMETIC), known=False) == ()
    assert notices(("a", (Named("product rule", ("product_rule",)),), True, ARITHMETIC)) == ()
