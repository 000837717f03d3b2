"""The dates of what an article holds: of its time expressions and assertions, under its publication date.

Pure, and without spaCy, so that another publication date needs no second reading.
"""

import msgspec

from timeline.dates.resolve import resolve
from timeline.dates.resolving import bounding, derivation, story_weekdays, ties, weeks
from timeline.dates.resolving.context import Context, EventTime, NarrativeTime
from timeline.meanings import Meaning
from timeline.meanings.composed import OneOf
from timeline.meanings.units import Anchor
from timeline.model import Article, Assertion, EventAnchor, Published, Sense, Status, Tie
from timeline.when import Step, When

AHEAD = "-ahead"
"""Behind the rule of a status that its time settled."""
_OF_ANY_TIME = {
    "status.present": Status.ONGOING,
    "status.story": Status.OCCURRED,
    "status.named": Status.OCCURRED,
    "status.set": Status.OCCURRED,
}
"""Rules of status by which nothing says yet whether it is over or to come, and what it is unless it is to come."""
_OF_ITS_WORDS = (Tie.OWN, Tie.EDGE, Tie.EITHER)
_AHEAD = (Status.PLANNED, Status.FORECAST, Status.CONDITIONAL)
_OVER = (Status.OCCURRED, Status.ALLEGED)
_COUNTED = "status.counted"
"""The rule of what has happened so many times since a day, up to when it is told."""
_TOLD_WEEKDAY = "told-weekday"
"""The rule of *the Saturday*, *that Friday*, which may be a day that was told of by its date."""
_NAMES_BACK, _NEAR = 6, 600
"""So many times, and characters, before *that Friday* a day may have been told that it is."""
_LONGEST_CHAIN = 16
"""Expressions that count from each other: more than is ever read, so that a damaged file can't lead on forever."""


def resolve_expression(article: Article, index: int) -> When:
    """The time of one of the article's expressions under its publication date, derivation included."""
    return _resolve_expression(article, index, _LONGEST_CHAIN)


def _resolve_expression(article: Article, index: int, links: int, meaning: Meaning | None = None) -> When:
    expression = article.time_expressions[index]
    spoken = told = event = None
    if expression.event is not None:
        event = _event_time(article, expression.event, index, links)
    elif expression.told is not None and 0 <= expression.told.expression < index and links:
        before = article.time_expressions[expression.told.expression]
        when = _resolve_expression(article, expression.told.expression, links - 1)
        told = NarrativeTime(before.text, when, expression.told.same_sentence, expression.told.years)
    if _TOLD_WEEKDAY in expression.rules and (named := _of_that_name(article, index)) is not None:
        told, meaning = named, story_weekdays.itself(meaning or expression.meaning)
    if expression.spoken is not None:
        saying = article.time_expressions[expression.spoken]
        spoken = resolve(saying.meaning, Context(article.published, saying.direction)).latest
    context = Context(
        article.published, expression.direction, spoken, expression.verbatim, told, event, "told" in expression.rules
    )
    when = resolve(meaning or expression.meaning, context)
    if expression.supposed:
        when = ties.of_supposed_speaking(when)
    return msgspec.structs.replace(when, derivation=(*derivation.found(expression), *when.derivation))


def _of_that_name(article: Article, index: int) -> NarrativeTime | None:
    """The last day told shortly before that is the weekday of *that Friday*; not of one that was still to come then."""
    expression = article.time_expressions[index]
    day = story_weekdays.weekday_of(expression.meaning)
    if day is None or Sense.FUTURE in (expression.direction.sense, expression.direction.likelier):
        return None
    for at in range(index - 1, max(-1, index - 1 - _NAMES_BACK), -1):
        one = article.time_expressions[at]
        if expression.start - one.end > _NEAR:
            break
        if one.told is not None or one.event is not None or _TOLD_WEEKDAY in one.rules or not one.meaning.fineness():
            continue
        when = _resolve_expression(article, at, 0)
        if when.candidates or when.earliest is None or when.earliest != when.latest or when.earliest.weekday() != day:
            continue
        together = expression.told is not None and expression.told.expression == at and expression.told.same_sentence
        return NarrativeTime(one.text, when, together)
    return None


def _resolve_event(article: Article, index: int, meaning: Meaning | None = None) -> When:
    """The time of what an expression dates: finer than that of its words where those count in weeks."""
    expression, when = article.time_expressions[index], _resolve_expression(article, index, _LONGEST_CHAIN, meaning)
    anchor, counted_from = weeks.counts_weeks(expression.meaning), None
    if anchor is Anchor.PUBLICATION and expression.spoken is None and article.published is not None:
        counted_from = article.published.date
    elif anchor is Anchor.NARRATIVE and expression.event is None and expression.told is not None:
        told = resolve_expression(article, expression.told.expression)
        counted_from = told.earliest if told.earliest == told.latest else None
    return when if counted_from is None else weeks.about_its_day(when, expression.meaning, counted_from)


