"""Parses the signature of a theorem into a tree. `signature.lark` is the grammar."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any, TypeAlias, cast

from lark import Lark, Token, Transformer
from lark.exceptions import LarkError, UnexpectedInput

from shomei.audit.syntax import (
    Apply,
    Ascription,
    Big,
    Binder,
    Choice,
    Eventually,
    Infix,
    Lambda,
    Name,
    Near,
    Negate,
    Numeral,
    Quantified,
    Signature,
    Term,
    Type,
)
from shomei.storage.tables import tables_of

#: Nobody writes longer numerals and texts, and reading them would take long.
MOST_DIGITS = 4000
LONGEST = 400_000

_Parts: TypeAlias = list[Any]


class Unreadable(Exception):  # noqa: N818 (an outcome that callers expect, named for what the text is)
    """The text does not have the form of a stated theorem."""


class _Builder(Transformer[Token, Signature]):
    def start(self, parts: _Parts) -> Signature:
        name, *binders, statement = parts
        return Signature(str(name), tuple(binders), statement)

    def binder(self, parts: _Parts) -> Binder:
        return Binder(parts[0], parts[1])

    def names(self, parts: _Parts) -> tuple[str, ...]:
        return tuple(map(str, parts))

    def type(self, parts: _Parts) -> Type:
        return str(parts[0])

    def arrow(self, parts: _Parts) -> Type:
        return " → ".join(map(str, parts))

    def filter_type(self, parts: _Parts) -> Type:
        return f"Filter {parts[0]}"

    def iff(self, parts: _Parts) -> Term:
        return Infix("↔", *parts)

    def implies(self, parts: _Parts) -> Term:
        return Infix("→", *parts)

    def or_(self, parts: _Parts) -> Term:
        return Infix("∨", *parts)

    def and_(self, parts: _Parts) -> Term:
        return Infix("∧", *parts)

    def forall(self, parts: _Parts) -> Term:
        return Quantified("∀", *parts)

    def exists(self, parts: _Parts) -> Term:
        return Quantified("∃", *parts)

    def eventually(self, parts: _Parts) -> Term:
        return Eventually(str(parts[0]), parts[1], parts[2])

    def _infix(self, parts: _Parts) -> Term:
        return Infix(str(parts[1]), parts[0], parts[2])

    relation = sum = product = _infix

    def negation(self, parts: _Parts) -> Term:
        return Negate(parts[1])

    def power(self, parts: _Parts) -> Term:
        return Infix("^", *parts)

    def application(self, parts: _Parts) -> Term:
        return Apply(parts[0], tuple(parts[1:]))

    def name(self, parts: _Parts) -> Term:
        return Name(str(parts[0]))

    def over(self, parts: _Parts) -> Term:
        return Name(" ".join(str(parts[0]).split()))

    def numeral(self, parts: _Parts) -> Term:
        return Numeral(int(parts[0]))

    def ascription(self, parts: _Parts) -> Term:
        return Ascription(*parts)

    def choice(self, parts: _Parts) -> Term:
        return Choice(*parts)

    def function(self, parts: _Parts) -> Term:
        return Lambda(str(parts[0]), parts[1], parts[2])

    def big(self, parts: _Parts) -> Term:
        return Big(str(parts[0]), str(parts[1]), parts[2], parts[3])

    def neighbourhood(self, parts: _Parts) -> Term:
        return Near(cast("Any", str(parts[0])), parts[1])


@cache
def grammar() -> Lark:
    """The grammar of the statements that are read back."""
    file = files("shomei.audit") / "signature.lark"
    return Lark(
        file.read_text(encoding="utf-8"),
        parser="lalr",
        lexer="basic",
        transformer=_Builder(),
        maybe_placeholders=False,
        cache=tables_of(file),
    )


def read(signature: str) -> Signature:
    """The tree of `theorem NAME binders : statement`. Raises `Unreadable`."""
    if len(signature) > LONGEST:
        raise Unreadable("it is too long")
    try:
        return cast("Signature", grammar().parse(signature))
    except UnexpectedInput as error:
        place = signature[error.pos_in_stream or 0 :][:40].split("\n", maxsplit=1)[0]
        raise Unreadable(f"{place!r} cannot stand there") from None
    except (LarkError, ValueError) as error:
        raise Unreadable(str(error).split("\n")[0]) from None
