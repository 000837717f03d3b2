"""The corrections of an article."""

import datetime as dt

from msgspec.structs import replace

from timeline.edits import Corrections, EditKind
from timeline.model import Article, Basis, Published


def in_force_of(article: Article, edits: Corrections) -> Article | None:
    """An article with the edits on it that hold; None if it was removed."""
    if not edits:
        return article
    if edits.value(EditKind.REMOVE):
        return None
    published = article.published
    if (dated := edits.get(EditKind.PUBLISHED)) is not None:
        published = Published(dt.date.fromisoformat(dated.value), Basis.PERSON) if dated.value else None
    return replace(
        article,
        published=published,
        title=edits.value(EditKind.HEADLINE) or article.title,
        publisher=edits.value(EditKind.OUTLET) or article.publisher,
    )
