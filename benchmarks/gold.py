"""Gold timelines: what a careful person reads from an article. The form is described in `data/samples/README.md`."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec

from timeline.model import Article, Span

SAMPLES = Path(str(files("dateline_data") / "samples"))
GENRES = SAMPLES / "genres"


class GoldEvent(msgspec.Struct, frozen=True):
    """An event of the article; `quote` stands in its text once."""

    id: str
    quote: str
    date: str | None
    """EDTF; None where the text gives no more than the bounds of `accept`."""
    precision: str
    accept: tuple[str | None, str | None]
    """First and last day that still count as right."""
    kind: str
    polarity: str
    source: str
    actors: tuple[dict[str, str], ...]
    must: bool
    kind_alt: tuple[str, ...] = ()
    source_alt: tuple[str, ...] = ()


class GoldTime(msgspec.Struct, frozen=True):
    """A time expression: in brackets within words that stand in the text once."""

    context: str
    type: str
    value: str
    """The TIMEX3 value."""
    date: str | None
    """EDTF of the days it spans under the article's date; None where it has no place in the calendar."""
    accept: tuple[str, str] | None = None
    absolute: bool = False
    """In an undated article: it says its own year."""

    def locate(self, text: str) -> Span:
        """Where it stands in the article's text."""
        start = self.context.index("[")
        words = self.context[start + 1 : self.context.index("]")]
        place = locate(text, self.context.replace("[", "").replace("]", ""))[0] + start
        return place, place + len(words)


class Gold(msgspec.Struct, frozen=True):
    """The gold timeline of one article."""

    id: str
    file: str
    article_date: str
    article_date_basis: str
    publisher: str
    actors: tuple[dict[str, Any], ...]
    sources: tuple[dict[str, Any], ...]
    events: tuple[GoldEvent, ...]
    timex: tuple[GoldTime, ...]

    @property
    def is_undated(self) -> bool:
        """Whether the article gives no date, so that `article_date` must be given to read it."""
        return self.article_date_basis.startswith("assumed")

    @property
    def path(self) -> Path:
        """The article's file."""
        return SAMPLES / self.file


def samples() -> Iterator[Gold]:
    """The gold of each sample article, those of the demo and those of other genres."""
    for folder in (SAMPLES, GENRES):
        for path in sorted(folder.glob("*.gold.json")):
            yield msgspec.json.decode(path.read_bytes(), type=Gold)


def locate(text: str, quote: str) -> Span:
    """The only place of `quote` in `text`.

    Raises:
        ValueError: it stands there more than once, or not at all.
    """
    if text.count(quote) != 1:
        raise ValueError(f"“{quote}” stands {text.count(quote)} times in the text")
    start = text.index(quote)
    return start, start + len(quote)


def with_offsets(gold: Gold, article: Article, raw: dict[str, Any], text_file: str) -> dict[str, Any]:
    """The gold as offsets into a file with the article's text, as the scorers of other tools want it."""
    spans = (locate(article.text, event.quote) for event in gold.events)
    events = [event | {"start": span[0], "end": span[1]} for event, span in zip(raw["events"], spans, strict=True)]
    return raw | {"text_file": text_file, "events": events}
