"""The log of corrections as sentences."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from types import MappingProxyType

from timeline.collection import Timeline
from timeline.counts import counted
from timeline.dates.edtf import describe_edtf
from timeline.edit_values import by_hand, lost_mention
from timeline.edits import CHANGED, NONE, Edit, EditKind, carried, followed
from timeline.model import Polarity
from timeline.quoting import quoted

_SOMEBODY = "somebody"

_DAYS = frozenset({EditKind.DATE, EditKind.PUBLISHED})
"""Kinds whose value is a date."""
_IDS = frozenset({EditKind.JOIN, EditKind.ATTACH, EditKind.ACTOR_JOIN, EditKind.SOURCE_JOIN})
"""Kinds whose value is the id of something."""

_SAID: Mapping[EditKind, tuple[str, str]] = {
    EditKind.STAR: ("starred {name}", "took the star from {name}"),
    EditKind.HIDE: ("hid {name}", "showed {name} again"),
    EditKind.NOTE: ("noted on {name}: {value}", "took the note from {name}"),
    EditKind.TAG: ("tagged {name} with #{part}", "took #{part} from {name}"),
    EditKind.REVIEW: ("{value} {name}", "took back what was said of {name} on reviewing it"),
    EditKind.DATE: ("dated {name} {value}", "gave {name} back the date that was read"),
    EditKind.TITLE: ("gave an event the title “{value}”", "gave {name} back the title that was read"),
    EditKind.STATUS: ("called {name} {value}", "gave {name} back the status that was read"),
    EditKind.POLARITY: ("said that {name} {value}", "left it to the source whether {name} happened"),
    EditKind.SOURCE: ("named {value} as the source of {name}", "gave {name} back the source that was read"),
    EditKind.PLACE: ("put {name} in the place {value}", "took the place from {name}"),
    EditKind.ROLE: ("made {part} {value} in {name}", "gave {part} back the role in {name} that was read"),
    EditKind.ORDER: ("put {name} {value}", "put {name} back in its place on its day"),
    EditKind.JOIN: ("joined {name} to {value}", "took {name} out of what it was joined to"),
    EditKind.SPLIT: ("set {name} apart", "put {name} back with what it was read with"),
    EditKind.EVENT: ("added {name}", "took out {name}, which had been added"),
    EditKind.ATTACH: ("carried the corrections of {name} over to {value}", "took the corrections of {name} back"),
    EditKind.PUBLISHED: ("dated the article {name} {value}", "took the date from the article {name}"),
    EditKind.REMOVE: ("removed the article {name}", "brought the article {name} back"),
    EditKind.HEADLINE: ("gave an article the title “{value}”", "gave the article {name} back its title"),
    EditKind.OUTLET: ("named {value} as the outlet of the article {name}", "gave the article {name} back its outlet"),
    EditKind.ACTOR: ("added the actor {name}", "took out the actor {name}, who had been added"),
    EditKind.ACTOR_NAME: ("gave an actor the name “{value}”", "gave the actor {name} back the name that was read"),
    EditKind.ACTOR_KIND: ("said that {name} is of kind {value}", "gave {name} back the kind that was read"),
    EditKind.ACTOR_JOIN: ("said that {name} and {value} are one actor", "said that {name} is an actor of their own"),
    EditKind.ACTOR_SPLIT: (
        "said that {name} is somebody else in the article {part}",
        "said that {name} is the same in the article {part}",
    ),
    EditKind.SOURCE_NAME: ("gave a source the name “{value}”", "gave the source {name} back the name that was read"),
    EditKind.LOST: ("did not find {name} again", "found {name} again"),
    EditKind.MERGE: ("merged {name}: {value}", "merged {name}"),
    EditKind.SOURCE_KIND: ("said that the source {name} is of kind {value}", "gave the source {name} back its kind"),
    EditKind.SOURCE_JOIN: ("said that {name} and {value} are one source", "said that {name} is a source of its own"),
}
"""What an edit of a kind does, and what it does where its value is empty."""

_REPLACING = frozenset(
    {EditKind.NOTE, EditKind.TITLE, EditKind.STATUS, EditKind.SOURCE, EditKind.PLACE, EditKind.HEADLINE}
    | {EditKind.OUTLET, EditKind.ACTOR_NAME, EditKind.ACTOR_KIND, EditKind.SOURCE_NAME, EditKind.SOURCE_KIND}
    | _DAYS
)
"""Kinds of which it is told what was there before."""

_HAPPENED = {Polarity.POSITIVE: "happened", Polarity.NEGATIVE: "did not happen"}


def told_then(log: Sequence[Edit]) -> Mapping[int, str]:
    """By the number of an edit, what its line told when it was made, where that is told otherwise now.

    What was carried over to another line is called as it was before.
    """
    to = carried(log)
    titles: dict[str, str] = {}
    then: dict[int, str] = {}
    for edit in reversed(log):
        target = followed(to, edit.target)
        if target in titles:
            then[edit.number] = titles[target]
        if (edit.kind, edit.value) == (EditKind.REVIEW, CHANGED) and edit.before:
            titles[target] = edit.before
    lost = {edit.target: lost_mention(edit.value).title for edit in log if edit.kind is EditKind.LOST and edit.value}
    attached = (edit for edit in log if edit.kind is EditKind.ATTACH and edit.target in lost)
    return then | {edit.number: lost[edit.target] for edit in attached}


def sentence(edit: Edit, timeline: Timeline, then: Mapping[int, str] = MappingProxyType({})) -> str:
    """What was done, by whom, to what: `ann dated “The ferry sank” Sat 26 Jan 2019, before: Fri 25 Jan 2019`."""
    said = f"{edit.author or _SOMEBODY} {done(edit, timeline, then.get(edit.number, ''))}"
    return f"{said} (taken back)" if edit.undone else said


def done(edit: Edit, timeline: Timeline, called: str = "") -> str:
    """What was done, without by whom; `called` is what it was done to, if that is called otherwise by now."""
    made, unmade = _SAID[edit.kind]
    if (edit.kind, edit.value) == (EditKind.REVIEW, CHANGED):
        made = "put {name} back to review, as it is told otherwise now" + (", before: {before}" if edit.before else "")
    if edit.kind is EditKind.MERGE and edit.before:
        made = "took in a later text of {name}: {value}"
    if (edit.kind, edit.value) == (EditKind.ROLE, NONE):
        made = "took {part} out of {name}"
    part = edit.part if edit.kind is EditKind.TAG else quoted(named(edit.part, timeline))
    said = (made if edit.value else unmade).format(
        name=quoted(called or _target(edit, timeline)),
        value=_value(edit.kind, edit.value, timeline),
        part=part,
        before=quoted(edit.before),
    )
    if edit.before and edit.kind in _REPLACING:
        return f"{said}, before: {_value(edit.kind, edit.before, timeline)}"
    return said


def staying(merge: Edit, articles: Sequence[str], timeline: Timeline) -> str:
    """Of these articles, what did not change when a merge was taken back, or made again; empty if there are none."""
    if not articles:
        return ""
    one = len(articles) == 1
    they = quoted(named(articles[0], timeline)) if one else counted(len(articles), "article")
    if not merge.undone:
        return f"; {they} {'was' if one else 'were'} there already"
    return (
        f"; {they} {'stays: it was' if one else 'stay: they were'} added by {'itself' if one else 'themselves'} since"
    )


def _value(kind: EditKind, value: str, timeline: Timeline) -> str:
    if not value:
        return ""
    if kind in _DAYS:
        return describe_edtf(value)
    if kind in _IDS:
        return quoted(named(value, timeline))
    if kind is EditKind.POLARITY:
        return _HAPPENED[Polarity(value)]
    if kind is EditKind.ORDER:
        side, _, event = value.partition(" ")
        return f"{side} {quoted(named(event, timeline))}"
    return value


def _target(edit: Edit, timeline: Timeline) -> str:
    known = "" if edit.kind is EditKind.MERGE else timeline.name_of(edit.target)
    if not known:
        if edit.kind is EditKind.ACTOR:
            return edit.value or edit.before or edit.target
        if edit.kind is EditKind.EVENT:
            with suppress(ValueError):
                return by_hand(edit.value or edit.before).title
    return known or edit.target


def named(target: str, timeline: Timeline) -> str:
    """What a person calls an event, article, actor or source, also one that is not shown; its id where nobody knows."""
    return timeline.name_of(target) or target
