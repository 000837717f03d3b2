"""Rules for amounts of time: `two years`, `a five-year`, `several months`, `half an hour`, `nearly a decade`."""

from extractors.time_expressions.grammar.building import (
    INSTANTS,
    amount,
    as_word,
    before,
    follows,
    integer,
    piece,
    said,
    unit,
)
from extractors.time_expressions.grammar.composition import Built, Run, Words, layer, rule
from extractors.time_expressions.grammar.pieces import Amount
from extractors.time_expressions.grammar.wording import listed
from timeline.meanings.units import Modifier, Unit

_BEFORE_BARE_UNITS = frozenset(
    "for in of over after within lasting took take takes taking spent spend about during last lasted by just - only "
    "almost nearly - two-".split()
)
_OF_A_NIGHT = frozenset("early small wee morning".split())


def _counted(run: Run, words: Words) -> Built:
    """`two years`, `five-day`, `20 more years`; not the show called 60 Minutes."""
    count, last = run[0].value, unit(run[-1])
    assert isinstance(count, int | float)
    if words[run[-1].start].text[:1].isupper() and words[run[0].start].text[:1].isdigit():
        return None
    return "amount", Amount(count, last)


def _singular(run: Run, words: Words) -> Built:
    """`a five year low`, `two day talks`, in speech taken down without hyphens."""
    count = run[0].value
    assert isinstance(count, int | float)
    return "amount", Amount(count, unit(run[-1]))


def _one(run: Run, words: Words) -> Built:
    """`a year`, `an hour`, `another week`, `an entire day`."""
    only = unit(run[-1])
    if only is Unit.WEEKEND and before(run, words) not in ("for", "over", "within"):
        return None
    if only in (Unit.SECOND, Unit.QUARTER) or (only is Unit.HOUR and before(run, words) in listed("rate")):
        return None
    return "one", Amount(1, only)


def _half(run: Run, words: Words) -> Built:
    """`half an hour`, `a half-century`."""
    only = unit(piece(run, "unit"))
    return ("amount", Amount(0.5, only)) if only not in INSTANTS and only is not Unit.WEEKEND else None


def _and_a_half(run: Run, words: Words) -> Built:
    """`a year and a half`."""
    return "amount", Amount(1.5, unit(piece(run, "unit")))


def _quarter_century(run: Run, words: Words) -> Built:
    """`a quarter of a century`, `a quarter-century`."""
    quarter, whole_ = unit(run[1]), unit(run[-1])
    return ("amount", Amount(25, Unit.YEAR)) if (quarter, whole_) == (Unit.QUARTER, Unit.CENTURY) else None


def _several(run: Run, words: Words) -> Built:
    """`several months`, `a few years`, `a couple of days`."""
    counted = Unit(unit(run[-1]))
    if piece(run, "couple"):
        return "amount", Amount(2, counted)
    return "amount", Amount(None, counted)


def _bare(run: Run, words: Words) -> Built:
    """`for years`, `weeks of talks`, `months later`; not the early hours of a day."""
    if before(run, words) in _OF_A_NIGHT and unit(run[0]) is Unit.HOUR:
        return None
    led = before(run, words) in _BEFORE_BARE_UNITS or follows(run, words) in ("of", "ago", "later", "before", "earlier")
    return ("amount", Amount(None, unit(run[0]))) if led and unit(run[0]) not in (Unit.QUARTER, Unit.SECOND) else None


def _over(run: Run, words: Words) -> Built:
    """`over the years`."""
    only = unit(run[-1])
    years = only in (Unit.YEAR, Unit.DECADE, Unit.CENTURY) and follows(run, words) != "ahead"
    return ("amount", Amount(None, only)) if years else None


def _long(run: Run, words: Words) -> Built:
    """`year-long`, `decades-long`, `two-day-long`."""
    if run[0].is_of("amount", "one"):
        return "amount", run[0].value
    return "amount", Amount(None if piece(run, "units") else 1, unit(piece(run, "unit", "units")))


def _old(run: Run, words: Words) -> Built:
    """`a five-year-old case` is a length of time; `a 68-year-old` is an age, which places nothing in the story."""
    near = {follows(run, words), words[run[-1].end + 1].lower if run[-1].end + 1 < len(words) else ""}
    is_thing = bool(near & listed("aged_thing"))
    if run[0].kind == "units":
        return "amount", Amount(None, unit(run[0]))
    return ("amount", run[0].value) if is_thing and run[-2].kind == "-" else as_word(run, words)


