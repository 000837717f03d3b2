"""Events by time: the list, the event under the cursor, and everything one can do to it."""

import asyncio
from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline.counts import counted
from timeline.dates.edtf import describe
from timeline.edit_values import EventByHand
from timeline.edits import ACCEPTED, AFTER, BEFORE, REJECTED, YES, EditKind
from timeline.quoting import quoted
from tui.accounts import differing_line
from tui.actions import Area, bindings
from tui.changes import Change, reviewed
from tui.dates import middle_of
from tui.detail import detail, peek
from tui.doubles import double_blocks, double_line
from tui.screens.correcting import Joining, parts
from tui.screens.events import EventsScreen, how_left_out, narrowed
from tui.widgets.event_list import said_by
from tui.widgets.page import Block
from tui.widgets.sections import begins
from tui.widgets.status_line import Level, Report

if TYPE_CHECKING:
    from tui.screens.edit import EditDialog


_NOTHING = {
    "is:conflicting": (
        "No line is told differently by two accounts",
        "M lists lines that may be one: m joins them, and what they tell differently is found here; esc shows all",
    ),
    "is:doubled": ("No line looks like it was one with another", "esc shows all events again"),
}
"""What is said where a key filters by these, and there is none, and what one can do."""


class TimelineScreen(EventsScreen):
    """The timeline."""

    MODE = "timeline"
    PLACEHOLDER = "all events"
    FOR_MARKED = "m joins, a r s H do it to all"
    BINDINGS = bindings(Area.CORRECTING, Area.TIMELINE)

    def blocks(self) -> list[Block]:
        """The event: everything where there is room, else the date and the sentence."""
        if self.entry is None:
            return []
        words, entry, timeline = self._query.words, self.entry, self.timeline
        others = self.beside(entry)
        if self.is_wide or self.has_class("-reading"):
            told = detail(entry, timeline, self.page.content_size.width, plain=self.plain, words=words)
            return [*told[:1], *double_blocks(entry, others, timeline), *told[1:]]
        first = [*double_line(entry, others, timeline), *differing_line(entry, timeline)]
        return [*first, *peek(entry, timeline, plain=self.plain, words=words)]

    def why_empty(self) -> str:
        """What to do next."""
        if self.filter.text:
            if more := self.left_out:
                how = how_left_out(more)
                lists = narrowed(self.filter.text, f"is:{how.replace(' or ', '|')}")
                says = f"No event matches {self.filter.text}, but for {counted(len(more), f'{how} event')}"
                return f"{says}\n\n{lists} lists what is {how}; esc clears the filter"
            if nothing := _NOTHING.get(self.filter.text.strip()):
                return "\n\n".join(nothing)
            then = "esc clears the filter; then f lists the months, actors and outlets that there are"
            return f"No event matches {self.filter.text}\n\n{then}"
        if self.timeline.read_articles:
            return "No event was found in these articles.\n\n3 lists them, i reads more"
        return "This timeline is empty.\n\ni reads articles into it: files, folders or web addresses"

    def warning(self) -> str:
        """How many events wait for the date of an article, and how many corrections for who settles them."""
        disputed = sum(map(len, self.timeline.conflicts.values()))
        differ = "1 correction differs" if disputed == 1 else f"{disputed} corrections differ"
        told = f"≠ {differ} between two people: is:conflict, then = settles" if disputed else ""
        return "\n".join(part for part in (self._undated(), told) if part)

    def _undated(self) -> str:
        articles = self.timeline.articles
        entries = self.timeline.entries
        open_ones = entries[bisect_left(entries, True, key=lambda entry: entry.when.is_open) :]  # they come last
        leads = (entry.lead for entry in open_ones)
        timed = (lead for lead in leads if lead.time is not None and lead.article in articles)
        waiting = sum(1 for lead in timed if articles[lead.article].published is None)
        if not waiting:
            return ""
        events = "1 event waits" if waiting == 1 else f"{waiting} events wait"
        return f"⚠ {events} for an article’s date: 3 Sources, then d"

    def go_in(self) -> None:
        """Into the event: its page, then its article."""
        if self.is_wide or self.has_class("-reading"):
            self.action_article()
        else:
            self.read_page()

    @property
    def row_target(self) -> str:
        """The event's id."""
        return self.entry.id if self.entry else ""

    def editing(self) -> "EditDialog | None":
        """The facts of the event."""
        from tui.screens.event_facts import event_dialog  # noqa: PLC0415

        return event_dialog(self.entry, self.timeline, plain=self.plain) if self.entry is not None else None

    def joining(self) -> Joining:
        """The marked events; where none is, the one under the cursor and what it may be one with."""
        marked = self.events.marked
        if not marked and (entry := self.entry) is not None:
            marked = [entry, *self.beside(entry)]
        those = "other is" if len(marked) == 2 else "others are"
        says = f"The {those} told in its line, evidence and all; S splits them again."
        if any(entry.dated_by_person for entry in marked):
            says += " A date set by you stays."
        names = [f"{describe(entry.when)}  {said_by(entry, self.timeline)}: {entry.title}" for entry in marked]
        return Joining(EditKind.JOIN, "events", [entry.id for entry in marked], names, says)

    def splitting(self) -> Sequence[tuple[str, Change]]:
        """The events that are told in the row's line."""
        return parts(self.timeline, self.entry.id) if self.entry else ()

    def action_accept(self) -> None:
        """It is right."""
        self._review(ACCEPTED)

    def action_reject(self) -> None:
        """It is no event."""
        self._review(REJECTED)

    def _review(self, value: str) -> None:
        entry = self.entry
        if self._changed_marked(EditKind.REVIEW, value, [one.review == value for one in self.events.marked]):
            return
        if entry is None:
            return
        self.host.change(lambda: self.session.review(entry, value))
        if self.entry is not None and self.entry.id == entry.id:
            self.events.move_to(self.events.cursor + 1)

    def _changed_marked(self, kind: EditKind, value: str, now: Sequence[bool]) -> bool:
        """Make a correction of all marked rows, or take it back where all have it; whether any row is marked."""
        if not now:
            return False
        wanted = "" if all(now) else value
        others = [one for one, has_it in zip(self.events.marked, now, strict=True) if has_it is not bool(wanted)]
        if kind is EditKind.REVIEW:
            changes = [change for one in others for change in reviewed(one, wanted)]
        else:
            changes = [(one.id, Change(kind, wanted)) for one in others]
        self.events.unmark_all()
        self.host.change(lambda: self.session.edit_all(changes))
        return True

    def action_move_up(self) -> None:
        """Before the event above, of the same day."""
        self._move(-1, BEFORE)

    def action_move_down(self) -> None:
        """After the event below, of the same day."""
        self._move(1, AFTER)

    def _move(self, step: int, side: str) -> None:
        entry, at = self.entry, self.events.cursor + step
        if entry is None:
            return
        beside = self.events.rows[at] if 0 <= at < len(self.events.rows) else None
        if beside is None or begins(entry) is None or begins(beside) != begins(entry):
            self.host.tell(Report("events are moved among those that start on their day"))
        else:
            self.host.change(lambda: self.session.edit(EditKind.ORDER, entry.id, f"{side} {beside.id}"))

    def action_star(self) -> None:
        """Put a star on it, or take it off."""
        if self._changed_marked(EditKind.STAR, YES, [one.starred for one in self.events.marked]):
            return
        if entry := self.entry:
            self.host.change(lambda: self.session.star(entry))

    def action_hide(self) -> None:
        """Hide, or bring back."""
        if self._changed_marked(EditKind.HIDE, YES, [one.hidden for one in self.events.marked]):
            return
        if entry := self.entry:
            self.host.change(lambda: self.session.hide(entry))

    def action_date(self) -> None:
        """Correct the date."""
        from tui.screens.date import DateDialog  # noqa: PLC0415

        if entry := self.entry:
            article = self.timeline.articles[entry.assertions[0].article]
            dialog = DateDialog(self.timeline, article, entry, middle_of(entry.when))
            self.ask(dialog, self.host.correct)

    def action_add_event(self) -> None:
        """Add an event that no article tells of."""
        from tui.screens.add_event import AddEventDialog  # noqa: PLC0415

        def add(event: EventByHand | None) -> None:
            if event is not None:
                self.host.change(lambda: self.session.add_event(event))
                self.select(self.session.changed)

        self.app.push_screen(AddEventDialog(beside=self.day_here), add)

    def action_note(self) -> None:
        """Write a note."""
        from tui.screens.note import NoteDialog, keep_note  # noqa: PLC0415

        if (entry := self.entry) is not None:
            self.ask(NoteDialog(entry.title, entry.note), keep_note(self.host, entry))

    def action_tag(self) -> None:
        """Give marked rows tags, or take off what all of them have; where none is marked, the row."""
        from tui.screens.edit import EditDialog, Field  # noqa: PLC0415
        from tui.screens.event_facts import TAGS_HINT  # noqa: PLC0415

        of = self.events.marked or ([self.entry] if self.entry else [])
        if not of:
            return
        shared = sorted(set.intersection(*(set(one.tags) for one in of)))

        def keep(changes: tuple[Change, ...] | None) -> None:
            wanted = [
                (one.id, change)
                for change in changes or ()
                for one in of
                if (change.part in one.tags) is not bool(change.value)
            ]
            if wanted:
                self.events.unmark_all()
                self.host.change(lambda: self.session.edit_all(wanted))

        title = f"Tags of {quoted(of[0].title)}" if len(of) == 1 else f"Tags that all {len(of)} marked events have"
        field = Field("tags", EditKind.TAG, ", ".join(shared), placeholder=TAGS_HINT)
        self.app.push_screen(EditDialog(title, [field]), keep)

    def action_article(self) -> None:
        """Read the article, the evidence in view."""
        if entry := self.entry:
            self.host.open_article(entry.assertions[0].article, entry.id, self._query.words)

    def action_outside(self) -> None:
        """Open the article's web address."""
        if (entry := self.entry) and (article := self.timeline.articles.get(entry.lead.article)):
            self.host.open_outside(article)

    def action_copy(self) -> None:
        """Copy as a line of Markdown."""
        from tui.clipboard import markdown_line  # noqa: PLC0415

        if entry := self.entry:
            self._copy(markdown_line(entry, self.timeline), quoted(entry.title))

    def action_copy_as(self) -> None:
        """Copy what of it a person chooses."""
        from tui.clipboard import copies  # noqa: PLC0415
        from tui.screens.one_of import OneOfDialog  # noqa: PLC0415

        if (entry := self.entry) is None:
            return
        texts = copies(entry, self.timeline)

        def copy(at: int | None) -> None:
            if at is not None:
                name = list(texts)[at]
                self._copy(texts[name], f"{name} of {quoted(entry.title)}")

        names = [f"{name:<10} {text}" for name, text in texts.items()]
        dialog = OneOfDialog(
            f"Copy of {quoted(entry.title)}", "copy", names, "y copies the Markdown at once.", label="what"
        )
        self.app.push_screen(dialog, copy)

    def _copy(self, text: str, name: str) -> None:
        self.app.copy_to_clipboard(text)
        self.run_worker(self._tell_copied(text, name), group="copy", exit_on_error=False)

    async def _tell_copied(self, line: str, name: str) -> None:
        """Whether a tool of the desktop has it, which may let one wait."""
        from tui.clipboard import TMUX, copied  # noqa: PLC0415

        by = "" if self.host.is_served else await asyncio.to_thread(copied, line)
        if by:
            hint = "in tmux its prefix, then ], pastes it" if by == TMUX else ""
            self.host.tell(Report(f"copied {name}", Level.DONE, hint))
        else:
            self.host.tell(Report(f"sent to the terminal: {name}", Level.PLAIN, "not every terminal keeps it"))
