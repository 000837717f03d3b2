"""Which event the words after an expression tell: `two days after` *the vote*, `the day before` *he left on 3 May*."""

import re
from bisect import bisect_right
from typing import NamedTuple

from extractors.syntax.clauses import Syntax
from extractors.syntax.phrases import Range, clause_tokens, phrase
from extractors.syntax.relations import NOUN_CLAUSES, SUBJECTS

_MARKERS = frozenset(("before", "after", "following"))
_OF = frozenset(("of",))
_EXACTLY = ["to", "the", "day"]
_EVENT = re.compile(r"(?!(?:and|but|in|on|at|by|or|as)$)[\w$£€“‘\"'`]")
"""What the words for an event begin with: *the day before in Oslo* counts from what was told."""
_LONGEST = 9
"""Words of an event that are shown."""


class CountedEvent(NamedTuple):
    """An event that an expression counts from, by token indices."""

    marker: int
    """The *before* or *after*."""
    head: int
    """The verb of a clause, else a noun."""
    words: Range


def counted_event(syntax: Syntax, time: Range, sentence_end: int) -> CountedEvent | None:
    """What the words after an expression tell; None where nothing follows that it could count from.

    Args:
        syntax: the grammar of the doc.
        time: the tokens of the expression, with its *before* or *after* or without.
        sentence_end: the token after the last of its sentence.
    """
    lowers = syntax.tree.lowers
    to_the_day = time[1] + len(_EXACTLY) if lowers[time[1] : time[1] + len(_EXACTLY)] == _EXACTLY else time[1]
    markers = _OF if lowers[time[1] - 1] == "eve" else _MARKERS
    marker = next((at for at in (time[1] - 1, to_the_day) if at < sentence_end and lowers[at] in markers), None)
    if marker is None or marker + 1 >= sentence_end or not _EVENT.match(lowers[marker + 1]):
        return None
    head = _head(syntax, marker)
    if head is None or head >= sentence_end:
        return None
    first, last = _words(syntax, marker, head)
    return CountedEvent(marker, head, (first, min(last, first + _LONGEST, sentence_end)))


def clause_on(syntax: Syntax, time: Range) -> CountedEvent | None:
    """The clause that says which time is meant: `at the time` *he dropped out*."""
    last = time[1] - 1
    below = syntax.below.get(syntax.owners[last], ())
    clauses = (syntax.clauses[verb] for verb in below[bisect_right(below, last) :][:1])
    clause = next((one for one in clauses if one.attached == last and one.relation in NOUN_CLAUSES), None)
    return None if clause is None else CountedEvent(last, clause.verb, _words(syntax, last, clause.verb))


def _head(syntax: Syntax, marker: int) -> int | None:
    """What *before* introduces; where a parse hangs it on something else, what the word behind it is part of."""
    tree = syntax.tree
    above = tree.heads[marker]
    if above <= marker:
        above = marker + 1
        while syntax.owners[above] != above and tree.heads[above] > marker and tree.heads[above] != above:
            up = tree.heads[above]
            if syntax.owners[up] == up and tree.relations[above] not in SUBJECTS:
                break
            above = up
    is_clause = syntax.owners[above] == above
    return above if is_clause or (tree.is_nominal(above) and tree.pos[above] != "PRON") else None


def _words(syntax: Syntax, marker: int, head: int) -> Range:
    clause = syntax.clauses.get(head)
    if clause is None:
        return marker + 1, max(head + 1, phrase(syntax, head, coordinated=False)[1])
    ends = [end for start, end in clause_tokens(syntax, clause, open_complements=True) if start <= head < end]
    return marker + 1, max([head + 1, *ends])
