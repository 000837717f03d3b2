"""Which time told of before an expression counts from: `On Friday she resigned. Two days later …`.

What is nearest before it decides, by sentences, paragraphs and speakers alone; what that makes of its date is for
`timeline.dates.resolve`.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

import msgspec

from extractors.anchoring.needed_times import NEEDED, counts_from, needs
from extractors.time_expressions.grammar.relative_rules import THAT_TIME
from extractors.time_expressions.grammar.story_weekday_rules import TOLD_WEEKDAY
from extractors.time_expressions.nights import is_late, is_morning, over_midnight
from timeline.meanings import Meaning
from timeline.meanings.composed import About, Bounded, Clock, PartOfDay, PartOfPeriod, Range
from timeline.meanings.counted import MonthOf, Period, Shift, Weekday
from timeline.meanings.units import ANCHORING, Anchor, Unit
from timeline.model import Attribution, NarrativeAnchor, Sense, TimeExpression
from timeline.when import Bound

LONGEST_CHAIN = 8
"""Expressions that count from each other; what comes after so many of them is too far from any date."""

_SENTENCES_BACK = 2
_SENTENCES_OF_NEIGHBOURS = 5
"""So far back a time of the story is what the next one counts from; farther where it is told a paragraph before."""
_LONGER_THAN_DAYS = frozenset({Unit.WEEKEND, Unit.WEEK, Unit.MONTH})


class Standing(msgspec.Struct, frozen=True):
    """How the expressions of a text stand to its story, by their indices."""

    asides: frozenset[int] = frozenset()
    """Those in what is told aside."""
    past: frozenset[int] = frozenset()
    """Those of what is told as past."""
    ahead: frozenset[int] = frozenset()
    """Those of what lies ahead of publication."""
    quoted: frozenset[int] = frozenset()
    """Those in quotation marks."""


_PLAIN = Standing()


class _Place(msgspec.Struct, frozen=True):
    """Where an expression stands."""

    sentence: int
    paragraph: int
    speech: int | None
    """Index of the attribution that it is said in."""
    moves: bool = False
    """Whether it moves the story on or back: *the next day*, and not *that day*, nor an hour."""


class _Earlier(msgspec.Struct, frozen=True):
    """A time that was told of, and how many others it counts from itself."""

    index: int
    place: _Place
    links: int
    ahead: bool
    """Whether it lay ahead of publication."""


_Latest = defaultdict[int | None, dict[tuple[Unit, bool], _Earlier]]
"""The last time of each fineness that lay ahead, and that did not, by the attribution that it is said in."""


class _State:
    """The times told of last: those that the story follows, and those told aside."""

    def __init__(self) -> None:
        self.story: _Latest = defaultdict(dict)
        self.aside: _Latest = defaultdict(dict)
        self.reported: _Latest = defaultdict(dict)
        """Those that others told of, in the article's words: *the house burned down on Monday, police said*."""

    def tell(self, unit: Unit, earlier: _Earlier, *, aside: bool, verbatim: bool) -> None:
        """Another time was told of; not with the words of a saying, or with its day beside it, others count from it."""
        (self.aside if aside else self.story)[earlier.place.speech][unit, earlier.ahead] = earlier
        if earlier.place.speech is not None and not verbatim and not aside:
            self.reported[None][unit, earlier.ahead] = earlier

    def forget(self, place: _Place) -> None:
        """From here on it isn't clear which time the story follows."""
        for latest in (self.story, self.aside, self.reported):
            latest[None], latest[place.speech] = {}, {}

    def has_told_in(self, place: _Place) -> bool:
        """Whether a time was told of in the same sentence."""
        places = (one for by in (None, place.speech) for one in self.story[by].values())
        return any(one.place.sentence == place.sentence for one in places)

    def nearest(self, place: _Place, fine: frozenset[Unit], standing: Standing, index: int) -> _Earlier | None:
        """The last time that the story follows; what is told aside goes on with what is, where that is nearer.

        What was past already counts from none that lies ahead: *will open on 5 May. … was told on the same day*.
        """
        past = index in standing.past
        of_story = _nearest(self.story, place, fine, past=past)
        if of_story is None or of_story.place.paragraph != place.paragraph:
            told = (of_story, _nearest(self.reported, place, fine, past=past))
            of_story = max((one for one in told if one is not None), key=lambda one: one.index, default=None)
        aside = index in standing.asides or of_story is None
        beside = _nearest(self.aside, place, fine, past=past) if aside else None
        return max((one for one in (of_story, beside) if one is not None), key=lambda one: one.index, default=None)


