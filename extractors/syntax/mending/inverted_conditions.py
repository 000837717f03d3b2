"""A sentence that opens with *should*, *were* or *had*, ends in a point, and is no condition.

*Should rain fall, the race will be held*, *were the talks to fail, the union would leave*: a condition can be told by
the order of its words alone. A sentence that opens so and ends in a point is no question, and its main clause stands
behind a comma with a modal of its own. Parsers take the noun behind *should* for its verb and the verb behind that for
its object, or all before the comma for one noun.
"""

from extractors.syntax.mending.word_classes import starts_sentence
from extractors.syntax.relations import SUBJECTS, Relation
from extractors.syntax.trees import Tree

_OPENS = frozenset("should were had".split())
_MODALS = frozenset("will would 'll ’ll 'd ’d could may might can".split())
_ENDS = frozenset('. ? ! ; : “ ” "'.split())
_NOUNS = frozenset("NN NNS NNP NNPS PRP CD".split())
_PRESENT = frozenset(("VBZ", "VBP"))
_VERBS = frozenset("VB VBP".split())
_FARTHEST = 30
"""Words of a clause that are looked at."""
_LONGEST_SENTENCE = 200
"""Words behind a comma that may hang on the verb behind it."""


def read_conditions(tree: Tree) -> None:
    """Make a condition of the clause that a sentence opens with; looks at few words behind each *should* that opens."""
    for first in [at for at, lower in enumerate(tree.lowers) if lower in _OPENS and _opens(tree, at)]:
        comma = _comma(tree, first)
        main = None if comma is None else _main(tree, first, comma)
        if comma is None or main is None:
            continue
        verb = _verb(tree, first, comma)
        if verb is not None:
            _set(tree, first, verb, comma, main)
            if first and tree.heads[first - 1] == first:
                tree.heads[first - 1] = verb


def _opens(tree: Tree, at: int) -> bool:
    """*Had she come*, *even had she come*."""
    return starts_sentence(tree, at - 1 if at and tree.lowers[at - 1] == "even" else at)


def _comma(tree: Tree, first: int) -> int | None:
    for at in range(first + 2, min(len(tree), first + _FARTHEST)):
        if tree.lowers[at] == ",":
            return at
        if tree.lowers[at] in _ENDS:
            break
    return None


def _main(tree: Tree, first: int, comma: int) -> int | None:
    """The verb behind the comma that has a modal, or behind *should* one of the present; none in a question."""
    last = min(len(tree), comma + _FARTHEST)
    end = next((at for at in range(comma, last) if tree.lowers[at] in _ENDS), last)
    if end < len(tree) and tree.lowers[end] == "?":
        return None
    tensed = next((at for at in range(comma + 2, end) if tree.lowers[at] in _MODALS or tree.tags[at] in _PRESENT), None)
    if tensed is None or "," in tree.lowers[comma + 1 : tensed]:
        return None
    if tree.relations[tensed] in (Relation.AUXILIARY, Relation.PASSIVE_AUXILIARY):
        modal = tree.lowers[tensed] in _MODALS or tree.lowers[first] == "should"
        return tree.heads[tensed] if modal and tree.relations[tensed] is Relation.AUXILIARY else None
    subject = any(tree.heads[at] == tensed and tree.relations[at] in SUBJECTS for at in range(comma, tensed))
    return tensed if subject and tree.lowers[first] == "should" else None


def _verb(tree: Tree, first: int, comma: int) -> int | None:
    """The verb of the condition; of *were the talks to fail* that behind *to*."""
    opening = tree.lowers[first]
    inside = range(first + 2, comma)
    if opening == "were":
        return next((at for at in inside if tree.tags[at - 1] == "TO" and tree.tags[at].startswith("VB")), None)
    if opening == "had":
        past = next((at for at in inside if tree.tags[at] in ("VBN", "VBD")), None)
        # *Come* and *run* look alike in the past; behind *to* they are not past.
        bare = (at for at in inside if tree.tags[at] in _VERBS and tree.tags[at - 1] != "TO")
        return next(bare, None) if past is None else past
    told = next((at for at in inside if tree.tags[at] in _VERBS), None)
    return _hidden_verb(tree, first, comma) if told is None else told


def _hidden_verb(tree: Tree, first: int, comma: int) -> int | None:
    """*Break* of *should the dam break*, *fall* of *should rain fall on Saturday*: the last noun of its phrase."""
    end = next((at for at in range(first + 2, comma) if tree.tags[at] in ("IN", "RB", "TO")), comma)
    last = end - 1
    noun = last > first + 1 and tree.tags[last] == "NN"
    return last if noun and tree.tags[last - 1] in _NOUNS | _VERBS else None


def _set(tree: Tree, first: int, verb: int, comma: int, main: int) -> None:
    inside = range(first, comma)
    subject = _subject(tree, first, verb)
    if subject is None:
        return
    if tree.heads[verb] == main and tree.relations[verb] is Relation.ADVERBIAL and tree.heads[subject] == verb:
        return  # as it is
    if tree.heads[main] in inside:
        tree.heads[main], tree.relations[main] = main, Relation.ROOT
    for at in range(comma, min(len(tree), comma + _LONGEST_SENTENCE)):
        if at != main and tree.heads[at] in inside:
            tree.heads[at] = main
    tree.heads[verb], tree.relations[verb] = main, Relation.ADVERBIAL
    tree.tags[verb], tree.pos[verb] = "VBN" if tree.lowers[first] == "had" else "VB", "VERB"
    tree.heads[first], tree.relations[first] = verb, Relation.AUXILIARY
    if tree.tags[subject] in _VERBS:
        tree.tags[subject], tree.pos[subject] = "NN", "NOUN"
    tree.heads[subject], tree.relations[subject] = verb, Relation.SUBJECT
    for at in inside:
        if at in (verb, subject, first):
            continue
        if tree.tags[at] == "TO" and at == verb - 1:
            tree.heads[at], tree.relations[at] = verb, Relation.MODIFIER  # no mark of a clause by itself
        elif at < subject and not first < tree.heads[at] <= subject:
            tree.heads[at] = subject
        elif tree.heads[at] not in inside or tree.heads[at] == first or (at > verb and tree.heads[at] == subject):
            tree.heads[at] = verb
            if tree.relations[at] is Relation.NOUN_MODIFIER:
                tree.relations[at] = Relation.OBLIQUE


def _subject(tree: Tree, first: int, verb: int) -> int | None:
    """The highest noun right before the verb."""
    before = range(verb - 1, first, -1)
    subject = next((at for at in before if tree.is_nominal(at) or tree.tags[at] in _NOUNS | _VERBS), None)
    while subject is not None and first < tree.heads[subject] < subject and tree.relations[subject] not in SUBJECTS:
        subject = tree.heads[subject]
    return subject
