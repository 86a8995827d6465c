"""What a LaTeX text is searched for, and what its author calls environments of his own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from shomei.parser.carriers.boundaries import Scope, scope_of
from shomei.parser.macros.groups import braces

DISPLAYS: Final = (
    "equation",
    "align",
    "alignat",
    "gather",
    "multline",
    "eqnarray",
    "flalign",
    "displaymath",
    "IEEEeqnarray",
    "dmath",
    "dgroup",
)
VERBATIM: Final = (
    "verbatim",
    "Verbatim",
    "lstlisting",
    "minted",
    "comment",
    "filecontents",
    "tikzpicture",
    "alltt",
)
#: How deep a section is.
LEVELS: Final = {
    "part": 1,
    "chapter": 1,
    "section": 2,
    "subsection": 3,
    "subsubsection": 4,
    "paragraph": 5,
}

MARK: Final = re.compile(
    r"""
    (?P<escaped>    \\[$%&\#_{}] | \\\\\*?(?:[ \t]*\[[^\]\n]*\])?)
  | (?P<directive>  ^[ \t]*%+[ \t]*shomei:(?P<content>[^\n]*))
  | (?P<comment>    %[^\n]*)
  | (?P<verb>       \\(?:verb\*?|lstinline(?:\[[^\]\n]*\])?)
                    (?P<mark>[^A-Za-z\s*{\[])[^\n]*?(?P=mark)
                  | \\(?:lstinline(?:\[[^\]\n]*\])?|url|path|mintinline\s*\{[^{}\n]*\})
                    \s*\{[^{}\n]*\})
  | (?P<unused>     \\if(?:false|0)(?![A-Za-z0-9]))
  | (?P<declared>   \\newif\s*\\if[A-Za-z@]+)
  | (?P<conditional> \\(?P<condition>if(?!f(?![A-Za-z])|thenelse)[A-Za-z@]*|else|fi)(?![A-Za-z@]))
  | (?P<aside>      \\(?:footnote(?:text)?|endnote|sidenote|margin(?:note|par)|thanks|todo|title
                    |caption(?:of\s*\{[^{}\n]*\})?|subtitle|author|date|hyperref|href\s*\{[^{}\n]*\})
                    (?![A-Za-z])\*?\s*(?:\[[^\[\]\n]*\]\s*)*\{)
  | (?P<silent>     \\(?:index|hypertarget|hyperlink|glossary|nomenclature|gls[a-z]*|bookmark
                    |pdfbookmark|addcontentsline|markboth|markright|hypersetup)
                    (?![A-Za-z])\*?\s*(?:\[[^\[\]\n]*\]\s*)*\{)
  | (?P<struck>     \\(?:sout|st|xout|cancel|uwave)(?![A-Za-z])\s*\{)
  | (?P<item>       \\item(?![A-Za-z]))
  | (?P<begin>      \\begin\s*\{(?P<opened>[^{}\n]{1,40})\}
                    (?:[ \t]*\[(?P<title>(?:[^\]$\n]|\$[^$\n]{0,60}\$){0,120})\])?)
  | (?P<end>        \\end\s*\{(?P<closed>[^{}\n]{1,40})\})
  | (?P<heading>    \\(?P<level>part|chapter|section|subsection|subsubsection|paragraph)\*?\s*\{)
  | (?P<bracket>    \\\[)
  | (?P<paren>      \\\()
  | (?P<dollars>    \$\$?)
  | (?P<label>      \\label\s*\{(?P<name>[^{}\n]{1,80})\})
  | (?P<input>      \\(?:input|include|subfile|import)(?![A-Za-z])[ \t]*(?:\{[^{}\n]*\})*)
  | (?P<command>    \\(?P<command_name>[A-Za-z]+))
  | (?P<blank>      \n[ \t]*\n\s*)
    """,
    re.VERBOSE | re.MULTILINE,
)
BLANK: Final = re.compile(r"\n[ \t]*\n")
#: A command of the author's that begins or ends a display.
ALIAS: Final = re.compile(r"\s*\\(?P<mark>begin|end)\s*\{(?P<name>[A-Za-z]+\*?)\}\s*")
#: A display that begins, and no break of a row.
ANOTHER: Final = re.compile(r"(?<!\\)\\\[")
INPUT: Final = "another file is not read from here: check it by itself"
PREAMBLE_INPUT: Final = re.compile(
    r"^[^%\n]*?(?P<input>\\(?:input|include)\s*\{[^{}\n]*\})", re.MULTILINE
)
DOCUMENT: Final = re.compile(r"\\begin\s*\{document\}")
DOCUMENT_END: Final = re.compile(r"\\end\s*\{document\}")

#: An `\\if`, its end, and what is read where it is false.
CONDITIONAL: Final = re.compile(
    r"\\(?P<word>if(?!f(?![A-Za-z])|thenelse)[A-Za-z@]*|fi|else)(?![A-Za-z])"
)
_NEW: Final = re.compile(
    r"\\(?:(?:re)?newenvironment|NewDocumentEnvironment)\*?\s*\{(?P<name>[A-Za-z@]+\*?)\}\s*"
    r"(?:\[(?P<count>\d)\]\s*)?(?:\[[^\]\n]*\]\s*)?"
)
_NEW_THEOREM: Final = re.compile(
    r"\\newtheorem\*?\s*\{(?P<name>[^{}\n]{1,40})\}\s*(?:\[[^\]\n]*\]\s*)?\{(?P<title>[^{}\n]{1,80})\}"
    r"|\\declaretheorem\s*\[[^\]]*?\b(?:name|title)\s*=\s*\{?(?P<said>[^,\]{}\n]{1,80})[^\]]*\]\s*"
    r"\{(?P<declared>[^{}\n]{1,40})\}"
)
_BEGINS: Final = re.compile(r"\\begin\s*\{(?P<name>[A-Za-z]+\*?)\}")
_LETTERS: Final = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Environments:
    """The author's own environments: those that are displays, with the number of their arguments;
    what the others are, and how they are entitled; where they are defined.
    """

    displays: dict[str, int]
    scopes: dict[str, Scope]
    titles: dict[str, str]
    places: tuple[tuple[int, int], ...]


def environments_of(text: str) -> Environments:
    """The environments that a text defines, by `\\newenvironment` and `\\newtheorem`."""
    displays: dict[str, int] = {}
    scopes: dict[str, Scope] = {}
    titles: dict[str, str] = {}
    places: list[tuple[int, int]] = []
    for match in _NEW.finditer(text):
        name = match["name"]
        begin = braces(text, match.end())
        end = braces(text, begin[1]) if begin is not None else None
        if begin is None or end is None:
            continue
        places.append((match.start(), end[1]))
        inner = [found["name"].rstrip("*") for found in _BEGINS.finditer(text, *begin)]
        if any(each in DISPLAYS for each in inner):
            displays[name] = int(match["count"] or 0)
        else:
            scope = next((found for each in inner if (found := scope_of(each))), None)
            scopes[name] = scope or scope_of(name) or "part"
            if scope is not None:
                titles[name] = ""
    for match in _NEW_THEOREM.finditer(text):
        name = (match["name"] or match["declared"]).strip()
        words = _LETTERS.findall(match["title"] or match["said"])
        found = next((scope for each in words if (scope := scope_of(each))), None)
        scopes[name] = found or scope_of(name) or "part"
        titles[name] = match["title"] or match["said"]
    return Environments(displays, scopes, titles, tuple(places))
