"""Who says so between commas as if part of what is said, and what is said on another word than its verb of saying.

*The ferry was late, divers have said, and should not have left*: nobody says that divers should not have left. *Said in
a letter to the court that the ferry was late*: *that* with a subject of its own opens no relative clause. *Said the
ferry was late and suggested it sank*: who suggests is who says. *Suggested the ferry left*, *said the ferry, built in
1950, left*: what has a tense has a subject, and it is not the ferry that is said. *Said selling ferries would not save
it*: it is the selling that would not. *The ferry sailed, Lind said, to fetch them*: it is the ferry that fetches them.
*Divers report ferries sank*: what nothing joins to who says so is said.
"""

from collections.abc import Iterator

from extractors.lexicons import verbs
from extractors.syntax.mending.word_classes import FINITE, NOUNS
from extractors.syntax.relations import AUXILIARIES, NOUN_CLAUSES, SUBJECTS, Relation
from extractors.syntax.trees import Tree

_LONGEST = 9
"""Words of who says so between two commas."""
_STEPS = 3
"""From a noun up to the verb that it goes with."""
_BESIDE = frozenset({Relation.PARATAXIS, Relation.OPEN_COMPLEMENT, Relation.COMPLEMENT})
_MOVED = frozenset({Relation.OBLIQUE, Relation.CONJUNCT})
_UP = frozenset({Relation.NOUN_MODIFIER, Relation.CONJUNCT, Relation.COMPOUND, Relation.FLAT})
_SAID = frozenset({Relation.COMPLEMENT})
_JOINED = frozenset({Relation.CONJUNCT})
_CONTENTS = frozenset({Relation.COMPLEMENT, Relation.OPEN_COMPLEMENT, Relation.PARATAXIS, Relation.ADVERBIAL})
_THINGS = frozenset({Relation.OBJECT, Relation.COMPLEMENT})
_WITH_CLAUSE = SUBJECTS | {Relation.EXPLETIVE, Relation.MARKER, Relation.COORDINATOR}
"""What a clause has that lacks no subject, or shares another's."""
_TIMES = frozenset("ago now recently today yesterday".split())
_PARTING = frozenset(", ; : — – - and but or then . ...".split()) | frozenset('"“”()')
_QUOTES = frozenset("\"“”'‘’")


def return_contents(tree: Tree) -> None:
    """Hang what is said on what says it; looks at each word a few times."""
    reporting = [at for at in range(len(tree)) if tree.is_verb(at) and tree.lemma_in(at, verbs.reporting())]
    if not reporting:
        return
    below = _below(tree)
    for verb in reporting:
        _give_subject(tree, verb, below)
        _give_clausal_subject(tree, verb, below)
        _leave_what_is_so(tree, verb, below)
        _stand_beside(tree, verb, below)
        _take_up(tree, verb, below)
        _resume(tree, verb, below)
        _leave_the_rest(tree, verb, below)
        _go_on(tree, verb, below)
        _follow(tree, verb, below)
    for at in tree.having({Relation.MARKER}):
        _take_content(tree, at, below)


def _follow(tree: Tree, verb: int, below: dict[int, list[int]]) -> None:
    """*Divers report ferries sank*: what no word and no mark joins to a verb of saying is what is said."""
    if any(_having(tree, verb, _SAID | {Relation.OBJECT}, below)):
        return
    for at in _having(tree, verb, _JOINED, below):
        own = next(_having(tree, at, SUBJECTS, below), None)
        joined = any(_having(tree, at, frozenset({Relation.COORDINATOR}), below))
        between = tree.lowers[verb + 1 : at]
        if own is not None and verb < own < at and not joined and not _PARTING.intersection(between):
            tree.relations[at] = Relation.COMPLEMENT
            return


