"""Settings that stood before a sentence and a comma: *in a touch of symbolism, the treaty was signed* needs none.

Behind the verb they would be read with the last noun: *was signed at the library in a touch of symbolism*. Of seven
such phrases in seven articles that have neither name nor figure, editors keep none. Where they may say of what
something is so, they stay: of what is denied, of what is told of all or none, of how things are.
"""

from extractors.events.context.event_context import EventContext
from extractors.events.titles.branches import branch, is_negative
from extractors.events.titles.drafts import Draft
from extractors.syntax.relations import Relation

_CASES = frozenset("in on at since after before during following over".split())
_OPEN = frozenset("no any every each all most few only first last none those not never nothing nobody".split())
_NAMES_AND_FIGURES = frozenset("NNP NNPS CD".split())
_PRESENT = frozenset(("VBZ", "VBP"))
_FEWEST = 4
"""Words of what is left."""


def without_moved_settings(context: EventContext, draft: Draft) -> Draft:
    """A draft without such phrases."""
    clause = context.syntax.clauses.get(draft.top)
    subject = draft.subject
    if clause is None or subject is None or not {draft.top, subject} <= set(draft.words):
        return draft
    if clause.predicate is not None or clause.negation is not None:
        return draft
    tree = context.tree
    plain = clause.auxiliaries or tree.tags[draft.top] not in _PRESENT
    if not plain or draft.turned or any(tree.lowers[at] in _OPEN for at in draft.words):
        return draft
    for at in draft.words:
        before = at < min(draft.top, subject) and tree.heads[at] == draft.top
        if before and at in draft.words and tree.relations[at] is Relation.OBLIQUE and _can_go(context, draft, at):
            shorter = draft.without(branch(context, at, draft.bounds))
            draft = shorter if len(shorter.words) >= _FEWEST else draft
    return draft


def _can_go(context: EventContext, draft: Draft, at: int) -> bool:
    tree, words = context.tree, branch(context, at, draft.bounds)
    case = next((tree.lowers[one] for one in tree.children[at] if tree.relations[one] is Relation.CASE), "")
    apart = tree.lowers[max(words) + 1 : max(words) + 2] == [","]
    moved = draft.words.index(at) > draft.words.index(draft.top)
    told = any(tree.tags[one] in _NAMES_AND_FIGURES for one in words) or not context.timed.isdisjoint(words)
    free = words.isdisjoint({draft.top, *draft.fixed}) and not is_negative(tree, words)
    return case in _CASES and apart and moved and free and not told
