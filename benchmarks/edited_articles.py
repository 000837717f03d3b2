"""What becomes of corrected events when the text of their article is edited, and what tells right from wrong pairs.

`python -m benchmarks.edited_articles`: how often each way of comparing two mentions has which outcome, for pairs that
are right, for any others of the article, and for what stands in the place of an event that went; the weights in
`timeline/versions/evidence.py` are made of these. How the articles fare is printed by `benchmarks.recognition`.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct
from spacy.language import Language

from extractors import extract, load_pipeline
from timeline.correcting.recognising import likeliest, recognised
from timeline.mentions import Mention, mentions_of
from timeline.model import Article, Basis, Extraction, Published, Span, article_id
from timeline.versions.carrying import same_ids
from timeline.versions.evidence import WAYS
from timeline.versions.telling import Telling

FOLDER = Path(__file__).with_name("edited")
LEARNED = ("first", "second", "third", "fourth", "fifth", "sixth", "replaced")
"""Of which weights were counted, and in which verbs were looked at."""
FILES = (*LEARNED, "seventh")
_MARK = re.compile(r"\[(\d+) ([^\]]*)\]")
_PUBLISHED = Published(dt.date(2021, 3, 20), Basis.METADATA)
_IN_ITS_PLACE = 0.08
"""How far into the article, as a share of it, what came may stand from where something went."""


class Text(Struct, frozen=True):
    """One text of an article, as it was read."""

    read: Extraction
    mentions: Mapping[str, Mention]
    numbers: frozenset[int]
    """Of the events that are marked in it."""
    marked: Mapping[int, str]
    """By number the key of the mention at its mark, where one was read."""


class Edited(Struct, frozen=True):
    """An article before and after."""

    before: Text
    after: Text

    @property
    def truth(self) -> dict[str, str | None]:
        """By event of before, the event of after that it is, None where it went; without what was not read again."""
        pairs = ((key, number) for number, key in self.before.marked.items())
        unread = self.after.numbers - self.after.marked.keys()
        return {key: self.after.marked.get(number) for key, number in pairs if number not in unread}

    @property
    def came(self) -> frozenset[str]:
        """Events of after that are none of before."""
        return frozenset(key for number, key in self.after.marked.items() if number not in self.before.numbers)


def articles(name: str, nlp: Language) -> Iterator[Edited]:
    """Those of a file."""
    for part in (FOLDER / f"{name}.txt").read_text("utf-8").split("\n## ")[1:]:
        _, before, after = part.strip().splitlines()
        yield Edited(_read(before.removeprefix("- "), nlp), _read(after.removeprefix("+ "), nlp))


def _read(marked: str, nlp: Language) -> Text:
    text, spans, last = "", dict[int, Span](), 0
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        spans[int(mark[1])] = len(text), len(text) + len(mark[2])
        text, last = text + mark[2], mark.end()
    text += marked[last:]
    read = extract(Article(id=article_id(text), name="edited", text=text, published=_PUBLISHED), nlp)
    mentions = mentions_of(read)
    at = {
        number: key
        for number, (start, end) in spans.items()
        for key, mention in mentions.items()
        if mention.at[0] < end and start < mention.at[1]
    }
    return Text(read, mentions, frozenset(spans), at)


def outcome(edited: Edited) -> Counter[str]:
    """What becomes of corrections on all marked events, as `dateline add` carries them over.

    Of those still there: kept, lost, or on an other event; of those that went: left, or taken for another. And how many
    of those that are lost are offered with the right event.
    """
    before, after = edited.before.mentions, edited.after.mentions
    own = {mention.event: key for key, mention in after.items()}
    named = same_ids(edited.before.read, edited.after.read)
    found = {key: own.get(named[key], named[key]) for key in before if key in named}
    found |= recognised({key: one for key, one in before.items() if key not in found}, before, after)
    offered = likeliest(before, after)
    counts: Counter[str] = Counter()
    for key, there in edited.truth.items():
        if there is None:
            counts["taken" if key in found else "left"] += 1
        else:
            counts["kept" if found.get(key) == there else "other" if key in found else "lost"] += 1
            counts["offered"] += key not in found and offered.get(key) == there
    return counts


def counted(nlp: Language) -> dict[str, dict[str, Counter[str]]]:
    """By way of comparing, and by kind of pair, how often each outcome is."""
    counts = {way.__name__: {kind: Counter[str]() for kind in ("right", "other", "in its place")} for way in WAYS}
    for edited in (one for name in LEARNED for one in articles(name, nlp)):
        tellings = {key: Telling.of(one) for key, one in edited.after.mentions.items()}
        for key, there in edited.truth.items():
            mention = edited.before.mentions[key]
            for other, one in edited.after.mentions.items():
                is_near = abs(one.place - mention.place) < _IN_ITS_PLACE
                if there is None and other in edited.came and not is_near:
                    continue
                kind = (
                    "in its place" if there is None and other in edited.came else "right" if other == there else "other"
                )
                for way in WAYS:
                    counts[way.__name__][kind][way(Telling.of(mention), tellings[other]).value] += 1
    return counts


def main() -> None:
    """Print a row for each outcome of each way."""
    for way, kinds in counted(load_pipeline()).items():
        outcomes = sorted({outcome for counts in kinds.values() for outcome in counts})
        print(f"\n{way:16}" + "".join(f"{kind:>16}" for kind in kinds))
        for one in outcomes:
            shares = (f"{counts[one]:8}{counts[one] / counts.total():8.1%}" for counts in kinds.values())
            print(f"{one:16}" + "".join(shares))


if __name__ == "__main__":
    main()
