"""Shomei (証明): reads a derivation in ordinary mathematical notation and has Lean check every step
of it.
"""
