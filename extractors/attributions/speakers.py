"""Speakers: whom the words of a source mean, with the pronouns of one article resolved in the order of its text."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType

from spacy.tokens import Doc, Span

from extractors import actors
from extractors.attributions.named_phrases import PEOPLE, NamedPhrases
from extractors.lexicons import nouns
from extractors.lexicons.beings import beings, person_nouns, pronoun_of_given
from extractors.lexicons.names import Pronoun, titles_of
from extractors.sentences import sentences
from extractors.syntax.clauses import Syntax, read_syntax
from extractors.syntax.relations import Relation
from timeline.model import Actor, ActorKind

_PERSONAL: tuple[Pronoun, ...] = ("he", "she")
_NAMELESS = ("who", "which", "that", "we", "i", "you")
_BODIES = (ActorKind.ORGANISATION, ActorKind.COUNTRY)
_OWNERS = {"his": PEOPLE, "her": PEOPLE, "its": (ActorKind.ORGANISATION, ActorKind.COUNTRY)}
_CASES = {"his": "he", "him": "he", "her": "she", "its": "it", "their": "they", "them": "they"}
"""*According to him*; and of what somebody published: *according to its statement*."""
_FEWEST_OWNED = 2
_BELOW = frozenset({Relation.RELATIVE, Relation.ADNOMINAL, Relation.ADVERBIAL})
"""Clauses that tell more of what the one above them tells."""
_NEAR = 2
"""Sentences over which *they* and *it* still mean who spoke."""
_CANDIDATES = 6
"""People that a pronoun may mean, nearest first."""

Named = tuple[str, str]
"""Name and actor id; empty where there is none."""


class Speakers:
    """Names the sources of one doc; to be asked in the order of the text."""

    def __init__(self, doc: Doc, subjects: Mapping[int, tuple[int, int]] = MappingProxyType({})) -> None:
        """Take the mentions of a doc, and `subjects`, the subjects of main clauses with their phrases."""
        self._doc = doc
        self._mentions = sorted(doc.spans.get(actors.KEY, ()), key=lambda mention: mention.start)
        self._starts = [mention.start for mention in self._mentions]
        self._phrases = NamedPhrases(doc, self._mentions)
        cast = actors.actors(doc)
        self._names = {actor.id: actor.name for actor in cast}
        self._kinds = {actor.id: actor.kind for actor in cast}
        self._pronouns = {actor.id: _pronoun(actor) for actor in cast}
        self._titles: dict[str, set[str]] = {}
        for actor in cast:
            for title in actor.titles:
                self._titles.setdefault(title.split()[-1].lower(), set()).add(actor.id)
        for role, bearers in self._phrases.roles().items():
            self._titles.setdefault(role, set()).update(bearers)
        initials: dict[str, set[str]] = {}
        for actor in cast:
            if actor.kind is ActorKind.PERSON:
                initials.setdefault("".join(word[0] for word in actor.name.split()), set()).add(actor.id)
        self._initials = {letters: next(iter(ids)) for letters, ids in initials.items() if len(ids) == 1}
        self._sentences = [sentence.start for sentence in sentences(doc)]
        self._leading = _People(dict(reversed(list(self._leads(frozenset(subjects) | set(self._sentences))))))
        self._subjects = {end - 1 for _, end in subjects.values()} | set(subjects)
        plural = [phrase for at, phrase in sorted(subjects.items()) if doc[at].tag_ in ("NNS", "NNPS")]
        self._plurals = plural
        self._bodies = [
            phrase for at, phrase in sorted(subjects.items()) if doc[at].lemma_ in nouns.bodies() or self._is_body(at)
        ]
        self._speaking = _People({})
        self._several: tuple[int, Named] | None = None
        self._body: tuple[int, Named] | None = None
        self._unnamed: tuple[int, str] | None = None
        """The last one who spoke and is a person without a name: *a lawyer for the families*."""

    def name(self, source: tuple[int, int] | None, *, embedded: bool = False) -> Named:
        """Name and actor id of a source, given by its tokens; empty where it has none.

        Args:
            source: the noun phrase.
            embedded: whether another speaks of it; then no later pronoun means it.
        """
        if source is None:
            return "", ""
        span = self._doc[source[0] : source[1]]
        name, actor = self._read(span)
        if name and not embedded:
            self._remember(span, name, actor)
        return name, actor

    def _leads(self, subjects: Collection[int]) -> Iterator[tuple[int, str]]:
        """The people that sentences are about, by the number of the sentence, in the order of the text."""
        for mention in self._mentions:
            if mention.label_ in PEOPLE and any(at in subjects for at in range(mention.start, mention.end)):
                yield self._sentence_of(mention.start), str(mention.id_)

    def _is_body(self, at: int) -> bool:
        """Whether a word ends the name of a body."""
        last = bisect_left(self._starts, at + 1) - 1
        mention = self._mentions[last] if last >= 0 else None
        return mention is not None and mention.end == at + 1 and mention.label_ in _BODIES

    def _remember(self, span: Span, name: str, actor: str) -> None:
        sentence = self._sentence_of(span.start)
        kind = self._kinds.get(actor)
        if kind in PEOPLE:
            self._speaking.add(sentence, actor)
        elif kind in _BODIES:
            self._body = sentence, (name, actor)
        elif span.root.tag_ in ("NNS", "NNPS") or any(token.lower_ == "and" for token in span):
            self._several = sentence, (name, actor)
        elif not actor and self._is_somebody(span):
            self._unnamed = sentence, name
        elif not actor and span.root.tag_ == "NN":
            self._body = sentence, (name, actor)

    def _is_somebody(self, span: Span) -> bool:
        """Whether a phrase can be one person: *a harbour official*, *the leader of the party*; not *the report*."""
        head = span.root
        named = any(token.pos_ == "PROPN" for token in span[: head.i - span.start + 2])  # *broadcaster Ilva Radio* too
        return head.tag_ == "NN" and not named and head.lemma_.lower() in person_nouns()

    def _read(self, span: Span) -> Named:
        words = _CASES.get(span.text.lower(), span.text.lower())
        sentence = self._sentence_of(span.start)
        if words in _PERSONAL:
            return self._person(words, sentence, span.start)
        if words in ("they", "it"):
            return self._many(span.start, sentence) if words == "they" else self._one(span.start, sentence)
        alone = self._phrases.part_of(span) or self._phrases.apposed(span) or self._phrases.only_person(span)
        if alone:
            return self._names[alone], alone
        if self._phrases.joins(span) and not self._phrases.is_one_name(span):
            several = self._phrases.before_bracket(span)  # Several speak as one: *Spain, Germany and France*.
            return several.text, ""
        titled = self._titled(words) or self._initials.get(span.text, "")
        if titled:
            return self._names[titled], titled
        head = self._phrases.head_of(span)
        named = self._phrases.named(head) or self._phrases.in_apposition(span, head)
        if named:
            return self._names[named], named
        body = self._the_body(words, sentence)
        return body if body[0] else ("" if words in _NAMELESS else self._owned(head, sentence) or head.text, "")

    def _many(self, before: int, sentence: int) -> Named:
        """*they*: several who spoke, several that the sentence or the one before is about, or a body that spoke."""
        spoke = self._remembered(self._several, sentence)
        last = bisect_left(self._plurals, (before, before)) - 1
        if last >= 0 and sentence - self._sentence_of(self._plurals[last][0]) <= 1:
            latest = self._plurals[last]
            if not spoke[0] or self._several is None or self._sentence_of(latest[0]) > self._several[0]:
                return self._read(self._doc[slice(*latest)])
        return spoke if spoke[0] else self._one(before, sentence)

    def _one(self, before: int, sentence: int) -> Named:
        """*it*: a body that spoke, or that the sentence before is about: *the central bank said …; it expects …*."""
        spoke = self._remembered(self._body, sentence)
        if spoke[0]:
            return spoke
        last = bisect_left(self._bodies, (before, before)) - 1
        near = last >= 0 and self._sentence_of(self._bodies[last][0]) == sentence - 1
        return self._read(self._doc[slice(*self._bodies[last])]) if near else ("", "")

    def _remembered(self, latest: tuple[int, Named] | None, sentence: int) -> Named:
        return latest[1] if latest is not None and sentence - latest[0] <= _NEAR else ("", "")

    def _titled(self, words: str) -> str:
        """*The minister*, where only one of the article bears that title."""
        title = words.removeprefix("the ")
        bearers = self._titles.get(title, ()) if title != words else ()
        return next(iter(bearers)) if len(bearers) == 1 else ""

    def _sentence_of(self, token: int) -> int:
        return bisect_left(self._sentences, token + 1) - 1

    def _person(self, pronoun: str, sentence: int, at: int) -> Named:
        """*he*, *she*: whoever spoke last without a name, if nobody named did since; else the person that it means."""
        last = self._unnamed
        if last is not None and sentence - last[0] <= _NEAR and last[0] >= self._speaking.last_number:
            return last[1], ""
        actor = self._subject_above(pronoun, at) or self._antecedent(pronoun, sentence)
        return self._names.get(actor, ""), actor

    @cached_property
    def _syntax(self) -> Syntax:
        return read_syntax(self._doc)  # once for all: what is kept of it is compared with the whole doc each time

    def _subject_above(self, pronoun: str, at: int) -> str:
        """*Rask spoke after his arrest, in which he denied it*: in a clause that tells more, the subject above it."""
        syntax = self._syntax
        clause = syntax.clause_of(at)
        above = None if clause is None or clause.parent is None else syntax.clauses.get(clause.parent)
        while above is not None and above.relation in _BELOW and above.parent is not None:
            above = syntax.clauses.get(above.parent)
        if clause is None or clause.relation not in _BELOW or above is None or above.subject is None:
            return ""
        last = bisect_left(self._starts, above.subject + 1) - 1
        mention = self._mentions[last] if last >= 0 else None
        if mention is None or not mention.start <= above.subject < mention.end or above.subject > at:
            return ""
        person = mention.label_ in PEOPLE and self._pronouns.get(mention.id_) in ("", pronoun)
        return str(mention.id_) if person else ""

    def _owned(self, span: Span, sentence: int) -> str:
        """*Its lawyers*, after whom the same sentence is about: *the union will appeal, its lawyers said*."""
        kinds = _OWNERS.get(span[0].lower_)
        if kinds is None or len(span) < _FEWEST_OWNED:
            return ""
        before = self._mentions[
            bisect_left(self._starts, self._sentences[sentence]) : bisect_left(self._starts, span.start)
        ]
        owners = [mention.id_ for mention in before if mention.label_ in kinds and mention.end - 1 in self._subjects]
        return f"{self._names[owners[-1]]}’s {span[1:].text}" if owners else ""

    def _the_body(self, words: str, sentence: int) -> Named:
        """*The company*: the organisation that spoke last."""
        latest = self._remembered(self._body, sentence)
        means = words.startswith("the ") and words.removeprefix("the ") in beings().unnamed_bodies
        return latest if means and self._kinds.get(latest[1]) is ActorKind.ORGANISATION else ("", "")

    def _antecedent(self, pronoun: str, sentence: int) -> str:
        """Whom *he* or *she* means: going back, who spoke, or the person that a sentence before is about."""
        spoke = [(number, 1, actor) for number, actor in self._speaking.latest(sentence + 1)]
        led = [(number, 0, actor) for number, actor in self._leading.latest(sentence)]
        for _, _, actor in sorted((*spoke, *led), reverse=True):
            if self._pronouns.get(actor) in ("", pronoun):
                return actor
        return ""


def _pronoun(actor: Actor) -> str:
    """*he* or *she*, where a title says it: *Mrs.*, *King*; else what most bearers of the first of two names go by."""
    title_words = {word for title in actor.titles for word in title.split()}
    pronouns = [pronoun for pronoun in _PERSONAL if title_words & titles_of(pronoun)]
    if len(pronouns) == 1:
        return pronouns[0]
    first, _, more = actor.name.partition(" ")
    return (pronoun_of_given(first) or "") if more and actor.kind is ActorKind.PERSON else ""


class _People:
    """Actors by the number of their sentence, which only grows."""

    def __init__(self, rows: dict[int, str]) -> None:
        self._rows = sorted(rows.items())

    def add(self, number: int, actor: str) -> None:
        self._rows.append((number, actor))

    @property
    def last_number(self) -> int:
        """The number of the sentence of the last one; -1 for none."""
        return self._rows[-1][0] if self._rows else -1

    def latest(self, before: int) -> list[tuple[int, str]]:
        """The last ones in the sentences before a sentence."""
        end = bisect_left(self._rows, (before, ""))
        return self._rows[max(0, end - _CANDIDATES) : end]
