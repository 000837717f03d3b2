"""What is told without a time of its own: within a scene, as news, or as background that may be of any age."""

from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from extractors import extract
from extractors.events import events
from extractors.pipeline import COMPONENTS
from extractors.typed_dates.reading import read_day
from timeline.model import Article, Assertion, Basis, Published, Status, Tie, article_id

Read = Callable[[str], Doc]


def ties(doc: Doc) -> dict[str, tuple[Tie, str | None]]:
    """How each event has its time, and the words of that, by trigger."""
    times = doc.spans["time_expressions"]
    found = {doc[event.trigger[0]].text: event for event in events(doc)}
    return {word: (one.tie, None if one.time is None else times[one.time].text) for word, one in found.items()}


def told(text: str, published: str) -> tuple[Assertion, ...]:
    day = Published(read_day(published), Basis.PERSON) if published else None
    return extract(Article(id=article_id(text), name="a", text=text, published=day)).assertions


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The ferry sank on Saturday. Divers found the wreck.", "found"),
        ("The ferry sank on Saturday.\n\nThe accident was caused by a loose ramp.", "caused"),
        ("Nine people were shot on Saturday. The gunman fled in a van.", "fled"),
        ("Skerra voted on Saturday.\n\nThe weather was fine.\n\nMia Kesk lost her seat in Corran.", "lost"),
        ("The ferry sank Saturday, while rescuers searched the coast.", "searched"),
        ("The ferry sank on Saturday. The band went on for an hour.", "went"),
        (
            "A fire broke out in a hotel on Saturday.\n\nPapers reported that most guests suffocated.",
            "suffocated",
        ),
        ("A blaze was reported in the harbour on Saturday. The port was quickly closed.", "closed"),
        ("A ferry sank on Saturday.\n\nThe line’s owner said 90 people were on board at the time.", "were"),
        ("Nine people were shot on Saturday.\n\nWitnesses said the gunman was wearing a mask.", "wearing"),
        ("By reports on Sunday, nine people died. A ferry sank on Saturday. Divers found the wreck.", "found"),
    ],
)
def test_what_belongs_to_the_script_of_a_scene_has_its_time(read: Read, text: str, trigger: str) -> None:
    assert ties(read(text))[trigger] == (Tie.SCENE, "Saturday")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The ferry sank on Saturday. Mayor Kesk resigned.", "resigned"),
        ("The ferry sank on Saturday. The quay has been damaged.", "damaged"),
        ("Kesk said on Saturday that he was ill. The gunman fled in a van.", "fled"),
        ("Reports on Saturday said ten cars had been damaged, but nobody had been hurt.", "hurt"),
        ("The ferry sank on Saturday. Otto Lind, aged 40, was rescued.", "rescued"),
        ("The ferry sank on Saturday. The death toll stood at 14.", "stood"),
    ],
)
def test_a_paragraph_that_told_of_a_day_goes_on_with_it_as_it_seems(read: Read, text: str, trigger: str) -> None:
    assert ties(read(text))[trigger] == (Tie.SCENE, "Saturday")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The ferry sank on Saturday.\n\nMayor Kesk resigned.", "resigned"),
        ("The ferry sank on Saturday. It had been repaired in a hurry.", "repaired"),
        ("The ferry sank on Saturday. Another accident killed nine people.", "killed"),
        ("The ferry sank on Saturday. Previously a ferry sank off Dorra.", "sank"),
        ("Mia Kesk died at home on Saturday. She rescued dogs from a fire.", "rescued"),
        ("Mia Kesk died at home on Saturday. She was awarded a medal.", "awarded"),
        ("The court sentenced Otto Rask on Saturday for shooting a farmer.", "shooting"),
        ("Rask was in a crash that killed nine on Saturday.\n\nRask left Skerra.", "left"),
        ("A study came out on Saturday.\n\n“We watched crows,” Kesk said.", "watched"),
        ("Nine people were shot on Saturday. The gunman was born in Corran.", "born"),
        ("The hall opened on Saturday.\n\n“They injured nobody,” Kesk wrote.", "injured"),
        ("Nine people were shot on Saturday. The gunman was convicted years ago and served two.", "served"),
        ("The ferry will sail on Saturday. Divers found a wreck.", "found"),
    ],
)
def test_what_lies_before_a_scene_or_beside_it_has_not(read: Read, text: str, trigger: str) -> None:
    doc = read(text)
    last = [event for event in events(doc) if doc[event.trigger[0]].text == trigger][-1]
    assert last.tie is not Tie.SCENE


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("The council has approved the plan.", Tie.NEWS),
        ("Kesk resigned.", Tie.NEWS),
        ("Kesk had resigned.", Tie.OWN),
        ("Kesk will resign.", Tie.OWN),
        ("He praised Kesk, who once ran a bank.", Tie.OWN),
        ("In 1999 he founded a bank. He married its lawyer.", Tie.SCENE),
    ],
)
def test_only_the_past_of_the_news_line_is_known_to_be_over_by_publication(read: Read, text: str, tie: Tie) -> None:
    assert events(read(text))[-1].tie is tie


