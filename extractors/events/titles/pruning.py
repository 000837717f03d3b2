"""What can go from a title: branches of the sentence, in the order of how little is lost, never letters.

Nothing goes that takes something back or sets a condition, nothing that a verb can't do without, and of what is joined
by *and* nothing at all.
"""

from collections.abc import Callable, Iterator, Set

from extractors.events.event_context import EventContext
from extractors.events.titles.branches import branch, inside, is_apart, is_conditional, is_negative, is_taken_back
from extractors.events.titles.drafts import Draft
from extractors.events.titles.looseness import completes, is_loose
from extractors.events.titles.seams import is_torn
from extractors.events.titles.tails import without_last_tail
from extractors.syntax.clauses import is_reporting
from extractors.syntax.relations import NOUN_CLAUSES, Relation
from extractors.syntax.trees import BE

LONG = 80
"""Characters of a title that is not shortened."""
LONGER = 90
"""Characters of one that loses no more than where and amid what it happened, and what is told beside it."""
LONGEST = 100
"""Characters of one that is not shortened to less than half a line."""
_LEAST = 50
_MOST_WORDS = 80
"""Words of a draft that is shortened: a longer one costs much, and has no parse that can be trusted."""
_SETTING = frozenset(
    "in at on near during following amid amidst after before outside inside across around along alongside through "
    "throughout via within behind beside despite".split()
)
"""Prepositions of where and amid what something happens, without which it has happened as well."""
_OPEN = frozenset("no any every each all most few only first last one none".split())
_GREATEST = frozenset(("JJS", "RBS"))
_ALTERNATIVE = frozenset("or nor either neither both".split())
_TIES = frozenset("from with at on near by about over".split())
_AMONG = frozenset("including such as like".split())
_LEADING_ON = frozenset("shortly soon just right immediately long well".split())
"""Adverbs before *after*, *before*, *behind*."""
_SEEING = frozenset("show see hear watch film picture photograph catch find leave keep".split())
_CIRCUMSTANCES = frozenset("for from under over because due".split())


def shortened(context: EventContext, draft: Draft, length: Callable[[Draft], int]) -> Draft:
    """The draft without as much as must go that it fits; it may not fit.

    Args:
        context: the doc.
        draft: what is told.
        length: how many characters a draft has.
    """
    if len(draft.words) > _MOST_WORDS:
        return draft
    draft = _without_steps(context, draft, length, LONG, _SETTINGS, least=_LEAST)
    draft = _without_steps(context, draft, length, LONGER, (*_STEPS, *_HARD_STEPS), least=_LEAST)
    draft = _without_steps(context, draft, length, LONGEST, (*_SETTINGS, *_STEPS, *_HARD_STEPS, _completions))
    shorter: Draft | None = draft
    while shorter is not None and length(draft) > LONGER:
        draft, shorter = shorter, without_last_tail(context, shorter)
    return _without_steps(context, draft, length, LONGER, (_long_lists,))


def _without_steps(
    context: EventContext,
    draft: Draft,
    length: Callable[[Draft], int],
    most: int,
    steps: "tuple[Step, ...]",
    *,
    least: int = 0,
) -> Draft:
    """The draft without what steps take away until it is short enough, and nothing that leaves too little."""
    hanging: list[tuple[int, Set[int]]] | None = None
    if length(draft) <= most:
        return draft
    torn = is_torn(context, draft)
    for step in steps:
        if hanging is None:
            hanging = list(_hanging(context, draft))
        for words in sorted(_going(context, draft, hanging, step), key=min, reverse=True):
            shorter = draft.without(words)
            enough = step is _appositions or not least or length(shorter) >= least
            if words <= set(draft.words) and enough and (torn or not is_torn(context, shorter)):
                draft, hanging = shorter, None
                if length(draft) <= most:
                    return draft
    return draft


Step = Callable[[EventContext, Draft, int, Set[int]], bool]


def _going(context: EventContext, draft: Draft, hanging: list[tuple[int, Set[int]]], step: Step) -> Iterator[Set[int]]:
    """The branches that a step takes away."""
    for at, words in hanging:
        if not step(context, draft, at, words) or not is_loose(context, draft, words):
            continue
        if step in _ASIDE or not is_taken_back(context, context.tree.heads[at], draft.top, draft.bounds):
            yield (
                words
                | _leading_on(context, draft, words)
                | (_joined_to(context, draft, words) if step is _appositions else set())
            )


