"""The commands `remove` and `undo`: changes to a timeline without the app."""

from typing import TYPE_CHECKING

from timeline.counts import counted
from timeline.inert import one_line
from tui.cli.console import fail, say
from tui.cli.looking import events_of
from tui.cli.naming import ArticleName, meant
from tui.cli.options import TimelineFile, opened

if TYPE_CHECKING:
    from timeline.edits import Edit
    from timeline.store import Store


def remove(article: ArticleName, *, timeline: TimelineFile = None) -> None:
    """Take an article and its events out of the timeline.

    dateline undo brings it back, and so does adding it again, or u in the app.
    """
    from timeline.edits import YES, EditKind
    from timeline.model import Article

    with opened(timeline) as store:
        removed = meant(store.timeline, article)
        if not isinstance(removed, Article):
            raise fail(f"“{one_line(article)}” is an event: hide it with H in the app, or remove its article", 2)
        if not store.timeline.knows(EditKind.REMOVE, removed.id):
            raise fail("what you added by hand is taken out with dateline undo, or edit --hide", 2)
        number = len(events_of(store.timeline, removed))
        store.edit(EditKind.REMOVE, removed.id, YES)
    say(f"removed: {one_line(removed.name)}, {counted(number, 'event')} (dateline undo brings it back)")


def undo(*, timeline: TimelineFile = None) -> None:
    """Take back the last correction, whenever it was made; dateline redo makes it again.

    What was done with one key of the app, to however many lines, is taken back together.
    """
    with opened(timeline) as store:
        edits = store.undo()
        if not edits:
            raise fail("there is no correction to take back")
        for edit in reversed(edits):
            say(f"taken back: {_told(store, edit)}")


def redo(*, timeline: TimelineFile = None) -> None:
    """Make the last correction again that was taken back, unless another was made since."""
    with opened(timeline) as store:
        edits = store.redo()
        if not edits:
            raise fail("there is no correction to make again")
        for edit in edits:
            say(f"made again: {_told(store, edit)}")


def _told(store: "Store", edit: "Edit") -> str:
    from timeline.history import sentence, staying, told_then

    says = sentence(edit, store.timeline, told_then(store.history())).removesuffix(" (taken back)")
    return one_line(f"{says}{staying(edit, store.stays(edit), store.timeline)}")
