"""Rules for times so far from another, `a week ago`, `in eight days`, `two days after Christmas`, and for lengths."""

import msgspec

from extractors.time_expressions.grammar.building import (
    INSTANTS,
    after,
    amount,
    before,
    follows,
    is_day,
    is_placed,
    lasting,
    made,
    meaning,
    piece,
    said,
    unit,
    whole,
)
from extractors.time_expressions.grammar.composition import Built, Run, Words, layer, rule
from extractors.time_expressions.grammar.pieces import Amount
from timeline.meanings import Meaning
from timeline.meanings.composed import About, From, PartOfPeriod, Range, Reaching
from timeline.meanings.counted import Period, Shift, Some
from timeline.meanings.named import CalendarDate
from timeline.meanings.placeless import Duration, Vague
from timeline.meanings.units import CLOCK_UNITS, Anchor, Edge, Modifier, Reference, Unit

_RANKING = frozenset("first second third fourth fifth time most least worst record only once largest".split())
_RANKED_WITHIN = 12
"""Words before *in two years* among which it may be ranked: *the first time that … in two years*."""
_NOT = frozenset("n't n’t not never no nobody nothing neither hardly barely".split())
_UNTIL_NOW = frozenset("has have had hadn hasn haven 've ’ve".split())
_BACK = frozenset("ago earlier before back".split())
_LASTING = frozenset("for over during lasted lasts lasting".split())
"""Before a length: *held the post for two years from March 2006*."""
_KNOWN = frozenset("the a an his her its their this that".split())
_DAY_WITHIN = 8
"""Words behind *the eve of* in which the day of what is told stands."""
_OF_A_PRICE = frozenset("$ £ € cents % percent million billion times twice once".split())


def _hedging(held: Amount, meant: Meaning) -> Meaning:
    return meant if held.hedge is None else About(held.hedge, meant)


def _ago(run: Run, words: Words) -> Built:
    """`two years ago`, `three days later`, `a week from now`."""
    held, word = amount(run[0]), said(run[1], words)
    if word in ("from", "hence"):
        way, anchor = 1, Anchor.PUBLICATION
    elif word == "back":
        if held.count is None:
            return None
        way, anchor = -1, Anchor.PUBLICATION
    else:
        way = -1 if word in _BACK else 1
        anchor = Anchor.PUBLICATION if word == "ago" else Anchor.NARRATIVE
    if held.count is None:
        return made(Vague(Reference.PAST)) if word == "ago" else lasting(Some(held.unit, way, anchor))
    held = _in_smaller(held)
    count = whole(held.count)
    if count is None:
        return lasting(Duration(held.unit, held.count))
    told = _hedging(held, Shift(count * way, held.unit, anchor))
    return lasting(told) if held.unit in CLOCK_UNITS and anchor is Anchor.NARRATIVE else made(told)


def _two_ago(run: Run, words: Words) -> Built:
    """`two years and three months ago`, `a week and two days later`: counted in the smaller."""
    larger, smaller = (one for one in run if one.is_of("amount", "one"))
    held, more = amount(larger), amount(smaller)
    times = {(Unit.YEAR, Unit.MONTH): 12, (Unit.WEEK, Unit.DAY): 7}.get((held.unit, more.unit))
    if times is None or held.count is None or more.count is None or more.hedge is not None:
        return None
    whole_ = Amount(held.count * times + more.count, more.unit, held.hedge)
    return _ago([msgspec.structs.replace(smaller, kind="amount", value=whole_), *run[3:]], words)


def _moments(run: Run, words: Words) -> Built:
    """`moments later`."""
    return lasting(Some(Unit.SECOND, -1 if said(run[1], words) in _BACK else 1))


_ENDS = frozenset("and but when in on at with by for or as".split())


def _from_event(run: Run, words: Words) -> Built:
    """`two years after he left`: a length, which counts from what follows."""
    held, next_ = amount(run[0]), after(run, words)
    count = whole(held.count)
    if next_ is None or not (next_.text[:1].isalnum() or next_.text[:1] in "“‘`\"'") or next_.lower in _ENDS:
        return None
    way = -1 if run[-1].kind == "before" else 1
    if held.count is None:
        return lasting(Some(held.unit, way, Anchor.EVENT))
    if count is None:
        return lasting(_hedging(held, Duration(held.unit, held.count)))
    return lasting(_hedging(held, Shift(count * way, held.unit, Anchor.EVENT)))


def _eve_of(run: Run, words: Words) -> Built:
    """`on the eve of the vote on 10 March`: the day before it; not `the eve of war`, nor of what has no day there."""
    near = words[run[-1].end : run[-1].end + _DAY_WITHIN]
    dated = any(word.kind in ("weekday", "month", "month_ambiguous") for word in near)
    return lasting(Shift(-1, Unit.DAY, Anchor.EVENT)) if dated and follows(run, words) in _KNOWN else None


