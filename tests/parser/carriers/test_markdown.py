"""Markdown's dialects: the content of their fences is read, or reported as ignored."""

from __future__ import annotations

import pytest

from shomei.parser import parse
from shomei.parser.ast import Chain, Noted, Part
from shomei.parser.printer import print_item


def read(text: str) -> list[tuple[int, str]]:
    """The line and text of each chain; `-` marks what is ignored."""
    return [
        (item.span.line, f"- {item.why}")
        if isinstance(item, Noted)
        else (item.span.line, " ".join(line.strip() for line in print_item(item)))
        for item in parse(text, "a.md").items
        if print_item(item) or isinstance(item, Noted)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("```{math}\n1 + 1 = 2\n```\n", [(2, "1 + 1 = 2")], id="math"),
        pytest.param("~~~~ {math}\n1 + 1 = 2\n~~~~\n", [(2, "1 + 1 = 2")], id="tildes"),
        pytest.param(
            "```{math}\n:label: sum\n:nowrap:\n\n1 + 1 = 2\n```\n",
            [(5, "formula (sum): 1 + 1 = 2")],
            id="options",
        ),
        pytest.param(
            "```{math}\n---\nlabel: sum\n---\n1 + 1 = 2\n```\n",
            [(5, "formula (sum): 1 + 1 = 2")],
            id="yaml",
        ),
        pytest.param("```{math}\n1 + 1\n= 2\n", [(2, "1 + 1 = 2")], id="never-closed"),
        pytest.param(":::{math}\n1 + 1 = 2\n:::\n", [(2, "1 + 1 = 2")], id="colons"),
        pytest.param(
            "```{prf:theorem} Twice\n:label: twice\n$$ x + x\n= 2 x $$\n\nWe have $1 + 1 = "
            "2$.\n```\n",
            [(3, "theorem (twice): x + x = 2 x"), (6, "theorem (twice, line 6): 1 + 1 = 2")],
            id="theorem",
        ),
        pytest.param(
            "````{note}\n```{math}\n1 + 1 = 2\n```\n````\n", [(3, "1 + 1 = 2")], id="nested"
        ),
        pytest.param(
            "- a\n\n  ```{tip}\n  $$\n  1 + 1\n  = 2\n  $$\n  ```\n",
            [(5, "1 + 1 = 2")],
            id="in-a-list",
        ),
        pytest.param(
            "> 1. > ```{tip}\n>    > $$ 1 + 1\n>    > = 2 $$\n>    > ```\n",
            [(2, "1 + 1 = 2")],
            id="in-quotes",
        ),
        pytest.param(
            ":::{note}\n:class: tip\nWe have $1 + 1 = 2$.\n:::\n", [(3, "1 + 1 = 2")], id="div"
        ),
        pytest.param("$$\n1 + 1 = 2\n$$ (sum)\n", [(2, "formula (sum): 1 + 1 = 2")], id="label"),
        pytest.param(
            "$$\n1 + 1 = 2\n$$ {#eq-sum}\n", [(2, "formula (eq-sum): 1 + 1 = 2")], id="quarto-label"
        ),
    ],
)
def test_fences_that_hold_text(text: str, expected: list[tuple[int, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize("name", ["code-cell", "python", "r, echo=FALSE", "code-block"])
def test_code_is_left_alone(name: str) -> None:
    assert read(f"$$ 1 + 1 = 2 $$\n\n```{{{name}}}\n$$ 2 + 2 = 5 $$\n```\n") == [(1, "1 + 1 = 2")]


@pytest.mark.parametrize("fence", ["```{=latex}", "```{note} Why $2 + 2 = 5$"])
def test_what_is_not_read_is_said(fence: str) -> None:
    [(line, why)] = read(f"{fence}\n$$ 1 + 1 = 2 $$\n```\n")[:1]
    assert line == 1
    assert why.endswith("is not read")


def test_fences_are_read_to_a_depth() -> None:
    marks = ["`" * (40 - depth) for depth in range(30)]
    opened = "".join(f"{mark}{{note}}\n" for mark in marks)
    closed = "".join(f"{mark}\n" for mark in reversed(marks))
    [(_, why)] = read(f"{opened}$$ 1 + 1 = 2 $$\n{closed}")
    assert "deep" in why


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "1. $$ \\begin{aligned}\nx &= x \\\\\n&= 0 + x\n\\end{aligned} $$\n",
            [(2, "x = x = 0 + x")],
            id="item-not-indented",
        ),
        pytest.param("> - $$ x\n>   = x $$\n", [(1, "x = x")], id="item-in-a-quote"),
        pytest.param("$$ v\\_1 = v\\_1 $$\n", [(1, "v_1 = v_1")], id="escaped-subscript"),
        pytest.param(
            "$$ 2 \\left\\\\{ x \\right\\\\} = x $$\n", [(1, "2 x = x")], id="escaped-braces"
        ),
        pytest.param("$$ 1 &lt; 2 &le; 3 $$\n", [(1, r"1 < 2 \le 3")], id="entities"),
    ],
)
def test_displays_as_authors_write_them(text: str, expected: list[tuple[int, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "broken",
    ["$$ x + x = 2 x", "\\[ x + x\n= 2 x", "\\begin{align} x &= x", "x " * 20_000 + "$x = 1$"],
)
def test_what_is_never_closed_stops_no_file(broken: str) -> None:
    entries = read(f"$$ 1 + 1 = 2 $$\n\n{broken}\n\n$$ = 3 $$\n\n$$ 2 + 2 = 4 $$\n")
    assert [line for line, said in entries if not said.startswith("-")] == [
        1,
        entries[-1][0],
    ]
    # What goes on from it is not joined to the display above.
    assert [said for _, said in entries if said.startswith("-")][1:] == [
        "- it goes on from what is not read"
    ]


def parts(text: str) -> list[tuple[int, int, bool]]:
    """The line and level of each part that begins, or ends."""
    return [
        (item.span.line, item.level, item.opens)
        for item in parse(text, "a.md").items
        if isinstance(item, Part)
    ]


@pytest.mark.parametrize(
    ("label", "reference"),
    [
        ("$$ <> $$ (square)", "{eq}`square`"),
        ("$$ <> $$ (square)", "[](#square)"),
        ("(square)=\n$$\n<>\n$$", "{eq}`square`"),
        ("```{math}\n:label: square\n<>\n```", "{eq}`square`"),
        ("$$ <> $$ {#eq-square}", "@eq-square"),
        ("$$\n<>\n$$ {#eq:square}", "(@eq:square)"),
        ("It is so: $$ <> $$ {#eq-square}", "[-@eq-square]"),
        ("$$ <> (\\#eq:square) $$", "\\@ref(eq:square)"),
        ("\\begin{equation} <> (\\#eq:square) \\end{equation}", "(\\@ref(eq:square))"),
        ("\\begin{equation} <> \\label{square} \\end{equation}", "\\cref{square}"),
    ],
)
def test_a_label_is_cited(label: str, reference: str) -> None:
    first = label.replace("<>", "(x + 1)^2 = x^2 + 2 x + 1")
    text = f"We have\n\n{first}\n\nBy {reference} we get\n\n$$ (x + 1)^2 - 1 = x^2 + 2 x $$\n"
    said = [entry for _, entry in read(text)]
    assert "by (" in said[-1], said
    assert "square)" in said[-1]


@pytest.mark.parametrize(
    ("opening", "closing", "level"),
    [
        ("```{prf:theorem} A", "```", 20),
        (":::{prf:lemma}", ":::", 20),
        ("::: {#thm-line}", ":::", 20),
        ("::: {.theorem #a}", ":::", 20),
        ("::: theorem", ":::", 20),
        (":::{admonition} Theorem (Gauss)", ":::", 20),
        ("```{theorem, label='a'}", "```", 20),
        (":::{note}", ":::", 30),
        ("::: {.callout-tip}", ":::", 30),
        ("````{dropdown} More", "````", 30),
    ],
)
def test_directives_are_parts(opening: str, closing: str, level: int) -> None:
    text = f"{opening}\nLet $a > 2$.\n{closing}\n\nHence $1 + 1 = 2$.\n"
    assert parts(text)[0] == (1, level, True)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("- Let $a > 2$.\n\nHence $1 = 1$.", 40),
        ("> Let $a > 2$.\n\nHence $1 = 1$.", 30),
        ("> [!note] Why\n> Let $a > 2$.\n\nHence $1 = 1$.", 30),
        ("> [!theorem]- Why $1 = 2$\n> We have $1 = 1$.", 20),
        ("!!! note\n    Let $a > 2$.\n\n    $$ 1 = 1 $$", 30),
        ("<details>\n<summary>More</summary>\nLet $a > 2$.\n</details>\n\nHence $1 = 1$.", 30),
    ],
)
def test_lists_quotes_and_elements_are_parts(text: str, level: int) -> None:
    assert parts(text)[0] == (1, level, True)
    assert all("1 = 2" not in said for _, said in read(text))


