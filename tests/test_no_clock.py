"""No date depends on when and where dateline runs: neither clock, nor locale, nor time zone, nor hash seed."""

import ast
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

CLOCKS = frozenset(
    "today now utcnow time time_ns localtime gmtime ctime strftime strptime fromtimestamp monotonic perf_counter "
    "getlocale setlocale tzset astimezone".split()
)
"""Names of functions and methods that ask the clock, the time zone or the locale."""

ALLOWED = {
    ("timeline/logs/identity.py", "now"): "a correction says when the person made it; no date is read from that",
    ("timeline/store/kept.py", "fromtimestamp"): "the day on which a file was written names its copy",
    ("extractors/reading/fetching.py", "monotonic"): "a page that takes too long is given up",
    ("timeline/store/unread.py", "monotonic"): "what is left of a timeline is read a few milliseconds at a time",
    ("extractors/typed_dates/other_dates.py", "astimezone"): "to the zone that a time stamp names itself",
    ("timeline/dates/edtf_reading.py", "time"): "a time of the day, made from figures",
    ("extractors/typed_dates/hours.py", "time"): "a time of the day, made from what was typed",
}

READING = """
import datetime, locale, sys, time
locale.setlocale(locale.LC_ALL, "")
import spacy  # what it asks the clock for is its own affair

def refuse(*_, **__):
    raise AssertionError("the clock was asked")

class Day(datetime.date):
    today = classmethod(refuse)

class Moment(datetime.datetime):
    now = today = utcnow = classmethod(refuse)

from extractors.extraction import default_pipeline, extract
from timeline.dates.article_dates import resolve_expression
from timeline.model import Article, Basis, Published
published = Published(datetime.date(2020, 2, 29), Basis.PERSON)
pipeline = default_pipeline()
datetime.date, datetime.datetime = Day, Moment
time.time = time.localtime = time.gmtime = time.strftime = refuse
text = sys.stdin.read()
article = extract(Article(id="a", name="a", text=text, published=published), pipeline).article
for index, one in enumerate(article.time_expressions):
    print(one.text, one.type, resolve_expression(article, index))
"""

TEXT = (
    "The mill closed on Friday, 26 January. Two days later its owner fled. He was caught last week and is to appear "
    "tomorrow at 9 a.m. GMT. It had opened in the spring of 1990, İstanbul said in May, and by the end of the year ıt "
    "was full. Every Tuesday for two years they met at Christmas, in the third quarter and on 3/4/2019. It is now over."
)


def calls(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name in CLOCKS:
                yield name


def test_no_code_below_the_app_asks_the_clock_the_zone_or_the_locale_but_for_a_reason() -> None:
    files = [path for top in ("timeline", "extractors") for path in sorted((ROOT / top).rglob("*.py"))]
    assert len(files) > 50
    asked = {(str(path.relative_to(ROOT)), name) for path in files for name in calls(path)}
    assert asked == set(ALLOWED)


@pytest.fixture(scope="module")
def turkish(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the Turkish locale, whose small i has a capital of its own."""
    folder = tmp_path_factory.mktemp("locales")
    localedef = shutil.which("localedef")
    if localedef is None:
        pytest.skip("no localedef")
    made = subprocess.run(
        [localedef, "-i", "tr_TR", "-f", "UTF-8", str(folder / "tr_TR.UTF-8")], capture_output=True, check=False
    )
    if made.returncode > 1 or not (folder / "tr_TR.UTF-8").exists():
        pytest.skip("this machine has no sources of locales")
    return folder


def read(**environment: str) -> str:
    run = subprocess.run(
        [sys.executable, "-c", READING],
        input=TEXT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


def test_reading_asks_no_clock_and_gives_the_same_everywhere(turkish: Path) -> None:
    plain = read(TZ="UTC", LC_ALL="C.UTF-8", PYTHONHASHSEED="1")
    assert plain.count("\n") >= 12
    assert read(TZ="Pacific/Kiritimati", LC_ALL="tr_TR.UTF-8", LOCPATH=str(turkish), PYTHONHASHSEED="2") == plain
