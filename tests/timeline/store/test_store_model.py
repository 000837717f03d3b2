"""The store against a simple model, a dictionary of articles and a list of edits, whatever is done in any order."""

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tests.timeline.builders import MONDAY, by_metadata, person, reading, told_together, triggered_elsewhere
from tests.timeline.test_collection import build
from timeline.edit_values import EventByHand, written_by_hand
from timeline.edits import ON_ACTORS, ON_ARTICLES, ON_SOURCES, PROGRAM, EditKind
from timeline.export import FORMATS, export
from timeline.history import sentence
from timeline.model import Extraction, Participant, Role
from timeline.store import Store

ACTORS = [person("Guaido"), person("Silva")]


def version(number: int, extractor: str) -> Extraction:
    return reading(
        f"Silva defected Saturday {number}.",
        "Guaido spoke Friday.",
        published=by_metadata(MONDAY),
        actors=ACTORS,
        name=f"article {number}",
        speaker="Guaido" if number else "",
        extractor=extractor,
    )


ARTICLES = [version(number, "en-1") for number in range(3)]
ARTICLES += [version(0, "en-2"), *(told_together(version(number, "en-2")) for number in (1, 2))]
ARTICLES.append(triggered_elsewhere(ARTICLES[0]))
EVENTS = sorted({event.id for article in ARTICLES for event in article.events} | {"added", "lost"})
IDS = sorted({article.article.id for article in ARTICLES})
PEOPLE = ["guaido", "silva", "newcomer", f"guaido-in-{IDS[0]}"]
SOURCES = sorted({source.id for article in ARTICLES for source in article.sources})
ADDED = [
    EventByHand(title="Added by hand", date="2019-01-26", participants=(Participant("silva", Role.AGENT),)),
    EventByHand(title="Quoted by hand", article=IDS[0], passage="spoke"),
]
YES = ["yes", ""]
VALUES = {
    EditKind.STAR: YES,
    EditKind.HIDE: YES,
    EditKind.NOTE: ["a note", ""],
    EditKind.TAG: YES,
    EditKind.REVIEW: ["accepted", "rejected", ""],
    EditKind.DATE: ["2019-01", "2019-01-26", "1999-12-31", ""],
    EditKind.TITLE: ["Another title", ""],
    EditKind.STATUS: ["alleged", ""],
    EditKind.POLARITY: ["neg", ""],
    EditKind.SOURCE: ["Guaido", "article 0", "Somebody new", ""],
    EditKind.PLACE: ["Caracas", ""],
    EditKind.ROLE: ["victim", "none", ""],
    EditKind.ORDER: [*(f"{side} {event}" for side in ("before", "after") for event in EVENTS), ""],
    EditKind.JOIN: [*EVENTS, ""],
    EditKind.SPLIT: YES,
    EditKind.EVENT: [*map(written_by_hand, ADDED), ""],
    EditKind.ATTACH: [*EVENTS, ""],
    EditKind.PUBLISHED: ["2018-02-03", ""],
    EditKind.REMOVE: YES,
    EditKind.HEADLINE: ["A headline", ""],
    EditKind.OUTLET: ["An outlet", ""],
    EditKind.ACTOR: ["Newcomer", ""],
    EditKind.ACTOR_NAME: ["Juan", ""],
    EditKind.ACTOR_KIND: ["country", ""],
    EditKind.ACTOR_JOIN: [*PEOPLE, ""],
    EditKind.ACTOR_SPLIT: YES,
    EditKind.SOURCE_NAME: ["The office", ""],
    EditKind.SOURCE_KIND: ["unnamed", ""],
    EditKind.SOURCE_JOIN: [*SOURCES, ""],
}
PARTS = {EditKind.TAG: ["harbour", "inquiry"], EditKind.ROLE: PEOPLE, EditKind.ACTOR_SPLIT: IDS}


def targets(kind: EditKind) -> list[str]:
    if kind in ON_ARTICLES:
        return IDS
    if kind in ON_ACTORS:
        return PEOPLE
    return SOURCES if kind in ON_SOURCES else EVENTS


