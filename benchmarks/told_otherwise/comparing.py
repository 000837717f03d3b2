"""The lines of two readings of one article beside each other, and in what they differ."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from benchmarks.told_otherwise.changes import Change, Said
from benchmarks.told_otherwise.edits import Retold
from benchmarks.told_otherwise.times import later_again
from benchmarks.told_otherwise.told import Told
from timeline.model import Assertion, Span, fold

FIELDS = ("date", "status", "polarity", "source", "title", "actors")


class Pair(NamedTuple):
    """A line as it was and as it is told otherwise; None for one that is not there."""

    before: Assertion | None
    after: Assertion | None
    differs: tuple[str, ...]
    touched: bool
    """Whether its sentence was told otherwise."""

    @property
    def is_same(self) -> bool:
        """Whether nothing differs."""
        return self.before is not None and self.after is not None and not self.differs


def pairs(change: Change, before: Told, after: Told, text: Retold) -> Iterator[Pair]:
    """Each line of both readings, those with one trigger together."""
    says = change.says(before)
    left = {one.trigger: one for one in after.extraction.assertions}
    for line in before.extraction.assertions:
        place = text.moved(line.trigger)
        touched = any(edit.start <= line.evidence[1] and line.evidence[0] <= edit.end for edit in text.edits)
        trigger = next((span for span in left if _touch(span, place)), None)
        if trigger is None:
            yield Pair(line, None, (), touched)
        else:
            other = left.pop(trigger)
            was = _seen(before, line, says, change)
            now = _seen(after, other, lambda text: text, change)
            if change.years_back:
                now["date"] = later_again(now["date"])
            yield Pair(line, other, tuple(field for field in FIELDS if was[field] != now[field]), touched)
    for line in left.values():
        yield Pair(None, line, (), False)


def _seen(told: Told, line: Assertion, says: Said, change: Change) -> dict[str, str]:
    extraction = told.extraction
    named = {actor.id: actor.name for actor in extraction.actors}
    sources = {source.id: source.name for source in extraction.sources if source.kind != "outlet"}
    taking_part = {f"{named[one.actor]} {one.role.value}" for one in line.participants}
    return {
        "date": line.when.edtf,
        "status": line.status.value,
        "polarity": line.polarity.value,
        "source": _plain(says(sources.get(line.source, "")), in_order=True),
        "title": _plain(says(line.title), in_order=change.in_order),
        "actors": "; ".join(sorted(_plain(says(one), in_order=True) for one in taking_part)),
    }


def _plain(text: str, *, in_order: bool) -> str:
    """Words without what is set otherwise; where their order may change, in that of the alphabet."""
    text = re.sub("[“”]", '"', re.sub("[‘’]", "'", fold(text))).replace("\u00ad", "")
    text = re.sub(r"\ ?—\ ?|\ [–-]\ ", " - ", text).replace("–", "-")
    words = text.split()
    return " ".join(words) if in_order else " ".join(sorted(word.strip(",.") for word in words))


def _touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
