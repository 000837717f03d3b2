"""The articles of a timeline by what a later text of one has in common with it."""

from collections.abc import Callable, Iterable

from timeline.model import Article
from timeline.versions.resemblance import Runs, labels, least, resemblance, runs


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
        others = {key: one for label in labels(article) for key, one in self._by_label.get(label, {}).items()}
        own = runs(article.text)
        found = []
        for key, other in others.items():
            wanted = least(article, other)
            if key != article.id and wanted <= 1 and (how := resemblance(own, self._of(other))) >= wanted:
                found.append((how, key))
        return max(found)[1] if found else None

    def _of(self, article: Article) -> Runs:
        if article.id not in self._runs:
            self._runs[article.id] = runs(article.text if self._text_of is None else self._text_of(article.id))
        return self._runs[article.id]
