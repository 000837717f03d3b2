"""Whether what is left of a title reads on without a branch, and says the same.

No name is broken, no noun stands beside another, and nothing goes that the word before it can't do without.
"""

from collections.abc import Set

from extractors.events.context.event_context import EventContext
from extractors.events.titles.branches import is_apart
from extractors.events.titles.drafts import Draft
from extractors.events.titles.needs import follows_a_bare_noun
from extractors.lexicons import nouns
from extractors.syntax.relations import Relation

_BARE = 2
"""Words of a preposition and a noun without an article, *in contempt*, which go with the verb."""
_COMPLETING = frozenset("of for from with about into on against".split())
"""Prepositions by which a clause makes its verb whole."""
_BEGINS_A_PHRASE = frozenset("DET NOUN PROPN NUM ADJ PRON".split())
_FROM_POINTS = frozenset("before after when that since until".split())
SETTING_APART = frozenset("only not even just rather than except merely".split())
"""Words that say nothing without what they set apart: *only when others do*."""
_WITH_TENSE = frozenset("VBD VBZ VBP MD".split())
PLACES = frozenset(("GPE", "LOC", "FAC"))
"""The kinds of names that are places, for those that recognise names."""
_WHERE = frozenset("in near outside".split())
_MARKS = frozenset((",", "—", "–", ";", ":"))


def is_loose(context: EventContext, draft: Draft, words: Set[int]) -> bool:
    """Whether the rest can be read on without a branch."""
    if _has_gaps(words, draft.kept) or _is_governed(context, words) or _makes_many(context, draft, words):
        return False
    return _reads_on(context, draft, words) and not _breaks_a_name(context, words, draft.kept)


def _is_governed(context: EventContext, words: Set[int]) -> bool:
    """Whether what is before a branch says little without it: *capable of*, *the purpose of*, *held in contempt*."""
    tree, first = context.tree, min(words)
    top = next((at for at in words if tree.heads[at] not in words), first)
    head = tree.heads[top]
    if first < head or is_apart(context, words):
        return False
    if follows_a_bare_noun(context, top, first):
        return True
    plain = tree.relations[top] in (Relation.OBLIQUE, Relation.NOUN_MODIFIER)
    bare = plain and len(words) == _BARE and tree.tags[top] == "NN" and tree.relations[first] is Relation.CASE
    close = head == first - 1 or (tree.relations[first - 1] is Relation.PARTICLE)
    adjective = tree.pos[head] == "ADJ" and head not in context.syntax.clauses
    return adjective or tree.lemmas[head] in nouns.empty() or (bare and (close or tree.is_nominal(first - 1)))


def completes(context: EventContext, at: int) -> bool:
    """*Of hiding it* of *was accused of hiding it*, *that she left* of *said in Corran that she left*."""
    clause = context.syntax.clauses.get(at)
    if clause is None or clause.relation is not Relation.ADVERBIAL:
        return False
    markers = context.markers(clause)
    return markers == {"that"} or (context.tree.tags[at] == "VBG" and bool(markers & _COMPLETING))


def _makes_many(context: EventContext, draft: Draft, words: Set[int]) -> bool:
    """*And her crew* of *the captain of the ferry and her crew were saved*: without it, *were* is wrong."""
    tree, subject = context.tree, draft.subject
    if subject is None or tree.tags[subject] not in ("NN", "NNP") or max(words) > draft.top:
        return False
    clause = context.syntax.clauses.get(draft.top)
    verbs = (draft.top, *(() if clause is None else clause.auxiliaries))
    several = any(tree.tags[at] == "VBP" or tree.lowers[at] == "were" for at in verbs)
    return several and any(tree.relations[at] is Relation.COORDINATOR for at in words)


def _has_gaps(words: Set[int], kept: Set[int]) -> bool:
    """Whether other words stand between those of a branch: then its parse is doubtful, and so is what would be left."""
    return any(at in kept and at not in words for at in range(min(words), max(words)))


