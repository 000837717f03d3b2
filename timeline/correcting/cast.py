"""The corrections of actors: who they are called, what they are, and who is the same as whom."""

from collections.abc import Collection, Mapping
from typing import Self

from msgspec.structs import replace

from timeline.correcting.held import Held
from timeline.correcting.joining import joined
from timeline.edits import ON_ACTORS, Corrections, EditKind
from timeline.merging import merge_actors
from timeline.model import Actor, ActorKind


def split_id(actor: str, article: str) -> str:
    """The id of somebody who is called like an actor, and is another one in an article."""
    return f"{actor}-in-{article}"


class Cast:
    """The actors as a person corrected them."""

    actors: Mapping[str, Actor]
    """By id; who was joined to another is not among them."""
    known: Mapping[str, Actor]
    """All that something can be done to: those read, added by hand, and split off; also who was joined to another."""

    def __init__(self, read: Mapping[str, Actor]) -> None:
        """For `of`."""
        self.actors = self.known = self._read = read
        self._joined: Mapping[str, str] = {}
        self._split: dict[tuple[str, str], str] = {}
        self._renamed: frozenset[str] = frozenset()

    @classmethod
    def of(cls, read: Mapping[str, Actor], held: Held, articles: Collection[str]) -> Self:
        """Those that were `read` in `articles`, under the edits that hold."""
        self = cls(read)
        about = held.of(*ON_ACTORS)
        if not about:
            return self
        known = dict(read)
        for target, edits in about.items():
            if target not in read and (name := edits.value(EditKind.ACTOR)):
                known[target] = Actor(id=target, name=name, kind=ActorKind.UNKNOWN)
        for target, edits in about.items():
            for article, is_split in edits.parts(EditKind.ACTOR_SPLIT).items():
                if is_split and target in known and article in articles:
                    own = split_id(target, article)
                    self._split[target, article] = own
                    known[own] = Actor(id=own, name=known[target].name, kind=known[target].kind)
        self.known = known
        self._joined = joined(about, EditKind.ACTOR_JOIN, {}, known.__contains__)
        actors = {**known, **{key: _named(known[key], about[key]) for key in about if key in known}}
        for key, lead in sorted(self._joined.items()):
            one, other = actors[lead], actors[key]
            both = merge_actors(one, other)
            names = {both.name, *both.aliases} - {one.name}
            actors[lead] = replace(both, name=one.name, kind=one.kind, aliases=tuple(sorted(names)))
        for key in self._joined:
            del actors[key]
        self._renamed = frozenset(target for target, edits in about.items() if edits.value(EditKind.ACTOR_NAME))
        self.actors = actors
        return self

    def id_of(self, actor: str, article: str = "") -> str:
        """Who an actor that was read in an article is."""
        own = self._split.get((actor, article), actor)
        return self._joined.get(own, own)

    @property
    def is_corrected(self) -> bool:
        """Whether a person said anything of an actor."""
        return self.known is not self._read

    def joined_to(self, actor: str) -> tuple[str, ...]:
        """Those who were joined to an actor."""
        return tuple(key for key, lead in sorted(self._joined.items()) if lead == actor)

    @property
    def who_is_who(self) -> tuple[object, ...]:
        """All but names and kinds: while this is the same, the same take part in the same events."""
        return self._joined, self._split, self.known.keys() - self._read.keys()

    def is_renamed(self, actor: str) -> bool:
        """Whether a person gave an actor another name."""
        return actor in self._renamed

    def split_in(self, actor: str) -> list[str]:
        """The articles in which somebody else is called like an actor."""
        return sorted(article for key, article in self._split if key == actor)

    def kin(self, actor: str) -> set[str]:
        """An actor, and all who are the same, or were before they were split off."""
        split = {own for (key, _), own in self._split.items() if key == actor}
        return {actor, self.id_of(actor), *split}


def _named(actor: Actor, edits: Corrections) -> Actor:
    name = edits.value(EditKind.ACTOR_NAME) or actor.name
    aliases = tuple(sorted({actor.name, *actor.aliases} - {name}))
    kind = edits.value(EditKind.ACTOR_KIND)
    return replace(actor, name=name, aliases=aliases, kind=ActorKind(kind) if kind else actor.kind)
