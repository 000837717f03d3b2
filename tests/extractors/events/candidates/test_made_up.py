"""What happens in fiction, dreams and scenarios, or is only imagined, is no line; what is done with them is one."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.events import events
from timeline.model import Polarity, Status

Read = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("In the film, a tug sinks off Oslund in 1962 and nine sailors drown.", "sinks"),
        ("In the film, a tug sinks off Oslund in 1962 and nine sailors drown.", "drown"),
        ("The thriller, in which a clerk is shot in Oslund in 1985, opens on Friday.", "shot"),
        ("The novel tells how a duke poisons his sister in 1604.", "poisons"),
        ("The opera ends when the miller kills his wife.", "kills"),
        ("Lind had a dream in which wolves burned her mill.", "burned"),
        ("Law students held a mock trial in which a duke was hanged on Monday.", "hanged"),
        ("As part of the simulation, a tug struck the pier on Monday.", "struck"),
        ("Under the scenario, enemy ships crossed the strait on Monday.", "crossed"),
        ("The wardens simulated a tug that struck the pier on Monday.", "struck"),
        ("Kesk dreamt that the mill had burned down in May.", "burned"),
        ("Lind wished that the council had bought the mill in May.", "bought"),
    ],
)
def test_what_is_made_up_is_not_told(read: Read, text: str, trigger: str) -> None:
    doc = read(text)
    assert trigger not in {doc[one.trigger[0]].text for one in events(doc)}


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("In the film, Rosa Lind played a nurse in 1985.", "played"),
        ("The thriller, in which a clerk is shot in Oslund, opened on Friday.", "opened"),
        ("The film tells of Otto Rask, who was shot in 1985.", "shot"),
        ("The council saw the play on Monday when the fair began.", "began"),
        ("In the survey, nine people died in May.", "died"),
    ],
)
def test_what_is_done_with_it_is_told(read: Read, text: str, trigger: str) -> None:
    doc = read(text)
    found = {doc[one.trigger[0]].text: one.status for one in events(doc)}
    assert found[trigger] is Status.OCCURRED


@pytest.mark.parametrize(
    ("text", "trigger", "polarity"),
    [
        ("Parents feared that their children had been kidnapped on Monday.", "kidnapped", Polarity.POSITIVE),
        ("The crew was afraid that the tug had sunk on Monday.", "sunk", Polarity.POSITIVE),
        ("Fans hoped that the band had met in May.", "met", Polarity.POSITIVE),
        ("The town was emptied on fears that the dam had failed on Monday.", "failed", Polarity.POSITIVE),
        ("Rumours that the duke had died on Monday spread fast.", "died", Polarity.POSITIVE),
        ("Rask pretended that he had been robbed in May.", "robbed", Polarity.NEGATIVE),
        ("He lied that his aunt had died on Sunday.", "died", Polarity.NEGATIVE),
    ],
)
def test_what_is_feared_hoped_or_pretended_is_alleged(read: Read, text: str, trigger: str, polarity: Polarity) -> None:
    doc = read(text)
    found = {doc[one.trigger[0]].text: (one.status, one.polarity) for one in events(doc)}
    assert found[trigger] == (Status.ALLEGED, polarity)
