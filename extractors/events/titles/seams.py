"""Seams: where words were left out of a title, and whether what is left there still belongs together.

A parse that errs lets the verb of a subject go, or half of a pair (`pairs.py`). What such words lead one to expect
shows by the words alone: before *than* something is *more*, behind a subject stands a verb.
"""

from collections.abc import Sequence
from itertools import pairwise

from extractors.events.context.event_context import EventContext
from extractors.events.titles.branches import branch
from extractors.events.titles.drafts import Draft
from extractors.events.titles.pairs import half_of_a_clause, half_of_a_pair, lacks_its_pair
from extractors.syntax.phrases import Range
from extractors.syntax.relations import AUXILIARIES, NOUN_CLAUSES, SUBJECTS, Relation
from extractors.syntax.trees import BE

_COMPARING = frozenset(("JJR", "RBR"))
_UNLIKE = frozenset("more less rather other else otherwise different sooner fewer".split())
_AS = frozenset("as same such so".split())
_DEGREES = frozenset(("so", "such"))
_WITH_TENSE = frozenset("VBD VBZ VBP MD".split())
_RELATIVE = frozenset(("WDT", "WP", "WP$"))
_PHRASES = frozenset("DET NOUN PROPN NUM".split())
_NOUNS = frozenset(("NOUN", "PROPN", "NUM"))
_SINGULAR = frozenset(("NN", "NNP"))
_OPENING = frozenset(("(", "[", "(("))
_MARKS = frozenset((",", ";", ":", "—", "–"))
_PLURAL = frozenset("have were are do".split())
_AMOUNTS = frozenset("dozens hundreds thousands millions billions tens".split())
_NO_PREPOSITIONS = frozenset("about over around like before after since until till as while".split())
"""Before a number or a clause, these are none, whatever a parse says."""
_WITHIN_A_NOUN = frozenset(
    {Relation.MODIFIER, Relation.COMPOUND, Relation.FLAT, Relation.NUMBER, Relation.POSSESSOR, Relation.ADVERB}
)
_BEFORE_A_VERB = SUBJECTS | {Relation.OBLIQUE}
_JOINING = frozenset("CC WRB WDT WP".split())
"""What can follow a clause that ends with *was*: *what it was and where*, *as it was when they left*."""
_QUOTES = frozenset(("“", "”", '"', "''", "``"))
_NAMING = frozenset("NN NNP NNS NNPS PRP$ DT".split())
_NO_WORDS = frozenset(("PUNCT", "SPACE"))
_SAYS_NOTHING = frozenset({Relation.CASE, Relation.ADVERB, Relation.NEGATION, Relation.MODIFIER})


def is_torn(context: EventContext, draft: Draft) -> bool:
    """Whether what a word of a draft leads one to expect was in its sentence, and has gone."""
    words, bounds = draft.words, draft.bounds
    return bool(words) and (
        lacks_its_pair(context, words, bounds)
        or _lacks_its_degree(context, words, bounds)
        or _lacks_its_noun(context, words)
        or _lacks_what_is_counted(context, words)
        or _lacks_its_other_half(context, words)
        or _lacks_its_verb(context, draft)
        or _lacks_its_predicate(context, draft)
        or stops_at_be(context, draft)
        or _lacks_the_verb_of_that(context, draft)
        or _lacks_what_it_is(context, draft)
        or _is_a_bare_participle(context, draft)
        or _lacks_who_else(context, draft)
        or _lacks_its_preposition(context, draft)
        or _breaks_a_name(context, words)
        or _has_two_side_by_side(context, draft)
    )


def without_torn(context: EventContext, draft: Draft) -> Draft:
    """The draft without half a pair at its end, and without a noun before its subject whose preposition has gone."""
    if not draft.words:
        return draft
    noun = _noun_without_preposition(context, draft)
    if noun is not None and noun not in draft.fixed and draft.subject not in (None, noun):
        draft = draft.without(branch(context, noun, draft.bounds) - draft.fixed)
    half = half_of_a_pair(context, draft.words, draft.bounds)
    half = half_of_a_clause(context, draft) if half is None else half
    if half is None or draft.top not in draft.words[:half] or draft.fixed & set(draft.words[half:]):
        return draft
    return draft.without(draft.words[half:])