@pytest.mark.parametrize(
    ("text", "trigger", "time"),
    [
        ("The court took a turn this week. By five votes to four, the judges upheld a tax.", "upheld", "this week"),
        ("Skerra held a poll last week. Turnout was low. The mayor lost her seat.", "lost", "last week"),
        ("The council postponed its vote to 2 June. It lost a seat in Corran.", "lost", None),
        ("The coast club played games last week.\n\nIts new coach was fined.", "fined", None),
        ("Prices of tea rose last week. A farmer was shot.", "shot", None),
        ("From March 3 to 5, Corran played host to the Lantern Days. Some 900 attended.", "attended", "March 3 to 5"),
        ("The Lantern Days took place in the first week of May. Kesk attended.", "attended", "the first week of May"),
        (
            "Skerra held its vote on Monday.\n\nOn Friday Kesk rested.\n\nMia Kesk lost her seat.",
            "lost",
            "Monday",
        ),
        ("Rask Hall opened on Saturday in honour of a man who drowned there.", "drowned", None),
    ],
)
def test_a_week_is_the_scene_of_what_is_named_in_it_and_a_day_to_come_of_nothing(
    read: Read, text: str, trigger: str, time: str | None
) -> None:
    assert ties(read(text))[trigger][1] == time


def test_a_scene_is_less_certain_than_words_and_says_so() -> None:
    read = told("The ferry sank on Saturday. Divers found the wreck.", "2019-01-28")
    own, scene = (assertion.when for assertion in read)
    assert (own.edtf, scene.edtf) == ("2019-01-26", "2019-01-26?")
    assert not own.is_uncertain
    assert scene.is_uncertain
    assert scene.derivation[-1].says == "told in the scene of “Saturday”, which its own words don’t say"


def test_news_without_a_time_has_publication_for_its_bound_and_never_for_its_day() -> None:
    (dated,) = told("The council has approved the plan.", "2019-01-28")
    (undated,) = told("The council has approved the plan.", "")
    assert (dated.when.edtf, dated.when.is_uncertain) == ("../2019-01-28", True)
    assert undated.when.is_open


def test_a_state_of_now_is_one_of_about_the_day_of_publication() -> None:
    (now,) = told("The site is currently unreachable.", "2019-01-28")
    (then,) = told("The site is currently unreachable.", "")
    assert (now.tie, now.when.edtf) == (Tie.PRESENT, "2019-01-28?")
    assert then.when.is_open


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The firm has been selling bonds for almost 15 years.", "2004~/.."),
        ("The bridge has been closed for two weeks.", "2019-01-14~/.."),
        ("The bridge has been closed for three months.", "2018-10~/.."),
    ],
)
def test_what_has_gone_on_for_a_length_of_time_began_so_long_before_publication(text: str, edtf: str) -> None:
    (lasting,) = told(text, "2019-01-28")
    assert (lasting.tie, lasting.when.edtf) == (Tie.LASTING, edtf)


def test_a_fight_after_which_something_happened_is_an_event_of_its_own() -> None:
    text = "Kesk left the ship after a fight."
    assert [text[slice(*one.trigger)] for one in told(text, "")] == ["left", "fight"]
    assert len(told("Kesk left the ship after the fight.", "")) == 1


