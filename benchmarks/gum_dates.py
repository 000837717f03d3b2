"""Dates of GUM's news, interviews and biographies against ours: `python -m benchmarks.gum_dates`.

GUM marks a date with `when`, or with `from` and `to`; what it only bounds (`notBefore`) is left out. Right is an
expression of ours over the same words whose EDTF has that date, or those days, first; uncertainty is left aside. The
development part alone, which was looked at. A text's own date is when it was made: of a life that is no date.
"""

import datetime as dt
from collections import Counter
from typing import Any

from benchmarks.score_shared import EVAL, documents, reading
from timeline.dates.article_dates import resolve_expression
from timeline.dates.edtf import parse
from timeline.model import Article

GENRES = ("news", "interview", "bio")
Days = tuple[dt.date | None, dt.date | None]


def main() -> None:
    """Print how many dates of each genre are found and right."""
    path = EVAL / "gum" / "dev.jsonl"
    if not path.exists():
        print("the shared corpora are not beside this checkout")
        return
    gold: Counter[str] = Counter()
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for row in documents(path):
        article = reading(row["text"], row["date"] or "")
        for one in row["dates"]:
            wanted = days(one)
            if wanted is None:
                continue
            genre, ours = row["genre"], over(article, one["start"], one["end"])
            gold[genre] += 1
            found[genre] += bool(ours)
            right[genre] += wanted in ours
    print("GUM, development part: dates, found, right")
    for genre in GENRES:
        shares = (f"{100 * counts[genre] / gold[genre]:5.1f} %" for counts in (found, right))
        print(f"  {genre:10}{gold[genre]:5}   {'   '.join(shares)}")


def days(gold: dict[str, Any]) -> Days | None:
    """The first and last day that GUM gives, where it gives both."""
    first, last = (gold.get("when"),) * 2 if "when" in gold else (gold.get("from"), gold.get("to"))
    try:
        spans = [parse(end) for end in (first, last) if end is not None]
    except ValueError:  # `--09-30`: a day of every year
        return None
    return (spans[0].earliest, spans[1].latest) if len(spans) == len(("first", "last")) else None


def over(article: Article, start: int, end: int) -> list[Days]:
    """The days of our expressions over some words, the likelier where there are two."""
    touching = (at for at, one in enumerate(article.time_expressions) if one.start < end and start < one.end)
    whens = [resolve_expression(article, at) for at in touching]
    parts = [
        resolve_expression(Article(id="", name="", text="", published=article.published, time_expressions=(part,)), 0)
        for one in article.time_expressions
        if one.start < end and start < one.end
        for part in one.ends
    ]
    return [(when.earliest, when.latest) for when in (*whens, *parts)]


if __name__ == "__main__":
    main()
