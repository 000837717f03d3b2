"""Which events of different articles may be one happening: proposals, which a person joins or leaves as they are.

Two may be one if they are told of the same days by words of one family, with the same in one part of it, and nothing
speaks against it: neither status nor polarity, nor others whom both name in a part. The same are those of one name, or
of one's last name alone (*Olsen*, *Marta Olsen*); or those described by one noun (*a passenger ferry*, *the ferry*),
where the articles have names in common. What is told of one day in the same words may be one whoever is in it. Figures
may differ: that two reports count otherwise is what a person should know. What has no date is proposed with nothing.

One pass over the entries, which are in order of time: only what goes on when an event begins is looked at.
"""

import re
from collections.abc import Callable, Iterator
from itertools import islice, product
from typing import NamedTuple

from timeline.collection import Entry, Timeline
from timeline.dates.edtf import span_of
from timeline.model import ActorKind, Polarity, Role, Status, fold

Families = Callable[[str], frozenset[str]]
"""The families that the words of a trigger are of, by any name; none where they say too little to be known again."""

_LONGEST = 7
"""Days: what is told of a longer time may be anything in it."""
_MOST = 24
"""The latest events of one family, with the same in it, that one is held against; and triggers of one."""
_FEW = 3
"""Earlier events that one is proposed as, the first of them: who joins it to one sees the rest."""
_IN_COMMON = 3
"""Names that two articles of one story share."""
_TELLING = frozenset({Status.OCCURRED, Status.PLANNED})
_PARTS = (
    frozenset({Role.AGENT, Role.SPEAKER}),
    frozenset({Role.AFFECTED, Role.VICTIM, Role.TARGET, Role.RECIPIENT}),
)
"""Who acts, who undergoes it."""
_NAME = re.compile(r"(?<=[a-z] )(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][^\W\d_]+")
"""A word with a capital that no sentence begins with."""
_WORD = re.compile(r"[^\W\d_]+")
_LIKE_PEOPLE = frozenset({ActorKind.PERSON, ActorKind.UNKNOWN})
"""Those who are called by their last name."""
_FEWEST_WORDS = 3
"""Words of a title, articles left out, that say enough to be known again."""
_ARTICLES = frozenset("a an the".split())
_POINTING = frozenset("he she it they we you i him her them us this that these those there nobody nothing".split())
"""Words that say of each article's own whom or what they mean, if anything."""
_BEHIND = frozenset("about against among at by for from in inside near of off on onto to under who whose with".split())
"""Words that begin what stands behind the noun of a description."""


class Proposal(NamedTuple):
    """Two events that may be one happening, by their ids."""

    event: str
    """The one that stands later in the timeline."""
    other: str


class _Part(NamedTuple):
    """Those in one part of an event."""

    named: frozenset[str]
    """The ids of those who have a name, and so are known beyond their article."""
    described: frozenset[str]
    """The nouns by which the others are described."""
    short: frozenset[str]
    """The names of the named who have one of a single word."""
    last: frozenset[str]
    """The last names of the named who have several."""

    @property
    def known_by(self) -> frozenset[str]:
        """All by which those in it are looked for."""
        return self.named | self.described | self.short | self.last

    def has_one_of(self, other: "_Part") -> bool:
        """Whether somebody who is named in both may be the same."""
        return bool(self.named & other.named or self.short & other.last or self.last & other.short)


class _Told(NamedTuple):
    """What is compared of an event."""

    id: str
    last: int
    """The last day on which it can have been, by its number."""
    articles: frozenset[str]
    how: tuple[Status, Polarity]
    parts: tuple[_Part, ...]
    words: str
    """Its day and the words of its title; empty where they are too few to go by."""


def proposals(timeline: Timeline, families: Families) -> Iterator[Proposal | None]:
    """The proposals of a timeline, in its order; after each event None, so that whoever asks can do other things."""
    near, names = _Near(), _Names(timeline)
    for entry in timeline.entries:
        days = _days(entry)
        if days is not None and not entry.left_out and entry.status in _TELLING:
            told = _told(entry, timeline, days)
            near.forget(days[0])
            others = near.met(told, days[0], _families(entry, timeline, families))
            doubles = (Proposal(entry.id, other.id) for other in others if _may_be_one(told, other, names))
            yield from islice(doubles, _FEW)
        yield None


