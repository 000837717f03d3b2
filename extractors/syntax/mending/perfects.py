"""What stands behind *have* or alone beside its subject, where a tagger takes one form of a verb for another.

*The tug had sunk*: no infinitive and no present stands behind *had*, so that *sunk* is a participle and *had* only
helps it, even where it is taken for something that the tug had. *Said Ana Idan*: what has a subject of its own, and
nothing that helps it, is no participle but a past.
"""

from extractors.lexicons.forms import forms
from extractors.lexicons.inflections import bases
from extractors.syntax.mending.word_classes import NOUNS
from extractors.syntax.relations import AUXILIARIES, SUBJECTS, Relation
from extractors.syntax.trees import Tree

_HAVE = frozenset("have has had having 've ’ve 'd ’d".split())
_BASES = frozenset(("VB", "VBP"))
_MISTAKEN = frozenset("VB VBP NN JJ".split())
_BETWEEN = frozenset({Relation.ADVERB, Relation.NEGATION})
_FAR = 3
"""Words between *have* and its participle, and *have* itself."""
_PARTS = frozenset({Relation.OBJECT, Relation.OPEN_COMPLEMENT, Relation.COMPLEMENT})
_OF_CLAUSES = SUBJECTS | {Relation.MARKER, Relation.EXPLETIVE}
_MAY_SUFFER = frozenset({Relation.OBLIQUE, Relation.OBJECT})
_STAND = frozenset({Relation.ROOT, Relation.CONJUNCT, Relation.COMPLEMENT, Relation.PARATAXIS})


def read_participles(tree: Tree) -> None:
    """Read what stands behind *have* as its participle; looks at each word a few times."""
    raised: dict[int, int] = {}
    for at, lower in enumerate(tree.lowers):
        if lower not in _HAVE or not tree.is_verb(at):
            continue
        verb = at + 1
        while verb < min(at + _FAR, len(tree) - 1) and tree.relations[verb] in _BETWEEN:
            verb += 1
        if verb >= len(tree):
            continue
        helps = tree.heads[at] == verb and tree.relations[at] in AUXILIARIES
        has = tree.heads[verb] == at and tree.relations[verb] in _PARTS and tree.tags[verb] in _MISTAKEN
        base = _base(tree.lowers[verb]) if has else None
        if helps and tree.tags[verb] in _BASES and tree.tags[at] != "MD":  # not *he’d go*
            tree.tags[verb], tree.pos[verb] = "VBN", "VERB"
        elif base is not None:
            tree.tags[verb], tree.pos[verb], tree.lemmas[verb] = "VBN", "VERB", base
            raised[at] = verb
    _raise(tree, raised)


def _raise(tree: Tree, raised: dict[int, int]) -> None:
    """Put these participles in the place of *have*, and on a verb what a parse hangs on a word that helps it."""
    for have, verb in raised.items():
        head = tree.heads[have]
        tree.heads[verb] = verb if head == have else head
        tree.relations[verb] = tree.relations[have]
        tree.heads[have], tree.relations[have] = verb, Relation.AUXILIARY
    verbs = set(raised.values())
    for at, have in enumerate(tree.heads):
        helping = have != at and tree.relations[have] in AUXILIARIES
        if helping and (have in raised or tree.relations[at] in _OF_CLAUSES):
            tree.heads[at] = tree.heads[have]
        if tree.relations[at] is Relation.NOUN_MODIFIER and tree.heads[at] in verbs:
            tree.relations[at] = Relation.OBLIQUE


def _base(lower: str) -> str | None:
    """The verb of which a word is an irregular participle and nothing else."""
    irregular = not lower.endswith(("s", "ing", "ed"))
    return min(bases(lower) - {lower}, default=None) if irregular else None


def read_bare_participles(tree: Tree) -> None:
    """*Said in a statement read out to them that*: a base alone behind a noun is done to it; looks at each word once.

    Only forms that are base and participle alike are tagged so; and what is said has a subject, or *to*.
    """
    clausal = tree.having(SUBJECTS | AUXILIARIES | {Relation.MARKER, Relation.EXPLETIVE, Relation.COPULA})
    for at in range(1, len(tree)):
        noun, head = at - 1, tree.heads[at]
        if tree.tags[at] not in _BASES or not _is_unchanged(tree.lowers[at]) or at in clausal:
            continue
        beside = tree.heads[noun] == head < noun and tree.relations[noun] in _MAY_SUFFER
        if beside and tree.relations[at] is Relation.COMPLEMENT and tree.tags[noun] in NOUNS:
            tree.heads[at], tree.relations[at] = noun, Relation.ADNOMINAL
            tree.tags[at], tree.pos[at] = "VBN", "VERB"


def _is_unchanged(lower: str) -> bool:
    known = forms()
    return lower in known.unchanged_past or lower in (known.pasts.get(lower), known.pasts_besides.get(lower))


def read_pasts(tree: Tree) -> None:
    """Read a participle as a past where it has a subject and nothing helps it; looks at each word once."""
    helped = tree.having(AUXILIARIES | {Relation.COPULA, Relation.PASSIVE_SUBJECT})
    active = tree.having({Relation.SUBJECT})
    for at, tag in enumerate(tree.tags):
        if tag == "VBN" and at in active and at not in helped and tree.relations[at] in _STAND:
            tree.tags[at] = "VBD"
