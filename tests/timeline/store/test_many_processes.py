import multiprocessing
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from tests.timeline.builders import reading
from tests.timeline.store import writer
from timeline.store import Store, StoreError

CONTEXT = multiprocessing.get_context("spawn")


def try_to_write(path: Path, said: Connection) -> None:
    try:
        with Store.open(path) as store:
            store.add(reading("Another writer came."))
        said.send("")
    except StoreError as refused:
        said.send(str(refused))


def test_a_reader_sees_whole_changes_while_another_process_writes(tmp_path: Path) -> None:
    path = tmp_path / "story.json"
    ear, mouth = CONTEXT.Pipe(duplex=False)
    process = CONTEXT.Process(target=writer.write, args=(path, 0, mouth))
    process.start()
    mouth.close()
    try:
        articles: set[str] = set()
        for _ in range(200):
            kind, which = ear.recv()
            if kind == "article":
                articles.add(which)
            with Store.open(path, read_only=True) as store:
                assert articles <= store.timeline.articles.keys()
                assert len(store.timeline.entries) == 2 * len(store.timeline.articles)
                numbers = [edit.number for edit in store.history()]
            assert numbers == list(range(1, len(numbers) + 1))
            assert kind == "article" or which in numbers
    finally:
        process.kill()
        process.join()
        ear.close()


def test_a_second_writing_process_is_refused_and_may_write_when_the_first_has_closed(tmp_path: Path) -> None:
    path = tmp_path / "story.json"
    answers = []
    store = Store.open(path)
    store.add(reading("The first writer came."))
    for _ in range(2):
        ear, mouth = CONTEXT.Pipe(duplex=False)
        process = CONTEXT.Process(target=try_to_write, args=(path, mouth))
        process.start()
        mouth.close()
        answers.append(ear.recv())
        process.join()
        store.close()
    assert answers[0].startswith(f"{path} is being written to by another dateline")
    assert answers[1] == ""
    with Store.open(path, read_only=True) as after:
        assert len(after.timeline.articles) == 2


def test_a_reader_never_makes_a_file(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        Store.open(tmp_path / "story.json", read_only=True)
    assert list(tmp_path.iterdir()) == []
