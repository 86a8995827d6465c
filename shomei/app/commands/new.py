"""`shomei new NAME`: a commented derivation to start from, in the current folder; with `--lean DIR`
a Lake project.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path
from typing import Final

from shomei.report.escape import visible
from shomei.verdicts.model import EXIT_INPUT, EXIT_VERIFIED

#: Letters and digits of any script, and harmless characters between them: nothing with a meaning
#: for a shell, a file system or an option parser.
_NAME: Final = re.compile(r"\w(?:[\w .+-]*[\w+])?")
_MOST_BYTES: Final = 200
_SUFFIXES: Final = (".txt", ".md")

PLAIN: Final = r"""# A derivation for Shomei. A line that begins with # is a comment.
# Check it with: shomei check {name}

# What holds for all that follows:
assume a > 0, a \neq 1, x > 0, y > 0

# A formula is proved once, for all its variables, and can then be cited by its number:
formula (1): \log_a (X \times Y) = \log_a X + \log_a Y

# A chain: each further line is one step, and says by what it follows (or leaves that to Shomei):
\log_a (x^2 y)
  = \log_a (x^2) + \log_a y   by (1)
  = 2 \log_a x + \log_a y     by logarithm of a power

therefore \log_a (x^2 y) = 2 \log_a x + \log_a y
"""

ARTICLE: Final = r"""# A derivation for Shomei

Shomei checks the displayed formulas and reads the prose around them for hypotheses and reasons.
Check this file with `shomei check {name}`.

<!-- shomei: assume a > 0, a \neq 1, x > 0, y > 0 -->

The logarithm of a product:

$$
\log_a (X \times Y) = \log_a X + \log_a Y \tag{{1}}
$$

By $(1)$ and the logarithm of a power

$$
\begin{{aligned}}
\log_a (x^2 y)
&= \log_a (x^2) + \log_a y \\
&= 2 \log_a x + \log_a y
\end{{aligned}}
$$
"""


def run(arguments: argparse.Namespace) -> int:
    """Exit status 2 if the name is not a safe file name, or the file exists already."""
    if (arguments.name is None) == (arguments.lean is None):
        print("usage: shomei new NAME, or shomei new --lean DIR", file=sys.stderr)  # noqa: T201
        return EXIT_INPUT
    if arguments.lean is not None:
        from shomei.app.commands.lean_project import make

        return make(arguments.lean, standalone=arguments.standalone)
    try:
        path = Path(file_name(arguments.name))
        with path.open("x", encoding="utf-8") as stream:
            stream.write(starting_text(path.name))
    except ValueError as error:
        print(f"shomei: {error}", file=sys.stderr)  # noqa: T201
        return EXIT_INPUT
    except FileExistsError:
        print(  # noqa: T201
            f"shomei: {visible(str(path))} is there already, and is not overwritten",
            file=sys.stderr,
        )
        return EXIT_INPUT
    print(f"{visible(str(path))} is written; check it with: shomei check {_quoted(path.name)}")  # noqa: T201
    return EXIT_VERIFIED


def file_name(name: str) -> str:
    """`name` with a suffix. Raises `ValueError` if it is not a plain name for a file in the current
    folder.
    """
    if not _NAME.fullmatch(name) or len(name.encode()) > _MOST_BYTES:
        raise ValueError(
            f"{visible(name)!r} is no name for a derivation: use letters, digits, _ - + . "
            "and blanks, and no folder"
        )
    suffix = Path(name).suffix
    if suffix in _SUFFIXES:
        return name
    if suffix:
        raise ValueError(f"{visible(name)!r}: a derivation ends in .txt, or in .md for an article")
    return f"{name}.txt"


def starting_text(name: str) -> str:
    """The content of the new file."""
    if name.endswith(".md"):
        return ARTICLE.format(name=name)
    return PLAIN.replace("{name}", name)


def _quoted(name: str) -> str:
    return f"'{name}'" if " " in name else name
