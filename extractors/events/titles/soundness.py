"""Whether a title can be read as a sentence, or as a noun for what happened.

Parses of long sentences contradict themselves: a verb with a tense has no subject, or a subject behind a preposition;
two verbs with a tense stand beside each other, and nothing joins them. What was made from such a parse is no sentence.
"""

from itertools import pairwise

from extractors.events.context.event_context import EventContext
from extractors.events.titles.drafts import Draft
from extractors.events.titles.seams import is_torn, stops_at_be
from extractors.lexicons import verbs
from extractors.lexicons.forms import looks_past
from extractors.syntax.clauses import Clause, is_reporting
from extractors.syntax.eventive import happens
from extractors.syntax.relations import NOUN_CLAUSES, SUBJECTS, Relation
from extractors.syntax.trees import BE

_ASKING = frozenset("WDT WP WRB WP$".split())
_JOINING = _ASKING | {"CC", ":"}
"""Clauses that need no word to join them: *the boat Lind built*, *said she left*."""
_COMPLETING = frozenset({Relation.COMPLEMENT, Relation.OPEN_COMPLEMENT})
_BESIDE = frozenset({Relation.CONJUNCT, Relation.ADVERBIAL, Relation.PARATAXIS, Relation.OPEN_COMPLEMENT})
_WITH_TENSE = frozenset("VBD VBZ VBP MD".split())
_UNFINISHED = BE | frozenset("do does did had has have".split())
_QUESTIONS = frozenset("how what why who whom".split())
_ALLOWING = frozenset(
    "not n't n’t no never none nobody nothing any anybody anyone than if whether first only hardly".split()
)
"""Before *ever*."""
_RELATIVE = frozenset("who which that whom whose".split())
_PHRASES = frozenset("DET PROPN NOUN PRON ADJ NUM".split())
_PARTS = frozenset("most many some few both all none several others".split())
"""Behind the subject of another verb, one of these is the verb's own: *nine came, but most left*."""
_ORDERED = frozenset("first second third other latter former".split())
"""As subjects, these are of those told of before: *the first accused her, and the second*."""
_FEWEST = 3
"""Words of a noun that something is said of."""
_QUOTES = frozenset(("“", "”", '"', "‘", "’", "''", "``", "["))
_HIGHEST = 12
"""Clauses: more than a sentence nests that can be read."""
_ABOUT = frozenset("about over around".split())
"""Before a number, these are no prepositions."""


def is_sound(context: EventContext, draft: Draft, verb: int | None) -> bool:
    """Whether a draft says who does what, as far as a parse and the order of its words show.

    Args:
        context: the doc.
        draft: the words that are left.
        verb: the verb that tells the event; None where a noun does.
    """
    if not draft.words or context.tree.tags[draft.words[0]] in _ASKING or _begins_below(context, draft.words[0]):
        return False
    if verb is None:
        return not stops_at_be(context, draft)
    if is_torn(context, draft):
        return False
    clause = context.syntax.clauses.get(draft.top)
    if clause is None or draft.subject is None:
        return _has_subject(context, draft)
    if names_a_thing(context, draft):
        return _names_what_happened(context, draft, clause)
    return not (
        _stands_behind_a_preposition(context, draft)
        or lacking(context, draft)
        or _is_bare(context, draft)
        or _is_cut(context, draft)
        or _is_unfinished(context, draft, clause)
        or _answers(context, draft, clause)
        or _is_of_any(context, draft)
        or _has_two_subjects(context, draft)
        or _goes_on_with_some(context, draft, clause)
        or _is_spliced(context, draft)
    )


def _begins_below(context: EventContext, at: int) -> bool:
    """*That she supported*."""
    tree = context.tree
    return tree.lowers[at] == "that" and (tree.tags[at] == "IN" or tree.relations[at] is Relation.MARKER)


def names_a_thing(context: EventContext, draft: Draft) -> bool:
    """Whether a draft is a noun with a clause that says more of it."""
    clause = context.syntax.clauses.get(draft.top)
    on_noun = clause is not None and clause.relation in NOUN_CLAUSES and draft.subject == clause.attached
    return on_noun and not draft.turned


def _has_subject(context: EventContext, draft: Draft) -> bool:
    """Whether a stretch of the text has a verb with a tense behind its subject, the event's or one above it."""
    kept, clauses = set(draft.words), context.syntax.clauses
    verb: int | None = draft.top
    for _ in range(_HIGHEST):
        clause = clauses.get(-1 if verb is None else verb)
        if clause is None or clause.verb not in kept:
            return False
        subject = clause.subject
        told = subject is not None and subject in kept and subject < clause.verb and context.is_finite(clause.verb)
        if told and subject is not None and clause.relation not in NOUN_CLAUSES and not _cases(context, subject, kept):
            return True
        verb = clause.parent
    return False


