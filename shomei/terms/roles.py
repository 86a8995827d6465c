"""The role of a formula in its text."""

from __future__ import annotations

from typing import Literal, TypeAlias

#: What a formula is for: stated as true; a definition; assumed; announced; a branch; spoken of
#: without being stated; said to be false; about things that the language does not have; not read.
Role: TypeAlias = Literal[
    "claim", "definition", "assumption", "goal", "case", "mention", "denied", "beyond", "unread"
]
