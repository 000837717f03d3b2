"""How many lines of real articles are right as they stand: `python -m benchmarks.lines [--shut]`.

Runs the twelve development articles of the shared data and the two beside them through the pipeline and prints the
figures of their scorer: *line* is the share of the events that must be there which are found with date, status and
source right. Eight of the twelve were looked at while rules were made; the other four were shut to the end and are only
scored with `--shut`. *Wrong and certain* is the share of the dated lines whose date has no doubt about it and is wrong.
Beside them stand articles that readers who knew nothing of the program made gold of, and some that such people wrote
and made gold of (`unseen_articles.py`), some of them shut too. MEANTIME's mentions of events with a day, month or year
of their own are looked up by their triggers.
Prints a hint where the shared data is not beside this checkout.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.score_samples import prediction
from benchmarks.score_shared import EVAL, documents, reading_of
from benchmarks.unseen_articles import unseen_articles
from timeline.dates.edtf import parse
from timeline.export.findings import findings

ARTICLES = EVAL / "article"
SEED = EVAL.parent / "seed" / "venezuela.gold.json"
SHUT = frozenset("clock flag korea warming".split())
"""Chosen by every third of the twelve in the order of the alphabet, before any rule was made on them."""
OPEN = tuple(sorted({path.stem.removesuffix(".gold") for path in ARTICLES.glob("*.gold.json")} - SHUT))
FIGURES = {
    "line": "line",
    "line.dated": "line, of those in time",
    "recall_must": "must recall",
    "precision": "precision",
    "date.dated": "date, of those in time",
    "kind": "status",
    "source": "source",
    "source.attributed": "source, of those attributed",
    "actor_recall": "actors found",
    "actor_precision": "actors right",
}
_DOUBTS = "?~%["
Counts = dict[str, list[int]]


def main(*, shut: bool) -> None:
    """Print a table of figures, one column for each set of articles."""
    if not ARTICLES.exists():
        print("the shared articles are not beside this checkout; `make bench` scores the samples")
        return
    sets = {
        "eight open": of_files(ARTICLES / f"{name}.gold.json" for name in OPEN),
        "two beside": of_files(sorted((ARTICLES / "extra").glob("*.gold.json"))),
        "founding": of_files([SEED]),
        "36 first": unseen_articles("first", shut=False),
        "27 second": unseen_articles("second", shut=False),
        "80 third": unseen_articles("third", shut=False),
        "96 fourth": unseen_articles("fourth", shut=False),
        "248 fifth": unseen_articles("fifth", shut=False),
        "128 seventh": unseen_articles("seventh", shut=False),
        "25 written": unseen_articles("writers", shut=False),
        "99 later written": unseen_articles("later writers", shut=False),
    }
    if shut:
        sets["four shut"] = of_files(ARTICLES / f"{name}.gold.json" for name in sorted(SHUT))
        sets["24 first shut"] = unseen_articles("first", shut=True)
        sets["8 second shut"] = unseen_articles("second", shut=True)
        sets["24 third shut"] = unseen_articles("third", shut=True)
        sets["32 fourth shut"] = unseen_articles("fourth", shut=True)
        sets["32 fifth shut"] = unseen_articles("fifth", shut=True)
        sets["32 sixth shut"] = unseen_articles("sixth", shut=True)
        sets["32 seventh shut"] = unseen_articles("seventh", shut=True)
        sets["8 written shut"] = unseen_articles("writers", shut=True)
        sets["27 later written shut"] = unseen_articles("later writers", shut=True)
    scored = {name: article_counts(articles) for name, articles in sets.items()}
    print(f"{'':28}", *(f"{name:>14}" for name in scored))
    for key, says in {**FIGURES, "certain": "wrong and certain"}.items():
        print(f"{says:28}", *(f"{_share(counts.get(key)):>14}" for counts in scored.values()))
    print("\nMEANTIME, dated mentions that are lines of ours:", _meantime(documents(EVAL / "meantime" / "dev.jsonl")))


def of_files(paths: Iterable[Path]) -> Iterator[tuple[dict[str, Any], str]]:
    """Gold timelines, each with the text beside it."""
    for path in paths:
        gold = json.loads(path.read_text(encoding="utf-8"))
        yield gold, path.with_name(gold["text_file"]).read_text(encoding="utf-8")


def article_counts(articles: Iterable[tuple[dict[str, Any], str]]) -> Counts:
    """The counts of the shared scorer over some articles, each with its text."""
    scorer, counts = article_scorer(), dict[str, list[int]]()
    for gold, text in articles:
        for line in gold["events"]:
            if "earliest" not in line:
                line["earliest"], line["latest"] = scorer.interval(line["date"])
        row = prediction(gold["id"], findings(reading_of(text, gold["article_date"])))
        scorer.run(gold, row, text, counts)
        _count_certain(scorer, gold, row, counts)
    return counts


def _count_certain(scorer: ModuleType, gold: dict[str, Any], row: dict[str, Any], counts: Counts) -> None:
    """Lines with a date and no doubt of it, and how many of these are not where a gold line around them is."""
    right_of = counts.setdefault("certain", [0, 0])
    for event in row["events"]:
        date = event["date"]
        beside = [one for one in gold["events"] if one["start"] < event["end"] and event["start"] < one["end"]]
        if not date or date.startswith("../") or not beside:
            continue
        right_of[1] += 1
        doubted = any(mark in date for mark in _DOUBTS)
        right_of[0] += not doubted and not any(scorer.date_ok(date, one) for one in beside)


def _meantime(rows: Iterable[dict[str, Any]]) -> str:
    counts = Counter(verdict for row in rows for verdict in _verdicts(row))
    return ", ".join(f"{count} {verdict}" for verdict, count in counts.most_common())


def _verdicts(row: dict[str, Any]) -> Iterator[str]:
    events = findings(reading_of(row["text"], row["dct"])).events
    for mention in row["events"]:
        instance = row["instances"].get(mention["instance"]) or {}
        date = instance.get("time")
        if mention["certainty"] is None or not date or "X" in date.partition("-")[0]:
            continue
        found = next((one for one in events if one.start < mention["end"] and mention["start"] < one.end), None)
        if found is not None:
            yield _verdict(found.date, date.replace("-XX", ""))


def _verdict(found: str | None, right: str) -> str:
    if not found:
        return "open"
    if found.startswith("../"):
        return "by publication"
    days, wanted = parse(found), parse(right)
    return "exact" if (days.earliest, days.latest) == (wanted.earliest, wanted.latest) else "wrong"


def _share(counts: list[int] | None) -> str:
    return "" if not counts or not counts[1] else f"{100 * counts[0] / counts[1]:.1f} ({counts[0]}/{counts[1]})"


@cache
def article_scorer(name: str = "score_article") -> ModuleType:
    """A scorer that lies beside the articles."""
    sys.path.insert(0, str(ARTICLES))
    spec = spec_from_file_location(name, ARTICLES / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main(shut="--shut" in sys.argv)
