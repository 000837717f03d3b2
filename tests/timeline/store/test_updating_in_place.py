"""What lies where another text was read from: a later text of that, or another article."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.timeline.store.later_texts import CHANGED, STORY, article
from timeline.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "story.json"


@pytest.mark.parametrize(
    "other",
    [
        "./clips/fire.txt",
        "fire.txt",
        "/srv/lee/news/clips/fire.txt",
        "../news/clips/fire.txt",
        "old/../clips/fire.txt",
    ],
)
def test_a_file_is_one_however_its_path_is_spelled(path: Path, other: str) -> None:
    first, later = (
        replace(one, article=replace(one.article, origin=origin))
        for one, origin in ((STORY, "clips/fire.txt"), (CHANGED, other))
    )
    with Store.open(path) as store:
        store.add(first)
        assert store.add(later).outcome == "updated"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The old mill burned down on Monday.", "The old mill burned on Monday."),
        ("Ann Lee resigned.", "Ann Lee has resigned."),
        (
            "A ferry sank off Corran on Friday; two are missing.",
            "On Friday a ferry sank off Corran: three are missing.",
        ),
    ],
)
def test_a_short_text_that_is_changed_in_its_file_is_an_update(path: Path, before: str, after: str) -> None:
    with Store.open(path) as store:
        store.add(article(before))
        assert store.add(article(after)).outcome == "updated"


def test_another_short_text_in_one_file_is_another_article_and_told(path: Path) -> None:
    with Store.open(path) as store:
        first = store.add(article("A ferry sank off Corran on Friday.")).article
        added = store.add(article("The bank closed its doors on Monday, and nobody knew why."))
        assert added.outcome == "new"
        assert (
            f"another text than was read from there before, and kept beside it (dateline remove {first}" in added.says
        )


def test_a_row_in_the_place_of_another_short_one_is_another(path: Path) -> None:
    rows = [
        replace(one, article=replace(one.article, origin="feed.jsonl, line 1"))
        for one in (article("An earthquake shook Corran on Friday."), article("An earthquake shook Oslund on Friday."))
    ]
    with Store.open(path) as store:
        assert [store.add(one).outcome for one in rows] == ["new", "new"]


@pytest.mark.parametrize("other", ["drafts/fire.txt", "/srv/lee/fire.txt", "clips/fire.md", "campfire.txt"])
def test_files_of_other_folders_and_names_are_others(path: Path, other: str) -> None:
    first, later = (
        replace(one, article=replace(one.article, origin=origin))
        for one, origin in ((STORY, "clips/fire.txt"), (CHANGED, other))
    )
    with Store.open(path) as store:
        store.add(first)
        assert store.add(later).outcome == "new"
