"""Where the page shows what: every step once, in the place of its formula."""

from shomei.parser.suffixes import kind_of
from shomei.report.formats import html
from shomei.report.layout import lay_out
from shomei.verdicts.model import FormulaReport, Report, StepReport


def step(line: int, column: int, end: int, statement: str, kind: str = "step") -> StepReport:
    return StepReport("s", line, column, line, end, statement, "", "verified", kind=kind)


ARTICLE = """# Title & more

Let $x > 0$. Then $x = x$, *as* <b>said</b>.

$$
\\begin{aligned}
a &= b \\\\
  &= c
\\end{aligned}
$$

```python
$$ code = 1 $$
```
"""
CHAIN = StepReport("c", 7, 1, 8, 7, "a = c", "", "verified", kind="conclusion")
REPORT = Report(
    "a.md",
    "portable",
    (step(3, 19, 26, "x = x"), CHAIN, step(7, 3, 7, "= b"), step(8, 4, 8, "= c")),
    text=ARTICLE,
    formulas=(FormulaReport(3, 5, 3, 12, "$x > 0$", "assumption"),),
)


def test_displays_and_inline_formulas_get_their_rows() -> None:
    laid = lay_out(REPORT, kind_of("a.md"))
    assert [
        (
            piece.text[:7],
            piece.display,
            [
                row.head or (row.step.statement if row.step else row.formula and row.formula.role)
                for row in piece.rows
            ],
        )
        for piece in laid.pieces
    ] == [
        ("$x > 0$", False, ["assumption"]),
        ("$x = x$", False, ["x = x"]),
        ("$$\n\\beg", True, ["a", "= b", "= c", "a = c"]),
    ]


def test_the_page_shows_the_article_and_each_formula_once() -> None:
    page = html.render([REPORT])
    assert "<h1>Title &amp; more</h1>" in page
    assert "<em>as</em> &lt;b&gt;said&lt;/b&gt;" in page
    assert page.count('class="row step ') == 4 and page.count("whole chain") == 1
    assert "$$ code = 1 $$" in page
    body = page[page.index("<article>") :]
    assert body.index("whole chain") > body.rindex('class="row step verified" id="f1-l8-c4"')


def test_plain_text_and_latex() -> None:
    plain = Report("a.txt", "portable", (step(2, 1, 6, "a = b"),), text="# why\na = b\n")
    page = html.render([plain])
    assert '<p class="comment">why</p>' in page and page.count("<math") == 1
    source = "\\documentclass{x}\n\\begin{document}\n\\section{One}\nWe \\emph{have} \\[a = b\\]\n"
    latex = Report("a.tex", "portable", (step(4, 19, 24, "a = b"),), text=source)
    page = html.render([latex])
    assert "<h3>One</h3>" in page and "documentclass" not in page and "We have" in page


def test_several_files_have_an_index() -> None:
    page = html.render([REPORT, Report("b.md", "portable", text="words")])
    assert '<table class="index">' in page and 'href="#file-2"' in page
    assert '<table class="index">' not in html.render([REPORT])
