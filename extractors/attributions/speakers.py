"""Speakers: whom the words of a source mean, with the pronouns of one article resolved in the order of its text."""

from bisect import bisect_left
from collections.abc import Collection, Iterator

from spacy.tokens import Doc, Span

from extractors import actors
from extractors.lexicons.names import Pronoun, titles_of
from extractors.sentences import sentences
from timeline.model import ActorKind

_PERSONAL: tuple[Pronoun, ...] = ("he", "she")
_AFTER_THE_HEAD = frozenset(", who whose which that in ( –  —".split())
_PREPOSITIONS = frozenset("of for at from with by in on to under".split())
_NAMELESS = ("who", "which", "that", "we", "i", "you")
_BODIES = (ActorKind.ORGANISATION, ActorKind.COUNTRY)
_NEAR = 2
"""Sentences over which *they* and *it* still mean who spoke."""
_CANDIDATES = 6
"""People that a pronoun may mean, nearest first."""

Named = tuple[str, str]
"""Name and actor id; empty where there is none."""


class Speakers:
    """Names the sources of one doc; to be asked in the order of the text."""

    def __init__(self, doc: Doc, subjects: Collection[int] = ()) -> None:
        """Take the mentions of a doc, and `subjects`, the words that are subjects of main clauses."""
        self._doc = doc
        self._mentions = sorted(doc.spans.get(actors.KEY, ()), key=lambda mention: mention.start)
        self._starts = [mention.start for mention in self._mentions]
        cast = actors.actors(doc)
        self._names = {actor.id: actor.name for actor in cast}
        self._kinds = {actor.id: actor.kind for actor in cast}
        self._pronouns = {actor.id: _pronoun(actor.titles) for actor in cast}
        self._titles: dict[str, set[str]] = {}
        for actor in cast:
            for title in actor.titles:
                self._titles.setdefault(title.split()[-1].lower(), set()).add(actor.id)
        self._sentences = [sentence.start for sentence in sentences(doc)]
        self._leading = _People(dict(reversed(list(self._leads(frozenset(subjects) | set(self._sentences))))))
        self._speaking = _People({})
        self._several: tuple[int, Named] | None = None
        self._body: tuple[int, Named] | None = None

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
            if mention.label_ == ActorKind.PERSON and any(at in subjects for at in range(mention.start, mention.end)):
                yield self._sentence_of(mention.start), str(mention.id_)

    def _remember(self, span: Span, name: str, actor: str) -> None:
        sentence = self._sentence_of(span.start)
        kind = self._kinds.get(actor)
        if kind is ActorKind.PERSON:
            self._speaking.add(sentence, actor)
        elif kind in _BODIES:
            self._body = sentence, (name, actor)
        elif span[-1].tag_ in ("NNS", "NNPS") or any(token.lower_ == "and" for token in span):
            self._several = sentence, (name, actor)

    def _read(self, span: Span) -> Named:
        words = span.text.lower()
        sentence = self._sentence_of(span.start)
        if words in _PERSONAL:
            actor = self._antecedent(words, sentence)
            return self._names.get(actor, ""), actor
        if words in ("they", "it"):
            latest = self._several if words == "they" else self._body
            return latest[1] if latest is not None and sentence - latest[0] <= _NEAR else ("", "")
        if any(token.lower_ == "and" for token in span) and not self._is_one_name(span):
            return span.text, ""  # Several speak as one: *Spain, Germany and France*.
        titled = self._titled(words)
        if titled:
            return self._names[titled], titled
        head = span[: next((n for n, token in enumerate(span) if n and token.lower_ in _AFTER_THE_HEAD), len(span))]
        named = self._named(head) or self._named(span, only_person=True)
        if named:
            return self._names[named], named
        return ("" if words in _NAMELESS else head.text), ""

    def _titled(self, words: str) -> str:
        """*The minister*, where only one of the article bears that title."""
        title = words.removeprefix("the ")
        bearers = self._titles.get(title, ()) if title != words else ()
        return next(iter(bearers)) if len(bearers) == 1 else ""

    def _is_one_name(self, span: Span) -> bool:
        """*The Ministry of Trade and Industry*: a single name with *and* in it."""
        last = bisect_left(self._starts, span.end) - 1
        if last < 0:
            return False
        mention = self._mentions[last]
        return bool(mention.end == span.end and mention.start - span.start <= 1)

    def _named(self, phrase: Span, *, only_person: bool = False) -> str:
        """Whom a noun phrase names: *Mayor Rosa Lind*, *the Oslund Council*; not *an official of the council*."""
        mentions = self._mentions[bisect_left(self._starts, phrase.start) : bisect_left(self._starts, phrase.end)]
        for mention in mentions:
            lead = self._doc[phrase.start : mention.start]
            if any(token.lower_ in _PREPOSITIONS for token in lead):
                return ""
            person = mention.label_ == ActorKind.PERSON
            heads = mention.end == phrase.end or person
            if heads and (person or not only_person):
                return str(mention.id_)
        return ""

    def _sentence_of(self, token: int) -> int:
        return bisect_left(self._sentences, token + 1) - 1

    def _antecedent(self, pronoun: str, sentence: int) -> str:
        """Whom *he* or *she* means: going back, who spoke, or the person that a sentence before is about."""
        spoke = [(number, 1, actor) for number, actor in self._speaking.latest(sentence + 1)]
        led = [(number, 0, actor) for number, actor in self._leading.latest(sentence)]
        for _, _, actor in sorted((*spoke, *led), reverse=True):
            if self._pronouns.get(actor) in ("", pronoun):
                return actor
        return ""


def _pronoun(titles: Collection[str]) -> str:
    """*he* or *she*, where a title says it: *Mrs.*, *King*."""
    title_words = {word for title in titles for word in title.split()}
    pronouns = [pronoun for pronoun in _PERSONAL if title_words & titles_of(pronoun)]
    return pronouns[0] if len(pronouns) == 1 else ""


class _People:
    """Actors by the number of their sentence, which only grows."""

    def __init__(self, rows: dict[int, str]) -> None:
        self._rows = sorted(rows.items())

    def add(self, number: int, actor: str) -> None:
        self._rows.append((number, actor))

    def latest(self, before: int) -> list[tuple[int, str]]:
        """The last ones in the sentences before a sentence."""
        end = bisect_left(self._rows, (before, ""))
        return self._rows[max(0, end - _CANDIDATES) : end]
