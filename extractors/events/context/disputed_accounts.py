"""Disputed accounts: what one says and another, right behind, says is not so or tells in another way.

*The firm said it had repaired the valve, which the inspectors dispute*; *the guards say she fell; her father says they
beat her*. Where both only tell of one thing, nobody disputes it.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractors.attributions import DocAttribution
from extractors.lexicons import nouns, verbs
from extractors.lexicons.inflections import bases
from extractors.syntax.clauses import Syntax, is_reporting
from extractors.syntax.phrases import Range
from extractors.syntax.tenses import Aspect, Form, Tense
from extractors.verb_groups import VerbGroup

_PRONOUNS = frozenset("it this that".split())
_BEFORE_ACCOUNTS = frozenset("the this that these those such his her their its".split())
_NOT = frozenset("not n't n’t never nor neither".split())
_PARTING = frozenset("; but while whereas".split())
_ENDS = frozenset('. , ; : — – ” " )'.split())
_OWN = frozenset("its his her their".split())
_CALLED = frozenset("call dismiss describe denounce".split())
_BETWEEN = 3
"""Tokens that part two sayings at most: a mark, a quotation mark and a word."""
_BEHIND_A_PRONOUN = ("VB", "MD", "NN", "JJ", "DT", "PRP", "EX", "CD", "WP")
"""Tags of words before which *it* or *that* is no object."""
_LAST = 12
"""Sayings before a denial that are looked through."""
_NEAR = 10
"""Tokens between *which* and what is made of it."""
_PERFECT = (Aspect.PERFECT, Aspect.PERFECT_PROGRESSIVE)
_SAME = {"him": "he", "his": "he", "her": "she", "their": "they", "them": "they", "its": "it"}
_ONES = frozenset("he she they".split())


@dataclass(frozen=True)
class Accounts:
    """Who says what in one doc."""

    syntax: Syntax
    groups: Mapping[int, VerbGroup]
    mentions: Mapping[int, tuple[str, Range]]
    """For each token of a name its actor and the whole name."""
    sayings: Sequence[DocAttribution]
    sentence: Callable[[int], Range]

    def disputed(self) -> Iterator[int]:
        """The numbers of the sayings that somebody disputes."""
        known = (n for n, one in enumerate(self.sayings) if one.vouches and one.content and one.source is not None)
        told = sorted(known, key=self._start)
        starts = [self._start(n) for n in told]
        lowers = self.syntax.tree.lowers
        denying = {lower for lower in set(lowers) if not bases(lower).isdisjoint(_denying())}
        for at, lower in enumerate(lowers):
            if lower not in denying:
                continue
            last = bisect_left(starts, at)
            yield from self._answered(at, told[max(0, last - _LAST) : last + _LAST])
            if self._denies(at):
                yield from self._denied_at(told[max(0, last - _LAST) : last], at)
        begins = {self._begin(n): n for n in told}
        for number in told:
            end = max(self._end(number), self.sayings[number].cue[1])
            beside = (begins.get(at) for at in range(end, end + _BETWEEN + 1))
            other = next((n for n in beside if n is not None), None)
            if other is not None and self._is_set_against(number, other) and self._differ(number, other):
                yield from (number, other)

    def _answered(self, at: int, told: Sequence[int]) -> Iterator[int]:
        """*Lind denied that. She had been told, she said*: what somebody tells right behind their own denial.

        In the open gold eight lines of four articles stand there: each may be told as alleged, three as a fact.
        """
        clause = self.syntax.clauses.get(at)
        denier = None if clause is None else clause.understood_subject
        if (
            clause is None
            or denier is None
            or clause.passive
            or bases(self.syntax.tree.lowers[at]).isdisjoint(verbs.contradicting())
        ):
            return
        if _NOT & set(self.syntax.tree.lowers[max(0, at - 3) : at]):
            return
        end = self.sentence(at)[1]
        last = self.sentence(end)[1] if end < len(self.syntax.tree) else end
        for number in told:
            cue = self.sayings[number].cue[0]
            if at < cue < last and self._start(number) >= self.sentence(at)[0] and self._is_of(number, denier):
                yield number

    def _is_of(self, number: int, denier: int) -> bool:
        """Whether who denies something tells this too, or somebody of theirs: *its manager*."""
        tree, one = self.syntax.tree, self.sayings[number]
        if one.source is None:
            return False
        start, end = one.source
        actor = self.mentions.get(denier, ("",))[0]
        same = (bool(actor) and actor == one.actor) or start <= denier < end
        return same or tree.lowers[start] in _OWN or tree.lowers[start:end] == [tree.lowers[denier]]

    def _denies(self, at: int) -> bool:
        """*The rebels deny it*, *disputes that account*, *which the union calls a lie*."""
        tree = self.syntax.tree
        last = len(tree) - 1
        if _NOT & set(tree.lowers[max(0, at - 3) : at]) or at >= last:
            return False
        behind = tree.lowers[at + 1]
        start = self.sentence(at)[0]
        which = any(tree.lowers[n - 1 : n + 1] == [",", "which"] for n in range(max(start + 1, at - _NEAR), at))
        if not bases(tree.lowers[at]).isdisjoint(_CALLED):
            words = tree.lemmas[at + 1 : at + 4]
            called = (which or behind in _PRONOUNS) and not nouns.untruths().isdisjoint(words)
            if called:
                return True
        if bases(tree.lowers[at]).isdisjoint(verbs.contradicting()):
            return False
        if which and behind in _ENDS:
            return True
        if behind in _PRONOUNS and (at + 1 == last or not tree.tags[at + 2].startswith(_BEHIND_A_PRONOUN)):
            return True
        account = at + 1 + (behind in _BEFORE_ACCOUNTS)
        accounts = nouns.accounts() | nouns.hearsay()
        return account <= last and account > at + 1 and tree.lemmas[account] in accounts

    def _denied_at(self, told: Sequence[int], at: int) -> Iterator[int]:
        """What is said last before a denial, in its sentence or the one before."""
        start = self.sentence(at)[0]
        before = [n for n in told if self.sayings[n].cue[1] <= at]
        here = [n for n in before if self._start(n) >= start]
        if not here and start:
            earlier = self.sentence(start - 1)[0]
            here = [n for n in before if self._start(n) >= earlier]
        if here:
            yield max(here, key=self._start)

    def _start(self, number: int) -> int:
        one = self.sayings[number]
        return min(one.cue[0], *(start for start, _ in one.content))

    def _begin(self, number: int) -> int:
        source = self.sayings[number].source
        return self._start(number) if source is None else min(self._start(number), source[0])

    def _end(self, number: int) -> int:
        return max(end for _, end in self.sayings[number].content)

    def _is_set_against(self, number: int, other: int) -> bool:
        """Whether a mark or a word in a sentence sets the second saying against the first."""
        one, two = self.sayings[number], self.sayings[other]
        if number == other or one.source is None or two.source is None or one.speaker == two.speaker:
            return False
        end = max(self._end(number), one.cue[1])
        begin = self._begin(other)
        between = self.syntax.tree.lowers[end:begin]
        return bool(_PARTING & set(between)) and len(between) <= _BETWEEN

    def _differ(self, number: int, other: int) -> bool:
        """Whether two tell of the past, each of the other, or both in the present of the same one."""
        if not all(self._tells_of_the_past(n) for n in (number, other)):
            return False
        if self._speaks_of(number, other) and self._speaks_of(other, number):
            return True
        now = all(self._is_told_now(n) for n in (number, other))
        return now and bool(self._who(number) & (self._who(other) | self._words_of_source(other)))

    def _tells_of_the_past(self, number: int) -> bool:
        inside = (self.groups.get(at) for run in self.sayings[number].content for at in range(*run))
        found = (one for one in inside if one is not None and one.form is Form.FINITE)
        first = next(found, None)
        return first is not None and (first.tense is Tense.PAST or first.aspect in _PERFECT)

    def _is_told_now(self, number: int) -> bool:
        at = self.sayings[number].cue[0]
        group = self.groups.get(at)
        return group is not None and group.tense is Tense.PRESENT and is_reporting(self.syntax.tree, at)

    def _speaks_of(self, number: int, other: int) -> bool:
        inside = {at for run in self.sayings[number].content for at in range(*run)}
        words = self._words_of_source(other)
        return bool(words & self._words(inside))

    def _words_of_source(self, number: int) -> set[str]:
        source = self.sayings[number].source
        return set() if source is None else self._words(range(*source)) - _ONES

    def _words(self, run: set[int] | range) -> set[str]:
        """Nouns, and whom names mean."""
        tree = self.syntax.tree
        named = {self.mentions[at][0] for at in run if at in self.mentions}
        return named | {tree.lemmas[at].lower() for at in run if tree.pos[at] in ("NOUN", "PROPN")}

    def _who(self, number: int) -> set[str]:
        """Who does it or has it done to them."""
        tree = self.syntax.tree
        inside = {at for run in self.sayings[number].content for at in range(*run)}
        clauses = (self.syntax.clauses.get(at) for at in inside)
        parts = [at for one in clauses if one is not None for at in (one.subject, *one.objects) if at is not None]
        pronouns = {_SAME.get(tree.lowers[at], tree.lowers[at]) for at in parts} & _ONES
        return pronouns | self._words(set(parts) & inside)


def _denying() -> frozenset[str]:
    return verbs.contradicting() | _CALLED
