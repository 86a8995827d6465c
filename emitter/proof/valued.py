"""A term with its value and the proof of that, and what proofs by values are made of."""

from __future__ import annotations

from dataclasses import dataclass

from shomei.emitter.lean.script import Have, Obtain, Script
from shomei.emitter.lean.statement import value_of
from shomei.emitter.lean.term import Unprintable, real
from shomei.emitter.method import Problem
from shomei.emitter.proof.approach import Approach
from shomei.emitter.proof.setting import Setting
from shomei.terms.nodes import Derivative, Expression, Infinity, Limit, Prime
from shomei.terms.walk import is_limiting


@dataclass(frozen=True, slots=True)
class Valued:
    """A proof (a Lean term, after `before`) that a limiting term has the value `value`."""

    value: Expression
    proof: str
    before: Script = ()
    requires: tuple[str, ...] = ()
    how: str = ""
    uses: frozenset[str] = frozenset()


def transport(term: Expression, proof: str, equation: str, notation_setting: Setting) -> str:
    """`proof` that `term` has the value `a`, as a proof that it has the value `b`, by `equation : a
    = b`.
    """
    match term:
        case Limit():
            return f"Shomei.tendsto_value {proof} {equation}"
        case Prime(order=1) | Derivative(order=1):
            return f"Shomei.hasDerivAt_of_eq {proof} {equation}"
        case _:
            return (
                "Eq.mp (congrArg (fun value : ℝ => "
                f"{value_of(term, 'value', notation_setting.notation)}) {equation}) {proof}"
            )


def sides_of(problem: Problem) -> tuple[Expression, Expression]:
    """The limiting side of an equation, and the plain one."""
    left, right = problem.relation.left, problem.relation.right
    return (right, left) if is_limiting(right) else (left, right)


def in_brackets(term: Expression, setting: Setting) -> str:
    """A plain term as Lean text that is one argument."""
    return f"({real(setting.plain(term), setting.notation)})"


def unique(term: Expression, proof: str, other: str, name: str = "same") -> Script:
    """A script that turns `other`, a proof that `term` has some value w, into `name : w = v`, from
    `proof` that it has the value v.
    """
    match term:
        case Limit(natural=True):
            return (Have(name, None, f"Shomei.limit_unique_natural {other} {proof}"),)
        case Limit():
            approach = Approach.of(term)
            if isinstance(approach.point, Infinity):
                lemma = "atTop" if approach.point.positive else "atBot"
            else:
                lemma = {None: "punctured", "+": "right", "-": "left"}[approach.side]
            return (Have(name, None, f"Shomei.limit_unique_{lemma} {other} {proof}"),)
        case Prime(order=1) | Derivative(order=1):
            return (Have(name, None, f"HasDerivAt.unique {other} {proof}"),)
        case Prime(order=2) | Derivative(order=2):
            alike = (
                "Filter.Eventually.mono (Filter.Eventually.and near_one near_other) fun _ both "
                "=> HasDerivAt.unique both.1 both.2"
            )
            at_two = f"((Shomei.hasDerivAt_congr ({alike})).2 at_other)"
            return (
                Obtain("⟨one, near_one, at_one⟩", other),
                Obtain("⟨other, near_other, at_other⟩", proof),
                Have(name, None, f"HasDerivAt.unique at_one {at_two}"),
            )
        case _:
            raise Unprintable("uniqueness of a composed value")