def test_what_is_to_be_done_within_a_length_of_time_lies_between_publication_and_its_end() -> None:
    (within,) = told("Both sides will withdraw their boats within 60 days.", "2025-11-14")
    assert (within.tie, within.when.edtf) == (Tie.WITHIN, "2025-11-14/2026-01-13")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Skerra voted on Saturday. The polls closed at 10 p.m.", "2019-01-26?"),
        ("The footbridge gave way on Saturday. Seven people died.", "2019-01-26?"),
        ("An earthquake hit Skerra on Saturday. A landslide buried the school.", "2019-01-26?"),
        ("An earthquake hit Skerra on Saturday. “We got four people out,” said Dorin Malec.", "2019-01-26?"),
        ("Profit fell by half in the last quarter. Revenue slipped 3 percent.", "2018-36?"),
        ("A bus overturned on Saturday. The operator said that a child had died.", "2019-01-26?"),
    ],
)
def test_hours_sub_events_witnesses_business_periods_and_reports_are_of_their_scene(text: str, edtf: str) -> None:
    assert told(text, "2019-01-28")[-1].when.edtf == edtf


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        ("Kesk was fired on Friday, six days after the ferry sank.", "sank", "2019-01-19"),
        ("Lind claimed victory on Monday, a day after the closest vote ever.", "vote", "2019-01-27"),
        ("He was freed on 5 May 2018, three months before the trial.", "trial", "2018-08~"),
        (
            "The court ordered a recount on Friday, three weeks after the union had asked for it.",
            "asked",
            "2019-01-04~",
        ),
    ],
)
def test_an_event_so_long_before_or_after_a_dated_one_is_counted_from_that(text: str, trigger: str, edtf: str) -> None:
    found = {text[slice(*one.trigger)]: one.when.edtf for one in told(text, "2019-01-28")}
    assert found[trigger] == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Forty people have been arrested since Sunday, police said.", "2019-01-27/2019-01-28"),
        ("The firm had sailed the strait since 1951.", "1951/.."),
        ("Flags will fly at half-mast until Thursday.", "2019-01-28/2019-01-31"),
        ("The bridge has been closed since Sunday.", "2019-01-27/.."),
        ("Over 2,000 villagers have been moved to other towns since Sunday.", "2019-01-27/2019-01-28"),
        ("Nine miners are known to have died since Sunday.", "2019-01-27/2019-01-28"),
        ("Since 1973, divers have found enough wrecks.", "1973/2019-01-28"),
        ("The choir has won three prizes since 2010.", "2010/2019-01-28"),
        ("Nine families have lived there since 2010.", "2010/.."),
        ("The two firms have been partners since 2010.", "2010/.."),
        ("Attitudes have hardened since 2010.", "2010/.."),
        ("Orrel will go to prison before the end of the year.", "2019-01-28/2019"),
    ],
)
def test_an_open_side_is_closed_by_the_moment_of_telling_unless_it_goes_on(text: str, edtf: str) -> None:
    assert told(text, "2019-01-28")[-1].when.edtf == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The ferry sank three weeks ago.", "2019-01-07~"),
        ("The mayor hung up about a fortnight ago.", "2019-01-14~"),
        ("An audit was made public on 2 January 2018. The state opened an inquiry two weeks later.", "2018-01-16?"),
        ("The ferry sank last week.", "2019-01-21/2019-01-27"),
        ("The mill will reopen in two weeks.", "2019-02-11/2019-02-17"),
    ],
)
def test_what_was_so_many_weeks_ago_or_later_was_about_that_day_of_its_week(text: str, edtf: str) -> None:
    assert told(text, "2019-01-28")[-1].when.edtf == edtf


def test_what_goes_on_when_it_is_told_is_of_about_the_day_of_publication() -> None:
    (talks,) = told("The two firms are in talks.", "2019-01-28")
    assert (talks.status, talks.tie, talks.when.edtf) == (Status.ONGOING, Tie.PRESENT, "2019-01-28?")


def test_what_a_speaker_says_has_occurred_since_a_day_is_over_by_the_day_of_speaking() -> None:
    found = told("Police said on Friday that forty people had been arrested since Wednesday.", "2019-01-28")
    assert found[-1].when.edtf == "2019-01-23/2019-01-25"


def test_a_fight_from_which_a_dated_event_is_counted_is_one_event() -> None:
    text = "Kesk was fired on Friday, six days after a fight."
    found = told(text, "2019-01-28")
    assert [(text[slice(*one.trigger)], one.when.edtf) for one in found] == [
        ("fired", "2019-01-25"),
        ("fight", "2019-01-19"),
    ]


def test_what_is_counted_from_a_dated_event_sets_no_scene_on_its_day() -> None:
    found = told("Kesk was fired on Friday, six days after the ferry sank. Divers found the wreck.", "2019-01-28")
    assert found[-1].tie is not Tie.SCENE


def test_an_hour_of_no_day_sets_no_scene(read: Read) -> None:
    found = ties(
        read("The tower caught fire yesterday. The fire began at about 7 p.m. local time. Crews cleared the area.")
    )
    assert {found[word] for word in ("began", "cleared")} == {(Tie.SCENE, "yesterday")}


