"""Correcting a date: typed text read aloud before it is kept, the event's other candidates, and how far it reaches."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from timeline.collection import Entry, Timeline
from timeline.counts import counted
from timeline.dated_alike import dated_alike
from timeline.dates.edtf import describe, describe_edtf, parse
from timeline.edits import EditKind
from timeline.model import Article
from timeline.quoting import quoted
from timeline.when import Precision, When, chain
from tui import evidence
from tui.changes import Change
from tui.citations import published
from tui.dates import expression_of, middle_of, today
from tui.moves import Move, moves, moves_to
from tui.publication_days import read_publication_day
from tui.screens.dialog import labelled, line
from tui.screens.typed_date import TypedDateDialog
from tui.widgets.calendar import Calendar
from tui.widgets.choice import Choice
from tui.widgets.fitting import fit
from tui.widgets.moves_list import MovesList

EXAMPLES = "26 jan 2019 · 2019-01 · 21..27 jan 2019 · sat · +1w · ~1943"
HOUR_EXAMPLES = "3.10 am"
AS_READ = "0"
"""Typed for the date that a person's took the place of."""
OF_ARTICLE = "its article"
WORDS = 20
"""Cells of the words that date several events, where the scope names them: with the others they take one line of 80."""
ALONE = "its article stays without a date"
"""Said where it is rather the article that the date is of."""
A_MONTH = 31
"""Days. Of an event that may be on any of more, the calendar begins at its article's own."""
TALL = 30
"""From so many lines on a terminal has room for many events that would move; below, for a few."""
FEW_MOVES, MANY_MOVES = 4, 12
ALL_LEFT_OUT = "all are left out; space takes one in"
DAY_EXAMPLES = "26 jan 2019 · 2019-01-26 · january 26, 2019"


@dataclass(frozen=True)
class Correction:
    """The edits that a person asks for, all in one step."""

    kind: EditKind
    values: tuple[tuple[str, str], ...]
    """Targets, each with what it gets."""
    moves: tuple[Move, ...] = ()
    """What would move beside, or instead of, the event that it was asked of; also what is to be left out."""

    @property
    def changes(self) -> list[tuple[str, Change]]:
        """What is to be changed, by target."""
        return [(target, Change(self.kind, value)) for target, value in self.values]


