from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from shomei.report.excerpt import crop, excerpt
from tests.report.samples import hostile_text


def test_carets_stand_under_what_is_meant() -> None:
    found = excerpt("積の対数\tx = y\n", line=1, column=6, end_line=1, end_column=11, width=80)
    assert found is not None
    # Four wide characters are eight cells, the tab is four.
    assert found.line == "積の対数    x = y"
    assert found.carets == " " * 12 + "^^^^^"


def test_wide_characters_get_two_carets_each() -> None:
    found = excerpt("a 公式 b", line=1, column=3, end_line=1, end_column=5, width=80)
    assert found is not None and found.carets == "  ^^^^"


def test_a_span_over_several_lines_marks_the_first_to_its_end() -> None:
    found = excerpt("ab\ncd ef\ngh", line=2, column=4, end_line=3, end_column=2, width=80)
    assert found is not None and (found.line, found.carets) == ("cd ef", "   ^^")


def test_an_escaped_character_moves_the_carets() -> None:
    found = excerpt("\x1bx", line=1, column=2, end_line=1, end_column=3, width=80)
    assert found is not None and (found.line, found.carets) == ("\\x1bx", "    ^")


def test_a_line_that_is_not_there() -> None:
    assert excerpt("a\n", line=7, column=1, end_line=7, end_column=2, width=80) is None


places = st.tuples(st.integers(1, 4), st.integers(1, 40), st.integers(1, 7), st.integers(1, 40))


@given(hostile_text, places, st.integers(0, 120))
def test_it_always_fits_and_always_points(
    text: str, place: tuple[int, int, int, int], width: int
) -> None:
    line, column, end_line, end_column = place
    found = excerpt(
        text,
        line=line,
        column=column,
        end_line=max(line, end_line),
        end_column=end_column,
        width=width,
    )
    if found is not None:
        limit = max(width, 8)
        assert cell_len(found.line) <= limit
        assert set(found.carets) <= {" ", "^"} and found.carets.endswith("^")
        assert len(found.carets) <= limit + 1


def test_a_long_line_is_cropped_around_the_mark() -> None:
    text = "a" * 300 + "WRONG" + "b" * 300
    found = excerpt(text, line=1, column=301, end_line=1, end_column=306, width=40)
    assert found is not None and "WRONG" in found.line and cell_len(found.line) <= 40
    start = found.carets.index("^")
    assert found.line[start : start + 5] == "WRONG"


def test_crop() -> None:
    assert crop("証明する", 6) == "証明…"
    assert crop("abc", 3) == "abc"