def _lacks_its_degree(context: EventContext, words: Sequence[int], bounds: Range) -> bool:
    """*Than* without what is *more*, *as* without *the same*; *so low* without what it was too low for."""
    tree, told, compared, before = context.tree, set[str](), False, words[0]
    for place, at in enumerate(words):
        lower = tree.lowers[at]
        if lower in ("than", "as") and before < at - 1:
            gap = tree.lowers[before + 1 : at]
            if (lower == "than" and not compared) or (lower == "as" and _AS & set(gap) and not _AS & told):
                return True
        after = words[place + 1] if place + 1 < len(words) else -1
        if lower in _AMOUNTS and after != at + 1 and tree.lowers[at + 1 : at + 2] == ["of"]:
            return True  # *millions* of *millions of years before*
        compared = compared or tree.tags[at] in _COMPARING or lower in _UNLIKE
        told.add(lower)
        before = at
    last = words[-1]
    if _lacks_what_it_is_as(context, words):
        return True
    if told.isdisjoint(_DEGREES) or last != max(words):
        return False
    follows_on = (at for at in range(last + 1, bounds[1]) if tree.pos[at] not in _NO_WORDS)
    behind = next(follows_on, None)
    if behind is None or behind in context.timed:
        return False
    follows = tree.lowers[behind] in ("that", "as") or tree.tags[behind] in _RELATIVE or tree.tags[behind] == "PRP"
    return follows and any(
        tree.lowers[at] in _DEGREES and tree.pos[after] in ("ADJ", "ADV", "DET") for at, after in pairwise(words)
    )


def _lacks_what_it_is_as(context: EventContext, words: Sequence[int]) -> bool:
    """*As much money* of *a quarter as much money as the mayor had asked for*."""
    tree, kept = context.tree, set(words)
    degrees = (at for at, after in pairwise(words) if tree.lowers[at] == "as" and after == at + 1)
    for at in degrees:
        if tree.pos[at + 1] not in ("ADJ", "ADV") or tree.tags[at + 2 : at + 3] == ["IN"]:
            continue
        behind = at + 2
        while behind in kept and tree.lowers[behind] != "as":
            behind += 1
        if behind < len(tree) and behind not in kept and tree.lowers[behind] == "as":
            return True
    return False


def _lacks_its_noun(context: EventContext, words: Sequence[int]) -> bool:
    """*Who have nine boats* without who has them."""
    tree, kept = context.tree, set(words)
    clauses = (context.syntax.clause_of(at) for at in words if tree.tags[at] in _RELATIVE)
    nouns = [one.attached for one in clauses if one is not None and one.relation is Relation.RELATIVE]
    told = (
        at in kept or (tree.relations[at] is Relation.APPOSITION and tree.heads[at] in kept)
        for at in nouns
        if at is not None
    )
    return not all(told)


def _lacks_what_is_counted(context: EventContext, words: Sequence[int]) -> bool:
    """*Was 51* of *was 51 Corran Road*."""
    tree, kept = context.tree, set(words)
    numbers = (at for at in words if tree.relations[at] is Relation.NUMBER and at not in context.timed)
    counted = (at + 1 for at in numbers if tree.heads[at] not in kept)
    return any(at < len(tree) and at not in kept and tree.is_nominal(at) for at in counted)


def _lacks_its_other_half(context: EventContext, words: Sequence[int]) -> bool:
    """*Co-* of *co-founded*."""
    tags, kept, last = context.tree.tags, set(words), len(context.tree) - 1
    hyphens = {at + 1 for at in words if tags[min(at + 1, last)] == "HYPH"}
    hyphens |= {at - 1 for at in words if at and tags[at - 1] == "HYPH"}
    return any((at - 1 in kept) != (at + 1 in kept) for at in hyphens if 0 < at < last)


