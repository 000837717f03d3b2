"""The commands `join`, `split` and `event add`: which events there are."""

from secrets import token_hex
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.edit_kinds import YES, EditKind
from timeline.inert import one_line
from timeline.quoting import quoted
from tui.cli.console import fail
from tui.cli.correcting import Actors, Wanted, happened, make
from tui.cli.naming import EventId, meant_actor, meant_article, meant_event
from tui.cli.options import TimelineFile, opened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.collection import Entry, Timeline
    from timeline.model import Participant

Others = Annotated[list[str], typer.Argument(metavar="EVENT…", help="Those that are told in its line.")]
Title = Annotated[str, typer.Argument(metavar="TITLE", help="What happened, in one line.")]
Date = Annotated[str, typer.Option("--date", metavar="DATE", help="When it happened.", show_default=False)]
Status = Annotated[str, typer.Option("--status", metavar="STATUS", help="occurred, planned, alleged, …")]
Polarity = Annotated[str, typer.Option("--polarity", metavar="pos|neg", help="neg if it did not happen.")]
Place = Annotated[str, typer.Option("--place", metavar="TEXT", help="Where it happened.", show_default=False)]
Source = Annotated[str, typer.Option("--source", metavar="NAME", help="Who says so.", show_default=False)]
Article = Annotated[
    str, typer.Option("--article", metavar="ARTICLE", help="The article that tells of it.", show_default=False)
]
Passage = Annotated[
    str, typer.Option("--passage", metavar="TEXT", help="What that says, word by word.", show_default=False)
]

events = typer.Typer(help="Add an event by hand.", no_args_is_help=True, rich_markup_mode=None)


def join(event: EventId, others: Others, *, timeline: TimelineFile = None) -> None:
    """Tell several events in one line, with the evidence of all; that of the first leads.

    dateline split parts them again, and so does dateline undo.
    """
    with opened(timeline) as store:
        lead = meant_event(store.timeline, event)
        joining = [meant_event(store.timeline, other) for other in others]
        make(store, [(EditKind.JOIN, one.id, lead.id, "") for one in joining])


def split(event: EventId, *, timeline: TimelineFile = None) -> None:
    """Tell each of the events in a line by itself, whether they were joined by hand or when they were read."""
    with opened(timeline) as store:
        entry = meant_event(store.timeline, event)
        wanted = list(_parts(store.timeline, entry))
        if not wanted:
            raise fail(f"{quoted(one_line(entry.title))} is one event, told once")
        make(store, wanted)


def _parts(timeline: "Timeline", entry: "Entry") -> "Iterator[Wanted]":
    for member in timeline.members_of(entry.id):
        yield EditKind.JOIN, member, "", ""
    if not timeline.members_of(entry.id):
        for mention in timeline.mentions_of(entry.id):
            yield EditKind.SPLIT, mention, YES, ""


@events.command()
def add(
    title: Title,
    *,
    date: Date = "",
    status: Status = "occurred",
    polarity: Polarity = "pos",
    place: Place = "",
    source: Source = "",
    actor: Actors = None,
    article: Article = "",
    passage: Passage = "",
    timeline: TimelineFile = None,
) -> None:
    """Add an event that no program read.

    With --article and --passage it stands on these words; else on yours. dateline undo takes it out again.
    """
    from timeline.edit_values import EventByHand, written_by_hand
    from timeline.model import Polarity as Polarities
    from timeline.model import Status as Statuses
    from timeline.model import content_id

    with opened(timeline) as store:
        view = store.timeline
        quoted = meant_article(view, article) if article else None
        if passage and quoted is None:
            raise fail("--passage needs --article, in which it stands", 2)
        if passage and quoted is not None and passage not in quoted.text:
            raise fail(f"“{one_line(passage)}” does not stand in {one_line(quoted.name)} word by word")
        try:
            added = EventByHand(
                title=title,
                date=happened(date, quoted),
                status=Statuses(status),
                polarity=Polarities(polarity),
                participants=tuple(_taking_part(view, actor or ())),
                article=quoted.id if quoted else "",
                passage=passage,
            )
        except ValueError as refused:
            raise fail(str(refused), 2) from None
        target = content_id("event by hand", token_hex(16))
        wanted: list[Wanted] = [(EditKind.EVENT, target, written_by_hand(added), "")]
        make(store, wanted)
        facts = {EditKind.PLACE: place, EditKind.SOURCE: source}
        if any(facts.values()):
            make(store, [(kind, target, value, "") for kind, value in facts.items() if value])


def _taking_part(timeline: "Timeline", specs: "Iterable[str]") -> "Iterator[Participant]":
    from timeline.model import Participant, Role

    for spec in specs:
        name, _, role = (part.strip() for part in spec.partition("="))
        yield Participant(meant_actor(timeline, name).id, Role(role or "agent"))
