"""What a change did, in words, as the person who made it is told."""

from collections.abc import Callable, Sequence
from contextlib import suppress

from timeline.collection import Timeline
from timeline.counts import counted
from timeline.dates.edtf import describe_edtf
from timeline.edits import CHANGED, PROGRAM, Edit, EditKind
from timeline.history import done, staying
from timeline.quoting import quoted


def leading(edits: Sequence[Edit]) -> Edit:
    """Of edits that were made together, the first that a person made; else the first."""
    return next((edit for edit in edits if edit.author != PROGRAM), edits[0])


def told_together(
    edits: Sequence[Edit], now: Timeline, before: Timeline, stays: Callable[[Edit], Sequence[str]]
) -> str:
    """What edits did that were made, taken back or made again together.

    Args:
        edits: those edits.
        now: the timeline with them.
        before: the one without.
        stays: gives the articles that are there whatever becomes of a merge.
    """
    first = leading(edits)
    own = sum(edit.author != PROGRAM for edit in edits) or len(edits)
    one = told(first, now, before)
    one = (one if own == 1 else f"{own} corrections: {one} …") + staying(first, stays(first), now)
    waiting = sum(edit.value == CHANGED and not edit.undone for edit in edits if edit.kind is EditKind.REVIEW)
    return f"{one}; {counted(waiting, 'line')} for review again" if waiting else one


def told_one_by_one(each: Sequence[str | None], what: str) -> str | None:
    """What was done of each, in one sentence; None where nothing was."""
    made = [one for one in each if one]
    return f"{what}: {made[0]}" if len(made) == 1 else f"{len(made)} changes {what}" if made else None


def told(edit: Edit, now: Timeline, before: Timeline) -> str:
    """What one edit did to what it is about, by the name that this has now, or had before."""
    name = quoted(_name(edit.target, now, before))
    match edit.kind:
        case EditKind.MERGE:
            return f"later text of {name}" if edit.before else f"merge of {name}"
        case EditKind.STAR:
            return f"★ {name}" if edit.value else f"no star on {name}"
        case EditKind.HIDE:
            return f"hidden: {name}" if edit.value else f"shown again: {name}"
        case EditKind.DATE:
            return f"date of {name} → {describe_edtf(edit.value)}" if edit.value else f"date of {name} as read"
        case EditKind.NOTE:
            return f"note on {name}" if edit.value else f"no note on {name}"
        case EditKind.PUBLISHED:
            return f"article {name} published {describe_edtf(edit.value)}"
        case EditKind.REMOVE:
            return f"{name} removed" if edit.value else f"{name} is back"
        case _:
            return done(edit, now)


def _name(target: str, *timelines: Timeline) -> str:
    """What a person calls an article or event; what was removed is only known by an earlier timeline."""
    for timeline in timelines:
        if article := timeline.articles.get(target):
            return article.title or article.name
        with suppress(KeyError):
            return timeline.entry(target).title
    return target
