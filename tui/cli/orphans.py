"""The commands `orphans` and `attach`: corrections whose event is not there any more."""

from typing import TYPE_CHECKING, Annotated

import typer

from timeline.edit_kinds import EditKind
from timeline.inert import one_line
from tui.cli.console import fail, folded, say
from tui.cli.correcting import make
from tui.cli.naming import EventId, meant_event
from tui.cli.options import AsJson, TimelineFile, opened

if TYPE_CHECKING:
    from timeline.collection import Timeline

Number = Annotated[
    str,
    typer.Argument(metavar="EDIT", help="The number of a correction that dateline orphans lists, or its event's id."),
]


def orphans(*, as_json: AsJson = False, timeline: TimelineFile = None) -> None:
    """List corrections that hold, but whose event or article is not there any more.

    Each with its number, what the event was when it was last read, and the event that is most like it now.
    """
    import msgspec

    from timeline.history import sentence
    from timeline.inert import inert_json

    with opened(timeline, read_only=True) as store:
        view = store.timeline
        for edit in view.orphans:
            if as_json:
                was = view.lost(edit.target)
                say(inert_json(msgspec.json.encode({"edit": edit, "was": was})))
                continue
            say(folded(f"{edit.number}  {one_line(sentence(edit, view))}", "", "    "))
            for line in _was(view, edit.target):
                say(folded(one_line(line), "    "))


def attach(edit: Number, event: EventId, *, timeline: TimelineFile = None) -> None:
    """Have the corrections of an event that is not there any more hold on another, as which it is read now."""
    with opened(timeline) as store:
        view = store.timeline
        lost = {one.target for one in view.orphans if edit in (str(one.number), one.target)}
        if not lost:
            raise fail(f"there is no orphaned correction {one_line(edit)}; dateline orphans lists them")
        make(store, [(EditKind.ATTACH, lost.pop(), meant_event(view, event).id, "")])


def _was(view: "Timeline", target: str) -> "list[str]":
    was = view.lost(target)
    if was is None:
        return []
    told = [f"it was: {was.title}{f' ({was.date})' if was.date else ''}: “{was.sentence}”"]
    if (like := view.most_like(was)) is not None:
        told.append(f"most like it now: {like.id} {like.title}")
    return told
