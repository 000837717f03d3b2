"""One tree from a parse of either scheme: how the two differ, and what becomes of each difference.

UD hangs a preposition on its noun, CLEAR the noun on its preposition; UD makes *ready* the head of *is ready*, CLEAR
*is*; UD heads a name by its first word, CLEAR by its last; UD hangs every conjunct on the first, CLEAR each on the one
before. In the tree that comes of them nouns are above their prepositions, *be* above its predicate, the last word of a
name above the others, and the first conjunct above the rest. Every step looks at each word once, and takes any parse as
it comes.
"""

from bisect import bisect_left
from collections.abc import Callable, Collection, Sequence

import numpy as np
from spacy.tokens import Doc

from extractors.syntax.mending import MENDS
from extractors.syntax.mending.copulas import settle_copulas
from extractors.syntax.mending.impossible_tags import read_passives
from extractors.syntax.relations import AUXILIARIES, SUBJECTS, Relation, relation
from extractors.syntax.trees import BE, Tree

_BEFORE_INFINITIVES = frozenset({Relation.MARKER, Relation.AUXILIARY})
_BEHIND_AS = frozenset(("if", "though"))
_NEGATIONS = frozenset("not n't n’t nt never".split())


def read_tree(doc: Doc) -> Tree:
    """The tree of a doc, whichever scheme its parser was trained on; all words are roots where there is no parse."""
    tree = _raw(doc)
    for step in (
        _lower_prepositions,
        _raise_last_names,
        _raise_first_conjuncts,
        settle_copulas,
        read_passives,
        _raise_be,
        _raise_copulas,
        _settle,
        *MENDS,
    ):
        step(tree)
    children: list[list[int]] = [[] for _ in tree.heads]
    roots: list[int] = []
    for at, head in enumerate(tree.heads):
        (roots if head == at else children[head]).append(at)
    tree.children.extend(children)
    tree.order.extend(roots)
    for at in tree.order:  # grows while it is walked
        tree.order.extend(children[at])
    return tree


def _raw(doc: Doc) -> Tree:
    table = doc.to_array(["HEAD", "DEP", "TAG", "POS", "LEMMA", "LOWER"]).reshape(len(doc), 6)
    strings = doc.vocab.strings
    names = {int(key): strings[int(key)] for key in np.unique(table[:, 1:])}
    known = {name: relation(name) for name in {names[int(key)] for key in np.unique(table[:, 1])}}
    heads = (table[:, 0].astype(np.int64) + np.arange(len(doc))).tolist()
    labels, tags, pos, lemmas, lowers = ([names[key] for key in column] for column in table[:, 1:].T.tolist())
    relations = [
        Relation.PUNCTUATION if lower.isspace() else known[label] for label, lower in zip(labels, lowers, strict=True)
    ]
    lemmas = [(lemma or lower).lower() for lemma, lower in zip(lemmas, lowers, strict=True)]
    return Tree(heads, relations, tags, pos, lemmas, lowers)


def _tops(links: Collection[int], heads: Sequence[int]) -> dict[int, int]:
    """For each link of a chain the word that the chain hangs on; a link itself where the chain is a root."""
    tops: dict[int, int] = {}
    for link in links:
        path, at = [], link
        while at in links and at not in tops and heads[at] != at:
            path.append(at)
            at = heads[at]
        top = tops.get(at, at)
        tops.update(dict.fromkeys(path, top))
        tops.setdefault(link, top)
    return tops


def _lower_prepositions(tree: Tree) -> None:
    """CLEAR: *met* > *on* > *Friday* becomes *met* > *Friday* > *on*."""
    heads, relations = tree.heads, tree.relations
    kinds = (Relation.PREPOSITION_OBJECT, Relation.PREPOSITION_CLAUSE)
    objects = [at for at, kind in enumerate(relations) if kind in kinds and heads[at] != at]
    first_object: dict[int, int] = {}
    for at in objects:
        first_object.setdefault(heads[at], at)
    tops = _tops(first_object, heads)
    settled: list[tuple[int, int, Relation]] = []
    for at in objects:
        if at in first_object:
            continue  # *because of*: a preposition below another
        preposition = heads[at]
        top = tops[preposition]
        kind = relations[preposition]
        if top in first_object:
            settled.append((at, at, Relation.ROOT))
        elif relations[at] is Relation.PREPOSITION_CLAUSE:
            on_noun = tree.is_nominal(top)
            settled.append((at, top, Relation.ADNOMINAL if on_noun else Relation.ADVERBIAL))
        elif kind in (Relation.AGENT, Relation.RECIPIENT):
            settled.append((at, top, kind))
        else:
            settled.append((at, top, Relation.NOUN_MODIFIER if tree.is_nominal(top) else Relation.OBLIQUE))
    for preposition, at in first_object.items():
        clausal = relations[at] is Relation.PREPOSITION_CLAUSE and at not in first_object
        settled.append((preposition, at, Relation.MARKER if clausal else Relation.CASE))
    _apply(tree, settled)


def _apply(tree: Tree, changes: Sequence[tuple[int, int, Relation]]) -> None:
    for at, head, kind in changes:
        tree.heads[at], tree.relations[at] = head, kind


def _raise_last_names(tree: Tree) -> None:
    """UD: *Rosa* > *Lind* becomes *Lind* > *Rosa*, with all that hung on *Rosa*."""
    heads, relations = tree.heads, tree.relations
    links = {at for at, kind in enumerate(relations) if kind is Relation.FLAT and heads[at] != at}
    last: dict[int, int] = {}
    for link, first in _tops(links, heads).items():
        if link > first:
            last[first] = max(link, last.get(first, link))
    _replace(tree, last, Relation.FLAT, lambda _at: True)


