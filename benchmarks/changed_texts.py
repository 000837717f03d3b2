"""How surely a changed text is known for one of its article, and what stands where in it.

`python -m benchmarks.changed_texts ROWS.jsonl`: articles as `dateline add --jsonl` takes them, with text, title and
url. Each is given one, five and twenty other words, and searched among all. Addresses are left out the second time.
"""

import json
import random
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec.structs import replace

from timeline.model import Article, article_id
from timeline.versions.alignment import Alignment
from timeline.versions.finding import Articles

_WORD = re.compile(r"\w+")
_EVERY = 7
"""One of so many words is looked for."""


def read(rows: Iterable[str], *, with_address: bool) -> list[Article]:
    found = map(json.loads, rows)
    return [
        Article(
            id=article_id(row["text"]),
            name=row.get("title", ""),
            text=row["text"],
            title=row.get("title", ""),
            url=row.get("url", "") if with_address else "",
        )
        for row in found
    ]


def changed(article: Article, words: int, chance: random.Random) -> tuple[Article, list[tuple[int, int]]]:
    """With so many other words; and places of words in both texts."""
    spans = [found.span() for found in _WORD.finditer(article.text)]
    others = set(chance.sample(spans, min(words, len(spans))))
    text, last, moved = "", 0, []
    for start, end in spans:
        text += article.text[last:start]
        moved.append((start, len(text)))
        text, last = text + ("another" if (start, end) in others else article.text[start:end]), end
    text += article.text[last:]
    return replace(article, id=article_id(text), text=text), moved


def figures(articles: Sequence[Article]) -> Iterable[str]:
    known = Articles(articles)
    yield f"taken for one of another: {sum(known.same(one) is not None for one in articles)} of {len(articles)}"
    for words in (1, 5, 20):
        chance = random.Random(words)
        found = places = right = 0
        for one in articles:
            later, moved = changed(one, words, chance)
            found += known.same(later) == one.id
            alignment = Alignment(one.text, later.text)
            for before, after in moved[::_EVERY]:
                places += 1
                right += alignment.place((before, before)) == after
        yield f"{words} other words: found {found} of {len(articles)}, {right:,} of {places:,} places right"


def main() -> None:
    rows = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    for with_address in (True, False):
        print(f"{'with' if with_address else 'without'} address")
        for line in figures(read(rows, with_address=with_address)):
            print(f"  {line}")


if __name__ == "__main__":
    main()
