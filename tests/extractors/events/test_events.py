"""Which clauses tell of an event, when, how surely, and who takes part; read with the pipeline that ships."""

from collections.abc import Callable

import pytest
import spacy
from hypothesis import given, settings
from spacy.tokens import Doc

from extractors.attributions import attributions
from extractors.events.component import DocEvent, Events, events
from extractors.verb_groups.component import VerbGroups
from tests.effort import effort
from tests.extractors.parses import SCHEMES, Sentence, both_schemes
from tests.extractors.parses.notation import VOCAB
from tests.extractors.parses.wild import wild_docs
from timeline.model import Polarity, Role, Status, Tie

Read = Callable[[str], Doc]


def triggers(doc: Doc) -> dict[str, DocEvent]:
    return {doc[slice(*event.trigger)].text: event for event in events(doc)}


def dates(doc: Doc) -> dict[str, str | None]:
    """The words of each event's own time, by trigger."""
    times = doc.spans["time_expressions"]
    found = triggers(doc).items()
    own = {word: event.time if event.tie is Tie.OWN else None for word, event in found}
    return {word: None if time is None else times[time].text for word, time in own.items()}


@pytest.mark.parametrize(
    ("sentence", "trigger", "status", "polarity"),
    [
        ("The colonel defected Saturday.", "defected", Status.OCCURRED, Polarity.POSITIVE),
        ("Nine people have been arrested.", "arrested", Status.OCCURRED, Polarity.POSITIVE),
        ("The council will vote on Sunday.", "vote", Status.PLANNED, Polarity.POSITIVE),
        ("The president did not resign.", "resign", Status.OCCURRED, Polarity.NEGATIVE),
        ("Arvo Kesk claims the count was forged.", "forged", Status.ALLEGED, Polarity.POSITIVE),
        ("Experts predicted that prices would double.", "double", Status.FORECAST, Polarity.POSITIVE),
        ("They would recognise her if the vote was called off.", "recognise", Status.CONDITIONAL, Polarity.POSITIVE),
        ("Crews are searching the bay.", "searching", Status.ONGOING, Polarity.POSITIVE),
        ("The company denied that the ship had been overloaded.", "overloaded", Status.ALLEGED, Polarity.NEGATIVE),
        ("Engineers plan to raise the wreck in May.", "raise", Status.PLANNED, Polarity.POSITIVE),
        ("The minister is expected to visit Skerra on Tuesday.", "visit", Status.PLANNED, Polarity.POSITIVE),
        ("The report is expected this spring.", "expected", Status.PLANNED, Polarity.POSITIVE),
        ("They plan a second march on Saturday.", "march", Status.PLANNED, Polarity.POSITIVE),
        ("She asked people to take to the streets Wednesday.", "take", Status.PLANNED, Polarity.POSITIVE),
        ("The premier could dismiss Fenwick next week.", "dismiss", Status.CONDITIONAL, Polarity.POSITIVE),
        ("The former minister is under investigation.", "is", Status.ONGOING, Polarity.POSITIVE),
        ("The sale, due to be completed next month, was halted.", "completed", Status.PLANNED, Polarity.POSITIVE),
        ("They sold the hull of the ship, due to be launched in May.", "launched", Status.PLANNED, Polarity.POSITIVE),
        ("The agency refused to publish it.", "refused", Status.OCCURRED, Polarity.POSITIVE),
    ],
)
def test_an_event_has_the_status_its_verb_shows(
    read: Read, sentence: str, trigger: str, status: Status, polarity: Polarity
) -> None:
    event = triggers(read(sentence))[trigger]
    assert (event.status, event.polarity) == (status, polarity)


