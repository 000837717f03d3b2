"""Steps: the kinds of branches that can go from a title.

Nothing goes that takes something back or sets a condition, nothing that a verb can't do without, and of what is joined
by *and* nothing at all.
"""

from collections.abc import Callable, Set

from extractors.events.context.event_context import EventContext
from extractors.events.titles.branches import branch, inside, is_apart, is_conditional, is_negative, is_of_a_total
from extractors.events.titles.drafts import Draft
from extractors.events.titles.lists import goes_on
from extractors.events.titles.looseness import completes
from extractors.events.titles.words_before_names import calling
from extractors.lexicons import verbs
from extractors.syntax.clauses import is_reporting
from extractors.syntax.relations import NOUN_CLAUSES, Relation
from extractors.syntax.trees import BE

Step = Callable[[EventContext, Draft, int, Set[int]], bool]
"""Whether a branch, which hangs by a word, is of its kind."""
_SETTING = frozenset(
    "in at on near during following amid amidst after before outside inside across around along alongside through "
    "throughout via within behind beside despite".split()
)
"""Prepositions of where and amid what something happens, without which it has happened as well."""
_OPEN = frozenset("no any every each all most few only first last one none those".split())
_GREATEST = frozenset(("JJS", "RBS"))
_ALTERNATIVE = frozenset("or nor either neither both".split())
_TIES = frozenset("from with at on near by about over".split())
_AMONG = frozenset("including such as like".split())
_WITH_TENSE = frozenset("VBD VBZ VBP MD".split())
_COUNTING = frozenset("CD DT JJ PRP$ POS NN NNP".split())
_PLACING = frozenset("in at near outside".split())
_ASKING = frozenset("WDT WP WRB".split())
"""Tags of what an oblique is in a relative clause: *in which he spoke*."""
_WHATEVER = frozenset("for of about despite without against to".split())
"""Prepositions of what is so, and not of the noun behind them."""
_CIRCUMSTANCES = frozenset("for from under over because due".split())


def _second_clauses(context: EventContext, draft: Draft, at: int, words: Set[int]) -> bool:
    """*And left* below the spine: joined by *and* or *but* to a clause that is told."""
    tree = context.tree
    if tree.relations[at] is not Relation.CONJUNCT or not {at, tree.heads[at]} <= context.syntax.clauses.keys():
        return False
    around = (*inside(tree, at, draft.bounds), *inside(tree, tree.heads[at], draft.bounds))
    lowers = {tree.lowers[child] for child in around}
    return not lowers & _ALTERNATIVE and not is_negative(tree, {tree.heads[at], *words})


def _clauses_around(context: EventContext, draft: Draft, at: int, words: Set[int]) -> bool:
    tree = context.tree
    if tree.relations[at] is not Relation.ADVERBIAL or at not in context.syntax.clauses:
        return False
    to = any(tree.lowers[child] == "to" for child in tree.children[at])
    return (
        not to
        and not is_conditional(tree, words)
        and not (completes(context, at) and not is_apart(context, words))
        and (is_apart(context, words) or bool(context.markers(context.syntax.clauses[at])) or words < _late(draft))
    )


def _late(draft: Draft) -> set[int]:
    return set(draft.words[: draft.words.index(draft.top)]) if draft.top in draft.words else set()


def appositions(context: EventContext, draft: Draft, at: int, words: Set[int]) -> bool:
    """*A sailor* of *Otto Rask, a sailor, left*, and no member of a list that a parse takes for one."""
    if context.tree.relations[at] is not Relation.APPOSITION or not is_apart(context, words):
        return False
    acts = context.tree.tags[min(max(words) + 1, len(context.tree) - 1)] in _WITH_TENSE and not _is_run_on(draft, words)
    return not acts and not goes_on(context, min(words), draft.bounds)


def _is_run_on(draft: Draft, words: Set[int]) -> bool:
    """Whether the subject that stands before a branch has its verb behind it: *Lind, a sailor resigned*."""
    return draft.subject is not None and draft.subject < min(words)


def joined_to(context: EventContext, draft: Draft, words: Set[int]) -> Set[int]:
    """*And former sailor* behind *a minister* in *Rosa Lind, a minister and former sailor, left*."""
    tree, last = context.tree, max(words)
    head = next((tree.heads[at] for at in words if tree.heads[at] not in words), last)
    after = (at for at in inside(tree, head, draft.bounds) if tree.relations[at] is Relation.CONJUNCT and at > last)
    beside = next((branch(context, at, draft.bounds) for at in after), frozenset[int]())
    follows = bool(beside) and min(beside) == last + 1
    closed = follows and tree.lowers[min(max(beside) + 1, len(tree) - 1)] == ","
    return beside if closed and not beside & draft.fixed else set()


def _examples(context: EventContext, draft: Draft, at: int, words: Set[int]) -> bool:
    """*Including nine ferries* of *damaged 20 boats, including nine ferries*, all of it."""
    tree, first, last = context.tree, min(words), max(words)
    if tree.lowers[first] != "including" or tree.heads[at] >= first:
        return False
    counted = first > 1 and tree.is_nominal(first - 1) and tree.tags[first - 2] in _COUNTING
    return counted and not any(tree.tags[one] == "CC" for one in draft.words if one > last)