def _resume(tree: Tree, verb: int, below: dict[int, list[int]]) -> None:
    """*“Years ago,” he said, “I left”*: what is quoted before a cue goes with what is quoted behind it."""
    behind = (at for at in _having(tree, verb, _SAID, below) if at > verb)
    said = next((at for at in behind if _QUOTES.intersection(tree.lowers[verb + 1 : min(at, verb + _LONGEST)])), None)
    if said is None:
        return
    for at in [one for one in below[verb] if one < verb]:
        timed = tree.relations[at] is Relation.OBLIQUE or tree.lowers[at] in _TIMES
        if timed and tree.lowers[at + 1] == "," and tree.lowers[at + 2] in _QUOTES:
            _hang(tree, at, said, tree.relations[at], below)


def _go_on(tree: Tree, verb: int, below: dict[int, list[int]]) -> None:
    """*His letters, which it said were late*: a finite verb right behind who says so of a relative is what is said."""
    at = verb + 1
    if tree.relations[verb] is not Relation.RELATIVE or at >= len(tree) or tree.tags[at] not in (*FINITE, "MD"):
        return
    said = tree.heads[at] if tree.relations[at] in AUXILIARIES else at
    if tree.heads[said] < verb < said and next(_having(tree, said, SUBJECTS, below), None) is None:
        _hang(tree, said, verb, Relation.COMPLEMENT, below)


def _leave_the_rest(tree: Tree, verb: int, below: dict[int, list[int]]) -> None:
    """*The ferry sailed, Lind said, to fetch them*: what goes on behind who says so is of what is said before it."""
    first = verb + 2
    said = [at for at in _having(tree, verb, _SAID, below) if at < verb and tree.is_verb(at)]
    if len(said) != 1 or first >= len(tree) or tree.lowers[first - 1] != "," or tree.tags[first] not in ("IN", "TO"):
        return
    rest = next((at for at in below[verb] if at > verb and first in (at, *below.get(at, ()))), None)
    if rest is None or rest == first:
        return
    relation = tree.relations[rest]
    _hang(tree, rest, said[0], relation if relation is Relation.OBLIQUE else Relation.ADVERBIAL, below)


def _below(tree: Tree) -> dict[int, list[int]]:
    below: dict[int, list[int]] = {}
    for at, head in enumerate(tree.heads):
        if head != at:
            below.setdefault(head, []).append(at)
    return below


def _hang(tree: Tree, at: int, head: int, relation: Relation, below: dict[int, list[int]]) -> None:
    if not tree.can_hang(at, head):
        return
    if tree.heads[at] != at:
        below[tree.heads[at]].remove(at)
    below.setdefault(head, []).append(at)
    tree.heads[at], tree.relations[at] = head, relation


def _having(tree: Tree, at: int, relations: frozenset[Relation], below: dict[int, list[int]]) -> Iterator[int]:
    return (one for one in below.get(at, ()) if tree.relations[one] in relations)


def _give_subject(tree: Tree, verb: int, below: dict[int, list[int]]) -> None:
    """*Suggested the ferry left*; *said the ferry, built in 1950, was late*: what is said, not whom or what it says."""
    things = [at for at in _having(tree, verb, _THINGS, below) if at > verb and tree.tags[at] in NOUNS]
    if len(things) != 1 or tree.lemma_in(verb, verbs.addressing()) is not None:
        return
    content = next((at for at in _lacking_subject(tree, verb, below) if at > things[0]), None)
    if content is None or not tree.can_hang(things[0], content):
        return
    if any(tree.is_verb(at) and tree.lemma_in(at, verbs.reporting()) for at in range(things[0], content)):
        return  # *threatened the network after it aired songs, which she said was late*
    if tree.heads[verb] == content:  # *reported the owner, whom it did not name, said*
        _hang_above(tree, verb, content, below)
    elif tree.heads[content] != verb:
        _take_along(tree, content, below)
        _hang(tree, content, verb, Relation.COMPLEMENT, below)
    passive = any(_having(tree, content, frozenset({Relation.PASSIVE_AUXILIARY}), below))
    _hang(tree, things[0], content, Relation.PASSIVE_SUBJECT if passive else Relation.SUBJECT, below)
    tree.relations[content] = Relation.COMPLEMENT


