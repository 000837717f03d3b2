"""A timeline that somebody sent, in which every text commands the terminal and reorders what follows it."""

import datetime as dt
import re
import unicodedata

from msgspec.structs import replace

from tests.tui.demo import EITHER, FUTURE, PAST, DraftEvent, extraction
from timeline.meanings.counted import Period, Shift, Weekday
from timeline.meanings.named import CalendarDate
from timeline.meanings.units import Unit
from timeline.model import Actor, ActorKind, Basis, Extraction, Published, Status
from timeline.when import Candidate, Step, When

ATTACKS = (
    "\x1b]52;c;ZXZpbA==\x07",
    "\x9d52;c;ZXZpbA==\x9c",
    "\x1b]0;evil\x1b\\",
    "\x1b]8;;https://evil.example\x1b\\",
    "\x1b[2J\x1b[1;1H",
    "\x9b8;9m",
    "\x1bP1$qm\x1b\\",
    "\x1b[6n",
    "\x1bc",
    "\x85",
    "\r",
    "\x08\x7f\x00",
    "\u202eevil\u202c",
    "\u2066\u2067",
    "\u2028",
    "\u2029",
    "[/bold][red]",
    "\U000e0041",
)


def spoilt(text: str) -> str:
    """`text` with one of the attacks after each word, the same after the same word."""
    return re.sub(r"\w+", lambda word: word[0] + ATTACKS[sum(map(ord, word[0])) % len(ATTACKS)], text)


def unsafe(output: str) -> set[str]:
    """What there is in `output` that has no business in text."""
    shown = set(output.replace("\r\n", "\n")) - {"\n", "\t"}
    reordering = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    return {each for each in shown if unicodedata.category(each) in {"Cc", "Cs", "Zl", "Zp"}} | (shown & reordering)


_TEXT = """Fenwick resigned on Saturday after the vote.

Brandt said on Friday that the port would close in eight days. Ferries stopped last week.

The council met in March 2019 and left on Monday."""


def hostile(published: dt.date | None = dt.date(2019, 3, 4)) -> Extraction:
    """What would have been read from an article, with attacks in all that is text of it."""
    told = (
        DraftEvent(
            "Fenwick resigns", "Fenwick resigned on Saturday", "resigned", "Saturday", Weekday(5), actors=("Fenwick",)
        ),
        DraftEvent(
            "Port to close",
            "Brandt said on Friday that the port would close in eight days.",
            "close",
            "in eight days",
            Shift(8, Unit.DAY),
            FUTURE,
            speaker="Brandt",
            actors=("Brandt", "Fenwick"),
            status=Status.PLANNED,
        ),
        DraftEvent("Ferries stop", "Ferries stopped last week.", "stopped", "last week", Period(Unit.WEEK, -1), EITHER),
        DraftEvent("Council meets", "The council met in March 2019", "met", "March 2019", CalendarDate(2019, 3)),
        DraftEvent("Council leaves", "left on Monday.", "left", "Monday", Weekday(0), EITHER),
    )
    clean = extraction(
        spoilt(_TEXT) + (spoilt("undated") if published is None else ""),
        [_spoil(each) for each in told],
        title=spoilt("Fenwick goes"),
        publisher=spoilt("The Port Ledger"),
        published=published,
        url=f"https://ledger.example/{spoilt('fenwick/goes')}",
    )
    return _deeper(clean)


def _spoil(told: DraftEvent) -> DraftEvent:
    because = replace(told.direction, because=spoilt(told.direction.because or PAST.because))
    return DraftEvent(
        spoilt(told.title),
        spoilt(told.sentence),
        spoilt(told.trigger),
        spoilt(told.time),
        told.meaning,
        because,
        spoilt(told.speaker),
        tuple(map(spoilt, told.actors)),
        told.status,
    )


def _deeper(read: Extraction) -> Extraction:
    """`read` with attacks in what an extractor would have written into it too."""
    article = replace(
        read.article,
        name=spoilt("fenwick goes"),
        origin=spoilt("clippings/fenwick.txt"),
        language=spoilt("en"),
        authors=(spoilt("Ana Torres"), spoilt("Jo Rey")),
        time_expressions=tuple(replace(each, rules=(spoilt("a rule"),)) for each in read.article.time_expressions),
        attributions=tuple(
            replace(each, speaker=spoilt("Brandt"), actor=spoilt("brandt")) for each in read.article.attributions
        ),
    )
    if article.published is not None:
        article = replace(article, published=Published(article.published.date, Basis.URL, spoilt("/2019/03/04/")))
    speaker = Actor(id=spoilt("brandt"), name=spoilt("Brandt"), kind=ActorKind.PERSON)
    actors = (
        replace(each, aliases=(spoilt("Tom F."),), titles=(spoilt("harbour master"),))
        for each in (*read.actors, speaker)
    )
    assertions = (replace(each, when=_spoil_when(each.when)) for each in read.assertions)
    return replace(
        read,
        article=article,
        actors=tuple(actors),
        assertions=tuple(assertions),
        extractor=spoilt("a pipeline"),
    )


def _spoil_when(when: When) -> When:
    return replace(
        when,
        derivation=tuple(Step(spoilt(step.rule), spoilt(step.says)) for step in when.derivation),
        candidates=tuple(_spoil_candidate(each) for each in when.candidates),
        timex=spoilt("XXXX-WXX"),
    )


def _spoil_candidate(candidate: Candidate) -> Candidate:
    return replace(candidate, because=spoilt(candidate.because or "a reason"))
