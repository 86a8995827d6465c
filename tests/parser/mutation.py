"""A fuzzer of bytes with a corpus: inputs that the parser has not been made for, each of them small
changes away from one that it has.

`python -m tests.parser.mutation COUNT [SEED]` runs it at length: it stops at the first input that
ends in anything but a document or the parser's own exception or that takes longer than an input of
its length may.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from shomei.parser import parse
from shomei.parser.errors import InputProblem
from tests.parser.test_fuzz import SEEDS, WORDS

SUFFIXES = (".txt", ".md", ".tex", ".rst")
EXAMPLES = Path(__file__).parents[2] / "derivations"
#: Bytes that begin, end or break something in UTF-8, LaTeX, Markdown or a terminal.
SHARP = (
    b"\x00",
    b"\xff",
    b"\xc3",
    b"\xe2\x80\xae",
    b"\xef\xbb\xbf",
    b"\\",
    b"{",
    b"}",
    b"$",
    b"$$",
    b"`",
    b"<!--",
    b"-->",
    b"%",
    b"&",
    b"\r",
    b"\n\n",
    b"\x1b[",
    b"^",
    b"_",
)
#: Seconds that an input may take: some to begin with, and so many for each byte. Ten times what the
#: slowest takes.
FIRST, EACH = 2.0, 0.002


def corpus() -> tuple[bytes, ...]:
    """Real inputs: the articles and derivations of the tests and the gallery."""
    files = [path.read_bytes() for path in sorted(EXAMPLES.rglob("*.*")) if path.suffix in SUFFIXES]
    return (*(seed.encode() for seed in SEEDS), *files)


def mutants(seed: int) -> Iterator[tuple[str, bytes]]:
    """Inputs without end, each with its kind."""
    source = random.Random(seed)
    whole = corpus()
    while True:
        kind = source.choice(("words", "bytes", "cut", "nested", "noise"))
        text = source.choice(whole)
        start = source.randrange(len(text))
        piece = text[start : start + source.randrange(1, 400)]
        match kind:
            case "words":
                piece = " ".join(
                    source.choice(WORDS) for _ in range(source.randrange(1, 30))
                ).encode()
            case "bytes":
                for _ in range(source.randrange(1, 6)):
                    at = source.randrange(len(piece) + 1)
                    piece = (
                        piece[:at]
                        + source.choice((*SHARP, bytes([source.randrange(256)])))
                        + piece[at + source.randrange(3) :]
                    )
            case "cut":
                other = source.choice(whole)
                at = source.randrange(len(other))
                piece += other[at : at + source.randrange(200)]
            case "nested":
                word = source.choice(
                    (
                        b"\\frac{1}{",
                        b"(",
                        b"x^{",
                        b"\\sqrt{",
                        b"\\left(",
                        b"{",
                        b"\\lim_{h \\to 0} ",
                        b"$$",
                        b"\\begin{aligned}",
                        b"-",
                        b"_{",
                    )
                )
                piece = word * source.randrange(1, 150) + piece[:40]
            case _:
                piece = source.randbytes(source.randrange(1, 120))
        yield kind, piece


def answer(content: bytes, path: str) -> str:
    """What becomes of an input: "document", or its own kind of exception. Whatever else is raised,
    or taking long, is a mistake of the parser's.
    """
    begin = time.process_time()
    try:
        parse(content.decode("utf-8", "replace"), path)
        found = "document"
    except InputProblem as problem:
        assert str(problem)
        found = type(problem).__name__
    seconds = time.process_time() - begin
    assert seconds < FIRST + EACH * len(content), f"{seconds:.1f} s"
    return found


def run(count: int, seed: int) -> Counter[str]:
    """The number of inputs of each kind for each answer."""
    answers: Counter[str] = Counter()
    inputs = mutants(seed)
    source = random.Random(seed)
    for _ in range(count):
        kind, content = next(inputs)
        path = "a" + source.choice(SUFFIXES)
        try:
            answers[f"{kind}: {answer(content, path)}"] += 1
        except BaseException:
            print(path, content, file=sys.stderr)  # noqa: T201
            raise
    return answers


if __name__ == "__main__":
    begun = time.time()
    for name, number in sorted(
        run(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0).items()
    ):
        print(f"{name:40} {number:9}")  # noqa: T201
    print(f"{time.time() - begun:.0f} s")  # noqa: T201
