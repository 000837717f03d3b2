"""Factuality: which verbs above a verb takes its certainty from, and which way its time lies."""

from collections.abc import Iterator, Mapping

from extractors.syntax.tenses import Form
from extractors.verb_groups.component import Order, VerbGroup
from timeline.model import Sense


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


def verbs_above(groups: Mapping[int, VerbGroup], group: VerbGroup) -> Iterator[VerbGroup]:
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