def with_told(
    text: str,
    expressions: Sequence[TimeExpression],
    attributions: Sequence[Attribution],
    sentences: Sequence[int],
    paragraphs: Sequence[int],
    *,
    standing: Standing = _PLAIN,
) -> tuple[TimeExpression, ...]:
    """Each expression that counts from the story with the one it counts from, where that is near enough.

    Args:
        text: that of the article.
        expressions: in the order of the text.
        attributions: what is said by whom.
        sentences: where each sentence starts, in characters.
        paragraphs: where each paragraph starts.
        standing: how they stand to the story.
    """
    speech = _speech(expressions, attributions)
    doubtful = _doubtful(expressions)
    state = _State()
    settled: list[TimeExpression] = []
    for index, expression in enumerate(expressions):
        start = expression.start
        sentence, paragraph = bisect_right(sentences, start), bisect_right(paragraphs, start)
        place = _Place(sentence, paragraph, speech[index], moves=_counted_from(expression) != 0)
        links = 0
        fine = counts_from(text, expression) if expression.told is None else None
        earlier = state.nearest(place, fine, standing, index) if fine else None
        if earlier is None and fine and _is_same_day(expression.meaning):
            earlier = state.nearest(place, _LONGER_THAN_DAYS, standing, index)
        if fine == frozenset() and is_morning(expression):
            night = state.nearest(place, NEEDED[Unit.DAY], standing, index)
            earlier = night if night is not None and is_late(expressions[night.index].meaning) else None
        today = _of_today(expression.meaning) if index in standing.ahead else None
        if earlier is not None and today is not None and _is_over(expressions[earlier.index]):
            expression = msgspec.structs.replace(expression, meaning=today)  # noqa: PLW2901 - the same
            earlier = None
        if earlier is not None and THAT_TIME in expression.rules and _is_of_these_days(expressions[earlier.index]):
            earlier = None
        if earlier is not None:
            links = earlier.links + 1
            together = earlier.place.sentence == place.sentence and earlier.index != expression.spoken
            anchor = NarrativeAnchor(earlier.index, same_sentence=together)
            meaning = over_midnight(text, expression, expressions[earlier.index].meaning)
            ahead = Sense.FUTURE in (expression.direction.sense, expression.direction.likelier)
            goes_back = index in standing.asides or isinstance(meaning, Range)
            if TOLD_WEEKDAY in expression.rules and goes_back and not ahead:
                meaning = _before_it(meaning)
            expression = msgspec.structs.replace(expression, meaning=meaning, told=anchor)  # noqa: PLW2901 - the same, and more of it
        settled.append(expression)
        if index in doubtful:
            state.forget(place)
            continue
        if expression.event is not None and expression.event.expression is None and not state.has_told_in(place):
            state.forget(place)
        unit = _filled(expression)
        if unit is not None:
            ahead = expression.direction.sense is Sense.FUTURE
            together = earlier is not None and earlier.place.sentence == place.sentence
            looks_back = together and _counted_from(expression) < 0  # the story goes on from what it counts from
            verbatim = index in standing.quoted or (expression.spoken is not None and not expression.supposed)
            if not looks_back:
                one = _Earlier(index, place, links, ahead)
                state.tell(unit, one, aside=index in standing.asides, verbatim=verbatim)
    return tuple(settled)


def _is_over(expression: TimeExpression) -> bool:
    """Whether a time is surely past: *on Monday* of what was done then, *overnight*."""
    meaning = expression.meaning
    while isinstance(meaning, PartOfDay | Clock):
        meaning = meaning.base
    back = isinstance(meaning, Period) and meaning.unit is Unit.DAY and (meaning.offset or 0) < 0
    return back or expression.direction.sense is Sense.PAST


def _of_today(meaning: Meaning) -> Meaning | None:
    """*Is to return by lunchtime*: of the day of publication, where only what is over was told before."""
    match meaning:
        case PartOfDay(_, Shift(0, Unit.DAY, Anchor.NARRATIVE)):
            return msgspec.structs.replace(meaning, base=Period(Unit.DAY, 0))
        case Bounded(bound, base) if (today := _of_today(base)) is not None:
            return Bounded(bound, today)
        case _:
            return None


