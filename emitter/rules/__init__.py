"""The rule table (`table.toml`): every law a proof may use, as data; read once, matched against
terms by their form.
"""

from shomei.emitter.rules.match import Instance, instances
from shomei.emitter.rules.table import Rule, rules

__all__ = ["Instance", "Rule", "instances", "rules"]
