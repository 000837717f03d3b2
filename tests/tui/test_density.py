"""The strip above the list: how many events lie where in time."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from textual.geometry import Offset

from tests.timeline.query.test_indexes import EDITS, POOL
from tests.timeline.test_collection import build
from tests.tui.looking import SMALL, WIDE, timeline_of
from timeline.edits import Edit
from timeline.logs.log import Log
from tui.app import DatelineApp
from tui.density import BARS, Days, Window, axis, bar, counted, dense_part, outside, weights

DAY = st.integers(700_000, 740_000)
SPANS = st.lists(st.tuples(DAY, st.integers(0, 4_000)).map(lambda one: Days(one[0], one[0] + one[1])), max_size=40)
WINDOWS = st.tuples(DAY, st.integers(14, 9_000)).map(lambda one: Window(one[0], one[0] + one[1] - 1))


@given(SPANS, WINDOWS, st.integers(1, 200))
def test_every_event_is_in_view_beside_it_or_in_part(spans: list[Days], window: Window, width: int) -> None:
    counts = Counter(spans)
    before, after = outside(counts, window)
    whole = sum(count for span, count in counts.items() if window.first <= span.first and span.last <= window.last)
    crossing = len(spans) - before - after - whole
    assert whole - 1e-6 <= sum(weights(counts, window, width)) <= whole + crossing + 1e-6


@given(st.lists(EDITS, max_size=6))
def test_events_are_counted_after_corrections_as_if_they_were_all_counted_anew(edits: list[Edit]) -> None:
    timeline = build(POOL)
    log: list[Edit] = []
    for number, one in enumerate(edits, 1):
        assert counted(timeline.entries) == counted(list(timeline.entries))
        log.append(replace(one, number=number))
        timeline = timeline.with_edits(Log(log), one.target)
    assert counted(timeline.entries) == counted(list(timeline.entries))


@given(SPANS)
def test_nine_of_ten_events_begin_in_the_dense_part(spans: list[Days]) -> None:
    window = dense_part(Counter(spans))
    assert (window is None) is (not spans)
    if window is not None:
        begin = sum(window.first <= span.first <= window.last for span in spans)
        assert begin >= 0.9 * len(spans) - 0.5


def test_one_event_long_ago_does_not_squeeze_the_others() -> None:
    window = dense_part(Counter([Days(650_000, 650_000), *(Days(day, day) for day in range(737_000, 737_060))]))
    assert window is not None
    assert window.length < 80


@given(st.floats(0.2, 1e6), st.floats(0.2, 1e6))
def test_a_higher_bar_never_means_fewer(one: float, other: float) -> None:
    fewer, more = sorted((one, other))
    assert BARS.index(bar(fewer, more)) <= BARS.index(bar(more, more))
    assert bar(fewer, more) != " "


@given(WINDOWS, st.integers(1, 200))
def test_the_axis_is_as_wide_as_the_bars(window: Window, width: int) -> None:
    assert len(axis(window, width)) == width


@given(WINDOWS, st.integers(1, 200))
def test_a_column_begins_with_its_day(window: Window, width: int) -> None:
    for column in range(min(width, window.length)):
        assert window.column(window.day(column, width), width) >= column


@given(WINDOWS, DAY, st.sampled_from([0.5, 2]))
def test_zooming_keeps_the_day_where_it_was(window: Window, about: int, factor: float) -> None:
    about = window.first + about % window.length
    zoomed = window.zoomed(about, factor)
    assert zoomed.first <= about <= zoomed.last + 1


def test_zooming_out_for_ever_ends_at_some_thousand_years() -> None:
    window = Window(700_000, 700_100)
    for _ in range(2_000):
        window = window.zoomed(700_050, 2)
    assert axis(window, 80).strip() == ""


async def test_the_strip_shows_where_the_events_are(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        told = str(timeline_of(app).strip.render())
        assert "█" in told
        assert "Jan" in told


async def test_a_click_on_the_strip_goes_there(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("home")
        strip = timeline_of(app).strip
        window = strip.window
        assert window is not None
        last = max(entry.when.latest for entry in app.session.timeline.entries if entry.when.latest)
        column = window.column(last.toordinal(), strip.size.width - 10)
        await pilot.click(strip, Offset(column + 6, 0))
        await pilot.pause()
        assert timeline_of(app).entry.when.latest == last  # type: ignore[union-attr]


@pytest.mark.parametrize(("keys", "longer"), [(["plus"], False), (["minus"], True), (["minus", "0"], None)])
async def test_the_strip_zooms_and_comes_back(app: DatelineApp, keys: list[str], longer: bool | None) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("minus", "0")
        await pilot.pause()
        before = timeline_of(app).strip.window
        await pilot.press(*keys)
        await pilot.pause()
        after = timeline_of(app).strip.window
        assert before is not None
        assert after is not None
        assert (
            (after.length > before.length if longer else after.length < before.length)
            if longer is not None
            else after == before
        )


async def test_panning_shows_another_time(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        before = timeline_of(app).strip.window
        await pilot.press("full_stop")
        await pilot.pause()
        assert before is not None
        assert timeline_of(app).strip.window.first > before.first  # type: ignore[union-attr]


async def test_a_low_terminal_has_no_strip(app: DatelineApp) -> None:
    async with app.run_test(size=(SMALL[0], 14)) as pilot:
        await pilot.pause()
        assert not timeline_of(app).strip.display or timeline_of(app).strip.size.height == 0
