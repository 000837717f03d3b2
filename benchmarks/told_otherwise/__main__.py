"""What changes in a reading when an article is told otherwise: `python -m benchmarks.told_otherwise [--show] [NAME …]`.

Tells each sample article, and every second Wikinews article of the shared data, otherwise by one change at a time,
such as straight quotation marks for curly ones, *5 March* for *March 5*, other names throughout, and reads it again.
The lines of both readings are held beside each other by their triggers. None of the changes alters what is told, so a
line that differs is wrong in one of the two readings at least; which one, nobody needs to say. *Same* are lines that
are there in both, with date, status, source, title and actors alike but for what the change itself alters in them;
*touched* are those whose own sentence was told otherwise. A break between paragraphs may rightly matter to what is told
within a scene. With `--show` each difference is printed.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator

from msgspec.structs import replace

from benchmarks.gold import samples
from benchmarks.score_samples import read_article
from benchmarks.titles import ARCHIVE, wikinews
from benchmarks.told_otherwise.changes import CHANGES, Change
from benchmarks.told_otherwise.comparing import FIELDS, Pair, pairs
from benchmarks.told_otherwise.edits import retold
from benchmarks.told_otherwise.times import earlier
from benchmarks.told_otherwise.told import Told, otherwise, told
from extractors import load_pipeline
from timeline.model import Article

OPEN = frozenset((0, 1, 3, 4, 5, 9))
"""Rows of the archive by their number modulo 12; the others are kept shut."""


def main() -> None:
    """Print a row of figures for each change."""
    parser = argparse.ArgumentParser()
    parser.add_argument("names", nargs="*", help="the changes to make; all when left out")
    parser.add_argument("--show", action="store_true", help="print the lines that differ")
    parser.add_argument("--every", type=int, default=1, help="read only every so many of the articles")
    given = parser.parse_args()
    nlp = load_pipeline()
    read = [told(nlp, article) for article in list(articles())[:: given.every]]
    print(f"{len(read)} articles, {sum(len(one.extraction.assertions) for one in read)} lines")
    head = ("changed", "lines", "same %", "touched", "same %", "lost", "won", *FIELDS)
    print(f"{'':22}", *(f"{name:>9}" for name in head), sep="")
    total: Counter[str] = Counter()
    for name in given.names or CHANGES:
        counts: Counter[str] = Counter()
        for one in read:
            text = retold(one.text, CHANGES[name].edits(one))
            if not text.edits:
                continue
            counts["changed"] += 1
            other = told(nlp, _article(one, text.text, CHANGES[name]))
            for pair in pairs(CHANGES[name], one, other, text):
                counts.update(_kinds(pair))
                if given.show and not pair.is_same:
                    print(*_told(one, other, pair), sep="\n")
        _print(name, counts)
        total += counts
    _print("all", total)


def articles() -> Iterator[Article]:
    """The samples, and the articles of the archive that are open, where it lies beside this checkout."""
    for gold in samples():
        yield read_article(gold.path, gold.article_date if gold.is_undated else "")
    if ARCHIVE.exists():
        yield from (one for number, one in enumerate(wikinews(1)) if number % 12 in OPEN)


def _article(before: Told, text: str, change: Change) -> Article:
    """The article with another text, and a headline that is told otherwise too."""
    other = otherwise(before.article, text, change.says(before)(before.article.name))
    if change.years_back and other.published is not None:
        published = replace(other.published, date=earlier(other.published.date))
        other = replace(other, published=published)
    return other


def _kinds(pair: Pair) -> Iterator[str]:
    if pair.before is None:
        yield "won"
        return
    yield "lines"
    if pair.touched:
        yield "touched"
        if not pair.is_same:
            yield "of touched"
    if pair.after is None:
        yield "lost"
    elif pair.is_same:
        yield "same"
    yield from pair.differs


def _told(before: Told, after: Told, pair: Pair) -> Iterator[str]:
    """A difference for a person to read."""
    line, told_ = (pair.before, before) if pair.before is not None else (pair.after, after)
    assert line is not None
    what = "won" if pair.before is None else "lost" if pair.after is None else ", ".join(pair.differs)
    yield f"\n[{what}] {told_.article.name}: {told_.text[slice(*line.evidence)]!r} @{told_.text[slice(*line.trigger)]}"
    if pair.after is not None and pair.before is not None:
        yield f"    now {after.text[slice(*pair.after.evidence)]!r}"
    for one, whole in ((pair.before, before), (pair.after, after)):
        if one is not None:
            source = next(source.name for source in whole.extraction.sources if source.id == one.source)
            named = {actor.id: actor.name for actor in whole.extraction.actors}
            acting = ", ".join(f"{named[each.actor]} {each.role.value}" for each in one.participants)
            factual = f"{one.when.edtf or '-':12} {one.status.value} {one.polarity.value}"
            yield f"    {factual} | {source} | {one.title} | {acting}"


def _print(name: str, counts: Counter[str]) -> None:
    same = 100 * counts["same"] / max(1, counts["lines"])
    touched = 100 - 100 * counts["of touched"] / max(1, counts["touched"])
    cells = [counts["changed"], counts["lines"], f"{same:.1f}", counts["touched"], f"{touched:.1f}"]
    cells += [counts["lost"], counts["won"]]
    print(f"{name:22}", *(f"{cell:>9}" for cell in [*cells, *(counts[field] for field in FIELDS)]), sep="")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
