"""The portable Lean with Shomei's library, shared by the tests. The library is compiled once for
its sources and stored in the user's cache.
"""

from collections.abc import Iterator

import pytest

from shomei.lean.portable.backend import PortableBackend


@pytest.fixture(scope="session")
def backend() -> Iterator[PortableBackend]:
    """A backend with its own Lean process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SHOMEI_RESIDENT", "0")
        made = PortableBackend()
    yield made
    made.close()
