"""Times in titles: the event's own goes, since the line has it; so does what means nothing outside its article.

*Yesterday* and *two days later* go from whatever clause of a title they stand in, wherever the rest reads on.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec.structs import replace

from extractors.events.candidates.time_lists import list_of
from extractors.events.context.event_context import EventContext
from extractors.events.scenes.hours_alone import is_hour_alone
from extractors.events.titles.branches import branch, inside
from extractors.events.titles.drafts import Draft
from extractors.syntax.phrases import Range
from extractors.syntax.relations import NOUN_CLAUSES, SUBJECTS, Relation
from extractors.syntax.trees import BE
from extractors.time_expressions.records import KEY
from timeline.meanings.base import DateKind
from timeline.model import Polarity

_ADJUNCTS = frozenset({Relation.OBLIQUE, Relation.ADVERB, Relation.NOUN_MODIFIER, Relation.MODIFIER})
_ROUND_A_TIME = frozenset(
    "the a as of early late just only about around shortly at sometime back very local time and".split()
)
_BEFORE_LISTS = frozenset("both in on".split())
_PARTICLES = frozenset("on in at".split())
_ENDING = frozenset("than as to".split())
"""Before a time, these say more than when."""
_DENIED_UNTIL = frozenset("until till before by for from".split())
"""Before a time, these say from when on it is not so any more that something did not happen."""
STALE = frozenset(
    {
        DateKind.WEEKDAY,
        DateKind.OPEN_WEEKDAY,
        DateKind.TODAY,
        DateKind.WEEK,
        DateKind.PERIOD,
        DateKind.AGO,
        DateKind.STRETCH,
        DateKind.STORY,
    }
)
"""What counts from the moment of telling or from what was told before."""
_PARTS = frozenset("much most rest part half end beginning start middle all some course bulk remainder eve".split())
"""Of these, a time is the whole: *much of the week*."""
_LIMITING = frozenset("only not".split())
_BARE = frozenset("last next this yesterday today tomorrow tonight".split())
"""What a time begins with before which no *in* stands."""
_EMPTY = frozenset("apply come date follow go last".split())
"""Verbs that say nothing but when."""
_COUNTING = frozenset("ago later earlier".split())
_BOUNDING = frozenset("until till since from by before after between than".split())
"""Before a time that is not the event's own, these say more than when."""
_COUNTED_FROM = frozenset(("before", "after"))
"""Behind a time, these say from when it counts: *two weeks before the strike*."""
_VERBS = frozenset("VB VBD VBG VBP VBZ".split())
_REDUCED = NOUN_CLAUSES | {Relation.ADVERBIAL}


class Times:
    """The times of one doc, for its titles."""

    def __init__(self, context: EventContext) -> None:
        self.context = context

    def without(self, draft: Draft, own: int | None) -> Draft:
        """The draft without the event's own time and those that nobody can place; where it reads on."""
        context = self.context
        if own is not None:
            listed = list_of(context, own)
            span = context.times[own]
            placed = context.meanings[own].kind() not in STALE
            if _opens_inverted(context, draft, span.start):
                return draft
            if is_hour_alone(context.meanings[own]):
                pass
            elif len(listed) > 1:
                draft = self._without_list(draft, listed)
            elif not (placed and context.tree.lowers[max(0, span.start - 1)] == "for"):  # *scheduled for 3 March*
                draft = _without(context, draft, (span.start, span.end))
        for time in self._stale(draft, own):
            draft = _without(context, draft, time)
        return draft

    def _without_list(self, draft: Draft, listed: Sequence[int]) -> Draft:
        """The draft without all times of a list, and what joins them: *in 2012 and again in 2016 and 2018*."""
        lowers = self.context.tree.lowers
        start, end = self.context.times[listed[0]].start, self.context.times[listed[-1]].end
        the = start > 1 and lowers[start - 1] == "the"  # *in the summers of*; not *the 2008 and 2012 games*
        while start > the and lowers[start - 1 - the] in _BEFORE_LISTS:
            start, the = start - 1 - the, False
        gone = set(range(start, end)) & set(draft.words)
        return draft if gone & draft.fixed else draft.without(gone | _around(self.context, draft, gone))

    def _stale(self, draft: Draft, own: int | None) -> Iterator[Range]:
        """Other times that count from the day of the sentence, or from what was told: *yesterday*, *two days later*."""
        lowers = self.context.tree.lowers
        first, last = (bisect_left(self._counted, (bound, 0, 0)) for bound in draft.bounds)
        for start, end, number in self._counted[first:last]:
            bounded = {lowers[start - 1] if start else "", lowers[start]} & _BOUNDING
            counts = end < draft.bounds[1] and lowers[end] in _COUNTED_FROM and end in draft.words
            hour = number in self.context.times and is_hour_alone(self.context.meanings[number])
            if number != own and not bounded and not counts and not hour:
                yield start, end

    @cached_property
    def _counted(self) -> list[tuple[int, int, int]]:
        """Where each of those times is, and its number."""
        context = self.context
        spans = enumerate(context.doc.spans.get(KEY, ()))
        return sorted(
            (span.start, span.end, number)
            for number, span in spans
            if (number in context.times and context.meanings[number].kind() in STALE)
            or context.tree.lowers[span.end - 1] in _COUNTING
        )