def _take_along(tree: Tree, content: int, below: dict[int, list[int]]) -> None:
    """*And broke the law* of *filed it claiming the order is void and broke the law*."""
    if tree.relations[content] is not Relation.CONJUNCT:
        return
    for at in list(_having(tree, tree.heads[content], _JOINED, below)):
        joining = next(_having(tree, at, frozenset({Relation.COORDINATOR}), below), None)
        beside = at > content and joining is not None and tree.lowers[joining - 1] != ","
        if beside and not any(_having(tree, at, SUBJECTS, below)):
            _hang(tree, at, content, Relation.CONJUNCT, below)


def _give_clausal_subject(tree: Tree, verb: int, below: dict[int, list[int]]) -> None:
    """*Said selling ferries would not save it*: what is sold is no subject of what *would* be."""
    doing = verb + 1 + (tree.lowers[verb + 1 : verb + 2] == ["that"])
    if doing >= len(tree) or tree.tags[doing] != "VBG" or tree.heads[doing] != verb:
        return
    if tree.relations[doing] not in _CONTENTS or any(_having(tree, doing, SUBJECTS | {Relation.OBJECT}, below)):
        return
    said = next((at for at in (*below.get(doing, ()), *below[verb]) if at > doing and _is_modal(tree, at, below)), None)
    if said is None or tree.relations[said] is not Relation.COMPLEMENT:
        return
    things = [at for at in _having(tree, said, SUBJECTS, below) if doing < at < said]
    if len(things) != 1 or "," in tree.lowers[doing:said] or not tree.can_hang(things[0], doing):
        return
    _hang(tree, said, verb, Relation.COMPLEMENT, below)
    _hang(tree, doing, said, Relation.CLAUSAL_SUBJECT, below)
    _hang(tree, things[0], doing, Relation.OBJECT, below)


def _leave_what_is_so(tree: Tree, verb: int, below: dict[int, list[int]]) -> None:
    """*Insists that he go, but he has not gone*: it is not insisted that he has not."""
    for wanted in list(_having(tree, verb, _SAID, below)):
        if tree.tags[wanted] not in ("VB", "VBP") or any(_having(tree, wanted, AUXILIARIES, below)):
            continue
        subject = next(_having(tree, wanted, SUBJECTS, below), wanted)
        if tree.tags[subject] not in ("NN", "NNP") or any(_having(tree, subject, _JOINED, below)):
            continue
        for at in list(_having(tree, wanted, _JOINED, below)):
            own = any(_having(tree, at, SUBJECTS, below))
            tags = {tree.tags[one] for one in (at, *_having(tree, at, AUXILIARIES, below))}
            if own and tags & {"VBZ", "VBD"}:
                _hang(tree, at, verb, Relation.CONJUNCT, below)


def _is_modal(tree: Tree, at: int, below: dict[int, list[int]]) -> bool:
    return any(tree.tags[one] == "MD" for one in _having(tree, at, AUXILIARIES, below))


def _lacking_subject(tree: Tree, verb: int, below: dict[int, list[int]]) -> Iterator[int]:
    """The clauses near a verb of saying that have a tense and no subject, those below it first."""
    above = tree.heads[verb]
    for at in list(_having(tree, verb, _CONTENTS, below)):
        if _has_tense_alone(tree, at, below):
            yield at
    if tree.relations[verb] is Relation.ADNOMINAL and tree.tags[verb] == "VBG":
        # *Filed a motion claiming the order is void*, where *is* is joined to *filed*, and no word joins it
        for at in list(_having(tree, tree.heads[above], _JOINED, below)):
            present = tree.tags[at] in ("VBZ", "VBP") and tree.lowers[at - 1] != ","
            if at > verb and present and _has_tense_alone(tree, at, below):
                yield at
    if above == verb or tree.relations[verb] is not Relation.COMPLEMENT:
        return
    for at in (*_having(tree, above, _SAID, below), above):
        if at > verb and tree.lowers[at - 1] == "," and _has_tense_alone(tree, at, below):
            yield at


