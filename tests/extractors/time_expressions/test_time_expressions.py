import datetime as dt
import json
from collections.abc import Callable

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from extractors.events import events
from extractors.time_expressions.records import KEY, time_expressions
from timeline.dates.resolve import resolve
from timeline.dates.resolving.context import Context
from timeline.meanings import Meaning
from timeline.meanings.composed import Bounded, Clock, PartOfDay, PartOfPeriod, Range
from timeline.meanings.counted import MonthOf, Period, Shift, Trailing, Weekday
from timeline.meanings.named import CalendarDate, Decade, Season
from timeline.meanings.placeless import Duration, Recurring, Vague
from timeline.meanings.units import Anchor, DayPart, Edge, Reference, Unit
from timeline.model import Basis, Published, Sense
from timeline.when import Bound

Read = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("sentence", "text", "meaning"),
    [
        ("The envoy left Saturday.", "Saturday", Weekday(5)),
        ("They met on Wednesday night.", "Wednesday night", PartOfDay(DayPart.NIGHT, Weekday(2))),
        ("She resigned last week.", "last week", Period(Unit.WEEK, -1)),
        ("In the last week, 40 people fled.", "the last week", Trailing(-1, Unit.WEEK)),
        ("Prices rose in the past two months.", "the past two months", Trailing(-2, Unit.MONTH)),
        ("The vote is in eight days.", "in eight days", Shift(8, Unit.DAY)),
        ("It opened a week ago.", "a week ago", Shift(-1, Unit.WEEK)),
        ("It closed twenty-five days ago.", "twenty-five days ago", Shift(-25, Unit.DAY)),
        ("He called three days later.", "three days later", Shift(3, Unit.DAY, Anchor.NARRATIVE)),
        ("She left the day before.", "the day before", Shift(-1, Unit.DAY, Anchor.NARRATIVE)),
        ("It was signed on January 28, 2019.", "January 28, 2019", CalendarDate(2019, 1, 28)),
        ("It was signed on 26 Jan. 2018.", "26 Jan. 2018", CalendarDate(2018, 1, 26)),
        ("It was signed on 2019-01-28.", "2019-01-28", CalendarDate(2019, 1, 28)),
        ("It was signed on 28/1/2019.", "28/1/2019", CalendarDate(2019, 1, 28)),
        ("It was signed on 26 January, 2018.", "26 January, 2018", CalendarDate(2018, 1, 26)),
        ("It was signed on Friday, January 26.", "Friday, January 26", CalendarDate(None, 1, 26, 4)),
        ("They met on 3-5 May 2018.", "3-5 May 2018", Range(CalendarDate(2018, 5, 3), CalendarDate(2018, 5, 5))),
        ("They met on 6 and 7 June.", "6 and 7 June", Range(CalendarDate(None, 6, 6), CalendarDate(None, 6, 7))),
        ("She served 1990-1994.", "1990-1994", Range(CalendarDate(1990), CalendarDate(1994))),
        ("It sank two hundred years ago.", "two hundred years ago", Shift(-200, Unit.YEAR)),
        ("He was elected in May.", "May", CalendarDate(None, 5)),
        ("It begins May 20-22.", "May 20-22", Range(CalendarDate(None, 5, 20), CalendarDate(None, 5, 22))),
        ("It fell in 2019.", "2019", CalendarDate(2019)),
        ("It began in the early 1990s.", "the early 1990s", PartOfPeriod(Edge.START, Decade(1990))),
        ("Sales fell last May.", "last May", MonthOf(5, -1)),
        ("They moved in the spring of 2018.", "the spring of 2018", Season(21, 2018)),
        ("It lasted from Friday to Monday.", "Friday to Monday", Range(Weekday(4), Weekday(0))),
        ("He has been held since Friday.", "Friday", Range(start=Weekday(4))),
        (
            "It is due by the end of the year.",
            "the end of the year",
            Bounded(Bound.BY, PartOfPeriod(Edge.END, Period(Unit.YEAR, 0))),
        ),
        (
            "It was drawn between 1990 and 1994.",
            "1990 and 1994",
            Bounded(Bound.BETWEEN, Range(CalendarDate(1990), CalendarDate(1994))),
        ),
        ("The siren rang at 8:30 p.m. Friday.", "8:30 p.m. Friday", Clock(20, 30, Weekday(4))),
        ("They waited for two years.", "two years", Duration(Unit.YEAR, 2)),
        ("It was the worst flood in a decade.", "a decade", Duration(Unit.DECADE, 1)),
        ("The council meets every Tuesday.", "every Tuesday", Recurring(Unit.WEEK, 1)),
        ("A monthly wage is paid.", "monthly", Recurring(Unit.MONTH)),
        ("This is what today moves the young.", "today", Vague(Reference.PRESENT)),
        ("The envoy left today.", "today", Period(Unit.DAY, 0)),
    ],
)
def test_an_expression_is_found_with_its_meaning(read: Read, sentence: str, text: str, meaning: Meaning) -> None:
    assert [(e.text, e.meaning) for e in time_expressions(read(sentence))] == [(text, meaning)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Some 84% of the voters may march.",
        "It costs $2019 in cash.",
        "About 2,000 people came, and 1500 people left.",
        "The Women's March drew a crowd.",
        "He was elected for a second term.",
        "The sun sat on the hill.",
        "April Hale spoke to Brother June Marsh.",
        "The Daily Gazette hired him.",
        "Water rose from the spring.",
        "They won 3-2 and flew on flight 1984.",
        "Give me a second, may I?",
        "The film “Black Sunday” won the prize.",
        "The novel “August” is short.",
        "The 7 July Foundation will close.",
        "Visitors to the 25 April Bridge fled.",
        "The October Revolution Museum is shut.",
        "The February Revolution began with a strike.",
    ],
)
def test_what_is_no_time_is_left_alone(read: Read, sentence: str) -> None:
    assert time_expressions(read(sentence)) == ()