def _to_the_day(run: Run, words: Words) -> Built:
    """`ten years to the day ago`."""
    return _ago((run[0], run[-1]), words)


def _some_from_event(run: Run, words: Words) -> Built:
    """`hours after the vote`: of the same day; days or weeks would leave it open."""
    next_, led = after(run, words), before(run, words)
    if unit(run[0]) not in CLOCK_UNITS or led in ("the", "in"):
        return None
    if next_ is None or not next_.text[:1].isalnum() or next_.lower in _ENDS:
        return None
    return lasting(Some(unit(run[0]), -1 if run[-1].kind == "before" else 1, Anchor.EVENT))


def _following(run: Run, words: Words) -> Built:
    """`two days following the vote`, `the week following`."""
    if said(run[-1], words) != "following":
        return None
    return _told_next(run, words) if run[0].kind == "the" else _from_event(run, words)


_SMALLER = {Unit.YEAR: (12, Unit.MONTH), Unit.DECADE: (10, Unit.YEAR), Unit.CENTURY: (100, Unit.YEAR)}
"""What parts of a unit are counted in."""


def _in_smaller(held: Amount) -> Amount:
    """`two and a half years` in months, `half a century` in years."""
    times, smaller = _SMALLER.get(held.unit, (1, held.unit))
    if held.count is None or whole(held.count) is not None:
        return held
    return Amount(held.count * times, smaller, held.hedge)


def _from(run: Run, words: Words) -> Built:
    """`two days after Christmas`, `a week from Friday`, `a week ago Friday`; *for a week from Friday* lasts as long."""
    base = run[-1]
    if run[1].kind == "from" and meaning(base) == Vague(Reference.PRESENT):
        return _ago(run, words)
    if not is_placed(base):
        return None
    held = amount(run[0]) if run[0].is_of("amount", "one") else Amount(1, unit(piece(run, "unit")))
    count, word = whole(held.count), said(run[-2], words)
    if count is None or held.unit in INSTANTS or held.unit is Unit.HOUR:
        return None
    way = -1 if word in _BACK else 1
    if word == "from" and before(run, words) in _LASTING:
        return made(Range(meaning(base), _hedging(held, From(count, held.unit, meaning(base)))))
    if run[0].kind == "the" and held.unit is Unit.WEEK and is_day(meaning(base)):
        return lasting(Reaching(way, Unit.WEEK, From(way, Unit.DAY, meaning(base))))
    return made(_hedging(held, From(count * way, held.unit, meaning(base))))


def _in(run: Run, words: Words) -> Built:
    """`in eight days`, `in two years' time`: they lie ahead."""
    held = amount(piece(run, "amount", "one"))
    count = whole(held.count)
    if count is None or held.unit in CLOCK_UNITS:
        return lasting(_hedging(held, Duration(held.unit, held.count)))
    return made(_hedging(held, Shift(count, held.unit)))


def _in_length(run: Run, words: Words) -> Built:
    """`the first time in two years`, `the worst in a decade`, `answered in less than an hour`: lengths of time."""
    held = amount(piece(run, "amount", "one"))
    near = {word.lower for word in words[max(0, run[0].start - _RANKED_WITHIN) : run[0].start]}
    ranked = any(word in _RANKING or (word.endswith("est") and len(word) > len("best")) for word in near)
    short = held.unit in CLOCK_UNITS or held.hedge is Modifier.LESS
    if whole(held.count) is None or ranked or short or (near & _NOT and near & _UNTIL_NOW):
        return lasting(_hedging(held, Duration(held.unit, held.count)))
    return None


def _years_on(run: Run, words: Words) -> Built:
    """`three years on, …`: they count from what was told."""
    held, next_ = amount(run[0]), after(run, words)
    count = whole(held.count)
    ends = next_ is None or next_.lower in (",", ".", ";", "—", "–")
    opens = run[0].start == 0 or before(run, words) in (",", "and", "but", ";", "now", '"', "“")
    if count is None or not (ends and opens) or held.unit in INSTANTS:
        return None
    return made(_hedging(held, Shift(count, held.unit, Anchor.NARRATIVE)))


def _told_next(run: Run, words: Words) -> Built:
    """`the day before`, `the week after`: they count from what was told."""
    only = unit(piece(run, "unit"))
    if only in INSTANTS or only is Unit.HOUR:
        return None
    way = -1 if said(run[-1], words) in _BACK else 1
    return made(Shift(way, only, Anchor.NARRATIVE))


def _duration(run: Run, words: Words) -> Built:
    """`two years`; `five cents a year` and `twice a week` are no lengths."""
    held = amount(run[-1])
    led = before(run, words)
    if run[-1].kind == "one" and (led in _OF_A_PRICE or led[:1].isdigit() or led in ("such", "what", "quite")):
        return None
    return lasting(_hedging(held, Duration(held.unit, held.count)))


