"""A page that holds several articles, or posts of several days: none is dated from another."""

import datetime as dt
from pathlib import Path

import pytest

from extractors.reading import ReadError, read
from timeline.model import Article

STORY = (
    "The union signed a pay deal late on Tuesday night, and the men went back to the quay in the rain the next day."
    " Nobody had expected it, the harbour master said."
)
BRIDGE = "Engineers closed the old bridge today so that its cables can be replaced. The council found cracks in August."
FERRY = "A ferry ran aground last night off the cape, and its passengers were taken ashore by the lifeboat before dawn."
TIMES = (
    "The harbour was quiet today, and all {} of its cranes stood still while the crews waited for word from the town."
)
FIRST, SECOND = dt.date(2019, 11, 14), dt.date(2019, 12, 2)


def articles(tmp_path: Path, body: str, head: str = "") -> list[Article]:
    file = tmp_path / "page.html"
    file.write_text(
        f'<!doctype html><html lang="en"><head><title>Gazette</title>{head}</head><body>{body}</body></html>'
    )
    found = list(read(str(file)))
    assert not [each for each in found if isinstance(each, ReadError)]
    return [each for each in found if isinstance(each, Article)]


def days(found: list[Article]) -> list[dt.date | None]:
    return [each.published.date if each.published else None for each in found]


def story(heading: str, time: str, *paragraphs: str) -> str:
    words = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"<article><h2>{heading}</h2>{time}{words}</article>"


def time(day: str, more: str = "") -> str:
    return f'<time datetime="{day}" {more}>{day}</time>'


def test_two_articles_on_a_page_are_two_each_with_its_own_title_and_date(tmp_path: Path) -> None:
    found = articles(
        tmp_path,
        f"<main>{story('Dock strike ends', time('2019-11-14'), STORY)}"
        f"{story('Bridge closes', time('2019-12-02'), BRIDGE)}</main>",
    )
    assert [(each.title, each.text) for each in found] == [("Dock strike ends", STORY), ("Bridge closes", BRIDGE)]
    assert days(found) == [FIRST, SECOND]
    assert [each.name for each in found] == ["page, article 1", "page, article 2"]
    assert {each.notices for each in found} == {("is one of 2 articles on its page, each read by itself",)}


def test_an_article_without_a_time_is_not_dated_from_that_of_the_first(tmp_path: Path) -> None:
    body = f"<main>{story('Dock strike ends', time('2019-11-14'), STORY)}{story('Bridge closes', '', BRIDGE)}</main>"
    assert days(articles(tmp_path, body)) == [FIRST, None]
    dated = '<meta property="article:published_time" content="2019-11-15">'
    assert days(articles(tmp_path, body, dated)) == [FIRST, dt.date(2019, 11, 15)]


def test_articles_below_one_day_are_of_that_day(tmp_path: Path) -> None:
    body = (
        f"<main>{time('2019-11-14')}{story('Dock strike ends', '', STORY)}{story('Bridge closes', '', BRIDGE)}</main>"
    )
    assert days(articles(tmp_path, body)) == [FIRST, FIRST]


def test_an_article_that_was_updated_is_of_the_day_on_which_it_was_published(tmp_path: Path) -> None:
    times = f"<p>{time('2019-11-14')} {time('2019-11-20', 'class=updated')}</p>"
    body = f"<main>{story('Dock strike ends', times, STORY)}{story('Bridge closes', time('2019-12-02'), BRIDGE)}</main>"
    assert days(articles(tmp_path, body)) == [FIRST, SECOND]


def post(day: str, *paragraphs: str, after: bool = False) -> str:
    words = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"<div class=post>{words if after else ''}{time(day)}{'' if after else words}</div>"


def test_a_second_article_that_trafilatura_leaves_out_is_read_too(tmp_path: Path) -> None:
    stories = story("Quay", time("2019-11-14"), *[TIMES.format(number) for number in range(9)])
    found = articles(tmp_path, f"<main>{stories}{story('Bridge', time('2019-12-02'), BRIDGE, FERRY, STORY)}</main>")
    assert days(found) == [FIRST, SECOND]
    assert found[1].text == "\n\n".join((BRIDGE, FERRY, STORY))