def test_what_became_of_somebody_is_told_whatever_word_of_it_is_taken_for_the_verb(read: Read) -> None:
    (event,) = events(read("Seven people were still missing on Monday."))
    assert (event.status, event.time) == (Status.OCCURRED, 0)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The water is at four degrees.", []),
        ("Maduro has supporters in the army.", []),
        ("They know the mayor and like her.", []),
        ("“I did not see any letter,” the minister said.", ["see"]),
        ("A teacher said that nine people had drowned.", ["drowned"]),
        ("The company denied the accusation.", ["denied"]),
        ("Rosa Lind contributed to this report.", []),
        ("Leave a comment.", []),
        ("The ferry, which is owned by Corran Line, sank.", ["sank"]),
        ("The ferry, built in 1986, sank.", ["built", "sank"]),
        ("The strike led by Otto Rask ended.", ["ended"]),
        ("The town voted, and 85 percent were in favour.", ["voted", "were"]),
        ("One child was among the dead.", ["was"]),
        ("Ten civilians were wounded, as were seven soldiers.", ["wounded", "were"]),
        ("One driver was from Corran.", []),
        ("She spoke of the 2020 Skerra Presidential Election.", ["spoke"]),
        ("She left the party of the 2020 presidential election.", ["left"]),
        ("Rask did not say that he had ordered it.", []),
        ("If the court orders a recount, the meeting could be delayed until July.", ["delayed"]),
        ("She managed to leave the city.", ["managed"]),
        ("She urged the council to vote.", ["urged"]),
        ("She urged the council to vote on Monday.", ["vote"]),
        ("It costs $200.", []),
        ("Prices may rise.", []),
        ("Prices may rise in May.", ["rise"]),
    ],
)
def test_what_happens_is_told_and_what_merely_is_or_is_said_is_not(read: Read, sentence: str, told: list[str]) -> None:
    assert list(triggers(read(sentence))) == told


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The ferry sank Saturday, while rescuers searched the coast.",
            {"sank": "Saturday", "searched": None},
        ),
        ("A harbour official said Friday that nine people had drowned.", {"said": "Friday", "drowned": None}),
        ("Dockers in Oslund ended a 12-day strike on Tuesday.", {"ended": "Tuesday"}),
        (
            "In a video posted to Twitter on Sunday, President Rosa Lind called for new elections.",
            {"called": "Sunday"},
        ),
        (
            "The nations said Saturday they would recognize him if elections weren’t scheduled in eight days.",
            {"said": "Saturday", "recognize": "in eight days"},
        ),
        ("She met the families on Monday and apologised.", {"met": "Monday", "apologised": "Monday"}),
        ("He was arrested and was charged on Monday.", {"arrested": None, "charged": "Monday"}),
        ("A bomb exploded on Friday, killing nine people.", {"exploded": "Friday", "killing": "Friday"}),
        (
            "On Friday, rebels took the town and captured the port, killing nine people.",
            {"took": "Friday", "captured": "Friday", "killing": "Friday"},
        ),
        ("Nine people died when the ferry sank on Saturday.", {"died": "Saturday", "sank": "Saturday"}),
        ("He asked people to join him for a second protest Saturday.", {"join": "Saturday"}),
        ("Venezuela moved Monday to devalue its currency.", {"moved": "Monday"}),
        ("The nations did not recognize the May election.", {"election": "May"}),
        ("The commission said the party had won on Sunday.", {"won": "Sunday"}),
        ("Rask is thought to have left the country last week.", {"left": "last week"}),
        ("Gold rose 2 percent on Thursday, its best day since May.", {"rose": "Thursday"}),
    ],
)
def test_a_time_dates_what_it_hangs_on_and_what_goes_along_with_it(
    read: Read, sentence: str, expected: dict[str, str | None]
) -> None:
    assert dates(read(sentence)) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "A storm on Friday caused a mast to fall, killing two and wounding nine.",
            {"caused": "Friday", "killing": "Friday", "wounding": "Friday"},
        ),
        (
            "The clerk said that on Friday, after calling twice, Kesk walked into the lobby.",
            {"walked": "Friday", "calling": None},
        ),
        ("Next year's contest takes place in Oslund.", {"takes": "Next year"}),
        ("He remembers the 1991 race, in which nine were hurt.", {"hurt": "1991"}),
        ("To save money, in 2018 Kesk sold the mill and left the guild.", {"sold": "2018"}),
        ("Kesk was born in 1920 and studied law.", {"born": "1920"}),
        ("The fare fell to 41 crowns in May, from 96 crowns a year earlier.", {"fell": "May"}),
        ("Kesk leaves office next month on 2 August.", {"leaves": "2 August"}),
        ("They have been waging it for almost 15 years.", {"waging": None}),
    ],
)
def test_a_time_dates_what_it_stands_with_wherever_a_parser_hangs_it(
    read: Read, sentence: str, expected: dict[str, str | None]
) -> None:
    assert {word: time for word, time in dates(read(sentence)).items() if word in expected} == expected


