"""A sentence that ends in a point and has no verb, where a noun or a participle must be it.

*Talks with the union begin on Monday*, *Otto Rask, who ran the port, testifies on Thursday*: forms of the present are
those of nouns as well, and a tagger that takes them for nouns leaves the sentence without a verb. A noun that has a
subject and no copula is none; nor is one that only a verb can be, and that agrees with the noun before it, nor one in
the past form of a verb with an adverb or a number behind it: *the toll rose faster*, *gold rose 2 percent*. *Crowds
left by noon*: what stands right behind the noun that all hangs on, and may be a past, is no participle.
"""

from extractors.lexicons import nouns, verbs
from extractors.lexicons.forms import forms
from extractors.syntax.mending.word_classes import NOUNS, PLURAL, SINGULAR, WITH_TENSE
from extractors.syntax.relations import AUXILIARIES, NOUN_CLAUSES, SUBJECTS, Relation
from extractors.syntax.trees import Tree

_BEFORE = frozenset({Relation.COMPOUND, Relation.FLAT, Relation.MODIFIER})
_BEHIND = frozenset("IN TO DT PRP$ CD RB NNP NNPS".split())
_ADVERBS = frozenset("RB RBR".split())
_OF_CLAUSES = frozenset(
    {Relation.OBLIQUE, Relation.ADVERB, Relation.ADVERBIAL, Relation.PUNCTUATION, Relation.PARATAXIS}
)
_LEAST = 3
"""Letters of a base."""


def find_verbs(tree: Tree) -> None:
    """Make a verb of such a word, in time that grows with the text alone."""
    found = [at for at, head in enumerate(tree.heads) if head == at and tree.tags[at] in NOUNS]
    if not found:
        return
    below: dict[int, list[int]] = {at: [] for at in found}
    for at, head in enumerate(tree.heads):
        if head in below and at != head:
            below[head].append(at)
    copular, done = tree.having(AUXILIARIES | {Relation.COPULA}), tree.having(AUXILIARIES | {Relation.AGENT})
    for root in found:
        base = _base(tree.lowers[root])
        if root in copular or not _ends_in_a_point(tree, root) or _has_tense(tree, below[root]):
            continue
        past = root + 1
        if past in below[root] and past not in done and _may_be_past(tree, past):
            tree.heads[past], tree.relations[past] = past, Relation.ROOT
            _raise(tree, past, root, "VBD", below[root])
        elif tree.tags[root] not in ("NN", "NNS"):
            continue
        elif _is_past(tree, root, below[root]):
            _raise(tree, root, root - 1, "VBD", below[root])
        elif base is not None and (subject := _subject(tree, root, base, below[root])) is not None:
            tree.lemmas[root] = base
            _raise(tree, root, subject, "VBP" if tree.lowers[root] == base else "VBZ", below[root])


def _may_be_past(tree: Tree, at: int) -> bool:
    """*Crowds left by noon*; not *a leader, loved by all*."""
    past = tree.lowers[at].endswith("ed") or tree.lowers[at] in forms().irregular_past
    return past and tree.relations[at] is Relation.ADNOMINAL and tree.tags[at] == "VBN"


def _is_past(tree: Tree, root: int, below: list[int]) -> bool:
    """*The toll rose faster*, *gold rose 2 percent*: no flower does anything fast."""
    how = root + 1
    hangs = root - 1 in below and tree.relations[root - 1] in _BEFORE and how < len(tree)
    fits = hangs and ((how in below and tree.tags[how] in _ADVERBS) or tree.tags[how] == "CD")
    return fits and tree.lowers[root] in forms().irregular_past


def _base(lower: str) -> str | None:
    """The verb that a word is a present form of, if it can be one."""
    known = verbs.verbs(), forms().pasts, forms().unchanged_past
    endings = (("ies", "y"), ("es", ""), ("s", ""), ("", ""))
    bases = (lower.removesuffix(ending) + more for ending, more in endings if lower.endswith(ending))
    return next((base for base in bases if len(base) >= _LEAST and any(base in one for one in known)), None)


def _ends_in_a_point(tree: Tree, root: int) -> bool:
    at = root + 1
    while at < len(tree) and tree.heads[at] != at:
        if tree.lowers[at] == ".":
            return True
        at += 1
    return False


def _has_tense(tree: Tree, below: list[int]) -> bool:
    """Whether something else is the verb of the sentence."""
    return any(tree.tags[at] in WITH_TENSE and tree.relations[at] not in NOUN_CLAUSES for at in below)


def _subject(tree: Tree, root: int, base: str, below: list[int]) -> int | None:
    subject = next((at for at in below if tree.relations[at] in SUBJECTS and at < root), None)
    if subject is not None:
        return subject if _agrees(tree, subject, root, base) else None
    noun = root - 1
    hangs = noun in below and tree.relations[noun] in _BEFORE
    only_verb = base not in nouns.nouns() and tree.tags[min(root + 1, len(tree) - 1)] in _BEHIND
    return noun if hangs and only_verb and _agrees(tree, noun, root, base) else None


def _agrees(tree: Tree, noun: int, verb: int, base: str) -> bool:
    """*Voting ends*, *talks begin*; not *two days*, *the road works*."""
    return tree.tags[noun] in (PLURAL if tree.lowers[verb] == base else SINGULAR)


def _raise(tree: Tree, verb: int, subject: int, tag: str, below: list[int]) -> None:
    tree.tags[verb], tree.pos[verb] = tag, "VERB"
    tree.heads[subject], tree.relations[subject] = verb, Relation.SUBJECT
    for at in below:
        if at in (subject, verb):
            continue
        if at > verb or tree.relations[at] in _OF_CLAUSES:
            tree.heads[at] = verb
            if at > verb and tree.relations[at] is Relation.NOUN_MODIFIER:
                tree.relations[at] = Relation.OBLIQUE
        elif at < subject:
            tree.heads[at] = subject
