"""Claims under a condition in words, whose condition is assumed for them."""

from __future__ import annotations

from collections.abc import Mapping

from shomei.obligations.bounds import bounds
from shomei.obligations.steps import is_beyond_logic
from shomei.parser.ast import Chain, Link, LogicChain, LogicLink
from shomei.terms.nodes import NumberSet, Relation, Statement


def under_a_condition(
    item: Chain | LogicChain, domains: Mapping[str, NumberSet]
) -> tuple[Statement, Chain] | None:
    """The condition and the claim of `if x > 0, then …`, as an article's words say it, if the claim
    is about limits, derivatives or integrals, or about elements of sequences, which may stand for
    these: there is no implication of them, so that the condition is assumed for the claim. So is
    one that bounds an integer, since the claim may be proved by induction from there on.
    """
    match item:
        case LogicChain(
            first=condition,
            links=(
                LogicLink(operator="implies", right=Relation() as claim, in_prose=True) as link,
            ),
        ) if is_beyond_logic(claim) or any(
            domains.get(name) in {"N", "N+", "Z"} for name, _, _ in bounds(condition)
        ):
            only = Link(claim.operator, claim.right, link.reasons, span=link.span)
            chain = Chain(
                claim.left,
                (only,),
                item.tag,
                span=item.span,
                tentative=item.tentative,
                conditional=item.conditional,
                given=item.given,
                told=item.told,
            )
            return condition, chain
        case _:
            return None
