"""Noun phrases as names: whom one names, by the names in it and where they stand."""

from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from extractors.lexicons.beings import person_nouns
from timeline.model import ActorKind

PEOPLE = (ActorKind.PERSON, ActorKind.UNKNOWN)
"""Who may speak as a person: a name of which nothing shows what it is may be somebody’s."""
_AFTER_THE_HEAD = frozenset(", who whose which that in ( –  —".split())
_DASHES = frozenset("–—")
_PREPOSITIONS = frozenset("of for at from with by in on to under".split())

_OF_OFFICES = frozenset(("NN", "NNP", "JJ", "HYPH", "VBN"))
_LONGEST_OFFICE = 6
"""Tokens between a comma and a name that say what its bearer is."""


class NamedPhrases:
    """The names of one doc, as they stand in its noun phrases."""

    def __init__(self, doc: Doc, mentions: Sequence[Span]) -> None:
        """Take the mentions of a doc by name, in the order of the text."""
        self._doc = doc
        self._mentions = mentions
        self._starts = [mention.start for mention in mentions]

    def head_of(self, span: Span) -> Span:
        """A phrase up to the comma, bracket or relative behind its head; *WHO* is no *who*."""
        ends = (n for n, token in enumerate(span) if n and self._ends_head(token))
        return span[: next(ends, len(span))]

    def _ends_head(self, token: Token) -> bool:
        """Whether a word stands behind the head; the dash of *the Lind–Rask firm* parts nothing."""
        inside = token.text in _DASHES and token.i > 0 and not token.nbor(-1).whitespace_ and not token.whitespace_
        return token.lower_ in _AFTER_THE_HEAD and not token.text.isupper() and not inside

    def joins(self, span: Span) -> bool:
        """Whether a phrase has several for its heads: *Spain and France*; not *Otto Rask, head of law and order*."""
        first = next((n for n, token in enumerate(span) if token.lower_ == "and"), 0)
        bracket = next((n for n, token in enumerate(span) if n and token.text == "("), len(span))
        if not first or first > bracket:
            return False
        head = self.head_of(span)
        if len(head) >= first or head[-1].ent_type_ != "PERSON":
            return True
        behind = span.start + len(head) + 1
        people = (one for one in self._within(head.end, span.end) if one.label_ in PEOPLE)
        return any(person.start <= behind < person.end for person in people)

    def part_of(self, span: Span) -> str:
        """Whom a name means of which a parse gives only a part: *Idan* of *Ana Idan*."""
        last = bisect_left(self._starts, span.start) - 1
        mention = self._mentions[last] if last >= 0 else None
        return str(mention.id_) if mention is not None and mention.end >= span.end else ""

    def apposed(self, span: Span) -> str:
        """Who is named before a phrase between commas: *Ana Idan, a biologist at Oslund, who said that*."""
        last = bisect_left(self._starts, span.start) - 1
        person = self._mentions[last] if last >= 0 and self._mentions[last].label_ in PEOPLE else None
        if person is None or person.end != span.start - 1 or self._doc[person.end].text != ",":
            return ""
        after = span.end < len(self._doc) and self._doc[span.end].text == ","
        inside = any(token.lower_ in ("who", "which") for token in span[1:]) or after
        one = span[0].lower_ in ("a", "an")
        behind = self._doc[span.end + after : span.end + after + 1].text
        someone = "who" in (span[-1].lower_, behind.lower()) or any(
            token.lemma_.lower() in person_nouns() for token in span
        )
        return str(person.id_) if inside and one and someone else ""

    def roles(self) -> dict[str, set[str]]:
        """By what people are called beside names the ids of all who are: *judge Ana Idan*, *Ana Idan, a judge*."""
        found: dict[str, set[str]] = {}
        for person in self._mentions:
            if person.label_ != ActorKind.PERSON:
                continue
            if person.start and self._doc[person.start - 1].lemma_.lower() in person_nouns():
                found.setdefault(self._doc[person.start - 1].lower_, set()).add(str(person.id_))
            if person.end < len(self._doc) and self._doc[person.end].text == ",":
                for token in self._doc[person.end + 1 : person.end + 1 + _LONGEST_OFFICE]:
                    if token.lemma_.lower() in person_nouns() and token.tag_ == "NN":
                        found.setdefault(token.lower_, set()).add(str(person.id_))
                    if token.tag_ not in _OF_OFFICES and token.tag_ != "DT":
                        break
        return found

    def _within(self, start: int, end: int) -> Sequence[Span]:
        return self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def only_person(self, span: Span) -> str:
        """The one person in a phrase, before a preposition or after a comma at its end.

        *Carl Berg of the Ilva and Anna Dahl Foundation*; *the expert and former official, Ana Idan*; also right behind
        what they are: *trade and industry commissioner Ana Idan*, *Dean of Ilva Ana Idan*.
        """
        mentions = self._within(span.start, span.end)
        people = [mention for mention in mentions if mention.label_ in PEOPLE]
        if len({mention.id_ for mention in people}) != 1:
            return ""
        person = people[0]
        leads = (
            person.end < span.end
            and person.start == mentions[0].start
            and self._doc[person.end].lower_ in _PREPOSITIONS
        )
        closes = person.end >= span.end and person.start > span.start and self._doc[person.start - 1].text == ","
        closes = closes or self._is_told_before(span, person)
        return str(person.id_) if closes or (leads and not self._doc[span.start : person.start].ents) else ""

    def _is_told_before(self, span: Span, person: Span) -> bool:
        """Whether all before a name at the end of a phrase says what its bearer is, whatever else it names."""
        lead = self._doc[span.start : person.start]
        comma = max((n for n, token in enumerate(lead) if token.text == ","), default=-1)
        if comma > 0 and lead[-1].lemma_.lower() in person_nouns() and person.end >= span.end:
            between = lead[comma + 1 : len(lead) - 1]
            return not any(t.lemma_.lower() in person_nouns() or t.tag_ in ("DT", "PRP$", "IN") for t in between)
        people = [n for n, token in enumerate(lead) if token.lemma_.lower() in person_nouns()]
        small = [n for n, token in enumerate(lead) if token.lower_ in _PREPOSITIONS or token.lower_ == "and"]
        if person.end < span.end or not people or not small or not small[0]:
            return False
        before = lead[small[0] - 1]
        if people == [len(lead) - 1]:  # *Centre for Trade economist Ana Idan*; not *the office of economist Ana Idan*
            bare = before.tag_ == "NN" and not any(
                token.tag_ in ("DT", "PDT", "CC", "PRP$") for token in lead[: small[0]]
            )
            joined = lead[small[0]].lower_ == "and" and bare
            return joined or before.is_title
        of = lead[small[0]].lower_ in ("of", "from") and before.is_title and people[-1] < small[0]
        return of and lead[-1].is_title

    def before_bracket(self, span: Span) -> Span:
        """A phrase without a bracket that it breaks off in: *the Federal Service (FSB*."""
        brackets = [n for n, token in enumerate(span) if n and token.text == "("]
        return span[: brackets[-1]] if brackets and span[-1].text != ")" else span

    def in_apposition(self, span: Span, head: Span) -> str:
        """Who is named after a comma: *the mayor of Paris, Anne Hidalgo*; a body only where none is named before it."""
        for mention in self._within(head.end, span.end):
            apart = self._opens_apposition(mention, head.end) and self._ends_apposition(mention, span)
            if apart and (mention.label_ in PEOPLE or not head.ents):
                return str(mention.id_)
        return self.named(span, only_person=True)

    def _opens_apposition(self, mention: Span, start: int) -> bool:
        """Whether a name follows a comma, or what its bearer is behind one: *two authors, biologist Ana Idan*."""
        if self._doc[mention.start - 1].text == ",":
            return True
        before = self._doc[max(start, mention.start - _LONGEST_OFFICE) : mention.start]
        office = [n for n, token in enumerate(before) if token.text == ","]
        return (
            bool(office)
            and before[-1].lemma_.lower() in person_nouns()
            and all(token.tag_ in _OF_OFFICES for token in before[office[-1] + 1 :])
        )

    def _ends_apposition(self, mention: Span, span: Span) -> bool:
        return bool(mention.end >= span.end or self._doc[mention.end].text in (",", "("))

    def is_one_name(self, span: Span) -> bool:
        """*The Ministry of Trade and Industry*: a single name with *and* in it."""
        last = bisect_left(self._starts, span.end) - 1
        if last < 0:
            return False
        mention = self._mentions[last]
        return bool(mention.end == span.end and mention.start - span.start <= 1)

    def named(self, phrase: Span, *, only_person: bool = False) -> str:
        """Whom a noun phrase names: *Mayor Rosa Lind*, *the Oslund Council*; not *an official of the council*."""
        mentions = self._within(phrase.start, phrase.end)
        for mention in mentions:
            lead = self._doc[phrase.start : mention.start]
            if any(token.lower_ in _PREPOSITIONS for token in lead):
                return ""
            if self._is_modifier(mention, phrase):
                continue
            person = mention.label_ in PEOPLE
            heads = mention.end == phrase.end or person
            if heads and (person or not only_person):
                return str(mention.id_)
        return ""

    def _is_modifier(self, mention: Span, phrase: Span) -> bool:
        """*Rask’s critics*, *the Rask administration*: who is named is not who is meant."""
        after = self._doc[mention.end] if mention.end < phrase.end else None
        return after is not None and (after.tag_ == "POS" or (after.tag_ in ("NN", "NNS") and after.text.islower()))
