"""Scenes with a line of their own: *died when the ferry sank* is *died* beside the line *the ferry sank*.

So where nothing is taken back or set apart by the scene (*only left after she had won*), and what is left says
something without: *came after she had won* does not.
"""

from collections.abc import Collection, Set

from extractors.events.context.event_context import EventContext
from extractors.events.titles.branches import is_apart, is_conditional, is_taken_back
from extractors.events.titles.drafts import Draft
from extractors.events.titles.looseness import is_loose
from extractors.lexicons import nouns, verbs
from extractors.syntax.clauses import Clause, is_reporting
from extractors.syntax.relations import Relation
from extractors.syntax.tenses import Form, Modality, Tense
from extractors.syntax.trees import BE
from timeline.model import Polarity

_SCENES = frozenset("when as while after before since".split())
_AROUND = frozenset("before after since".split())
_POINTING = frozenset("this that these those it".split())
_FEWEST = 4
"""Words that are left."""
_MEANT = frozenset("they them their theirs he him his she her hers it its".split())
_HABITS = frozenset("always often usually never sometimes every each any whenever normally generally".split())


def without_scenes(context: EventContext, draft: Draft, told: Collection[int]) -> Draft:
    """The draft without those of its scenes that can go.

    Args:
        context: the doc.
        draft: what is told.
        told: the verbs with a line of their own.
    """
    for at in draft.words:
        clause = context.syntax.clauses.get(at)
        if clause is None or at not in told or clause.relation is not Relation.ADVERBIAL or at not in draft.words:
            continue
        words = _branch_in(context, draft, at)
        if words & draft.fixed or not _is_scene(context, clause, words):
            continue
        rest = draft.without(words)
        if _says_enough(context, rest, at) and is_loose(context, draft, words) and not _names(context, rest, words):
            draft = rest
    return draft


def _branch_in(context: EventContext, draft: Draft, at: int) -> set[int]:
    tree, kept = context.tree, set(draft.words)
    words, below = {at}, [at]
    while below:
        children = [child for child in tree.children[below.pop()] if child in kept and child not in words]
        words.update(children)
        below += children
    return words


def _is_scene(context: EventContext, clause: Clause, words: Set[int]) -> bool:
    """Whether a clause tells of one thing that happened, and opens with a word of time."""
    tree, group = context.tree, context.groups.get(clause.verb)
    if clause.subject is None or group is None or group.form is not Form.FINITE or is_conditional(tree, words):
        return False
    first = min(words)
    before = first - 1
    degree = tree.lemmas[before] in nouns.points() or before in context.timed or tree.pos[before] in ("ADV", "NUM")
    if tree.lowers[first] == "where" or tree.lowers[first + 1 : first + 2] == ["which"]:
        return is_apart(context, words) and group.modality is Modality.INDICATIVE  # *, in which nine drowned*
    if tree.lowers[first] not in _SCENES or degree:
        return False
    told = group.tense is Tense.PAST and group.modality is Modality.INDICATIVE and group.polarity is Polarity.POSITIVE
    return told or (tree.lowers[first] == "while" and group.modality is Modality.INDICATIVE)


def _says_enough(context: EventContext, rest: Draft, scene: int) -> bool:
    tree, above = context.tree, context.tree.heads[scene]
    group = context.groups.get(above)
    if above not in rest.words or len(rest.words) < _FEWEST or group is None or group.form is not Form.FINITE:
        return False
    if is_taken_back(context, above, rest.top, rest.bounds) or group.tense is not Tense.PAST:
        return False
    clause, lowers = context.syntax.clauses[above], {tree.lowers[at] for at in rest.words}
    opening = {tree.lowers[at] for at in tree.children[scene]}
    if tree.lowers[above] in BE and (clause.predicate not in rest.words or opening & _AROUND):
        return False  # *work was under way before it sank*
    if is_reporting(tree, above) or (clause.subject is not None and tree.lowers[clause.subject] in _POINTING):
        return False
    told = group.modality is Modality.INDICATIVE and group.polarity is Polarity.POSITIVE and not group.conditional
    return told and not lowers & _HABITS and tree.lemmas[above] not in verbs.leaning()


def _names(context: EventContext, rest: Draft, words: Set[int]) -> bool:
    """Whether a pronoun that is left may mean somebody whom only the scene names."""
    tree = context.tree
    pronouns = [at for at in rest.words if tree.lowers[at] in _MEANT]
    named = any(tree.is_nominal(at) for at in rest.words if pronouns and at < pronouns[0])
    return bool(pronouns) and not named and any(tree.pos[at] in ("NOUN", "PROPN") for at in words)
