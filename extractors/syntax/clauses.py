"""Clauses: who does what to whom, under which marker, and what the clause is to the one above it.

`read_syntax(doc)` reads them all at once, in time that grows with the text alone; `extractors.syntax.phrases` answers
questions about single words on it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec
from msgspec.structs import replace
from spacy.tokens import Doc

from extractors.lexicons import verbs
from extractors.once import once_per_parse
from extractors.syntax.relations import AUXILIARIES, NOUN_CLAUSES, SUBJECTS, Relation
from extractors.syntax.schemes import read_tree
from extractors.syntax.trees import Tree

_INSIDE_A_CLAUSE = AUXILIARIES | {
    Relation.COPULA,
    Relation.MARKER,
    Relation.CASE,
    Relation.NEGATION,
    Relation.PARTICLE,
    Relation.PUNCTUATION,
}
_INSIDE_A_PHRASE = {Relation.COMPOUND, Relation.FLAT, Relation.NUMBER, Relation.MODIFIER}
_REDUCED = NOUN_CLAUSES | {Relation.ADVERBIAL}
_LIGHT = frozenset({Relation.PUNCTUATION, Relation.COORDINATOR})
_INVERTED = frozenset("had were should".split())
_SCENES = frozenset("when while after before as because until".split())
_RELATIVE_PRONOUNS = frozenset("who which that whom".split())


class Clause(msgspec.Struct, frozen=True):
    """One clause, finite or not, by the indices of its words in the doc."""

    verb: int
    """The lexical verb; in a copular clause the form of *be*. Clauses are known by it."""
    relation: Relation
    """What it is to its parent: root, complement, open complement, adverbial, relative, adnominal, conjunct, …"""
    parent: int | None = None
    """The verb of the clause above."""
    attached: int | None = None
    """The word of it that the clause hangs on: a verb, an adjective (*due to open*) or a noun (*a plan to leave*)."""
    subject: int | None = None
    understood_subject: int | None = None
    """The subject, its own or the one that grammar shares with it: *he* of *leave* in *he refused to go and leave*."""
    passive: bool = False
    predicate: int | None = None
    """What a copular verb says of its subject."""
    auxiliaries: tuple[int, ...] = ()
    negation: int | None = None
    objects: tuple[int, ...] = ()
    recipient: int | None = None
    agent: int | None = None
    """Head of the by-phrase of a passive."""
    particle: int | None = None
    markers: tuple[int, ...] = ()
    """*that*, *if*, *while*, *to*, *when*, and the preposition before a gerund."""


@dataclass(frozen=True, slots=True)
class Syntax:
    """The grammar of a doc."""

    tree: Tree
    clauses: dict[int, Clause]
    """By verb, in the order of the text."""
    owners: list[int]
    """For each word the verb of the clause that it stands in, itself for a verb; -1 outside of clauses."""

    runs: dict[int, list[tuple[int, int]]]
    """By verb, the token ranges of its clause without those below it; punctuation is left out at their edges."""
    below: dict[int, list[int]]
    """By verb, those of the clauses that hang on its clause."""

    def clause_of(self, at: int) -> Clause | None:
        """The innermost clause that a word stands in."""
        return self.clauses.get(self.owners[at])


@once_per_parse
def read_syntax(doc: Doc) -> Syntax:
    """The clauses of a parsed doc, read once and shared; one that has no parse gives a clause for each verb."""
    tree = read_tree(doc)
    owners = _owners(tree)
    heads = [at for at in tree.order if owners[at] == at]
    clauses = {at: _clause(tree, owners, at) for at in heads}
    _join_speech(tree, clauses)
    _share_subjects(tree, clauses)
    below: dict[int, list[int]] = {}
    for verb in sorted(clauses):
        parent = clauses[verb].parent
        if parent is not None:
            below.setdefault(parent, []).append(verb)
    return Syntax(tree, dict(sorted(clauses.items())), owners, _runs(tree, owners), below)


def is_inverted(tree: Tree, clause: Clause) -> bool:
    """*Had it happened at noon*, *were he to leave*, *should they win*: a condition by its order of words alone.

    What stands before the verb makes it another: *there were two*, *on the table were two*.
    """
    first = min([*clause.auxiliaries, clause.verb])
    subject = clause.subject
    if subject is None and clause.relation is Relation.ADVERBIAL and tree.lowers[clause.verb] == "had":
        subject = next(iter(clause.objects), None)  # *would have left had the state not stepped in*
    if subject is None or clause.markers or first > subject or tree.lowers[first] not in _INVERTED:
        return False
    if any(tree.relations[at] in SUBJECTS for at in tree.children[first]):
        return False  # *the town had roads closed*, of which parsers take *had* for an auxiliary
    before = (at for at in tree.children[clause.verb] if at < first)
    return all(tree.relations[at] in _LIGHT or tree.lowers[at] == "even" for at in before)


def is_reporting(tree: Tree, verb: int) -> bool:
    """Whether a verb can report what somebody says."""
    return tree.lemma_in(verb, verbs.reporting()) is not None


def _owners(tree: Tree) -> list[int]:
    owners = [-1] * len(tree)
    subjects = tree.having(SUBJECTS)
    for at in tree.order:
        head, kind = tree.heads[at], tree.relations[at]
        above = owners[head] if head != at else -1
        heads_clause = (tree.is_verb(at) and kind not in _INSIDE_A_PHRASE) or at in subjects
        if kind is Relation.CONJUNCT and at not in subjects and above != head:
            heads_clause = heads_clause and tree.tags[at] not in ("VBN", "VBG")  # *the dead and wounded*
        owners[at] = at if heads_clause and kind not in _INSIDE_A_CLAUSE else above
    return owners


def _runs(tree: Tree, owners: list[int]) -> dict[int, list[tuple[int, int]]]:
    """Whatever a parse hangs punctuation on, it belongs to a run that goes on behind it."""
    runs: dict[int, list[tuple[int, int]]] = {}
    current = -1
    for at, owner in enumerate(owners):
        if tree.relations[at] is Relation.PUNCTUATION:
            continue
        if owner == current and owner in runs:
            start, _ = runs[owner].pop()
            runs[owner].append((start, at + 1))
        else:
            runs.setdefault(owner, []).append((at, at + 1))
        current = owner
    return runs


def _clause(tree: Tree, owners: list[int], verb: int) -> Clause:
    children: dict[Relation, list[int]] = {}
    for child in tree.children[verb]:
        kind = tree.relations[child]
        wh_adverb = kind is Relation.ADVERB and tree.tags[child] == "WRB"
        children.setdefault(Relation.MARKER if wh_adverb else kind, []).append(child)

    def first(*kinds: Relation) -> int | None:
        return next((children[kind][0] for kind in kinds if kind in children), None)

    attached = tree.heads[verb] if tree.heads[verb] != verb else None
    parent = owners[attached] if attached is not None and owners[attached] >= 0 else None
    auxiliaries = sorted([*children.get(Relation.AUXILIARY, ()), *children.get(Relation.PASSIVE_AUXILIARY, ())])
    reduced = tree.tags[verb] == "VBN" and not auxiliaries and tree.relations[verb] in _REDUCED
    reduced = reduced and Relation.SUBJECT not in children  # *as workers called*: a tagger's participle
    clause = Clause(
        verb,
        Relation.COMPLEMENT if _is_whole(tree, children, auxiliaries, verb) else tree.relations[verb],
        parent,
        attached,
        subject=first(Relation.SUBJECT, Relation.PASSIVE_SUBJECT, Relation.CLAUSAL_SUBJECT, Relation.EXPLETIVE),
        passive=reduced or Relation.PASSIVE_AUXILIARY in children or Relation.PASSIVE_SUBJECT in children,
        predicate=first(Relation.PREDICATE),
        auxiliaries=tuple(auxiliaries),
        negation=first(Relation.NEGATION),
        objects=tuple(children.get(Relation.OBJECT, ())),
        recipient=first(Relation.RECIPIENT),
        agent=first(Relation.AGENT),
        particle=first(Relation.PARTICLE),
        markers=tuple(children.get(Relation.MARKER, ())),
    )
    return _with_inverted_speaker(tree, clause) if clause.subject is None and clause.objects else clause


def _is_whole(tree: Tree, children: Mapping[Relation, list[int]], auxiliaries: Sequence[int], verb: int) -> bool:
    """*Reported she is to leave*, which parsers take for one without subject and tense, as in *asked her to leave*."""
    subject = Relation.SUBJECT in children or Relation.PASSIVE_SUBJECT in children
    tensed = any(tree.tags[at] in ("VBZ", "VBP", "VBD", "MD") for at in auxiliaries)
    return tree.relations[verb] is Relation.OPEN_COMPLEMENT and subject and tensed


def _with_inverted_speaker(tree: Tree, clause: Clause) -> Clause:
    """*“…,” said the mayor*: parsers often take the speaker for an object."""
    content_before = any(
        child < clause.verb and tree.relations[child] in (Relation.COMPLEMENT, Relation.PARATAXIS)
        for child in tree.children[clause.verb]
    )
    interpolated = clause.relation is Relation.PARATAXIS
    speaker = clause.objects[0]
    finite = tree.tags[clause.verb] in ("VBD", "VBZ", "VBP") and not clause.passive
    if (content_before or interpolated) and finite and speaker > clause.verb and is_reporting(tree, clause.verb):
        return replace(clause, subject=speaker, objects=clause.objects[1:])
    return clause


def _join_speech(tree: Tree, clauses: dict[int, Clause]) -> None:
    """Put what is said below the verb of saying, where a parse only sets them side by side: *“…,” he said, “…”*."""
    with_content = {
        clause.parent
        for clause in clauses.values()
        if clause.relation is Relation.COMPLEMENT and not sets_a_scene(tree, clause)
    }
    contents: set[int] = set()
    for clause in list(clauses.values()):
        if clause.relation is not Relation.PARATAXIS or clause.parent is None:
            continue
        above = clauses[clause.parent]
        if _has_own_content(tree, clause.verb):
            continue
        if is_reporting(tree, clause.verb) and clause.verb not in with_content and above.verb not in contents:
            contents.add(above.verb)
            kind, parent, attached = above.relation, above.parent, above.attached
            clauses[clause.verb] = replace(clause, relation=kind, parent=parent, attached=attached)
            below = replace(above, relation=Relation.COMPLEMENT, parent=clause.verb, attached=clause.verb)
            clauses[above.verb] = below
        elif above.objects and ";" in tree.lowers[above.verb : clause.verb]:
            continue  # *The line maintains a list; it has been fined.*
        elif is_reporting(tree, above.verb) and above.verb not in with_content:
            clauses[clause.verb] = replace(clause, relation=Relation.COMPLEMENT)
            with_content.add(above.verb)


def sets_a_scene(tree: Tree, clause: Clause) -> bool:
    """*…, they said, when the talks began*: parsers take it for what is said."""
    before = min([*clause.markers, clause.verb]) - 1
    when = any(tree.lowers[at] in _SCENES for at in clause.markers)
    return when and before >= 0 and tree.lowers[before] == ","


def _has_own_content(tree: Tree, verb: int) -> bool:
    """*…, weeks after the union had asked for it*: what it says stands behind its preposition."""
    lemma = tree.lemma_in(verb, verbs.reporting())
    before = verbs.prepositions(lemma) if lemma is not None else frozenset()
    after = (child for child in tree.children[verb] if child > verb) if before else ()
    return any(
        tree.relations[at] is Relation.CASE and tree.lowers[at] in before for on in after for at in tree.children[on]
    )


def _share_subjects(tree: Tree, clauses: dict[int, Clause]) -> None:
    """Give each clause its understood subject; those of the clauses above come first."""
    latest: dict[int, int | None] = {}  # by first conjunct, the subject of the last one so far
    for verb, clause in clauses.items():
        if clause.relation is Relation.CONJUNCT and clause.parent is not None:
            above = clauses[clause.parent].understood_subject
            subject = latest.get(clause.parent, above) if clause.subject is None else clause.subject
            latest[clause.parent] = subject
        else:
            subject = _understood_subject(tree, clauses, clause)
        clauses[verb] = replace(clause, understood_subject=subject)


def _understood_subject(tree: Tree, clauses: dict[int, Clause], clause: Clause) -> int | None:
    """The subject of a clause, where it has none of its own the one it shares; its parent's must be known."""
    noun = clause.attached if clause.relation in NOUN_CLAUSES else None
    if clause.subject is not None:
        is_pronoun = tree.lowers[clause.subject] in _RELATIVE_PRONOUNS
        return noun if is_pronoun and noun is not None else clause.subject
    if noun is not None and tree.is_nominal(noun) and _modifies_its_subject(tree, clause):
        return noun
    parent = clauses.get(clause.parent) if clause.parent is not None else None
    if parent is None:
        return None
    addressed = [*parent.objects, *([] if parent.recipient is None else [parent.recipient])]
    own = parent.passive or tree.lemma_in(parent.verb, verbs.controlled_by_subject()) is not None
    if clause.relation is Relation.OPEN_COMPLEMENT and addressed and not own:
        return addressed[0]
    if clause.relation in (Relation.OPEN_COMPLEMENT, Relation.ADVERBIAL, Relation.ADNOMINAL):
        # *The decision to leave was his*: the noun itself takes no decision.
        return parent.understood_subject if parent.understood_subject != noun else None
    return None


def _modifies_its_subject(tree: Tree, clause: Clause) -> bool:
    """Whether the noun above a clause is its subject: *people killed*, *a man carrying*; not *a plan to leave*."""
    return clause.relation is Relation.ADNOMINAL and tree.tags[clause.verb] in ("VBN", "VBG") and not clause.markers


def chain(syntax: Syntax, clause: Clause) -> Iterator[Clause]:
    """The clauses above a clause, nearest first."""
    seen = {clause.verb}
    while clause.parent is not None and clause.parent not in seen:
        seen.add(clause.parent)
        clause = syntax.clauses[clause.parent]
        yield clause
