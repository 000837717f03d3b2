"""The cast of a doc: whom its mentions stand for, by name where they have one, else as they are described."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec
from msgspec.structs import replace
from spacy.tokens import Doc

from extractors import actors
from extractors.actors.gazetteer import look_up
from extractors.lexicons import verbs
from extractors.lexicons.beings import beings
from extractors.mentions.pronoun_forms import OWNING
from extractors.mentions.records import Being, Count, DocMention, MentionForm, Sieve, mentions
from extractors.mentions.text_view import OF
from extractors.once import once_per_rows
from extractors.syntax.clauses import read_syntax
from timeline.model import Actor, ActorKind, slug

DESCRIBED = "described-"
"""What the ids of those without a name begin with; they are known within one doc."""

_LONGEST = 60
"""Letters of a description that is shown."""
_MOST_WORDS = 15
_MOST = 6
"""Descriptions of one cluster that are kept."""
_BOUNDS = frozenset(("least", "most"))
"""Words behind *at* that parsers part from it."""
_LOWERED = frozenset({"DT", "CD", "JJ", "NNS", "NN", "PDT", "VBN", "VBG"})
"""Tags of first words that are capitalised only where they begin a sentence."""
_SAYING_WHICH = frozenset(("DT", "PDT", "PRP$", "POS", "CD", "WP$", "WDT"))
_POINTING = frozenset(
    "somebody someone anybody anyone everybody everyone nobody those these some many several few both all".split()
)
"""Heads that name nobody without what is around them."""
_KINDS = {Being.PERSON: ActorKind.PERSON, Being.BODY: ActorKind.ORGANISATION}
_ROLES = frozenset({Sieve.APPOSITION, Sieve.PREDICATE})


class Cast(msgspec.Struct, frozen=True):
    """Whom the mentions of a doc stand for."""

    mentions: tuple[DocMention, ...]
    by_head: Mapping[int, int]
    """The number of a mention by its head, of several joined only that of each."""
    actors: Mapping[int, Actor]
    """By cluster."""
    by_id: Mapping[str, Actor]

    def mention(self, head: int) -> DocMention | None:
        """The mention that has a word for its head."""
        number = self.by_head.get(head)
        return None if number is None else self.mentions[number]

    def ids(self, head: int) -> frozenset[str]:
        """The ids of whom the mention stands for that has a word for its head."""
        number = self.by_head.get(head)
        return frozenset() if number is None else frozenset(actor.id for actor in self.of(number))

    def of(self, number: int) -> tuple[Actor, ...]:
        """Whom a mention stands for: nobody, one, or each of several that are joined."""
        one = self.mentions[number]
        first = self.mentions[one.cluster]
        joined = next((m.members for m in (one, first) if m.members), ())
        if joined:
            return tuple(dict.fromkeys(actor for member in joined for actor in self._alone(member)))
        return self._alone(number)

    def _alone(self, number: int) -> tuple[Actor, ...]:
        actor = self.actors.get(self.mentions[number].cluster)
        return () if actor is None else (actor,)


@once_per_rows("dateline_actors", "dateline_mentions")
def read_cast(doc: Doc) -> Cast:
    """The cast of a processed doc."""
    found = mentions(doc)
    by_head = {one.head: n for n, one in enumerate(found) if not one.members}
    cast = _Casting(doc, found).actors()
    return Cast(found, by_head, cast, {actor.id: actor for actor in cast.values()})


class _Casting:
    """The actors of one doc, by cluster, in the order of the text."""

    def __init__(self, doc: Doc, found: Sequence[DocMention]) -> None:
        self._doc = doc
        self._syntax = read_syntax(doc)
        self._clusters: dict[int, list[DocMention]] = {}
        for one in found:
            self._clusters.setdefault(one.cluster, []).append(one)
        self._pronouns = {one.head: one.cluster for one in found if one.form is MentionForm.PRONOUN}
        self._named = {actor.id: actor for actor in actors.actors(doc)}
        self._cast: dict[int, Actor] = {}

    def actors(self) -> dict[int, Actor]:
        """Whom each cluster stands for."""
        taken: set[str] = set()
        for cluster, members in self._clusters.items():
            name = next((one.actor for one in members if one.actor in self._named), "")
            actor = (
                self._with_roles(self._shown(self._named[name], members), members) if name else self._described(members)
            )
            actor = self._acting_place(members) if actor is None else actor
            if actor is not None:
                doubled = not name and actor.id in taken
                self._cast[cluster] = replace(actor, id=f"{actor.id}-{cluster}") if doubled else actor
                taken.add(actor.id)
        return self._cast

    def _shown(self, actor: Actor, members: Iterable[DocMention]) -> Actor:
        """An actor of unknown kind as what its pronouns and descriptions show."""
        if actor.kind is not ActorKind.UNKNOWN:
            return actor
        beings_ = {one.being for one in members if one.sieve is not Sieve.PRONOUN or one.sure}
        kind = next((kind for being, kind in _KINDS.items() if being in beings_), ActorKind.UNKNOWN)
        return replace(actor, kind=kind)

    def _with_roles(self, actor: Actor, members: Iterable[DocMention]) -> Actor:
        """A person with what the text says beside the name or by *is* that they are: *a retired judge*."""
        if actor.kind is not ActorKind.PERSON:
            return actor
        told = (one for one in members if one.sieve in _ROLES and one.form is MentionForm.DESCRIPTION)
        roles = {_without_article(self._text(one)) for one in told}
        return replace(actor, titles=tuple(sorted({*actor.titles, *roles} - {""})))

    def _acting_place(self, members: Sequence[DocMention]) -> Actor | None:
        """A state, city or province that does something: *Velmark province held its vote in May*."""
        first = next((one for one in members if one.form is MentionForm.NAME and one.being is Being.PLACE), None)
        if first is None or not any(self._acts(one) for one in members):
            return None
        name = self._doc[first.start : first.end].text
        return Actor(id=slug(name), name=name, kind=ActorKind.ORGANISATION)

    def _acts(self, one: DocMention) -> bool:
        """Whether a place is the subject of a verb with an object, in the active."""
        clause = self._syntax.clauses.get(self._syntax.tree.heads[one.head])
        own = clause is not None and clause.subject == one.head and not clause.passive and clause.predicate is None
        lemma = self._syntax.tree.lemmas[clause.verb] if clause is not None else ""
        return own and clause is not None and bool(clause.objects) and lemma not in verbs.of_places()

    def _described(self, members: Sequence[DocMention]) -> Actor | None:
        """An actor without a name, as the text describes it; None for what takes part in nothing, or says nothing."""
        told = [one for one in members if one.form is MentionForm.DESCRIPTION and not one.members]
        kind = next((kind for one in told if (kind := self._kind(one)) is not None), None)
        if kind is ActorKind.VEHICLE and self._kind(told[0]) is not kind:
            return None  # *Two sailors whose boat sank*: who it is about are they.
        if kind is ActorKind.PERSON and all(self._is_bare(one) for one in told):
            return None  # *Made her president*, *an offer from party leader to leader*
        texts = [text for one in told[:_MOST] if (text := self._text(one))] if kind is not None else []
        if kind is None or not texts:
            return None
        name = next((text for text in texts if " " in text), texts[0])  # *ferry*, in a headline, is *the ferry*
        others = tuple(sorted({*texts} - {name}))
        return Actor(id=f"{DESCRIBED}{slug(name)}", name=name, kind=kind, aliases=others)

    def _is_bare(self, one: DocMention) -> bool:
        """Whether nothing before a noun for one person says that one is meant: *as mayor*."""
        doc, head = self._doc, self._doc[one.head]
        before = doc[max(one.start, one.head - _MOST_WORDS) : one.head]
        named = head.tag_ != "NN" or (head.i + 1 < len(doc) and doc[head.i + 1].tag_.startswith("NNP"))
        return one.count is Count.ONE and not named and not any(token.tag_ in _SAYING_WHICH for token in before)

    def _kind(self, one: DocMention) -> ActorKind | None:
        if one.being is Being.PERSON:
            return ActorKind.PERSON if one.count is Count.ONE else ActorKind.GROUP
        if one.being is Being.BODY:
            return ActorKind.GROUP if one.count is Count.MANY else ActorKind.ORGANISATION
        if one.being is Being.PLACE and one.count is Count.MANY and self._doc[one.head].lemma_ in beings().lands:
            return ActorKind.GROUP  # *six states*
        before = self._doc[max(one.start, one.head - _MOST_WORDS) : one.head]
        owned = any(token.lower_ in OWNING or token.tag_ == "POS" for token in before)
        head = self._doc[one.head]
        nouns = (token.lemma_.lower() for token in ((head,) if not head.tag_.startswith("NNP") else (*before, head)))
        return ActorKind.VEHICLE if not owned and not beings().vehicles.isdisjoint(nouns) else None

    def _text(self, one: DocMention) -> str:
        """A description as written, a pronoun in it replaced by whom it means; empty where it can't stand alone."""
        bound = one.head + 1 < one.end and self._doc[one.head + 1].lower_ in OF
        end = one.end if bound and one.end - one.start <= _MOST_WORDS else self._after_name(one.head)
        start = max(one.start, end - _MOST_WORDS)
        at_least = self._doc[start].lower_ in _BOUNDS and start > 0 and self._doc[start - 1].lower_ == "at"
        tokens = self._doc[start - at_least : end]
        owners = {
            token.i: self._cast.get(self._pronouns.get(token.i, -1)) for token in tokens if token.lower_ in OWNING
        }
        if None in owners.values() or self._doc[one.head].lower_ in _POINTING:
            return ""
        parts = (
            f"{possessive(owner.name)} " if (owner := owners.get(token.i)) else token.text_with_ws for token in tokens
        )
        text = " ".join("".join(parts).split())
        if len(text) > _LONGEST:
            text = " ".join(self._doc[one.start : one.head + 1].text.split())
        if len(text) > _LONGEST:
            return ""
        lowered = at_least or (
            tokens[0].tag_ in _LOWERED and not tokens[0].ent_type_ and look_up(tokens[0].text) is None
        )
        return text[:1].lower() + text[1:] if lowered else text

    def _after_name(self, head: int) -> int:
        """Where a thing ends that its name stands behind: *the ferry Astrid*."""
        end = head + 1
        while (
            self._doc[head].tag_ == "NN"
            and end < min(len(self._doc), head + _MOST_WORDS)
            and self._doc[end].tag_.startswith("NNP")
            and self._syntax.tree.heads[end] in range(head, end)
        ):
            end += 1
        return end


def possessive(name: str) -> str:
    """A name as an owner’s."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def _without_article(text: str) -> str:
    first, _, rest = text.partition(" ")
    return rest if first.lower() in ("a", "an", "the") else text
