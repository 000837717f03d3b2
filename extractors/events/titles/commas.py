"""Drafts of a whole sentence, pruned at its commas only: where its parse can't be trusted, its marks can.

What stands behind the news goes first, then what stands between two commas, then what opens the sentence; never the
part that tells the event, nor one that sets a condition.
"""

from collections.abc import Callable, Iterator

from extractors.events.context.event_context import EventContext
from extractors.events.titles.branches import is_conditional
from extractors.events.titles.drafts import Draft
from extractors.events.titles.lists import goes_on
from extractors.events.titles.soundness import lacking
from extractors.lexicons import modifiers
from extractors.syntax.phrases import Range
from extractors.syntax.relations import SUBJECTS, Relation

_MARKS = frozenset((",", ";", "—", "–", "--"))
_OPENING = frozenset("IN TO RB VBG VBN WRB".split())
"""Tags that what only opens a sentence begins with: *in May*, *when she left*, *taking the wheel*."""
_ASIDE = frozenset("WDT WP WP$ WRB VBG VBN DT NN NNP CD IN".split())
"""Tags that an aside between two commas begins with."""
_RELATIVE = frozenset(("WDT", "WP", "WP$"))
_PAIRING = frozenset("between both either neither".split())
_MOST_WORDS = 120
"""Words of a sentence that is pruned: a longer one costs much, and has no parse that can be trusted."""
_WITH_TENSE = frozenset("VBD VBZ VBP MD".split())


def sentence_draft(context: EventContext, bounds: Range, trigger: int) -> Draft:
    """All words of a sentence, without *however* before them."""
    words = [at for at in range(*bounds) if not context.doc[at].is_punct and not context.doc[at].is_space]
    words = words[1:] if len(words) > 1 and context.tree.lowers[words[0]] in modifiers.linking("always") else words
    return Draft(tuple(words) or (trigger,), frozenset({trigger}), bounds, trigger)


def pruned_at_commas(context: EventContext, draft: Draft, fits: Callable[[Draft], bool]) -> Draft:
    """The sentence without as many of its parts as must go that it fits; it may not fit."""
    while len(draft.words) <= _MOST_WORDS and not fits(draft):
        shorter = next(_shorter(context, draft), None)
        if shorter is None:
            break
        draft = shorter
    return draft


def without_opening(context: EventContext, draft: Draft) -> Draft:
    """The sentence without what only opens it, where that can go."""
    parts = _parts(context, draft)
    told = next((number for number, part in enumerate(parts) if draft.top in part), 0)
    can_go = told > 0 and _can_go(context, parts, 0)
    can_go = can_go and context.tree.tags[parts[1][0]] != "CC"  # *but most left* goes on with what stands before it
    return next(_without_parts(context, draft, parts, [0]), draft) if can_go else draft


def _shorter(context: EventContext, draft: Draft) -> Iterator[Draft]:
    alone = _between_semicolons(context, draft)
    if 0 < len(alone) < len(draft.words):
        yield draft.without(set(draft.words) - set(alone))
    parts = _parts(context, draft)
    told = next((number for number, part in enumerate(parts) if draft.top in part), 0)
    tail = _tail(context, parts, told)
    between = (number for number in reversed(range(len(parts) - 1)) if number != told)
    runs = [tail, *([number] for number in between)]
    for run in runs:
        if run == tail or _can_go(context, parts, run[0]):
            yield from _without_parts(context, draft, parts, run)


def _without_parts(context: EventContext, draft: Draft, parts: list[list[int]], run: list[int]) -> Iterator[Draft]:
    """The sentence without some of its parts, where it still tells what it told."""
    gone = {at for number in run for at in parts[number]}
    others = [part for number, part in enumerate(parts) if number not in run]
    shorter = draft.without(gone)
    told = any(_is_main(context, part, draft.top) for part in others)
    if gone and not is_conditional(context.tree, gone) and told and not lacking(context, shorter):
        yield shorter