def _event_time(article: Article, event: EventAnchor, index: int, links: int) -> EventTime:
    """The event that an expression counts from, with its date where another expression gives it one."""
    at = event.expression
    if at is None or at == index or not 0 <= at < len(article.time_expressions) or not links:
        return EventTime(event.text)
    when = _resolve_expression(article, at, links - 1)
    until = article.published.date if event.past and article.published else None
    return EventTime(event.text, article.time_expressions[at].text, when, event.same_clause, until)


def redate(article: Article, assertion: Assertion) -> When:
    """The time of an assertion under the article's publication date."""
    if assertion.tie not in _OF_ITS_WORDS:
        return _tied(article, assertion)
    if assertion.time is None:
        return undated()
    when = _resolve_event(article, assertion.time, _instead(article, assertion.time, assertion))
    if article.published is None:
        return when
    status = status_by_time(assertion, when, article.published)
    if status is Status.OCCURRED and bounding.is_wholly_ahead(when, article.published):
        return ties.by_publication_instead(when, article.time_expressions[assertion.time].text, article.published)
    spoken = article.time_expressions[assertion.time].spoken
    saying = None if spoken is None else resolve_expression(article, spoken)
    return _by_status(when, status, assertion, article.published, saying)


def _instead(article: Article, time: int, assertion: Assertion) -> Meaning | None:
    """What dates an assertion instead of its time: the edge of that, or one of two; None for the time as it is."""
    meaning = article.time_expressions[time].meaning
    if assertion.tie is Tie.EDGE:
        return ties.edge(meaning)
    if assertion.tie is Tie.EITHER and assertion.apart is not None:
        return OneOf((meaning, article.time_expressions[assertion.apart].meaning))
    return None


def status_by_time(assertion: Assertion, when: When, published: Published | None) -> Status:
    """The status of what its words tell in the present, or only name: planned where its time lies ahead.

    *The trial starts on 5 May*, told before that day and after it.
    """
    rule = "" if assertion.status_because is None else assertion.status_because.rule.removesuffix(AHEAD)
    if rule not in _OF_ANY_TIME or assertion.tie not in _OF_ITS_WORDS:
        return assertion.status
    return Status.PLANNED if bounding.is_wholly_ahead(when, published) else _OF_ANY_TIME[rule]


def _by_status(when: When, status: Status, assertion: Assertion, published: Published, saying: When | None) -> When:
    """An open side closed by the moment of telling: what lies ahead begins then, what has occurred is over by then.

    That is the day of the saying, where one is known and lies before publication. What the article itself tells may
    have ended at any time of its story: *the firm had sailed the strait since 1951*.
    """
    told = bounding.Telling(published.date, "publication")
    spoken = None if saying is None or saying.candidates else saying.latest
    if spoken is not None and spoken < published.date:
        told = bounding.Telling(spoken, "speaking")
    if status in _AHEAD or bounding.is_far_ahead(when, published):
        return bounding.from_telling(when, told)
    counted = assertion.status_because is not None and assertion.status_because.rule == _COUNTED
    over = counted or (status in _OVER and assertion.attribution is not None)
    return bounding.up_to_telling(when, told) if over else when


def _tied(article: Article, assertion: Assertion) -> When:
    """The time of what has none of its own words."""
    expression = None if assertion.time is None else article.time_expressions[assertion.time]
    match assertion.tie:
        case Tie.SCENE if expression is not None and assertion.time is not None:
            when = ties.of_scene(_resolve_event(article, assertion.time), expression.text)
            published = article.published
            if (
                published is not None
                and assertion.status is Status.OCCURRED
                and bounding.is_wholly_ahead(when, published)
            ):
                return ties.by_publication_instead(when, expression.text, published)
            hour = None if assertion.apart is None else article.time_expressions[assertion.apart]
            return when if hour is None else ties.over_night(when, hour)
        case Tie.BEFORE if expression is not None and assertion.time is not None:
            return ties.before(resolve_expression(article, assertion.time), expression.text)
        case Tie.APART if assertion.time is not None and assertion.apart is not None:
            when = resolve_expression(article, assertion.time)
            return ties.apart(when, article.time_expressions[assertion.apart])
        case Tie.LASTING if expression is not None:
            return ties.lasting(expression, article.published)
        case Tie.WITHIN if expression is not None:
            return ties.within(expression, article.published)
        case Tie.PRESENT:
            return ties.at_publication(article.published)
        case _:
            return ties.by_publication(article.published)


def undated() -> When:
    """The time of what no time expression dates: open. It is never the article's own date by default."""
    return When(derivation=(Step("undated", "its sentence gives no time for it"),))
