"""What hangs on a condition without an *if*, and what only looks so; what was not done is no line."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.events import events
from timeline.model import Status

Read = Callable[[str], Doc]


def statuses(doc: Doc) -> dict[str, Status]:
    return {doc[one.trigger[0]].text: one.status for one in events(doc)}


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Provided that the court agrees, Rask will be freed on Monday.", "freed"),
        ("The museum will move in May, assuming it finds a donor.", "move"),
        ("The deal will be signed in April as long as both sides accept it.", "signed"),
        ("The line will stop sailing to Oslund in May unless fuel gets cheaper.", "stop"),
        ("In the event of a tie, a second vote will be held on 7 April.", "held"),
        ("In case of rain, the fair will move to the hall on Sunday.", "move"),
        ("Even had the doctor come at once, the boy would have died on Monday.", "died"),
        ("Provided the ice holds, the race will start on Sunday.", "start"),
        ("Barring rain, the roof will be laid on Sunday.", "laid"),
        ("On condition that she stays abroad, Lind will be freed in May.", "freed"),
        ("Otherwise, the club will be sold on 30 June.", "sold"),
        ("Failing a deal by 30 April, the club will be sold.", "sold"),
        ("Leave by Friday or the water will be cut off, the owner told them.", "cut"),
        ("The firm would have gone under in 2009 had the state not stepped in.", "gone"),
    ],
)
def test_what_hangs_on_a_condition_is_conditional(read: Read, text: str, trigger: str) -> None:
    assert statuses(read(text))[trigger] is Status.CONDITIONAL


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The strike lasted as long as the mayor ruled.", "lasted", Status.OCCURRED),
        ("Assuming office in 2019, she sold the mill.", "sold", Status.OCCURRED),
        ("The court provided that the fine be paid in May.", "provided", Status.OCCURRED),
        ("In the case of Lind the court will rule on Monday.", "rule", Status.PLANNED),
        ("The wardens opened the gate or the crowd broke it on Monday.", "broke", Status.OCCURRED),
    ],
)
def test_what_only_looks_like_a_condition_sets_none(read: Read, text: str, trigger: str, status: Status) -> None:
    assert statuses(read(text))[trigger] is status


@pytest.mark.parametrize(
    ("text", "undone", "done"),
    [
        ("The mill was shut in May rather than being sold.", "sold", "shut"),
        ("The premier flew home on Tuesday instead of visiting the valley.", "visiting", "flew"),
        ("Rather than resign, Kesk dissolved the board on Tuesday.", "resign", "dissolved"),
    ],
)
def test_what_was_not_done_is_no_line_beside_what_was(read: Read, text: str, undone: str, done: str) -> None:
    found = statuses(read(text))
    assert undone not in found
    assert done in found
