"""News in passages of a sentence or a few, by somebody outside: `python -m benchmarks.passages [-v]`.

Somebody who knew the program only from outside wrote them, with what is right in words; the table was made of that by
the guidelines beside the shared articles, before it was run. `passages.tsv` has a row for each passage: its id,
publication date and text, before which its headline may stand, and ` ¶ `. The rows below it are the lines that it
should give, and begin with a tab:

- the word that tells of it as it stands in the passage, or a few words among which that is: they stand there once;
- its date in EDTF: `a..b` is any date from a to b, `-` none, or no more than the publication date bounds, `?` any at
  all. ` or ` stands between dates of which each is right, `, ` between dates which are all to be found there, in one
  line or in several. *no line* stands there where these words may tell of none;
- its status and its polarity, again with ` or `, or `?`; and where it matters the name of its source or a part of it,
  which is *article* for what the passage says itself.

A row that begins with `# ` is the kind of the passages below it. A passage is wholly right if each of its lines is;
lines that it does not ask for do not count. A date is *wrong and certain* if there is no mark of doubt on it, no other
date beside it, and the right one is not within it. `-v` shows what is wrong.
"""

import datetime as dt
import re
import sys
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from spacy.language import Language

from extractors import extract, load_pipeline
from timeline.dates.edtf import parse
from timeline.model import Article, Assertion, Basis, Polarity, Published, Status, article_id
from timeline.when import When

TABLE = Path(__file__).with_name("passages.tsv")
NO_LINE = "no line"
ANY = "?"
OPEN = "-"
ARTICLE = "article"
_DOUBTS = frozenset("?~%[")
_HEADLINE = " ¶ "
_RANGE = re.compile(r"([^./]+)\.\.([^./]+)")
_CLOCK = re.compile(r"T[\d:]+(?:Z|[+-]\d\d:\d\d)?")
Days = tuple[dt.date | None, dt.date | None]


class Line(NamedTuple):
    """What a passage should tell by a word of it."""

    words: str
    dates: tuple[tuple[str, ...], ...]
    """All that are to be found there, each as the ways to give it that are right; empty where no line may be."""
    statuses: frozenset[Status]
    """Empty where any will do."""
    polarity: Polarity | None
    sources: tuple[frozenset[str], ...]
    """The words of names of which one must be its source's; empty where any will do."""


class Passage(NamedTuple):
    """A passage and the lines that it should give."""

    kind: str
    id: str
    published: dt.date
    headline: str
    body: str
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        return f"{self.headline or 'News'}\n\n{self.body}\n"


class Found(NamedTuple):
    """A line that was found, with the name of its source."""

    said: Assertion
    source: str

    def __str__(self) -> str:
        return (
            f"{self.said.when.edtf or OPEN} {self.said.status} {self.said.polarity}, {self.source}: {self.said.title}"
        )


class Verdict(NamedTuple):
    """What is right about a line; None where nothing was asked."""

    line: Line
    found: tuple[Found, ...]
    date: bool | None = None
    status: bool | None = None
    source: bool | None = None
    is_certain: bool = False
    """There is no doubt about the date, right or wrong."""
    is_misleading: bool = False
    """There is none, and the right date does not lie within it."""

    @property
    def is_right(self) -> bool:
        if not self.line.dates:
            return not self.found
        return bool(self.found) and False not in {self.date, self.status, self.source}


def passages(path: Path = TABLE) -> Iterator[Passage]:
    """The passages of a table."""
    kind = ""
    rows = path.read_text(encoding="utf-8").splitlines()
    for starts, group in groupby(rows, key=_Heads()):
        head, *below = group
        if starts.startswith("# "):
            kind = head.removeprefix("# ")
            continue
        key, published, text = head.split("\t")
        headline, _, body = text.rpartition(_HEADLINE)
        lines = tuple(_line(*row.split("\t")[1:]) for row in below)
        yield Passage(kind, key, dt.date.fromisoformat(published), headline, body, lines)


