"""What the list could be narrowed to, with the number of events of each: enter adds it to the filter."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from rich.segment import Segment

from timeline.collection import Entry, Timeline
from timeline.model import SourceKind, fold
from timeline.query import parse
from timeline.query.completing import LIKELY, MANY, Values, quoted
from timeline.query.language import STATES
from tui.screens.find import FindDialog, Found
from tui.widgets.fitting import fit
from tui.widgets.headings import Heading
from tui.widgets.row_list import RowList

_VIEW = "@"
_HEADINGS = {
    _VIEW: "Your views, for every timeline",
    "date": "When",
    "actor": "Who takes part",
    "said": "Who says it",
    "source": "Outlets",
    "is": "What is so of it",
    "prec": "How fine its date is",
    "place": "Where",
    "tag": "Tags",
}
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MEANS = {
    "conflicting": "≠ told differently: accounts differ",
    "doubled": "≈ may be one with another",
    "conflict": "≠ corrected differently",
    "denied": "✗ did not happen",
    "uncertain": "? date uncertain or open",
    "starred": "★",
    "accepted": "✓",
    "added": "by hand",
    "unreviewed": "nobody has looked at it",
    "new": "came in since you last left",
}
"""What is said of states beside their names, in the words and marks of the list: by these too one looks for them."""
_LISTED = 8
"""Values of a field that are listed before one searches."""
_NAMES = frozenset({"actor", "said", "source", "place", "tag"})


class Facet(NamedTuple):
    """A value of a field, and how many events of the list have it; or a view, which is not counted."""

    field: str
    value: str
    number: int
    means: str = ""

    @property
    def term(self) -> str:
        """As the filter has it."""
        if self.field == _VIEW:
            return f"@{self.value}"
        return f"{self.field}:{quoted(self.value)}"

    @property
    def shown(self) -> str:
        """As a person reads it and looks for it: a month with its name."""
        if self.field == "date" and len(parts := self.value.split("-")) == 2:
            return f"{self.value}  {_MONTHS[int(parts[1]) - 1]} {int(parts[0])}"
        name = self.term if self.field == _VIEW else self.value
        return f"{name} · {self.means}" if self.means else name


def facets_of(values: Values) -> list[Facet]:
    """All that the events of a list can be told apart by; where there are many, states without their counts."""
    return [
        Facet(field, value, count, _MEANS.get(value, "") if field == "is" else "")
        for field in _HEADINGS
        if field != _VIEW
        for value, count in values.of(field)
        if count or (field == "is" and values.number > MANY)
    ]


def facets_of_views(views: Mapping[str, str]) -> list[Facet]:
    """Filters that are kept, by name, each with what it stands for."""
    return [Facet(_VIEW, name, 0, text) for name, text in sorted(views.items())]


def facets_of_one(entry: Entry, timeline: Timeline, values: Values) -> list[Facet]:
    """What an event has in common with others of the list: its day, its month, who takes part."""
    own = set(_own(entry, timeline))
    return [facet for facet in facets_of(values) if (facet.field, facet.value) in own]


def _own(entry: Entry, timeline: Timeline) -> Iterator[tuple[str, str]]:
    actors, sources = timeline.actors, timeline.sources
    yield from (("actor", actors[one.actor].name) for one in entry.participants if one.actor in actors)
    for source in (sources[one.source] for one in entry.assertions if one.source in sources):
        yield "source" if source.kind is SourceKind.OUTLET else "said", source.name
    if (day := entry.when.earliest or entry.when.latest) is not None:
        yield from (("date", f"{day.year:04}"), ("date", f"{day.year:04}-{day.month:02}"))
    for state in STATES:
        (term,) = parse(f"is:{state}", new=frozenset(), doubles=lambda _: frozenset()).terms
        if term.test(timeline)(entry):
            yield "is", state
    yield from (("prec", entry.when.precision.value), ("place", entry.place), *(("tag", tag) for tag in entry.tags))


class FacetList(RowList[Facet]):
    """Values below the name of their field."""

    def __init__(self, number: Callable[[Facet], int]) -> None:
        """With what tells how many events a facet has, asked of those alone that are seen."""
        super().__init__()
        self._number = number

    def row_id(self, row: Facet) -> str:
        """The term."""
        return row.term

    def render_row(self, index: int, width: int, *, top: bool) -> Iterable[Segment]:  # noqa: ARG002
        """Value and number of events."""
        facet = self._rows[index]
        yield Segment(" " + fit(facet.shown, max(8, width - 9)))
        number = self._number(facet)
        yield Segment(f"{f'{number:,}' if number else '':>7} ", self.style("rows--accent"))


class FacetsDialog(FindDialog[Facet, str]):
    """Gives the term that was chosen."""

    DEFAULT_CSS = """
    FacetsDialog > .dialog { height: 100%; max-height: 30; width: 60; }
    """

    def __init__(self, title: str, facets: Sequence[Facet], values: Values) -> None:
        """Of facets, counted in these values."""
        super().__init__(title, "type to search · ↑↓ enter add · esc close", FacetList(self.number))
        self._facets = facets
        self._values = values

    def number(self, facet: Facet) -> int:
        """How many events of the list are left with it: a name may be within others, which are found too.

        None for an outlet in a long timeline: all its articles would be read for that.
        """
        if facet.field not in _NAMES:
            return facet.number
        if facet.field == "source" and self._values.is_of_many:
            return 0
        return self._values.found_with(facet.term)

    def find(self, wanted: str) -> Found:
        """The most frequent values of each field, or all that have the text in them."""
        rows: list[Facet] = []
        headings: list[Heading] = []
        for field, group in groupby(self._facets, key=lambda facet: facet.field):
            found = [facet for facet in group if wanted in fold(facet.shown)]
            shown = found if wanted or field == "is" else self._first(field, found)
            if shown:
                more = f"{len(found) - len(shown):,} more: type to find them" if len(shown) < len(found) else ""
                headings.append(Heading(len(rows), _HEADINGS[field], len(found), more))
                rows += shown
        return Found(rows, headings)

    def answer(self, row: Facet) -> str:
        """Its term."""
        return row.term

    def _first(self, field: str, facets: Sequence[Facet]) -> list[Facet]:
        """The most frequent; of years all, and the months of one that has half of the list, or more."""
        if field == "date":
            return list(_years(facets, self._values.number))
        if field not in _NAMES:
            return list(facets[:_LISTED])
        likely = facets[: _LISTED if self._values.number > MANY else LIKELY]
        return sorted(likely, key=self.number, reverse=True)[:_LISTED]


def _years(facets: Sequence[Facet], every: int) -> Iterator[Facet]:
    years = [facet for facet in facets if "-" not in facet.value]
    for year in years:
        yield year
        if len(years) == 1 or year.number * 2 >= every:
            yield from (facet for facet in facets if facet.value.startswith(f"{year.value}-"))
