"""What the words on a command line stand for: events, articles, actors and sources, by id, start of an id, or name."""

import sys
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from itertools import chain, takewhile
from pathlib import PurePath
from typing import TYPE_CHECKING, Annotated, Protocol, TypeVar

import typer

from timeline.inert import one_line
from timeline.quoting import quoted
from tui.cli.console import fail

if TYPE_CHECKING:
    from timeline.collection import Entry, Timeline
    from timeline.model import Actor, Article, Source

Thing = Annotated[
    str,
    typer.Argument(metavar="EVENT|ARTICLE", help="Its id, or the start of it; or an article's title, file or address."),
]
Things = Annotated[
    list[str],
    typer.Argument(
        metavar="EVENT|ARTICLE…",
        help="Ids, or their starts; or titles or files of articles; - for those that begin lines of standard input.",
    ),
]
EventId = Annotated[str, typer.Argument(metavar="EVENT", help="Its id, or the start of it.")]
ArticleName = Annotated[
    str, typer.Argument(metavar="ARTICLE", help="Its title, its file or address, its id, or the start of that.")
]
ActorName = Annotated[str, typer.Argument(metavar="ACTOR", help="A name or an id.")]
SourceName = Annotated[str, typer.Argument(metavar="SOURCE", help="A name or an id.")]

SHORT_ID = 8
"""Characters of an id that tell it from any other of a timeline."""
_MOST_NEAR = 3
_LEAST_PREFIX = 2
_LOOKED_AT = 5_000
"""Names that are compared letter by letter with one that is unknown."""


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


Known = TypeVar("Known", bound=_HasId)


def meant(timeline: "Timeline", thing: str) -> "Entry | Article":
    """What an id or a name, or else the start of an id, stands for; ends the command if that is not one thing."""
    things: list[Entry | Article] = [*timeline.entries, *timeline.articles.values()]
    return _one(thing, "event or article", things)


def all_meant(timeline: "Timeline", things: "Iterable[str]") -> "list[Entry | Article]":
    """What each of several stands for, once; of `-`, what the first words of the lines of standard input do."""
    words = chain.from_iterable(_first_words(sys.stdin) if thing == "-" else (thing,) for thing in things)
    found = {one.id: one for one in (_by_id(timeline, word) or meant(timeline, word) for word in words)}
    if not found:
        raise fail("standard input names no event and no article", 2)
    return list(found.values())


def _first_words(lines: "Iterable[str]") -> Iterator[str]:
    yield from (words[0] for line in lines if (words := line.split()))


def _by_id(timeline: "Timeline", word: str) -> "Entry | Article | None":
    """What has just this id, without a look at all others: those that are piped in may be many."""
    try:
        return timeline.entry(timeline.line_of(word))
    except KeyError:
        return timeline.articles.get(word)


def meant_event(timeline: "Timeline", event: str) -> "Entry":
    """The line that an id, or the start of one, stands for; that which tells it, if it was joined to another."""
    if (line := timeline.line_of(event)) != event:
        return meant_event(timeline, line)
    return _one(event, "event", timeline.entries)


def meant_article(timeline: "Timeline", article: str) -> "Article":
    """The article that a name, an id or the start of one stands for."""
    return _one(article, "article", tuple(timeline.articles.values()))


def meant_actor(timeline: "Timeline", actor: str) -> "Actor":
    """The actor that a name, an id or the start of one stands for."""
    return _one(actor, "actor", tuple(timeline.actors.values()))


def meant_source(timeline: "Timeline", source: str) -> "Source":
    """The source that a name, an id or the start of one stands for."""
    return _one(source, "source", tuple(timeline.sources.values()))


def _one(thing: str, kind: str, things: "Iterable[Known]") -> "Known":
    things = list(things)
    matches = [each for each in things if thing in {each.id, getattr(each, "name", None)}]
    matches = matches or [each for each in things if _folded(thing) in map(_folded, _names(each))]
    matches = matches or [each for each in things if each.id.startswith(thing)]
    if len(matches) == 1:
        return matches[0]
    if not matches:
        raise fail(f"there is no {kind} “{one_line(thing)}”{_told(_nearest(thing, things))}")
    raise fail(f"“{one_line(thing)}” could be {len(matches)} {kind}s{_told(matches)}: give more of the id")


def _names(thing: object) -> Iterator[str]:
    """What it is called, beside its id; an event has no name, and an article is what it is where it came from, too."""
    for field in ("name", "aliases"):
        named = getattr(thing, field, ())
        yield from (named,) if isinstance(named, str) else named
    if (origin := getattr(thing, "origin", None)) is not None:
        yield from filter(None, (getattr(thing, "title", ""), origin, PurePath(origin).name, getattr(thing, "url", "")))


def _nearest(thing: str, things: "list[Known]") -> "list[Known]":
    """Those whose name or title has its words in it, or that are written nearly so, or whose id begins alike."""
    words = _folded(thing)
    having = [each for each in things if words and any(words in _folded(name) for name in _called(each))]
    if having:
        return having
    by_name = {_folded(name): each for each in things[:_LOOKED_AT] for name in _names(each)}
    alike = [by_name[name] for name in get_close_matches(words, by_name)]
    begins = sorted(((_shared(thing, each.id), each.id, each) for each in things), key=lambda one: (-one[0], one[1]))
    return alike or [each for shared, _, each in begins if shared >= _LEAST_PREFIX][:_MOST_NEAR]


def _shared(one: str, other: str) -> int:
    """How many letters they begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _told(things: "list[Known]") -> str:
    told = [f"{each.id} {quoted(one_line(next(_called(each), '')))}" for each in things[:_MOST_NEAR]]
    more = " …" if len(things) > _MOST_NEAR else ""
    return f" ({', '.join(told)}{more})" if told else ""


def _called(thing: object) -> Iterator[str]:
    """Its names, or its title."""
    title = getattr(thing, "title", "")
    yield from filter(None, (title if isinstance(title, str) else "", *_names(thing)))


def _folded(text: str) -> str:
    from timeline.model import fold

    return " ".join(fold(text).split())
