"""Words that led to or from what a title has left out: *and* before it, *in* behind it, prepositions alone."""

from itertools import takewhile

from msgspec.structs import replace

from extractors.events.context.event_context import EventContext
from extractors.events.titles.drafts import Draft
from extractors.syntax.relations import Relation

_FEWEST = 2
"""Words that are left at least."""
_LEADING_ON = frozenset("IN TO DT WDT WRB WP CC PRP$".split())
"""Tags of words that no line ends with."""
_BEGINNING = frozenset("DET NOUN PROPN NUM ADJ PRON".split())
"""What a phrase behind a preposition begins with."""
_POINTS = frozenset("time moment day minute".split())
_JOINING = frozenset("and but or then because so yet well".split())
_SETTING_APART = frozenset("even especially particularly just shortly soon right long".split())
"""Before *after* or *since*, these are of it alone."""
_LEADING = frozenset("when as while where although though because".split())
"""Behind one of these alone, a clause has happened as well."""
_WITH_TENSE = frozenset("VBD VBZ VBP MD".split())
_POINTERS = frozenset("this that these those".split())


def without_lead(context: EventContext, draft: Draft) -> Draft:
    """*And she left*, and *when she left* by itself, as *she left*."""
    tree = context.tree
    joining = takewhile(lambda at: tree.lowers[at] in _JOINING and at not in draft.fixed, draft.words)
    draft = draft.without(list(joining))
    tenses = [at for at in draft.words if tree.tags[at] in _WITH_TENSE]
    alone = len(tenses) == 1 and len(draft.words) > _FEWEST and draft.words[0] not in draft.fixed
    if not alone or tree.lowers[draft.words[0]] not in _LEADING or tree.lowers[draft.words[1]] == "of":
        return draft
    told = any(tree.is_nominal(at) for at in draft.words if at < tenses[0])
    return draft.without(draft.words[:1]) if told else draft


def without_pointer(context: EventContext, draft: Draft) -> Draft:
    """*This bill passed* as *the bill passed*: nothing is there to be pointed at."""
    at = draft.words[0] if draft.words else 0
    tree, noun = context.tree, draft.words[1] if len(draft.words) > 1 else 0
    points = tree.lowers[at] in _POINTERS and tree.heads[at] != at and tree.pos[at] != "PRON"
    leans = points and tree.heads[at] >= noun and tree.is_nominal(tree.heads[at]) and noun not in context.timed
    return replace(draft, replaced={**draft.replaced, at: "the"}) if leans else draft


def without_strays(context: EventContext, draft: Draft) -> Draft:
    """The draft without prepositions whose noun has gone, and a first one that a parse hangs on a comma."""
    draft = draft.without(draft.words[:1]) if _leads_to_what_has_gone(context, draft) else draft
    tree, kept = context.tree, draft.kept

    def is_stray(at: int) -> bool:
        head = tree.heads[at]
        if at == draft.words[0] and head != at and tree.relations[head] is Relation.PUNCTUATION:
            return True
        if tree.relations[at] is not Relation.CASE or head in kept:
            return False
        after = min(at + 1, len(tree) - 1)
        return not (after in kept and after != at and tree.pos[after] in _BEGINNING)

    return draft.without({at for at in draft.words if at not in draft.fixed and is_stray(at)})


def without_loose_end(context: EventContext, draft: Draft) -> Draft:
    """*Was announced in*, *revealed a deal whereby*: the draft without small words that led on to what has gone."""
    tree, last = context.tree, len(context.tree) - 1
    if len(draft.words) > _FEWEST and _is_left_alone(context, draft):
        draft = draft.without(draft.words[-1:])
    draft = draft.without(_time_of(context, draft))
    gone: set[int] = set()
    for at in reversed(draft.words):
        ends = tree.relations[min(at + 1, last)] is Relation.PUNCTUATION or at == last
        if tree.tags[at] not in _LEADING_ON or at in draft.fixed or (ends and not gone):
            break
        if tree.relations[at] is Relation.PARTICLE:
            break
        gone.add(at)
    return draft.without(gone) if gone and len(gone) < len(draft.words) else draft


def _leads_to_what_has_gone(context: EventContext, draft: Draft) -> bool:
    """*Even* of *even after the crew had left*, where *after* has gone."""
    tree, first = context.tree, draft.words[0] if draft.words else 0
    if tree.lowers[first] not in _SETTING_APART or first in draft.fixed or len(draft.words) <= _FEWEST:
        return False
    after = first + 1
    return after < len(tree) and tree.tags[after] in ("IN", "WRB") and after not in draft.words


def _time_of(context: EventContext, draft: Draft) -> set[int]:
    """*By the time* of *by the time she left*, where it has come to stand behind."""
    clause = context.syntax.clauses.get(draft.top)
    noun = draft.words[-1] if draft.words else -1
    if clause is None or clause.attached != noun or context.tree.lemmas[noun] not in _POINTS:
        return set()
    return {noun, *(at for at in context.tree.children[noun] if at < noun)} - draft.fixed


def _is_left_alone(context: EventContext, draft: Draft) -> bool:
    """*Speaking* of *was interrupted, speaking in the council*."""
    tree, at = context.tree, draft.words[-1]
    clause = context.syntax.clauses.get(at)
    apart = draft.words[-2] != at - 1 and at not in draft.fixed and tree.tags[at] == "VBG"
    return apart and clause is not None and bool(tree.children[at])