def _hanging(context: EventContext, draft: Draft) -> Iterator[tuple[int, Set[int]]]:
    """The branches that can go if the rest can be read on, by the words that they hang by."""
    kept = set(draft.words)
    for at in draft.words:
        head = context.tree.heads[at]
        if head in kept and head != at:
            words = branch(context, at, draft.bounds) & kept
            if words and words.isdisjoint(draft.fixed):
                yield at, words


def _leading_on(context: EventContext, draft: Draft, words: Set[int]) -> Set[int]:
    """*Shortly* of *left shortly after noon*."""
    tree, first = context.tree, min(words)
    adverb = tree.lowers[first - 1] in _LEADING_ON and tree.relations[first] in (Relation.CASE, Relation.MARKER)
    return {first - 1} if first and adverb and first - 1 not in draft.fixed else frozenset()


def _second_clauses(context: EventContext, draft: Draft, at: int, words: Set[int]) -> bool:
    """*And left* below the spine: joined by *and* or *but* to a clause that is told."""
    tree = context.tree
    joined = tree.relations[at] is Relation.CONJUNCT and {at, tree.heads[at]} <= context.syntax.clauses.keys()
    around = (*inside(tree, at, draft.bounds), *inside(tree, tree.heads[at], draft.bounds))
    lowers = {tree.lowers[child] for child in around}
    return joined and not lowers & _ALTERNATIVE and not is_negative(tree, {tree.heads[at], *words})


def _clauses_around(context: EventContext, draft: Draft, at: int, words: Set[int]) -> bool:
    tree = context.tree
    to = any(tree.lowers[child] == "to" for child in tree.children[at])
    return (
        tree.relations[at] is Relation.ADVERBIAL
        and at in context.syntax.clauses
        and not to
        and not is_conditional(tree, words)
        and not (completes(context, at) and not is_apart(context, words))
        and (is_apart(context, words) or bool(context.markers(context.syntax.clauses[at])) or words < _late(draft))
    )


def _late(draft: Draft) -> set[int]:
    return set(draft.words[: draft.words.index(draft.top)]) if draft.top in draft.words else set()


def _appositions(context: EventContext, _: Draft, at: int, words: Set[int]) -> bool:
    return context.tree.relations[at] is Relation.APPOSITION and is_apart(context, words)


def _joined_to(context: EventContext, draft: Draft, words: Set[int]) -> Set[int]:
    """*And former sailor* behind *a minister* in *Rosa Lind, a minister and former sailor, left*."""
    tree, last = context.tree, max(words)
    head = next((tree.heads[at] for at in words if tree.heads[at] not in words), last)
    after = (at for at in inside(tree, head, draft.bounds) if tree.relations[at] is Relation.CONJUNCT and at > last)
    beside = next((branch(context, at, draft.bounds) for at in after), frozenset[int]())
    follows = bool(beside) and min(beside) == last + 1
    closed = follows and tree.lowers[min(max(beside) + 1, len(tree) - 1)] == ","
    return beside if closed and not beside & draft.fixed else set()


def _settings_apart(context: EventContext, draft: Draft, at: int, words: Set[int]) -> bool:
    after = min(max(words) + 1, len(context.tree) - 1)
    apart = is_apart(context, words) or (context.tree.lowers[after] == "," and not _is_needed(context, draft, at))
    moved = at < draft.top and draft.top in draft.words and draft.words.index(at) > draft.words.index(draft.top)
    aside = (moved or is_apart(context, words)) and _is_oblique(context, at, words) and _cases(context, at) != {"of"}
    return aside or (apart and _is_setting(context, draft, at, words))


def _settings(context: EventContext, draft: Draft, at: int, words: Set[int]) -> bool:
    clause = context.syntax.clauses.get(context.tree.heads[at])
    if clause is None or not _is_setting(context, draft, at, words):
        return False
    return not _is_needed(context, draft, at)


def _is_needed(context: EventContext, draft: Draft, at: int) -> bool:
    """Whether an oblique is the first behind a verb that has nothing else: *went on a spree*."""
    clause = context.syntax.clauses.get(context.tree.heads[at])
    if clause is None or clause.objects or clause.passive or clause.predicate is not None or at < clause.verb:
        return False
    between = inside(context.tree, clause.verb, (clause.verb, at))
    return not any(context.tree.relations[one] is Relation.OBLIQUE and one in draft.words for one in between)


