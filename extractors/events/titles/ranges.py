"""Drafts of what has no clause that grammar can read: a stretch of the text as it stands."""

from extractors.events.context.event_context import EventContext
from extractors.events.titles.drafts import Draft
from extractors.syntax.phrases import Range
from extractors.syntax.relations import Relation

_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))


def range_draft(context: EventContext, words: Range, trigger: int, bounds: Range) -> Draft:
    """A stretch of the text as it stands."""
    kept = [at for at in range(*words) if context.tree.relations[at] is not Relation.PUNCTUATION or at == trigger]
    kept = [at for at in kept if not context.doc[at].is_space] or [trigger]
    return Draft(tuple(kept), frozenset({trigger}), bounds, trigger)


def whole_draft(context: EventContext, words: Range, trigger: int, bounds: Range) -> Draft:
    """A stretch of the text, from the beginning of its sentence where it would begin with a verb that has a tense.

    *Was born in Oslund*: English has no such sentence, so that its subject is before it, whatever the parse says.
    """
    tree = context.tree
    first = next((at for at in range(*words) if tree.relations[at] is not Relation.PUNCTUATION), words[0])
    headless = tree.tags[first] in _FINITE or tree.relations[first] is Relation.CASE
    inverted = first == bounds[0]
    start = bounds[0] if headless and not inverted else max(words[0], bounds[0])
    return range_draft(context, (start, max(words[1], trigger + 1)), trigger, bounds)
