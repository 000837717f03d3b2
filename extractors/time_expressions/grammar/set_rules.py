"""Rules for times that come again and again, and for words that keep time vague."""

from extractors.time_expressions.grammar.building import (
    INSTANTS,
    amount,
    before,
    follows,
    made,
    number,
    piece,
    said,
    unit,
    whole,
)
from extractors.time_expressions.grammar.composition import Built, Run, Words, layer, rule
from extractors.time_expressions.grammar.wording import listed
from timeline.meanings.placeless import Recurring, Vague
from timeline.meanings.units import Reference, Unit
from timeline.model import TimexType

_TIMES = {"once": 1, "twice": 2}
_CITED = frozenset("as how too very until quite so".split())


def _recurring(meant: Recurring) -> Built:
    return made(meant, TimexType.SET)


def _every(run: Run, words: Words) -> Built:
    """`every other Tuesday`, `each July`, `every other day`, `every two years`."""
    last, every = run[-1], 2 if piece(run, "other") else 1
    match last.kind:
        case "weekday":
            return _recurring(Recurring(Unit.WEEK, number(last), every))
        case "month":
            return _recurring(Recurring(Unit.YEAR, None, every, month=number(last)))
        case "season":
            return _recurring(Recurring(Unit.YEAR, None, every, season=number(last)))
        case "amount":
            count = whole(amount(last).count)
            return _recurring(Recurring(amount(last).unit, every=count)) if count else None
        case _:
            if last.kind == "second" or (unit(last) in INSTANTS and follows(run, words) == "of"):
                return None
            return _recurring(Recurring(unit(last), every=every))


def _times(run: Run, words: Words) -> Built:
    """`twice a week`, `three times a year`."""
    times = _TIMES.get(said(run[0], words)) if run[0].is_of("once", "twice") else whole(_count(run))
    only = unit(run[-1]) if run[-1].kind == "unit" else amount(run[-1]).unit
    return _recurring(Recurring(only, times=times)) if times else None


def _often(run: Run, words: Words) -> Built:
    """`several times a day`."""
    return _recurring(Recurring(unit(run[-1]) if run[-1].kind == "unit" else amount(run[-1]).unit))


def _nth_of_each(run: Run, words: Words) -> Built:
    """`the first Monday of each month`."""
    only = unit(run[-1])
    return _recurring(Recurring(only)) if only in (Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR) else None


_NOT_RATED = frozenset(
    "for in over within than about nearly almost after lasted - , before until to from by up down last of during took "
    "and through at since million billion trillion thousand hundred cents percent % share".split()
)


def _per_unit(run: Run, words: Words) -> Built:
    """`300 flights per day`; not a speed or a rate of pay."""
    only, led = unit(run[-1]), before(run, words)
    counted = led.isalpha() and led not in _NOT_RATED and only in (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR)
    return _recurring(Recurring(only)) if counted else None


def _other_day(run: Run, words: Words) -> Built:
    """`the other day`: lately."""
    next_ = words[run[-1].end] if run[-1].end < len(words) else None
    alone = next_ is None or not next_.text[:1].isalpha() or next_.lower != "of"
    return made(Vague(Reference.PAST)) if unit(run[-1]) is Unit.DAY and alone else None


def _count(run: Run) -> float | None:
    value = run[0].value
    return value if isinstance(value, int | float) else None


_COUNTED_WITHIN = 4
"""Words before *a day* among which a number counts what comes in it: *500 barrels of oil a day*."""


def _per(run: Run, words: Words) -> Built:
    """`500 barrels a day`: the unit is the set, where so many of a thing come before it; not a rate in money."""
    near = words[max(0, run[0].start - _COUNTED_WITHIN) : run[0].start]
    counted = any(word.is_of("number", "year") for word in near[:-1])
    only = amount(run[-1]).unit
    led = before(run, words)
    told = follows(run, words) in ("ago", "earlier", "later", "before", "after", "from", "ahead")
    if not counted or told or led in _NOT_RATED or only in (Unit.HOUR, Unit.MINUTE, Unit.DECADE, Unit.CENTURY):
        return None
    return _recurring(Recurring(only))


