import datetime as dt
from functools import partial

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from extractors.typed_dates.reading import read_in_haste
from tests.timeline.builders import MONDAY, by_metadata, person, reading
from tests.timeline.test_collection import build, edit
from timeline.collection import Timeline
from timeline.edits import EditKind
from timeline.logs.log import Log
from timeline.model import Polarity, Status
from timeline.query import QueryError, parse, select, term, without_bad_terms

STORY = reading(
    "Silva defected Saturday.",
    "Guaidó declared himself “president” last week.",
    "Nobody said\nwhen it rained.",
    published=by_metadata(MONDAY),
    publisher="CNN",
    title="Unrest",
    actors=[person("Guaidó", "Juan Guaido", titles=["President"])],
)
RUMOUR = reading(
    "Silva will defect today.",
    "Guaidó slept.",
    published=by_metadata(MONDAY + dt.timedelta(days=30)),
    publisher="AFP",
    speaker="UN official",
    status=Status.PLANNED,
    polarity=Polarity.NEGATIVE,
    name="afp-7",
)
SILVA, GUAIDO, RAIN = (assertion.event for assertion in STORY.assertions)
TODAY, SLEPT = (assertion.event for assertion in RUMOUR.assertions)


@pytest.fixture(scope="module")
def timeline() -> Timeline:
    edits = [
        edit(EditKind.STAR, SILVA, number=1),
        edit(EditKind.HIDE, SLEPT, number=2),
        edit(EditKind.NOTE, RAIN, "Ask Reuters", 3),
        edit(EditKind.DATE, RAIN, "[2018-05-01,2017]", 4),
        edit(EditKind.STAR, GUAIDO, "", 5),
        edit(EditKind.PLACE, SILVA, "Port of Ansel", 6),
        replace(edit(EditKind.TAG, TODAY, number=7), part="harbour inquiry"),
        edit(EditKind.REVIEW, GUAIDO, "accepted", 8),
        edit(EditKind.REVIEW, SLEPT, "rejected", 9),
    ]
    return build([STORY, RUMOUR], edits)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [SILVA, GUAIDO, RAIN, TODAY]),
        ("   ", [SILVA, GUAIDO, RAIN, TODAY]),
        ("silva", [SILVA, TODAY]),
        ("SILVA DEFECTED", [SILVA]),
        ("guaido", [GUAIDO]),
        ("juan", [GUAIDO]),
        ('"said when it"', [RAIN]),
        ("reuters", [RAIN]),
        ("cnn", [SILVA, GUAIDO, RAIN]),
        ("-silva", [GUAIDO, RAIN]),
        ("--silva", [SILVA, TODAY]),
        ("- silva", [GUAIDO, RAIN]),
        ("silva|rained", [SILVA, RAIN, TODAY]),
        ("silva or rained", [SILVA, RAIN, TODAY]),
        ("silva OR rained", [SILVA, RAIN, TODAY]),
        ('silva "or" rained', []),
        ("(silva or rained) -is:planned", [SILVA, RAIN]),
        ("-(silva or rained)", [GUAIDO]),
        ("silva saturday or is:planned today", [SILVA, TODAY]),
        ("actor:guaido", [GUAIDO]),
        ("actor:JUAN|nobody", [GUAIDO]),
        ("actor:president", [GUAIDO]),
        ("ACTOR:guaido", [GUAIDO]),
        ("actor:silva", []),
        ("actor: guaido", [GUAIDO]),
        ('said:"un off"', [TODAY]),
        ("said:cnn", []),
        ("source:cnn", [SILVA, GUAIDO, RAIN]),
        ("source:AFP", [TODAY]),
        ("source:afp-7", [TODAY]),
        ("source:official", [TODAY]),
        ("source:unrest", [SILVA, GUAIDO, RAIN]),
        ("-source:cnn", [TODAY]),
        ("date:2019-01-26", [SILVA, GUAIDO]),
        ("date:2019-01-25", [GUAIDO]),
        ("date:2019-01-26..28", [SILVA, GUAIDO]),
        ("date:2019-01..02", [SILVA, GUAIDO, TODAY]),
        ("date:2019-01-26..02-27", [SILVA, GUAIDO, TODAY]),
        ("date:2019-02..", [TODAY]),
        ("date:..2018", [RAIN]),
        ("date:2017", [RAIN]),
        ("date:2017|2019-02", [RAIN, TODAY]),
        ("date:2018..20", [SILVA, GUAIDO, RAIN, TODAY]),
        ("is:starred", [SILVA]),
        ("is:hidden", [SLEPT]),
        ("is:hidden|starred", [SILVA, SLEPT]),
        ("-is:hidden", [SILVA, GUAIDO, RAIN, TODAY]),
        ("is:undated is:hidden", [SLEPT]),
        ("is:undated", []),
        ("is:uncertain", [RAIN]),
        ("is:planned", [TODAY]),
        ("is:occurred", [SILVA, GUAIDO, RAIN]),
        ("is:denied", [TODAY]),
        ("is:edited", [SILVA, GUAIDO, RAIN, TODAY]),
        ("is:accepted|rejected", [GUAIDO, SLEPT]),
        ("is:unreviewed", [SILVA, RAIN, TODAY]),
        ("is:added", []),
        ("place:ansel", [SILVA]),
        ("ansel", [SILVA]),
        ("tag:harbour", [TODAY]),
        ("tag:inquiry", []),
        ("inquiry", [TODAY]),
        ("prec:day", [SILVA, RAIN, TODAY]),
        ("prec:week", [GUAIDO]),
        ("prec:<=week", [SILVA, GUAIDO, RAIN, TODAY]),
        ("prec:>day", [GUAIDO]),
        ("prec:day|week", [SILVA, GUAIDO, RAIN, TODAY]),
        ("trust:>=0", [SILVA, GUAIDO, RAIN, TODAY]),
        ("trust:1", [GUAIDO, RAIN]),
        ("trust:>100%", []),
        ("seen:1", [SILVA, GUAIDO, RAIN, TODAY]),
        ("seen:>1", []),
    ],
)
def test_a_filter_finds(timeline: Timeline, text: str, found: list[str]) -> None:
    assert {entry.id for entry in select(timeline, text)} == set(found)


