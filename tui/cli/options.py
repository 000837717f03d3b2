"""Options that several commands share, and what they mean."""

import datetime as dt
from collections.abc import Iterator, Set
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.inert import one_line
from tui.cli.browsing import ENVIRONMENT, out_of_reach, timeline_path
from tui.cli.console import fail, tell

if TYPE_CHECKING:
    from timeline.collection import Entry, Timeline
    from timeline.store import Store

Origins = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT",
        help="Path, folder or address of text, Markdown, HTML or .jsonl; - is standard input.",
        show_default=False,
    ),
]
TimelineFile = Annotated[
    Path | None,
    typer.Option(
        "--timeline",
        "-t",
        metavar="FILE",
        envvar=ENVIRONMENT,
        help="The timeline, if not your own.",
        show_default=False,
    ),
]
PublicationDate = Annotated[
    str, typer.Option("--date", metavar="DATE", help="When it was published, such as 2019-01-28.", show_default=False)
]
Publisher = Annotated[str, typer.Option("--publisher", metavar="NAME", help="Who published it.", show_default=False)]
LanguageCode = Annotated[
    str,
    typer.Option(
        "--language",
        metavar="CODE",
        help="What it is in; en reads as English what dateline takes for something else.",
        show_default=False,
    ),
]
Rows = Annotated[
    bool,
    typer.Option("--jsonl", help='Read JSON lines, one article a row: {"text": …, "date": …}.', show_default=False),
]
Model = Annotated[
    str | None,
    typer.Option("--model", metavar="NAME", help="The language pipeline, if not the built-in one.", show_default=False),
]
AsJson = Annotated[bool, typer.Option("--json", help="Write JSON.", show_default=False)]
Filter = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="FILTER",
        help="Which events: words, and fields such as actor:guaido date:2019-01 is:conflicting; others are said: "
        "source: place: tag: prec: trust: seen:. Put -- before one that begins with -.",
        show_default=False,
    ),
]


def publication_day(typed: str) -> dt.date | None:
    """The day that `--date` means, told to the person before it is used; None when it was not given."""
    if not typed:
        return None
    from timeline.dates.edtf import describe_edtf
    from tui.publication_days import read_publication_day

    try:
        day = read_publication_day(typed)
    except ValueError as error:
        raise fail(f"--date: {error}", 2) from None
    tell(f"publication date: {describe_edtf(day.isoformat())} ({day.isoformat()})")
    return day


def language_code(typed: str) -> str:
    """The code that `--language` means: `en` for `EN` and `en-GB`; ends the command if it is none."""
    code = typed.replace("_", "-").split("-")[0].lower()
    if typed and not (code.isascii() and code.isalpha() and 2 <= len(code) <= 3):
        raise fail(f"--language: “{one_line(typed)}” is no code of a language, such as en", 2)
    return code


def path_of(given: Path | None) -> Path:
    """The timeline that is meant; ends the command with a word where none can be."""
    path = timeline_path(given)
    if why := out_of_reach(path):
        raise fail(one_line(f"{path} {why}"))
    return path


@contextmanager
def opened(
    given: Path | None, *, read_only: bool = False, new: bool = False, accept: bool = False
) -> Iterator["Store"]:
    """The timeline's store, made if `new`; ends the command with a word if it cannot be used."""
    store = opened_store(given, read_only=read_only, new=new, accept=accept)
    with telling_failures():
        with store:
            yield store
        if store.rescued:
            raise fail(one_line(f"{store.rescued}. {store.way_back}"))


def opened_store(
    given: Path | None, *, read_only: bool = False, new: bool = False, accept: bool = False, for_ever: bool = False
) -> "Store":
    """The store, to be closed; waits `for_ever`, if it is to, for whoever has it."""
    from timeline.store import Store, StoreError
    from timeline.store.files import journal_of
    from tui.author import author
    from tui.cli.waiting import when_free

    path = path_of(given)
    try:
        if new:
            path.parent.mkdir(parents=True, exist_ok=True)
        elif not path.exists() and not journal_of(path).exists():
            raise fail(f"there is no timeline at {path} yet: dateline add makes it")
        store = when_free(path, lambda: Store.open(path, read_only=read_only, accept=accept), for_ever=for_ever)
    except StoreError as error:
        raise fail(one_line(str(error))) from None
    except OSError as error:
        raise fail(f"{path} cannot be opened: {error.strerror or error}") from None
    store.sign(author())
    for notice in store.notices:
        tell(f"note: {one_line(notice)}")
    return store


@contextmanager
def telling_failures(but: type[Exception] | tuple[()] = ()) -> Iterator[None]:
    """Ends the command with a word if a timeline can't be written, `but` for what its caller sees to."""
    from timeline.store import StoreError

    try:
        yield
    except but:
        raise
    except StoreError as error:
        raise fail(one_line(str(error))) from None


def _doubled(timeline: "Timeline") -> Set[str]:
    from tui.proposing import doubled_in

    return doubled_in(timeline)


def chosen(store: "Store", words: list[str] | None) -> "tuple[Entry, ...]":
    """The entries that a filter lets through, how its dates are read told before; ends the command if it is none."""
    from timeline.query import QueryError, parse
    from tui.arrivals import known
    from tui.filter_dates import FilterDates
    from tui.views import ViewsError, kept_views

    text, timeline = " ".join(words or ()), store.timeline
    try:
        new = known(store.path).new(timeline.articles.keys())
        query = parse(text, FilterDates(timeline).read, kept_views() if "@" in text else None, new, _doubled)
    except ViewsError as error:
        raise fail(one_line(str(error)), 2) from None
    except QueryError as error:
        mark = " " * error.start + "^" * max(1, error.end - error.start)
        raise fail(f"{error.reason}\n  {text}\n  {mark}", 2) from None
    for typed, read in query.readings:
        tell(f"date: “{one_line(typed)}” is {read}")
    return query.select(timeline)
