"""The commands `actor …` and `source …`: who is called what, what they are, and who is the same as whom."""

from typing import Annotated

import typer

from timeline.edit_kinds import YES, EditKind
from timeline.inert import one_line
from tui.cli.console import fail, say
from tui.cli.correcting import Wanted, make
from tui.cli.naming import ActorName, SourceName, meant_actor, meant_article, meant_source
from tui.cli.options import TimelineFile, opened

Name = Annotated[str, typer.Argument(metavar="NAME", help="The new name; '' for the one that was read.")]
Kind = Annotated[
    str, typer.Argument(metavar="KIND", help="person, organisation, country, group, vehicle or unknown; '' as read.")
]
SourceKind = Annotated[str, typer.Argument(metavar="KIND", help="outlet, speaker or unnamed; '' as read.")]
Others = Annotated[list[str], typer.Argument(metavar="ACTOR…", help="Those who are the same.")]
OtherSources = Annotated[list[str], typer.Argument(metavar="SOURCE…", help="Those that are the same.")]

actors = typer.Typer(help="Correct actors: names, kinds, who is who.", no_args_is_help=True, rich_markup_mode=None)
sources = typer.Typer(help="Correct sources and outlets.", no_args_is_help=True, rich_markup_mode=None)


@actors.command("list")
def list_actors(*, timeline: TimelineFile = None) -> None:
    """List actors: id, name, kind, and the number of their events."""
    with opened(timeline, read_only=True) as store:
        view = store.timeline
        for actor in sorted(view.actors.values(), key=lambda one: one.id):
            number = len(view.of_actor(actor.id))
            say("\t".join((one_line(actor.id), one_line(actor.name), actor.kind, str(number))))


@actors.command("rename")
def rename_actor(actor: ActorName, name: Name, *, timeline: TimelineFile = None) -> None:
    """Give an actor another name, on all of their timeline; the one that was read is still found."""
    with opened(timeline) as store:
        make(store, [(EditKind.ACTOR_NAME, meant_actor(store.timeline, actor).id, name, "")])


@actors.command("kind")
def kind_of_actor(actor: ActorName, kind: Kind, *, timeline: TimelineFile = None) -> None:
    """Say what an actor is."""
    with opened(timeline) as store:
        make(store, [(EditKind.ACTOR_KIND, meant_actor(store.timeline, actor).id, kind, "")])


@actors.command("join")
def join_actors(actor: ActorName, others: Others, *, timeline: TimelineFile = None) -> None:
    """Say that actors are one; the first gives the name."""
    with opened(timeline) as store:
        lead = meant_actor(store.timeline, actor)
        joining = [meant_actor(store.timeline, other) for other in others]
        make(store, [(EditKind.ACTOR_JOIN, one.id, lead.id, "") for one in joining])


@actors.command("split")
def split_actor(
    actor: ActorName,
    article: Annotated[
        str, typer.Argument(metavar="[ARTICLE]", help="In which they are somebody else; none parts who was joined.")
    ] = "",
    *,
    timeline: TimelineFile = None,
) -> None:
    """Tell an actor from somebody of the same name, or from those who were joined to them."""
    with opened(timeline) as store:
        view = store.timeline
        one = meant_actor(view, actor)
        wanted: list[Wanted] = [(EditKind.ACTOR_JOIN, member, "", "") for member in view.joined_to_actor(one.id)]
        if article:
            there = meant_article(view, article).id
            wanted = [(EditKind.ACTOR_SPLIT, who, YES, there) for who in view.read_as(one.id, there) or (one.id,)]
        if not wanted:
            raise fail(f"nobody was joined to {one_line(one.name)}: name an article where they are somebody else", 2)
        make(store, wanted)


@sources.command("list")
def list_sources(*, timeline: TimelineFile = None) -> None:
    """List sources: id, name, kind, and the number of events that they vouch for."""
    with opened(timeline, read_only=True) as store:
        view = store.timeline
        for source in sorted(view.sources.values(), key=lambda one: one.id):
            if view.voice_of(source.id) == source.id:
                number = len(view.of_source(source.id))
                say("\t".join((one_line(source.id), one_line(source.name), source.kind, str(number))))


@sources.command("join")
def join_sources(source: SourceName, others: OtherSources, *, timeline: TimelineFile = None) -> None:
    """Say that sources are one; the first gives the name, and vouches for what the others said."""
    with opened(timeline) as store:
        lead = meant_source(store.timeline, source)
        joining = [meant_source(store.timeline, other) for other in others]
        make(store, [(EditKind.SOURCE_JOIN, one.id, lead.id, "") for one in joining])


@sources.command("split")
def split_source(source: SourceName, *, timeline: TimelineFile = None) -> None:
    """Tell a source from those that were joined to it."""
    with opened(timeline) as store:
        one = meant_source(store.timeline, source)
        members = store.timeline.joined_to_source(one.id)
        if not members:
            raise fail(f"nothing was joined to {one_line(one.name)}", 2)
        make(store, [(EditKind.SOURCE_JOIN, member, "", "") for member in members])


@sources.command("rename")
def rename_source(source: SourceName, name: Name, *, timeline: TimelineFile = None) -> None:
    """Give a source or an outlet another name."""
    with opened(timeline) as store:
        make(store, [(EditKind.SOURCE_NAME, meant_source(store.timeline, source).id, name, "")])


@sources.command("kind")
def kind_of_source(source: SourceName, kind: SourceKind, *, timeline: TimelineFile = None) -> None:
    """Say what a source is."""
    with opened(timeline) as store:
        make(store, [(EditKind.SOURCE_KIND, meant_source(store.timeline, source).id, kind, "")])
