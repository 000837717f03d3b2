"""Publication dates that two people gave with one article: neither is lost, and a person decides."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from timeline.edits import EditKind
from timeline.logs.identity import LONG_AGO, instant_after
from timeline.logs.log import Log
from timeline.merging import dated_by_person
from timeline.model import Extraction
from timeline.store.contents import Contents


def with_given_dates(contents: Contents, readings: Iterable[Mapping[str, Extraction]]) -> Contents:
    """A timeline of which people who gave an article different dates have a correction each, and so a conflict.

    The later date is in force. Where somebody has corrected it since, that is what holds.
    """
    given: dict[str, set[str]] = {}
    for reading in readings:
        for key, one in reading.items():
            if key in contents.extractions and (published := dated_by_person(one.article)) is not None:
                given.setdefault(key, set()).add(published.date.isoformat())
    log = Log(contents.log)
    for key, days in sorted(given.items()):
        known = [edit for edit in contents.log if (edit.kind, edit.target) == (EditKind.PUBLISHED, key)]
        if len(days) < 2 or any(edit.author and not edit.undone for edit in known):
            continue
        for day in sorted(days - {edit.value for edit in known}):
            at = instant_after(log.last.at if log.last else LONG_AGO)
            log.put([replace(log.next(EditKind.PUBLISHED, key, day, before=""), at=at, replaces=())])
    return replace(contents, log=log.all)
