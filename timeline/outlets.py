"""The source that an article is itself."""

import re

from timeline.inert import inert
from timeline.model import Article, Source, SourceKind, slug

_OWN = "article-"


def outlet_of(article: Article) -> Source:
    """An article’s publisher; where none is named the site that it is on, else the article itself."""
    if name := article.publisher or _site(article):
        return Source(id=f"outlet-{slug(name)}", name=name, kind=SourceKind.OUTLET)
    return Source(id=own_source(article), name=article.title or article.name, kind=SourceKind.OUTLET)


def own_source(article: Article) -> str:
    """The id of the source that an article is for which no outlet is known."""
    return f"{_OWN}{article.id}"


def is_own_source(source: str) -> bool:
    """Whether that is the id of an article as a source."""
    return source.startswith(_OWN)


def web_address(article: Article) -> str:
    """The article's address if it is one on the web; a path of the person's machine is nobody else's concern."""
    is_one = re.fullmatch(r"https?://[^\s<>\\]+", article.url, re.IGNORECASE) and inert(article.url) == article.url
    return article.url if is_one else ""


def _site(article: Article) -> str:
    """*harbour.example* of *https://www.harbour.example/news/1*."""
    host = re.match(r"https?://(?:www\.)?([^/:?#]+)", web_address(article), re.IGNORECASE)
    return host[1].lower() if host else ""
