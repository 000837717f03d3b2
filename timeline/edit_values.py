"""What the value of an edit may be, by its kind, and how it is kept."""

import datetime as dt
from collections.abc import Callable, Mapping
from enum import StrEnum

import msgspec

from timeline.dates import edtf
from timeline.edits import ACCEPTED, AFTER, BEFORE, CHANGED, NONE, REJECTED, WITH_PART, YES, EditKind
from timeline.mentions import Mention
from timeline.model import ActorKind, Participant, Polarity, Role, SourceKind, Status


class EventByHand(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An event that a person added, as it was when they did; later edits correct it like any other."""

    title: str
    date: str = ""
    """EDTF; empty for an undated one."""
    status: Status = Status.OCCURRED
    polarity: Polarity = Polarity.POSITIVE
    participants: tuple[Participant, ...] = ()
    article: str = ""
    """Id of the article that tells of it, if one does."""
    passage: str = ""
    """What that says, word by word."""


def checked_value(kind: EditKind, value: str) -> str:
    """`value` as it is kept in the log.

    Raises:
        ValueError: no such value for this kind of edit; the message says why.
    """
    value = value.strip()
    value.encode()  # half a surrogate pair is no text that can be kept
    return _FORMS[kind](value) if value else ""


def checked_part(kind: EditKind, part: str) -> str:
    """`part` as it is kept in the log.

    Raises:
        ValueError: a kind needs one, or has none.
    """
    part = _tag(part) if kind is EditKind.TAG else part.strip()
    if bool(part) is not (kind in WITH_PART):
        raise ValueError(f"“{kind}” {'needs a' if kind in WITH_PART else 'has no'} part of its target")
    return part


def by_hand(value: str) -> EventByHand:
    """The event that the value of an edit describes. Raises ValueError."""
    try:
        event = msgspec.json.decode(value, type=EventByHand)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise ValueError(f"it is no event: {error}") from None
    if not event.title.strip():
        raise ValueError("an event needs a title")
    if event.passage and not event.article:
        raise ValueError("a passage needs its article")
    if event.date:
        edtf.parse(event.date)
    return event


def written_by_hand(event: EventByHand) -> str:
    """The value of the edit that adds it."""
    return msgspec.json.encode(msgspec.structs.replace(event, title=_line(event.title))).decode()


def lost_mention(value: str) -> Mention:
    """The mention that the value of an edit describes. Raises ValueError."""
    try:
        return msgspec.json.decode(value, type=Mention)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise ValueError(f"it is no mention of an event: {error}") from None


def written(mention: Mention) -> str:
    """The value of the edit that keeps it."""
    return msgspec.json.encode(mention).decode()


def _text(value: str) -> str:
    return value


def _lines(value: str) -> str:
    """Some lines of text, whatever ends a line where it was written."""
    return "\n".join(line.rstrip() for line in value.splitlines())


def _line(value: str) -> str:
    return " ".join(value.split())


def _tag(value: str) -> str:
    """Without the mark that it is shown with."""
    return _line(value).lower().lstrip("#").lstrip()


def _dated(value: str) -> str:
    edtf.parse(value)
    return value


def _day(value: str) -> str:
    try:
        return dt.date.fromisoformat(value).isoformat()
    except ValueError:
        raise ValueError(f"“{value}” is not a day such as 2019-01-28") from None


def _one_of(*choices: str) -> Callable[[str], str]:
    def chosen(value: str) -> str:
        if value not in choices:
            *others, last = (f"“{choice}”" for choice in choices)
            known = f"{', '.join(others)} or {last}" if others else last
            raise ValueError(f"“{value}” is neither {known} nor empty")
        return value

    return chosen


def _member(members: type[StrEnum]) -> Callable[[str], str]:
    return _one_of(*(member.value for member in members))


def _placed(value: str) -> str:
    side, _, event = value.partition(" ")
    if side not in (BEFORE, AFTER) or not event.strip():
        raise ValueError(f"“{value}” is not “{BEFORE}” or “{AFTER}” and an event")
    return f"{side} {event.strip()}"


def _by_hand(value: str) -> str:
    return written_by_hand(by_hand(value))


def _lost(value: str) -> str:
    return written(lost_mention(value))


_FORMS: Mapping[EditKind, Callable[[str], str]] = {
    EditKind.STAR: _one_of(YES),
    EditKind.HIDE: _one_of(YES),
    EditKind.NOTE: _lines,
    EditKind.TAG: _one_of(YES),
    EditKind.REVIEW: _one_of(ACCEPTED, REJECTED, CHANGED),
    EditKind.DATE: _dated,
    EditKind.TITLE: _line,
    EditKind.STATUS: _member(Status),
    EditKind.POLARITY: _member(Polarity),
    EditKind.SOURCE: _line,
    EditKind.PLACE: _line,
    EditKind.ROLE: _one_of(*(role.value for role in Role), NONE),
    EditKind.ORDER: _placed,
    EditKind.JOIN: _line,
    EditKind.SPLIT: _one_of(YES),
    EditKind.EVENT: _by_hand,
    EditKind.ATTACH: _line,
    EditKind.LOST: _lost,
    EditKind.PUBLISHED: _day,
    EditKind.REMOVE: _one_of(YES),
    EditKind.HEADLINE: _line,
    EditKind.OUTLET: _line,
    EditKind.ACTOR: _line,
    EditKind.ACTOR_NAME: _line,
    EditKind.ACTOR_KIND: _member(ActorKind),
    EditKind.ACTOR_JOIN: _line,
    EditKind.ACTOR_SPLIT: _one_of(YES),
    EditKind.SOURCE_NAME: _line,
    EditKind.SOURCE_KIND: _member(SourceKind),
    EditKind.SOURCE_JOIN: _line,
    EditKind.MERGE: _text,
}
