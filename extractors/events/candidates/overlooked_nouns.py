"""Nouns that the rules pass over and that tell of something for all that: *the sale*, *his arrest*, *a power cut*.

Few nouns are lines of a chronology: one in forty of those that stand beside no time of their own. Which, was learned
as it was of verbs (`overlooked.py`), from the encoder's vectors of the noun and of the word above it, and from how it
stands there.
"""

from collections.abc import Collection, Iterator

from extractors.events.candidates.overlooked import beside
from extractors.events.context.event_context import EventContext
from extractors.events.dating.dates import Dates
from extractors.events.event_network import event_network
from extractors.syntax.eventive import happens
from extractors.syntax.relations import Relation

NOUNS = "overlooked_nouns"
"""The folder of `data`."""
SURE = 0.5
"""The chance from which on a noun is taken."""
_END = 3
"""Letters of an ending: *-ion*, *-ent*."""


def overlooked_nouns(context: EventContext, dates: Dates, telling: Collection[int]) -> list[int]:
    """The nouns that tell of something although no rule says so, in the order of the text.

    Args:
        context: the doc.
        dates: what its times date.
        telling: the verbs and nouns that tell of something by the rules.
    """
    passed_over = [noun for noun in nouns(context) if noun not in telling]
    if not passed_over:
        return []
    heads = [context.tree.heads[noun] for noun in passed_over]
    signs = [list(features(context, dates, telling, noun)) for noun in passed_over]
    chances = event_network(NOUNS).chances(*beside(context, passed_over, heads), signs)
    return [noun for noun, likely in zip(passed_over, chances.tolist(), strict=True) if likely >= SURE]


def nouns(context: EventContext) -> Iterator[int]:
    """The nouns that can be weighed: those of clauses."""
    tree, owners = context.tree, context.syntax.owners
    found = (at for at in range(len(context.doc)) if tree.pos[at] == "NOUN" and at not in context.groups)
    return (at for at in found if owners[at] in context.groups and owners[at] in context.syntax.clauses)


def features(context: EventContext, dates: Dates, telling: Collection[int], noun: int) -> Iterator[str]:
    """What speaks for or against a noun, in words; the weights of `data/overlooked_nouns` are kept by them."""
    tree, head, token = context.tree, context.tree.heads[noun], context.doc[noun]
    yield "any"
    yield f"is {tree.relations[noun]}"
    yield f"written {token.tag_}"
    yield f"above: {tree.pos[head] if head != noun else 'nothing'}"
    yield f"named as {token.ent_type_ or 'nothing'}"
    yield f"ends in {tree.lemmas[noun][-_END:]}"
    known = {
        "what is above tells": head in telling,
        "time in the sentence": bool(context.times_within(*context.sentence(noun))),
        "time of its own": noun in dates.nouns,
        "quoted": bool(context.quoted[noun]),
        "in a heading": context.in_heading(noun),
        "happens": happens(tree, noun),
    }
    yield from (f"{name}: {'yes' if holds else 'no'}" for name, holds in known.items())
    for child in tree.children[noun]:
        yield f"has {tree.relations[child]}"
        if tree.pos[child] == "DET" or tree.relations[child] is Relation.CASE:
            yield f"has “{tree.lowers[child]}”"
