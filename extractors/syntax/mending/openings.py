"""A sentence that opens with *three days after he fled,* and has no other main clause.

*Three days after Lund fled to Spain, the premier named a cabinet on Monday*: *after* is a preposition and a
conjunction, and parsers that take it for the first make *fled* the verb of the sentence, and what stands behind the
comma its object or an aside. A length of time right before *after* tells that a clause depends on it, and the clause
behind the comma is the main one. *A week after the waves struck, planes landed*: a bare past form that the comma
follows is the verb of its noun, and no participle.
"""

from collections.abc import Iterator

from extractors.lexicons.forms import forms, looks_past
from extractors.lexicons.time_words import time_units
from extractors.syntax.mending.word_classes import NOUNS, WITH_TENSE, starts_sentence
from extractors.syntax.relations import AUXILIARIES, SUBJECTS, Relation
from extractors.syntax.trees import Tree

_MOMENTS = frozenset("second moment fortnight".split())
"""Lengths of time that nothing is counted in, or that are ranks as well."""
_NEAR = frozenset("shortly soon immediately".split())
_MARKERS = frozenset("after before".split())
_ENDS = frozenset('. ? ! ; : “ ” " ( ) — –'.split())
_OPENS_NOUN = NOUNS | frozenset("DT PRP PRP$ CD JJ EX".split())
_BEHIND_NOUNS = NOUNS | frozenset("PRP RB CD EX".split())
_ASIDE = frozenset({Relation.PARATAXIS, Relation.COMPLEMENT, Relation.ADVERBIAL, Relation.CONJUNCT})
_LONGEST = 6
"""Words before *after*."""
_FARTHEST = 40
"""Words of both clauses that are looked at."""
_LONGEST_SENTENCE = 200
"""Words behind a verb that may hang on it."""


def join_openings(tree: Tree) -> None:
    """Give such a sentence its main clause; looks at few words behind each length of time."""
    for marker in [at for at, lower in enumerate(tree.lowers) if lower in _MARKERS and at]:
        if _opens(tree, marker):
            _join(tree, marker)


def _opens(tree: Tree, marker: int) -> bool:
    """Whether a sentence opens with a length of time, or with *shortly*, and this *after*."""
    unit = marker - 1
    if not _is_unit(tree, unit) and tree.lowers[unit] not in _NEAR:
        return False
    first = next((at for at in range(unit, max(-1, marker - _LONGEST), -1) if starts_sentence(tree, at)), None)
    return first is not None and not any(
        tree.tags[at] in WITH_TENSE or tree.tags[at] == "IN" for at in range(first, unit)
    )


def _is_unit(tree: Tree, at: int) -> bool:
    return tree.lemmas[at] in time_units() or tree.lemmas[at] in _MOMENTS


def _join(tree: Tree, marker: int) -> None:
    end = next((at for at in range(marker + 1, min(len(tree), marker + _FARTHEST)) if tree.lowers[at] in _ENDS), None)
    if end is None or tree.lowers[end] not in ".;":
        return
    commas = [at for at in range(marker + 2, end) if tree.lowers[at] == ","]
    if not commas:
        _free_what_follows(tree, marker, end)
        return
    comma = next((at for at in commas if _opens_clause(tree, at, end)), None)
    if comma is None:
        return
    earlier = _verb_before(tree, marker, comma)
    subject = None if earlier is None else _subject_before(tree, marker, earlier)
    if earlier is None or subject is None:
        return
    main = _main_verb(tree, comma, end, earlier)
    if main is None:
        return
    verb, its = main
    if tree.heads[earlier] != verb or tree.relations[earlier] is not Relation.ADVERBIAL:
        _raise(tree, verb, its, earlier)
    _lead(tree, marker, subject, earlier)


def _free_what_follows(tree: Tree, marker: int, end: int) -> None:
    """*Two days after it sank he fled*, where no comma parts the two and a parse takes the second for said in it."""
    unit, earlier = marker - 1, tree.heads[marker]
    alone = tree.heads[earlier] == unit and tree.heads[unit] == unit
    if not alone or tree.relations[earlier] is not Relation.ADNOMINAL:
        return
    for verb in range(earlier + 2, end):
        if tree.heads[verb] != earlier or tree.relations[verb] is not Relation.COMPLEMENT:
            continue
        below = [at for at in range(earlier + 1, verb) if tree.heads[at] == verb]
        subject = next((at for at in below if tree.relations[at] in SUBJECTS), None)
        if subject is not None and not any(tree.relations[at] is Relation.MARKER for at in below):
            tree.heads[verb], tree.relations[verb] = verb, Relation.ROOT
            tree.heads[earlier], tree.relations[earlier] = verb, Relation.ADVERBIAL
            tree.heads[unit], tree.relations[unit] = verb, Relation.OBLIQUE
            return


def _opens_clause(tree: Tree, comma: int, end: int) -> bool:
    """Whether the words behind a comma begin as a main clause does, and a verb stands before it."""
    return comma + 2 < end and tree.tags[comma + 1] in _OPENS_NOUN