class _Heads:
    """The row that a row stands below."""

    def __init__(self) -> None:
        self.head = ""

    def __call__(self, row: str) -> str:
        if not row.startswith("\t"):
            self.head = row
        return self.head


def _line(words: str, date: str, status: str = ANY, polarity: str = ANY, source: str = "") -> Line:
    return Line(
        words,
        () if date == NO_LINE else tuple(tuple(one.split(" or ")) for one in date.split(", ")),
        frozenset() if status == ANY else frozenset(Status(one) for one in status.split(" or ")),
        None if polarity == ANY else Polarity(polarity),
        tuple(frozenset(one.casefold().split()) for one in source.split(" or ") if one),
    )


def judge(passage: Passage, nlp: Language) -> list[Verdict]:
    """The verdicts on the lines of a passage."""
    text = passage.text
    published = Published(passage.published, Basis.PERSON)
    extraction = extract(Article(id=article_id(text), name=ARTICLE, text=text, published=published), nlp)
    names = {source.id: source.name for source in extraction.sources}
    found = [Found(said, names.get(said.source, "")) for said in extraction.assertions]
    body = text.rindex(passage.body)
    return [
        _verdict(line, passage, [one for one in found if _tells(one, line, passage, body)]) for line in passage.lines
    ]


def _tells(found: Found, line: Line, passage: Passage, body: int) -> bool:
    start = body + place(line, passage).start()
    return found.said.trigger[0] < start + len(line.words) and start < found.said.trigger[1]


def place(line: Line, passage: Passage) -> re.Match[str]:
    """Where the words of a line stand in the body of its passage.

    Raises:
        ValueError: they stand there more than once, or not at all.
    """
    match [*re.finditer(rf"(?<!\w){re.escape(line.words)}(?!\w)", passage.body)]:
        case [only]:
            return only
        case several:
            raise ValueError(f"{passage.id}: “{line.words}” stands there {len(several)} times")


def _verdict(line: Line, passage: Passage, found: Sequence[Found]) -> Verdict:
    """The verdict on a line of which each date is told by the best of what was found."""
    asks_date = bool(line.dates) and line.dates != ((ANY,),)
    asked = {"date": asks_date, "status": bool(line.statuses), "source": bool(line.sources)}
    told: list[Verdict] = []
    if found:
        each = [[_judged(line, ways, one, passage.published) for one in found] for ways in line.dates]
        told = [max(ways, key=lambda one: bool(one.date) + bool(one.status) + bool(one.source)) for ways in each]
    date, status, source = (
        (bool(told) and all(getattr(one, part) for one in told)) if is_asked else None
        for part, is_asked in asked.items()
    )
    certain, misleading = (any(getattr(one, part) for one in told) for part in ("is_certain", "is_misleading"))
    return Verdict(line, tuple(found), date, status, source, certain, misleading)


def _judged(line: Line, ways: Sequence[str], found: Found, published: dt.date) -> Verdict:
    said, when, words = found.said, found.said.when, frozenset(re.findall(r"\w+", found.source.casefold()))
    right = any(is_right(way, when, published) for way in ways)
    certain = not _is_open(when, published) and not when.candidates and not set(when.edtf) & _DOUBTS
    return Verdict(
        line,
        (found,),
        right,
        (not line.statuses or said.status in line.statuses) and line.polarity in {None, said.polarity},
        not line.sources or any(one <= words for one in line.sources),
        certain,
        certain and not right and not any(_lies_within(way, when) for way in ways),
    )


def is_right(way: str, when: When, published: dt.date) -> bool:
    """Whether a time is the one that the table gives, marks of doubt aside."""
    found = re.sub("[~?%]", "", when.edtf)
    if way == OPEN:
        return _is_open(when, published)
    if way in {ANY, found}:
        return True
    if when.candidates or not found:
        return False
    if "T" in way:
        return found.startswith(way)
    days = span(way)
    if _RANGE.fullmatch(way):
        return _holds(days, (when.earliest, when.latest))
    members = found[1:-1].split(",") if found.startswith("{") else [found]
    return any(days == span(member) for member in members)


