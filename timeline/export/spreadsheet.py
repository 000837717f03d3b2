"""One row an event, for spreadsheets (RFC 4180), in which no cell is a formula."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from timeline.collection import Entry, Timeline
from timeline.dates.edtf import describe
from timeline.inert import one_line
from timeline.outlets import web_address
from timeline.publishing import publisher_of

_FORMULA = re.compile(r"(^|;\s*)(?=[=+@＝＋－＠-])")
"""Where a spreadsheet would begin to compute; one that takes semicolons for the borders of cells, behind those too."""

COLUMNS = (
    "date",
    "edtf",
    "earliest",
    "latest",
    "precision",
    "uncertain",
    "event",
    "status",
    "polarity",
    "actors",
    "sources",
    "outlets",
    "articles",
    "published",
    "urls",
    "quotations",
    "place",
    "tags",
    "starred",
    "note",
    "review",
    "by hand",
    "id",
)


def write_csv(timeline: Timeline, entries: Sequence[Entry]) -> str:
    """A header and a row for each of `entries`; several values in a cell are joined by ` | `."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows([_cell(values) for values in _row(timeline, entry)] for entry in entries)
    return text.getvalue()


def _row(timeline: Timeline, entry: Entry) -> tuple[Iterable[str], ...]:
    """The values of each cell, in the order of `COLUMNS`."""
    when, assertions = entry.when, entry.assertions
    articles = [timeline.article_of(assertion) for assertion in assertions]
    return (
        [describe(when)],
        [when.edtf],
        [when.earliest.isoformat() if when.earliest else ""],
        [when.latest.isoformat() if when.latest else ""],
        [when.precision],
        ["yes" if when.is_uncertain else ""],
        [entry.title],
        [entry.status],
        [entry.polarity],
        [timeline.actors[participant.actor].name for participant in entry.participants],
        [source.name for source in timeline.sources_of(entry)],
        [publisher_of(article, timeline) for article in articles],
        [article.title for article in articles],
        [article.published.date.isoformat() for article in articles if article.published],
        map(web_address, articles),
        map(timeline.evidence_of, assertions),
        [entry.place],
        entry.tags,
        ["yes" if entry.starred else ""],
        [entry.note],
        [entry.review],
        entry.by_hand,
        [entry.id],
    )


def _cell(values: Iterable[str]) -> str:
    """Different values once each; an apostrophe keeps a spreadsheet from computing what begins like a formula."""
    lines = dict.fromkeys(line for value in values if (line := one_line(value)))
    return " | ".join(_FORMULA.sub(r"\1'", line) for line in lines)
