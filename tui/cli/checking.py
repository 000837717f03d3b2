"""The command `check`: whether a timeline is what dateline wrote, and holds together."""

from typing import Annotated

import typer

from timeline.counts import counted
from timeline.inert import one_line
from tui.cli.console import fail, say, tell
from tui.cli.merging import tell_conflicts
from tui.cli.options import TimelineFile, opened

Accept = Annotated[bool, typer.Option("--accept", help="Take it as it is, if it holds together.", show_default=False)]


def check(*, accept: Accept = False, timeline: TimelineFile = None) -> None:
    """See whether the timeline is whole.

    That is: its files are what dateline wrote, its records hold together, and its dates are those that the words give.
    What was edited outside dateline is told, and can be read but not changed until it is accepted.
    """
    from timeline.logs.conflicts import conflicts
    from timeline.soundness import UnsoundError
    from timeline.store.packing import unpacked
    from timeline.store.redating import told_of_another_time

    with opened(timeline, read_only=not accept, accept=accept) as store:
        view = store.timeline
        parts = (
            counted(view.read_articles, "article"),
            counted(len(view.entries), "event"),
            counted(len(store.history()), "correction"),
        )
        otherwise = tuple(told_of_another_time(store.extractions()))
        notices = store.notices
        disputed = conflicts(store.history())
        try:
            for name, aside in store.contents().asides.items():
                unpacked(name, aside)
        except UnsoundError as error:
            raise fail(
                one_line(f"{store.path} is damaged: {error}. dateline repair -t {store.path} mends it")
            ) from None
    for kept, now in otherwise:
        has = f"the date {kept.when.edtf or 'open'}" if kept.when != now.when else f"the status {kept.status}"
        tell(
            f"note: event {one_line(kept.event)} has {has}, which this version finds otherwise; adding its article "
            "again reads it anew"
        )
    tell_conflicts(len(disputed))
    if accept and notices:
        say(f"accepted: {', '.join(parts)}")
    elif notices:
        raise fail(f"not as dateline left it: {', '.join(parts)}")
    else:
        say(f"whole: {', '.join(parts)}")