def _is_setting(context: EventContext, _: Draft, at: int, words: Set[int]) -> bool:
    return _is_oblique(context, at, words) and _cases(context, at) <= _SETTING


def _is_oblique(context: EventContext, at: int, words: Set[int]) -> bool:
    tree = context.tree
    figures = any(tree.tags[one] == "CD" and one not in context.timed for one in words)
    plain = tree.relations[at] is Relation.OBLIQUE and bool(_cases(context, at)) and not figures
    plain = plain and tree.tags[at] not in ("WDT", "WP", "WRB")  # *in which he spoke*
    return plain and not is_negative(tree, words) and tree.lowers[tree.heads[at]] not in BE


def _cases(context: EventContext, at: int) -> set[str]:
    tree = context.tree
    return {tree.lowers[child] for child in tree.children[at] if tree.relations[child] is Relation.CASE}


def _clauses_of_nouns(context: EventContext, _: Draft, at: int, words: Set[int]) -> bool:
    tree = context.tree
    if tree.relations[at] not in NOUN_CLAUSES or at not in context.syntax.clauses or is_conditional(tree, words):
        return False
    noun = tree.heads[at]
    to = any(tree.lowers[child] == "to" for child in tree.children[at])
    if tree.tags[at] == "VBG" and is_reporting(tree, at):
        return False  # *a statement saying that …*
    if tree.tags[at] == "VBG" and _is_seen(context, noun):
        return False  # *footage showed a crowd throwing stones*
    if tree.tags[at] == "VBD" and tree.relations[at] is Relation.ADNOMINAL and not is_apart(context, words):
        return False  # *as supporters clashed*: a participle has no past tense
    return (
        tree.pos[noun] in ("NOUN", "PROPN") and not _is_open(context, noun) and not to and noun not in context.embedded
    )


def _is_seen(context: EventContext, noun: int) -> bool:
    """Whether a noun is of what somebody sees or shows, which is what it does."""
    tree = context.tree
    while tree.relations[noun] is Relation.NOUN_MODIFIER:
        noun = tree.heads[noun]
    return tree.relations[noun] is Relation.OBJECT and tree.lemma_in(tree.heads[noun], _SEEING) is not None


def _is_open(context: EventContext, noun: int) -> bool:
    """*No ferry*, *most of the ferries*, *the worst fire*: true only with what is said of it."""
    tree = context.tree
    whole = (tree.heads[noun],) if tree.relations[noun] is Relation.NOUN_MODIFIER else ()
    around = (noun, *whole, *tree.children[noun])
    lowers = {tree.lowers[at] for at in around}
    ordinal = any(tree.pos[at] == "ADJ" and tree.lowers[at].endswith(("th", "second", "third")) for at in around)
    return ordinal or bool(lowers & _OPEN) or any(tree.tags[at] in _GREATEST for at in around)


def _aims_of_nouns(context: EventContext, _: Draft, at: int, words: Set[int]) -> bool:
    """*To carry the gas* of *a way to carry the gas*, of a noun that takes none of its meaning from it."""
    tree = context.tree
    noun = tree.heads[at]
    to = tree.relations[at] is Relation.ADNOMINAL and any(tree.lowers[child] == "to" for child in tree.children[at])
    plain = tree.pos[noun] == "NOUN" and not _is_open(context, noun) and at not in context.embeddings
    return to and plain and not is_conditional(tree, words) and tree.relations[noun] is not Relation.PREDICATE


def _titles_of_names(context: EventContext, draft: Draft, at: int, words: Set[int]) -> bool:
    """*The German chancellor* before a name."""
    tree = context.tree
    mention = context.mentions.get(tree.heads[at])
    if mention is None or mention[0] not in context.people or tree.relations[at] is Relation.CASE:
        return False
    first, _ = mention[1]
    named = at in context.mentions and context.mentions[at][0] != mention[0]  # *from Corran* of *a judge from Corran*
    return not named and all(one < first for one in words) and max(draft.words) >= first


def _circumstantial_clauses(context: EventContext, _: Draft, at: int, words: Set[int]) -> bool:
    tree = context.tree
    clausal = tree.relations[at] is Relation.ADVERBIAL and at in context.syntax.clauses
    return clausal and at not in context.embeddings and not is_negative(tree, words) and not completes(context, at)


