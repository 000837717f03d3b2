"""The word that sets a condition: *if*, *unless*, *had* of *had she known*, *without* of *without a deal*."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from extractors.lexicons import governors, verbs
from extractors.syntax.clauses import Clause, Syntax, is_inverted, is_reporting
from extractors.syntax.eventive import happens
from extractors.syntax.relations import Relation
from extractors.syntax.trees import Tree

_IF = frozenset("if unless".split())
_ANY = frozenset("a an any another further new".split())


def condition_of(syntax: Syntax, clause: Clause) -> int | None:
    """The word that sets a condition for a clause, or makes it one: *if*, *unless*, *had* of *had she known*."""
    verbs_below = syntax.below.get(clause.verb, ())
    below = [syntax.clauses[at] for n, at in enumerate(verbs_below) if not _is_of_later(syntax, verbs_below[n : n + 2])]
    below += [syntax.clauses[at] for at in _asides(syntax, clause)]
    marks = [_condition_mark(syntax.tree, one) for one in (clause, *below) if not _is_question(syntax, one)]
    marks += [_verbless_mark(syntax.tree, at) for at in syntax.tree.children[clause.verb]]
    marks.append(_lack(syntax, clause))
    return next((mark for mark in marks if mark is not None), None)


def _is_of_later(syntax: Syntax, pair: Sequence[int]) -> bool:
    """*It opens on Friday, and the show, if it is dry, will begin at noon*: the condition is of the second alone."""
    if len(pair) < 2:
        return False
    at, later = pair[0], syntax.clauses[pair[1]]
    return later.relation is Relation.CONJUNCT and later.subject is not None and later.subject < at < later.verb


def _asides(syntax: Syntax, clause: Clause) -> Sequence[int]:
    """The clauses between the subject and the verb of one that is joined, which a parse hangs on the first."""
    if clause.relation is not Relation.CONJUNCT or clause.parent is None or clause.subject is None:
        return ()
    below = syntax.below.get(clause.parent, [])
    return below[bisect_right(below, clause.subject) : bisect_left(below, clause.verb)]


def _lack(syntax: Syntax, clause: Clause) -> int | None:
    """*Without a deal by Friday, the pilots will strike*: what has not come about, before what follows."""
    tree = syntax.tree
    modal = next((at for at in clause.auxiliaries if tree.tags[at] == "MD"), None)
    if modal is None or clause.subject is None:
        return None
    for noun in tree.children[clause.verb]:
        can_come = happens(tree, noun) or tree.lemmas[noun] in governors.embedding_nouns()
        if noun > clause.subject or tree.relations[noun] is not Relation.OBLIQUE or not can_come:
            continue
        words = {tree.lowers[at]: at for at in tree.children[noun] if at < noun}
        if "without" in words and words.keys() & _ANY and "," in tree.lowers[noun : clause.subject]:
            return words["without"]
    return None


def _is_question(syntax: Syntax, clause: Clause) -> bool:
    """*Asked if she had left*: whether, rather than a condition, even where a parse makes it one."""
    parent = clause.parent
    if parent is None or clause.verb < parent or not any(syntax.tree.lowers[at] == "if" for at in clause.markers):
        return False
    above = syntax.clauses[parent]
    unsaid = above.negation is not None and not above.objects and is_reporting(syntax.tree, parent)
    return unsaid or syntax.tree.lemma_in(parent, verbs.wondering()) is not None  # *did not say if it would close*


def _verbless_mark(tree: Tree, at: int) -> int | None:
    """*If* of a condition whose verb a tagger took for a noun: *if the council votes*; not *if not hundreds*."""
    if tree.is_verb(at) or tree.relations[at] not in (Relation.ADVERBIAL, Relation.OBLIQUE):
        return None
    marks = (mark for mark in tree.children[at] if tree.lowers[mark] in _IF)
    return next((mark for mark in marks if tree.lowers[mark + 1 : mark + 2] != ["not"]), None)


def _condition_mark(tree: Tree, clause: Clause) -> int | None:
    lowers = {tree.lowers[at]: at for at in clause.markers}
    if is_inverted(tree, clause):
        return min([*clause.auxiliaries, clause.verb])
    if clause.relation not in (Relation.ADVERBIAL, Relation.ROOT) or "as" in lowers:
        return None
    return next((at for lower, at in lowers.items() if lower in _IF), None)
