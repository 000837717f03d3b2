"""The whole chain on any text made of the words of time: find, mean, link, resolve, print."""

import datetime as dt
from itertools import pairwise

import msgspec
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from extractors.anchoring.linked_times import linked_times
from extractors.lexicons import lexicon
from timeline.dates.article_dates import resolve_expression
from timeline.dates.calendar_names import MONTHS, WEEKDAY_NAMES
from timeline.dates.edtf import describe, normal, parse
from timeline.dates.holidays import names
from timeline.export.timeml import write_timeml
from timeline.model import Article, Basis, Extraction, Published, TimeExpression
from timeline.soundness import check

WORDS = sorted(
    {word for table in lexicon("time").values() for word in table.get("words", table)}
    | {*MONTHS, *WEEKDAY_NAMES, *(word for name in names() for word in name.split())}
)
FIGURES = (
    "0 1 2 3 12 29 31 99 100 1,500 2.5 1000000 99999999999999999999 999999999999999 1066 1899 1999 2019 2999 9999 "
    "'98 ’07 1990s '60s 1st "
    "23rd 31st 40th 9:30 24:00 7pm 3/4/2019 13/13/2019 31/2/19 2019-02-30 2019-01-28 28.1.2019 W04 Q3 FY19 1990-94 "
    "mid-1990s 20-somethings ½ ² ٣"
).split()
SIGNS = [*", . ; : - – — / ' ’ ( ) [ ] \" “ ” ! ? … % $ £ \n \n\n \t \u00a0 \u200b \ud7ff 😀".split(" "), ""]
PLAIN = (
    "he she said left will meet has been the mill closed before after than that which and or not earlier story".split()
)

PHRASES = (
    "two days later|the next day|last|next|from|to|between|and|since|until|early in|the end of|the first half of|"
    "a year earlier|on 4 May 2017|in May|Friday|last week|at 9 p.m.|every|within|about|the same month|the day before|"
    "the third"
).split("|")

word = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(PHRASES),
    st.sampled_from(PHRASES),
    st.sampled_from(FIGURES),
    st.sampled_from(PLAIN),
).flatmap(lambda one: st.sampled_from((one, one, one.title(), one.upper())))
pieces = st.builds("{}{}{}".format, word, st.just("") | st.sampled_from(SIGNS), st.sampled_from("   \n"))
texts = st.lists(pieces, min_size=4, max_size=40).map("".join) | st.text(max_size=60)
published = st.none() | st.builds(
    Published, st.dates() | st.sampled_from((dt.date(2020, 2, 29), dt.date.min, dt.date.max)), st.just(Basis.PERSON)
)


@pytest.fixture(scope="module")
def blank() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("dateline_time_expressions")
    return nlp


@settings(max_examples=300, deadline=None)
@given(texts, published)
def test_any_words_of_time_are_found_linked_resolved_and_printed(
    blank: Language, text: str, published: Published | None
) -> None:
    times = linked_times(blank(text))
    assert msgspec.json.decode(msgspec.json.encode(times), type=tuple[TimeExpression, ...]) == times
    assert all(one.text == text[one.start : one.end].rstrip() == one.text.strip() != "" for one in times)
    assert all(one.end <= other.start for one, other in pairwise(times))
    assert all(one.start <= end.start < end.end <= one.end for one in times for end in one.ends)
    article = Article(id="a", name="a", text=text, published=published, time_expressions=times)
    check(Extraction(article=article))
    for index in range(len(times)):
        when = resolve_expression(article, index)
        assert when.timex or when.is_open
        assert describe(when)
        if not when.is_open:
            assert normal(when.edtf) == when.edtf
            assert (parse(when.edtf).earliest, parse(when.edtf).latest) == (when.earliest, when.latest)
    assert write_timeml(article).count("<TIMEX3") >= len(times)
