"""A fuzzer of bytes that is led by what of the parser it reaches: atheris, that is libFuzzer, with
the mutator's corpus and the words of the language.

`python -m tests.parser.guided FOLDER [-runs=N] [-seed=N] …` takes libFuzzer's options, keeps in
FOLDER the inputs that reached something new, and ends with libFuzzer's own code: not 0 where an
input ended in anything but an answer, with that input on the screen and in a file of FOLDER's own.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["shomei.parser"]):
    from shomei.parser.formula_grammar import grammar
    from tests.parser.mutation import SHARP, SUFFIXES, answer, corpus
    from tests.parser.test_fuzz import WORDS

#: Longer ones add nothing but time: every construct fits in, many times.
LONGEST = 2000


def one_input(data: bytes) -> None:
    """The first byte chooses the kind of file; the others are its content."""
    if data:
        answer(data[1:], "a" + SUFFIXES[data[0] % len(SUFFIXES)])


def write_corpus(folder: Path) -> None:
    """Pieces of the mutator's inputs, as a file of each kind."""
    for number, content in enumerate(corpus()):
        for start in range(0, len(content), LONGEST // 2):
            for kind in range(len(SUFFIXES)):
                (folder / f"{number}-{start}-{kind}").write_bytes(
                    bytes([kind]) + content[start : start + LONGEST // 2]
                )


def write_dictionary(file: Path) -> None:
    """The words in libFuzzer's format: one quoted word per line, with escaped bytes."""
    words = [*(word.encode() for word in WORDS), *SHARP]
    file.write_text(
        "".join('"' + "".join(f"\\x{byte:02x}" for byte in word) + '"\n' for word in words), "ascii"
    )


def main(folder: Path, options: list[str]) -> None:
    """Never returns: libFuzzer ends the process."""
    inputs = folder / "corpus"
    inputs.mkdir(parents=True, exist_ok=True)
    write_corpus(inputs)
    write_dictionary(folder / "words")
    places = [f"-dict={folder / 'words'}", f"-artifact_prefix={folder}/", f"-max_len={LONGEST}"]
    grammar()  # made once, which takes some seconds here; an input's own time is limited
    atheris.Setup([sys.argv[0], *places, *options, str(inputs)], one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
