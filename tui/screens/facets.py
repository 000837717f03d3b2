"""What the list could be narrowed to, with the number of events of each: enter adds it to the filter."""

from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import groupby
from typing import NamedTuple

from rich.segment import Segment

from timeline.collection import Entry, Timeline
from timeline.model import fold
from timeline.query.completing import Values, quoted
from timeline.query.terms import Doubles
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


def facets_of(
    timeline: Timeline,
    entries: Iterable[Entry],
    new: Set[str] = frozenset(),
    doubles: Doubles = lambda _: frozenset(),
) -> list[Facet]:
    """All that entries can be told apart by; `new` are the ids of the articles that are."""
    values = Values(timeline, entries, new, doubles)
    return [
        Facet(field, value, count, _MEANS.get(value, "") if field == "is" else "")
        for field in _HEADINGS
        if field != _VIEW
        for value, count in values.of(field)
        if count
    ]


def facets_of_views(views: Mapping[str, str]) -> list[Facet]:
    """Filters that are kept, by name, each with what it stands for."""
    return [Facet(_VIEW, name, 0, text) for name, text in sorted(views.items())]


def facets_of_one(entry: Entry, timeline: Timeline, entries: Iterable[Entry]) -> list[Facet]:
    """What an event has in common with others of the list: its day, its month, who takes part."""
    own = {(facet.field, facet.value) for facet in facets_of(timeline, [entry])}
    if entry.when.earliest is not None:
        own.add(("date", f"{entry.when.earliest:%Y-%m}"))
    return [facet for facet in facets_of(timeline, entries) if (facet.field, facet.value) in own]


class FacetList(RowList[Facet]):
    """Values below the name of their field."""

    def row_id(self, row: Facet) -> str:
        """The term."""
        return row.term

    def render_row(self, index: int, width: int, *, top: bool) -> Iterable[Segment]:  # noqa: ARG002
        """Value and number of events."""
        facet = self._rows[index]
        yield Segment(" " + fit(facet.shown, max(8, width - 9)))
        number = f"{facet.number:,}" if facet.number else ""
        yield Segment(f"{number:>7} ", self.style("rows--accent"))


class FacetsDialog(FindDialog[Facet]):
    """Gives the term that was chosen."""

    DEFAULT_CSS = """
    FacetsDialog > .dialog { height: 100%; max-height: 30; width: 60; }
    """

    def __init__(self, title: str, facets: Sequence[Facet]) -> None:
        super().__init__(title, "type to search · ↑↓ enter add · esc close", FacetList())
        self._facets = facets

    def find(self, wanted: str) -> Found:
        """The most frequent values of each field, or all that have the text in them."""
        rows: list[Facet] = []
        headings: list[Heading] = []
        for field, group in groupby(self._facets, key=lambda facet: facet.field):
            found = [facet for facet in group if wanted in fold(facet.shown)]
            shown = found if wanted or field == "is" else _most(found)
            if shown:
                more = f"{len(found) - len(shown):,} more: type to find them" if len(shown) < len(found) else ""
                headings.append(Heading(len(rows), _HEADINGS[field], len(found), more))
                rows += shown
        return Found(rows, headings)

    def answer(self, row: Facet) -> str:
        """Its term."""
        return row.term


def _most(facets: Sequence[Facet]) -> list[Facet]:
    """Of years all, of months none: these are found by searching; of the others the most frequent."""
    if facets and facets[0].field == "date":
        years = [facet for facet in facets if "-" not in facet.value]
        return years if len(years) > 1 else list(facets)
    return list(facets[:_LISTED])
