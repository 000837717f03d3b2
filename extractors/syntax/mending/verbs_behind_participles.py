"""A noun with a participle behind it, and no verb that the noun is the subject of.

*A bus carrying pilgrims plunged off a bridge*, *a man armed with a knife attacked shoppers*: the forms of the past and
of the participle are one for most verbs, and where a participle with its words stands between a noun and its verb,
parsers take the verb for one more participle, or the participle for the verb. A participle without an auxiliary is no
verb of a sentence, a sentence that ends in a point has one, and no verb has two subjects. Below another verb a noun
with a participle is a phrase like any other (*after a bus carrying pilgrims*): there the verb is raised only where it
can be no participle: it has an object (*shot a guard*), another form (*sank*), or never a passive (*crashed*).
"""

from bisect import insort

from extractors.lexicons import verbs
from extractors.lexicons.inflections import bases
from extractors.syntax.mending.participle_openings import Below, Opening, noun_before, opening_at
from extractors.syntax.mending.past_forms import is_surely_past, may_be_past
from extractors.syntax.mending.word_classes import PHRASE_ENDS
from extractors.syntax.relations import AUXILIARIES, SUBJECTS, Relation
from extractors.syntax.trees import Tree

_PARTICIPLES = frozenset("VBG VBN VBD JJ".split())
_RELATIVE = frozenset("WDT WP WRB MD".split())
_FARTHEST = 24
"""Words from a participle to the verb behind its words."""
_HIGHEST = 6
"""Steps up a tree."""


def raise_verbs(tree: Tree) -> None:
    """Raise the verb behind the words of a participle; looks at few words behind each on a noun."""
    found = [at for at in range(1, len(tree)) if tree.tags[at] in _PARTICIPLES and noun_before(tree, at) is not None]
    found = [at for at in found if any(may_be_past(tree, verb) for verb in _behind(tree, at))]
    if not found:
        return
    below = Below(list)
    for at, head in enumerate(tree.heads):
        if head != at:
            below[head].append(at)
    for participle in found:
        opening = opening_at(tree, participle, below)
        verb = _verb_behind(tree, opening, below) if opening is not None else None
        if opening is not None and verb is not None:
            _raise(tree, opening, verb, below)


def _hang(tree: Tree, below: Below, at: int, head: int) -> None:
    """Hang a word on another, or on none where that is itself."""
    if tree.heads[at] != at:
        below[tree.heads[at]].remove(at)
    if head != at:
        insort(below[head], at)
    tree.heads[at] = head


def _behind(tree: Tree, participle: int) -> range:
    """The words behind a participle, up to where its phrase surely ends."""
    end = participle + 1
    last = min(len(tree), participle + _FARTHEST)
    while end < last and tree.lowers[end] not in PHRASE_ENDS and tree.tags[end] not in _RELATIVE:
        end += 1
    return range(participle + 2, end)


def _verb_behind(tree: Tree, opening: Opening, below: Below) -> int | None:
    """The first past form behind a participle's words that can be no participle, or else may be the verb."""
    may_be: int | None = None
    for at in _behind(tree, opening.participle):
        if not may_be_past(tree, at) or not _is_loose(tree, at, opening, below):
            continue
        if is_surely_past(tree, at):
            return at
        by = at + 1 < len(tree) and tree.lowers[at + 1] == "by"
        if may_be is None and not by and not bases(tree.lowers[at]) & verbs.naming():
            may_be = at
    return may_be if opening.certain else None


def _is_loose(tree: Tree, at: int, opening: Opening, below: Below) -> bool:
    """Whether a word has no subject and no auxiliary, and hangs on the words before it."""
    children = below.get(at, ())
    if any(tree.relations[one] in AUXILIARIES | SUBJECTS | {Relation.MARKER, Relation.COPULA} for one in children):
        return False
    up, beside = at, {tree.heads[opening.participle], opening.above}
    for _ in range(_HIGHEST):
        up = tree.heads[up]
        if up in beside or opening.subject <= up < at:
            return True
        if tree.heads[up] == up:
            return False
    return False


def _raise(tree: Tree, opening: Opening, verb: int, below: Below) -> None:
    subject, participle, top = opening.subject, opening.participle, opening.top
    above = verb if opening.above == top else opening.above
    inside = range(subject, verb)
    modified = tree.heads[verb] if tree.relations[verb] in (Relation.MODIFIER, Relation.COMPOUND) else None
    _hang(tree, below, verb, above)
    tree.relations[verb] = opening.relation if above != verb else Relation.ROOT
    tree.tags[verb], tree.pos[verb] = "VBD", "VERB"
    for at in sorted({at for head in (*inside, top, participle, above) for at in below.get(head, ())}):
        if at in (verb, subject, participle):
            continue
        head = tree.heads[at]
        behind = at > verb and (head in inside or (head == top and top < verb))
        before = at < subject and ((head in (participle, top) and top != subject) or (head == above and above > verb))
        if behind or before:
            _hang(tree, below, at, verb)
            if tree.relations[at] is Relation.NOUN_MODIFIER:
                tree.relations[at] = Relation.OBLIQUE
    if modified is not None and modified > verb:  # *dumped shares*, where a parse takes the shares for dumped ones
        _hang(tree, below, modified, verb)
        tree.relations[modified] = Relation.OBJECT
    if top not in (subject, participle):
        _hang(tree, below, top, verb)
        joined = any(tree.heads[at] == top and tree.relations[at] is Relation.COORDINATOR for at in range(verb, top))
        beside = Relation.CONJUNCT if joined else Relation.ADVERBIAL
        if not tree.is_verb(top):
            beside = Relation.PREDICATE if tree.tags[top] == "JJ" else Relation.OBJECT
        tree.relations[top] = beside if top > verb else Relation.OBLIQUE
    if opening.case is not None:
        _hang(tree, below, opening.case, verb)
        tree.relations[opening.case] = Relation.MARKER
    _hang(tree, below, subject, verb)
    _hang(tree, below, participle, subject)
    tree.relations[subject], tree.relations[participle] = Relation.SUBJECT, Relation.ADNOMINAL