def _opens_inverted(context: EventContext, draft: Draft, start: int) -> bool:
    """*Only in March did they admit it*: without its time it would stand as a question."""
    words, lowers = sorted(draft.words), context.tree.lowers
    return bool(words) and lowers[words[0]] in _LIMITING and words[0] < start <= words[0] + len(("only", "in", "the"))


def _without(context: EventContext, draft: Draft, time: Range) -> Draft:
    """The draft without a time, its preposition and what stands around it: *late on Friday*."""
    tree, kept = context.tree, set(draft.words)
    within = set(range(*time))
    tops = [at for at in within if tree.heads[at] not in within and tree.relations[at] is not Relation.PUNCTUATION]
    if len(tops) == 1 and tree.relations[tops[0]] is Relation.POSSESSOR:
        return _with_article(context, draft, tops[0])
    gone: set[int] = set()
    for top in tops:
        words = {at for at in branch(context, top, draft.bounds) if at in kept}
        cases = {tree.lowers[at] for at in words if tree.relations[at] is Relation.CASE}
        if "of" in {tree.lowers[at] for at in words}:
            cases.discard("as")  # *as of Friday*
        words -= _beside(context, draft, within) | _named_beside(context, draft, top)
        own_in = tree.lowers[time[0]] in _BARE and tree.lowers[time[0] - 1] == "in"
        if own_in:
            words.discard(time[0] - 1)  # *sworn in last week*, whatever a parse takes *in* for
            draft = replace(draft, fixed=draft.fixed | ({time[0] - 1} & kept))
        rest = words - within - _apposed(context, draft, top)
        rest = {at for at in rest if tree.relations[at] is not Relation.CASE}
        before = min(words, default=0) - 1
        loose = before in kept and not cases and not own_in and tree.lowers[before] in _PARTICLES
        if loose and (tree.heads[before] == tree.heads[top] or tree.relations[before] is Relation.PARTICLE):
            words.add(before)  # *on* of *starting on Tuesday*, where a parse takes it for a particle
        if any(tree.lowers[at] not in _ROUND_A_TIME for at in rest):
            return draft
        if (
            _says_more(context, top, cases)
            or ("of" in cases and tree.lowers[tree.heads[top]] in _PARTS)
            or not _is_adjunct(context, draft, top)
            or _is_limited(context, top)
            or _is_bare_without(draft, context, top, words)
        ):
            return draft
        gone |= words
    gone |= _around(context, draft, gone) | (_compared(context, draft, time) if gone else set())
    return draft.without(gone) if kept - gone - draft.fixed or len(draft.fixed) > 1 else draft


def _compared(context: EventContext, draft: Draft, time: Range) -> set[int]:
    """*As the council* of *ruled on the same day as the council*: as when, and not as what it ruled."""
    tree, after = context.tree, time[1]
    same = "same" in tree.lowers[slice(*time)] and after < draft.bounds[1] and tree.lowers[after] == "as"
    words = branch(context, tree.heads[after], draft.bounds) if same else frozenset[int]()
    return set(words) if words and min(words) == after and not words & draft.fixed else set()


def _with_article(context: EventContext, draft: Draft, top: int) -> Draft:
    """*The march* for *yesterday's march*."""
    words = branch(context, top, draft.bounds)
    if words & draft.fixed or top not in draft.words:
        return draft
    short = draft.without(words - {top})
    return replace(short, replaced={**short.replaced, top: "the"})


def _apposed(context: EventContext, draft: Draft, top: int) -> set[int]:
    """What stands beside a time, which a parse may have put there: *in January, its owner, the firm, said*."""
    beside = _apposed_nouns(context, draft, top)
    return {at for one in beside for at in branch(context, one, draft.bounds)}


