"""The commands `log` and `edit`: corrections, told and made."""

from typing import TYPE_CHECKING, Annotated

import typer

from timeline.inert import one_line
from tui.cli.console import fail, folded, say, tell
from tui.cli.looking import meant
from tui.cli.options import AsJson, TimelineFile, opened, publication_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.collection import Entry, Timeline
    from timeline.edits import EditKind
    from timeline.model import Article

Thing = Annotated[
    str, typer.Argument(metavar="EVENT|ARTICLE", help="Its id, or the start of it; or an article's name.")
]
Date = Annotated[
    str | None,
    typer.Option(
        "--date",
        metavar="DATE",
        help="When it happened, or an article was published; '' for what was read.",
        show_default=False,
    ),
]
Note = Annotated[
    str | None, typer.Option("--note", metavar="TEXT", help="A note on the event; '' for none.", show_default=False)
]
Star = Annotated[bool | None, typer.Option("--star/--no-star", help="Mark the event.", show_default=False)]
Hide = Annotated[bool | None, typer.Option("--hide/--no-hide", help="Leave the event out.", show_default=False)]


def log(*, as_json: AsJson = False, timeline: TimelineFile = None) -> None:
    """Tell all corrections, the first one first, as sentences.

    Who made one is the name in $DATELINE_AUTHOR, or else that of the login. One that was taken back is told so, and one
    that another person contradicts; one whose event or article is not there any more is told last, too.
    """
    import msgspec

    from timeline.history import sentence
    from timeline.inert import inert_json
    from timeline.logs.conflicts import conflicts

    with opened(timeline, read_only=True) as store:
        view = store.timeline
        disputed = {edit.number for conflict in conflicts(store.history()) for edit in conflict.edits}
        for edit in store.history():
            if as_json:
                say(inert_json(msgspec.json.encode(edit)))
            else:
                mark = " (in conflict with another)" if edit.number in disputed else ""
                say(folded(f"{made(edit.at)}  {one_line(sentence(edit, view))}{mark}", "", "    "))
        for edit in () if as_json else view.orphans:
            tell(f"note: nothing is there any more that this could be done to: {one_line(sentence(edit, view))}")


def made(at: str) -> str:
    """When an edit was made, to the second and in UTC; of those of the earliest versions nobody knows."""
    return f"{at[:10]} {at[11:19]}" if at > "0002" else "?"


def edit(
    thing: Thing,
    *,
    date: Date = None,
    note: Note = None,
    star: Star = None,
    hide: Hide = None,
    timeline: TimelineFile = None,
) -> None:
    """Correct an event, or the date of an article.

    The date is typed as in the app, and told as it was read. dateline undo takes corrections back, one by one.
    """
    from timeline.history import sentence
    from timeline.store import StoreError

    with opened(timeline) as store:
        corrected = meant(store.timeline, thing)
        wanted = list(_wanted(store.timeline, corrected, date=date, note=note, star=star, hide=hide))
        if not wanted:
            raise fail("say what to correct: --date, --note, --star or --hide", 2)
        try:
            for kind, value in wanted:
                say(one_line(sentence(store.edit(kind, corrected.id, value), store.timeline)))
        except (KeyError, ValueError) as refused:
            raise StoreError(f"not changed: {refused}") from refused


def _wanted(
    timeline: "Timeline",
    thing: "Entry | Article",
    *,
    date: str | None,
    note: str | None,
    star: bool | None,
    hide: bool | None,
) -> "Iterator[tuple[EditKind, str]]":
    """The corrections that the options ask for."""
    from timeline.edits import YES, EditKind
    from timeline.model import Article

    if isinstance(thing, Article):
        if (note, star, hide) != (None, None, None):
            raise fail("an article has neither note nor star, and is taken out with dateline remove", 2)
        if date is not None:
            yield EditKind.PUBLISHED, _published(date)
        return
    if date is not None:
        yield EditKind.DATE, _happened(date, timeline.article_of(thing.lead))
    if note is not None:
        yield EditKind.NOTE, note
    for kind, wish in ((EditKind.STAR, star), (EditKind.HIDE, hide)):
        if wish is not None:
            yield kind, YES if wish else ""


def _published(typed: str) -> str:
    """The day that is meant, told as it was read."""
    day = publication_day(typed)
    return day.isoformat() if day else ""


def _happened(typed: str, article: "Article") -> str:
    """The EDTF of the date that is meant; “Saturday” counts from the article's own date, as in the app."""
    if not typed:
        return ""
    from extractors.typed_dates.reading import read_typed_date

    try:
        return read_typed_date(typed, anchor=article.published.date if article.published else None).edtf
    except ValueError as error:
        raise fail(f"--date: {error}", 2) from None
