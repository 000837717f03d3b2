"""A day of which no article can be is refused with the reason; tomorrow is one, as it begins in the east."""

import datetime as dt

import pytest

from tui import publication_days
from tui.publication_days import doubt_of, read_publication_day

TODAY = dt.date(2026, 3, 2)


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publication_days, "today", lambda: TODAY)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("9999-12-31", "yet to come"),
        ("2026-03-04", "no article is of a day after tomorrow"),
        ("0001-01-01", "before anything was printed"),
        ("26 jan 1019", "before anything was printed"),
    ],
)
def test_a_day_that_cannot_be_is_refused_with_the_way_on(typed: str, why: str) -> None:
    with pytest.raises(ValueError, match=why) as refused:
        read_publication_day(typed)
    assert "Give the day on which it was printed" in str(refused.value)


@pytest.mark.parametrize("typed", ["2026-03-03", "2026-03-02", "1605-06-01", "1450-01-01"])
def test_a_day_that_can_be_is_read(typed: str) -> None:
    assert read_publication_day(typed).isoformat() == typed
    assert doubt_of(dt.date.fromisoformat(typed)) == ""
