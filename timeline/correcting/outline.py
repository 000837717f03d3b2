"""What is known of the events of a long timeline before its articles are read: when each is, and where that stands."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Self, TypeVar

import msgspec

from timeline.entry import Lead
from timeline.model import Assertion, Extraction, Span
from timeline.when import When

T = TypeVar("T")


class Seen(msgspec.Struct, frozen=True, gc=False):
    """As much of an assertion as an outline needs."""

    id: str
    event: str
    article: str
    trigger: Span
    when: When

    @classmethod
    def of(cls, one: Assertion) -> Self:
        """That of one that was read."""
        return cls(one.id, one.event, one.article, one.trigger, one.when)


class Outline(msgspec.Struct, frozen=True):
    """Of the events of some articles."""

    leads: Mapping[str, Lead | None]
    """By event; None where several articles tell it."""
    several: Mapping[str, Sequence[Seen]]
    """Of which there are several, what is said of an event, in its order; each article's together."""

    @classmethod
    def of(cls, told: Iterable[T], see: Callable[[T], Seen], order: Callable[[str, str], Sequence[str]]) -> Self:
        """Of assertions in some form; `order` gives the ids of those that an event of an article has, the lead first.

        What is seen of one is let go of at once, as it would lie scattered among what stays.
        """
        leads: dict[str, Lead | None] = {}
        firsts: dict[str, T] = {}
        grouped: dict[str, list[Seen]] = {}
        starts: dict[int, int] = {}  # offsets are met in many texts
        for form in told:
            one = see(form)
            if one.event not in firsts:
                firsts[one.event] = form
                leads[one.event] = Lead(one.article, starts.setdefault(one.trigger[0], one.trigger[0]), one.when)
            else:
                grouped.setdefault(one.event, [see(firsts[one.event])]).append(one)
        several = {event: _in_order(group, order) for event, group in grouped.items()}
        leads.update((event, _lead(group)) for event, group in several.items())
        return cls(leads, several)

    @classmethod
    def of_extractions(cls, extractions: Iterable[Extraction]) -> Self:
        """Of what was read from articles, of which no more is kept in memory than this."""
        orders: dict[tuple[str, str], Sequence[str]] = {}

        def told() -> Iterator[Seen]:
            for extraction in extractions:
                yield from map(Seen.of, extraction.assertions)
                for event in extraction.events:
                    if len(event.assertions) > 1:
                        orders[extraction.article.id, event.id] = event.assertions

        return cls.of(told(), lambda one: one, lambda article, event: orders.get((article, event), ()))

    def with_more(self, other: "Outline", shared: Mapping[str, Iterable[Assertion]]) -> "Outline":
        """This and another; of events that both have, all that is said is `shared`."""
        both = {event: _in_order(map(Seen.of, told), _as_told) for event, told in shared.items()}
        leads = {**self.leads, **other.leads, **{event: _lead(group) for event, group in both.items()}}
        return Outline(leads, {**self.several, **other.several, **both})


def _lead(group: Sequence[Seen]) -> Lead | None:
    first = group[0]
    is_of_one = all(one.article == first.article for one in group)
    return Lead(first.article, first.trigger[0], first.when, is_alone=len(group) == 1) if is_of_one else None


def _in_order(group: Iterable[Seen], order: Callable[[str, str], Sequence[str]]) -> Sequence[Seen]:
    """What is said of one event, by article, and each article's as that orders it."""
    own: dict[str, dict[str, Seen]] = {}
    for one in group:
        own.setdefault(one.article, {})[one.id] = one
    found: list[Seen] = []
    for article, known in sorted(own.items()):
        event = next(iter(known.values())).event
        found += {**{name: known[name] for name in order(article, event) if name in known}, **known}.values()
    return found


def _as_told(article: str, event: str) -> Sequence[str]:  # noqa: ARG001 - they are in order
    return ()
