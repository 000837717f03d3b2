"""What a parse can't mean: a noun with a participle behind it, and no verb that the noun is the subject of.

*A bus carrying pilgrims plunged off a bridge*, *a man armed with a knife attacked shoppers*: the forms of the past and
of the participle are one for most verbs, and where a participle with its words stands between a noun and its verb,
parsers take the verb for one more participle, or the participle for the verb. A participle without an auxiliary is no
verb of a sentence, a sentence that ends in a point has one, and no verb has two subjects. Below another verb a noun
with a participle is a phrase like any other (*after a bus carrying pilgrims*): there the verb is raised only where it
can be no participle: it has an object (*shot a guard*), another form (*sank*), or never a passive (*crashed*).
"""

from dataclasses import dataclass

from extractors.lexicons import verbs
from extractors.lexicons.forms import forms, looks_past
from extractors.lexicons.inflections import bases
from extractors.syntax.relations import AUXILIARIES, SUBJECTS, Relation
from extractors.syntax.trees import Tree

_PARTICIPLES = frozenset("VBG VBN VBD JJ".split())
_NOUNS = frozenset("NN NNS NNP NNPS".split())
_BEFORE_VERBS = _NOUNS | frozenset("CD RB RP VBG VBN PRP".split())
"""Tags of what may stand right before a verb, where a participle's words end."""
_OPENS_OBJECT = frozenset("DT PRP$ CD PRP NN NNS NNP NNPS".split())
_BEHIND_PASTS = frozenset("DT PRP$ CD IN TO JJ RP".split())
"""Tags of what stands right behind a verb that a tagger took for a noun: *shot dead a guard*, *burst into flames*."""
_ENDS = frozenset('. ? ! ; : , ( ) — – -- " “ ” ‘'.split())
_RELATIVE = frozenset("WDT WP WRB MD".split())
_HELPING = frozenset("was were had did".split())
_ADNOMINAL = frozenset({Relation.ADNOMINAL, Relation.MODIFIER})
_OF_VERBS = frozenset({Relation.OPEN_COMPLEMENT, Relation.ADVERBIAL, Relation.COMPLEMENT})
_CONJUNCTIONS = frozenset("after before since until as when while hours".split())
_PLACES = frozenset({Relation.ROOT, Relation.COMPLEMENT, Relation.PARATAXIS, Relation.CONJUNCT, Relation.ADVERBIAL})
"""What a clause can be that has a tense and a subject."""
_BESIDE_TIMES = frozenset(
    {Relation.MODIFIER, Relation.APPOSITION, Relation.NOUN_MODIFIER, Relation.PARATAXIS, Relation.OBLIQUE}
)
_OF_PHRASES = frozenset({Relation.NOUN_MODIFIER, Relation.CONJUNCT})
_FARTHEST = 24
"""Words from a participle to the verb behind its words."""
_HIGHEST = 6
"""Steps up a tree."""


@dataclass(frozen=True, slots=True)
class _Opening:
    """A noun with a participle behind it."""

    subject: int
    participle: int
    top: int
    """The word in whose place the verb comes."""
    relation: Relation
    """What the verb is to the head of that word."""
    case: int | None = None
    """The conjunction that a parse took for a preposition: *after*."""
    certain: bool = False
    """Whether the parse can't be meant, so that any past form is the verb."""


def raise_verbs(tree: Tree) -> None:
    """Change the heads of a tree whose relations are settled; looks at few words behind each participle on a noun."""
    found = [at for at in range(1, len(tree)) if tree.tags[at] in _PARTICIPLES and _noun_before(tree, at) is not None]
    found = [at for at in found if any(_may_be_past(tree, verb) for verb in _behind(tree, at))]
    if not found:
        return
    below: dict[int, list[int]] = {}
    for at, head in enumerate(tree.heads):
        if head != at:
            below.setdefault(head, []).append(at)
    for participle in found:
        opening = _opening(tree, participle, below)
        verb = _verb_behind(tree, opening, below) if opening is not None else None
        if opening is not None and verb is not None:
            _raise(tree, opening, verb)
            below.clear()
            for at, head in enumerate(tree.heads):
                if head != at:
                    below.setdefault(head, []).append(at)


def _noun_before(tree: Tree, participle: int) -> int | None:
    """The noun that a participle stands right behind, but for *being* and an adverb."""
    at = participle - 1
    while at > 0 and tree.heads[at] == participle and (tree.lowers[at] == "being" or tree.tags[at] == "RB"):
        at -= 1
    return at if tree.tags[at] in _NOUNS else None


