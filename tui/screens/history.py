"""What was done, by whom and when, as sentences, the last first; each leads to what it changed."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from itertools import groupby
from types import MappingProxyType

from rich.segment import Segment
from textual.content import Content

from timeline.collection import Timeline
from timeline.dates.edtf import describe_edtf
from timeline.edits import ON_ACTORS, ON_ARTICLES, ON_EVENTS, ON_SOURCES, Edit
from timeline.history import done, told_then
from timeline.inert import one_line
from timeline.model import fold
from tui.actions import Area, bindings
from tui.places import NOWHERE, Spot
from tui.screens.browse import BrowseScreen
from tui.steps import steps_to
from tui.widgets.fitting import fit
from tui.widgets.headings import Heading
from tui.widgets.page import FAINT, WARNING, Block
from tui.widgets.row_list import RowList
from tui.widgets.status_line import Report

_AUTHOR = 12
"""Cells for who did it, where several did."""
_SCREENS = (("timeline", ON_EVENTS), ("sources", ON_ARTICLES | ON_SOURCES), ("actors", ON_ACTORS))
"""Where what an edit of a kind changes is listed."""


class HistoryList(RowList[Edit]):
    """Corrections, the last first."""

    _timeline: Timeline
    _signed = False
    then: Mapping[int, str] = MappingProxyType({})
    """By edit, what its line told when it was made, where that is another now."""

    def show_edits(self, edits: Sequence[Edit], timeline: Timeline) -> None:
        """List `edits`, with who made them if they are not all of one person."""
        self._timeline = timeline
        self._signed = len({edit.author for edit in edits}) > 1
        self.show(edits, list(_days(edits)))

    def tell_of(self, timeline: Timeline, then: Mapping[int, str]) -> None:
        """Tell edits of this timeline."""
        self._timeline, self.then = timeline, then

    def done(self, edit: Edit) -> str:
        """What was done."""
        return done(edit, self._timeline, self.then.get(edit.number, ""))

    def row_id(self, row: Edit) -> str:
        """Its number."""
        return str(row.number)

    def render_row(self, index: int, width: int, *, top: bool) -> Iterable[Segment]:  # noqa: ARG002
        """When, who, what; what was taken back is faint."""
        edit = self._rows[index]
        dim = self.style("rows--dim")
        author = _AUTHOR + 1 if self._signed else 0
        yield Segment(f" {made(edit)[1]}  ", dim if edit.undone else self.style("rows--accent"))
        yield Segment(fit(edit.author, author), dim)
        back = "  taken back" if edit.undone else ""
        says = fit(one_line(self.done(edit)), max(8, width - 9 - author - len(back)))  # 1 for the scrollbar
        yield Segment(says, dim if edit.undone else None)
        yield Segment(back, dim)


class HistoryScreen(BrowseScreen):
    """All corrections."""

    MODE = "history"
    PLACEHOLDER = "all that was done; esc goes back"
    BINDINGS = bindings(Area.HISTORY)

    def __init__(self) -> None:
        self.edits = HistoryList()
        self._folded: dict[int, str] = {}
        super().__init__(self.edits)

    def spot(self) -> Spot:
        """Nothing to take up: one comes to see what was done last."""
        return NOWHERE

    def show_timeline(self) -> None:
        """Say which history it is, as it is none of the ways in to the events."""
        self._folded.clear()
        super().show_timeline()
        self.header.tell(f"history of {self.session.path.name}")

    def apply_filter(self) -> None:
        """List those with all words of the filter in what they say."""
        wanted = fold(self.filter.text).split()
        everything = self.session.history[::-1]
        self.edits.tell_of(self.timeline, told_then(self.session.history))
        shown = [edit for edit in everything if all(word in self._said(edit) for word in wanted)]
        self.edits.show_edits(shown, self.timeline)
        self.filter.tell(len(shown), len(everything))

    def _said(self, edit: Edit) -> str:
        """What is searched of it, remembered for as long as the timeline is the same."""
        if edit.number not in self._folded:
            said = f"{edit.author} {self.edits.done(edit)} {'taken back' if edit.undone else ''}"
            self._folded[edit.number] = fold(said)
        return self._folded[edit.number]

    def blocks(self) -> list[Block]:
        """The whole sentence, by whom, when, and what is in force now."""
        edit = self.edits.row
        if edit is None:
            return []
        day, time = made(edit)
        by = f"{edit.author or 'somebody'}, {' '.join(filter(None, (day, time))) or 'nobody knows when'}"
        blocks = [Block(Content.styled(one_line(self.edits.done(edit)), "bold")), Block(Content.styled(by, FAINT))]
        if edit.undone:
            blocks.append(Block(Content.styled("It was taken back: t makes it again, and what it stands on.", WARNING)))
        now = self.timeline.name_of(edit.target)
        if now and f"“{now}”" not in self.edits.done(edit):
            blocks.append(Block(Content(now), "NOW", gap=True))
        return blocks

    def why_empty(self) -> str:
        """What to do next."""
        if self.filter.text:
            return f"Nothing that was done has {self.filter.text} in it\n\nesc clears the filter"
        return "Nothing was corrected yet.\n\nesc goes back"

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is of lists of events has no sense here."""
        return action not in ("this", "settle") and super().check_action(action, parameters)

    def go_in(self) -> None:
        """To what the correction changed, if it is there."""
        edit = self.edits.row
        screen = next((screen for screen, kinds in _SCREENS if edit and edit.kind in kinds), None)
        if edit is None or screen is None:
            self.host.tell(Report("a merge changed more than one thing: t goes back to before it or after it"))
        elif _is_there(screen, edit.target, self.timeline):
            self.dismiss()
            self.host.show(screen, edit.target)
        else:
            self.host.tell(Report("what it changed is not there any more: t takes that back"))

    @property
    def goes_back(self) -> bool:
        """Always: it stands above another screen."""
        return True

    def action_back(self) -> None:
        """Undo one level of view; at last leave."""
        if self.has_class("-reading") or self.page.has_focus or self.filter.text:
            super().action_back()
        else:
            self.dismiss()

    def action_this(self) -> None:
        """Nothing: `check_action` never lets it through."""

    def action_to_here(self) -> None:
        """Take back all that was done after, or make again all up to here."""
        edit = self.edits.row
        if edit is None:
            return
        steps = steps_to(edit.number, self.session.history)
        if steps is None:
            self.host.tell(Report("something else was done since it was taken back: it can only be done anew"))
        elif steps.undos:
            self.host.change(lambda: self.session.undo_many(steps.undos), hint="t or ctrl+r makes it again")
        elif steps.redos:
            self.host.change(lambda: self.session.redo_many(steps.redos))
        else:
            self.host.tell(Report("nothing was done after it"))


def _is_there(screen: str, target: str, timeline: Timeline) -> bool:
    """Whether a screen lists an event, article, actor or source, or would without a filter."""
    if screen == "timeline":
        with suppress(KeyError):
            return not timeline.entry(timeline.line_of(target)).left_out
        return False
    if screen == "actors":
        return bool(timeline.of_actor(target))
    return target in timeline.articles or bool(timeline.of_source(target))


def made(edit: Edit) -> tuple[str, str]:
    """Day and time at which it was made, where the person is; empty for those of the earliest versions."""
    return _here(edit.at[:16]) if edit.at > "0002" else ("", "     ")


@lru_cache(4096)
def _here(at: str) -> tuple[str, str]:
    here = dt.datetime.fromisoformat(f"{at}+00:00").astimezone()
    return describe_edtf(here.date().isoformat()), f"{here:%H:%M}"


def _days(edits: Sequence[Edit]) -> Iterator[Heading]:
    row = 0
    for day, group in groupby(edits, key=lambda edit: made(edit)[0]):
        count = len(list(group))
        yield Heading(row, day or "before dates were kept", count)
        row += count
