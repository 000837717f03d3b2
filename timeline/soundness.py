"""Whether records hold together, so that nothing that is done with them can fail.

The decoder sees to types and to the range of a single value, as `timeline.model` and `timeline.meaning` declare them.
Here is what stands between values: that references lead to something, offsets lie within the text and what is quoted
stands there, a date is what its EDTF says, and a meaning has the parts that it is resolved by.
"""

from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import get_args

from timeline.dates import edtf
from timeline.edit_values import checked_part, checked_value
from timeline.edits import Edit, EditKind
from timeline.inert import one_line
from timeline.logs.identity import is_time
from timeline.meanings import Meaning
from timeline.meanings.base import Base
from timeline.model import Article, Assertion, Extraction, Span, Tie, TimeExpression
from timeline.when import Precision, When

DEEPEST = 8
"""Meanings within meanings; in the news we read it is three."""

LARGEST = 32
"""Meanings in one, itself included; in the news we read it is five. A span within a span is looked for twice."""
_LONGEST = 200
"""Characters of a key, a field or a value in a message."""


class UnsoundError(ValueError):
    """A record that does not hold together: which row, which field of it, and what is wrong, in words."""

    def __init__(self, table: str, key: str, field: str, says: str) -> None:
        self.reason = f"{_short(field)}: {_short(says)}" if field else _short(says)
        super().__init__(f"{table}, row “{_short(key)}”{', ' if field else ': '}{self.reason}")
        self.table, self.key = table, key


def _short(text: str) -> str:
    """As much of what stands in a file as a message needs."""
    line = one_line(text[:_LONGEST])
    return line if len(text) <= _LONGEST else f"{line}…"


def check(extraction: Extraction) -> None:
    """Pass over what was read from an article if it holds together.

    Raises:
        UnsoundError: it does not.
    """
    article = extraction.article
    actors = {actor.id for actor in extraction.actors}
    _check_expressions(article)
    _check_attributions(article, actors)
    for source in extraction.sources:
        if source.actor and source.actor not in actors:
            raise _unknown("sources", article, source.id, "actor", source.actor)
    _check_assertions(extraction, actors)


def check_apart(extractions: Mapping[str, Extraction]) -> None:
    """Pass over extractions, by article, if no two of them have an assertion of the same id.

    Raises:
        UnsoundError: two have.
    """
    ids = {assertion.id for extraction in extractions.values() for assertion in extraction.assertions}
    if len(ids) == sum(len(extraction.assertions) for extraction in extractions.values()):
        return
    for key, extraction in extractions.items():
        for assertion in extraction.assertions:
            if assertion.id not in ids:
                raise UnsoundError("assertions", f"{key}/{assertion.id}", "id", "another article has one of this id")
            ids.remove(assertion.id)


def check_edits(edits: Mapping[str, Edit]) -> None:
    """Pass over a log of edits, by their keys, if it can be replayed.

    Raises:
        UnsoundError: it cannot.
    """
    for key, edit in edits.items():
        if key != str(edit.number):
            raise UnsoundError("edits", key, "number", f"it is {edit.number}, unlike the key of its row")
        if edit.after and (edit.after >= edit.number or str(edit.after) not in edits):
            raise UnsoundError("edits", key, "after", f"there is no earlier edit {edit.after}")
        for field, time in (("at", edit.at), ("step", edit.step)):
            if time and not is_time(time):
                raise UnsoundError("edits", key, field, f"“{time}” is no time such as 2019-01-28T09:30:00.000+00:00")
        try:
            kept = checked_value(edit.kind, edit.value)
        except ValueError as error:
            raise UnsoundError("edits", key, "value", str(error)) from error
        try:
            part = checked_part(edit.kind, edit.part)
        except ValueError as error:
            raise UnsoundError("edits", key, "part", str(error)) from error
        if part != edit.part:
            raise UnsoundError("edits", key, "part", f"“{edit.part}” would be kept as “{part}”")
        if kept != edit.value and edit.kind is not EditKind.NOTE:
            raise UnsoundError("edits", key, "value", f"“{edit.value}” would be kept as “{kept}”")


