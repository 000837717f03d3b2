"""The filter language: `actor:guaido|maduro said:"UN official" date:2019-01-21..28 -is:planned killed`.

Terms beside each other must all hold; `or` between them, `a|b` inside a term, `-` before one and parentheses do what
they look like. The app, the command line and the export understand the same.
"""

from collections.abc import Callable, Mapping, Sequence, Set
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TypeVar

from timeline.collection import Entry, Timeline
from timeline.dates.edtf import normal
from timeline.model import Status
from timeline.query.dates import (
    LONGEST_DATE,
    refuse_a_date_without_field,
    refuse_a_year_for_one_alone,
    whole_date,
    words_behind,
)
from timeline.query.measures import as_fine, seen, trusted
from timeline.query.periods import in_figures, read_figures, told
from timeline.query.query import Query
from timeline.query.terms import (
    Doubles,
    State,
    Term,
    all_of,
    any_of,
    at_place,
    being,
    from_source,
    in_time,
    mentions,
    negated,
    said_by,
    with_actor,
    with_tag,
)
from timeline.query.tokens import FIELD, WORDS, QueryError, Token, tokens

R = TypeVar("R")
ReadDate = Callable[[str], str]
"""Gives the EDTF of a date that a person typed. Raises ValueError, with the reason in words."""

_DEEPEST = 50
"""Parentheses within parentheses."""

_NAMES: Mapping[str, Callable[[Sequence[str]], Term]] = {
    "actor": with_actor,
    "said": said_by,
    "source": from_source,
    "place": at_place,
    "tag": with_tag,
}
_MEASURES: Mapping[str, Callable[[str], Term]] = {"prec": as_fine, "trust": trusted, "seen": seen}
FIELDS = (*_NAMES, "date", "is", *_MEASURES)
STATES: Sequence[str] = (*State, *Status)
_LEFT_OUT = frozenset({State.HIDDEN, State.REJECTED})
_STATES: Mapping[str, State | Status] = {**{s.value: s for s in State}, **{s.value: s for s in Status}}


LONGEST = 4_000
"""Characters of a filter in the app."""
MOST_WORDS = 1_000
"""Words of a filter. What is pasted there by mistake may have a million, and take minutes."""


def select(timeline: Timeline, text: str, read_date: ReadDate = normal) -> tuple[Entry, ...]:
    """The entries that a filter lets through; hidden ones only if it speaks of them (`is:hidden`). As `parse`.

    Raises:
        QueryError: the filter cannot be understood.
    """
    return parse(text, read_date).select(timeline)


def parse(
    text: str,
    read_date: ReadDate = normal,
    views: Mapping[str, str] | None = None,
    new: Set[str] | None = None,
    doubles: Doubles | None = None,
) -> Query:
    """Understand a filter. An empty one lets everything through.

    Args:
        text: what the person typed.
        read_date: understands a date in words, as `date:"3 weeks ago"`; without it EDTF is all that is.
        views: filters that were kept under a name, for `@name`.
        new: the ids of the articles that are new, for `is:new`.
        doubles: gives the ids of the events that may be one with another, for `is:doubled`.

    Raises:
        QueryError: it cannot be understood.

    >>> parse("actor:fenwick -is:planned").describe()
    'with “fenwick”, not planned'
    >>> parse("actor:fenwick -date:2019-01").describe()
    'with “fenwick”, not Jan 2019'
    """
    if _is_too_long(text):
        raise _too_long(text)
    parser = _Parser(text, read_date, views or {}, new, doubles)
    terms = parser.either() if parser.token else []
    if parser.token:
        raise parser.error("there is no “(” before this")
    return Query(tuple(terms), parser.asks_for_left_out, tuple(parser.readings), tuple(parser.words))


