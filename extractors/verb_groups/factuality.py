"""Factuality: what verb groups say of an event's status and of the direction of its time."""

from collections.abc import Iterator, Mapping

from extractors.lexicons.effects import Effect
from extractors.syntax.tenses import Aspect, Form, Modality, Tense
from extractors.verb_groups.component import Order, VerbGroup
from timeline.model import Sense, Status

_BY_KIND = {
    Effect.PLAN: Status.PLANNED,
    Effect.REQUEST: Status.PLANNED,
    Effect.WISH: Status.PLANNED,
    Effect.FUTURE: Status.PLANNED,
    Effect.EXPECTATION: Status.FORECAST,
    Effect.NECESSITY: Status.FORECAST,
    Effect.ALLEGATION: Status.ALLEGED,
}
"""The other kinds leave it with the verb above: *managed to leave* occurred when *managed* did."""


def status(groups: Mapping[int, VerbGroup], group: VerbGroup) -> Status:
    """The status of what a verb tells, as far as grammar says it; who is said to have said it is not asked."""
    chain = [group, *_above(groups, group)]
    if any(other.conditional for other in chain):
        return Status.CONDITIONAL
    for other in chain:
        if other.hearsay:
            return Status.ALLEGED
        if other.embedding is not None and other.embedding.kind in _BY_KIND:
            return _BY_KIND[other.embedding.kind]
        if other.form in (Form.FINITE, Form.IMPERATIVE):
            return _finite_status(other)
    return _nonfinite_status(chain[-1])


def _finite_status(group: VerbGroup) -> Status:
    perfect = group.aspect in (Aspect.PERFECT, Aspect.PERFECT_PROGRESSIVE)
    if group.modality is Modality.CONDITIONAL or (perfect and group.modality is Modality.NECESSITY):
        return Status.CONDITIONAL
    if group.modality is not Modality.INDICATIVE:
        could_not = group.tense is Tense.PAST
        return Status.OCCURRED if could_not else Status.ALLEGED if perfect else Status.FORECAST
    if group.tense is Tense.FUTURE or group.form is Form.IMPERATIVE:
        return Status.PLANNED
    if group.tense is Tense.PRESENT and not perfect:
        return Status.ONGOING
    return Status.OCCURRED


def _nonfinite_status(group: VerbGroup) -> Status:
    if group.form is Form.PRESENT_PARTICIPLE and group.order is Order.OVERLAP:
        return Status.ONGOING
    ahead = group.form in (Form.INFINITIVE, Form.BARE) and group.order is Order.AFTER
    return Status.PLANNED if ahead else Status.OCCURRED


def sense(groups: Mapping[int, VerbGroup], group: VerbGroup) -> Sense:
    """Which way a verb lies from the time of writing, through the verbs from whose times it is told.

    Either, where the forms leave it open: the present, and what was to come when somebody spoke.
    """
    chain = [group, *_anchors(groups, group)]
    way = Sense.EITHER
    anchored = False
    for other in reversed(chain):
        way = _compose(other.order, way if anchored else None)
        anchored = True
    return way


def _compose(order: Order, anchor: Sense | None) -> Sense:
    """The sense of what lies in this order from its anchor; None for the time of writing."""
    if order is Order.OVERLAP:
        return anchor or Sense.EITHER
    toward = Sense.PAST if order is Order.BEFORE else Sense.FUTURE
    # What is told from the present, as *plans* is, is told as if from the time of writing.
    return toward if anchor in (None, Sense.EITHER, toward) else Sense.EITHER


_DEEPEST = 20
"""Verbs above one another: more than any sentence nests, so that no text costs more than its length is worth."""


def _above(groups: Mapping[int, VerbGroup], group: VerbGroup) -> Iterator[VerbGroup]:
    """The verbs that embed a verb that is not finite, or that it only goes along with."""
    for other in _anchors(groups, group):
        goes_along = group.order is Order.OVERLAP or group.form is Form.PRESENT_PARTICIPLE
        alone = group.embedding is None and not goes_along
        if alone or group.form in (Form.FINITE, Form.IMPERATIVE):
            return
        yield other
        group = other


def _anchors(groups: Mapping[int, VerbGroup], group: VerbGroup) -> Iterator[VerbGroup]:
    for _ in range(_DEEPEST):
        if group.anchor is None or group.anchor not in groups:
            return
        group = groups[group.anchor]
        yield group
