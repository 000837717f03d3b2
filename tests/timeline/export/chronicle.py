"""A small timeline to export, and arbitrary ones."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from hypothesis import strategies as st
from msgspec.structs import replace

from extractors.typed_dates.reading import read_typed_date
from tests.timeline.builders import MONDAY, by_metadata, person, reading
from timeline.collection import Entry, Timeline
from timeline.edits import Edit, EditKind
from timeline.entry import WholeEntry
from timeline.model import Extraction, Participant, Role, Status


def timeline_of(readings: Iterable[Extraction], edits: Sequence[Edit] = ()) -> Timeline:
    readings = tuple(readings)
    return Timeline.build(
        articles=[read.article for read in readings],
        actors=[actor for read in readings for actor in read.actors],
        sources=[source for read in readings for source in read.sources],
        events=[event for read in readings for event in read.events],
        assertions=[assertion for read in readings for assertion in read.assertions],
        edits=edits,
    )


def told_of_one(sentences: Iterable[str]) -> tuple[Entry, Timeline]:
    """One event, of which an article tells in each of the sentences."""
    read = reading(*sentences, published=by_metadata(MONDAY))
    first, *others = (event.id for event in read.events)
    joins = [Edit(number=at, kind=EditKind.JOIN, target=one, value=first) for at, one in enumerate(others, 1)]
    timeline = timeline_of([read], joins)
    (entry,) = timeline.entries
    return entry, timeline


def dated(*dates: str) -> tuple[Entry, ...]:
    """An entry for each typed date, with that date for its title."""
    read = reading(*(f"Event {number}." for number in range(len(dates))), published=by_metadata(MONDAY))
    edits = []
    for number, (event, date) in enumerate(zip(read.events, dates, strict=True), 1):
        edtf = read_typed_date(date, anchor=None).edtf
        edits.append(Edit(number=number, kind=EditKind.DATE, target=event.id, value=edtf))
    timeline = timeline_of([read], edits)
    titles = dict(zip((event.id for event in read.events), dates, strict=True))
    corrected = (entry for entry in timeline.entries if isinstance(entry, WholeEntry))
    return tuple(replace(entry, title=titles[entry.id]) for entry in corrected)


def strike() -> Timeline:
    """Two articles, one of them undated, with everything that a line can show."""
    vane, orr = person("Ilse Vane", "Vane", titles=["Mayor"]), person("Tom Orr")
    dated_article = reading(
        "Ilse Vane left Saturday.",
        "Tom Orr met Ilse Vane last week.",
        "The bridge opens today.",
        published=by_metadata(MONDAY),
        publisher="The Quay",
        title="Mayor leaves",
        actors=[vane, orr],
    )
    linked = replace(
        dated_article.article,
        url="https://quay.example/news?a=1&copy=2",
        authors=("Ann Lee",),
        origin="/home/someone/secret/quay.html",
    )
    undated_article = reading(
        "Tom Orr struck a deal Friday.",
        "Nobody paid.",
        name="notes",
        actors=[orr],
        status=Status.ALLEGED,
        speaker="Ada Quill",
    )
    readings = [replace(dated_article, article=linked), undated_article]
    first, second, third = dated_article.events
    edits = [
        Edit(number=1, kind=EditKind.STAR, target=first.id, value="yes"),
        Edit(number=2, kind=EditKind.NOTE, target=first.id, value="Ask her.\n# Really?"),
        Edit(number=3, kind=EditKind.DATE, target=second.id, value="2019-01~"),
        Edit(number=4, kind=EditKind.TITLE, target=third.id, value="The new bridge opens"),
        Edit(number=5, kind=EditKind.STATUS, target=third.id, value="planned"),
        Edit(number=6, kind=EditKind.PLACE, target=third.id, value="Quay *Street*"),
        Edit(number=7, kind=EditKind.TAG, target=third.id, part="works", value="yes"),
        Edit(number=8, kind=EditKind.REVIEW, target=third.id, value="rejected"),
    ]
    return timeline_of(readings, edits)


texts = st.text(max_size=40) | st.sampled_from(
    [
        "*bold* _it_ `code` [a](javascript:alert(1)) ![i](x)",
        "<script>alert(1)</script> <http://evil.example> &copy; &#42;",
        "# heading",
        "- item",
        "1. item\n\n    code",
        "=== \r\n---\r> quote",
        "[1]: http://evil.example",
        "a\\",
        "| a | b |\n|---|---|",
        "```\ncode",
        "~~~",
        "+",
        "12)",
    ]
)


class Hostile(NamedTuple):
    """A timeline whose every text is arbitrary, and these texts."""

    timeline: Timeline
    texts: list[str]


@st.composite
def hostile_timelines(draw: st.DrawFn) -> Hostile:
    """Any text in every place that has one."""
    title, publisher, note, name, alias, sentence, speaker = (draw(texts) for _ in range(7))
    read = reading(sentence or "x", "Saturday.", published=by_metadata(dt.date(2019, 1, 28)), speaker=speaker)
    article = replace(read.article, title=title, publisher=publisher, authors=(alias,), url=draw(texts))
    actor = person(name, alias, titles=[title])
    said = tuple(
        replace(claim, title=title, participants=(Participant(actor.id, Role.AGENT),)) for claim in read.assertions
    )
    whole = replace(read, article=article, assertions=said, actors=(actor,))
    edits = [Edit(number=1, kind=EditKind.NOTE, target=read.events[0].id, value=note)]
    return Hostile(timeline_of([whole], edits), [title, publisher, note, name, alias, sentence, speaker])
