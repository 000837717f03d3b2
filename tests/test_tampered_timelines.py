"""A timeline in which anything was changed is refused, with the place, or all that can be done with it works."""

import datetime as dt
import os
import re
from collections.abc import Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import msgspec
import pytest
from msgspec.structs import replace
from typer.testing import CliRunner

from benchmarks.gold import samples
from benchmarks.score_samples import read_article
from extractors import extract
from extractors.typed_dates.reading import read_in_haste
from tests.fuzz.amount import LONG
from tests.timeline.store.tampering import Tampering
from timeline.collection import Timeline
from timeline.correcting.notebook import NOTEBOOK
from timeline.dates.article_dates import resolve_expression
from timeline.dates.confidence import confidence
from timeline.dates.edtf import describe, describe_edtf
from timeline.edit_values import EventByHand, written, written_by_hand
from timeline.edits import EditKind
from timeline.entry import Entry
from timeline.export import FORMATS, export
from timeline.export.timeml import write_timeml
from timeline.mentions import Mention
from timeline.model import Extraction
from timeline.query import select
from timeline.store import Store, StoreError, glimpse
from timeline.when import chain
from tui.app import DatelineApp
from tui.cli import app as command
from tui.clipboard import markdown_line
from tui.dates import expression_of, label
from tui.detail import detail, peek

TODAY = dt.date(2026, 11, 1)
DATES = ("0001-01-01", "9999-12-31", "2019-06-30", "")
"""Publication dates that articles are given: the ends of the calendar, an ordinary one, none."""
FILTERS = (
    *(
        "brandt",
        "actor:brandt|vann",
        "said:brandt",
        "source:wire",
        "date:2019",
        "date:..0001",
        "date:9999-12..",
        "is:undated",
    ),
    *("is:uncertain", "is:edited", "is:hidden", "-is:denied (a or b)", 'date:"last week"'),
)
KEYS = (
    *("j", "G", "g", "n", "right_square_bracket", "enter", "escape", "o", "n", "escape", "2", "j", "enter", "1"),
    *("3", "j", "enter", "escape", "1", "slash", "a", "escape", "d", "escape", "c", "escape", "t", "escape"),
    *("x", "escape", "question_mark", "escape", "s", "u", "ctrl+r", "H", "u", "y", "3", "d", "escape", "f", "1"),
)
"""Through every screen, with a look at every dialog."""
PLACE = re.compile(
    r"story\.json is damaged: (actors|articles|assertions|edits|events|sources), row “"
    r"|story\.json is (no timeline, or is damaged \(|JSON, but no timeline)"
    r"|story\.json was written by another version"
)
"""How a refusal begins: where it is damaged, or that it is no timeline at all."""
ADVICE = re.compile("dateline repair -t|choose another file|update dateline")

CHUNKS, CHUNK = 5, 80
FIRST = int(os.environ.get(LONG, "0")) * CHUNKS
"""Each round of `make fuzz` tampers in other ways."""


@cache
def read() -> tuple[Extraction, ...]:
    """Two samples that have nearly every field between them."""
    wanted = ("a-year-on", "ferry-toll")
    return tuple(extract(read_article(gold.path)) for gold in samples() if gold.id in wanted)


