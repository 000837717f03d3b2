"""What a filter that is being typed could go on with: fields, and the values that a timeline has, with their counts."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from typing import NamedTuple

from timeline.blocks import Blocks
from timeline.collection import Entry, Timeline
from timeline.indexes import BlockIndex, actors_of, index_of, places_of, sources_of, tags_of
from timeline.model import SourceKind, fold
from timeline.query.language import FIELDS, STATES, parse
from timeline.query.terms import Doubles
from timeline.when import Precision

_LAST = re.compile(r'(?:^|(?<=[\s(]))-*((?:([^\W\d_]+):)?(?:(?:"[^"]*"|[^\s"()|]+)\|)*)("[^"]*|[^\s"()|]*)$')
"""The word before the cursor: field and finished values, the field's name, and the value that is being typed."""
_BARE = re.compile(r'[^\s"()|-][^\s"()|]*')
_MANY = 20_000
"""From so many events on, states are named without their counts."""
_FIELDS_OF_NAMES = ("actor", "said", "source", "tag", "place")
_NAMED = 3
"""So many names are offered for a word without a field."""

WHAT: Mapping[str, str] = {
    "actor": "who takes part",
    "said": "who says it",
    "source": "outlet, article or speaker",
    "place": "where you put it",
    "tag": "how you tagged it",
    "date": "2019-01, ..2018, “last week”",
    "is": "planned, uncertain, starred …",
    "prec": "day, <=week …",
    "trust": "how often such dates are right: <.8",
    "seen": "by how many articles: >1",
}


class Completion(NamedTuple):
    """Something to go on with."""

    start: int
    """Where in the filter it begins; it takes the place of what stands from there to the cursor."""
    text: str
    about: str
    """What it is, or how many events it finds."""


class Values:
    """The values of each field in a timeline, the most frequent first, found when they are asked for."""

    def __init__(
        self,
        timeline: Timeline,
        entries: Iterable[Entry] | None = None,
        new: Set[str] = frozenset(),
        doubles: Doubles = lambda _: frozenset(),
    ) -> None:
        """Of all entries that are not left out, or of some; `new` are the ids of the articles that are."""
        self._timeline = timeline
        self._new, self._doubles = new, doubles
        self._some = entries
        self._whole = timeline.entries if entries is None else entries
        self._known: dict[str, Sequence[tuple[str, int]]] = {}

    @cached_property
    def _entries(self) -> Sequence[Entry]:
        return [entry for entry in self._whole if not entry.left_out]

    def prepare(self) -> Iterator[None]:
        """Find what a word without a field is completed from, a step at a time."""
        for name in _FIELDS_OF_NAMES:
            self.of(name)
            yield

    def of(self, field: str) -> Sequence[tuple[str, int]]:
        """Values and how many events have each; those that nobody could list have none."""
        if field not in self._known:
            self._known[field] = self._find(field)
        return self._known[field]

    def _find(self, field: str) -> Sequence[tuple[str, int]]:
        match field:
            case "actor":
                return self._actors()
            case "said":
                return self._voices(outlets=False)
            case "source":
                return self._voices(outlets=True)
            case "place":
                return self._counts(BlockIndex.places, places_of).most_common()
            case "tag":
                return self._counts(BlockIndex.tags, tags_of).most_common()
            case "date":
                return self._years()
            case "is":
                return self._states()
            case "prec":
                counts = Counter(entry.when.precision for entry in self._entries)
                return [(precision.value, counts[precision]) for precision in Precision if counts[precision]]
            case _:
                return ()

    def _counts(
        self, in_block: Callable[[BlockIndex], Mapping[str, int]], of_entry: Callable[[Entry], Iterable[str]]
    ) -> Counter[str]:
        """How many events have each of something; of a whole timeline by what is known of its blocks."""
        if not isinstance(self._whole, Blocks):
            return Counter(one for entry in self._entries for one in of_entry(entry))
        total: Counter[str] = Counter()
        for block in self._whole.blocks:
            total.update(in_block(index_of(block)))
        return total

    def _actors(self) -> Sequence[tuple[str, int]]:
        ids = self._counts(BlockIndex.actors, actors_of)
        known = self._timeline.actors
        return _by_name((known[one].name, count) for one, count in ids.most_common() if one in known)

    def _voices(self, *, outlets: bool) -> Sequence[tuple[str, int]]:
        ids = self._counts(BlockIndex.sources, sources_of)
        known = self._timeline.sources
        return _by_name(
            (known[one].name, count)
            for one, count in ids.most_common()
            if one in known and (known[one].kind is SourceKind.OUTLET) is outlets
        )

    def _years(self) -> Sequence[tuple[str, int]]:
        """Months too, where a year is spelled out that far."""
        days = (entry.when.earliest or entry.when.latest for entry in self._entries if not entry.when.is_open)
        months = Counter((day.year, day.month) for day in days if day is not None)
        years: Counter[int] = Counter()
        for (year, _), count in months.items():
            years[year] += count
        named = [(f"{year:04}", count) for year, count in sorted(years.items())]
        return named + [(f"{year:04}-{month:02}", count) for (year, month), count in sorted(months.items())]

    def _states(self) -> Sequence[tuple[str, int]]:
        """Each, also those that no event is in: they say what can be asked."""
        if len(self._timeline.entries) > _MANY:
            return [(state, 0) for state in STATES]
        every = self._timeline.entries if self._some is None else self._entries
        tests = {
            state: parse(f"is:{state}", new=self._new, doubles=self._doubles).terms[0].test(self._timeline)
            for state in STATES
        }
        found = [(state, sum(1 for entry in every if test(entry))) for state, test in tests.items()]
        return sorted(found, key=lambda one: -one[1])


