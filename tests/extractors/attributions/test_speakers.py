"""Whom a source means: the name in its words, and who a pronoun or a role stands for."""

import pytest

from tests.extractors.attributions.reading import Read, parts


def test_a_pronoun_means_the_last_one_who_spoke(read: Read) -> None:
    text = "President Arvo Kesk said the count was fair.\n\n“I will not resign,” he said."
    assert [one.speaker for one in parts(read(text))] == ["Arvo Kesk", "Arvo Kesk"]


def test_a_pronoun_does_not_mean_somebody_with_a_title_of_the_other_sex(read: Read) -> None:
    text = "Mrs. Rosa Lind said the count was fair.\n\nMr. Arvo Kesk said it was not.\n\n“I will not resign,” she said."
    assert parts(read(text))[-1].speaker == "Rosa Lind"


def test_a_pronoun_does_not_mean_somebody_with_a_given_name_of_the_other_sex(read: Read) -> None:
    found = parts(read("Anna Lind said it was late. Harry Rask said it was early. She said it was over."))
    assert found[-1].speaker == "Anna Lind"


def test_a_pronoun_does_not_mean_who_is_only_spoken_of(read: Read) -> None:
    text = "Rosa Lind said that Arvo Kesk claimed the count was fair.\n\n“I will not resign,” she said."
    assert parts(read(text))[-1].speaker == "Rosa Lind"


def test_they_are_those_who_last_spoke_together(read: Read) -> None:
    text = "Oslund and Vermland said the count was fair. They said nobody had complained."
    assert [one.speaker for one in parts(read(text))] == ["Oslund and Vermland"] * 2


def test_an_unnamed_source_keeps_its_own_words(read: Read) -> None:
    (one,) = parts(read("A UN official said that nine people had been killed."))
    assert one.speaker == "A UN official"


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Commander Rurik Vann of the Coast Guard said that nine drowned.", "Rurik Vann"),
        ("Rosa Lind, who left the city and lost her house, said that nine drowned.", "Rosa Lind"),
        ("The mayor, Rosa Lind, said that nine drowned.", "Rosa Lind"),
        ("Lawyers for Rosa Lind said that nine drowned.", "Lawyers for Rosa Lind"),
        ("A deckhand who asked not to be named said that nine drowned.", "A deckhand"),
        ("President Tove Maddern accepted the result on Wednesday and said that she was tired.", "Tove Maddern"),
        ("The Oslund Council said that nine drowned.", "Oslund Council"),
        ("Spain, Germany and France said that nine drowned.", "Spain, Germany and France"),
    ],
)
def test_the_speaker_is_the_head_of_the_phrase(read: Read, sentence: str, speaker: str) -> None:
    assert [one.speaker for one in parts(read(sentence))] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The mayor of Velmark, Rosa Lind, wrote: “The city mourns.”", "Rosa Lind"),
        ("Also the president of the council, Rosa Lind, said it was over.", "Rosa Lind"),
        ("The Ministry of Trade and the Federal Harbour Service (FHS) said they were ready.", ""),
        ("Inspectors went to the pier, where they said the ferry had left.", "Inspectors"),
        ("The ferry union will strike, its lawyers said.", "its lawyers"),
        ("Corran Line said it was over. According to its statement, the ferry was safe.", "Corran Line"),
        ("She died on Monday, according to a statement released by the Oslund Council.", "Oslund Council"),
        ("In a statement by the Oslund Council, nobody was named. Its statement said it was over.", ""),
        ("A lawyer for the families spoke. “The inquiry was promised,” she said.", ""),
        (
            "A lawyer for the families said it was late. “It was promised in May,” she said.",
            "A lawyer for the families",
        ),
        ("According to Rosa Lind's critics, it is over.", "Rosa Lind's critics"),
        ("The Rosa Lind administration said it was over.", "The Rosa Lind administration"),
        ("Rosa Lind, Chair of Law and Order at Oslund University, said it was over.", "Rosa Lind"),
        ("House of Commons Speaker Rosa Lind said it was over.", "Rosa Lind"),
        ("Fish and harbour commissioner Rosa Lind said it was over.", "Rosa Lind"),
        ("The First Minister of Scotland Rosa Lind said it was over.", "Rosa Lind"),
        ("Two of the authors, biologist Rosa Lind, said it was over.", "Rosa Lind"),
        ("An author, fish and harbour economist Rosa Lind, said it was over.", "Rosa Lind"),
        ("They met harbour commissioner Rosa Lind. The commissioner said it was over.", "Rosa Lind"),
        ("They met Rosa Lind, a judge. The judge said it was over.", "Rosa Lind"),
        ("They met the judges Rosa Lind and Otto Rask. The judge said it was over.", "The judge"),
    ],
)
def test_a_source_is_named_as_a_person_would_name_it(read: Read, text: str, speaker: str) -> None:
    last = parts(read(text))[-1].speaker
    assert last == speaker if speaker else "(" not in last


