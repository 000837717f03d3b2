"""Speakers: whom the words of a source mean, with the pronouns of one article resolved in the order of its text."""

from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Doc, Span

from extractors import actors
from extractors.sentences import sentences
from timeline.model import ActorKind

_PERSONAL = ("he", "she")
_AFTER_THE_HEAD = frozenset(", who whose which that in ( –  —".split())
_PREPOSITIONS = frozenset("of for at from with by in on to under".split())
_IMPERSONAL = ("they", "it", "who", "which", "we", "i", "you")


class Speakers:
    """Names the sources of one doc; to be asked in the order of the text."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._mentions = sorted(doc.spans.get(actors.KEY, ()), key=lambda mention: mention.start)
        self._starts = [mention.start for mention in self._mentions]
        self._names = {actor.id: actor.name for actor in actors.actors(doc)}
        self._sentences = [sentence.start for sentence in sentences(doc)]
        people = {m.start: m.id_ for m in self._mentions if m.label_ == ActorKind.PERSON}
        leads = [(number, people[start]) for number, start in enumerate(self._sentences) if start in people]
        self._leading = _Latest(leads)
        self._speaking = _Latest([])

    def name(self, source: tuple[int, int] | None) -> tuple[str, str]:
        """Name and actor id of a source, given by its tokens; empty where it has none."""
        if source is None:
            return "", ""
        name, actor = self._read(self._doc[source[0] : source[1]])
        if actor:
            self._speaking.add(self._sentence_of(source[0]), actor)
        return name, actor

    def _read(self, span: Span) -> tuple[str, str]:
        said = span.text.lower()
        if said in _PERSONAL:
            actor = self._antecedent(self._sentence_of(span.start))
            return self._names.get(actor, ""), actor
        if any(token.lower_ == "and" for token in span):
            return span.text, ""  # Several speak as one: *Spain, Germany and France*.
        head = span[: next((n for n, token in enumerate(span) if n and token.lower_ in _AFTER_THE_HEAD), len(span))]
        named = self._named(head) or self._named(span, only_person=True)
        if named:
            return self._names[named], named
        return ("" if said in _IMPERSONAL else head.text), ""

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

    def _antecedent(self, sentence: int) -> str:
        """Whom *he* or *she* means: going back, who spoke in a sentence, or the person that it begins with."""
        spoke, led = self._speaking.before(sentence), self._leading.before(sentence)
        return max(led, spoke, key=lambda found: found[0])[1] if led[0] != spoke[0] else spoke[1]


class _Latest:
    """Actors by the number of their sentence, which only grows."""

    def __init__(self, rows: Sequence[tuple[int, str]]) -> None:
        self._numbers = [number for number, _ in rows]
        self._actors = [actor for _, actor in rows]

    def add(self, number: int, actor: str) -> None:
        self._numbers.append(number)
        self._actors.append(actor)

    def before(self, number: int) -> tuple[int, str]:
        """Sentence and actor of the last one before a sentence; -1 where there is none."""
        at = bisect_left(self._numbers, number) - 1
        return (self._numbers[at], self._actors[at]) if at >= 0 else (-1, "")
