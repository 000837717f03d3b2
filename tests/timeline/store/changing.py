"""Bits that flip in the files of a timeline, and bytes that are cut off: what comes of it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.timeline.builders import MONDAY, by_metadata, person, reading
from timeline.edits import EditKind
from timeline.store import Store, StoreError
from timeline.store.repairing import repair

ARTICLES = [
    reading(
        f"Ann Lee opened the {place} on Saturday.",
        f"Nobody was at the {place} on Friday.",
        published=by_metadata(MONDAY),
        actors=[person("Ann Lee")],
        name=place,
    )
    for place in ("harbour", "mill", "bridge")
]
EVENT = ARTICLES[0].events[0].id


class Files(NamedTuple):
    """A timeline as a killed program left it, and what was acknowledged."""

    path: Path
    snapshot: bytes
    journal: bytes
    acknowledged: tuple[str, ...]

    @property
    def beside(self) -> Path:
        return self.path.with_name(f"{self.path.name}.journal")

    def put(self, name: str, content: bytes) -> None:
        """Put the files in place, one of them with that content."""
        self.path.write_bytes(content if name == "snapshot" else self.snapshot)
        self.beside.write_bytes(content if name == "journal" else self.journal)


def made(folder: Path) -> Files:
    path = folder / "story.json"
    with Store.open(path) as store:
        for article in ARTICLES:
            store.add(article)
        store.edit(EditKind.NOTE, EVENT, "kept in the snapshot")
    store = Store.open(path)
    for text in ("first in the journal", "second in the journal", "last in the journal"):
        store.edit(EditKind.NOTE, EVENT, text)
    acknowledged = tuple(edit.value for edit in store.history())
    store._files.storage.close()
    assert store._files.lock
    store._files.lock.release()
    return Files(path, path.read_bytes(), path.with_name("story.json.journal").read_bytes(), acknowledged)


def flipped(content: bytes, chance: Random) -> bytes:
    other = bytearray(content)
    other[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    return bytes(other)


def silent(files: Files) -> bool:
    """Whether it opens without a word and says something else."""
    try:
        with Store.open(files.path, read_only=True) as store:
            said = tuple(edit.value for edit in store.history())
            titles = {assertion.title for entry in store.timeline.entries for assertion in entry.assertions}
            told, texts = bool(store.notices), {article.text for article in store.timeline.articles.values()}
    except StoreError:
        return False
    same = said == files.acknowledged and texts == {each.article.text for each in ARTICLES}
    return not told and not (same and titles == {one.title for each in ARTICLES for one in each.assertions})


def lost(files: Files) -> bool:
    """Whether an acknowledged correction is gone for good once a damaged timeline has been repaired."""
    try:
        with Store.open(files.path, read_only=True) as store:
            left = [edit.value for edit in store.history()]
    except StoreError:
        repair(files.path)
        with Store.open(files.path, read_only=True) as store:
            left = [edit.value for edit in store.history()]
    for aside in files.path.parent.glob("*.rescued-*"):
        aside.unlink()
    return len(left) < len(files.acknowledged)


def flips(files: Files, name: str, runs: int, fails: Callable[[Files], bool]) -> int:
    """In how many of so many flips of one bit it `fails`."""
    chance, content = Random(14), getattr(files, name)
    failures = 0
    for _ in range(runs):
        files.put(name, flipped(content, chance))
        failures += fails(files)
    return failures


def cut_and_repaired(folder: Path, step: int = 1) -> Iterator[bool]:
    """For each place at which a snapshot may be cut off, whether `repair` loses an event that a kept state has."""
    folder.mkdir(exist_ok=True)
    files = made(folder)
    with Store.open(files.path) as store:
        store.edit(EditKind.NOTE, EVENT, "the state before is kept, with all events")
    whole = files.path.read_bytes()
    for size in range(0, len(whole), step):
        files.path.write_bytes(whole[:size])
        repair(files.path)
        with Store.open(files.path, read_only=True) as store:
            told = {event.id for one in store.extractions() for event in one.events}
        for aside in files.path.parent.glob("*.rescued-*"):
            aside.unlink()
        yield told != {event.id for one in ARTICLES for event in one.events}


def cuts(files: Files, name: str, step: int = 1) -> Iterator[bool]:
    """For each place at which a file may be cut off, whether it then opens silently different."""
    content = getattr(files, name)
    for size in range(0, len(content), step):
        files.put(name, content[:size])
        yield silent(files)