def _settings_apart(context: EventContext, draft: Draft, at: int, words: Set[int]) -> bool:
    if not _is_oblique(context, at, words):
        return False
    after, cases = min(max(words) + 1, len(context.tree) - 1), cases_of(context, at)
    moved = at < draft.top and draft.top in draft.words and draft.words.index(at) > draft.words.index(draft.top)
    apart = is_apart(context, words)
    if (moved or apart) and cases.isdisjoint(("of", "as")):
        return True
    ends = context.tree.lowers[after] == "," and not is_first_behind(context, draft, at)
    return (apart or ends) and cases <= _SETTING


def _settings(context: EventContext, draft: Draft, at: int, words: Set[int]) -> bool:
    clause = context.syntax.clauses.get(context.tree.heads[at])
    if clause is None or not _is_setting(context, draft, at, words):
        return False
    return not is_first_behind(context, draft, at)


def is_first_behind(context: EventContext, draft: Draft, at: int) -> bool:
    """Whether an oblique is the first behind a verb that has nothing else: *went on a spree*."""
    clause = context.syntax.clauses.get(context.tree.heads[at])
    if clause is None or clause.objects or clause.predicate is not None or at < clause.verb:
        return False
    if clause.passive and context.tree.lemma_in(clause.verb, verbs.leading_on("passive")) is None:
        return False
    between = inside(context.tree, clause.verb, (clause.verb, at))
    return not any(context.tree.relations[one] is Relation.OBLIQUE and one in draft.words for one in between)


def _is_setting(context: EventContext, _: Draft, at: int, words: Set[int]) -> bool:
    return _is_oblique(context, at, words) and cases_of(context, at) <= _SETTING


def _is_oblique(context: EventContext, at: int, words: Set[int]) -> bool:
    tree = context.tree
    if tree.relations[at] is not Relation.OBLIQUE or tree.tags[at] in _ASKING or tree.lowers[tree.heads[at]] in BE:
        return False
    figures = any(tree.tags[one] == "CD" and one not in context.timed for one in words)
    return not figures and bool(cases_of(context, at)) and not is_negative(tree, words)


def cases_of(context: EventContext, at: int) -> set[str]:
    """The prepositions before a noun."""
    tree = context.tree
    return {tree.lowers[child] for child in tree.children[at] if tree.relations[child] is Relation.CASE}


def _clauses_of_nouns(context: EventContext, _: Draft, at: int, words: Set[int]) -> bool:
    tree = context.tree
    if tree.relations[at] not in NOUN_CLAUSES or at not in context.syntax.clauses or is_conditional(tree, words):
        return False
    noun = tree.heads[at]
    to = any(tree.lowers[child] == "to" for child in tree.children[at])
    being = any(tree.lowers[one] == "being" for one in (at, *tree.children[at])) and not is_apart(context, words)
    if being and any(tree.lowers[one] in _WHATEVER for one in tree.children[noun]):
        return False  # *a reason for the ferry being late*
    if tree.tags[at] == "VBG" and is_reporting(tree, at):
        return False  # *a statement saying that …*
    if tree.tags[at] == "VBG" and _is_seen(context, noun):
        return False  # *footage showed a crowd throwing stones*
    if tree.relations[at] is Relation.ADNOMINAL and not is_apart(context, words):
        clause = context.syntax.clauses[at]
        told = tree.tags[at] == "VBN" and bool(clause.objects) and not clause.auxiliaries
        if tree.tags[at] == "VBD" or told:
            return False  # *as supporters clashed*, *said sailors raised the boat*: a participle has neither
    return (
        tree.pos[noun] in ("NOUN", "PROPN") and not is_open(context, noun) and not to and noun not in context.embedded
    )


def _is_seen(context: EventContext, noun: int) -> bool:
    """Whether a noun is of what somebody sees or shows, which is what it does."""
    tree = context.tree
    while tree.relations[noun] is Relation.NOUN_MODIFIER:
        noun = tree.heads[noun]
    return tree.relations[noun] is Relation.OBJECT and tree.lemma_in(tree.heads[noun], verbs.showing()) is not None


def is_open(context: EventContext, noun: int) -> bool:
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
    if tree.relations[at] is not Relation.ADNOMINAL or tree.pos[noun] != "NOUN" or at in context.embeddings:
        return False
    to = any(tree.lowers[child] == "to" for child in tree.children[at])
    plain = to and tree.relations[noun] is not Relation.PREDICATE and not is_open(context, noun)
    return plain and not is_conditional(tree, words)


def _insertions(context: EventContext, draft: Draft, at: int, words: Set[int]) -> bool:
    """*In her ninth year at sea* of *Rosa Lind, in her ninth year at sea, resigned*: between commas, and goes on."""
    tree = context.tree
    if tree.relations[at] not in (Relation.NOUN_MODIFIER, Relation.OBLIQUE) or not is_apart(context, words):
        return False
    after = min(max(words) + 1, len(tree) - 1)
    between = tree.lowers[after] == "," and max(draft.words) > after
    if not between or any(tree.tags[one] == "CD" and one not in context.timed for one in words):
        return False
    plain = bool(cases_of(context, at)) and not is_negative(tree, words)
    return plain and not goes_on(context, after + 1, draft.bounds)