def span(way: str) -> Days:
    """The first and the last day of a date of the table."""
    between = _RANGE.fullmatch(way)
    first, last = between.groups() if between else (way, way)
    return parse(_CLOCK.sub("", first)).earliest, parse(_CLOCK.sub("", last)).latest


def _lies_within(way: str, when: When) -> bool:
    return way != OPEN and _holds((when.earliest, when.latest), span(way))


def _holds(outer: Days, inner: Days) -> bool:
    (first, last), (begins, ends) = outer, inner
    return (not first or bool(begins and first <= begins)) and (not last or bool(ends and ends <= last))


def _is_open(when: When, published: dt.date) -> bool:
    """Whether it has no date, or none but that it was published before or after it."""
    return not when.edtf or (when.earliest, when.latest) in {(None, published), (published, None), (None, None)}


class Figures(NamedTuple):
    """What the verdicts on some passages come to, each as how many of how many."""

    passages: tuple[int, int]
    lines: tuple[int, int]
    dates: tuple[int, int]
    statuses: tuple[int, int]
    sources: tuple[int, int]
    certain: tuple[int, int]


def figures(judged: Sequence[Sequence[Verdict]]) -> Figures:
    """The figures of some passages, by the verdicts on the lines of each."""
    each = [verdict for verdicts in judged for verdict in verdicts]
    certain = [one for one in each if one.is_certain and one.date is not None]
    return Figures(
        _share([all(one.is_right for one in verdicts) for verdicts in judged]),
        _share([one.is_right for one in each]),
        _share([one.date for one in each]),
        _share([one.status for one in each]),
        _share([one.source for one in each]),
        (sum(one.is_misleading for one in certain), len(certain)),
    )


def _share(answers: Sequence[bool | None]) -> tuple[int, int]:
    asked = [one for one in answers if one is not None]
    return sum(asked), len(asked)


def main(*, show: bool) -> None:
    """Print the figures by kind, and what is wrong if `show`."""
    nlp = load_pipeline()
    judged = [(passage, judge(passage, nlp)) for passage in passages()]
    if show:
        for passage, verdicts in judged:
            _show(passage, verdicts)
    print(f"{'':26}{'passages':>12}{'lines':>12}{'dates':>12}{'statuses':>12}{'sources':>12}{'wrong, certain':>18}")
    for kind in [*dict.fromkeys(passage.kind for passage, _ in judged), "all"]:
        of_kind = figures([verdicts for passage, verdicts in judged if kind in {passage.kind, "all"}])
        *shares, certain = (f"{some} of {total}" for some, total in of_kind)
        print(f"{kind:26}" + "".join(f"{share:>12}" for share in shares) + f"{certain:>18}")


def _show(passage: Passage, verdicts: Sequence[Verdict]) -> None:
    wrong = [one for one in verdicts if not one.is_right]
    if wrong:
        print(f"\n{passage.id} {passage.published:%a %Y-%m-%d} {passage.body}")
    for one in wrong:
        parts = [part for part in ("date", "status", "source") if getattr(one, part) is False] if one.found else []
        certain = " and certain" if one.is_misleading else ""
        print(f"  {one.line.words}: {', '.join(parts) or 'line'} wrong{certain}; right {_told(one.line)}")
        print(*(f"    {found}" for found in one.found or ("nothing",)), sep="\n")


def _told(line: Line) -> str:
    if not line.dates:
        return NO_LINE
    dates = ", ".join(" or ".join(ways) for ways in line.dates)
    sources = " or ".join(" ".join(sorted(words)) for words in line.sources)
    return f"{dates} {' or '.join(sorted(line.statuses)) or ANY} {line.polarity or ANY}" + (
        f", {sources}" if sources else ""
    )


if __name__ == "__main__":
    main(show="-v" in sys.argv)
