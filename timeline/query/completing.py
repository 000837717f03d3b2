"""What a filter that is being typed could go on with: fields, and the values that a timeline has, with their counts."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from typing import NamedTuple, TypeVar

from timeline.blocks import Block
from timeline.collection import Entry, Timeline
from timeline.indexes import BlockIndex, LineSet, chosen, index_of
from timeline.model import SourceKind, fold
from timeline.query.language import FIELDS, STATES, parse
from timeline.query.query import Query
from timeline.query.terms import Doubles, all_of
from timeline.query.years import years_and_months
from timeline.when import Precision

V = TypeVar("V")

_LAST = re.compile(r'(?:^|(?<=[\s(]))-*((?:([^\W\d_]+):)?(?:(?:"[^"]*"|[^\s"()|]+)\|)*)("[^"]*|[^\s"()|]*)$')
"""The word before the cursor: field and finished values, the field's name, and the value that is being typed."""
_BARE = re.compile(r'[^\s"()|-][^\s"()|]*')
MANY = 20_000
"""From so many events on, states are named without their counts."""
_FIELDS_OF_NAMES = ("actor", "said", "source", "tag", "place")
LIKELY = 24
"""Of so many names the most frequent are chosen, when it is counted what the filter finds with them."""
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
    """The values of each field in what a filter finds, the most frequent first, found when they are asked for."""

    def __init__(
        self,
        timeline: Timeline,
        query: Query | None = None,
        new: Set[str] = frozenset(),
        doubles: Doubles = lambda _: frozenset(),
    ) -> None:
        """Of all entries that are not left out, or of a filter's; `new` are the ids of the articles that are."""
        self._timeline = timeline
        self._new, self._doubles = new, doubles
        self._query = query or parse("")
        self._known: dict[str, Sequence[tuple[str, int]]] = {}
        self._found: dict[str, int] = {}

    @cached_property
    def _with_left_out(self) -> Sequence[tuple[Block[Entry], LineSet]]:
        return [one for one in self._query.lines_with_left_out(self._timeline) if one[1]]

    @cached_property
    def _lines(self) -> Sequence[tuple[Block[Entry], LineSet]]:
        if self._query.asks_for_left_out:
            return self._with_left_out
        return [(block, lines & ~index_of(block).left_out) for block, lines in self._with_left_out]

    @cached_property
    def number(self) -> int:
        """How many there are."""
        return sum(lines.bit_count() for _, lines in self._lines)

    @property
    def is_of_many(self) -> bool:
        """Whether they are of a timeline so long that not all of it is looked at while somebody waits."""
        return len(self._timeline.entries) > MANY

    def prepare(self) -> Iterator[None]:
        """Find what a word without a field is completed from, then what the list could be narrowed to, step by step."""
        for name in _FIELDS_OF_NAMES:
            self.of(name)
            yield
        if self.is_of_many:
            return
        for state in STATES:
            self.found_with(f"is:{state}")
            yield
        for name in ("date", "prec", *_FIELDS_OF_NAMES):
            for value, _ in self.of(name)[:LIKELY] if name in _FIELDS_OF_NAMES else ():
                self.found_with(f"{name}:{quoted(value)}")
                yield
            yield

    def of(self, field: str) -> Sequence[tuple[str, int]]:
        """Values and how many events have each; those that nobody could list have none.

        A name may be in others too, which the filter finds with it: `found_with` counts these.
        """
        if field not in self._known:
            self._known[field] = self._find(field)
        return self._known[field]

    def found_with(self, term: str) -> int:
        """How many are left when the filter has one more term; found once."""
        if term not in self._found:
            self._found[term] = self._count_with(term)
        return self._found[term]

    def _count_with(self, term: str) -> int:
        more = parse(term, new=self._new, doubles=self._doubles)
        find = all_of(more.terms).find(self._timeline)
        lines = self._with_left_out if more.asks_for_left_out else self._lines
        return sum((own & find(block)).bit_count() for block, own in lines if own)

    def _find(self, field: str) -> Sequence[tuple[str, int]]:
        match field:
            case "actor":
                actors = self._timeline.actors
                return self._counts(lambda known: known.actors, lambda one: actors[one].name if one in actors else "")
            case "said":
                return self._voices(outlets=False)
            case "source":
                return self._voices(outlets=True)
            case "place":
                return self._counts(lambda known: known.places)
            case "tag":
                return self._counts(lambda known: known.tags)
            case "date":
                return years_and_months(Counter(times for times in self._of_each(lambda known: known.days) if times))
            case "is":
                return self._states()
            case "prec":
                counts = Counter(entry.when.precision for block, own in self._lines for entry in chosen(block, own))
                return [(precision.value, counts[precision]) for precision in Precision if counts[precision]]
            case _:
                return ()

    def _counts(
        self, in_block: Callable[[BlockIndex], Mapping[str, LineSet]], name_of: Callable[[str], str] = str
    ) -> Sequence[tuple[str, int]]:
        """How many events have each of something; those of one name, which a filter finds together, are one."""
        names: dict[str, str] = {}
        total: Counter[str] = Counter()
        for block, lines in self._lines:
            named: dict[str, LineSet] = {}
            for key, own in in_block(index_of(block)).items():
                if found := own & lines:
                    name = names[key] if key in names else names.setdefault(key, name_of(key))
                    named[name] = named.get(name, 0) | found
            for name, found in named.items():
                total[name] += found.bit_count()
        return [(name, count) for name, count in total.most_common() if name]

    def _of_each(self, in_block: Callable[[BlockIndex], Sequence[V]]) -> Iterator[V]:
        for block, lines in self._lines:
            every = in_block(index_of(block))
            yield from every if lines == index_of(block).all else chosen(every, lines)

    def _voices(self, *, outlets: bool) -> Sequence[tuple[str, int]]:
        def name_of(one: str) -> str:
            source = self._timeline.sources.get(one)
            return source.name if source and (source.kind is SourceKind.OUTLET) is outlets else ""

        return self._counts(lambda known: known.sources, name_of)

    def _states(self) -> Sequence[tuple[str, int]]:
        """Each, also those that no event is in: they say what can be asked."""
        if self.number > MANY:
            return [(state, 0) for state in STATES]
        return sorted(((state, self.found_with(f"is:{state}")) for state in STATES), key=lambda one: -one[1])


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


def _count(number: int) -> str:
    return f"{number:,}" if number else ""
