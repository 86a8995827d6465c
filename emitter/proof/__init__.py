"""What proof methods work with: signs, laws, limits, derivatives, sums, citations. In: terms in a
`Setting`; out: Lean terms and parts of scripts.
"""
