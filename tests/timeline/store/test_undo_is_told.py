"""What undo and redo say is what they did, and one after the other gives the same timeline, whatever came before."""

import tempfile
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule
from msgspec.structs import replace

from tests.timeline.builders import MONDAY, by_metadata, reading
from timeline.edits import Edit, EditKind
from timeline.logs.identity import edit_id
from timeline.model import Extraction
from timeline.store import Store, StoreError, packing
from timeline.store.backups import backup, restore
from timeline.store.contents import Contents


def text(topic: int, word: str, extractor: str = "en-1") -> Extraction:
    return reading(
        f"Silva left harbour {topic} on Friday with {word} of her ministers.",
        f"Nobody in town hall {topic} would say how much of all the money was left.",
        published=by_metadata(MONDAY),
        name=f"article {topic}",
        extractor=extractor,
    )


TEXTS = [text(topic, word) for topic in range(2) for word in ("three", "four", "five")]
TEXTS += [text(topic, "four", "en-2") for topic in range(2)]
EVENTS = sorted({event.id for one in TEXTS for event in one.events})
STEPS = {EditKind.NOTE: ["one", "two", ""], EditKind.STAR: ["yes", ""], EditKind.REVIEW: ["accepted", ""]}
PEOPLE = ("ann", "ben")
Held = Counter[tuple[str, ...]]
State = tuple[Mapping[str, Extraction], Held]


def held(log: tuple[Edit, ...]) -> Held:
    return Counter((edit.kind, edit.target, edit.part, edit.value) for edit in log if not edit.undone)


def state(contents: Contents) -> State:
    return contents.extractions, held(contents.log)


class Machine(RuleBasedStateMachine):
    """Two people, each with a timeline; one may merge the other's."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.paths, self.copies = (
            [Path(self.folder.name) / f"{name}{kind}.json" for name in PEOPLE] for kind in ("", "-copy")
        )
        self.stores = [Store.open(path) for path in self.paths]
        for store, name in zip(self.stores, PEOPLE, strict=True):
            store.sign(name)
        self.before_merges: dict[str, tuple[State, set[str], set[str]]] = {}

    def teardown(self) -> None:
        for store in self.stores:
            store.close()
        self.folder.cleanup()

    @rule(who=st.integers(0, 1), which=st.integers(0, len(TEXTS) - 1))
    def add(self, who: int, which: int) -> None:
        store = self.stores[who]
        outcome = store.add(TEXTS[which])
        for *_, own in self.before_merges.values():
            own.add(outcome.article)
        self.in_one_text(store.contents())

    @rule(who=st.integers(0, 1), kind=st.sampled_from(sorted(STEPS)), data=st.data())
    def edit(self, who: int, kind: EditKind, data: st.DataObject) -> None:
        store = self.stores[who]
        there = [event for event in EVENTS if store.timeline.knows(kind, event)]
        if there:
            store.edit(kind, data.draw(st.sampled_from(there)), data.draw(st.sampled_from(STEPS[kind])))

    @rule(who=st.integers(0, 1), first=st.sampled_from(EVENTS), second=st.sampled_from(EVENTS))
    def join(self, who: int, first: str, second: str) -> None:
        with suppress(KeyError, ValueError):
            self.stores[who].edit_together([(EditKind.JOIN, first, second, ""), (EditKind.STAR, second, "yes", "")])

    @rule(who=st.integers(0, 1), day=st.sampled_from(["2018-02-03", ""]))
    def date(self, who: int, day: str) -> None:
        if self.stores[who].articles:
            self.stores[who].edit(EditKind.PUBLISHED, min(self.stores[who].articles), day)

    @rule(who=st.integers(0, 1))
    def remove(self, who: int) -> None:
        store = self.stores[who]
        if store.timeline.articles:
            store.edit(EditKind.REMOVE, next(iter(store.timeline.articles)), "yes")

    @rule(who=st.integers(0, 1))
    def merge(self, who: int) -> None:
        store = self.stores[who]
        before = state(store.contents())
        if store.merge(self.stores[1 - who].contents(), "theirs.json").is_anything:
            after = store.contents().extractions
            touched = {key for key in before[0].keys() | after.keys() if before[0].get(key) != after.get(key)}
            self.before_merges[edit_id(store.history()[-1])] = before, touched, set()

    @rule(who=st.integers(0, 1))
    def undo(self, who: int) -> None:
        store = self.stores[who]
        before = store.contents()
        said = store.undo()
        self.as_said(store, before, said)
        after = store.contents()
        if said:
            assert all(edit.undone for edit in said)
            again = store.redo()
            assert [edit_id(edit) for edit in again] == [edit_id(edit) for edit in said]
            assert state(store.contents()) == state(before)
            assert store.contents().earlier == before.earlier
            assert store.undo()
            assert state(store.contents()) == state(after)

    @rule(who=st.integers(0, 1))
    def redo(self, who: int) -> None:
        store = self.stores[who]
        before = store.contents()
        said: tuple[Edit, ...] = ()
        with suppress(StoreError):
            said = store.redo()
        assert not any(edit.undone for edit in said)
        self.as_said(store, before, said)

    @rule(who=st.integers(0, 1))
    def back_up(self, who: int) -> None:
        if self.stores[who].articles:
            self.copies[who].unlink(missing_ok=True)
            backup(self.paths[who], self.copies[who])

    @rule(who=st.integers(0, 1))
    def restore(self, who: int) -> None:
        if self.copies[who].exists():
            self.stores[who].close()
            restore(self.paths[who], self.copies[who])
            self.open(who)

    @rule(who=st.integers(0, 1))
    def reopen(self, who: int) -> None:
        self.stores[who].close()
        self.open(who)

    def open(self, who: int) -> None:
        self.stores[who] = Store.open(self.paths[who])
        self.stores[who].sign(PEOPLE[who])

    def in_one_text(self, contents: Contents) -> None:
        there = contents.extractions
        names = [one.article.name for one in there.values()]
        assert len(set(names)) == len(names), "an article is there in two texts"

    def as_said(self, store: Store, before: Contents, said: tuple[Edit, ...]) -> None:
        after = store.contents()
        self.in_one_text(after)
        merges = [edit for edit in said if edit.kind is EditKind.MERGE]
        if not merges:
            assert after.extractions == before.extractions
            turned = held(tuple(replace(edit, undone=False) for edit in said))
            was, now = held(before.log), held(after.log)
            assert now == (was - turned if said and said[0].undone else was + turned)
            return
        (merge,) = merges
        assert said == (merge,)
        if merge.before or not merge.undone:
            return
        (articles, edits), touched, own = self.before_merges[edit_id(merge)]
        assert held(after.log) == edits
        stays = set(store.stays(merge))
        assert stays <= own & touched
        for key in articles.keys() | before.extractions.keys():
            expected = articles.get(key) if key in touched - stays else before.extractions.get(key)
            assert after.extractions.get(key) == expected


TestUndoIsTold = Machine.TestCase
TestUndoIsTold.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)


class PackedMachine(Machine):
    """The same where what all but the last merge or later text changed is packed."""

    def __init__(self) -> None:
        super().__init__()
        self.most = packing.MOST
        packing.MOST = 1

    def teardown(self) -> None:
        packing.MOST = self.most
        super().teardown()


TestUndoOfPackedIsTold = PackedMachine.TestCase
TestUndoOfPackedIsTold.settings = settings(max_examples=20, stateful_step_count=30, deadline=None)
