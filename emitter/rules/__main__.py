"""`python -m shomei.emitter.rules` regenerates docs/rules.md."""

from pathlib import Path

from shomei.emitter.rules.page import render

PAGE = Path(__file__).resolve().parents[2] / "docs" / "rules.md"

if __name__ == "__main__":
    PAGE.write_text(render(), "utf-8")
