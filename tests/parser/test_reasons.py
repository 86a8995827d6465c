"""Reasons: every form in every language, and its place in the text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shomei.parser.declarations import Declarations
from shomei.parser.errors import SyntaxProblem
from shomei.parser.limits import MAX_LINE
from shomei.parser.reason_nodes import Cite, Continuity, DefinitionOf, Named, Reason, Substitute
from shomei.parser.reasons import grammar, parse_reasons, split_reason
from shomei.parser.source import Source


def read(text: str, *labels: str) -> tuple[Reason, ...]:
    declarations = Declarations()
    declarations.labels.update(labels)
    return parse_reasons(Source.of(text, "x.txt"), (0, len(text)), declarations)


def told(reason: Reason) -> str:
    """A reason in short."""
    match reason:
        case Cite(label=label, substitution=pairs):
            return f"cite {label}" + "".join(f" {name}" for name, _ in pairs)
        case Substitute(name=name):
            return f"put {name}"
        case DefinitionOf(name=name):
            return f"definition {name}"
        case Continuity(function=function):
            return f"continuity {function}"
        case Named(rule=rule):
            return f"named {rule}"


#: Each reason between marks, and how it is read.
FORMS = [
    ("[(2.4)]", "cite 2.4"),
    ("[the formula (2.4)]; [theorem(a)], [Eq. (3)]", "cite 2.4", "cite a", "cite 3"),
    ("[公式(2.4)]、[定理（1）]、[(2)式] より", "cite 2.4", "cite 1", "cite 2"),
    ("[(2.4) with X = x, Y = x + h] and [algebra]", "cite 2.4 X Y", "named algebra"),
    ("[(1) where X = x (y + 1), t = 1]", "cite 1 X t"),
    ("[(1)において X = x、Y = y]、[計算]により", "cite 1 X Y", "named algebra"),
    ("[substitution t = x^2] and [limit]", "put t", "named limit"),
    ("[the change of variable: u = \\frac{1}{x}]", "put u"),
    ("[t = x^2]と置く", "put t"),
    ("[置換 s = x (y + 1)]、[極限]より", "put s", "named limit"),
    ("[t = x], [s = y] で置き換える", "put t", "put s"),
    (
        "[the definition of the derivative], [definition of \\sigma]",
        "definition derivative",
        "definition sigma",
    ),
    ("[definition of f] and [(1)]", "definition f", "cite 1"),
    ("[微分の定義]、[eの定義式]より", "definition derivative", "definition e"),
    ("[continuity of \\log_a] and [continuity]", "continuity \\log_a", "continuity "),
    ("[対数の連続性]により", "continuity 対数"),
    (
        "[induction on n]; [mathematical induction over $k$]",
        "named induction on n",
        "named induction on k",
    ),
    ("[nについての数学的帰納法]より", "named induction on n"),
    ("[kに関する帰納法]", "named induction on k"),
    ("[the Product Rule], [積の微分法]", "named product rule", "named product rule"),
    ("[a root is not negative]", "named root is not negative"),
    ("[logarithm of a product]、[積の対数]から", "named logarithm of a product", "named 積の対数"),
    ("[the law (1)]", "named law (1)"),
    (
        "[definition by cases] and [continuity as such]",
        "named definition by cases",
        "named continuity as such",
    ),
    ("[Cauchy, Schwarz with X = x] and [Cauchy]", "cite Cauchy, Schwarz X", "named Cauchy"),
]


@pytest.mark.parametrize(("text", "expected"), [(form[0], form[1:]) for form in FORMS])
def test_a_form_and_its_place(text: str, expected: tuple[str, ...]) -> None:
    plain = text.replace("[", "").replace("]", "")
    reasons = read(plain, "Cauchy, Schwarz")
    assert tuple(map(told, reasons)) == expected
    shift, places = 0, []
    for index, character in enumerate(text):
        if character in "[]":
            places.append(index - shift)
            shift += 1
    spans = [(reason.span.start, reason.span.end) for reason in reasons]
    assert spans == list(zip(places[::2], places[1::2], strict=True))


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("algebra", ("algebra",)),
        ("因数分解", ("algebra",)),
        ("the squeeze theorem", ("squeeze_theorem",)),
        ("l'Hôpital's rule", ("lhopital",)),
        ("L’Hôpital’s rule", ("lhopital",)),
        ("ロピタルの定理", ("lhopital",)),
        ("induction on n", ("induction",)),
        ("nについての帰納法", ("induction",)),
        ("addition theorem", ("sin_add", "cos_add", "sin_sub", "cos_sub")),
        ("倍角の公式", ("sin_two_mul", "cos_two_mul")),
        ("magic", ()),
    ],
)
def test_a_named_reason_has_the_ids_of_what_is_called_so(words: str, ids: tuple[str, ...]) -> None:
    [reason] = read(words)
    assert isinstance(reason, Named)
    assert reason.ids[: len(ids)] == ids and bool(reason.ids) == bool(ids)


@pytest.mark.parametrize(
    ("text", "message", "place"),
    [
        ("", "a reason is missing", (1, 1)),
        (" , and ", "a reason is missing", (1, 1)),
        ("(1) with X = ", "there is no statement here", (1, 12)),
        ("substitution t = x +", "the statement ends too early", (1, 21)),
        ("t = 1 = 2", "`=` cannot stand here", (1, 7)),
    ],
)
def test_what_is_wrong_with_a_reason(text: str, message: str, place: tuple[int, int]) -> None:
    with pytest.raises(SyntaxProblem) as caught:
        read(text)
    assert caught.value.message == message
    assert (caught.value.span.line, caught.value.span.column) == place


@pytest.mark.parametrize("line", ["x = 1 by", "x = 1 because", "x = 1 because of "])
def test_a_reason_that_was_never_written(line: str) -> None:
    formula, reason = split_reason(line, 0, len(line))
    assert line[slice(*formula)] == "x = 1"
    assert reason is not None and line[slice(*reason)] == ""


PIECES = [form[0].replace("[", "").replace("]", "") for form in FORMS] + [
    *(
        " and ",
        ", ",
        "、",
        " ",
        "(",
        ")",
        "{",
        "より",
        "と置く",
        "x",
        " = ",
        "with ",
        "の定義",
        "\n",
    )
]


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_reasons_stand_in_order_inside_the_text(text: str) -> None:
    try:
        reasons = read(text, "Cauchy, Schwarz")
    except SyntaxProblem:
        return
    end = 0
    for reason in reasons:
        assert end <= reason.span.start < reason.span.end <= len(text)
        end = reason.span.end


@given(st.text(alphabet="ab =,(){}$\\とで置くのより定義algebrwithby", max_size=40))
def test_the_grammar_reads_any_text_to_its_end(text: str) -> None:
    finders = {"TITLE": lambda _position, _end: None}
    _, end = grammar().read(text, 0, len(text), rule="start", finders=finders)
    assert end == len(text)


@pytest.mark.parametrize(
    "piece",
    ["and ", "(1) ", "x = (", "a の", "algebra, ", "with X = x, ", " ", "((", "t = 1と置く"],
)
def test_a_long_reason_takes_no_longer_than_it_is(piece: str) -> None:
    finders = {"TITLE": lambda _position, _end: None}

    def seconds(size: int) -> float:
        text = f"(1) with X = x, {piece * (size // len(piece))}"
        begun = time.process_time()
        grammar().read(text, 0, len(text), rule="start", finders=finders)
        return time.process_time() - begun

    assert seconds(MAX_LINE) < 2