def without_bad_terms(
    text: str,
    read_date: ReadDate = normal,
    views: Mapping[str, str] | None = None,
    new: Set[str] | None = None,
    doubles: Doubles | None = None,
) -> tuple[Query, QueryError | None]:
    """What of a filter can be understood, and what is wrong with the rest: for a filter that is still being typed.

    A term that is wrong or not finished, such as `is:plan`, lets everything through.
    """
    if _is_too_long(text):
        return parse(""), _too_long(text)
    first: QueryError | None = None
    left = text
    while True:
        try:
            return parse(left, read_date, views, new, doubles), first
        except QueryError as wrong:
            first = first or wrong
            bad = next((word for word in reversed(list(WORDS.finditer(left))) if word.start() <= wrong.start), None)
            if bad is None:
                return parse(""), first
            left = left[: bad.start()] + left[max(bad.end(), wrong.end) :]


def _too_long(text: str) -> QueryError:
    return QueryError(0, len(text), f"a filter has {MOST_WORDS:,} words at most")


def _is_too_long(text: str) -> bool:
    return len(text) > MOST_WORDS and len(text.split()) > MOST_WORDS


def term(name: str, value: str) -> str:
    """The term that asks for `value` in a field, as a person would write it.

    >>> term("actor", "Ada Fenwick")
    'actor:"Ada Fenwick"'
    """
    return f'{name}:"{" ".join(value.replace(chr(34), " ").split())}"'


