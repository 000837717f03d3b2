"""The commands `list` and `show`: a look into the timeline without the app."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.counts import counted
from timeline.inert import one_line
from tui.cli.console import folded, on_terminal, say, width
from tui.cli.naming import SHORT_ID, Thing, meant
from tui.cli.options import AsJson, Filter, TimelineFile, chosen, opened

if TYPE_CHECKING:
    from timeline.collection import Entry, Timeline
    from timeline.model import Article, Assertion
    from timeline.store.earlier import Earlier

_DATE_COLUMNS = 24
"""Cells for a date in words: `c. 26 Jan – 3 Feb 2019?`."""
_SAID_COLUMNS = 15
"""Cells that who says so has at least, where it needs them; else a third of what the date leaves."""

EarlierTexts = Annotated[
    bool, typer.Option("--earlier", help="The earlier texts of an article instead.", show_default=False)
]


def list_events(words: Filter = None, as_json: AsJson = False, timeline: TimelineFile = None) -> None:
    """List events in order of time.

    In a pipe the columns are apart by tabs: id, EDTF date, status, title, sources.
    """
    with opened(timeline, read_only=True) as store:
        entries = chosen(store, words)
        if as_json:
            _write_json(store.timeline, entries)
            return
        for entry in entries:
            say(_row(store.timeline, entry) if on_terminal() else _fields(store.timeline, entry))


def show(
    thing: Thing, *, earlier: EarlierTexts = False, as_json: AsJson = False, timeline: TimelineFile = None
) -> None:
    """Show one event or article.

    An event with its evidence and the derivation of its date; an article with its events, and if its text was changed
    since it was added, how many earlier ones are kept.
    """
    from timeline.collection import Entry
    from timeline.store.earlier import texts_of

    with opened(timeline, read_only=True) as store:
        view = store.timeline
        shown = meant(view, thing)
        entries = [shown] if isinstance(shown, Entry) else events_of(view, shown)
        if as_json:
            _write_json(view, entries)
            return
        if isinstance(shown, Entry):
            lines = _event(view, shown)
        else:
            texts = [one for _, one in texts_of(store.contents().earlier, shown.id) if one.text]
            lines = _texts(texts) if earlier else _article(view, shown, entries, len(texts))
        for line in lines:
            say(line)


def events_of(timeline: "Timeline", article: "Article") -> "list[Entry]":
    """The events that an article tells of, in order of time."""
    return [entry for entry in timeline.entries if any(each.article == article.id for each in entry.assertions)]


def _write_json(timeline: "Timeline", entries: "Iterable[Entry]") -> None:
    from timeline.export import export

    say(export(timeline, tuple(entries), "json").removesuffix("\n"))


def _sources(timeline: "Timeline", entry: "Entry") -> str:
    names = dict.fromkeys(one_line(timeline.sources[assertion.source].name) for assertion in entry.assertions)
    return ", ".join(names)


def _fields(timeline: "Timeline", entry: "Entry") -> str:
    status = f"{entry.status}" if entry.polarity == "pos" else f"{entry.status}, denied"
    return "\t".join(map(one_line, (entry.id, entry.when.edtf, status, entry.title, _sources(timeline, entry))))


def _row(timeline: "Timeline", entry: "Entry") -> str:
    from rich.cells import cell_len

    from timeline.dates.edtf import describe

    when = describe(entry.when).replace(" (uncertain)", "?")
    start = f"{one_line(entry.id)[:SHORT_ID]}  {_cut(when, _DATE_COLUMNS)}  "
    left = width() - cell_len(start)
    said_by = _sources(timeline, entry)
    said_by = _cut(said_by, min(cell_len(said_by), max(_SAID_COLUMNS, left // 3)))
    status = "" if entry.status == "occurred" else f"{entry.status}: "
    return f"{start}{_cut(f'{status}{one_line(entry.title)}', max(20, left - 2 - cell_len(said_by)))}  {said_by}"


def _cut(text: str, cells: int) -> str:
    """`text` in exactly so many cells, with an ellipsis where it is longer."""
    from rich.cells import cell_len, set_cell_size

    return set_cell_size(text, cells - 1) + "…" if cell_len(text) > cells else set_cell_size(text, cells)


def _event(timeline: "Timeline", entry: "Entry") -> Iterator[str]:
    from timeline.dates.edtf import describe
    from timeline.when import chain

    yield folded(one_line(entry.title))
    yield ""
    edtf = f"  ({entry.when.edtf})" if entry.when.edtf else ""
    yield f"when    {describe(entry.when)}{edtf}{', set by you' if entry.dated_by_person else ''}"
    yield folded(one_line(chain(entry.when.derivation)), "        ")
    if (rated := timeline.confidence_of(entry)) is not None:
        yield folded(rated.says(entry.when), "        ")
    yield f"status  {entry.status}{'' if entry.polarity == 'pos' else ', denied'}"
    if (because := entry.status_because) is not None:
        yield folded(one_line(because.says), "        ")
    for participant in entry.participants:
        yield f"actor   {one_line(timeline.actors[participant.actor].name)} ({participant.role})"
    by_hand = ", ".join((*entry.by_hand, *([entry.looked_at] if entry.review else [])))
    for label, text in (
        ("place", entry.place),
        ("tags", ", ".join(entry.tags)),
        ("note", entry.note),
        ("you", by_hand),
    ):
        for number, one in enumerate(text.splitlines()):
            yield f"{'' if number else label:<7} {one_line(one)}".rstrip()
    for assertion in entry.assertions:
        yield ""
        yield from _evidence(timeline, assertion)


def _evidence(timeline: "Timeline", assertion: "Assertion") -> Iterator[str]:
    from timeline.dates.edtf import describe_edtf
    from timeline.export.selection import voice
    from timeline.model import BASES

    article = timeline.articles[assertion.article]
    start, end = assertion.evidence
    said_in = f"{voice(timeline, assertion)}: {article.title or article.name}"
    yield folded(f"source  {one_line(said_in)}", "", "        ")
    if assertion.source_because is not None:
        yield folded(one_line(assertion.source_because.says), "        ")
    if article.published is not None:
        basis = BASES[article.published.basis]
        yield f"        published {describe_edtf(article.published.date.isoformat())}, {basis}"
    yield folded(f"“{one_line(article.text[start:end])}”", "        ")


def _texts(texts: "Iterable[Earlier]") -> Iterator[str]:
    """Earlier texts, the last one first."""
    for number, one in enumerate(texts):
        yield from ("", "—", "") if number else ()
        if heading := ", ".join(filter(None, (one.title, one.published.isoformat() if one.published else ""))):
            yield folded(one_line(heading))
            yield ""
        yield one.text.removesuffix("\n")


def _article(timeline: "Timeline", article: "Article", entries: "Iterable[Entry]", earlier: int) -> Iterator[str]:
    from timeline.edits import EditKind

    yield folded(_headed(article))
    yield ""
    for label, value in (
        ("id", article.id),
        ("by", ", ".join(article.authors)),
        ("url", article.url),
        ("read", article.origin),
        ("dated", _dated(article) if timeline.knows(EditKind.PUBLISHED, article.id) else ""),
    ):
        if value:
            yield f"{label:<7} {one_line(value)}"
    if earlier:
        yield f"earlier {counted(earlier, 'text')} (show --earlier)"
    for notice in article.notices:
        yield folded(f"note    {one_line(notice)}", "", "        ")
    yield ""
    for entry in entries:
        yield _row(timeline, entry) if on_terminal() else _fields(timeline, entry)


def _headed(article: "Article") -> str:
    return one_line(", ".join(filter(None, (article.title or article.name, article.publisher))))


def _dated(article: "Article") -> str:
    if article.published is None:
        return "not known; give it with dateline add --date, or d in the app"
    evidence = f": {article.published.evidence}" if article.published.evidence else ""
    return f"{article.published.date.isoformat()} ({article.published.basis}{evidence})"
