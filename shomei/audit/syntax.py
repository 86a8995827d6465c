"""The tree of a theorem's signature, as it is written: names and signs, no meaning yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

#: `ℝ`, `ℕ`, `Filter ℝ`, or a type of functions such as `ℝ → ℝ` and `ℕ → ℕ → ℝ`.
Type: TypeAlias = str
Mark: TypeAlias = Literal["𝓝", "𝓝[≠]", "𝓝[>]", "𝓝[<]"]


@dataclass(frozen=True, slots=True)
class Name:
    """A variable or a constant: `x`, `Real.pi`, `atTop`."""

    text: str


@dataclass(frozen=True, slots=True)
class Numeral:
    """`12`: of which type, its surroundings say."""

    value: int


@dataclass(frozen=True, slots=True)
class Ascription:
    """`(term : type)`."""

    term: Term
    type: Type


@dataclass(frozen=True, slots=True)
class Apply:
    """A function and its arguments."""

    function: Term
    arguments: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """`if condition then chosen else otherwise`."""

    condition: Term
    chosen: Term
    otherwise: Term


@dataclass(frozen=True, slots=True)
class Infix:
    """`left sign right`: arithmetic, a relation or a connective."""

    sign: str
    left: Term
    right: Term


@dataclass(frozen=True, slots=True)
class Negate:
    """`-term`."""

    term: Term


@dataclass(frozen=True, slots=True)
class Lambda:
    """`(fun variable : type => body)`."""

    variable: str
    type: Type
    body: Term


@dataclass(frozen=True, slots=True)
class Quantified:
    """`∀ variables : type, body` or `∃ …`."""

    sign: Literal["∀", "∃"]
    variables: tuple[str, ...]
    type: Type
    body: Term


@dataclass(frozen=True, slots=True)
class Eventually:
    """`∀ᶠ variable in filter, body`."""

    variable: str
    filter: Term
    body: Term


@dataclass(frozen=True, slots=True)
class Big:
    """`(∑ variable ∈ range, body)` or `(∏ …)`."""

    sign: str
    variable: str
    range: Term
    body: Term


@dataclass(frozen=True, slots=True)
class Near:
    """`𝓝 point`, `𝓝[≠] point` and the one-sided ones."""

    mark: Mark
    point: Term


Term: TypeAlias = (
    Name
    | Numeral
    | Ascription
    | Apply
    | Choice
    | Infix
    | Negate
    | Lambda
    | Quantified
    | Eventually
    | Big
    | Near
)


@dataclass(frozen=True, slots=True)
class Binder:
    """`(names : type)`: variables where `type` is a type, a hypothesis where it is a
    proposition.
    """

    names: tuple[str, ...]
    type: Type | Term


@dataclass(frozen=True, slots=True)
class Signature:
    """What stands between `theorem` and ` := by`."""

    name: str
    binders: tuple[Binder, ...]
    statement: Term