class DateDialog(TypedDateDialog[Correction]):
    """The date of an event, or of the article it was read in."""

    DEFAULT_CSS = """
    DateDialog.-wide > .dialog { width: 80%; max-width: 112; }
    DateDialog .dialog--evidence { max-height: 4; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", "Save", show=False),
        Binding("down", "candidate(1)", "Next candidate", show=False, priority=True),
        Binding("up", "candidate(-1)", "Previous candidate", show=False, priority=True),
        Binding("pagedown", "calendar(1)", "Calendar", show=False, priority=True),
        Binding("pageup", "calendar(-1)", "Calendar", show=False, priority=True),
    ]

    def __init__(
        self, timeline: Timeline, article: Article, entry: Entry | None = None, beside: dt.date | None = None
    ) -> None:
        """Ask for the date of an event or its article; without a year it is counted from the article's, or `beside`."""
        name = entry.title if entry else article.title or article.name
        between = "↑↓ candidates" if entry and len(entry.when.candidates) > 1 else ""
        keys = filter(None, ("enter save", between, "tab ←→ scope" if entry else "", "PgDn calendar", "esc cancel"))
        super().__init__(f"Date of {quoted(name)}", " · ".join(keys), "type a date")
        self._timeline = timeline
        self._article = article
        self._entry = entry
        self._beside = beside
        self._candidate = -1
        published = article.published.date if article.published else None
        first, last = (entry.when.earliest, entry.when.latest) if entry else (None, None)
        is_near = first is not None and last is not None and (last - first).days <= A_MONTH
        near = (first if is_near else None) or published or first or last
        self._calendar = Calendar(near or _day_of_story(timeline), published)
        self._waits = entry is not None and entry.when.is_open and article.published is None
        self._moves = MovesList()
        self._moving = labelled("moves", self._moves)
        self._alike = dated_alike(timeline, article, entry) if entry is not None else []
        scopes = ["this event", *self._every(), OF_ARTICLE]
        self._scope = Choice(scopes, scopes.index(OF_ARTICLE) if self._waits else 0)

    def fields(self) -> list[Widget]:
        """Now, new, its reading, candidates, scope."""
        fields: list[Widget] = [*self._now(), labelled("new", self._input), labelled("", self._reading)]
        fields += [labelled("" if at else "or", line(told)) for at, told in enumerate(self._others())]
        if self._entry:
            fields.append(labelled("date of", self._scope))
        fields.append(self._moving)
        fields.append(labelled("day", self._calendar))
        fields.append(line(self._examples(), "$secondary", gap=True))
        return fields

    def on_mount(self) -> None:
        """Start typing."""
        self._input.focus()
        self.read()

    def _now(self) -> Iterator[Widget]:
        if self._entry is not None:
            sentence = evidence.sentence(self._article, self._entry.assertions[0], plain=self.app.no_color)
            yield labelled("text", Static(sentence, markup=False, classes="dialog--line dialog--evidence"))
            steps = chain(self._entry.when.derivation)
            yield labelled("now", line(f"{describe(self._entry.when)}   {steps}", "$secondary"))
        yield labelled("article" if self._entry else "now", line(published(self._article), "$secondary"))

    def _others(self) -> Iterator[str]:
        """What a digit stands for."""
        if self._entry is None:
            return
        if self._entry.dated_by_person:
            yield f"[{AS_READ}] as read: {describe(self._entry.lead.when)}"
        if len(self._entry.when.candidates) > 1:
            for number, candidate in enumerate(self._entry.when.candidates, 1):
                yield f"[{number}] {describe_edtf(candidate.edtf)}  {candidate.because}"

    def _examples(self) -> str:
        if self._entry is None:
            return DAY_EXAMPLES
        return EXAMPLES if self._entry.when.one_day is None else f"{EXAMPLES} · {HOUR_EXAMPLES}"

    def _every(self) -> list[str]:
        """The scope of all that the same words date; of nothing else where nothing else is."""
        if self._entry is None or not self._alike:
            return []
        words = fit(expression_of(self._entry, self._timeline), WORDS).rstrip()
        return [f"every {quoted(words)}"]

    @property
    def _of_article(self) -> bool:
        return self._entry is None or self._scope.chosen == len(self._scope.options) - 1

    @property
    def _of_every(self) -> bool:
        return self._entry is not None and not self._of_article and self._scope.chosen == 1

    def action_calendar(self, months: int) -> None:
        """To the calendar; there, to another month."""
        if self._calendar.has_focus:
            self._calendar.action_months(months)
        self._calendar.focus()

    def on_descendant_focus(self) -> None:
        """Have all of the calendar in view, which is higher now."""
        self._show_calendar()

    def _show_calendar(self) -> None:
        if self._calendar.has_focus:
            self.call_after_refresh(self._calendar.scroll_visible, animate=False)

    @on(Calendar.Chosen)
    def _take_day(self, event: Calendar.Chosen) -> None:
        self._input.value = event.day.isoformat()

    @on(Choice.Changed)
    @on(MovesList.Ticked)
    def _read_anew(self) -> None:
        self.read()

    def understood(self, text: str, *, quick: bool) -> tuple[Correction, str]:
        """The edit that the text asks for, and its date in words."""
        return self._article_date(text, quick) if self._of_article else self._event_date(text, quick)

    def say(self, text: str, style: str) -> None:
        """Tell too which events would move, from when to when."""
        super().say(text, style)
        asked = self._read_as
        if asked is not None and (value := asked.values[0][1]) and (day := parse(value).earliest):
            self._calendar.day = day
        if not text.endswith(ALL_LEFT_OUT):  # then they stay to be seen, to be taken in again
            self._moving.display = asked is not None and bool(asked.moves)
            room = FEW_MOVES if self.app.size.height < TALL else MANY_MOVES
            self._moves.show(asked.moves if asked is not None else (), room, ticks=self._of_every)
        self._show_calendar()

    @property
    def _those_alike(self) -> list[Entry]:
        """The event, and those that the same words date, but for what a person dated otherwise."""
        assert self._entry is not None
        return [self._entry, *(one for one in self._alike if not one.dated_by_person)]

    def _article_date(self, text: str, quick: bool) -> tuple[Correction, str]:
        day = read_publication_day(text, quick=quick)
        moved = moves(self._timeline, self._article, day)
        correction = Correction(EditKind.PUBLISHED, ((self._article.id, day.isoformat()),), tuple(moved))
        return correction, f"{describe_edtf(day.isoformat())}: {_move(len(moved))}"

    def _event_date(self, text: str, quick: bool) -> tuple[Correction, str]:
        assert self._entry is not None
        if text == AS_READ and self._entry.dated_by_person:
            return self._as_read()
        candidates = self._entry.when.candidates
        if text.isdecimal() and 1 <= int(text) <= len(candidates) > 1:
            edtf, how = candidates[int(text) - 1].edtf, candidates[int(text) - 1].because
        else:
            edtf, how = self._typed(self._entry.when, text, quick)
        if self._waits:
            how = f"{how}   for {'these events' if self._of_every else 'this event'} alone; {ALONE}".strip()
        if not self._of_every:
            return Correction(EditKind.DATE, ((self._entry.id, edtf),)), f"{describe_edtf(edtf)}  {how}"
        return self._date_of_every(self._entry, edtf, how)

    def _date_of_every(self, asked: Entry, edtf: str, how: str) -> tuple[Correction, str]:
        """The date for all that the same words date; not for what a person left out, or dated otherwise before."""
        those = self._those_alike
        moved = moves_to(those, edtf, asked.id)
        moving = [move for move in moved if move.id not in self._moves.unticked]
        values = {move.id: move.then.edtf for move in moving}
        if asked.when.edtf == edtf:
            values[asked.id] = edtf
        if not values:
            raise ValueError(ALL_LEFT_OUT)
        by_hand = len(self._alike) + 1 - len(those)
        stay = [f", {len(moved) - len(moving)} left out"] if len(moving) < len(moved) else []
        stay += [f", {by_hand} set by hand {'stays' if by_hand == 1 else 'stay'}"] if by_hand else []
        reading = f"{describe_edtf(edtf)}: {_move(len(moving))}{''.join(stay)}   {how}"
        return Correction(EditKind.DATE, tuple(values.items()), tuple(moved)), reading.rstrip()

    def _as_read(self) -> tuple[Correction, str]:
        """What was read again, of this event, or of all that the same words date and a person dated."""
        assert self._entry is not None
        also = [one.id for one in self._alike if one.dated_by_person] if self._of_every else []
        others = f"; {counted(len(also), 'other event')} too" if also else ""
        values = tuple((event, "") for event in (self._entry.id, *also))
        return Correction(EditKind.DATE, values), f"{describe(self._entry.lead.when)}  as read{others}"

    def _typed(self, now: When, text: str, quick: bool) -> tuple[str, str]:
        """The date that the text means, and what it was counted from; an hour alone is of the day that there is."""
        from extractors.typed_dates.hours import read_hours  # noqa: PLC0415
        from extractors.typed_dates.reading import read_typed_date  # noqa: PLC0415

        if (hours := read_hours(text, now.one_day)) is not None:
            steps = [f"of the day so far: {describe(now)}"] if now.is_uncertain else []
            about = [f"“{hours.about}” is not kept of an hour"] if hours.about else []
            return hours.edtf, "   ".join((Precision.TIME.value, *steps, *about))
        anchor = self._article.published.date if self._article.published else self._beside
        when = read_typed_date(text, anchor=anchor, quick=quick)
        counted = [step.says for step in when.derivation[1:-1]] if anchor == self._beside else []
        precision = when.precision.value if when.precision is not Precision.OPEN else ""
        return when.edtf, "   ".join((precision, *counted))

    def action_candidate(self, step: int) -> None:
        """Take another of the dates that the words could mean."""
        if self._calendar.has_focus:
            self._calendar.action_days(7 * step)
            return
        if self._moves.has_focus:
            self._moves.action_go(step)
            return
        count = len(self._entry.when.candidates) if self._entry else 0
        if count > 1 and not self._scope.has_focus:
            self._scope.chosen = 0 if self._of_article else self._scope.chosen
            self._candidate = (self._candidate + step) % count if self._candidate >= 0 or step > 0 else count - 1
            self._input.value = str(self._candidate + 1)


def _day_of_story(timeline: Timeline) -> dt.date:
    """Where the calendar begins where nothing is dated: in the middle of what is, or else now."""
    entries = timeline.entries
    dated = bisect_left(entries, True, key=lambda entry: entry.when.is_open)
    return (middle_of(entries[dated // 2].when) if dated else None) or today()


def _move(events: int) -> str:
    """`1 event moves`, `3 events move`."""
    return f"{counted(events, 'event')} {'moves' if events == 1 else 'move'}"
