"""What a reading process makes of an input, whatever goes wrong with it."""

import pytest
from spacy.language import Language

from extractors.reading.inputs import AddressInput, FileInput, RowInput
from extractors.worker import harvest
from extractors.worker.messages import Refused, Task

FILE = FileInput("a.txt", b"A ferry sank.")


def never(_model: str | None) -> Language:
    raise AssertionError("nothing is to be extracted from it")


@pytest.mark.parametrize(
    ("fault", "refused"),
    [
        (RecursionError(), Refused("a.txt", "is nested too deeply to be read", "")),
        (MemoryError(), Refused("a.txt", "needs more memory than there is", "split it into smaller articles")),
        (
            OSError(27, "File too large"),
            Refused(
                "a.txt",
                "can't be read, as the system refuses what that takes: File too large",
                "see to the disk's free space, and to the shell's limits: ulimit -a",
            ),
        ),
        (KeyError("x"), Refused("a.txt", "is beyond dateline: KeyError: 'x'", "please report it")),
    ],
)
def test_a_fault_of_a_parser_refuses_its_input(
    monkeypatch: pytest.MonkeyPatch, fault: Exception, refused: Refused
) -> None:
    def faulty(*_: object, **__: object) -> None:
        raise fault

    monkeypatch.setattr(harvest, "articles", faulty)
    assert list(harvest.harvest(FILE, Task(), never)) == [refused]


def test_a_fault_of_fetching_refuses_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(_: object) -> None:
        raise KeyError("x")

    monkeypatch.setattr(harvest, "fetched", faulty)
    address = AddressInput("https://example.org/a")
    (refused,) = harvest.harvest(address, Task(), never)
    assert refused == Refused("https://example.org/a", "is beyond dateline: KeyError: 'x'", "please report it")


def test_what_cannot_be_read_needs_no_pipeline() -> None:
    (refused,) = harvest.harvest(FileInput("a.txt", b" "), Task(), never)
    assert isinstance(refused, Refused)
    assert (refused.origin, refused.reason[:8]) == ("a.txt", "is empty")
    (refused,) = harvest.harvest(RowInput("a.jsonl", 3, b"{}"), Task(), never)
    assert isinstance(refused, Refused)
    assert refused.origin == "a.jsonl, line 3"
