"""The Lean file that `--emit` writes, as the real portable Lean reads it. (The same with the whole
gallery takes `python -m bench.emitted` an hour.)
"""

import re

import pytest

from bench.emitted import TACTICS, measured
from shomei.lean.axioms import printed
from shomei.lean.lake.detect import PROJECT
from shomei.lean.lemmas import cited_lemmas
from shomei.lean.portable.backend import PortableBackend
from tests.endtoend.command import report

DERIVATION = r"""assume a > 0, b > 0
formula (1.1): (X + Y)^2 - (X - Y)^2 = 4 X Y
theorem mean: \frac{a + b}{2} \cdot \frac{2 a b}{a + b} = a b
proof
\frac{a + b}{2} \cdot \frac{2 a b}{a + b}
  = \frac{(a + b) \cdot 2 a b}{2 (a + b)}
  = a b
qed
define s(t) = \frac{1}{1 + e^{-t}}
theorem derivative: s'(t) = s(t) (1 - s(t))
proof
s'(t)
  = \frac{e^{-t}}{(1 + e^{-t})^2}
  = s(t) (1 - s(t))
qed
"""


@pytest.fixture(scope="module")
def emitted(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("emitted")
    derivation, target = folder / "means.txt", folder / "Means.lean"
    derivation.write_text(DERIVATION, "utf-8")
    code, _ = report(derivation, "--no-ledger", "--emit", target)
    assert code == 0
    return target.read_text("utf-8")


def test_the_emitted_file_stands_as_a_whole(emitted: str) -> None:
    """Every theorem after those that it cites, nothing taken for granted: the last ones rest on the
    interface's axioms and Lean's own alone.
    """
    head, _, body = emitted.partition("open Filter Topology\n")
    assert head.startswith("import Mathlib\nimport Shomei\n")
    assert not re.search(r"\b(?:sorry|axiom|native_decide)\b", body)
    backend = PortableBackend()
    audit = printed(lambda: backend.axioms)
    tactics = (PROJECT / "portable" / "Tactics.lean").read_text("utf-8")
    last = {"Means.mean", "Means.derivative"}
    # With `--standalone`, the lemmas stand in the file. (Here the library is there, too.)
    alone = re.sub(r"\bShomei\b", "Copied", f"{cited_lemmas(body)}\n{body}")
    run, other = backend.check(
        [f"{tactics}\n{body}\n{audit.ask(sorted(last))}", f"{tactics}\n{alone}"], timeout=600
    )
    assert "namespace Copied\n" in alone and other.complete
    assert [message for message in other.messages if message.severity == "error"] == []
    assert run.complete
    assert [message for message in run.messages if message.severity == "error"] == []
    axioms = audit.read(run.messages)
    assert set(axioms) == last
    assert set().union(*axioms.values()) <= audit.allowed()


def test_the_emitted_file_is_written_for_people(emitted: str) -> None:
    """The bars that `python -m bench.emitted` measures for the whole gallery."""
    found = measured(emitted)
    assert found.accepted and found.long <= found.lines / 10
    assert sum(found.ends[tactic] for tactic in TACTICS) >= 0.8 * found.ends.total()
    assert "noncomputable def s (t : ℝ) : ℝ := 1 / (1 + Real.exp (-t))\n" in emitted
