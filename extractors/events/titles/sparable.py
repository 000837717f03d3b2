"""Branches that a title can do without by its grammar: what is left is still a sentence, and still true.

The kinds of `steps.py` can, and others that only what was learned may choose among (`least_missed.py`): an adjective,
how something is done, whatever a preposition adds. Nothing goes that takes something back, bounds or doubts, nothing
after *no* or *all*, and no adjective of what is barred: *bans foreign ferries* bans no others.
"""

from collections.abc import Iterator, Set
from typing import NamedTuple

from extractors.events.context.event_context import EventContext
from extractors.events.titles.branches import branch, is_apart, is_negative, is_of_a_total, is_taken_back
from extractors.events.titles.drafts import Draft
from extractors.events.titles.looseness import is_loose
from extractors.events.titles.needs import is_needed, is_somebody
from extractors.events.titles.pruning import hanging_branches, leading_on, with_what_goes_along
from extractors.events.titles.seams import is_torn
from extractors.events.titles.spare_steps import idle_words, regions
from extractors.events.titles.steps import ASIDE, Step, callings, cases_of, is_first_behind, is_open, whatever
from extractors.lexicons import nouns, verbs
from extractors.lexicons.modifiers import telling_adjectives, telling_adverbs
from extractors.lexicons.verb_rows import Content
from extractors.syntax.eventive import happens
from extractors.syntax.relations import NOUN_CLAUSES, SUBJECTS, Relation
from extractors.syntax.trees import BE

_PLAIN = frozenset("ADJ ADV".split())
_ANYBODY = frozenset("people person thing things thing those anyone everyone someone one ones".split())
_RELATIVE = frozenset("WDT WP WP$ WRB IN".split())
_COMPARING = frozenset("JJR JJS RBR RBS".split())
_JOINED = frozenset("CC , HYPH".split())
_DETERMINING = frozenset("DT PRP$ CD".split())
_UNSURE = frozenset("uh")
"""Letters that a word may begin with behind *a* as well as behind *an*."""
_VOWELS = frozenset("aeio")
_COMPLETING = frozenset("of to into onto as with".split())
"""Prepositions of what is done to somebody, or with something."""
_OF_NOUNS = frozenset("to as".split())
"""*A threat to the pier*, *her choice as mayor*."""
_DONE = ("tion", "sion", "ment", "ing", "ery", "al", "ure", "ance", "ence")
"""Ends of nouns for what is done."""
_DONE_TO = frozenset("of on against into for over".split())
_PARTS = frozenset("% percent cent half third quarter majority minority part most more some many few none".split())
_SAYING_NOTHING = frozenset(
    {Relation.CASE, Relation.PUNCTUATION, Relation.COORDINATOR, Relation.COPULA, Relation.MARKER}
)
_POINTING = frozenset("the this that these those".split())
_HIGHEST = 12
"""Words up that are climbed through."""


class Branch(NamedTuple):
    """A branch that can go."""

    at: int
    """The word by which it hangs."""
    words: Set[int]
    """All that goes with it."""
    kind: str
    """By what it can go."""
    aside: bool
    """Whether what is around it is denied or not all the same without it."""


def sparable(context: EventContext, draft: Draft) -> Iterator[Branch]:
    """The branches of a draft that can go, each by itself."""
    torn: bool | None = None
    for one in beside(context, draft):
        at, words = one.at, one.words
        if is_needed(context, at, branch(context, at, draft.bounds) & draft.kept):
            continue
        if not words <= draft.kept or words & draft.fixed or not is_loose(context, draft, words):
            continue
        head = context.tree.heads[at]
        if not one.aside and (
            is_taken_back(context, head, draft.top, draft.bounds) or _is_barred(context, head, draft)
        ):
            continue
        if _leaves_a_comma(context, draft, words) or _ends_with_anybody(context, draft, words):
            continue
        if _says_what_it_is(context, at) or _says_which(context, draft, one):
            continue
        if context.in_question[at] or _leaves_an_end(context, draft, words) or _is_joined(context, one):
            continue
        if _may_be_told(context, at, words) or _names_whom_it_says_more_of(context, at, words):
            continue
        words |= leading_on(context, draft, words)
        if is_torn(context, draft.without(words)):
            torn = is_torn(context, draft) if torn is None else torn
            if not torn:
                continue
        yield one._replace(words=words)


def beside(context: EventContext, draft: Draft) -> Iterator[Branch]:
    """The branches of a draft that are of a kind that can go, whether or not the rest reads on without them."""
    for at, found in hanging_branches(context, draft):
        step = next((one for one in _KINDS if one(context, draft, at, found)), None)
        if step is not None:
            aside = any(one(context, draft, at, found) for one in ASIDE)
            aside = aside and (context.tree.relations[at] is not Relation.ADVERBIAL or is_apart(context, found))
            yield Branch(at, with_what_goes_along(context, draft, at, found, step), _KINDS[step], aside)


