"""Which article of a timeline one that comes in is, where several have the same words: of other outlets or days."""

from collections.abc import Callable, Mapping

from timeline.model import Article, Extraction, article_id, fold
from timeline.store.earlier import Earlier, current
from timeline.store.readings import Readings
from timeline.versions.renaming import under_id
from timeline.versions.resemblance import are_of_one_place
from timeline.versions.same_words import are_apart, id_of, label_of


def placed(
    extraction: Extraction, read: Readings, earlier: Mapping[str, Earlier], corrected: Callable[[str], Article | None]
) -> Extraction:
    """It, under the id that it has in this timeline, where `corrected` gives an article as corrected."""
    article = extraction.article
    known = [(one, label_of(corrected(one.id) or one)) for one in read.of_words(article)]
    if not known and article.id not in earlier:
        return extraction
    key = id_of(article, known, lambda one: one in read.all or one in earlier)
    return extraction if key == article.id else under_id(extraction, key)[0]


def outdated_by(article: Article, earlier: Mapping[str, Earlier], read: Readings) -> str | None:
    """The article of which this is an earlier text, if that is known; not one whose words another outlet printed."""
    for key in (article.id, article_id(article.text, *label_of(article))):
        later = current(earlier, key, read.all)
        if later is not None and later != key:
            day = earlier[key].published
            kept = read.all[later].article
            then = fold(kept.publisher), day.isoformat() if day else ""
            if are_of_one_place(kept, article) or not are_apart(then, label_of(article)):
                return later
    return None


def beside(article: Article, read: Readings, corrected: Callable[[str], Article | None]) -> str:
    """What is to be said of a new article: of others of the same words, or from the same place; else nothing."""
    if said := _shared_words(article, read):
        return said
    there = sorted(one.id for one in read.of_one_place(article) if corrected(one.id) is not None)
    if not there:
        return ""
    way = f"dateline remove {there[0]} takes it out" if len(there) == 1 else "dateline remove takes one out"
    return f"it is another text than was read from there before, and kept beside it ({way})"


def _shared_words(article: Article, read: Readings) -> str:
    """What is to be said of an article that is new beside others of the same words; else nothing."""
    others = [one for one in read.of_words(article) if one.id != article.id]
    if not others:
        return ""
    named = " and ".join(filter(None, (_told(one) for one in others))) or "another article"
    return f"it has the words of {named} too, and is kept beside it as an article of its own"


def _told(one: Article) -> str:
    outlet = one.publisher or f"“{one.name}”"
    return f"{outlet} of {one.published.date.isoformat()}" if one.published else outlet