@pytest.mark.parametrize(
    ("text", "part", "reason"),
    [
        ('said "UN off', '"UN off', "the quotation mark is not closed"),
        ("(silva", "", "the parenthesis is not closed"),
        ("silva)", ")", "there is no “(” before this"),
        ("()", ")", "a term is missing here"),
        ("silva or", "", "a term is missing here"),
        ("or silva", "or", "a term is missing here"),
        ("silva|", "", "a word is missing here"),
        ("a | | b", "|", "a word is missing here"),
        ("-", "", "a word is missing here"),
        ("actor:", "", "something after “actor:” is missing here"),
        ('actor:""', '""', "there is nothing between the quotation marks"),
        (
            "mood:<.8",
            "mood:",
            "there is no field “mood:”, only actor: said: source: place: tag: date: is: prec: trust: seen:",
        ),
        ("trust:high", "high", "trust: “high” is no number"),
        ("trust:<-1", "<-1", "trust: “-1” is no number from 0 on"),
        ("seen:nan", "nan", "seen: “nan” is no number"),
        ("prec:fortnight", "fortnight", "prec: “fortnight” is not one of time, day"),
        ("silva @late", "@late", "there is no view “@late”: none is kept yet"),
        ("silva date:2019-13", "2019-13", "date: “2019-13” has no month 13"),
        ("date:2019-01|soon", "soon", "date: “soon” is no date that we can read"),
        ("date:..", "..", "date: "),
        ("date:03/04/2019", "03/04/2019", "date: “03/04/2019” could be Wed 3 Apr 2019 or Mon 4 Mar 2019"),
        ('date:"3 weeks ago"', '"3 weeks ago"', "date: “3 weeks ago” needs a date to count from"),
        ("date:3 ferries", "3", "date: “3” is not a date such as"),
        ("before:mar 2017 ferry", "before:mar 2017", "type date:before mar 2017: there is no field “before:” ("),
        ("since:", "since:", "type date:since 2019: there is no field “since:” ("),
        ('date:"26 janvier 2019"', '"26 janvier 2019"', "date: “26 janvier 2019” is no date that is read here"),
        ("is:starred|gone", "gone", "is: “gone” is not one of starred, hidden"),
        ("is:new", "new", "is: nobody has told what is new here"),
        ("is:doubled", "doubled", "is: nobody has told what may be one here"),
        ("(" * 60, "(", "there are too many parentheses"),
    ],
)
def test_a_filter_that_makes_no_sense_says_where_and_why(text: str, part: str, reason: str) -> None:
    with pytest.raises(QueryError) as refused:
        parse(text, partial(read_in_haste, anchor=None))
    error = refused.value
    assert error.reason.startswith(reason)
    assert text[error.start : error.end] == part


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("is:new", [TODAY]),
        ("-is:new", [SILVA, GUAIDO, RAIN]),
        ("is:new|starred", [SILVA, TODAY]),
        ("is:new|hidden", [TODAY, SLEPT]),
        ("@fresh", [TODAY]),
    ],
)
def test_what_is_new_is_what_the_new_articles_tell(timeline: Timeline, text: str, found: list[str]) -> None:
    query = parse(text, views={"fresh": "is:new"}, new={RUMOUR.article.id})
    assert {entry.id for entry in query.select(timeline)} == set(found)
    assert {entry.id for entry in timeline.entries if query.matches(entry, timeline)} == set(found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("is:doubled", [SILVA, TODAY]),
        ("-is:doubled", [GUAIDO, RAIN]),
        ("is:doubled silva -date:2019-01", [TODAY]),
        ("@twice", [SILVA, TODAY]),
    ],
)
def test_what_may_be_one_is_what_is_told_of_the_timeline(timeline: Timeline, text: str, found: list[str]) -> None:
    query = parse(
        text, views={"twice": "is:doubled"}, doubles=lambda asked: {SILVA, TODAY} if asked is timeline else set()
    )
    assert {entry.id for entry in query.select(timeline)} == set(found)
    assert {entry.id for entry in timeline.entries if query.matches(entry, timeline)} == set(found)


