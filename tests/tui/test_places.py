"""What is remembered of a timeline from one visit to the next."""

import os
from pathlib import Path

import pytest

from tests.tui.chronicle import sailings
from tests.tui.demo import HARBOUR, UNDATED
from tests.tui.looking import WIDE, timeline_of, titles
from timeline.model import Extraction
from timeline.store import Store
from tui.app import DatelineApp
from tui.arrivals import arrived, known
from tui.places import PlaceError, Spot, file_of, keep_place, kept_place, new_place, place_file
from tui.screens.actors import ActorsScreen


def timeline_file(folder: Path, *extractions: Extraction, name: str = "harbour.json") -> Path:
    path = folder / name
    with Store.open(path) as store:
        for extraction in extractions:
            store.add(extraction)
    return path


def opened(path: Path) -> DatelineApp:
    return DatelineApp(path, kept_place(path))


async def test_filter_cursor_and_screen_are_as_they_were_left(tmp_path: Path) -> None:
    path = timeline_file(tmp_path, HARBOUR, UNDATED)
    app = opened(path)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("slash", *"ferry", "enter", "j", "2", "j", "j")
        await pilot.pause()
        assert isinstance(app.screen, ActorsScreen)
        person = app.screen.actors.row
    app = opened(path)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, ActorsScreen)
        assert person is not None
        assert app.screen.actors.row == person
        assert app.screen.actors.cursor == 2
        await pilot.press("1")
        await pilot.pause()
        screen = timeline_of(app)
        assert screen.filter.text == "ferry"
        assert screen.events.cursor == 1
        assert screen.filter.told == f"{len(screen.events.rows)} of 10  esc clear"


async def test_what_was_unfolded_and_zoomed_is_so_the_next_time_and_the_cursor_has_rows_around_it(
    tmp_path: Path,
) -> None:
    path = timeline_file(tmp_path, sailings())
    app = opened(path)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("z", "plus", *"jjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjj")
        await pilot.pause()
        screen = timeline_of(app)
        at, window = screen.events.cursor, screen.strip.window
        assert window != screen.strip.dense
    app = opened(path)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        screen = timeline_of(app)
        assert not screen.events.is_folded
        assert screen.strip.window == window
        assert screen.events.cursor == at
        line = screen.events.line_of(at) - screen.events.scroll_offset.y
        assert 5 < line < screen.events.size.height - 5


async def test_a_row_that_is_gone_leaves_the_cursor_at_the_top(tmp_path: Path) -> None:
    path = timeline_file(tmp_path, HARBOUR)
    place = new_place(path)
    place.spots["timeline"] = Spot(row="gone")
    keep_place(place)
    app = opened(path)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert timeline_of(app).events.cursor == 0
        assert app.report.says == ""


async def test_all_is_as_at_first_again_when_one_asks_for_it(tmp_path: Path) -> None:
    path = timeline_file(tmp_path, HARBOUR, UNDATED)
    app = opened(path)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("slash", *"ferry", "enter", "j", "plus", "2", "j", "1", "F")
        await pilot.pause()
        assert len(titles(app)) == 10
        assert timeline_of(app).events.cursor == 0
    place = kept_place(path)
    assert place.spots["timeline"].filter == ""
    assert place.spots["timeline"].window is None


async def test_the_place_is_kept_in_the_state_folder_and_not_in_the_timeline(tmp_path: Path) -> None:
    path = timeline_file(tmp_path, HARBOUR)
    before = path.read_bytes()
    async with opened(path).run_test(size=WIDE) as pilot:
        await pilot.press("slash", *"ferry", "enter")
    assert path.read_bytes() == before
    assert place_file(path).is_relative_to(tmp_path / "state")
    assert {found.name for found in tmp_path.iterdir()} == {"harbour.json", "state"}


async def test_without_a_place_nothing_is_kept(tmp_path: Path) -> None:
    path = timeline_file(tmp_path, HARBOUR)
    async with DatelineApp(path).run_test(size=WIDE) as pilot:
        await pilot.press("j")
    assert not (tmp_path / "state").exists()


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (b"{", "is damaged"),
        (b"\xff", "is damaged"),
        (b"[" * 100_000, "is damaged"),
        (b'{"timeline": "x", "spots": {"timeline": {"opened": 3}}}', "is damaged"),
        (b'{"timeline": "elsewhere.json"}', "is that of another timeline"),
        (b'{"timeline": "x", "page_beside": -50}', "is damaged"),
        (b'{"timeline": "x", "page_below": 1e18}', "is damaged"),
        (b" " * 1_000_001, "can't be read: it has more than 1,000,000 bytes"),
    ],
)
def test_a_place_that_is_broken_or_of_another_timeline_is_refused_with_a_word(
    tmp_path: Path, written: bytes, told: str
) -> None:
    path = timeline_file(tmp_path, HARBOUR)
    place_file(path).parent.mkdir(parents=True)
    place_file(path).write_bytes(written)
    with pytest.raises(PlaceError, match=told):
        kept_place(path)


@pytest.mark.parametrize("folder", ["places", "known"])
def test_a_pipe_where_it_is_kept_makes_nobody_wait(tmp_path: Path, folder: str) -> None:
    path = timeline_file(tmp_path, HARBOUR)
    pipe = file_of(path, folder)
    pipe.parent.mkdir(parents=True)
    os.mkfifo(pipe)
    assert not known(path).new({"a"})
    if folder == "places":
        with pytest.raises(PlaceError, match="it is no file"):
            kept_place(path)


def test_a_timeline_whose_name_is_no_text_has_a_place_and_what_is_new(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.json"))
    place = new_place(path)
    place.screen = "actors"
    keep_place(place)
    assert kept_place(path) == place
    arrived(path, {"a"})
    assert known(path).new({"a", "b"}) == {"b"}


async def test_days_in_view_that_are_none_do_no_harm(tmp_path: Path) -> None:
    path = timeline_file(tmp_path, HARBOUR)
    place = new_place(path)
    place.spots["timeline"] = Spot(window=(1, 0))
    keep_place(place)
    app = opened(path)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("plus")
        assert len(titles(app)) == 6


async def test_what_is_wrong_with_it_is_told_when_the_app_opens(tmp_path: Path) -> None:
    app = DatelineApp(timeline_file(tmp_path, HARBOUR), faults=("the place that was kept is damaged",))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert app.report.says == "the place that was kept is damaged"


async def test_a_screen_or_days_that_there_are_not_do_no_harm(tmp_path: Path) -> None:
    path = timeline_file(tmp_path, HARBOUR)
    place = new_place(path)
    place.screen = "attic"
    place.spots["timeline"] = Spot(filter="is:nonsense", window=(9**9, -(9**9)))
    keep_place(place)
    app = opened(path)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert len(titles(app)) == 6


def test_the_oldest_places_of_many_are_forgotten(tmp_path: Path) -> None:
    for number in range(205):
        keep_place(new_place(tmp_path / f"{number}.json"))
    assert len(list((tmp_path / "state" / "places").iterdir())) == 200


def test_where_nothing_can_be_kept_nothing_breaks(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file")
    keep_place(new_place(tmp_path / "harbour.json"))
    with pytest.raises(PlaceError, match="can't be read"):
        kept_place(tmp_path / "harbour.json")