def adjectives(context: EventContext, _: Draft, at: int, words: Set[int]) -> bool:
    """*Heavy* of *a heavy storm*; not *former* of *a former mayor*, nor *critical* of *in critical condition*."""
    tree, noun, first, behind = context.tree, context.tree.heads[at], min(words), max(words) + 1
    if tree.relations[at] is not Relation.MODIFIER or tree.tags[at] != "JJ" or at > noun:
        return False
    if tree.pos[noun] != "NOUN" or tree.relations[noun] is Relation.PREDICATE or _tells(tree.lowers[at]):
        return False
    if any(tree.tags[one] in _COMPARING for one in words) or any(tree.pos[one] != "ADJ" for one in range(at, noun)):
        return False  # *wrongful* of *a wrongful death lawsuit*
    if "-" in tree.lowers[at] or not all(tree.pos[one] in _PLAIN and context.doc[one].text.islower() for one in words):
        return False
    if context.doc[at].ent_type_ or not context.timed.isdisjoint((*words, noun)) or _is_named_so(tree.lemmas[noun]):
        return False
    if {tree.tags[first - 1], tree.tags[behind]} & _JOINED or not _takes_article(context, first, behind):
        return False
    told = any(
        tree.tags[one] in _DETERMINING or tree.relations[one] is Relation.POSSESSOR for one in tree.children[noun]
    )
    bare = tree.tags[noun] == "NN" and not told
    return not bare and not is_open(context, noun) and not is_of_a_total(context, noun)


def _tells(adjective: str) -> bool:
    """Whether something else is told without an adjective; what is a verb too, *mock* or *fake*, may be any."""
    return adjective in telling_adjectives() or adjective in verbs.verbs()


def _is_named_so(noun: str) -> bool:
    """*A foreign minister* is another than *a minister*; *a real problem* says as little as *a problem*."""
    return noun in nouns.officers() or noun in nouns.empty() or noun in _ANYBODY


def _takes_article(context: EventContext, first: int, behind: int) -> bool:
    """Whether *a* or *an* before an adjective is right without it."""
    tree = context.tree
    article, letter = tree.lowers[first - 1], tree.lowers[behind][0]
    if article not in ("a", "an"):
        return True
    return letter.isalpha() and letter not in _UNSURE and (article == "an") == (letter in _VOWELS)


def _leaves_a_comma(context: EventContext, draft: Draft, words: Set[int]) -> bool:
    """*Of Corran* of *the mayor of Corran, Rosa Lind, left* without her name: the comma behind it would be left."""
    lowers, first, behind = context.tree.lowers, min(words), max(words) + 1
    ends = draft.words[-1] in words
    return not ends and lowers[behind : behind + 1] == [","] and lowers[first - 1] != ","


def _says_what_it_is(context: EventContext, at: int) -> bool:
    """*With most ferries* of *Zembla, the country with most ferries, left*: *the country* alone says nothing."""
    tree, noun = context.tree, context.tree.heads[at]
    anybody = tree.lowers[noun] in _ANYBODY and not any(tree.tags[one] in _DETERMINING for one in tree.children[noun])
    return at > noun and (tree.relations[noun] is Relation.APPOSITION or anybody)


def _says_which(context: EventContext, draft: Draft, one: Branch) -> bool:
    """*Of the raid* of *the outcome of the raid*, *northern* of *the northern pier*: nothing else says which."""
    tree, noun = context.tree, context.tree.heads[one.at]
    if tree.pos[noun] != "NOUN" or one.aside:
        return False
    beside = [at for at in tree.children[noun] if at in draft.kept and at not in one.words]
    articles = {tree.lowers[at] for at in beside if tree.tags[at] == "DT"}
    silent = (tree.tags[at] == "DT" or tree.relations[at] in _SAYING_NOTHING or at in context.timed for at in beside)
    bare = all(silent)
    which = bool(articles & _POINTING) or (one.at > noun and (not articles or tree.relations[noun] in SUBJECTS))
    return bare and which


def _may_be_told(context: EventContext, at: int, words: Set[int]) -> bool:
    """*Sailed well* of *decided two sailors sailed well*, which a parse takes for a clause beside or of the sailors."""
    tree, noun = context.tree, context.tree.heads[at]
    if is_apart(context, words) or tree.tags[min(words)] in _RELATIVE:
        return False
    if tree.relations[at] not in NOUN_CLAUSES:
        clause = context.syntax.clauses.get(at)
        beside = tree.relations[at] is Relation.ADVERBIAL
        return clause is not None and beside and context.is_finite(at) and not context.markers(clause)
    telling = verbs.reporting() | verbs.taking(Content.CLAUSE)
    return tree.lemma_in(tree.heads[noun], telling) is not None


