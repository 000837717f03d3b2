import json
import subprocess
import sys
from pathlib import Path

from tests.tui.conftest import MakeApp
from tests.tui.demo import HARBOUR, UNDATED
from tui.app import DatelineApp
from tui.host import Host

SCRIPT = """
import asyncio, json, sys
from pathlib import Path
from tui.app import DatelineApp

async def browse():
    app = DatelineApp(Path(sys.argv[1]))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("j", "2", "3", "1", "o", "escape", "x", "escape", "d", "escape", "question_mark", "escape")
        await pilot.press("slash", "f", "enter", "s", "u", "i", "escape")

asyncio.run(browse())
print(json.dumps(sorted(sys.modules)))
"""


def test_browsing_never_imports_what_reads_articles(make_app: MakeApp, tmp_path: Path) -> None:
    make_app(HARBOUR, UNDATED).session.close()
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path / "harbour.json")], capture_output=True, text=True, check=True
    )
    modules = set(json.loads(ran.stdout))
    assert modules & {"spacy", "thinc", "numpy", "trafilatura", "htmldate", "dateparser"} == set()


def test_screens_and_widgets_know_the_app_only_as_their_host(app: DatelineApp) -> None:
    host: Host = app
    assert host.session is app.session
    tui = Path(__file__).parents[2] / "tui"
    files = [*tui.glob("screens/*.py"), *tui.glob("widgets/*.py")]
    assert files
    assert [file.name for file in files if "tui.app" in file.read_text()] == []


def test_nothing_that_reads_articles_is_read_ahead() -> None:
    script = "import json, sys, tui.ahead as a; [*map(__import__, a.MODULES)]; print(json.dumps(sorted(sys.modules)))"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert set(json.loads(ran.stdout)) & {"spacy", "thinc", "numpy", "trafilatura", "htmldate", "dateparser"} == set()
