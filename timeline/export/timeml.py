"""One article as a TimeML document: its text, with a TIMEX3 tag around each time expression.

Taken out of its tags, the text is that of the article, character by character; only what XML cannot hold is left out.
"""

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

import msgspec

from timeline.dates.article_dates import resolve_expression
from timeline.inert import INVISIBLE
from timeline.meanings import Meaning
from timeline.meanings.composed import Range
from timeline.model import Article, TimeExpression

SUFFIX = ".tml"
"""Of a file that holds one document."""

_ROOT = (
    '<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    ' xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">'
)
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REFERENCED = re.compile(rf"[\r{INVISIBLE}]")
"""A carriage return would be read as a line feed; the others are legal, but command a terminal or deceive an eye."""

_UNKNOWN = "XXXX-XX-XX"


class _Tag(msgspec.Struct, frozen=True):
    """A TIMEX3 tag to be written."""

    start: int
    end: int
    type: str
    value: str
    mod: str


def write_timeml(article: Article) -> str:
    """The TimeML document of `article`, ending in a line break.

    It has a creation time only where the publication date is known. Of a span, `from May to July`, the two ends are
    tagged. No tag stands in another: of expressions that overlap the first is tagged, the longest of those that begin
    with it.
    """
    blocks = [
        '<?xml version="1.0"?>',
        _ROOT,
        f"<DOCID>{_text(article.name)}</DOCID>",
        *_creation_time(article),
        f"<TITLE>{_text(article.title)}</TITLE>",
        f"<TEXT>{''.join(_tagged(article))}</TEXT>",
        "</TimeML>",
    ]
    return "\n".join(blocks) + "\n"


def _creation_time(article: Article) -> Iterator[str]:
    if article.published:
        day = article.published.date.isoformat()
        attributes = f'type="DATE" value="{day}" temporalFunction="false" functionInDocument="CREATION_TIME"'
        yield f'<DCT><TIMEX3 tid="t0" {attributes}>{day}</TIMEX3></DCT>'


def _tagged(article: Article) -> Iterator[str]:
    """The text in pieces, those of time in their tags."""
    done = 0
    for number, tag in enumerate(_apart(article), 1):
        mod = f" mod={quoteattr(tag.mod)}" if tag.mod else ""
        yield _text(article.text[done : tag.start])
        yield f'<TIMEX3 tid="t{number}" type={quoteattr(tag.type)} value={quoteattr(tag.value)}{mod}>'
        yield f"{_text(article.text[tag.start : tag.end])}</TIMEX3>"
        done = tag.end
    yield _text(article.text[done:])


def _apart(article: Article) -> Iterator[_Tag]:
    """The tags in the order of the text, none within or across another."""
    done = 0
    for tag in sorted(_tags(article), key=lambda tag: (tag.start, -tag.end)):
        if done <= tag.start < tag.end <= len(article.text):
            yield tag
            done = tag.end


def _tags(article: Article) -> Iterator[_Tag]:
    for index, whole in enumerate(article.time_expressions):
        value = resolve_expression(article, index).timex
        if whole.ends:
            yield from _ends(article, whole, value)
        else:
            yield _tag(whole, value)


def _ends(article: Article, whole: TimeExpression, value: str) -> Iterator[_Tag]:
    """The ends of a span with the dates that they have in it: in `Monday to Friday` Monday comes before Friday."""
    settled = value.split("/")
    if len(settled) != len(whole.ends):
        settled = [_alone(article, whole, end) for end in whole.ends]
    for end, own in zip(whole.ends, settled, strict=True):
        yield _tag(end, own)


def _alone(article: Article, whole: TimeExpression, end: TimeExpression) -> str:
    """The value of one end of a span that has no place, among the article's expressions, which it may count from."""
    spoken = whole.spoken if end.spoken is None else end.spoken
    expressions = (*article.time_expressions, msgspec.structs.replace(end, spoken=spoken))
    return resolve_expression(
        msgspec.structs.replace(article, time_expressions=expressions), len(expressions) - 1
    ).timex


def _tag(one: TimeExpression, value: str) -> _Tag:
    return _Tag(one.start, one.end, one.type.value, value or _without_place(one.meaning), one.meaning.mod())


def _without_place(meaning: Meaning) -> str:
    """The value of a span in one expression, `May 3-5`, whose year is not known; a tag always has one."""
    if isinstance(meaning, Range) and meaning.start is not None and meaning.end is not None:
        return f"{meaning.start.unplaced()}/{meaning.end.unplaced()}"
    return meaning.unplaced() or _UNKNOWN


def _text(text: str) -> str:
    """`text` as the content of an element."""
    return _REFERENCED.sub(lambda found: f"&#{ord(found[0])};", escape(_NOT_XML.sub("", text)))
