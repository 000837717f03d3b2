"""Rules for bounds: `before 5 May 2012`, `by 1790`, `no later than Friday`, `from 1 March on`, `between … and …`.

The expression is the time that the words name, as TimeML marks it; its meaning is what lies beside that time. Hours and
parts of a day are left as they are: *after 10 p.m. Friday* is still that Friday.
"""

import msgspec

from extractors.time_expressions.grammar.building import (
    after,
    before,
    follows,
    is_day,
    is_placed,
    made,
    meaning,
    qualifies,
    said,
)
from extractors.time_expressions.grammar.composition import Build, Built, Run, Words, layer, rule, with_meaning
from extractors.time_expressions.grammar.pieces import Kind, Piece, Time
from extractors.time_expressions.grammar.shared_year_rules import shared
from timeline.meanings.composed import About, Bounded, From, Range, Reaching
from timeline.meanings.units import Modifier, Unit
from timeline.model import TimexType
from timeline.when import Bound

_SHORTLY = frozenset("shortly soon just".split())
_DENIALS = frozenset("not n't never no nobody cannot".split())
_DENIED_WITHIN = 8
"""So many words before *before* a denial may stand: *will not reopen to the public before September*."""
_HAD = frozenset("had hadn".split())
_AHEAD = frozenset(
    "will would wo shall should can could ca may might must to due expected planned scheduled meant supposed".split()
)
"""Words for what is to come: *had not been due before June*."""
_FAR = 8
"""So many words may stand between *between* and its first time: *between the ceasefire of 3 May and …*."""
_STOPS = frozenset(". , ; : ? ! ( ) “ ”".split())


def _beside(bound: Bound) -> Build:
    def build(run: Run, words: Words) -> Built:
        time = next(one for one in run if one.kind == "time")
        if not _is_alone(time, words):
            return None
        later = bound is Bound.BEFORE and _is_put_off(run, words)
        return made(Bounded(Bound.FROM if later else bound, meaning(time)))

    return build


def _prior(run: Run, words: Words) -> Built:
    return _beside(Bound.BEFORE)(run, words) if said(run[0], words) == "prior" else None


def _shortly(run: Run, words: Words) -> Built:
    """`shortly before Christmas`: in the two weeks or so before it, and not any time before."""
    time, way = run[-1], -1 if run[0].is_of("before") else 1
    if before(run, words) not in _SHORTLY or not is_day(meaning(time)) or not _is_alone(time, words):
        return None
    return made(About(Modifier.ABOUT, Reaching(2 * way, Unit.WEEK, From(way, Unit.DAY, meaning(time)))))


def _is_alone(time: Piece, words: Words) -> bool:
    """Whether the words name a time, and not what happens then: *before Friday's vote*, *after Monday talks*."""
    assert isinstance(time.value, Time)
    if time.value.type is not TimexType.DATE or not is_placed(time):
        return False
    return follows([time], words) not in ("'s", "’s", "'") and not qualifies([time], words)


def _is_put_off(run: Run, words: Words) -> bool:
    """*Will not reopen before September*: then or later; but *had never won before 2009*, up to then."""
    between: list[str] = []
    for steps in range(1, _DENIED_WITHIN + 1):
        word = before(run, words, steps)
        if not word or word in _STOPS:
            return False
        if word in _DENIALS:
            beside = {before(run, words, steps + 1), *between[-1:]}
            ahead = {*between, *beside} & _AHEAD
            return bool(ahead) or (word != "never" and beside.isdisjoint(_HAD))
        between.append(word)
    return False


def _open_ended(run: Run, words: Words) -> Built:
    """`from March 12 until the trial ends`: its end is no time."""
    time, next_ = run[1], after(run, words)
    ends = next_ is None or not next_.text[:1].isalpha()
    return None if ends or not _is_alone(time, words) else made(Range(start=meaning(time)))


def _from_on(run: Run, words: Words) -> Built:
    time = next(one for one in run if one.kind == "time")
    ends = run[-1].is_of("onward", "onwards") or follows(run, words) in {"", *_STOPS}
    return made(Bounded(Bound.FROM, meaning(time))) if ends and _is_alone(time, words) else None