@pytest.mark.parametrize(
    ("sentence", "tells"),
    [
        ("They rescued nine people whose boat sank.", ["rescued", "sank"]),
        ("Kesk was arrested after leaving the guild.", ["arrested", "leaving"]),
        ("The site is currently unreachable.", ["is"]),
        ("Had it happened at noon, many would have died.", ["died"]),
        ("The hall is large.", []),
        ("On Friday, the film had its premiere in Oslund.", ["had"]),
        ("The team had to rebuild their boat.", ["rebuild"]),
        ("Kesk may have left the boat on purpose.", ["left"]),
        ("They did not say whom they would support.", []),
        ("The plan is considered unwise.", []),
    ],
)
def test_clauses_on_nouns_after_others_and_of_the_present_tell_of_events_too(
    read: Read, sentence: str, tells: list[str]
) -> None:
    assert list(triggers(read(sentence))) == tells


def test_the_time_of_speaking_does_not_date_what_was_said(read: Read) -> None:
    found = triggers(read("A harbour official said Friday that nine people had drowned."))
    assert (found["said"].attribution, found["drowned"].attribution) == (None, 0)


@pytest.mark.parametrize(
    ("sentence", "trigger", "participants"),
    [
        (
            "President Arvo Kesk was arrested by General Otto Rask.",
            "arrested",
            {"arvo-kesk": Role.AFFECTED, "otto-rask": Role.AGENT},
        ),
        ("President Arvo Kesk met General Otto Rask.", "met", {"arvo-kesk": Role.AGENT, "otto-rask": Role.AFFECTED}),
        ("President Arvo Kesk left the palace and resigned.", "resigned", {"arvo-kesk": Role.AGENT}),
        (
            "President Arvo Kesk asked General Otto Rask to leave on Monday.",
            "leave",
            {"otto-rask": Role.AGENT},
        ),
        (
            "President Arvo Kesk’s brother resigned.",
            "resigned",
            {"described-president-arvo-kesk-s-brother": Role.AGENT},
        ),
        ("Two gunmen wounded 14.", "wounded", {"described-two-gunmen": Role.AGENT, "described-14": Role.VICTIM}),
        (
            "Otto Rask left. He sued the council.",
            "sued",
            {"otto-rask": Role.AGENT, "described-the-council": Role.TARGET},
        ),
        (
            "Otto Rask told Rosa Lind on Monday that he left.",
            "told",
            {"otto-rask": Role.SPEAKER, "rosa-lind": Role.RECIPIENT},
        ),
        (
            "Rosa Lind gave the council a letter.",
            "gave",
            {"rosa-lind": Role.AGENT, "described-the-council": Role.RECIPIENT},
        ),
        ("“We found nothing,” Otto Rask said.", "found", {"otto-rask": Role.AGENT}),
        ("The council’s boat sank.", "sank", {"described-the-council": Role.MENTIONED}),
        ("Two sailors who fled on Monday were found.", "fled", {"described-two-sailors": Role.AGENT}),
        ("Spain and France met in Oslund. They agreed.", "agreed", {"spain": Role.AGENT, "france": Role.AGENT}),
        ("Six activists flew to Spain.", "flew", {"described-six-activists": Role.AGENT}),
        (
            "Rosa Lind took action to help two divers.",
            "took",
            {"rosa-lind": Role.AGENT, "described-two-divers": Role.MENTIONED},
        ),
        ("Nine people drowned.", "drowned", {"described-nine-people": Role.VICTIM}),
        ("Ohio held its vote on Monday.", "held", {"ohio": Role.AGENT}),
        ("Ohio saw riots on Monday.", "saw", {}),
        ("Britons voted on Friday.", "voted", {"britons": Role.AGENT}),
        (
            "According to the Oslund Courier, the crew arrested Otto Rask on Monday.",
            "arrested",
            {"described-the-crew": Role.AGENT, "otto-rask": Role.AFFECTED},
        ),
        (
            "The crew asked for security adviser Otto Rask's resignation on Monday.",
            "asked",
            {"described-the-crew": Role.SPEAKER, "otto-rask": Role.MENTIONED},
        ),
        (
            "A number of senators condemned the act on Monday.",
            "condemned",
            {"described-a-number-of-senators": Role.SPEAKER},
        ),
        (
            "One of the men who held him was James Ford.",
            "was",
            {"described-the-men": Role.MENTIONED, "james-ford": Role.MENTIONED},
        ),
        (
            "The council thanked the lawyer of Otto Rask on Monday.",
            "thanked",
            {
                "described-the-council": Role.AGENT,
                "described-the-lawyer-of-otto-rask": Role.AFFECTED,
                "otto-rask": Role.MENTIONED,
            },
        ),
        ("The council bought recycled paper on Monday.", "bought", {"described-the-council": Role.AGENT}),
        ("Six states held a vote on Monday.", "held", {"described-six-states": Role.AGENT}),
        ("The council made her president on Monday.", "made", {"described-the-council": Role.AGENT}),
    ],
)
def test_who_takes_part_is_told_by_their_place_in_the_grammar(
    read: Read, sentence: str, trigger: str, participants: dict[str, Role]
) -> None:
    assert dict(triggers(read(sentence))[trigger].participants) == participants