def _replace(tree: Tree, lead: dict[int, int], below: Relation, moves: Callable[[int], bool]) -> None:
    """Put `lead[word]` in the place of each word, the word below it, and beside it those children that move."""
    heads, relations = tree.heads, tree.relations
    leads = set(lead.values())
    above = [lead[head] if head in lead and head != at and moves(at) else head for at, head in enumerate(heads)]
    kinds = list(relations)
    for at, head in enumerate(above):
        if at not in leads:
            heads[at] = head
    for word, new in lead.items():
        # The word above may have been replaced too: `above` says by what.
        heads[new] = new if above[word] == word else above[word]
        relations[new] = kinds[word]
        heads[word], relations[word] = new, below


def _raise_first_conjuncts(tree: Tree) -> None:
    """CLEAR: *came* > *saw* > *won* becomes *came* > *saw*, *came* > *won*; and *and* goes to the conjunct after it."""
    heads = tree.heads
    links = {at for at, kind in enumerate(tree.relations) if kind is Relation.CONJUNCT and heads[at] != at}
    joined: dict[int, list[int]] = {}
    for link in sorted(links):
        joined.setdefault(heads[link], []).append(link)
    for at, kind in enumerate(tree.relations):
        if kind is Relation.COORDINATOR and heads[at] != at and (conjuncts := joined.get(heads[at])):
            after = bisect_left(conjuncts, at)
            heads[at] = conjuncts[after] if after < len(conjuncts) else heads[at]
    for link, top in _tops(links, heads).items():
        if top not in links:
            heads[link] = top


_ABOUT_THE_CLAUSE = (
    SUBJECTS
    | AUXILIARIES
    | {
        Relation.MARKER,
        Relation.ADVERBIAL,
        Relation.PARATAXIS,
        Relation.EXPLETIVE,
        Relation.PUNCTUATION,
        Relation.NEGATION,
        Relation.COORDINATOR,
    }
)


def _raise_be(tree: Tree) -> None:
    """*Was to open*: *was* is the verb, as a copula is, and what is to be done its complement."""
    to = {
        tree.heads[at]: at
        for at, kind in enumerate(tree.relations)
        if tree.tags[at] == "TO" and kind in _BEFORE_INFINITIVES
    }
    for at, kind in enumerate(tree.relations):
        head = tree.heads[at]
        if kind in AUXILIARIES and tree.lowers[at] in BE and at < to.get(head, at) < head:
            tree.relations[at] = Relation.COPULA


def _raise_copulas(tree: Tree) -> None:
    """UD: *ready* > *is* becomes *is* > *ready*; what belongs to the clause goes with *is*."""
    heads, relations = tree.heads, tree.relations
    lead: dict[int, int] = {}
    for at, kind in enumerate(relations):
        if kind is Relation.COPULA and heads[at] != at and relations[heads[at]] is not Relation.COPULA:
            lead.setdefault(heads[at], at)
    if not lead:
        return
    clausal = tree.having(SUBJECTS | AUXILIARIES | {Relation.COPULA})
    prepositional = {heads[at] for at, kind in enumerate(relations) if kind is Relation.CASE and tree.pos[at] == "ADP"}

    def moves(at: int) -> bool:
        head, kind = heads[at], relations[at]
        if tree.is_verb(head):
            # *The aim is to win*: what stands before the copula is of its clause, the rest of the clause that it names.
            return at < lead[head] if head in lead else False
        if kind is Relation.CONJUNCT:
            return at in clausal or tree.is_verb(at)
        if kind is Relation.OBLIQUE:
            return tree.is_nominal(head) or at < lead.get(head, at)
        not_own = tree.lowers[at] in _NEGATIONS or at < lead.get(head, at)
        return kind in _ABOUT_THE_CLAUSE or (kind is Relation.ADVERB and not_own)

    _replace(tree, lead, Relation.PREDICATE, moves)
    for word in lead:
        if tree.is_verb(word):
            relations[word] = Relation.COMPLEMENT
        elif word in prepositional:
            relations[word] = Relation.OBLIQUE
        elif tree.pos[word] == "ADV":
            relations[word] = Relation.ADVERB


def _settle(tree: Tree) -> None:
    """Name alike what the schemes name differently and leave in the same place."""
    heads, relations, tags, lowers = tree.heads, tree.relations, tree.tags, tree.lowers
    there = {
        heads[at]
        for at, kind in enumerate(relations)
        if kind is Relation.EXPLETIVE and lowers[at] == "there" and lowers[heads[at]] in BE
    }
    for at, kind in enumerate(relations):
        if kind is Relation.AUXILIARY and tags[at] == "TO":
            relations[at] = Relation.MARKER
        elif kind is Relation.ADVERB and lowers[at] in _NEGATIONS:
            relations[at] = Relation.NEGATION
        elif lowers[at] in _BEHIND_AS and heads[at] == at - 1 and lowers[at - 1] == "as":
            heads[at], relations[at] = heads[at - 1], relations[at - 1]  # *as though*: both open the clause
        elif kind is Relation.PREDICATE and heads[at] in there:
            relations[at] = Relation.SUBJECT  # *There was an explosion*
    infinitives = {heads[at] for at, kind in enumerate(relations) if kind is Relation.MARKER and tags[at] == "TO"}
    for at, kind in enumerate(relations):
        if heads[at] == at and kind is not Relation.PUNCTUATION:
            relations[at] = Relation.ROOT
        elif kind is Relation.OPEN_COMPLEMENT and at not in infinitives and not tree.is_verb(at):
            relations[at] = Relation.PREDICATE  # *became mayor*
        elif kind is Relation.COMPLEMENT and at in infinitives:
            relations[at] = Relation.OPEN_COMPLEMENT  # *want him to leave*
