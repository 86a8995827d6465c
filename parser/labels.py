"""Tags and labels as the author writes them."""

from __future__ import annotations

import re


def clean_label(text: str) -> str:
    """A tag or label without its brackets, up to the first comma: `3.1、再掲` is `3.1`."""
    inner = re.split(r"[、,，;]", text.strip(), maxsplit=1)[0].strip("$()（） \t")
    numbered = re.match(r"[\d.]+(?=\s)", inner)
    return numbered.group() if numbered else inner
