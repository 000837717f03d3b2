"""The code in README and docs, by the language of its fence: what each may be, and what is done with it.

`python` is run, its types are checked, and `output` after it is what it prints; `sh` is run among the sample articles,
and `output` after it stands in what it prints. All else is `text`.
"""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from markdown_it import MarkdownIt

ROOT = Path(__file__).parent.parent
DOCUMENTS = (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md")))
LANGUAGES = ("python", "sh", "output", "text")


class Block(NamedTuple):
    """A block of code, and what it prints; empty where the document does not say."""

    language: str
    code: str
    output: str
    line: int


def blocks(document: Path) -> Iterator[Block]:
    """The blocks of a document in their order, outputs beside what prints them."""
    fences = [token for token in MarkdownIt().parse(document.read_text(encoding="utf-8")) if token.type == "fence"]
    for fence, after in pairwise([*fences, None]):
        if fence is not None and fence.info != "output":
            output = after.content if after is not None and after.info == "output" else ""
            yield Block(fence.info, fence.content, output, fence.map[0] + 1 if fence.map else 0)
