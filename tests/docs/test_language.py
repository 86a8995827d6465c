"""docs/language.md: every example does what it announces, and every construct in the parser's
tables has one. The examples of the how-to pages are run beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from lark import Token

from shomei import obligations
from shomei.languages.language import language, languages, merged, words
from shomei.operations.latex import print_expression
from shomei.operations.letters import GREEK
from shomei.operations.registry import FUNCTIONS, OPERATIONS
from shomei.operations.statement_latex import print_statement
from shomei.parser import directives, formula_grammar, parse, reasons
from shomei.parser.article import cues
from shomei.parser.ast import Chain
from shomei.parser.declarations import Declarations
from shomei.parser.directives import KEYWORDS, find_keyword
from shomei.parser.errors import SyntaxProblem
from shomei.parser.lexing import scan, scanner
from shomei.parser.lexing.refusals import UNSUPPORTED
from shomei.parser.lexing.several_characters import RELATIONS
from shomei.parser.lexing.vocabulary import (
    BARE_COMMANDS,
    CHARACTERS,
    COMMANDS,
    CONNECTING_WORDS,
    ENVIRONMENTS,
    FUNCTION_SYNONYMS,
    GREEK_CHARACTERS,
    INVISIBLE,
    JOINED_CONNECTING_WORDS,
    NUMBER_SETS,
    SUBSCRIPTS,
    SUPERSCRIPTS,
)
from shomei.parser.reason_nodes import DefinitionOf, Named
from shomei.parser.running_text import RunningGrammar
from shomei.parser.source import Source
from shomei.terms.nodes import Apply, Expression, Relation
from shomei.verdicts.prove import Prover
from shomei.verdicts.run import check
from shomei.verdicts.wiring import stages
from tests.docs.page import DOCS, Example, codes, complaints, examples, fences, rows
from tests.false.corpus import portable_prover

PAGE = (DOCS / "language.md").read_text("utf-8")
EXAMPLES = examples(PAGE)
HOW_TO = [
    pytest.param(example, id=f"{path.stem}-line{example.line}")
    for path in sorted((DOCS / "howto").glob("*.md"))
    for example in examples(path.read_text("utf-8"))
]
#: Terminals that differ by what they stand for, too.
_NAMED = {"NAME", "FUNCTION", "CONSTANT", "NUMBER", "NUMBER_SET"}


@pytest.fixture(scope="module")
def prover() -> Iterator[Prover]:
    with portable_prover() as made:
        yield made


def elsewhere(section: str) -> set[str]:
    """The words of the languages that the page does not speak of: each has a test of its own."""
    spoken = {word for code in ("en", "ja") for word in _words_of(code, section)}
    return {word for each in languages() for word in _words_of(each.code, section)} - spoken


def _words_of(code: str, section: str) -> Iterator[str]:
    found = language(code)
    assert found is not None
    for listed in found.sections[section].values():
        yield from listed


@pytest.mark.parametrize(
    "example",
    [*(pytest.param(each, id=f"line{each.line}") for each in EXAMPLES), *HOW_TO],
)
def test_the_example_does_what_it_announces(
    example: Example, prover: Prover, tmp_path: Path
) -> None:
    path = tmp_path / f"example{example.suffix}"
    path.write_text(example.text, "utf-8")
    report = check(path, stages(), prover, lambda _stage, _done, _total: None, refute_seconds=2.0)
    assert list(complaints(example, report)) == []


def test_no_fence_is_left_out() -> None:
    assert len(HOW_TO) >= 10
    assert len(EXAMPLES) == fences(PAGE) >= 30
    assert {example.suffix for example in EXAMPLES} == {".txt", ".md", ".tex"}


# --------------------------------------------------------------------------------------------------
# Tables


def statement_of(text: str) -> Relation:
    """The relation that a text states last."""
    *_, item = parse(text + "\n", "table.txt").items
    assert isinstance(item, Chain)
    return Relation("=", item.first, item.links[0].right)


def expression_of(code: str) -> Expression:
    return statement_of(f"let n \\in \\mathbb{{N}}\n{code} = 0").left


@pytest.mark.parametrize("row", rows(PAGE, "readings"), ids=lambda row: row[0])
def test_a_reading(row: list[str]) -> None:
    [written], [read_as] = map(codes, row)
    assert written != read_as
    assert expression_of(written) == expression_of(read_as)


@pytest.mark.parametrize("row", rows(PAGE, "conditions"), ids=lambda row: row[0])
def test_what_an_expression_needs(row: list[str]) -> None:
    [code] = codes(row[0])
    plan = obligations.build(parse(f"let n, k \\in \\mathbb{{N}}\n{code} = 1\n", "table.txt"))
    assert {
        print_statement(condition.statement) for condition in plan.obligations[-1].conditions
    } == set(codes(row[1]))


def test_the_functions_are_those_of_the_records() -> None:
    for (english, japanese, written, where), operation in zip(
        rows(PAGE, "functions"), OPERATIONS.values(), strict=True
    ):
        assert (english, japanese) == (operation.words["en"], operation.words["ja"])
        [code] = codes(written)
        term = statement_of(f"let n, k \\in \\mathbb{{N}}\n{code} = 1").left
        assert isinstance(term, Apply)
        assert term.operation == operation.name
        if operation.lean.arguments == "natural":
            asked = [f"{print_expression(part)} \\in \\mathbb{{N}}" for part in term.arguments]
        else:
            needs = operation.needs(term.arguments, frozenset()) if operation.needs else ()
            asked = [print_statement(need.condition) for need in needs]
        assert codes(where) == asked
        assert asked or where == "everywhere"


@pytest.mark.parametrize("row", rows(PAGE, "errors"), ids=lambda row: row[0])
def test_what_is_refused(row: list[str]) -> None:
    [code] = codes(row[0])
    with pytest.raises(SyntaxProblem) as caught:
        parse(code + "\n", "table.txt")
    assert row[1] in [problem.message for problem in caught.value.problems]


def tokens_of(code: str) -> list[tuple[str, str]]:
    text = f"{code} "
    tokens = scan(Source.of(text, "table.txt"), ((0, len(text)),), Declarations())
    return [(token.type, str(token.value) if token.type in _NAMED else "") for token in tokens]


@pytest.mark.parametrize("row", rows(PAGE, "spellings"), ids=lambda row: row[0])
def test_the_spellings_of_a_symbol(row: list[str]) -> None:
    first, *others = codes(row[1])
    expected = tokens_of(first)
    assert (expected == []) == (row[0] == "nothing")
    assert {code: tokens_of(code) for code in others} == dict.fromkeys(others, expected)


@pytest.mark.parametrize("row", rows(PAGE, "reasons"), ids=lambda row: row[0])
def test_the_words_for_a_reason(row: list[str]) -> None:
    for word in codes(row[1]):
        line = f"x = x  {word}より" if not word.isascii() else f"x = x   by {word}"
        [item] = parse(line + "\n", "table.txt").items
        assert isinstance(item, Chain)
        [reason] = item.links[0].reasons
        expected = (
            DefinitionOf(row[0].removeprefix("definition of "))
            if row[0].startswith("definition of ")
            else Named(row[0])
        )
        assert reason == expected, word


# --------------------------------------------------------------------------------------------------
# Nothing is missing


def spellings() -> set[str]:
    return set(chain.from_iterable(codes(row[1]) for row in rows(PAGE, "spellings")))


@pytest.mark.parametrize(
    "table",
    [
        pytest.param(
            {
                f"\\{name}"
                for name in (*COMMANDS, *FUNCTIONS, *FUNCTION_SYNONYMS, *INVISIBLE, *GREEK)
            },
            id="commands",
        ),
        pytest.param({*CHARACTERS, *GREEK_CHARACTERS}, id="characters"),
        pytest.param({*SUPERSCRIPTS, *SUBSCRIPTS}, id="scripts"),
        pytest.param({name for name in NUMBER_SETS if not name.isascii()}, id="sets"),
        pytest.param(
            ({*CONNECTING_WORDS, *JOINED_CONNECTING_WORDS} - elsewhere("connectives"))
            | {*BARE_COMMANDS},
            id="words",
        ),
        pytest.param(set(RELATIONS), id="relations"),
    ],
)
def test_every_spelling_is_listed(table: set[str]) -> None:
    assert table - spellings() == set()


def test_every_environment_is_named() -> None:
    [paragraph] = [
        part for part in PAGE.split("\n\n") if part.startswith("Environments whose rows")
    ]
    assert set(codes(paragraph)) == set(ENVIRONMENTS)
    for name in ENVIRONMENTS:
        parse(f"\\begin{{{name}}} x &= x \\\\ &= x \\end{{{name}}}\n", "table.txt")


def test_every_refused_command_is_listed() -> None:
    written = " ".join(codes(row[0])[0] for row in rows(PAGE, "errors"))
    assert {
        name for name in UNSUPPORTED if not re.search(rf"(?:\\|\{{){name}(?![A-Za-z])", written)
    } == set()


def test_every_word_for_a_reason_is_listed() -> None:
    listed = set(chain.from_iterable(codes(row[1]) for row in rows(PAGE, "reasons")))
    named = {name for names in merged("names").values() for name in names} - elsewhere("names")
    assert named - listed == set()
    defined = {
        f"definition of {word}" if word.isascii() else f"{word}の定義"
        for words in merged("defined").values()
        for word in words
        if word not in elsewhere("defined")
    }
    assert defined - listed == set()


def test_every_keyword_has_an_example() -> None:
    used = {
        word
        for example in EXAMPLES
        for line in example.text.splitlines()
        for word in _keyword(line)
    }
    written = {spelling for spellings in KEYWORDS.values() for spelling in spellings}
    assert written - elsewhere("keywords") - used == set()


def _keyword(line: str) -> Iterator[str]:
    found = find_keyword(line, 0, len(line))
    if found is not None:
        yield next(
            spelling
            for spelling in sorted(KEYWORDS[found[0]], key=len, reverse=True)
            if line.strip().startswith(spelling)
        )


class Seen:
    """What the parser does with the page's examples and rows: which of the grammar's rules and of
    the scanner's groups it uses, which terminals of running text.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.rules: set[Any] = set()
        self.groups: set[str] = set()
        self.terminals: set[tuple[str, str]] = set()
        callbacks = formula_grammar.grammar().parser.parser.parser.callbacks  # type: ignore[attr-defined]
        for rule, callback in list(callbacks.items()):
            monkeypatch.setitem(callbacks, rule, self._counting(rule, callback))
        scan_one = scanner._scan_one
        monkeypatch.setattr(
            scanner,
            "_scan_one",
            lambda found, tokens: (
                self.groups.add(str(found.match.lastgroup)),
                scan_one(found, tokens),
            )[1],
        )
        following = RunningGrammar._next

        def counted(grammar: RunningGrammar, *rest: Any) -> Token | None:
            token = following(grammar, *rest)
            if token is not None:
                self.terminals.add((grammar._file, token.type))
            return token

        monkeypatch.setattr(RunningGrammar, "_next", counted)
        for example in EXAMPLES:
            self.read(example.text, example.suffix)
        for row in rows(PAGE, "readings"):
            self.read(f"{codes(row[0])[0]} = 0\n", ".txt")
        for row in rows(PAGE, "errors"):
            self.read(f"{codes(row[0])[0]}\n", ".txt")

    def _counting(self, rule: Any, callback: Any) -> Any:
        def counted(children: list[Token]) -> Any:
            self.rules.add(rule)
            return callback(children)

        return counted

    def read(self, text: str, suffix: str) -> None:
        with suppress(SyntaxProblem):
            parse(text, f"example{suffix}")


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> Seen:
    return Seen(monkeypatch)