@dataclass
class _Parser:
    text: str
    read_date: ReadDate
    views: Mapping[str, str]
    new: Set[str] | None = None
    doubles: Doubles | None = None
    asks_for_left_out: bool = False
    readings: list[tuple[str, str]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    denials: int = 0
    depth: int = 0
    _left: list[Token] = field(init=False)

    def __post_init__(self) -> None:
        self._left = list(tokens(self.text))[::-1]

    @property
    def token(self) -> Token | None:
        return self._left[-1] if self._left else None

    def error(self, reason: str) -> QueryError:
        """That the next token is wrong, or that the text ends too soon."""
        token = self.token or Token(len(self.text.rstrip()), len(self.text), "")
        return QueryError(token.start, token.end, reason)

    def either(self) -> list[Term]:
        """The terms up to a closing parenthesis, which must all hold; with an `or` among them they are one."""
        choices = [self._all()]
        while self._take("or"):
            choices.append(self._all())
        return choices[0] if len(choices) == 1 else [any_of([all_of(terms) for terms in choices])]

    def _all(self) -> list[Term]:
        terms = []
        while self.token and not self._sees(")") and not self._sees("or"):
            terms.append(self._term())
        if not terms:
            raise self.error("a term is missing here")
        return terms

    def _term(self) -> Term:
        negations = 0
        while self._take("-"):
            negations += 1
        self.denials += negations % 2
        if self._take("("):
            if self.depth == _DEEPEST:
                raise self.error("there are too many parentheses")
            self.depth += 1
            term = all_of(self.either())
            if not self._take(")"):
                raise self.error("the parenthesis is not closed")
            self.depth -= 1
        else:
            term = self._field()
        self.denials -= negations % 2
        return negated(term) if negations % 2 else term

    def _field(self) -> Term:
        token = self.token
        if token and not token.is_phrase and token.text.startswith("@"):
            return self._view(token)
        if not (token and not token.is_phrase and FIELD.fullmatch(token.text)):
            words = [value.text for value in self._values("a word")]
            self.words += [] if self.denials else words
            return mentions(words)
        name = token.text[:-1].lower()
        if name not in FIELDS:
            raise self._no_field(token)
        self._left.pop()
        values = self._values(f"something after “{name}:”", of_dates=name == "date")
        if name == "date":
            refuse_a_year_for_one_alone(values)
            if self._sees("or") and (behind := self._behind(1)):
                refuse_a_date_without_field(self.text, behind, self._edtf)
        return self._about(name, values)

    def _no_field(self, token: Token) -> QueryError:
        """That there is no such field; for `since:mar 2019` what to type instead, `date:since mar 2019`."""
        name, end = token.text[:-1].lower(), token.end
        instead = f"only {' '.join(f'{known}:' for known in FIELDS)}"
        plain = f"{self.text[: token.end - 1]} {self.text[token.end :]}"
        behind = self._behind(1)
        with suppress(ValueError):
            self._edtf(f"{name} 2019")
            instead = f"type date:{name} 2019"
            date, used = whole_date(plain, Token(token.start, token.end, name), behind, self._edtf)
            self._edtf(date.text)
            instead, end = f"type date:{date.text}", behind[used - 1].end
        if instead.startswith("type "):  # first, as a narrow filter has no room for more
            return QueryError(
                token.start, end, f"{instead}: there is no field “{name}:” (in quotation marks it is a word)"
            )
        return QueryError(token.start, end, f"there is no field “{name}:”, {instead} (in quotation marks it is a word)")

    def _behind(self, at: int) -> list[Token]:
        """The plain words from there on of what is left."""
        return words_behind(self.text, self._left[: len(self._left) - at][: -LONGEST_DATE - 1 : -1])

    def _about(self, name: str, values: Sequence[Token]) -> Term:
        if name in _NAMES:
            return _NAMES[name]([value.text for value in values])
        if name == "date":
            return in_time([self._read(name, value, self._period) for value in values])
        if name in _MEASURES:
            measured = [self._read(name, value, _MEASURES[name]) for value in values]
            return measured[0] if len(measured) == 1 else any_of(measured)
        states = [self._read(name, value, self._state) for value in values]
        self.asks_for_left_out |= not _LEFT_OUT.isdisjoint(states)
        return being(states, self.new or frozenset(), self.doubles or (lambda _: frozenset()))

    def _view(self, token: Token) -> Term:
        """A filter that was kept under a name; one in which it stands itself is none."""
        name = token.text[1:].lower()
        if name not in self.views:
            known = " ".join(f"@{known}" for known in self.views) or "none is kept yet"
            raise self.error(f"there is no view “{token.text}”: {known} (in quotation marks it is a word)")
        self._left.pop()
        others = {one: text for one, text in self.views.items() if one != name}
        try:
            query = parse(self.views[name], self.read_date, others, self.new, self.doubles)
        except QueryError as error:
            raise QueryError(token.start, token.end, f"{token.text}: {error.reason}") from None
        self.asks_for_left_out |= query.asks_for_left_out
        self.readings += query.readings
        self.words += () if self.denials else query.words
        return all_of(query.terms)

    def _state(self, text: str) -> State | Status:
        state = _read_state(text)
        if state is State.NEW and self.new is None:
            raise ValueError("nobody has told what is new here")
        if state is State.DOUBLED and self.doubles is None:
            raise ValueError("nobody has told what may be one here")
        return state

    def _period(self, text: str) -> str:
        """The EDTF of a period in figures or in words; how words were read is told."""
        edtf = self._edtf(text)
        if not in_figures(text):
            self.readings.append((text, told(edtf)))
        return edtf

    def _edtf(self, text: str) -> str:
        return read_figures(text) if in_figures(text) else self.read_date(text)

    def _read(self, name: str, value: Token, read: Callable[[str], R]) -> R:
        try:
            return read(value.text)
        except ValueError as error:
            raise QueryError(value.start, value.end, f"{name}: {error}") from None

    def _values(self, wanted: str, *, of_dates: bool = False) -> list[Token]:
        values = []
        while True:
            token = self.token
            if not token or any(map(self._sees, ("(", ")", "|", "-", "or"))):
                raise self.error(f"{wanted} is missing here")
            if not token.text.strip():
                raise self.error("there is nothing between the quotation marks")
            self._left.pop()
            if of_dates and not token.is_phrase:
                token, used = whole_date(self.text, token, self._behind(0), self._edtf)
                del self._left[len(self._left) - used :]
            values.append(token)
            if not self._take("|"):
                return values

    def _sees(self, text: str) -> bool:
        return bool(self.token and not self.token.is_phrase and self.token.text.lower() == text)

    def _take(self, text: str) -> bool:
        if not self._sees(text):
            return False
        self._left.pop()
        return True


def _read_state(text: str) -> State | Status:
    state = _STATES.get(text.lower())
    if state is None:
        raise ValueError(f"“{text}” is not one of {', '.join(_STATES)}")
    return state
