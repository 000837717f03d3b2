"""What was over before a dated event, and from when that is known."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors import extract
from extractors.events import events
from extractors.typed_dates.reading import read_day
from timeline.model import Article, Basis, Published, Tie, article_id
from timeline.when import Bound

Read = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        ("Prior to joining parliament, Rask taught law. He joined parliament in 1987.", "taught", "../1987"),
        ("A ferry sank on Monday. Before resigning, Rask chose a deputy.\n\nRask resigned on Tuesday.", "chose", ".."),
        ("Prior to the 2011 reform, she served as an envoy.", "served", "../2011"),
        ("Kesk worked as a baker before applying for a job in 1965.", "worked", "../1965"),
        ("Kesk was mayor until she resigned in 2014.", "was", "../2014"),
        (
            "A judge sentenced Rask on Friday. The hearings leading up to the ruling included a film.",
            "included",
            "..",
        ),
        (
            "A judge sentenced Rask on Friday. The talks leading up to the ruling had pleas from lawyers, who argued.",
            "argued",
            "..",
        ),
        ("Skerra voted on Friday. Before the election, the party had nine seats.", "had", ".."),
    ],
)
def test_what_was_before_a_dated_event_is_no_later_than_that(text: str, trigger: str, edtf: str) -> None:
    published = Published(read_day("2019-09-12"), Basis.PERSON)
    found = extract(Article(id=article_id(text), name="a", text=text, published=published)).assertions
    (one,) = [one for one in found if text[slice(*one.trigger)] == trigger]

    assert one.tie is Tie.BEFORE
    assert one.when.edtf.startswith(edtf)
    assert one.when.bound is Bound.BY
    assert one.when.earliest is None


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Rask lost the race on Friday. He left the hall shortly before the race.", "left"),
        ("Rask will resign on Friday. He met Kesk before resigning.", "met"),
        ("Kesk joined the navy in 1987. Before joining parliament, Rask taught law.", "taught"),
        ("Kesk joined parliament in 1987. Before joining parliament, Rask taught law.", "taught"),
        ("The union walked out in early May, then marched for hours, before giving up in June.", "marched"),
    ],
)
def test_another_event_or_one_to_come_is_no_end_of_it(read: Read, text: str, trigger: str) -> None:
    doc = read(text)
    (one,) = [one for one in events(doc) if doc[one.trigger[0]].text == trigger]
    assert one.tie is not Tie.BEFORE
