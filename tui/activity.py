"""What an actor or a source has to do with the timeline: when, in which roles, with whom."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from textual.content import Content

from timeline.accounts import differ
from timeline.collection import Entry, Timeline
from timeline.counts import counted as in_words
from timeline.dates.day_numbers import year_month_day
from timeline.dates.edtf import MONTHS, describe_year
from timeline.model import Role
from timeline.when import Precision
from tui.dates import day_in_words
from tui.density import Window, bar, counted, days_of, weights
from tui.widgets.page import FAINT, WARNING, Block

COMPARED = 10
"""So many of the first lines give the scale of all bars."""
NAMED = 8
"""So many others are named."""

ROLES = {
    Role.AGENT: "acts",
    Role.AFFECTED: "acted on",
    Role.VICTIM: "victim",
    Role.TARGET: "acted against",
    Role.RECIPIENT: "receives",
    Role.SPEAKER: "says it",
    Role.MENTIONED: "mentioned",
}


def sparkline(entries: Iterable[Entry], window: Window | None, width: int, most: float = 0) -> str:
    """When events are, in one line over the days of `window`; where `most` are in a column, its bar is a full one."""
    if window is None or width <= 0:
        return " " * max(0, width)
    found = weights(counted(entries), window, width)
    return "".join(bar(weight, max(most, *found)) for weight in found).replace("█", "▇")


class Bars:
    """Bars of several lines on one scale, which the first of them give."""

    def __init__(self, rows: Iterable[Sequence[Entry]], window: Window | None) -> None:
        self._rows = list(islice(rows, COMPARED))
        self._window = window
        self._most: dict[int, float] = {}

    def of(self, entries: Sequence[Entry], width: int) -> str:
        """When events are, in `width` cells."""
        if width not in self._most:
            self._most[width] = _busiest(self._rows, self._window, width)
        return sparkline(entries, self._window, width, self._most[width])


def _busiest(rows: Iterable[Sequence[Entry]], window: Window | None, width: int) -> float:
    """How many events the fullest column of several lines has, so that their bars can be compared."""
    if window is None or width <= 0:
        return 0
    return max((max(weights(counted(entries), window, width)) for entries in rows), default=0)


def period(entries: Iterable[Entry]) -> str:
    """`11 Mar 2017 – Mar 2018`: the first day and the last that events have, as fine as they are known; else empty."""
    days = [(place, entry.when.precision) for entry in entries if (place := days_of(entry)) is not None]
    if not days:
        return ""
    first, last = min(days, key=lambda one: one[0].first), max(days, key=lambda one: one[0].last)
    ends = dict.fromkeys((_as_fine(first[0].first, first[1]), _as_fine(last[0].last, last[1])))
    return " – ".join(ends)


def _as_fine(day: int, precision: Precision) -> str:
    """A day, the month or the year in which it is."""
    year, month, _ = year_month_day(day)
    if precision in (Precision.TIME, Precision.DAY, Precision.DAYS, Precision.WEEK):
        return day_in_words(day)
    named = precision in (Precision.MONTH, Precision.MONTHS)
    return f"{MONTHS[month - 1]} {describe_year(year)}" if named else describe_year(year)


def of_actor(actor: str, timeline: Timeline, window: Window | None, width: int) -> list[Block]:
    """What a page says of an actor: how often and when, in which roles, with whom, who tells of them."""
    entries = timeline.of_actor(actor)
    roles = Counter(one.role for entry in entries for one in entry.participants if one.actor == actor)
    names = {known.id: known.name for known in timeline.actors.values()}
    others = Counter(
        names[one] for entry in entries for one in {p.actor for p in entry.participants} - {actor} if one in names
    )
    return [
        *when_blocks(entries, window, width),
        *_counts("ROLES", Counter({ROLES[role]: count for role, count in roles.items()})),
        *_counts("WITH", others),
        *_counts("TOLD BY", _tellers(entries, timeline)),
    ]


def of_source(source: str, timeline: Timeline, window: Window | None, width: int) -> list[Block]:
    """What a page says of a source: how often and when, of whom it tells, how often others tell otherwise."""
    entries = timeline.of_source(source)
    names = {known.id: known.name for known in timeline.actors.values()}
    told: Counter[str] = Counter()
    for actor, count in timeline.actors_of_source(source).items():
        if actor in names:
            told[names[actor]] += count
    blocks = [*when_blocks(entries, window, width), *_counts("OF", told)]
    shared = [one for one in entries if one.is_told_again and len({each.source for each in one.assertions}) > 1]
    against = sum(1 for entry in shared if differ(entry, timeline))
    if shared:
        said = f"{in_words(len(shared), 'event')} told by others too"
        tail = f", {against} otherwise" if against else ", none otherwise"
        blocks.append(Block(Content.assemble(said, (tail, WARNING if against else FAINT)), "SHARED"))
    return blocks


def when_blocks(entries: Sequence[Entry], window: Window | None, width: int) -> Iterator[Block]:
    """How many events there are, and when."""
    said = Content.assemble(f"{len(entries):,}", (f"  {period(entries)}", FAINT))
    yield Block(said, "EVENTS", gap=True)
    if (bars := sparkline(entries, window, width)).strip():
        yield Block(Content.styled(bars, "$text-accent"), indent=True)


def _tellers(entries: Iterable[Entry], timeline: Timeline) -> Counter[str]:
    sources = (source for entry in entries for source in {one.source for one in entry.assertions})
    return Counter(timeline.sources[source].name for source in sources if source in timeline.sources)


def _counts(label: str, counts: Counter[str]) -> Iterator[Block]:
    """The most frequent, with how often."""
    parts: list[tuple[str, str]] = []
    for name, count in counts.most_common(NAMED):
        parts += [(", " if parts else "", ""), (name, ""), (f" {count:,}", FAINT)]
    if len(counts) > NAMED:
        parts.append((f" and {len(counts) - NAMED:,} more", FAINT))
    if parts:
        yield Block(Content.assemble(*parts), label)
