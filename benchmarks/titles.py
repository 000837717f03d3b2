"""How many titles have no mechanical fault: `python -m benchmarks.titles [--all]`.

Makes the titles of Wikinews articles of the shared data, every third or all 243, and has the scorer beside the
development articles look at each: whether it leans on a pronoun, is cut, long, a fragment, or keeps a time that means
nothing outside its article. Whether a title is true and can be understood by itself, no program sees: a person reads
them. The same is printed of the samples. Prints a hint where the shared data is not beside this checkout.
"""

import datetime as dt
import json
import sys
import tarfile
from collections import Counter
from collections.abc import Iterable, Iterator

from benchmarks.gold import samples
from benchmarks.lines import article_scorer
from benchmarks.score_samples import read_article
from benchmarks.score_shared import EVAL
from extractors import extract
from timeline.model import Article, Assertion, Basis, Published, article_id

ARCHIVE = EVAL.parent / "corpora" / "wikinews.tar.xz"
KINDS = ("long", "leans", "stale", "fragment", "cut")
WIDTHS = (80, 100)


def main(*, every: int) -> None:
    """Print a row of figures for each set of articles."""
    if not ARCHIVE.exists():
        print("the shared articles are not beside this checkout")
        return
    print(f"{'':10}{'titles':>8}{'without':>9}", *(f"{kind:>9}" for kind in KINDS), *(f"<= {n:>4}" for n in WIDTHS))
    for name, articles in {
        "Wikinews": wikinews(every),
        "samples": (read_article(gold.path) for gold in samples()),
    }.items():
        _print(name, [one for article in articles for one in extract(article).assertions])


def wikinews(every: int) -> Iterator[Article]:
    """The articles of the archive, or every so many of them."""
    with tarfile.open(ARCHIVE) as archive:
        members = (archive.extractfile(member) for member in archive.getmembers() if member.isfile())
        rows = [json.loads(line) for file in members if file is not None for line in file]
    for row in rows[::every]:
        published = Published(dt.date.fromisoformat(row["date"]), Basis.METADATA)
        yield Article(id=article_id(row["text"]), name=row["title"], text=row["text"], published=published)


def _print(name: str, assertions: Iterable[Assertion]) -> None:
    faults = article_scorer("score_titles").faults
    titles = [{"title": one.title, "date": one.when.edtf} for one in assertions]
    kinds = Counter(kind for title in titles for kind in faults(title))
    good = sum(not faults(title) for title in titles)
    short = [sum(len(title["title"]) <= width for title in titles) for width in WIDTHS]
    shares = (f"{100 * count / max(1, len(titles)):9.1f}" for count in (good, *(kinds[kind] for kind in KINDS)))
    print(
        f"{name:10}{len(titles):8}", *shares, *(f"{100 * count / max(1, len(titles)):7.1f}" for count in short), sep=""
    )


if __name__ == "__main__":
    main(every=1 if "--all" in sys.argv else 3)
