"""Bodies for the tests, by what Lean makes of them."""

GOOD = "theorem good (a b : Nat) : a + b = b + a := by omega"
#: The kernel evaluates it for minutes.
SLOW = """set_option maxRecDepth 1000000 in
set_option maxHeartbeats 0 in
theorem slow : ∀ a b : Fin 300, a + b = b + a := by decide
"""
