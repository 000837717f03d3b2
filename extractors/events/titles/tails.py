"""Tails: what follows the news of a sentence, by the word that opens it, where its tree did not help.

Parsers hang what stands late in a long sentence on almost any word of it. *After his lawyer was convicted*, *while the
bridge is closed* and *, which was built in May* begin with a word that says what they are, however they are parsed.
"""

from extractors.events.context.event_context import EventContext
from extractors.events.titles.branches import is_conditional, is_taken_back
from extractors.events.titles.drafts import Draft
from extractors.events.titles.looseness import SETTING_APART
from extractors.lexicons import nouns, verbs
from extractors.syntax.relations import Relation
from extractors.syntax.trees import BE

_OPENERS = frozenset("after before when while because although though whereas amid during following".split())
_OPENERS_APART = _OPENERS | frozenset("who which where whose as since with including despite where".split())
_UNFINISHED = frozenset("DET ADP CCONJ SCONJ AUX PART".split())
_FEWEST = 3
"""Words that are left."""
_MARKS = frozenset((",", "—", "–", ";", "--"))


def without_last_tail(context: EventContext, draft: Draft) -> Draft | None:
    """The draft without the last tail that can go; None where there is none."""
    for place in range(len(draft.words) - 1, _FEWEST - 1, -1):
        if _opens(context, draft, place) and _can_go(context, draft, place):
            return draft.without(draft.words[place:])
    return None


def _opens(context: EventContext, draft: Draft, place: int) -> bool:
    tree, at = context.tree, draft.words[place]
    apart = place > 0 and tree.lowers[at - 1] in _MARKS
    if tree.lowers[at] in (_OPENERS_APART if apart else _OPENERS):
        return apart or tree.relations[at] in (Relation.CASE, Relation.MARKER, Relation.ADVERB)
    return apart and tree.tags[at] == "VBG" and tree.relations[at] is not Relation.MODIFIER


def _can_go(context: EventContext, draft: Draft, place: int) -> bool:
    tree, left, tail = context.tree, draft.words[:place], set(draft.words[place:])
    last, apart = left[-1], tree.lowers[draft.words[place] - 1] in _MARKS
    if tail & draft.fixed or is_conditional(tree, tail) or tree.pos[last] in _UNFINISHED or last > min(tail):
        return False
    if tree.lemmas[last] in nouns.points() or tree.lowers[last] in SETTING_APART:
        return False  # *the day before he left*
    if context.quoted[draft.words[place]] != context.quoted[draft.top]:
        return False
    clause = context.syntax.clauses.get(last)
    leans = clause is not None and (tree.lemmas[last] in verbs.leaning() or tree.lowers[last] in BE)
    return not leans and (apart or not is_taken_back(context, draft.top, draft.top, draft.bounds))
