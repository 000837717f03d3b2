"""One date for all events of an article that the same words date."""

import datetime as dt
from typing import Any

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widgets import Static

from tests.tui.conftest import MakeApp
from tests.tui.demo import FUTURE, DraftEvent, extraction
from tests.tui.looking import to_title
from timeline.dates.article_dates import redate
from timeline.edits import EditKind
from timeline.meanings.counted import Weekday
from timeline.model import Extraction, Status, Tie
from tui.app import DatelineApp
from tui.screens.date import DateDialog
from tui.widgets.moves_list import MovesList

TOLD = (
    DraftEvent("Quarry floods", "The quarry flooded on Friday.", "flooded", "Friday", Weekday(4)),
    DraftEvent("Pumps arrive", "Pumps arrived on friday.", "arrived", "friday", Weekday(4)),
    DraftEvent("Road closes", "The road closed on Monday.", "closed", "Monday", Weekday(0)),
    DraftEvent("Divers go home", "Divers went home on Friday.", "went", "Friday", Weekday(4)),
    DraftEvent(
        "Council meets", "The council meets on Friday.", "meets", "Friday", Weekday(4), FUTURE, status=Status.PLANNED
    ),
)
TEXT = "\n\n".join(draft.sentence for draft in TOLD)
QUARRY = extraction(TEXT, TOLD, title="Quarry floods", publisher="Log", published=dt.date(2019, 1, 30))


def undated() -> Extraction:
    return extraction(TEXT, TOLD, title="Quarry floods", publisher="Log", published=None)


def dialog(app: DatelineApp) -> DateDialog:
    assert isinstance(app.screen, DateDialog)
    return app.screen


def scope(app: DatelineApp) -> str:
    return str(dialog(app)._scope.render())


def listed(app: DatelineApp) -> list[str]:
    return str(dialog(app)._moves.render()).splitlines()


def dates(app: DatelineApp) -> dict[str, str]:
    return {entry.title: entry.when.edtf for entry in app.session.timeline.entries}


async def ask(pilot: Pilot[Any], title: str, typed: str) -> None:
    await to_title(pilot, title)
    await pilot.press("d", *typed)
    await pilot.pause()


