"""A later verb of a sentence in its base form, without a subject, joined by nothing or to another than its like.

*Was raised in May and sank again*: *sank* is the past and nothing else, whatever a tagger makes of it. *The rallies
began in March, then in May went quiet*: what stands behind *then* has the subject of what stands before it. *Lind won
a seat in the council and Otto Rask left it*: whoever stands between *and* and a verb with a tense is its subject.
*She plans to fly to Oslo on Friday, meet the king on Saturday and go home on Monday*: *meet* has no tense of its own,
so that it is joined to *fly* and not to *plans*. *Was repaired for the ferries but also because the council had
promised it*: *but* joins what it opens to what stands before it.
"""

from extractors.lexicons.forms import forms
from extractors.syntax.mending.word_classes import FINITE, WITH_TENSE
from extractors.syntax.relations import AUXILIARIES, SUBJECTS, Relation
from extractors.syntax.trees import Tree

_PARTICIPLES = frozenset(("VBN", "VBG"))
_LATER = frozenset({Relation.ADVERBIAL, Relation.CONJUNCT})
_SUBJECTS = SUBJECTS | {Relation.EXPLETIVE}
_WITHIN = frozenset({Relation.CONJUNCT, Relation.FLAT, Relation.COMPOUND, Relation.NOUN_MODIFIER})
_HIGHEST = 6
"""Steps up from the word before a verb."""
_MARKS = frozenset((",", ";", "—", "–"))

_JOINS = frozenset("and but or".split())
_OPENS_ASIDE = frozenset((",", "as", "not"))
_JOINED = frozenset({Relation.CONJUNCT, Relation.PARATAXIS})
_ASIDE = frozenset({Relation.PARATAXIS, Relation.ADVERBIAL, Relation.OPEN_COMPLEMENT})


def join_clauses(tree: Tree) -> None:
    """Join a clause with an *and* or *but* of its own that a parse joins to nothing; looks at each *and* once."""
    joined = tree.having({Relation.CONJUNCT})
    for at, kind in enumerate(tree.relations):
        clause = tree.heads[at]
        if kind is not Relation.COORDINATOR or tree.lowers[at] not in _JOINS or not at < clause:
            continue
        above = tree.heads[clause]
        loose = tree.relations[clause] is Relation.ADVERBIAL and above < at and tree.is_verb(above)
        aside = tree.lowers[at + 1] in _OPENS_ASIDE or tree.tags[at + 1] == "WDT"  # *and, as it turned out, his seat*
        if loose and not aside and above not in joined and tree.is_verb(clause):
            tree.relations[clause] = Relation.CONJUNCT


def join_infinitives(tree: Tree) -> None:
    """Join a bare verb to the infinitive before it, in time that grows with the text alone."""
    found = [at for at, relation in enumerate(tree.relations) if relation in _JOINED and tree.tags[at] == "VB"]
    if not found:
        return
    whole = tree.having(SUBJECTS | AUXILIARIES)
    to = {tree.heads[at] for at, lower in enumerate(tree.lowers) if lower == "to" and tree.heads[at] > at}
    infinitives: dict[int, list[int]] = {}
    for at in sorted(to):
        if tree.tags[at] == "VB" and tree.heads[at] < at:
            infinitives.setdefault(tree.heads[at], []).append(at)
    for at in found:
        head = tree.heads[at]
        if at in whole or head > at:
            continue
        if tree.tags[head] == "VB":
            tree.relations[at] = Relation.CONJUNCT  # *will arrive on Friday, stay and leave on Sunday*
            continue
        before = [one for one in infinitives.get(head, ()) if one < at]
        if before and tree.can_hang(at, before[-1]):
            tree.heads[at], tree.relations[at] = before[-1], Relation.CONJUNCT


def settle_later_verbs(tree: Tree) -> None:
    """Give later verbs their tense, their subject and their *and*; looks at few words for each."""
    bare = [at for at, tag in enumerate(tree.tags) if tag == "VB" and _is_past(tree, at)]
    if bare:
        helped = {tree.heads[at] for at, kind in enumerate(tree.relations) if _bends(tree, at, kind)}
        for at in bare:
            if at not in helped and tree.heads[at] not in helped:
                tree.tags[at] = "VBD"
    _return_joined(tree)
    thens = [at for at, lower in enumerate(tree.lowers) if lower == "then" and at and tree.lowers[at - 1] in _MARKS]
    if thens:
        clausal, whole = tree.having(_SUBJECTS), tree.having(_SUBJECTS | AUXILIARIES | {Relation.MARKER})
        for then in thens:
            verb = tree.heads[then]
            if verb not in whole and tree.heads[verb] in clausal and _goes_on(tree, then, verb):
                _go_on(tree, then, verb)