def _all(run: Run, words: Words) -> Built:
    """`all week`, `all year long`."""
    only = unit(run[-1])
    return lasting(Duration(only, 1)) if only not in (*INSTANTS, Unit.QUARTER) else None


def _plain_duration(run: Run, words: Words) -> Built:
    """`the nine months`; of `the 14-day wait` the article belongs to the wait."""
    hyphened = any(word.kind == "-" for word in words[run[-1].start : run[-1].end])
    return None if hyphened else _duration(run, words)


def _year_ago_length(run: Run, words: Words) -> Built:
    """`the year-earlier nine months`."""
    held = amount(run[-1])
    told = piece(run, "time")
    year_before = (
        told is not None
        and meaning(told) == Shift(-1, Unit.YEAR, Anchor.NARRATIVE)
        and "-" in {word.lower for word in words[told.start : told.end]}
    )
    return lasting(Duration(held.unit, held.count)) if year_before else None


_MEASURING = frozenset(
    "for within than in over lasts last lasted take takes took taking spent spend least most after during through "
    "once nearly half only just to stay stayed stays wait waited waits need needs needed give gave given gives him her "
    "them us me require requires required".split()
)


_HAVING = frozenset("have has had having".split())


def _one_led(run: Run, words: Words) -> Built:
    """`for a year`, `nearly an hour`, `has a week to leave`: a single unit is a length where something measures."""
    held, next_ = amount(run[-1]), follows(run, words)
    second = after(run, words, 2)
    measured = (
        held.hedge is not None
        or words[run[-1].start].lower == "another"
        or before(run, words) in _MEASURING
        or (next_ == "or" and second is not None and second.lower in ("two", "so", "more"))
        or (next_ == "to" and before(run, words) in _HAVING)
        or (next_ == "of" and held.unit not in (Unit.DAY, Unit.HOUR))
    )
    if not measured or before(run, words) in _OF_A_PRICE:
        return None
    return lasting(_hedging(held, Duration(held.unit, held.count)))


def _end_of_this(run: Run, words: Words) -> Built:
    """`by month's end`, `at year's end`."""
    only, end = unit(run[0]), run[-1]
    if words[end.start].lower != "end" or only in INSTANTS or only in (Unit.HOUR, Unit.DAY, Unit.WEEKEND):
        return None
    return made(CalendarDate(None, 12, 31)) if only is Unit.YEAR else made(PartOfPeriod(Edge.END, Period(only, 0)))


def _year_end(run: Run, words: Words) -> Built:
    """`year-end`: 31 December, of the year that direction gives."""
    if unit(run[0]) is not Unit.YEAR or said(run[-1], words) != "end":
        return None
    return made(CalendarDate(None, 12, 31))


SHIFTS = layer(
    "counted times and lengths",
    rule("year-end", "unit -? edge_noun", _year_end, "by year-end"),
    rule("end-of-this", "unit 's edge_noun", _end_of_this, "by year's end"),
    rule("from-a-time", "amount|one ago|before|after|from|earlier time", _from, "two days after Christmas"),
    rule("from-a-time", "the unit before|after time", _from, "the day after Christmas"),
    rule("from-event", "[ amount|one ] before|after", _from_event, "two days after he left"),
    rule("from-event", "[ amount|one ] relative", _following, "two days following the vote"),
    rule("from-a-time", "amount|one to the unit after|before time", _from, "three years to the day after May 5, 2016"),
    rule("from-event", "[ amount|one ] to the unit before|after", _from_event, "three years to the day after she left"),
    rule("ago", "amount|one to the unit ago|earlier|later", _to_the_day, "ten years to the day ago"),
    rule("from-event", "[ the 'eve' ] of", _eve_of, "on the eve of the vote on 10 March"),
    rule("some-from-event", "[ units ] before|after", _some_from_event, "hours after the vote"),
    rule("told-next", "the unit relative", _following, "the week following"),
    rule("ago", "amount|one ago|earlier|later|before|after|hence|back", _ago, "two years ago"),
    rule("ago", "amount|one and amount|one ago|earlier|later|hence", _two_ago, "two years and three months ago"),
    rule("moments", "moments later|earlier|before", _moments, "moments later"),
    rule("told-next", "the unit before|after", _told_next, "the day before"),
    rule("years-on", "amount on", _years_on, "Three years on, he left"),
    rule("in-length", "in [ amount|one ]", _in_length, "the first time in two years"),
    rule("in", "in amount|one", _in, "in eight days"),
    rule("in", "in amount '|'s time_word", _in, "in two years' time"),
    rule("duration", "the? time amount", _year_ago_length, "the year-earlier nine months"),
    rule("duration", "the amount", _plain_duration, "the nine months"),
    rule("duration", "the ordinal_word|second|final amount", _duration, "the first two years"),
    rule("duration", "amount", _duration, "two years"),
    rule("duration", "one", _one_led, "for a year"),
    rule("all", "all unit", _all, "all week"),
)
