"""What a person corrects in the app: facts, reviews, joins, each by its keys."""

import pytest

from tests.tui.looking import SMALL, WIDE, timeline_of, titles, to_title
from timeline.edit_values import EventByHand, written_by_hand
from timeline.edits import ACCEPTED, REJECTED, EditKind
from timeline.model import Article, Polarity, Status
from timeline.store import StoreError
from tui.app import DatelineApp
from tui.changes import Change
from tui.screens.actors import ActorsScreen
from tui.screens.edit import EditDialog
from tui.screens.review import ReviewScreen, waits
from tui.screens.sources import SourcesScreen


async def test_the_facts_of_an_event_are_corrected_in_one_dialog(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await to_title(pilot, "First ferry sails")
        await pilot.press("e", "end", *" at last")
        await pilot.press(
            "tab", "right", "tab", "right", "tab", "tab", *"Port Ansel", "tab", *"ferry, Harbour", "enter"
        )
        await pilot.pause()
        entry = next(each for each in app.session.timeline.entries if each.title.startswith("First ferry sails"))
        assert entry.title == "First ferry sails at last"
        assert entry.status is not Status.PLANNED
        assert entry.polarity is Polarity.NEGATIVE
        assert (entry.place, entry.tags) == ("Port Ansel", ("ferry", "harbour"))


async def test_leaving_the_dialog_changes_nothing(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        before = app.session.timeline.entries
        await pilot.press("e", *"xyz", "escape")
        await pilot.pause()
        assert app.session.timeline.entries == before


async def test_enter_with_nothing_changed_keeps_nothing(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("e")
        assert isinstance(app.screen, EditDialog)
        await pilot.press("enter")
        await pilot.pause()
        assert app.session.undo() is None


async def test_an_emptied_title_is_the_one_that_was_read(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await to_title(pilot, "First ferry sails")
        await pilot.press("e", *"!!", "enter")
        await pilot.press("e", "end", "ctrl+u", "enter")
        await pilot.pause()
        assert "First ferry sails" in [entry.title for entry in app.session.timeline.entries]


async def test_accepting_goes_on_to_the_next_event(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        first, second = app.session.timeline.entries[:2]
        await pilot.press("a")
        await pilot.pause()
        assert app.session.timeline.entry(first.id).review == ACCEPTED
        assert timeline_of(app).entry.id == second.id  # type: ignore[union-attr]


async def test_a_rejected_event_leaves_the_list_and_is_found_by_its_state(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        first = app.session.timeline.entries[0]
        await pilot.press("r")
        await pilot.pause()
        assert app.session.timeline.entry(first.id).review == REJECTED
        assert first.title not in titles(app)
        await pilot.press("slash", *"is:rejected", "enter")
        await pilot.pause()
        assert titles(app) == [first.title]


async def test_in_review_an_event_whose_date_was_corrected_stays_until_it_is_accepted(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("4")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ReviewScreen)
        corrected, *others = [entry.id for entry in screen.events.rows]
        await pilot.press("d", *"2019-01-26", "enter")
        await pilot.pause()
        assert not waits(app.session.timeline.entry(corrected), app.session.timeline)
        assert screen.row_target == corrected
        await pilot.press("a")
        await pilot.pause()
        assert app.session.timeline.entry(corrected).review == ACCEPTED
        assert [entry.id for entry in screen.events.rows] == others
        assert not any(app.session.timeline.entry(other).review for other in others)


async def test_in_review_an_event_whose_date_was_corrected_leaves_when_the_cursor_goes_on(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("4")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ReviewScreen)
        others = [entry.id for entry in screen.events.rows][1:]
        await pilot.press("d", *"2019-01-26", "enter")
        await pilot.pause()
        at = screen.events.cursor
        await pilot.press("j" if at < len(others) else "k")
        await pilot.pause()
        assert [entry.id for entry in screen.events.rows] == others
        assert screen.row_target in others


async def test_review_lists_what_is_doubtful_until_it_was_looked_at(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("4")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ReviewScreen)
        assert "█" in str(screen.strip.render())
        waiting = [entry.id for entry in screen.events.rows]
        assert waiting == [entry.id for entry in app.session.timeline.entries if waits(entry, app.session.timeline)]
        for _ in waiting:
            await pilot.press("a")
        await pilot.pause()
        assert not screen.events.rows
        assert "Nothing waits for review" in str(screen.empty.render())


async def test_marked_events_are_joined_and_split_again(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        count = len(app.session.timeline.entries)
        first, second = app.session.timeline.entries[:2]
        await pilot.press("space", "j", "space", "m", "right", "enter")
        await pilot.pause()
        assert len(app.session.timeline.entries) == count - 1
        assert len(app.session.timeline.entry(second.id).assertions) > len(second.assertions)
        assert timeline_of(app).entry.id == second.id  # type: ignore[union-attr]
        await pilot.press("S")
        await pilot.pause()
        assert app.session.timeline.entry(first.id).title == first.title


@pytest.mark.parametrize("keys", [["m"], ["space", "m"]])
async def test_joining_needs_two(app: DatelineApp, keys: list[str]) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        assert app.report.says == "mark two or more events with space first"


async def test_actors_are_renamed_and_joined(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("2")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ActorsScreen)
        first, second = (row.actor for row in screen.actors.rows[:2])
        await pilot.press("e", "end", *" X", "enter")
        await pilot.pause()
        assert app.session.timeline.actors[first.id].name == f"{first.name} X"
        await pilot.press("g", "space", "j", "space", "m", "enter")
        await pilot.pause()
        assert second.id not in {row.actor.id for row in screen.actors.rows}
        await pilot.press("S")
        await pilot.pause()
        assert second.id in {row.actor.id for row in screen.actors.rows}


async def test_an_article_is_renamed_where_it_is_listed(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("3")
        await pilot.pause()
        await pilot.press("e", "end", "ctrl+u", *"A better headline", "enter")
        await pilot.pause()
        assert "A better headline" in [article.title for article in app.session.timeline.articles.values()]


async def test_an_event_by_hand_that_quotes_no_article_is_counted_as_none(app: DatelineApp) -> None:
    read = app.session.timeline.read_articles
    app.session.edit(EditKind.EVENT, "added", written_by_hand(EventByHand(title="The pier closed", date="2019-01-27")))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("3")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, SourcesScreen)
        assert app.session.timeline.read_articles == read
        assert "by hand" in app.session.timeline.articles["by-hand"].name
        assert sum(isinstance(row.of, Article) for row in screen.sources.rows) == read


async def test_of_several_corrections_none_is_made_if_one_cannot_be(app: DatelineApp) -> None:
    first, second = app.session.timeline.entries[:2]
    changes = [(first.id, Change(EditKind.TITLE, "Another title")), (second.id, Change(EditKind.JOIN, "nowhere"))]
    with pytest.raises(StoreError, match="not changed"):
        app.session.edit_all(changes)
    assert app.session.timeline.entry(first.id).title == first.title


async def test_what_is_done_to_marked_rows_is_done_to_all_of_them(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        marked = [entry.id for entry in app.session.timeline.entries[:3]]
        await pilot.press("space", "j", "j", "v", "s")
        await pilot.pause()
        assert [entry.id for entry in app.session.timeline.entries if entry.starred] == marked
        assert not timeline_of(app).events.marked
        await pilot.press("g", "space", "j", "v", "a")
        await pilot.pause()
        assert [entry.id for entry in app.session.timeline.entries if entry.review == ACCEPTED] == marked[:2]


async def test_what_all_marked_rows_have_is_taken_back_and_what_some_have_is_given_to_the_rest(
    app: DatelineApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        first, second = (entry.id for entry in app.session.timeline.entries[:2])
        await pilot.press("s", "space", "j", "space", "s")
        await pilot.pause()
        assert [entry.id for entry in app.session.timeline.entries if entry.starred] == [first, second]
        await pilot.press("g", "space", "j", "space", "s")
        await pilot.pause()
        assert not [entry.id for entry in app.session.timeline.entries if entry.starred]


async def test_marks_are_taken_off_all_at_once(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("space", "j", "space", "V")
        await pilot.pause()
        assert timeline_of(app).events.marked == []
        assert app.report.says == "nothing marked"
