"""The claims of an article by the sentences that they stand in, and those of them of which a later
sentence may speak.

In: what is claimed, sentence by sentence and display by display. Out: the places of the claims that
a sentence without a formula of its own may take back, deny or say to be about other things.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from shomei.languages.phrases import matching
from shomei.parser.source import Range

#: What speaks of more than what stands right above, and of the whole text.
_MANY: Final = matching("notation", "many")
_TEXT: Final = matching("notation", "text")
#: What speaks of something further above.
_FAR: Final = matching("notation", "far")
#: How many paragraphs after a claim it is no longer what is spoken of without a word for it.
_NEAR: Final = 2
_FEW: Final = 4


@dataclass(slots=True)
class Spoken:
    """The claims in the order of the text. Formulas of one sentence, displays with no word between
    them, the items of a list and the cells of a table are spoken of together.
    """

    groups: list[list[Range]] = field(default_factory=list)
    #: The number of groups before this section, and before this paragraph.
    section: int = 0
    #: The group that further claims belong to.
    _open: list[Range] | None = None
    #: The group of the list or table that is being read, and the depth at which it stands.
    _list: list[Range] | None = None
    _depth: int | None = None
    #: How many paragraphs have begun since the last claim.
    _since: int = 0

    def claim(self, *places: Range) -> None:
        """Formulas are claimed in the sentence that is being read."""
        if not places:
            return
        if self._open is None:
            self._open = self._list
        if self._open is None or not self.groups or self._open is not self.groups[-1]:
            self._open = []
            self.groups.append(self._open)
        self._since = 0
        if self._depth is not None:
            self._list = self._open
        self._open += places

    def sentence(self, depth: int, *, listed: bool = False) -> None:
        """A sentence begins that does not go on from what stands above it."""
        self._open = None
        if self._depth is not None and depth <= self._depth and not listed:
            self._list, self._depth = None, None

    def item(self, depth: int) -> None:
        """An item of a list begins in a part of this depth, or a row of a table."""
        if self._depth is None or depth < self._depth:
            self._list, self._depth = None, depth

    def heading(self) -> None:
        """A section begins."""
        self._open = self._list = self._depth = None
        self.section = len(self.groups)

    def paragraph(self) -> None:
        """A paragraph begins."""
        self._since += 1

    def meant(self, words: str, *, refers: bool) -> list[Range]:
        """The claims that a sentence with these words, formulas written as ·, may speak of.
        `refers`: it says `this`, `above` and the like; otherwise it may speak of what stands right
        before it.
        """
        if _TEXT.search(words):
            groups = self.groups
        elif len(self.groups) == self.section:
            groups = self.groups[-1:] if _FAR.search(words) else []
        elif _MANY.search(words) and (refers or self._since < _FEW):
            groups = self.groups[self.section :]
        elif refers or self._since < _NEAR:
            groups = self.groups[-1:]
        else:
            groups = []
        return [place for group in groups for place in group]