def _adverb(run: Run, words: Words) -> Built:
    """`monthly`; not the Daily this or that, nor a quarterly dividend."""
    word = words[run[0].start]
    named = word.text.istitle() and run[0].start > 0
    summed = word.lower == "quarterly" and follows(run, words) in listed("reported_sum")
    next_ = words[run[-1].end] if run[-1].end < len(words) else None
    paper = next_ is not None and next_.text[:1].isupper()
    return None if named or summed or paper else _recurring(Recurring(unit(run[0])))


def _plural_days(run: Run, words: Words) -> Built:
    """`on Fridays`, `weekends`."""
    if run[-1].kind == "weekdays":
        return _recurring(Recurring(Unit.WEEK, number(run[-1])))
    return _recurring(Recurring(Unit.WEEKEND)) if unit(run[-1]) is Unit.WEEKEND else None


def _vague(run: Run, words: Words) -> Built:
    """`now`, `recently`; not *as soon as*, *now that*."""
    reference, word = run[-1].value, said(run[-1], words)
    assert isinstance(reference, Reference)
    if word == "soon" and (before(run, words) in _CITED or follows(run, words) in ("as", "after", "before")):
        return None
    if word == "now" and (follows(run, words) in ("that", "and") or before(run, words) in ("and", "by")):
        return None if follows(run, words) == "that" else made(Vague(reference))
    return made(Vague(reference))


_ENDS_A_NOUN = frozenset(
    "of and or but is was will would has had have are were in to for as with that when by if because at on we he she "
    "they i it may can could might looks holds holding".split()
)


def _vague_noun(run: Run, words: Words) -> Built:
    """`the future`, `the past`, `the near term`."""
    next_ = words[run[-1].end] if run[-1].end < len(words) else None
    noun_follows = next_ is not None and next_.text.isalpha() and next_.lower not in _ENDS_A_NOUN
    if run[-1].kind == "relative":
        past = said(run[-1], words) == "past" and not noun_follows
        return made(Vague(Reference.PAST)) if past else None
    if run[-1].kind == "term":
        return made(Vague(Reference.FUTURE)) if not noun_follows else None
    reference = run[-1].value
    assert isinstance(reference, Reference)
    if run[0].kind == "at" and next_ is not None:
        noun_follows = next_.text.isalpha() and next_.lower.endswith("s") and next_.lower not in _ENDS_A_NOUN
    return None if noun_follows else made(Vague(reference))


def _present(run: Run, words: Words) -> Built:
    """`these days`, `at the moment`."""
    if run[-1].kind == "units":
        return made(Vague(Reference.PRESENT)) if unit(run[-1]) is Unit.DAY else None
    return made(Vague(Reference.PRESENT))


SETS = layer(
    "sets and vague words",
    rule("every", "every|each other? unit|weekday|month|season", _every, "every other Tuesday"),
    rule("every", "every|each amount", _every, "every two years"),
    rule("times", "once|twice a|an|every|each|per unit", _times, "once per year"),
    rule("times", "number times a|an|every|each|per unit", _times, "three times per day"),
    rule("times", "several|many|few times a|an|every|each|per unit", _often, "several times per day"),
    rule("times", "several|many|few times one", _often, "several times a week"),
    rule(
        "nth-of-each",
        "the ordinal|ordinal_word|second|final|relative weekday|unit of every|each unit",
        _nth_of_each,
        "the first Monday of each month",
    ),
    rule("per", "per unit", _per_unit, "300 flights per day"),
    rule("other-day", "the other unit", _other_day, "the other day"),
    rule("times", "once|twice one", _times, "twice a week"),
    rule("times", "number times one", _times, "three times a week"),
    rule("per", "one", _per, "500 barrels a day"),
    rule("set", "set", _adverb, "monthly"),
    rule("plural-days", "weekdays", _plural_days, "on Fridays"),
    rule("plural-days", "units", _plural_days, "on weekends"),
    rule("vague", "more vague", _vague, "more recently"),
    rule("vague", "vague", _vague, "now"),
    rule("present", "these units", _present, "these days"),
    rule("present", "at [ the moment ]", _present, "at the moment"),
)
VAGUE = layer(
    "vague nouns",
    rule("vague-noun", "the near|distant|recent? vague_noun|relative", _vague_noun, "in the near future"),
    rule("vague-noun", "the near|short -? term", _vague_noun, "in the short term"),
    rule("present", "at vague_noun", _vague_noun, "at present"),
)
