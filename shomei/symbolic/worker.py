"""The process that holds sympy. It is run by its path, and reads one question per line from
standard input and writes one answer per line.

In: JSON, with terms as nested lists (see `encoding`), never text for sympy to parse. Out: JSON;
null if sympy has no answer. The time for a question is limited by the number of function calls, not
by seconds, so that every run gives the same answers. Each question starts with empty sympy caches.
"""

from __future__ import annotations

import itertools
import json
import os
import signal
import sys
import threading
from collections.abc import Callable
from functools import partial
from inspect import CO_GENERATOR
from queue import SimpleQueue
from types import FrameType
from typing import Any

_MEMORY = 1 << 30
_PRECISION = "1e-6"
_HIGHEST_DEGREE = 40


class _StoppedError(BaseException):
    """Raised inside sympy, which catches some exceptions itself. Never leaves `bounded`."""


def bounded(question: Callable[[], Any], most_calls: int) -> Any:
    """The result of `question`, or None if it has none or takes more than `most_calls` function
    calls.
    """
    import sympy

    left = most_calls

    def count(frame: FrameType, _event: str, _argument: object) -> None:
        nonlocal left
        left -= 1
        # Do not raise on entering a generator: it may be one that is being closed, where exceptions
        # are dropped.
        if left < 0 and not frame.f_code.co_flags & CO_GENERATOR:
            raise _StoppedError

    sys.settrace(count)
    try:
        return question()
    except (
        _StoppedError,
        ArithmeticError,
        MemoryError,
        NotImplementedError,
        RecursionError,
        TypeError,
        ValueError,
        sympy.PolynomialError,
    ):
        return None
    finally:
        sys.settrace(None)


# --------------------------------------------------------------------------------------------------
# Terms


def build(tree: Any) -> Any:
    """The sympy expression of a tree."""
    import sympy

    head, *parts = tree
    if head == "n":
        return sympy.Rational(int(parts[0], 16), int(parts[1], 16))
    if not parts:
        return sympy.Symbol(head)
    first = build(parts[0])
    if head == "neg":
        return -first
    if head == "^":
        return first ** int(parts[1])
    second = build(parts[1])
    if head == "+":
        return first + second
    if head == "-":
        return first - second
    return first * second if head == "*" else first / second


def tree(value: Any) -> Any:
    """The inverse of `build`. Raises ValueError for a form that no question produces."""
    import sympy

    if value.is_Rational:
        return ["n", hex(int(value.p)), hex(int(value.q))]
    if value.is_Symbol:
        return [value.name]
    if value.is_Add:
        first, *others = value.as_ordered_terms()
        return [
            "sum",
            [1, tree(first)],
            *(
                [-1, tree(-part)] if part.could_extract_minus_sign() else [1, tree(part)]
                for part in others
            ),
        ]
    if value.is_Mul:
        top, bottom = value.as_numer_denom()
        if bottom != 1:
            return ["/", tree(top), tree(bottom)]
        return ["product", *(tree(part) for part in value.as_ordered_factors())]
    if value.is_Pow and value.exp.is_Integer:
        if value.exp < 0:
            return ["inverse", tree(sympy.Pow(value.base, -value.exp))]
        return ["^", tree(value.base), int(value.exp)]
    raise ValueError(f"no term for {value}")


# --------------------------------------------------------------------------------------------------
# Questions


def cancel(term: Any) -> Any:
    """The term as a quotient in lowest terms."""
    import sympy

    return tree(sympy.cancel(sympy.together(build(term))))


def factored_difference(large: Any, small: Any) -> Any:
    """`large - small` as a quotient of products of irreducible factors."""
    import sympy

    return tree(sympy.factor(sympy.together(build(large) - build(small))))


def factors(term: Any) -> Any:
    """The irreducible factors of the term's numerator, without constants."""
    import sympy

    top, _ = sympy.fraction(sympy.together(build(term)))
    _, found = sympy.factor_list(top)
    return [tree(factor) for factor, _ in found]


def divide(term: Any, unknown: str, inverse: str) -> Any:
    """Numerator and denominator, each divided by the highest power of `unknown` in both; `inverse`
    stands for `1/unknown` in them.
    """
    import sympy

    x, one_over_x = sympy.Symbol(unknown), sympy.Symbol(inverse)
    top, bottom = sympy.fraction(sympy.cancel(sympy.together(build(term))))
    degree = max(sympy.Poly(top, x).degree(), sympy.Poly(bottom, x).degree())
    return [
        tree(sympy.expand(sympy.expand(part / x**degree).subs(x, 1 / one_over_x)))
        for part in (top, bottom)
    ]


def factorise(term: Any) -> Any:
    """`[scale, above, below]` of the term in lowest terms: a number, and the irreducible factors of
    numerator and denominator with their multiplicities.
    """
    import sympy

    (scale, above), (divisor, below) = (
        sympy.factor_list(part)
        for part in sympy.fraction(sympy.cancel(sympy.together(build(term))))
    )
    number = scale / divisor
    if not number.is_Rational:
        return None
    return [
        tree(number),
        *([[tree(factor), int(times)] for factor, times in part] for part in (above, below)),
    ]


def complete_squares(term: Any) -> Any:
    """`[roots, sign, rest]`: the term is a sum of a constant with sign `rest` and the squares of
    multiples of the roots, all with sign `sign`.
    """
    import sympy

    left = sympy.expand(build(term))
    roots, signs = [], set[int]()
    for symbol in sorted(left.free_symbols, key=str):
        scale = left.coeff(symbol, 2)
        if scale.is_Rational and scale != 0:
            root = symbol + left.coeff(symbol, 1) / (2 * scale)
            left = sympy.expand(left - scale * root**2)
            roots.append(tree(sympy.fraction(sympy.together(root))[0]))
            signs.add(1 if scale > 0 else -1)
    if not left.is_Rational or len(signs) != 1:
        return None
    return [roots, signs.pop(), int(sympy.sign(left))]


