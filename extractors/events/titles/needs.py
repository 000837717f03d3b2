"""What the words before a branch need: without it, a title is true of something else, or of nothing.

What stands apart can go, and where and amid what something happens. What says what is to be done, whom it is done to or
of which ones something holds, is kept as long as a title can hold it; so is what may be either.
"""

from collections.abc import Set

from extractors.events.context.event_context import EventContext
from extractors.events.titles.branches import is_apart
from extractors.lexicons import nouns
from extractors.lexicons.beings import beings, person_nouns
from extractors.lexicons.nouns import NounContent
from extractors.syntax.embedding import kind_of
from extractors.syntax.relations import NOUN_CLAUSES, SUBJECTS, Relation
from extractors.syntax.trees import BE

_CASES = frozenset("in on at for of from with by to under without".split())
_PLACES = frozenset("in at on near inside outside across around along throughout during amid after before".split())
_LEANING = frozenset("from on for against about between into onto upon of".split())
"""Prepositions of what something is done to, for or about, behind the object of a verb."""
_MODALS = frozenset("will would shall should may might can could must".split())
_ANYBODY = frozenset("people person thing".split())
_PUTTING = frozenset("get keep leave place put set".split())
"""Verbs of what is done with something only by where it comes to be."""
_HIGHEST = 6
"""Nouns on nouns that are climbed through."""


def is_needed(context: EventContext, at: int, words: Set[int]) -> bool:
    """Whether the words before a branch, which hangs by one of its words, say too little without it.

    Args:
        context: the doc.
        at: the word by which the branch hangs.
        words: all of the branch.
    """
    first, head = min(words), context.tree.heads[at]
    if first < head or (is_apart(context, words) and not _follows_an_insertion(context, head, first)):
        return False
    return (
        _says_what_to_do(context, at, first)
        or _says_which(context, at, first)
        or _says_which_ones(context, at, first)
        or _makes_whole(context, at, first)
        or _keeps_it(context, at, first)
        or _says_to_whom(context, at, first)
    )


def is_vital(context: EventContext, at: int, words: Set[int]) -> bool:
    """Whether what is left without a branch is no sentence, or untrue: not only less exact."""
    first, tree = min(words), context.tree
    if first < tree.heads[at] or (
        is_apart(context, words) and not _follows_an_insertion(context, tree.heads[at], first)
    ):
        return False
    aim = _says_what_to_do(context, at, first) and tree.relations[at] is not Relation.ADVERBIAL
    given = any(tree.lowers[one] in ("the", "those") for one in tree.children[tree.heads[at]])
    which = given and tree.relations[at] in NOUN_CLAUSES and _says_which(context, at, first)
    whole = _makes_whole(context, at, first) or _keeps_it(context, at, first)
    return aim or which or whole or _says_which_ones(context, at, first)


def _keeps_it(context: EventContext, at: int, first: int) -> bool:
    """*In place* of *kept them in place*, *for her songs* of *was famous for her songs*."""
    tree, head = context.tree, context.tree.heads[at]
    adjective = tree.pos[head] == "ADJ" and first == head + 1
    put = tree.lemmas[head] in _PUTTING and tree.relations[first - 1] is Relation.OBJECT
    return tree.relations[at] is Relation.OBLIQUE and (adjective or put) and at not in context.timed


def _follows_an_insertion(context: EventContext, head: int, first: int) -> bool:
    """*To work* of *condemned sailors, often poor ones, to work*: its comma is of what stands before it."""
    return context.tree.tags[first] == "TO" and "," in context.tree.lowers[head : first - 1]


def follows_a_bare_noun(context: EventContext, at: int, first: int) -> bool:
    """Whether the noun before a branch has no meaning of its own.

    *In response to the strike*, *on condition they would stay*, *made way for the tug*.
    """
    tree, noun = context.tree, first - 1
    several = tree.tags[noun] == "NNS" and tree.lowers[first] == "for"  # *made demands for*
    if noun < 1 or not (tree.tags[noun] == "NN" or several) or noun in context.timed:
        return False
    before = noun - 1
    while before > 0 and tree.tags[before] == "JJ":
        before -= 1
    if tree.relations[at] is Relation.ADVERBIAL and tree.lowers[first] not in ("that", "to"):
        return False  # *came by car after it had rained*
    if tree.relations[noun] is Relation.OBJECT and tree.heads[noun] == before == noun - 1:
        return tree.tags[first] == "IN" and tree.lowers[noun] != "place"
    case = tree.lowers[before] if tree.relations[before] is Relation.CASE else ""
    places = case != "for" and tree.lowers[first] in _PLACES  # *in hospital in Corran*
    return case in _CASES and not places


