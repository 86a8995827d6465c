"""A language is one file: a toy language is put into a folder, and its words are read."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

#: A spaced language in Latin letters, and one that writes no blanks in letters of its own.
FILES = {
    "toy.toml": """
code = "qt"
name = "Toy"
spaced = true
[keywords]
assume = ["ponamus"]
formula = ["formula nova", "lex"]
therefore = ["ergo"]
[connectives]
AND = ["et"]
IF = ["si"]
[environments]
theorem = ["theorema"]
proof = ["demonstratio"]
[lines]
continue = ["propter"]
[reasons]
begin = ["propter"]
and = ["et"]
stop = ["et"]
articles = ["ille"]
with = ["ubi"]
citation = ["legem{}"]
definition = ["definitionem (ipsius) {}"]
continuity = ["continuitatem {}"]
induction = ["inductionem in {}"]
substitution = ["substitutionem{}"]
[names]
algebra = ["calculum"]
[rules]
log_mul = ["logarithmum producti"]
[defined]
derivative = ["derivatae"]
""",
    "runes.toml": r"""
code = "qr"
name = "Runes"
spaced = false
letters = '\u16a0-\u16ff'
[keywords]
assume = ["ᚨᛊ"]
[connectives]
OR = ["ᛟᚱ"]
[reasons]
end = ["ᚦᚢ"]
definition = ["{}ᛞᛖ"]
[names]
algebra = ["ᚲᚨᛚ"]
""",
}

TEXT = r"""
ponamus x > 0 et y > 0
formula nova (1): X + X = 2 X
lex (2): X Y = Y X si X > 0
define f(x) = x
x + x = 2 x   propter legem (1) ubi X = x
x y = y x   propter (2) ubi X = x et calculum
x + x = 2 x   propter ille calculum
\log (x y) = \log x + \log y   propter logarithmum producti
f(x) = x   propter definitionem ipsius f, continuitatem \log
\frac{1}{x} = t   propter substitutionem: t = \frac{1}{x}
2^n > 0   propter inductionem in n
ergo x > 0
ᚨᛊ z > 0
z > 0 ᛟᚱ z < 0
f(z) = z  fᛞᛖᚦᚢ
z + z = 2 z   ᚲᚨᛚᚦᚢ
"""

ARTICLE = r"""
\begin{theorema}[T]
For $x > 0$ we have
\[ x + x = 2 x \]
\end{theorema}
\begin{demonstratio}
\[ x + x = 2 x \]
\end{demonstratio}
"""

PROGRAM = """
import json, sys
from pathlib import Path
from shomei.languages import language
language.FOLDERS.append(Path(sys.argv[1]))
from shomei.parser import parse
texts = json.loads(sys.argv[2])
print(json.dumps([[repr(item) for item in parse(text, name).items] for name, text in texts]))
"""


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> list[list[str]]:
    # The parser takes its words when it is imported, so it is imported anew.
    folder = tmp_path_factory.mktemp("languages")
    for name, text in FILES.items():
        (folder / name).write_text(text, "utf-8")
    run = subprocess.run(
        [
            sys.executable,
            "-c",
            PROGRAM,
            str(folder),
            json.dumps([("a.txt", TEXT), ("a.tex", ARTICLE)]),
        ],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert run.returncode == 0, run.stderr
    items: Any = json.loads(run.stdout)
    return items  # type: ignore[no-any-return]


def test_keywords_and_connectives(read: list[list[str]]) -> None:
    assume, first, second, *_, therefore, runes, disjunction, _, _ = read[0]
    assert assume.startswith("Assume(") and assume.count("Relation(") == 2
    assert first.startswith("Formula(label='1'")
    assert second.startswith("Formula(label='2'") and "conditions=(Relation(" in second
    assert therefore.startswith("Therefore(") and runes.startswith("Assume(")
    assert "Connective(operator='or'" in disjunction


@pytest.mark.parametrize(
    ("line", "reasons"),
    [
        (5, "Cite(label='1', substitution=(('X', Variable(name='x')),))"),
        (6, "Cite(label='2', substitution=(('X', Variable(name='x')),)), Named(rule='algebra'"),
        (7, "Named(rule='algebra', ids=('algebra',))"),
        (8, "Named(rule='logarithmum producti', ids=('log_mul',))"),
        (9, "DefinitionOf(name='f'), Continuity(function='\\\\log')"),
        (10, "Substitute(name='t', value="),
        (11, "Named(rule='induction on n', ids=('induction',))"),
        (15, "DefinitionOf(name='f')"),
        (16, "Named(rule='algebra', ids=('algebra',))"),
    ],
)
def test_reasons(read: list[list[str]], line: int, reasons: str) -> None:
    assert reasons in read[0][line - 1]


def test_theorem_environments(read: list[list[str]]) -> None:
    assert "Theorem" in [item.split("(")[0] for item in read[1]]