def _between_semicolons(context: EventContext, draft: Draft) -> list[int]:
    """The words of the event's own sentence, where others stand beside it at semicolons; empty where it is none."""
    marks = [at for at in range(*draft.bounds) if context.tree.lowers[at] == ";" and not context.quoted[at]]
    start = max((at for at in marks if at < draft.top), default=draft.bounds[0])
    end = min((at for at in marks if at > draft.top), default=draft.bounds[1])
    words = [at for at in draft.words if start <= at < end]
    tense = next((at for at in words if context.tree.tags[at] in _WITH_TENSE), -1)
    return words if any(context.tree.is_nominal(at) for at in words if at < tense) else []


def _tail(context: EventContext, parts: list[list[int]], told: int) -> list[int]:
    """The last part, with those from its subject on where it begins with its verb; empty where none can go."""
    tree, last = context.tree, len(parts) - 1
    if last <= told or any(tree.lowers[at] in _PAIRING for at in parts[told]):
        return []
    if tree.tags[parts[last][0]] not in _WITH_TENSE:
        return [last]
    clause = context.syntax.clause_of(parts[last][0])
    subject = None if clause is None else clause.understood_subject
    first = next((number for number, part in enumerate(parts) if subject in part), told)
    return list(range(first, last + 1)) if first > told else []


def _can_go(context: EventContext, parts: list[list[int]], number: int) -> bool:
    tree, part = context.tree, parts[number]
    first = tree.tags[part[0]]
    if number == 0:
        return first in _OPENING and _begins_a_sentence(context, parts[1])
    if tree.lowers[part[0] - 1] == ";" or tree.lowers[parts[number + 1][0] - 1] == ";":
        return False  # a sentence of its own, or the last part of one
    does = any(tree.relations[at] in SUBJECTS and tree.heads[at] not in part for at in part)
    more = first in _RELATIVE or tree.lowers[part[0]] == "where"  # *the pier, where it lay, and the town*
    return first in _ASIDE and not does and (more or not _is_clause(context, part))


def _has_tense(context: EventContext, part: list[int]) -> bool:
    return any(context.tree.tags[at] in _WITH_TENSE for at in part)


def _is_main(context: EventContext, part: list[int], told: int) -> bool:
    """Whether a part can be the main clause, or its end behind an aside."""
    return (_has_tense(context, part) or told in part) and context.tree.tags[part[0]] not in _OPENING - {"RB"}


def _is_clause(context: EventContext, part: list[int]) -> bool:
    """Whether a part has a verb with a tense and a subject of its own before it."""
    tree = context.tree
    tense = next((at for at in part if tree.tags[at] in _WITH_TENSE), None)
    return tense is not None and any(tree.relations[at] in SUBJECTS for at in part if at < tense)


def _begins_a_sentence(context: EventContext, part: list[int]) -> bool:
    return _is_clause(context, part) or context.tree.is_nominal(part[0]) or context.tree.tags[part[0]] == "DT"


def _parts(context: EventContext, draft: Draft) -> list[list[int]]:
    """The words between the marks of a sentence; what is quoted is one with what is before it."""
    parts: list[list[int]] = [[]]
    for at in draft.words:
        before = at - 1
        while before > draft.bounds[0] and context.doc[before].is_space:
            before -= 1
        apart = context.tree.lowers[before] in _MARKS and not context.quoted[before]
        listed = apart and (goes_on(context, at, draft.bounds) or _is_listed(context, (parts[-1] or [at])[-1], at))
        if apart and parts[-1] and not listed:
            parts.append([])
        parts[-1].append(at)
    return parts


def _is_listed(context: EventContext, before: int, after: int) -> bool:
    """*Spain, Italy and France*."""
    tree = context.tree
    noun = tree.heads[after] if tree.relations[after] is Relation.COORDINATOR else after
    listed = tree.relations[noun] is Relation.CONJUNCT and noun not in context.syntax.clauses
    third = any(tree.relations[at] is Relation.CONJUNCT for at in tree.children[tree.heads[noun]] if at <= before)
    return listed and (noun == after or third)