def test_a_heading_is_no_event_for_it_repeats_what_the_text_tells(read: Read) -> None:
    assert events(read("Ferry disaster: the questions")) == ()
    assert list(triggers(read("Ferry sank off Oslund\n\nA ferry was lost."))) == ["lost"]


def test_what_is_asked_is_not_told(read: Read) -> None:
    doc = read("When did the ferry sink? It had sunk by noon. “Did she leave?” a judge asked the crew on Friday.")
    assert list(triggers(doc)) == ["sunk", "asked"]


def test_without_a_parse_there_are_no_events() -> None:
    plain = spacy.blank("en")
    plain.add_pipe("dateline_events")
    assert events(plain("The colonel defected Saturday.")) == ()


@pytest.mark.parametrize("sentence", both_schemes(), ids=lambda sentence: sentence.text[:40])
def test_both_schemes_tell_the_same_events(sentence: Sentence) -> None:
    ud, clear = (Events().match(VerbGroups()(sentence.doc(VOCAB, scheme))) for scheme in SCHEMES)
    assert ud == clear


@settings(deadline=None)
@given(wild_docs())
def test_any_parse_does_no_harm(doc: Doc) -> None:
    for event in Events().match(VerbGroups()(doc)):
        start, end = event.clause
        assert 0 <= start < end <= len(doc)


@pytest.mark.parametrize(
    "part",
    [
        "on Friday he left and ",
        "he said that they said ",
        "Ana and Otto left and went and ",
        "Ana left in May. ",
        "On Friday, six days after the ferry sank, Ana left. ",
        "At noon on Friday Ana left. Hours after the ferry sank she was back. ",
    ],
)
def test_reading_takes_work_in_proportion_to_the_text(read: Read, part: str) -> None:
    def work(size: int) -> int:
        doc = read(part * size)
        return effort(lambda: Events().match(doc))

    work(10)
    assert work(400) < 4.75 * work(100)


def test_a_clause_joined_by_and_happens_on_the_day_of_the_one_before(read: Read) -> None:
    joined = read("A ferry sank off Corran on Saturday and twelve people were killed.")
    assert dates(joined) == {"sank": "Saturday", "killed": "Saturday"}
    apart = read("A ferry sank off Corran on Saturday, but twelve people were saved.")
    assert dates(apart) == {"sank": "Saturday", "saved": None}


def test_what_somebody_says_they_are_going_to_do_is_told_and_rhetoric_is_not(read: Read) -> None:
    found = triggers(read("“I’m going to help Kesk in every way,” Rask told the Post. “We are not going to give up.”"))
    assert found["help"].status is Status.PLANNED
    assert "give" not in found


def speaker_of(doc: Doc, trigger: str) -> str:
    number = triggers(doc)[trigger].attribution
    return "" if number is None else attributions(doc)[number].speaker


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Rask wrote that the plan was late. On Twitter she defended her choice, “The council failed us.”", "failed"),
        ("Rask said the plan “had failed” in Olm, for “the mayor fled the town”.", "failed"),
        ("Rask said the pumps failed, while the crew tried to mend them.", "tried"),
    ],
)
def test_words_in_quotation_marks_and_clauses_on_what_is_said_are_the_speakers(
    read: Read, text: str, trigger: str
) -> None:
    assert speaker_of(read(text), trigger) == "Rask"


@pytest.mark.parametrize("text", ["Rask went on to say that the ferry sank.", "Rask began by saying the ferry sank."])
def test_going_on_to_say_something_is_no_more_than_saying_it(read: Read, text: str) -> None:
    assert list(triggers(read(text))) == ["sank"]


def test_the_present_of_a_story_tells_what_has_occurred(read: Read) -> None:
    found = triggers(read("In March 2015 a clerk is killed at the gate."))
    assert found["killed"].status is Status.OCCURRED


def test_what_will_happen_by_words_of_nobody_known_is_a_forecast(read: Read) -> None:
    found = triggers(read("“The storm will flood the coast.” Crews waited."))
    assert found["flood"].status is Status.FORECAST