def _hedged(run: Run, words: Words) -> Built:
    """`about two weeks`, `more than a year`, `at least 30 days`."""
    held = amount(run[-1] if run[-1].is_of("amount", "one") else run[0])
    if held.unit is Unit.WEEKEND and said(run[0], words) == "over":
        return None
    hedge = _hedge(run, words)
    return run[-1].kind if run[-1].kind == "one" else "amount", Amount(held.count, held.unit, hedge)


def _hedge(run: Run, words: Words) -> Modifier:
    first = run[0]
    if isinstance(first.value, Modifier):
        return first.value
    phrase = " ".join(word.lower for word in words[first.start : first.start + 2])
    return {
        "more than": Modifier.MORE,
        "less than": Modifier.LESS,
        "at least": Modifier.AT_LEAST,
        "at most": Modifier.AT_MOST,
        "up to": Modifier.AT_MOST,
        "as many": Modifier.AT_MOST,
    }.get(phrase, Modifier.ABOUT)


def _some(run: Run, words: Words) -> Built:
    """`some 20 years`, and `several weeks`."""
    held = amount(run[-1])
    if held.count is None or said(run[0], words) != "some":
        return None
    return "amount", Amount(held.count, held.unit, Modifier.ABOUT)


def _fortnight(run: Run, words: Words) -> Built:
    count = integer(run[0].value) if run[0].kind == "number" else 1
    return "amount", Amount(2 * (count or 1), Unit.WEEK)


UNIT = "unit|units"
MORE = "more?|additional?|full?|consecutive?|straight?|long?|whole?"
AMOUNTS = layer(
    "amounts",
    rule("amount", f"number {MORE} units", _counted, "two more years"),
    rule("amount", "number - unit", _counted, "a five-day strike"),
    rule("amount", "number more|full|whole|additional unit", _singular, "one full year"),
    rule("amount", "number unit", _singular, "a five year low"),
    rule("amount", "a|the? few|several|many units", _several, "a few weeks"),
    rule("amount", "few|several|many more? units", _several, "several more months"),
    rule("amount", "several - unit", _several, "a several-day siege"),
    rule("amount", "some units", _several, "some years ago"),
    rule("amount", "the|a couple of? more? units", _several, "a couple of days"),
    rule("amount", "relative [ couple of units ]", _several, "over the last couple of weeks"),
    rule("half", "half -? a|an unit", _half, "half an hour"),
    rule("half", "a half -? unit", _half, "a half-century"),
    rule("long", "a|an [ unit - long ]", _long, "a week-long strike"),
    rule("year-and-a-half", "a|an unit and a half", _and_a_half, "a year and a half"),
    rule("quarter-century", "a unit of a unit", _quarter_century, "a quarter of a century"),
    rule("quarter-century", "a unit -? unit", _quarter_century, "a quarter-century"),
    rule("one", "a|an|another full|whole|entire|additional|more? unit", _one, "an entire day"),
    rule("fortnight", "a|number fortnight", _fortnight, "a fortnight"),
)
HEDGES = layer(
    "long and old",
    rule("long", f"{UNIT} - long", _long, "a years-long war"),
    rule("long", "amount - long", _long, "a three-year-long siege"),
    rule("old", "amount - old", _old, "a five-year-old case"),
    rule("old", "amount|one old", _old, "he is 68 years old"),
    rule("old", "units - old", _old, "a decades-old law"),
    rule("old", "amount - olds", as_word, "ten-year-olds"),
)
BARE = layer(
    "hedged and bare amounts",
    rule("hedged", "hedge amount|one", _hedged, "about two weeks"),
    rule("hedged", "more|less than amount|one", _hedged, "more than a year"),
    rule("hedged", "at least|most amount|one", _hedged, "at least 30 days"),
    rule("hedged", "up to amount|one", _hedged, "up to three months"),
    rule("some", "some amount", _some, "some 20 years"),
    rule("or-so", "amount|one or so|more", _hedged, "a week or so"),
    rule("over-the-units", "hedge|through [ the units ]", _over, "over the years"),
    rule("bare-units", "units", _bare, "for years"),
)
