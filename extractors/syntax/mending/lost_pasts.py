"""A sentence, or something said, whose only verb is a participle on its noun.

*Late in December, the cargo ship vanished in local waters*: the forms of *vanished* for the past and of the participle
are one, and where much stands before the verb parsers take the whole for a noun with something said of it. A sentence
that ends in a point has a verb. *Said two ships collided*: *say* and *think* have no thing for their object, so that
the ships are no object, and *collided* is no participle on them.
"""

from extractors.lexicons import verbs
from extractors.lexicons.forms import forms
from extractors.syntax.mending.word_classes import WITH_TENSE
from extractors.syntax.relations import AUXILIARIES, SUBJECTS, Relation
from extractors.syntax.trees import Tree

_WITHIN = frozenset({Relation.NOUN_MODIFIER, Relation.CONJUNCT, Relation.APPOSITION, Relation.COMPOUND, Relation.FLAT})
_OF_CLAUSES = frozenset(
    {Relation.OBLIQUE, Relation.ADVERB, Relation.ADVERBIAL, Relation.PUNCTUATION, Relation.PARATAXIS, Relation.MARKER}
)
_HIGHEST = 8
"""Steps from the noun before the verb up to the noun of the sentence."""


def return_reported(tree: Tree) -> None:
    """Make the subject and verb of what is said of a noun and its participle; looks at each word a few times."""
    dependent = tree.having(AUXILIARIES | {Relation.AGENT})
    clausal = tree.having(SUBJECTS)
    for at, kind in enumerate(tree.relations):
        noun = tree.heads[at]
        verb = tree.heads[noun]
        mistaken = tree.relations[noun] is Relation.OBJECT or (
            tree.relations[noun] is Relation.COMPLEMENT and tree.is_nominal(noun) and noun not in clausal
        )
        if kind is not Relation.ADNOMINAL or not mistaken or not verb < noun < at:
            continue
        past = tree.tags[at] in ("VBN", "VBD") and _has_past_form(tree, at)
        if past and at not in dependent and tree.lowers[at - 1] != "," and tree.lemma_in(verb, verbs.uttering()):
            tree.heads[at], tree.relations[at], tree.tags[at] = verb, Relation.COMPLEMENT, "VBD"
            tree.heads[noun], tree.relations[noun] = at, Relation.SUBJECT


def _has_past_form(tree: Tree, at: int) -> bool:
    return tree.lowers[at].endswith("ed") or tree.lowers[at] in forms().irregular_past


def raise_lost_pasts(tree: Tree) -> None:
    """Make the participle the verb of its sentence, in time that grows with the text alone."""
    found = [at for at in range(1, len(tree)) if _may_be_past(tree, at)]
    if not found:
        return
    dependent, clausal = tree.having(AUXILIARIES | {Relation.AGENT}), tree.having(SUBJECTS)
    prepositions = (at for at, relation in enumerate(tree.relations) if relation is Relation.CASE)
    cases = {tree.heads[at]: tree.lowers[at] for at in prepositions}
    nouns = ((at, _nouns_above(tree, at, cases)) for at in found if at not in dependent)
    above = {at: pair for at, pair in nouns if pair is not None and pair[1] not in clausal}
    roots = _roots(tree)
    finite = {roots[at] for at, tag in enumerate(tree.tags) if tag in WITH_TENSE}
    ended = {roots[at] for at, lower in enumerate(tree.lowers) if lower == "."}
    below: dict[int, list[int]] = {root: [] for _, root in above.values()}
    for at, head in enumerate(tree.heads):
        if head in below and at != head:
            below[head].append(at)
    done: set[int] = set()
    for at, (subject, root) in above.items():
        if root not in finite and root in ended and root not in done:
            done.add(root)
            _raise(tree, at, subject, root, below[root])


def _may_be_past(tree: Tree, at: int) -> bool:
    """Whether a word is a participle right behind its noun, and looks like a past form."""
    if tree.relations[at] is not Relation.ADNOMINAL or tree.tags[at] != "VBN" or not _is_noun(tree, at - 1):
        return False
    return _has_past_form(tree, at)


def _nouns_above(tree: Tree, at: int, cases: dict[int, str]) -> tuple[int, int] | None:
    """The subject and the noun that is the head of all, where nothing but nouns stand between.

    *A group of motorcycles collided*, *On Sunday morning, a helicopter crashed*; not *credits itself with lives saved*.
    """
    subject: int | None = None
    noun = tree.heads[at]
    for _ in range(_HIGHEST):
        if noun not in cases:
            subject = noun
        elif cases[noun] != "of" and tree.heads[noun] != noun:
            return _beside(tree, at, noun, cases)
        if tree.heads[noun] == noun:
            return (subject, noun) if subject is not None and subject < at and _is_noun(tree, subject) else None
        if tree.relations[noun] not in _WITHIN:
            return None
        noun = tree.heads[noun]
    return None


def _beside(tree: Tree, at: int, noun: int, cases: dict[int, str]) -> tuple[int, int] | None:
    """*On Sunday during the march in the capital, Olm called for calm*: a name that a parse has set beside another."""
    root = tree.heads[noun]
    name = at - 1
    apart = tree.relations[name] is Relation.APPOSITION and name not in cases
    return (name, root) if apart and _is_noun(tree, name) and tree.heads[root] == root else None


def _is_noun(tree: Tree, at: int) -> bool:
    return tree.tags[at].startswith("NN")


def _roots(tree: Tree) -> list[int]:
    """For each word the head of all that it hangs on; -1 where a parse goes round in a circle."""
    roots = [-1] * len(tree)
    for start in range(len(tree)):
        path: list[int] = []
        at = start
        while roots[at] < 0 and tree.heads[at] != at and len(path) <= len(tree):
            path.append(at)
            roots[at] = at  # as far as it is known
            at = tree.heads[at]
        root = at if tree.heads[at] == at else roots[at]
        roots[at] = root
        for word in path:
            roots[word] = root
    return roots


def _raise(tree: Tree, verb: int, subject: int, root: int, below: list[int]) -> None:
    tree.heads[verb], tree.relations[verb], tree.tags[verb] = verb, Relation.ROOT, "VBD"
    tree.heads[root], tree.relations[root] = verb, Relation.OBLIQUE
    tree.heads[subject], tree.relations[subject] = verb, Relation.SUBJECT
    for at in below:
        if at in (verb, subject):
            continue
        if tree.relations[at] in _OF_CLAUSES or (at > verb and tree.relations[at] is Relation.NOUN_MODIFIER):
            tree.heads[at] = verb
            if tree.relations[at] is Relation.NOUN_MODIFIER:
                tree.relations[at] = Relation.OBLIQUE
