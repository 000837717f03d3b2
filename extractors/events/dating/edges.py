"""What is told of the moment at which a time begins or ends, or of one of two times.

*The worst since 1998, when the dam broke*: it broke in 1998. *Was not restored until Tuesday*: it was on Tuesday.
"""

from extractors.events.context.event_context import EventContext
from extractors.events.dating.dates import Dates
from extractors.syntax.tenses import Form
from extractors.syntax.trees import BE
from timeline.meanings.composed import Range

_LONGEST_LEAD = 6
"""Words up to the time of *it was not until about 6 March that*."""
_OPENING = frozenset(", — –".split())


def date_at_edges(context: EventContext, dates: Dates) -> None:
    """Give what happened as a time began or ended its edge, rather than all of it."""
    for number in context.times:
        be = _pointed_out(context, number)
        if be is not None and dates.verbs.get(be) == number:
            del dates.verbs[be]
        verb = _told_of(context, number) if be is None else _verb_at(context, context.times[number].end)
        if verb is not None and dates.verbs.get(verb, number) == number:
            dates.verbs[verb] = number
            if isinstance(context.meanings[number], Range):
                dates.edges.add(verb)
    for verb, number in dates.verbs.items():
        if _is_until(context, number) and context.groups[verb].in_the_end:
            dates.edges.add(verb)


def one_or_the_other(context: EventContext, number: int) -> int | None:
    """The day that something was on if it wasn't on this one: *on either 4 or 5 March*, *on 8 May or on 9 May*."""
    span = context.times[number]
    between = span.end + 1
    following = next((at for at in (between, between + 1) if at in context.times_by_start), None)
    if following is None or context.tree.lowers[span.end] != "or":
        return None
    if following != between and context.tree.tags[between] != "IN":
        return None  # *closed on Monday or reopened Tuesday*
    other = context.times_by_start[following]
    first, last = context.meanings[number], context.meanings[other]
    alike = type(first) is type(last) and first.fineness() is last.fineness() is not None
    return other if alike and first != last else None


def _told_of(context: EventContext, number: int) -> int | None:
    """The verb of what is told of a time right behind it: *on 3 May, when the dam broke*; not *when asked*."""
    tree, when = context.tree, context.times[number].end
    when += when < len(tree) and tree.lowers[when] in _OPENING
    return None if when >= len(tree) or tree.lowers[when] != "when" else _verb_at(context, when)


def _verb_at(context: EventContext, at: int) -> int | None:
    """The finite verb, behind a word that joins it, that has a subject."""
    verb = context.syntax.owners[at]
    group = context.groups.get(verb)
    told = group is not None and group.form is Form.FINITE and verb > at
    return verb if told and context.syntax.clauses[verb].subject is not None else None


def _pointed_out(context: EventContext, number: int) -> int | None:
    """The *was* of *it was only in 2015 that they apologised*, *it wasn't until Friday that she was told*."""
    tree, span = context.tree, context.times[number]
    start = context.sentence(span.start)[0]
    points = span.end < len(tree) and tree.lowers[span.end] == "that" and span.start - start <= _LONGEST_LEAD
    return start + 1 if points and tree.lowers[start] == "it" and tree.lowers[start + 1] in BE else None


def _is_until(context: EventContext, number: int) -> bool:
    meaning = context.meanings[number]
    return isinstance(meaning, Range) and meaning.start is None
