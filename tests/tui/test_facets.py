"""What `f` offers to narrow the list by, and that as many events are left as it says."""

import datetime as dt

import pytest

from tests.tui.chronicle import chronicle
from tests.tui.conftest import MakeApp
from tests.tui.demo import DraftEvent, extraction
from tests.tui.looking import SMALL, timeline_of, titles
from timeline.model import Extraction
from tui.app import DatelineApp
from tui.screens.facets import FacetsDialog


def offered(app: DatelineApp) -> dict[str, int]:
    """The terms that are listed, with the numbers that stand beside them."""
    assert isinstance(app.screen, FacetsDialog)
    listed = app.screen._list
    numbers = {}
    for at, facet in enumerate(app.screen.listed):
        last = list(listed.render_row(at, 60, top=False))[-1]
        numbers[facet.term] = int(last.text.replace(",", "") or 0)
    return numbers


def harbour_news() -> Extraction:
    told = [
        DraftEvent("Ada Quill resigns", "Ada Quill resigned.", "resigned", actors=("Ada Quill",)),
        DraftEvent("Ada Quill’s brother left", "Ada Quill Jr left.", "left", actors=("Ada Quill Jr",)),
        DraftEvent("The pumps failed", "The pumps failed, Ada Quill said.", "failed", speaker="Ada Quill"),
    ]
    text = "\n\n".join(one.sentence for one in told)
    return extraction(text, told, title="Quay", publisher="Log", published=dt.date(2019, 1, 28))


DATES = ["2017-03-02", "2017-03-09", "2017-04-01", "2017-03", "2017", "2016-12-30", "2011", ""]


@pytest.mark.parametrize("text", ["", "date:2017-03", "is:unreviewed", "is:hidden"])
async def test_as_many_events_are_left_as_stood_beside_what_was_taken(make_app: MakeApp, text: str) -> None:
    app = make_app(chronicle(DATES), harbour_news())
    async with app.run_test(size=(80, 60)) as pilot:
        await pilot.press("H", "j", "H")
        timeline_of(app).show_only(text)
        await pilot.press("f")
        await pilot.pause()
        terms = offered(app)
        assert len(terms) > 5
        await pilot.press("escape")
        for term, number in terms.items():
            timeline_of(app).show_only(f"{text} {term}".strip())
            await pilot.pause()
            assert (term, len(timeline_of(app).events.entries)) == (term, number)


async def test_the_months_stand_below_a_year_that_has_half_of_the_list(make_app: MakeApp) -> None:
    app = make_app(chronicle(DATES))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("f")
        await pilot.pause()
        dates = {term: number for term, number in offered(app).items() if term.startswith("date:")}
        assert dates == {"date:2011": 1, "date:2016": 1, "date:2017": 5, "date:2017-03": 4, "date:2017-04": 2}
        await pilot.press(*"april", "enter")
        await pilot.pause()
        assert timeline_of(app).filter.text == "date:2017-04"
        assert sorted(titles(app)) == ["Boat 2 sails", "Boat 4 sails"]


async def test_months_of_other_years_are_found_by_their_name(make_app: MakeApp) -> None:
    app = make_app(chronicle(DATES))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("f", *"december")
        await pilot.pause()
        assert offered(app) == {"date:2016-12": 1}


async def test_what_is_hidden_is_offered_though_it_is_not_listed(make_app: MakeApp) -> None:
    app = make_app(chronicle(DATES))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("H", "f", *"hidden", "enter")
        await pilot.pause()
        assert timeline_of(app).filter.text == "is:hidden"
        assert len(titles(app)) == 1


async def test_in_a_long_timeline_that_is_not_looked_through_yet_they_come_once_it_is(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.screens.events.SOME", 1)
    app = make_app(chronicle(DATES))
    async with app.run_test(size=SMALL) as pilot:
        await app.workers.wait_for_complete()
        screen = timeline_of(app)
        screen._prepared = None
        await pilot.press("f")
        await pilot.pause()
        assert app.report.says == "looking through the events …"
        assert len(app.screen_stack) == 1
        screen._prepare_filter()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "date:2011" in offered(app)
