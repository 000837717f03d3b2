"""The commands `remove` and `undo`: changes to a timeline without the app."""

from typing import TYPE_CHECKING, Annotated

import typer

from timeline.counts import counted
from timeline.inert import one_line
from tui.cli.console import fail, say
from tui.cli.looking import events_of, meant
from tui.cli.options import TimelineFile, opened

if TYPE_CHECKING:
    from timeline.collection import Timeline

Removed = Annotated[str, typer.Argument(metavar="ARTICLE", help="Its name, its id, or the start of it.")]


def remove(article: Removed, *, timeline: TimelineFile = None) -> None:
    """Take an article and its events out of the timeline.

    dateline undo brings it back, and so does adding it again, or u in the app.
    """
    from timeline.edits import YES, EditKind
    from timeline.model import Article

    with opened(timeline) as store:
        removed = meant(store.timeline, article)
        if not isinstance(removed, Article):
            raise fail(f"“{one_line(article)}” is an event: hide it with H in the app, or remove its article", 2)
        number = len(events_of(store.timeline, removed))
        store.edit(EditKind.REMOVE, removed.id, YES)
    say(f"removed: {one_line(removed.name)}, {counted(number, 'event')} (dateline undo brings it back)")


def undo(*, timeline: TimelineFile = None) -> None:
    """Take back the last correction, whenever it was made."""
    with opened(timeline) as store:
        edit = store.undo()
        if edit is None:
            raise fail("there is no correction to take back")
        say(f"taken back: {edit.kind} of {_named(store.timeline, edit.target)} (ctrl+r in the app makes it again)")


def _named(timeline: "Timeline", target: str) -> str:
    if article := timeline.articles.get(target):
        return one_line(article.name)
    titles = (entry.title for entry in timeline.entries if entry.id == target)
    return next((f"“{one_line(title)}”" for title in titles), one_line(target))
