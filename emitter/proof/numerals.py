"""Laws about literals that a table cannot list: logarithms and roots of whole numbers by their prime factors."""

from __future__ import annotations

from fractions import Fraction

from parser.ast import Binary, Expression, Log, Number, Relation, Root

_LARGEST = 10_000


def _factors(value: int) -> list[int]:
    found: list[int] = []
    divisor = 2
    while value > 1:
        while value % divisor == 0:
            found.append(divisor)
            value //= divisor
        divisor += 1
    return found


def numeral_laws(term: Expression) -> list[tuple[Relation, str]]:
    """`log 12 = log 4 + log 3` and so on down to primes, and `√12 = 2 √3`, each with its proof."""
    match term:
        case Log(base=None, argument=Number(value=value)) if value.denominator == 1 and 1 < value <= _LARGEST:
            primes = _factors(value.numerator)
            if len(primes) < 2:
                return []
            first, count = primes[0], primes.count(primes[0])
            rest = value.numerator // first**count
            power = f"(({value.numerator} : ℝ)) = {first} ^ ({count} : ℕ)"
            logarithm = Log(None, Number(Fraction(first)))
            times = logarithm if count == 1 else Binary("*", Number(Fraction(count)), logarithm)
            if rest == 1:
                return [(Relation("=", term, times), f"(by rw [show {power} by grind, Real.log_pow]; grind)")]
            proof = f"(by rw [show {power} * {rest} by grind, Real.log_mul (by grind) (by grind), Real.log_pow]; grind)"
            return [(Relation("=", term, Binary("+", times, Log(None, Number(Fraction(rest))))), proof)]
        case Root(degree=2, argument=Number(value=value)) if value.denominator == 1 and 1 <= value <= _LARGEST:
            square = 1
            for candidate in range(2, int(value.numerator**0.5) + 1):
                if value.numerator % (candidate * candidate) == 0:
                    square = candidate
            if square * square == value.numerator:
                proof = f"(by rw [show ({value.numerator} : ℝ) = {square} ^ (2 : ℕ) by grind]; exact Real.sqrt_sq (by grind))"
                return [(Relation("=", term, Number(Fraction(square))), proof)]
            if square > 1:
                rest = value.numerator // (square * square)
                proof = f"(by rw [show ({value.numerator} : ℝ) = {square} ^ (2 : ℕ) * {rest} by grind, Real.sqrt_mul (by grind), Real.sqrt_sq (by grind)])"
                return [(Relation("=", term, Binary("*", Number(Fraction(square)), Root(2, Number(Fraction(rest))))), proof)]
            return []
        case _:
            return []
