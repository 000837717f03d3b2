"""Corrections in a timeline of which an article is read otherwise now: what becomes of those whose events are gone."""

from msgspec.structs import replace

from timeline.correcting.carrying import carrying
from timeline.edits import PROGRAM, EditKind
from timeline.logs.identity import LONG_AGO, instant_after
from timeline.logs.log import Log
from timeline.model import Extraction
from timeline.store.contents import Contents


def with_carried(contents: Contents, kept: Extraction, fresh: Extraction, *, lost: bool = True) -> Contents:
    """A timeline with the edits by which corrections on `kept` hold on `fresh`, which stands in its place.

    They depend on nothing but the two and the log, not even on the clock: so they are the same whoever makes them. What
    is `lost` need not be said a second time.
    """
    if not contents.log or kept == fresh:
        return contents
    log = Log(contents.log, PROGRAM)
    for kind, target, value in tuple(carrying(kept, fresh, log.held, log.to)):
        if lost or kind is not EditKind.LOST:
            at = instant_after(log.last.at if log.last else LONG_AGO)
            log.put([replace(log.next(kind, target, value, before=""), at=at)])
    return replace(contents, log=log.all)