def _has_tense_alone(tree: Tree, at: int, below: dict[int, list[int]]) -> bool:
    helping = [one for one in _having(tree, at, AUXILIARIES | {Relation.COPULA}, below) if one < at]
    tensed = tree.tags[at] in FINITE or any(tree.tags[one] in (*FINITE, "MD") for one in helping)
    return tensed and not any(_having(tree, at, _WITH_CLAUSE, below))


def _hang_above(tree: Tree, verb: int, content: int, below: dict[int, list[int]]) -> None:
    """Turn *said* with *reported* below it into *reported* with *said* below it."""
    above, relation = tree.heads[content], tree.relations[content]
    below[content].remove(verb)
    if above == content:
        tree.heads[verb] = verb
    else:
        tree.heads[verb] = above
        below[above].append(verb)
        below[above].remove(content)
    tree.relations[verb] = relation
    tree.heads[content], tree.relations[content] = verb, Relation.COMPLEMENT
    below.setdefault(verb, []).append(content)


def _stand_beside(tree: Tree, verb: int, below: dict[int, list[int]]) -> None:
    """*The ferry was late, divers have said, and should not have left*."""
    above, last = tree.heads[verb], len(tree) - 1
    if tree.relations[verb] not in _BESIDE or above >= verb or tree.lowers[min(verb + 1, last)] != ",":
        return
    subject = next(_having(tree, verb, SUBJECTS, below), None)
    comma = next((at for at in range(verb - 1, max(above, verb - _LONGEST), -1) if tree.lowers[at] == ","), None)
    if subject is None or comma is None or not comma < subject < verb:
        return
    if tree.lowers[comma - 1] in _QUOTES or tree.lowers[comma + 1] in _QUOTES:
        return
    others = [at for at in range(comma + 1, verb) if tree.is_verb(at) and tree.relations[at] not in AUXILIARIES]
    if others:
        return
    tree.relations[verb] = Relation.PARATAXIS
    for at in list(_having(tree, verb, _MOVED, below)):
        if at > verb:
            _hang(tree, at, above, tree.relations[at], below)


def _take_up(tree: Tree, verb: int, below: dict[int, list[int]]) -> None:
    """*Said the ferry was late and suggested it sank*."""
    first = tree.heads[verb]
    above = tree.heads[first]
    joined = tree.relations[verb] is Relation.CONJUNCT and tree.relations[first] is Relation.COMPLEMENT
    if not joined or tree.tags[verb] not in FINITE or any(_having(tree, verb, SUBJECTS, below)):
        return
    reports = tree.lemma_in(above, verbs.reporting()) is not None and tree.lemma_in(first, verbs.reporting()) is None
    contents = any(_having(tree, verb, frozenset({Relation.COMPLEMENT}), below))
    if reports and contents and above < first:
        _hang(tree, verb, above, Relation.CONJUNCT, below)


def _take_content(tree: Tree, verb: int, below: dict[int, list[int]]) -> None:
    """*Said in a letter to the court that the ferry was late*."""
    if tree.relations[verb] not in NOUN_CLAUSES or not any(_having(tree, verb, SUBJECTS, below)):
        return
    markers = _having(tree, verb, frozenset({Relation.MARKER}), below)
    if not any(tree.lowers[at] == "that" and tree.tags[at] == "IN" for at in markers):
        return
    noun = tree.heads[verb]
    for _ in range(_STEPS):
        above = tree.heads[noun]
        sent = tree.relations[noun] is Relation.OBLIQUE and tree.tags[above] == "VBN"
        sent = sent and tree.relations[above] is Relation.ADNOMINAL  # *in a letter sent to the court that*
        if (tree.relations[noun] not in _UP and not sent) or above >= noun:
            break
        noun = tree.heads[above] if sent else above
    above = tree.heads[noun]
    if tree.relations[noun] is not Relation.OBLIQUE or above >= noun or tree.lemma_in(above, verbs.reporting()) is None:
        return
    if not any(_having(tree, above, frozenset({Relation.COMPLEMENT, Relation.OBJECT}), below)):
        _hang(tree, verb, above, Relation.COMPLEMENT, below)
