"""The word that sets a condition: *if*, *had* of *had she known*, *provided that*, *without* of *without a deal*."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from extractors.lexicons import governors, verbs
from extractors.syntax.clauses import Clause, Syntax, is_inverted, is_reporting
from extractors.syntax.eventive import happens
from extractors.syntax.relations import Relation
from extractors.syntax.trees import Tree

_IF = frozenset("if unless".split())
_PROVIDED = frozenset("provided providing assuming supposing".split())
_FAILING = frozenset("failing barring".split())
_LONG = frozenset("as so".split())
_EVENT = {"event": "in the event", "case": "in case"}
_ANY = frozenset("a an any another further new".split())


def condition_of(syntax: Syntax, clause: Clause) -> int | None:
    """The word that sets a condition for a clause, or makes it one: *if*, *unless*, *had* of *had she known*."""
    return next((mark for mark in _conditions(syntax, clause) if mark is not None), None)


def _conditions(syntax: Syntax, clause: Clause) -> Iterator[int | None]:
    verbs_below = syntax.below.get(clause.verb, ())
    below = [syntax.clauses[at] for n, at in enumerate(verbs_below) if not _is_of_later(syntax, verbs_below[n : n + 2])]
    below += [syntax.clauses[at] for at in (*_asides(syntax, clause), *_behind_complement(syntax, clause))]
    for one in (clause, *below):
        if not _is_question(syntax, one):
            yield condition_mark(syntax, one)
    for at in syntax.tree.children[clause.verb]:
        yield _verbless_mark(syntax.tree, at)
    if _has_modal(syntax.tree, clause):
        yield _lack(syntax, clause)
        yield _event(syntax.tree, clause)
        yield _threat(syntax, clause)
        yield _otherwise(syntax.tree, clause)


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
    if clause.subject is None:
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
    if tree.relations[at] not in (Relation.ADVERBIAL, Relation.OBLIQUE) or tree.is_verb(at):
        return None
    marks = (mark for mark in tree.children[at] if tree.lowers[mark] in _IF)
    return next((mark for mark in marks if tree.lowers[mark + 1 : mark + 2] != ["not"]), None)


def condition_mark(syntax: Syntax, clause: Clause) -> int | None:
    """The word that makes a condition of a clause itself."""
    tree = syntax.tree
    lowers = {tree.lowers[at]: at for at in clause.markers}
    if is_inverted(tree, clause):
        return min([*clause.auxiliaries, clause.verb])
    provided = _provided(syntax, clause)
    if provided is not None:
        return provided
    if clause.relation not in (Relation.ADVERBIAL, Relation.ROOT) or "as" in lowers:
        return _as_long_as(syntax, clause)
    return next((at for lower, at in lowers.items() if lower in _IF), None)


def _provided(syntax: Syntax, clause: Clause) -> int | None:
    """*Provided that it rains*, *assuming she wins*, *failing a deal*; a parse may hang the main clause on them."""
    tree, lower = syntax.tree, syntax.tree.lowers[clause.verb]
    above = syntax.clauses.get(-1 if clause.parent is None else clause.parent)
    if clause.subject is None and clause.relation is Relation.ADVERBIAL and above is not None:
        is_set = lower in _PROVIDED and any(
            syntax.clauses[at].relation is Relation.COMPLEMENT for at in syntax.below.get(clause.verb, ())
        )
        lacks = lower in _FAILING and bool(clause.objects) and _has_modal(tree, above)
        return clause.verb if is_set or lacks else None
    marker = next((at for at in clause.markers if tree.lowers[at] in _PROVIDED), None)
    if marker is not None:
        return marker
    on_it = above is not None and above.subject is None and tree.lowers[above.verb] in _PROVIDED
    hung = clause.relation in (Relation.COMPLEMENT, Relation.CONJUNCT)
    return above.verb if on_it and above is not None and hung else None


def _as_long_as(syntax: Syntax, clause: Clause) -> int | None:
    """*Will be signed as long as they agree*; what *lasted as long as he lived* tells how long."""
    tree = syntax.tree
    above = syntax.clauses.get(-1 if clause.parent is None else clause.parent)
    if clause.relation is not Relation.ADVERBIAL or above is None or not _has_modal(tree, above):
        return None
    before = (at - 1 for at in clause.markers if tree.lowers[at] == "as" and at > 1)
    return next((at for at in before if tree.lowers[at] == "long" and tree.lowers[at - 1] in _LONG), None)


def _behind_complement(syntax: Syntax, clause: Clause) -> Sequence[int]:
    """*Will stop flying there unless fuel gets cheaper*, where a parse hangs the condition on *flying*."""
    below = syntax.below.get(clause.verb, ())
    if not _has_modal(syntax.tree, clause) or not below:
        return ()
    last = syntax.clauses[below[-1]]
    return syntax.below.get(last.verb, ()) if last.relation is Relation.OPEN_COMPLEMENT else ()


def _event(tree: Tree, clause: Clause) -> int | None:
    """*In the event of a tie, they will vote*, *in case of rain*."""
    for noun in tree.children[clause.verb]:
        if tree.relations[noun] is Relation.OBLIQUE and clause.subject is not None and noun < clause.subject:
            led = next((at for at in tree.children[noun] if tree.lowers[at] in _FAILING and at < noun), None)
            if led is not None or (tree.lowers[noun] == "condition" and tree.lowers[noun - 1] == "on"):
                return noun if led is None else led
        words = _EVENT.get(tree.lowers[noun], "").split()
        start = noun + 1 - len(words)
        if words and tree.lowers[start : noun + 1] == words and tree.relations[noun] is Relation.OBLIQUE:
            return noun
    return None


def _otherwise(tree: Tree, clause: Clause) -> int | None:
    """*Otherwise, the firm will be wound up*."""
    if clause.subject is None:
        return None
    return next(
        (at for at in tree.children[clause.verb] if tree.lowers[at] == "otherwise" and at < clause.subject), None
    )


def _threat(syntax: Syntax, clause: Clause) -> int | None:
    """*Pay by Friday or the water will be cut off*."""
    tree = syntax.tree
    above = syntax.clauses.get(-1 if clause.parent is None else clause.parent)
    if clause.relation is not Relation.CONJUNCT or above is None:
        return None
    commanded = above.subject is None and not above.auxiliaries and tree.tags[above.verb] == "VB"
    return next((at for at in tree.children[clause.verb] if commanded and tree.lowers[at] == "or"), None)


def _has_modal(tree: Tree, clause: Clause) -> bool:
    return any(tree.tags[at] == "MD" for at in clause.auxiliaries)
