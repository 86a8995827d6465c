"""The record of an operation: everything that Shomei knows about one function or
operator.

A record consists of data and of pure functions of terms and numbers. It names Lean's lemmas but
builds no proofs: the rooms that parse, print, prove, evaluate and refute read it. If a record lacks
a field, `absent` says why, so that a forgotten field cannot be mistaken for a deliberate omission.

Lean text in a record has gaps. `{x}` is the first argument, as an argument of a function; `{1}`,
`{2}`, … are the proofs of the premises, in order; `{inner}` is the proof of the statement about the
argument, and `{term}` the whole term.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from fractions import Fraction
from typing import Literal, TypeAlias

from shomei.arithmetic.value import Value
from shomei.terms.nodes import Expression, Infinity, Relation

#: Terms of the operation's arguments.
Arguments: TypeAlias = tuple[Expression, ...]
#: The relation of a term to 0.
Sign: TypeAlias = Literal[">", ">=", "!=", "<"]
Language: TypeAlias = Literal["en", "ja"]


class Binding(IntEnum):
    """How tightly a printed term binds, named after the rules of the grammar."""

    SUM = 0
    PRODUCT = 1  # may end in a limit or a sum, which would include what follows
    CLOSED = 2
    ADJACENT = 3
    FACTOR = 4
    ATOM = 5


@dataclass(frozen=True, slots=True)
class Notation:
    """How LaTeX writes the operation.

    `command` precedes the argument (`\\sin`, `\\operatorname{sech}`) and carries an exponent:
    `\\sin^{2} x`. Any other notation is a `pattern`, in which `{0}` is the first argument as it is,
    `{0:argument}` in brackets unless it is a number or a letter, `{0:postfix}` in brackets unless
    it holds together under `!`, `{0:script}` as a sub- or superscript, `{0:numerator}` above a
    fraction line, and `{0:sum}` (or another `Binding`) in brackets if it binds less tightly.
    `binding` says how tightly the whole binds. `raised`: it carries an exponent without brackets.
    Not `juxtaposed`: a factor before it needs a sign.

    `read` are the names that are read as this operation, after a backslash or inside
    `\\operatorname`, its own name first; those in `bare` are also read without a backslash, with a
    note. Notation that the grammar reads by its own rules (`\\sqrt[n]{x}`, `|x|`, `n!`) has none.
    """

    command: str = ""
    pattern: str = ""
    binding: Binding = Binding.FACTOR
    raised: bool = False
    juxtaposed: bool = True
    read: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LeanForm:
    """How Lean writes the operation: `head` is Mathlib's function, empty if there is none.

    `arguments` are real numbers, `typed` real numbers (numerals need a type ascription), or
    `natural` numbers, in which case the value is cast from a natural number too. `level` is the
    precedence of an operator, whose `head` is its sign.
    """

    head: str = ""
    arguments: Literal["real", "typed", "natural"] = "real"
    level: int = 0


@dataclass(frozen=True, slots=True)
class Need:
    """A condition under which the operation is defined, and its description in words: "the argument
    of a logarithm".
    """

    condition: Relation
    why: str


@dataclass(frozen=True, slots=True)
class SignRule:
    """`value sign 0` under `premises` on the arguments, by the Lean term `proof`, which is empty if
    the proof search has its own way.

    `stated`: the premises are looked up among the hypotheses and not searched for. `iff`: where the
    operation is defined, the premises also follow from the sign, so that a condition on the value
    may be stated as one on the arguments. (Of `x^n > 0` a reader states x > 0, for any n.)
    """

    sign: Sign
    proof: str
    premises: tuple[Relation, ...] = ()
    stated: bool = False
    iff: bool = False


@dataclass(frozen=True, slots=True)
class Bounds:
    """The greatest lower and the least upper bound of the values, if they are rational numbers;
    `open` bounds are not attained. `lower_lemma` states `lower ≤ f x` (or `<`) for x, `upper_lemma`
    the other bound.
    """

    lower: Fraction | None = None
    upper: Fraction | None = None
    lower_open: bool = False
    upper_open: bool = False
    lower_lemma: str = ""
    upper_lemma: str = ""


@dataclass(frozen=True, slots=True)
class Parity:
    """Odd or even, with the lemma that states it for `-x` (`Real.sin_neg`)."""

    kind: Literal["odd", "even"]
    lemma: str


@dataclass(frozen=True, slots=True)
class Monotonicity:
    """A function that increases on its domain: `weak` proves `f a ≤ f b` from a proof `{inner}` of
    `a ≤ b`, `strict` likewise for `<`. Each has its own premises on a.

    `transposed` are the four lemmas of a function f with an inverse g, each an equivalence from
    `{1}`, the premise on the argument of f: between `x < f b` and `g x < b`, `x ≤ f b` and `g x ≤
    b`, `f a < x` and `a < g x`, `f a ≤ x` and `a ≤ g x`.
    """

    weak: str
    strict: str
    weak_needs: Callable[[Expression], tuple[Relation, ...]] = lambda _: ()
    strict_needs: Callable[[Expression], tuple[Relation, ...]] = lambda _: ()
    transposed: tuple[str, str, str, str] | None = None


@dataclass(frozen=True, slots=True)
class Slope:
    """The chain rule of the operation: `rule` is a lemma of `Shomei` that takes the derivative of
    each argument and a proof of each of `needs`; `value(u, du)` (or `value(u, v, du, dv)`) is the
    derivative at the arguments u, v with the derivatives du, dv.
    """

    rule: str
    value: Callable[..., Expression]
    needs: Callable[..., tuple[Relation, ...]] = lambda *_: ()


@dataclass(frozen=True, slots=True)
class Continuity:
    """The limit of the operation is its value at the limits of its arguments: `rule` is a lemma of
    `Shomei` that takes the limit of each argument and a proof of each of `needs` for those limits.
    """

    rule: str
    needs: Callable[..., tuple[Relation, ...]] = lambda *_: ()


@dataclass(frozen=True, slots=True)
class End:
    """The limit of the operation as its argument tends to `at`: infinity, or 0 from above ("0+").
    `proof` is a Lean term, in which `{1}` proves that the argument tends there.
    """

    at: Literal["+oo", "-oo", "0+"]
    value: Expression | Infinity
    proof: str


@dataclass(frozen=True, slots=True)
class KnownLimit:
    """`pattern`, in the variable t, tends to `value` as t tends to `point` without being equal to
    it, by `lemma`: `sin t / t` tends to 1.
    """

    pattern: Expression
    point: Expression
    value: Expression
    lemma: str


def nothing_exact(_values: Sequence[object]) -> Fraction | None:
    """For operations without exactly known values."""
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """Everything that is known of one operation on real numbers.

    - `words`: what it is called, with its article.
    - `respelled`: the same by other operations, where the rules and Lean's text are written for
      those; None of arguments for which there is nothing to respell.
    - `needs`: what it takes to be defined, of its arguments and of the names of natural numbers.
    - `inverse`: the terms that argument number i may be where the operation has a given value.
    - `along`: a term whose derivative it has, where it has no rule of its own.
    - `exact`: the value at numbers or terms where it is a fraction to be known by sight; fed with
      fractions, with residues or with terms, none of which is an interval.
    - `approximate`: the value at floats. Raises ValueError or ArithmeticError where there is none.
    - `value`: the value at exact numbers or intervals, to a precision in bits. Raises
      `OutsideDomain` or `Undecided`.
    - `sympy`: sympy's name for it, as a function of one argument.
    - `angle`: its argument is an angle, so that fractions of π are worth trying.
    - `laws`: the file in `laws/` that holds those about it.
    """

    name: str
    notation: Notation
    words: Mapping[Language, str]
    lean: LeanForm
    arity: int = 1
    respelled: Callable[[Arguments], Expression | None] | None = None
    needs: Callable[[Arguments, frozenset[str]], tuple[Need, ...]] | None = None
    signs: Callable[[Arguments], tuple[SignRule, ...]] | None = None
    bounds: Bounds | None = None
    parity: Parity | None = None
    monotonicity: Monotonicity | None = None
    inverse: Callable[[Arguments, int, Expression], tuple[Expression, ...]] | None = None
    derivative: Slope | None = None
    along: Callable[[Arguments], Expression] | None = None
    continuity: Continuity | None = None
    ends: tuple[End, ...] = ()
    limits: tuple[KnownLimit, ...] = ()
    exact: Callable[[Sequence[object]], Fraction | None] = nothing_exact
    approximate: Callable[..., float]
    value: Callable[..., Value]
    sympy: str = ""
    angle: bool = False
    laws: str = ""
    absent: Mapping[str, str] = field(default_factory=dict)
