"""The source that an article is itself."""

from timeline.model import Article, Source, SourceKind, slug


def outlet_of(article: Article) -> Source:
    """An article's publisher, or the article where none is named."""
    if article.publisher:
        return Source(id=f"outlet-{slug(article.publisher)}", name=article.publisher, kind=SourceKind.OUTLET)
    return Source(id=f"article-{article.id}", name=article.title or article.name, kind=SourceKind.OUTLET)
