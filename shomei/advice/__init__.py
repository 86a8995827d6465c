"""What would help an author with a step that is not verified, and what is odd about the reasons
that a derivation gives.

In: an obligation, and what numbers say against it, if anything. Out: lines for people. Nothing is
decided here: what is said of numbers is what numbers say, and what is proposed is for the author to
write down, and then for Lean to check. May import `languages`, `parser`, `obligations`,
`emitter` and `numbers`.
`reasons` is asked in every check and imports none of the others; `advise` is asked about what
fails.
"""