def _says_what_to_do(context: EventContext, at: int, first: int) -> bool:
    """*To rebuild the pier* of *an order by Lind to rebuild the pier*, *condemned sailors to rebuild the pier*.

    Not of *used a crane to rebuild the pier*: that is what it was used for.
    """
    tree, clauses = context.tree, context.syntax.clauses
    if tree.lowers[first] == "as" and tree.lemmas[first - 1] == "do":
        return True  # *the power to do as she likes*
    if tree.tags[first] != "TO" or at not in clauses:
        return False
    if tree.relations[at] is not Relation.ADVERBIAL:
        return True
    above = tree.heads[at]
    told = [one for one in range(above + 1, first) if tree.is_nominal(one)]
    if any(_takes_infinitives(context, one) for one in told):
        return True
    clause = clauses.get(above)
    done_to = (one for one in told if tree.relations[one] in (Relation.OBJECT, Relation.RECIPIENT))
    return clause is not None and (clause.passive or any(is_somebody(context, one) for one in done_to))


def _takes_infinitives(context: EventContext, noun: int) -> bool:
    known = kind_of(context.tree, noun) is not None
    return known or context.tree.lemmas[noun] in nouns.taking(NounContent.INFINITIVE)


def is_somebody(context: EventContext, noun: int) -> bool:
    """Whether a noun is somebody, or several people."""
    tree = context.tree
    named = noun in context.mentions and context.mentions[noun][0] in context.people
    people = tree.lemmas[noun] in person_nouns() or tree.lemmas[noun] in beings().crowds
    return named or people or tree.tags[noun] == "PRP"


def _says_which(context: EventContext, at: int, first: int) -> bool:
    """*Treated at home* of *nine of the patients treated at home died*, of which it is not true of all patients.

    Not of *raised a boat treated with tar*: a boat was raised.
    """
    tree = context.tree
    if tree.relations[at] not in NOUN_CLAUSES or not tree.is_nominal(first - 1):
        return False
    noun = tree.heads[at]
    if tree.pos[noun] != "NOUN":
        return False
    if tree.lemmas[noun] in _ANYBODY and noun == first - 1 and not any(one < noun for one in _saying(context, noun)):
        return True
    for _ in range(_HIGHEST):
        relation, above = tree.relations[noun], tree.heads[noun]
        if relation in SUBJECTS or above == noun or tree.lowers[above] in BE:
            return True
        clause = context.syntax.clauses.get(above)
        if clause is not None:
            lowers = {tree.lowers[one] for one in clause.auxiliaries}
            return clause.predicate == noun or bool(lowers & _MODALS) or tree.tags[above] in ("VBZ", "VBP")
        noun = above
    return True


def _says_which_ones(context: EventContext, at: int, first: int) -> bool:
    """*With the highest rents* of *the nine towns with the highest rents*, *that she left* of *the same day that …*."""
    tree, noun = context.tree, context.tree.heads[at]
    if tree.relations[at] in NOUN_CLAUSES and noun in context.timed:
        return True
    plain = tree.relations[at] is Relation.NOUN_MODIFIER or tree.relations[at] in NOUN_CLAUSES
    if not plain or tree.pos[noun] != "NOUN" or not tree.is_nominal(first - 1):
        return False
    before = [one for one in tree.children[noun] if one < noun]
    return any(tree.lowers[one] == "the" for one in before) and any(tree.tags[one] == "CD" for one in before)


def _makes_whole(context: EventContext, at: int, first: int) -> bool:
    """*In Corran* of *a judge based in Corran*, which is no *judge based*."""
    tree, verb = context.tree, context.tree.heads[at]
    clause = context.syntax.clauses.get(verb)
    bare = clause is not None and clause.relation is Relation.ADNOMINAL and not (clause.auxiliaries or clause.objects)
    beside = tree.relations[at] is Relation.OBLIQUE and first == verb + 1 and at not in context.timed
    return bare and beside and tree.tags[verb] in ("VBN", "VBD") and tree.lowers[first] != "by"


def _saying(context: EventContext, noun: int) -> list[int]:
    """What says more of a noun than where it stands."""
    return [one for one in context.tree.children[noun] if context.tree.relations[one] is not Relation.CASE]


def _says_to_whom(context: EventContext, at: int, first: int) -> bool:
    """*From its members* of *took the ferry from its members*, *on the pier* of *spent the money on the pier*."""
    tree = context.tree
    plain = tree.relations[at] is Relation.OBLIQUE and tree.lowers[first] in _LEANING
    place = tree.lowers[first] in ("on", "from") and tree.pos[at] == "PROPN"
    return plain and not place and not context.timed & {at, first + 1}
