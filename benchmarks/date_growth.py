"""Dates must cost in proportion to the length of a text, hostile ones included: `python -m benchmarks.date_growth`.

One paragraph of a repeated phrase, from 62 kB to 1 MB: the seconds of processor time that it takes on tokenised text
to find its time expressions, to link each to what it counts from, where a hundredth of them begin what somebody says
inside of what another says, and to resolve them all. The last three columns are the exponents that fit the three best:
1 is linear, 2 square; none is given for what takes no time.
"""

import datetime as dt
import math
import statistics
import sys
import time
from collections.abc import Sequence

import spacy
from spacy.language import Language

from extractors.anchoring.discourse import with_told
from extractors.anchoring.linked_times import linked_times
from timeline.dates.article_dates import resolve_expression
from timeline.model import Article, Attribution, Basis, Published, TimeExpression

LENGTHS = (62_500, 250_000, 1_000_000)
"""Characters."""

LEAST = 0.2
"""Seconds at the greatest length; what takes less is too little to measure."""

PUBLISHED = Published(dt.date(2020, 2, 29), Basis.PERSON)

PHRASES = {
    "news": "President Arvo Kesk said Friday that nine people drowned. Crews searched the bay two days later. ",
    "weekdays": "Monday ",
    "Monday or Tuesday or": "Monday or Tuesday or ",
    "months": "May June ",
    "units": "day week year ",
    "numbers": "two hundred and ",
    "figures": "1 2 31 ",
    "years": "1999 2001 ",
    "last last last": "last ",
    "last next": "last next Monday May 2019 in the of ",
    "the day before": "the day before ",
    "two days after": "two days after ",
    "two days later": "two days later ",
    "two days later.": "Two days later. ",
    "in May. 3 June.": "In May. 3 June. ",
    "from … to": "from Friday to ",
    "from to from to": "from to ",
    "between and": "between Friday and ",
    "since until": "since Friday until ",
    "the end of the": "the end of the ",
    "Monday of the": "the last Monday of the first week of ",
    "every other": "every other Tuesday twice a ",
    "a year earlier": "the third quarter, a year earlier ",
    "decades": "the early 1990s ",
    "holidays": "New Year 's Day Christmas ",
    "clocks": "at 9:30 p.m. GMT ",
    "hedges": "about nearly at least ",
    "commas": ", ",
    "slashes": "3/4/2019 / ",
    "dashes": "1990-94 - May-June – ",
    "parts of a day": "morning night of ",
    "seasons": "spring fall ",
    "quotes in quotes": "“he said ‘Friday ",
    "apostrophes": "' 98 ’s ",
    "one token": "Friday-",
    "one token, figures": "1",
    "one token, 2019-": "2019-01-",
    "one token, half": "½",
    "blank lines": "Friday\n\n",
    "white space": " \t",
    "half-years": "mid-1990s-era ",
    "that week": "since then, that week ",
    "ordinals": "first 23rd ",
    "vague": "now recently in the coming weeks ",
    "years of history": "In 1920. In May. On 3 June. ",
}


def main() -> None:
    """Print seconds for each phrase and length, and how they grow; for the phrases named alone, if any are."""
    nlp = spacy.blank("en")
    nlp.max_length = 2 * LENGTHS[-1]
    nlp.add_pipe("dateline_time_expressions", config={"published": None})
    seconds(nlp, "Warm up on Friday.")
    print(f"{'':20}", *(f"{length / 1000:>9.5g} kB" for length in LENGTHS), "  find  link resolve")
    for name, phrase in PHRASES.items():
        if not sys.argv[1:] or name in sys.argv[1:]:
            took = [seconds(nlp, phrase * (length // len(phrase))) for length in LENGTHS]
            sums, growth = map(sum, took), map(exponent, zip(*took, strict=True))
            print(f"{name:20}", *(f"{each:>10.2f} s" for each in sums), *(f"{each:>6}" for each in growth), flush=True)


def seconds(nlp: Language, text: str) -> tuple[float, float, float]:
    """How long finding, linking and resolving take."""
    doc, times = nlp.make_doc(text), [time.process_time()]
    nlp.get_pipe("dateline_time_expressions")(doc)
    times.append(time.process_time())
    found = linked_times(doc)
    found = with_told(text, found, said_in_turn(found, len(text)), [0], [0])
    times.append(time.process_time())
    article = Article(id="", name="", text=text, published=PUBLISHED, time_expressions=found)
    for index in range(len(found)):
        resolve_expression(article, index)
    times.append(time.process_time())
    return times[1] - times[0], times[2] - times[1], times[3] - times[2]


def said_in_turn(found: Sequence[TimeExpression], length: int) -> list[Attribution]:
    """What is said inside of what is said: one speaker for each hundred expressions, each quoting all the others."""
    return [Attribution((), ((one.start, one.end),), ((one.start, length),), speaker="") for one in found[::100]]


def exponent(took: Sequence[float]) -> str:
    """Of the power of the length that fits the times best."""
    if took[-1] < LEAST:
        return "–"
    xs = [math.log(length) for length in LENGTHS]
    ys = [math.log(max(each, 1e-4)) for each in took]
    return f"{statistics.linear_regression(xs, ys).slope:.2f}"


if __name__ == "__main__":
    main()
