"""What is told by somebody's age: *joined the navy at 18*, *when he was nine*, *as a teenager*.

It was then, whenever that was, and in no scene of what is told beside it; but *died at 71* is news.
"""

from extractors.events.context.event_context import EventContext
from extractors.lexicons.beings import person_nouns
from extractors.syntax.trees import BE

_AT = frozenset(("at", "aged", "by"))
_AS = frozenset("teenager child boy girl youth youngster schoolboy schoolgirl toddler infant baby".split())
_AN = frozenset("a an the young small".split())
_PEOPLE = frozenset("i he she they".split())
_THINGS = frozenset("it that this which".split())
_AGES = range(1, 111)
_ENDS = frozenset(". , ; : — – ) and he she they his her when while after".split())
_DIED = frozenset(("die",))
_NUMBERS = dict(
    zip(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split(),
        range(1, 21),
        strict=True,
    )
)


def is_of_an_age(context: EventContext, verb: int) -> bool:
    """Whether the words of a clause tell an age at which it happened."""
    if context.tree.lemmas[verb] in _DIED:
        return False
    syntax = context.syntax
    beside = (_tells_an_age(context, below) for below in syntax.below.get(verb, ()))
    own = (at for start, end in syntax.runs.get(verb, ()) for at in range(start, end))
    return any(beside) or any(_is_age(context, at) and not _is_of_who(context, verb, at) for at in own)


def _is_of_who(context: EventContext, verb: int, at: int) -> bool:
    """*Otto Lind, aged 40, was rescued*: how old somebody is, and not when it was; *the toll stood at 14*."""
    tree, subject = context.tree, context.syntax.clauses[verb].subject
    if subject is None:
        return False
    if tree.lowers[at] == "aged":
        return subject < at < verb
    alone = tree.tags[at + 1 : at + 2] == ["CD"]
    people = tree.pos[subject] in ("PRON", "PROPN") or tree.lemmas[subject] in person_nouns()
    return alone and not (people and tree.lowers[subject] not in _THINGS)


def _is_age(context: EventContext, at: int) -> bool:
    """*At the age of 19*, *aged 17*, *at 12*, *as a boy*; not *at 12 Main Street*, *at 10 percent*."""
    lowers, tags = context.tree.lowers, context.tree.tags
    behind = lowers[at + 1 : at + 5]
    if lowers[at] in ("as", "while") and behind[:1] and behind[0] in _AN:
        return any(word in _AS for word in behind[1:3])
    if lowers[at] not in _AT or not behind:
        return False
    if behind[:3] == ["the", "age", "of"] or behind[:2] == ["age", "of"]:
        return True
    ends = len(behind) == 1 or behind[1] in _ENDS
    timed = at + 1 in context.timed
    return tags[at + 1] == "CD" and not timed and _number(behind[0]) in _AGES and ends


def _tells_an_age(context: EventContext, verb: int) -> bool:
    """*When he was nine*, *when she was a child*."""
    tree, clause = context.tree, context.syntax.clauses[verb]
    if tree.lowers[verb] not in BE or clause.subject is None or tree.lowers[clause.subject] not in _PEOPLE:
        return False
    if not context.markers(clause) & {"when", "while", "until", "before"} or clause.predicate is None:
        return False
    predicate = clause.predicate
    return tree.lowers[predicate] in _AS or (tree.tags[predicate] == "CD" and _number(tree.lowers[predicate]) in _AGES)


def _number(word: str) -> int:
    return int(word) if word.isdecimal() and len(word) <= len("110") else _NUMBERS.get(word, 0)
