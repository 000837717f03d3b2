"""What is done to the files of a timeline, and how often something was lost: the table of docs/reliability.md.

`python -m benchmarks.faults [KILLS] [FLIPS]`. It works in memory where it can (/dev/shm), as thousands of syncs on a
disk take minutes; a kill and a failing call are the same there.
"""

import random
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from benchmarks import faults_of_two
from tests.timeline.store import every_kind
from tests.timeline.store import test_taken_files as taken
from tests.timeline.store.changing import cut_and_repaired, cuts, flips, lost, made, silent
from tests.timeline.store.cutting import cut_while_noting
from tests.timeline.store.failing import Faults, eio, enospc, interrupt, kept, worked
from tests.timeline.store.killing import Said, assert_all_is_there, killed
from tests.timeline.store.test_taken_files import OF_JOURNAL, OF_SNAPSHOT, Befalls
from timeline.edits import EditKind
from timeline.store import Store, open_files
from timeline.store.snapshot import SCHEMA

FORMS = Path(taken.__file__).with_name("forms")
MEMORY = Path("/dev/shm")
Result = tuple[int, int]
"""How many runs there were, and how many failed."""


def kills(folder: Path, runs: int, *, form: str = "") -> Result:
    """A writer killed while it adds, corrects, undoes and compacts; or brings a file of an earlier form into ours."""
    chance = random.Random(14)
    failures = 0
    said: Said = []
    for run in range(runs):
        path = folder / (f"form-{form}-{run}.json" if form else f"{run // 25}.json")
        if form:
            shutil.copy(FORMS / form / "story.json", path)
            shutil.copy(FORMS / form / "story.json.journal", path.with_name(f"{path.name}.journal"))
        if form or run % 25 == 0:
            said = []
        said += killed(path, run * 1_000, chance.randrange(2 if form else 12), chance.uniform(0, 0.02))
        try:
            if path.exists():
                assert_all_is_there(path, said, 3 if form else 0)
            else:
                assert not said
        except Exception as error:  # noqa: BLE001 - whatever it is, it is a failure to be counted
            print(f"  kill {run}: {type(error).__name__}: {error}", file=sys.stderr)
            failures += 1
    return runs, failures


def kills_of_every_kind(folder: Path, runs: int) -> Result:
    """A writer killed while it corrects in every way that there is, reads again, takes back, makes again and merges."""
    work = every_kind.A_ROUND, every_kind.work
    return faults_of_two.kills_at_work(folder / "every", runs, 22, work, every_kind.assert_all_holds)


def failing_calls(folder: Path, error: Callable[[], BaseException]) -> Result:
    """Each call to the file system fails once, and two and three in a row, with and without compaction."""
    runs = failures = 0
    for length in (1, 2, 3):
        for limit in (1, 400):
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(open_files, "_JOURNAL_LIMIT", limit)
                faults = Faults(patch, length, error)
                for after in count():
                    path = folder / f"{error.__name__}-{length}-{limit}-{after}.json"
                    acknowledged, failed = worked(path, faults, after)
                    runs += 1
                    failures += not acknowledged.items() <= kept(path).items()
                    if not failed:
                        break
    return runs, failures


def power_cuts(folder: Path, runs: int) -> Result:
    """The power goes after each step of writing, so that blocks are on the disk in any order."""
    looks = failures = 0
    for seed in range(runs):
        disk = folder / f"power-{seed}" / "disk"
        disk.mkdir(parents=True)
        with pytest.MonkeyPatch.context() as patch:
            cuts = cut_while_noting(disk, patch, seed)
        for failure in cuts.failures:
            print(f"  power cut {seed}: {failure}", file=sys.stderr)
        looks += cuts.looks
        failures += len(cuts.failures)
    return looks, failures


def taken_files(folder: Path) -> Result:
    """Files replaced, deleted, renamed and written to, before, between and after corrections."""
    runs = failures = 0
    for befalls in (*OF_SNAPSHOT, *OF_JOURNAL):
        for before in range(3):
            for after in range(3):
                if before + after:
                    runs += 1
                    failures += not _all_are_kept(folder / f"taken-{runs}", befalls, before, after)
    return runs, failures


def _all_are_kept(folder: Path, befalls: Befalls, before: int, after: int) -> bool:
    folder.mkdir()
    path = folder / "story.json"
    with Store.open(path) as first:
        first.add(taken.STORY)
    open_one = Store.open(path)
    wanted = [f"before {number}" for number in range(before)] + [f"after {number}" for number in range(after)]
    for text in wanted[:before]:
        open_one.edit(EditKind.NOTE, taken.EVENT, text)
    if before or befalls in OF_SNAPSHOT:
        befalls(path)
    for text in wanted[before:]:
        open_one.edit(EditKind.NOTE, taken.EVENT, text)
    open_one.close()
    places = [*folder.glob("*.rescued-*.json"), path]
    return any(place.exists() and list(kept(place).values()) == wanted for place in places)


def rows(folder: Path, many_kills: int, many_flips: int) -> Iterator[tuple[str, Result]]:
    yield "killed while adding, correcting, undoing, compacting", kills(folder, many_kills)
    yield f"killed while making each of {len(EditKind)} kinds of edits", kills_of_every_kind(folder, many_kills)
    yield (
        "killed while joining, merging, taking that back, adding changed texts",
        faults_of_two.kills(folder, many_kills // 4),
    )
    for form in ("1", "2"):
        brought = kills(folder / "forms", many_kills // 10, form=form)
        yield f"killed while bringing schema {form} into schema {SCHEMA}", brought
    yield "EIO at each call, once, twice, three times in a row", failing_calls(folder, eio)
    yield "ENOSPC at each call, half of the bytes written", failing_calls(folder, enospc)
    yield "SIGINT in each call", failing_calls(folder, interrupt)
    for name, error in (("EIO", eio), ("ENOSPC", enospc), ("SIGINT", interrupt)):
        yield f"{name} in each call of a merge and its way back", faults_of_two.failing_calls(folder, error)
    yield "a kill, and four power cuts, after each step of writing", power_cuts(folder, many_kills // 40)
    files = made(folder)
    for name in ("snapshot", "journal"):
        found = list(cuts(files, name))
        yield f"{name} cut off at every byte: opens silently different", (len(found), sum(found))
        yield (
            f"a bit of the {name} flipped: opens silently different",
            (many_flips, flips(files, name, many_flips, silent)),
        )
    yield (
        "a bit of the journal flipped: a correction lost after repair",
        (
            many_flips // 4,
            flips(files, "journal", many_flips // 4, lost),
        ),
    )
    repaired = list(cut_and_repaired(folder / "cut"))
    yield "snapshot cut off at every byte: an event lost after repair, though kept", (len(repaired), sum(repaired))
    yield "files replaced, deleted, renamed, written to while open", taken_files(folder)
    yield "the same while a timeline is merged", faults_of_two.taken_files(folder)
    yield "a lock that is granted to two programs", faults_of_two.granted_twice(folder, 200)


def main() -> None:
    many_kills, many_flips = (*map(int, sys.argv[1:]), *(1_000, 2_000)[len(sys.argv) - 1 :])
    print("| what is done | runs | failures |\n| --- | ---: | ---: |")
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as name:
        folder = Path(name)
        (folder / "forms").mkdir()
        for what, (runs, failures) in rows(folder, many_kills, many_flips):
            print(f"| {what} | {runs:,} | {failures:,} |", flush=True)


if __name__ == "__main__":
    main()