def test_what_goes_along_with_a_taken_up_happening_has_its_time(read: Read) -> None:
    found = ties(read("The debate was held on Monday. At the debate she fell and broke her arm."))
    assert found["broke"] == (Tie.SCENE, "Monday")


@pytest.mark.parametrize(
    ("text", "trigger", "time"),
    [
        ("Kesk was fired in May after pictures of her were published in a magazine.", "published", "May"),
        ("The Thursday edition of the Skerra Post included a map.", "included", "Thursday"),
        ("The bill was withdrawn after last week’s marches.", "withdrawn", "last week"),
    ],
)
def test_a_plain_past_has_the_time_that_its_sentence_tells_as_it_seems(
    read: Read, text: str, trigger: str, time: str
) -> None:
    assert ties(read(text))[trigger] == (Tie.SCENE, time)


def test_a_time_behind_two_verbs_is_that_of_both(read: Read) -> None:
    found = ties(read("Officers closed and searched the harbour office in March 2018."))
    assert (found["closed"][1], found["searched"][1]) == ("March 2018", "March 2018")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Kesk was born in Olm, but left the island before she joined the navy in 1939.", "born"),
        ("Kesk previously ran a bakery and met the mayor on Friday.", "ran"),
        ("On Monday Kesk, who had served at sea, will open the fair.", "served"),
        ("Kesk was jailed on Friday for robbing a bank.", "robbing"),
    ],
)
def test_the_time_of_a_sentence_is_not_that_of_what_it_says_aside(read: Read, text: str, trigger: str) -> None:
    assert ties(read(text)).get(trigger, (Tie.OWN, None))[1] is None


@pytest.mark.parametrize(
    "text",
    [
        "Mia Kesk died on Monday. She made many records.",
        "Skerra singer, actor and advocate Mia Kesk died on Monday. Kesk made many records.",
        "Mia Kesk made many records. She died on Monday.",
    ],
)
def test_what_the_dead_did_is_their_life_and_not_of_the_day_of_their_death(read: Read, text: str) -> None:
    assert ties(read(text))["made"][1] is None


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        (
            "A man was stabbed on Saturday.\n\nBuses stood still.\n\nPolice have asked for help.\n\n"
            "The mayor of Dorra, Sidra Olm, said four drivers were hurt in the stabbing.",
            "hurt",
        ),
        ("The court ruled on Friday that the draft was unlawful.\n\nThe ruling stopped nobody.", "stopped"),
    ],
)
def test_what_is_told_of_a_happening_that_it_names_again_has_its_time(read: Read, text: str, trigger: str) -> None:
    tie, time = ties(read(text))[trigger]
    assert tie is Tie.SCENE
    assert time in ("Saturday", "Friday")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        (
            "A man was stabbed on Saturday.\n\nPolice have asked for help.\n\nThe shops have closed.\n\n"
            "The mayor of Dorra, Sidra Olm, bought new cameras after the stabbing.",
            "bought",
        ),
        (
            "The fair ended on Saturday.\n\nPolice have asked for help.\n\nThe shops have closed.\n\n"
            "The fair was founded by Kesk.",
            "founded",
        ),
        ("Olm will vote on Saturday.\n\nThe vote split the council.", "split"),
    ],
)
def test_what_came_after_a_happening_or_made_it_is_not_of_its_time(read: Read, text: str, trigger: str) -> None:
    assert ties(read(text))[trigger][1] is None


FAR = "Police have asked for help.\n\nThe shops have closed.\n\n"


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        (f"A ferry sank on Saturday.\n\n{FAR}The owner’s nephew was steering a tug to Dorra.", "steering"),
        (
            f"The premier fell ill on Saturday.\n\n{FAR}Mayor Sidra Olm criticised the doctors in a letter.",
            "criticised",
        ),
    ],
)
def test_what_was_under_way_and_what_was_said_are_of_the_day_told_last(read: Read, text: str, trigger: str) -> None:
    assert ties(read(text))[trigger] == (Tie.SCENE, "Saturday")


