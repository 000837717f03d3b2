"""Time expressions against the shared corpora, beside other tools: `python -m benchmarks.dates [--no-errors]`.

TimeBank and AQUAINT are split in two, and that split is fixed: their documents sorted by id, those at even places (the
first is 0) to tune on, those at odd places to report on. Errors are shown of the tune half and of MEANTIME alone.
"""

import importlib.util
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import msgspec
import spacy

from benchmarks.score_shared import EVAL, documents, reading
from extractors.extraction import default_pipeline
from extractors.pipeline import process
from extractors.sentences.component import Sentences
from extractors.time_expressions.component import TimeExpressions
from timeline.dates.article_dates import resolve_expression

CORPORA = ("timebank", "aquaint", "meantime")
OTHERS = {"heideltime": "HeidelTime", "msrec": "Recognizers"}
OURS = "dateline"

MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
KINDS = (
    ("weekday", r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"),
    ("quarter, half, fiscal", r"quarter|fiscal|\bhalf|year-(?:earlier|ago)|period"),
    ("month and day", rf"{MONTH}\s+\d{{1,2}}(?!\d)|\d{{1,2}}\s+{MONTH}"),
    ("month", rf"\b{MONTH}"),
    ("N units ago/earlier/later", r"\bago\b|earlier|later"),
    ("last/this/next unit", r"\b(?:last|this|next|past|previous|coming|current)\b"),
    ("year, decade", r"\b\d{4}\b|'\d\ds?|\d0s"),
)
"""The first pattern that matches the words of a gold expression names its kind; its type goes before."""

Timex = tuple[int, int, str, str]


class Outcome(NamedTuple):
    """What one tool made of some documents."""

    gold: int
    found: int
    strict: int
    relaxed: int
    values: int
    kinds: Counter[str]
    right: Counter[str]
    sound: Counter[str]
    """Of the kinds what is left without the gold that is refused."""
    errors: Counter[tuple[str, str, str]]

    def line(self) -> str:
        both = self.found + self.gold or 1
        figures = [200 * hits / both for hits in (self.values, self.strict, self.relaxed)]
        return "value F1 {:5.1f}   strict {:5.1f}   relaxed {:5.1f}".format(*figures)


def main(*, show_errors: bool) -> None:
    """Print all figures; nothing but a hint where the corpora are not there."""
    if not EVAL.exists():
        print("the shared corpora are not beside this checkout; `make bench` scores the samples")
        return
    rows = {corpus: list(documents(EVAL / "timex" / f"{corpus}.jsonl")) for corpus in CORPORA}
    found = {name: _stored(suffix) for suffix, name in OTHERS.items()}
    ours = {row["id"]: timexes(row["text"], row["dct"]) for part in rows.values() for row in part}
    tools = {OURS: ours, **found}
    split = sorted(rows["timebank"] + rows["aquaint"], key=lambda row: str(row["id"]))
    parts = {
        "TimeBank": rows["timebank"],
        "AQUAINT": rows["aquaint"],
        "MEANTIME": rows["meantime"],
        "tune half of TimeBank and AQUAINT": split[::2],
        "report half of TimeBank and AQUAINT": split[1::2],
    }
    outcomes = {part: {tool: score(of, tools[tool]) for tool in tools} for part, of in parts.items()}
    for part, by_tool in outcomes.items():
        print(f"\n{part}")
        for tool, outcome in by_tool.items():
            print(f"  {tool:12}{outcome.line()}")
    for part in ("tune half of TimeBank and AQUAINT", "report half of TimeBank and AQUAINT", "MEANTIME"):
        _print_kinds(part, outcomes[part])
    if show_errors:
        for part in ("tune half of TimeBank and AQUAINT", "MEANTIME"):
            for tool, outcome in outcomes[part].items():
                print(f"\ncommonest errors of {tool}, {part}: words, gold, got")
                for (words, gold, got), times in outcome.errors.most_common(15):
                    print(f"  {times:3}  {words:32.32} {gold:18} {got}")
    print(f"\nthe date component alone, on tokenised text: {words_per_second(split):,.0f} words/s, one core")
    print(f"its share of the whole pipeline, directions read off the parse: {100 * share(split[::2][:40]):.1f} %")


def timexes(text: str, published: str) -> list[Timex]:
    """Start, end, TIMEX3 type and value of each time expression; of a span its two ends, as TimeML marks them."""
    article = reading(text, published)
    whole = article.time_expressions
    # The ends come last: expressions refer to each other by their places.
    parts = (*whole, *(end for one in whole for end in one.ends))
    article = msgspec.structs.replace(article, time_expressions=parts)
    found = [
        (one.start, one.end, one.type.value, resolve_expression(article, number).timex)
        for number, one in enumerate(parts)
        if not one.ends
    ]
    return sorted(found)


def score(rows: Iterable[dict[str, Any]], found: dict[str, list[Timex]]) -> Outcome:
    """One tool on some documents, by the alignment of the shared scorer."""
    counts: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    right: Counter[str] = Counter()
    sound: Counter[str] = Counter()
    errors: Counter[tuple[str, str, str]] = Counter()
    scorer, refused = shared_scorer(), refused_gold()
    for row in rows:
        text = row["text"]
        gold, system = (trimmed(scorer, text, part) for part in (row["timexes"], found.get(row["id"], [])))
        counts.update(gold=len(gold), found=len(system))
        matched: dict[int, Timex] = {}
        for at_gold, at_system, same in scorer.align(gold, system):
            matched[at_gold] = system[at_system]
            counts.update(strict=same, relaxed=1, values=gold[at_gold][3] == system[at_system][3])
        for at, one in enumerate(gold):
            kind, got = kind_of(text, one), matched[at][3] if at in matched else "-"
            kinds[kind] += 1
            right[kind] += got == one[3]
            sound[kind] += (row["id"], one[0]) not in refused
            if got != one[3]:
                errors[" ".join(text[one[0] : one[1]].lower().split()), one[3], got] += 1
        for one in [one for one in system if one not in matched.values()]:
            errors[" ".join(text[one[0] : one[1]].lower().split()), "-", one[3]] += 1
    of_gold, of_ours, strict, relaxed, values = (
        counts[name] for name in ("gold", "found", "strict", "relaxed", "values")
    )
    return Outcome(of_gold, of_ours, strict, relaxed, values, kinds, right, sound, errors)


def refused_gold() -> frozenset[tuple[str, int]]:
    """Document and offset of the gold that is not followed, because that would make dates worse for a reader.

    It was looked for among our own errors, so that what is left flatters us; other tools aren't judged by it.
    """
    lines = Path(__file__).with_name("refused.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return frozenset((document, int(offset)) for document, offset, _ in rows)


def kind_of(text: str, one: Timex) -> str:
    """The kind of a gold expression, by its type and its words."""
    start, end, type_, value = one
    if value.endswith("_REF"):
        return "vague"
    if type_ in ("SET", "DURATION", "TIME"):
        return {"SET": "set", "DURATION": "duration", "TIME": "clock, part of day"}[type_]
    words = text[start:end]
    return next((kind for kind, pattern in KINDS if re.search(pattern, words, re.IGNORECASE)), "other")


def words_per_second(rows: Sequence[dict[str, Any]]) -> float:
    """The date component with neither tokenizer nor parse."""
    blank = spacy.blank("en")
    docs = [Sentences(alone=True)(blank.make_doc(row["text"])) for row in rows]
    component = TimeExpressions()
    started = time.process_time()
    for doc in docs:
        component(doc)
    return sum(len(row["text"].split()) for row in rows) / (time.process_time() - started)


def share(rows: Sequence[dict[str, Any]]) -> float:
    """The date component's part of the time that the whole pipeline takes, text to processed doc."""
    nlp = default_pipeline()
    component = nlp.get_pipe("dateline_time_expressions")
    whole = alone = 0.0
    for row in rows:
        started = time.process_time()
        doc = process(nlp, row["text"])
        whole += time.process_time() - started
        started = time.process_time()
        component(doc)
        alone += time.process_time() - started
    return alone / whole


def _print_kinds(part: str, by_tool: dict[str, Outcome]) -> None:
    print(f"\nvalue right by kind, {part}")
    ours = by_tool[OURS]
    print(f"  {'':28}{'gold':>5}" + "".join(f"{tool:>13}" for tool in by_tool) + f"{OURS:>15} of sound gold")
    for kind, number in ours.kinds.most_common():
        shares = "".join(f"{100 * outcome.right[kind] / number:12.0f}%" for outcome in by_tool.values())
        sound = ours.sound[kind]
        left = f"{100 * ours.right[kind] / sound:14.0f}% of {sound}" if sound < number else ""
        print(f"  {kind:28}{number:5}{shares}{left}")


def trimmed(scorer: ModuleType, text: str, timexes: Iterable[Sequence[Any]]) -> list[Timex]:
    return [(*scorer.trim(text, one[0], one[1]), one[2], one[3]) for one in timexes]


def _stored(suffix: str) -> dict[str, list[Timex]]:
    paths = (EVAL / "timex" / f"{corpus}.{suffix}.jsonl" for corpus in CORPORA)
    return {row["id"]: row["timexes"] for path in paths for row in documents(path)}


def shared_scorer() -> ModuleType:
    """The shared scorer, for its alignment and the trimming of extents."""
    path = Path(EVAL) / "score_timex.py"
    spec = importlib.util.spec_from_file_location("score_timex", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main(show_errors="--no-errors" not in sys.argv)