def _lacks_its_verb(context: EventContext, draft: Draft) -> bool:
    """*They believe gas* of *they believe gas, which leaks, was the cause*."""
    lowers, tags, last = context.tree.lowers, context.tree.tags, draft.words[-1]
    comma = last + 1
    if last != max(draft.words) or context.tree.pos[last] not in _NOUNS or draft.turned or comma >= draft.bounds[1]:
        return False
    if lowers[comma] != ",":
        return False
    closing = next((at for at in range(comma + 1, draft.bounds[1] - 1) if lowers[at] == ","), None)
    return closing is not None and tags[closing + 1] in _WITH_TENSE


def _lacks_its_predicate(context: EventContext, draft: Draft) -> bool:
    """*Her condition was on Monday* of *was on Monday said to be good*."""
    tree, top = context.tree, draft.top
    if top not in draft.words or tree.lowers[top] not in BE or (draft.subject or 0) > top:
        return False
    after = draft.words[draft.words.index(top) + 1 :]
    if any(at not in context.timed and tree.relations[at] not in _SAYS_NOTHING for at in after):
        return False
    last = max(draft.words)
    behind = next((at for at in range(last + 1, draft.bounds[1]) if tree.pos[at] not in _NO_WORDS), None)
    return behind is not None and tree.tags[behind] != "CC"


def stops_at_be(context: EventContext, draft: Draft) -> bool:
    """*One child was* of *one child was, according to the police, among the dead*."""
    tree, last = context.tree, draft.words[-1]
    if tree.lowers[last] not in BE or last != max(draft.words) or draft.turned:
        return False
    behind = [at for at in range(last + 1, draft.bounds[1]) if tree.pos[at] not in _NO_WORDS]
    joins = bool(behind) and (tree.tags[behind[0]] in _JOINING or tree.relations[behind[0]] is Relation.MARKER)
    return bool(behind) and behind[0] not in context.timed and not joins


def _lacks_the_verb_of_that(context: EventContext, draft: Draft) -> bool:
    """*Found that Lind* of *found that Lind, a judge, was late*."""
    tree, words = context.tree, draft.words
    last = next((place for place in range(len(words) - 1, -1, -1) if tree.lowers[words[place]] == "that"), None)
    if last is None or tree.tags[words[last]] != "IN":
        return False
    if any(tree.tags[at] in _WITH_TENSE or tree.tags[at] == "VB" for at in words[last + 1 :]):
        return False
    return any(tree.tags[at] in _WITH_TENSE for at in range(words[last] + 1, draft.bounds[1]))


def _lacks_what_it_is(context: EventContext, draft: Draft) -> bool:
    """*Was “likely”* of *the fire was “likely” the council's doing*."""
    tree, last = context.tree, draft.words[-1]
    if last != max(draft.words) or tree.tags[last] != "JJ" or last in context.timed:
        return False
    be = draft.words[-2] if len(draft.words) > 1 else last
    while be != last and tree.pos[be] == "ADV" and be - 1 in draft.words:
        be -= 1
    behind = last + 1
    while behind < draft.bounds[1] and tree.lowers[behind] in _QUOTES:
        behind += 1
    named = behind < draft.bounds[1] and behind not in context.timed and tree.tags[behind] in _NAMING
    return tree.lowers[be] in BE and named


def _is_a_bare_participle(context: EventContext, draft: Draft) -> bool:
    """*Based* of *was in the news, based on a report*."""
    tree, last = context.tree, draft.words[-1]
    clause = context.syntax.clauses.get(last)
    if clause is None or last < draft.top or last in draft.fixed or clause.auxiliaries:
        return False
    if tree.tags[last] not in ("VBN", "VBG"):
        return False
    apart = clause.relation in NOUN_CLAUSES or clause.relation is Relation.ADVERBIAL
    below = (at for at in tree.children[last] if last < at < draft.bounds[1])
    return apart and any(tree.relations[at] is not Relation.PUNCTUATION and at not in context.timed for at in below)