def _completions(context: EventContext, _: Draft, at: int, words: Set[int]) -> bool:
    """*Of hiding it* of *was accused of hiding it*, where nothing else can go."""
    return completes(context, at) and not is_negative(context.tree, words)


def _phrases_of_nouns(context: EventContext, _: Draft, at: int, words: Set[int]) -> bool:
    tree, cases = context.tree, _cases(context, at)
    plain = tree.relations[at] is Relation.NOUN_MODIFIER and bool(cases)
    plain = plain and (cases <= _SETTING or (is_apart(context, words) and cases <= _AMONG))
    open_noun = _is_open(context, tree.heads[at])
    return plain and tree.tags[tree.heads[at]] != "CD" and not open_noun and not is_negative(tree, words)


def _ties_of_nouns(context: EventContext, _: Draft, at: int, words: Set[int]) -> bool:
    """*From the institute* of *a team from the institute*."""
    tree, cases = context.tree, _cases(context, at)
    plain = tree.relations[at] is Relation.NOUN_MODIFIER and bool(cases) and cases <= _TIES
    head = tree.heads[at]
    return plain and tree.tags[head] != "CD" and not _is_open(context, head) and not is_negative(tree, words)


def _circumstances(context: EventContext, _: Draft, at: int, words: Set[int]) -> bool:
    """*For treatment*, *with a hammer*, of a verb that has an object or is passive; no figures."""
    figures = any(context.tree.tags[one] == "CD" for one in words)
    return not figures and _cases(context, at) <= _CIRCUMSTANCES and _is_spare(context, at, words)


def _spare(context: EventContext, _: Draft, at: int, words: Set[int]) -> bool:
    return _is_spare(context, at, words) and _cases(context, at).isdisjoint(("of", "to", "into", "with", "as"))


def _is_spare(context: EventContext, at: int, words: Set[int]) -> bool:
    """Whether an oblique is one of a verb that has an object, or is passive."""
    clause = context.syntax.clauses.get(context.tree.heads[at])
    whole = clause is not None and (bool(clause.objects) or clause.passive) and at > clause.verb
    return whole and _is_oblique(context, at, words) and context.timed.isdisjoint(words)


def _parts_of_nouns(context: EventContext, _: Draft, at: int, words: Set[int]) -> bool:
    """*Of its founder* of a noun that is told in full without: one with a name, or that stands below another."""
    tree = context.tree
    noun = tree.heads[at]
    deep = tree.relations[noun] is Relation.NOUN_MODIFIER or tree.pos[noun] == "PROPN"
    plain = tree.relations[at] is Relation.NOUN_MODIFIER and deep and not _is_open(context, noun)
    return plain and not is_negative(tree, words)


def _aims(context: EventContext, _: Draft, at: int, words: Set[int]) -> bool:
    tree = context.tree
    aim = tree.relations[at] is Relation.ADVERBIAL and any(tree.lowers[child] == "to" for child in tree.children[at])
    return aim and at not in context.embeddings and not is_negative(tree, words)


def _long_lists(context: EventContext, _: Draft, at: int, words: Set[int]) -> bool:
    """All but the first of three and more that are named beside each other; no figures, and nobody who does it."""
    tree, first = context.tree, context.tree.heads[at]
    others = [one for one in tree.children[first] if tree.relations[one] is Relation.CONJUNCT]
    listed = tree.relations[at] is Relation.CONJUNCT and len(others) > 1 and at not in context.syntax.clauses
    after = tree.relations[first] in (Relation.OBJECT, Relation.OBLIQUE, Relation.AGENT, Relation.NOUN_MODIFIER)
    plain = not any(tree.tags[one] == "CD" for one in (first, *tree.children[first], *words))
    apart = "between" not in _cases(context, first) and not any(tree.lowers[one] in _ALTERNATIVE for one in words)
    return listed and after and plain and apart


_SETTINGS: tuple[Step, ...] = (_second_clauses, _clauses_around, _appositions, _settings_apart, _settings)
_STEPS: tuple[Step, ...] = (_clauses_of_nouns, _phrases_of_nouns, _aims)


_HARD_STEPS: tuple[Step, ...] = (
    _circumstantial_clauses,
    _circumstances,
    _ties_of_nouns,
    _aims_of_nouns,
    _titles_of_names,
    _parts_of_nouns,
    _spare,
)
_ASIDE: tuple[Step, ...] = (_second_clauses, _clauses_around, _appositions, _settings_apart, _titles_of_names)
"""These leave a denial what it is."""
