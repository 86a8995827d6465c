"""The author's own commands mean what the author defines, where the definition holds, and nothing
else.
"""

from __future__ import annotations

import pytest

from shomei.parser import parse
from shomei.parser.ast import Assume, Chain, Document, Noted, Therefore
from shomei.parser.errors import SyntaxProblem
from shomei.parser.printer import print_item


def claims(document: Document) -> list[str]:
    """The claims, with the author's commands expanded."""
    return [
        " ".join(line.strip() for line in print_item(item))
        for item in document.items
        if isinstance(item, Chain | Therefore | Assume)
    ]


def of_latex(preamble: str, body: str) -> list[str]:
    text = (
        f"\\documentclass{{article}}\n{preamble}\n\\begin{{document}}\n{body}\n\\end{{document}}\n"
    )
    return claims(parse(text, "a.tex"))


def problem_of(text: str, path: str = "a.txt") -> SyntaxProblem:
    with pytest.raises(SyntaxProblem) as caught:
        parse(text, path)
    return caught.value


@pytest.mark.parametrize(
    ("definition", "used", "meant"),
    [
        pytest.param(r"\newcommand{\q}{\frac{1}{4}}", r"\q = 1", r"\frac{1}{4} = 1", id="plain"),
        pytest.param(r"\newcommand\q{\frac14}", r"\q = 1", r"\frac{1}{4} = 1", id="no-braces"),
        pytest.param(r"\newcommand*{\q}[1]{#1^3}", r"\q{t} = 1", "t^{3} = 1", id="starred"),
        pytest.param(r"\newcommand{\q}[1]{#1^3}", r"\q t = 1", "t^{3} = 1", id="one-token"),
        pytest.param(
            r"\newcommand{\q}[1]{#1^3}", r"\q{s + t} = 1", "s + t^{3} = 1", id="as-printed"
        ),
        pytest.param(r"\newcommand{\q}[2][5]{#1 #2}", r"\q{t} = 1", "5 t = 1", id="default"),
        pytest.param(r"\newcommand{\q}[2][5]{#1 #2}", r"\q[3]{t} = 1", "3 t = 1", id="given"),
        pytest.param(r"\def\q#1#2{#2 #1}", r"\q{s}{t} = 1", "t s = 1", id="def"),
        pytest.param(r"\gdef\q{4}", r"\q = 1", "4 = 1", id="gdef"),
        pytest.param(r"\providecommand{\q}{4}", r"\q = 1", "4 = 1", id="provide"),
        pytest.param(r"\NewDocumentCommand{\q}{m m}{#2 #1}", r"\q{s}t = 1", "t s = 1", id="xparse"),
        pytest.param(r"\DeclareMathOperator{\q}{sin}", r"\q t = 1", r"\sin t = 1", id="operator"),
        pytest.param(
            r"\DeclarePairedDelimiter{\q}{\lvert}{\rvert}",
            r"\q*{t} = \q[\big]{t}",
            r"\left| t \right| = \left| t \right|",
            id="delimiters",
        ),
        pytest.param(r"\let\q\cos", r"\q t = 1", r"\cos t = 1", id="let"),
        pytest.param(
            r"\newcommand{\q}{\sqrt}", r"\q{t} = 1", r"\sqrt{t} = 1", id="takes-arguments"
        ),
        pytest.param(r"\newcommand{\q}{\alpha}", r"\q t = 1", r"\alpha t = 1", id="no-glue"),
        pytest.param(r"\newcommand{\q}{s + t}", r"\q^2 = 1", "s + t^{2} = 1", id="no-brackets"),
        pytest.param(
            r"\newcommand{\q}{s + t}", r"\frac\q2 = 1", r"\frac{s + t}{2} = 1", id="argument"
        ),
        pytest.param(
            r"\newcommand{\q}{\frac12}", r"t^\q = 1", r"t^{\frac{1}{2}} = 1", id="exponent"
        ),
        pytest.param(
            r"\newcommand{\q}{4}\newcommand{\p}{\q + 1}", r"\p = 1", "4 + 1 = 1", id="nested"
        ),
        pytest.param(r"\newcommand{\q}{4}\renewcommand{\q}{3}", r"\q = 1", "3 = 1", id="displaced"),
        pytest.param(
            "\\newcommand{\\q}[1]{% the cube\n  #1^3}", r"\q{t} = 1", "t^{3} = 1", id="comment"
        ),
    ],
)
def test_what_a_command_stands_for(definition: str, used: str, meant: str) -> None:
    assert of_latex(definition, rf"\[ {used} \]") == [meant]
    markdown = "".join(f"{line}\n" for line in definition.splitlines())
    assert claims(parse(f"$$\n{markdown}$$\n\n$$ {used} $$\n", "a.md")) == [meant]
    assert claims(parse(f"{definition}\n{used}\n", "a.txt")) == [meant]