def test_a_heading_in_a_directive_ends_no_section() -> None:
    text = "## A\n\n::: {#thm-a}\n### Title\n$$ 1 = 1 $$\n:::\n\n### B\n\n$$ 2 = 2 $$\n"
    assert [level for _, level, _ in parts(text)] == [2, 20, 103, 3]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("We have $`1 + 1 = 2`$.", [(1, "1 + 1 = 2")], id="github"),
        pytest.param("We have \\\\( x\\_1 = x\\_1 \\\\).", [(1, "x_1 = x_1")], id="hugo"),
        pytest.param(
            "\\\\[ \\begin{aligned} x &= x \\\\\\\\ &= x + 0 \\end{aligned} \\\\]",
            [(1, "x = x = x + 0")],
            id="hugo-display",
        ),
        pytest.param("We have\n\\\\[ 1\n= 1 \\\\]\nand more.", [(2, "1 = 1")], id="mdbook"),
        pytest.param("| a | $\\|x\\| \\ge 0$ |\n|---|---|\n| b | $1 = 1$ |", None, id="bars"),
        pytest.param(
            "| a | $1 = 1$ |\n|:--|--:|\n| b | $2 = 2$ |", [(1, "1 = 1"), (3, "2 = 2")], id="table"
        ),
        pytest.param("Text[^1].\n\n[^1]: $1=1$", [(3, "1 = 1")], id="footnote"),
        pytest.param("+++\ntitle = '$1 = 2$'\n+++\n\n$$ 1 = 1 $$", [(5, "1 = 1")], id="toml"),
        pytest.param("<p>\nWe have $1 = 1$.\n</p>", [(2, "1 = 1")], id="html"),
        pytest.param(
            "<div><script>$1 = 2$</script>\n    $$ 1 = 1 $$</div>", [(2, "1 = 1")], id="script"
        ),
        pytest.param("It is $$\n1 = 1\n$$ as said.", [(2, "1 = 1")], id="closed-in-the-line"),
    ],
)
def test_dialects(text: str, expected: list[tuple[int, str]] | None) -> None:
    entries = read(text)
    assert entries == expected if expected is not None else entries


