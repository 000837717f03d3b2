"""Articles of the same words: a report that two outlets printed, a notice that is printed again each year.

They are one article as long as nothing says otherwise. Where both give an outlet or a day, and these differ, they are
two, unless they come from one place: what is read there again has them by a better reading, or by what a person gives
with it. The first one has the id of its words; ids of others begin like it, so that they are found by it.
"""

from collections.abc import Callable, Iterable

from timeline.model import Article, article_id, fold
from timeline.versions.resemblance import are_of_one_place

Label = tuple[str, str]
"""Outlet and day; empty where they aren't known."""


def label_of(article: Article) -> Label:
    """Wherein it may differ from others of the same words."""
    return fold(article.publisher), article.published.date.isoformat() if article.published else ""


def are_apart(one: Label, other: Label) -> bool:
    """Whether both have an outlet or a day, and not the same.

    >>> are_apart(("herald", "2024-03-04"), ("ledger", "2024-03-04")), are_apart(("herald", ""), ("", "2024-03-04"))
    (True, False)
    """
    return any(mine and theirs and mine != theirs for mine, theirs in zip(one, other, strict=True))


def id_of(article: Article, known: Iterable[tuple[Article, Label]], taken: Callable[[str], bool]) -> str:
    """The id under which it is kept beside those of the same words that are `known`, with their labels now.

    That of one of them if it is that one, by where it comes from or by outlet and day; else one that isn't `taken`.
    """
    own = label_of(article)
    found = []
    for one, now in known:
        is_there = are_of_one_place(one, article)
        is_alike = not (are_apart(label_of(one), own) and are_apart(now, own))
        if is_there or is_alike:
            found.append((not (is_there and is_alike), not is_there, now != own, one.id))
    if found:
        return min(found)[-1]
    return new_id(article, taken)


def new_id(article: Article, taken: Callable[[str], bool]) -> str:
    """The id of its words, or the first of those with its outlet and day that isn't `taken`."""
    own = article_id(article.text)
    number = 0
    while taken(own):
        own = article_id(article.text, *label_of(article), *(() if not number else (number,)))
        number += 1
    return own
