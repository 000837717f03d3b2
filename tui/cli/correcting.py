"""The commands `edit`, `note`, `tag` and `article`: one event or article, corrected."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from timeline.edit_kinds import AFTER as BEHIND
from timeline.edit_kinds import BEFORE, NONE, YES, EditKind
from timeline.inert import one_line
from tui.cli.console import fail, say, tell
from tui.cli.naming import ArticleName, EventId, Things, all_meant, meant_actor, meant_article, meant_event
from tui.cli.options import TimelineFile, opened, publication_day

if TYPE_CHECKING:
    import datetime as dt

    from timeline.collection import Entry, Timeline
    from timeline.model import Article
    from timeline.store import Store

Wanted = tuple[EditKind, str, str, str]
"""Kind, target, value and part of a correction."""


def _option(name: str, metavar: str, says: str) -> Any:  # noqa: ANN401 - as typer types what stands in Annotated
    return typer.Option(name, metavar=metavar, help=says, show_default=False)


_READ = "; '' for what was read."
Title = Annotated[str | None, _option("--title", "TEXT", f"What happened, in one line; or an article's title{_READ}")]
Date = Annotated[str | None, _option("--date", "DATE", f"When it happened, or an article was published{_READ}")]
Every = Annotated[
    bool,
    typer.Option(
        "--every",
        help="Give the date to all of its article that the same words date, but for what was dated by hand.",
        show_default=False,
    ),
]
Status = Annotated[
    str | None,
    _option("--status", "STATUS", f"occurred, ongoing, planned, forecast, alleged or conditional{_READ}"),
]
Polarity = Annotated[str | None, _option("--polarity", "pos|neg", f"neg if it did not happen{_READ}")]
Source = Annotated[str | None, _option("--source", "NAME", f"Who says so{_READ}")]
Place = Annotated[str | None, _option("--place", "TEXT", "Where it happened; '' for nowhere.")]
Outlet = Annotated[str | None, _option("--outlet", "NAME", f"Who published it{_READ}")]
Note = Annotated[str | None, _option("--note", "TEXT", "A note on the event; '' for none.")]
Star = Annotated[bool | None, _option("--star/--no-star", "", "Mark the event.")]
Hide = Annotated[bool | None, _option("--hide/--no-hide", "", "Leave the event out.")]
Review = Annotated[str | None, _option("--review", "accepted|rejected", "What you found it to be; '' for open.")]
Actors = Annotated[
    list[str] | None,
    _option(
        "--actor",
        "NAME=ROLE",
        "Who takes part: agent, affected, victim, target, recipient, speaker, mentioned; or none, to take them out.",
    ),
]
Before = Annotated[str | None, _option("--before", "EVENT", "Put it before another of its day; '' as read.")]
After = Annotated[str | None, _option("--after", "EVENT", "Put it after another of its day; '' as read.")]
Text = Annotated[str, typer.Argument(metavar="TEXT", help="The note; '' takes it away.")]
Tagged = Annotated[
    str,
    typer.Argument(metavar="EVENT", help="Its id, or the start of it; - for those that begin lines of standard input."),
]
AddedTags = Annotated[list[str] | None, _option("--tag", "TAG", "A tag, one more with each; tag --off takes it off.")]
Tags = Annotated[list[str], typer.Argument(metavar="TAG", help="Words of your own, such as inquiry.")]
Off = Annotated[bool, typer.Option("--off", help="Take them off.", show_default=False)]


def edit(
    things: Things,
    *,
    title: Title = None,
    date: Date = None,
    every: Every = False,
    status: Status = None,
    polarity: Polarity = None,
    source: Source = None,
    place: Place = None,
    actor: Actors = None,
    before: Before = None,
    after: After = None,
    review: Review = None,
    note: Note = None,
    tag: AddedTags = None,
    star: Star = None,
    hide: Hide = None,
    timeline: TimelineFile = None,
) -> None:
    """Correct events, or the titles and dates of articles: all that are named, or none.

    The date is typed as in the app, and told as it was read. dateline undo takes corrections back, one by one. With -
    the ids are read: dateline list is:unreviewed place:oslund | dateline edit - --review accepted
    """
    from timeline.model import Article

    of_events = {
        EditKind.STATUS: status,
        EditKind.POLARITY: polarity,
        EditKind.SOURCE: source,
        EditKind.PLACE: place,
        EditKind.REVIEW: review,
        EditKind.NOTE: note,
        EditKind.STAR: _yes(star),
        EditKind.HIDE: _yes(hide),
    }
    moves, tags = (before, after), tag or []
    _check_tags(tags)
    others = (*of_events.values(), title, actor, tag, *moves)
    if every and (date is None or len(things) > 1 or any(value is not None for value in others)):
        raise fail("--every goes with the --date of one event, and with nothing else", 2)
    with opened(timeline) as store:
        view = store.timeline
        corrected = all_meant(view, things)
        if every:
            _date_every(store, corrected, date or "")
            return
        wanted: list[Wanted] = []
        for one in corrected:
            if isinstance(one, Article):
                if any(value is not None for value in (*of_events.values(), actor, tag, *moves)):
                    raise fail("an article has neither note nor star nor tag, and is taken out with dateline remove", 2)
                wanted += _about_article(one, title=title, outlet=None, date=date)
                continue
            if len(corrected) > 1 and any(value is not None for value in moves):
                raise fail("events are put before or after another one by one", 2)
            lead_article = view.article_of(one.lead)
            wanted += [
                *_set(one.id, {EditKind.TITLE: title}),
                *_set(
                    one.id, {EditKind.DATE: None if date is None else happened(date, lead_article, one.when.one_day)}
                ),
                *_set(one.id, of_events),
                *((EditKind.TAG, one.id, YES, each) for each in tags),
                *_moved(view, one, before, after),
                *roles(view, one.id, actor or ()),
            ]
        make(store, wanted)


def _date_every(store: "Store", things: "Sequence[Entry | Article]", typed: str) -> None:
    from timeline.model import Article
    from tui.cli.dating_every import date_every

    one = things[0]
    if len(things) > 1 or isinstance(one, Article):
        raise fail("--every goes with the --date of one event: dateline article --date dates all of an article", 2)
    read_in = store.timeline.article_of(one.lead)
    date_every(store, one, read_in, happened(typed, read_in, one.when.one_day))


def article(
    name: ArticleName,
    *,
    title: Title = None,
    outlet: Outlet = None,
    date: Date = None,
    timeline: TimelineFile = None,
) -> None:
    """Correct an article: its title, its outlet, its date, from which its events are dated."""
    with opened(timeline) as store:
        make(store, _about_article(meant_article(store.timeline, name), title=title, outlet=outlet, date=date))


def note(event: EventId, text: Text, *, timeline: TimelineFile = None) -> None:
    """Write a note on an event, in place of the one that it has."""
    with opened(timeline) as store:
        make(store, [(EditKind.NOTE, meant_event(store.timeline, event).id, text, "")])


def tag(event: Tagged, tags: Tags, *, off: Off = False, timeline: TimelineFile = None) -> None:
    """Give an event tags, by which tag: finds it; with - those whose ids are read.

    dateline list place:oslund | dateline tag - harbour
    """
    _check_tags(tags)
    with opened(timeline) as store:
        view = store.timeline
        events = [one.id for one in all_meant(view, [event])] if event == "-" else [meant_event(view, event).id]
        if not view.articles.keys().isdisjoint(events):
            raise fail("an article has no tags: those of its events are found with tag:", 2)
        make(store, [(EditKind.TAG, one, "" if off else YES, each) for one in events for each in tags])


def _check_tags(tags: Iterable[str]) -> None:
    """End the command where one is none."""
    from timeline.edit_values import checked_part

    for one in tags:
        try:
            checked_part(EditKind.TAG, one)
        except ValueError:
            raise fail(f"“{one_line(one)}” is no tag: a word of yours belongs there", 2) from None


def make(store: "Store", wanted: Iterable[Wanted]) -> None:
    """Make corrections, all or none of them, and tell each as a sentence; ends the command if one can't be made."""
    from timeline.edit_values import checked_part, checked_value
    from timeline.history import sentence, told_then
    from timeline.store import StoreError

    wanted = list(wanted)
    if not wanted:
        raise fail("say what to correct; --help lists it", 2)
    made = {target for kind, target, *_ in wanted if kind in (EditKind.ACTOR, EditKind.EVENT)}
    try:
        for kind, target, value, part in wanted:
            form = checked_value(kind, value)
            if not made & {target, part}:
                store.timeline.check_edit(kind, target, form, checked_part(kind, part))
        for kind, target, value, part in wanted:
            if not checked_value(kind, value) and not made & {target, part} and not _is_held(store, kind, target, part):
                tell("not changed: nothing was set there by hand")
                continue
            for one in store.edit_together([(kind, target, value, part)]):
                then = told_then(store.history()) if kind is EditKind.ATTACH else {}
                say(one_line(sentence(one, store.timeline, then)))
    except KeyError as missing:
        raise StoreError(f"not changed: there is no “{missing.args[0]}”") from missing
    except ValueError as refused:
        raise StoreError(f"not changed: {refused}") from refused