async def test_all_that_the_same_words_date_gets_the_date_once_what_moves_was_told_and_one_undo_takes_it_back(
    make_app: MakeApp,
) -> None:
    app = make_app(QUARRY)
    async with app.run_test(size=(80, 24)) as pilot:
        before = dates(app)
        await ask(pilot, "Quarry floods", "2019-01-18")
        assert scope(app) == "(•) this event  ( ) every “Friday”  ( ) its article"
        await pilot.press("tab", "right")
        await pilot.pause()
        assert dialog(app).reading == "→ Fri 18 Jan 2019: 4 events move   day"
        assert listed(app) == [
            *(
                f"[x] Fri 25 Jan 2019 → Fri 18 Jan 2019  {one}"
                for one in ("Quarry floods", "Pumps arrive", "Divers go home")
            ),
            "[x] Fri 1 Feb 2019 → Fri 18 Jan 2019  Council meets",
            "tab goes here, space leaves one out",
        ]
        await pilot.press("enter")
        await pilot.pause()
        assert dates(app) == dict.fromkeys(before, "2019-01-18") | {"Road closes": before["Road closes"]}
        assert app.report.says == "4 corrections: date of “Quarry floods” → Fri 18 Jan 2019 …"
        await pilot.press("u")
        await pilot.pause()
        assert dates(app) == before


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_one_that_is_unticked_stays_as_it_was(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app(QUARRY)
    async with app.run_test(size=size) as pilot:
        before = dates(app)
        await ask(pilot, "Quarry floods", "2019-01-18")
        await pilot.press("tab", "right", "tab", "down", "space", "down", "down", "space")
        await pilot.pause()
        assert [line[:3] for line in listed(app)[:4]] == ["[x]", "[ ]", "[x]", "[ ]"]
        assert dialog(app).reading == "→ Fri 18 Jan 2019: 2 events move, 2 left out   day"
        await pilot.press("enter")
        await pilot.pause()
        moved = dict.fromkeys(("Quarry floods", "Divers go home"), "2019-01-18")
        assert dates(app) == before | moved


async def test_what_is_unticked_stays_so_while_another_date_is_typed_and_the_one_that_was_asked_can_be_too(
    make_app: MakeApp,
) -> None:
    app = make_app(QUARRY)
    async with app.run_test(size=(80, 24)) as pilot:
        before = dates(app)
        await ask(pilot, "Quarry floods", "2019-01-18")
        await pilot.press("tab", "right", "tab", "space", "shift+tab", "shift+tab", "end", "backspace", "7")
        await pilot.pause()
        assert dialog(app).reading == "→ Thu 17 Jan 2019: 3 events move, 1 left out   day"
        await pilot.press("enter")
        await pilot.pause()
        assert dates(app)["Quarry floods"] == before["Quarry floods"]
        assert dates(app)["Pumps arrive"] == "2019-01-17"


async def test_where_all_are_unticked_nothing_is_kept_and_one_can_be_ticked_again(make_app: MakeApp) -> None:
    app = make_app(QUARRY)
    async with app.run_test(size=(80, 24)) as pilot:
        before = dates(app)
        await ask(pilot, "Quarry floods", "2019-01-18")
        await pilot.press("tab", "right", "tab", "space", *(["down", "space"] * 3), "enter")
        await pilot.pause()
        assert dialog(app).reading == "✗ all are left out; space takes one in"
        await pilot.press("space", "enter")
        await pilot.pause()
        assert dates(app) == before | {"Council meets": "2019-01-18"}


async def test_a_line_of_the_list_is_unticked_by_a_click(make_app: MakeApp) -> None:
    app = make_app(QUARRY)
    async with app.run_test(size=(80, 24)) as pilot:
        await ask(pilot, "Quarry floods", "2019-01-18")
        await pilot.press("tab", "right")
        await pilot.pause()
        await pilot.click(MovesList, offset=(5, 2))
        assert [line[:3] for line in listed(app)[:4]] == ["[x]", "[x]", "[ ]", "[x]"]


async def test_of_more_lines_than_there_is_room_for_each_can_be_gone_to(make_app: MakeApp) -> None:
    told = [TOLD[0]._replace(title=f"Pit {at} floods", sentence=f"Pit {at} flooded on Friday.") for at in range(9)]
    text = "\n\n".join(draft.sentence for draft in told)
    app = make_app(extraction(text, told, title="Pits", publisher="Log", published=dt.date(2019, 1, 30)))
    async with app.run_test(size=(80, 24)) as pilot:
        await ask(pilot, "Pit 0 floods", "2019-01-18")
        await pilot.press("tab", "right", "tab", *(["down"] * 8), "space")
        await pilot.pause()
        assert [line[:3] for line in listed(app)] == ["[x]", "[x]", "[x]", "[ ]", "and"]
        assert listed(app)[3].endswith("Pit 8 floods")


def with_a_scene(told: Extraction) -> Extraction:
    """The same, but of what the pumps did the words say no date: it is told in the scene."""
    quarry, pumps, *others = told.assertions
    pumps = replace(pumps, tie=Tie.SCENE)
    pumps = replace(pumps, when=redate(told.article, pumps))
    return replace(told, assertions=(quarry, pumps, *others))


async def test_what_the_words_date_by_its_scene_alone_stays_in_doubt_until_it_is_accepted(make_app: MakeApp) -> None:
    app = make_app(with_a_scene(QUARRY))
    async with app.run_test(size=(80, 24)) as pilot:
        assert dates(app)["Pumps arrive"] == "2019-01-25?"
        await ask(pilot, "Quarry floods", "2019-01-18")
        await pilot.press("tab", "right")
        await pilot.pause()
        assert listed(app)[1] == "[x] Fri 25 Jan 2019 ? → Fri 18 Jan 2019 ?  Pumps arrive"
        await pilot.press("enter")
        await pilot.pause()
        assert (dates(app)["Quarry floods"], dates(app)["Pumps arrive"]) == ("2019-01-18", "2019-01-18?")
        await to_title(pilot, "Pumps arrive")
        await pilot.press("a")
        await pilot.pause()
        assert dates(app)["Pumps arrive"] == "2019-01-18"
        await pilot.press("u")
        await pilot.pause()
        assert dates(app)["Pumps arrive"] == "2019-01-18?"


async def test_the_one_whose_date_a_person_gives_is_in_doubt_no_more(make_app: MakeApp) -> None:
    app = make_app(with_a_scene(QUARRY))
    async with app.run_test(size=(80, 24)) as pilot:
        await ask(pilot, "Pumps arrive", "2019-01-18")
        await pilot.press("tab", "right", "enter")
        await pilot.pause()
        assert (dates(app)["Quarry floods"], dates(app)["Pumps arrive"]) == ("2019-01-18", "2019-01-18")


async def test_what_a_person_dated_stays_and_that_is_told(make_app: MakeApp) -> None:
    app = make_app(QUARRY)
    async with app.run_test(size=(120, 40)) as pilot:
        await ask(pilot, "Divers go home", "2019-01-29")
        await pilot.press("enter")
        await pilot.pause()
        await ask(pilot, "Pumps arrive", "2019-01-18")
        await pilot.press("tab", "right")
        await pilot.pause()
        assert dialog(app).reading == "→ Fri 18 Jan 2019: 3 events move, 1 set by hand stays   day"
        await pilot.press("enter")
        await pilot.pause()
        assert dates(app)["Divers go home"] == "2019-01-29"
        assert dates(app)["Quarry floods"] == "2019-01-18"


async def test_words_that_date_one_event_alone_are_no_scope(make_app: MakeApp) -> None:
    app = make_app(QUARRY)
    async with app.run_test(size=(80, 24)) as pilot:
        await ask(pilot, "Road closes", "2019-01-18")
        assert scope(app) == "(•) this event  ( ) its article"


async def test_where_the_article_has_no_date_its_own_is_asked_for_first_and_that_of_the_words_can_be_given(
    make_app: MakeApp,
) -> None:
    app = make_app(undated())
    async with app.run_test(size=(80, 24)) as pilot:
        await ask(pilot, "Quarry floods", "2019-01-18")
        assert scope(app) == "( ) this event  ( ) every “Friday”  (•) its article"
        await pilot.press("tab", "left")
        await pilot.pause()
        assert dialog(app).reading.endswith("for these events alone; its article stays without a date")
        await pilot.press("enter")
        await pilot.pause()
        assert [edit.kind for edit in app.session.history] == [EditKind.DATE] * 4


async def test_a_candidate_taken_with_an_arrow_is_of_every_such_event_where_that_was_chosen(make_app: MakeApp) -> None:
    told = [draft._replace(direction=draft.direction.__class__()) for draft in TOLD[:2]]
    text = "\n\n".join(draft.sentence for draft in told)
    app = make_app(extraction(text, told, title="Quarry", publisher="Log", published=dt.date(2019, 1, 30)))
    async with app.run_test(size=(80, 24)) as pilot:
        await ask(pilot, "Quarry floods", "")
        await pilot.press("tab", "right", "shift+tab", "down", "down", "enter")
        await pilot.pause()
        assert dates(app) == {"Quarry floods": "2019-02-01", "Pumps arrive": "2019-02-01"}


@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
async def test_the_scope_is_named_where_there_is_little_room(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app(QUARRY)
    async with app.run_test(size=size) as pilot:
        await ask(pilot, "Quarry floods", "2019-01-18")
        await pilot.press("tab", "right")
        await pilot.pause()
        assert "every “Friday”" in scope(app)


async def test_a_date_set_by_hand_is_given_back_as_it_was_read(make_app: MakeApp) -> None:
    app = make_app(QUARRY)
    async with app.run_test(size=(80, 24)) as pilot:
        before = dates(app)
        await ask(pilot, "Quarry floods", "2019-01-18")
        await pilot.press("tab", "right", "enter")
        await pilot.pause()
        await ask(pilot, "Pumps arrive", "0")
        assert "[0] as read: Fri 25 Jan 2019" in "\n".join(str(one.render()) for one in app.screen.query(Static))
        assert dialog(app).reading == "→ Fri 25 Jan 2019  as read"
        await pilot.press("enter")
        await pilot.pause()
        assert dates(app)["Pumps arrive"] == before["Pumps arrive"]
        assert dates(app)["Quarry floods"] == "2019-01-18"
        assert app.report.says == "date of “Pumps arrive” as read"
        await ask(pilot, "Quarry floods", "0")
        await pilot.press("tab", "right")
        await pilot.pause()
        assert dialog(app).reading == "→ Fri 25 Jan 2019  as read; 2 other events too"
        await pilot.press("enter")
        await pilot.pause()
        assert dates(app) == before


async def test_nothing_is_given_back_where_no_person_set_a_date(make_app: MakeApp) -> None:
    app = make_app(QUARRY)
    async with app.run_test(size=(80, 24)) as pilot:
        await ask(pilot, "Quarry floods", "0")
        assert dialog(app).reading.startswith("✗")
