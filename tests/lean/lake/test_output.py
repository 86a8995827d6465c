from shomei.lean.backend import LeanMessage
from shomei.lean.lake.output import Entry, entries, message_of

#: As Lake 5.0.0-src+7e01a1b (Lean 4.28.0) prints it when its output is not a terminal.
RECORDED = """ℹ [2732/2735] Replayed Shomei.Tactic
info: Shomei/Tactic.lean:3:0: hello
✖ [2733/2735] Building Generated.S1 (1.2s)
trace: .> LEAN_PATH=/p/.lake/packages/Cli/.lake/build/lib/lean:/p/.lake/build/lib/lean \
/root/.elan/toolchains/x/bin/lean /p/Generated/S1.lean --json
error: Generated/S1.lean:7:2: unsolved goals
x : ℝ
hx : 0 < x

⊢ x = x + 1
warning: Generated/S1.lean:9:8: declaration uses 'sorry'
info: Generated/S1.lean:12:0: 'eq_1' depends on axioms: [propext,
 Classical.choice,
 Quot.sound]
error: Lean exited with code 1
✔ [2734/2735] Built Generated.S2 (345ms)
⚠ [2735/2735] Built Generated.S3 (12s)
warning: Generated/S3.lean:4:8: unused variable `h`
Some required targets logged failures:
- Generated.S1
error: build failed
"""


def messages(output: str) -> list[tuple[str, LeanMessage]]:
    return [found for entry in entries(output) if (found := message_of(entry)) is not None]


def test_messages_with_all_their_lines() -> None:
    assert messages(RECORDED) == [
        ("Shomei.Tactic", LeanMessage("information", 3, 0, 3, "hello")),
        (
            "Generated.S1",
            LeanMessage("error", 7, 2, 7, "unsolved goals\nx : ℝ\nhx : 0 < x\n\n⊢ x = x + 1"),
        ),
        ("Generated.S1", LeanMessage("warning", 9, 8, 9, "declaration uses 'sorry'")),
        (
            "Generated.S1",
            LeanMessage(
                "information",
                12,
                0,
                12,
                "'eq_1' depends on axioms: [propext,\n Classical.choice,\n Quot.sound]",
            ),
        ),
        ("Generated.S3", LeanMessage("warning", 4, 8, 4, "unused variable `h`")),
    ]


def test_entries_know_their_job() -> None:
    found = list(entries(RECORDED))
    assert found[1].target == "Generated.S1" and found[1].level == "trace"
    assert Entry("error", "Lean exited with code 1", "Generated.S1") in found


def test_older_versions_and_whole_paths() -> None:
    for path in (
        "././././Generated/S1.lean",
        "././Generated/S1.lean",
        "/home/me/lean_project/Generated/S1.lean",
    ):
        assert messages(f"✖ [1/2] Building Generated.S1\nerror: {path}:3:4: bad\n") == [
            ("Generated.S1", LeanMessage("error", 3, 4, 3, "bad"))
        ]


def test_colours_and_spinners_are_taken_off() -> None:
    coloured = (
        "\x1b[2K\r⣾ [1/2] Running Generated.S1\n\x1b[1;31m✖ [2/2] Building Generated.S1\x1b[m\n"
        "\x1b[1;31merror:\x1b[m Generated/S1.lean:3:4: bad\n"
    )
    assert messages(coloured) == [("Generated.S1", LeanMessage("error", 3, 4, 3, "bad"))]


def test_an_entry_without_a_place_is_no_message() -> None:
    assert (
        messages("error: unknown module prefix 'Generated'\n\nNo directory\nerror: build failed\n")
        == []
    )


def test_nothing_at_all() -> None:
    assert list(entries("")) == []
