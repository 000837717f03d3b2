"""The steps of a derivation in words: which date was taken, counted from what, and why that way."""

import msgspec

from timeline.dates.edtf import describe_edtf
from timeline.dates.resolving.context import Context, NarrativeTime
from timeline.dates.resolving.options import Option, first_day, last_day
from timeline.model import Sense, TimeExpression
from timeline.when import Step

PUBLICATION, SPEAKING = "publication", "the speaking"
"""What dates count from, in the words of their reasons."""

_TOLD_BY_OTHERS = {
    "order-of-figures": "day and month in the order of the article's other figures",
    "compared-month": "compared with the month told of before",
    "compared-quarter": "compared with the quarter or half told of before",
    "day-of-sentence": "on the day that its sentence names",
}
"""What other expressions of the article had a say in, by the rule of the grammar."""


def found(expression: TimeExpression) -> tuple[Step, ...]:
    """The words, and what the rest of the article made of them."""
    words = Step(expression.rules[-1] if expression.rules else "found", f"“{expression.text}”")
    return words, *(Step(rule, _TOLD_BY_OTHERS[rule]) for rule in expression.rules if rule in _TOLD_BY_OTHERS)


def placed(rule: str, options: tuple[Option, ...], context: Context, *, directed: bool) -> tuple[Step, ...]:
    """How options were found from the publication date; `directed` where the direction had a say."""
    return (Step(rule, anchored(options, context)), *(_direction(options, context) if directed else ()))


def told(options: tuple[Option, ...], before: NarrativeTime, way: str) -> tuple[Step, ...]:
    """How options were found from a time told of before, which they count from or share the year of."""
    says = f"{way} “{before.text}” ({describe_edtf(before.when.edtf)})"
    seems = "" if before.same_sentence else ", it seems"
    return Step("told", f"{says}{seems}"), Step("narrative", reasons(options))


def reasons(options: tuple[Option, ...]) -> str:
    """Why each of the options is one."""
    each = dict.fromkeys(option.because for option in options)
    return (", or " if any("," in one for one in each) else " or ").join(each)


def of_speaking(options: tuple[Option, ...]) -> tuple[Option, ...]:
    """The same options, where they were counted from the day of speaking."""
    return tuple(
        msgspec.structs.replace(option, because=option.because.replace(PUBLICATION, SPEAKING)) for option in options
    )


def anchored(options: tuple[Option, ...], context: Context) -> str:
    """Their reasons, with the date of publication, or of speaking, where that is first named."""
    spoken, published = context.spoken, context.published.date if context.published else None
    said = reasons(of_speaking(options) if context.verbatim and spoken is not None else options)
    for name, day in ((PUBLICATION, published), (SPEAKING, spoken)):
        if day is not None:
            said = said.replace(name, f"{name} ({describe_edtf(day.isoformat())})", 1)
    return said


def dates(options: tuple[Option, ...]) -> Step:
    """The dates that further steps lead on from."""
    return Step("date", " or ".join(describe_edtf(option.edtf) for option in options))


def _direction(options: tuple[Option, ...], context: Context) -> tuple[Step, ...]:
    """Why it points that way; nothing where publication itself lies within, so that both ways lead there."""
    direction, day = context.direction, context.day
    assert day is not None
    if not direction.because:
        return ()
    if len(options) == 1 and first_day(options[0]) <= day <= last_day(options[0]):
        return ()
    so = "as" if direction.sense is Sense.EITHER else "because"
    return (Step(f"direction.{direction.sense}", f"{so} {direction.because}"),)