def test_modules_of_mdx() -> None:
    text = "import A from './a'\nexport const b = '$1 = 2$'\n\n{/* $1 = 3$ */}\n\n$$ 1 = 1 $$\n"
    [item] = parse(text, "a.mdx").items
    assert item.span.line == 6


@pytest.mark.parametrize(
    "aside",
    [
        "~~Suppose that $x > 0$.~~",
        "<del>Let $x > 0$.</del>",
        "![Let $x > 0$.](a.png)",
        "[Let $x > 0$.](b.md)",
        "[注: $x > 0$ とする。](b.md)",
        "A note^[Let $x > 0$.].",
        "> Let $x > 0$.",
        "<details>\nLet $x > 0$.\n</details>",
        ":::{note}\nLet $x > 0$.\n:::",
        '<span title="Let $x > 0$.">A</span>',
        "- Let $x > 0$.",
        "1. Case 1: let $x > 0$.",
        "`Let $x > 0$.`",
    ],
)
def test_nothing_is_assumed_aside(aside: str) -> None:
    items = parse(f"{aside}\n\n$$ |x| = x $$\n", "a.md").items
    names = [type(item).__name__ for item in items]
    if "Assume" in names:
        after = items[names.index("Assume") + 1 :]
        assert any(isinstance(item, Part) and not item.opens for item in after)
        levels = [item.level for item in items if isinstance(item, Part)]
        assert levels[0] == min(levels)


def test_an_aside_does_not_part_a_sentence_from_its_display() -> None:
    text = "For $y > 1$ ([or $x > 0$](a.md)) we have\n\n$$ y + 1 > 2 $$\n\nas said.\n"
    assert read(text)[0] == (3, r"y > 1 \Rightarrow y + 1 > 2")


@pytest.mark.parametrize(
    "text",
    [
        "We have {{< katex >}}1 + 1 = 2{{< /katex >}} here.",
        "We have {{% katex %}} 1 + 1 = 2 {{% /katex %}} here.",
        "{{< katex display >}}\n1 + 1 = 2\n{{< /katex >}}",
        '{{< katex display="block" >}} 1 + 1 = 2 {{< /katex >}}',
        "{{< math >}}$1 + 1 = 2${{< /math >}}",
        "{{< math >}}\n$$ 1 + 1 = 2 $$\n{{< /math >}}",
        "{% katex %} 1 + 1 = 2 {% endkatex %}",
        "{% katex display %}\n1 + 1 = 2\n{% endkatex %}",
        "{% raw %} $$ 1 + 1 = 2 $$ {% endraw %}",
        "{% raw %}\n$$ 1 + 1 = 2 $$\n{% endraw %}",
        '{% include note.html text="Let" %} We have $1 + 1 = 2$.',
    ],
)
def test_tags_around_formulas(text: str) -> None:
    [item] = parse(text, "a.md").items
    assert isinstance(item, Chain)
    assert " ".join(" ".join(print_item(item)).split()) == "1 + 1 = 2"
    link = item.links[0].span
    assert text[item.first.span.start : item.first.span.end] == "1 + 1"
    assert text[link.start : link.end].endswith("2")