def _breaks_a_name(context: EventContext, words: Set[int], kept: Set[int]) -> bool:
    """*For Sea Safety* of *the Center for Sea Safety*: another body is called so."""
    tree = context.tree
    ranges = (context.mentions[at] for at in words if at in context.mentions)
    if any(
        at in kept and at not in words for actor, run in ranges if actor not in context.people for at in range(*run)
    ):
        return True
    top = next((at for at in words if tree.heads[at] not in words), min(words))
    head = tree.heads[top]
    plain = tree.relations[top] in (Relation.NOUN_MODIFIER, Relation.CONJUNCT, Relation.COMPOUND)
    person = head in context.mentions and context.mentions[head][0] in context.people
    names = plain and not person and tree.pos[top] == "PROPN" == tree.pos[head]
    return names and not is_apart(context, words) and not _says_where(context, min(words), top, head)


def _says_where(context: EventContext, first: int, top: int, head: int) -> bool:
    """*In Corran* of *the Sea Office in Corran*: behind a name that has ended, a place with a name of its own."""
    doc, tree = context.doc, context.tree
    apart = not doc[first].ent_type_ and bool(doc[head].ent_type_) and doc[top].ent_type_ in PLACES
    return apart and tree.lowers[first] in _WHERE and first == top - 1


def _reads_on(context: EventContext, draft: Draft, words: Set[int]) -> bool:
    """Whether what is left on both sides can stand together; two nouns, or a passive and a noun, can't."""
    tree, first, last = context.tree, min(words), max(words)
    if tree.tags[first - 1] == "HYPH" or tree.tags[min(last + 1, len(tree) - 1)] == "HYPH":
        return False
    before = max((at for at in draft.words if at < first), default=None)
    after = min((at for at in draft.words if at > last), default=None)
    if first - 1 in draft.words and tree.lowers[first - 1] in SETTING_APART:
        return False  # *only when others do*
    joins = min(last + 1, len(tree) - 1)
    if joins in draft.words and tree.tags[joins] == "CC" and tree.heads[joins] not in context.syntax.clauses:
        return False  # *around Kesk* of *revolved around Kesk and Lind's crimes*, which a parse has torn apart
    leads = joins + (tree.tags[joins] == "IN")
    if joins in draft.words and leads in draft.words and tree.tags[leads] in ("WDT", "WP"):
        return False  # *from interviews* before *in which he hinted*
    if before is not None and tree.lemmas[before] in nouns.points() and tree.lowers[first] in _FROM_POINTS:
        return False  # *the day before he left*
    if before is None or after is None or any(tree.lowers[at] in _MARKS for at in range(last + 1, after)):
        return True
    behind = context.syntax.clauses.get(last + 1)
    if behind is not None and after == last + 1 and tree.tags[after] in _WITH_TENSE and behind.subject is None:
        return behind.relation is Relation.CONJUNCT  # *and Lind* of *won a majority and Lind claimed the seat*
    bare = tree.tags[last] == "NN" and tree.relations[last - 1] is Relation.CASE and tree.tags[after] == "IN"
    if bare and after == last + 1 and last not in context.timed:
        return False  # *for consideration* of *for consideration by the council*
    leads = tree.lowers[after] in ("to", "of", "with") and tree.tags[after] != "TO"
    if tree.is_nominal(last) and leads and not is_apart(context, words):
        return False  # *in opposition to*, whatever a parse hangs the second on
    if tree.tags[last] in ("VB", "VBG") and after == last + 1 and tree.pos[after] in _BEGINS_A_PHRASE:
        return False  # *to counter* of *speed up to counter delays*: what follows is what is countered
    heads_on = tree.is_nominal(before) or tree.tags[before] == "VBN"
    return not (heads_on and tree.pos[after] in _BEGINS_A_PHRASE and tree.tags[after] != "POS")
