"""How surely a changed text is known for one of its article.

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
from timeline.versions.finding import Articles

_WORD = re.compile(r"\w+")


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


def changed(article: Article, words: int, chance: random.Random) -> Article:
    """With so many other words."""
    spans = [found.span() for found in _WORD.finditer(article.text)]
    text, last = "", 0
    for start, end in sorted(chance.sample(spans, min(words, len(spans)))):
        text, last = text + article.text[last:start] + "another", end
    text += article.text[last:]
    return replace(article, id=article_id(text), text=text)


def figures(articles: Sequence[Article]) -> Iterable[str]:
    known = Articles(articles)
    yield f"taken for one of another: {sum(known.same(one) is not None for one in articles)} of {len(articles)}"
    for words in (1, 5, 20):
        chance = random.Random(words)
        found = sum(known.same(changed(one, words, chance)) == one.id for one in articles)
        yield f"{words} other words: found {found} of {len(articles)}"


def main() -> None:
    rows = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    for with_address in (True, False):
        print(f"{'with' if with_address else 'without'} address")
        for line in figures(read(rows, with_address=with_address)):
            print(f"  {line}")


if __name__ == "__main__":
    main()
