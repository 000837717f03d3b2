"""Two people who add, correct, take back, merge and open again, in any order: each sees what the files say."""

import tempfile
from contextlib import suppress
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.timeline.store.test_merging import ARTICLES, EDITS, said
from timeline.edits import EditKind
from timeline.model import Extraction
from timeline.store import Store

PEOPLE = st.sampled_from(["ann", "ben"])
SHOWN = ("entries", "articles", "actors", "sources", "orphans", "conflicts")


class TwoPeople(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.stores = {name: self.opened(name) for name in ("ann", "ben")}

    def opened(self, name: str) -> Store:
        store = Store.open(Path(self.folder.name) / f"{name}.json")
        store.sign(name)
        return store

    def teardown(self) -> None:
        for store in self.stores.values():
            store.close()
        self.folder.cleanup()

    @rule(who=PEOPLE, extraction=st.sampled_from(ARTICLES))
    def add(self, who: str, extraction: Extraction) -> None:
        self.stores[who].add(extraction)

    @rule(who=PEOPLE, edit=EDITS)
    def edit(self, who: str, edit: tuple[EditKind, str, str, str]) -> None:
        with suppress(KeyError, ValueError):
            self.stores[who].edit(*edit)

    @rule(who=PEOPLE, step=st.sampled_from(["undo", "redo"]))
    def step(self, who: str, step: str) -> None:
        getattr(self.stores[who], step)()

    @rule(who=PEOPLE)
    def reopen(self, who: str) -> None:
        self.stores[who].close()
        self.stores[who] = self.opened(who)

    @rule(who=PEOPLE)
    def merge(self, who: str) -> None:
        mine, theirs = self.stores[who], self.stores["ben" if who == "ann" else "ann"]
        mine.merge(theirs.contents(), "theirs.json")
        assert not mine.merge(theirs.contents(), "theirs.json").is_anything

    @rule()
    def merge_both(self) -> None:
        ann, ben = self.stores.values()
        ann.merge(ben.contents(), "ben.json")
        ben.merge(ann.contents(), "ann.json")
        assert said(ann.contents()) == said(ben.contents())
        assert ann.timeline.entries == ben.timeline.entries
        assert ann.timeline.conflicts.keys() == ben.timeline.conflicts.keys()

    @invariant()
    def shows_what_the_files_say(self) -> None:
        for store in self.stores.values():
            if store.extractions() or store.history():
                with Store.open(store.path, read_only=True) as reader:
                    assert reader.contents().rows() == store.contents().rows()
                    for part in SHOWN:
                        assert getattr(reader.timeline, part) == getattr(store.timeline, part), part


TestTwoPeople = TwoPeople.TestCase
TestTwoPeople.settings = settings(max_examples=12, stateful_step_count=20, deadline=None)