@pytest.mark.parametrize(
    ("sentence", "sense", "likelier"),
    [
        ("The colonel defected Saturday.", Sense.PAST, None),
        ("On Friday the observatory pegged the toll at 29.", Sense.PAST, None),
        ("The council will meet Saturday.", Sense.FUTURE, None),
        ("He has been held since Friday.", Sense.PAST, None),
        ("The curfew stays until Friday.", Sense.FUTURE, None),
        ("The trial was postponed until Monday.", Sense.EITHER, Sense.FUTURE),
        ("The curfew lasted until Friday.", Sense.EITHER, Sense.PAST),
        ("She asked people to take to the streets Wednesday.", Sense.EITHER, Sense.FUTURE),
        ("She has asked people to take to the streets Wednesday.", Sense.FUTURE, None),
        ("They would leave Wednesday.", Sense.EITHER, Sense.FUTURE),
        ("He said the hearing would be held Monday.", Sense.EITHER, Sense.FUTURE),
        ("The vote is next January 3.", Sense.FUTURE, None),
        ("The vote will be held on Saturday.", Sense.FUTURE, None),
        ("The unions called a strike for Friday.", Sense.EITHER, Sense.FUTURE),
        ("The unions have called a strike for Friday.", Sense.FUTURE, None),
        ("The ban, starting on Tuesday, was declared by the council.", Sense.EITHER, Sense.FUTURE),
        ("The vote was Saturday.", Sense.PAST, None),
        ("A quiet Saturday in the hills.", Sense.EITHER, Sense.PAST),
        ("The minister is scheduled to speak Thursday.", Sense.FUTURE, None),
        ("The minister was scheduled to speak Thursday.", Sense.EITHER, Sense.FUTURE),
        ("They plan a second march on Saturday.", Sense.FUTURE, None),
        ("The results are expected Sunday.", Sense.FUTURE, None),
        ("He could be released Friday.", Sense.FUTURE, None),
        ("Police tried to clear the square Sunday.", Sense.PAST, None),
        ("If they leave Friday, the talks will end.", Sense.FUTURE, None),
        ("The store opens Monday.", Sense.FUTURE, None),
        ("The store looks busy Monday.", Sense.EITHER, Sense.FUTURE),
        ("The nations did not recognize the May election.", Sense.PAST, None),
        ("Half of the town voted in Sunday’s election.", Sense.PAST, None),
        ("During the vote on Tuesday, Rask left the hall.", Sense.PAST, None),
        ("The council discussed Monday’s vote.", Sense.EITHER, Sense.PAST),
    ],
)
def test_what_a_time_hangs_on_gives_the_direction_or_leaves_it_open(
    read: Read, sentence: str, sense: Sense, likelier: Sense | None
) -> None:
    (expression,) = time_expressions(read(sentence))
    assert expression.direction.sense is sense
    assert likelier is None or expression.direction.likelier is likelier
    assert expression.direction.because


@pytest.mark.parametrize(
    ("sentence", "because"),
    [
        ("The colonel defected Saturday.", "“defected” is past"),
        ("Divers will resume the search on Monday.", "“resume” lies ahead"),
        ("The parliament is due to meet on June 6.", "“due” looks ahead"),
        (
            "He called for the people to take to the streets Wednesday.",
            "“called for” looked ahead from a time that is past",
        ),
        ("He has been held since Friday.", "“since” counts from the past"),
    ],
)
def test_the_words_that_decide_the_direction_are_named(read: Read, sentence: str, because: str) -> None:
    (expression,) = time_expressions(read(sentence))
    assert expression.direction.because == because


