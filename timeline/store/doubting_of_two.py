"""Lines that one of two people accepted or corrected, and that are told otherwise in what their timelines come to."""

from msgspec.structs import replace

from timeline.logs.identity import edit_id
from timeline.logs.log import Log
from timeline.model import Extraction
from timeline.store.changed_texts import OneText
from timeline.store.contents import Contents
from timeline.store.doubting import as_dated, doubted, with_doubted


def with_doubts_of_two(both: Contents, mine: Contents, theirs: Contents, one_text: OneText) -> Contents:
    """What two timelines come to, in which those lines wait for review, the same whoever merges.

    Who has read what stands now has said what they think of it; so what counts is what the other alone said.
    """
    log = Log(both.log)
    waiting: dict[str, str] = {}
    pairs = (mine, one_text.mine, theirs, one_text.theirs), (theirs, one_text.theirs, mine, one_text.mine)
    for own, own_renamed, other, other_renamed in pairs:
        own_log, other_log = Log(own.log), Log(other.log)
        known = {edit_id(edit) for edit in other_renamed.log}
        said = {edit_id(edit) for edit in own_renamed.log}
        for key, kept in own.extractions.items():
            into = one_text.current.get(key, key)
            before = as_dated(kept, own_log.on(key))
            now = as_dated(both.extractions[into], log.on(into))
            if before is now or before == now:
                continue
            counted = said - known if _tells(other.extractions.get(into), other_log, now) else said
            found = doubted(before, now, log, one_text.names, counted)
            for line, title in found.items():
                waiting[line] = max(waiting.get(line, ""), title)
    return replace(both, log=with_doubted(log, waiting)) if waiting else both


def _tells(read: Extraction | None, log: Log, now: Extraction) -> bool:
    return read is not None and as_dated(read, log.on(now.article.id)) == now