def test_what_was_said_where_several_days_were_told_stays_without_one(read: Read) -> None:
    text = f"The premier fell ill on Saturday.\n\nHe left on Monday.\n\n{FAR}Mayor Sidra Olm criticised the doctors."
    assert ties(read(text))["criticised"][1] is None


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Kesk was born in 1920 and studied law in Corran.", "studied"),
        ("Kesk took lessons and sang in public in 1955.", "took"),
        ("Kesk married Otto Rask, whom she divorced in 1981.", "married"),
        ("The band recorded four albums, then in 1968 disbanded.", "recorded"),
        ("Kesk made a film in 1968, hosted a show until 1973, and painted dogs.", "painted"),
        ("The trial began last November and collected data from 499 patients.", "collected"),
    ],
)
def test_what_a_life_or_a_beginning_is_told_beside_has_not_its_year(read: Read, text: str, trigger: str) -> None:
    assert ties(read(text))[trigger][1] is None


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The mill burned on Saturday. For several days Rask denied it.", "denied"),
        ("The council met on Saturday. It has repeatedly voted against a dam.", "voted"),
        ("The council met on Saturday. Rask often slept there.", "slept"),
    ],
)
def test_what_was_done_for_days_or_again_and_again_is_of_no_one_day(read: Read, text: str, trigger: str) -> None:
    assert ties(read(text))[trigger][1] is None


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Mia Kesk died on Monday. Her sisters taught her to swim.", "taught"),
        ("Mia Kesk died on Monday. Her sisters gave her a bicycle.", "gave"),
        ("Mia Kesk died on Monday. “We played in a band in Corran,” Otto Rask said.", "played"),
        ("The hall opened on Monday. “It has housed a museum for long,” Otto Rask said.", "housed"),
    ],
)
def test_what_is_remembered_is_not_of_the_day_of_the_news(read: Read, text: str, trigger: str) -> None:
    assert ties(read(text))[trigger][1] is None


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("A bus hit a tree on Monday. “Nobody was injured,” Otto Rask said.", "injured"),
        ("A bus hit a tree on Monday, and a driver died. Her sisters left the bus.", "left"),
        ("On Monday two towns filed a lawsuit against Rask.\n\nThe lawsuit was filed in a court in Corran.", "filed"),
    ],
)
def test_what_is_said_of_a_mishap_and_what_is_told_once_more_is_of_its_day(read: Read, text: str, trigger: str) -> None:
    assert ties(read(text))[trigger] == (Tie.SCENE, "Monday")


def test_a_happening_in_a_sentence_whose_verb_a_parse_has_lost_has_its_time(nlp: Language) -> None:
    with nlp.select_pipes(disable=COMPONENTS):
        doc = nlp("The Sunday vote in Leeds, England, and nine men left the mill.")
    vote, men, left = (next(word for word in doc if word.text == text) for text in ("vote", "men", "left"))
    left.head, left.dep_ = vote, "conj"
    vote.head, vote.dep_ = vote, "ROOT"
    men.head, men.dep_ = left, "nsubj"
    for component in COMPONENTS:
        doc = nlp.get_pipe(component)(doc)
    assert ties(doc)["vote"] == (Tie.OWN, "Sunday")


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        ("A fire broke out in a hotel at 10 p.m. on Friday. At 4 a.m. the roof fell.", "fell", "2019-01-26?"),
        (
            "A fire broke out in a hotel at 10 p.m. on Friday. At 4 a.m. the roof fell. Nobody was hurt.",
            "hurt",
            "2019-01-26?",
        ),
        (
            "Two men robbed a shop on Friday evening. The search ended at half past eleven. Shortly after 3am an "
            "alarm went off in a bank. A guard was hit.",
            "hit",
            "2019-01-26?",
        ),
        ("A bus hit a wall on Friday night. The driver was freed shortly after midnight.", "freed", "2019-01-26?"),
        ("A fire broke out in a hotel on Friday evening. It was put out at about 8.30 a.m.", "put", "2019-01-26?"),
        # No night lies between.
        ("A fire broke out in a hotel at 8 p.m. on Friday. At 11 p.m. the roof fell.", "fell", "2019-01-25?"),
        ("A fire broke out in a hotel on Friday morning. At 5 a.m. the roof fell.", "fell", "2019-01-25?"),
        ("A fire broke out in a hotel on Friday. At 3 p.m. the roof fell.", "fell", "2019-01-25?"),
        ("A bus hit a wall on Friday night. The driver was freed shortly before midnight.", "freed", "2019-01-25?"),
        ("A bus hit a wall on Friday night. The driver was freed at about ten.", "freed", "2019-01-25?"),
    ],
)
def test_a_scene_goes_on_over_midnight(text: str, trigger: str, edtf: str) -> None:
    dates = {text[slice(*one.trigger)]: one.when.edtf for one in told(text, "2019-01-28")}
    assert dates[trigger] == edtf