@pytest.mark.parametrize(
    ("definition", "used", "meant"),
    [
        (r"\renewcommand{\cos}{\sin}", r"\cos 0 = 0", r"\sin 0 = 0"),
        (r"\def\ge{\le}", r"1 \ge 2", r"1 \le 2"),
        (r"\let\ge=\le", r"1 \ge 2", r"1 \le 2"),
        (r"\let\old\cos \renewcommand{\cos}{\old}", r"\cos 0 = 1", r"\cos 0 = 1"),
        (r"\let\old\ge \let\ge\le", r"2 \old 1", r"2 \ge 1"),
        (r"\providecommand{\ge}{\le}", r"2 \ge 1", r"2 \ge 1"),
        (r"\renewcommand{\frac}[2]{#2 - #1}", r"\frac{1}{2} = 1", "2 - 1 = 1"),
        (r"\renewcommand{\pi}{3}", r"\pi = 3", "3 = 3"),
    ],
)
def test_a_command_of_tex_is_what_the_author_makes_of_it(
    definition: str, used: str, meant: str
) -> None:
    assert claims(parse(f"{definition}\n{used}\n", "a.txt")) == [meant]


@pytest.mark.parametrize(
    "definition",
    [
        r"\edef\ge{\le}",
        r"\def\ge(#1){\le}",
        r"\mathchardef\ge=1",
        r"\RenewDocumentCommand{\ge}{O{1} m}{\le}",
        r"\newcommand{\setup}{\renewcommand{\ge}{\le}}",
        r"\DeclareMathOperator{\ge}{le}",
        "\\ifdraft\n\\renewcommand{\\ge}{\\le}\n\\fi",
    ],
)
def test_what_is_redefined_in_an_unknown_way_is_not_read(definition: str) -> None:
    assert claims(parse(f"$${definition}$$\n\n$$ 1 \\ge 2 $$\n\n$$ 1 + 1 = 2 $$\n", "a.md")) == [
        "1 + 1 = 2"
    ]


def test_a_definition_holds_from_where_it_stands() -> None:
    assert of_latex("", "\\[ 2 \\ge 1 \\] \\def\\ge{\\le} \\[ 2 \\ge 1 \\]") == [
        r"2 \ge 1",
        r"2 \le 1",
    ]


@pytest.mark.parametrize(
    ("opening", "closing"),
    [("{", "}"), ("\\begingroup", "\\endgroup"), ("\\begin{center}", "\\end{center}")],
)
def test_a_group_ends_what_is_defined_in_it(opening: str, closing: str) -> None:
    text = f"{opening} \\def\\ge{{\\le}} \\[ 2 \\ge 1 \\] {closing} \\[ 3 \\ge 1 \\]"
    assert of_latex("", text) == [r"2 \le 1", r"3 \ge 1"]
    text = f"{opening} \\gdef\\ge{{\\le}} \\[ 2 \\ge 1 \\] {closing} \\[ 3 \\ge 1 \\]"
    assert of_latex("", text) == [r"2 \le 1", r"3 \le 1"]
    text = f"{opening} \\global\\def\\ge{{\\le}} {closing} \\[ 3 \\ge 1 \\]"
    assert of_latex("", text) == [r"3 \le 1"]


@pytest.mark.parametrize(
    "hook", ["\\AtBeginDocument{%s}", "\\ifthenelse{\\boolean{a}}{%s}{}", "\\hook[a]{%s}"]
)
def test_what_a_hook_defines_is_not_known(hook: str) -> None:
    preamble = hook % "\\renewcommand{\\ge}{\\le}"
    assert of_latex(preamble, "\\[ 2 \\ge 1 \\]\n\n\\[ 1 + 1 = 2 \\]") == ["1 + 1 = 2"]


@pytest.mark.parametrize(
    "quoted",
    [
        "% \\def\\ge{\\le}",
        "\\verb|\\def\\ge{\\le}|",
        "\\begin{verbatim}\n\\def\\ge{\\le}\n\\end{verbatim}",
    ],
)
def test_comments_and_verbatim_text_define_nothing(quoted: str) -> None:
    assert of_latex("", f"{quoted}\n\n\\[ 2 \\ge 1 \\]") == [r"2 \ge 1"]


@pytest.mark.parametrize("quoted", ["Write `\\def\\ge{\\le}`.", "```\n\\def\\ge{\\le}\n```"])
def test_code_defines_nothing(quoted: str) -> None:
    assert claims(parse(f"{quoted}\n\n$$ 2 \\ge 1 $$\n", "a.md")) == [r"2 \ge 1"]


