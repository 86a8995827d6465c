"""The laws that a proof may use (`shomei/operations/laws/`), read once and matched against terms by
their form.
"""

from shomei.emitter.rules.match import Instance, instances
from shomei.emitter.rules.table import Rule, rules, rules_for

__all__ = ["Instance", "Rule", "instances", "rules", "rules_for"]
