"""That an export is work in proportion to what it tells."""

from collections.abc import Callable
from functools import partial

import pytest

from tests.effort import effort
from tests.timeline.builders import MONDAY, by_metadata, reading
from tests.timeline.export.chronicle import timeline_of, told_of_one
from timeline.collection import Timeline
from timeline.export import FORMATS, export

FEW, MANY = 20, 200
MORE = 1.1 * MANY / FEW


def told_alike(times: int) -> Timeline:
    """An event that an article tells again and again in the same words."""
    return told_of_one("The ferry sank on Saturday." for _ in range(times))[1]


def told_otherwise(times: int) -> Timeline:
    """An event that an article tells again and again, each time with other figures."""
    return told_of_one(f"The ferry sank on Saturday with {number + 100} people." for number in range(times))[1]


def of_articles(number: int) -> Timeline:
    """An event of each of many articles."""
    sentences = (f"Ferry {each + 100} sank on Saturday." for each in range(number))
    return timeline_of([reading(one, published=by_metadata(MONDAY), name=one) for one in sentences])


@pytest.mark.parametrize("written", [told_alike, told_otherwise, of_articles])
@pytest.mark.parametrize("form", FORMATS)
def test_ten_times_as_much_to_tell_is_ten_times_the_work(form: str, written: Callable[[int], Timeline]) -> None:
    timelines = written(FEW), written(FEW), written(MANY)
    _, few, many = (effort(partial(export, one, one.entries, form)) for one in timelines)  # the first looks things up
    assert many <= MORE * few
