"""What ends a sentence in a text that is not yet divided into words and formulas. In words alone,
`article.cues.SENTENCE_END` knows abbreviations and decimals, too.
"""

from __future__ import annotations

from typing import Final

#: A full stop.
STOP_WITHIN: Final = r"[。．]|\.\s"
#: A full stop or an empty line.
STOP: Final = STOP_WITHIN + r"|\n\s*\n"