@pytest.mark.parametrize("after", [False, True], ids=["time above", "time below"])
def test_the_posts_of_a_live_blog_are_an_article_a_day(tmp_path: Path, after: bool) -> None:
    posts = (
        post("2019-11-15T08:05:00Z", BRIDGE, after=after)
        + post("2019-11-14T18:40:00Z", FERRY, after=after)
        + post("2019-11-14T06:00:00Z", STORY, after=after)
    )
    head = '<meta property="article:published_time" content="2019-11-13T06:00:00Z">'
    found = articles(tmp_path, f"<article><h1>Storm live</h1>{posts}</article>", head)
    assert days(found) == [dt.date(2019, 11, 15), FIRST]
    assert BRIDGE in found[0].text
    assert FERRY in found[1].text
    assert STORY in found[1].text
    assert {each.notices for each in found} == {("is one of 2 days on its page, each read by itself",)}
    assert [each.origin.rpartition("/")[2] for each in found] == [
        "page.html, posts of 2019-11-15",
        "page.html, posts of 2019-11-14",
    ]


def test_the_words_above_the_posts_of_several_days_are_not_dated_from_any(tmp_path: Path) -> None:
    posts = post("2019-11-15", BRIDGE) + post("2019-11-14", FERRY)
    head = '<meta property="article:published_time" content="2019-11-13">'
    lead = f"<p>{TIMES.format('nine')}</p>"
    found = articles(tmp_path, f"<article><h1>Storm live</h1>{lead}{posts}</article>", head)
    assert {each.text: day for each, day in zip(found, days(found), strict=True)} == {
        TIMES.format("nine"): None,
        BRIDGE: dt.date(2019, 11, 15),
        FERRY: FIRST,
    }


def test_posts_of_one_day_are_one_article_of_that_day(tmp_path: Path) -> None:
    posts = post("2019-11-14T08:05", BRIDGE) + post("2019-11-14T06:00", FERRY)
    (found,) = articles(tmp_path, f"<article><h1>Storm live</h1>{posts}</article>")
    assert days([found]) == [FIRST]
    assert found.notices == ()


def test_posts_with_headings_of_what_says_that_it_is_a_live_blog_are_no_articles(tmp_path: Path) -> None:
    head = '<script type="application/ld+json">{"@type": "LiveBlogPosting"}</script>'
    posts = "".join(
        story(f"Post {number}", time(day), words)
        for number, (day, words) in enumerate([("2019-11-15", BRIDGE), ("2019-11-14", FERRY), ("2019-11-14", STORY)])
    )
    assert days(articles(tmp_path, f"<main>{posts}</main>", head)) == [dt.date(2019, 11, 15), FIRST]


def test_a_page_whose_days_stand_between_its_paragraphs_is_not_dated(tmp_path: Path) -> None:
    flat = f"<h3>{time('2019-11-15')}</h3><p>{BRIDGE}</p><h3>{time('2019-11-14')}</h3><p>{FERRY}</p><p>{STORY}</p>"
    (found,) = articles(tmp_path, f"<article><h1>Storm live</h1>{flat}</article>")
    assert days([found]) == [None]
    assert len(found.notices) == 1
    assert "stay open" in found.notices[0]


def test_a_live_blog_of_several_days_whose_page_marks_none_is_not_dated(tmp_path: Path) -> None:
    head = """<meta property="article:published_time" content="2019-11-13"><script type="application/ld+json">
    {"@type": "LiveBlogPosting", "datePublished": "2019-11-13", "liveBlogUpdate": [
    {"datePublished": "2019-11-15T08:00:00Z"}, {"datePublished": "2019-11-14T08:00:00Z"}]}</script>"""
    (found,) = articles(tmp_path, f"<article><h1>Storm live</h1><p>{BRIDGE}</p><p>{FERRY}</p></article>", head)
    assert days([found]) == [None]
    assert len(found.notices) == 1