def _behind(tree: Tree, participle: int) -> range:
    """The words behind a participle, up to where its phrase surely ends."""
    end = participle + 1
    last = min(len(tree), participle + _FARTHEST)
    while end < last and tree.lowers[end] not in _ENDS and tree.tags[end] not in _RELATIVE:
        end += 1
    return range(participle + 2, end)


def _may_be_past(tree: Tree, at: int) -> bool:
    lower, tag = tree.lowers[at], tree.tags[at]
    if tree.relations[at] in AUXILIARIES | {Relation.COPULA} or lower in _HELPING:
        return False
    if tree.tags[at - 1] not in _BEFORE_VERBS or not (looks_past(lower) or lower in forms().unchanged_past):
        return False
    if tag in ("NN", "NNP", "VB", "VBP"):
        return at + 1 < len(tree) and tree.tags[at + 1] in _BEHIND_PASTS and not lower.endswith("ed")
    return tag in ("VBD", "VBN", "JJ")


def _opening(tree: Tree, participle: int, below: dict[int, list[int]]) -> _Opening | None:
    noun = _noun_before(tree, participle)
    if noun is None or any(_is_finite(tree, at) for at in below.get(participle, ())):
        return None
    subject = _highest_noun(tree, noun)
    head, relation = tree.heads[subject], tree.relations[subject]
    if head == participle and relation in SUBJECTS:
        return _of_clause(tree, subject, participle, below)
    beside = head if relation is Relation.OBLIQUE and tree.relations[participle] is Relation.ADVERBIAL else noun
    if tree.heads[participle] not in (noun, subject, beside) or tree.relations[participle] not in (
        _ADNOMINAL if beside == noun else _ADNOMINAL | {Relation.ADVERBIAL}
    ):
        return None
    if head == subject:
        return _Opening(subject, participle, subject, Relation.ROOT, certain=_is_sentence(tree, subject, below))
    if relation in SUBJECTS or head > participle:
        return _of_other(tree, subject, participle, below)
    return _of_phrase(tree, subject, participle, below)


def _highest_noun(tree: Tree, noun: int) -> int:
    """*Group* of *a group of men wearing masks*."""
    for _ in range(_HIGHEST):
        above = tree.heads[noun]
        if above >= noun or tree.relations[noun] not in _OF_PHRASES or tree.tags[above] not in _NOUNS:
            return noun
        if "of" not in tree.lowers[above:noun] and tree.relations[noun] is Relation.NOUN_MODIFIER:
            return noun
        noun = above
    return noun


def _is_finite(tree: Tree, at: int) -> bool:
    return tree.relations[at] is Relation.COPULA or (
        tree.relations[at] in AUXILIARIES and tree.tags[at] in ("VBD", "VBZ", "VBP", "MD")
    )


def _is_sentence(tree: Tree, root: int, below: dict[int, list[int]]) -> bool:
    """Whether the words of a noun or adverb end in a point, and nothing makes it what is said of something."""
    children = below.get(root, ())
    ended = any(tree.lowers[at] == "." for at in children)
    return ended and not tree.is_verb(root) and not any(tree.relations[at] in SUBJECTS for at in children)


def _of_clause(tree: Tree, subject: int, participle: int, below: dict[int, list[int]]) -> _Opening | None:
    """*A bus carrying pilgrims*, where a parse takes *carrying* for its verb."""
    relation = tree.relations[participle]
    marks = [tree.lowers[at] for at in below[participle] if tree.relations[at] is Relation.MARKER]
    bare = relation is Relation.ADVERBIAL and not marks
    if relation not in _PLACES or "with" in marks or bare or participle + 1 >= len(tree):
        return None
    finite = tree.tags[participle] == "VBN" and tree.tags[participle + 1] in _OPENS_OBJECT
    if finite or tree.tags[participle] == "VBD":
        return None  # *the firm bought a rival founded in May*
    being = any(tree.lowers[at] == "being" for at in below[participle])
    certain = being or tree.tags[participle] in ("VBG", "JJ")
    return _Opening(subject, participle, participle, relation, certain=certain)


