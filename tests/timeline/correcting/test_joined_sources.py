"""Sources that a person said are one: what both said is said by the one that leads."""

from collections.abc import Sequence

import pytest

from tests.timeline.builders import person, reading
from tests.timeline.test_collection import build, edit
from timeline.collection import Timeline
from timeline.dates.edtf import normal
from timeline.edits import Edit, EditKind
from timeline.history import done
from timeline.query import select

CNN = reading("Silva left.", publisher="CNN")
AFP = reading("Orr came.", publisher="AFP")
LIND = reading("It rained.", "It snowed.", publisher="AFP", name="snow", speaker="Lind", actors=[person("Lind")])
SILVA, ORR = CNN.assertions[0].event, AFP.assertions[0].event
RAINED = LIND.assertions[0].event


def joined(*links: tuple[str, str]) -> Sequence[Edit]:
    return [edit(EditKind.SOURCE_JOIN, one, lead, number) for number, (one, lead) in enumerate(links, 1)]


def timeline(*edits: Edit) -> Timeline:
    return build([CNN, AFP, LIND], list(edits))


def voice(view: Timeline, event: str) -> str:
    return view.sources[view.entry(event).lead.source].name


def test_what_a_joined_source_said_is_said_by_the_one_that_leads() -> None:
    view = timeline(*joined(("cnn", "afp")))
    assert voice(view, SILVA) == voice(view, ORR) == "AFP"
    assert len(view.of_source("afp")) == 2
    assert view.of_source("cnn") == ()
    assert view.joined_to_source("afp") == ("cnn",)


def test_it_is_still_found_by_the_name_that_it_had() -> None:
    view = timeline(*joined(("cnn", "afp")))
    assert {entry.id for entry in select(view, "source:cnn", normal)} >= {SILVA}
    assert ORR in {entry.id for entry in select(view, "source:cnn", normal)}


def test_joined_in_a_row_the_last_leads_and_in_a_circle_the_one_with_the_least_id() -> None:
    speaker = LIND.assertions[0].source
    row = timeline(*joined(("cnn", "afp"), ("afp", speaker)))
    assert voice(row, SILVA) == voice(row, ORR) == voice(row, RAINED) == "Lind"
    circle = timeline(*joined(("cnn", "afp"), ("afp", "cnn")))
    assert voice(circle, SILVA) == voice(circle, ORR) == "AFP"


def test_it_is_said_in_a_sentence() -> None:
    (link,) = joined(("cnn", "afp"))
    assert done(link, timeline(link)) == "said that “CNN” and “AFP” are one source"


@pytest.mark.parametrize("lead", ["cnn", "afp"])
def test_a_source_is_joined_neither_to_itself_nor_twice(lead: str) -> None:
    view = timeline(*joined(("cnn", "afp")))
    with pytest.raises(ValueError, match="they are one source already"):
        view.check_edit(EditKind.SOURCE_JOIN, "cnn", lead)


def test_a_source_that_there_is_not_is_joined_to_nothing() -> None:
    with pytest.raises(KeyError):
        timeline().check_edit(EditKind.SOURCE_JOIN, "cnn", "nobody")
    assert voice(timeline(*joined(("cnn", "nobody"))), SILVA) == "CNN"
