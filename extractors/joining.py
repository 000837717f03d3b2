"""Joining: which events of an article are one happening told again, by headline, lead and later mentions.

Two are one only where nothing speaks against it (status, polarity, time, figures, who acts and who is acted on, where
and with what) and something speaks for it: the same verb of the same family of words with a participant that surely is
the same. A second mention that tells of *a* ferry or *another* tells of one more. What a line of the same sentence says
already is no line of its own: *the ferry sank* of *the ferry sank, killing nine*, under one time and by one source.
Nothing here depends on when an article was published.
"""

from collections.abc import Sequence
from functools import cached_property

from spacy.tokens import Doc

from extractors.anchoring.event_mentions import Mentions
from extractors.events import DocEvent
from extractors.mentions import mentions
from extractors.mentions.records import DocMention
from extractors.sentences.paragraphs import paragraphs
from extractors.syntax.clauses import Clause, read_syntax
from extractors.syntax.relations import Relation
from extractors.syntax.trees import BE
from extractors.time_expressions.records import KEY, meaning_of
from timeline.meanings import Meaning
from timeline.meanings.named import CalendarDate
from timeline.model import Status, Tie

_MOST = 12
"""Happenings of one family of words that are looked at for one event, and mentions of each: the latest."""
_TELLING = frozenset({Status.OCCURRED, Status.PLANNED})
_COUNTED_TIES = frozenset({Tie.OWN, Tie.SCENE})
_ALIKE = ("sentence", "status", "polarity", "time", "tie", "apart", "attribution")
_LEANING = frozenset("he she it they this that these those who which".split())
_SPEAKERS = frozenset("i we you".split())
_FEWEST = 3
_LONG = 80
"""Characters of a title; of longer ones none is better for its length."""
_LONGEST = 100
"""Those of one that tells all of another and something more."""
_ONCE = frozenset(("die", "bear"))
"""What happens to somebody but once: *died at home*, *died of old age*."""
_NEW = frozenset("a an another other more second third further new".split())
_DETERMINERS = frozenset(("DT", "PRP$", "CD", "PDT", "POS"))
_CONTENT = frozenset({Relation.COMPLEMENT, Relation.OPEN_COMPLEMENT, Relation.CLAUSAL_SUBJECT})
_SUBORDINATE = frozenset({Relation.ADVERBIAL, Relation.RELATIVE, Relation.ADNOMINAL, Relation.OPEN_COMPLEMENT})
_MODIFYING = frozenset({Relation.COMPOUND, Relation.FLAT, Relation.NUMBER, Relation.POSSESSOR, Relation.NOUN_MODIFIER})


def joined(doc: Doc, events: Sequence[DocEvent]) -> list[list[int]]:
    """The events of a doc by their indices, those together that are one; the one that leads stands first."""
    return _Joining(doc, events).groups()


