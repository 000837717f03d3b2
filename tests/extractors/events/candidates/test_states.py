"""Which clauses tell of something though they tell what is so, and which of something said tell nothing."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.events.component import events
from timeline.model import Status

Read = Callable[[str], Doc]


def told(doc: Doc) -> dict[str, Status]:
    return {doc[event.trigger[0]].text: event.status for event in events(doc)}


@pytest.mark.parametrize(
    ("sentence", "trigger", "status"),
    [
        ("The confirmed deaths are four soldiers and one nurse.", "are", Status.OCCURRED),
        ("Turnout was 81 percent.", "was", Status.OCCURRED),
        ("Some 40 traders were present at the fair.", "were", Status.OCCURRED),
        ("Senator Holm had eight delegates.", "had", Status.OCCURRED),
        ("The families lived in camps for two years.", "lived", Status.ONGOING),
        ("The channel is still on air.", "is", Status.ONGOING),
        ("Three years on from the flood, the road is bare.", "is", Status.ONGOING),
        ("A decade on, the road is empty.", "is", Status.ONGOING),
        ("The search for the ferry continues.", "continues", Status.ONGOING),
        ("The panel will consider the role of the army.", "consider", Status.PLANNED),
        ("There was a danger that the bridge might collapse.", "collapse", Status.CONDITIONAL),
        ("Further charges may be laid, police said.", "laid", Status.CONDITIONAL),
        ("The new policy bans all flights to Skerra.", "bans", Status.ONGOING),
        ("The decree instructs the bishops to notify the court.", "instructs", Status.OCCURRED),
        ("The group are the suspected attackers, the army said.", "are", Status.ALLEGED),
        ("Police claimed ten guests were wounded, as were seven soldiers.", "were", Status.ALLEGED),
    ],
)
def test_a_count_a_bounded_state_and_what_goes_on_are_lines(
    read: Read, sentence: str, trigger: str, status: Status
) -> None:
    assert told(read(sentence))[trigger] is status


@pytest.mark.parametrize(
    ("sentence", "triggers"),
    [
        ("Prices continue to matter.", set()),
        ("Did you see the boat that sank?", set()),
        ("“Have you left the party?” she asked on Friday.", {"asked"}),
        ("An event known as the Night Walk drew thousands on Friday.", {"drew"}),
        ("He resigned, citing the health of his wife.", {"resigned"}),
        ("Tulla’s law bans all flights at night.", set()),
        ("High taxes may lead to debt, economists said.", set()),
        ("One of the goals is to encourage trade.", set()),
        ("It was as if they had walked out.", set()),
        ("Two hundred cars were damaged or destroyed.", {"damaged"}),
        ("A fund has been set up to help the families.", {"set"}),
        ("It has been termed a crisis.", set()),
        ("Observers say control of the army is key to forcing elections.", set()),
        ("Rosa Lind did not appear open to the idea.", set()),
        ("“You would never find them,” she said.", set()),
        ("We are doing as well as we can now.", {"doing"}),
        ("Paris pleure les siens cet après-midi après cette attaque survenue à la préfecture de police.", set()),
        ("Lula da Silva flew to Rio de Janeiro and to the city of Minas del Rey on Friday.", {"flew"}),
        ("Women are more likely to die than men.", set()),
    ],
)
def test_other_states_questions_names_and_reasons_are_none(read: Read, sentence: str, triggers: set[str]) -> None:
    assert set(told(read(sentence))) == triggers


@pytest.mark.parametrize(
    ("sentence", "triggers"),
    [
        ("The court found that it could rule on the ban.", {"found"}),
        ("The court found that the minister had lied.", {"lied"}),
        pytest.param(
            "“We found that it was cold,” she said.",
            set(),
            marks=pytest.mark.xfail(strict=True, reason="weighed: what is found is mostly a line in articles"),
        ),
        pytest.param(
            "He later suggested that she was tired.",
            {"was"},
            marks=pytest.mark.xfail(strict=True, reason="weighed: what is suggested is mostly a line in articles"),
        ),
        ("The union demanded that he resign.", {"demanded"}),
        ("He and the clerk urged the ban be lifted.", {"urged"}),
        ("The victim is reported to be in critical condition.", {"be"}),
        ("He suggested that she was tired.", {"was"}),
        ("He said he was being sarcastic.", {"being"}),
    ],
)
def test_finding_is_a_line_where_what_is_found_is_none(read: Read, sentence: str, triggers: set[str]) -> None:
    assert set(told(read(sentence))) == triggers


@pytest.mark.parametrize(
    ("sentence", "triggers"),
    [
        ("He was jailed without the chance of parole for driving his car into the crowd.", {"jailed", "driving"}),
        ("She was jailed for selling drugs illegally, after selling half a ton.", {"jailed", "selling"}),
        ("Critics accused the council of hiding the report.", {"accused", "hiding"}),
        ("Tulla, which was planning to hold its vote on Tuesday, called it off.", {"hold", "called"}),
        ("It was one of six towns that had decided to postpone the vote.", {"decided"}),
        pytest.param(
            "Seven towns bid to host the office, with Tulla winning the bid.",
            {"bid", "winning"},
            marks=pytest.mark.xfail(strict=True, reason="parse: bid is taken for a present"),
        ),
    ],
)
def test_what_hangs_on_another_verb_is_told_wherever_a_parse_hangs_it(
    read: Read, sentence: str, triggers: set[str]
) -> None:
    assert set(told(read(sentence))) == triggers


@pytest.mark.parametrize(
    ("sentence", "trigger"),
    [
        ("In late December, Skerran cargo ship MV Anna Lind vanished in local waters.", "vanished"),
        pytest.param(
            "On Sunday during the opening march of the harbour fair, mayor Olm called for calm in the town.",
            "called",
            marks=pytest.mark.xfail(strict=True, reason="the march is told as a second event of that day"),
        ),
    ],
)
def test_a_sentence_has_its_verb_though_a_parse_takes_it_for_a_participle(
    read: Read, sentence: str, trigger: str
) -> None:
    assert told(read(sentence)) == {trigger: Status.OCCURRED}


def test_of_an_interview_only_what_was_done_or_will_be_is_told(read: Read) -> None:
    doc = read(
        "Arvo Kesk, a harbour pilot, spoke to the Courier.\n\n((Courier)) How did it begin?\n\n"
        "((Arvo Kesk)) We left at dawn. It would be a hard trade. The storms are getting worse.\n\n"
        "((Courier)) You mentioned storms. What do they do?\n\n"
        "((Arvo Kesk)) They are still bringing more water. We will print our log.\n"
    )
    assert set(told(doc)) == {"spoke", "left", "print"}


@pytest.mark.parametrize(
    ("sentence", "triggers"),
    [
        ("Senator Holm had no answer.", {"had"}),
        ("The premier was not present at the vote.", {"was"}),
        ("The families lived in camps.", {"lived"}),
        ("The ministry said some 60,000 people are in need of water.", {"are"}),
        ("According to critics, this is a ploy to leave the union.", {"is"}),
        ("This is a ploy to leave the union, according to critics.", {"is"}),
        ("Doctors said he required rest and was in a serious condition.", {"required", "was"}),
        ("The union claims the order is unlawful.", {"is"}),
        ("The town lies on the coast.", set()),
        ("“The town is a mess,” she said.", set()),
        ("It was cold in the hall.", set()),
        ("She asked whether the order was lawful.", set()),
        ("The order might be unlawful.", set()),
    ],
)
def test_what_was_so_then_and_what_is_reported_to_be_so_are_lines(
    read: Read, sentence: str, triggers: set[str]
) -> None:
    assert set(told(read(sentence))) == triggers
