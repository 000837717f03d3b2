"""The corrections of sources: what they are called, what they are, and who vouches for what."""

from collections.abc import Collection, Iterable, Mapping
from typing import Self

from msgspec.structs import replace

from timeline.correcting.cast import Cast, split_id
from timeline.correcting.held import Held
from timeline.correcting.joining import joined
from timeline.edits import ON_SOURCES, EditKind
from timeline.model import Article, Source, SourceKind, fold, slug
from timeline.outlets import outlet_of


class Voices:
    """The sources as a person corrected them."""

    sources: Mapping[str, Source]
    """By id; also those that nothing rests on any more."""

    def __init__(self, read: Mapping[str, Source]) -> None:
        """For `of`."""
        self.sources = self._read = read
        self._outlets: dict[str, str] = {}
        self._same: dict[str, str] = {}
        self._split: dict[tuple[str, str], str] = {}
        self._named: dict[str, str] = {}
        self._joined: Mapping[str, str] = {}

    @classmethod
    def of(
        cls,
        read: Mapping[str, Source],
        held: Held,
        cast: Cast,
        articles: Mapping[str, Article],
        by_hand: Iterable[str],
    ) -> Self:
        """Those that were `read` in `articles`, under the edits that hold; events of the articles `by_hand` were added.

        Who is somebody else, and what an article is called, is taken over from `cast` and `articles`.
        """
        self = cls(read)
        added = list(by_hand)
        if not (added or cast.is_corrected or held.has((*ON_SOURCES, EditKind.SOURCE, *_CALLED))):
            return self
        sources = dict(read)
        for target, edits in held.of(*_CALLED).items():
            if target in articles and any(edits.value(kind) for kind in _CALLED):
                outlet = outlet_of(articles[target])
                sources.setdefault(outlet.id, outlet)
                self._outlets[target] = outlet.id
        for article in added:
            outlet = outlet_of(articles[article])
            sources.setdefault(outlet.id, outlet)
        self._follow(cast, sources)
        self._named = {fold(source.name): key for key, source in sorted(read.items(), reverse=True)}
        for edits in held.of(EditKind.SOURCE).values():
            if (name := edits.value(EditKind.SOURCE)) and self._known(name) is None:
                own = f"speaker-{slug(name)}"
                actor = slug(name) if slug(name) in cast.actors else ""
                sources.setdefault(own, Source(id=own, name=name, kind=SourceKind.SPEAKER, actor=actor))
                self._named[fold(name)] = own
        about = held.of(*ON_SOURCES)
        joins = {
            self._same.get(one, one): about[one] for one in sorted(about) if about[one].value(EditKind.SOURCE_JOIN)
        }
        self._joined = joined(joins, EditKind.SOURCE_JOIN, self._same, sources.__contains__)
        for target, edits in about.items():
            if target in sources:
                name, kind = edits.value(EditKind.SOURCE_NAME), edits.value(EditKind.SOURCE_KIND)
                one = sources[target]
                sources[target] = replace(one, name=name or one.name, kind=SourceKind(kind) if kind else one.kind)
        self.sources = sources
        return self

    def id_of(self, source: str, article: str) -> str:
        """Who a source that was read in an article is."""
        if article in self._outlets and source in self._read and self._read[source].kind is SourceKind.OUTLET:
            return self.lead(self._outlets[article])
        return self.lead(self._split.get((source, article), source))

    def lead(self, source: str) -> str:
        """Who vouches for what a source said: itself, or that with which it is one."""
        own = self._same.get(source, source)
        return self._joined.get(own, own)

    def joined_to(self, source: str) -> tuple[str, ...]:
        """Those that a person joined to a source."""
        return tuple(key for key, lead in sorted(self._joined.items()) if lead == source)

    def outlet(self, article: Article) -> str:
        """Who speaks in an article where it quotes nobody."""
        return self.lead(self._outlets.get(article.id) or outlet_of(article).id)

    def of_actors(self, actors: Collection[str]) -> set[str]:
        """The sources that these actors are."""
        return {key for key, source in self.sources.items() if source.actor in actors}

    def named(self, name: str) -> str:
        """The id of the source that a person's words name, as it was read or added by hand."""
        return self.lead(self._known(name) or self._named[fold(name)])

    def called(self, name: str) -> str:
        """What the source was called when it was read that is called so now; `name` itself if there is none."""
        now = (key for key, source in sorted(self.sources.items()) if fold(source.name) == fold(name))
        return next((self._read[key].name for key in now if key in self._read), name)

    def _known(self, name: str) -> str | None:
        return name if name in self._read else self._named.get(fold(name))

    def _follow(self, cast: Cast, sources: dict[str, Source]) -> None:
        """A speaker goes by the name of the actor that they are, and is one source where two actors are one."""
        groups: dict[str, list[str]] = {}
        for key, source in sorted(self._read.items()):
            if not source.actor:
                continue
            actor = cast.id_of(source.actor)
            groups.setdefault(actor, []).append(key)
            if actor != source.actor or cast.is_renamed(actor):
                sources[key] = replace(source, actor=actor, name=cast.actors[actor].name)
            for article in cast.split_in(source.actor):
                own = split_id(key, article)
                other = cast.id_of(source.actor, article)
                sources[own] = replace(source, id=own, actor=other, name=cast.actors[other].name)
                self._split[key, article] = own
        for actor, keys in groups.items():
            lead = next((key for key in keys if self._read[key].actor == actor), keys[0])
            if any(self._read[key].actor != actor for key in keys):
                self._same.update((key, lead) for key in keys if key != lead)


_CALLED = (EditKind.HEADLINE, EditKind.OUTLET)
