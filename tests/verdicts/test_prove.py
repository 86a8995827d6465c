from collections.abc import Iterator, Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from shomei.emitter.model import Claim, Theorem
from shomei.lean.axioms import printed
from shomei.ledger import Ledger
from shomei.verdicts.prove import BODY_SIZE, Prover, look_up, prove
from shomei.verdicts.standing import Outcome, Proof, Rejection, in_order, theorem_key
from tests.fakes import FakeLean, MemoryLedger, claim, theorem
from tests.theorems import theorem_of


def proved(claims: list[Claim], lean: FakeLean, ledger: Ledger | None = None) -> dict[str, Outcome]:
    prover = Prover(lean, printed(), ledger or MemoryLedger(), 60, "1")
    return prove(claims, prover, look_up(claims, prover))


def names(outcomes: dict[str, Outcome]) -> set[str]:
    return {name for name, outcome in outcomes.items() if isinstance(outcome, Proof)}


def rejection(outcome: Outcome) -> Rejection:
    assert isinstance(outcome, Rejection)
    return outcome


def test_independent_claims_fail_independently() -> None:
    outcomes = proved(
        [claim(theorem("a")), claim(theorem("b", "wrong")), claim(theorem("c"))],
        FakeLean({"wrong": "unsolved goals"}),
    )
    assert names(outcomes) == {"a", "c"}
    assert rejection(outcomes["b"]).complaint == "unsolved goals"


def test_a_warning_is_a_failure() -> None:
    assert (
        names(
            proved(
                [claim(theorem("a", "lazy"))],
                FakeLean({"lazy": "declaration uses 'sorry'"}, severity="warning"),
            )
        )
        == set()
    )


def test_a_later_alternative_may_do() -> None:
    first, second = theorem("a", "wrong", how="grind"), theorem("a", "right", how="field_simp")
    outcomes = proved([claim(first, second)], FakeLean({"wrong": "no"}))
    proof = outcomes["a"]
    assert isinstance(proof, Proof) and proof.theorem == second


def test_alternatives_of_proved_claims_are_not_tried() -> None:
    lean = FakeLean({"wrong": "no"})
    proved(
        [
            claim(theorem("a"), theorem("a", "other")),
            claim(theorem("b", "wrong"), theorem("b", "also wrong"), theorem("b", "right")),
        ],
        lean,
    )
    assert lean.asked == [["a", "b"], ["b"], ["b"]]


def test_when_no_alternative_does_the_first_ones_complaint_is_told() -> None:
    outcomes = proved(
        [claim(theorem("a", "wrong1"), theorem("a", "wrong2"))],
        FakeLean({"wrong1": "first", "wrong2": "second"}),
    )
    assert rejection(outcomes["a"]).complaint == "first"


def test_what_is_cited_stands_before_it_as_a_statement_only() -> None:
    lean = FakeLean()
    outcomes = proved(
        [claim(theorem("a")), claim(theorem("b", "rfl", "a")), claim(theorem("c"))], lean
    )
    assert names(outcomes) == {"a", "b", "c"}
    assert lean.asked == [["a", "c"], ["b"]]
    assert lean.bodies[1].startswith("axiom a :\n    1 = 1\n\ntheorem b")


def test_bodies_are_small() -> None:
    lean = FakeLean()
    proved([claim(theorem(f"t{number}")) for number in range(2 * BODY_SIZE + 1)], lean)
    assert [len(asked) for asked in lean.asked] == [BODY_SIZE, BODY_SIZE, 1]


def same(name: str, proof: str, *requires: str) -> Theorem:
    """A theorem that differs from another in nothing but its name."""
    text = f"theorem {name} (x : ℝ) :\n    x = x := by\n  {proof}\n"
    return theorem_of(text, requires=requires)


def test_what_differs_only_in_its_name_is_asked_once() -> None:
    lean, ledger = FakeLean(), MemoryLedger()
    claims = [claim(same(name, "rfl")) for name in ("a", "b", "c")]
    assert names(proved(claims, lean, ledger)) == {"a", "b", "c"}
    assert lean.asked == [["a"]]
    # Each is in the ledger under its own name.
    assert names(proved(claims[1:], lean, ledger)) == {"b", "c"} and lean.asked == [["a"]]


