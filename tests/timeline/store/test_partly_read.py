"""An article of which a field can't be read is repaired without it, rather than lost with its text and its events."""

import json
from pathlib import Path

import pytest
from msgspec.structs import fields

from tests.timeline.builders import MONDAY, by_metadata, reading
from timeline.store import Store
from timeline.store.repairing import repair
from timeline.store.rows import ArticleRow

STORY = reading("Ann Lee left on Saturday.", "It rained on Friday.", published=by_metadata(MONDAY))
ARTICLE = STORY.article.id


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "story.json"
    with Store.open(path) as store:
        store.add(STORY)
    return path


def test_an_article_with_a_date_that_no_calendar_has_is_kept_undated_with_its_events(path: Path) -> None:
    tables = json.loads(path.read_text())
    tables["articles"][ARTICLE]["published"]["date"] = "2019-13-28"
    path.write_text(json.dumps(tables))
    (lost,) = repair(path).lost
    assert (lost.table, lost.key, lost.says) == (
        "articles",
        ARTICLE,
        "it is kept without what can't be read: published",
    )
    with Store.open(path) as store:
        (kept,) = store.extractions()
    assert (kept.article.published, kept.article.text) == (None, STORY.article.text)
    assert set(kept.events) == set(STORY.events)
    assert set(kept.assertions) == set(STORY.assertions)


def test_an_article_all_of_whose_dates_are_none_is_kept_with_its_text_and_can_be_added_again(path: Path) -> None:
    path.write_text(path.read_text().replace("2019-01", "2019-13"))
    assert {lost.table for lost in repair(path).lost} == {"articles", "assertions", "events"}
    with Store.open(path) as store:
        assert [one.text for one in store.timeline.articles.values()] == [STORY.article.text]
        store.add(STORY)
        (kept,) = store.extractions()
    assert kept.article == STORY.article
    assert set(kept.assertions) == set(STORY.assertions)


@pytest.mark.parametrize("field", [field.name for field in fields(ArticleRow) if not field.required])
def test_whatever_of_an_article_need_not_be_there_costs_no_more_than_itself(path: Path, field: str) -> None:
    tables = json.loads(path.read_text())
    tables["articles"][ARTICLE][field] = {"no": "value"}
    path.write_text(json.dumps(tables))
    lost = repair(path).lost
    assert ("articles", f"it is kept without what can't be read: {field}") in [(one.table, one.says) for one in lost]
    with Store.open(path) as store:
        (kept,) = store.extractions()
    assert kept.article.text == STORY.article.text
    for one in fields(type(STORY.article)):
        if one.name not in (field, "time_expressions"):
            assert getattr(kept.article, one.name) == getattr(STORY.article, one.name)
