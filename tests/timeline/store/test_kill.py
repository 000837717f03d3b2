import random
from pathlib import Path

import pytest

from tests.timeline.store import every_kind, two_people
from tests.timeline.store.killing import Said, assert_all_is_there, killed
from timeline.edits import EditKind
from timeline.store import Store

KILLS, KILLS_WHILE_MERGING, KILLS_OF_EVERY_KIND = 250, 20, 20


@pytest.mark.slow
def test_a_writer_killed_at_any_moment_leaves_a_timeline_with_all_it_acknowledged(tmp_path: Path) -> None:
    chance = random.Random(2019)
    said: Said = []
    for kill in range(KILLS):
        path = tmp_path / f"{kill // 25}.json"
        if kill % 25 == 0:
            said = []
        said += killed(path, kill * 1_000, chance.randrange(12), chance.uniform(0, 0.02))
        if not path.exists():
            assert not said
            continue
        assert_all_is_there(path, said)
    for path in tmp_path.glob("*.json"):
        Store.open(path).close()
    assert {file.suffix for file in tmp_path.iterdir()} == {".json", ".kept"}


@pytest.mark.slow
def test_one_who_merges_and_is_killed_at_any_moment_has_each_merge_whole_or_not_at_all(tmp_path: Path) -> None:
    chance = random.Random(14)
    sessions: list[two_people.Said] = []
    for kill in range(KILLS_WHILE_MERGING):
        path = tmp_path / f"{kill // 25}.json"
        if kill % 25 == 0:
            sessions = []
        said = killed(path, kill * 1_000, chance.randrange(14), chance.uniform(0, 0.03), two_people.work)
        sessions.append([(kind, str(which)) for kind, which in said])
        if path.exists():
            two_people.assert_all_holds(path, sessions)
        else:
            assert not any(sessions)


@pytest.mark.slow
def test_one_who_corrects_in_every_way_and_is_killed_has_all_that_was_acknowledged(
    tmp_path: Path,
) -> None:
    chance = random.Random(22)
    sessions: list[every_kind.Said] = []
    path = tmp_path / "story.json"
    for kill in range(KILLS_OF_EVERY_KIND):
        after = chance.randrange(every_kind.A_ROUND)
        said = killed(path, kill * 1_000, after, chance.uniform(0, 0.03), every_kind.work)
        sessions.append([(kind, str(which)) for kind, which in said])
        if path.exists():
            every_kind.assert_all_holds(path, sessions)
        else:
            assert not any(sessions)


def test_the_one_who_is_killed_corrects_in_every_way_that_there_is(tmp_path: Path) -> None:
    path = tmp_path / "story.json"
    said = killed(path, 0, every_kind.A_ROUND, 0, every_kind.work)
    assert said[every_kind.A_ROUND - 1][0] == "merged"
    with Store.open(path, read_only=True) as store:
        assert {edit.kind for edit in store.history()} == set(EditKind)
