"""What was learned ships as it was made, or is refused with what to do."""

from hashlib import sha256
from pathlib import Path

import pytest

from extractors.encoder import intact as module
from extractors.encoder.encoder import ENCODER
from extractors.encoder.intact import SUMS, DamagedDataError, first_damaged, intact
from extractors.events.candidates.overlooked import VERBS
from extractors.events.candidates.overlooked_nouns import NOUNS
from extractors.events.likely_status import STATUS
from extractors.events.scenes.time_network import TIMES
from extractors.grammar.network import GRAMMAR
from extractors.pipeline import PipelineError, load_pipeline


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "learned"
    made.mkdir()
    (made / "pieces.txt").write_bytes(b"ferry\nsank\n")
    (made / SUMS).write_text(sha256(b"ferry\nsank\n").hexdigest() + "  pieces.txt\n", encoding="utf-8")
    monkeypatch.setattr(module, "files", lambda _: tmp_path)
    intact.cache_clear()
    return made


@pytest.fixture(autouse=True)
def _known_anew() -> None:
    intact.cache_clear()


@pytest.mark.parametrize("name", [ENCODER, GRAMMAR, VERBS, NOUNS, STATUS, TIMES])
def test_what_ships_is_as_it_was_made(name: str) -> None:
    assert first_damaged(intact(name)) is None


def test_a_file_that_was_cut_is_refused_by_name(folder: Path) -> None:
    assert intact("learned") == folder
    intact.cache_clear()
    (folder / "pieces.txt").write_text("ferry\n", encoding="utf-8")
    with pytest.raises(DamagedDataError, match=r"pieces\.txt is not as it was made: install dateline again"):
        intact("learned")


@pytest.mark.parametrize("name", ["pieces.txt", SUMS])
def test_a_file_that_is_missing_is_told(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(DamagedDataError, match=r"can't be read .*: install dateline again"):
        intact("learned")


def test_no_pipeline_is_given_where_it_is_damaged(folder: Path) -> None:
    with pytest.raises(PipelineError, match="install dateline again"):
        load_pipeline()
    assert folder.exists()
