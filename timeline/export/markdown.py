"""A chronology in CommonMark, to paste into what one writes.

CommonMark has no footnotes, and their extensions differ. So a citation is a plain number in brackets, such as [3],
that counts through the ordered lists of the section “Sources”, where each article stands once with what is quoted from
it. It reads the same rendered, as plain text, and in a word processor.
"""

from collections.abc import Iterable, Iterator, Sequence

from timeline.accounts import Account, Accounts, Difference, Figure, accounts_of, figures_apart
from timeline.collection import Entry, Timeline
from timeline.correcting.events import agreed
from timeline.correcting.notebook import NOTEBOOK
from timeline.counts import counted
from timeline.dates.edtf import describe, describe_edtf
from timeline.dates.hours import hours
from timeline.denials import denies_itself
from timeline.edits import ACCEPTED, REJECTED, EditKind
from timeline.export.chronology import Section, chronology, is_of_a_day
from timeline.export.commonmark import escape, escape_lines, link
from timeline.export.selection import Selection, selection_of, voice
from timeline.inert import one_line
from timeline.model import Actor, Article, Assertion, Polarity, SourceKind, Span, Status, fold
from timeline.outlets import web_address
from timeline.publishing import publisher_of
from timeline.quoting import within
from timeline.when import Bound, When

_SHORTEST_SURNAME = 3


