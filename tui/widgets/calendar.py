"""A calendar that is small: the week of a day on one line; with the focus five weeks, in which arrows go about."""

import calendar
import datetime as dt
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from timeline.dates.edtf import MONTHS, WEEKDAYS, describe_year

WEEKS = 5
_MONTH = 10
"""Cells of the month before a week, and a space."""
_CELL = 4
"""Of a day: two digits between brackets, or blanks; one less where there is little room."""
_NAME = 2
PUBLISHED = "▲"
HELP = "  arrows · PgUp PgDn month"
Part = tuple[str, str]


class Calendar(Widget, can_focus=True):
    """Tells of each day that is gone to; which one is shown at first is up to whoever asks."""

    DEFAULT_CSS = """
    Calendar { height: 1; width: 1fr; text-wrap: nowrap; text-overflow: clip; }
    Calendar:focus { height: 6; background: $boost; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "days(1)", "Next day", show=False),
        Binding("left", "days(-1)", "Previous day", show=False),
        Binding("down", "days(7)", "Next week", show=False),
        Binding("up", "days(-7)", "Previous week", show=False),
    ]

    day: reactive[dt.date] = reactive(dt.date.min)

    class Chosen(Message):
        """A day was gone to."""

        def __init__(self, day: dt.date) -> None:
            super().__init__()
            self.day = day

    def __init__(self, day: dt.date, published: dt.date | None) -> None:
        """At a day; the one of publication is marked."""
        super().__init__()
        self.set_reactive(Calendar.day, day)
        self._published = published

    def action_days(self, days: int) -> None:
        """So many days on; not out of the calendar."""
        number = self.day.toordinal() + days
        if dt.date.min.toordinal() <= number <= dt.date.max.toordinal():
            self._choose(dt.date.fromordinal(number))

    def action_months(self, months: int) -> None:
        """So many months on; of a month that is shorter the last day."""
        year, month = divmod(self.day.year * 12 + self.day.month - 1 + months, 12)
        if dt.MINYEAR <= year <= dt.MAXYEAR:
            last = calendar.monthrange(year, month + 1)[1]
            self._choose(dt.date(year, month + 1, min(self.day.day, last)))

    def _choose(self, day: dt.date) -> None:
        self.day = day
        self.post_message(self.Chosen(day))

    def render(self) -> Content:
        """The week; or the names of the days, and five weeks with this one in the middle."""
        if not self.has_focus:
            return self._week(0, names=self.size.width >= _MONTH + 7 * (_NAME + _CELL))
        names = "".join(f"{name[:_NAME]:>{self._cell - 1}} " for name in WEEKDAYS)
        told = HELP if self.size.width >= self._month + 7 * self._cell + len(HELP) else ""
        head = Content.styled(f"{'':{self._month}}{names}{told}", "$secondary")
        return Content("\n").join([head, *(self._week(at, names=False) for at in self._shown)])

    @property
    def _is_narrow(self) -> bool:
        return self.size.width < _MONTH + 7 * _CELL

    @property
    def _month(self) -> int:
        return 0 if self._is_narrow else _MONTH

    @property
    def _cell(self) -> int:
        return _CELL - self._is_narrow

    @property
    def _shown(self) -> range:
        return range(-(WEEKS // 2), WEEKS - WEEKS // 2)

    def _monday(self, weeks: int) -> int:
        """The number of the day on which the week begins, so many weeks from this one."""
        return self.day.toordinal() - self.day.weekday() + 7 * weeks

    def _week(self, weeks: int, *, names: bool) -> Content:
        days = [_date(number) for number in range(self._monday(weeks), self._monday(weeks) + 7)]
        known = [day for day in days if day is not None]
        parts: list[Part] = []
        if known and not self._is_narrow:
            month = next((day for day in known if day.day == 1), known[0])
            is_told = not self.has_focus or weeks == self._shown[0] or month.day == 1
            told = f"{MONTHS[month.month - 1]} {describe_year(month.year)}" if is_told else ""
            parts.append((f"{told:<{_MONTH}}", "$secondary"))
        for day in days:
            if names and day is not None:
                parts.append((WEEKDAYS[day.weekday()][:_NAME], "$secondary"))
            parts += self._day(day)
        return Content.assemble(*parts)

    def _day(self, day: dt.date | None) -> list[Part]:
        """A day; the one that is gone to stands between brackets too, for who sees no colours."""
        if day is None:
            return [(" " * self._cell, "")]
        is_here, is_published = day == self.day, day == self._published
        before = "" if self._is_narrow else "‹" if is_here else " "
        after = PUBLISHED if is_published else "›" if is_here else " "
        style = ("bold reverse" if self.has_focus else "bold") if is_here else ""
        return [(f"{before}{day.day:>2}", style), (after, style or "$text-warning")]

    def on_click(self, event: events.Click) -> None:
        """The day that was clicked, where they all are shown."""
        offset = event.get_content_offset(self)
        if offset is None or offset.y == 0 or not self.has_focus:
            return
        column = (offset.x - self._month) // self._cell
        number = self._monday(self._shown[0] + offset.y - 1) + column
        if offset.x >= self._month and column < 7 and (day := _date(number)) is not None:
            self._choose(day)


def _date(number: int) -> dt.date | None:
    known = dt.date.min.toordinal() <= number <= dt.date.max.toordinal()
    return dt.date.fromordinal(number) if known else None