def _of_other(tree: Tree, subject: int, participle: int, below: dict[int, list[int]]) -> _Opening | None:
    """*A bus carrying pilgrims plunged off a bridge, police said*, where the bus too is to have said it."""
    above, relation = tree.heads[subject], tree.relations[subject]
    if above < participle or any(tree.relations[at] in (Relation.CASE, Relation.MARKER) for at in below[subject]):
        return None
    if any(tree.relations[at] in SUBJECTS and at > participle for at in below[above]):
        if tree.lemma_in(above, verbs.reporting()) is not None:
            return _Opening(subject, participle, subject, Relation.COMPLEMENT, certain=True)
        joined = any(tree.relations[at] is Relation.COORDINATOR and at > participle for at in below[above])
        whole = joined and relation in SUBJECTS and tree.relations[above] in _PLACES
        return _Opening(subject, participle, above, tree.relations[above], certain=True) if whole else None
    tensed = any(_is_finite(tree, at) for at in below[above])
    if relation not in SUBJECTS or tensed or tree.relations[above] not in _PLACES:
        return None
    # *Shot dead a guard*, *stole a purse*: what has a subject and no *is* is no adjective and no noun
    beside = tree.tags[above] in ("JJ", "NN") and any(_may_be_past(tree, at) for at in (above - 1, above - 2))
    if beside or (tree.tags[above] == "VBG" and tree.lowers[above - 1] == ","):
        return _Opening(subject, participle, above, tree.relations[above], certain=True)
    return None


def _of_phrase(tree: Tree, subject: int, participle: int, below: dict[int, list[int]]) -> _Opening | None:
    """*After a bus carrying pilgrims plunged*, *said a boat carrying sand sank*, *on Sunday, a boat carrying sand*."""
    head, relation = tree.heads[subject], tree.relations[subject]
    cases = [at for at in below.get(subject, ()) if tree.relations[at] in (Relation.CASE, Relation.MARKER)]
    conjunction = next((at for at in cases if tree.lowers[at] in _CONJUNCTIONS), None)
    if conjunction is not None and relation in (Relation.OBLIQUE, Relation.ADVERBIAL, Relation.NOUN_MODIFIER):
        certain = tree.relations[conjunction] is Relation.MARKER
        return _Opening(subject, participle, subject, Relation.ADVERBIAL, conjunction, certain)
    that = next((at for at in cases if tree.lowers[at] == "that"), None)
    said = relation in (Relation.OBJECT, Relation.COMPLEMENT) and tree.lemma_in(head, verbs.reporting()) is not None
    if head < subject and (said or that is not None) and (that is not None or not cases):
        return _Opening(subject, participle, subject, Relation.COMPLEMENT, that, certain=that is not None)
    if cases or relation not in _BESIDE_TIMES or head > subject:
        return None
    root = head
    for _ in range(_HIGHEST):
        if root > participle:
            return _of_saying(tree, subject, participle, root, below)
        if tree.heads[root] == root:
            sentence = not tree.is_verb(root) and _is_sentence(tree, root, below)
            return _Opening(subject, participle, root, Relation.ROOT, certain=True) if sentence else None
        root = tree.heads[root]
    return None


def _of_saying(tree: Tree, subject: int, participle: int, verb: int, below: dict[int, list[int]]) -> _Opening | None:
    """*On Sunday, a bus carrying pilgrims plunged, police said*, where a parse has the bus beside Sunday."""
    speaker = any(tree.relations[at] in SUBJECTS and at > participle for at in below[verb])
    if not speaker or tree.lemma_in(verb, verbs.reporting()) is None or not tree.can_hang(subject, verb):
        return None
    below[tree.heads[subject]].remove(subject)
    below[verb].append(subject)
    tree.heads[subject] = verb
    return _Opening(subject, participle, subject, Relation.COMPLEMENT, certain=True)


def _verb_behind(tree: Tree, opening: _Opening, below: dict[int, list[int]]) -> int | None:
    """The first past form behind a participle's words that can be no participle, or else may be the verb."""
    may_be: int | None = None
    for at in _behind(tree, opening.participle):
        if not _may_be_past(tree, at) or not _is_loose(tree, at, opening, below):
            continue
        if _is_surely_past(tree, at):
            return at
        by = at + 1 < len(tree) and tree.lowers[at + 1] == "by"
        if may_be is None and not by and not bases(tree.lowers[at]) & verbs.naming():
            may_be = at
    return may_be if opening.certain else None


def _is_loose(tree: Tree, at: int, opening: _Opening, below: dict[int, list[int]]) -> bool:
    """Whether a word has no subject and no auxiliary, and hangs on the words before it."""
    children = below.get(at, ())
    if any(tree.relations[one] in AUXILIARIES | {Relation.MARKER, Relation.COPULA} for one in children):
        return False
    if any(tree.relations[one] in SUBJECTS for one in children) and not _lends_object(tree, at, opening, below):
        return False
    up, beside = at, {tree.heads[opening.participle], tree.heads[opening.top]}
    for _ in range(_HIGHEST):
        up = tree.heads[up]
        if up in beside or opening.subject <= up < at:
            return True
        if tree.heads[up] == up:
            return False
    return False


