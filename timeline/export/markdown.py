"""A chronology in CommonMark, to paste into what one writes.

CommonMark has no footnotes, and their extensions differ. So a citation is a plain number in brackets, such as [3],
that counts in the ordered list of the section “Quotations”. It reads the same rendered, as plain text, and in a word
processor.
"""

from collections.abc import Iterable, Iterator, Sequence

from timeline.collection import Entry, Timeline
from timeline.counts import counted
from timeline.dates.edtf import describe, describe_edtf
from timeline.export.chronology import Section, chronology
from timeline.export.commonmark import escape, link
from timeline.export.selection import Selection, outlet, selection_of, voice, web_address
from timeline.model import Actor, Article, Assertion, Polarity, SourceKind, Status
from timeline.when import Precision, When

_QUOTATIONS = "Quotations"


def write_markdown(timeline: Timeline, entries: Sequence[Entry]) -> str:
    """The chronology of `entries`: events by date, undated ones last, then the cast, the sources and the quotations."""
    selection = selection_of(timeline, entries)
    citations = _Citations(timeline)
    blocks = [
        "# Chronology",
        f"{counted(len(entries), 'event')} reported in {counted(len(selection.articles), 'article')}.",
        *(block for section in chronology(entries) for block in _section(section, citations, level=2)),
        *_list("Undated", (_line(entry, citations) for entry in entries if entry.when.is_open)),
        *_list("Cast", (_actor(actor, selection) for actor in _by_events(selection))),
        *_list("Sources", _sources(selection)),
        *_list(_QUOTATIONS, citations.quotations()),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


class _Citations:
    """Sentences quoted, numbered from 1 in the order in which they are first cited."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self._numbers: dict[tuple[str, tuple[int, int]], int] = {}
        self._cited: list[Assertion] = []

    def cite(self, assertion: Assertion) -> str:
        """The number of an assertion's sentence, in brackets."""
        key = (assertion.article, assertion.evidence)
        if key not in self._numbers:
            self._cited.append(assertion)
            self._numbers[key] = len(self._cited)
        return f"[{self._numbers[key]}]"

    def quotations(self) -> Iterator[str]:
        """An item of the ordered list for each number."""
        for number, assertion in enumerate(self._cited, 1):
            sentence = escape(self.timeline.evidence_of(assertion))
            yield f"{number}. {_article(self.timeline.article_of(assertion))}: “{sentence}”"


def _section(section: Section, citations: _Citations, level: int) -> Iterator[str]:
    yield f"{'#' * level} {escape(section.heading)}"
    yield "\n".join(_line(entry, citations, under_day=section.is_day) for entry in section.entries)
    for below in section.sections:
        yield from _section(below, citations, level + 1)


def _list(heading: str, items: Iterable[str]) -> Iterator[str]:
    lines = "\n".join(items)
    if lines:
        yield f"## {heading}"
        yield lines


def _line(entry: Entry, citations: _Citations, *, under_day: bool = False) -> str:
    """An event: its date unless the heading says it, what is said of it, who took part, who says so."""
    timeline = citations.timeline
    date = _time_of_day(entry.when) if under_day else _date(entry, timeline)
    remarks = _remarks(entry)
    actors = dict.fromkeys(escape(timeline.actors[part.actor].name) for part in entry.participants)
    sentences = [
        f"**{escape(date)}.**" if date else "",
        "★" if entry.starred else "",
        escape(entry.title.rstrip(".")) + (f" *({'; '.join(remarks)})*." if remarks else _full_stop(entry.title)),
        f"Actors: {', '.join(actors)}." if actors else "",
        f"Source: {'; '.join(_vouchers(entry, citations))}.",
    ]
    line = "- " + " ".join(sentence for sentence in sentences if sentence)
    return f"{line}\n  - Note: {escape(entry.note)}" if entry.note.strip() else line


def _full_stop(title: str) -> str:
    return "" if title.endswith(("…", "?", "!")) else "."


def _date(entry: Entry, timeline: Timeline) -> str:
    """The date in words; of an undated event, the words that would date it."""
    if not entry.when.is_open:
        return describe(entry.when)
    if entry.lead.time is None:
        return ""
    article = timeline.article_of(entry.lead)
    words = f"“{article.time_expressions[entry.lead.time].text}”"
    return words if article.published else f"{words} of an undated article"


def _time_of_day(when: When) -> str:
    return when.edtf.partition("T")[2][:5] if when.precision == Precision.TIME else ""


def _remarks(entry: Entry) -> list[str]:
    """What keeps a line from being a plain fact on a certain day."""
    return [
        *([] if entry.status == Status.OCCURRED else [str(entry.status)]),
        *(["denied, or did not happen"] if entry.polarity == Polarity.NEGATIVE else []),
        *(["date uncertain"] if entry.when.is_uncertain and not _is_said_as_a_bound(entry.when) else []),
        *(["date set by hand"] if entry.dated_by_person else []),
    ]


def _is_said_as_a_bound(when: When) -> bool:
    """Whether nothing is uncertain but what *by* and *before* in front of the date say already."""
    return when.bound is not None and not when.candidates and not any(mark in when.edtf for mark in "?~%")


def _vouchers(entry: Entry, citations: _Citations) -> Iterator[str]:
    """Each source with its citations, and with its own date or status where these differ from the line's."""
    cited: dict[str, list[str]] = {}
    for assertion in entry.assertions:
        differs = []
        if assertion.status != entry.status:
            differs.append(f"as {assertion.status}")
        if assertion.when.edtf != entry.when.edtf and assertion.when.edtf and not entry.dated_by_person:
            differs.append(f"dated {escape(describe(assertion.when))}")
        name = ", ".join([escape(voice(citations.timeline, assertion)), *differs])
        cited.setdefault(name, []).append(citations.cite(assertion))
    for name, numbers in cited.items():
        yield f"{name} {', '.join(dict.fromkeys(numbers))}"


def _by_events(selection: Selection) -> list[Actor]:
    return sorted(selection.actors, key=lambda actor: (-selection.actor_events[actor.id], actor.name, actor.id))


def _actor(actor: Actor, selection: Selection) -> str:
    details = ", ".join([actor.kind, *map(escape, actor.titles)])
    also = f"; also {', '.join(map(escape, actor.aliases))}" if actor.aliases else ""
    return f"- **{escape(actor.name)}** ({details}{also}): {counted(selection.actor_events[actor.id], 'event')}"


def _sources(selection: Selection) -> Iterator[str]:
    for article in selection.articles:
        authors = f", by {escape(', '.join(article.authors))}" if article.authors else ""
        yield f"- {_article(article)}{authors}: {counted(selection.article_events[article.id], 'event')}"
    for source in selection.sources:
        if source.kind != SourceKind.OUTLET:
            count = counted(selection.source_events[source.id], "event")
            yield f"- {escape(source.name)} ({source.kind}): {count}"


def _article(article: Article) -> str:
    """Outlet, title and date, linked if it is on the web."""
    date = describe_edtf(article.published.date.isoformat()) if article.published else "undated"
    address = web_address(article)
    if not article.title.strip():
        return f"{link(outlet(article), address)}, {date}"
    return f"{escape(outlet(article))}, “{link(article.title, address)}”, {date}"
