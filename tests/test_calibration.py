"""What counts as right when dates are counted for their confidence."""

import pytest

from benchmarks.calibration import BINS, Case, by_kind, by_rate, count, judged, summary
from timeline.meanings.base import DateKind


@pytest.mark.parametrize(
    ("kind", "gold", "value", "right"),
    [
        (DateKind.WEEKDAY, "2019-01-26", "2019-01-26", True),
        (DateKind.WEEKDAY, "2019-01-26", "2019-02-02", False),
        (DateKind.WEEKDAY, "2019-01-26", "2019-01-26TNI", True),
        (DateKind.WEEKDAY, "2019-01-26TNI", "2019-01-25TNI", False),
        (DateKind.WEEKDAY, "2019-01-26T20:30", "2019-01-26T08:30", False),
        (DateKind.WEEKDAY, None, "2019-01-26", False),
        (DateKind.WEEK, "1989-WXX", "1989-W43", None),
        (DateKind.WEEK, "1988-WXX", "1989-W43", False),
        (DateKind.WEEK, "1998-10", "1998-W42", None),
        (DateKind.WEEK, "1998-10-21", "1998-W43", False),
        (DateKind.COUNTED, "1988", "1988-Q3", None),
        (DateKind.COUNTED, "1988-Q3", "1988", False),
        (DateKind.LENGTH, "P2Y", "P3Y", False),
        (DateKind.VAGUE, None, "PRESENT_REF", None),
        (DateKind.VAGUE, "PAST_REF", "PRESENT_REF", False),
    ],
)
def test_a_value_is_held_against_the_gold_by_what_a_timeline_shows_of_it(
    kind: DateKind, gold: str | None, value: str, right: bool | None
) -> None:
    assert judged(kind, gold, value) is right


def test_what_the_gold_cannot_tell_is_not_counted_and_the_tables_add_up() -> None:
    cases = [Case(DateKind.TODAY, True)] * 8 + [Case(DateKind.TODAY, False)] * 2 + [Case(DateKind.WEEK, None)] * 5
    counts = count(cases)
    assert counts[DateKind.TODAY] == (8, 10)
    assert counts[DateKind.WEEK] == (0, 0)
    assert "| today, yesterday or tomorrow | 8, 10 | 80 % | 8, 10 | 80 % |" in set(by_kind(counts, counts))
    assert sum(int(row.split(" | ")[1]) for row in list(by_rate(counts, counts))[2:]) == 10
    assert (BINS[0], BINS[-1]) == (0, 1)
    off, left_out = summary(cases, cases)
    assert off == "Expected calibration error on the report half: 0.0 points by rate, 0.0 by kind."
    assert left_out == "Left out, as the gold cannot tell: 5 of 15, report half 5 of 15."
