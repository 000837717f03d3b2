"""What the app says is so: after corrections, of what is hidden, and of time outside the strip."""

import datetime as dt
from collections.abc import AsyncGenerator, Sequence

import pytest

from tests.tui.conftest import MakeApp
from tests.tui.demo import HARBOUR, PAST, UNDATED, DraftEvent, extraction
from tests.tui.looking import SMALL, WIDE, timeline_of, titles, to_title
from timeline.dates.edtf import parse
from timeline.edits import EditKind
from timeline.meanings.named import CalendarDate
from tui.app import DatelineApp
from tui.importing import Importing
from tui.inputs import Inputs
from tui.reader import Read, Reader, Step
from tui.screens.article import ArticleScreen
from tui.screens.reading import Wanted
from tui.widgets.status_line import Level, Report

LONG_AGO = extraction(
    "The pier was built in 1874. " + " ".join(f"Ship {n} sailed on {n} May 2018." for n in range(1, 25)),
    (
        DraftEvent("The pier was built", "The pier was built in 1874.", "built", "1874", CalendarDate(1874), PAST),
        *(
            DraftEvent(
                f"Ship {n} sailed",
                f"Ship {n} sailed on {n} May 2018.",
                "sailed",
                f"{n} May 2018",
                CalendarDate(2018, 5, n),
            )
            for n in range(1, 25)
        ),
    ),
    title="Pier",
    publisher="Courier",
    published=dt.date(2019, 1, 28),
)


async def test_a_match_that_is_hidden_or_rejected_is_told_with_how_to_see_it(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await to_title(pilot, "First ferry sails")
        await pilot.press("H", "slash", *"sails", "enter")
        await pilot.pause()
        screen = timeline_of(app)
        said = str(screen.empty.render())
        assert "No event matches sails, but for 1 hidden event" in said
        assert "sails is:hidden lists what is hidden" in said
        assert "1 more hidden" in screen.filter.told
        screen.filter.set_text("sails is:hidden")
        await pilot.pause()
        assert titles(app) == ["First ferry sails"]
        assert "more" not in screen.filter.told
        await pilot.press("escape", "r")
        await pilot.press("slash", *"e", "enter")
        await pilot.pause()
        assert "2 more hidden or rejected" in screen.filter.told


async def test_zero_shows_all_the_time_that_has_events_and_then_most_of_it_again(make_app: MakeApp) -> None:
    app = make_app(LONG_AGO)
    async with app.run_test(size=WIDE) as pilot:
        strip = timeline_of(app).strip
        dense = strip.window
        assert "◂1" in str(strip.render())
        await pilot.press("0")
        await pilot.pause()
        assert "◂" not in str(strip.render())
        assert strip.window is not None
        assert strip.window.first <= (parse("1874").first or 0)
        await pilot.press("0")
        await pilot.pause()
        assert strip.window == dense


async def test_the_strip_zooms_to_a_row_outside_of_it(make_app: MakeApp) -> None:
    app = make_app(LONG_AGO)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("g", "plus")
        await pilot.pause()
        window, begins = timeline_of(app).strip.window, parse("1874").first
        assert window is not None
        assert begins is not None
        assert window.first <= begins <= window.last


async def test_the_margin_of_an_article_has_the_date_that_a_person_gave_and_none_of_what_they_rejected(
    app: DatelineApp,
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await to_title(pilot, "Port Ansel reopens its harbour")
        entry = timeline_of(app).entry
        assert entry is not None
        app.session.edit(EditKind.DATE, entry.id, "2019-01-20")
        await pilot.press("o")
        await pilot.pause()
        assert isinstance(app.screen, ArticleScreen)
        assert "20 Jan" in margin(app)
        assert "26 Jan" not in margin(app)
        app.session.edit(EditKind.REVIEW, entry.id, "rejected")
        app.sync()
        await pilot.pause()
        assert "20 Jan" not in margin(app)


def margin(app: DatelineApp) -> str:
    assert isinstance(app.screen, ArticleScreen)
    return "\n".join(line.text[:8] for line in app.screen.page.lines)


@pytest.mark.parametrize(("dated", "says"), [(True, "2019-03-12"), (False, "⚠ no date")])
async def test_an_article_that_a_person_dated_is_not_said_to_have_no_date_when_it_is_read_again(
    make_app: MakeApp, dated: bool, says: str
) -> None:
    app = make_app(HARBOUR, UNDATED)
    if dated:
        app.session.edit(EditKind.PUBLISHED, UNDATED.article.id, "2019-03-12")
    inputs = Inputs()

    class Again(Reader):
        async def read(
            self,
            origins: Sequence[str],  # noqa: ARG002
            *,
            published: dt.date | None = None,  # noqa: ARG002
            publisher: str = "",  # noqa: ARG002
        ) -> AsyncGenerator[Step, None]:
            yield Read(UNDATED)

    importing = Importing(app.session, inputs, lambda: None, lambda _: None, Again())
    await importing.read(Wanted(("a.txt",), None, ""))
    assert says in inputs.listed[-1].says


async def test_what_was_told_of_a_key_goes_with_the_next_and_a_warning_stays(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("v", "j", "s")
        await pilot.pause()
        assert app.report.says.startswith("2 corrections")
        await pilot.press("j")
        await pilot.pause()
        assert app.report.says == ""
        app.tell(Report("a file can’t be read", Level.WARNING))
        await pilot.press("j", "2", "1")
        await pilot.pause()
        assert app.report.says == "a file can’t be read"


async def test_what_completes_a_filter_has_a_frame(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("slash", "s")
        await pilot.pause()
        edges = timeline_of(app).filter.completions.styles
        assert all(edge[0] == "round" for edge in (edges.border_left, edges.border_right, edges.border_bottom))


@pytest.mark.parametrize(("seconds", "stays"), [(1, True), (6, False)])
async def test_a_warning_goes_with_a_key_once_there_was_time_to_read_it(
    app: DatelineApp, monkeypatch: pytest.MonkeyPatch, seconds: int, stays: bool
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        app.tell(Report("no browser was found here", Level.WARNING))
        monkeypatch.setattr(app, "_told_at", app._told_at - seconds)
        await pilot.press("j")
        assert bool(app.report.says) is stays