def _lacks_who_else(context: EventContext, draft: Draft) -> bool:
    """*Skerra have paid* of *Corran, Oslund and Skerra have paid*."""
    tree, subject, clause = context.tree, draft.subject, context.syntax.clauses.get(draft.top)
    if subject is None or clause is None or tree.tags[subject] not in _SINGULAR or subject > draft.top:
        return False
    verbs = (draft.top, *clause.auxiliaries)
    if not any(tree.lowers[at] in _PLURAL for at in verbs) or any(tree.tags[at] == "MD" for at in verbs):
        return False
    kept, joins = set(draft.words), min(draft.words) - 1
    before = (
        joins >= draft.bounds[0] and tree.lowers[joins] == "and" and tree.heads[joins] not in context.syntax.clauses
    )
    gone = (at for at in range(subject, draft.top) if at not in kept)
    if tree.tags[subject] == "NNP" and any(tree.lowers[at] == "and" for at in gone):
        return True  # *Rosa Lind of the museum and colleagues have found*
    after = (at for at in tree.children[subject] if subject < at < draft.top)
    return before or any(tree.relations[at] is Relation.CONJUNCT and at not in kept for at in after)


def _lacks_its_preposition(context: EventContext, draft: Draft) -> bool:
    """*Addition to the cast, three guests came* of *in addition to the cast, …*."""
    return _noun_without_preposition(context, draft) is not None


def _noun_without_preposition(context: EventContext, draft: Draft) -> int | None:
    tree, kept, first = context.tree, set(draft.words), draft.words[0]
    noun, clause = first, context.syntax.clauses.get(draft.top)
    while tree.relations[noun] in _WITHIN_A_NOUN and tree.heads[noun] in kept:
        noun = tree.heads[noun]
    if draft.turned or clause is None or noun == clause.attached or tree.relations[noun] not in _BEFORE_A_VERB:
        return None
    cases = (at for at in tree.children[noun] if tree.relations[at] is Relation.CASE and at == first - 1)
    gone = (at not in kept and tree.tags[at] == "IN" and tree.lowers[at] not in _NO_PREPOSITIONS for at in cases)
    return noun if any(gone) else None


def _breaks_a_name(context: EventContext, words: Sequence[int]) -> bool:
    """*Rask* of *Otto bin Rask*, where a parse hangs the rest elsewhere."""
    kept = set(words)
    named = (context.mentions[at] for at in words if at in context.mentions)
    runs = {run for actor, run in named if actor in context.people}
    return any(at not in kept and context.tree.pos[at] not in _NO_WORDS for run in runs for at in range(*run))


def _has_two_side_by_side(context: EventContext, draft: Draft) -> bool:
    """*His wife his junior* of *his wife, four decades his junior, …*; *said were late* of *said ferries were late*."""
    tree = context.tree
    for before, after in pairwise(draft.words):
        if after <= before + 1:
            continue
        gap = [at for at in range(before + 1, after) if tree.pos[at] not in _NO_WORDS]
        setting = all(at in context.timed or tree.relations[at] is Relation.CASE for at in gap)
        if setting or before in draft.replaced or tree.lowers[before + 1] in _OPENING:
            continue
        if {tree.tags[before], tree.tags[after]} <= _WITH_TENSE:
            helps = tree.relations[before] in AUXILIARIES and tree.heads[before] == tree.heads[after]
            if not helps:  # *was opened* of *was found and opened*
                return True
        apart = tree.lowers[after - 1] in _MARKS
        if tree.lowers[before] == "that" and tree.tags[before] == "IN" and apart:
            return True
        nouns = tree.is_nominal(before) and tree.pos[after] in _PHRASES and tree.tags[after] not in _RELATIVE
        if nouns and not (apart and tree.lowers[before + 1] in _MARKS):
            return True
    return False
