"""What a person corrected is what the app shows, and is marked as theirs."""

from msgspec.structs import replace

from tests.timeline.builders import MONDAY, by_metadata, person, reading
from tests.timeline.correcting.test_accepted_dates import ONE_OF_TWO
from tests.timeline.test_collection import build
from tests.tui.conftest import MakeApp
from tests.tui.looking import WIDE, lines, page
from timeline.collection import Timeline
from timeline.edits import Edit, EditKind
from tui.clipboard import markdown_line
from tui.detail import detail
from tui.widgets.event_list import said_by, status_mark

STORY = reading(
    "Ann Lee left Saturday.",
    published=by_metadata(MONDAY),
    publisher="The Quay",
    title="Rain",
    actors=[person("Ann Lee"), person("Bo Orr")],
)
(LEFT,) = (event.id for event in STORY.events)


def corrected(*edits: tuple[EditKind, str, str]) -> Timeline:
    log = [
        Edit(number=number, kind=kind, target=target, value=value)
        for number, (kind, target, value) in enumerate(edits, 1)
    ]
    return build([STORY], log)


def shown(timeline: Timeline) -> str:
    return "\n".join(
        f"{block.label} {block.text.plain}" for block in detail(timeline.entry(LEFT), timeline, 80, plain=True)
    )


def test_the_page_of_an_event_shows_its_corrected_facts_and_which_they_are() -> None:
    timeline = corrected(
        (EditKind.TITLE, LEFT, "She left the office"),
        (EditKind.STATUS, LEFT, "planned"),
        (EditKind.PLACE, LEFT, "Oslund"),
        (EditKind.SOURCE, LEFT, "Rosa Lind"),
        (EditKind.REVIEW, LEFT, "accepted"),
        (EditKind.ACTOR_NAME, "ann-lee", "Ann B. Lee"),
        (EditKind.HEADLINE, STORY.article.id, "Storm"),
        (EditKind.OUTLET, STORY.article.id, "The Wire"),
    )
    page = shown(timeline)
    for words in ("She left the office", "planned", "WHERE Oslund", "Rosa Lind via The Wire", "Ann B. Lee", "“Storm”"):
        assert words in page
    assert "title, status, source and place set by hand, accepted" in page
    entry = timeline.entry(LEFT)
    assert (said_by(entry, timeline), status_mark(entry)) == ("Rosa Lind", "◇ ")
    assert "She left the office (Rosa Lind; Storm)" in markdown_line(entry, timeline)


def test_a_page_that_nobody_corrected_says_nothing_of_a_person() -> None:
    page = shown(build([STORY]))
    assert "YOU" not in page
    assert "set by hand" not in page


def test_an_event_by_hand_has_a_page_like_any_other() -> None:
    added = '{"title":"The pier closed","date":"2019-01-27"}'
    timeline = corrected((EditKind.EVENT, "added", added))
    page = "\n".join(block.text.plain for block in detail(timeline.entry("added"), timeline, 80, plain=True))
    assert "The pier closed" in page
    assert "Sun 27 Jan 2019" in page
    assert "added by hand" in page


def test_who_was_told_apart_in_an_article_is_shown_by_the_name_given_to_them() -> None:
    other = f"ann-lee-in-{STORY.article.id}"
    split = Edit(number=1, kind=EditKind.ACTOR_SPLIT, target="ann-lee", part=STORY.article.id, value="yes")
    named = replace(split, number=2, kind=EditKind.ACTOR_NAME, target=other, part="", value="Ann Lee the younger")
    assert "Ann Lee the younger" in shown(build([STORY], [split, named]))


async def test_a_date_that_was_accepted_has_no_question_mark_and_is_no_stop_of_the_next_unsure(
    make_app: MakeApp,
) -> None:
    app = make_app(ONE_OF_TWO)
    async with app.run_test(size=WIDE) as pilot:
        assert "26 Jan Sat ?" in lines(app)[0]
        await pilot.press("a")
        await pilot.pause()
        assert "26 Jan Sat   The ferry sails" in lines(app)[0]
        assert "could be" not in page(app).lower()
        assert "day  accepted" in page(app)
        await pilot.press("u")
        await pilot.pause()
        assert "26 Jan Sat ?" in lines(app)[0]
