"""Before two timelines are merged: articles of which they have different texts, brought to one text.

Which text stands is the same whoever merges: the later one by what it says of itself, else that of the greater id.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from timeline.model import Extraction
from timeline.store.contents import Contents
from timeline.store.earlier import Earlier, bounded
from timeline.store.updating import day_of, with_names
from timeline.versions.carrying import same_ids
from timeline.versions.finding import Articles


class OneText(NamedTuple):
    """Two timelines, each with but one text of an article that is in both, and corrections that are of that one."""

    mine: Contents
    theirs: Contents
    current: Mapping[str, str]
    """By each article that is no longer there, the one that is."""
    names: Mapping[str, str]
    """By id in a reading of such an article, the id of the same in that one."""


def of_one_text(mine: Contents, theirs: Contents) -> OneText:
    """The two with but one text of each article."""
    known = {**theirs.extractions, **mine.extractions}
    earlier = _without_circles(_all_earlier(mine, theirs), known)
    for old, new in _pairs(mine, theirs, earlier, known):
        names = same_ids(known[old], known[new])
        article = known[old].article
        earlier[old] = Earlier(new, names, article.text, article.title, day_of(article))
        earlier = bounded(earlier, new)
    latest = {old: _latest(earlier, old, known) for old in earlier}
    outdated = {old: new for old, new in latest.items() if new is not None and new != old}
    names = {name: other for old in outdated for name, other in earlier[old].ids.items()}
    ways = {name: _end(names, name) for name in names}
    one, other = (
        replace(
            with_names(side, ways),
            extractions={key: kept for key, kept in side.extractions.items() if key not in outdated},
            earlier=earlier,
        )
        for side in (mine, theirs)
    )
    return OneText(one, other, outdated, ways)


def _all_earlier(mine: Contents, theirs: Contents) -> dict[str, Earlier]:
    """Those of both; of one that both have, the greater, so that it is the same whoever merges."""
    earlier = dict(mine.earlier)
    for key, one in theirs.earlier.items():
        known = earlier.get(key)
        earlier[key] = (
            one
            if known is None
            else max(known, one, key=lambda each: (each.into, len(each.text), len(each.ids), repr(each)))
        )
    return earlier


def _without_circles(earlier: dict[str, Earlier], known: Mapping[str, Extraction]) -> dict[str, Earlier]:
    """Where each took the text of the other for the earlier one, neither is."""
    for key in sorted(earlier):
        circle = [key]
        while circle[-1] in earlier and earlier[circle[-1]].into not in circle:
            circle.append(earlier[circle[-1]].into)
        if circle[-1] in earlier:
            circle = circle[circle.index(earlier[circle[-1]].into) :]
            del earlier[max(circle, key=lambda one: _lateness(one, known))]
    return earlier


def _pairs(
    mine: Contents, theirs: Contents, earlier: Mapping[str, Earlier], known: Mapping[str, Extraction]
) -> Iterator[tuple[str, str]]:
    """Of articles that one of them alone has: which is another text of which of the other's, the earlier one first."""
    alone = [
        {key for key in one.extractions.keys() - other.extractions.keys() if _latest(earlier, key, known) == key}
        for one, other in ((mine, theirs), (theirs, mine))
    ]
    searched = [Articles(known[key].article for key in sorted(keys)) for keys in alone]
    for key in sorted(alone[0]):
        same = searched[1].same(known[key].article)
        if same is not None and searched[0].same(known[same].article) == key:
            old, new = sorted((key, same), key=lambda one: _lateness(one, known))
            yield old, new


def _lateness(article: str, known: Mapping[str, Extraction]) -> tuple[bool, str, str]:
    day = day_of(known[article].article) if article in known else None
    return article in known, day.isoformat() if day else "", article


def _latest(earlier: Mapping[str, Earlier], article: str, known: Mapping[str, Extraction]) -> str | None:
    """The last text on the way from one that somebody has."""
    latest = None
    while True:
        latest = article if article in known else latest
        if article not in earlier:
            return latest
        article = earlier[article].into


def _end(names: Mapping[str, str], name: str) -> str:
    seen = {name}
    while name in names and names[name] not in seen:
        name = names[name]
        seen.add(name)
    return name
