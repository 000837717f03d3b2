"""Before two timelines are merged: articles of the same words, each under one id in both.

Whichever was added first has the id of its words; so two people may have articles of two outlets under one id, and one
article under two. Which id each has then is the same whoever merges: that of the words is of the first by outlet and
day.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from timeline.model import OF_WORDS, Article, Basis, article_id
from timeline.store.contents import Contents
from timeline.store.updating import with_names
from timeline.versions.renaming import under_id
from timeline.versions.resemblance import are_of_one_place
from timeline.versions.same_words import Label, are_apart, label_of, new_id

_Articles = Mapping[str, Article]


class _Same(NamedTuple):
    """What is one article, by its id in each of the two timelines; empty where one has it not."""

    label: Label
    mine: str
    theirs: str


def apart(mine: Contents, theirs: Contents) -> tuple[Contents, Contents]:
    """The two, with one id for each article that both have, and another for each that only one has."""
    names: tuple[dict[str, str], dict[str, str]] = ({}, {})
    for own, other in _of_shared_words(mine, theirs):
        for now, same in _with_ids(_paired(own, other), own, other):
            for renamed, before in zip(names, (same.mine, same.theirs), strict=True):
                if before not in ("", now):
                    renamed[before] = now
    return _under(mine, names[0]), _under(theirs, names[1])


def _of_shared_words(mine: Contents, theirs: Contents) -> Iterator[tuple[_Articles, _Articles]]:
    """Of articles of the same words, those of one and those of the other, where one may be called otherwise."""
    groups: dict[tuple[str, str], tuple[dict[str, Article], dict[str, Article]]] = {}
    for number, one in enumerate((mine, theirs)):
        for key, extraction in one.extractions.items():
            article = extraction.article
            groups.setdefault((key[:OF_WORDS], article.text), ({}, {}))[number][key] = article
    yield from ((own, other) for own, other in groups.values() if own and other)


def _paired(own: _Articles, other: _Articles) -> list[_Same]:
    """First what has the same outlet and day, then what has one id, and one place or isn't apart, then what is left."""
    left = [_by_label(own), _by_label(other)]
    pairs = [_Same(label, left[0][label], left[1][label]) for label in sorted(left[0].keys() & left[1].keys())]
    mine, theirs = ({pair[side] for pair in pairs} for side in (1, 2))
    for key in sorted((own.keys() - mine) & (other.keys() - theirs)):
        one, another = own[key], other[key]
        if are_of_one_place(one, another) or not are_apart(_as_told(one), _as_told(another)):
            pairs.append(_Same(min(label_of(own[key]), label_of(other[key])), key, key))
            mine.add(key)
            theirs.add(key)
    pairs += [_Same(label_of(own[key]), key, "") for key in own.keys() - mine]
    pairs += [_Same(label_of(other[key]), "", key) for key in other.keys() - theirs]
    return sorted(pairs)


def _by_label(articles: _Articles) -> dict[Label, str]:
    return {label_of(articles[key]): key for key in sorted(articles, reverse=True)}


def _as_told(article: Article) -> Label:
    """Outlet and day, without one that a person gave: of two such days a person decides, and they make no two of it."""
    outlet, day = label_of(article)
    return outlet, "" if article.published and article.published.basis is Basis.PERSON else day


def _with_ids(pairs: Iterable[_Same], mine: _Articles, theirs: _Articles) -> Iterator[tuple[str, _Same]]:
    """Each with its id: one that it has, that of the words first, if no other has it by then; else a new one."""
    taken: set[str] = set()
    for pair in sorted(pairs, key=lambda one: (one.mine != one.theirs, one)):
        article = mine[pair.mine] if pair.mine else theirs[pair.theirs]
        of_words = article_id(article.text)
        own = sorted({pair.mine, pair.theirs} - {"", *taken}, key=lambda one: (one != of_words, one))
        now = own[0] if own else new_id(article, lambda one: one in mine or one in theirs)
        taken.add(now)
        yield now, pair


def _under(contents: Contents, names: Mapping[str, str]) -> Contents:
    """A timeline whose articles have these ids, with all that is said of them."""
    if not names:
        return contents
    every: dict[str, str] = {}
    extractions = {}
    for key, one in contents.extractions.items():
        if key in names:
            renamed, own = under_id(one, names[key])
            extractions[names[key]] = renamed
            every |= own
        else:
            extractions[key] = one
    earlier = {
        key: replace(
            one,
            into=every.get(one.into, one.into),
            ids={name: every.get(other, other) for name, other in one.ids.items()},
        )
        for key, one in contents.earlier.items()
    }
    return replace(with_names(contents, every), extractions=extractions, earlier=earlier)
