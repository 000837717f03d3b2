"""Words in their phrases: what a nominal hangs on, how far a noun phrase goes, which words are of a clause itself."""

from bisect import bisect_left, bisect_right

from extractors.syntax.clauses import Clause, Syntax
from extractors.syntax.embedding import AHEAD, embedding
from extractors.syntax.relations import NOUN_CLAUSES, Relation
from extractors.syntax.trees import Tree

Range = tuple[int, int]
"""First token and the one after the last."""

_SAME_PHRASE = frozenset({Relation.APPOSITION, Relation.FLAT, Relation.NUMBER, Relation.CONJUNCT, Relation.CASE})
_BEFORE_A_NOUN = frozenset({Relation.COMPOUND, Relation.FLAT, Relation.MODIFIER})
_FUNCTION_WORDS = frozenset({Relation.PUNCTUATION, Relation.CASE, Relation.MARKER, Relation.COORDINATOR})
_HIGHEST = 40
"""Steps up, more than any phrase nests, so that no text costs more than in proportion to its length."""
_NEAR_THAT = 4
"""Words from *that* to the time behind it: *that, early on Monday*."""
_MOST_BELOW = 5
"""Verbs below one of saying that are looked through."""
_CLAUSES = NOUN_CLAUSES | {Relation.PARATAXIS, Relation.ADVERBIAL}


def head(tree: Tree, start: int, end: int) -> int:
    """The word of a range that the others hang on; its first word where a parse joins them badly."""
    tops = [at for at in range(start, end) if not start <= tree.heads[at] < end or tree.heads[at] == at]
    return next((at for at in tops if tree.relations[at] not in _FUNCTION_WORDS), start)


def governor(syntax: Syntax, start: int, end: int | None = None) -> int | None:
    """The verb or noun that a word or a range of words hangs on, such as a time expression; None for a root.

    Prepositions, adjectives, appositions and the other parts of its own phrase are climbed through: *on* and *March* of
    *opened on 3 March* give *opened*, as does *March* alone; so does *Saturday* in *a vote on the last day, Saturday*
    give *vote*. What a range numbers is behind it: *the Nov. 8 election*.
    """
    tree = syntax.tree
    at = head(tree, start, start + 1 if end is None else end)
    if end is not None and tree.relations[at] is Relation.NUMBER and tree.heads[at] >= end:
        return _top_of_names(tree, tree.heads[at])
    for _ in range(_HIGHEST):
        if tree.heads[at] == at:
            return None
        above = tree.heads[at]
        if syntax.owners[above] == above or (tree.is_nominal(above) and tree.relations[at] not in _SAME_PHRASE):
            return above
        at = above
    return None


def _top_of_names(tree: Tree, at: int) -> int:
    """The noun that a name stands before: *election* of *United* in *the 2016 United States election*."""
    for _ in range(_HIGHEST):
        if tree.relations[at] not in _BEFORE_A_NOUN or tree.heads[at] <= at:
            break
        at = tree.heads[at]
    return at


def dated(syntax: Syntax, start: int, end: int | None = None) -> int | None:
    """The verb or noun that a time dates: its governor, or the infinitive behind which the time stands.

    Of *is expected to choose a successor Friday* parsers often hang the time on *expected*; it dates *choose*. So they
    do with *said* in *said that on Monday the ferry sank*, though the time stands behind *that*.
    """
    at = governor(syntax, start, end)
    for _ in range(_HIGHEST):
        below = syntax.below.get(-1 if at is None else at, [])
        last = bisect_left(below, start)
        before = reversed(below[max(0, last - _HIGHEST) : last])
        inner = next((verb for verb in before if (at or 0) < verb and _lies_ahead(syntax, verb)), None)
        if inner is None:
            return at if at is None else _behind_that(syntax, at, start)
        at = inner
    return at


def _behind_that(syntax: Syntax, at: int, start: int) -> int:
    tree = syntax.tree
    words = range(max(at + 1, start - _NEAR_THAT), start)
    if not any(tree.lowers[word] == "that" and tree.tags[word] == "IN" for word in words):
        return at
    below = syntax.below.get(at, [])
    verbs_behind = below[bisect_right(below, start) :][:_MOST_BELOW]
    complements = (verb for verb in verbs_behind if syntax.clauses[verb].relation is Relation.COMPLEMENT)
    return next(complements, at)


def _lies_ahead(syntax: Syntax, verb: int) -> bool:
    clause = syntax.clauses[verb]
    above = embedding(syntax, clause) if _has_to(syntax.tree, clause) else None
    return above is not None and above.kind in AHEAD and above.verb == clause.parent and _is_verb_s(syntax, above.word)


def _is_verb_s(syntax: Syntax, word: int) -> bool:
    """Whether a word embeds for its clause, as a verb or what a copula says: *is due*; not *the plan to leave*."""
    return word == syntax.owners[word] or syntax.tree.relations[word] is Relation.PREDICATE


def _has_to(tree: Tree, clause: Clause) -> bool:
    return any(tree.lowers[at] == "to" for at in clause.markers)


def conjuncts(tree: Tree, at: int) -> tuple[int, ...]:
    """A word and all that are coordinated with it, from any of them: *Spain*, *Germany* and *France*."""
    first = tree.heads[at] if tree.relations[at] is Relation.CONJUNCT else at
    return (first, *(child for child in tree.children[first] if tree.relations[child] is Relation.CONJUNCT))


def phrase(syntax: Syntax, at: int, *, clauses: bool = False, coordinated: bool = True) -> Range:
    """The noun phrase that a word heads, without its preposition and without punctuation at its edges.

    Args:
        syntax: the grammar of the doc.
        at: the head of the phrase.
        clauses: whether it goes on into the clauses that say more of it: *people, who had fled …*.
        coordinated: whether it takes in the phrases joined to it: *Spain, Germany and France*.
    """
    tree = syntax.tree
    left_out = _FUNCTION_WORDS | (frozenset() if clauses else _CLAUSES)
    left_out |= frozenset() if coordinated else {Relation.CONJUNCT}
    first = last = at
    below = [child for child in tree.children[at] if tree.relations[child] not in left_out]
    while below:
        word = below.pop()
        if tree.relations[word] is not Relation.PUNCTUATION and (clauses or tree.relations[word] not in _CLAUSES):
            first, last = min(first, word), max(last, word)
            below += tree.children[word]
    return first, last + 1


def clause_tokens(syntax: Syntax, clause: Clause, *, open_complements: bool = False) -> list[Range]:
    """The words of a clause itself, in runs, without the clauses below it and without punctuation at their edges.

    Args:
        syntax: the grammar of the doc.
        clause: one of its clauses.
        open_complements: whether what the verb has no whole without counts as its own: *plans to leave*.
    """
    verbs = members(syntax, clause) if open_complements else [clause.verb]
    joined: list[Range] = []
    for start, end in sorted(run for verb in verbs for run in syntax.runs.get(verb, ())):
        if joined and all(syntax.tree.relations[at] is Relation.PUNCTUATION for at in range(joined[-1][1], start)):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def members(syntax: Syntax, clause: Clause) -> list[int]:
    """The verbs of a clause and of the open complements in it: *wants*, *try*, *leave* of *wants to try to leave*."""
    verbs = [clause.verb]
    for verb in verbs:  # grows while it is walked
        below = syntax.below.get(verb, ()) if len(verbs) < _HIGHEST else ()
        verbs += [at for at in below if syntax.clauses[at].relation is Relation.OPEN_COMPLEMENT]
    return verbs
