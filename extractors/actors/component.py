"""Actors: a spaCy component that settles for a whole article which names it has, what they name, and who is who.

`nlp.add_pipe("dateline_actors")` reads the entities that a pipeline marked, mends them by what the rest of the article
says (`extractors/actors`), and sets them back as `doc.ents` with the labels PERSON, ORG, GPE, LOC and NORP; entities of
other kinds stay. It fills `doc.spans["actors"]`: mentions, labelled with the kind of actor, `span.id_` the actor's id.
A place that is no country is a name, and no actor.
"""

from collections.abc import Sequence

import msgspec
from spacy.language import Language
from spacy.tokens import Doc, Span

from extractors.actors.candidates import LABELS, cover
from extractors.actors.gazetteer import NameKind, look_up
from extractors.actors.settling import Naming, find_names
from extractors.component import Component
from extractors.once import once_per_rows
from timeline.model import Actor, ActorKind, slug

KEY = "actors"
"""Where the mentions are: `doc.spans[KEY]`."""

_KINDS = {NameKind.PERSON: ActorKind.PERSON, NameKind.ORG: ActorKind.ORGANISATION, NameKind.NORP: ActorKind.GROUP}

if not Doc.has_extension("dateline_actors"):
    Doc.set_extension("dateline_actors", default=None)


class Actors(Component[Naming]):
    """Finds mentions, then settles for the whole article who is who."""

    def match(self, doc: Doc) -> list[Naming]:
        """The names of a doc, with what each names, without changing it."""
        return find_names(doc)

    def set_annotations(self, doc: Doc, records: Sequence[Naming]) -> None:
        """Set `doc.ents`, `doc.spans["actors"]` and `doc._.dateline_actors`."""
        cast = Cast(doc, records)
        meant = ((naming.name, cast.actor_of(naming)) for naming in records)
        doc.spans[KEY] = [
            Span(doc, name.start, name.end, label=actor.kind.value, span_id=actor.id) for name, actor in meant if actor
        ]
        doc._.dateline_actors = [
            {"id": a.id, "name": a.name, "kind": a.kind.value, "aliases": list(a.aliases), "titles": list(a.titles)}
            for a in cast.actors()
        ]
        set_entities(doc, records)


def set_entities(doc: Doc, namings: Sequence[Naming]) -> None:
    """Make the names the doc's entities, beside those of other kinds."""
    covered = cover(len(doc), (naming.name for naming in namings))
    others = [e for e in doc.ents if e.label_ not in LABELS and not any(covered[e.start : e.end])]
    named = [Span(doc, naming.name.start, naming.name.end, label=naming.kind.value) for naming in namings]
    doc.set_ents([*others, *named])


@once_per_rows("dateline_actors")
def actors(doc: Doc) -> tuple[Actor, ...]:
    """The actors of a processed doc as records, by id."""
    return tuple(
        Actor(
            id=row["id"],
            name=row["name"],
            kind=ActorKind(row["kind"]),
            aliases=tuple(row["aliases"]),
            titles=tuple(row["titles"]),
        )
        for row in doc._.dateline_actors or ()
    )


class Cast:
    """The actors of one article, each with every name and title that it goes by."""

    def __init__(self, doc: Doc, namings: Sequence[Naming]) -> None:
        full: dict[str, str] = {}
        for naming in namings:
            if naming.key == naming.owner and (naming.key not in full or full[naming.key].isupper()):
                full[naming.key] = naming.text(doc)
        shown = {naming.owner for naming in namings if naming.shown}
        self._ids: dict[str, str] = {}
        self._actors: dict[str, Actor] = {}
        aliases: dict[str, set[str]] = {}
        titles: dict[str, set[str]] = {}
        for naming in namings:
            name, kind = _identity(full.get(naming.owner, naming.text(doc)), naming.kind)
            if kind is ActorKind.PERSON and naming.owner not in shown:
                kind = ActorKind.UNKNOWN
            if kind is not None:
                known = self._ids[naming.owner] = slug(name)
                self._actors.setdefault(known, Actor(id=known, name=name, kind=kind))
                aliases.setdefault(known, set()).add(naming.text(doc))
                titles.setdefault(known, set()).add(naming.titles(doc))
        self._actors = {
            known: msgspec.structs.replace(
                actor,
                aliases=tuple(sorted(aliases[known] - {actor.name})),
                titles=tuple(sorted(titles[known] - {""})),
            )
            for known, actor in sorted(self._actors.items())
        }

    def actor_of(self, naming: Naming) -> Actor | None:
        """The actor that a mention means; None for a place that is none."""
        return self._actors.get(self._ids.get(naming.owner, ""))

    def actors(self) -> list[Actor]:
        """All, by id."""
        return list(self._actors.values())


def _identity(name: str, kind: NameKind) -> tuple[str, ActorKind | None]:
    """The canonical name of an actor and its kind; no kind for a place that is no country."""
    entry = look_up(name)
    one = look_up(name.removesuffix("s")) if kind is NameKind.NORP and name.endswith("s") else None
    if one is not None and one.kind is NameKind.NORP:
        return name, ActorKind.GROUP  # *Velmarkers* are no country.
    if entry is not None and entry.country and kind not in (NameKind.PERSON, NameKind.ORG):
        return entry.country, ActorKind.COUNTRY
    return name, _KINDS.get(kind)


@Language.factory("dateline_actors", assigns=["doc.ents", "doc.spans"])
def make_actors(nlp: Language, name: str) -> Actors:  # noqa: ARG001 - the signature of a spaCy factory
    """The component, for `nlp.add_pipe("dateline_actors")`."""
    return Actors()
