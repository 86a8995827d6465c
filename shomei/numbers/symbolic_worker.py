"""The process that holds sympy. It is run by its path, reads a question a line from its standard
input and writes an answer a line.

In: JSON, with expressions as nested lists (see `symbolic.Tree`), never text for sympy to parse.
Out: JSON. A question that takes longer than its seconds ends the process by an alarm, even where
nobody is left to kill it.
"""

from __future__ import annotations

import itertools
import json
import math
import sys
from typing import Any

_MEMORY = 1 << 30
_PRECISION = "1e-6"


def limit_memory() -> None:
    """Caps the address space, where the system can."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def set_alarm(seconds: float) -> None:
    """Ends the process some time after `seconds`, where the system can; 0 takes that back."""
    try:
        from signal import alarm
    except ImportError:
        return
    alarm(math.ceil(seconds) + 1 if seconds else 0)


def build(tree: Any, symbols: dict[str, Any]) -> Any:
    """The sympy expression of a tree."""
    import sympy

    head, *parts = tree
    if head == "num":
        return sympy.Rational(int(parts[0]), int(parts[1]))
    if head == "var":
        return symbols.setdefault(parts[0], sympy.Symbol(f"v{len(symbols)}", real=True))
    values = [build(part, symbols) for part in parts]
    if head == "neg":
        return -values[0]
    if head.startswith("^"):
        return values[0] ** int(head[1:])
    left, right = values
    return (
        {"+": left + right, "-": left - right, "*": left * right}[head]
        if head != "/"
        else left / right
    )


def is_empty(relations: list[Any], name: str) -> bool | None:
    """Whether rational relations in one variable exclude each other: their signs are looked at on
    every root and between the roots, exactly.
    """
    import sympy

    symbols: dict[str, Any] = {}
    build(["var", name], symbols)
    variable = symbols[name]
    polynomials: list[Any] = []
    wanted: list[tuple[int, str]] = []
    for operator, left, right in relations:
        above, below = sympy.fraction(sympy.together(build(left, symbols) - build(right, symbols)))
        # the sign of a quotient is that of the product; where the denominator is 0 nothing holds
        polynomials.append(sympy.Poly(sympy.expand(above * below), variable))
        wanted.append((len(polynomials) - 1, operator))
        for denominator in _denominators(left, symbols) + _denominators(right, symbols):
            polynomials.append(sympy.Poly(denominator, variable))
            wanted.append((len(polynomials) - 1, "!="))
    if len(symbols) > 1 or any(polynomial.degree() > 40 for polynomial in polynomials):
        return None
    moving = [p for p in polynomials if p.degree() > 0]
    isolated = sympy.intervals(moving, eps=sympy.Rational(_PRECISION)) if moving else []
    places = {
        number: k for k, number in enumerate(n for n, p in enumerate(polynomials) if p.degree() > 0)
    }
    cells: list[list[int]] = []
    edges = [ends for ends, _ in isolated]
    for (low, high), roots in isolated:
        middle = (low + high) / 2
        cells.append(
            [0 if places.get(n) in roots else _sign(p, middle) for n, p in enumerate(polynomials)]
        )
    for point in _between(edges):
        signs = [_sign(p, point) for p in polynomials]
        if any(not sign and polynomials[n].degree() > 0 for n, sign in enumerate(signs)):
            return None
        cells.append(signs)
    return not any(all(_satisfies(signs[n], operator) for n, operator in wanted) for signs in cells)


def _denominators(tree: Any, symbols: dict[str, Any]) -> list[Any]:
    head, *parts = tree
    if head in {"num", "var"}:
        return []
    found = [below for part in parts for below in _denominators(part, symbols)]
    if head == "/":
        import sympy

        found.append(sympy.fraction(sympy.together(build(parts[1], symbols)))[0])
    return found


def _between(edges: list[Any]) -> list[Any]:
    """A point in each gap, before the first root and after the last."""
    if not edges:
        return [0]
    inner = [(high + low) / 2 for (_, high), (low, _) in itertools.pairwise(edges)]
    return [edges[0][0] - 1, *inner, edges[-1][1] + 1]


def _sign(polynomial: Any, point: Any) -> int:
    value = polynomial.eval(point)
    return int(bool(value > 0)) - int(bool(value < 0))


def _satisfies(sign: int, operator: str) -> bool:
    return {
        "=": sign == 0,
        "!=": sign != 0,
        "<": sign < 0,
        "<=": sign <= 0,
        ">": sign > 0,
        ">=": sign >= 0,
    }[operator]


def main() -> None:
    """Answers until the input ends."""
    limit_memory()
    import sympy

    print(json.dumps({"sympy": sympy.__version__}), flush=True)  # noqa: T201
    for line in sys.stdin:
        asked = json.loads(line)
        set_alarm(asked["seconds"])
        question = asked["question"]
        try:
            answer = (
                is_empty(question["relations"], question["name"])
                if question["task"] == "empty"
                else None
            )
        except (
            ArithmeticError,
            MemoryError,
            NotImplementedError,
            RecursionError,
            TypeError,
            ValueError,
            sympy.PolynomialError,
        ):
            answer = None
        set_alarm(0)
        print(json.dumps(answer), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
