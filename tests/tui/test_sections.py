"""Headings and folds of a long list."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.timeline.builders import person, reading, told_together
from tests.tui.chronicle import chronicle, sailings
from tests.tui.conftest import MakeApp
from tests.tui.looking import SMALL, timeline_of
from timeline.collection import Entry, Timeline
from timeline.dates.day_numbers import day_number
from timeline.edits import EditKind
from timeline.model import Extraction
from tui.app import DatelineApp
from tui.widgets.event_list import GAP, columns, fit_said, tells_who
from tui.widgets.headings import Heading
from tui.widgets.sections import Grain, in_sections

STORY = day_number(2018, 12, 1)


def timeline_with(read: Extraction) -> Timeline:
    empty = Timeline.build(articles=[], actors=[], sources=[], events=[], assertions=[], edits=[])
    return empty.with_articles([read])


def entries_of(read: Extraction) -> Sequence[Entry]:
    return timeline_with(read).entries


def shown(app: DatelineApp) -> list[str]:
    events = timeline_of(app).events
    return [events.render_line(y).text.rstrip() for y in range(events.size.height)]


def test_a_long_list_has_a_heading_for_each_month_with_the_number_of_its_events() -> None:
    headings = in_sections(entries_of(sailings()), None, opened=False).headings
    told = {heading.text: heading.number for heading in headings}
    assert (told["2019"], told["Mar 2019"], told["Apr 2019"], told["undated"]) == (2, 14, 48, 8)


def test_what_lies_before_the_story_and_what_has_no_date_is_folded_away_with_its_number() -> None:
    rows, headings, _ = in_sections(entries_of(sailings()), STORY, opened=False)
    assert [(heading.text, heading.number) for heading in headings if heading.hint] == [
        ("▸ before 1 Dec 2018", 7),
        ("▸ undated", 8),
    ]
    assert len(rows) == 64


def test_what_was_folded_away_is_all_there_when_it_is_opened() -> None:
    entries = entries_of(sailings())
    rows, headings, _ = in_sections(entries, STORY, opened=True)
    assert rows == entries
    assert [heading.text for heading in headings if heading.hint] == ["▾ before 1 Dec 2018", "▾ undated"]


@pytest.mark.parametrize(
    ("dates", "grain"),
    [
        ([f"2019-03-{day:02}" for day in range(1, 12)], Grain.MONTH),
        ([f"2019-{month:02}-05" for month in range(1, 12)], Grain.YEAR),
        ([f"{year}-05-05" for year in range(2001, 2012)], Grain.NONE),
        (["2019-03-01"] * 5, Grain.NONE),
    ],
)
def test_headings_are_as_fine_as_there_is_something_to_stand_below_them(dates: list[str], grain: Grain) -> None:
    assert in_sections(entries_of(chronicle(dates)), None, opened=False).grain is grain


DATES = st.sampled_from(["", "1999", "2018", "2018-12", "2018-12-30", "2019", "2019-01", "2019-01-01", "2019-01-02"])


@given(st.lists(DATES, max_size=40), st.booleans())
def test_every_event_is_shown_or_counted_by_a_fold_and_by_one_heading_at_most(dates: list[str], opened: bool) -> None:
    entries = entries_of(chronicle(dates)) if dates else ()
    rows, headings, _ = in_sections(entries, STORY, opened=opened)
    folded = sum(heading.number for heading in headings if heading.text.startswith("▸"))
    assert len(rows) + folded == len(entries)
    assert [heading.row for heading in headings] == sorted(heading.row for heading in headings)
    assert sum(heading.number for heading in headings if not heading.hint) <= len(rows)


async def test_the_app_opens_at_the_story_and_z_opens_what_is_folded_away(make_app: MakeApp) -> None:
    app = make_app(sailings())
    async with app.run_test(size=(80, 60)) as pilot:
        lines = shown(app)
        assert lines[0].split() == ["▸", "before", *"26 Dec 2018".split(), "7", "z", "opens"]
        assert lines[1] == " 2019  2"
        assert timeline_of(app).events.cursor == 0
        await pilot.press("z")
        await pilot.pause()
        assert "▾ before" in shown(app)[0]
        assert len(timeline_of(app).events.rows) == 79
        assert [entry.title for entry in timeline_of(app).events.rows][-1].startswith("Boat")


async def test_a_heading_stays_in_view_above_the_rows_that_belong_to_it(make_app: MakeApp) -> None:
    app = make_app(sailings())
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*["j"] * 13)
        await pilot.pause()
        assert shown(app)[0] == " Mar 2019  14"
        assert shown(app)[1].split()[0] == "11"  # the day is said again at the top
        await pilot.press("G")
        await pilot.pause()
        assert shown(app)[0] == " Apr 2019  48"
        assert "▸ undated  8" in shown(app)[-1]


async def test_a_day_with_many_events_says_how_many_below_its_date(make_app: MakeApp) -> None:
    app = make_app(sailings())
    async with app.run_test(size=(80, 60)):
        lines = shown(app)
        (day,) = (at for at, line in enumerate(lines) if " 11 Mon " in line)
        assert lines[day + 1].strip().startswith("6 events")


async def test_what_is_over_by_a_day_stands_behind_the_day_which_has_one_heading(make_app: MakeApp) -> None:
    app = make_app(chronicle([f"2019-03-{day}" for day in ("10", "11", "11", "11", "11", "12", "13", "14")]))
    for number, entry in enumerate(app.session.timeline.entries[1:5]):
        if number % 2:
            app.session.edit(EditKind.DATE, entry.id, "../2019-03-11")
    async with app.run_test(size=SMALL):
        dates = [line[3:14].strip() for line in shown(app)[:9]]
        assert dates == ["r 2019  8", "10 Sun", "11 Mon", "", "until 11", "", "12 Tue", "13 Wed", "14 Thu"]


async def test_with_a_filter_nothing_is_folded_away(make_app: MakeApp) -> None:
    app = make_app(sailings())
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("slash", *"boat", "enter")
        await pilot.pause()
        assert len(timeline_of(app).events.rows) == 79


async def test_an_undo_opens_the_fold_that_its_event_is_in(make_app: MakeApp) -> None:
    app = make_app(sailings())
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("z", "G", "s", "z", "g", "u")
        await pilot.pause()
        entry = timeline_of(app).entry
        assert entry is not None
        assert entry.when.is_open


async def test_a_fold_opens_by_a_click_and_other_headings_are_only_read(make_app: MakeApp) -> None:
    app = make_app(sailings())
    async with app.run_test(size=(80, 60)) as pilot:
        events = timeline_of(app).events
        await pilot.click(events, offset=(3, 1))
        await pilot.pause()
        assert events.is_folded
        await pilot.click(events, offset=(3, 0))
        await pilot.pause()
        assert not events.is_folded


async def test_a_title_takes_the_cells_that_who_says_so_does_not_need(make_app: MakeApp) -> None:
    app = make_app(sailings())
    async with app.run_test(size=(120, 40)):
        events = timeline_of(app).events
        line = events.render_line(3).text
        assert isinstance(events.at_line(0), Heading)
        assert line.rstrip().endswith("Log")
        assert line.index("Boat") == 16


@pytest.mark.parametrize(
    ("title", "said", "cells"),
    [(30, 13, 13), (38, 13, 12), (41, 13, 10), (90, 13, 10), (47, 3, 3), (90, 3, 3)],
    ids=["both fit", "who says so is cut", "to their share", "no more", "a short name fits", "beside any title"],
)
def test_a_title_has_the_room_but_for_the_share_of_who_says_so(title: int, said: int, cells: int) -> None:
    widths = columns(69, "t" * title, "s" * said, Grain.MONTH)
    assert widths.said - GAP == cells
    assert widths.title == 52 - widths.said


@pytest.mark.parametrize(
    ("title", "said", "cells"),
    [(30, 13, 13), (39, 13, 11), (43, 13, 7), (44, 13, 0), (90, 13, 0), (49, 3, 0), (47, 3, 3)],
    ids=[
        "both fit",
        "who says so is cut",
        "as far as it goes",
        "a scrap is none",
        "none",
        "none of few",
        "a short name",
    ],
)
def test_a_title_that_tells_who_says_so_is_whole_before_they_are_named_again(title: int, said: int, cells: int) -> None:
    widths = columns(69, "t" * title, "s" * said, Grain.MONTH, tells=True)
    assert widths.said == (cells and GAP + cells)
    assert widths.title == 52 - widths.said


@pytest.mark.parametrize(
    ("said", "width", "fits"),
    [
        ("Ansel Courier +1", 16, "Ansel Courier +1"),
        ("Ansel Courier +1", 11, "Ansel C… +1"),
        ("Ansel Courier", 8, "Ansel C…"),
        ("Team +4 Oslund", 8, "Team +4…"),
    ],
)
def test_how_many_more_say_so_is_not_cut(said: str, width: int, fits: str) -> None:
    assert fit_said(said, width) == fits


HALE = person("Ines Hale", titles=["Mayor"])


@pytest.mark.parametrize(
    ("title", "speaker", "tells"),
    [
        ("The quay was closed", "", True),
        ("[Ines Hale]: The quay will be closed", "Ines Hale", True),
        ("Hale said that the quay will be closed", "Ines Hale", True),
        ("The Quay Board refused to pay", "Quay Board", True),
        ("The quay will be closed, Hale told the board", "Ines Hale", False),
        ("Board members left", "Quay Board", False),
        ("Hale was asked to leave", "Quay Board", False),
    ],
)
def test_who_says_so_is_told_by_a_title_that_begins_with_them(title: str, speaker: str, *, tells: bool) -> None:
    read = reading(title, speaker=speaker, publisher="Courier", actors=[HALE])
    said_by = [replace(one, actor=HALE.id) if one.name == HALE.name else one for one in read.sources]
    timeline = timeline_with(replace(read, sources=tuple(said_by)))
    assert tells_who(timeline.entries[0], timeline) is tells


def test_an_event_of_two_sources_is_told_by_no_title() -> None:
    read = told_together(reading("Hale left.", publisher="Courier"))
    other = replace(read.assertions[0], id="another", source="another")
    twice = replace(
        read,
        assertions=(*read.assertions, other),
        events=(replace(read.events[0], assertions=(read.assertions[0].id, other.id)),),
    )
    timeline = timeline_with(twice)
    assert not tells_who(timeline.entries[0], timeline)


async def test_dates_of_a_short_list_have_as_many_cells_as_they_need(make_app: MakeApp) -> None:
    app = make_app(chronicle(["2017", "2018", "2019-03-12"]))
    async with app.run_test(size=SMALL) as pilot:
        assert [line.index("Boat") for line in shown(app)[:3]] == [21, 21, 21]
        await pilot.press("slash", *"date:2017..2018", "enter")
        await pilot.pause()
        assert [line.index("Boat") for line in shown(app)[:2]] == [11, 11]
