"""How near our titles come to those that editors print: `python -m benchmarks.editors_titles [--shut]`.

The writers and readers of `unseen_articles.py` gave their lines the titles that they would print, and so did those who
made gold of the articles of the shared data. Each of their titles is held against that of our line for the same
sentence, word by word, whatever the form of a word: *kept* is the share of an editor's words that ours has too, *alike*
the share of ours that the editor has, both of words that tell something; *whole* is the share of lines of which we have
nine tenths of the editor's words, *apart* that of those of which we have less than a third. Then stand how many
characters both have. What is shut stands apart, and only its figures are printed.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from benchmarks.lines import ARTICLES, OPEN, SEED, SHUT, of_files
from benchmarks.score_shared import reading_of
from benchmarks.unseen_articles import unseen_articles
from extractors.lexicons.inflections import bases
from timeline.dates.edtf import parse
from timeline.export.findings import EventRow, findings

_WORD = re.compile(r"\w+(?:[.,:-]\w+)*")
SMALL = frozenset(
    "a an the of to in on at by for from with as and or but that which who whom whose it its he his him she her they "
    "their them this these those there is are was were be been being has have had having do does did will would s not "
    "after before over into about than then also i we our us my you your".split()
)
"""Words that tell nothing by themselves."""
_WHOLE, _APART = 0.9, 1 / 3


class Pair(NamedTuple):
    """A title of an editor, and ours of the same event."""

    gold: str
    ours: str


def main(*, shut: bool) -> None:
    """Print a row of figures for each set of articles."""
    print(f"{'':16}{'lines':>7}{'kept':>7}{'alike':>7}{'whole':>7}{'apart':>7}{'editor':>7}{'ours':>7}")
    for name, articles in _sets(shut=shut).items():
        print_figures(name, [pair for gold, text in articles for pair in pairs(gold, text)])


def _sets(*, shut: bool) -> dict[str, Iterable[tuple[dict[str, Any], str]]]:
    marked = " shut" if shut else ""
    names = sorted(SHUT) if shut else OPEN
    beside = [] if shut else [*sorted((ARTICLES / "extra").glob("*.gold.json")), SEED]
    return {
        f"shared{marked}": of_files(
            path for path in (*(ARTICLES / f"{one}.gold.json" for one in names), *beside) if path.exists()
        ),
        f"readers{marked}": unseen_articles("third", shut=shut),
        f"writers{marked}": unseen_articles("writers", shut=shut),
    }


def print_figures(name: str, found: list[Pair]) -> None:
    """Print a row; nothing where no line has a title of an editor."""
    if not found:
        return
    words = [(telling(one.gold), telling(one.ours)) for one in found]
    kept = [_share(gold, ours) for gold, ours in words]
    figures = (
        sum(kept),
        sum(_share(ours, gold) for gold, ours in words),
        sum(one >= _WHOLE for one in kept),
        sum(one < _APART for one in kept),
    )
    lengths = (sum(len(one.gold) for one in found), sum(len(one.ours) for one in found))
    shares = [f"{100 * one / len(found):7.1f}" for one in figures]
    print(f"{name:16}{len(found):7}", *shares, *(f"{one / len(found):7.0f}" for one in lengths), sep="")


def pairs(gold: dict[str, Any], text: str) -> Iterator[Pair]:
    """The lines of an article that have a title, each with the nearest line of ours in its place, one to one."""
    wanted = [line for line in gold["events"] if line.get("title")]
    events = findings(reading_of(text, gold["article_date"])).events if wanted else ()
    options = sorted(
        (-_closeness(line, event), number, place)
        for number, line in enumerate(wanted)
        for place, event in enumerate(events)
        if line["start"] < event.evidence[1] and event.evidence[0] < line["end"]
    )
    lines, places = set[int](), set[int]()
    for _, number, place in options:
        if number not in lines and place not in places:
            lines.add(number)
            places.add(place)
            yield Pair(wanted[number]["title"], events[place].title)


def _closeness(line: dict[str, Any], event: EventRow) -> float:
    start, end = event.clause
    shared: int = max(0, min(line["end"], end) - max(line["start"], start))
    longest: int = max(line["end"], end) - min(line["start"], start)
    dated = bool(event.date and line["date"] and parse(event.date) == parse(line["date"]))
    return shared / max(1, longest) + dated / 2


def telling(title: str) -> list[frozenset[str]]:
    """The words of a title that tell something, each as all that it may be a form of."""
    words = (word.lower() for word in _WORD.findall(re.sub(r"['’]s\b", "", title)))
    return [bases(word) for word in words if word not in SMALL]


def _share(words: list[frozenset[str]], among: list[frozenset[str]]) -> float:
    """The share of words that stand among others too."""
    there = frozenset().union(*among)
    return sum(not there.isdisjoint(word) for word in words) / max(1, len(words))


if __name__ == "__main__":
    main(shut="--shut" in sys.argv)
