"""The log of corrections as sentences."""

from contextlib import suppress

from timeline.collection import Timeline
from timeline.dates.edtf import describe_edtf
from timeline.edits import Edit, EditKind

_SOMEBODY = "somebody"


def sentence(edit: Edit, timeline: Timeline) -> str:
    """What was done, by whom, to what: `ann dated “The ferry sank” Sat 26 Jan 2019, before: Fri 25 Jan 2019`."""
    name = f"“{named(edit.target, timeline)}”"
    said = f"{edit.author or _SOMEBODY} {_done(edit, name)}"
    return f"{said} (taken back)" if edit.undone else said


def _done(edit: Edit, name: str) -> str:
    match edit.kind:
        case EditKind.MERGE:
            return f"merged {name}: {edit.value}"
        case EditKind.STAR:
            return f"starred {name}" if edit.value else f"took the star from {name}"
        case EditKind.HIDE:
            return f"hid {name}" if edit.value else f"showed {name} again"
        case EditKind.NOTE:
            return _changed(edit, f"noted on {name}: {edit.value}", f"took the note from {name}", edit.before)
        case EditKind.DATE:
            dated = f"dated {name} {_day(edit.value)}"
            return _changed(edit, dated, f"gave {name} back the date that was read", _day(edit.before))
        case EditKind.PUBLISHED:
            dated = f"dated the article {name} {_day(edit.value)}"
            return _changed(edit, dated, f"took the date from the article {name}", _day(edit.before))
        case EditKind.REMOVE:
            return f"removed the article {name}" if edit.value else f"brought the article {name} back"


def _changed(edit: Edit, made: str, unmade: str, before: str) -> str:
    said = made if edit.value else unmade
    return f"{said}, before: {before}" if before else said


def _day(value: str) -> str:
    return describe_edtf(value) if value else ""


def named(target: str, timeline: Timeline) -> str:
    """What a person calls an event or an article, also one that was removed; its id where nobody knows it any more."""
    with suppress(KeyError):
        return timeline.entry(target).title
    return timeline.name_of(target) or target
