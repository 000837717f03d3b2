"""Status by what was learned, where that speaks clearly against the rules.

The rules of `status.py` say what an event shows. Where articles that people had made timelines of (`training.events`)
say otherwise, by the event's words and by what the rules themselves say of it, that is taken.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from extractors.events.candidates.event_candidates import EventCandidate
from extractors.events.candidates.overlooked import beside
from extractors.events.context.event_context import EventContext
from extractors.events.event_network import event_network
from extractors.events.scenes.profiles import Profiles
from extractors.events.status.status import read_polarity, read_status
from extractors.events.status.told import Verdict
from extractors.events.vouching import read_source
from timeline.model import Status
from timeline.when import Step

STATUS = "status"
"""The folder of `data`."""
STATUSES = tuple(Status)
CLEARER = 2.2
"""How many times as likely as the status of the rules another must be."""
DOUBTED = frozenset(f"status.{name}" for name in "condition meant named present spoken state will".split())
"""The rules that are weighed: in articles left out of the learning the others are right as often as the network."""


def likely_statuses(context: EventContext, candidates: Sequence[EventCandidate]) -> dict[int, Verdict]:
    """By trigger the status of events that clearly have another than the rules say, and why."""
    doubted = [one for one in candidates if read_status(context, one)[1].rule in DOUBTED]
    if not doubted:
        return {}
    profiles = Profiles(context)
    signs = [list(features(context, profiles, one)) for one in doubted]
    scores = event_network(STATUS).scores(*beside(context, *words(context, doubted)), signs)
    found = ((one.trigger, _clearer(*read_status(context, one), row)) for one, row in zip(doubted, scores, strict=True))
    return {at: verdict for at, verdict in found if verdict is not None}


def words(context: EventContext, candidates: Sequence[EventCandidate]) -> tuple[list[int], list[int | None]]:
    """The word of each event, and the subject of its clause."""
    clauses = (context.syntax.clauses.get(one.verb) for one in candidates)
    return [one.trigger for one in candidates], [None if clause is None else clause.subject for clause in clauses]


def features(context: EventContext, profiles: Profiles, one: EventCandidate) -> Iterator[str]:
    """What the rules say of an event, in words."""
    status, because = read_status(context, one)
    source, vouched = read_source(context, one)
    yield from profiles.of(one).ways
    yield f"is {status}"
    yield f"by {because.rule}"
    yield f"is {read_polarity(context, one)}"
    yield f"vouched by {vouched.rule}"
    known = {"somebody's": source is not None, "quoted": bool(context.quoted[one.trigger])}
    known["a noun"] = one.trigger != one.verb
    yield from (f"{name}: {'yes' if holds else 'no'}" for name, holds in known.items())


def _clearer(status: Status, because: Step, scores: np.typing.NDArray[np.float32]) -> Verdict | None:
    best = int(scores.argmax())
    if scores[best] <= scores[STATUSES.index(status)] + np.log(CLEARER):
        return None
    return STATUSES[best], Step("status.likely", f"what is told so is mostly {STATUSES[best]}, though {because.says}")
