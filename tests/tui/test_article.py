"""Reading an article: its marks, its margin, going from event to event, and an event of one's own."""

import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.timeline.builders import reading as reading_of
from tests.tui.conftest import MakeApp
from tests.tui.looking import SMALL, WIDE, to_title
from timeline.dates.edtf import describe
from timeline.edits import EditKind
from timeline.model import Extraction
from tui.app import DatelineApp
from tui.outside import opened
from tui.screens.add_event import AddEventDialog
from tui.screens.article import ArticleScreen
from tui.widgets.status_line import Level, Report
from tui.words import Words


def reading(app: DatelineApp) -> ArticleScreen:
    assert isinstance(app.screen, ArticleScreen)
    return app.screen


def text(app: DatelineApp) -> str:
    return "\n".join(line.text.rstrip() for line in reading(app).page.lines)


async def test_all_times_and_all_who_are_quoted_are_marked(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app: DatelineApp = request.getfixturevalue("app")
    async with app.run_test(size=WIDE) as pilot:
        await to_title(pilot, "Port authority loses nearly a third of its trade")
        await pilot.press("o")
        await pilot.pause()
        told = " ".join(text(app).split())
        assert "reopened* its harbour on ‹Saturday›" in told
        assert "‹last week›, ⟦Mayor Ilse Varga⟧ said" in told
        assert "⟦Tom Okoye⟧ said" in told


async def test_the_margin_says_when_each_paragraph_was(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("o")
        await pilot.pause()
        lines = text(app).splitlines()
        assert any(line.startswith("26 Jan  Port Ansel reopened") for line in lines)
        assert any(line.startswith("May ’18 Crane drivers") for line in lines)
        assert any(line.startswith("2017    The union") for line in lines)


async def test_a_narrow_screen_has_no_margin(app: DatelineApp) -> None:
    async with app.run_test(size=(60, 24)) as pilot:
        await pilot.press("o")
        await pilot.pause()
        assert any(line.startswith("Port Ansel reopened") for line in text(app).splitlines())


async def test_the_first_line_says_which_event_one_is_at(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await to_title(pilot, "Crane drivers walk out")
        await pilot.press("o")
        await pilot.pause()
        assert reading(app).told.startswith("2 of 6  May 2018  Crane drivers walk out")
        await pilot.press("n")
        await pilot.pause()
        assert reading(app).told.startswith("3 of 6  21–27 Jan 2019  Port authority loses")


async def test_words_that_are_marked_become_an_event_on_the_date_that_is_typed(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await to_title(pilot, "Crane drivers walk out")
        await pilot.press("o", "v", *["w"] * 4)
        await pilot.pause()
        assert reading(app).words.passage("") == "walked out in May 2018,"
        await pilot.press("a")
        await pilot.pause()
        assert isinstance(app.screen, AddEventDialog)
        await pilot.press("ctrl+u", *"The dock strike begins", "tab", "ctrl+u", *"2 may 2018", "enter")
        await pilot.pause()
        added = next(each for each in app.session.timeline.entries if each.title == "The dock strike begins")
        assert describe(added.when) == "Wed 2 May 2018"
        assert app.session.timeline.evidence_of(added.lead) == "walked out in May 2018,"
        assert EditKind.EVENT in added.set_by_person
        assert "The dock strike begins" in reading(app).told
        await pilot.press("u")
        await pilot.pause()
        assert "The dock strike begins" not in [each.title for each in app.session.timeline.entries]


async def test_the_time_among_the_words_is_its_date_to_begin_with_and_none_leaves_it_undated(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await to_title(pilot, "Crane drivers walk out")
        await pilot.press("o", "v", *["w"] * 4, "a", "enter")
        await pilot.pause()
        first = next(each for each in app.session.timeline.entries if EditKind.EVENT in each.set_by_person)
        assert describe(first.when) == "May 2018"
        await pilot.press("u", "v", "w", "a", "enter")
        await pilot.pause()
        second = next(each for each in app.session.timeline.entries if EditKind.EVENT in each.set_by_person)
        assert second.when.is_open


async def test_words_are_gone_through_backwards_too_and_left_before_the_article(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await to_title(pilot, "Crane drivers walk out")
        await pilot.press("o", "v", "b", "b")
        await pilot.pause()
        assert reading(app).words.passage("") == "Crane drivers walked"
        await pilot.press("escape")
        await pilot.pause()
        assert not reading(app).words.is_on
        await pilot.press("escape")
        await pilot.pause()
        assert not isinstance(app.screen, ArticleScreen)


async def test_without_marked_words_there_is_no_event_to_add(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("o", "a")
        await pilot.pause()
        assert "mark the words" in app.report.says


def test_words_selected_with_the_mouse_are_found_in_the_text_across_its_lines() -> None:
    words = Words("The ferry\nsank off  Corran.")
    assert words.passage("ferry sank\noff") == "ferry\nsank off"
    assert words.passage("margin ferry") == ""
    assert words.passage("") == ""


async def test_the_original_is_opened_outside_only_if_it_is_on_the_web(
    app: DatelineApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def open_it(address: str) -> bool:
        asked.append(address)
        return True

    monkeypatch.setattr("tui.outside.opened", open_it)
    async with app.run_test(size=SMALL) as pilot:
        await to_title(pilot, "Crane drivers walk out")
        await pilot.press("O", "o", "O")
        await app.workers.wait_for_complete()
        assert app.report.says == "opened in the browser: https://courier.example/harbour-reopens"
        assert asked == ["https://courier.example/harbour-reopens"] * 2
        await pilot.press("escape")
        await to_title(pilot, "The ferry sinks")
        await pilot.press("O")
        await pilot.pause()
        assert len(asked) == 2
        assert app.report.says == "it has no web address; it was read from wreck-of-the-marigold-found.txt"


async def test_nothing_is_called_opened_that_no_browser_has_taken(
    app: DatelineApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.outside.opened", lambda _: False)
    async with app.run_test(size=SMALL) as pilot:
        await to_title(pilot, "Crane drivers walk out")
        await pilot.press("O")
        await app.workers.wait_for_complete()
        assert app.report == Report(
            "no browser was found here for https://courier.example/harbour-reopens", Level.WARNING
        )


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have a browser of their own")
@pytest.mark.parametrize(("does", "was_opened"), [("exit 0", True), ("exit 1", False)])
def test_a_browser_is_asked_that_draws_in_no_terminal_and_its_answer_is_heard(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, does: str, was_opened: bool
) -> None:
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1 $TERM" > {tmp_path}/asked\n{does}\n')
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER", str(browser))
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert opened("https://courier.example/a") is was_opened
    assert (tmp_path / "asked").read_text().split() == ["https://courier.example/a"]


async def test_one_goes_on_from_an_event_that_the_article_tells_twice(make_app: MakeApp) -> None:
    told = [f"Boat {number} sailed on {day} May 2019." for number, day in enumerate((2, 3, 4), 1)]
    app = make_app(told_twice(reading_of(*told)))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("o")
        await pilot.pause()
        steps = []
        for key in "NNNnnnNN":
            await pilot.press(key)
            await pilot.pause()
            steps.append(reading(app).told.partition(" ")[0])
        assert steps == ["1", "1", "1", "2", "3", "3", "2", "1"]


def told_twice(read: Extraction) -> Extraction:
    """The same, with what is told second as the first event told again."""
    first, second, _ = read.assertions
    again = replace(second, event=first.event)
    events = (replace(read.events[0], assertions=(first.id, second.id)), *read.events[2:])
    return replace(read, events=events, assertions=(first, again, *read.assertions[2:]))
