"""What can go from a title: branches of the sentence, in the order of how little is lost, never letters.

Nothing goes that takes something back or sets a condition, nothing that a verb can't do without, and of what is joined
by *and* nothing at all.
"""

from collections.abc import Callable, Collection, Iterator

from extractors.events.event_context import EventContext
from extractors.events.titles.branches import branch, inside, is_apart, is_negative
from extractors.events.titles.drafts import Draft
from extractors.syntax.clauses import is_reporting
from extractors.syntax.relations import NOUN_CLAUSES, Relation
from extractors.syntax.trees import BE

_SETTING = frozenset(
    "in at on near during following amid amidst after before outside inside across around along alongside through "
    "throughout via within behind beside despite".split()
)
"""Prepositions of where and amid what something happens, without which it has happened as well."""
_LASTING = frozenset("until till for to between than as from".split())
"""Before a time, these say more than when."""
_ROUND_A_TIME = frozenset("the a early late just only about around shortly at sometime".split())
_ADJUNCTS = frozenset({Relation.OBLIQUE, Relation.ADVERB, Relation.NOUN_MODIFIER, Relation.MODIFIER})
_OPEN = frozenset("no any every each all most few only first last one none".split())
_ALTERNATIVE = frozenset("or nor either neither both".split())
_BEGINS_A_PHRASE = frozenset("DET NOUN PROPN NUM ADJ PRON".split())
_MARKS = frozenset((",", "—", "–", ";", ":"))
_AMONG = frozenset("including such as like".split())
_CIRCUMSTANCES = frozenset("for from under over because due".split())


def without_asides(context: EventContext, draft: Draft, told: Collection[int]) -> Draft:
    """The draft without what stands in brackets or beside the sentence, or is a line of its own."""
    tree, syntax = context.tree, context.syntax
    for at in draft.words:
        relation, words = tree.relations[at], branch(tree, at, draft.bounds)
        if words & draft.fixed or at not in draft.words:
            continue
        beside = relation is Relation.PARATAXIS
        own = relation is Relation.ADVERBIAL and at in told and tree.tags[at] == "VBG" and is_apart(context, words)
        clausal = at in syntax.clauses and at not in draft.fixed
        named = tree.pos[tree.heads[at]] == "PROPN"
        more = clausal and relation is Relation.RELATIVE and (named or is_apart(context, words))
        more = more or (clausal and relation is Relation.ADNOMINAL and tree.heads[at] < at and is_apart(context, words))
        if beside or own or more or _is_attributing(context, at):
            draft = draft.without(words)
    return draft.without(_bracketed(context, draft))


def _is_attributing(context: EventContext, at: int) -> bool:
    tree = context.tree
    return tree.relations[at] is Relation.OBLIQUE and any(tree.lowers[one] == "according" for one in tree.children[at])


def _bracketed(context: EventContext, draft: Draft) -> set[int]:
    words: set[int] = set()
    opened: int | None = None
    for at in range(*draft.bounds):
        if context.tree.lowers[at].startswith("("):
            opened = at if opened is None else opened
        elif context.tree.lowers[at].startswith(")") and opened is not None:
            words |= set(range(opened, at + 1))
            opened = None
    return set() if words & draft.fixed else words


def without_time(context: EventContext, draft: Draft, time: int | None) -> Draft:
    """The draft without the event's own time, which its line has; where it reads on."""
    if time is None:
        return draft
    span, tree = context.times[time], context.tree
    inside = set(range(span.start, span.end))
    tops = [at for at in inside if tree.heads[at] not in inside and tree.relations[at] is not Relation.PUNCTUATION]
    gone: set[int] = set()
    for top in tops:
        words = branch(tree, top, draft.bounds)
        extra = {at for at in words - inside if tree.relations[at] is not Relation.CASE}
        cases = {tree.lowers[at] for at in words if tree.relations[at] is Relation.CASE}
        rest = {at for at in extra if tree.lowers[at] not in _ROUND_A_TIME}
        lasting = bool(cases & _LASTING) and cases != {"as", "of"}
        if rest or words & draft.fixed or lasting or not _is_adjunct(context, draft, top):
            return draft
        gone |= words
    return draft.without(gone) if set(draft.words) - gone - draft.fixed or len(draft.fixed) > 1 else draft


def _is_adjunct(context: EventContext, draft: Draft, top: int) -> bool:
    tree = context.tree
    head = tree.heads[top]
    if tree.relations[top] is Relation.COMPOUND:
        return any(tree.tags[at] == "DT" for at in tree.children[head]) and tree.heads[top] > top
    clause = context.syntax.clauses.get(head)
    says_when = clause is not None and head in draft.words and tree.lowers[head] in BE and clause.predicate is None
    return tree.relations[top] in _ADJUNCTS and not says_when


