"""Paths that tab completes where it is typed what to read."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import Paste

from tests.tui.conftest import MakeApp
from tests.tui.demo import HARBOUR
from tui.inputs import Item, State
from tui.paths import completed
from tui.screens.reading import ReadingDialog, split_origins
from tui.widgets.path_input import PathInput


@pytest.fixture(autouse=True)
def _clippings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in (
        "ferry.txt",
        "ferry-2.txt",
        ".hidden",
        "sub folder/one.txt",
        "it's.txt",
        "ferry.gold.json",
        "no.json",
    ):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text("x")


@pytest.mark.parametrize(
    ("typed", "text", "names"),
    [
        ("fe", "ferry", ("ferry-2.txt", "ferry.txt")),
        ("ferry", "ferry", ("ferry-2.txt", "ferry.txt")),
        ("ferry.", "ferry.txt ", ()),
        ("ferry.txt", "ferry.txt", ()),
        ("other.txt fer", "other.txt ferry", ("ferry-2.txt", "ferry.txt")),
        ("su", "sub\\ folder/", ()),
        ("sub\\ folder/", "sub\\ folder/one.txt ", ()),
        ('"sub fol', "sub\\ folder/", ()),
        ("it", "it\\'s.txt ", ()),
        ("~/ferry.", "~/ferry.txt ", ()),
        (".hid", ".hidden ", ()),
        ("~//ferry.", "~//ferry.txt ", ()),
        ("ferry.g", "ferry.gold.json ", ()),
        ("no.", "no.json ", ()),
        ("nothing", "nothing", ()),
        ("nowhere/", "nowhere/", ()),
        ("", "", ()),
        ("ferry.txt ", "ferry.txt ", ()),
        ("https://example.org/fe", "https://example.org/fe", ()),
        ('"ferry.txt" su', '"ferry.txt" sub\\ folder/', ()),
        ("'a b' it", "'a b' it\\'s.txt ", ()),
        ("~\0/", "~\0/", ()),
        ("fe \n", "fe \n", ()),
    ],
)
def test_a_path_is_completed_as_far_as_there_is_but_one_way(typed: str, text: str, names: tuple[str, ...]) -> None:
    assert completed(typed) == (text, names)


def test_what_was_completed_is_read_as_one_path() -> None:
    assert split_origins(completed("sub\\ folder/").text + completed("it").text) == ("sub folder/one.txt", "it's.txt")


def test_a_link_in_a_circle_hides_no_other_name() -> None:
    Path("sub folder/two.txt").symlink_to("two.txt")
    assert completed("sub\\ folder/").names == ("one.txt", "two.txt")


def test_a_long_line_is_read_once() -> None:
    assert completed("a" * 200_000 + " \n").names == ()


async def test_a_nul_that_is_pasted_breaks_nothing(make_app: MakeApp) -> None:
    app = make_app(HARBOUR)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i")
        await pilot.pause()
        app.screen.query_one(PathInput).post_message(Paste("~\0nobody/"))
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ReadingDialog)


@given(st.text("ab'\"\\ ~/.:", max_size=12))
def test_no_text_breaks_the_completion(typed: str) -> None:
    assert len(completed(typed).text) >= len(typed.replace('"', "").replace("'", "").replace("\\", ""))


async def test_tab_completes_a_path_tells_the_ways_and_goes_on_where_there_is_nothing_to_complete(
    make_app: MakeApp,
) -> None:
    app = make_app(HARBOUR)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i", *"fe", "tab")
        await pilot.pause()
        dialog = app.screen
        assert isinstance(dialog, ReadingDialog)
        assert dialog._origins.value == "ferry"
        assert str(dialog._says.render()) == "ferry-2.txt  ferry.txt"
        await pilot.press("full_stop", "tab", "tab")
        await pilot.pause()
        assert dialog._origins.value == "ferry.txt "
        assert dialog.focused is dialog._date


async def test_the_reason_of_a_failure_stands_whole_below_the_list(make_app: MakeApp) -> None:
    app = make_app(HARBOUR)
    reason = (
        "it is a PDF: " + "its text is to be taken out first, by a program such as pdftotext, and " * 2 + "then read"
    )
    app.inputs.put(Item(1, "clippings/very/far/away/scan.pdf", State.FAILED, reason))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i")
        await pilot.pause()
        dialog = app.screen
        assert isinstance(dialog, ReadingDialog)
        assert str(dialog._whole.render()) == f"clippings/very/far/away/scan.pdf: {reason}"
        assert dialog._whole.size.height > 1
