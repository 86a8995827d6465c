"""`python -m tests.golden`: writes the golden files anew."""

from __future__ import annotations

from tests.golden.emission import emission
from tests.golden.sources import groups
from tests.golden.test_golden import FOLDER

for group, texts in groups().items():
    lines = (line for name, text in texts for line in emission(name, text))
    (FOLDER / f"{group}.golden").write_text("".join(f"{line}\n" for line in lines), "utf-8")