def completions(text: str, values: Values, views: Mapping[str, str], most: int = 8) -> list[Completion]:
    """What could stand in the place of the last word of `text`, the likeliest first."""
    match = _LAST.search(text)
    if match is None:
        return []
    before, field, typed = match[1], match[2], match[3]
    start, wanted = match.start(3), fold(typed.removeprefix('"'))
    if field is not None:
        found = _matching(values.of(field.lower()), wanted, field.lower())[:most]
        return [] if _is_all(found, wanted) else [Completion(start, quoted(one), _count(n)) for one, n in found]
    if before or typed.startswith('"') or not typed:
        return []
    if typed.startswith("@"):
        names = [name for name in views if f"@{name}".startswith(wanted) and f"@{name}" != wanted]
        return [Completion(start, f"@{name}", views[name]) for name in names[:most]]
    fields = [name for name in FIELDS if name.startswith(wanted)]
    offered = [Completion(start, f"{name}:", WHAT[name]) for name in fields]
    for name in _FIELDS_OF_NAMES:
        named = _matching(values.of(name), wanted, name)[:_NAMED]
        offered += [Completion(start, f"{name}:{quoted(one)}", _count(number)) for one, number in named]
    return offered[:most]


def quoted(value: str) -> str:
    """A value as a filter has it: in quotation marks where it is not one plain word."""
    line = " ".join(value.replace('"', " ").split())
    return line if _BARE.fullmatch(line) else f'"{line}"'


def _matching(values: Sequence[tuple[str, int]], wanted: str, field: str) -> list[tuple[str, int]]:
    """Those that begin so, then those with a word that does, then those in which it stands."""
    if field == "date":
        depth = 1 if len(wanted) > 4 or (len(wanted) == 4 and wanted.isdigit()) else 0
        return [(value, count) for value, count in values if value.count("-") == depth and value.startswith(wanted)]
    ranked = [(rank, at) for at, (value, _) in enumerate(values) if (rank := _rank(fold(value), wanted)) is not None]
    return [values[at] for _, at in sorted(ranked)]


def _rank(value: str, wanted: str) -> int | None:
    if value.startswith(wanted):
        return 0
    if f" {wanted}" in value:
        return 1
    return 2 if wanted in value else None


def _is_all(found: Sequence[tuple[str, int]], wanted: str) -> bool:
    """Whether what is typed is the only value already."""
    return len(found) == 1 and fold(found[0][0]) == wanted


def _by_name(found: Iterable[tuple[str, int]]) -> Sequence[tuple[str, int]]:
    """Those of one name, which a filter finds together, as one."""
    total: Counter[str] = Counter()
    for name, count in found:
        total[name] += count
    return total.most_common()


def _count(number: int) -> str:
    return f"{number:,}" if number else ""