BYLINE = f"<p class=byline>{time('2019-11-14')} {time('2019-11-20', 'class=updated')}</p>"
LONG = "".join(f"<p>{TIMES.format(number)}</p>" for number in ("two", "three", "four", "five", "six"))
TEASER = f"<article><h3>Bridge closes</h3>{time('2019-12-02')}<p>It is old.</p></article>"


@pytest.mark.parametrize(
    "body",
    [
        f"<article><h1>Quay</h1>{time('2019-11-14')}{LONG}</article>",
        f"<article><h1>Quay</h1>{BYLINE}{LONG}</article>",
        f"<h1>Quay</h1>{BYLINE}<article>{LONG}</article>",
        f"<article><h1>Quay</h1>{time('2019-11-14')}{LONG}</article><aside>{TEASER * 3}</aside>",
        f"<article><h1>Quay</h1>{time('2019-11-14')}{LONG}{TEASER}</article>",
        f"<article><h1>Quay</h1>{time('2019-11-14')}{LONG}<blockquote>{time('2019-11-10')}<p>{BRIDGE}</p></blockquote>"
        f"<blockquote>{time('2019-11-11')}<p>{FERRY}</p></blockquote>{LONG.replace('crews', 'men')}</article>",
        f"<article><h1>Quay</h1>{time('2019-11-14')}{LONG}</article><section id=comments>"
        f"<div class=comment>{time('2019-11-16')}<p>Well said.</p></div></section>",
        f"<article><h1>Quay</h1>{time('2019-11-14')}<article class=media><p>A crane.</p></article>{LONG}</article>",
    ],
    ids=["plain", "updated", "outside", "related", "teaser within", "posts quoted", "comments", "media"],
)
def test_an_article_with_other_times_around_and_in_it_is_one(tmp_path: Path, body: str) -> None:
    (found,) = articles(tmp_path, body)
    assert days([found]) == [FIRST]
    assert found.notices == ()
    assert found.text.count("The harbour was quiet today") >= 5


def test_the_marks_of_the_parts_cannot_be_forged(tmp_path: Path) -> None:
    body = (
        f"<main>{story('Dock strike ends', time('2019-11-14'), f'⸨2⸩{STORY}', '⸨999⸩' + FERRY)}"
        f"{story('Bridge closes', time('2019-12-02'), BRIDGE, '⸨1⸩' + TIMES)}</main>"
    )
    found = articles(tmp_path, body)
    assert days(found) == [FIRST, SECOND]
    assert FERRY in found[0].text
    posts = post("2019-11-15", f"⸨2⸩{BRIDGE}") + post("2019-11-14", f"⸨9⸩{FERRY}")
    found = articles(tmp_path, f"<article><h1>Storm live</h1>{posts}</article>")
    assert days(found) == [dt.date(2019, 11, 15), FIRST]
    assert [BRIDGE in found[0].text, FERRY in found[1].text] == [True, True]


def test_many_times_and_articles_are_looked_through_in_time_that_a_person_waits(tmp_path: Path) -> None:
    posts = "".join(post(f"2019-11-{1 + number % 28:02}", f"Post {number}. {FERRY}") for number in range(3_000))
    assert articles(tmp_path, f"<main>{posts}</main>")
    assert articles(tmp_path, f"<main>{'<article><h2>x</h2>' * 200}<p>{STORY}</p>")


def test_a_short_article_that_is_left_out_dates_no_other_and_is_named(tmp_path: Path) -> None:
    short = story(
        "Bridge shut", time("2019-01-05"), "The bridge was shut, and nobody in Oslund said for how long it will be."
    )
    long = [story(name, "", STORY, BRIDGE, FERRY) for name in ("A fire", "A flood")]
    found = articles(tmp_path, "".join([short, *long]))
    assert days(found) == [None, None]
    assert all("“Bridge shut”" in " ".join(one.notices) for one in found)