PIECES = [
    "a",
    "Guaidó",
    '"',
    "(",
    ")",
    "|",
    "-",
    " ",
    "or",
    ":",
    "actor:",
    "date:",
    "is:",
    "hidden",
    "2019",
    "-01",
    "..",
]


@given(
    st.text()
    | st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
    | st.text("0123456789-./XT~?%[],").map("date:{}".format)
)
@example("date:9999-12..")
@example("date:0000")
@example("date:" + "9" * 5000)
def test_every_text_is_a_filter_or_an_error_inside_it(text: str) -> None:
    wrong = None
    try:
        query = parse(text)
        assert query.describe()
        query.select(build([STORY, RUMOUR]))
    except QueryError as error:
        wrong = error
    assert wrong is None or (wrong.reason and 0 <= wrong.start <= wrong.end <= len(text))


def test_a_filter_of_a_million_blanks_is_read_in_proportion() -> None:
    # Read in the square of its length, it would take hours.
    assert parse(" \n\t" * 300_000 + "ferry").describe() == "mentions “ferry”"
    assert parse(" \n\t" * 300_000).terms == ()


@given(st.text())
def test_the_term_made_of_any_name_can_be_read(name: str) -> None:
    if term("actor", name) != 'actor:""':
        assert len(parse(term("actor", name)).terms) == 1


def test_matching_one_entry_agrees_with_selecting(timeline: Timeline) -> None:
    for text in ("", "silva", "is:hidden", "-cnn or date:2017"):
        query = parse(text)
        assert tuple(e for e in timeline.entries if query.matches(e, timeline)) == select(timeline, text)


def test_a_changed_note_is_found_and_the_old_one_is_not() -> None:
    before = build([STORY])
    assert select(before, "reuters") == ()
    after = before.with_edits(Log([edit(EditKind.NOTE, RAIN, "reuters")]), RAIN)
    assert [entry.id for entry in select(after, "reuters")] == [RAIN]
    assert select(before, "reuters") == ()


def test_a_filter_is_told_in_words() -> None:
    query = parse('killed actor:guaido|maduro -source:cnn date:2019-01 (is:planned or said:"UN official")')
    assert query.describe() == (
        "mentions “killed”, with “guaido” or “maduro”, not from “cnn”, Jan 2019, (planned or said by “UN official”)"
    )
    assert parse("").describe() == "all events"