def _names_whom_it_says_more_of(context: EventContext, at: int, words: Set[int]) -> bool:
    """*Of the company Otto Rask* of *the owner of the company Otto Rask*: the name is that of the owner."""
    people = (one for one in words if one in context.mentions and context.mentions[one][0] in context.people)
    return is_somebody(context, context.tree.heads[at]) and not is_apart(context, words) and any(True for _ in people)


def _leaves_an_end(context: EventContext, draft: Draft, words: Set[int]) -> bool:
    """*As a crew* of *we left and the storm made us stronger as a crew*, whatever a parse hangs that on."""
    first, behind = min(words), max(words) + 1
    lowers = context.tree.lowers
    if "-" in (lowers[first - 1], *lowers[behind : behind + 1]):
        return True  # *for the year* of *for the year-earlier months*
    if any(context.tree.relations[at] is Relation.CONJUNCT for at in words) and context.tree.tags[first + 1] == "CC":
        return True  # *in and leave* of *a job they were stuck in and leave*
    return behind in draft.kept and any(context.is_finite(at) for at in words if at in context.syntax.clauses)


def _is_joined(context: EventContext, one: Branch) -> bool:
    """*Captain* of *mayor and captain Rosa Lind*: without it, *mayor and Rosa Lind* are two."""
    return one.kind == _KINDS[callings] and context.tree.tags[min(one.words) - 1] == "CC"


def _ends_with_anybody(context: EventContext, draft: Draft, words: Set[int]) -> bool:
    """*One* of *wrote one saying that it sank*."""
    last = next((at for at in reversed(draft.words) if at not in words), draft.words[-1])
    return last != draft.words[-1] and context.tree.lowers[last] in _ANYBODY


def _is_barred(context: EventContext, at: int, draft: Draft) -> bool:
    """Whether a word is of what is banned, denied, ended or lacking, or of none, all or the first of their kind."""
    tree = context.tree
    for _ in range(_HIGHEST):
        if tree.lemma_in(at, verbs.barring()) is not None or tree.lemmas[at] in nouns.barring():
            return True
        if (tree.pos[at] == "NOUN" and is_open(context, at)) or tree.relations[at] is Relation.CLAUSAL_SUBJECT:
            return True  # *hurting seals below three years is forbidden*
        if at == draft.top or tree.heads[at] == at:
            return False
        at = tree.heads[at]
    return True


def manners(context: EventContext, _: Draft, at: int, words: Set[int]) -> bool:
    """*Quickly* of *left quickly*: how something is done, which is done all the same."""
    tree, verb = context.tree, context.tree.heads[at]
    if tree.relations[at] is not Relation.ADVERB or tree.tags[at] != "RB" or len(words) > 1:
        return False
    plain = tree.lowers[at].endswith("ly") and tree.lowers[at] not in telling_adverbs()
    return plain and verb in context.syntax.clauses and tree.pos[verb] == "VERB"


def whatever_a_preposition_adds(context: EventContext, draft: Draft, at: int, words: Set[int]) -> bool:
    """*For her work* of *praised her for her work*, of whatever noun or verb."""
    tree, head = context.tree, context.tree.heads[at]
    if tree.relations[at] not in (Relation.OBLIQUE, Relation.NOUN_MODIFIER) or not cases_of(context, at):
        return False
    figures = any(tree.tags[one] == "CD" and one not in context.timed for one in words)
    if figures or is_negative(tree, words) or tree.tags[head] == "CD" or tree.lowers[head] in BE:
        return False
    if tree.relations[at] is Relation.OBLIQUE:
        return cases_of(context, at).isdisjoint(_COMPLETING) and not is_first_behind(context, draft, at)
    if cases_of(context, at) & _OF_NOUNS or tree.lowers[head] in _PARTS or _is_done(context, head, at):
        return False
    return not is_open(context, head) and not is_of_a_total(context, head)


def _is_done(context: EventContext, noun: int, at: int) -> bool:
    """*Of the pier* of *the closure of the pier*: what is done says little without what it is done to."""
    tree = context.tree
    done = tree.lowers[noun].removesuffix("s").endswith(_DONE) or happens(tree, noun)
    return done and not cases_of(context, at).isdisjoint(_DONE_TO)


_KINDS: dict[Step, str] = {
    callings: "calling",
    whatever: "step",
    regions: "region",
    idle_words: "idle",
    adjectives: "adjective",
    manners: "manner",
    whatever_a_preposition_adds: "preposition",
}
