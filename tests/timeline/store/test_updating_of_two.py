"""Two people of whom each has another text of an article."""

from pathlib import Path

import pytest

from tests.timeline.store.later_texts import CHANGED, LEFT, SENTENCES, SPOKE, STORY
from timeline.edits import EditKind
from timeline.store import Store
from timeline.store.merging import merged


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "story.json"


def test_of_two_people_of_whom_one_has_a_later_text_both_get_it_with_the_corrections_of_both(tmp_path: Path) -> None:
    with Store.open(tmp_path / "begun.json") as store:
        store.add(STORY)
        begun = store.contents()
    with Store.open(tmp_path / "anns.json") as store:
        store.take(begun)
        store.edit(EditKind.NOTE, LEFT, "hers")
        store.add(CHANGED)
        ann = store.contents()
    with Store.open(tmp_path / "bens.json") as store:
        store.take(begun)
        store.edit(EditKind.STAR, SPOKE, "yes")
        ben = store.contents()
        store.merge(ann, "anns.json")
        both = store.contents()
        assert [entry.note for entry in store.timeline.entries if entry.note] == ["hers"]
        assert [entry.title for entry in store.timeline.entries if entry.starred] == [SENTENCES[1].rstrip(".")]
        assert store.timeline.orphans == ()
        assert not store.merge(ann, "anns.json").is_anything
        store.undo()
        assert store.contents().extractions == ben.extractions
        assert [entry.title for entry in store.timeline.entries if entry.starred] == [SENTENCES[1].rstrip(".")]
        store.redo()
        assert store.contents().extractions == both.extractions
    assert merged(ann, ben).extractions == merged(ben, ann).extractions == both.extractions


def test_two_people_who_read_different_texts_have_one_article_whoever_merges(tmp_path: Path) -> None:
    sides = []
    for name, text in (("ann", STORY), ("ben", CHANGED)):
        with Store.open(tmp_path / f"{name}.json") as store:
            store.sign(name)
            store.add(text)
            store.edit(EditKind.NOTE, text.assertions[1].event, name)
            sides.append(store.contents())
    one, other = merged(*sides), merged(*reversed(sides))
    assert len(one.extractions) == 1
    assert one.extractions == other.extractions
    assert [(edit.target, edit.value) for edit in one.log] == [(edit.target, edit.value) for edit in other.log]
    assert len({edit.target for edit in one.log}) == 1


def test_two_people_who_read_two_texts_in_another_order_agree_on_one(tmp_path: Path) -> None:
    sides = []
    for name, texts in (("ann", (STORY, CHANGED)), ("ben", (CHANGED, STORY))):
        with Store.open(tmp_path / f"{name}.json") as store:
            for text in texts:
                store.add(text)
            sides.append(store.contents())
    one, other = merged(*sides), merged(*reversed(sides))
    assert len(one.extractions) == 1
    assert (one.extractions, one.earlier) == (other.extractions, other.earlier)
