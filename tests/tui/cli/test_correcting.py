"""Everything of a timeline corrected from the command line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from typer.testing import CliRunner, Result

from tests.timeline.builders import MONDAY, by_metadata, person, reading, told_together
from timeline.collection import Entry, Timeline
from timeline.store import Store
from tui.cli import app

STORY = reading(
    "Ann Lee left on Saturday.",
    "It rained on Saturday.",
    "Bo Orr met Ann Lee on Friday.",
    published=by_metadata(MONDAY),
    publisher="The Quay",
    title="Rain",
    name="rain",
    actors=[person("Ann Lee"), person("Bo Orr")],
)
TOGETHER = told_together(reading("A ferry sank on Friday.", "The Merel sank.", name="ferry"))
LEFT, RAINED, MET = (event.id for event in STORY.events)
SANK = TOGETHER.events[0].id
Run = Callable[..., Result]


@pytest.fixture
def path(path: Path) -> Path:
    with Store.open(path) as store:
        store.add(TOGETHER)
    return path


def done(run: Run, *words: str) -> str:
    ran = run(*words)
    assert ran.exit_code == 0, ran.output
    return ran.stdout


def now(path: Path) -> Timeline:
    with Store.open(path, read_only=True) as store:
        return store.timeline


def entry(path: Path, event: str) -> Entry:
    return now(path).entry(event)


def test_each_fact_of_an_event_can_be_set_and_is_told(run: Run, path: Path) -> None:
    told = done(
        run,
        *("edit", LEFT, "--title", "She  left", "--status", "alleged", "--polarity", "neg", "--source", "Rosa Lind"),
        *("--place", "Oslund", "--actor", "bo orr=victim", "--actor", "Ann Lee=none", "--review", "accepted"),
    )
    assert told.splitlines() == [
        "Ilse gave an event the title “She left”, before: Ann Lee left on Saturday",
        "Ilse called “She left” alleged, before: occurred",
        "Ilse said that “She left” did not happen",
        "Ilse named Rosa Lind as the source of “She left”, before: The Quay",
        "Ilse put “She left” in the place Oslund",
        "Ilse accepted “She left”",
        "Ilse made “Bo Orr” victim in “She left”",
        "Ilse took “Ann Lee” out of “She left”",
    ]
    line = entry(path, LEFT)
    assert (line.title, line.status, line.polarity, line.place) == ("She left", "alleged", "neg", "Oslund")
    assert [(one.actor, one.role) for one in line.participants] == [("bo-orr", "victim")]
    assert [source.name for source in now(path).sources_of(line)] == ["Rosa Lind"]
    shown = done(run, "show", LEFT)
    assert "you     accepted" not in shown
    assert "title, status, denial, source, place and actors set by hand, accepted" in shown


def test_a_tag_may_be_typed_with_the_mark_that_it_is_shown_with(run: Run, path: Path) -> None:
    assert done(run, "tag", LEFT, "#inquiry", "# Lee  case") == (
        "Ilse tagged “Ann Lee left on Saturday” with #inquiry\nIlse tagged “Ann Lee left on Saturday” with #lee case\n"
    )
    assert entry(path, LEFT).tags == ("inquiry", "lee case")
    assert run("tag", LEFT, "##").exit_code == 2
    done(run, "tag", LEFT, "#inquiry", "--off")
    assert entry(path, LEFT).tags == ("lee case",)


def test_what_was_read_comes_back_with_an_empty_value_and_by_undoing(run: Run, path: Path) -> None:
    before = now(path).entries
    done(run, "edit", LEFT, "--title", "x", "--status", "planned")
    done(run, "edit", LEFT, "--title", "", "--status", "")
    assert now(path).entries == before
    for _ in range(4):
        assert run("undo").exit_code == 0
    assert now(path).entries == before
    assert done(run, "redo").startswith("made again: Ilse gave an event the title “x”")


def test_a_note_of_several_lines_is_kept_and_shown_with_its_lines(run: Run, path: Path) -> None:
    done(run, "note", LEFT, "ask her\r\nwho paid  \n")
    assert entry(path, LEFT).note == "ask her\nwho paid"
    assert "\nnote    ask her\n        who paid\n" in done(run, "show", LEFT)


def test_a_note_and_tags_are_written_and_taken_off(run: Run, path: Path) -> None:
    done(run, "note", LEFT[:8], "ask her")
    done(run, "tag", LEFT, "Inquiry", "harbour")
    assert (entry(path, LEFT).note, entry(path, LEFT).tags) == ("ask her", ("harbour", "inquiry"))
    assert LEFT in done(run, "list", "tag:inq")
    done(run, "tag", LEFT, "inquiry", "--off")
    assert entry(path, LEFT).tags == ("harbour",)


def test_events_are_told_in_one_line_and_apart_again(run: Run, path: Path) -> None:
    done(run, "edit", RAINED, "--star")
    done(run, "join", LEFT, RAINED)
    joined = entry(path, LEFT)
    assert [one.title for one in joined.assertions] == ["Ann Lee left on Saturday", "It rained on Saturday"]
    assert joined.starred
    assert RAINED not in done(run, "list")
    assert "one event already" in run("join", RAINED, LEFT).stderr
    done(run, "split", RAINED)
    assert [len(entry(path, event).assertions) for event in (LEFT, RAINED)] == [1, 1]
    assert not entry(path, LEFT).starred


def test_what_was_joined_in_reading_is_told_apart(run: Run, path: Path) -> None:
    done(run, "split", SANK)
    assert [line.title for line in now(path).entries if "sank" in line.title] == [
        "A ferry sank on Friday",
        "The Merel sank",
    ]
    assert "told once" in run("split", SANK).stderr
    run("undo")
    assert len(entry(path, SANK).assertions) == 2


def test_events_of_a_day_stand_as_a_person_orders_them(run: Run, path: Path) -> None:
    def order() -> list[str]:
        return [line.id for line in now(path).entries if line.id in (LEFT, RAINED)]

    assert order() == [LEFT, RAINED]
    done(run, "edit", RAINED, "--before", LEFT)
    assert order() == [RAINED, LEFT]
    done(run, "edit", RAINED, "--before", "")
    assert order() == [LEFT, RAINED]


def test_an_event_is_added_with_and_without_a_passage_and_taken_out_by_undo(run: Run, path: Path) -> None:
    before = now(path).entries
    done(run, "event", "add", "The pier closed", "--date", "27 jan 2019", "--place", "Oslund", "--source", "Rosa Lind")
    done(run, *("event", "add", "They met", "--article", "rain", "--passage", "met Ann Lee", "--actor", "Bo Orr"))
    timeline = now(path)
    pier, met = (
        next(line for line in timeline.entries if line.title == title) for title in ("The pier closed", "They met")
    )
    assert (pier.when.edtf, pier.place, timeline.evidence_of(pier.lead)) == ("2019-01-27", "Oslund", "The pier closed")
    assert [source.name for source in timeline.sources_of(pier)] == ["Rosa Lind"]
    assert (timeline.evidence_of(met.lead), met.lead.article) == ("met Ann Lee", STORY.article.id)
    assert [source.name for source in timeline.sources_of(met)] == ["The Quay"]
    assert [one.actor for one in met.participants] == ["bo-orr"]
    assert len(done(run, "list", "is:added").splitlines()) == 2
    assert "added by hand" in done(run, "export")
    for _ in range(4):
        run("undo")
    assert now(path).entries == before


def test_actors_are_renamed_joined_and_told_apart(run: Run, path: Path) -> None:
    done(run, "actor", "rename", "Ann Lee", "Ann B. Lee")
    done(run, "actor", "kind", "ann-lee", "group")
    assert "Ann B. Lee\tgroup\t2" in done(run, "actor", "list")
    assert LEFT in done(run, "list", 'actor:"ann lee"')
    done(run, "actor", "join", "bo-orr", "Ann B. Lee")
    assert [one.actor for one in entry(path, LEFT).participants] == ["bo-orr"]
    assert LEFT in done(run, "list", 'actor:"ann b. lee"')
    done(run, "actor", "split", "bo-orr")
    done(run, "actor", "split", "ann-lee", "rain")
    (other,) = entry(path, LEFT).participants
    assert other.actor != "ann-lee"
    assert now(path).actors[other.actor].name == "Ann Lee"


def test_who_was_joined_is_told_apart_in_an_article_too(run: Run, path: Path) -> None:
    done(run, "actor", "join", "ann-lee", "bo-orr")
    done(run, "actor", "split", "ann-lee", "rain")
    assert not {one.actor for one in entry(path, MET).participants} & {"ann-lee", "bo-orr"}


def test_sources_and_articles_are_renamed(run: Run, path: Path) -> None:
    done(run, "source", "rename", "The Quay", "The Quay Daily")
    assert LEFT in done(run, "list", 'source:"quay daily"')
    done(run, "article", "rain", "--title", "Storm", "--outlet", "The Wire", "--date", "2019-02-04")
    article = now(path).articles[STORY.article.id]
    assert (article.title, article.publisher) == ("Storm", "The Wire")
    assert [source.name for source in now(path).sources_of(entry(path, LEFT))] == ["The Wire"]
    assert entry(path, LEFT).when.edtf == "2019-02-02"
    exported = json.loads(done(run, "export", "-f", "json"))
    assert "The Wire" in {source["name"] for source in exported["sources"]}


@pytest.mark.parametrize("tag", ["", "  "])
def test_a_tag_of_nothing_is_refused_in_words(run: Run, tag: str) -> None:
    refused = run("tag", LEFT, tag)
    assert (refused.exit_code, "is no tag" in refused.stderr) == (2, True)


@pytest.mark.parametrize("called", ["rain", "rain.txt", "Storm over Oslund", "storm over oslund"])
def test_an_article_is_meant_by_its_name_its_file_or_its_title(run: Run, path: Path, called: str) -> None:
    done(run, "article", "rain", "--title", "Storm over Oslund")
    done(run, "article", called, "--outlet", "The Wire")
    assert now(path).articles[STORY.article.id].publisher == "The Wire"


def test_an_event_by_hand_keeps_its_date_when_the_article_that_it_quotes_is_dated_anew(run: Run) -> None:
    passage = STORY.article.text[slice(*STORY.assertions[0].clause)]
    done(run, "event", "add", "The pier closed", "--date", "2018-12", "--article", "rain", "--passage", passage)
    done(run, "article", "rain", "--date", "2019-02-04")
    assert "2018-12\toccurred\tThe pier closed" in done(run, "list", "is:added")


def test_an_event_without_a_passage_makes_no_article(run: Run) -> None:
    done(run, "event", "add", "The pier closed", "--date", "27 jan 2019")
    assert done(run, "check").startswith("whole: 2 articles, 5 events")
    exported = done(run, "export")
    assert "5 events reported in 2 articles; 1 added by hand" in exported
    assert "### Added by hand\n\n1 event." in exported
    assert [line.split("\t")[0] for line in done(run, "list", "seen:<1").splitlines()] == [
        line.split("\t")[0] for line in done(run, "list", "is:added").splitlines()
    ]


def test_a_correction_without_its_event_is_listed_and_attached_to_another(run: Run, path: Path) -> None:
    done(run, "edit", LEFT, "--title", "She left")
    assert done(run, "orphans") == ""
    with Store.open(path) as store:
        read = replace(STORY, events=STORY.events[1:], assertions=STORY.assertions[1:])
        store.add(replace(read, extractor="en-2"))
    number, told, was, like = done(run, "orphans").replace("  ", "\n", 1).splitlines()
    assert told.startswith("Ilse gave an event the title “She left”")
    assert was.strip() == "it was: Ann Lee left on Saturday (2019-01-26): “Ann Lee left on Saturday.”"
    assert like.strip() == f"most like it now: {RAINED} It rained on Saturday"
    (row,) = map(json.loads, done(run, "orphans", "--json").splitlines())
    assert (row["edit"]["number"], row["was"]["trigger"]) == (int(number), "A")
    assert "no orphaned correction 99" in run("attach", "99", MET).stderr
    carried = "carried the corrections of “Ann Lee left on Saturday” over to “She left”"
    assert carried in done(run, "attach", number, MET)
    assert carried in done(run, "undo") + done(run, "redo")
    assert entry(path, MET).title == "She left"
    assert done(run, "orphans") == ""
    assert carried in done(run, "log")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("edit", "ann lee left", "--star"), f"({LEFT} “Ann Lee left on Saturday”)"),
        (("note", LEFT[:6] + "zz", "x"), f"{LEFT} “"),
        (("edit", LEFT, "--status", "sure"), "“sure” is neither “occurred”, “ongoing”"),
        (("edit", LEFT, "--actor", "Nobody=none"), "there is no actor “Nobody”"),
        (("actor", "rename", "An Lee", "x"), "(ann-lee “Ann Lee”)"),
        (("actor", "kind", "Ann Lee", "ship"), "neither “person”"),
        (("actor", "split", "Ann Lee"), "nobody was joined to Ann Lee"),
        (("actor", "split", "Ann Lee", "ferry"), "“Ann Lee” does not occur in “ferry”"),
        (("edit", RAINED, "--actor", "Ann Lee=none"), "“Ann Lee” takes no part in it"),
        (("edit", LEFT, "--after", MET), "the two do not start on one day"),
        (("source", "rename", "Quay", "x"), "“The Quay”"),
        (("event", "add", "x", "--article", "rain", "--passage", "nowhere"), "does not stand in rain word by word"),
        (("event", "add", "x", "--passage", "left"), "--passage needs --article"),
        (("event", "add", " "), "an event needs a title"),
        (("event", "add", "x", "--status", "sure"), "sure"),
        (("article", "nothing", "--title", "x"), "there is no article “nothing”"),
        (("article", "rain"), "say what to correct"),
        (("edit", LEFT, "--title", "x", "--status", "sure"), "“sure” is neither"),
    ],
)
def test_what_cannot_be_done_is_told_and_changes_nothing(run: Run, words: tuple[str, ...], says: str) -> None:
    refused = run(*words)
    assert refused.exit_code in (1, 2)
    assert says in refused.stderr
    assert done(run, "log") == ""


def piped(path: Path, lines: str, *words: str) -> Result:
    """A command that reads lines from another."""
    return CliRunner().invoke(app, [*words, "-t", str(path)], input=lines)


def test_several_events_are_corrected_at_once_and_taken_back_one_by_one(run: Run, path: Path) -> None:
    told = done(run, "edit", LEFT, RAINED, MET, "--review", "accepted").splitlines()
    assert len(told) == 3
    assert {entry(path, one).review for one in (LEFT, RAINED, MET)} == {"accepted"}
    done(run, "undo")
    assert [entry(path, one).review for one in (LEFT, RAINED, MET)] == ["accepted", "accepted", ""]


def test_of_several_events_none_is_corrected_where_one_is_not_there_or_cannot_be(run: Run, path: Path) -> None:
    for words in ((LEFT, "nowhere", "--star"), (LEFT, "rain", "--star"), (LEFT, MET, "--date", "no date")):
        assert run("edit", *words).exit_code != 0
        assert not now(path).corrected()


def test_the_events_that_begin_the_lines_of_another_command_are_corrected(path: Path) -> None:
    lines = f"{LEFT}\t2019-01-26\toccurred\tAnn Lee left\n\n{MET[:8]}  Fri 25 Jan\n{LEFT}\tonce more\n"
    result = piped(path, lines, "edit", "-", "--star")
    assert result.exit_code == 0, result.output
    assert [entry(path, one).starred for one in (LEFT, RAINED, MET)] == [True, False, True]
    assert len(result.stdout.splitlines()) == 2


def test_lines_that_name_nothing_correct_nothing(path: Path) -> None:
    assert piped(path, "\n", "edit", "-", "--star").exit_code == 2
    assert not now(path).corrected()


def test_an_hour_is_of_the_day_that_each_event_has(run: Run, path: Path) -> None:
    days = {one: entry(path, one).when.one_day for one in (LEFT, MET)}
    assert len(set(days.values())) == 2
    done(run, "edit", LEFT, MET, "--date", "3.10 am")
    assert {one: entry(path, one).when.edtf for one in days} == {one: f"{day}T03:10:00" for one, day in days.items()}


def test_several_events_are_not_put_before_another(run: Run, path: Path) -> None:
    assert run("edit", LEFT, RAINED, "--before", MET).exit_code == 2
    assert not now(path).corrected()


def test_what_is_listed_can_be_piped_into_a_correction(run: Run, path: Path) -> None:
    listed = done(run, "list", "ann")
    result = piped(path, listed, "edit", "-", "--review", "accepted")
    assert result.exit_code == 0, result.output
    assert [entry(path, one).review for one in (LEFT, RAINED, MET)] == ["accepted", "", "accepted"]


def test_what_changes_nothing_is_no_correction(run: Run) -> None:
    done = run("edit", LEFT, "--place", "", "--note", "", "--title", " ", "--no-star")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == "not changed: nothing was set there by hand\n" * 4
    assert run("log").stdout == ""
    run("edit", LEFT, "--place", "Corran")
    assert "took the place" in run("edit", LEFT, "--place", "").stdout


def test_an_actor_without_a_name_is_refused_and_leaves_no_trace(run: Run) -> None:
    refused = run("edit", LEFT, "--actor", "=agent")
    assert refused.exit_code == 2
    assert "names nobody" in refused.stderr
    assert run("log").stdout == ""


def test_what_is_listed_can_be_tagged_and_the_tag_taken_off_again(run: Run, path: Path) -> None:
    listed = done(run, "list", "ann")
    assert "with #quay" in piped(path, listed, "tag", "-", "quay", "harbour").stdout
    assert [entry(path, one).tags for one in (LEFT, RAINED, MET)] == [("harbour", "quay"), (), ("harbour", "quay")]
    assert piped(path, listed, "tag", "-", "quay", "--off").exit_code == 0
    assert [entry(path, one).tags for one in (LEFT, RAINED, MET)] == [("harbour",), (), ("harbour",)]


def test_an_edit_of_several_events_tags_them_too(run: Run, path: Path) -> None:
    result = piped(path, done(run, "list", "ann"), "edit", "-", "--tag", "quay", "--tag", "two words", "--star")
    assert result.exit_code == 0, result.output
    assert [entry(path, one).tags for one in (LEFT, RAINED, MET)] == [("quay", "two words"), (), ("quay", "two words")]


@pytest.mark.parametrize("words", [("tag", "-", "quay"), ("edit", "-", "--tag", "quay")])
def test_articles_are_not_tagged_nor_the_events_beside_them(path: Path, words: tuple[str, ...]) -> None:
    article = next(one.id for one in now(path).articles.values())
    refused = piped(path, f"{LEFT}\n{article}\n", *words)
    assert refused.exit_code == 2
    assert "an article has" in refused.stderr
    assert not now(path).corrected()


def test_an_edit_refuses_what_is_no_tag(run: Run) -> None:
    refused = run("edit", LEFT, "--tag", " ")
    assert refused.exit_code == 2
    assert "is no tag" in refused.stderr
