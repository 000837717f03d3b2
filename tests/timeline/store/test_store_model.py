"""The store against a simple model, a dictionary of articles and a list of edits, whatever is done in any order."""

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tests.timeline.builders import MONDAY, by_metadata, person, reading
from tests.timeline.test_collection import build
from timeline.edits import ON_ARTICLES, EditKind
from timeline.model import Extraction
from timeline.store import Store

ACTOR = person("Guaido")


def version(number: int, extractor: str) -> Extraction:
    return reading(
        f"Silva defected Saturday {number}.",
        "Guaido spoke Friday.",
        published=by_metadata(MONDAY),
        actors=[ACTOR],
        name=f"article {number}",
        extractor=extractor,
    )


ARTICLES = [version(number, extractor) for number in range(3) for extractor in ("en-1", "en-2")]
EVENTS = sorted({event.id for article in ARTICLES for event in article.events})
IDS = sorted({article.article.id for article in ARTICLES})
VALUES = {
    EditKind.STAR: ["yes", ""],
    EditKind.HIDE: ["yes", ""],
    EditKind.NOTE: ["a note", ""],
    EditKind.DATE: ["2019-01", "1999-12-31", ""],
    EditKind.PUBLISHED: ["2018-02-03", ""],
    EditKind.REMOVE: ["yes", ""],
}


class StoreMachine(RuleBasedStateMachine):
    """Edits are a list of (kind, target, value) with a cursor for undo and redo, as in any editor."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "story.json"
        self.store = Store.open(self.path)
        self.articles: dict[str, Extraction] = {}
        self.done: list[tuple[EditKind, str, str]] = []
        self.taken_back: list[tuple[EditKind, str, str]] = []

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()

    @rule(extraction=st.sampled_from(ARTICLES))
    def add(self, extraction: Extraction) -> None:
        key = extraction.article.id
        removed = [value for kind, target, value in self.done if (kind, target) == (EditKind.REMOVE, key)]
        known = self.articles.get(key)
        outcome = self.store.add(extraction).outcome
        if removed and removed[-1]:
            self.remember(EditKind.REMOVE, key, "")
            assert outcome == "new"
        elif known is None:
            assert outcome == "new"
        else:
            assert outcome == ("unchanged" if known.extractor == extraction.extractor else "replaced")
        self.articles[key] = extraction

    @rule(data=st.data(), kind=st.sampled_from(EditKind))
    def edit(self, data: st.DataObject, kind: EditKind) -> None:
        target = data.draw(st.sampled_from(IDS if kind in ON_ARTICLES else EVENTS))
        value = data.draw(st.sampled_from(VALUES[kind]))
        known = {event.id for article in self.articles.values() for event in article.events} | self.articles.keys()
        try:
            self.store.edit(kind, target, value)
        except KeyError:
            assert target not in known
        else:
            assert target in known
            self.remember(kind, target, value)

    def remember(self, kind: EditKind, target: str, value: str) -> None:
        self.done.append((kind, target, value))
        self.taken_back.clear()

    @rule()
    def undo(self) -> None:
        edit = self.store.undo()
        assert (edit is None) == (not self.done)
        if edit:
            self.taken_back.append(self.done.pop())
            assert (edit.kind, edit.target, edit.value, edit.undone) == (*self.taken_back[-1], True)

    @rule()
    def redo(self) -> None:
        edit = self.store.redo()
        assert (edit is None) == (not self.taken_back)
        if edit:
            self.done.append(self.taken_back.pop())
            assert (edit.kind, edit.target, edit.value, edit.undone) == (*self.done[-1], False)

    @rule()
    def reopen(self) -> None:
        self.store.close()
        self.store = Store.open(self.path)

    @precondition(lambda self: self.articles)
    @rule()
    def read(self) -> None:
        with Store.open(self.path, read_only=True) as reader:
            assert reader.history() == self.store.history()
            assert reader.timeline.entries == self.store.timeline.entries

    @invariant()
    def shows_the_articles_with_the_edits_that_hold(self) -> None:
        held = [edit for edit in self.store.history() if not edit.undone]
        assert [(edit.kind, edit.target, edit.value) for edit in held] == self.done
        expected = build(self.articles.values(), held)
        for part in ("entries", "articles", "actors", "sources", "orphans"):
            assert getattr(self.store.timeline, part) == getattr(expected, part)


TestStore = StoreMachine.TestCase
TestStore.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)
