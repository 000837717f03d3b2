"""Titles that can be read alone, made from the words of the article and nothing else."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from spacy.tokens import Doc

from extractors.events import events
from extractors.events.component import Events
from extractors.events.context.event_context import read_event_context
from extractors.events.titles.actor_names import names_in_titles
from extractors.events.titles.full_names import FullNames
from extractors.verb_groups.component import VerbGroups
from tests.effort import effort
from tests.extractors.parses.wild import wild_docs
from timeline.model import Polarity

Read = Callable[[str], Doc]

ARTICLE = """Mayor Rosa Lind resigned on Friday after the council, which had backed her for years, refused to pay.
She will leave Oslund in May, a spokesman said. The council did not comment, but its members met twice last week.

The ferry Merel sank off Corran on Saturday, killing nine people and injuring at least 14. It had been repaired in
March, according to its owner. Divers found the wreck and raised it. Two sailors who had jumped overboard were rescued
by a trawler that was fishing nearby. They were taken to hospital. There was an explosion in the engine room, police
said. The owner denied that the ferry had been overloaded. In Skerra, the harbour was closed. The court may hear the
owner next month, although no date has been set. “We warned them twice,” said Otto Rask, a former engineer.
"""


def titles(doc: Doc) -> dict[str, str]:
    return {doc[event.trigger[0]].text: event.title for event in events(doc)}


@pytest.mark.parametrize(
    ("text", "trigger", "title"),
    [
        ("The colonel left his post and defected.", "defected", "The colonel defected"),
        ("Two sailors were found and flown to Corran.", "flown", "Two sailors were flown to Corran"),
        ("Engineers plan to raise the wreck in May.", "raise", "Engineers plan to raise the wreck"),
        ("Sunniva Brandt, who took office in 2017, resigned.", "took", "Sunniva Brandt took office"),
        ("Sunniva Brandt, who took office in 2017, resigned.", "resigned", "Sunniva Brandt resigned"),
        ("A harbour official said Friday that nine people had drowned.", "drowned", "Nine people had drowned"),
        ("Nine people drowned, the mayor said.", "drowned", "Nine people drowned"),
        ("According to the ministry, the ferry sank on Saturday.", "sank", "The ferry sank"),
        ("The ferry sank on Saturday, killing nine.", "killing", "The ferry sank, killing nine"),
        ("In Skerra, the harbour was closed on Monday.", "closed", "The harbour was closed in Skerra"),
        ("The court did not hear him last week.", "hear", "The court did not hear him"),
        ("The owner denied that the ferry had been overloaded.", "overloaded", None),
        ("There was an explosion in the engine room on Sunday.", "was", "An explosion in the engine room"),
        ("This bill passed on Monday after a long debate.", "passed", "The bill passed after a long debate"),
        ("He urged the harbour to wait and resigned on Monday.", "resigned", "He resigned"),
        ("The ferry, built in 1986, sank on Saturday.", "built", "The ferry was built in 1986"),
        ("The ferry sank late on Saturday off Corran.", "sank", "The ferry sank off Corran"),
        (
            "Lorne declared three days of mourning, starting on Tuesday.",
            "declared",
            "Lorne declared three days of mourning",
        ),
        ("Otto Rask, a judge, was a sailor who saved nine.", "saved", "Otto Rask, a judge, saved nine"),
        ("Trawlers saved most of the crew before the first tug arrived.", "arrived", "The first tug arrived"),
        ("The mayor, Rosa Lind, also resigned.", "resigned", "The mayor, Rosa Lind, resigned"),
        ("Saturday’s storm sank the ferry off Corran.", "sank", "The storm sank the ferry off Corran"),
        ("As of Friday, nine ferries have been repaired.", "repaired", "Nine ferries have been repaired"),
        ("Nine people drowned, according to Otto Rask, a judge who is a sailor.", "drowned", "Nine people drowned"),
        ("A clerk went on a hunger strike, in May.", "went", "A clerk went on a hunger strike"),
        ("Police have opened a case and detained the owner.", "detained", "Police detained the owner"),
        ("The fire broke out at around noon on Friday.", "broke", "The fire broke out"),
        (
            "Police said over a hundred people attended the march on Monday.",
            "attended",
            "Over a hundred people attended the march",
        ),
        (
            "Rosa Lind had spent much of last week in Oslund.",
            "spent",
            "Rosa Lind had spent much of last week in Oslund",
        ),
        (
            "Otto Rask was sworn in last week following the resignation of Rosa Lind.",
            "sworn",
            "Otto Rask was sworn in following the resignation of Rosa Lind",
        ),
        ("Neither Otto Rask nor Rosa Lind was invited.", "invited", "Neither Otto Rask nor Rosa Lind was invited"),
        (
            "On Friday in Oslund, the council dismissed Otto Rask.",
            "dismissed",
            "The council dismissed Otto Rask in Oslund",
        ),
    ],
)
def test_a_title_is_a_clause_that_stands_alone(read: Read, text: str, trigger: str, title: str | None) -> None:
    assert titles(read(text))[trigger] == (title or text.removesuffix("."))


@pytest.mark.parametrize(
    ("text", "trigger", "title"),
    [
        ("Rosa Lind resigned on Friday. She will leave Oslund in May.", "leave", "[Rosa Lind] will leave Oslund"),
        ("Rosa Lind said she had sold the boat.", "sold", "[Rosa Lind] had sold the boat"),
        ("The ferry left Corran on Friday. It sank a day later.", "sank", "[The ferry] sank"),
        (
            "A fire yesterday morning destroyed the pier. It killed nine people.",
            "killed",
            "[A fire] killed nine people",
        ),
        ("Two sailors jumped overboard. They were rescued.", "rescued", "[Two sailors] were rescued"),
        ("Rosa Lind met Mia Kesk. She resigned a day later.", "resigned", "[Rosa Lind?] resigned"),
        (
            "Prompted by the visit of Otto Rask, she resigned.",
            "resigned",
            "She resigned, prompted by the visit of Otto Rask",
        ),
        ("Otto Rask resigned. He said Mia Kesk won a prize before she left.", "left", "[Mia Kesk] left"),
        (
            "Otto Rask resigned. He said Rolf Immen won a prize before he left.",
            "left",
            "[Otto Rask] said Rolf Immen won a prize before he left",
        ),
        ("Rebels took dozens of sailors hostage. They were freed in May.", "freed", "They were freed"),
        ("“We warned them twice,” said Otto Rask.", "warned", "[Otto Rask]: “We warned them twice”"),
        ("Rosa Lind resigned on Friday. But she will sue the town.", "sue", "[Rosa Lind] will sue the town"),
        ("Rosa Lind resigned on Friday. The town will sue her.", "sue", "The town will sue [Rosa Lind]"),
    ],
)
def test_a_leading_pronoun_is_named_and_doubted_where_another_can_be_meant(
    read: Read, text: str, trigger: str, title: str
) -> None:
    assert titles(read(text))[trigger] == title


def test_a_long_sentence_is_shortened_by_what_is_least_missed(read: Read) -> None:
    text = (
        "The harbour commission of Oslund, a body of nine members, dismissed its director on Monday after a long "
        "debate about the repairs that the council had asked for, because the ferries were late again in the spring."
    )
    title = titles(read(text))["dismissed"]
    assert title.startswith("The harbour commission of Oslund dismissed its director")
    assert len(title) <= 80
    assert "…" not in title


def test_what_is_done_to_something_is_not_taken_from_between(read: Read) -> None:
    text = (
        "The Oslund Ledger said Corran and Skerra had to speed up to counter possible foreign interference with the "
        "project of the harbour."
    )
    assert "to counter possible foreign interference" in titles(read(text))["speed"]


def test_a_sentence_behind_a_semicolon_stands_alone(read: Read) -> None:
    text = (
        "At least five other sailors reportedly also died in the attack on the harbour; around twenty more, including "
        "engineer Otto Rask, were injured."
    )
    assert titles(read(text))["injured"] == "Around twenty more, including engineer Otto Rask, were injured"


def test_only_keeps_what_it_sets_apart(read: Read) -> None:
    text = (
        "Rosa Lind insists that she will release the transcripts of her speeches to the harbour commission only when "
        "all of the others do the same."
    )
    assert "only when all of the others do the same" in titles(read(text))["release"]


def test_what_takes_something_back_is_never_left_out(read: Read) -> None:
    text = (
        "The harbour commission of Oslund and the owners of the ferry will repair the northern pier in the old harbour "
        "unless the council of the town refuses to pay for the repairs."
    )
    assert "unless the council" in titles(read(text))["repair"]


def test_a_name_is_never_cut_and_what_is_denied_is_denied_of_no_more(read: Read) -> None:
    text = (
        "The new and independent Centre for Sea Safety in Oslund sued the owners of all the ferries in the bay "
        "because the doors of their ships had not been repaired by the end of the year. The mayor did not speak "
        "about the repairs of the northern pier of the new harbour in the debate of the council in the old town hall."
    )
    found = titles(read(text))
    assert "Centre for Sea Safety" in found["sued"]
    assert "in the debate" in found["speak"]


@pytest.mark.parametrize(
    ("text", "trigger", "title"),
    [
        ("The harbour sold a boat that Rosa Lind had built.", "built", "Rosa Lind had built a boat"),
        ("The council kept the boat Rosa Lind had wanted in May.", "wanted", "Rosa Lind had wanted the boat"),
        ("Divers raised the wreck they had found in May.", "found", "[Divers] had found the wreck"),
        ("Divers raised the ferry that sank in May.", "sank", "The ferry sank"),
        ("The council left the hall in which Rosa Lind had spoken.", "spoken", "Rosa Lind had spoken in the hall"),
    ],
)
def test_what_somebody_did_with_a_noun_is_told_as_a_sentence(read: Read, text: str, trigger: str, title: str) -> None:
    assert titles(read(text))[trigger] == title


def test_whoever_an_article_is_about_is_named_where_another_was_named_between(read: Read) -> None:
    text = (
        "Rosa Lind resigned. Lind was mayor for years. Lind was a judge before. Rosa Lind left Oslund, Lind said. "
        "Lind met Mia Kesk in May. She sold the house."
    )
    assert titles(read(text))["sold"] == "[Rosa Lind] sold the house"


def test_a_bare_noun_is_named_where_the_article_names_it_and_the_title_does_not(read: Read) -> None:
    text = "The Oslund Harbour Commission met on Friday. The commission dismissed Otto Rask."
    assert titles(read(text))["dismissed"] == "The [Oslund Harbour Commission] dismissed Otto Rask"


@pytest.mark.parametrize(
    ("text", "trigger", "title"),
    [
        (
            "The owners were reportedly concerned about the repairs of the ferry.",
            "were",
            "The owners were reportedly concerned about the repairs of the ferry",
        ),
        (
            "The first charged Lind with theft, and the second accused him of fraud.",
            "accused",
            "The first charged Lind with theft, and the second accused him of fraud",
        ),
        (
            "Otto Rask had the foresight to raise the wreck in May.",
            "raise",
            "Otto Rask had the foresight to raise the wreck",
        ),
        ("How the wreck was found is not known.", "found", "How the wreck was found is not known"),
        (
            "The council will reflect on how she has done as mayor in May.",
            "done",
            "The council will reflect on how she has done as mayor",
        ),
        (
            "The ferry was late again, the Oslund Ledger reported on Monday.",
            "reported",
            "The ferry was late again, the Oslund Ledger reported",
        ),
        (
            "In the race of May between Otto Rask and Rosa Lind, which the mayor won by one vote, few took part.",
            "won",
            "Few took part in the race of May between Otto Rask and Rosa Lind, which the mayor won by one vote",
        ),
        ("Too many voters limit the news they read in May.", "read", "Too many voters limit the news they read"),
        (
            "The ferry is much faster than any other ferry Rosa Lind has ever seen.",
            "seen",
            "The ferry is much faster than any other ferry Rosa Lind has ever seen",
        ),
        (
            "Ferries that were late did not wait, but the mayor did.",
            "did",
            "Ferries that were late did not wait, but the mayor did",
        ),
    ],
)
def test_where_no_clause_can_be_read_alone_its_sentence_stands(read: Read, text: str, trigger: str, title: str) -> None:
    assert titles(read(text))[trigger] == title


@pytest.mark.parametrize(
    ("text", "trigger", "title"),
    [
        (
            "Harbour officers were present where the minibus exploded outside the old town hall of Skerra on Monday.",
            "were",
            "Harbour officers were present where the minibus exploded outside the old town hall of Skerra",
        ),
        (
            "The harbour's decision followed an Oslund sailor testing positive for the virus of the winter on Monday.",
            "followed",
            "The harbour's decision followed an Oslund sailor testing positive for the virus of the winter",
        ),
    ],
)
def test_no_title_is_shortened_to_less_than_half_a_line_where_it_fits_a_whole_one(
    read: Read, text: str, trigger: str, title: str
) -> None:
    assert titles(read(text))[trigger] == title


def test_what_is_left_of_a_participle_alone_goes(read: Read) -> None:
    text = (
        "Speaking in the old hall of the harbour council of Oslund on Monday, Rosa Lind was interrupted by protesters "
        "of the union of sailors."
    )
    assert titles(read(text))["interrupted"] == "Rosa Lind was interrupted by protesters of the union of sailors"


def test_whoever_an_article_is_about_is_named_however_many_are_near(read: Read) -> None:
    text = (
        "Rosa Lind resigned. Lind was mayor for years. Lind was a judge before. Rosa Lind left Oslund, Lind said. "
        "Lind was fifty. Lind said that a lawyer and a client were glad that she had won."
    )
    assert titles(read(text))["won"] == "[Rosa Lind] had won"


def test_a_sentence_that_stands_is_pruned_at_its_commas_only(read: Read) -> None:
    text = (
        "When asked at the harbour on Monday, the owners were reportedly concerned about the repairs of the ferry, "
        "which had been built in Skerra, a town on the northern coast of the island."
    )
    title = titles(read(text))["were"]
    assert title == "The owners were reportedly concerned about the repairs of the ferry"


@pytest.mark.parametrize(
    ("text", "trigger", "title"),
    [
        (
            "A ferry operated by Kesk Air sank on Monday. The ferry had been repaired in March.",
            "repaired",
            "The [ferry operated by Kesk Air] had been repaired",
        ),
        (
            "Two French divers found the wreck. The divers raised a safe on Monday.",
            "raised",
            "The [two French divers] raised a safe",
        ),
        (
            "A 1973 apartment building collapsed in Skerra. The building was closed in May.",
            "closed",
            "The [apartment building] was closed",
        ),
        (
            "A coach driver left. A bus driver left. A truck driver met the mayor. The driver resigned on Monday.",
            "resigned",
            "The driver resigned",
        ),
        ("A new ferry sank on Monday. The ferry had been repaired.", "repaired", "The ferry had been repaired"),
    ],
)
def test_a_bare_noun_is_told_in_the_fuller_words_of_the_article_where_no_other_is_called_so(
    read: Read, text: str, trigger: str, title: str
) -> None:
    assert titles(read(text))[trigger] == title


@pytest.mark.parametrize(
    ("text", "trigger", "title"),
    [
        ("Police were answering a call when they found the wreck.", "found", "[Police] found the wreck"),
        ("The owners sold the boats before they sank.", "sank", "The owners sold the boats before they sank"),
        ("The boat it hit in May was a ferry of the Kesk line.", "hit", "The boat it hit was a ferry of the Kesk line"),
    ],
)
def test_several_are_named_by_the_subject_of_their_sentence_where_it_tells_of_no_others(
    read: Read, text: str, trigger: str, title: str
) -> None:
    assert titles(read(text))[trigger] == title


def test_nobody_speaks_of_themselves_by_name(read: Read) -> None:
    text = "Rosa Lind met Mia Kesk. “She sold us the boat,” said Rosa Lind."
    assert titles(read(text))["sold"].startswith("[Rosa Lind]: “She sold us")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (
            "The council of the old harbour town of Oslund held its former director in contempt for a long time after "
            "the debate about the repairs of the pier.",
            "in contempt",
        ),
        (
            "The harbour commission of the old town of Oslund sent a boat capable of carrying ninety people across the "
            "bay during the first storm of the winter.",
            "capable of carrying ninety people",
        ),
    ],
)
def test_what_says_little_by_itself_keeps_what_completes_it(read: Read, text: str, kept: str) -> None:
    found = " ".join(titles(read(text)).values())
    assert kept in found


def test_a_sentence_before_a_comma_goes_into_no_title_of_the_next(read: Read) -> None:
    found = titles(read("Taking the wheel herself, Rosa Lind left. There were not enough boats on Friday."))
    assert found["left"] == "Rosa Lind left, taking the wheel herself"
    assert found["were"] == "There were not enough boats on Friday"


def test_in_a_quotation_it_is_nobody_that_the_article_names(read: Read) -> None:
    text = "The council met. “It shook the town,” said Otto Rask."
    assert titles(read(text))["shook"] == "[Otto Rask]: “It shook the town”"


def test_every_word_of_a_title_is_of_its_article(read: Read) -> None:
    doc = read(ARTICLE)
    words = set(re.findall(r"\w+", ARTICLE.lower()))
    assert len(events(doc)) > 12
    for event in events(doc):
        outside = re.sub(r"\[[^\]]*\](’s)?", "", event.title).lower()
        assert set(re.findall(r"\w+", outside)) <= words
        for name in re.findall(r"\[([^\]]*)\]", event.title):
            assert name.lower() in " ".join(ARTICLE.lower().split())


def test_a_denial_and_what_is_only_possible_stay_so(read: Read) -> None:
    doc = read(ARTICLE)
    found = titles(doc)
    for event in events(doc):
        if event.polarity is Polarity.NEGATIVE:
            assert re.search(r"\b(not|no|denied|refused)\b", event.title.lower())
    assert found["hear"].startswith("The court may hear")


def test_no_title_is_cut_or_has_half_a_pair_of_marks(read: Read) -> None:
    for title in titles(read(ARTICLE)).values():
        assert "…" not in title
        assert title.count("“") == title.count("”")
        assert title[-1] not in ",;:—–-"
        assert title[0].isupper() or not title[0].isalpha()


@settings(deadline=None)
@given(wild_docs())
def test_any_parse_gives_titles_that_say_something(doc: Doc) -> None:
    for event in Events().match(VerbGroups()(doc)):
        assert event.title


def test_a_quotation_that_goes_on_behind_the_title_is_closed_at_its_end(read: Read) -> None:
    doc = read(
        'Senator Rask said on Friday "We made a plea to the president once again: Don\'t hold millions hostage."'
    )
    assert next(iter(titles(doc).values())) == 'Senator Rask said "We made a plea to the president once again"'


@pytest.mark.parametrize(
    ("text", "trigger", "title"),
    [
        ("Rosa Lind signed the accord on Monday, banning fishing.", "banning", "Rosa Lind banned fishing"),
        (
            "Rosa Lind became a judge in 1990 after overthrowing the mayor.",
            "overthrowing",
            "Rosa Lind overthrew the mayor",
        ),
        ("The judge Otto Rask died after being hit by a car.", "hit", "The judge Otto Rask was hit by a car"),
        ("Rosa Lind left Oslund, having resigned on Monday.", "resigned", "Rosa Lind had resigned"),
        ("Rosa Lind stopped a lorry, carrying nine people home.", "carrying", "Rosa Lind carried nine people home"),
        ("Two trawlers and a tug left Corran before colliding.", "colliding", "Two trawlers and a tug collided"),
    ],
)
def test_a_participle_of_whoever_acts_is_told_as_a_sentence(read: Read, text: str, trigger: str, title: str) -> None:
    assert titles(read(text))[trigger] == title


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The ramp fell on Saturday, killing two.", "killing"),
        ("Otto Rask was hit by a car on Monday, breaking two ribs.", "breaking"),
        ("Rosa Lind will sign the accord, banning fishing.", "banning"),
        ("Rosa Lind may have signed the accord, banning fishing.", "banning"),
        ("Rosa Lind did not sign the accord, banning fishing.", "banning"),
        ("Rosa Lind lost the vote, ending her career.", "ending"),
        ("Rosa Lind declared three days of mourning, starting on Tuesday.", "starting"),
        ("After passing Skerra on Monday, the storm was forecast to reach Corran.", "passing"),
        ("Her sentence was shortened on Monday after serving nine years.", "serving"),
    ],
)
def test_a_participle_of_what_did_not_act_or_has_not_happened_stays_in_its_sentence(
    read: Read, text: str, trigger: str
) -> None:
    told = titles(read(text)).get(trigger, f", {trigger}")
    assert trigger in told


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Rosa Lind resigned on Monday. Lind had run the harbour for years.",
            "[Rosa] Lind had run the harbour for years",
        ),
        ("Tamar bin Yusuf resigned. Tamar had run the harbour.", "Tamar [bin Yusuf] had run the harbour"),
        ("Adam Rask resigned. Adam had run the harbour.", "Adam [Rask] had run the harbour"),
        ("Rosa Lind resigned. Otto Rask met Lind’s lawyer.", "Otto Rask met [Rosa] Lind’s lawyer"),
        ("Rosa Lind resigned. Lind’s lawyer met Lind.", "[Rosa] Lind’s lawyer met Lind"),
        ("Rosa Lind resigned on Monday. The Lind family had left.", "The Lind family had left"),
        ("Rosa Lind resigned. Mia Lind, her daughter, stayed. Lind had run the harbour.", "Lind had run the harbour"),
    ],
)
def test_a_short_name_is_told_in_full_where_only_one_can_be_meant(read: Read, text: str, title: str) -> None:
    assert title in titles(read(text)).values()


def test_a_passive_is_not_left_without_the_clause_that_makes_it_whole(read: Read) -> None:
    doc = read(
        "Rosa Lind was known for leading a neutral council and settling several long quarrels between the two islands "
        "of Skerra as a friend of all sides on Monday."
    )
    assert "known for leading" in titles(doc)["known"]


def test_whoever_an_article_is_about_is_not_named_for_somebody_else_of_the_sentence(read: Read) -> None:
    text = (
        "Otto Rask died in May. Rask was mayor for years. Rask was a judge before. Otto Rask left Oslund, Rask said. "
        "Rask was fifty. Reporters asked Arvo Kesk about it on Monday, but he declined to comment."
    )
    assert not any("Rask] declined" in title for title in titles(read(text)).values())


def test_a_report_keeps_what_it_reports_where_a_place_stands_between(read: Read) -> None:
    text = "The lawyer Tilde Amsel said outside the court of Oslund that the old client would appeal within the year."
    assert any("would appeal" in title for title in titles(read(text)).values())


def test_many_people_of_one_last_name_take_work_in_proportion(read: Read) -> None:
    def work(size: int) -> int:
        given = [f"{first}{second}{last}a" for first in "BDFGKLMN" for second in "aeiou" for last in "drlmstvnkp"][
            :size
        ]
        doc = read(" ".join(f"{name} Lind left Oslund. Lind met {name}." for name in given))
        context = read_event_context(doc)
        names = FullNames(context, names_in_titles(context))
        return effort(lambda: [list(names.of((at,))) for at in range(len(doc))])

    work(5)
    assert work(400) < 5 * work(100)


@pytest.mark.parametrize("day", ["May 5, 2016,", "Friday, May 6,"])
def test_the_comma_of_a_date_goes_with_it(read: Read, day: str) -> None:
    (event,) = events(read(f"The members voted on {day} to leave the union."))
    assert event.title == "The members voted to leave the union"


def test_words_that_are_moved_behind_the_last_one_of_a_text_do_no_harm(read: Read) -> None:
    (event,) = events(read("In the year to March 2018 the trust lost £9m"))
    assert event.title.startswith("The trust lost £9m")
