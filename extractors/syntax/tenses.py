"""Tense, aspect, modality and voice of a verb, from the forms of its group alone, in the terms of TimeML."""

from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

import msgspec

from extractors.lexicons.forms import forms, looks_past
from extractors.syntax.clauses import Clause, Syntax
from extractors.syntax.relations import Relation
from extractors.syntax.trees import BE, Tree


class Form(StrEnum):
    """What kind of form a group is."""

    FINITE = "finite"
    IMPERATIVE = "imperative"
    BARE = "bare infinitive"
    INFINITIVE = "infinitive"
    PRESENT_PARTICIPLE = "present participle"
    PAST_PARTICIPLE = "past participle"


class Tense(StrEnum):
    """TimeML's tenses of finite groups; the others have none."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    NONE = "none"


class Aspect(StrEnum):
    """TimeML's aspects."""

    NONE = "none"
    PERFECT = "perfect"
    PROGRESSIVE = "progressive"
    PERFECT_PROGRESSIVE = "perfect progressive"


class Modality(StrEnum):
    """What a modal verb says."""

    INDICATIVE = "indicative"
    CONDITIONAL = "conditional"
    POSSIBILITY = "possibility"
    NECESSITY = "necessity"


class Voice(StrEnum):
    """Whether the subject does it or has it done to them."""

    ACTIVE = "active"
    PASSIVE = "passive"


class Inflection(msgspec.Struct, frozen=True):
    """What the forms of a verb group say."""

    form: Form
    tense: Tense = Tense.NONE
    aspect: Aspect = Aspect.NONE
    modality: Modality = Modality.INDICATIVE
    voice: Voice = Voice.ACTIVE


_FUTURE = frozenset("will 'll ’ll wo shall sha".split())
_MODALS = {
    **dict.fromkeys("would 'd ’d".split(), Modality.CONDITIONAL),
    **dict.fromkeys("may might could can ca".split(), Modality.POSSIBILITY),
    **dict.fromkeys("must should ought".split(), Modality.NECESSITY),
}
_HAVE = frozenset("have has had having 've ’ve 'd ’d".split())
_SHORT_S = frozenset(("'s", "’s"))
_SHORT_D = frozenset(("'d", "’d"))
_TENSES = {"VBD": Tense.PAST, "VBZ": Tense.PRESENT, "VBP": Tense.PRESENT}
_GET = frozenset("get gets got gotten getting".split())
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_MONTHS = frozenset("january february march april may june july august september october november december".split())
_RECURRING = frozenset("every each next this coming".split())
_NEAR = 30
"""Words around a verb whose verbs tell of the same time."""
_STANDS_ALONE = frozenset(
    {Relation.ROOT, Relation.PARATAXIS, Relation.RELATIVE, Relation.CONJUNCT, Relation.ADVERBIAL, Relation.COMPLEMENT}
)


def inflection(tree: Tree, clause: Clause, auxiliaries: Sequence[int]) -> Inflection:
    """What the forms of a clause's verb and of these auxiliaries say, its own or those that it shares."""
    group = [*auxiliaries, clause.verb]
    form, tense, modality = _finiteness(tree, clause, group[0])
    be_before = any(tree.lowers[at] in BE for at in auxiliaries)
    aspect = _aspect(tree, group, be_before=be_before)
    perfect = aspect in (Aspect.PERFECT, Aspect.PERFECT_PROGRESSIVE)
    participle = tree.tags[clause.verb] == "VBN"
    passive = clause.passive or (participle and be_before and (not perfect or tree.lowers[group[-2]] == "been"))
    has_been = len(auxiliaries) > 1 or not perfect
    able = not auxiliaries or (has_been and any(tree.lowers[at] in BE | _GET for at in auxiliaries))
    passive = (passive and able) or form is Form.PAST_PARTICIPLE
    return Inflection(form, tense, aspect, modality, Voice.PASSIVE if passive else Voice.ACTIVE)


def shared_modal(syntax: Syntax, clause: Clause) -> int | None:
    """The modal of a conjunct: *will* of *will be put to a vote and come into force*, *will be fined and deported*."""
    first = clause.auxiliaries[0] if clause.auxiliaries else clause.verb
    above: Clause | None = clause
    while above is not None and above.subject is None and syntax.tree.tags[first] == "VB":
        joined = above.relation is Relation.CONJUNCT and above.parent is not None
        above = syntax.clauses.get(above.parent) if joined and above.parent is not None else None
        if above is not None and above.auxiliaries:
            modal = above.auxiliaries[0]
            return modal if syntax.tree.tags[modal] == "MD" else None
    return None


_NONE = frozenset("neither nobody none no nothing".split())


def _is_denied(tree: Tree, clause: Clause) -> bool:
    """Whether it is said not to be: *was not*, *neither was*."""
    subject = clause.subject
    nobody = subject is not None and any(tree.lowers[at] in _NONE for at in (subject, *tree.children[subject]))
    return clause.negation is not None or nobody


def _is_past_with(tree: Tree, subject: int | None, lower: str) -> bool:
    """*The ferry sank*, *the firm cut its dividend*, where a tagger takes the past for the present of many."""
    if subject is None:
        return False
    one = tree.tags[subject] in ("NN", "NNP") and not any(
        tree.relations[at] is Relation.CONJUNCT for at in tree.children[subject]
    )
    return looks_past(lower) or (one and lower in forms().unchanged_past)


def _is_past_in_fact(tree: Tree, clause: Clause, tag: str, lower: str) -> bool:
    """Whether what a tagger takes for a present is a past: no present ends as in *the mayor vetoed it*."""
    if tag == "VBZ":
        return lower.endswith("ed")
    alike = tag in ("VB", "VBP")
    return alike and (
        _is_past_with(tree, clause.subject, lower)
        or _is_past_on_a_day(tree, clause, lower)
        or _is_past_beside_others(tree, clause, lower)
    )


