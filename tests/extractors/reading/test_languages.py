"""A text that is not English is known, and nothing that is English is ever taken for something else."""

from pathlib import Path

import pytest

from benchmarks.languages import sentences
from extractors import extract
from extractors.reading import ReadError, read
from extractors.reading.languages import ENGLISH, language_name, language_of, other_part
from timeline.model import Article

SAMPLES = Path(__file__).parents[3] / "data" / "samples"
GERMAN = (
    "Die Hafenarbeiter kehrten am Mittwoch an die Arbeit zurück, nachdem die Gewerkschaft einen Vertrag "
    "unterschrieben hatte. Der Bürgermeister sagte am 2019-05-03, der Streik sei vorbei."
)
ENGLISH_NEWS = (
    "The dockers went back to work on Wednesday after the union had signed an agreement. The mayor said on 3 May 2019 "
    "that the strike was over."
)


def article(path: Path, **options: str) -> Article:
    (found,) = read(str(path), **options)  # type: ignore[arg-type]
    assert not isinstance(found, ReadError), found
    return found


@pytest.mark.parametrize(("kind", "text"), list(sentences()))
def test_no_english_sentence_is_taken_for_another_language_and_hardly_another_for_english(kind: str, text: str) -> None:
    if kind.startswith("en"):
        assert language_of(text) == ENGLISH
    elif len(text) > 40 or kind in {"ru", "zh"}:
        assert language_of(text) != ENGLISH


@pytest.mark.parametrize("sample", sorted(SAMPLES.rglob("*.*")), ids=lambda path: path.name)
def test_every_sample_is_english_and_all_of_it(sample: Path) -> None:
    if sample.suffix != ".json":
        found = article(sample)
        assert (found.language, found.notices) == (ENGLISH, ())


@pytest.mark.parametrize(
    ("declared", "text", "language"),
    [
        ("de", ENGLISH_NEWS, "en"),
        ("en-GB", GERMAN, "de"),
        ("de-AT", GERMAN, "de"),
        ("de", "Regierung will Steuern senken", "de"),
        ("", "Regierung will Steuern senken", "en"),
        ("de", "Strike ends", "en"),
        ("zz", ENGLISH_NEWS, "en"),
        ("no such language", GERMAN, "de"),
    ],
)
def test_what_a_page_says_of_itself_is_evidence_and_no_proof(declared: str, text: str, language: str) -> None:
    assert language_of(text, declared) == language


def test_an_english_text_with_a_foreign_part_is_english_and_the_part_is_known() -> None:
    assert language_of(f"{ENGLISH_NEWS}\n\n{GERMAN}") == ENGLISH
    assert other_part(f"{ENGLISH_NEWS}\n\n{GERMAN}") == "de"
    assert other_part(ENGLISH_NEWS * 20 + f"\n\n{GERMAN}") == ""
    assert other_part(f"“Wir schaffen das,” the mayor said. “Wir haben so vieles geschafft.” {ENGLISH_NEWS}") == ""
    assert language_of(f"{GERMAN}\n\n{GERMAN}\n\n{GERMAN}\n\nThe strike was over.") == "de"


@pytest.mark.parametrize("text", ["", " \n", "12.5", "—", "ABC", "a" * 100_000, "“" * 100_000, "Ä" * 100_000])
def test_what_has_no_words_is_english(text: str) -> None:
    assert language_of(text) == ENGLISH
    assert other_part(text) == ""


def test_an_article_in_another_language_is_told_and_kept_without_events(tmp_path: Path) -> None:
    file = tmp_path / "hafen.txt"
    file.write_text(GERMAN)
    found = article(file)
    assert found.language == "de"
    (notice,) = found.notices
    assert notice.startswith("is in German, and dateline reads English so far: it is kept without events")
    extraction = extract(found)
    assert (extraction.events, extraction.assertions, extraction.actors) == ((), (), ())
    assert extraction.article == found
    assert [source.name for source in extraction.sources] == ["hafen"]


def test_a_person_who_says_that_it_is_english_is_believed(tmp_path: Path) -> None:
    file = tmp_path / "hafen.txt"
    file.write_text(GERMAN)
    found = article(file, language="en")
    assert (found.language, found.notices) == ("en", ())
    assert extract(found).article.time_expressions


def test_a_page_that_says_english_of_some_country_is_in_english(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_text(f'<html lang="en-GB"><body><p>{ENGLISH_NEWS}</p><p>{ENGLISH_NEWS}</p></body></html>')
    assert article(file).language == "en"


def test_languages_have_names() -> None:
    assert [language_name(code) for code in ("de", "zh", "no", "zz")] == ["German", "Chinese", "Norwegian", "zz"]
