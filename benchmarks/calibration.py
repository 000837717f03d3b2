"""How often each kind of date is right: counted for `timeline.dates.confidence`, and held against other articles.

`python -m benchmarks.calibration` counts on the tune half of TimeBank and AQUAINT and on MEANTIME, writes the counts to
`data/calibration.toml`, and the tables of `docs/calibration.md`, which hold the rates against the report half.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from benchmarks.dates import CORPORA, shared_scorer, trimmed
from benchmarks.score_shared import EVAL, documents, reading
from timeline.dates.article_dates import resolve_expression
from timeline.dates.confidence import kind_of, rate
from timeline.dates.edtf import parse
from timeline.meanings.base import DateKind

ROOT = Path(__file__).parents[1]
COUNTS = ROOT / "data" / "calibration.toml"
PAGE = ROOT / "docs" / "calibration.md"
BINS = (0.0, 0.7, 0.8, 0.9, 0.95, 1.0)

_PART_OF_DAY = re.compile(r"T(?:MO|MI|AF|EV|NI|DT)$")
_QUARTER = re.compile(r"-Q([1-4])$")
_HEADER = (
    "# Made by `make calibrate`: of each kind of date, how many were read right in news dated by hand, of how many.\n"
)
_TABLES = re.compile(r"(?<=<!-- tables -->\n).*(?=<!-- end -->)", re.DOTALL)


class Case(NamedTuple):
    """An expression that was given a time, and whether the gold agrees; None where it cannot tell."""

    kind: DateKind
    right: bool | None


Counts = dict[DateKind, tuple[int, int]]


def main() -> None:
    """Count, write and print; nothing but a hint where the corpora are not there."""
    if not EVAL.exists():
        print("the shared corpora are not beside this checkout: the counts stay as they are")
        return
    rows = {corpus: list(documents(EVAL / "timex" / f"{corpus}.jsonl")) for corpus in CORPORA}
    split = sorted(rows["timebank"] + rows["aquaint"], key=lambda row: str(row["id"]))
    counted, held = list(cases([*split[::2], *rows["meantime"]])), list(cases(split[1::2]))
    counts = count(counted)
    lines = [f'"{kind}" = [{right}, {of}]\n' for kind, (right, of) in counts.items()]
    COUNTS.write_text("".join([_HEADER, *lines]), encoding="utf-8")
    tables = "\n".join(
        [*by_kind(counts, count(held)), "", *by_rate(counts, count(held)), "", *summary(counted, held), ""]
    )
    PAGE.write_text(_TABLES.sub(lambda _: tables, PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    print(tables)


def cases(rows: Iterable[dict[str, Any]]) -> Iterator[Case]:
    """What is read in some documents, each held against the gold expressions that it is aligned with."""
    scorer = shared_scorer()
    for row in rows:
        text, article = row["text"], reading(row["text"], row["dct"])
        whole = article.time_expressions
        parts = (*whole, *(end for one in whole for end in one.ends))
        # The ends come last: expressions refer to each other by their places.
        flat = msgspec.structs.replace(article, time_expressions=parts)
        whens = [resolve_expression(flat, at) for at in range(len(parts))]
        marked = [at for at, one in enumerate(parts) if not one.ends]
        found = [(parts[at].start, parts[at].end, parts[at].type.value, whens[at].timex) for at in marked]
        gold = trimmed(scorer, text, row["timexes"])
        aligned = scorer.align(gold, trimmed(scorer, text, found))
        values = {marked[system]: gold[number][3] for number, system, _ in aligned}
        ends = len(whole)
        for at, one in enumerate(whole):
            its = range(ends, ends + len(one.ends)) if one.ends else (at,)
            ends += len(one.ends)
            kind = kind_of(one, whens[at])
            if kind is not None:
                yield Case(kind, _all(judged(kind, values.get(part), whens[part].timex) for part in its))


def _all(verdicts: Iterable[bool | None]) -> bool | None:
    heard = list(verdicts)
    if False in heard:
        return False
    return None if None in heard else True


def judged(kind: DateKind, gold: str | None, value: str) -> bool | None:
    """Whether a value is that of the gold, by its day: parts of a day have no place on a timeline.

    None where the gold cannot tell: it says less than the words do (`1989-WXX` for *last week*), or it has no mark at a
    vague word, which some annotators mark and others don't.
    """
    if gold is None:
        return None if kind is DateKind.VAGUE else False
    gold, value = _PART_OF_DAY.sub("", gold), _PART_OF_DAY.sub("", value)
    if gold == value:
        return True
    return None if _says_less(gold, value) else False


def _says_less(gold: str, value: str) -> bool:
    if "X" in gold and re.fullmatch(re.escape(gold).replace("X", "."), value):
        return True
    try:
        wide, narrow = (parse(_QUARTER.sub(lambda q: f"-{32 + int(q[1])}", one)) for one in (gold, value))
    except ValueError:
        return False
    if wide.earliest is None or wide.latest is None or narrow.earliest is None or narrow.latest is None:
        return False
    holds = wide.earliest <= narrow.earliest <= wide.latest
    return holds and wide.latest - wide.earliest > narrow.latest - narrow.earliest


def count(found: Iterable[Case]) -> Counts:
    """Of each kind, how many are right, of how many that the gold can tell."""
    told = [case for case in found if case.right is not None]
    right = Counter(case.kind for case in told if case.right)
    of = Counter(case.kind for case in told)
    return {kind: (right[kind], of[kind]) for kind in DateKind}


def by_kind(counts: Counts, held: Counts) -> Iterator[str]:
    """The rows of a table: each kind with its counts, its rate, and what the other articles have."""
    yield "| kind | right, of | rate shown | report half: right, of | share |"
    yield "| --- | --- | --- | --- | --- |"
    for kind in sorted(DateKind, key=lambda kind: -rate(counts, kind)):
        (right, of), (other, others) = counts[kind], held[kind]
        share = f"{100 * other / others:.0f} %" if others else ""
        yield f"| {kind} | {right}, {of} | {100 * rate(counts, kind):.0f} % | {other}, {others} | {share} |"


def by_rate(counts: Counts, held: Counts) -> Iterator[str]:
    """The rows of a table: what the other articles have, by the rate that is shown."""
    yield "| rate shown | of the report half | mean rate | right |"
    yield "| --- | --- | --- | --- |"
    for low, high in pairwise(BINS):
        found = _binned(counts, held, low, high)
        if found.of:
            shares = f"{100 * found.mean:.0f} % | {100 * found.right:.0f} %"
            yield f"| {100 * low:.0f} to {100 * high:.0f} % | {found.of} | {shares} |"


class _Bin(NamedTuple):
    """Of kinds with a rate between two: how many the other articles have, their mean rate, the share right."""

    of: int
    mean: float
    right: float


def _binned(counts: Counts, held: Counts, low: float, high: float) -> _Bin:
    kinds = [kind for kind in DateKind if low <= rate(counts, kind) < high]
    of = sum(held[kind][1] for kind in kinds)
    mean = sum(held[kind][1] * rate(counts, kind) for kind in kinds) / (of or 1)
    return _Bin(of, mean, sum(held[kind][0] for kind in kinds) / (of or 1))


def summary(counted: Sequence[Case], held: Sequence[Case]) -> Iterator[str]:
    """How far off the rates are, weighted by how often each comes, and what is in neither table."""
    counts, others = count(counted), count(held)
    bins = [_binned(counts, others, low, high) for low, high in pairwise(BINS)]
    of = sum(one.of for one in bins)
    by_bin = sum(one.of * abs(one.mean - one.right) for one in bins) / of
    each = sum(abs(right - number * rate(counts, kind)) for kind, (right, number) in others.items()) / of
    yield f"Expected calibration error on the report half: {100 * by_bin:.1f} points by rate, {100 * each:.1f} by kind."
    sides = ((len(cases), sum(case.right is None for case in cases)) for cases in (counted, held))
    yield f"Left out, as the gold cannot tell: {', report half '.join(f'{out} of {all_}' for all_, out in sides)}."


if __name__ == "__main__":
    main()