def _cases(context: EventContext, noun: int, kept: set[int]) -> bool:
    tree = context.tree
    before = (at for at in tree.children[noun] if tree.relations[at] is Relation.CASE and at in kept and at < noun)
    return any(tree.tags[at] == "IN" and tree.lowers[at] not in _ABOUT for at in before)


def _stands_behind_a_preposition(context: EventContext, draft: Draft) -> bool:
    subject = draft.subject
    tree = context.tree
    plain = subject is not None and not draft.turned and tree.relations[subject] in SUBJECTS | {Relation.OBLIQUE}
    if not plain or subject is None:
        return False
    among = any(context.tree.lowers[at] == "including" for at in context.tree.children[subject])
    return among or _cases(context, subject, set(draft.words))


def _names_what_happened(context: EventContext, draft: Draft, clause: Clause) -> bool:
    """*A boat that sank*, *people killed in the fire*; not *the boat it hit*, *the foresight to leave*."""
    tree = context.tree
    sentence = range(*draft.bounds)
    if clause.subject is not None and clause.subject != draft.subject:
        told = tree.lowers[clause.subject] in _RELATIVE and clause.subject not in draft.words
        return told and not _is_spliced(context, draft)
    if tree.tags[clause.verb] not in ("VBN", "VBD") and not context.is_finite(clause.verb):
        return False
    apart = tree.lowers[clause.verb - 1] == "," and looks_past(tree.lowers[clause.verb])
    return not (apart and not any(_is_main(context, at) for at in sentence))


def _is_main(context: EventContext, at: int) -> bool:
    tree = context.tree
    return at in context.syntax.clauses and tree.relations[at] is Relation.ROOT and context.is_finite(at)


def _is_unfinished(context: EventContext, draft: Draft, clause: Clause) -> bool:
    """*The employees were*, *Lind did*, *a paper reported*: what of them, stood elsewhere in the sentence."""
    tree, kept = context.tree, set(draft.words)
    after = {tree.relations[at] for at in kept if at > clause.verb}
    if clause.verb not in kept or draft.turned or not after <= {Relation.NEGATION, Relation.ADVERB}:
        return False
    if clause.passive:
        return tree.lemma_in(clause.verb, verbs.leading_on("passive")) is not None
    if tree.lowers[clause.verb] in _UNFINISHED:
        return after <= {Relation.NEGATION}
    return is_reporting(tree, clause.verb) or tree.lemma_in(clause.verb, verbs.leading_on("active")) is not None


def _is_bare(context: EventContext, draft: Draft) -> bool:
    """*Much iron* of *there was so much iron that it sank*: a noun that nothing is said of."""
    tree = context.tree
    verbs = any(at in context.syntax.clauses for at in draft.words)
    told = [at for at in draft.words if tree.tags[at] != "DT" and at not in context.timed]
    return not verbs and len(told) < _FEWEST and draft.subject is not None and not happens(tree, draft.subject)


def _is_cut(context: EventContext, draft: Draft) -> bool:
    """*Used “to satisfy”* before what is satisfied; *a move whose rarity* before what its rarity does."""
    tree, last = context.tree, draft.words[-1]
    after = last + 1
    while after < draft.bounds[1] and (tree.pos[after] in ("PUNCT", "SPACE") and tree.lowers[after] in _QUOTES):
        after += 1
    goes_on = (
        last == max(draft.words)
        and after < draft.bounds[1]
        and tree.pos[after] in _PHRASES
        and after not in context.timed
    )
    if goes_on and tree.tags[last] in ("VB", "VBG") and last in context.syntax.clauses and last != draft.top:
        return True
    asks = last == max(draft.words) and tree.is_verb(last) and after == last + 1 and after < draft.bounds[1]
    if asks and tree.lowers[after] in _QUESTIONS:
        return True  # *saw* of *saw how it sank*
    asking = [place for place, at in enumerate(draft.words) if tree.tags[at] in ("WDT", "WP", "WP$")]
    return bool(asking) and not any(tree.is_verb(at) for at in draft.words[asking[-1] :])