BOUNDS = layer(
    "bounds",
    rule("shortly-beside", "before|after [ time ]", _shortly, "shortly before Christmas"),
    rule("before", "before [ time ]", _beside(Bound.BEFORE), "before 5 May 2012"),
    rule("before", "relative to [ time ]", _prior, "prior to November 2018"),
    rule("before", "earlier than [ time ]", _beside(Bound.BEFORE), "earlier than 1900"),
    rule("after", "after [ time ]", _beside(Bound.AFTER), "after 1204"),
    rule("after", "later than [ time ]", _beside(Bound.AFTER), "later than 1900"),
    rule("by", "by [ time ]", _beside(Bound.BY), "by 1790"),
    rule("no-later", "no|not later than [ time ]", _beside(Bound.BY), "no later than Friday"),
    rule("no-earlier", "no|not earlier than [ time ]", _beside(Bound.FROM), "no earlier than Friday"),
    rule("not-before", "not before [ time ]", _beside(Bound.FROM), "not before Friday"),
    rule("from-until", "from [ time ] until|till", _open_ended, "from March 12 until the trial ends"),
    rule("from-on", "from [ time ] on|onward|onwards", _from_on, "from 1 March on"),
)


def across(pieces: list[Piece], words: Words) -> list[Piece]:
    """Spans whose times stand by what happened then.

    `between the ceasefire of 3 May 1998 and the election of 9 August` is one time; of `from 2001 until his arrest in
    2011` the first lasts up to the other, which stays the time of what happened.
    """
    joined: list[Piece] = []
    at = 0
    while at < len(pieces):
        first, last = _across(pieces, at) or (0, 0)
        joined.append(pieces[at])
        if last and pieces[at].kind == "between":
            joined += [*pieces[at + 1 : first], _joined(pieces[first], pieces[last])]
            at = last
        elif last:
            joined.append(_lasting(pieces[first], pieces[last]))
            at = first
        at += 1
    return joined


def _across(pieces: list[Piece], at: int) -> tuple[int, int] | None:
    """Where the two times of a *between* or a *from* stand.

    That of *between* a few words behind it, and behind its *and*, each led by *of* or *on*; that of *from* right there.
    """
    joint: tuple[Kind, ...] = ("and",)
    if pieces[at].kind == "between":
        first = _time_of_noun(pieces, at)
    elif pieces[at].kind == "from" and at + 1 < len(pieces) and pieces[at + 1].kind == "time":
        first, joint = at + 1, ("until", "till")
    else:
        return None
    if first is None or first + 1 >= len(pieces) or pieces[first + 1].kind not in joint:
        return None
    last = _time_of_noun(pieces, first + 1)
    return None if last is None else (first, last)


def _time_of_noun(pieces: list[Piece], at: int) -> int | None:
    for place in range(at + 1, min(at + 1 + _FAR, len(pieces))):
        one = pieces[place]
        if one.kind == "time":
            named = place > at + 1 and pieces[place - 1].is_of("of", "on", "in")
            return place if named and is_placed(one) else None
        if one.is_of(",", "(", ")", "between"):
            return None
    return None


def _joined(first: Piece, last: Piece) -> Piece:
    start, end = shared(meaning(first), meaning(last)), meaning(last)
    rules = (*first.rules, *last.rules, "between")
    value = Time(Bounded(Bound.BETWEEN, Range(start, end)))
    return Piece("time", value, first.start, last.end, rules, (with_meaning(first, start), with_meaning(last, end)))


def _lasting(first: Piece, last: Piece) -> Piece:
    """The first time, from which on something lasts up to the last one."""
    held = meaning(first)
    started = held.start if isinstance(held, Range) and held.end is None and held.start is not None else held
    if isinstance(started, Range | Bounded):
        return first
    start = shared(started, meaning(last))
    whole = with_meaning(first, Range(start, meaning(last)))
    return msgspec.structs.replace(whole, rules=(*first.rules, "from-to"), ends=(with_meaning(first, start),))
