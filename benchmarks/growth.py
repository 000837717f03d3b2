"""Reading must cost in proportion to the length of a text, hostile ones included: `python -m benchmarks.growth`.

One paragraph of a repeated phrase is read at three lengths, each twice the one before; the last column is the time of
the longest over that of the one before, 2 where it is linear.
"""

import sys
import time

from extractors import extract
from timeline.model import Article, article_id

LENGTHS = (20_000, 40_000, 80_000)
"""Characters."""

PHRASES = {
    "news": "President Arvo Kesk said Friday that nine people drowned. “We won,” he said. Crews searched the bay. ",
    "short quotes": "“a” he said. ",
    "no full stop": "took place Saturday, ",
    "words of time": "last next Monday May 2019 in the of ",
    "sayings in sayings": "he said she said Friday that ",
    "sayings with days": "“It sank Monday,” he said Friday. ",
    "days before events": "It rained two days after the vote. The vote was on Friday. ",
    "before and after": "two days after he left the day before she left on Friday ",
    "quotes in quotes": "“he said Friday ‘she said ",
    "quoted clauses": "“the fire began” ",
    "one clause": "she said the fire began; ",
    "quotation marks": '" ',
    "marks": "! ",
    "capitals": "Arvo Kesk ",
    "commas": ", ",
    "cues": "a, said ",
    "blank lines": " \n",
}


def main() -> None:
    """Print seconds for each phrase and length."""
    seconds("Warm up.")
    print(f"{'':18}", *(f"{length // 1000:>6} kB" for length in LENGTHS), "  growth")
    for name, phrase in PHRASES.items():
        if sys.argv[1:] and name not in sys.argv[1:]:
            continue
        took = [seconds(phrase * (length // len(phrase))) for length in LENGTHS]
        print(f"{name:18}", *(f"{each:>8.2f} s"[:9] for each in took), f"{took[-1] / took[-2]:>8.1f}")


def seconds(text: str) -> float:
    """How much of the processor's time one article takes."""
    started = time.process_time()
    extract(Article(id=article_id(text), name="growth", text=text))
    return time.process_time() - started


if __name__ == "__main__":
    main()