def test_a_speaker_behind_the_cue_has_what_they_are_with_them(read: Read) -> None:
    text = (
        "“It was our yard,” said Rosa Lind, director of harbour studies at the Ilva Institute, “but it is theirs now.”"
    )
    assert parts(read(text))[0][0] == "Rosa Lind, director of harbour studies at the Ilva Institute"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Carl Berg said it was late. “We sank,” said Otto Rask, the captain; he claimed that the crew fled.",
            "Otto Rask",
        ),
        ("Carl Berg said it was late. Otto Rask spoke after a trial in which he denied that he had fled.", "Otto Rask"),
    ],
)
def test_he_is_whom_his_own_sentence_is_about(read: Read, text: str, speaker: str) -> None:
    *_, last = (one for one in parts(read(text)) if one.source == "he")
    assert last.speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "The court heard from Rosa Lind, a retired rigger, who said she had left the harbour.",
            "Rosa Lind",
            "she had left the harbour",
        ),
        ("The boat was full, said Ilva Lines–Oslund manager Otto Rask.", "Otto Rask", "The boat was full"),
        ("The boat was full, according to prosecutor Otto Rask.", "Otto Rask", "The boat was full"),
        (
            "A lawyer for Rask, the Oslund tea concern owned by the Lind family, said the firm will pay nine million.",
            "A lawyer for Rask",
            "the firm will pay nine million",
        ),
    ],
)
def test_a_speaker_is_told_from_what_stands_beside_the_name(read: Read, text: str, speaker: str, content: str) -> None:
    assert (speaker, content) in [(one.speaker, one.content) for one in parts(read(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Rosa Lind spoke. Questioned by Otto Rask, a lawyer for the harbour, she agreed that the boat was full.",
        "Rosa Lind told the court that the boat was full. According to her, nobody had counted.",
        "Rosa Lind said the boat was full. A note of 4 May calls her “difficult”. She says she was followed.",
    ],
)
def test_a_pronoun_means_the_person_and_neither_a_paper_nor_who_asks(read: Read, text: str) -> None:
    assert parts(read(text))[-1].speaker == "Rosa Lind"


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("“I have filed my report on time,” Arvo Kesk added, noting that Rosa Lind requested an extension.", "noting"),
        ("“We left early,” Arvo Kesk said, while arguing the council should pay for it.", "arguing"),
    ],
)
def test_who_goes_on_behind_a_quotation_is_who_was_quoted(read: Read, text: str, cue: str) -> None:
    (speaker,) = [one.speaker for one in parts(read(text)) if one.cue == cue]
    assert speaker == "Arvo Kesk"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The Oslund Council did not name the driver in its announcement. They did say he was unhurt.",
            "Oslund Council",
        ),
        ("The lawsuit said the ferry was old. It also claims the crew was tired.", "The lawsuit"),
    ],
)
def test_a_body_or_a_paper_is_taken_up_by_a_pronoun(read: Read, text: str, speaker: str) -> None:
    assert parts(read(text))[-1].speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The plan was opposed by the families, who fight for a new bridge and who have said the old one leaks.",
            "the families",
        ),
        (
            "The work was led by Petra Noor, a biologist and lecturer at the Oslund Institute, "
            'who said "There is a lot of doubt now whether the reef can live".',
            "Petra Noor",
        ),
    ],
)
def test_who_means_whom_it_tells_of_whatever_a_parse_hangs_it_on(read: Read, text: str, speaker: str) -> None:
    assert parts(read(text))[-1].speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Traffic fell in May, according to data released Friday by the port office.", "the port office"),
        ("Lind had more money in May, according to figures the party released Friday.", "the party"),
    ],
)
def test_figures_speak_for_who_released_them(read: Read, text: str, speaker: str) -> None:
    (one,) = parts(read(text))
    assert one.speaker == speaker
