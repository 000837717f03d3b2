"""What was read from each article of an open timeline: found by id or by its text, and as rows beside all others."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from timeline.layered import Layered
from timeline.model import OF_WORDS, Article, Extraction
from timeline.store.adding import AssertionIds, rows_that_last
from timeline.store.unread import UnreadArticles

if TYPE_CHECKING:
    from timeline.versions.finding import Articles


class Readings:
    """They change, and each version of `all` stays as it is."""

    def __init__(self, extractions: Mapping[str, Extraction], unread: UnreadArticles | None = None) -> None:
        """`unread` are the extractions themselves, where they are read when they are looked at."""
        self.all: Layered[Extraction] = Layered(extractions)
        """By article."""
        self._unread = unread
        self._searched: Articles | None = None
        """None until an article is looked for."""
        self._of_words: dict[str, list[str]] | None = None
        """By the beginning of their ids, the articles; None until one of the same words is looked for."""
        self._assertion_ids: AssertionIds | None = None
        """None until an article is added."""

    def check(self, seconds: float | None = None) -> bool:
        """See for so long, or to the end, whether those that were left unread hold together; whether all do.

        Raises the error of what does not.
        """
        return self._unread is None or self._unread.check(seconds)

    def put(self, fresh: Extraction) -> None:
        """This is what was read from an article now; `rows` has seen that it can be kept."""
        self.all = self.all.changed((), {fresh.article.id: fresh})
        self._articles().put(fresh.article)
        if self._of_words is not None:
            alike = self._of_words.setdefault(fresh.article.id[:OF_WORDS], [])
            if fresh.article.id not in alike:
                alike.append(fresh.article.id)

    def change(self, gone: Iterable[str], fresh: Mapping[str, Extraction]) -> None:
        """Those are no longer there, and these are."""
        self.all = self.all.changed(gone, fresh)
        self._searched = self._assertion_ids = self._of_words = None

    def of_words(self, article: Article) -> Iterator[Article]:
        """The articles of the same words: their ids begin alike."""
        if self._of_words is None:
            self._of_words = {}
            for key in self.all:
                self._of_words.setdefault(key[:OF_WORDS], []).append(key)
        found = (self.all[key].article for key in self._of_words.get(article.id[:OF_WORDS], ()))
        yield from (one for one in found if one.text == article.text)

    def same(self, article: Article) -> str | None:
        """The article of which one is another text, if there is one."""
        return self._articles().same(article)

    def of_one_place(self, article: Article) -> list[Article]:
        """The articles that come from the same file or address, but for itself; some without their texts."""
        there = self._articles().of_one_place(article)
        return [one for one in there if one.id in self.all and one.id != article.id]

    def rows(self, fresh: Extraction, *, instead_of: str = "") -> dict[str, dict[str, Any]]:
        """The rows of an article, if they can be read again beside all others. Raises ValueError."""
        rows = rows_that_last(fresh)
        if self._assertion_ids is None:
            unread, read = self._in_parts()
            known = unread.assertions if unread is not None else ()
            self._assertion_ids = AssertionIds((*known, *(hash(a.id) for one in read for a in one.assertions)))
        self._assertion_ids.check(fresh, self.all, instead_of=instead_of)
        return rows

    def _articles(self) -> "Articles":
        if self._searched is None:
            from timeline.versions.finding import Articles  # noqa: PLC0415 - not to look at a timeline

            self._searched = Articles(self._heads(), lambda one: self.all[one].article.text)
        return self._searched

    def _heads(self) -> Iterator[Article]:
        """Every article, some without their texts."""
        unread, read = self._in_parts()
        yield from (extraction.article for extraction in read)
        if unread is not None:
            yield from (head for key, head in unread.heads.items() if key not in self.all.above)

    def _in_parts(self) -> tuple[UnreadArticles | None, Iterable[Extraction]]:
        """What is packed away, all of it checked, and what is in memory."""
        self.check()
        if self._unread is None:
            return None, self.all.values()
        return self._unread, (one for one in self.all.above.values() if one is not None)
