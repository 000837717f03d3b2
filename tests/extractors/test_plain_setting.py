import re

import pytest
from spacy.language import Language

from extractors.extraction import from_doc
from extractors.pipeline import SENTENCES, process
from extractors.plain_setting.reading import plain
from extractors.plain_setting.spaces import with_plain_spaces
from timeline.model import Article

DASH = re.compile(r" ?(?:—|–|--) ?| - ")
"""A title has the dashes of its text."""

TEXT = (
    'Rosa Lind took office on 3 July and visited Oslund on Tuesday.\n\n"The ferry sank in a storm," she said. '
    "It was an old boat – the oldest of all – that had been sold in 2015-16."
)
"""As it is set in the corpora that grammar is learned from."""

Reading = list[tuple[str, str, str, str]]


def reading(nlp: Language, text: str) -> Reading:
    """The lines that are read, with their titles without what is set otherwise."""
    article = Article(id="a", name="a", text=text)
    extraction = from_doc(article, process(nlp, text), extractor="test")
    plain = str.maketrans("“”\n\u00a0", '""  ')
    return [
        (
            " ".join(text[slice(*one.trigger)].split()),
            " ".join(DASH.sub(" – ", one.title.translate(plain)).split()),
            one.when.timex,
            one.status.value,
        )
        for one in extraction.assertions
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (" ", "\n"),
        ("3 July", "3\u00a0July"),
        (" ", "  "),
        (" on ", "\u202fon\u202f"),
        ("\n\n", "\u00a0\n\n\n \n"),
        ('"The', "“The"),
        (" – ", " - "),
        (" – ", "—"),
        (" – ", " -- "),
        ("2015-16", "2015–16"),
    ],
)
def test_a_text_that_is_set_otherwise_is_read_alike(nlp: Language, old: str, new: str) -> None:
    changed = TEXT.replace(old, new)
    if old == '"The':
        changed = changed.replace(',"', ",”")
    assert changed != TEXT
    assert reading(nlp, changed) == reading(nlp, TEXT)


@pytest.mark.parametrize(
    ("text", "parsed"),
    [
        ("He left Monday.", "He left on Monday."),
        ("He left Monday night.", "He left on Monday night."),
        ("The court Monday banned it.", "The court on Monday banned it."),
        ("The Monday meeting was late Tuesday.", "The Monday meeting was late Tuesday."),
        ("It is open Monday to Friday.", "It is open Monday to Friday."),
        ("The deadline is Monday.", "The deadline is Monday."),
        ("It sank on 5 March.", "It sank on March 5."),
        ("It sank on 5 March 2018 in a storm.", "It sank on March 5, 2018 in a storm."),
        ("It sank on 5th Mar. in a storm.", "It sank on March 5 in a storm."),
        ("It sank on Sept. 12th.", "It sank on September 12."),
        ("It sank on 5 and 6 March.", "It sank on 5 and 6 March."),
        ("In May 5 people died, in March none.", "In May 5 people died, in March none."),
        ("5 March was cold.", "March 5 was cold."),
    ],
)
def test_days_are_parsed_in_one_form(nlp: Language, text: str, parsed: str) -> None:
    assert plain(nlp.get_pipe(SENTENCES)(nlp.make_doc(text)))[0].text == parsed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The court on Tuesday banned the ferry.", "The court Tuesday banned the ferry."),
        ("It sank on March 5, 2018 in a storm.", "It sank on 5 March 2018 in a storm."),
        ("It sank on Sept. 12th.", "It sank on September 12."),
    ],
)
def test_what_a_day_belongs_to_is_the_same_however_it_is_written(nlp: Language, one: str, other: str) -> None:
    assert reading(nlp, one) == reading(nlp, other)
    first, second = (
        {token.text: (token.dep_, token.head.text) for token in process(nlp, text) if token.text != "on"}
        for text in (one, other)
    )
    assert {word: first[word] for word in ("sank", "banned", "storm", "ferry") if word in first} == {
        word: second[word] for word in ("sank", "banned", "storm", "ferry") if word in second
    }


def test_an_expression_over_two_lines_has_the_words_of_the_text(nlp: Language) -> None:
    text = "The ferry sank on 3\nJuly 2015 in a storm.\n\nIt was old."
    (one,) = from_doc(
        Article(id="a", name="a", text=text), process(nlp, text), extractor="test"
    ).article.time_expressions
    assert one.text == "3\nJuly 2015"


def test_plain_spaces_keep_every_place_and_part_the_paragraphs() -> None:
    assert with_plain_spaces("A\nb\u00a0c - d.\n\n\u00a0E-f") == "A b c – d.\n\n E-f"
    assert with_plain_spaces("One line.\nAnother line.") == "One line.\nAnother line."


def test_white_space_that_is_no_word_hangs_on_the_word_before_it(nlp: Language) -> None:
    doc = process(nlp, " Nine  people died.\n\n\nPresident Ana\nKovac  resigned.")
    assert all(token.head.i == max(token.i - 1, 0) for token in doc[1:] if token.is_space)
    assert "Ana Kovac" in {entity.text for entity in doc.ents}


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u00a0\n", " A", "-", " - "])
def test_next_to_nothing_is_read(nlp: Language, text: str) -> None:
    assert len(process(nlp, text).text) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "The 3 March Committee met on Friday.",
        "The 5 June Movement left the talks on Friday.",
        "He joined the 3 March 2001 Committee last week.",
    ],
)
def test_a_name_that_begins_with_a_day_begins_where_it_is_written(nlp: Language, text: str) -> None:
    """Its day and month are turned for the parser, and turned back its entity is one that spaCy takes."""
    doc = process(nlp, text)
    assert all(entity.text for entity in doc.ents)
    assert doc.to_bytes()


@pytest.mark.parametrize("title", ["Sgt.", "Capt.", "Lt.", "Col."])
def test_a_title_with_a_point_is_parsed_as_one_word(nlp: Language, title: str) -> None:
    doc = process(nlp, f"The boat was full, said Oslund Police {title} Rosa Lind. Nobody left.")
    assert [sentence.text for sentence in doc.sents] == [
        f"The boat was full, said Oslund Police {title} Rosa Lind.",
        "Nobody left.",
    ]