class _Near:
    """What was told of the days just before, by the families of its words and those in it."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, int, str], list[_Told]] = {}
        self._swept = 0

    def met(self, told: _Told, first: int, families: frozenset[str]) -> list[_Told]:
        """Those from a day on that have a family and somebody, or all words, in common with an event, then known."""
        found: dict[str, _Told] = {}
        for at, part in enumerate(told.parts):
            for family, who in product(sorted(families), sorted(part.known_by)):
                self._meet(found, (family, at, who), told, first)
        if told.words:
            self._meet(found, ("", len(told.parts), told.words), told, first)
        return list(found.values())

    def _meet(self, found: dict[str, _Told], key: tuple[str, int, str], told: _Told, first: int) -> None:
        here = self._known.setdefault(key, [])
        found.update((other.id, other) for other in here if other.last >= first)
        here[:] = [*here[1 - _MOST :], told]

    def forget(self, first: int) -> None:
        """Leave what ended before a day, now and then."""
        if first - self._swept > _LONGEST:
            self._swept = first
            self._known = {key: told for key, told in self._known.items() if any(one.last >= first for one in told)}


def _days(entry: Entry) -> tuple[int, int] | None:
    """The first and the last day on which it can have been; None where that is too little to go by."""
    if entry.when.is_open:
        return None
    first, last = span_of(entry.when)
    return (first, last) if first is not None and last is not None and last - first < _LONGEST else None


def _families(entry: Entry, timeline: Timeline, families: Families) -> frozenset[str]:
    triggers = (timeline.article_of(one).text[slice(*one.trigger)] for one in entry.assertions[:_MOST])
    return frozenset().union(*map(families, triggers))


def _told(entry: Entry, timeline: Timeline, days: tuple[int, int]) -> _Told:
    articles = frozenset(one.article for one in entry.assertions)
    parts = tuple(_part(entry, timeline, roles) for roles in _PARTS)
    return _Told(entry.id, days[1], articles, (entry.status, entry.polarity), parts, _words(entry, days))


def _words(entry: Entry, days: tuple[int, int]) -> str:
    """What two have to share to be told of one day in the same words."""
    words = [word for word in _WORD.findall(fold(entry.title)) if word not in _ARTICLES]
    if days[0] != days[1] or len(words) < _FEWEST_WORDS or not _POINTING.isdisjoint(words):
        return ""
    return " ".join([str(days[0]), *words])


def _part(entry: Entry, timeline: Timeline, roles: frozenset[Role]) -> _Part:
    here = {part.actor for part in entry.participants if part.role in roles}
    # One without a name has the id of its article in its own.
    named = frozenset(actor for actor in here if not any(one.article in actor for one in entry.assertions))
    nouns = (_noun(timeline.actors[actor].name) for actor in here - named if actor in timeline.actors)
    names = [
        fold(timeline.actors[actor].name).split()
        for actor in named
        if actor in timeline.actors and timeline.actors[actor].kind in _LIKE_PEOPLE
    ]
    return _Part(
        named,
        frozenset(nouns) - {""},
        short=frozenset(name[0] for name in names if len(name) == 1),
        last=frozenset(name[-1] for name in names if len(name) > 1),
    )


def _noun(description: str) -> str:
    """`ferry` of *a passenger ferry off the coast*."""
    noun = ""
    for word in _WORD.findall(fold(description)):
        if noun and word in _BEHIND:
            break
        noun = "" if word in _BEHIND else word
    return noun


def _may_be_one(one: _Told, other: _Told, names: "_Names") -> bool:
    if one.how != other.how or one.articles & other.articles:
        return False
    sides = list(zip(one.parts, other.parts, strict=True))
    if any(left.named and right.named and not left.has_one_of(right) for left, right in sides):
        return False
    if any(left.has_one_of(right) for left, right in sides) or (one.words and one.words == other.words):
        return True
    alike = any(left.described & right.described for left, right in sides)
    return alike and any(names.in_common(mine, its) for mine in one.articles for its in other.articles)


class _Names:
    """What articles name, looked for in those alone of which it is asked."""

    def __init__(self, timeline: Timeline) -> None:
        self._articles = timeline.articles
        self._found: dict[str, frozenset[str]] = {}

    def in_common(self, one: str, other: str) -> bool:
        """Whether two articles name so much that is the same that they are of one story."""
        return len(self._of(one) & self._of(other)) >= _IN_COMMON

    def _of(self, article: str) -> frozenset[str]:
        if article not in self._found:
            self._found[article] = frozenset(_NAME.findall(self._articles[article].text))
        return self._found[article]
