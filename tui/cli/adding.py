"""The command `add`: reads articles into a timeline."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

import typer

from timeline.counts import counted
from timeline.inert import one_line
from tui.cli.console import say, tell
from tui.cli.options import (
    LanguageCode,
    Model,
    Origins,
    PublicationDate,
    Publisher,
    Rows,
    TimelineFile,
    language_code,
    publication_day,
)
from tui.cli.reading import MostOfEach, inputs_of, readers, tell_notices
from tui.cli.streams import inert_output

if TYPE_CHECKING:
    from rich.progress import Progress

    from extractors.reading import Input, ReadError
    from extractors.worker.messages import Task
    from extractors.worker.process import Outcome
    from timeline.model import Article, Extraction
    from timeline.store import Store
    from tui.cli.by_turns import ByTurns

_OUTDATED = (
    "it is an earlier text of an article that is there, and changes nothing (dateline remove {} first takes it instead)"
)

_MOST_NAMED = 5
"""So many undated articles are named; of more, only the number is told."""


def add(
    origins: Origins,
    *,
    date: PublicationDate = "",
    publisher: Publisher = "",
    language: LanguageCode = "",
    rows: Rows = False,
    timeline: TimelineFile = None,
    model: Model = None,
    limit: MostOfEach = "",
) -> None:
    """Read articles into the timeline.

    An article that is there already is not added twice; one whose text was changed since takes the place of its earlier
    text, and corrections go over to what tells the same. One that does not say when it was published keeps its relative
    dates open until you give the date: here with --date, or with the key d in the app. One that is not in English is
    kept without events.

    Of a folder, files are read whose names end as those of articles do. Every other file is named with what it is,
    hidden ones left out.
    """
    published = publication_day(date)
    from extractors.worker.messages import Task

    task = Task(published=published, publisher=publisher, language=language_code(language), model=model)
    from tui.arrivals import arriving
    from tui.cli.by_turns import by_turns

    with (
        readers(model=model, limit=limit) as reading,
        by_turns(timeline) as turns,
        arriving(turns.store.path, lambda: turns.store.articles),
    ):
        intake = Intake(turns)
        given = inputs_of(origins, rows=rows, each=lambda all_: _progress(all_, intake))
        try:
            for outcome in reading.read(intake.unknown(given, task), task):
                intake.take(outcome)
            intake.keep(waits=True)
        except typer.Exit:  # the timeline can't be written
            intake.tell_what_is_left()
            raise
        except BaseException:
            intake.keep(waits=False)
            intake.tell_what_is_left()
            raise
    intake.sum_up()
    if intake.failed:
        raise typer.Exit(1)


class Given(NamedTuple):
    """An input that was read and is not in the timeline yet."""

    key: str | None
    """By which it is known that it need not be read again; None where that can't be known."""
    extractions: "list[Extraction]"


