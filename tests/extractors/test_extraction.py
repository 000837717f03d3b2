import datetime as dt
from pathlib import Path

import msgspec
import pytest
from spacy.language import Language

from extractors import extract
from timeline.dates.article_dates import redate
from timeline.edits import EditKind
from timeline.model import ActorKind, Article, Basis, Published, SourceKind, article_id
from timeline.store import Store

TEXT = """Ferry sinks off Oslund

The ferry Astrid sank Saturday, killing nine people. Mayor Rosa Lind said Sunday that crews would search the bay for
eight days. A harbour official said the toll could rise in two days.
"""
DATE = Published(dt.date(2019, 1, 28), Basis.PERSON)


def article(published: Published | None = None, publisher: str = "Oslund Courier") -> Article:
    return Article(id=article_id(TEXT), name="ferry", text=TEXT, publisher=publisher, published=published)


def test_every_assertion_leads_back_to_its_words(nlp: Language) -> None:
    extraction = extract(article(DATE), nlp)
    assert extraction.assertions
    for assertion in extraction.assertions:
        sentence = TEXT[slice(*assertion.evidence)]
        assert TEXT[slice(*assertion.trigger)] in sentence
        assert TEXT[slice(*assertion.clause)] in sentence
        assert sentence == sentence.strip()


def test_relative_times_stay_open_without_a_publication_date(nlp: Language) -> None:
    extraction = extract(article(), nlp)
    assert all(assertion.when.is_open for assertion in extraction.assertions)


def test_a_date_given_later_gives_what_a_date_given_at_once_gives(nlp: Language) -> None:
    undated, dated = extract(article(), nlp), extract(article(DATE), nlp)
    assert undated.events == dated.events
    given = msgspec.structs.replace(undated.article, published=DATE)
    assert [redate(given, a) for a in undated.assertions] == [a.when for a in dated.assertions]
    assert any(a.when.edtf == "2019-01-26" for a in dated.assertions)


def test_the_same_article_gives_the_same_bytes(nlp: Language) -> None:
    one, other = (msgspec.json.encode(extract(article(DATE), nlp)) for _ in range(2))
    assert one == other


def test_the_outlet_vouches_for_what_no_speaker_does(nlp: Language) -> None:
    extraction = extract(article(DATE), nlp)
    sources = {source.id: source for source in extraction.sources}
    by_title = {a.title: sources[a.source] for a in extraction.assertions}
    assert by_title["The ferry Astrid sank"].kind is SourceKind.OUTLET
    assert by_title["Crews would search the bay for eight days"].name == "Rosa Lind"
    assert by_title["The toll could rise"].kind is SourceKind.UNNAMED


def test_an_article_without_a_publisher_is_its_own_source(nlp: Language) -> None:
    extraction = extract(article(DATE, publisher=""), nlp)
    assert any(source.id == f"article-{article().id}" for source in extraction.sources)


@pytest.mark.parametrize(
    ("deadline", "edtf"),
    [
        ("by Thursday", "2019-01-28/2019-01-31"),
        ("by next week", "2019-01-28/2019-02-10"),
        ("by March", "2019-01-28/2019-03"),
        ("by the summer of 2020", "2019-01-28/2020-22"),
        ("by 2028", "2019-01-28/2028"),
        ("by the 2030s", "2019-01-28/203X"),
        ("before 2030", "2019-01-28/2029"),
    ],
)
def test_an_article_with_a_deadline_to_come_can_be_kept(
    nlp: Language, tmp_path: Path, deadline: str, edtf: str
) -> None:
    text = f"The bridge will open {deadline}."
    extraction = extract(Article(id=article_id(text), name="bridge", text=text, published=DATE), nlp)
    with Store.open(tmp_path / "timeline.json") as store:
        store.add(extraction)
        assert [entry.when.edtf for entry in store.timeline.entries] == [edtf]


def test_an_empty_text_gives_nothing(nlp: Language) -> None:
    empty = Article(id=article_id(""), name="empty", text="")
    assert extract(empty, nlp).events == ()


def test_whoever_has_no_name_is_known_within_the_article_alone(nlp: Language) -> None:
    found = {actor.name: actor for actor in extract(article(DATE), nlp).actors}
    official = found["a harbour official"] if "a harbour official" in found else found["nine people"]
    assert official.id.startswith(f"described-{article_id(TEXT)}-")
    assert found["nine people"].kind is ActorKind.GROUP


def test_actors_read_anew_come_in_and_what_a_person_corrected_stays(nlp: Language, tmp_path: Path) -> None:
    fresh = extract(article(DATE), nlp)
    nobody = tuple(msgspec.structs.replace(one, participants=()) for one in fresh.assertions)
    with Store.open(tmp_path / "ferry.json") as store:
        store.add(msgspec.structs.replace(fresh, assertions=nobody, extractor="an earlier one"))
        sinking = next(entry.id for entry in store.timeline.entries if entry.title.startswith("The ferry Astrid sank"))
        store.edit(EditKind.DATE, sinking, "2019-01-25")
        store.edit(EditKind.NOTE, sinking, "so the harbour log says")
        store.add(fresh)
        entry = store.timeline.entry(sinking)
    assert "the ferry Astrid" in {store.timeline.actors[one.actor].name for one in entry.participants}
    assert (entry.when.edtf, entry.note) == ("2019-01-25", "so the harbour log says")


def test_at_least_stays_whole_in_the_name_of_a_group() -> None:
    text = "At least 14 people were killed when the ferry sank."
    names = [actor.name for actor in extract(Article(id=article_id(text), name="a", text=text)).actors]
    assert "at least 14 people" in names


def test_a_thing_is_called_by_the_name_behind_it_and_not_as_the_headline_shortens_it(nlp: Language) -> None:
    text = "Ferry sinks off Oslund\n\nThe ferry Astrid sank on Saturday. The ferry had been sold in 2015."
    names = {actor.name for actor in extract(Article(id="a", name="a", text=text), nlp).actors}
    assert "the ferry Astrid" in names
    assert "ferry" not in names
