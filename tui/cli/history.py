"""The command `log`: all corrections, told."""

from timeline.inert import one_line
from tui.cli.console import folded, say, tell
from tui.cli.options import AsJson, TimelineFile, opened


def log(*, as_json: AsJson = False, timeline: TimelineFile = None) -> None:
    """Tell all corrections, the first one first, as sentences.

    Who made one is the name in $DATELINE_AUTHOR, or else that of the login. One that was taken back is told so, and one
    that another person contradicts; one whose event or article is not there any more is told last, too.
    """
    import msgspec

    from timeline.history import sentence, told_then
    from timeline.inert import inert_json
    from timeline.logs.conflicts import conflicts

    with opened(timeline, read_only=True) as store:
        view = store.timeline
        disputed = {edit.number for conflict in conflicts(store.history()) for edit in conflict.edits}
        then = told_then(store.history())
        for edit in store.history():
            if as_json:
                say(inert_json(msgspec.json.encode(edit)))
            else:
                mark = " (in conflict with another)" if edit.number in disputed else ""
                say(folded(f"{made(edit.at)}  {one_line(sentence(edit, view, then))}{mark}", "", "    "))
        for edit in () if as_json else view.orphans:
            tell(f"note: nothing is there any more that this could be done to: {one_line(sentence(edit, view))}")


def made(at: str) -> str:
    """When an edit was made, to the second and in UTC; of those of the earliest versions nobody knows."""
    return f"{at[:10]} {at[11:19]}" if at > "0002" else "?"