def test_a_quotes_marks_are_no_part_of_a_definition() -> None:
    text = "> $$ \\newcommand{\\q}{1\n> + 1} $$\n\n$$ \\q = 2 $$\n"
    assert claims(parse(text, "a.md")) == ["1 + 1 = 2"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("\\def\\q{\\q}\n\\q = 1\n", "does not end"),
        ("\\def\\q{\\p}\\def\\p{1 + \\q}\n\\q = 1\n", "does not end"),
        ("\\def\\q#1{#1#1#1#1}\n" + "\\q{" * 12 + "x" + "}" * 12 + " = 1\n", "too long"),
        ("\\newcommand{\\q}[2]{#1#2}\n\\q{1}\n", "takes 2 arguments"),
        ("\\newcommand{\\q}[1]{#2}\n\\q{1} = 1\n", "no parameter 2"),
        ("\\newcommand{\\q}{s + t}\nx^\\q = 1\n", "needs braces"),
        ("\\newcommand{\\q}[1]{#1}\n\\frac\\q{1}{2} = 1\n", "needs braces"),
        ("\\DeclareMathOperator{\\q}{tr}\n\\q A B = \\q B A\n", "operator"),
    ],
)
def test_what_cannot_be_expanded_is_a_problem_of_its_formula(text: str, message: str) -> None:
    problem = problem_of(text)
    assert message in problem.message
    line = text.split("\n")[problem.span.line - 1]
    assert problem.span.line == 2
    assert line[problem.span.column - 1] == "\\"
    assert problem.span.end <= len(text)


def test_many_explosions_take_bounded_work() -> None:
    text = "\\def\\q#1{#1#1#1#1}\n" + ("\\q{" * 12 + "x" + "}" * 12 + " = 1\n") * 500
    assert problem_of(text).problems


def test_places_are_those_of_the_use() -> None:
    text = "$\\newcommand{\\q}[1]{#1 + #1}$\n\n$$ 1 + \\q{2}\n= 5 $$\n"
    [chain] = parse(text, "a.md").items
    assert isinstance(chain, Chain)
    assert text[chain.first.span.start : chain.first.span.end] == "1 + \\q{2}"
    assert chain.links[0].span.line == 4


def test_commands_for_the_ends_of_displays() -> None:
    preamble = "\\newcommand{\\be}{\\begin{align}}\n\\newcommand{\\ee}{\\end{align}}"
    assert of_latex(preamble, "\\be x &= x \\\\\n &= 0 + x \\ee") == ["x = x = 0 + x"]


def test_other_files_are_left_alone_and_said_so() -> None:
    text = "\\input{a}\n\\begin{document}\n\\include{b}\n\\[ 1 + 1 = 2 \\]\n\\end{document}\n"
    lines = [item.span.line for item in parse(text, "a.tex").items]
    assert lines == [1, 3, 4]


def test_a_line_break_in_text_opens_no_display() -> None:
    assert of_latex("", "a \\\\[2pt] b\n\n\\[ 1 + 1 = 2 \\]") == ["1 + 1 = 2"]


@pytest.mark.parametrize(
    ("definition", "used", "meant"),
    [
        (r"\def\pair(#1,#2){#1 + #2}", r"\pair(1,2) = 3", "1 + 2 = 3"),
        (r"\def\pair(#1,#2){#1 + #2}", r"\pair( {(1)} , 2 ) x = 3", "1 + 2 x = 3"),
        (r"\def\at#1|#2.{#1 - #2}", r"\at{x + 1}|2. = 3", "x + 1 - 2 = 3"),
        (r"\def\half/{\frac{1}{2}}", r"\half/ = x", r"\frac{1}{2} = x"),
        (r"\def\both#1#2{#1 + #2}", r"\both 1{2} = 3", "1 + 2 = 3"),
    ],
)
def test_arguments_between_delimiters(definition: str, used: str, meant: str) -> None:
    text = f"{definition}\n\\begin{{document}}\n\\[ {used} \\]\n\\end{{document}}\n"
    [item] = parse(text, "a.tex").items
    assert " ".join(line.strip() for line in print_item(item)) == meant


@pytest.mark.parametrize(
    "used", [r"\pair 1 2 = 3", r"\pair(1 2 = 3", r"\pair", r"\pair(1,{2)} = 3"]
)
def test_delimiters_that_are_missing(used: str) -> None:
    text = (
        f"\\def\\pair(#1,#2){{#1 + #2}}\n\\begin{{document}}\n\\[ {used} \\]\n\\end{{document}}\n"
    )
    item = parse(text, "a.tex").items[0]
    assert isinstance(item, Noted)
