"""The articles of a timeline by what a later text of one has in common with it."""

from collections.abc import Callable, Iterable

from timeline.model import Article
from timeline.versions.resemblance import (
    SAME_ADDRESS,
    SAME_IN_SHORT,
    Runs,
    are_of_one_place,
    is_numbered,
    labels,
    least,
    resemblance,
    resemblance_in_short,
    runs,
)


class Articles:
    """Those that are kept, to be searched."""

    def __init__(self, articles: Iterable[Article], text_of: Callable[[str], str] | None = None) -> None:
        """`articles` may be without their texts, if `text_of` gives one by id, when it is compared."""
        self._text_of = text_of
        self._by_label: dict[tuple[str, ...], dict[str, Article]] = {}
        self._runs: dict[str, Runs] = {}
        for article in articles:
            self.put(article)

    def put(self, article: Article) -> None:
        """Keep one too."""
        for label in labels(article):
            self._by_label.setdefault(label, {})[article.id] = article

    def same(self, article: Article) -> str | None:
        """The article of which this is another text: of several the one that it resembles most."""
        own = runs(article.text)
        found = []
        for key, other in self._labelled_alike(article):
            wanted = least(article, other)
            how = resemblance(own, self._of(other)) if wanted <= 1 else 0
            if how < wanted <= SAME_ADDRESS and not is_numbered(article):
                how, wanted = resemblance_in_short(article.text, self._text(other)), SAME_IN_SHORT
            if how >= wanted:
                found.append((how, key))
        return max(found)[1] if found else None

    def of_one_place(self, article: Article) -> list[Article]:
        """Those that come from the same file or address, whatever their texts; none of one of many in a file."""
        found = (other for _, other in self._labelled_alike(article) if are_of_one_place(article, other))
        return [] if is_numbered(article) else list(found)

    def _labelled_alike(self, article: Article) -> Iterable[tuple[str, Article]]:
        others = {key: one for label in labels(article) for key, one in self._by_label.get(label, {}).items()}
        return ((key, other) for key, other in others.items() if key != article.id)

    def _text(self, article: Article) -> str:
        return article.text if self._text_of is None else self._text_of(article.id)

    def _of(self, article: Article) -> Runs:
        if article.id not in self._runs:
            self._runs[article.id] = runs(self._text(article))
        return self._runs[article.id]