@pytest.mark.parametrize(
    ("text", "found", "readings"),
    [
        ('date:"last week"', [SILVA, GUAIDO], (("last week", "21–27 Jan 2019"),)),
        ('date:"26 jan 2019"', [SILVA, GUAIDO], (("26 jan 2019", "Sat 26 Jan 2019"),)),
        ('date:"before 2018"', [RAIN], (("before 2018", "until 2017"),)),
        ('date:"3 years ago"|2017', [RAIN], (("3 years ago", "2016"),)),
        ("date:2017", [RAIN], ()),
        ('-date:"since 2019"', [RAIN], (("since 2019", "since 2019"),)),
    ],
)
def test_a_date_in_words_counts_from_the_day_of_asking_and_its_reading_is_told(
    timeline: Timeline, text: str, found: list[str], readings: tuple[tuple[str, str], ...]
) -> None:
    query = parse(text, partial(read_in_haste, anchor=dt.date(2019, 1, 28)))
    assert {entry.id for entry in query.select(timeline)} == set(found)
    assert query.readings == readings


@pytest.mark.parametrize(
    ("text", "told", "readings"),
    [
        ("date:mar 2017", "Mar 2017", ["mar 2017"]),
        ("date: mar 2017", "Mar 2017", ["mar 2017"]),
        ('date:"mar 2017"', "Mar 2017", ["mar 2017"]),
        ("date:3 mar 2017 ferry", "Fri 3 Mar 2017, mentions “ferry”", ["3 mar 2017"]),
        ("date:Mar 3, 2017 is:starred", "Fri 3 Mar 2017, starred", ["Mar 3, 2017"]),
        ("-(date:before mar 2017)", "not until Feb 2017", ["before mar 2017"]),
        ("date:since last march", "since Mar 2018", ["since last march"]),
        ("date:the first monday of may 2019", "Mon 6 May 2019", ["the first monday of may 2019"]),
        ("date:12 - 15 mar 2017", "12–15 Mar 2017", ["12 - 15 mar 2017"]),
        ("date:mar 2017|apr 2017", "Mar 2017 or Apr 2017", ["mar 2017", "apr 2017"]),
        ("date:last week or ferry", "(21–27 Jan 2019 or mentions “ferry”)", ["last week"]),
        ("date:2017 or ferry", "(2017 or mentions “ferry”)", []),
        ("date:2017 or date:2018", "(2017 or 2018)", []),
        ("date:2019 - silva", "2019, not mentions “silva”", []),
        ("date:2019 12 dead", "2019, mentions “12”, mentions “dead”", []),
        ('date:2019 "may"', "2019, mentions “may”", []),
        ("date:mar 2017 source:cnn", "Mar 2017, from “cnn”", ["mar 2017"]),
    ],
)
def test_words_behind_a_field_that_make_one_date_are_one(text: str, told: str, readings: list[str]) -> None:
    query = parse(text, partial(read_in_haste, anchor=dt.date(2019, 1, 28)))
    assert query.describe() == told
    assert [typed for typed, _ in query.readings] == readings


@pytest.mark.parametrize(
    ("text", "part", "reason"),
    [
        (
            "silva date:2019 mar ferry",
            "2019 mar",
            "date: “2019 mar” is no date that is read here; type it as 26 jan 2019",
        ),
        ("date:31 feb 2019", "31 feb 2019", "date: “31 feb 2019” is not in the calendar"),
        ("date:mar 32 2017", "mar 32", "date: “mar 32” is no date that is read here"),
        ("date:2017 or 2018 ferry", "2018", "date: type date:2018 behind “or”"),
        ("date:mar 2017 or apr 2017", "apr 2017", "date: type date:apr 2017 behind “or”"),
        ("date:feb|mar 2017", "feb", "date: “feb” has no year; type one, as in mar 2017|apr 2017"),
    ],
)
def test_what_looks_like_more_of_a_date_is_never_a_word_beside_another_one(text: str, part: str, reason: str) -> None:
    with pytest.raises(QueryError) as refused:
        parse(text, partial(read_in_haste, anchor=dt.date(2019, 1, 28)))
    assert refused.value.reason.startswith(reason)
    assert text[refused.value.start : refused.value.end] == part


