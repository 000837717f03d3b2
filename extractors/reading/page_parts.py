"""Which elements of a page are articles of their own, and which of its words are of which day.

A page may hold several articles, or posts that were written over several days: none of them may be dated from another.
Articles are known by `<article>` elements with a heading of their own, days by `<time>` elements, each of which dates
the largest element around it that has no other day. The words are marked in the page itself, so that they are known
again after the text of the page has been taken out of it.
"""

import datetime as dt
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from lxml.html import HtmlElement

from extractors.reading.document import Stated
from extractors.reading.written_dates import written_date

IN_UTC = re.compile(r"T\d\d:\d\d[\d:.,]*(?:Z|[+-]00:?00)\s*$")
"""The end of a stamp in UTC."""

_MOST_TIMES = 2_000
_MOST_ARTICLES = 500
"""More than any page for readers has: such a page is read as one article, at no cost that grows with them."""
_LONGEST_BYLINE = 200
"""Characters: a `<time>` within a longer paragraph is told of there, and dates nothing around it."""
_LONGEST_BESIDE = 20
"""Characters beside a `<time>` on its line, such as *Posted on*."""

_EMBEDDING = ("aside", "blockquote", "figure", "footer", "nav")
_HEADINGS = ("h1", "h2", "h3", "h4")
_BLOCKS = frozenset(
    "article aside blockquote body br dd div dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre"
    " section table td th time ul".split()
)
_UPDATE = re.compile(r"modif|updat|revis", re.IGNORECASE)
_POST_DATE = re.compile(r'"datePublished"\s*:\s*"(\d{4}-\d\d-\d\d)')

_TEASER = re.compile(
    r"relat|teaser|\bmore\b|more-|-more|recommend|promo|read-next|also-read|popular|trending|latest|sidebar|comment",
    re.IGNORECASE,
)
"""What elements are called that show other articles than that of the page."""
_BESIDE = re.compile(r"(?:related|more|also|see|read|earlier|previous(?:ly)?|older|next|archive)\b", re.IGNORECASE)

_MARK = re.compile(r"⸨(\d{1,6})⸩")
_NO_MARKS = str.maketrans("", "", "⸨⸩")

_LEAST_TEXT = 60
"""Characters: what is shorter tells no story."""
_ALWAYS_ENOUGH = 250
"""Characters: three sentences are an article, however long another on the page is."""
_LEAST_SHARE = 0.5
"""Of the longest article; one that is shorter, and shorter than `_ALWAYS_ENOUGH`, is a teaser of another page."""
_LEAST_POSTS = 0.1
"""Of the longest day; what is shorter is embedded."""


class DayWords(NamedTuple):
    """The words of one day; of no day, those that stand outside of all."""

    day: Stated | None
    lines: list[str]


def stories(tree: HtmlElement) -> list[HtmlElement]:
    """The articles on a page, none within another; empty where it holds but one, whatever it teases beside."""
    headed = [each for each in tree.iter("article") if heading(each)]
    known = set(headed)
    tops = [each for each in headed if not any(around in known for around in each.iterancestors("article"))]
    sizes = {each: sum(map(len, paragraphs(each))) for each in tops[: _MOST_ARTICLES + 1]}
    longest = max(sizes.values(), default=0)
    enough = [each for each, size in sizes.items() if size >= min(_ALWAYS_ENOUGH, _LEAST_SHARE * longest)]
    found = [each for each in enough if sizes[each] >= _LEAST_TEXT]
    return found if 1 < len(found) <= _MOST_ARTICLES else []


def left_out(tree: HtmlElement, found: Sequence[HtmlElement]) -> list[str]:
    """The headings of what stands beside the articles of a page, and is too short to be one itself."""
    inside = {each for story in found for each in story.iter("article")}
    beside = [each for each in tree.iter("article") if each not in inside and heading(each)]
    return [heading(each) for each in beside[:_MOST_ARTICLES] if sum(map(len, paragraphs(each))) >= _LEAST_TEXT]


