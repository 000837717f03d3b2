"""An article and later texts of it."""

import unicodedata

from msgspec.structs import replace

from tests.timeline.builders import MONDAY, by_metadata, reading
from timeline.model import Extraction
from timeline.store import Store

SENTENCES = (
    "Silva left the harbour on Saturday with three of her ministers.",
    "Orr spoke of a new beginning on Friday in front of the old mill.",
    "It rained last week on all of the islands in the bay.",
    "Nobody in the town hall would say how much of the money was left.",
    "The ferry to the northern shore goes every hour as it always did.",
)


def article(*sentences: str, name: str = "story", url: str = "", title: str = "", publisher: str = "") -> Extraction:
    read = reading(
        *(sentences or SENTENCES), published=by_metadata(MONDAY), name=name, title=title, publisher=publisher
    )
    return replace(read, article=replace(read.article, url=url, origin="" if url or title else read.article.origin))


STORY = article()
LEFT, SPOKE, RAINED, *_ = (assertion.event for assertion in STORY.assertions)
CHANGED = article(SENTENCES[0].replace("three", "four"), *SENTENCES[1:])


ACCENTED = article(*(sentence.replace("e", "é") for sentence in SENTENCES))
APART = article(*(unicodedata.normalize("NFD", sentence.replace("e", "é")) for sentence in SENTENCES))
"""The same as another program writes it."""


def titles(store: Store) -> list[str]:
    return sorted(entry.title for entry in store.timeline.entries)


def of_number(number: int) -> Extraction:
    return article(SENTENCES[0].replace("three", str(number)), *SENTENCES[1:])