def _is_held(store: "Store", kind: EditKind, target: str, part: str) -> bool:
    """Whether there is anything of a person to take back, two of them to settle, or a date to be made unknown."""
    from timeline.edit_values import checked_part

    view = store.timeline
    held = bool(view.edits_on(target).value(kind, checked_part(kind, part)))
    return held or target in view.conflicts or kind is EditKind.PUBLISHED


def roles(timeline: "Timeline", event: str, specs: Iterable[str]) -> Iterator[Wanted]:
    """What `--actor NAME=ROLE` asks for; somebody who is not known yet is added."""
    from timeline.model import fold, slug

    names = {fold(name): actor.id for actor in timeline.actors.values() for name in (*actor.aliases, actor.name)}
    for spec in specs:
        name, _, role = (part.strip() for part in spec.partition("="))
        if not name:
            raise fail(f"--actor: “{one_line(spec)}” names nobody: --actor NAME=ROLE", 2)
        known = name if name in timeline.actors else names.get(fold(name))
        if known is None:
            if role == NONE:
                known = meant_actor(timeline, name).id
            else:
                known = slug(name)
                yield EditKind.ACTOR, known, name, ""
        yield EditKind.ROLE, event, role or "agent", known


def happened(typed: str, article: "Article | None", day: "dt.date | None" = None) -> str:
    """The EDTF of the date that is meant; “Saturday” counts from the article's own date, and an hour is of `day`."""
    if not typed:
        return ""
    from extractors.typed_dates.hours import read_hours
    from extractors.typed_dates.reading import read_typed_date

    published = article.published if article else None
    try:
        if (hours := read_hours(typed, day)) is not None:
            return hours.edtf
        return read_typed_date(typed, anchor=published.date if published else None).edtf
    except ValueError as error:
        raise fail(f"--date: {error}", 2) from None


def _set(target: str, values: "dict[EditKind, str | None]") -> Iterator[Wanted]:
    yield from ((kind, target, value, "") for kind, value in values.items() if value is not None)


def _about_article(article: "Article", *, title: str | None, outlet: str | None, date: str | None) -> Iterator[Wanted]:
    yield from _set(article.id, {EditKind.HEADLINE: title, EditKind.OUTLET: outlet})
    if date is not None:
        day = publication_day(date)
        yield EditKind.PUBLISHED, article.id, day.isoformat() if day else "", ""


def _moved(timeline: "Timeline", entry: "Entry", before: str | None, after: str | None) -> Iterator[Wanted]:
    for side, other in ((BEFORE, before), (BEHIND, after)):
        if other is not None:
            beside = f"{side} {meant_event(timeline, other).id}" if other else ""
            yield EditKind.ORDER, entry.id, beside, ""


def _yes(wish: bool | None) -> str | None:
    return None if wish is None else YES if wish else ""