def test_another_proof_or_another_citation_is_another_theorem() -> None:
    lean = FakeLean({"wrong": "unsolved goals"})
    claims = [
        claim(same("a", "rfl")),
        claim(same("b", "wrong")),
        claim(same("c", "wrong")),
        claim(theorem("d")),
        claim(same("e", "rfl", "d")),
        claim(same("f", "rfl", "b")),
    ]
    outcomes = proved(claims, lean)
    assert names(outcomes) == {"a", "d", "e"}
    assert rejection(outcomes["b"]).complaint == rejection(outcomes["c"]).complaint
    assert rejection(outcomes["f"]).missing == ("b",)
    assert sorted(name for asked in lean.asked for name in asked) == ["a", "b", "d", "e", "f"]


def test_of_the_same_theorems_all_are_lost_with_one() -> None:
    outcomes = proved(
        [claim(same("a", "rfl")), claim(same("b", "rfl"))], FakeLean(dies_on=frozenset({"a"}))
    )
    assert rejection(outcomes["a"]).lost and rejection(outcomes["b"]).lost


def test_expensive_theorems_are_in_bodies_of_their_own() -> None:
    def asked(script: str, count: int) -> list[int]:
        lean = FakeLean()
        proved([claim(theorem(f"t{number}", script)) for number in range(count)], lean)
        return [len(names) for names in lean.asked]

    assert asked("grind; " * 50, 3) == [1, 1, 1]
    # So many that a sixth of them is more than one body may take.
    several = asked("grind; grind", 100)
    assert sum(several) == 100 and max(several) < 14
    # So few that one body would leave nothing to a second Lean.
    assert len(asked("grind; grind", 8)) > 2


def test_what_cites_a_failed_theorem_waits_for_it() -> None:
    claims = [
        claim(theorem("a", "wrong")),
        claim(theorem("b", "rfl", "a")),
        claim(theorem("c", "rfl", "b")),
    ]
    outcomes = proved(claims, FakeLean({"wrong": "no"}))
    assert names(outcomes) == set()
    assert rejection(outcomes["b"]).missing == ("a",)
    assert rejection(outcomes["c"]).missing == ("b",)
    assert rejection(outcomes["b"]).complaint == ""


def test_what_cites_a_theorem_proved_late_is_proved_after_it() -> None:
    claims = [
        claim(theorem("a", "wrong"), theorem("a", "right")),
        claim(theorem("b", "rfl", "a")),
        claim(theorem("c", "rfl", "b")),
    ]
    assert names(proved(claims, FakeLean({"wrong": "no"}))) == {"a", "b", "c"}


def test_a_claim_may_cite_what_stands_after_it() -> None:
    lean = FakeLean()
    outcomes = proved([claim(theorem("early", "rfl", "late")), claim(theorem("late"))], lean)
    assert names(outcomes) == {"early", "late"}
    assert lean.asked == [["late"], ["early"]]


def test_a_circle_proves_nothing() -> None:
    claims = [
        claim(theorem("a", "rfl", "b")),
        claim(theorem("b", "rfl", "a")),
        claim(theorem("self", "rfl", "self")),
    ]
    assert names(proved(claims, FakeLean())) == set()


def test_a_circle_with_a_way_out_is_proved() -> None:
    claims = [
        claim(theorem("a", "rfl", "b")),
        claim(theorem("b", "rfl", "a"), theorem("b", "alone")),
    ]
    assert names(proved(claims, FakeLean())) == {"a", "b"}


def test_a_theorem_that_nobody_knows_is_missing() -> None:
    outcomes = proved([claim(theorem("a", "rfl", "nowhere"))], FakeLean())
    assert rejection(outcomes["a"]).missing == ("nowhere",)


def test_one_theorem_that_kills_lean_takes_no_other_with_it() -> None:
    claims = [claim(theorem(f"t{number}")) for number in range(10)]
    outcomes = proved(claims, FakeLean(dies_on=frozenset({"t7"})))
    assert names(outcomes) == {f"t{number}" for number in range(10) if number != 7}
    assert rejection(outcomes["t7"]).lost == "Lean ran out of memory"


