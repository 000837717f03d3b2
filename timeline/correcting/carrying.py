"""What becomes of corrections when an article is read again: on which events they hold from then on."""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from timeline.correcting.recognising import likeliest, recognised
from timeline.edit_values import lost_mention, written
from timeline.edits import ON_EVENTS, PROGRAM, Corrections, EditKind, followed
from timeline.mentions import Mention, mentions_of
from timeline.model import Extraction

_OF_THEMSELVES = frozenset({EditKind.EVENT, EditKind.ATTACH, EditKind.LOST})
"""Kinds that need no event that was read."""

Step = tuple[EditKind, str, str]
"""Kind, target and value of an edit."""


def carrying(
    kept: Extraction, fresh: Extraction, held: Mapping[str, Corrections], to: Mapping[str, str]
) -> Iterator[Step]:
    """The edits by which corrections on `kept` hold on `fresh`.

    One whose event is not there any more holds on that as which it is recognised; else it is kept what it was, so that
    a person can find it again, or a later reading; of an edited text with the event that it may be now.
    """
    before, after = mentions_of(kept), mentions_of(fresh)
    gone = {key: before[key] for key in _corrected(held, to) if key in before and key not in after}
    missed = {key: mention for key, mention in _missed(held, to, fresh) if key not in after}
    found = recognised({**missed, **gone}, before, after) if missed or gone else {}
    offered = likeliest(before, after) if gone.keys() - found.keys() else {}
    for key, edits in sorted(held.items()):
        if key in after and edits.value(EditKind.LOST):
            yield EditKind.LOST, key, ""
        attached = edits.get(EditKind.ATTACH)
        if key in after and attached is not None and attached.value and attached.author == PROGRAM:
            yield EditKind.ATTACH, key, ""
    for key, mention in sorted({**missed, **gone}.items()):
        if key in found:
            yield EditKind.ATTACH, key, found[key]
        elif key not in missed:
            yield EditKind.LOST, key, written(replace(mention, likely=offered.get(key, "")))


def _corrected(held: Mapping[str, Corrections], to: Mapping[str, str]) -> set[str]:
    """The events that corrections are about, or speak of."""
    found = set()
    for target, edits in held.items():
        for edit in edits:
            if edit.value and edit.kind in ON_EVENTS - _OF_THEMSELVES:
                found.add(target)
            if edit.kind in (EditKind.JOIN, EditKind.ORDER) and edit.value:
                found.add(followed(to, edit.value.split()[-1]))
    return found


def _missed(held: Mapping[str, Corrections], to: Mapping[str, str], fresh: Extraction) -> Iterator[tuple[str, Mention]]:
    """The events that an earlier reading of the same text missed."""
    for target, edits in held.items():
        if target not in to and (value := edits.value(EditKind.LOST)):
            mention = lost_mention(value)
            if mention.article == fresh.article.id:
                yield target, mention
