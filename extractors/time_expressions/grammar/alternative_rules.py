"""Rules for one of two times: `on Monday or Tuesday`, `in 2014 or 2015`."""

from extractors.time_expressions.grammar.building import follows, made, meaning
from extractors.time_expressions.grammar.composition import Built, Run, Words, layer, rule
from timeline.meanings import Meaning
from timeline.meanings.composed import Nth, OneOf
from timeline.meanings.counted import Weekday
from timeline.meanings.named import CalendarDate


def _one_or_the_other(run: Run, words: Words) -> Built:
    """Two days of the week, or two years; a third behind them would make a list."""
    first, last = meaning(run[0]), meaning(run[-1])
    alike = _names_no_more(first) and _names_no_more(last) and type(first) is type(last) and first != last
    return made(OneOf((first, last))) if alike and follows(run, words) not in (",", "or") else None


def _names_no_more(one: Meaning) -> bool:
    """TimeML has two times in `2 or 3 May`, and so have we; of `Monday or Tuesday` either alone would be a day."""
    match one:
        case Weekday(_, None) | Nth(1, _, _, int()) | CalendarDate(int(), None):
            return True
        case _:
            return False


ALTERNATIVES = layer(
    "one of two times",
    rule("one-or-other", "time or on?|in? time", _one_or_the_other, "on Monday or Tuesday"),
)
"""When the times are finished, and share a year or a week."""