def test_a_run_without_an_end_proves_nothing_even_in_silence() -> None:
    assert names(proved([claim(theorem("a"))], FakeLean(dies_on=frozenset({"a"})))) == set()


def test_an_alternative_that_kills_lean_is_not_the_last_word() -> None:
    lean = FakeLean({"wrong": "no"}, dies_on=frozenset({"bomb"}))
    outcomes = proved(
        [claim(theorem("a", "wrong"), theorem("a", "right")), claim(theorem("bomb"))], lean
    )
    assert names(outcomes) == {"a"}


def test_axioms_beyond_the_allowed_ones_are_refused() -> None:
    lean = FakeLean(axioms={"cheat": ("propext", "sorryAx"), "quiet": ("silent",)})
    outcomes = proved(
        [claim(theorem("good")), claim(theorem("cheat")), claim(theorem("quiet"))], lean
    )
    assert names(outcomes) == {"good"}
    good = outcomes["good"]
    assert isinstance(good, Proof) and good.axioms == ("propext",)
    assert rejection(outcomes["cheat"]).complaint == "the theorem rests on sorryAx"
    assert "did not say" in rejection(outcomes["quiet"]).complaint


def test_a_theorem_is_not_blamed_for_what_it_cites() -> None:
    """The cited theorem fails first, and is proved later."""
    claims = [
        claim(theorem("a", "wrong1"), theorem("a", "right"), theorem("a", "wrong2")),
        claim(theorem("b", "wrong3", "a"), theorem("b", "fine", "a")),
    ]
    lean = FakeLean({"wrong": "no"})
    assert names(proved(claims, lean)) == {"a", "b"}


def test_what_is_known_is_not_asked_again() -> None:
    ledger = MemoryLedger()
    claims = [claim(theorem("a")), claim(theorem("b", "rfl", "a")), claim(theorem("c", "wrong"))]
    proved(claims, FakeLean({"wrong": "no"}), ledger)
    assert len(ledger.entries) == 2
    lean = FakeLean({"wrong": "no"})
    outcomes = proved(claims, lean, ledger)
    assert names(outcomes) == {"a", "b"} and lean.asked == [["c"]]
    cached = outcomes["b"]
    assert isinstance(cached, Proof) and cached.cached


def test_what_is_known_but_is_no_claim_any_more_cannot_be_cited() -> None:
    """As where one claim of a step is in the ledger, and numbers refute the step since."""
    ledger = MemoryLedger()
    claims = [claim(theorem("a")), claim(theorem("b", "rfl", "a"))]
    prover = Prover(FakeLean(), printed(), ledger, 60, "1")
    prove(claims[:1], prover, {})
    known = look_up(claims, prover)
    assert set(known) == {"a"}
    outcomes = prove(claims[1:], prover, known)
    assert rejection(outcomes["b"]).missing == ("a",)
    assert names(outcomes) == set()


def test_each_proof_is_written_into_the_ledger_once() -> None:
    class Counting(MemoryLedger):
        def __init__(self) -> None:
            super().__init__()
            self.written: list[str] = []

        def record(self, entries: object) -> None:
            kept = list(entries)  # type: ignore[call-overload]
            self.written += [entry.key for entry in kept]
            super().record(kept)

    ledger = Counting()
    proved([claim(theorem(f"t{number}")) for number in range(3 * BODY_SIZE)], FakeLean(), ledger)
    assert len(ledger.written) == len(set(ledger.written)) == 3 * BODY_SIZE


def test_nothing_but_what_is_verified_is_kept() -> None:
    ledger = MemoryLedger()
    proved(
        [claim(theorem("a", "wrong")), claim(theorem("b"))],
        FakeLean({"wrong": "no"}, dies_on=frozenset({"b"})),
        ledger,
    )
    assert ledger.entries == {}


