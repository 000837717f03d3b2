"""All sieves over one doc, the surest first: what comes out are its mentions, each linked to what it takes up."""

import msgspec
from spacy.tokens import Doc

from extractors.mentions.coming_names import coming_names
from extractors.mentions.descriptions import (
    Descriptions,
    Link,
    appositions,
    identities,
    names_alike,
    predicates,
    relatives,
)
from extractors.mentions.entities import Entities
from extractors.mentions.first_person import Spoken, speaking
from extractors.mentions.pronouns import Pronouns
from extractors.mentions.ranking import Ranker
from extractors.mentions.records import DocMention, Sieve
from extractors.mentions.text_view import TextView, read_text_view


def resolve(doc: Doc, ranker: Ranker | None = None) -> tuple[DocMention, ...]:
    """The mentions of a doc with their clusters; one that isn't safe to link stands for itself.

    Args:
        doc: a processed doc.
        ranker: what weighs antecedents; by default the one that ships.
    """
    ranker = ranker or Ranker()
    view = read_text_view(doc)
    entities = Entities(view)
    links: dict[int, Link] = {}
    firsts = (names_alike(view), appositions(view, entities), identities(view, entities))
    for sieve in (*firsts, relatives(view), predicates(view, entities)):
        for link in sieve:
            _link(entities, links, link)
    spoken = Spoken(view, entities)
    descriptions, pronouns = Descriptions(view, entities), Pronouns(view, entities, spoken, ranker)
    for number, name in coming_names(view, entities).items():
        because = f"“{view.text(name)}” is the subject of the clause that it opens"
        _link(entities, links, Link(number, name, Sieve.PRONOUN, because))
    for number in range(len(view.mentions)):
        if number not in links:
            found = descriptions.antecedent(number) or pronouns.antecedent(number)
            if found is not None:
                _link(entities, links, found)
        descriptions.remember(number)
        relative = links.get(number)
        is_relative = relative is not None and relative.sieve is Sieve.RELATIVE
        pronouns.remember(number, relative.antecedent if relative is not None and is_relative else None)
    for link in speaking(view, spoken):
        _link(entities, links, link)
    return tuple(_linked(view, entities, links, number) for number in range(len(view.mentions)))


def _link(entities: Entities, links: dict[int, Link], link: Link) -> None:
    mine, theirs = entities.of(link.mention), entities.of(link.antecedent)
    if mine.actor and theirs.actor and mine.actor != theirs.actor:
        return
    links.setdefault(link.mention, link)
    entities.join(link.mention, link.antecedent)


def _linked(view: TextView, entities: Entities, links: dict[int, Link], number: int) -> DocMention:
    one = msgspec.structs.replace(view.mentions[number], cluster=entities.top(number))
    link = links.get(number)
    if link is None:
        return one
    return msgspec.structs.replace(
        one, antecedent=link.antecedent, sieve=link.sieve, because=link.because, sure=link.sure
    )