def _return_joined(tree: Tree) -> None:
    """Give a verb with a tense the noun right before it that a parse has joined to another noun, and its *and*."""
    verbs = [at for at, kind in enumerate(tree.relations) if kind in _LATER and tree.heads[at] < at]
    if not verbs:
        return
    subjects = {tree.heads[at]: at for at, kind in enumerate(tree.relations) if kind in _SUBJECTS}
    joining = {tree.heads[at]: at for at in range(len(tree) - 1, -1, -1) if tree.relations[at] is Relation.COORDINATOR}
    led = tree.having({Relation.MARKER})
    for at in verbs:
        first = _first_of_verb(tree, at)
        subject = subjects.get(at)
        if tree.tags[first] not in WITH_TENSE or at in led:
            continue
        if subject is None and _is_a_number_more(tree, first - 1, at):
            tree.relations[first - 1] = _kind_of_subject(tree, first, at)
            continue
        if at in joining:
            continue
        if subject is None:
            noun, coordinator = _joined_noun(tree, first, joining) or (at, at)
            if noun != at and tree.can_hang(noun, at):
                _join(tree, at, noun, coordinator, _kind_of_subject(tree, first, at))
        elif subject in joining and joining[subject] < subject and tree.relations[at] is Relation.ADVERBIAL:
            _join(tree, at, subject, joining[subject], tree.relations[subject])


def _is_a_number_more(tree: Tree, more: int, verb: int) -> bool:
    """*Seven more* of *and seven more were hurt*."""
    return more > 0 and tree.lowers[more] == "more" and tree.tags[more - 1] == "CD" and tree.heads[more] == verb


def _kind_of_subject(tree: Tree, first: int, verb: int) -> Relation:
    passive = any(tree.relations[one] is Relation.PASSIVE_AUXILIARY for one in range(first, verb))
    return Relation.PASSIVE_SUBJECT if passive else Relation.SUBJECT


def _join(tree: Tree, verb: int, subject: int, coordinator: int, relation: Relation) -> None:
    above = tree.heads[subject]
    for at in range(coordinator + 1, verb):
        beside = tree.heads[at] == above and tree.relations[at] is Relation.CONJUNCT and at != subject
        if beside or (tree.lowers[at] in ("both", "either", "neither") and at < subject):
            tree.heads[at] = subject
    tree.heads[subject], tree.relations[subject] = verb, relation
    tree.heads[coordinator], tree.relations[verb] = verb, Relation.CONJUNCT


def _first_of_verb(tree: Tree, verb: int) -> int:
    """Where a verb begins, with its auxiliaries."""
    first = verb
    while first > 0 and tree.heads[first - 1] == verb and tree.relations[first - 1] in AUXILIARIES:
        first -= 1
    return first


def _joined_noun(tree: Tree, first: int, joining: dict[int, int]) -> tuple[int, int] | None:
    """The noun right before a verb that *and* joins to nouns before it, of several the first; and that *and*."""
    noun, found, coordinator = first - 1, None, first
    for _ in range(_HIGHEST):
        above = tree.heads[noun]
        if tree.relations[noun] not in _WITHIN or above >= noun or (found is not None and noun not in joining):
            break
        if tree.relations[noun] is Relation.CONJUNCT and above < joining.get(noun, -1) < noun:
            coordinator = joining[noun]
            beside = (at for at in range(coordinator + 1, noun + 1) if tree.heads[at] == above)
            found = next(at for at in beside if tree.relations[at] is Relation.CONJUNCT)
        noun = above
    if found is None or tree.relations[tree.heads[found]] in _SUBJECTS or "," in tree.lowers[coordinator:first]:
        return None
    return (found, coordinator) if tree.is_nominal(found) else None


def _is_past(tree: Tree, at: int) -> bool:
    """Whether a later conjunct can be no base form beside a past tense or a participle."""
    if tree.relations[at] is not Relation.CONJUNCT or tree.heads[at] >= at:
        return False
    head = tree.heads[at]
    above = tree.tags[head]
    if tree.lowers[at] in forms().unchanged_past:
        # *Helped her leave and hit it* may tell of two things that she did.
        return above == "VBG" or (above == "VBD" and "VB" not in tree.tags[head:at])
    return tree.lowers[at] in forms().past_alone and (above == "VBD" or above in _PARTICIPLES)


def _bends(tree: Tree, at: int, kind: Relation) -> bool:
    """Whether a word makes a base form of the verb that it hangs on: *to*, *will*, *did*."""
    modal = tree.tags[at] == "MD" or tree.lowers[at] in ("do", "does", "did")
    return (kind in AUXILIARIES and modal) or tree.tags[at] == "TO"


def _goes_on(tree: Tree, then: int, verb: int) -> bool:
    """Whether *then* leads a verb that tells on behind a comma, and that a parse has put aside or below."""
    above = tree.heads[verb]
    if not above < then < verb or tree.relations[verb] not in _ASIDE or "," in tree.lowers[then:verb]:
        return False
    return tree.tags[verb] in FINITE or (tree.tags[verb] == "VBN" and tree.tags[above] in ("VBD", "VBN"))


def _go_on(tree: Tree, then: int, verb: int) -> None:
    """Join a verb to the one before *then*, with the time between."""
    above = tree.heads[verb]
    tree.relations[verb] = Relation.CONJUNCT
    if tree.tags[verb] == "VBN" and tree.tags[above] == "VBD":
        tree.tags[verb] = "VBD"
    for at in range(then, verb):
        if tree.heads[at] == above and tree.relations[at] is Relation.OBLIQUE:
            tree.heads[at] = verb
