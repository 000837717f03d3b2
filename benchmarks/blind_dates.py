"""`python -m benchmarks.blind_dates`: the sentences of `blind.tsv` and `held_out.tsv`, beside the tests of the grammar.

They were written, with the time expressions that they should give, before the grammar was run on them. It was mended on
the first table since; the second is held out, and only measures.

A row is right when its time expressions, and no others, are found with the words, the type and the TIMEX3 value that
it expects. Where it allows several readings any of them will do.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

import msgspec
from spacy.language import Language

from extractors import extract, load_pipeline
from timeline.dates.article_dates import resolve_expression
from timeline.model import Article, Basis, Published, TimeExpression, article_id

ROWS = Path(__file__).parents[1] / "tests" / "extractors" / "time_expressions" / "blind.tsv"
HELD_OUT = ROWS.with_name("held_out.tsv")


class Timex(NamedTuple):
    """The words of a time expression, and the TIMEX3 types with values that they may have."""

    words: str
    values: frozenset[str]


Reading = tuple[Timex, ...]


class Row(NamedTuple):
    """A text with its date, and the readings of it that are right."""

    kind: str
    published: str
    text: str
    readings: tuple[Reading, ...]


class Outcome(NamedTuple):
    """What was found in a row, beside the reading of it that comes nearest."""

    row: Row
    found: Reading
    expected: Reading

    @property
    def extents(self) -> int:
        return sum(any(one.words == it.words for it in self.found) for one in self.expected)

    @property
    def values(self) -> int:
        return sum(any(_agree(one, it) for it in self.found) for one in self.expected)

    @property
    def overlaps(self) -> int:
        return sum(any(one.words in it.words or it.words in one.words for it in self.found) for one in self.expected)

    @property
    def is_right(self) -> bool:
        return len(self.found) == len(self.expected) == self.values

    @property
    def rank(self) -> tuple[bool, int, int]:
        return self.is_right, 2 * self.values + self.extents - len(self.expected) - len(self.found), self.overlaps


def read_rows(path: Path = ROWS) -> list[Row]:
    """The rows of the table."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_row(*line.split("\t")) for line in lines if line and not line.startswith("#")]


def judge(row: Row, nlp: Language) -> Outcome:
    """What the pipeline finds in a row; a span counts as one expression or as its two ends, as the row has it."""
    outcomes = [Outcome(row, found, expected) for found in _found(row, nlp) for expected in row.readings]
    return max(outcomes, key=lambda one: one.rank)


def _row(kind: str, published: str, text: str, expected: str) -> Row:
    readings = [reading.strip() for reading in expected.split("||")]
    return Row(kind, published, text, tuple(() if one == "-" else _reading(one) for one in readings))


def _reading(expected: str) -> Reading:
    parts = (part.strip().split(" => ") for part in expected.split(" ; "))
    return tuple(Timex(words, frozenset(values.split(" or "))) for words, values in parts)


def _found(row: Row, nlp: Language) -> Iterator[Reading]:
    published = Published(dt.date.fromisoformat(row.published), Basis.PERSON)
    article = Article(id=article_id(row.text), name="row", text=row.text, published=published)
    article = extract(article, nlp).article
    whole = article.time_expressions
    ends = tuple(end for one in whole for end in one.ends)
    # The ends come last: expressions refer to each other by their places.
    article = msgspec.structs.replace(article, time_expressions=(*whole, *ends))
    places = {id(one): number for number, one in enumerate(article.time_expressions)}

    def timex(one: TimeExpression) -> Timex:
        value = resolve_expression(article, places[id(one)]).timex
        return Timex(one.text.removesuffix("'s").removesuffix("’s"), frozenset({f"{one.type.value} {value}"}))

    choices = [[(one,), one.ends] if one.ends else [(one,)] for one in whole]
    for chosen in product(*choices):
        yield tuple(timex(one) for group in chosen for one in group)


def _agree(one: Timex, other: Timex) -> bool:
    return one.words == other.words and bool(one.values & other.values)


def main() -> None:
    """Print, for each table, the score by kind and every row that is wrong."""
    nlp = load_pipeline()
    for path in (ROWS, HELD_OUT):
        print(path.name)
        _print_score([judge(row, nlp) for row in read_rows(path)])
        print()


def _print_score(outcomes: list[Outcome]) -> None:
    kinds: defaultdict[str, list[Outcome]] = defaultdict(list)
    for one in outcomes:
        kinds[one.row.kind].append(one)
    print(f"{'':12}{'rows':>6}{'right':>7}{'gold':>7}{'found':>7}{'extent':>8}{'value':>7}{'extra':>7}")
    for kind, group in [*kinds.items(), ("all", outcomes)]:
        gold = sum(len(one.expected) for one in group)
        extra = sum(max(0, len(one.found) - one.overlaps) for one in group)
        figures = [sum(getattr(one, name) for one in group) for name in ("overlaps", "extents", "values")]
        right = sum(one.is_right for one in group)
        print(f"{kind:12}{len(group):6}{right:7}{gold:7}{figures[0]:7}{figures[1]:8}{figures[2]:7}{extra:7}")
    for one in (one for group in kinds.values() for one in group if not one.is_right):
        print(f"\n{one.row.kind} {one.row.published} {one.row.text}")
        print("  expected", _shown(one.expected))
        print("  found   ", _shown(one.found))


def _shown(reading: Reading) -> str:
    return "; ".join(f"{one.words} = {' or '.join(sorted(one.values))}" for one in reading) or "none"


if __name__ == "__main__":
    main()
