"""How titles call an actor: by the name that the article uses, in full and no fuller.

The fullest form of a name may stand once, of somebody else even, as a mother’s of her daughter; what a person is called
again and again, by first and last name, is how readers know them; what a headline calls them most of all.
"""

from collections import Counter
from collections.abc import Mapping

from extractors import actors
from extractors.events.context.event_context import EventContext
from timeline.model import ActorKind

_FEWEST = 2
"""Words of a person's whole name."""


def names_in_titles(context: EventContext) -> Mapping[str, str]:
    """By actor their name, where it stands in the text as it is."""
    named = {one.id: one for one in actors.actors(context.doc)}
    texts = [(span.id_, span.text) for span in context.doc.spans.get(actors.KEY, ())]
    told, headline = Counter(texts), context.doc._.headline
    found = {one.id: one.name for one in named.values() if one.name in context.text}
    for actor in {actor for actor, _ in texts}:
        person = named.get(actor)
        if person is None or person.kind is not ActorKind.PERSON:
            continue
        whole = [name for other, name in told if other == actor and len(name.split()) >= _FEWEST]
        usual = [name for name in whole if name in (person.name, *person.aliases) and name in context.text]
        if usual:
            found[actor] = max(usual, key=lambda name: (name in headline, told[actor, name], len(name)))
    return found
