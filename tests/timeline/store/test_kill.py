import multiprocessing
import random
import signal
from contextlib import suppress
from pathlib import Path

import pytest

from tests.timeline.store import writer
from timeline.store import Store

KILLS = 250


def killed(path: Path, first: int, after: int, delay: float) -> list[tuple[str, str | int]]:
    """What a writer said it did until it was killed, so many changes and a moment after it began."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([writer.__name__])
    ear, mouth = context.Pipe(duplex=False)
    process = context.Process(target=writer.write, args=(path, first, mouth))
    process.start()
    mouth.close()
    said = [ear.recv() for _ in range(after)]
    process.join(delay)
    process.kill()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    with suppress(EOFError):
        while True:
            said.append(ear.recv())
    ear.close()
    process.close()
    return said


@pytest.mark.slow
def test_a_writer_killed_at_any_moment_leaves_a_timeline_with_all_it_acknowledged(tmp_path: Path) -> None:
    chance = random.Random(2019)
    said: list[tuple[str, str | int]] = []
    for kill in range(KILLS):
        path = tmp_path / f"{kill // 25}.json"
        if kill % 25 == 0:
            said = []
        said += killed(path, kill * 1_000, chance.randrange(12), chance.uniform(0, 0.02))
        if not path.exists():
            assert not said
            continue
        with Store.open(path, read_only=True) as store:
            timeline, undone = store.timeline, {edit.number: edit.undone for edit in store.history()}
        assert {which for kind, which in said if kind == "article"} <= timeline.articles.keys()
        assert {which for kind, which in said if kind == "edit"} <= undone.keys()
        assert all(undone[int(which)] for kind, which in said if kind == "undone")
        assert len(timeline.entries) == 2 * len(timeline.articles)
        assert list(undone) == list(range(1, len(undone) + 1))
        assert timeline.orphans == ()
    for path in tmp_path.glob("*.json"):
        Store.open(path).close()
    assert {file.suffix for file in tmp_path.iterdir()} == {".json", ".kept"}
