"""What the notes on formulas say that may be no claims."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from shomei.verdicts.model import Verdict

#: What the note on such a formula says, by the verdict that it would have.
DOUBTS: Final[Mapping[Verdict, str]] = {
    "refuted": "it holds for some values only; it may be a definition or a condition",
    "undefined": "it is not defined for all values; it may be a definition or a condition",
    "unproved": "no proof was found; it may be a definition or a condition",
    "skipped": "it rests on what is not verified; it may be a definition or a condition",
}
#: What the note says on a link of a chain of which another fails.
BESIDE: Final = "the chain that it stands in does not hold for all values"
#: What it says on a formula of a sentence of which another fails.
BESIDE_IN_SENTENCE: Final = "another formula of its sentence does not hold for all values"
#: What the note says on a claim about letters that the text says more of.
UNSETTLED: Final = (
    "it does not hold by itself, and not all that the text says of its letters is read"
)
#: What it says where it fails only for numbers that the text may not mean.
UNSAID: Final = (
    "it does not hold by itself, and the text does not say which numbers its letters are"
)
#: What it says where a step puts numbers in for letters.
PUT_IN: Final = "it puts numbers in for letters, and no words say so"
#: What it says where the language has not the root that is meant.
ODD_ROOT: Final = "roots of odd degree of negative numbers are not part of the language"
#: What makes such a formula a claim, an assumption or a definition.
HELP: Final = (
    "write `for every real number x we have …` to claim it, `suppose that …` to assume it, "
    "`put …` or `define …` to define it"
)
#: What makes a formula that holds count.
HELP_RESERVED: Final = "claim it in plain words: `we have …`"
#: What makes a claim hold by itself.
HELP_UNSETTLED: Final = "say what it needs in its own sentence: `for x > 0 we have …`"