def shortened(
    context: EventContext, draft: Draft, fits: Callable[[Draft], bool], fits_at_worst: Callable[[Draft], bool]
) -> Draft:
    """The draft without as much as must go that it fits; it may not fit.

    Args:
        context: the doc.
        draft: what is told.
        fits: whether a draft is short enough.
        fits_at_worst: whether it is short enough to keep what is missed.
    """
    draft = _without_steps(context, draft, fits, _STEPS)
    return _without_steps(context, draft, fits_at_worst, _HARD_STEPS)


def _without_steps(
    context: EventContext, draft: Draft, fits: Callable[[Draft], bool], steps: "tuple[Step, ...]"
) -> Draft:
    for step in steps:
        for words in sorted(_going(context, draft, step), key=min, reverse=True):
            if fits(draft):
                return draft
            if words <= set(draft.words):
                draft = draft.without(words)
    return draft


Step = Callable[[EventContext, Draft, int, set[int]], bool]


def _going(context: EventContext, draft: Draft, step: Step) -> Iterator[set[int]]:
    kept = set(draft.words)
    for at in draft.words:
        head = context.tree.heads[at]
        words = branch(context.tree, at, draft.bounds) & kept
        if head not in kept or head == at or words & draft.fixed or not words:
            continue
        if _has_gaps(words, kept) or not _reads_on(context, draft, words):
            continue
        if step(context, draft, at, words):
            yield words


def _has_gaps(words: set[int], kept: set[int]) -> bool:
    """Whether other words stand between those of a branch: then its parse is doubtful, and so is what would be left."""
    return any(at in kept and at not in words for at in range(min(words), max(words)))


def _reads_on(context: EventContext, draft: Draft, words: set[int]) -> bool:
    """Whether what is left on both sides can stand together; two nouns, or a passive and a noun, can't."""
    tree = context.tree
    before = max((at for at in draft.words if at < min(words)), default=None)
    after = min((at for at in draft.words if at > max(words)), default=None)
    if before is None or after is None or any(tree.lowers[at] in _MARKS for at in range(max(words) + 1, after)):
        return True
    heads_on = tree.is_nominal(before) or tree.tags[before] == "VBN"
    return not (heads_on and tree.pos[after] in _BEGINS_A_PHRASE and tree.tags[after] != "POS")


def _second_clauses(context: EventContext, draft: Draft, at: int, words: set[int]) -> bool:
    """*And left* below the spine: joined by *and* or *but* to a clause that is told."""
    tree = context.tree
    joined = tree.relations[at] is Relation.CONJUNCT and {at, tree.heads[at]} <= context.syntax.clauses.keys()
    around = (*inside(tree, at, draft.bounds), *inside(tree, tree.heads[at], draft.bounds))
    lowers = {tree.lowers[child] for child in around}
    return joined and not lowers & _ALTERNATIVE and not is_negative(tree, {tree.heads[at], *words})


def _clauses_around(context: EventContext, draft: Draft, at: int, words: set[int]) -> bool:
    tree = context.tree
    to = any(tree.lowers[child] == "to" for child in tree.children[at])
    return (
        tree.relations[at] is Relation.ADVERBIAL
        and at in context.syntax.clauses
        and not to
        and not is_negative(tree, words)
        and (is_apart(context, words) or bool(context.markers(context.syntax.clauses[at])) or words < _late(draft))
    )


def _late(draft: Draft) -> set[int]:
    return set(draft.words[: draft.words.index(draft.top)]) if draft.top in draft.words else set()


def _appositions(context: EventContext, _: Draft, at: int, words: set[int]) -> bool:
    return context.tree.relations[at] is Relation.APPOSITION and is_apart(context, words)


def _settings_apart(context: EventContext, draft: Draft, at: int, words: set[int]) -> bool:
    after = min(max(words) + 1, len(context.tree) - 1)
    apart = is_apart(context, words) or context.tree.lowers[after] == ","
    moved = at < draft.top and draft.top in draft.words and draft.words.index(at) > draft.words.index(draft.top)
    aside = (moved or is_apart(context, words)) and _is_oblique(context, at, words) and _cases(context, at) != {"of"}
    return aside or (apart and _is_setting(context, draft, at, words))


def _settings(context: EventContext, draft: Draft, at: int, words: set[int]) -> bool:
    clause = context.syntax.clauses.get(context.tree.heads[at])
    if clause is None or not _is_setting(context, draft, at, words):
        return False
    children = inside(context.tree, clause.verb, draft.bounds)
    others = [one for one in children if context.tree.relations[one] is Relation.OBLIQUE]
    complete = bool(clause.objects) or clause.passive or clause.predicate is not None
    return complete or any(one < at and one in draft.words for one in others)


