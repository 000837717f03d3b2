"""What stood before a sentence and a comma, and is no part of what happened, does not come to stand behind it."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.events import events
from extractors.events.context.event_context import read_event_context
from extractors.events.titles.drafts import Draft
from extractors.events.titles.moved_settings import without_moved_settings

Read = Callable[[str], Doc]


def titles(doc: Doc) -> dict[str, str]:
    return {doc[event.trigger[0]].text: event.title for event in events(doc)}


@pytest.mark.parametrize(
    ("text", "trigger", "title"),
    [
        (
            "In a touch of irony, the council signed the treaty at the old library on 3 May 2019.",
            "signed",
            "The council signed the treaty at the old library",
        ),
        (
            "Over the course of the voyage, Rosa Lind repaired two boats and a pier.",
            "repaired",
            "Rosa Lind repaired two boats and a pier",
        ),
    ],
)
def test_a_setting_without_name_or_figure_goes(read: Read, text: str, trigger: str, title: str) -> None:
    assert titles(read(text))[trigger] == title


@pytest.mark.parametrize(
    ("text", "trigger", "kept"),
    [
        ("In Corran, Rosa Lind signed the treaty on 3 May 2019.", "signed", "in Corran"),
        ("In the second round, no ferry reached the harbour on 3 May 2019.", "reached", "second round"),
        ("After the storm, the ferry did not leave the harbour on 3 May 2019.", "leave", "after the storm"),
    ],
)
def test_what_may_say_of_what_it_is_so_stays(read: Read, text: str, trigger: str, kept: str) -> None:
    assert kept.lower() in titles(read(text))[trigger].lower()


def test_a_draft_that_has_lost_its_verb_is_left_as_it_is(read: Read) -> None:
    context = read_event_context(read("In a touch of irony, the council signed the treaty at the old library."))
    verb = next(iter(context.syntax.clauses))
    subject = context.syntax.clauses[verb].subject
    words = tuple(at for at in range(len(context.doc)) if at != verb)
    draft = Draft(words, frozenset(), (0, len(context.doc)), verb, subject)
    assert without_moved_settings(context, draft) == draft
