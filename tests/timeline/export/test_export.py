import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from msgspec.structs import replace

from tests.hostile import ATTACKS, hostile, unsafe
from tests.timeline.builders import reading
from tests.timeline.export.chronicle import Hostile, hostile_timelines, strike, timeline_of
from timeline.collection import Timeline
from timeline.export import FORMATS, export
from timeline.export.json_document import Export
from timeline.export.spreadsheet import COLUMNS
from timeline.meanings.base import DateKind
from timeline.outlets import web_address

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(autouse=True)
def _calibrated(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counts of the tests' own, so that `make calibrate` changes no golden file."""
    monkeypatch.setattr("timeline.dates.confidence.measured", lambda: dict.fromkeys(DateKind, (90, 100)))


@pytest.mark.parametrize("format", FORMATS)
def test_export_is_the_golden_one(format: str) -> None:  # noqa: A002
    timeline = strike()
    golden = (GOLDEN / f"strike{FORMATS[format].suffix}").read_bytes().decode()
    assert export(timeline, timeline.entries, format) == golden


@pytest.mark.parametrize("format", FORMATS)
def test_an_empty_timeline_is_exported_too(format: str) -> None:  # noqa: A002
    assert export(Timeline(), (), format).endswith("\n")


@pytest.mark.parametrize("format", FORMATS)
def test_nothing_of_the_machine_is_exported(format: str) -> None:  # noqa: A002
    timeline = strike()
    assert "someone" not in export(timeline, timeline.entries, format)


def test_unknown_form_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match="there are markdown, json, csv"):
        export(Timeline(), (), "docx")


def test_neither_clock_nor_zone_nor_locale_nor_hash_seed_changes_a_byte() -> None:
    code = (
        "import sys; from tests.timeline.export.chronicle import strike; from timeline.export import FORMATS, export;"
        "t = strike(); sys.stdout.buffer.write(''.join(export(t, t.entries, f) for f in FORMATS).encode())"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=Path(__file__).parents[3],
            env={**os.environ, "TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for zone, locale, seed in [("Pacific/Kiritimati", "C", "1"), ("America/New_York", "C.UTF-8", "2")]
    }
    assert len(outputs) == 1


@given(hostile_timelines())
def test_json_fits_its_schema_and_offsets_count_to_the_quotes(hostile: Hostile) -> None:
    timeline = hostile.timeline
    whole = msgspec.json.decode(export(timeline, timeline.entries, "json"), type=Export)
    assert [event.id for event in whole.events] == [entry.id for entry in timeline.entries]
    for event in whole.events:
        for claim in event.assertions:
            text = timeline.articles[claim.article].text
            for quote in (claim.trigger, claim.clause, claim.evidence):
                assert text[quote.start : quote.end] == quote.text
    known = {record.id for records in (whole.articles, whole.actors, whole.sources) for record in records}
    said = [claim for event in whole.events for claim in event.assertions]
    assert {claim.article for claim in said} | {claim.source for claim in said} <= known


def test_json_has_no_full_text() -> None:
    timeline = strike()
    articles = json.loads(export(timeline, timeline.entries, "json"))["articles"]
    assert all("text" not in article for article in articles)


@given(hostile_timelines())
def test_no_cell_is_a_formula_or_breaks_its_row(hostile: Hostile) -> None:
    timeline = hostile.timeline
    text = export(timeline, timeline.entries, "csv")
    header, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    assert tuple(header) == COLUMNS
    assert len(rows) == len(timeline.entries)
    for row in rows:
        assert len(row) == len(COLUMNS)
        assert not any(part.startswith(tuple("=+-@\t\r＝＋－＠")) for cell in row for part in cell.split(" | "))
    assert text.count("\r\n") == len(rows) + 1
    assert text.count("\n") == len(rows) + 1


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("Fenwick resigned;=cmd|' /C calc'!A0;-1; @SUM(A1)", "Fenwick resigned;'=cmd|' /C calc'!A0;'-1; '@SUM(A1)"),
        ("\x00\u202e=1+1", "'=1+1"),
        ("up 3+4; a = b", "up 3+4; a = b"),
    ],
)
def test_no_spreadsheet_computes_a_cell_whatever_sign_it_takes_for_the_border_of_cells(text: str, shown: str) -> None:
    timeline = timeline_of([reading("Ilse Vane left Saturday.", title=text)])
    (row,) = csv.DictReader(io.StringIO(export(timeline, timeline.entries, "csv"), newline=""))
    assert row["articles"] == shown


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_is_inert(form: str) -> None:
    timeline = timeline_of([hostile(), hostile(None)])
    text = export(timeline, timeline.entries, form)
    assert "Ferries" in text
    assert not unsafe(text)


@pytest.mark.parametrize("sign", [attack for attack in ATTACKS if unsafe(attack)])
def test_an_address_with_something_unsafe_in_it_is_no_web_address(sign: str) -> None:
    article = reading("Ilse Vane left Saturday.").article
    assert web_address(replace(article, url="https://quay.example/news"))
    assert not web_address(replace(article, url=f"https://quay.example/{sign}news"))
