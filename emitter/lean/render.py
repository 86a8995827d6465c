"""Renders scripts and theorems as Lean text, by the templates. Nothing else lays out Lean."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import jinja2

from shomei.emitter.lean.script import Script, Tactic

if TYPE_CHECKING:
    from shomei.emitter.model import Theorem


@lru_cache(maxsize=1)
def _environment() -> jinja2.Environment:
    # Lean is not HTML. Untrusted text goes through `identifier` and `comment`, and nothing else of
    # a derivation gets here.
    return jinja2.Environment(
        loader=jinja2.PackageLoader("shomei.emitter", "templates"),
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # noqa: S701
        undefined=jinja2.StrictUndefined,
    )


@lru_cache(maxsize=1)
def _template() -> jinja2.Template:
    return _environment().get_template("theorem.lean.jinja")


@lru_cache(maxsize=1)
def _script() -> jinja2.environment.TemplateModule:
    return _environment().get_template("script.jinja").module


def text_of(theorem: Theorem) -> str:
    """The text of the theorem, docstring first."""
    return _template().render(theorem=theorem)


def by(*tactics: Tactic, bracketed: bool = False) -> str:
    """The term `by …; …`. `bracketed` puts each tactic except the last in brackets, as tactics that
    end with a `by` of their own require.
    """
    inline = _script().inline  # type: ignore[attr-defined]
    *steps, last = (str(inline(tactic)) for tactic in tactics)
    return f"by {'; '.join([*(f'({step})' if bracketed else step for step in steps), last])}"


def lines_of(script: Script) -> list[str]:
    """The script's text, line by line."""
    text: str = _script().block(script, "", "")  # type: ignore[attr-defined]
    return text.splitlines()