def _is_past_beside_others(tree: Tree, clause: Clause, lower: str) -> bool:
    """*A ferry caught fire. Divers put it out*: what can be both goes by the verbs around it, where all are past."""
    subject = clause.subject
    if lower not in forms().unchanged_past or subject is None or tree.tags[subject] not in ("NNS", "NNPS"):
        return False
    if clause.markers or clause.relation not in (Relation.ROOT, Relation.CONJUNCT):
        return False
    near = range(max(0, clause.verb - _NEAR), min(len(tree), clause.verb + _NEAR))
    around = {tree.tags[at] for at in near if at != clause.verb}
    return "VBD" in around and not around & {"VBZ", "VBP", "MD"}


def _is_past_on_a_day(tree: Tree, clause: Clause, lower: str) -> bool:
    """*Dockers shut the port on Monday*: one day is rather one of the past; not *every Monday*, *if they shut it*."""
    if lower not in forms().unchanged_past or clause.subject is None or clause.relation not in _STANDS_ALONE:
        return False
    if any(tree.lowers[at] != "that" for at in clause.markers):
        return False
    days = [at for at in tree.children[clause.verb] if tree.lowers[at] in _DAYS or tree.lowers[at] == "yesterday"]
    dates = (at for at in tree.children[clause.verb] if tree.tags[at] == "CD")
    days += [at for at in dates if any(tree.lowers[one] in _MONTHS for one in tree.children[at])]
    return any(not any(tree.lowers[one] in _RECURRING for one in tree.children[at]) for at in days)


def _told_by_to(tree: Tree, clause: Clause, first: int) -> tuple[Form, Tense, Modality] | None:
    """*To leave*; *is to be sentenced*, where a parse finds one verb in it."""
    to = next((at for at in clause.markers if tree.tags[at] == "TO" or tree.lowers[at] == "to"), None)
    if to is None or tree.tags[first] in ("VBG", "VBD"):
        return None
    ahead = first < to and tree.lowers[first] in ("is", "are")
    return (Form.FINITE if ahead else Form.INFINITIVE, Tense.FUTURE if ahead else Tense.NONE, Modality.INDICATIVE)


def _finiteness(tree: Tree, clause: Clause, first: int) -> tuple[Form, Tense, Modality]:
    """What the first word of a group says; it alone is inflected."""
    lower, tag = tree.lowers[first], tree.tags[first]
    if first != clause.verb or tag == "MD":
        if lower in _FUTURE:
            return Form.FINITE, Tense.FUTURE, Modality.INDICATIVE
        if lower == "could" and clause.relation is not Relation.COMPLEMENT and _is_denied(tree, clause):
            return Form.FINITE, Tense.PAST, Modality.POSSIBILITY  # *could not be reached for comment*
        if lower in _SHORT_D and (tag != "MD" or tree.tags[clause.verb] in ("VBN", "VBD")):
            return Form.FINITE, Tense.PAST, Modality.INDICATIVE  # *he’d ordered it*
        if lower in _MODALS:
            return Form.FINITE, Tense.NONE, _MODALS[lower]
    if (told := _told_by_to(tree, clause, first)) is not None:
        return told
    if first == clause.verb and _is_past_in_fact(tree, clause, tag, lower):
        return Form.FINITE, Tense.PAST, Modality.INDICATIVE
    if tag in _TENSES:
        return Form.FINITE, _TENSES[tag], Modality.INDICATIVE
    if tag == "VBG":
        return Form.PRESENT_PARTICIPLE, Tense.NONE, Modality.INDICATIVE
    if tag == "VBN":
        # A subject of its own makes a past tense of what looks like a participle: taggers confuse the two.
        absolute = any(tree.lowers[at] == "with" for at in clause.markers)
        alone = clause.subject is not None and clause.relation in _STANDS_ALONE and not absolute
        form = Form.FINITE if alone else Form.PAST_PARTICIPLE
        return form, Tense.PAST if alone else Tense.NONE, Modality.INDICATIVE
    if tag == "VB" and clause.subject is not None and clause.relation in _STANDS_ALONE - {Relation.COMPLEMENT}:
        return Form.FINITE, Tense.PRESENT, Modality.INDICATIVE  # *the people elect*: the present of many looks bare
    if (
        not tag.startswith("VB")
        and clause.subject is not None
        and clause.relation in _STANDS_ALONE
        and (looks_past(lower) or lower in forms().unchanged_past)
    ):
        return Form.FINITE, Tense.PAST, Modality.INDICATIVE  # *the ferry sank*, where a tagger takes *sank* for a noun
    commands = tag == "VB" and clause.relation is Relation.ROOT and clause.subject is None
    return Form.IMPERATIVE if commands else Form.BARE, Tense.NONE, Modality.INDICATIVE


def _aspect(tree: Tree, group: Sequence[int], *, be_before: bool) -> Aspect:
    perfect = False
    for at, after in pairwise(group):
        participle_follows = tree.tags[after] in ("VBN", "VBD")
        short = tree.lowers[at] in _SHORT_S and tree.relations[at] is Relation.AUXILIARY
        has = tree.lowers[at] in _HAVE and (tree.tags[at] != "MD" or tree.lowers[at] in _SHORT_D)
        perfect = perfect or (participle_follows and (short or has))
    progressive = be_before and (tree.tags[group[-1]] == "VBG" or any(tree.lowers[at] == "being" for at in group[:-1]))
    if perfect and progressive:
        return Aspect.PERFECT_PROGRESSIVE
    return Aspect.PERFECT if perfect else Aspect.PROGRESSIVE if progressive else Aspect.NONE
