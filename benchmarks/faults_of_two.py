"""What goes wrong while two timelines are merged, or two programs hold one file: rows of `benchmarks.faults`."""

import random
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import count, product
from pathlib import Path

import filelock
import pytest

from tests.timeline.store import test_taken_files as taken
from tests.timeline.store import two_people
from tests.timeline.store.failing import Faults
from tests.timeline.store.killing import Work, killed
from timeline.edits import Edit, EditKind
from timeline.store import Store, StoreError, open_files
from timeline.store.contents import Contents

Result = tuple[int, int]
Holds = Callable[[Path, Sequence[two_people.Said]], None]
_A_FILE = 25
"""Kills before another timeline is begun."""


def kills(folder: Path, runs: int) -> Result:
    """A writer killed while it corrects, joins, merges, takes that back and makes it again, and adds changed texts."""
    return kills_at_work(folder / "merged", runs, 14, (14, two_people.work), two_people.assert_all_holds)


def kills_at_work(
    timeline: Path,
    runs: int,
    seed: int,
    work: tuple[int, Work],
    assert_all_holds: Callable[[Path, Sequence[two_people.Said]], None],
) -> Result:
    """A writer killed within the first so many steps of some work, and again at the timeline that this left.

    Args:
        timeline: where its files are, without number and suffix.
        runs: the number of kills.
        seed: of what is left to chance.
        work: its steps, and what does them.
        assert_all_holds: fails where a timeline has not kept all that was acknowledged.
    """
    chance = random.Random(seed)
    failures = 0
    sessions: list[two_people.Said] = []
    steps, does = work
    for run in range(runs):
        path = timeline.with_name(f"{timeline.name}-{run // _A_FILE}.json")
        sessions = sessions if run % _A_FILE else []
        said = killed(path, run * 1_000, chance.randrange(steps), chance.uniform(0, 0.03), does)
        sessions.append([(kind, str(which)) for kind, which in said])
        try:
            if path.exists():
                assert_all_holds(path, sessions)
            else:
                assert not any(sessions)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is a failure to be counted
            print(f"  kill {run}: {type(error).__name__}: {error}", file=sys.stderr)
            failures += 1
    return runs, failures


def failing_calls(folder: Path, error: Callable[[], BaseException], lengths: Sequence[int] = (1, 2, 3)) -> Result:
    """Each call fails, and so many in a row, while a timeline is merged, that is taken back, and made again."""
    runs = failures = 0
    for length, limit in product(lengths, (1, 16_000_000)):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(open_files, "_JOURNAL_LIMIT", limit)
            faults = Faults(patch, length, error)
            for after in count():
                runs += 1
                path = folder / f"merged-{error.__name__}-{length}-{limit}-{after}.json"
                lost, failed = _merged(path, faults, after)
                failures += lost
                if not failed:
                    break
    return runs, failures


def _merged(path: Path, faults: Faults, after: int) -> tuple[bool, bool]:
    """Whether the files say something else in the end than the program does; and whether a call failed meanwhile."""
    mine = Store.open(path)
    mine.add(two_people.article(1))
    steps: tuple[Callable[[], object], ...] = (
        lambda: mine.merge(two_people.theirs(1), "theirs.json"),
        mine.undo,
        mine.redo,
    )
    faults.begin(after)
    for step in steps:
        with suppress(StoreError, KeyboardInterrupt):
            step()
    failed = faults.end()
    mine._files.storage.close()
    assert mine._files.lock
    mine._files.lock.release()
    with Store.open(path, read_only=True) as again:
        return _state(again.contents()) != _state(mine.contents()), failed


def _state(contents: Contents) -> object:
    return contents.rows()


def taken_files(folder: Path) -> Result:
    """Files replaced, deleted, renamed and written to before a merge, and between it and the step back."""
    runs = failures = 0
    for befalls in (*taken.OF_SNAPSHOT, *taken.OF_JOURNAL):
        for before in range(3):
            runs += 1
            failures += not _is_merged_somewhere(folder / f"taken-while-merging-{runs}", befalls, before)
    return runs, failures


def _is_merged_somewhere(folder: Path, befalls: taken.Befalls, before: int) -> bool:
    """It befalls after so many steps."""
    folder.mkdir()
    path = folder / "story.json"
    with Store.open(path) as first:
        first.add(taken.STORY)
        first.edit(EditKind.NOTE, taken.EVENT, "mine")
    mine = Store.open(path)
    steps = (lambda: mine.merge(two_people.theirs(1), "theirs.json"), mine.undo, mine.redo)
    for number, step in enumerate(steps):
        if number == before and (number or befalls in taken.OF_SNAPSHOT):
            befalls(path)
        step()
    wanted = _state(mine.contents())
    mine.close()
    return any(_is_so(place, wanted) for place in (path, *folder.glob("*.rescued-*.json")))


def _is_so(path: Path, wanted: object) -> bool:
    try:
        with Store.open(path, read_only=True) as one:
            return _state(one.contents()) == wanted
    except StoreError:  # others deleted it, or wrote into it
        return False


def granted_twice(folder: Path, runs: int) -> Result:
    """Two programs on a file system that grants the lock to both, as some of networks do, in any order."""
    failures = 0
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(filelock, "FileLock", taken.NoLock)
        for run in range(runs):
            failures += not _is_all_kept(folder / f"twice-{run}", random.Random(run))
    return runs, failures


def _is_all_kept(folder: Path, chance: random.Random) -> bool:
    folder.mkdir()
    path = folder / "story.json"
    with Store.open(path) as first:
        first.add(taken.STORY)
    programs: dict[int, Store] = {}
    wanted: list[str] = []
    for number in range(12):
        one = chance.randrange(2)
        if one not in programs:
            programs[one] = Store.open(path)
        elif chance.random() < 0.25:
            programs.pop(one).close()
        else:
            programs[one].edit(EditKind.NOTE, taken.EVENT, f"{one}: {number}")
            wanted.append(f"{one}: {number}")
    for program in programs.values():
        program.close()
    places = [*folder.glob("*.rescued-*.json"), path]
    kept = {edit.value for place in places for edit in _history(place)}
    return set(wanted) <= kept


def _history(path: Path) -> tuple[Edit, ...]:
    with Store.open(path, read_only=True) as one:
        return one.history()