def test_another_proof_of_what_is_cited_changes_nothing() -> None:
    ledger = MemoryLedger()
    proved([claim(theorem("a")), claim(theorem("b", "rfl", "a"))], FakeLean(), ledger)
    lean = FakeLean()
    assert names(
        proved([claim(theorem("a", "otherwise")), claim(theorem("b", "rfl", "a"))], lean, ledger)
    ) == {"a", "b"}
    assert lean.asked == [["a"]]


def test_what_is_kept_counts_only_with_what_it_cites() -> None:
    ledger = MemoryLedger()
    proved([claim(theorem("a")), claim(theorem("b", "rfl", "a"))], FakeLean(), ledger)
    assert (
        names(
            proved(
                [claim(theorem("a", "wrong")), claim(theorem("b", "rfl", "a"))],
                FakeLean({"wrong": "no"}),
                ledger,
            )
        )
        == set()
    )


def test_another_statement_of_what_is_cited_changes_the_key() -> None:
    ledger = MemoryLedger()
    proved([claim(theorem("a")), claim(theorem("b", "rfl", "a"))], FakeLean(), ledger)
    lean = FakeLean()
    other = theorem_of("theorem a :\n    2 = 2 := by\n  rfl\n")
    assert names(proved([claim(other), claim(theorem("b", "rfl", "a"))], lean, ledger)) == {
        "a",
        "b",
    }
    assert lean.asked == [["a"], ["b"]]


def test_an_alternative_must_state_the_same() -> None:
    other = theorem_of("theorem a :\n    2 = 2 := by\n  rfl\n")
    lean = FakeLean({"wrong": "no"})
    outcomes = proved([claim(theorem("a", "wrong"), other)], lean)
    assert rejection(outcomes["a"]).complaint == "no" and lean.asked == [["a"]]


def test_use_of_what_is_not_named_as_cited_is_refused() -> None:
    lean = FakeLean(axioms={"b": ("propext", "a")})
    outcomes = proved(
        [claim(theorem("a")), claim(theorem("b")), claim(theorem("c", "rfl", "a"))], lean
    )
    assert rejection(outcomes["b"]).complaint == "the theorem rests on a"


def test_what_cites_an_unreadable_statement_waits_for_it() -> None:
    outcomes = proved(
        [
            claim(theorem_of("theorem a :\n    nonsense := by\n  rfl\n")),
            claim(theorem("b", "rfl", "a")),
        ],
        FakeLean({"nonsense": "unknown"}),
    )
    assert rejection(outcomes["a"]).complaint == "unknown"
    assert rejection(outcomes["b"]).missing == ("a",)


def test_another_lean_or_emitter_knows_nothing() -> None:
    ledger = MemoryLedger()
    claims = [claim(theorem("a"))]
    proved(claims, FakeLean(), ledger)
    assert look_up(claims, Prover(FakeLean(identity="fake-2"), printed(), ledger, 60, "1")) == {}
    assert look_up(claims, Prover(FakeLean(), printed(), ledger, 60, "2")) == {}
    assert set(look_up(claims, Prover(FakeLean(), printed(), ledger, 60, "1"))) == {"a"}


@given(st.text(), st.text(), st.text(), st.text())
def test_keys_do_not_run_into_each_other(
    name: str, text: str, other_name: str, other_text: str
) -> None:
    one, other = theorem_of(text, name=name), theorem_of(other_text, name=other_name)
    assert (theorem_key(one, [], "i") == theorem_key(other, [], "i")) == (one == other)
    assert theorem_key(one, ["k"], "i") != theorem_key(one, [], "i")


def test_progress_is_told() -> None:
    told: list[tuple[int, int]] = []
    prover = Prover(FakeLean({"wrong": "no"}), printed(), MemoryLedger(), 60, "1")
    prove(
        [claim(theorem("a")), claim(theorem("b", "wrong"), theorem("b", "right"))],
        prover,
        {},
        lambda done, total: told.append((done, total)),
    )
    assert told == [(0, 2), (1, 2), (2, 2)]


