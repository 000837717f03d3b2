"""How surely an event is told: what decides its status, rule by rule, and the reason that is kept with it."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.events.component import events
from timeline.model import Polarity, Status

Read = Callable[[str], Doc]


def told(doc: Doc, trigger: str) -> tuple[Status, str]:
    """Status and rule of the event that a word tells."""
    found = next(one for one in events(doc) if doc[one.trigger[0]].text == trigger)
    return found.status, found.status_because.rule.removeprefix("status.")


def because(doc: Doc, trigger: str) -> str:
    return next(one.status_because.says for one in events(doc) if doc[one.trigger[0]].text == trigger)


@pytest.mark.parametrize(
    ("sentence", "trigger"),
    [
        ("The office does dozens if not hundreds of interviews.", "does"),
        ("Asked if she believed it on Monday, she laughed.", "laughed"),
        ("The town had roads closed last night.", "closed"),
    ],
)
def test_not_every_if_or_had_sets_a_condition(read: Read, sentence: str, trigger: str) -> None:
    doc = read(sentence)
    assert all(one.status is not Status.CONDITIONAL for one in events(doc)), trigger


@pytest.mark.parametrize(
    ("sentence", "trigger", "status"),
    [
        ("Mayor Rosa Lind said the council should declare an emergency.", "declare", Status.PLANNED),
        ("The ferry should arrive on Monday.", "arrive", Status.FORECAST),
        ("The town voted, and 85 percent were in favour.", "were", Status.OCCURRED),
        ("One child was among the dead.", "was", Status.OCCURRED),
        ("Some 120 guests were in the hotel.", "were", Status.OCCURRED),
    ],
)
def test_what_somebody_calls_for_is_planned_and_shares_are_found_out(
    read: Read, sentence: str, trigger: str, status: Status
) -> None:
    assert told(read(sentence), trigger)[0] is status


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The judge jailed him on Friday for driving a car into the crowd.", Status.OCCURRED),
        ("Critics blamed him for driving a car into the crowd.", Status.ALLEGED),
    ],
)
def test_what_somebody_is_judged_for_is_a_fact_and_what_they_are_blamed_for_is_not(
    read: Read, sentence: str, status: Status
) -> None:
    assert told(read(sentence), "driving")[0] is status


@pytest.mark.parametrize(
    ("sentence", "trigger", "rule"),
    [
        ("If the council votes against her, the mayor will resign on Monday.", "resign", "condition"),
        ("Unless it rains, the ferry will leave on Monday.", "leave", "condition"),
        ("Had it happened on Monday, hundreds would have died.", "died", "condition"),
        ("The bridge would have collapsed on Monday.", "collapsed", "unreal"),
        ("The museum would have to close on Monday.", "close", "unreal"),
        ("Lind said selling the ferry would not save the firm.", "save", "unreal"),
        ("The talks could still resume in May.", "resume", "possible"),
        ("The vote may be delayed until July.", "delayed", "possible"),
        ("Monday saw a vote on the deal, potentially ending the strikes in May.", "ending", "possible"),
    ],
)
def test_what_hangs_on_something_or_is_merely_possible_is_conditional(
    read: Read, sentence: str, trigger: str, rule: str
) -> None:
    assert told(read(sentence), trigger) == (Status.CONDITIONAL, rule)


@pytest.mark.parametrize(
    ("sentence", "trigger", "rule"),
    [
        ("The museum will open on Monday.", "open", "will"),
        ("“We will appeal next week,” Rosa Lind said.", "appeal", "will"),
        ("Rosa Lind said she would appeal next week.", "appeal", "will"),
        ("The council said the vote would be held in May.", "held", "will"),
        ("A spokeswoman for Corran Line said the company would sell two ships in May.", "sell", "will"),
        ("The company announced the sale on Monday. It would close three plants in May.", "close", "will"),
        ("According to a clerk, the hearing would be held in May.", "held", "will"),
        ("The museum is expected to open on Monday.", "open", "scheduled"),
        ("The trial is scheduled for Monday.", "scheduled", "scheduled"),
        ("Engineers plan to raise the wreck in May.", "raise", "meant"),
        ("The court ordered the company to pay by May.", "pay", "meant"),
        ("Owners must register by May.", "register", "meant"),
        ("The museum opens on Monday.", "opens", "ahead"),
        ("Rosa Lind said she was not going to leave.", "leave", "meant"),
        ("Arvo Kesk said: “Let’s talk about it tomorrow.”", "Let", "meant"),
        ("Harbour News reported Lind is to be sentenced in August.", "sentenced", "meant"),
    ],
)
def test_what_lies_ahead_and_is_decided_is_planned(read: Read, sentence: str, trigger: str, rule: str) -> None:
    assert told(read(sentence), trigger) == (Status.PLANNED, rule)


@pytest.mark.parametrize(
    ("sentence", "trigger", "rule"),
    [
        ("Economists said prices would rise in May.", "rise", "forecast"),
        ("Critics said many schools will close next year.", "close", "forecast"),
        ("Rosa Lind said Arvo Kesk would resign on Monday.", "resign", "forecast"),
        ("The storm is expected to weaken on Monday.", "weaken", "expected"),
        ("The storm was forecast to pass on Monday.", "pass", "expected"),
        ("The ferry is likely to sail on Monday.", "sail", "expected"),
        ("Experts predicted that the lake could freeze in May.", "freeze", "forecast"),
        ("The parcel should arrive on Monday.", "arrive", "expected"),
    ],
)
def test_what_lies_ahead_and_is_not_for_the_teller_to_decide_is_forecast(
    read: Read, sentence: str, trigger: str, rule: str
) -> None:
    assert told(read(sentence), trigger) == (Status.FORECAST, rule)


@pytest.mark.parametrize(
    ("sentence", "trigger", "rule"),
    [
        ("Arvo Kesk claimed that the count was forged.", "forged", "claimed"),
        ("Rosa Lind believes that the letter was burned.", "burned", "guessed"),
        ("The company denied that the ship had been overloaded.", "overloaded", "denied"),
        ("The clerk allegedly burned the letter.", "burned", "hearsay"),
        ("The clerk is said to have burned the letter.", "burned", "hearsay"),
        ("The clerk may have burned the letter on Monday.", "burned", "guessed"),
        ("The clerk possibly burned the letter on Monday.", "burned", "guessed"),
        ("Rosa Lind argued that the letter was burned.", "burned", "claimed"),
        ("“The company lied to the families,” Rosa Lind said.", "lied", "accused"),
    ],
)
def test_what_is_doubted_or_told_against_another_is_alleged(read: Read, sentence: str, trigger: str, rule: str) -> None:
    assert told(read(sentence), trigger) == (Status.ALLEGED, rule)


QUARREL = (
    "Rosa Lind claimed that Arvo Kesk had locked the office. Arvo Kesk denied that Rosa Lind had been in it. "
    "Lind said Kesk burned the letters on Monday. Police said the office had been emptied. "
    "“I left on Friday,” Lind said."
)


def test_a_party_to_a_quarrel_tells_allegations_of_the_other_and_facts_of_itself(read: Read) -> None:
    doc = read(QUARREL)
    assert told(doc, "burned") == (Status.ALLEGED, "disputed")
    assert told(doc, "left") == (Status.OCCURRED, "fact")


ACCOUNTS = (
    "Arvo Kesk announced that he had asked Rosa Lind for her resignation on Monday. "
    "Rosa Lind gave a different account. “I offered to resign on Monday and Arvo Kesk refused,” Lind said. "
    "Petra Noor said the office closed on Friday."
)


def test_what_is_told_in_two_ways_is_alleged_by_both_and_by_nobody_else(read: Read) -> None:
    doc = read(ACCOUNTS)
    assert told(doc, "asked") == (Status.ALLEGED, "disputed")
    assert told(doc, "offered") == (Status.ALLEGED, "disputed")
    assert told(doc, "closed") == (Status.OCCURRED, "fact")


def test_police_tell_facts_beside_a_quarrel(read: Read) -> None:
    assert told(read(QUARREL), "emptied") == (Status.OCCURRED, "fact")


def test_who_claims_something_where_nobody_quarrels_tells_facts_besides(read: Read) -> None:
    doc = read("Rosa Lind claimed that 90 people had come. “The hall burned down on Monday,” Lind said.")
    assert told(doc, "burned") == (Status.OCCURRED, "fact")


@pytest.mark.parametrize(
    ("sentence", "trigger", "rule"),
    [
        ("Crews are searching the bay.", "searching", "present"),
        ("Crews were searching the bay on Monday.", "searching", "under-way"),
        ("The firm has been building the dam for years.", "building", "under-way"),
        ("Velmark has maintained a ban on fishing since 1990.", "maintained", "lasting"),
        ("Karel Voss has led the cabinet since April.", "led", "lasting"),
        ("The firm has been barred from the port since April.", "barred", "lasting"),
        ("He was mayor in 1990.", "was", "state"),
        ("They used to cross the strait for free.", "used", "habit"),
        ("Fishing is a crime since 1921.", "is", "present"),
        ("On Monday divers were searching the bay.", "searching", "under-way"),
    ],
)
def test_what_holds_over_time_is_ongoing(read: Read, sentence: str, trigger: str, rule: str) -> None:
    assert told(read(sentence), trigger) == (Status.ONGOING, rule)


@pytest.mark.parametrize(
    ("sentence", "trigger"),
    [
        ("Velmark has recognised the union.", "recognised"),
        ("There was an explosion on Monday.", "was"),
        ("According to the institute, there were at least 90 cases on Wednesday.", "were"),
        ("Turnout was 81 percent in May.", "was"),
        ("Police said nine people had drowned.", "drowned"),
        ("The agency refused to publish it.", "refused"),
        ("Records show that he’d ordered it on Monday.", "ordered"),
        ("She was the first president to resign since 1990.", "resign"),
        ("Nine people have been arrested since April.", "arrested"),
        ("The company denied the accusation.", "denied"),
        ("Asked if she would stay, Rosa Lind said no.", "said"),
        ("Rask was hurt when he was leaving the hall.", "leaving"),
        ("The owner, who was visiting Corran, was hurt.", "visiting"),
        ("The university had been hosting a fair.", "hosting"),
        ("The fire resulted in nine deaths in 2014.", "resulted"),
    ],
)
def test_achievements_figures_and_acts_of_speaking_have_occurred(read: Read, sentence: str, trigger: str) -> None:
    assert told(read(sentence), trigger)[0] is Status.OCCURRED


def test_being_charged_is_a_fact_whatever_becomes_of_the_charge(read: Read) -> None:
    assert told(read("Arvo Kesk was charged with taking the letters."), "charged")[0] is Status.OCCURRED


def test_a_reason_quotes_the_words_that_decided(read: Read) -> None:
    assert because(read("The museum is expected to open on Monday."), "open") == (
        "“is expected” tells of what is scheduled"
    )
    assert because(read("Arvo Kesk claimed that the count was forged."), "forged") == "“claimed” makes it a claim"


@pytest.mark.parametrize(
    ("sentence", "trigger", "polarity"),
    [
        ("The club failed to win the cup.", "failed", Polarity.NEGATIVE),
        ("The club refused to play.", "refused", Polarity.POSITIVE),
        ("Not only did they put out the fire but they stayed.", "put", Polarity.POSITIVE),
        ("The company denied that the ship had been overloaded.", "overloaded", Polarity.NEGATIVE),
    ],
)
def test_polarity_says_whether_it_happened(read: Read, sentence: str, trigger: str, polarity: Polarity) -> None:
    doc = read(sentence)
    assert next(one.polarity for one in events(doc) if doc[one.trigger[0]].text == trigger) is polarity


def test_the_words_of_a_denial_are_not_turned_round(read: Read) -> None:
    doc = read("In a statement the company denied the report:\n\nThe ship was inspected in May. It sailed on Monday.")
    assert {one.polarity for one in events(doc) if doc[one.trigger[0]].text in ("inspected", "sailed")} == {
        Polarity.POSITIVE
    }


@pytest.mark.parametrize(
    ("sentence", "trigger", "status"),
    [
        ("The decision comes a few days after the vote.", "comes", Status.OCCURRED),
        ("The office will decide on Monday if the ban is lawful.", "decide", Status.PLANNED),
        ("She argued that the true aim of the ban was to stop the march.", "stop", Status.ALLEGED),
        ("Arvo Kesk had held the post since April 2018.", "held", Status.ONGOING),
        ("After winning the vote in Tulla on Tuesday, Rosa Lind reportedly left.", "winning", Status.OCCURRED),
        ("After winning the vote in Tulla on Tuesday, Rosa Lind reportedly left.", "left", Status.ALLEGED),
        ("The mayor left on Friday, saying he would return in May.", "return", Status.PLANNED),
        ("The newspaper reported that Rosa Lind would resign.", "resign", Status.PLANNED),
        ("He is confident that the bridge will be rebuilt.", "rebuilt", Status.FORECAST),
        ("“The town would not tolerate that,” the mayor said.", "tolerate", Status.CONDITIONAL),
        ("The mayor said she “would not tolerate” it.", "tolerate", Status.PLANNED),
        ("They found that in such years fish would eat weeds.", "eat", Status.CONDITIONAL),
        ("The study showed that prices would double.", "double", Status.FORECAST),
        ("About two million people voted in Sunday’s election.", "election", Status.OCCURRED),
        ("The team had to rebuild the robot.", "rebuild", Status.OCCURRED),
        pytest.param(
            "In 2014, also suggesting that mosses could live there, she used a chamber.",
            "suggesting",
            Status.OCCURRED,
            marks=pytest.mark.xfail(strict=True, reason="weighed: not likely enough a line"),
        ),
        ("Per the request, the council would meet in September.", "meet", Status.PLANNED),
        ("Reportedly, two people were killed and eight people were injured.", "injured", Status.ALLEGED),
        ("Two people were reportedly killed and eight people were injured.", "injured", Status.OCCURRED),
    ],
)
def test_status_is_that_of_the_whole_sentence_and_of_no_word_alone(
    read: Read, sentence: str, trigger: str, status: Status
) -> None:
    assert told(read(sentence), trigger)[0] is status


@pytest.mark.parametrize(
    ("sentence", "trigger"),
    [
        ("“Arvo Kesk broke the truce,” Mia Rask said.", "broke"),
        ("Rask said Kesk was hiding the letters.", "hiding"),
    ],
)
def test_what_others_did_in_the_words_of_one_side_is_alleged(read: Read, sentence: str, trigger: str) -> None:
    assert told(read(sentence), trigger)[0] is Status.ALLEGED


def test_what_somebody_known_reported_finding_is_no_hearsay(read: Read) -> None:
    assert told(read("The researchers reported finding a wreck."), "finding")[0] is Status.OCCURRED


def test_who_claims_that_something_was_wrongly_done_takes_for_granted_that_it_was(read: Read) -> None:
    assert told(read("The party claimed that Rosa Lind was convicted in May."), "convicted")[0] is Status.ALLEGED
    assert (
        told(read("The party claimed that Rosa Lind was wrongly convicted in May."), "convicted")[0] is Status.OCCURRED
    )


@pytest.mark.parametrize(
    ("sentence", "trigger", "status"),
    [
        ("The warnings apply from tomorrow night.", "apply", Status.PLANNED),
        ("The sale starts at 6 p.m. tomorrow.", "starts", Status.PLANNED),
        ("The strike follows a ruling in April.", "follows", Status.OCCURRED),
        (
            "Rosa Lind was sworn in last week following the 2 August resignation of Otto Rask.",
            "resignation",
            Status.OCCURRED,
        ),
    ],
)
def test_what_is_told_agrees_with_its_time(read: Read, sentence: str, trigger: str, status: Status) -> None:
    assert told(read(sentence), trigger)[0] is status


def test_a_claim_needs_no_that(read: Read) -> None:
    doc = read("The arrest came after an allegation he struck Rosa Lind.")
    assert told(doc, "struck") == (Status.ALLEGED, "claimed")


def test_what_somebody_insists_on_is_wanted_and_what_is_told_beside_it_is_so(read: Read) -> None:
    doc = read("The mayor insists that the budget include money for it, but the council has not passed it.")
    assert told(doc, "include") == (Status.PLANNED, "meant")
    assert told(doc, "passed") == (Status.OCCURRED, "fact")
    assert told(read("The mayor insisted that the budget include money for it."), "include")[0] is Status.PLANNED


def test_a_short_past_that_a_tagger_takes_for_the_present_of_many_is_past(read: Callable[[str], Doc]) -> None:
    (event,) = events(read("A court freed the manager of the Brevik plant on Monday."))
    assert event.status is Status.OCCURRED


@pytest.mark.parametrize(
    ("sentence", "triggers"),
    [
        ("The law will be put to a vote in May and come into force on 1 June.", ("put", "come")),
        (
            "She is due to fly to Oslund on Friday, meet the king on Saturday and go home on Monday.",
            ("fly", "meet", "go"),
        ),
        ("He will serve three years, pay a fine and be deported in 2035.", ("serve", "pay", "deported")),
        ("They will arrive on Friday, stay at the palace and leave on Sunday.", ("arrive", "leave")),
    ],
)
def test_all_verbs_of_a_plan_are_planned(read: Read, sentence: str, triggers: tuple[str, ...]) -> None:
    doc = read(sentence)
    assert {told(doc, trigger)[0] for trigger in triggers} == {Status.PLANNED}


def test_what_is_joined_to_a_denied_plan_is_denied_with_it_only_where_it_is_built_alike(read: Read) -> None:
    alike = {one.polarity for one in events(read("He will not resign and leave the party."))}
    other = [
        one.polarity for one in events(read("She will not be silenced by threats and return to the council in May."))
    ]
    assert (alike, other) == ({Polarity.NEGATIVE}, [Polarity.NEGATIVE, Polarity.POSITIVE])


@pytest.mark.parametrize(
    ("sentence", "trigger", "status"),
    [
        ("If no buyer came forward by May, Otto Holm said, the yard would close.", "close", Status.CONDITIONAL),
        ("Unless wages rise by Monday, spokesman Otto Berg said, the crews will walk out.", "walk", Status.CONDITIONAL),
        ("If it rains, Lind said on Monday, the fair will be held indoors.", "held", Status.CONDITIONAL),
        ("Unless it rains, Lind said, they will close the fair and will open the pool.", "open", Status.CONDITIONAL),
        ("If it rains, Lind said on Monday, the fair will be held indoors.", "said", Status.OCCURRED),
        ("If the dam holds, crews will reopen the road and will lift the ban.", "lift", Status.CONDITIONAL),
        ("When it rained, Lind said on Monday, the fair was held indoors.", "held", Status.OCCURRED),
        ("Lind said on Monday that the fair would close.", "close", Status.PLANNED),
    ],
)
def test_a_condition_before_who_says_it_is_of_what_is_said(
    read: Read, sentence: str, trigger: str, status: Status
) -> None:
    assert told(read(sentence), trigger)[0] is status


@pytest.mark.parametrize("verb", ["pencilled in", "timetabled", "slated"])
def test_what_is_put_into_a_diary_is_planned_for_that_day(read: Read, verb: str) -> None:
    (event,) = events(read(f"A hearing has been {verb} for May."))
    assert (event.status, event.time) == (Status.PLANNED, 0)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("A guard was acquitted of shooting a prisoner on 5 May 2021.", "shooting"),
        ("Kesk was cleared on Monday of stealing the boat in May 2021.", "stealing"),
        pytest.param(
            "The inquiry exonerated Lind of taking bribes in 2019.",
            "taking",
            marks=pytest.mark.xfail(strict=True, reason="parse: the year is taken for that of the exonerating"),
        ),
    ],
)
def test_what_somebody_is_acquitted_of_is_alleged(read: Read, text: str, trigger: str) -> None:
    doc = read(text)
    assert {doc[one.trigger[0]].text: one.status for one in events(doc)}[trigger] is Status.ALLEGED