def callings(context: EventContext, draft: Draft, at: int, words: Set[int]) -> bool:
    """*The German chancellor* before a name."""
    whole = calling(context, at, draft.bounds)
    return bool(whole & words) and whole <= draft.kept and whole.isdisjoint(draft.fixed)


def circumstantial_clauses(context: EventContext, _: Draft, at: int, words: Set[int]) -> bool:
    """*As the storm rose*, *being late*: a clause beside another that does not make it whole."""
    tree = context.tree
    clausal = tree.relations[at] is Relation.ADVERBIAL and at in context.syntax.clauses
    return clausal and at not in context.embeddings and not is_negative(tree, words) and not completes(context, at)


def completions(context: EventContext, _: Draft, at: int, words: Set[int]) -> bool:
    """*Of hiding it* of *was accused of hiding it*, where nothing else can go."""
    return completes(context, at) and not is_negative(context.tree, words)


def phrases_of_nouns(context: EventContext, _: Draft, at: int, words: Set[int]) -> bool:
    """*In Corran* of *a fire in Corran*."""
    tree, noun = context.tree, context.tree.heads[at]
    if tree.relations[at] is not Relation.NOUN_MODIFIER or tree.tags[noun] == "CD":
        return False
    cases = cases_of(context, at)
    plain = bool(cases) and (cases <= _SETTING or (is_apart(context, words) and cases <= _AMONG))
    if not plain or is_open(context, noun) or is_of_a_total(context, noun):
        return False
    return not is_negative(tree, words)


def places_at_the_end(context: EventContext, draft: Draft, at: int, words: Set[int]) -> bool:
    """*In Corran* of *crashed at the airport in Corran*."""
    last = draft.words[-1] == max(words) and max(words) > draft.top
    place = last and context.tree.pos[at] == "PROPN" and min(words) == at - 1
    return place and cases_of(context, at) <= _PLACING and phrases_of_nouns(context, draft, at, words)


def _ties_of_nouns(context: EventContext, _: Draft, at: int, words: Set[int]) -> bool:
    """*From the institute* of *a team from the institute*."""
    tree, noun = context.tree, context.tree.heads[at]
    if tree.relations[at] is not Relation.NOUN_MODIFIER or tree.tags[noun] == "CD":
        return False
    cases = cases_of(context, at)
    if not cases or not cases <= _TIES or is_open(context, noun) or is_of_a_total(context, noun):
        return False
    return not is_negative(tree, words)


def _circumstances(context: EventContext, _: Draft, at: int, words: Set[int]) -> bool:
    """*For treatment*, *with a hammer*, of a verb that has an object or is passive; no figures."""
    if not _is_spare(context, at, words) or any(context.tree.tags[one] == "CD" for one in words):
        return False
    return cases_of(context, at) <= _CIRCUMSTANCES


def _spare(context: EventContext, _: Draft, at: int, words: Set[int]) -> bool:
    return _is_spare(context, at, words) and cases_of(context, at).isdisjoint(("of", "to", "into", "with", "as"))


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
    if tree.relations[at] is not Relation.NOUN_MODIFIER or not deep:
        return False
    return not is_of_a_total(context, noun) and not is_open(context, noun) and not is_negative(tree, words)


def aims(context: EventContext, _: Draft, at: int, words: Set[int]) -> bool:
    """*To raise the wreck* of *used a crane to raise the wreck*."""
    tree = context.tree
    aim = tree.relations[at] is Relation.ADVERBIAL and any(tree.lowers[child] == "to" for child in tree.children[at])
    return aim and at not in context.embeddings and not is_negative(tree, words)


def whatever(context: EventContext, draft: Draft, at: int, words: Set[int]) -> bool:
    """What any of the steps takes away: the last of it first, so that a sentence only ends sooner."""
    return any(step(context, draft, at, words) for step in _ALL)


BETWEEN: tuple[Step, ...] = (appositions, _insertions)
"""What is left without these may be short."""
SETTINGS: tuple[Step, ...] = (
    _examples,
    _insertions,
    _second_clauses,
    _clauses_around,
    appositions,
    _settings_apart,
    _settings,
)
STEPS: tuple[Step, ...] = (_clauses_of_nouns, phrases_of_nouns, aims)


HARD_STEPS: tuple[Step, ...] = (
    circumstantial_clauses,
    _circumstances,
    _ties_of_nouns,
    _aims_of_nouns,
    callings,
)
HARDEST_STEPS: tuple[Step, ...] = (_parts_of_nouns, _spare)
_ALL: tuple[Step, ...] = (*SETTINGS, *STEPS, *HARD_STEPS, *HARDEST_STEPS)
ASIDE: tuple[Step, ...] = (_insertions, _second_clauses, _clauses_around, appositions, _settings_apart, callings)
"""These leave a denial what it is."""