def _check_expressions(article: Article) -> None:
    expressions = article.time_expressions
    for index, one in enumerate(expressions):
        try:
            _check_expression(one, article, index)
            for end in one.ends:
                _check_expression(end, article, len(expressions), is_end=True)
        except _FieldError as error:
            raise UnsoundError("articles", article.id, f"time_expressions[{index}].{error.field}", error.says) from None


class _FieldError(Exception):
    def __init__(self, field: str, says: str) -> None:
        super().__init__(says)
        self.field = field
        self.says = says


def _check_expression(one: TimeExpression, article: Article, index: int, *, is_end: bool = False) -> None:
    """`index` is its own, or that which it has when it is resolved."""
    if is_end and one.ends:
        raise _FieldError("ends", "an end of a span is no span itself")
    if article.text[one.start : one.end] != one.text or one.end - one.start != len(one.text):
        raise _FieldError("text", "it is not what stands at its place in the text")
    number = len(article.time_expressions)
    if one.told is not None and one.told.expression >= index:
        raise _FieldError("told.expression", f"there is no earlier time expression {one.told.expression}")
    if one.spoken is not None and one.spoken >= number:
        raise _FieldError("spoken", f"there is no time expression {one.spoken}")
    if one.event is not None and one.event.expression is not None and one.event.expression >= number:
        raise _FieldError("event.expression", f"there is no time expression {one.event.expression}")
    if type(one.meaning) not in _PLAIN:
        _check_meaning(one.meaning)


_PLAIN = frozenset(kind for kind in get_args(Meaning) if kind.parts is Base.parts and kind.lacks is Base.lacks)
"""Kinds of meaning of which nothing is to be checked beyond their ranges."""


def _check_meaning(meaning: Meaning) -> None:
    layer: list[Meaning] = [meaning]
    size = depth = 0
    while layer:
        size, depth = size + len(layer), depth + 1
        if depth > DEEPEST or size > LARGEST:
            raise _FieldError("meaning", "it is nested too deeply, or too large, to be the meaning of a few words")
        for one in layer:
            if lack := one.lacks():
                raise _FieldError("meaning", f"it needs {lack}")
        layer = [part for one in layer for part in one.parts()]


def _check_attributions(article: Article, actors: Collection[str]) -> None:
    for index, one in enumerate(article.attributions):
        for field in ("source", "cue", "content"):
            for span in getattr(one, field):
                if not _is_within(span, article):
                    raise _outside("articles", article.id, f"attributions[{index}].{field}", span, article)
        if one.actor and one.actor not in actors:
            says = f"there is no actor “{one.actor}” of this article"
            raise UnsoundError("articles", article.id, f"attributions[{index}].actor", says)


def _check_assertions(extraction: Extraction, actors: Collection[str]) -> None:
    article = extraction.article
    length, attributions = len(article.text), len(article.attributions)
    sources = {source.id for source in extraction.sources}
    of_event = _events(extraction)
    for one in extraction.assertions:
        (first, last), (start, end), (opening, closing) = one.trigger, one.clause, one.evidence
        if not (first <= last <= length and start <= end <= length and opening <= closing <= length):
            raise _misplaced(one, article)
        if one.source not in sources:
            raise _unknown("assertions", article, one.id, "source", one.source)
        if of_event.get(one.id) != one.event:
            says = f"no event “{one.event}” of this article has it among its assertions"
            raise UnsoundError("assertions", _key(article, one.id), "event", says)
        if one.article != article.id:
            raise UnsoundError("assertions", _key(article, one.id), "article", f"it is “{one.article}”, unlike its key")
        for participant in one.participants:
            if participant.actor not in actors:
                raise _unknown("assertions", article, one.id, "participants", participant.actor)
        _check_time(article, one)
        if one.attribution is not None and one.attribution >= attributions:
            raise _unknown("assertions", article, one.id, "attribution", one.attribution)
        if (problem := _problem(one.when)) is not None:
            raise UnsoundError("assertions", _key(article, one.id), f"when.{problem[0]}", problem[1])


_TIMED = (Tie.SCENE, Tie.LASTING, Tie.WITHIN, Tie.APART, Tie.BEFORE, Tie.EDGE, Tie.EITHER)
_OF_TWO = (Tie.APART, Tie.EITHER)


