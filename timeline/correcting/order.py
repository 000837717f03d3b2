"""Where lines stand: by time, and within a day as a person ordered them."""

import math
from collections.abc import Callable, Collection, Iterator, Mapping
from operator import itemgetter

from timeline.blocks import Blocks
from timeline.correcting.held import Held
from timeline.dates import edtf
from timeline.dates.hours import first_hour
from timeline.edits import AFTER, EditKind, followed
from timeline.entry import Entry
from timeline.when import When

Place = tuple[float | str, ...]

_MANY = 1_000
"""From so many new entries on, sorting all is faster than finding each one's place."""


def place(entry: Entry, moved: Mapping[str, Place]) -> Place:
    """What entries are sorted by: of those that start on one day the longer come first; `moved` ones go elsewhere.

    What has an hour stands by it, behind what has none. What is over *by* a day, or *before* the next, stands behind
    all that is of that day.

    It ends in 0, so that what was moved before or after it has a place between it and the next.
    """
    elsewhere = moved.get(entry.id)
    if elsewhere is not None:
        return elsewhere
    return (*_time_of(entry.when), *entry.stands, entry.id, 0)


def _time_of(when: When) -> Place:
    first, last = edtf.span_of(when) if when.edtf else (None, None)
    end = math.inf if last is None else last
    hour, is_over_by = first_hour(when.edtf) if "T" in when.edtf else "", first is None and last is not None
    return _start(first, last), is_over_by and not hour, hour, is_over_by, -end


def _places_of(entries: Collection[Entry], moved: Mapping[str, Place]) -> Callable[[Entry], Place]:
    """The same for many entries, of which many have a time that is not only equal but the same."""
    times = {id(entry.when): entry.when for entry in entries}
    known = {key: _time_of(when) for key, when in times.items()}

    def place_of(entry: Entry) -> Place:
        if moved and entry.id in moved:
            return moved[entry.id]
        return (*known[id(entry.when)], *entry.stands, entry.id, 0)

    return place_of


def _by_time(entries: Collection[Entry]) -> Iterator[Entry]:
    """Entries in their places, none of which was moved: those of one time among themselves, of which there are few."""
    times = {id(entry.when): entry.when for entry in entries}
    groups: dict[Place, list[Entry]] = {}
    of_when = {key: groups.setdefault(_time_of(when), []) for key, when in times.items()}
    for entry in entries:
        of_when[id(entry.when)].append(entry)
    for _, group in sorted(groups.items(), key=itemgetter(0)):
        yield from sorted(group, key=lambda entry: (*entry.stands, entry.id)) if len(group) > 1 else group


def start_of(when: When) -> float:
    """By which day, by number, a time has its place: the first, or the last where it is open to the past."""
    return _start(*edtf.span_of(when)) if when.edtf else math.inf


def _start(first: int | None, last: int | None) -> float:
    return first if first is not None else math.inf if last is None else last


def moved_places(held: Held, entries: Mapping[str, Entry], to: Mapping[str, str]) -> dict[str, Place]:
    """By event that a person moved before or after another of its day: its place.

    A move beside what starts on another day is none; of some that lead in a circle the latest holds.
    """
    moves = {
        target: edit
        for target, edits in held.of(EditKind.ORDER).items()
        if (edit := edits.get(EditKind.ORDER)) and edit.value
    }
    moved: dict[str, Place] = {}
    beside_of = {target: followed(to, edit.value.partition(" ")[2]) for target, edit in moves.items()}
    for target in sorted(moves, key=lambda one: -moves[one].number):
        way: list[str] = []
        last = target
        while last in moves and last in entries and last not in moved and last not in way:
            way.append(last)
            last = beside_of[last]
        for one in reversed(way):
            beside = beside_of[one]
            anchor = entries.get(beside)
            if anchor is None or (beside in way and beside not in moved and way.index(beside) <= way.index(one)):
                continue
            there = place(anchor, moved)
            if there[0] == place(entries[one], {})[0]:
                number = moves[one].number
                side = (1, -number) if moves[one].value.startswith(AFTER) else (-1, number)
                moved[one] = (*there[:-1], *side, 0)
    return moved


def in_places(
    entries: Blocks[Entry],
    outdated: Collection[Entry],
    fresh: Collection[Entry],
    before: Mapping[str, Place],
    now: Mapping[str, Place],
) -> Blocks[Entry]:
    """`entries` without the `outdated` and with the `fresh` ones, sorted; others moved `before` and `now` alike."""
    if len(outdated) + len(fresh) >= min(_MANY, len(entries)):
        gone = {entry.id for entry in outdated}
        kept = [*(entry for entry in entries if entry.id not in gone), *fresh]
        return Blocks(sorted(kept, key=_places_of(kept, now)) if now else _by_time(kept))
    return entries.changed(outdated, fresh, lambda entry: place(entry, before), lambda entry: place(entry, now))