def teasers(tree: HtmlElement) -> list[HtmlElement]:
    """What a page shows of others: `<article>`s but the longest, items with links, what is called related or more."""
    articles = list(tree.iter("article"))[:_MOST_ARTICLES]
    longest = max(articles, key=lambda each: sum(map(len, paragraphs(each))), default=None)
    mine = set() if longest is None else {*longest.iter("article"), *longest.iterancestors("article")}
    return [*(each for each in articles if each not in mine), *_called_so(tree)]


def _called_so(tree: HtmlElement) -> Iterator[HtmlElement]:
    """The elements around a `<time>` that by their name, their link or their words are of another page."""
    most = sum(map(len, paragraphs(tree))) * _LEAST_SHARE
    seen: set[HtmlElement] = set()
    for element, _ in times_of(tree):
        for around in element.iterancestors("li", "p", "div", "section", "ul"):
            if around in seen:
                break
            seen.add(around)
            if _is_of_another(around) and not _is_longer(around, max(int(most), _LONGEST_BYLINE)):
                yield around


def _is_of_another(element: HtmlElement) -> bool:
    called = " ".join(filter(None, (element.get("class"), element.get("id"))))
    linked = element.tag == "li" and next(element.iter("a"), None) is not None
    told = element.tag == "p" and bool(_BESIDE.match(element.text_content().strip()))
    return linked or told or bool(_TEASER.search(called))


def paragraphs(element: HtmlElement) -> list[str]:
    """The text of each paragraph in an element that is no link to another page."""
    found = (each for each in element.iter("p") if next(each.iterancestors("a"), None) is None)
    return [words for each in found if (words := " ".join(each.text_content().split()))]


def heading(element: HtmlElement) -> str:
    """The first heading in an element; empty where it has none."""
    for each in element.iter(*_HEADINGS):
        if words := " ".join(each.text_content().split()):
            return words
    return ""


def times_of(tree: HtmlElement) -> list[tuple[HtmlElement, Stated]]:
    """The `<time>` elements that stand outside of running text and name a day."""
    found = []
    for element in tree.iter("time"):
        value = element.get("datetime") or element.text_content()
        written = written_date(value)
        if written and not _in_running_text(element):
            field = " ".join(filter(None, (element.get("itemprop"), element.get("class"))))
            found.append((element, Stated(written, f"time {field}".strip(), in_utc=bool(IN_UTC.search(value)))))
        if len(found) > _MOST_TIMES:
            return []
    return found


def own_times(tree: HtmlElement, outside: Collection[HtmlElement] = ()) -> list[Stated]:
    """What the `<time>` elements of a page say, but for those of updates and of what it embeds.

    Args:
        tree: A page, or an article.
        outside: Elements whose times are not its own.
    """
    return [
        stated
        for element, stated in times_of(tree)
        if not _UPDATE.search(stated.field)
        and next(element.iterancestors(*_EMBEDDING), None) is None
        and not any(around in outside for around in element.iterancestors())
    ]


def mark_days(tree: HtmlElement) -> list[Stated | None]:
    """Mark each word of a page with the number of the day that it is of, and give the days; the first is none.

    Args:
        tree: The page; it is changed.
    """
    owners = _owners(times_of(tree))
    days: list[Stated | None] = [None]
    place: dict[HtmlElement, int] = {}
    for element in tree.iter():
        around = element.getparent()
        outer = place.get(around, 0) if around is not None else 0
        place[element] = outer
        if element in owners:
            days.append(owners[element])
            place[element] = len(days) - 1
        _mark(element, place[element], outer)
    return days