@cache
def tampering() -> Tampering:
    """Of a timeline with an edit of every kind, some of them undone."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "story.json")
        with Store.open(path) as store:
            for extraction in read():
                store.add(extraction)
            entries, articles = store.timeline.entries, sorted(store.timeline.articles)
            store.edit(EditKind.STAR, entries[0].id, "yes")
            store.edit(EditKind.DATE, entries[1].id, "2019-01-26?")
            store.edit(EditKind.NOTE, entries[2].id, "ask her")
            store.edit(EditKind.HIDE, entries[3].id, "yes")
            store.undo()
            store.edit(EditKind.HIDE, entries[4].id, "yes")
            for kind, target, value, part in every_kind(store, entries, articles[0]):
                store.edit(kind, target, value, part)
            store.edit(EditKind.PUBLISHED, articles[0], "2019-03-01")
            store.edit(EditKind.REMOVE, articles[1], "yes")
            store.edit(EditKind.REMOVE, articles[1], "")
            store.undo()
            store.redo()
        return Tampering(msgspec.json.decode(path.read_bytes()))


def every_kind(store: Store, entries: Sequence[Entry], article: str) -> Iterator[tuple[EditKind, str, str, str]]:
    """Edits of the kinds of which there is more to go wrong, on the last entries."""
    one, other, third, *_ = reversed(entries)
    actors = sorted({part.actor for entry in entries for part in entry.participants})
    told = [assertion for entry in entries for assertion in entry.assertions]
    occurs = next(telling.article for telling in told if actors[2] in {part.actor for part in telling.participants})
    source = min(store.timeline.sources)
    yield EditKind.TITLE, one.id, "Another title", ""
    yield EditKind.STATUS, one.id, "alleged", ""
    yield EditKind.POLARITY, one.id, "neg", ""
    yield EditKind.SOURCE, one.id, "Ann Lee", ""
    yield EditKind.PLACE, one.id, "Oslund", ""
    yield EditKind.TAG, one.id, "yes", "inquiry"
    yield EditKind.REVIEW, one.id, "rejected", ""
    yield EditKind.ROLE, one.id, "victim", actors[0]
    yield EditKind.ORDER, third.id, f"before {one.id}", ""
    yield EditKind.JOIN, other.id, one.id, ""
    yield EditKind.EVENT, "added", written_by_hand(EventByHand(title="Added", date="2019-01-26")), ""
    yield (
        EditKind.LOST,
        "gone",
        written(Mention(event="gone", article=article, title="x", trigger="x", sentence="x")),
        "",
    )
    yield EditKind.ATTACH, "gone", one.id, ""
    yield EditKind.HEADLINE, article, "A headline", ""
    yield EditKind.OUTLET, article, "An outlet", ""
    yield EditKind.ACTOR, "somebody", "Somebody", ""
    yield EditKind.ACTOR_NAME, actors[0], "Another name", ""
    yield EditKind.ACTOR_KIND, actors[0], "group", ""
    yield EditKind.ACTOR_JOIN, actors[1], actors[0], ""
    yield EditKind.ACTOR_SPLIT, actors[2], "yes", occurs
    yield EditKind.SOURCE_NAME, source, "Another source", ""
    yield EditKind.SOURCE_KIND, source, "unnamed", ""
    yield EditKind.SOURCE_JOIN, source, max(store.timeline.sources), ""


def looked_at(timeline: Timeline) -> None:
    """Everything that is shown of a timeline, on paper and on a screen."""
    for form in FORMATS:
        export(timeline, timeline.entries, form)
    lines_looked_at(timeline)
    for actor in timeline.actors:
        timeline.of_actor(actor)
    for source in timeline.sources:
        timeline.of_source(source)


def lines_looked_at(timeline: Timeline) -> None:
    """Everything that is shown of its lines."""
    for entry in timeline.entries:
        label(entry.when, expression_of(entry, timeline))
        markdown_line(entry, timeline)
        detail(entry, timeline, 80, plain=True)
        peek(entry, timeline, plain=False)


def explained(timeline: Timeline) -> None:
    """Every time expression of its articles, and its way to a date."""
    for article in timeline.articles.values():
        write_timeml(article)
        for index, expression in enumerate(article.time_expressions):
            when = resolve_expression(article, index)
            assert describe(when)
            assert chain(when.derivation)
            assert all(describe_edtf(candidate.edtf) for candidate in when.candidates)
            confidence(expression, when)


def worked_with(path: Path) -> None:
    """All that a person does with a timeline that is accepted, and the same again when it is opened the next time."""
    with Store.open(path, accept=True) as store:
        looked_at(store.timeline)
        explained(store.timeline)
        for words in FILTERS:
            select(store.timeline, words, partial(read_in_haste, anchor=TODAY))
        before = store.timeline.entries
        for date in DATES:
            for article in store.timeline.articles.keys() - {NOTEBOOK}:
                store.edit(EditKind.PUBLISHED, article, date)
            export(store.timeline, store.timeline.entries, "json")
            explained(store.timeline)
        for entry in before[:2]:
            for kind, value in (
                (EditKind.STAR, "yes"),
                (EditKind.DATE, "[2019-01,2020?]"),
                (EditKind.NOTE, "a note"),
                (EditKind.HIDE, "yes"),
            ):
                store.edit(kind, entry.id, value)
        export(store.timeline, store.timeline.entries, "markdown")
        while store.undo():
            pass
        export(store.timeline, store.timeline.entries, "csv")
        while store.redo():
            pass
        for extraction in read():
            store.add(replace(extraction, extractor="a later one"))
        looked_at(store.timeline)
        last = store.timeline.entries
    with Store.open(path, read_only=True) as store:
        assert store.timeline.entries == last


def commanded(path: Path) -> None:
    with Store.open(path, read_only=True) as store:
        things = [*(entry.id for entry in store.timeline.entries[:3]), *store.timeline.articles]
    for words in (["list"], ["list", "--json"], ["export"], *(["show", "--", thing] for thing in things), ["undo"]):
        told = CliRunner().invoke(command, words, env={"DATELINE_TIMELINE": str(path)})
        assert told.exception is None or isinstance(told.exception, SystemExit), (words, told.exception)


def refusal(path: Path, done: str, *, by_command: bool) -> str:
    """Why it is not opened; empty if it is, and all that is done with it works."""
    try:
        if by_command:
            commanded(path)
        worked_with(path)
    except StoreError as refused:
        return str(refused)
    except Exception as error:
        raise AssertionError(done) from error
    return ""


@pytest.mark.parametrize("chunk", range(FIRST, FIRST + CHUNKS))
def test_a_tampered_timeline_is_refused_with_the_place_or_everything_works(tmp_path: Path, chunk: int) -> None:
    path = tmp_path / "story.json"
    opened = refused = 0
    for seed in range(chunk * CHUNK, (chunk + 1) * CHUNK):
        tampered = tampering().file(seed)
        path.write_bytes(tampered.content)
        if says := refusal(path, f"seed {seed}: {tampered.says}", by_command=seed % 10 == 0):
            refused += 1
            assert PLACE.search(says), f"seed {seed}: {tampered.says}: {says}"
            assert ADVICE.search(says), says
            assert path.read_bytes() == tampered.content, "it is left as it is"
        else:
            opened += 1
        beside = {file.name for file in tmp_path.iterdir()}
        assert beside <= {"story.json", "story.json.kept"}, "and nothing is left beside it but earlier states"
    assert opened >= 10
    assert refused >= 10


def test_the_first_lines_of_a_tampered_timeline_can_be_shown_or_there_are_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(glimpse, "_ODD", frozenset())  # or there would be none of any: it has corrections of each kind
    path = tmp_path / "story.json"
    shown = 0
    for seed in range(100_000, 100_000 + CHUNK):
        tampered = tampering().file(seed)
        path.write_bytes(tampered.content)
        try:
            if (first := glimpse.glimpse(path).timeline) is not None:
                lines_looked_at(first)
                shown += 1
        except Exception as error:
            raise AssertionError(f"seed {seed}: {tampered.says}") from error
    assert shown >= 10


@pytest.mark.parametrize("seed", Random(9).sample(range(10_000, 100_000), 10))
async def test_the_app_shows_what_it_opens(tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    path = tmp_path / "story.json"
    path.write_bytes(tampering().file(seed).content)
    try:
        Store.open(path, read_only=True)
    except StoreError:
        return
    app = DatelineApp(path)
    async with app.run_test(size=(100, 30)) as pilot:
        for key in KEYS:
            await pilot.press(key)
        await pilot.resize_terminal(60, 20)
        await pilot.press("1", "j", "3", "j", "2", "j")
    assert app.return_value is None