def is_empty(relations: Any, name: str) -> bool | None:
    """Whether rational relations in one variable contradict each other, by their exact signs at
    every root and between the roots.
    """
    import sympy

    variable = sympy.Symbol(name)
    polynomials: list[Any] = []
    wanted: list[tuple[int, str]] = []
    for operator, left, right in relations:
        above, below = sympy.fraction(sympy.together(build(left) - build(right)))
        # a quotient has the sign of the product; if the denominator is 0, no relation holds
        polynomials.append(sympy.Poly(sympy.expand(above * below), variable))
        wanted.append((len(polynomials) - 1, operator))
        for denominator in _denominators(left) + _denominators(right):
            polynomials.append(sympy.Poly(denominator, variable))
            wanted.append((len(polynomials) - 1, "!="))
    if any(polynomial.degree() > _HIGHEST_DEGREE for polynomial in polynomials):
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


def _denominators(term: Any) -> list[Any]:
    head, *parts = term
    if head == "n":
        return []
    found = [below for part in parts if isinstance(part, list) for below in _denominators(part)]
    if head == "/":
        import sympy

        found.append(sympy.fraction(sympy.together(build(parts[1])))[0])
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


def antiderivative(term: Any, name: str) -> Any:
    """An antiderivative of an elementary term, as a tree of `shomei.symbolic.calculus`."""
    import sympy

    symbols: dict[str, Any] = {}
    x = symbols.setdefault(name, sympy.Symbol(name, real=True))
    found = sympy.integrate(_elementary(term, symbols), x)
    if found.has(sympy.Piecewise):
        found = sympy.piecewise_fold(found)
        found = found.args[0][0] if isinstance(found, sympy.Piecewise) else found
    if found.has(sympy.Integral, sympy.Piecewise, sympy.I):
        return None
    return _functional(found)


def _elementary(tree: Any, symbols: dict[str, Any]) -> Any:
    import sympy

    head, *parts = tree
    if head == "n":
        return sympy.Rational(int(parts[0], 16), int(parts[1], 16))
    if head == "constant":
        return sympy.pi if parts[0] == "pi" else sympy.E
    if head == "apply":
        return getattr(sympy, parts[0])(_elementary(parts[1], symbols))
    if not parts:
        return symbols.setdefault(head, sympy.Symbol(head, real=True))
    values = [_elementary(part, symbols) for part in parts]
    if head == "neg":
        return -values[0]
    one, other = values
    if head == "power":
        return one**other
    return (
        {"+": one + other, "-": one - other, "*": one * other}.get(head)
        if head != "/"
        else (one / other)
    )


def _functional(value: Any) -> Any:
    """The tree of an elementary sympy term. Raises ValueError for any other one."""
    import sympy

    if value.is_Rational:
        return ["n", hex(int(value.p)), hex(int(value.q))]
    if value.is_Symbol:
        return [value.name]
    if value in (sympy.pi, sympy.E):
        return ["constant", "pi" if value == sympy.pi else "e"]
    if value.is_Add:
        first, *others = value.as_ordered_terms()
        whole = _functional(first)
        for part in others:
            negative = part.could_extract_minus_sign()
            whole = ["-" if negative else "+", whole, _functional(-part if negative else part)]
        return whole
    if value.is_Mul:
        if value.could_extract_minus_sign():
            return ["neg", _functional(-value)]
        top, bottom = value.as_numer_denom()
        if bottom != 1:
            return ["/", _functional(top), _functional(bottom)]
        first, *others = value.as_ordered_factors()
        whole = _functional(first)
        for part in others:
            whole = ["*", whole, _functional(part)]
        return whole
    if isinstance(value, sympy.exp):
        return ["power", ["constant", "e"], _functional(value.args[0])]
    if value.is_Pow:
        if value.exp.could_extract_minus_sign():
            return ["/", ["n", "0x1", "0x1"], _functional(value.base ** (-value.exp))]
        return ["power", _functional(value.base), _functional(value.exp)]
    if isinstance(value, sympy.Function) and len(value.args) == 1:
        return ["apply", type(value).__name__, _functional(value.args[0])]
    raise ValueError(f"no term for {value}")


_QUESTIONS: dict[str, Callable[..., Any]] = {
    question.__name__: question
    for question in (
        antiderivative,
        cancel,
        complete_squares,
        divide,
        factored_difference,
        factorise,
        factors,
        is_empty,
    )
}


# --------------------------------------------------------------------------------------------------
# The process


def limit_memory() -> None:
    """Limits the address space, if the system can."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def _read(lines: SimpleQueue[str]) -> None:
    """Reads the questions as they come. If the parent is gone, this process ends at once, whatever
    it is computing.
    """
    for line in sys.stdin:
        lines.put(line)
    os._exit(0)


def main() -> None:
    """Answers until the input ends."""
    # Ctrl-C is for the parent process, which then ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    limit_memory()
    lines: SimpleQueue[str] = SimpleQueue()
    threading.Thread(target=_read, args=(lines,), daemon=True).start()
    import sympy

    print(json.dumps({"sympy": sympy.__version__}), flush=True)  # noqa: T201
    while True:
        asked = json.loads(lines.get())
        question = _QUESTIONS[asked["question"]]
        answer = bounded(partial(question, *asked["arguments"]), asked["calls"])
        print(json.dumps(answer), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
