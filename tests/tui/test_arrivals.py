"""What is new in a timeline: to whom, since when, and how that is told."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.tui.conftest import MakeApp
from tests.tui.demo import HARBOUR, UNDATED
from tests.tui.looking import SMALL, titles, until
from tests.tui.pretend_worker import COMMAND
from tests.tui.test_places import opened, timeline_file
from timeline.store import Store
from tui import reader
from tui.arrivals import arriving, known, left


def test_what_came_last_is_new_to_who_was_never_in_the_app(tmp_path: Path) -> None:
    path = tmp_path / "harbour.json"
    there: set[str] = set()
    for article in ("a", "b"):
        with arriving(path, lambda: set(there)):
            there.add(article)
    assert known(path).new(there) == {"b"}
    with arriving(path, lambda: set(there)):
        pass
    assert known(path).new(there) == {"b"}


def test_all_that_came_since_one_left_is_new_and_once_it_was_seen_what_came_last(tmp_path: Path) -> None:
    path = tmp_path / "harbour.json"
    there = {"a"}
    left(path, there)
    for article in ("b", "c"):
        with arriving(path, lambda: set(there)):
            there.add(article)
    assert known(path).new(there) == {"b", "c"}
    left(path, there)
    assert known(path).new(there) == {"c"}


AGAIN_AND_AGAIN = """
import sys
from pathlib import Path
from tui.arrivals import arrived, known, left

path, own = Path(sys.argv[1]), sys.argv[2]
write = {"left": left, "before": arrived}[own]
for number in range(200):
    write(path, {str(number)})
    assert getattr(known(path), own) == {str(number)}
"""


def test_who_leaves_and_who_adds_at_once_take_nothing_from_each_other(tmp_path: Path) -> None:
    path = tmp_path / "harbour.json"
    both = [subprocess.Popen([sys.executable, "-c", AGAIN_AND_AGAIN, path, own]) for own in ("left", "before")]
    assert [one.wait() for one in both] == [0, 0]


@pytest.mark.parametrize("written", [b"{", b"\xff", b'{"timeline": "elsewhere"}', b'{"timeline": 3}'])
def test_what_is_kept_and_broken_or_of_another_timeline_counts_as_nothing(tmp_path: Path, written: bytes) -> None:
    path = tmp_path / "harbour.json"
    left(path, {"a"})
    (kept,) = (tmp_path / "state" / "known").glob("*.json")
    kept.write_bytes(written)
    assert known(path).left is None
    assert known(path).new({"a"}) == set()


async def test_what_came_in_while_one_was_away_is_told_and_found(tmp_path: Path) -> None:
    path = timeline_file(tmp_path, HARBOUR)
    async with opened(path).run_test(size=SMALL) as pilot:
        await pilot.pause()
    with Store.open(path) as store:
        store.add(UNDATED)
    app = opened(path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert app.report.says == "1 article came in since you were here"
        assert app.report.hint == "is:new lists what is told there"
        await pilot.press("slash", *"is:new", "enter")
        await pilot.pause()
        assert len(titles(app)) == 4
    app = opened(path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert app.report.says == ""


async def test_after_an_import_what_came_in_is_new_and_its_review_is_offered(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(reader.Reader.__init__, "__defaults__", (COMMAND,))
    monkeypatch.chdir(tmp_path)
    Path("other").write_text("other")
    app = make_app(HARBOUR)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("slash", *"is:new", "enter", "i", *"other", "enter")
        await until(lambda: app.report.says == "read 1 article")
        assert app.report.hint == "4 reviews 3 in doubt of 4 new events"
        await pilot.press("escape")
        await until(lambda: not app.inputs.running)
        await pilot.pause()
        assert len(titles(app)) == 4
        await pilot.press("i", *"other", "enter")
        await until(lambda: not app.inputs.running)
        await until(lambda: app.report.hint == "")
        await pilot.press("escape")
        await pilot.pause()
        assert len(titles(app)) == 4
