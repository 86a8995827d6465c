"""The lemmas that a standalone file holds: those that it cites, and what they use."""

import re

from shomei.lean.lemmas import Lemma, cited_lemmas, library


def written(text: str) -> list[str]:
    return re.findall(r"^private (?:theorem|def) (\S+)", text, re.MULTILINE)


def test_a_text_that_cites_nothing_needs_nothing() -> None:
    assert cited_lemmas("theorem t : 1 = 1 := rfl") == ""
    assert cited_lemmas("exact Shomei.no_such_lemma x") == ""


def test_what_a_lemma_uses_comes_before_it() -> None:
    text = cited_lemmas("exact Shomei.pos_of_deriv_right h h0 hc hd hp")
    names = written(text)
    assert names == ["lt_of_deriv_pos", "pos_of_deriv_right"]
    assert "exists_hasDerivAt_eq_slope" in text and "-- shomei" not in text
    assert text.count("namespace Shomei\n") == text.count("end Shomei\n") == 1


def test_private_lemmas_and_definitions_come_with_what_uses_them() -> None:
    names = written(cited_lemmas("Shomei.tendsto_div_of_deriv_atTop"))
    assert names.index("top_of_between") < names.index("tendsto_div_of_deriv_atTop")
    assert "between_atTop" in names and "between_right" not in names


def test_the_whole_library_is_read() -> None:
    modules = library()
    lemmas = [each for commands in modules.values() for each in commands if isinstance(each, Lemma)]
    assert len(modules) == 15 and len(lemmas) > 300
    everything = cited_lemmas(" ".join(lemma.name for lemma in lemmas))
    public = [lemma.name.removeprefix("Shomei.") for lemma in lemmas if not lemma.private]
    assert set(public) <= set(written(everything))
    opened = re.findall(r"^(?:section|namespace)\b", everything, re.MULTILINE)
    assert len(opened) == len(re.findall(r"^end\b", everything, re.MULTILINE))
    assert not re.search(r"^(?:module|public|@\[expose\])", everything, re.MULTILINE)
