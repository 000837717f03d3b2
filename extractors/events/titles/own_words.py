"""What somebody says of themselves, as what they did: *[Rosa Lind] rang the harbour* for *“I rang the harbour”*.

Of 26 such lines in 14 articles for which editors made a title, none is in the first person; 19 tell it of the speaker
by name, and the others tell it otherwise. *We* stays in the words of the speaker, since it may be a crew, an office or
a country; so does what would need another form of a verb.
"""

from collections.abc import Mapping

from extractors.events.context.event_context import EventContext
from extractors.events.titles.contractions import in_full
from extractors.events.titles.drafts import Draft
from extractors.events.titles.speech import OWN

_ADDRESSING = frozenset("you your yours".split())
_THIRD = {"have": "has", "am": "is", "do": "does"}


def told_by_name(context: EventContext, draft: Draft, speaker: str) -> Mapping[int, str]:
    """By word what stands for it where a draft in somebody's own words is told of them; empty where it can't be.

    Args:
        context: the doc.
        draft: what is told.
        speaker: the name of who speaks.
    """
    tree, first = context.tree, draft.words[0]
    own = [at for at in draft.words if tree.lowers[at] in OWN]
    spoken_to = any(tree.lowers[at] in _ADDRESSING for at in draft.words)
    if own != [first] or spoken_to or tree.lowers[first] not in ("i", "my"):
        return {}
    name = f"[{speaker[:1].upper()}{speaker[1:]}]"
    if tree.lowers[first] == "my":
        return {first: f"{name}’s"} if tree.heads[first] > first else {}
    forms = {at: _third_person(context, at) for at in draft.words if _agrees(context, first, at)}
    return {} if "" in forms.values() else {first: name, **forms}


def _agrees(context: EventContext, first: int, at: int) -> bool:
    """Whether a word has the form that it has with *I*, or is short for one that stands apart."""
    tree = context.tree
    if in_full(context, at):
        return at == first + 1
    if tree.tags[at] != "VBP":
        return False
    verb = at if at in context.syntax.clauses else tree.heads[at]
    clause = context.syntax.clauses.get(verb)
    return clause is None or clause.subject in (None, first)


def _third_person(context: EventContext, at: int) -> str:
    full = in_full(context, at)
    if not full:
        return _THIRD.get(context.tree.lowers[at], "")
    return f" {_THIRD.get(full, full)}"