def _answers(context: EventContext, draft: Draft, clause: Clause) -> bool:
    """*How* of *reflect on how she has done*: without it, she has."""
    tree, kept = context.tree, set(draft.words)
    if clause.relation in NOUN_CLAUSES:
        return False
    before = (*tree.children[clause.verb], *(() if clause.attached is None else (clause.attached,)))
    return any(tree.lowers[at] in _QUESTIONS and at not in kept and at < clause.verb for at in before)


def lacking(context: EventContext, draft: Draft) -> frozenset[int]:
    """The verbs without which a title stops short of what was told.

    *Reported a block of flats* of *reported a block of flats collapsed*, *said in an interview* of *said in an
    interview she had left*.
    """
    tree, kept, clauses = context.tree, set(draft.words), context.syntax.clauses
    if not draft.words or draft.top not in clauses:
        return frozenset()
    below = (at for verb in draft.words if verb in clauses for at in tree.children[verb])
    found = {at for at in below if tree.relations[at] in _COMPLETING and at in clauses and at > draft.top}
    after = max(draft.words) + 1
    on_noun = clauses[draft.top].relation in NOUN_CLAUSES or draft.turned
    if after < draft.bounds[1] and tree.tags[after] in _WITH_TENSE and not on_noun:
        found.add(after if after in clauses else context.syntax.owners[after])
    told = {tree.heads[at] for at in kept if tree.relations[at] is Relation.CONJUNCT and tree.heads[at] in found}
    return frozenset(at for at in found - kept - told if draft.bounds[0] <= at < draft.bounds[1])


def _is_of_any(context: EventContext, draft: Draft) -> bool:
    """*Has ever seen* of *faster than any that she has ever seen*: it is not told that she has."""
    lowers = [context.tree.lowers[at] for at in draft.words]
    before = lowers[: lowers.index("ever")] if "ever" in lowers else []
    greatest = any(context.tree.tags[at] in ("JJS", "RBS") for at in draft.words)
    return bool(before) and not greatest and not _ALLOWING & set(before)


def _has_two_subjects(context: EventContext, draft: Draft) -> bool:
    """*The first the second accused*: the subject of another verb, before one that has its own in the text."""
    tree, seam = context.tree, draft.seam
    if seam is None or draft.turned or seam not in draft.words:
        return False
    begins = tree.pos[seam] in _PHRASES or tree.lowers[seam] in _PARTS
    return begins and seam < draft.top and tree.heads[seam] != seam


def _goes_on_with_some(context: EventContext, draft: Draft, clause: Clause) -> bool:
    """*Most did not see it* of *a hundred came, but most did not see it*: of whom is told by the clause before."""
    tree, subject, above = context.tree, draft.subject, clause.parent
    if subject is None or draft.turned or clause.relation is not Relation.CONJUNCT or subject not in draft.words:
        return False
    if tree.lowers[subject] not in _PARTS | _ORDERED or above is None or above in draft.words:
        return False
    whole = (at for at in tree.children[subject] if tree.relations[at] is Relation.NOUN_MODIFIER)
    return not any(at in draft.words for at in whole)  # *most of the sailors*


def _is_spliced(context: EventContext, draft: Draft) -> bool:
    """Whether two verbs with a tense stand beside each other, and neither a word nor a mark joins them."""
    tree, clauses = context.tree, context.syntax.clauses
    last: int | None = None
    for place, at in enumerate(draft.words):
        if at not in clauses or not context.is_finite(at) or not _has_tense(context, at):
            continue
        torn = clauses[at].relation is Relation.COMPLEMENT and clauses[at].parent not in draft.words
        beside = torn or clauses[at].relation in _BESIDE
        joined = last is None or not beside or at < draft.words[place - 1]
        listed = any(tree.tags[later] == "CC" for later in draft.words[place + 1 :])  # *came, saw and left*
        between = draft.words[0 if last is None else last : place + 1]
        if not joined and not _is_joined(context, between, at, listed=listed):
            return True
        last = place
    return False


def _has_tense(context: EventContext, verb: int) -> bool:
    tree = context.tree
    return any(tree.tags[at] in _WITH_TENSE for at in (verb, *context.syntax.clauses[verb].auxiliaries))


def _is_joined(context: EventContext, words: tuple[int, ...], verb: int, *, listed: bool) -> bool:
    tree = context.tree
    if any(tree.tags[at] in _JOINING or tree.relations[at] is Relation.MARKER for at in words):
        return True
    apart = (at + 1 for at, after in pairwise(words) if after > at + 1)
    comma = any(tree.relations[at] is Relation.PUNCTUATION for at in apart)
    return comma and (listed or context.syntax.clauses[verb].subject in words)
