"""Finding proofs: for algebra, signs, limits, derivatives and sums. In: goals in a `Setting`; out:
Lean terms and tactic lines.
"""