@pytest.mark.parametrize("text", ["date:2019 mar", "before:mar 2017", "date:31 feb 2019"])
def test_no_part_of_a_date_that_is_refused_is_looked_for_as_a_word(text: str) -> None:
    query, wrong = without_bad_terms(f"{text} harbour", partial(read_in_haste, anchor=dt.date(2019, 1, 28)))
    assert query.describe() == "mentions “harbour”"
    assert wrong is not None


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("harbour is:plan", "harbour"),
        ("is:plan harbour", "harbour"),
        ("harbour or", "harbour"),
        ("harbour -", "harbour"),
        ('harbour said:"Tom', "harbour"),
        ("harbour date:2019-13", "harbour"),
        ("is:", ""),
        ("(", ""),
    ],
)
def test_a_term_that_is_wrong_or_unfinished_lets_everything_through(text: str, left: str) -> None:
    query, wrong = without_bad_terms(text)
    assert query.describe() == parse(left).describe()
    assert wrong is not None


def test_what_was_rejected_is_left_out_until_a_filter_asks_for_it() -> None:
    timeline = build([STORY], [edit(EditKind.REVIEW, RAIN, "rejected", 1)])
    assert {entry.id for entry in select(timeline, "")} == {SILVA, GUAIDO}
    assert {entry.id for entry in select(timeline, "is:rejected")} == {RAIN}
    assert not select(timeline, "rained")


DATES = """
2019-01-26 2019-01 2018 201X ../2019-02 2019-01-27/.. -0044-03-15 [2018-12-31,2019-02] Y12000 2019-02-01/2019-05
""".split()
PERIODS = "2019-01 2019-01-26 -0050/-0001 ../2018 2019-02/.. 0001/9999 Y11000/Y13000 2018-06|2019-02".split()


@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.parametrize("words", ["date:{}", "-date:{}", "date:{} or is:starred", "silva date:{}", "(date:{} guaido)"])
def test_all_at_once_a_filter_lets_through_what_it_does_one_by_one(period: str, words: str) -> None:
    texts = [f"Silva met Guaido {number}." for number in range(len(DATES) + 1)]
    story = reading(*texts, published=by_metadata(MONDAY), actors=[person("Guaido")])
    edits = [edit(EditKind.DATE, story.events[at].id, date, at) for at, date in enumerate(DATES, 1)]
    timeline = build([story], edits)
    query = parse(words.format(period))
    assert query.select(timeline) == tuple(entry for entry in timeline.entries if query.matches(entry, timeline))


VIEWS = {"doubtful": "is:uncertain|undated", "silva": "silva -@doubtful", "loop": "@loop", "hidden": "is:hidden"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("@doubtful", [RAIN]),
        ("@Silva", [SILVA, TODAY]),
        ("-@silva", [GUAIDO, RAIN]),
        ("@silva is:planned", [TODAY]),
        ("@silva or @doubtful", [SILVA, RAIN, TODAY]),
        ("@hidden", [SLEPT]),
    ],
)
def test_a_view_is_the_filter_that_was_kept_under_its_name(timeline: Timeline, text: str, found: list[str]) -> None:
    assert {entry.id for entry in parse(text, views=VIEWS).select(timeline)} == set(found)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("@late", "there is no view “@late”: @doubtful @silva @loop @hidden (in quotation marks it is a word)"),
        ("@loop", "@loop: there is no view “@loop”: @doubtful @silva @hidden (in quotation marks it is a word)"),
    ],
)
def test_a_view_that_is_not_there_or_stands_in_itself_is_refused(text: str, reason: str) -> None:
    with pytest.raises(QueryError) as refused:
        parse(text, views=VIEWS)
    assert refused.value.reason == reason


def test_what_is_looked_for_as_words_is_known_so_that_it_can_be_marked() -> None:
    assert parse('silva -rain actor:guaido "last week"|today @silva', views=VIEWS).words == (
        "silva", "last week", "today", "silva",
    )  # fmt: skip


def test_what_is_pasted_by_mistake_is_refused_before_it_is_understood() -> None:
    pasted = "word " * 200_000
    with pytest.raises(QueryError, match="1,000 words"):
        parse(pasted)
    query, wrong = without_bad_terms(pasted)
    assert (query.terms, wrong and wrong.reason) == ((), "a filter has 1,000 words at most")
