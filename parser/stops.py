"""What ends a sentence in a text that is not yet divided into words and formulas. In words alone,
`article.cues.SENTENCE_END` knows abbreviations and decimals, too.
"""

from __future__ import annotations

from typing import Final

#: A full stop or an empty line.
STOP: Final = r"[。．]|\.\s|\n\s*\n"
#: These, and what begins another passage.
PASSAGE_END: Final = STOP + r"|\\(?:sub)*section|\\item\b"
