"""The commands `list` and `show`: a look into the timeline without the app."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from tui.cli.console import fail, folded, on_terminal, printable, say, width
from tui.cli.options import AsJson, Filter, TimelineFile, chosen, opened

if TYPE_CHECKING:
    from timeline.collection import Entry, Timeline
    from timeline.model import Article, Assertion

_SHORT_ID = 8
_DATE_COLUMNS = 24

Thing = Annotated[
    str, typer.Argument(metavar="EVENT|ARTICLE", help="Its id, or the start of it; or an article's name.")
]


def list_events(words: Filter = None, as_json: AsJson = False, timeline: TimelineFile = None) -> None:
    """List events in order of time.

    In a pipe the columns are apart by tabs: id, EDTF date, status, title, sources.
    """
    with opened(timeline, read_only=True) as store:
        entries = chosen(store.timeline, words)
        if as_json:
            _write_json(store.timeline, entries)
            return
        for entry in entries:
            say(_row(store.timeline, entry) if on_terminal() else _fields(store.timeline, entry))


def show(thing: Thing, as_json: AsJson = False, timeline: TimelineFile = None) -> None:
    """Show one event or article.

    An event with its evidence and the derivation of its date; an article with its events.
    """
    with opened(timeline, read_only=True) as store:
        view = store.timeline
        entries = [entry for entry in view.entries if entry.id.startswith(thing)]
        articles = [
            article for article in view.articles.values() if article.id.startswith(thing) or article.name == thing
        ]
        if len(entries) + len(articles) != 1:
            many = len(entries) + len(articles)
            raise fail(
                f"“{thing}” could be {many} events or articles" if many else f"there is no event or article “{thing}”"
            )
        told = (
            [entry for entry in view.entries if any(a.article == articles[0].id for a in entry.assertions)]
            if articles
            else entries
        )
        if as_json:
            _write_json(view, told)
            return
        for line in _article(view, articles[0], told) if articles else _event(view, entries[0]):
            say(line)


def _write_json(timeline: "Timeline", entries: "Iterable[Entry]") -> None:
    from timeline.export import export

    say(export(timeline, tuple(entries), "json").removesuffix("\n"))


def _sources(timeline: "Timeline", entry: "Entry") -> str:
    names = dict.fromkeys(printable(timeline.sources[assertion.source].name) for assertion in entry.assertions)
    return ", ".join(names)


def _fields(timeline: "Timeline", entry: "Entry") -> str:
    status = f"{entry.status}" if entry.polarity == "pos" else f"{entry.status}, denied"
    return "\t".join((entry.id, entry.when.edtf, status, printable(entry.title), _sources(timeline, entry)))


def _row(timeline: "Timeline", entry: "Entry") -> str:
    from rich.cells import cell_len, set_cell_size

    from timeline.edtf import describe

    said_by = f"  {_sources(timeline, entry)}"
    status = "" if entry.status == "occurred" else f"{entry.status}: "
    start = f"{entry.id[:_SHORT_ID]}  {set_cell_size(describe(entry.when), _DATE_COLUMNS)}  "
    room = max(20, width() - cell_len(start) - cell_len(said_by))
    title = f"{status}{printable(entry.title)}"
    return (
        start
        + (set_cell_size(title, room - 1) + "…" if cell_len(title) > room else set_cell_size(title, room))
        + said_by
    )


def _event(timeline: "Timeline", entry: "Entry") -> Iterator[str]:
    from timeline.edtf import describe

    yield folded(printable(entry.title))
    yield ""
    edtf = f"  ({entry.when.edtf})" if entry.when.edtf else ""
    yield f"when    {describe(entry.when)}{edtf}{', set by you' if entry.dated_by_person else ''}"
    for step in entry.when.derivation:
        yield folded(printable(step.says), "        ")
    yield f"status  {entry.status}{'' if entry.polarity == 'pos' else ', denied'}"
    for participant in entry.participants:
        yield f"actor   {printable(timeline.actors[participant.actor].name)} ({participant.role})"
    if entry.note:
        yield f"note    {printable(entry.note)}"
    for assertion in entry.assertions:
        yield ""
        yield from _evidence(timeline, assertion)


def _evidence(timeline: "Timeline", assertion: "Assertion") -> Iterator[str]:
    article = timeline.articles[assertion.article]
    start, end = assertion.evidence
    yield f"source  {printable(timeline.sources[assertion.source].name)}, in {_headed(article)}"
    yield folded(f"“{printable(article.text[start:end])}”", "        ")


def _article(timeline: "Timeline", article: "Article", entries: "Iterable[Entry]") -> Iterator[str]:
    yield folded(_headed(article))
    yield ""
    for label, value in (
        ("id", article.id),
        ("by", ", ".join(article.authors)),
        ("url", article.url),
        ("read", article.origin),
        ("dated", _dated(article)),
    ):
        if value:
            yield f"{label:<7} {printable(value)}"
    yield ""
    for entry in entries:
        yield _row(timeline, entry) if on_terminal() else _fields(timeline, entry)


def _headed(article: "Article") -> str:
    return printable(", ".join(filter(None, (article.title or article.name, article.publisher))))


def _dated(article: "Article") -> str:
    if article.published is None:
        return "not known; give it with dateline add --date, or d in the app"
    evidence = f": {article.published.evidence}" if article.published.evidence else ""
    return f"{article.published.date.isoformat()} ({article.published.basis}{evidence})"
