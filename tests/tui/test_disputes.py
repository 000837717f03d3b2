"""What two people correct differently, after a merge: seen and settled in the app."""

from pathlib import Path

import pytest

from tests.tui.demo import HARBOUR
from tests.tui.looking import WIDE, page, page_of, timeline_of, titles
from timeline.dates.edtf import describe
from timeline.edits import EditKind
from timeline.store import Store
from tui.app import DatelineApp

FERRY = next(each.event for each in HARBOUR.assertions if each.title == "First ferry sails")


@pytest.fixture
def merged(tmp_path: Path) -> DatelineApp:
    """Ilse and Orr have dated the ferry and named an actor differently; Ilse has merged Orr's timeline."""
    mine, theirs = tmp_path / "mine.json", tmp_path / "theirs.json"
    with Store.open(mine) as store:
        store.add(HARBOUR)
    theirs.write_bytes(mine.read_bytes())
    for path, author, date, name in ((mine, "Ilse", "2019-01-29", "Tom O."), (theirs, "Orr", "2019-01-30", "T. Okoye")):
        with Store.open(path) as store:
            store.sign(author)
            store.edit(EditKind.DATE, FERRY, date)
            store.edit(EditKind.ACTOR_NAME, "tom-okoye", name)
    with Store.open(theirs) as other, Store.open(mine) as store:
        store.merge(other.contents(), "theirs.json")
    return DatelineApp(mine)


async def test_the_app_says_that_corrections_differ_marks_them_and_has_them_for_review(merged: DatelineApp) -> None:
    async with merged.run_test(size=WIDE) as pilot:
        assert "≠ 2 corrections differ between two people" in str(timeline_of(merged).banner.content)
        await pilot.press("slash", *"is", "colon", *"conflict", "enter")
        await pilot.pause()
        assert titles(merged) == ["First ferry sails"]
        assert "≠" in timeline_of(merged).events.render_line(0).text
        assert "DISPUTE Ilse dated “First ferry sails”" in " ".join(page(merged).split())
        await pilot.press("escape", "4")
        await pilot.pause()
        assert "First ferry sails" in titles(merged)


@pytest.mark.parametrize(("keys", "date"), [([], "Wed 30 Jan 2019"), (["left"], "Tue 29 Jan 2019")])
async def test_either_correction_is_chosen_and_settles_it(merged: DatelineApp, keys: list[str], date: str) -> None:
    async with merged.run_test(size=WIDE) as pilot:
        timeline_of(merged).events.reveal(FERRY)
        await pilot.press("equals_sign", *keys, "enter")
        await pilot.pause()
        timeline = merged.session.timeline
        assert describe(timeline.entry(FERRY).when) == date
        assert timeline.conflicts_of(timeline.entry(FERRY)) == ()
        await pilot.press("u")
        await pilot.pause()
        assert merged.session.timeline.conflicts_of(merged.session.timeline.entry(FERRY)) != ()


async def test_what_an_actor_is_called_differently_is_seen_and_settled_there(merged: DatelineApp) -> None:
    async with merged.run_test(size=WIDE) as pilot:
        await pilot.press("2", "slash", *"okoye", "enter")
        await pilot.pause()
        assert "DISPUTE" in page_of(merged)
        await pilot.press("equals_sign", "left", "enter")
        await pilot.pause()
        assert merged.session.timeline.actors["tom-okoye"].name == "Tom O."
        assert "tom-okoye" not in merged.session.timeline.conflicts


async def test_where_nobody_differs_there_is_nothing_to_settle(merged: DatelineApp) -> None:
    async with merged.run_test(size=WIDE) as pilot:
        await pilot.press("equals_sign")
        await pilot.pause()
        assert merged.report.says == "nobody corrects this row differently"


async def test_the_list_of_keys_says_what_the_marks_mean(merged: DatelineApp) -> None:
    async with merged.run_test(size=WIDE) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        drawn = "\n".join(strip.text for strip in merged.screen._compositor.render_strips())
        assert all(mark in drawn for mark in "~–?◇✗★✓≠●")
