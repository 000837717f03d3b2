from pathlib import Path

import psutil
import pytest

from tests.tui.conftest import MakeApp
from tests.tui.looking import SMALL, titles, until
from tests.tui.pretend_worker import COMMAND
from timeline.model import Extraction
from timeline.store import Added
from tui import reader
from tui.app import DatelineApp
from tui.inputs import State
from tui.screens.article import ArticleScreen
from tui.screens.reading import ReadingDialog, split_origins
from tui.session import Session


@pytest.fixture(autouse=True)
def _pretend(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(reader.Reader.__init__, "__defaults__", (COMMAND,))
    monkeypatch.chdir(tmp_path)
    for name in ("good", "bad", "other", "slow", "wait", "rows", "noted", "garbage", "crash"):
        Path(name).write_text(name)


async def test_what_is_read_fills_the_list_and_what_fails_is_told(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("i", *"good bad other", "enter")
        await until(lambda: app.report.says.startswith("read 2"))
        await until(lambda: not app.inputs.running)
        dialog = app.screen
        assert isinstance(dialog, ReadingDialog)
        await until(lambda: len(dialog._items.rows) == 3)
        assert app.report.says == "read 2 articles, 1 failed: i shows why"
        await until(lambda: "not a text" in dialog._items.render_line(1).text)
        assert "6 events · 2019-01-28" in dialog._items.render_line(0).text
        assert "no date" in dialog._items.render_line(2).text
        await pilot.press("escape")
        await pilot.pause()
        assert len(titles(app)) == 10


async def test_an_article_that_the_store_does_not_take_is_told_and_the_others_are_kept(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, add = make_app(), Session.add

    def unless_it_is_the_first(session: Session, found: Extraction) -> Added:
        if not session.timeline.articles and found.article.published is not None:
            raise ValueError("assertions, row “a/b”, source: there is no source “gone” in this article")
        return add(session, found)

    monkeypatch.setattr(Session, "add", unless_it_is_the_first)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("i", *"good other", "enter")
        await until(lambda: app.report.says == "read 1 article, 1 failed: i shows why")
        dialog = app.screen
        assert isinstance(dialog, ReadingDialog)
        await until(lambda: "cannot be kept: assertions, row" in dialog._items.render_line(0).text)
        assert len(app.session.timeline.articles) == 1


async def test_what_a_person_should_know_of_an_article_is_told_where_it_is_read_and_where_it_stands(
    make_app: MakeApp,
) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("i", *"noted", "enter")
        await until(lambda: app.report.says == "read 1 article, 1 with a note: i shows it")
        dialog = app.screen
        assert isinstance(dialog, ReadingDialog)
        await until(lambda: "⚠ is one of 2 articles" in dialog._items.render_line(0).text)
        await pilot.press("escape", "o")
        await until(lambda: isinstance(app.screen, ArticleScreen))
        screen = app.screen
        assert isinstance(screen, ArticleScreen)
        await until(lambda: "⚠ is one of 2 articles on its page" in screen.page.render_line(2).text)


async def test_what_is_not_read_of_a_folder_is_named(make_app: MakeApp) -> None:
    Path("folder").mkdir()
    Path("folder/report.pdf").write_bytes(b"%PDF-1.7\n")
    Path("folder/good.txt").write_text("good")
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("i", *"folder", "enter")
        await until(lambda: app.report.says == "read 1 article, 1 failed: i shows why")
        (refused,) = [item for item in app.inputs.listed if item.state is State.FAILED]
        assert (refused.origin, refused.says.partition(" (")[0]) == ("folder/report.pdf", "is a PDF, not text")


async def test_keys_work_while_reading_and_reading_can_be_stopped(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("i", *"good slow good", "enter", "escape")
        await until(lambda: app.progress == "reading 1/3")
        await until(lambda: len(app.session.timeline.entries) == 6)
        await pilot.pause()
        await pilot.press("s")
        assert app.report.says.startswith("★")
        await pilot.press("i", "ctrl+x")
        await until(lambda: not app.inputs.running)
        assert app.report.says == "reading stopped; what was read stays"
        assert len(app.session.timeline.entries) == 6


async def test_a_worker_that_dies_is_told_and_the_next_import_works(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("i", *"crash", "enter")
        await until(lambda: app.report.says == "read 0 articles, 1 failed: i shows why")
        await until(lambda: not app.inputs.running)
        assert State.READING not in {item.state for item in app.inputs.items.values()}
        await pilot.press(*"good", "enter")
        await until(lambda: len(app.session.timeline.entries) == 6)


def rows(app: DatelineApp) -> list[tuple[str, State]]:
    return [(item.origin, item.state) for item in app.inputs.listed]


async def test_a_second_import_waits_for_the_first_and_then_has_a_progress_of_its_own(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("i", *"good wait", "enter", *"good slow", "enter")
        await until(lambda: app.progress == "reading 1/2, then 1 more")
        assert rows(app) == [
            ("good", State.READ),
            ("wait", State.READING),
            ("good", State.WAITING),
            ("slow", State.WAITING),
        ]
        Path("go").touch()
        await until(lambda: app.progress == "reading 1/2")
        assert [state for _, state in rows(app)] == [State.READ, State.READ, State.READ, State.READING]
        await pilot.press("ctrl+x")
        await until(lambda: not app.inputs.running)
        assert rows(app)[3] == ("slow", State.FAILED)


async def test_stopping_gives_up_what_is_read_and_what_waits(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("i", *"good slow", "enter", *"other", "enter")
        await until(lambda: app.progress == "reading 1/2, then 1 more")
        await pilot.press("ctrl+x")
        await until(lambda: not app.inputs.running)
        assert rows(app) == [("good", State.READ), ("slow", State.FAILED), ("other", State.FAILED)]
        assert app.report.says == "reading stopped; what was read stays"
        await pilot.press(*"other", "enter")
        await until(lambda: len(app.session.timeline.entries) == 10)


@pytest.mark.parametrize(
    ("what", "why"),
    [
        ("crash", "ended the process that read it: out of memory (please report it)"),
        ("garbage", "confused the process that read it (please report it)"),
    ],
)
async def test_what_breaks_the_reading_is_refused_and_the_reading_goes_on(
    make_app: MakeApp, what: str, why: str
) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("i", *f"good {what} other", "enter")
        await until(lambda: app.report.says == "read 2 articles, 1 failed: i shows why")
        assert rows(app) == [("good", State.READ), (what, State.FAILED), ("other", State.READ)]
        assert [item.says for item in app.inputs.listed if item.state is State.FAILED] == [why]


async def test_standard_input_is_not_read_from_the_keyboard(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("i", *"- good", "enter")
        await until(lambda: app.report.says == "read 1 article, 1 failed: i shows why")
        assert rows(app) == [("-", State.FAILED), ("good", State.READ)]


async def test_a_worker_that_cannot_be_started_is_told(make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader.Reader.__init__, "__defaults__", (("/nowhere/python",),))
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("i", *"good", "enter")
        await until(lambda: rows(app) == [("good", State.FAILED)])
        assert app.report.says == "1 not read: reading can't begin: No such file or directory"
        await until(lambda: not app.inputs.running)


async def test_rows_of_a_file_are_no_inputs_of_their_own(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("i", *"rows slow", "enter")
        await until(lambda: app.progress == "reading 1/2")
        assert sorted(rows(app)) == [
            ("rows, line 1", State.READ),
            ("rows, line 2", State.FAILED),
            ("slow", State.READING),
        ]


async def test_an_article_that_is_read_again_keeps_both_rows(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("i", *"good", "enter")
        await until(lambda: app.report.says == "read 1 article")
        await pilot.press(*"good", "enter")
        await until(lambda: len(rows(app)) > 1 and app.progress == "")
        assert rows(app) == [("good", State.READ)] * 2


async def test_quitting_while_reading_ends_the_worker(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("i", *"slow", "enter", "escape")
        await until(lambda: app.progress == "reading 0/1")
        (process,) = readers()
    assert not process.is_running()


def readers() -> list[psutil.Process]:
    """The reading processes of this one that are not those of other tests."""
    return [child for child in psutil.Process().children() if "pretend_worker" in " ".join(child.cmdline())]


async def test_what_is_to_be_shown_soon_is_not_when_the_app_has_closed_meanwhile(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SMALL):
        pass
    app._settle()
    assert not app.is_running


async def test_a_publication_date_that_is_no_day_is_refused(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("i", *"good", "tab", *"2019-01", "enter")
        dialog = app.screen
        assert isinstance(dialog, ReadingDialog)
        assert str(dialog._says.render()).startswith("✗")
        assert not app.inputs.items


@pytest.mark.parametrize(
    ("typed", "origins"),
    [
        ("a.txt b.txt", ("a.txt", "b.txt")),
        ("'my file.txt' https://courier.example/a?b=c", ("my file.txt", "https://courier.example/a?b=c")),
        ("it's.txt", ("it's.txt",)),
        ("", ()),
    ],
)
def test_origins_as_people_type_them(typed: str, origins: tuple[str, ...]) -> None:
    assert split_origins(typed) == origins


def test_home_is_understood(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ilse")
    assert split_origins("~/news.txt") == ("/home/ilse/news.txt",)


def test_a_pattern_means_its_files_as_in_a_shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("b.txt", "a.txt", "c.md", ".hidden.txt", "notes [1].txt"):
        (tmp_path / name).touch()
    monkeypatch.chdir(tmp_path)
    assert split_origins("?.txt c.md") == ("a.txt", "b.txt", "c.md")
    assert split_origins("'notes [1].txt' *.pdf") == ("notes [1].txt", "*.pdf")
    assert split_origins("https://courier.example/?a=*") == ("https://courier.example/?a=*",)


async def test_a_mistyped_path_is_given_back_to_be_corrected(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("i", *"good bad goof", "enter")
        dialog = app.screen
        assert isinstance(dialog, ReadingDialog)
        await until(lambda: dialog._origins.value == "goof")
        await pilot.press("backspace", "d", "enter")
        await until(lambda: app.report.says == "read 1 article")
        assert dialog._origins.value == ""
