"""How the parts of a conjunction are put together."""

from shomei.emitter.lean.render import lines_of
from shomei.emitter.proof.definedness import together


def test_parts_stand_where_they_are_used() -> None:
    parts = [("part1", "p", "h1"), ("part2", "q", "(f h2)")]
    assert lines_of(together(parts)) == ["exact ⟨h1, (f h2)⟩"]


def test_a_part_that_another_rests_on_is_stated_first() -> None:
    parts = [("part1", "p", "(f h1)"), ("part2", "q", "(g part1)"), ("part11", "r", "h3")]
    assert lines_of(together(parts)) == ["have part1 : p := (f h1)", "exact ⟨part1, (g part1), h3⟩"]


def test_what_tactics_may_use_is_stated_before_them() -> None:
    parts = [("part1", "p", "(f h1)"), ("part2", "q", "(by grind : q)"), ("part3", "r", "(g h1)")]
    assert lines_of(together(parts)) == [
        "have part1 : p := (f h1)",
        "exact ⟨part1, (by grind : q), (g h1)⟩",
    ]
