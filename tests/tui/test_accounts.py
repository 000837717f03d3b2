"""The accounts of one event beside each other."""

from pathlib import Path

import msgspec
import pytest

from tests.tui.looking import SMALL, WIDE, page, timeline_of, titles
from tests.tui.two_reports import COURIER, HERALD, joined, report
from timeline.edits import EditKind
from timeline.entry import WholeEntry
from timeline.store import Store
from tui.accounts import account_blocks
from tui.app import DatelineApp
from tui.detail import detail
from tui.screens.facets import FacetList, FacetsDialog
from tui.screens.one_of import OneOfDialog


@pytest.fixture
def two(tmp_path: Path) -> DatelineApp:
    return DatelineApp(joined(tmp_path / "two.json", COURIER, HERALD))


async def test_accounts_stand_beside_each_other_with_marks_where_they_differ(two: DatelineApp) -> None:
    async with two.run_test(size=WIDE) as pilot:
        await pilot.press("backslash")
        await pilot.pause()
        told = page(two)
        assert "2 accounts, which differ in date and figures" in told
        lines = told.splitlines()
        assert any("Ansel Courier" in line and "Ilse Varga via Coast Herald" in line for line in lines)
        assert any("≠ Sat 26 Jan 2019" in line and "≠ Fri 25 Jan 2019" in line for line in lines)


async def test_where_there_is_no_room_accounts_stand_below_each_other(two: DatelineApp) -> None:
    async with two.run_test(size=WIDE):
        lines = page(two).splitlines()
        assert not any("Ansel Courier" in line and "Ilse Varga" in line for line in lines)
        assert any(line.startswith("≠ Fri 25 Jan 2019") for line in lines)


async def test_without_colour_figures_that_differ_are_marked_too(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app: DatelineApp = request.getfixturevalue("two")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert "≠14" in page(app)


async def test_events_whose_accounts_differ_are_found_and_wait_for_review(two: DatelineApp) -> None:
    async with two.run_test(size=WIDE) as pilot:
        await pilot.press("slash", *"is", "colon", *"conflicting", "enter")
        await pilot.pause()
        assert len(titles(two)) == 1
        await pilot.press("4")
        await pilot.pause()
        assert len(titles(two)) == 1


async def test_on_a_small_screen_it_is_told_below_the_list_that_accounts_differ(two: DatelineApp) -> None:
    async with two.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert page(two).startswith("≠ 2 accounts, which differ in date and figures  enter shows them")


async def test_where_nothing_is_told_differently_it_is_said_how_two_lines_come_to_be_one(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("D")
        await pilot.pause()
        assert "M lists lines that may be one" in str(timeline_of(app).empty.render())
        await pilot.press("escape")
        await pilot.pause()
        assert not timeline_of(app).filter.text


async def test_backslash_gives_the_list_its_room_again(two: DatelineApp) -> None:
    async with two.run_test(size=WIDE) as pilot:
        await pilot.press("backslash", "backslash")
        await pilot.pause()
        assert not two.screen.has_class("-reading")


def test_a_page_that_is_not_laid_out_yet_has_accounts_too(tmp_path: Path) -> None:
    with Store.open(joined(tmp_path / "t.json", COURIER, HERALD)) as store:
        (entry,) = store.timeline.entries
        assert account_blocks(entry, store.timeline, 0, plain=True)


async def test_what_differs_has_a_key_and_is_found_among_the_facets(two: DatelineApp) -> None:
    async with two.run_test(size=WIDE) as pilot:
        await pilot.press("D")
        await pilot.pause()
        assert timeline_of(two).filter.text == "is:conflicting"
        assert len(timeline_of(two).events.rows) == 1
        await pilot.press("f", *"differ")
        await pilot.pause()
        assert isinstance(two.screen, FacetsDialog)
        assert [row.term for row in two.screen.query_one(FacetList).rows] == ["is:conflicting"]


async def test_a_date_set_by_hand_stays_when_its_line_is_joined_and_hours_are_not_said_to_agree(tmp_path: Path) -> None:
    courier = report("On Saturday, shortly after 3 a.m., the Marigold sank.", "Saturday", 5, publisher="Courier")
    herald = report("On Saturday at 2.40 a.m. the Marigold sank.", "Saturday", 5, publisher="Herald")
    with Store.open(tmp_path / "t.json") as store:
        store.add(courier)
        store.add(herald)
        first = store.timeline.entries[0].id
        (other,) = {one.events[0].id for one in (courier, herald)} - {first}
        store.edit(EditKind.DATE, other, "2019-01-26T03:10:00")
    app = DatelineApp(tmp_path / "t.json")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("space", "down", "space", "m")
        await pilot.pause()
        assert isinstance(app.screen, OneOfDialog)
        await pilot.press("enter")
        await pilot.pause()
        (entry,) = app.session.timeline.entries
        assert (entry.id, entry.when.edtf) == (first, "2019-01-26T03:10:00")
        told = page(app)
        assert "Sat 26 Jan 2019, 03:10  set by you" in told
        assert "which agree" not in told


def test_a_sentence_that_tells_it_twice_is_one_account_and_agrees_with_nobody(tmp_path: Path) -> None:
    with Store.open(joined(tmp_path / "one.json", COURIER, HERALD)) as store:
        (entry,) = store.timeline.entries
        first, _ = entry.assertions
        again = msgspec.structs.replace(first, id="again", clause=(0, 0))
        assert isinstance(entry, WholeEntry)
        twice = msgspec.structs.replace(entry, assertions=(first, again))
        summary, *_ = account_blocks(twice, store.timeline, 80, plain=True)
    assert summary.text.plain == "1 account"


def test_accounts_that_differ_come_before_all_else_of_an_event(tmp_path: Path) -> None:
    with Store.open(joined(tmp_path / "two.json", COURIER, HERALD)) as store:
        (entry,) = store.timeline.entries
        labels = [block.label for block in detail(entry, store.timeline, 80, plain=True)]
    assert labels.index("TOLD BY") < labels.index("WHEN")