class Intake:
    """Takes what was read into a timeline, by turns, says what could not be, and counts."""

    def __init__(self, turns: "ByTurns") -> None:
        self._turns = turns
        self.events = 0
        self.outcomes: dict[str, int] = {}
        """Articles by what adding them did."""
        self.failed = 0
        self.undated: list[str] = []
        self._waiting: list[Given] = []
        """What was read since the last turn, in its order; the last one may still be being read."""

    def unknown(self, given: "Iterable[Input | ReadError]", task: "Task") -> "Iterator[Input | ReadError]":
        """Those of the inputs that are to be read: the others were read already by the same program, and are counted.

        What came of one is taken before the next is asked for. So an `add` that was interrupted goes on where it was.
        """
        from extractors.reading import ReadError
        from tui.known_inputs import key_of

        for one in given:
            key = None if isinstance(one, ReadError) else key_of(one, task)
            known = self._turns.store.known(key) if key else None
            if known is not None:
                for extraction in known:
                    self._count(extraction, extraction.article.id, "unchanged")
                continue
            failed = self.failed
            self._waiting.append(Given(key, []))
            yield one
            if self.failed != failed:  # of what was read of it no more is known than the articles
                self._waiting[-1] = self._waiting[-1]._replace(key=None)
            if self._turns.is_due and not self.keep(waits=False):
                self._turns.tell_who_writes()

    def take(self, outcome: "Outcome") -> None:
        """Take in one article, or why it could not be read."""
        from extractors.reading import ReadError
        from timeline.model import Extraction

        if isinstance(outcome, ReadError):
            self._refuse(outcome)
        elif isinstance(outcome, Extraction):
            self._waiting[-1].extractions.append(outcome)

    def keep(self, *, waits: bool) -> bool:
        """Keep what was read since the last turn, durable when this returns; whether all of it is.

        While somebody else has the timeline it waits for them, or leaves it for another turn.
        """
        from timeline.store.locking import BusyError

        if not any(one.extractions for one in self._waiting):
            return True
        with suppress(BusyError), self._turns.turn(waits=waits) as store:
            while self._waiting:
                key, extractions = self._waiting[0]
                added = [self._added(store, one) for one in extractions]
                if key and added and None not in added:
                    store.remember(key, filter(None, added))
                del self._waiting[0]
        return not self._waiting

    def tell_what_is_left(self) -> None:
        """Say how much was read and not kept, where the command ends before its time."""
        if left := sum(len(one.extractions) for one in self._waiting):
            tell(f"of what was read {counted(left, 'article')} could not be kept; dateline add reads it again")

    def _added(self, store: "Store", extraction: "Extraction") -> str | None:
        """The article as which it was kept; None where it can't be."""
        from extractors.reading import ReadError

        try:
            added = store.add(extraction)
        except ValueError as error:
            self._refuse(ReadError(extraction.article.origin, f"cannot be kept: {error}", "please report it"))
            return None
        says = [
            added.says or (_OUTDATED.format(added.article) if added.outcome == "outdated" else ""),
            _doubt(extraction.article, added.article),
        ]
        for note in filter(None, says):
            tell(f"note: {one_line(extraction.article.name)}: {note}")
        self._count(extraction, added.article, added.outcome)
        return added.article

    def _count(self, extraction: "Extraction", kept: str, outcome: str) -> None:
        tell_notices(extraction.article.origin, extraction.article.notices)
        self.events += len(extraction.events)
        self.outcomes[outcome] = self.outcomes.get(outcome, 0) + 1
        article = self._turns.store.article(kept)
        if article is not None and article.published is None:
            self.undated.append(one_line(extraction.article.name))

    def _refuse(self, error: "ReadError") -> None:
        self.failed += 1
        tell(f"not read: {one_line(str(error))}")

    def sum_up(self) -> None:
        """Say what was done, and which articles want a date."""
        done = ", ".join(f"{number} {outcome}" for outcome, number in sorted(self.outcomes.items()))
        total = sum(self.outcomes.values())
        say(f"{counted(total, 'article')} read{f' ({done})' if done else ''}: {counted(self.events, 'event')}")
        if self.failed:
            tell(f"{counted(self.failed, 'input')} not read")
        if self.undated:
            named = ", ".join(self.undated[:_MOST_NAMED]) + (", …" if len(self.undated) > _MOST_NAMED else "")
            tell(
                f"{counted(len(self.undated), 'article')} without a publication date ({named}): “Saturday” and the like"
                " stay open. Add again with --date 2019-01-28, or press d on it in the app."
            )


def _doubt(article: "Article", kept: str) -> str:
    """What is to be said of the day of which an article says that it is."""
    from timeline.model import Basis
    from tui.publication_days import doubt_of

    if article.published is None or article.published.basis is Basis.PERSON:
        return ""
    why = doubt_of(article.published.date)
    return (
        f"the day of publication that it tells can't be: {why}; dateline article {kept} --date gives it another"
        if why
        else ""
    )


def _progress(origins: list[str], intake: Intake) -> Iterator[str]:
    """The origins one by one, with a bar on standard error if a person sees it."""
    if not sys.stderr.isatty():
        yield from origins
        return
    # The bar takes what is written meanwhile and writes it above itself: the wall stands before it.
    with _bar() as bar, inert_output():
        task = bar.add_task("", total=len(origins), events=0)
        for origin in origins:
            yield origin
            bar.update(task, advance=1, events=intake.events)


def _bar() -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    return Progress(
        TextColumn("reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[events]} events"),
        TimeRemainingColumn(),
        console=Console(file=sys.__stderr__, markup=False, highlight=False, emoji=False),
        transient=True,
    )
