from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from extractors.worker.limits import Limit
from extractors.worker.process import ReadingProcess
from tests.extractors.worker.trouble import COMMAND
from timeline.store import Store
from tui.cli import app


class Lasting(ReadingProcess):
    """A process that the next command goes on with, so that each test need not load the language pipeline anew."""

    def __init__(self, spare: list["Lasting"], command: Sequence[str] | None = None) -> None:
        super().__init__(command=command)
        self._spare = spare

    def within(self, limit: Limit) -> "Lasting":
        """Let what is read from now on take so much."""
        self._limit = limit
        return self

    def end(self) -> None:
        self._spare.append(self)


@pytest.fixture
def path(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A timeline with the `STORY` that the module tells."""
    path = tmp_path / "story.json"
    with Store.open(path) as store:
        store.add(request.module.STORY)
    return path


@pytest.fixture
def run(path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run a command as Ilse on the timeline at the test's own `path`."""
    monkeypatch.setenv("DATELINE_AUTHOR", "Ilse")
    return lambda *words: CliRunner().invoke(app, [*words, "-t", str(path)])


@pytest.fixture(scope="session")
def spare() -> Iterator[list[Lasting]]:
    yield from _ended_at_last()


@pytest.fixture(scope="session")
def spare_troubled() -> Iterator[list[Lasting]]:
    yield from _ended_at_last()


def _ended_at_last() -> Iterator[list[Lasting]]:
    processes: list[Lasting] = []
    yield processes
    for process in processes:
        ReadingProcess.end(process)


@pytest.fixture
def lasting(spare: list[Lasting], monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading processes last from command to command, but where a limit or a command of their own is given."""

    def take(limit: Limit, command: Sequence[str] | None) -> ReadingProcess:
        if limit != Limit() or command:
            return ReadingProcess(limit, command)
        return spare.pop() if spare else Lasting(spare)

    monkeypatch.setattr("extractors.worker.readers.ReadingProcess", take)


@pytest.fixture
def troubled(request: pytest.FixtureRequest, spare_troubled: list[Lasting], monkeypatch: pytest.MonkeyPatch) -> None:
    """What a word of `TROUBLES` says befalls the process that reads it; one that survives lasts as others do."""
    request.getfixturevalue("lasting")  # it comes first, and then is replaced

    def take(limit: Limit, _: Sequence[str] | None) -> ReadingProcess:
        process = spare_troubled.pop() if spare_troubled else Lasting(spare_troubled, COMMAND)
        return process.within(limit)

    monkeypatch.setattr("extractors.worker.readers.ReadingProcess", take)