def _lends_object(tree: Tree, at: int, opening: _Opening, below: dict[int, list[int]]) -> bool:
    """*A worker repairing the roof fell*, where a parse lets the roof fall: what is repaired stands right behind it."""
    participle = opening.participle
    things = [one for one in below[at] if tree.relations[one] in SUBJECTS and participle < one < at]
    if any(tree.relations[case] is Relation.CASE for one in things for case in below.get(one, ())):
        return True  # *packed with shoppers jumped*
    direct = opening.certain and tree.heads[at] == participle and tree.tags[participle] == "VBG"
    behind = participle + 1 < len(tree) and tree.tags[participle + 1] in _OPENS_OBJECT
    return direct and behind and not any(tree.relations[one] is Relation.OBJECT for one in below[participle])


def _is_surely_past(tree: Tree, at: int) -> bool:
    lower = tree.lowers[at]
    if lower in forms().past_alone:
        return True
    base = bases(lower)
    if base & verbs.naming() or at + 1 >= len(tree):
        return False
    if base & verbs.without_object():
        return tree.lowers[at + 1] != "by"
    after = at + 1 + (tree.tags[at + 1] == "JJ")
    if tree.tags[at] in ("NN", "VBP", "VB") and tree.relations[at] in _OF_VERBS:
        return True
    if tree.relations[at] is Relation.MODIFIER and tree.heads[at] > at:
        return False  # *steel coated pans*
    has_object = after < len(tree) and tree.tags[after] in _OPENS_OBJECT and not _is_time(tree, at, after)
    return has_object or tree.tags[at] == "VBD"


def _is_time(tree: Tree, verb: int, after: int) -> bool:
    """*Last* of *held last week*: what stands behind a verb is no object."""
    noun = after
    while noun + 1 < len(tree) and tree.tags[noun] not in _NOUNS and noun - verb < _HIGHEST:
        noun += 1
    return tree.lowers[after - 1] in ("last", "next") or tree.lowers[noun] in _TIMES


_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow week month year day morning "
    "afternoon evening night times years months weeks days hours".split()
)


def _raise(tree: Tree, opening: _Opening, verb: int) -> None:
    subject, participle, top = opening.subject, opening.participle, opening.top
    above = verb if tree.heads[top] == top else tree.heads[top]
    inside = range(subject, verb)
    modified = tree.heads[verb] if tree.relations[verb] in (Relation.MODIFIER, Relation.COMPOUND) else None
    tree.heads[verb], tree.relations[verb] = above, opening.relation if above != verb else Relation.ROOT
    tree.tags[verb], tree.pos[verb] = "VBD", "VERB"
    for at in range(len(tree)):
        if at in (verb, subject, participle):
            continue
        head = tree.heads[at]
        behind = at > verb and (head in inside or (head == top and top < verb))
        before = at < subject and ((head in (participle, top) and top != subject) or (head == above and above > verb))
        if behind or before:
            tree.heads[at] = verb
            if tree.relations[at] is Relation.NOUN_MODIFIER:
                tree.relations[at] = Relation.OBLIQUE
    _keep_object(tree, verb, participle)
    if modified is not None and modified > verb:  # *dumped shares*, where a parse takes the shares for dumped ones
        tree.heads[modified], tree.relations[modified] = verb, Relation.OBJECT
    if top not in (subject, participle):
        tree.heads[top] = verb
        joined = any(tree.heads[at] == top and tree.relations[at] is Relation.COORDINATOR for at in range(verb, top))
        beside = Relation.CONJUNCT if joined else Relation.ADVERBIAL
        if not tree.is_verb(top):
            beside = Relation.PREDICATE if tree.tags[top] == "JJ" else Relation.OBJECT
        tree.relations[top] = beside if top > verb else Relation.OBLIQUE
    if opening.case is not None:
        tree.heads[opening.case], tree.relations[opening.case] = verb, Relation.MARKER
    tree.heads[subject], tree.relations[subject] = verb, Relation.SUBJECT
    tree.heads[participle], tree.relations[participle] = subject, Relation.ADNOMINAL


def _keep_object(tree: Tree, verb: int, participle: int) -> None:
    """*Riding a motorcycle shot*: what a parse makes the first half of a noun is what is ridden."""
    left = [at for at in range(participle + 1, verb) if tree.heads[at] == verb]
    if not left or tree.tags[left[-1]] not in _NOUNS | {"PRP"}:
        return
    noun = left.pop()
    case = any(tree.heads[at] == noun and tree.relations[at] is Relation.CASE for at in range(participle, noun))
    tree.heads[noun], tree.relations[noun] = participle, Relation.OBLIQUE if case else Relation.OBJECT
    for at in left:
        if tree.relations[at] not in (Relation.ADVERB, Relation.OBLIQUE):
            tree.heads[at] = noun