def _is_setting(context: EventContext, _: Draft, at: int, words: set[int]) -> bool:
    return _is_oblique(context, at, words) and _cases(context, at) <= _SETTING


def _is_oblique(context: EventContext, at: int, words: set[int]) -> bool:
    tree = context.tree
    plain = tree.relations[at] is Relation.OBLIQUE and bool(_cases(context, at))
    return plain and not is_negative(tree, words) and tree.lowers[tree.heads[at]] not in BE


def _cases(context: EventContext, at: int) -> set[str]:
    tree = context.tree
    return {tree.lowers[child] for child in tree.children[at] if tree.relations[child] is Relation.CASE}


def _clauses_of_nouns(context: EventContext, _: Draft, at: int, words: set[int]) -> bool:
    tree = context.tree
    if tree.relations[at] not in NOUN_CLAUSES or at not in context.syntax.clauses or is_negative(tree, words):
        return False
    noun = tree.heads[at]
    lowers = {tree.lowers[one] for one in (noun, *tree.children[noun])}
    to = any(tree.lowers[child] == "to" for child in tree.children[at])
    if tree.tags[at] == "VBG" and is_reporting(tree, at):
        return False  # *a statement saying that …*
    return tree.pos[noun] in ("NOUN", "PROPN") and not lowers & _OPEN and not to and noun not in context.embedded


def _titles_of_names(context: EventContext, draft: Draft, at: int, words: set[int]) -> bool:
    """*The German chancellor* before a name."""
    tree = context.tree
    mention = context.mentions.get(tree.heads[at])
    if mention is None or mention[0] not in context.people or tree.relations[at] is Relation.CASE:
        return False
    first, _ = mention[1]
    return max(words) < first and all(one < first for one in words) and max(draft.words) >= first


def _circumstantial_clauses(context: EventContext, _: Draft, at: int, words: set[int]) -> bool:
    tree = context.tree
    clausal = tree.relations[at] is Relation.ADVERBIAL and at in context.syntax.clauses
    return clausal and at not in context.embeddings and not is_negative(tree, words)


def _phrases_of_nouns(context: EventContext, _: Draft, at: int, words: set[int]) -> bool:
    tree, cases = context.tree, _cases(context, at)
    plain = tree.relations[at] is Relation.NOUN_MODIFIER and bool(cases)
    plain = plain and (cases <= _SETTING or (is_apart(context, words) and cases <= _AMONG))
    return plain and tree.tags[tree.heads[at]] != "CD" and not is_negative(tree, words)


def _circumstances(context: EventContext, _: Draft, at: int, words: set[int]) -> bool:
    """*For treatment*, *with a hammer*, of a verb that has an object or is passive; no figures."""
    figures = any(context.tree.tags[one] == "CD" for one in words)
    return not figures and _cases(context, at) <= _CIRCUMSTANCES and _is_spare(context, at, words)


def _spare(context: EventContext, _: Draft, at: int, words: set[int]) -> bool:
    return _is_spare(context, at, words) and _cases(context, at).isdisjoint(("of", "to", "into", "with"))


def _is_spare(context: EventContext, at: int, words: set[int]) -> bool:
    """Whether an oblique is one of a verb that has an object, or is passive."""
    clause = context.syntax.clauses.get(context.tree.heads[at])
    whole = clause is not None and (bool(clause.objects) or clause.passive) and at > clause.verb
    return whole and _is_oblique(context, at, words) and context.timed.isdisjoint(words)


def _parts_of_nouns(context: EventContext, _: Draft, at: int, words: set[int]) -> bool:
    """*Of its founder* of a noun that is told in full without: one with a name, or that stands below another."""
    tree = context.tree
    noun = tree.heads[at]
    deep = tree.relations[noun] is Relation.NOUN_MODIFIER or tree.pos[noun] == "PROPN"
    return tree.relations[at] is Relation.NOUN_MODIFIER and deep and not is_negative(tree, words)


def _aims(context: EventContext, _: Draft, at: int, words: set[int]) -> bool:
    tree = context.tree
    aim = tree.relations[at] is Relation.ADVERBIAL and any(tree.lowers[child] == "to" for child in tree.children[at])
    return aim and at not in context.embeddings and not is_negative(tree, words)


_STEPS: tuple[Step, ...] = (
    _second_clauses,
    _clauses_around,
    _appositions,
    _settings_apart,
    _settings,
    _clauses_of_nouns,
    _phrases_of_nouns,
    _aims,
)
_HARD_STEPS: tuple[Step, ...] = (_circumstantial_clauses, _circumstances, _titles_of_names, _parts_of_nouns, _spare)
