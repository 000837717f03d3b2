from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.tui.demo import HARBOUR, UNDATED
from timeline.model import Extraction
from timeline.store import Store
from tui.actions import use_keys
from tui.app import DatelineApp

MakeApp = Callable[..., DatelineApp]


@pytest.fixture(autouse=True)
def _colour(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The look that pictures have, and no settings of whoever runs the tests."""
    monkeypatch.setenv("DATELINE_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("DATELINE_STATE", str(tmp_path / "state"))
    monkeypatch.delenv("DATELINE_ASCII", raising=False)
    monkeypatch.delenv("TMUX", raising=False)
    use_keys({})
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("COLORTERM", raising=False)
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")


@pytest.fixture
def make_app(tmp_path: Path) -> Iterator[MakeApp]:
    """Opens the app on a timeline that holds the given extractions."""
    made: list[DatelineApp] = []

    def make(*extractions: Extraction) -> DatelineApp:
        path = tmp_path / "harbour.json"
        with Store.open(path) as store:
            for extraction in extractions:
                store.add(extraction)
        made.append(DatelineApp(path))
        return made[-1]

    yield make
    for app in made:
        app.session.close()


@pytest.fixture
def app(make_app: MakeApp) -> DatelineApp:
    """A dated article with six events and an undated one with four."""
    return make_app(HARBOUR, UNDATED)
