"""Places in the cells of a notebook."""

from shomei.terms.cells import NO_CELLS, Cells

CELLS = Cells((1, 4), (2, 5))


def test_places_of_a_text_without_cells() -> None:
    assert NO_CELLS.at(7) == (None, 7)
    assert (NO_CELLS.place(7), NO_CELLS.short(7), NO_CELLS.told(7)) == ("7", "7", "7")


def test_places_in_cells() -> None:
    assert [CELLS.at(line) for line in (1, 3, 4, 6)] == [(2, 1), (2, 3), (5, 1), (5, 3)]
    assert (CELLS.place(5), CELLS.short(5), CELLS.told(5)) == ("cell 5:2", "5:2", "2 of cell 5")


def test_lines_of_cells() -> None:
    assert [CELLS.line_of(*place) for place in ((2, 3), (2, 4), (2, 0), (3, 1), (5, 9))] == [
        3, None, None, None, 12,
    ]  # fmt: skip
