"""`python -m shomei.lean.portable`: sets up the portable Lean and prints where it is."""

from __future__ import annotations

import sys

from shomei.lean.backend import EnvironmentFailure
from shomei.lean.portable.backend import PortableBackend


def main() -> int:
    """Exit code 0, 3 if the set-up failed, 130 for Ctrl-C."""
    try:
        installation = PortableBackend(
            lambda line: print(f"— set-up: {line}", flush=True)  # noqa: T201
        ).installation
    except EnvironmentFailure as failure:
        print(f"shomei: {failure}", file=sys.stderr)  # noqa: T201
        return 3
    except KeyboardInterrupt:
        return 130
    print(f"— the portable Lean is in {installation.engine}")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
