"""Words that are quoted, printed whole or answered: a mark or their place tells whose they are."""

import pytest

from tests.extractors.attributions.reading import Read, parts


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "“We waited,” Rosa Lind said. “Nobody came. The lamps were out.”",
            "“We waited,” … “Nobody came. The lamps were out.”",
        ),
        (
            "“We waited. The lamps were out. Nobody came,” Rosa Lind said.",
            "“We waited. The lamps were out. Nobody came,”",
        ),
        (
            "Rosa Lind said: “We waited. Nobody came.”",
            "“We waited. Nobody came.”",
        ),
        (
            "“We waited,” Rosa Lind said. “Nobody came.\n\n“The lamps were out.”",
            "“We waited,” … “Nobody came. … “The lamps were out.”",
        ),
        (
            "“We waited,” Rosa Lind said. “Nobody came.”\n\n“The lamps were out that night.”",
            "“We waited,” … “Nobody came.” … “The lamps were out that night.”",
        ),
    ],
)
def test_a_quotation_belongs_whole_to_the_one_who_speaks(read: Read, text: str, content: str) -> None:
    assert [(one.source, one.content) for one in parts(read(text))] == [("Rosa Lind", content)]


def test_a_quotation_after_the_words_of_somebody_else_is_not_given_to_who_spoke_before(read: Read) -> None:
    text = "“We waited,” Rosa Lind said.\n\nThe harbour was dark.\n\n“The lamps were out that night.”"
    assert [one.content for one in parts(read(text))] == ["“We waited,”"]


def test_a_name_in_quotation_marks_is_nothing_said(read: Read) -> None:
    text = "Rosa Lind said the ferry was full. The “Maren” sank at once."
    assert [one.content for one in parts(read(text))] == ["the ferry was full"]


def test_a_cue_inside_a_quotation_is_left_to_the_one_who_is_quoted(read: Read) -> None:
    found = parts(read("“The mayor said that we were safe,” Rosa Lind said."))
    assert [one.speaker for one in found] == ["Rosa Lind"]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Rosa Lind: “The ferry is safe. We checked it.”", "Rosa Lind", "“The ferry is safe. We checked it.”"),
        (
            "Senator Rosa Lind spoke on Corran News, “This will lead to war. We abandoned them.”",
            "Rosa Lind",
            "“This will lead to war. We abandoned them.”",
        ),
        (
            "A government account made the following statement: “Nine cases are known.”",
            "A government account",
            "“Nine cases are known.”",
        ),
        (
            "“The storm will bring high waves. Stay at home”, read the warning.",
            "the warning",
            "“The storm will bring high waves. Stay at home”",
        ),
        ("“The ferry is safe. We checked it.” – Rosa Lind", "Rosa Lind", "“The ferry is safe. We checked it.”"),
        ("I saw the ferry sink. Nobody helped us. Rosa Lind", "Rosa Lind", "I saw the ferry sink. Nobody helped us"),
        (
            "President Arvo Kesk took a shot at them on Twitter: “They have left the race.”",
            "Arvo Kesk",
            "“They have left the race.”",
        ),
        ("Rosa Lind stated:\n\n“We left at noon. It rained.”", "Rosa Lind", "“We left at noon. It rained.”"),
        (
            "In a statement, Corran Line said:\n\nThe ferry was safe. It was inspected in May.",
            "Corran Line",
            "The ferry was safe. It was inspected in May",
        ),
    ],
)
def test_a_mark_or_a_place_tells_who_speaks_where_no_verb_does(
    read: Read, text: str, speaker: str, content: str
) -> None:
    assert (speaker, content) in [(said.speaker, said.content) for said in parts(read(text))]


def test_a_list_after_a_colon_is_nobody_s_words(read: Read) -> None:
    said = parts(read("The mayor said the following would close:\n\nthe pier and the museum"))
    assert not any("pier" in one.content for one in said)


@pytest.mark.parametrize(
    ("asks", "answers"),
    [("Q:", "A:"), ("OC:", "RL:"), ("((OC))", "((Rosa Lind))"), ("Oslund Courier:", "Rosa Lind:"), ("((OC))", "RL")],
)
def test_an_answer_of_an_interview_is_told_by_who_gives_it(read: Read, asks: str, answers: str) -> None:
    text = (
        f"The mayor, Rosa Lind, built the pier. Lind closed it.\n\n{asks} When was that?\n\n"
        f"{answers} I think it closed in May.\n\nIt was late.\n\n"
        f"{asks} Who paid for it?\n\n{answers} Nobody paid for it."
    )
    turns = [(one.speaker, one.content) for one in parts(read(text))]
    expected = [("Rosa Lind", "I think it closed in May.\n\nIt was late"), ("Rosa Lind", "Nobody paid for it")]
    assert turns == expected


def test_labels_of_a_list_are_nobody_s_turns(read: Read) -> None:
    assert not parts(read("Where: The pier.\n\nWhen: In May.\n\nWhere: The port.\n\nWhen: The crew left in June."))


def test_an_interview_that_is_quoted_whole_has_its_answers_told_by_who_gives_them(read: Read) -> None:
    text = (
        "Rosa Lind spoke to Berg.\n\n“BERG: Did you leave?\n\n“LIND: We left in May. We lost the boat.\n\n“BERG: Why?”"
    )
    assert [(one.speaker, one.content) for one in parts(read(text))] == [
        ("Rosa Lind", "We left in May. We lost the boat"),
    ]


def test_a_statement_is_read_for_whose_it_is(read: Read) -> None:
    text = "The boat sank. The family’s statement on the death read: “We have lost him. He loved the sea.”"
    assert [one.speaker for one in parts(read(text))] == ["The family"]