def test_a_thousand_links_are_no_trouble() -> None:
    claims = [
        claim(theorem("t0")),
        *(claim(theorem(f"t{n}", "rfl", f"t{n - 1}")) for n in range(1, 1500)),
    ]
    assert [c.alternatives[0].name for c in in_order(list(reversed(claims)))] == [
        f"t{n}" for n in range(1500)
    ]


@given(
    st.lists(st.tuples(st.integers(0, 11), st.lists(st.integers(0, 11), max_size=3)), max_size=12),
    st.sets(st.integers(0, 11)),
)
def test_what_is_proved_rests_on_what_is_proved(
    citations: list[tuple[int, list[int]]], wrong: set[int]
) -> None:
    """Whatever cites whatever: only well-founded proofs count, and all that can be proved is."""
    alternatives: dict[int, list[Theorem]] = {}
    for number, cited in citations:
        proof = f"{'wrong' if number in wrong else 'rfl'} {len(alternatives.get(number, []))}"
        alternatives.setdefault(number, []).append(
            theorem(f"t{number}", proof, *dict.fromkeys(f"t{inner}" for inner in cited))
        )
    claims = [claim(*theorems) for theorems in alternatives.values()]
    provable: set[str] = set()
    while True:
        more = {
            t.name
            for c in claims
            for t in c.alternatives
            if "wrong" not in t.text and set(t.requires) <= provable
        }
        if more <= provable:
            break
        provable |= more
    outcomes = proved(claims, FakeLean({"wrong": "no"}))
    assert names(outcomes) == provable
    assert set(outcomes) == {f"t{number}" for number in alternatives}


def test_a_claim_without_any_proof_has_no_outcome() -> None:
    assert proved([replace(claim(theorem("a")), alternatives=())], FakeLean()) == {}


class Made(Sequence[Theorem]):
    """Alternatives that count how many of them were looked at."""

    def __init__(self, *theorems: Theorem) -> None:
        self.theorems = theorems
        self.most = 0

    def __getitem__(self, index):  # type: ignore[no-untyped-def]
        self.most = max(self.most, index.stop if isinstance(index, slice) else index + 1)
        return self.theorems[index]

    def __len__(self) -> int:
        self.most = len(self.theorems)
        return len(self.theorems)

    def __bool__(self) -> bool:
        return bool(self.theorems)

    def __iter__(self) -> Iterator[Theorem]:
        for index, one in enumerate(self.theorems):
            self.most = max(self.most, index + 1)
            yield one


def test_alternatives_are_only_made_when_they_are_needed() -> None:
    made = Made(theorem("a"), theorem("a", "dear"), theorem("a", "dearer"))
    proved([Claim("statement", "x", made)], FakeLean())
    assert made.most == 1


def test_a_known_alternative_is_found_without_making_those_before_it_dearly() -> None:
    ledger = MemoryLedger()
    theorems = (theorem("a", "wrong"), theorem("a", "right"), theorem("a", "dear"))
    proved([Claim("statement", "x", Made(*theorems))], FakeLean({"wrong": "no"}), ledger)
    made = Made(*theorems)
    lean = FakeLean({"wrong": "no"})
    (proof,) = proved([Claim("statement", "x", made)], lean, ledger).values()
    assert isinstance(proof, Proof) and proof.cached and proof.theorem is theorems[1]
    assert made.most == 2 and lean.calls == 0


def test_a_pointer_alone_proves_nothing() -> None:
    ledger = MemoryLedger()
    theorems = (theorem("a", "wrong"), theorem("a", "right"))
    proved([claim(*theorems)], FakeLean({"wrong": "no"}), ledger)
    kept = {key: entry for key, entry in ledger.entries.items() if entry.axioms == ("1",)}
    assert len(kept) == 1 and len(ledger.entries) == 2
    ledger.entries = kept
    assert look_up([claim(*theorems)], Prover(FakeLean(), printed(), ledger, 60, "1")) == {}
    for nonsense in ((), ("x",), ("-1",), ("99999",), ("7",), ("²",)):
        ledger.entries = {key: replace(entry, axioms=nonsense) for key, entry in kept.items()}
        assert look_up([claim(*theorems)], Prover(FakeLean(), printed(), ledger, 60, "1")) == {}
