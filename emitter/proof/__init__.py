"""The tools of the proof methods: signs, laws, limits, derivatives, sums, citations. In: terms in a
`Setting`. Out: Lean terms and parts of scripts.
"""
