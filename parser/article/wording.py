"""Which words of an article's sentences, headings and notes are not understood, and what a sentence
goes on from, draws from or speaks of.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from shomei.languages.language import FALLBACK
from shomei.languages.phrases import matching
from shomei.operations.letters import ALPHABETS
from shomei.parser.article.breadth import (
    EXCLAIMED,
    breadth_of,
    is_bold,
    is_foreign,
    is_judgement,
    judged,
    length,
    may_mean,
    predicates,
    states,
)
from shomei.parser.article.dependence import without_dependence
from shomei.parser.article.letters import names_points
from shomei.parser.article.pieces import (
    Broken,
    Formula,
    Piece,
    Text,
    said_of,
    says_something,
)
from shomei.parser.article.scope import Scoped, corrected, heading_left, scoped
from shomei.parser.article.sentence_forms import (
    FAR,
    FAULT,
    OF_ABOVE,
    OF_TOPIC,
    OWN_TOPIC,
    TRUTH,
    is_run_in,
)
from shomei.parser.declarations import Declarations
from shomei.parser.lexing.probabilities import without_probabilities
from shomei.parser.prose.coverage import (
    barred_words,
    is_hedge,
    is_of_events,
    is_of_points,
    unknown_words,
)
from shomei.parser.prose.lexicon import language_of, lexemes
from shomei.parser.source import Range, Source

#: What may stand after the full stop of a display.
_CLOSING: Final = re.compile(
    r"(?:\s|\$|\\[\])]|\\end\{[^{}]*\}|\\(?:tag|label|hspace|vspace)\*?\{[^{}]*\}|\\\\(?:\[[^\]]*\])?"
    r"|\\[,;!:]|\\q?quad|\\(?:no)?number|[}&]|\{#[^{}]*\}|```|:::)*\Z"
)
_LETTER: Final = re.compile(r"[^\W\d_]")
_COMMAND: Final = re.compile(r"\\[A-Za-z]+")
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
#: A set of numbers, or an alphabet, that is none of the language's.
_ALPHABET: Final = re.compile(
    r"\\math(?:bb|cal|frak|scr|fr|bf)\s*(?:\{\s*(?![RNQZ]\s*\})|(?![{RNQZ]))|\\(?:angle|triangle|vec"
    r"|overrightarrow|cong|equiv|oplus|otimes|odot|ominus|[pb]?mod|boldsymbol|parallel|perp|wedge"
    r"|vee|c[au]p|subset(?:eq)?|supset(?:eq)?|bullet)(?![A-Za-z])"
    r"|(?<![_^])(?<![_^]\{)\\(?:star|ast)(?![A-Za-z])"
)
#: A letter of another alphabet, which is one of a number or a function where the text defines it.
_SCRIPT: Final = re.compile(rf"\\({'|'.join(ALPHABETS)})\s*\{{?\s*([A-Z])\s*\}}?")
_DEFINED: Final = re.compile(r"\s*(?:\([^()]*\)\s*)?:?=")
#: A letter or a sign of events.
_EVENT: Final = re.compile(
    r"(?<!\\)(?<![A-Za-z])[A-Z](?![A-Za-z])|\\(?:c[au]p|mid|complement|overline)|\|"
)
#: The sign of an expectation.
_EXPECTED: Final = re.compile(r"\\mathbb\s*(?:\{\s*E\s*\}|E)")
#: What stands over a sign, or beside it in words.
_OVER: Final = re.compile(r"\\(?:stackrel|overset|underset)\s*\{((?:[^{}]|\{[^{}]*\})*)\}")
WORLD: Final = matching("notation", "arithmetic")
#: How many words a remark has at most: `Wrong, as everybody in the room saw at once.`
_REMARK: Final = 8
#: How many words a sentence has at most that is a figure of speech: `A castle in the air, then.`
_FIGURE: Final = 6
#: A note at the foot of a page, and a mark that refers to one.
_NOTE: Final = re.compile(r"^ {0,3}\[\^([^\]\n]+)\]:[ \t]*(.*(?:\n[ \t]+\S.*)*)", re.MULTILINE)
_MARKS: Final = re.compile(r"\s*(?:\[\^[^\]\n]+\]\s*)+")
_MARK: Final = re.compile(r"\[\^([^\]\n]+)\](?!:)")
#: The title of an article, and what else stands in its front matter for a reader.
_FRONT: Final = re.compile(
    r"\A\ufeff?---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE
)
_ENTITLED: Final = re.compile(
    r"^(?:title|subtitle|description|abstract|summary|excerpt|tags|categories|keywords)[ \t]*:"
    r"(.*(?:\n[ \t]+.*|\n-[ \t].*)*)",
    re.MULTILINE | re.IGNORECASE,
)
_TITLE: Final = re.compile(
    r"^[^%\n]*\\(?:title|subtitle|subject)\s*(?:\[[^\]]*\])?\{((?:[^{}]|\{[^{}]*\})*)\}",
    re.MULTILINE,
)
_FORMULA: Final = re.compile(r"\$[^$]*\$|\\\(.*?\\\)")
#: What a note has that says what letters are, and how much is shown of it.
_OF_LETTERS: Final = frozenset(
    ("K", "let", "put", "take", "suppose", "provided", "if", "when", "where", "hedge", "denied")
)
_SHOWN: Final = 40
#: A box that is ticked, or not.
_BOX: Final = re.compile(r"\s*\[[ xX✓✗]\]")


@dataclass(slots=True)
class Wording:
    """Which words of an article are not understood."""

    source: Source
    declarations: Declarations
    #: What is not understood of the notes, by their marks.
    notes: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for note in _NOTE.finditer(self.source.text):
            if said := self.unknown_words(note[2]) or self._says_of_letters(note[2]):
                self.notes[note[1]] = said

    def _says_of_letters(self, note: str) -> tuple[str, ...]:
        """What a note at the foot says of the letters in its formulas, which may be other numbers
        than those of the text to which it belongs.
        """
        code = self.declarations.language
        if code is None or not _FORMULA.search(note):
            return ()
        words = _FORMULA.sub(" ", note)
        spoken = {lexeme.category for lexeme in lexemes(words, language_of(words, code))}
        return () if _OF_LETTERS.isdisjoint(spoken) else (note.strip()[:_SHOWN],)

    def unknown(self, pieces: Sequence[Piece]) -> tuple[str, ...]:
        """What is not understood of some pieces and may concern what they claim."""
        return self.not_understood(pieces)[0]

    def scoped(self, pieces: Sequence[Piece], above: Iterable[Iterable[Range]] = ()) -> Scoped:
        """Some pieces without what denies or doubts something else than what is claimed; `above`
        are the places of what is claimed right above them.
        """
        code = self.declarations.language
        if code is None:
            return Scoped(tuple(pieces), tuple(pieces))
        text = self.source.text
        said = " ".join(text[slice(*place)] for group in above for place in group)
        return scoped(pieces, language_of(_words_of(pieces), code), text, above=said)

    def corrected(self, pieces: Sequence[Piece]) -> list[tuple[Piece, ...]]:
        """A sentence divided where it says what is right after what is not."""
        code = self.declarations.language
        if code is None:
            return [tuple(pieces)]
        return corrected(pieces, language_of(_words_of(pieces), code), self.source.text)

    def not_understood(self, pieces: Sequence[Piece]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What is not understood of some pieces and may concern what they claim, which is the
        barred words, and all unknown ones where the pieces may say what letters or signs mean; and
        all that is not understood.
        """
        code = self.declarations.language
        spoken = _words_of(pieces)
        if code is None:
            words = tuple(_WORD.findall(spoken))
            return words, words
        own = language_of(spoken, code)
        rest = without_dependence(pieces, own)
        breadth = breadth_of(rest, self.source.text, own)
        claims = states(pieces, self.source.text)
        said = said_of(pieces)
        beside = claims or (length(said) > _FIGURE and OF_ABOVE.search(said) is None)
        strange: list[str] = []
        found: list[str] = []
        for before, piece in itertools.pairwise((None, *rest)):
            if isinstance(piece, Text):
                strange += unknown_words(piece.words, own, breadth=breadth)
                found += judged(before, piece.words, own)
                found += [
                    word
                    for word in barred_words(
                        piece.words, own, beside=beside and not is_judgement(before, piece.words)
                    )
                    if not (is_of_events(word, own) and self._names_no_events(rest))
                    and not (is_of_points(word, own) and not any(map(names_points, rest)))
                ]
        marked = tuple(self._marked(pieces))
        if is_bold(spoken) and is_run_in(pieces):  # a heading in its line
            left = self.unknown_words(said_of(pieces), heading=True)
            found = [word for word in found if word in left]
            return (*found, *marked), (*found, *marked)
        everything = (*strange, *marked)
        if may_mean(rest, self.source.text) or is_foreign(spoken, everything):
            return everything, everything
        return (*found, *marked), everything

    def taking_back(self, pieces: Sequence[Piece], strange: Sequence[str]) -> tuple[str, ...]:
        """Those of the words that are not understood which may take back what is supposed."""
        code = self.declarations.language
        if code is None:
            return tuple(strange)
        said = predicates(pieces, self.source.text, language_of(_words_of(pieces), code))
        left = self.not_understood(said)[1]
        return tuple(word for word in strange if word in left)

    def lasting(self, words: Sequence[str]) -> tuple[str, ...]:
        """Those of the words of a sentence which may concern what is drawn from it. That something
        is an event concerns its letters, which are known as such.
        """
        code = self.declarations.language
        return tuple(word for word in words if code is None or not is_of_events(word, code))

    def _names_no_events(self, pieces: Sequence[Piece]) -> bool:
        """Whether what the formulas of a sentence state has neither the letters of events nor their
        signs: then it only tells of what the numbers are the probabilities.
        """
        formulas = (self.source.text[slice(*p.place)] for p in pieces if not isinstance(p, Text))
        return not any(_EVENT.search(each) for each in formulas if says_something(each))

    def _marked(self, pieces: Sequence[Piece]) -> Iterator[str]:
        """What is not understood besides words: a box, other alphabets, and the notes to which some
        pieces refer.
        """
        if pieces and isinstance(pieces[0], Text) and (box := _BOX.match(pieces[0].words)):
            yield box.group().strip()
        for piece in pieces:
            if isinstance(piece, Text):
                for mark in _MARK.findall(piece.words):
                    yield from self.notes.get(mark, ())
            elif _ALPHABET.search(self._without_operators(piece)):
                yield self.source.text[slice(*piece.place)]

    def _without_operators(self, piece: Piece) -> str:
        """A formula without the letters that are operators on random variables there, and without
        the probabilities of events.
        """
        text = self.source.text[slice(*piece.place)]
        known = None if self.declarations.speaks_of_chances else self.declarations.events
        text = without_probabilities(text, known)
        for found in reversed(list(_SCRIPT.finditer(text))):
            name = f"{found[1]}{found[2]}"
            defined = name in self.declarations.renamed or name in self.declarations.functions
            if defined or (
                not text[: found.start()].strip("$\\( ") and _DEFINED.match(text, found.end())
            ):
                text = text[: found.start()] + text[found.end() :]
        expects = "E" in self.declarations.operators or self.declarations.speaks_of_chances
        return _EXPECTED.sub("", text) if expects else text

    def unknown_words(self, words: str, *, heading: bool = False) -> tuple[str, ...]:
        """What is not understood of words without formulas, and may concern what stands beside
        them.
        """
        code = self.declarations.language
        if code is None:
            return tuple(_WORD.findall(words))
        own = language_of(words, code)
        if heading:
            found = barred_words(words, own, heading=True)
            left = barred_words(heading_left(words, own), own, heading=True) if found else ()
            return tuple(word for word in found if word in left)
        if length(words) <= EXCLAIMED:
            return unknown_words(words, own)
        return barred_words(words, own)

    def is_about_above(self, spoken: str) -> bool:
        """Whether a sentence of words alone that does not say what it is about may be about what
        stands right above: it is short, or speaks of a formula, or of a fault.
        """
        return length(spoken) <= _REMARK or any(each.search(spoken) for each in (FAULT, TRUTH, FAR))

    def only_hedges(self, spoken: str, unknown: Sequence[str]) -> bool:
        """Whether a sentence says at some length what it says, and what keeps it from being
        understood are hedges: it restricts itself. In an unspaced language it names its topic.
        """
        code = self.declarations.language
        if code is None or length(spoken) <= EXCLAIMED:
            return False
        own = language_of(spoken, code)
        return all(is_hedge(word, own) for word in unknown) and (
            length(spoken) > _REMARK or OF_TOPIC.search(spoken) is not None
        )

    def title(self, text: str) -> tuple[str, ...]:
        """What is not understood of the title of the article, of which all of it is a part."""
        front = _FRONT.match(text)
        titles = _ENTITLED.findall(front[1]) if front else []
        titles += _TITLE.findall(text) if "\\title" in text or "\\subtitle" in text else []
        for title in titles:
            if found := self.heading(title.strip().strip("\"'")):
                return found
        return ()

    def heading(self, words: str) -> tuple[str, ...]:
        """What is not understood of a heading, or names another arithmetic."""
        words = _FORMULA.sub(" ", words)
        found = self.unknown_words(words, heading=True)
        if not found and (world := WORLD.search(words)):
            found = (world.group(),)
        return found

    def over_signs(self, place: Range) -> tuple[str, ...]:
        """What is not understood of the words over the signs of a formula."""
        code = self.declarations.language
        found: list[str] = []
        for over in _OVER.findall(self.source.text[slice(*place)]):
            said = _WORD.findall(_COMMAND.sub(" ", over))
            found += [word for word in said if code is None or unknown_words(word, code)]
        return tuple(found)

    def stops(self, place: Range) -> bool:
        """Whether a full stop ends a display."""
        text = self.source.text[slice(*place)]
        end = _CLOSING.search(text)
        return text[: end.start() if end else None].endswith((".", "。", "．"))

    def goes_on(self, pieces: Sequence[Piece], *, stopped: bool) -> bool:
        """Whether the sentence of the display above goes on with these pieces; a mark of a note
        right behind it belongs to it.
        """
        first = pieces[0]
        if len(pieces) == 1 and isinstance(first, Text) and _MARKS.fullmatch(first.words):
            return True
        if stopped:
            return False
        if not isinstance(first, Text):
            return True
        text = first.words.lstrip()
        if not text:
            return len(pieces) > 1 and not isinstance(pieces[1], Text)
        if text[0].isascii():
            return not text[0].isupper() and text[0] not in "*_#>["
        lexeme = next(lexemes(text, language_of(text, self.declarations.language or "en")), None)
        opens = lexeme is not None and lexeme.category in {"then", "adverb", "scoping", "so"}
        return not opens and not text[0].isupper() and not self._names_its_topic(text)

    def _names_its_topic(self, text: str) -> bool:
        """Whether words in an unspaced language begin a sentence of their own: they do not begin
        as what goes on from a formula does, name what they are about, and deny nothing.
        """
        code = language_of(text, self.declarations.language or FALLBACK)
        if OWN_TOPIC.match(text) is None:
            return False
        said = lexemes(text, code)
        return not any(
            each.category in {"denied", "absurd"}
            or (each.category, each.kind) == ("hedge", "negative")
            for each in said
        )

    def draws(self, pieces: Sequence[Piece]) -> bool:
        """Whether a sentence draws a conclusion from the one before it: `Thus …`."""
        code = self.declarations.language
        if code is None or not isinstance(pieces[0], Text):
            return False
        words = pieces[0].words
        lexeme = next(lexemes(words, language_of(words, code)), None)
        return lexeme is not None and lexeme.category in {"so", "then"}

    def is_of_above(self, pieces: Sequence[Piece]) -> bool:
        """Whether a sentence speaks of the display above it."""
        spoken = "".join(p.words if isinstance(p, Text) else "·" for p in pieces)
        own = any(
            isinstance(p, Formula | Broken) and says_something(self.source.text[slice(*p.place)])
            for p in pieces
        )
        if own:
            return False
        code = self.declarations.language
        denies = (
            code is not None
            and all(isinstance(p, Text) for p in pieces)
            and any(
                (each.category, each.kind) == ("hedge", "negative") or each.category == "denied"
                for each in lexemes(spoken, language_of(spoken, code))
            )
        )
        return denies or OF_ABOVE.search(spoken) is not None


def _words_of(pieces: Sequence[Piece]) -> str:
    return " ".join(piece.words for piece in pieces if isinstance(piece, Text))