def _before_it(meaning: Meaning) -> Meaning:
    """*A thaw that began on the Wednesday*, *had quarrelled since the Tuesday*: before the day that was told."""
    match meaning:
        case Weekday(day, 0, Anchor.NARRATIVE):
            return Weekday(day, -1, Anchor.NARRATIVE)
        case PartOfDay() | Clock():
            return msgspec.structs.replace(meaning, base=_before_it(meaning.base))
        case Range(start, None) if start is not None:
            return Range(_before_it(start))
        case _:
            return meaning


def _is_same_day(meaning: Meaning) -> bool:
    """*That day*, *the same night*: in the month that is told of, where that is told of no day."""
    base = meaning.base if isinstance(meaning, PartOfDay) else meaning
    return base == Shift(0, Unit.DAY, Anchor.NARRATIVE)


def _counted_from(expression: TimeExpression) -> int:
    """So many days, weeks or years after what was told it is, where it says how many."""
    meaning = expression.meaning
    while isinstance(meaning, PartOfDay | Clock | PartOfPeriod | About):
        meaning = meaning.base
    return meaning.count if isinstance(meaning, Shift) else 1


def _is_of_these_days(expression: TimeExpression) -> bool:
    """Whether a time is told from the days of publication, which `at the time` is set against."""
    meaning = expression.meaning
    while isinstance(meaning, PartOfDay | Clock | PartOfPeriod):
        meaning = meaning.base
    days = (Unit.DAY, Unit.WEEKEND, Unit.WEEK)
    return isinstance(meaning, Weekday | MonthOf) or (isinstance(meaning, Period) and meaning.unit in days)


def _filled(expression: TimeExpression) -> Unit | None:
    """The unit that it fills, if it has a place: a time that counts from the story, where it is known from what."""
    meaning, event = expression.meaning, expression.event
    dated = event is not None and event.expression is not None
    if isinstance(meaning, Shift) and meaning.anchor is Anchor.EVENT:
        return meaning.unit if dated and meaning.unit in ANCHORING else None
    if (
        isinstance(meaning, Bounded) and meaning.bound is Bound.BY
    ):  # *home by the end of 1961, and married the next year*
        meaning = meaning.base
    placed = needs(meaning) is None or dated or expression.told is not None
    return meaning.fineness() if placed or TOLD_WEEKDAY in expression.rules else None


def _doubtful(expressions: Sequence[TimeExpression]) -> frozenset[int]:
    """Times of sayings that tell of another time: `said Friday that it sank Monday`. What follows may mean either."""
    return frozenset(
        one.spoken
        for one in expressions
        if one.spoken is not None and not one.supposed and needs(one.meaning) is None and one.meaning.fineness()
    )


def _nearest(latest: _Latest, place: _Place, fine: frozenset[Unit], *, past: bool) -> _Earlier | None:
    """Of what the article itself told, or the same speaker did."""
    within = {None, place.speech}
    ways = (False,) if past else (False, True)
    keys = [(unit, ahead) for unit in fine for ahead in ways]
    earlier = [one for speech in within for key in keys if (one := latest[speech].get(key)) is not None]
    nearest = max(earlier, key=lambda one: one.index, default=None)
    if nearest is None or nearest.links >= LONGEST_CHAIN:
        return None
    others = (one for speech in within for one in latest[speech].values() if one.index > nearest.index)
    if any(one.place.sentence == place.sentence for one in others):
        return None  # *tried in January and hanged a fortnight later*, whatever day was told before
    paragraphs, back = place.paragraph - nearest.place.paragraph, place.sentence - nearest.place.sentence
    near = back <= (_SENTENCES_OF_NEIGHBOURS if paragraphs == 1 and place.moves else _SENTENCES_BACK)
    return nearest if near or not paragraphs else None


def _speech(expressions: Sequence[TimeExpression], attributions: Sequence[Attribution]) -> list[int | None]:
    """For each expression the attribution it is said in: of one inside another the inner."""
    starts = [expression.start for expression in expressions]
    inside: list[int | None] = [None] * len(expressions)
    runs = [(run, number) for number, attribution in enumerate(attributions) for run in attribution.content]
    open_runs: list[tuple[int, int]] = []
    later = iter([*sorted(runs, key=lambda one: (one[0][0], -one[0][1], one[1])), None])
    following = next(later)
    for index, at in enumerate(starts):
        while following is not None and following[0][0] <= at:
            open_runs.append((following[0][1], following[1]))
            following = next(later)
        while open_runs and open_runs[-1][0] <= at:
            open_runs.pop()
        inside[index] = open_runs[-1][1] if open_runs else None
    return inside