class StoreMachine(RuleBasedStateMachine):
    """Edits are a list of (kind, target, part, value) with a cursor for undo and redo, as in any editor."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "story.json"
        self.store = Store.open(self.path)
        self.articles: dict[str, Extraction] = {}
        self.done: list[tuple[EditKind, str, str, str]] = []
        self.taken_back: list[tuple[EditKind, str, str, str]] = []

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()

    @rule(extraction=st.sampled_from(ARTICLES))
    def add(self, extraction: Extraction) -> None:
        key = extraction.article.id
        removed = [value for kind, target, _, value in self.done if (kind, target) == (EditKind.REMOVE, key)]
        known = self.articles.get(key)
        before = len(self.store.history())
        outcome = self.store.add(extraction).outcome
        if removed and removed[-1]:
            self.remember(EditKind.REMOVE, key, "", "")
            assert outcome == "new"
        elif known is None:
            assert outcome == "new"
        else:
            assert outcome == ("unchanged" if known == extraction else "replaced")
        for edit in self.store.history()[before:]:
            if edit.author == PROGRAM:
                self.remember(edit.kind, edit.target, edit.part, edit.value)
        self.articles[key] = extraction

    @rule(data=st.data(), kind=st.sampled_from(sorted(VALUES)))
    def edit(self, data: st.DataObject, kind: EditKind) -> None:
        target = data.draw(st.sampled_from(targets(kind)))
        part = data.draw(st.sampled_from(PARTS.get(kind, [""])))
        value = data.draw(st.sampled_from(VALUES[kind]))
        known = {event.id for article in self.articles.values() for event in article.events} | self.articles.keys()
        before = self.store.history()
        try:
            self.store.edit(kind, target, value, part)
        except (KeyError, ValueError):
            assert self.store.history() == before
            assert kind not in (EditKind.STAR, EditKind.PUBLISHED) or target not in known
        else:
            self.remember(kind, target, part, value)

    def remember(self, *done: str) -> None:
        kind, target, part, value = done
        self.done.append((EditKind(kind), target, part, value))
        self.taken_back.clear()

    @rule()
    def undo(self) -> None:
        edits = self.store.undo()
        assert len(edits) == bool(self.done)
        for edit in edits:
            self.taken_back.append(self.done.pop())
            assert (edit.kind, edit.target, edit.part, edit.value, edit.undone) == (*self.taken_back[-1], True)

    @rule()
    def redo(self) -> None:
        edits = self.store.redo()
        assert len(edits) == bool(self.taken_back)
        for edit in edits:
            self.done.append(self.taken_back.pop())
            assert (edit.kind, edit.target, edit.part, edit.value, edit.undone) == (*self.done[-1], False)

    @rule(unread=st.booleans())
    def reopen(self, unread: bool) -> None:
        self.store.close()
        self.store = Store.open(self.path, unread=unread)

    @rule()
    def check(self) -> None:
        assert self.store.check()

    @precondition(lambda self: self.articles)
    @rule()
    def read(self) -> None:
        with Store.open(self.path, read_only=True) as reader:
            assert reader.history() == self.store.history()
            assert reader.timeline.entries == self.store.timeline.entries

    @rule(form=st.sampled_from(sorted(FORMATS)))
    def tell(self, form: str) -> None:
        timeline = self.store.timeline
        assert export(timeline, timeline.entries, form)
        assert all(sentence(edit, timeline) for edit in self.store.history())

    @invariant()
    def shows_the_articles_with_the_edits_that_hold(self) -> None:
        held = [edit for edit in self.store.history() if not edit.undone]
        assert [(edit.kind, edit.target, edit.part, edit.value) for edit in held] == self.done
        expected = build(self.articles.values(), held)
        for part in ("entries", "articles", "actors", "sources", "orphans"):
            assert getattr(self.store.timeline, part) == getattr(expected, part)

    @invariant()
    def each_mention_is_told_in_one_line(self) -> None:
        told = [one.id for entry in self.store.timeline.entries for one in entry.assertions]
        there = self.store.timeline.articles
        read = {one.id for article in self.articles.values() for one in article.assertions if one.article in there}
        assert len(set(told)) == len(told)
        assert read <= set(told)


TestStore = StoreMachine.TestCase
TestStore.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)
