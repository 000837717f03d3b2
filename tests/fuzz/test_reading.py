"""Articles by strangers, in every format and encoding, and under any name."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from spacy.language import Language

from extractors import extract
from extractors.reading import ReadError, expand, read
from tests.fuzz.amount import tried
from tests.fuzz.documents import FORMATS, ODD_NAMES, encoded, files
from tests.fuzz.harmless import assert_plain_record
from tests.fuzz.hostile import NEWS, PAYLOADS
from timeline.model import Article, Extraction


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="dateline-fuzz-") as name:
        yield Path(name)


def read_all(folder: Path, suffix: str, data: bytes) -> list[Article]:
    """What is read from a file that holds `data`."""
    path = folder / f"article{suffix}"
    path.write_bytes(data)
    return [found for found in read(str(path)) if not isinstance(found, ReadError)]


def assert_fit_to_be_kept(articles: list[Article]) -> None:
    for article in articles:
        assert_plain_record(article)
        one_liners = (article.name, article.title, article.publisher, article.url, article.origin, article.language)
        assert_plain_record([*one_liners, *article.authors], lines=False)


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_field_of_any_format_keeps_what_a_terminal_obeys(folder: Path, suffix: str, payload: str) -> None:
    text = PAYLOADS[payload]
    for encoding in ("utf-8", "utf-16"):
        assert_fit_to_be_kept(read_all(folder, suffix, encoded(FORMATS[suffix]((text, text, text, text)), encoding)))


@tried(250)
@given(files())
def test_any_file_is_read_clean_or_refused(folder: Path, file: tuple[str, bytes]) -> None:
    assert_fit_to_be_kept(read_all(folder, *file))


def assert_sound(found: Extraction) -> None:
    """It is fit to be kept and shown, and its offsets lie in its text."""
    assert_plain_record(found)
    size = len(found.article.text)
    times = found.article.time_expressions
    spans = [(one.start, one.end) for one in times]
    spans += [span for one in found.article.attributions for span in (*one.source, *one.cue, *one.content)]
    spans += [span for one in found.assertions for span in (one.trigger, one.clause, one.evidence)]
    assert all(0 <= start < end <= size for start, end in spans)
    assert all(one.time is None or one.time < len(times) for one in found.assertions)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_is_found_in_a_hostile_text_is_sound(nlp: Language, folder: Path, payload: str) -> None:
    text = PAYLOADS[payload][:2_000]
    for article in read_all(folder, ".txt", encoded(f"{text}\n\n{NEWS}{text} {NEWS}", "utf-8")):
        assert_sound(extract(article, nlp))


@tried(60)
@given(files())
def test_what_is_found_in_any_file_is_sound(nlp: Language, folder: Path, file: tuple[str, bytes]) -> None:
    for article in read_all(folder, *file):
        if len(article.text) < 5_000:
            assert_sound(extract(article, nlp))


@pytest.mark.skipif(os.name != "posix", reason="names of files are text on this system")
def test_files_of_any_name_in_a_folder_are_read_or_refused_by_a_clean_name(folder: Path) -> None:
    inside = folder / "odd"
    inside.mkdir()
    for number, name in enumerate(ODD_NAMES):
        Path(os.fsdecode(os.fsencode(inside) + b"/" + name)).write_text(f"{number}. {NEWS}")
    origins = list(expand([str(inside)]))
    found = [each for origin in origins for each in read(origin)]
    assert_plain_record([one for one in found if isinstance(one, Article)])
    assert {one.text for one in found if isinstance(one, Article)} >= {f"{n}. {NEWS}" for n in (0, 4, 6, 9, 11, 21)}