def write_markdown(timeline: Timeline, entries: Sequence[Entry], *, notes: bool = False) -> str:
    """The chronology of `entries`: events by date, undated ones last by article, then the cast and the sources.

    A person's `notes` are theirs, and left out unless they are asked for.
    """
    selection = selection_of(timeline, entries)
    citations = _Citations(timeline, entries, notes=notes)
    undated = [entry for entry in entries if entry.when.is_open]
    without = f"; {len(undated)} without a date" if undated else ""
    blocks = [
        "# Chronology",
        f"{counted(len(entries), 'event')} reported in {_articles(selection)}{without}.",
        *(block for section in chronology(entries) for block in _section(section, citations, level=2)),
        *_undated(undated, citations),
        *_list("Cast", _cast(selection)),
        *_sources(selection, citations),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _articles(selection: Selection) -> str:
    """How many there are, and how many events stand in none."""
    added = selection.article_events[NOTEBOOK]
    read = counted(len(selection.articles) - bool(added), "article")
    return f"{read}; {added} added by hand" if added else read


class _Citations:
    """Sentences quoted, numbered from 1: article by article as these are first cited, in the order of their text."""

    def __init__(self, timeline: Timeline, entries: Sequence[Entry], *, notes: bool) -> None:
        self.timeline = timeline
        self.notes = notes
        """Whether a person's notes stand below their events."""
        spans: dict[str, set[Span]] = {}
        for entry in entries:
            for assertion in entry.assertions:
                spans.setdefault(assertion.article, set()).add(assertion.evidence)
        self._spans = {article: sorted(found) for article, found in spans.items()}
        cited = [(article, span) for article, found in self._spans.items() for span in found]
        self._numbers = {one: number for number, one in enumerate(cited, 1)}

    def cite(self, assertion: Assertion) -> str:
        """The number of an assertion's sentence, in brackets."""
        return f"[{self._numbers[assertion.article, assertion.evidence]}]"

    def quotations(self, article: Article) -> Iterator[str]:
        """An item of the ordered list for each number of an article."""
        for start, end in self._spans.get(article.id, ()):
            yield f"{self._numbers[article.id, (start, end)]}. {escape(article.text[start:end])}"


def _section(section: Section, citations: _Citations, level: int) -> Iterator[str]:
    yield f"{'#' * level} {escape(section.heading)}"
    lines = (_line(one, citations, under_day=section.is_day and is_of_a_day(one.when)) for one in section.entries)
    yield "\n".join(lines)
    for below in section.sections:
        yield from _section(below, citations, level + 1)


def _list(heading: str, items: Iterable[str]) -> Iterator[str]:
    lines = "\n".join(items)
    if lines:
        yield f"## {heading}"
        yield lines


def _undated(entries: Sequence[Entry], citations: _Citations) -> Iterator[str]:
    """Events without a date, under the article that leads for them."""
    by_article: dict[str, list[Entry]] = {}
    for entry in entries:
        by_article.setdefault(entry.lead.article, []).append(entry)
    if by_article:
        yield "## Undated"
    for name, group in by_article.items():
        article = citations.timeline.articles[name]
        heading = "Added by hand" if name == NOTEBOOK else f"{_outlet(article, citations)}, {_published(article)}"
        yield f"### {heading}"
        yield "\n".join(_line(entry, citations, within=article) for entry in group)


def _line(entry: Entry, citations: _Citations, *, under_day: bool = False, within: Article | None = None) -> str:
    """An event: its date unless the heading says it, what is said of it, who says so; `within` an article's heading."""
    date = _time_of_day(entry.when) if under_day else _date(entry, citations.timeline, within)
    accounts = accounts_of(entry, citations.timeline) if entry.is_told_again else Accounts((), frozenset())
    remarks = [*_remarks(entry), *_actors(entry, citations.timeline, accounts), *_differing(accounts)]
    sentences = [
        f"**{escape(date)}.**" if date else "",
        "★" if entry.starred else "",
        escape(entry.title),
        f"*({'; '.join(remarks)})*" if remarks else "",
        _after_dash("; ".join(_vouchers(entry, citations, within, accounts))),
    ]
    line = "- " + " ".join(sentence for sentence in sentences if sentence)
    below = [f"Note: {escape_lines(entry.note, '    ')}"] if citations.notes and entry.note.strip() else []
    below += [f"Tags: {escape(', '.join(entry.tags))}"] if entry.tags else []
    return "".join((line, *(f"\n  - {one}" for one in below)))


def _after_dash(vouchers: str) -> str:
    return vouchers if vouchers.startswith("[") else f"— {vouchers}"


def _differing(accounts: Accounts) -> Iterator[str]:
    """Wherein those who tell it can't all be right."""
    if told := [str(one) for one in Difference if one in accounts.differing]:
        yield f"accounts differ in {' and '.join((', '.join(told[:-1]), told[-1]) if told[1:] else told)}"


def _actors(entry: Entry, timeline: Timeline, accounts: Accounts) -> Iterator[str]:
    """Those who take part and are not named by the title, nor counted otherwise by others."""
    title = fold(entry.title)
    counts = {fold(_words(one, figure)) for one, figures in _apart(accounts) for figure in figures}
    actors = dict.fromkeys(timeline.actors[part.actor] for part in entry.participants)
    unnamed = [
        escape(actor.name)
        for actor in actors
        if not any(fold(name) in title for name in _calls(actor)) and fold(actor.name) not in counts
    ]
    if unnamed:
        yield f"{'actor' if len(unnamed) == 1 else 'actors'}: {', '.join(dict.fromkeys(unnamed))}"


def _calls(actor: Actor) -> Iterator[str]:
    """What an actor is called: their names, and a surname."""
    yield from (actor.name, *actor.aliases)
    yield from (name for name in actor.name.split()[-1:] if len(name) >= _SHORTEST_SURNAME)


def _date(entry: Entry, timeline: Timeline, within: Article | None) -> str:
    """The date in words; of an undated event, the words that would date it."""
    if not entry.when.is_open:
        return describe(entry.when)
    if entry.lead.time is None:
        return ""
    article = timeline.article_of(entry.lead)
    words = f"“{article.time_expressions[entry.lead.time].text}”"
    return words if article.published or within is not None else f"{words} of an undated article"


def _time_of_day(when: When) -> str:
    """The hours alone, of a time whose day the heading says."""
    told = hours(when.edtf)
    return f"between {told.replace('–', ' and ')}" if when.bound is Bound.BETWEEN else told


def _remarks(entry: Entry) -> list[str]:
    """What keeps a line from being a plain fact on a certain day."""
    denied = entry.polarity is Polarity.NEGATIVE
    return [
        *([] if entry.status == Status.OCCURRED else [str(entry.status)]),
        *(["denied, or did not happen"] if denied and not denies_itself(entry.title) else []),
        *(["date uncertain"] if entry.when.edtf.startswith("[") else []),
        *(f"in {escape(place)}" for place in (entry.place,) if place),
        *(["rejected"] if entry.review == REJECTED else []),
    ]


def _apart(accounts: Accounts) -> Iterator[tuple[Account, tuple[Figure, ...]]]:
    """Each account with the figures that another has otherwise."""
    return zip(accounts.each, figures_apart(accounts), strict=True)


def _words(account: Account, figure: Figure) -> str:
    """A figure and of what, as an article has it: `four workers`."""
    return f"{account.article.text[slice(*figure.span)]} {figure.of}".strip()


def _vouchers(entry: Entry, citations: _Citations, within: Article | None, accounts: Accounts) -> Iterator[str]:
    """Each source with its citations, and with its own figures, date or status where these differ.

    Below the heading of an article that article needs no name, nor whoever it quotes its name beside theirs.
    """
    cited: dict[str, list[str]] = {}
    counts = {
        one.assertion.id: [f"“{escape(_words(one, each))}”" for each in figures] for one, figures in _apart(accounts)
    }
    for assertion in entry.assertions:
        differs = list(counts.get(assertion.id, ()))
        if assertion.status != entry.status and EditKind.STATUS not in entry.set_by_person:
            differs.append(f"as {assertion.status}")
        when = agreed(assertion.when) if entry.review == ACCEPTED else assertion.when
        if when.edtf != entry.when.edtf and when.edtf and not entry.dated_by_person:
            differs.append(f"dated {escape(describe(when))}")
        name = ", ".join(part for part in (escape(_voice(citations.timeline, assertion, within)), *differs) if part)
        cited.setdefault(name, []).append(citations.cite(assertion))
    for name, numbers in cited.items():
        yield f"{name} {', '.join(dict.fromkeys(numbers))}".strip()


def _voice(timeline: Timeline, assertion: Assertion, within: Article | None) -> str:
    if within is None or assertion.article != within.id:
        return voice(timeline, assertion)
    source = timeline.sources[assertion.source]
    return "" if source.kind is SourceKind.OUTLET else one_line(source.name)


def _cast(selection: Selection) -> Iterator[str]:
    """The actors, those of most events first; on one line those of whom nothing is known but that they took part."""
    actors = sorted(selection.actors, key=lambda actor: (-selection.actor_events[actor.id], actor.name, actor.id))
    others = []
    for actor in actors:
        if selection.actor_events[actor.id] > 1 or actor.titles or actor.aliases:
            yield _actor(actor, selection)
        else:
            others.append(f"{escape(actor.name)} ({actor.kind})")
    if others:
        yield f"- In one event each: {', '.join(others)}"


def _actor(actor: Actor, selection: Selection) -> str:
    titles = "".join(f", {escape(title)}" for title in actor.titles)
    also = f"; also {', '.join(map(escape, actor.aliases))}" if actor.aliases else ""
    return (
        f"- **{escape(actor.name)}**{titles} ({actor.kind}{also}): {counted(selection.actor_events[actor.id], 'event')}"
    )


def _sources(selection: Selection, citations: _Citations) -> Iterator[str]:
    """Each article once, with whom it quotes and the sentences that are cited from it."""
    quoted: dict[str, dict[str, None]] = {}
    for assertion in selection.assertions:
        source = citations.timeline.sources[assertion.source]
        if source.kind is not SourceKind.OUTLET:
            quoted.setdefault(assertion.article, {})[escape(one_line(source.name))] = None
    if selection.articles:
        yield "## Sources"
    for article in selection.articles:
        authors = f", by {escape(', '.join(article.authors))}" if article.authors else ""
        names = quoted.get(article.id, {})
        quotes = f", quoting {', '.join(names)}" if names else ""
        yield "### Added by hand" if article.id == NOTEBOOK else f"### {_article(article, citations)}{authors}"
        yield f"{counted(selection.article_events[article.id], 'event')}{quotes}."
        yield "\n".join(citations.quotations(article))


def _article(article: Article, citations: _Citations) -> str:
    """Outlet, title and date, linked if it is on the web."""
    address, title, outlet = web_address(article), article.title.strip(), publisher_of(article, citations.timeline)
    if not title or title == outlet:
        return f"{link(one_line(outlet), address)}, {_published(article)}"
    return f"{_outlet(article, citations)}, “{link(within(title), address)}”, {_published(article)}"


def _outlet(article: Article, citations: _Citations) -> str:
    return escape(one_line(publisher_of(article, citations.timeline)))


def _published(article: Article) -> str:
    return describe_edtf(article.published.date.isoformat()) if article.published else "undated"