def test_without_a_parse_only_the_words_themselves_give_a_direction() -> None:
    plain = spacy.blank("en")
    plain.add_pipe("sentencizer")
    plain.add_pipe("dateline_time_expressions")
    found = time_expressions(plain("The envoy left Saturday. He has been held since Friday. They meet next May 3."))
    assert [one.direction.sense for one in found] == [Sense.EITHER, Sense.PAST, Sense.FUTURE]
    assert found[0].direction.because == "no parse shows a direction"


def test_the_component_works_alone_on_any_pipeline_with_sentences() -> None:
    plain = spacy.blank("en")
    plain.add_pipe("sentencizer")
    plain.add_pipe("dateline_time_expressions")
    doc = plain("The envoy left Saturday. She stayed until May.")
    assert [(span.text, span.label_) for span in doc.spans[KEY]] == [("Saturday", "DATE"), ("May", "DATE")]
    assert doc.spans[KEY][0]._.time_meaning == {"means": "weekday", "day": 5}


def test_findings_survive_the_serialization_of_the_doc(nlp: Language) -> None:
    doc = nlp("“The ferry sank Saturday,” Mayor Rosa Lind said Sunday.")
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert time_expressions(again) == time_expressions(doc)
    assert events(again) == events(doc)
    assert json.dumps(again._.dateline_events)


def test_adversarial_runs_of_temporal_words_are_read(read: Read) -> None:
    doc = read("last next Monday May 2019 in the of " * 2_000)
    assert len(time_expressions(doc)) > 1_000


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("The bridge will open in two years.", "in two years", "DATE"),
        ("She said the bridge would open in two years.", "in two years", "DATE"),
        ("The bridge was built in two years.", "two years", "DURATION"),
        ("Rebels killed 300 people in three days.", "three days", "DURATION"),
        ("The next two years will be hard.", "The next two years", "DURATION"),
        ("She won it the next year.", "the next year", "DATE"),
        ("The yard has not had an order in about a decade.", "about a decade", "DURATION"),
    ],
)
def test_in_so_long_lies_ahead_or_is_how_long_it_took(nlp: Language, text: str, words: str, kind: str) -> None:
    assert [(one.text, one.type.value) for one in time_expressions(nlp(text))] == [(words, kind)]


def test_a_stretch_told_as_past_is_never_laid_ahead_of_publication(nlp: Language) -> None:
    (one,) = time_expressions(nlp("She spent the next two years in jail."))

    assert one.meaning == Duration(Unit.YEAR, 2)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It began at three o’clock in the morning.", "three o’clock in the morning"),
        ("It began at 8 in the evening.", "8 in the evening"),
        ("Following Wednesday's leak they quit.", "Wednesday"),
        ("The beginning of Saturday night's debate was loud.", "The beginning of Saturday night"),
        ("It will open by month's end.", "month's end"),
    ],
)
def test_an_expression_has_all_of_its_words_and_no_more(nlp: Language, text: str, words: str) -> None:
    assert [one.text for one in time_expressions(nlp(text))] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "He died on a Saturday in 1990.",
        "On a recent Saturday she left.",
        "One Saturday, two men came.",
        "He left on a Saturday morning.",
    ],
)
def test_some_day_of_a_name_is_no_day_near_publication(nlp: Language, text: str) -> None:
    first = time_expressions(nlp(text))[0]
    when = resolve(first.meaning, Context(Published(dt.date(2019, 1, 28), Basis.PERSON), first.direction))

    assert "Saturday" in first.text
    assert when.is_open


def test_a_day_that_says_which_meeting_is_the_one_near_publication(nlp: Language) -> None:
    (one,) = time_expressions(nlp("She spoke at a Saturday meeting."))

    assert one.meaning == Weekday(5)


def test_the_first_end_of_a_span_has_the_year_that_is_named_once(nlp: Language) -> None:
    (one,) = time_expressions(nlp("Between March and June 1918 the line moved."))

    assert [end.meaning for end in one.ends] == [CalendarDate(1918, 3), CalendarDate(1918, 6)]


@pytest.mark.parametrize(
    ("text", "sense"),
    [
        ("The coach was due at noon on Monday but came at 3 p.m.", Sense.PAST),
        ("The coach was due on Monday but was put off in May.", Sense.EITHER),
        ("The coach was due on Monday but the drivers struck at noon.", Sense.EITHER),
    ],
)
def test_when_something_was_due_is_past_where_what_came_of_it_is_told(nlp: Language, text: str, sense: Sense) -> None:
    assert time_expressions(nlp(text))[0].direction.sense is sense
