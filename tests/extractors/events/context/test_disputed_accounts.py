"""Accounts that somebody disputes, those of a side in court, and what somebody says never was."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.events import events
from timeline.model import Status

Read = Callable[[str], Doc]


def status(doc: Doc, trigger: str) -> Status:
    return next(one.status for one in events(doc) if doc[one.trigger[0]].text == trigger)


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        ("The driver says he braked on Monday; the witnesses say he sped up.", "braked sped"),
        ("The company said it had repaired the valve in January, which the inspectors dispute.", "repaired"),
        ("The firm said it had deleted the data in 2015, which the union calls a lie.", "deleted"),
        (
            "Rebels said the army had shelled a school on Sunday; the army said the rebels had fired from its yard.",
            "shelled fired",
        ),
        ("The tenants say the landlord cut off the heating in December. The landlord denies it.", "cut"),
        ("The villagers say soldiers burned the mill in May. The army disputes that account.", "burned"),
        ("Minister Otto Rask denied that. Ilva had been informed on Friday, he said.", "informed"),
        ("The union dismissed that as invention, saying the firm had locked the gate in May.", "locked"),
        ("Lind Lines disputes this: its manager, Otto Rask, said the crew had signed in January.", "signed"),
    ],
)
def test_what_another_says_is_not_so_or_tells_otherwise_is_alleged(read: Read, text: str, triggers: str) -> None:
    doc = read(text)
    assert {status(doc, trigger) for trigger in triggers.split()} == {Status.ALLEGED}


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Police said a gunman entered the shop on Sunday; a witness said he fired twice.", "entered"),
        ("Police said a gunman entered the shop on Sunday; a witness said he fired twice.", "fired"),
        ("The mayor said the bridge had been closed on Sunday, but the engineer said it would open in May.", "closed"),
        ("The bank said profit had fallen in May, which surprised analysts.", "fallen"),
        ("The company said it had deleted the data in 2015. It denies that it sold any.", "deleted"),
        (
            "The agency said the satellite had reached orbit on Sunday, while a rival said it had lost one.",
            "lost",
        ),
        ("The company said it had deleted the data in 2015. The union does not dispute it.", "deleted"),
        ("The union does not dispute that. Otto Rask said the crew had signed in January.", "signed"),
        ("Minister Otto Rask denied that. The crew had signed in January, Rosa Lind said.", "signed"),
        ("Otto Rask was dismissed in May. The crew had signed in January, he said.", "signed"),
    ],
)
def test_two_who_tell_of_one_thing_need_not_dispute_it(read: Read, text: str, trigger: str) -> None:
    assert status(read(text), trigger) is Status.OCCURRED


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The bank paid bribes to two ministers in 2011, prosecutors say.", "paid"),
        ("The defence says that the glove was lost from his locker in 2015.", "lost"),
        ("The lawyer said her client had been at home on March 3.", "been"),
    ],
)
def test_what_a_side_in_court_tells_is_alleged(read: Read, text: str, trigger: str) -> None:
    assert status(read(text), trigger) is Status.ALLEGED


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Prosecutors said the trial had been moved to Graz on Monday.", "moved"),
        ("Prosecutors said the man was arrested on Monday.", "arrested"),
        ("The defence ministry said the boat had sunk on Monday.", "sunk"),
        ("The Civil Defense Authority said the crane had fallen on Monday.", "fallen"),
        ("The bank said its clients had lost nine million crowns in May.", "lost"),
        ("The broker said his clients had received the refund in May.", "received"),
    ],
)
def test_what_a_court_has_done_and_what_others_tell_of_defence_and_clients_has_occurred(
    read: Read, text: str, trigger: str
) -> None:
    assert status(read(text), trigger) is Status.OCCURRED


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("“I never received a cent,” Salgado wrote in a letter.", "received", Status.ALLEGED),
        ("Brandvold says the letter never reached her.", "reached", Status.ALLEGED),
        ("“Nobody called anybody,” Kis said on Wednesday.", "called", Status.ALLEGED),
        ("Scientists said the volcano had never erupted before.", "erupted", Status.OCCURRED),
        ("The ministry said no one was hurt on Sunday.", "hurt", Status.OCCURRED),
        ("“He never stopped sending me letters,” she said in 1999.", "stopped", Status.OCCURRED),
        ("Lind suggested that the clerk had lost the key in May.", "lost", Status.ALLEGED),
        ("She is believed to be the oldest voter; she was born in Riga in 1905.", "born", Status.OCCURRED),
    ],
)
def test_what_somebody_says_never_was_or_only_suggests_is_alleged(
    read: Read, text: str, trigger: str, expected: Status
) -> None:
    assert status(read(text), trigger) is expected