class _Joining:
    """The events of one doc."""

    def __init__(self, doc: Doc, events: Sequence[DocEvent]) -> None:
        self.doc, self.events = doc, events
        self.syntax = read_syntax(doc)
        self.tree = self.syntax.tree
        timed = frozenset(at for span in doc.spans.get(KEY, ()) for at in range(span.start, span.end))
        self.timed = timed
        self._tellable: dict[int, bool] = {}
        self.words = Mentions(doc, self.syntax, timed)

    def groups(self) -> list[list[int]]:
        """The events, those together that are one."""
        groups: list[list[int]] = []
        of_root: dict[str, list[int]] = {}
        of_sentence: dict[int, list[int]] = {}
        of_line: dict[tuple[object, ...], int] = {}
        for number, event in enumerate(self.events):
            roots = self.words.roots(event.trigger[0])
            here = of_sentence.setdefault(event.sentence[0], [])
            same = (event.title, event.status, event.polarity, event.time)
            near = sorted({group for root in roots for group in of_root.get(root, ())[-_MOST:]}, reverse=True)
            found = next((group for group in here[-_MOST:] if self._says_it(groups[group], number)), None)
            if found is None and self._names_somebody(event):
                found = of_line.get(same)
            if found is None:
                found = next(
                    (group for group in near if all(self._is_one(n, number) for n in groups[group][-_MOST:])), None
                )
            if found is None:
                found = len(groups)
                groups.append([])
            groups[found].append(number)
            of_line[same] = found
            here.append(found)
            for root in roots:
                if not of_root.get(root) or of_root[root][-1] != found:
                    of_root.setdefault(root, []).append(found)
        return [self._led(group) for group in groups]

    def _names_somebody(self, event: DocEvent) -> bool:
        """Whether a title means the same wherever it stands: not *he left*."""
        words = event.title.lower().split()
        return len(words) >= _FEWEST and words[0] not in _LEANING

    def _led(self, group: list[int]) -> list[int]:
        """The event that tells its own time first, and of several the one that tells most."""
        beside: dict[tuple[int, int], list[int]] = {}
        for number in group:
            beside.setdefault(self.events[number].sentence, []).append(number)

        def rank(number: int) -> tuple[bool, bool, bool, int, int]:
            event = self.events[number]
            most = (
                _LONG
                if not any(_goes_on(event, self.events[n]) for n in beside[event.sentence] if n != number)
                else _LONGEST
            )
            length = len(event.title)
            tie = Tie.OWN if event.time is not None else Tie.NEWS  # which had happened by publication
            return event.time is None, event.tie is not tie, length > most, -length, number

        lead = min(group, key=rank)
        return [lead, *(number for number in group if number != lead)]

    def _says_it(self, group: list[int], number: int) -> bool:
        """Whether a line of the same sentence holds another: what one says the other goes on from."""
        other = self.events[number]
        near = [n for n in group[-_MOST:] if self.events[n].sentence == other.sentence]
        return any(self._holds(self.events[n], other) or self._holds(other, self.events[n]) for n in near)

    def _holds(self, long: DocEvent, short: DocEvent) -> bool:
        if self._is_said_twice(long, short):
            return True
        rest, clause = long.title.removeprefix(short.title), self.syntax.clauses.get(long.trigger[0])
        trails = clause is not None and self._trails(clause) and rest != long.title and rest[:1] in (" ", ",", ";")
        undated = trails and long.time is None
        alike = (name for name in _ALIKE if not (undated and name in ("time", "tie", "apart")))
        if not all(getattr(long, name) == getattr(short, name) for name in alike):
            return False
        return not rest or trails

    def _trails(self, clause: Clause) -> bool:
        """*Killing nine and wounding two*, *which lost a seat*: what stands behind a clause and says more of it."""
        above = self.syntax.clauses.get(-1 if clause.parent is None else clause.parent)
        words = (clause.verb, *clause.auxiliaries)
        participle = any(self.tree.tags[at] == "VBG" for at in words)
        if clause.relation is Relation.CONJUNCT and participle and above is not None:
            return above.verb != clause.verb and self.tree.tags[above.verb] == "VBG" and self._trails(above)
        return clause.relation in _SUBORDINATE

    def _is_said_twice(self, one: DocEvent, other: DocEvent) -> bool:
        """Whether two verbs of a sentence have one line: no reader can tell them apart."""
        alike = (one.title, one.sentence, one.polarity) == (other.title, other.sentence, other.polarity)
        return alike and not (
            one.tie is other.tie is Tie.OWN and None not in (one.time, other.time) and one.time != other.time
        )

    def _can_be_one(self, number: int) -> bool:
        """Whether the words of an event say enough to know it again: *sank*, not *said that …* or *was ready*."""
        if number not in self._tellable:
            self._tellable[number] = self._is_tellable(self.events[number])
        return self._tellable[number]

    def _is_tellable(self, event: DocEvent) -> bool:
        clause = self.syntax.clauses.get(event.trigger[0])
        if event.status not in _TELLING or not self.words.can_be_told_again(event.trigger[0]):
            return False
        if clause is None:
            return event.time is not None and self.tree.is_nominal(event.trigger[0])
        below = {self.tree.relations[at] for at in self.tree.children[clause.verb]}
        if clause.predicate is not None and self.tree.lowers[clause.verb] in BE:
            return False
        return not below & _CONTENT

    def _is_one(self, one: int, other: int) -> bool:
        first, later = self.events[one], self.events[other]
        if (first.status, first.polarity) != (later.status, later.polarity):
            return False
        if not (self._can_be_one(one) and self._can_be_one(other)):
            return False
        times = self._times_agree(first, later)
        if times is None or not self._figures_agree(first, later):
            return False
        left, right = (self.syntax.clauses.get(event.trigger[0]) for event in (first, later))
        if left is None or right is None:
            return times and self._is_noun_of(first.trigger[0], later.trigger[0], both=left is right)
        pairs = list(zip(self.words.sides(left.verb), self.words.sides(right.verb), strict=True))
        agreed = [self._agree(*pair) for pair in pairs if pair != (None, None)]
        once = self.tree.lemmas[left.verb] in _ONCE and self.tree.lemmas[right.verb] in _ONCE and True in agreed
        if not self._predicates_agree(left, right, apart=times or once):
            return False
        if False in agreed or not self._around_agree(left, right, apart=times or once):
            return False
        if once:
            return True
        # Where no time speaks for it, both must tell all of who acts and who is acted on, and one must be in time.
        dated = first.time is not None or later.time is not None or len(agreed) > 1
        return True in agreed and (times or (None not in agreed and dated and not self._is_speaker(pairs[0][1])))

    def _is_speaker(self, at: int | None) -> bool:
        """*I*, *we*, *you*: people tell of themselves what they do again and again."""
        return at is not None and self.tree.lowers[at] in _SPEAKERS

    def _is_noun_of(self, one: int, other: int, *, both: bool) -> bool:
        """*The quake* after *a quake struck*, and after *the quake*, on one day."""
        if both:
            return (
                self._is_definite(other)
                and self.tree.lemmas[one] == self.tree.lemmas[other]
                and self._modifiers_agree(one, other)
            )
        return self.words.may_be_same(one, other)

    def _times_agree(self, first: DocEvent, later: DocEvent) -> bool | None:
        """True where both have one time, False where one has none, None where they differ."""
        if first.apart != later.apart:
            return None
        if first.time == later.time and first.time is not None:
            return True
        if first.time is None or later.time is None:
            lasting = {first.tie, later.tie} - _COUNTED_TIES - {Tie.NEWS}
            return None if lasting else False
        if {first.tie, later.tie} - _COUNTED_TIES:
            return None
        left, right = self._meanings[first.time], self._meanings[later.time]
        if isinstance(left, CalendarDate) and isinstance(right, CalendarDate):
            parts = zip((left.year, left.month, left.day), (right.year, right.month, right.day), strict=True)
            same = all(a is None or b is None or a == b for a, b in parts)
            return True if same and left.day == right.day and left.month == right.month else None
        return True if left == right else None

    def _figures_agree(self, first: DocEvent, later: DocEvent) -> bool:
        left, right = (self._figures(event.clause) for event in (first, later))
        return not left or not right or left == right

    def _figures(self, clause: tuple[int, int]) -> set[str]:
        return {self.tree.lowers[at] for at in range(*clause) if self.tree.tags[at] == "CD" and at not in self.timed}

    def _predicates_agree(self, left: Clause, right: Clause, *, apart: bool) -> bool:
        """*Was found guilty* is not *was found innocent*, and *found* alone is *found dead* if time speaks for it."""
        said = [self.tree.lemmas[one.predicate] for one in (left, right) if one.predicate is not None]
        return len(set(said)) <= apart if len(said) != len((left, right)) else len(set(said)) == 1

    def _around_agree(self, left: Clause, right: Clause, *, apart: bool) -> bool:
        """Whether where, with what and to whom agree, or only one of them tells.

        Each may tell something `apart` from the other where time speaks for one happening, or what happens but once.
        """
        one, other = self._around(left), self._around(right)
        if any(case in other and not self._agree(at, other[case]) for case, at in one.items()):
            return False
        return apart or not (one.keys() - other.keys() and other.keys() - one.keys())

    def _around(self, clause: Clause) -> dict[str, int]:
        tree, found = self.tree, dict[str, int]()
        for at in tree.children[clause.verb]:
            if tree.relations[at] in (Relation.OBLIQUE, Relation.RECIPIENT) and at not in self.timed:
                case = next((tree.lowers[n] for n in tree.children[at] if tree.relations[n] is Relation.CASE), "")
                if case != "according":
                    found[case] = at
        return found

    def _agree(self, one: int | None, other: int | None) -> bool | None:
        """Whether two participants are the same; None where one of them is not told."""
        if one is None or other is None:
            return None
        if self._meant(one) & self._meant(other):
            return True
        if self.tree.lemmas[one] != self.tree.lemmas[other] or self.tree.pos[one] == "PRON":
            return False
        named = self.tree.pos[other] == "PROPN" and self.tree.lowers[one] == self.tree.lowers[other]
        again = named or self._is_definite(other) or self._is_headline(one)
        return again and self._modifiers_agree(one, other)

    def _meant(self, at: int) -> set[int]:
        """What a participant means, by its noun and by the name behind it: *the ferry Merel*."""
        names = (n for n in self.tree.children[at] if n > at and self.tree.pos[n] == "PROPN" and self._names(n))
        return {self._clusters[n] for n in (at, *names) if n in self._clusters}

    def _names(self, at: int) -> bool:
        return self.tree.relations[at] in (Relation.APPOSITION, Relation.FLAT, Relation.COMPOUND, Relation.MODIFIER)

    def _is_definite(self, at: int) -> bool:
        lowers = {self.tree.lowers[n] for n in self.tree.children[at]}
        return bool(lowers & {"the", "this", "that"}) and not lowers & _NEW

    def _is_headline(self, at: int) -> bool:
        """Whether a word stands in the first line of a text, with no article before it."""
        first = self._first_line
        return first[0] <= at < first[1] and not any(self.tree.tags[n] == "DT" for n in self.tree.children[at])

    def _modifiers_agree(self, one: int, other: int) -> bool:
        left, right = (self._modifiers(at) for at in (one, other))
        return left <= right or right <= left

    def _modifiers(self, at: int) -> set[str]:
        children = (n for n in self.tree.children[at] if n not in self.timed)
        return {self.tree.lowers[n] for n in children if self._modifies(n)}

    def _modifies(self, at: int) -> bool:
        tagged = self.tree.tags[at] not in _DETERMINERS and self.tree.relations[at] is Relation.MODIFIER
        return tagged or self.tree.relations[at] in _MODIFYING

    @cached_property
    def _meanings(self) -> list[Meaning]:
        return [meaning_of(span) for span in self.doc.spans.get(KEY, ())]

    @cached_property
    def _first_line(self) -> tuple[int, int]:
        return next(iter(paragraphs(self.doc)), (0, 0))

    @cached_property
    def _clusters(self) -> dict[int, int]:
        """By the word that heads a mention, what it means."""
        found: tuple[DocMention, ...] = mentions(self.doc)
        return {one.head: one.cluster for one in found}


def _goes_on(long: DocEvent, short: DocEvent) -> bool:
    """Whether a title is another of its sentence with more behind it, which is told nowhere else."""
    return long.title.startswith(short.title)
