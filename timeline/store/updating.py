"""An article whose text was changed, in the place of its earlier text; corrections go over to what tells the same."""

import datetime as dt
from collections.abc import Mapping

import msgspec
from msgspec.structs import replace

from timeline.counts import counted
from timeline.edits import carried, followed
from timeline.logs.log import Log
from timeline.logs.portable import numbered, portable
from timeline.logs.renaming import renamed, renamed_ids
from timeline.merging import ordered, read_again
from timeline.model import Article, Extraction
from timeline.store.contents import Contents
from timeline.store.doubting import as_dated, doubted, told_of, with_doubted
from timeline.store.earlier import Earlier, bounded
from timeline.store.rereading import with_carried
from timeline.versions.carrying import event_ids, same_ids
from timeline.versions.changed_words import changed_words


class Updated(msgspec.Struct, frozen=True):
    """What an update of an article did."""

    contents: Contents
    words: int
    """That were changed, taken out or put in."""
    carried: int
    """Corrections that hold for what tells the same now."""
    left: int
    """Corrections of what the article doesn't tell any more, or in other words."""
    doubted: int
    """Lines that were accepted or corrected, and are told otherwise now."""

    @property
    def says(self) -> str:
        """In words."""
        parts = [f"its text was changed ({counted(self.words, 'word')})"]
        if self.carried:
            parts.append(f"{counted(self.carried, 'correction')} carried over")
        if self.left:
            parts.append(f"{counted(self.left, 'correction')} of what it doesn't tell any more kept aside")
        if self.doubted:
            parts.append(told_of(self.doubted))
        return ", ".join(parts)


def is_later(one: Article, other: Article) -> bool:
    """Whether one text says that it is later than the other."""
    mine, theirs = day_of(one), day_of(other)
    return mine is not None and theirs is not None and mine > theirs


def updated(contents: Contents, old: str, fresh: Extraction) -> Updated:
    """A timeline in which what was read from a changed text stands in the place of an article."""
    kept = contents.extractions[old]
    now = ordered(read_again(kept, fresh))
    names = same_ids(kept, now)
    extractions = {key: one for key, one in contents.extractions.items() if key != old} | {now.article.id: now}
    earlier = {key: one for key, one in contents.earlier.items() if key != now.article.id}
    text = Earlier(now.article.id, names, kept.article.text, kept.article.title, day_of(kept.article))
    after = replace(contents, extractions=extractions, earlier=bounded({**earlier, old: text}, now.article.id))
    after = with_carried(with_names(after, names), kept, now)
    log = Log(after.log)
    before = as_dated(kept, Log(contents.log).on(old))
    waiting = doubted(before, as_dated(now, log.on(now.article.id)), log, names)
    after = replace(after, log=with_doubted(log, waiting))
    own = event_ids(kept) | {old}
    held = [edit.target for edit in contents.log if not edit.undone and edit.target in own]
    there, to = event_ids(now) | {now.article.id}, carried(after.log)
    found = sum(followed(to, names.get(target, target)) in there for target in held)
    words = changed_words(kept.article.text, fresh.article.text)
    return Updated(after, words, found, len(held) - found, len(waiting))


def with_earlier(contents: Contents, article: str, text: Article) -> Contents:
    """A timeline that knows an earlier text of an article, as which nothing is told."""
    earlier = {**contents.earlier, text.id: Earlier(article, {}, text.text, text.title, day_of(text))}
    return replace(contents, earlier=bounded(earlier, article))


def with_names(contents: Contents, names: Mapping[str, str]) -> Contents:
    """A timeline whose corrections are of what has these names now.

    What earlier steps changed stays as it is: before one of them is taken back this one is, and has the old names back.
    """
    if not names:
        return contents
    rows = portable(contents.log)
    ids = renamed_ids(rows.items(), names)
    return replace(
        contents, log=tuple(numbered({ids[key]: renamed(row, names, ids) for key, row in rows.items()}).values())
    )


def day_of(article: Article) -> dt.date | None:
    """When its text was last changed, or published, by what it says of itself."""
    return article.updated or (article.published.date if article.published else None)
