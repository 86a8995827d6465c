"""The portable Lean with Shomei's own library, shared by the tests: the library is compiled once
for its sources and kept in the user's cache.
"""

from collections.abc import Iterator

import pytest

from shomei.lean.portable.backend import PortableBackend


@pytest.fixture(scope="session")
def backend() -> Iterator[PortableBackend]:
    """A backend with a Lean process of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SHOMEI_RESIDENT", "0")
        made = PortableBackend()
    yield made
    made.close()