def _verb_before(tree: Tree, marker: int, comma: int) -> int | None:
    """The verb of the clause behind *after*: a tense of its own, or a bare past form that the comma follows."""
    for at in range(marker + 2, comma):
        if tree.tags[at] in ("WDT", "WP", "WRB", "WP$", "TO"):
            return None
        if tree.relations[at] in AUXILIARIES | {Relation.COPULA}:
            continue
        alone = at == comma - 1 and tree.relations[at] is Relation.ADNOMINAL
        if (tree.tags[at] in ("VBD", "VBP") or (alone and tree.tags[at] == "VBN")) and _is_past(tree, at):
            return at
        if tree.tags[at] == "VBN" and any(
            tree.heads[aux] == at and tree.tags[aux] == "VBD" for aux in range(marker + 2, at)
        ):
            return at
    return None


def _is_past(tree: Tree, at: int) -> bool:
    lower = tree.lowers[at]
    return looks_past(lower) or lower in forms().unchanged_past


def _subject_before(tree: Tree, marker: int, verb: int) -> int | None:
    """The noun between *after* and the verb that no other between them is above."""
    inside = range(marker + 1, verb)
    for at in inside:
        noun = tree.is_nominal(at) and (tree.heads[at] not in inside)
        if noun and tree.relations[at] is not Relation.POSSESSOR:
            return at
    return None


def _main_verb(tree: Tree, comma: int, end: int, earlier: int) -> tuple[int, int] | None:
    """The verb behind the comma, and its subject."""
    for at in range(comma + 2, end):
        lower = tree.lowers[at]
        if tree.relations[at] in SUBJECTS and tree.heads[at] > at:
            continue
        if tree.tags[at] in ("WDT", "WP", "WRB", "VBG") or lower == ",":
            return None
        own = next((s for s in range(comma + 1, at) if tree.heads[s] == at and tree.relations[s] in SUBJECTS), None)
        if own is not None:
            above = tree.heads[at]
            free = above == at or (above == earlier and tree.relations[at] in _ASIDE)
            return (at, own) if free else None
        if _is_lost(tree, at, comma, end, earlier):
            subject = next(_nouns_between(tree, comma + 1, at), None)
            return None if subject is None else (at, subject)
    return None


def _is_lost(tree: Tree, at: int, comma: int, end: int, earlier: int) -> bool:
    """Whether a parse takes a past form behind the noun behind the comma for a participle or a noun."""
    if tree.tags[at - 1] not in _BEHIND_NOUNS or not _is_past(tree, at) or tree.relations[at] in AUXILIARIES:
        return False
    taken = tree.relations[at] in (Relation.ADNOMINAL, Relation.PARATAXIS, Relation.OBJECT, Relation.APPOSITION)
    if not taken or any(tree.tags[word] in WITH_TENSE for word in range(at + 1, end)):
        return False
    top = at
    while tree.heads[top] > comma and tree.heads[top] != top:
        top = tree.heads[top]
    return tree.heads[top] == earlier or tree.heads[top] == top


def _nouns_between(tree: Tree, start: int, end: int) -> Iterator[int]:
    for at in range(start, end):
        inside = start <= tree.heads[at] < end
        if tree.is_nominal(at) and not inside:
            yield at


def _raise(tree: Tree, verb: int, subject: int, earlier: int) -> None:
    """Put the main verb where the earlier one stands, and what stands behind it below it."""
    above, relation = tree.heads[earlier], tree.relations[earlier]
    top = above == earlier or earlier in _path(tree, verb)
    taken = tree.heads[verb] == subject or tree.relations[verb] is not Relation.ROOT
    for at in range(verb + 1, min(len(tree), verb + _LONGEST_SENTENCE)):
        if at in (subject, earlier):
            continue
        head = tree.heads[at]
        if head in (earlier, subject) and taken:
            tree.heads[at] = verb
            if tree.relations[at] is Relation.NOUN_MODIFIER:
                tree.relations[at] = Relation.OBLIQUE
    if top:
        tree.heads[verb] = verb if above == earlier else above
        tree.relations[verb] = Relation.ROOT if above == earlier else relation
    if tree.relations[subject] not in SUBJECTS or tree.heads[subject] != verb:
        tree.heads[subject], tree.relations[subject] = verb, Relation.SUBJECT
        tree.tags[verb], tree.pos[verb] = "VBD", "VERB"
    tree.heads[earlier], tree.relations[earlier] = verb, Relation.ADVERBIAL


def _path(tree: Tree, at: int) -> list[int]:
    path = [at]
    while tree.heads[at] != at and len(path) < _FARTHEST:
        at = tree.heads[at]
        path.append(at)
    return path


def _lead(tree: Tree, marker: int, subject: int, verb: int) -> None:
    """Hang *after*, the time before it and the subject on the verb behind it."""
    if tree.tags[verb] == "VBN" and not any(
        tree.heads[at] == verb and tree.relations[at] in AUXILIARIES for at in range(marker, verb)
    ):
        tree.tags[verb] = "VBD"
    tree.heads[marker], tree.relations[marker] = verb, Relation.MARKER
    if tree.relations[subject] not in SUBJECTS:
        tree.heads[subject], tree.relations[subject] = verb, Relation.SUBJECT
    unit = marker - 1
    tree.heads[unit] = tree.heads[verb]
    tree.relations[unit] = Relation.OBLIQUE if _is_unit(tree, unit) else Relation.ADVERB
