"""Signs of a term from the signs of its derivatives: it is not negative at a number, the anchor,
and rises from there on. Whether it rises is told by the sign of its derivative, which may in its
turn be told by that of the next one.

The rules are those of `Shomei.MeanValue`.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import Final

from shomei.emitter.effort import spend
from shomei.emitter.lean.names import identifier
from shomei.emitter.lean.render import by
from shomei.emitter.lean.script import GRIND, Clear, Exact, First, Have, Intro, Script
from shomei.emitter.lean.term import as_argument, function, real, relation
from shomei.emitter.method import Place, Problem
from shomei.emitter.proof.anchors import CLOSE, Anchor, surely
from shomei.emitter.proof.derivatives import derivative
from shomei.emitter.proof.justification import justify
from shomei.emitter.proof.numeric import evaluate
from shomei.emitter.proof.setting import Known, Setting
from shomei.emitter.search import inside
from shomei.obligations.definedness import own_conditions
from shomei.obligations.domain import tidy
from shomei.symbolic import cancelled
from shomei.terms.literals import ZERO
from shomei.terms.nodes import Binary, Expression, Negation, Relation, RelationOperator, Variable
from shomei.terms.substitution import fresh, substitute
from shomei.terms.walk import free_variables, subterms

#: How many derivatives are taken one after the other.
_DEEPEST: Final = 6
#: How many proofs of one sign are tried.
_TRIED: Final = 3


class Riser:
    """The lines of a proof that a term in one variable has a sign there, from an anchor."""

    def __init__(
        self,
        variable: str,
        anchor: Anchor,
        problem: Problem,
        setting: Setting,
        *,
        strict: bool,
        direct: bool = False,
    ) -> None:
        """`direct`: what laws may show is not told from a further derivative."""
        self.variable = variable
        self.anchor = anchor
        self.problem = problem
        self.setting = setting
        self.strict = strict
        self.direct = direct
        self.name = fresh(variable, {*setting.variables, variable})
        self.right = anchor.side == "right"
        own = Variable(variable)
        self.low: Expression = anchor.at if self.right else own
        self.high: Expression = own if self.right else anchor.at
        self.lines: list[Have] = []
        #: The lines that rest on others that speak of all numbers.
        self.resting: set[str] = set()

    def shown(self, term: Expression) -> Script | None:
        """A script that `term`, which may have the variable, is positive; not negative unless the
        goal is strict. Without one, None.
        """
        moving = substitute(term, {self.variable: Variable(self.name)})
        found = self._step(moving, 0)
        if found is None:
            return None
        slope, zero, sign = found
        text = self.setting.notation
        order = self.anchor.proof
        continuous = f"(Shomei.continuousOn_of_hasDerivAt {slope})"
        inner = (
            f"(fun _ h₁ h₂ => {slope} _ h₁.le h₂.le) (fun _ h₁ h₂ => {sign} _ "
            f"{self._weak('h₁')} {self._weak('h₂')})"
        )
        mapped = function(self.name, moving, text)
        lemma = f"Shomei.{self._kind()} (f := {mapped}) {order} {zero} {continuous} {inner}"
        return (*self._apart(), Exact(lemma))

    def _apart(self) -> Script:
        """The lines, each without what the others say of all numbers: `grind` would try that at
        every number that it meets.
        """
        found: list[Have] = []
        general: tuple[str, ...] = ()
        for line in self.lines:
            script: Script = (Exact(line.proof),) if isinstance(line.proof, str) else line.proof
            if general and line.name not in self.resting:
                script = (Clear(general), *script)
            found.append(replace(line, proof=script))
            if not line.name.startswith("start"):
                general = (*general, line.name)
        return tuple(found)

    def _kind(self) -> str:
        return f"{'pos' if self.strict else 'nonneg'}_of_deriv_{self.anchor.side}"

    def _weak(self, name: str) -> str:
        return name if self.strict else f"{name}.le"

    def _step(self, term: Expression, depth: int) -> tuple[str, str, str] | None:
        """The names of the lines that say what the derivative of the term is, that the term is not
        negative at the anchor, and the sign of the derivative between the anchor and the variable.
        """
        spend(300)
        inner, transported = self._between()
        found = derivative(term, self.name, Variable(self.name), inner)
        if found is None:
            return None
        slope = self._simplified(found.value, inner)
        zero = self._at_anchor(term, depth)
        if zero is None:
            return None
        proof = found.proof
        if slope != found.value:
            proof = f"Shomei.hasDerivAt_of_eq {proof} {self._same(found.value, slope, inner)}"
        name, text = identifier(self.name), self.setting.notation
        moved = inner.notation
        bounds = f"∀ {name} : ℝ, {real(self.low, text)} ≤ {name} → {name} ≤ {real(self.high, text)}"
        mapped = function(self.name, term, moved)
        stated = f"{bounds} → HasDerivAt {mapped} {as_argument(real(slope, moved))} {name}"
        label = f"slope{depth + 1}"
        line = Have(label, stated, f"fun {name} atleast atmost => ({transported}{proof})")
        before = len(self.lines)
        self.lines.append(line)
        sign = self._sign(slope if self.right else Negation(slope), depth + 1)
        if sign is None:
            del self.lines[before:]
            return None
        self.lines.append(self.lines.pop(before))
        return label, zero, sign

    def _sign(self, term: Expression, depth: int) -> str | None:
        """The name of a line that `term` is positive between the anchor and the variable."""
        inner = self._strictly_between()
        wanted = Relation(">" if self.strict else ">=", term, ZERO)
        if inner.seems(wanted) is False:
            return None
        name, label, text = identifier(self.name), f"sign{depth}", self.setting.notation
        order = "<" if self.strict else "≤"
        bounds = (
            f"∀ {name} : ℝ, {real(self.low, text)} {order} {name} → {name} {order} "
            f"{real(self.high, text)}"
        )
        signed = f"(0 : ℝ) {order} {real(term, inner.notation)}"
        stated = f"{bounds} → {signed}"
        direct = justify(wanted, inner)
        enter = self._enter()
        if direct is not None and surely(direct):
            self.lines.append(Have(label, stated, (*enter, Exact(direct))))
            return label
        by_quotient = self._quotient(term, depth, label, stated, inner)
        if by_quotient:
            return label
        if self.direct and direct is not None and "law1" in direct:
            self.lines.append(Have(label, stated, (*enter, Exact(direct))))
            return label
        deeper = self._step(term, depth) if depth < _DEEPEST else None
        if deeper is not None:
            self.lines.append(Have(label, stated, self._from(term, *deeper)))
            self.resting.add(label)
            return label
        ways = tuple(
            each.script
            for each in islice(
                inside(self.problem.within("arithmetic", wanted, Place(inner)), by_reason=False),
                _TRIED,
            )
        )
        if direct is not None:
            ways = ((Exact(direct),), *ways)
        if not ways:
            return None
        last = ways[0] if len(ways) == 1 else (First(ways),)
        self.lines.append(Have(label, stated, (*enter, *last)))
        return label

    def _quotient(
        self, term: Expression, depth: int, label: str, stated: str, inner: Setting
    ) -> bool:
        """Whether a quotient with a positive denominator has the sign, by that of its numerator;
        then there is a line that says so.
        """
        match term:
            case Binary(operator="/", left=above, right=below):
                pass
            case Negation(operand=Binary(operator="/", left=numerator, right=below)):
                above = Negation(numerator)
            case _:
                return False
        if self.name not in free_variables(above):
            return False
        positive = justify(Relation(">", below, ZERO), inner)
        if positive is None or not surely(positive):
            return False
        sign = self._sign(above, depth)
        if sign is None:
            return False
        own = self.lines.pop()
        self.lines.append(replace(own, name=f"part{depth}"))
        if label in self.resting:
            self.resting.discard(label)
            self.resting.add(f"part{depth}")
        lemma = f"div_{'pos' if self.strict else 'nonneg'}"
        if not self.strict:
            positive = f"(le_of_lt {positive})"
        quotient = f"{lemma} (part{depth} _ atleast atmost) {positive}"
        if isinstance(term, Negation):
            quotient = f"by rw [← neg_div]; exact {quotient}"
        self.lines.append(Have(label, stated, (*self._enter(), Exact(f"({quotient})"))))
        self.resting.add(label)
        return True

    def _from(self, term: Expression, slope: str, zero: str, sign: str) -> Script:
        """The sign of `term` at a number, from that of its derivative between the anchor and it."""
        if self.right:
            order = "atleast"
            whole = f"(le_trans h₂ {self._as_weak('atmost')})"
            slopes = f"fun _ h₁ h₂ => {slope} _ h₁ {whole}"
            strictly = f"fun _ h₁ h₂ => {slope} _ h₁.le (le_trans h₂.le {self._as_weak('atmost')})"
            beyond = "lt_trans h₂ atmost" if self.strict else "le_trans h₂.le atmost"
            signs = f"fun _ h₁ h₂ => {sign} _ {self._weak('h₁')} ({beyond})"
        else:
            order = "atmost"
            whole = f"(le_trans {self._as_weak('atleast')} h₁)"
            slopes = f"fun _ h₁ h₂ => {slope} _ {whole} h₂"
            strictly = f"fun _ h₁ h₂ => {slope} _ (le_trans {self._as_weak('atleast')} h₁.le) h₂.le"
            beyond = "lt_trans atleast h₁" if self.strict else "le_trans atleast h₁.le"
            signs = f"fun _ h₁ h₂ => {sign} _ ({beyond}) {self._weak('h₂')}"
        mapped = function(self.name, term, self._between()[0].notation)
        lemma = (
            f"Shomei.{self._kind()} (f := {mapped}) {order} {zero} "
            f"(Shomei.continuousOn_of_hasDerivAt ({slopes})) ({strictly}) ({signs})"
        )
        return (Intro((identifier(self.name), "atleast", "atmost")), Exact(lemma))

    def _as_weak(self, name: str) -> str:
        return f"{name}.le" if self.strict else name

    def _at_anchor(self, term: Expression, depth: int) -> str | None:
        """The name of a line that the term is not negative at the anchor."""
        at = substitute(term, {self.name: self.anchor.at})
        plain = tidy(at)
        points = self.setting.points or ({},)
        values = [evaluate(plain, point) for point in points]
        known = [value for value in values if value is not None]
        if any(value < -CLOSE for value in known):
            return None
        equal = all(abs(value) <= CLOSE for value in known)
        label, text = f"start{depth + 1}", self.setting.notation
        stated = f"(0 : ℝ) ≤ {real(at, text)}"
        goal = Relation("=" if equal else ">=", plain, ZERO)
        if plain == ZERO:
            script: Script = (Exact(f"(by grind : {stated})"),)
        else:
            ways = tuple(
                (Have("there", relation(goal, text), each.script), Exact("(by grind)"))
                for each in islice(
                    inside(
                        self.problem.within("arithmetic", goal, Place(self.setting)),
                        by_reason=False,
                    ),
                    _TRIED,
                )
            )
            if not ways:
                return None
            script = ways[0] if len(ways) == 1 else (First(ways),)
        self.lines.append(Have(label, stated, script))
        return label

    def _simplified(self, slope: Expression, inner: Setting) -> Expression:
        """The derivative in a form whose sign is easier to see."""
        plain = tidy(inner.plain(slope))
        return cancelled(plain) or plain

    def _same(self, one: Expression, other: Expression, inner: Setting) -> str:
        """A proof that two forms of a derivative are equal, where their denominators are not 0."""
        needs: dict[Relation, str] = {}
        for part in (*subterms(one), *subterms(other)):
            for need in own_conditions(part, inner.notation.naturals):
                proof = justify(need, inner) if need.operator == "!=" else None
                if proof is not None:
                    needs[need] = proof
        given = [
            Have(f"apart{index}", relation(need, inner.notation), proof)
            for index, (need, proof) in enumerate(needs.items(), start=1)
        ]
        same = relation(Relation("=", one, other), inner.notation)
        return f"({by(*given, GRIND, bracketed=True)} : {same})"

    def _enter(self) -> Script:
        """The number between the anchor and the variable, and what is known of it."""
        return (
            Intro((identifier(self.name), "atleast", "atmost")),
            *(Have(label, None, proof) for label, _, proof in self._transported()),
        )

    def _transported(self) -> list[tuple[str, Known, str]]:
        """What the bounds of the variable say of the number between it and the anchor: those on the
        side away from the anchor, and those on its side that the anchor has, too.
        """
        found: list[tuple[str, Known, str]] = []
        own, moving = Variable(self.variable), Variable(self.name)
        for known in self.setting.known:
            left, operator, right = (
                known.relation.left,
                known.relation.operator,
                known.relation.right,
            )
            for one, other, turn in ((left, right, False), (right, left, True)):
                if one != own or self.variable in free_variables(other) or operator in ("=", "!="):
                    continue
                upper = operator.startswith("<") != turn
                order: RelationOperator = "<=" if upper else ">="
                if len(operator) == 1:
                    order = "<" if upper else ">"
                bound, away = known.name, upper == self.right
                if not away:
                    at_anchor = Relation(order, self.anchor.at, other)
                    shown = None if other == self.anchor.at else justify(at_anchor, self.setting)
                    if shown is None:
                        continue
                    bound = f"({shown} : {relation(at_anchor, self.setting.notation)})"
                elif known.name == self.anchor.proof:
                    continue
                near = self._as_weak("atmost" if upper else "atleast")
                lemma = {
                    "<": f"lt_of_le_of_lt {near} {bound}",
                    "<=": f"le_trans {near} {bound}",
                    ">": f"lt_of_lt_of_le {bound} {near}",
                    ">=": f"le_trans {bound} {near}",
                }[order]
                label = f"bound{len(found) + 1}"
                found.append((label, Known(label, Relation(order, moving, other)), lemma))
        return found

    def _between(self) -> tuple[Setting, str]:
        """The setting of a number between the anchor and the variable, and the beginning of a term
        that states what is known of it.
        """
        moving = Variable(self.name)
        strict, self.strict = self.strict, False
        bounds = self._transported()
        self.strict = strict
        known = (
            Known("atleast", Relation(">=", moving, self.low)),
            Known("atmost", Relation("<=", moving, self.high)),
            *(each for _, each, _ in bounds),
        )
        given = "".join(f"have {label} := {proof}; " for label, _, proof in bounds)
        return self.setting.extend(known, (self.name,)), given

    def _strictly_between(self) -> Setting:
        moving = Variable(self.name)
        known = (
            Known("atleast", Relation(">" if self.strict else ">=", moving, self.low)),
            Known("atmost", Relation("<" if self.strict else "<=", moving, self.high)),
            *(each for _, each, _ in self._transported()),
        )
        return self.setting.extend(known, (self.name,))