def test_every_alternative_of_the_grammar_is_used(seen: Seen) -> None:
    # A rule that no statement begins with is an entrance of its own for the parser's callers.
    wanted = {
        rule
        for rule in formula_grammar.grammar().rules
        if str(rule.origin.name) not in {"expression", "statement"}
    }
    assert sorted(map(str, wanted - seen.rules)) == []


def test_every_kind_of_token_is_used(seen: Seen) -> None:
    outer = set(re.findall(r"^  [| ] \(\?P<(\w+)>", scanner._SCAN.pattern, re.MULTILINE)) | {
        "command"
    }
    assert {"command", "number", "other", "row"} <= outer
    assert outer - seen.groups == set()


def test_every_form_of_a_reason_is_used(seen: Seen) -> None:
    for grammar in (reasons.grammar(), directives.GRAMMAR):
        wanted = {(grammar._file, terminal.name) for terminal in grammar.lark.terminals}
        assert wanted - seen.terminals == set()
    assert ("reasons.lark", "TITLE") in seen.terminals
    forms = {
        name: pattern for name, pattern in vars(reasons).items() if isinstance(pattern, re.Pattern)
    }
    assert {"_BY", "_BY_FIRST", "_BARE_BY", "_END", "_WORDS", "_WIDE_BLANK"} == set(forms)
    lines = [line for example in EXAMPLES for line in example.text.splitlines()] + [
        code for row in rows(PAGE, "errors") for code in codes(row[0])
    ]
    assert {
        name for name, pattern in forms.items() if not any(pattern.search(line) for line in lines)
    } == set()


def test_the_words_of_articles_that_it_names() -> None:
    [section] = re.findall(r"### Articles without annotations\n(.*?)\n## ", PAGE, re.DOTALL)
    for patterns in (cues.DEFINITIONS, cues.RULES):
        for name, pattern in patterns:
            if name in {"derivative", "chain rule", "induction"}:
                assert pattern.search(section), name
    for kind in ("base", "N+"):
        phrases = words("number_kinds", kind)
        assert any(phrase in section for phrase in phrases), kind