def _named_beside(context: EventContext, draft: Draft, top: int) -> set[int]:
    """Who stands behind a time, by name: *Rosa Lind* of *in January, Rosa Lind, the mayor, left*."""
    beside = (at for at in _apposed_nouns(context, draft, top) if at in context.mentions)
    return {at for one in beside for at in branch(context, one, draft.bounds)}


def _apposed_nouns(context: EventContext, draft: Draft, top: int) -> list[int]:
    below = inside(context.tree, top, draft.bounds)
    return [at for at in below if context.tree.relations[at] is Relation.APPOSITION]


def _beside(context: EventContext, draft: Draft, time: set[int]) -> set[int]:
    """*In Oslund* of *on Friday in Oslund*, which a parse may hang on the time."""
    tree, found = context.tree, set[int]()
    for at in (child for one in time for child in inside(tree, one, draft.bounds) if child > max(time)):
        cases = {tree.lowers[one] for one in tree.children[at] if tree.relations[one] is Relation.CASE}
        if tree.relations[at] in (Relation.NOUN_MODIFIER, Relation.OBLIQUE) and cases - {"of"}:
            found |= branch(context, at, draft.bounds)
    return found


def _says_more(context: EventContext, top: int, cases: set[str]) -> bool:
    if cases & _ENDING:
        return True
    clause = context.syntax.clauses.get(context.tree.heads[top])
    group = None if clause is None else context.groups.get(clause.verb)
    denied = group is not None and (group.polarity is Polarity.NEGATIVE or group.in_the_end)
    return denied and bool(cases & _DENIED_UNTIL)


def _is_adjunct(context: EventContext, draft: Draft, top: int) -> bool:
    tree = context.tree
    head = tree.heads[top]
    if tree.relations[top] is Relation.COMPOUND and tree.relations[head] in SUBJECTS:
        before = [at for at in inside(tree, head, draft.bounds) if at < top and tree.relations[at] is Relation.CASE]
        if before and tree.pos[head] == "PROPN":
            return True  # *on Friday Kesk Air announced*, where a parse takes the day for a part of the name
    if tree.relations[top] is Relation.COMPOUND:
        return any(tree.tags[at] == "DT" for at in tree.children[head]) and tree.heads[top] > top
    clause = context.syntax.clauses.get(head)
    says_when = clause is not None and head in draft.words and tree.lowers[head] in BE and clause.predicate is None
    return tree.relations[top] in _ADJUNCTS and not says_when


def _is_limited(context: EventContext, top: int) -> bool:
    """*Was only in force between noon and three*, *only came on Friday*: what is new is when."""
    tree, head = context.tree, context.tree.heads[top]
    clause = context.syntax.clauses.get(head) or context.syntax.clauses.get(tree.heads[head])
    if clause is None or clause.objects or clause.verb > top:
        return False
    beside = (*tree.children[head], *tree.children[clause.verb])
    return any(tree.lowers[at] == "only" and tree.relations[at] is Relation.ADVERB and at < top for at in beside)


def _is_bare_without(draft: Draft, context: EventContext, top: int, words: set[int]) -> bool:
    """Whether nothing but its time stands with a participle, *the ferry, built in 1986*, or with *came*."""
    tree, head = context.tree, context.tree.heads[top]
    clause = context.syntax.clauses.get(head)
    if clause is not None and tree.lemmas[head] in _EMPTY and not clause.objects and clause.predicate is None:
        after = (at for at in draft.words if at > head and at not in words)
        return not any(tree.relations[at] is not Relation.PUNCTUATION for at in after)
    if clause is None or clause.relation not in _REDUCED or clause.auxiliaries or clause.subject is not None:
        return False
    others = (at for at in inside(tree, head, draft.bounds) if tree.relations[at] is not Relation.PUNCTUATION)
    return not any(at in draft.words and at not in words for at in others)


def _around(context: EventContext, draft: Draft, gone: set[int]) -> set[int]:
    """*Late* of *late on Friday*, *back* of *back in 2019*, on whatever a parse hangs it; not that of *came back*."""
    tree, first = context.tree, min(gone, default=0)
    before = first - 1
    alone = before in draft.words and before not in draft.fixed and tree.relations[before] is Relation.ADVERB
    if alone and tree.lowers[before] == "back":
        alone = tree.lowers[first] == "in" and tree.tags[before - 1] not in _VERBS
    return {before} if alone and tree.lowers[before] in ("late", "early", "back", "sometime", "shortly") else set()