def _check_time(article: Article, one: Assertion) -> None:
    if one.tie is not Tie.OWN and (one.time is None) is (one.tie in _TIMED):
        says = f"“{one.tie}” needs {'a time expression' if one.time is None else 'that there is no time expression'}"
        raise UnsoundError("assertions", _key(article, one.id), "tie", says)
    if (one.apart is None) is (one.tie in _OF_TWO) and one.tie is not Tie.SCENE:
        says = f"“{one.tie}” {'needs one' if one.apart is None else 'has none'}"
        raise UnsoundError("assertions", _key(article, one.id), "apart", says)
    if one.apart is not None and one.apart >= len(article.time_expressions):
        raise _unknown("assertions", article, one.id, "apart", one.apart)
    if one.time is not None and one.time >= len(article.time_expressions):
        raise _unknown("assertions", article, one.id, "time", one.time)
    if one.time is None and one.tie is Tie.OWN and one.when.edtf:
        raise UnsoundError("assertions", _key(article, one.id), "when", "it has a date that no words give")


def _events(extraction: Extraction) -> Mapping[str, str]:
    """By assertion, the event that has it; each event has some, and each assertion is of one."""
    of_event: dict[str, str] = {}
    claimed = 0
    for event in extraction.events:
        claimed += len(event.assertions)
        for name in event.assertions:
            of_event[name] = event.id
        if not event.assertions:
            says = "an event has at least one"
            raise UnsoundError("events", _key(extraction.article, event.id), "assertions", says)
    if claimed != len(of_event) or claimed != len(extraction.assertions):
        known = {assertion.id for assertion in extraction.assertions}
        for event in extraction.events:
            for name in event.assertions:
                if name not in known or of_event[name] != event.id or event.assertions.count(name) > 1:
                    says = f"there is no assertion “{name}” of this article, or not for this event alone"
                    raise UnsoundError("events", _key(extraction.article, event.id), "assertions", says)
    return of_event


def _problem(when: When) -> tuple[str, str] | None:
    """The field of a time that disagrees with its EDTF, and how."""
    text = when.edtf
    if not text:
        if when.earliest is not None or when.latest is not None or when.precision is not Precision.OPEN:
            return "edtf", "it is empty, yet there are days"
        return ("candidates", "there are some of no date") if when.candidates else None
    try:
        if _days(text) != (when.earliest, when.latest, when.precision):
            return "earliest", f"its days or its precision are not those of “{text}”"
        if when.candidates or text.startswith("["):
            if edtf.members(text) != tuple(one.edtf for one in when.candidates):
                return "candidates", f"they are not the members of “{text}”"
            for one in when.candidates:
                if _days(one.edtf)[:2] != (one.earliest, one.latest):
                    return "candidates", f"its days are not those of “{one.edtf}”"
    except ValueError as error:
        return "edtf", str(error)
    return None


@lru_cache(maxsize=100_000)
def _days(text: str) -> tuple[object, object, Precision]:
    """What an EDTF string spans. Raises ValueError if it is none as we write it."""
    if text != text.strip():
        raise ValueError(f"“{text}” has spaces around it")
    span = edtf.parse(text)
    return span.earliest, span.latest, span.precision


def _is_within(span: Span, article: Article) -> bool:
    return span[0] <= span[1] <= len(article.text)


def _misplaced(one: Assertion, article: Article) -> UnsoundError:
    spans = {"trigger": one.trigger, "clause": one.clause, "evidence": one.evidence}
    field, span = next((field, span) for field, span in spans.items() if not _is_within(span, article))
    return _outside("assertions", _key(article, one.id), field, span, article)


def _outside(table: str, key: str, field: str, span: Span, article: Article) -> UnsoundError:
    says = f"{span[0]} to {span[1]} is no stretch of the text, which has {len(article.text)} characters"
    return UnsoundError(table, key, field, says)


def _unknown(table: str, article: Article, record: str, field: str, value: object) -> UnsoundError:
    return UnsoundError(table, _key(article, record), field, f"there is no {_NOUNS[field]} “{value}” in this article")


_NOUNS = {
    "actor": "actor",
    "participants": "actor",
    "source": "source",
    "time": "time expression",
    "attribution": "attribution",
}


def _key(article: Article, record: str) -> str:
    return f"{article.id}/{record}"