def words_by_day(text: str, days: Sequence[Stated | None]) -> list[DayWords]:
    """The days of a page from its marked text; empty where it is of one, but for what it embeds."""
    found: dict[dt.date | None, DayWords] = {}
    number = 0
    for line in text.split("\n"):
        # Of a short page the text comes as one line.
        for index, words in _marked(line, number):
            number = index
            day = days[min(index, len(days) - 1)]
            found.setdefault(day.date if day else None, DayWords(day, [])).lines.append(words)
    sizes = {key: sum(map(len, piece.lines)) for key, piece in found.items()}
    dated = sum(size for key, size in sizes.items() if key)
    least = max(_LEAST_TEXT, _LEAST_POSTS * max(sizes.values(), default=0))
    if sizes.get(None, 0) > dated or sum(size >= least for key, size in sizes.items() if key) < 2:
        return []
    return [piece for key, piece in found.items() if sizes[key] >= _LEAST_TEXT]


def is_over_days(tree: HtmlElement) -> bool:
    """Whether paragraphs of a page stand below different days, each in a line of its own between them."""
    below: dict[HtmlElement, dict[HtmlElement, dt.date]] = {}
    for element, stated in times_of(tree):
        line = _line_of(element)
        if line is not None and (around := line.getparent()) is not None:
            below.setdefault(around, {})[line] = stated.date
    return any(_alternate(around, lines) for around, lines in below.items() if len(lines) > 1)


def posts_of_days(linked: Iterable[str]) -> bool:
    """Whether linked data (JSON-LD) tell of a live blog whose posts are of several days."""
    return any('"LiveBlogPosting"' in data and len(set(_POST_DATE.findall(data))) > 1 for data in linked)


def _owners(times: Sequence[tuple[HtmlElement, Stated]]) -> dict[HtmlElement, Stated]:
    """The elements that a `<time>` dates: the largest around it without another day."""
    days: dict[HtmlElement, dt.date | None] = {}
    for element, stated in times:
        for around in (element, *element.iterancestors()):
            days[around] = stated.date if days.get(around, stated.date) == stated.date else None
    owners: dict[HtmlElement, Stated] = {}
    for element, stated in times:
        owner = element
        while (around := owner.getparent()) is not None and days[around]:
            owner = around
        owners.setdefault(owner, stated)
    return owners


def _marked(line: str, number: int) -> Iterator[tuple[int, str]]:
    """The runs of words in a line that have the same mark, with its number; those before any mark have `number`."""
    before, *marked = _MARK.split(line)
    runs = [(number, before), *zip(map(int, marked[::2]), marked[1::2], strict=True)]
    for index, run in groupby(((index, words.strip()) for index, words in runs if words.strip()), key=itemgetter(0)):
        yield index, " ".join(words for _, words in run)


def _mark(element: HtmlElement, inside: int, outside: int) -> None:
    """Mark the words of a block, and those that follow it in the block around it."""
    text, tail = (element.text or "").translate(_NO_MARKS), (element.tail or "").translate(_NO_MARKS)
    block = element.tag in _BLOCKS
    if text.strip():
        element.text = f"⸨{inside}⸩{text}" if block else text
    if tail.strip():
        element.tail = f"⸨{outside}⸩{tail}" if block else tail


def _line_of(time: HtmlElement) -> HtmlElement | None:
    """The outermost element around a `<time>` that holds hardly more words than it."""
    most = len(time.text_content()) + _LONGEST_BESIDE
    line = None
    for element in (time, *time.iterancestors()):
        if _is_longer(element, most):
            return line
        line = element
    return line


def _alternate(around: HtmlElement, lines: dict[HtmlElement, dt.date]) -> bool:
    """Whether two different days among the children of an element have paragraphs below them."""
    seen: set[dt.date] = set()
    day: dt.date | None = None
    for child in around:
        day = lines.get(child, day)
        if day and child.tag == "p" and child not in lines:
            seen.add(day)
    return len(seen) > 1


def _in_running_text(element: HtmlElement) -> bool:
    paragraph = next(element.iterancestors("p"), None)
    return paragraph is not None and _is_longer(paragraph, _LONGEST_BYLINE)


def _is_longer(element: HtmlElement, most: int) -> bool:
    """Whether an element holds more characters than that, white space left out at the ends of its texts."""
    length = 0
    for text in element.itertext():
        length += len(text.strip())
        if length > most:
            return True
    return False
