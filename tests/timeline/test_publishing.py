"""What the publisher of an article is called: one name, in the lists, beside a speaker, and in exports."""

from msgspec.structs import replace

from tests.timeline.builders import MONDAY, by_metadata, reading
from tests.timeline.export.chronicle import timeline_of
from timeline.accounts import accounts_of
from timeline.collection import Timeline
from timeline.edits import Edit, EditKind
from timeline.export import export
from timeline.export.selection import voice
from timeline.model import Extraction, SourceKind
from timeline.outlets import outlet_of
from timeline.publishing import publisher_of
from tui.detail import peek


def published_by_nobody(*, url: str = "", publisher: str = "") -> Extraction:
    """An article that a speaker is quoted in, with the source that it is itself, as the reading gives them."""
    read = reading(
        "Ilse Vane left on Saturday.",
        title="Mayor leaves",
        name="notes-3",
        speaker="Tom Orr",
        publisher=publisher,
        published=by_metadata(MONDAY),
    )
    article = replace(read.article, url=url)
    speakers = [source for source in read.sources if source.kind is not SourceKind.OUTLET]
    return replace(read, article=article, sources=(outlet_of(article), *speakers))


def names(timeline: Timeline) -> set[str]:
    """What the one article's publisher is called, wherever that is told."""
    (entry,) = timeline.entries
    (account,) = accounts_of(entry, timeline).each
    (article,) = timeline.articles.values()
    shown = "\n".join(str(block.text) for block in peek(entry, timeline, plain=True))
    (outlet,) = (one.name for one in timeline.sources.values() if one.kind is SourceKind.OUTLET)
    assert f"Tom Orr via {outlet}" in shown
    assert outlet in export(timeline, timeline.entries, "markdown")
    assert outlet in export(timeline, timeline.entries, "csv")
    return {outlet, account.outlet, publisher_of(article, timeline), voice(timeline, entry.lead).rpartition(", in ")[2]}


def test_an_article_without_an_outlet_is_called_by_its_title_everywhere() -> None:
    assert names(timeline_of([published_by_nobody()])) == {"Mayor leaves"}


def test_an_article_on_a_site_is_called_by_it_everywhere() -> None:
    assert names(timeline_of([published_by_nobody(url="https://www.quay.example/news/1")])) == {"quay.example"}


def test_an_outlet_that_a_person_renamed_is_called_so_everywhere() -> None:
    read = published_by_nobody(publisher="Quay")
    rename = Edit(number=1, kind=EditKind.SOURCE_NAME, target=read.sources[0].id, value="The Quay Paper")
    assert names(timeline_of([read], [rename])) == {"The Quay Paper"}


def test_an_article_read_before_its_site_was_its_outlet_has_the_name_of_its_source() -> None:
    read = published_by_nobody(url="https://www.quay.example/news/1")
    as_before = outlet_of(replace(read.article, url=""))
    timeline = timeline_of([replace(read, sources=(as_before, *read.sources[1:]))])
    assert names(timeline) == {"Mayor leaves"}


def test_an_article_that_is_its_own_outlet_is_cited_by_one_name() -> None:
    timeline = timeline_of([published_by_nobody()])
    assert export(timeline, timeline.entries, "markdown").partition("## Sources")[2].count("Mayor leaves") == 1
